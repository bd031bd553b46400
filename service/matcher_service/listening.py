"""A place to listen for each worker, at one address: the kernel spreads the callers over them.

Workers that share one place race for every caller, and one that is awake takes all of a sudden crowd: on two cores
half of the machine then stands idle for as long as those connections last.
"""

import errno
import socket
import sys
from typing import Any

from matcher_service.errors import SettingsInvalid

SPREADS = sys.platform == "linux"
"""Whether the kernel spreads callers over places at one address; elsewhere the last one that opened gets them all."""


class Listening(socket.socket):
    """The address, held by the process that starts the workers. It hears nothing itself.

    Handed to a worker it becomes a place of the worker's own, which goes when the worker goes, so that nobody waits
    before a door that stays shut.

    Args:
        host: address to listen on.
        port: port to listen on.

    Raises:
        OSError: the address cannot be had.
    """

    def __init__(self, host: str, port: int) -> None:
        super().__init__(socket.AF_INET6 if ":" in host else socket.AF_INET)
        self._at = host, port
        self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.bind((host, port))

    def __reduce__(self) -> tuple[type["Listening"], tuple[str, int]]:
        """Answer how a worker makes its own."""
        return Listening, self._at

    def __reduce_ex__(self, protocol: Any) -> tuple[type["Listening"], tuple[str, int]]:
        """Answer the same: a plain socket hands over itself here."""
        del protocol
        return self.__reduce__()


def listening(host: str, port: int) -> Listening:
    """Answer the address, ready to hand to workers.

    Args:
        host: address to listen on.
        port: port to listen on.

    Raises:
        SettingsInvalid: the address is not of this machine, or somebody else listens there.
    """
    try:
        # Places of our own may lie side by side, so without this a second service would take half of the callers.
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as alone:
            alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            alone.bind((host, port))
        return Listening(host, port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise SettingsInvalid(
            "Op deze poort luistert al iets anders. Kies met --port een andere. / This port is taken."
            if taken
            else "Op dit adres kan de service niet luisteren. / The service cannot listen on this address."
        ) from error
