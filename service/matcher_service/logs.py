"""Structured logs by allow-list: one JSON line per event, and only fields that are named here.

A message of another library is written without its arguments, and an error without its text: both may hold what
somebody sent.
"""

import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

import orjson

ALLOWED = frozenset(
    {
        "audit_head",
        "audit_lines",
        "body_bytes",
        "bureau",
        "count",
        "error",
        "key_id",
        "method",
        "mode",
        "ms",
        "needed",
        "pid",
        "port",
        "reason",
        "request_id",
        "route",
        "status",
        "version",
        "workers",
    }
)
_LOGGER = logging.getLogger("matcher_service")


def log(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Write one event.

    Args:
        event: stable name of the event.
        level: level of the standard library.
        fields: only names of the allow-list.

    Raises:
        ValueError: a field is not on the allow-list. Add it there only when it can never hold a personal value.
    """
    strange = set(fields) - ALLOWED
    if strange:
        raise ValueError(f"Not on the allow-list of log fields: {', '.join(sorted(strange))}.")
    _LOGGER.log(level, event, extra={"allowed": fields})


def where(error: BaseException) -> str:
    """Answer the kind of an error and the line that raised it, without its text.

    Args:
        error: what was raised.

    Example:
        >>> where(ValueError("Jan Voorbeeld"))
        'ValueError'
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


class AllowListFormatter(logging.Formatter):
    """Writes a record as one JSON line with nothing in it that was not allowed."""

    def format(self, record: logging.LogRecord) -> str:
        """Answer the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "event": str(record.msg)}
        if record.name != _LOGGER.name:
            line["logger"] = record.name
        line.update(getattr(record, "allowed", {}))
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = where(record.exc_info[1])
        return orjson.dumps(line).decode()


def configure_logs() -> None:
    """Send every log of the process through the allow-list, to standard output."""
    # No line shows these, and looking them up takes longer than writing the line.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # noqa: SLF001 the way that the standard library names, for which line of ours wrote it
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(AllowListFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"
        logger.setLevel(logging.WARNING)  # what it tells at start and stop stands in our own lines
