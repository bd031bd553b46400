"""Words of a Word file that are bold, underlined or on a colour: on many forms that is how a line is chosen."""

import re
from xml.etree.ElementTree import Element

_ON, _OFF = "\ue0f0", "\ue0f1"  # signs without a meaning of their own, around strong words while a line is read
_PIECE = re.compile(r"[^\t\n\f]+")
_INSIDE = re.compile(f"{_ON}([^{_OFF}]*){_OFF}")
_SAID_NO = frozenset({"0", "false", "off", "none", "clear", "auto", "nil"})
_STRONG_STYLE = re.compile(r"strong|bold|zwaar|vet", re.IGNORECASE)


def is_strong(run: Element, space: str) -> bool:
    """Answer whether the words of a run are bold, underlined or on a colour.

    Args:
        run: the run.
        space: the name space of its tags.
    """
    about = run.find(f"{space}rPr")
    if about is None:
        return False
    for name in ("b", "u", "highlight"):
        sign = about.find(f"{space}{name}")
        if sign is not None and (sign.get(f"{space}val") or "1").casefold() not in _SAID_NO:
            return True
    shade = about.find(f"{space}shd")
    filled = shade is not None and (shade.get(f"{space}fill") or "auto").casefold() not in {*_SAID_NO, "ffffff"}
    style = about.find(f"{space}rStyle")
    return filled or (style is not None and _STRONG_STYLE.search(style.get(f"{space}val") or "") is not None)


def strongly(words: str) -> str:
    """Answer words with the signs around them that say that they are strong; tabs and new lines stay outside."""
    return _PIECE.sub(lambda found: f"{_ON}{found.group()}{_OFF}", words.replace(_ON, "").replace(_OFF, ""))


def weighed_words(words: str) -> tuple[str, bool]:
    """Answer words without those signs, and whether most letters stood between them.

    Example:
        >>> weighed_words("een " + strongly("groot woord"))
        ('een groot woord', True)
    """
    strong = sum(len("".join(each.split())) for each in _INSIDE.findall(words))
    text = " ".join(words.replace(_ON, "").replace(_OFF, "").split())
    return text, 2 * strong > len(text.replace(" ", ""))
