"""What the text of a setting stands for; a text that cannot be used is refused without being repeated."""

import ipaddress
from collections.abc import Callable


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Answer a reader of a whole number within bounds.

    Args:
        least: the smallest.
        most: the largest.
    """

    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ValueError(f"kies een heel getal van {least} tot {most}. / Choose a whole number in this range.")
        return int(text)

    return read


def yes_or_no(text: str) -> bool:
    """Answer a choice.

    Raises:
        ValueError: it is neither yes nor no.
    """
    choices = {"yes": True, "ja": True, "1": True, "true": True, "no": False, "nee": False, "0": False, "false": False}
    if text.lower() not in choices:
        raise ValueError("kies yes of no. / Choose yes or no.")
    return choices[text.lower()]


def host_address(text: str) -> str:
    """Answer an address to listen on.

    Raises:
        ValueError: it is no ip address.
    """
    if text != "localhost":
        try:
            ipaddress.ip_address(text)
        except ValueError:
            raise ValueError("geef een ip-adres of localhost. / Give an ip address or localhost.") from None
    return text


def host_names(text: str) -> tuple[str, ...]:
    """Answer names of hosts, given with commas."""
    return tuple(part.strip().lower() for part in text.split(",") if part.strip())
