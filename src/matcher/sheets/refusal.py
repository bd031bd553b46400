"""Why the child process refuses a document; the parent turns the reason into a Dutch sentence."""


class Refused(Exception):
    """A document that may not or cannot be read.

    Attributes:
        reason: `password`, `broken`, `heavy`, `pages` or `not_text`.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Budget:
    """Counts what was read and refuses when it is too much.

    Args:
        most: the limits by name.
    """

    def __init__(self, most: dict[str, int]) -> None:
        self._signs = most["signs"]
        self._rows = most["rows"]

    def take(self, signs: int, rows: int = 0) -> None:
        """Count signs and rows.

        Raises:
            Refused: more was read than the limits allow.
        """
        self._signs -= signs
        self._rows -= rows
        if self._signs < 0 or self._rows < 0:
            raise Refused("heavy")
