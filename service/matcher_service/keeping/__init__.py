"""Where keys, audit log and dossiers are kept: in files of one machine, or in one database for several."""

from matcher_service.keeping.filling import fill
from matcher_service.keeping.kept import Keeping, keys_of, verify_kept
from matcher_service.keeping.moving import Moved, back_up, export, move

__all__ = ["Keeping", "Moved", "back_up", "export", "fill", "keys_of", "move", "verify_kept"]
