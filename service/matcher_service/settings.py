"""The settings of the service, from the environment, checked before anything listens."""

import base64
import binascii
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from matcher.intake import MAX_BYTES
from matcher_service.database import Address, read_address
from matcher_service.errors import SettingsInvalid
from matcher_service.loopback import is_loopback
from matcher_service.oidc_settings import oidc_rules, read_algorithms, read_issuer, read_name, read_scopes
from matcher_service.setting_readers import host_address, host_names, whole_number, yes_or_no

API_VERSION = "1.0.0"
KEY_BYTES = 32
PREFIX = "MATCHER_"
_FILE = "_FILE"
_SECRET = ("_key", "_url")  # these may stand in a file of their own


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service runs. Made by `read_settings`; the defaults are the first-run mode.

    Attributes:
        host: address to listen on.
        port: port to listen on.
        workers: number of server processes.
        state: folder for keys, audit log, dossiers and indexes; None keeps nothing on disk.
        database_url: database for keys, audit log and dossiers of several instances, instead of files in the folder.
        audit_key: secret that makes the audit log tamper-evident.
        store_key: secret that encrypts dossiers; None switches the dossier store off.
        session_key: secret that signs browser sessions; made at start when not given.
        max_body_bytes: largest body that is read.
        max_paper_bytes: largest body where a document is read.
        max_vacancies_bytes: largest body where vacancies are read.
        max_vacancies: how many vacancies one request may bring.
        papers_at_once: how many documents one process reads at a time; each may take 480 MB of memory.
        max_seconds: longest time for one answer.
        requests_per_minute: share of one key.
        burst: how many requests a key may send at once.
        hold_seconds: how long a case that came in, and its answers, may be held in memory; 0 holds nothing.
        hold_bytes: how large the answers may be that one process holds, together.
        session_minutes: how long a browser session lasts.
        retention_days: how long a dossier is kept when nothing else is said.
        max_retention_days: the longest time that a dossier may be kept.
        allowed_hosts: host names that the service answers to; empty: any, behind a proxy that checks.
        https: the browser reaches the service over https, so cookies are marked secure.
        stop_seconds: how long running requests may take when the service stops.
        oidc_issuer: address of the OpenID provider whose tokens count beside keys; None: keys only.
        oidc_audience: what a token must be for.
        oidc_scope_claim: claim with the rights.
        oidc_bureau_claim: claim with the bureau.
        oidc_scopes: name in the token and our scope.
        oidc_algorithms: algorithms that a signature may have.
        oidc_skew_seconds: how far clocks may differ.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    state: Path | None = None
    database_url: Address | None = field(default=None, repr=False)
    audit_key: bytes | None = field(default=None, repr=False)
    store_key: bytes | None = field(default=None, repr=False)
    session_key: bytes | None = field(default=None, repr=False)
    max_body_bytes: int = MAX_BYTES
    max_paper_bytes: int = 26_000_000
    max_vacancies_bytes: int = 20_000_000
    max_vacancies: int = 500
    papers_at_once: int = 2
    max_seconds: int = 30
    requests_per_minute: int = 600
    burst: int = 60
    hold_seconds: int = 60
    hold_bytes: int = 16_000_000
    session_minutes: int = 480
    retention_days: int = 730
    max_retention_days: int = 1826
    allowed_hosts: tuple[str, ...] = ()
    https: bool = False
    stop_seconds: int = 20
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_scope_claim: str = "scope"
    oidc_bureau_claim: str = "bureau"
    oidc_scopes: tuple[tuple[str, str], ...] = field(default_factory=lambda: tuple(oidc_rules()["scopes"].items()))
    oidc_algorithms: tuple[str, ...] = field(default_factory=lambda: tuple(oidc_rules()["algorithms"]["value"]))
    oidc_skew_seconds: int = field(default_factory=lambda: int(oidc_rules()["skew_seconds"]["value"]))

    @property
    def on_this_machine_only(self) -> bool:
        """Answer whether only this machine can reach the service."""
        return is_loopback(self.host)

    @property
    def keeps_nothing(self) -> bool:
        """Answer whether there is no place to keep anything."""
        return self.state is None and self.database_url is None


def keys_file(state: Path) -> Path:
    """Answer where the keys of bureaus lie."""
    return state / "keys.json"


def as_text(secret: bytes) -> str:
    """Answer a secret as a setting holds it."""
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def new_secret() -> str:
    """Answer a fresh secret of 256 bits, for a setting."""
    return as_text(secrets.token_bytes(KEY_BYTES))


def read_settings(environment: Mapping[str, str], **given: object) -> Settings:
    """Answer the settings in an environment, with what was given on the command line on top.

    A secret may also stand in a file: `MATCHER_AUDIT_KEY_FILE=/run/secrets/audit`.

    Args:
        environment: variables, e.g. `os.environ`.
        given: settings by name that win; None is not given.

    Raises:
        SettingsInvalid: one or more settings cannot be used; every fault is told, without its value.

    Example:
        >>> read_settings({"MATCHER_PORT": "8080"}).port
        8080
    """
    faults: list[str] = []
    values = _values(environment, _READ, faults)
    values.update({name: value for name, value in given.items() if value is not None})
    if faults:
        raise SettingsInvalid(_told(faults))
    settings = Settings(**values)  # type: ignore[arg-type] # _READ holds a reader per field
    faults = list(_contradictions(settings))
    if faults:
        raise SettingsInvalid(_told(faults))
    return settings


def read_places(environment: Mapping[str, str]) -> Settings:
    """Answer only where an environment keeps things, for a command that comes before the service can start.

    Args:
        environment: variables.

    Raises:
        SettingsInvalid: a place cannot be used.
    """
    faults: list[str] = []
    values = _values(environment, {name: _READ[name] for name in ("state", "database_url")}, faults)
    if faults:
        raise SettingsInvalid(_told(faults))
    return Settings(**values)  # type: ignore[arg-type] # _READ holds a reader per field


def read_secret(environment: Mapping[str, str], variable: str) -> bytes:
    """Answer one secret of an environment.

    Args:
        environment: variables.
        variable: name of the variable.

    Raises:
        SettingsInvalid: it is not set, or is no secret of 256 bits.
    """
    try:
        return _secret(environment.get(variable, ""))
    except ValueError as wrong:
        raise SettingsInvalid(_told([f"{variable}: {wrong}"])) from None


def _values(
    environment: Mapping[str, str], readers: Mapping[str, Callable[[str], object]], faults: list[str]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, read in readers.items():
        text = _text(environment, name, faults)
        if text is None:
            continue
        try:
            values[name] = read(text)
        except ValueError as wrong:
            faults.append(f"{PREFIX}{name.upper()}: {wrong}")
    return values


def _told(faults: list[str]) -> str:
    head = (
        "De service start niet: er klopt iets niet in de instellingen. / The service cannot start: check the settings."
    )
    return "\n".join((head, *(f"- {fault}" for fault in faults)))


def _text(environment: Mapping[str, str], name: str, faults: list[str]) -> str | None:
    variable = f"{PREFIX}{name.upper()}"
    path = environment.get(variable + _FILE)
    if path and name.endswith(_SECRET):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            faults.append(f"{variable}{_FILE}: dit bestand is niet te lezen. / This file cannot be read.")
            return None
    return environment.get(variable) or None


def _contradictions(settings: Settings) -> list[str]:
    faults = []
    if settings.store_key is not None and settings.keeps_nothing:
        faults.append(
            "MATCHER_STORE_KEY: dossiers bewaren vraagt een map (MATCHER_STATE) of een database "
            "(MATCHER_DATABASE_URL). / Storing dossiers needs MATCHER_STATE or MATCHER_DATABASE_URL."
        )
    if not settings.keeps_nothing and settings.audit_key is None:
        faults.append(
            "MATCHER_AUDIT_KEY: wie bewaart (MATCHER_STATE of MATCHER_DATABASE_URL) heeft een geheim nodig voor het "
            "auditlog; maak er een met 'matcher keys secret'. / MATCHER_STATE and MATCHER_DATABASE_URL need an audit "
            "key; make one with 'matcher keys secret'."
        )
    if (settings.oidc_issuer is None) != (settings.oidc_audience is None):
        faults.append(
            "MATCHER_OIDC_ISSUER en MATCHER_OIDC_AUDIENCE: geef ze allebei, of geen van beide. / Give both, or neither."
        )
    if settings.oidc_issuer is not None and any(find_spec(name) is None for name in ("httpx", "joserfc")):
        faults.append(
            "MATCHER_OIDC_ISSUER: hiervoor is het onderdeel oidc nodig: pip install 'matcher[oidc]'. / This takes the "
            "extra oidc."
        )
    if settings.retention_days > settings.max_retention_days:
        faults.append(
            "MATCHER_RETENTION_DAYS: langer dan MATCHER_MAX_RETENTION_DAYS. / Longer than MATCHER_MAX_RETENTION_DAYS."
        )
    return faults


def _secret(text: str) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise ValueError(
            "dit is geen geheim van 32 bytes. Maak er een met 'matcher keys secret'. / "
            "Not a secret of 32 bytes. Make one with 'matcher keys secret'."
        )
    return raw


_READ: dict[str, Callable[[str], object]] = {
    "host": host_address,
    "port": whole_number(1, 65535),
    "workers": whole_number(1, 64),
    "state": Path,
    "database_url": read_address,
    "audit_key": _secret,
    "store_key": _secret,
    "session_key": _secret,
    "max_body_bytes": whole_number(1_000, 50_000_000),
    "max_paper_bytes": whole_number(1_000, 50_000_000),
    "max_vacancies_bytes": whole_number(1_000, 50_000_000),
    "max_vacancies": whole_number(1, 10_000),
    "papers_at_once": whole_number(1, 64),
    "max_seconds": whole_number(1, 600),
    "requests_per_minute": whole_number(1, 1_000_000),
    "burst": whole_number(1, 100_000),
    "hold_seconds": whole_number(0, 600),
    "hold_bytes": whole_number(0, 1_000_000_000),
    "session_minutes": whole_number(5, 1440),
    "retention_days": whole_number(1, 3653),
    "max_retention_days": whole_number(1, 3653),
    "allowed_hosts": host_names,
    "https": yes_or_no,
    "stop_seconds": whole_number(1, 600),
    "oidc_issuer": read_issuer,
    "oidc_audience": read_name,
    "oidc_scope_claim": read_name,
    "oidc_bureau_claim": read_name,
    "oidc_scopes": read_scopes,
    "oidc_algorithms": read_algorithms,
    "oidc_skew_seconds": whole_number(0, int(oidc_rules()["skew_seconds"]["most"])),
}
