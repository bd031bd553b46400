"""Start the service: check the settings, refuse what is not safe, and run the server with its workers."""

import os
import secrets
from collections.abc import MutableMapping
from contextlib import closing, nullcontext
from dataclasses import replace
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from matcher_service.app import create_app
from matcher_service.counting_place import counting_place
from matcher_service.errors import SettingsInvalid
from matcher_service.garbage import set_apart
from matcher_service.keeping import Keeping
from matcher_service.listening import SPREADS, listening
from matcher_service.logs import configure_logs, log
from matcher_service.metrics import MULTIPROCESS
from matcher_service.settings import KEY_BYTES, PREFIX, Settings, as_text, read_settings

_APPLICATION = "matcher_service.serve:application"
_MOST_AT_ONCE_PER_WORKER = 512
# A worker that does not answer this long is replaced. One that loads or compiles on a busy machine is no stuck one.
_STUCK_AFTER_S = 60


def application() -> FastAPI:
    """Answer the application of one worker, from the environment."""
    configure_logs()
    return create_app(read_settings(os.environ), opened=set_apart)


def serve(settings: Settings, environment: MutableMapping[str, str] = os.environ) -> None:
    """Run the service until it is told to stop. Running requests get their time to end.

    Args:
        settings: how the service runs.
        environment: what the workers will read.

    Raises:
        SettingsInvalid: it would be reachable from elsewhere without keys, or several workers cannot listen there.
        DataError: a later version of matcher made the tables of the store.
        StorageUnreachable: the database cannot be reached.
    """
    with closing(Keeping(settings)) as keeping:
        keeping.prepare()
        refuse_unsafe(settings, keeping)
    _hand_down(settings, environment)
    configure_logs()
    log("starting", workers=settings.workers, port=settings.port)
    # One process counts by itself, and dies of the signal that stops it before anything could be cleared.
    with counting_place() if settings.workers > 1 else nullcontext() as counters:
        if counters is not None:
            environment[MULTIPROCESS] = str(counters)
        _run(
            settings,
            factory=True,
            host=settings.host,
            port=settings.port,
            workers=settings.workers,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_MOST_AT_ONCE_PER_WORKER,
            timeout_graceful_shutdown=settings.stop_seconds,
            timeout_worker_healthcheck=_STUCK_AFTER_S,
        )


def _run(settings: Settings, **how: Any) -> None:
    if settings.workers > 1 and SPREADS:
        Multiprocess(uvicorn.Config(_APPLICATION, **how), [listening(settings.host, settings.port)]).run()
    else:
        uvicorn.run(_APPLICATION, **how)


def refuse_unsafe(settings: Settings, keeping: Keeping) -> None:
    """Refuse to listen beyond this machine without a key that holds, or without TLS in front of it.

    Args:
        settings: how the service runs.
        keeping: where the keys are.

    Raises:
        SettingsInvalid: there is no key that holds, or nobody says that browsers come in over https.
    """
    if settings.on_this_machine_only:
        return
    keys = keeping.keys is not None and keeping.keys.has_active()
    if not keys and settings.oidc_issuer is None:
        raise SettingsInvalid(
            "De service luistert zonder sleutels alleen op deze machine (127.0.0.1). Zet MATCHER_STATE of "
            "MATCHER_DATABASE_URL en maak eerst een sleutel: matcher keys create BUREAU. / Without keys the service "
            "listens on this machine only. Set MATCHER_STATE or MATCHER_DATABASE_URL and make a key first."
        )
    if not settings.https:
        raise SettingsInvalid(
            "Wie van elders komt, moet over https komen: anders zijn sleutels en gezondheidsgegevens te lezen. Zet een "
            "proxy met TLS voor de service en zet MATCHER_HTTPS=yes. / Beyond this machine put a TLS proxy in front "
            "and set MATCHER_HTTPS=yes."
        )


def _hand_down(settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Let every worker read the same settings, with one secret for browser sessions."""
    shared = replace(settings, session_key=settings.session_key or secrets.token_bytes(KEY_BYTES))
    environment[f"{PREFIX}SESSION_KEY"] = as_text(shared.session_key or b"")
    for name in ("host", "port", "workers"):
        environment[PREFIX + name.upper()] = str(getattr(settings, name))
    if settings.state is not None:
        environment[f"{PREFIX}STATE"] = str(settings.state)
