"""The index of vacancies of each bureau: files of one instance, or copies of what several instances keep together."""

from matcher_service.indexes.files import FileIndexes
from matcher_service.indexes.opened import copies_folder, indexes_folder
from matcher_service.indexes.place import Indexes
from matcher_service.indexes.rows import joined_notes, put_vacancies
from matcher_service.indexes.shared import SharedIndexes
from matcher_service.indexes.table import VacancyTable

__all__ = [
    "FileIndexes",
    "Indexes",
    "SharedIndexes",
    "VacancyTable",
    "copies_folder",
    "indexes_folder",
    "joined_notes",
    "put_vacancies",
]
