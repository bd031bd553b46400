"""The places that the settings name, opened when they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from matcher import Catalogue
from matcher_service.access import KeyBook, KeyFile, KeyPlace, KeyTable
from matcher_service.audit import AuditFile, AuditTable, ChainReport, Head, Trail, audit_file, verify_chain
from matcher_service.database import Address, Database
from matcher_service.errors import SettingsInvalid
from matcher_service.indexes import FileIndexes, Indexes, SharedIndexes, VacancyTable, copies_folder, indexes_folder
from matcher_service.settings import Settings, keys_file, read_places
from matcher_service.store import Dossiers, dossiers_file

_KEYS_AGE_S = 5.0


class Keeping:
    """What one process holds open.

    With a database (`database_url`) everything is in it, and the folder `state` holds copies of the vacancies.
    Without, keys, audit log and vacancies are files in that folder and dossiers an embedded database beside them.
    Without either, nothing is kept.

    Args:
        settings: how the service runs.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        address = settings.database_url
        if address is None and settings.state is not None:
            address = Address.of_file(dossiers_file(settings.state))
        self._database = None if address is None else Database(address)
        self._table = None if self._database is None or settings.database_url is None else KeyTable(self._database)
        file = None if settings.state is None else KeyFile(keys_file(settings.state))
        place: KeyPlace | None = self._table or file
        self.keys = None if place is None else KeyBook(place)

    @property
    def database(self) -> Database | None:
        """Answer the database: of everything, or of the dossiers only."""
        return self._database

    @property
    def audit_table(self) -> AuditTable | None:
        """Answer the audit log in the database, or None when it is a file or not kept."""
        return None if self._database is None or self._table is None else AuditTable(self._database)

    def prepare(self) -> None:
        """Bring the tables to the last revision, where there are any to keep.

        Raises:
            DataError: a later version of matcher made them.
            StorageUnreachable: the database cannot be reached.
        """
        needed = self._settings.database_url is not None or self._settings.store_key is not None
        if self._database is not None and needed:
            self._database.prepare()

    def trail(self) -> Trail | None:
        """Open the audit log, or answer None when nothing is kept."""
        settings = self._settings
        if settings.audit_key is None or self._database is None:
            return None
        table = self.audit_table
        if table is not None:
            return Trail(table, settings.audit_key)
        return None if settings.state is None else Trail(AuditFile(audit_file(settings.state)), settings.audit_key)

    def dossiers(self) -> Dossiers | None:
        """Answer the dossier store, or None when it is off."""
        if self._database is None or self._settings.store_key is None:
            return None
        return Dossiers(self._database, self._settings.store_key)

    @property
    def vacancy_table(self) -> VacancyTable | None:
        """Answer the vacancies in the database, or None when they are files or not kept."""
        return None if self._database is None or self._table is None else VacancyTable(self._database)

    def indexes(self, catalogue: Callable[[], Catalogue]) -> Indexes | None:
        """Answer the indexes of vacancies, or None where there is no folder for them.

        Args:
            catalogue: answers the occupations.
        """
        if self._settings.state is None:
            return None
        state, table = self._settings.state, self.vacancy_table
        if table is None:
            return FileIndexes(indexes_folder(state), catalogue)
        return SharedIndexes(copies_folder(state), catalogue, table)

    def look_at_keys(self) -> None:
        """Read keys in a database again, so that no request has to wait for that."""
        if self._table is not None:
            self._table.refresh()

    @property
    def reachable(self) -> bool:
        """Answer whether the database could be read in the last seconds; files always can."""
        return self._table is None or self._table.age_s() < _KEYS_AGE_S

    def close(self) -> None:
        """Let go of every connection."""
        if self._database is not None:
            self._database.close()


@contextmanager
def keys_of(environment: Mapping[str, str]) -> Iterator[KeyBook]:
    """Hand out the keys that an environment names, before the other settings are there.

    Args:
        environment: variables, e.g. `os.environ`.

    Raises:
        SettingsInvalid: the place cannot be used, or none is named.
        StorageUnreachable: the database cannot be reached.
    """
    with closing(Keeping(read_places(environment))) as keeping:
        if keeping.keys is None:
            raise SettingsInvalid(
                "Zet eerst MATCHER_STATE (een map) of MATCHER_DATABASE_URL (een database): daar bewaart de service "
                "haar sleutels en auditlog. / Set MATCHER_STATE or MATCHER_DATABASE_URL first."
            )
        keeping.prepare()
        yield keeping.keys


def verify_kept(settings: Settings, known: Head | None = None) -> ChainReport:
    """Answer whether the chain of the audit log holds, wherever the settings keep it.

    Args:
        settings: how the service runs.
        known: a head that was written down earlier.

    Raises:
        SettingsInvalid: the settings keep no audit log.
        FileUnreadable: the file is not there or may not be read.
        StorageUnreachable: the database cannot be reached.
    """
    if settings.audit_key is None or settings.keeps_nothing:
        raise SettingsInvalid("Er is geen auditlog: MATCHER_STATE en MATCHER_DATABASE_URL zijn leeg. / No audit log.")
    with closing(Keeping(settings)) as keeping:
        table = keeping.audit_table
        if table is not None:
            return table.verify(settings.audit_key, known)
    return verify_chain(audit_file(settings.state or Path()), settings.audit_key, known)
