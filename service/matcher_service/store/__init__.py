"""The optional dossier store: cases of bureaus, encrypted, apart per bureau, with a day on which they go."""

from matcher_service.store.dossiers import Dossiers, dossiers_file
from matcher_service.store.values import Access, DossierLine, Holder, StoredCase, Version, plain_case

__all__ = ["Access", "DossierLine", "Dossiers", "Holder", "StoredCase", "Version", "dossiers_file", "plain_case"]
