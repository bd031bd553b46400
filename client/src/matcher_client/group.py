"""What every group of methods has in common."""

from matcher_client.calls import Calls


class Group:
    """Methods of one subject.

    Args:
        calls: sends the requests.
    """

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"
