"""Which letters a text must hold before a pattern can be found in it, so that most patterns are never tried."""

_QUANTIFIERS_THAT_MAY_DROP = "?*"
_ANY = frozenset("wWdDsSbB")
_SHORTEST = 1


def needles(pattern: str) -> tuple[str, ...]:
    r"""Answer pieces of which every match of a pattern holds at least one; empty when there is no such piece.

    Args:
        pattern: a regular expression in small letters, without capturing tricks such as back references.

    Returns:
        The pieces; longer pieces are preferred, for they stand in fewer texts.

    Example:
        >>> needles(r"zwa(?:ar|re) til\w+")
        (' til',)
        >>> needles(r"(?:duwen|trekken)\b")
        ('duwen', 'trekken')
    """
    found = _Reader(pattern).alternatives()
    return () if found is None else tuple(dict.fromkeys(found))


class _Reader:
    """A small reader of the patterns that the vocabularies use."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> tuple[str, ...] | None:
        """Answer one piece for each alternative up to the closing bracket; None when one has none."""
        every: list[str] = []
        complete = True
        while True:
            best = self._sequence()
            complete = complete and best is not None
            every += best or ()
            if not self._peek("|"):
                return tuple(every) if complete else None
            self.at += 1

    def _peek(self, sign: str) -> bool:
        return self.pattern.startswith(sign, self.at)

    def _sequence(self) -> tuple[str, ...] | None:
        candidates: list[tuple[str, ...]] = []
        run = ""
        while self.at < len(self.pattern) and not self._peek("|") and not self._peek(")"):
            piece, group = self._atom()
            may_drop = self._quantifier()
            if group is not None and not may_drop:
                candidates.append(group)
            if piece and not may_drop:
                run += piece
            elif piece is None or may_drop:
                candidates.append((run,))
                run = ""
        candidates.append((run,))
        usable = [found for found in candidates if found and min(map(len, found)) >= _SHORTEST]
        return max(usable, key=lambda found: (min(map(len, found)), -len(found))) if usable else None

    def _atom(self) -> tuple[str | None, tuple[str, ...] | None]:
        """Answer the letter here (empty for a place without width, None for any sign) and what a group must hold."""
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "\\":
            escaped = self.pattern[self.at]
            self.at += 1
            if escaped in "bB":
                return "", None
            return (None, None) if escaped in _ANY else (escaped, None)
        if sign == "[":
            self.at = self.pattern.index("]", self.at + 1) + 1
            return None, None
        if sign == "(":
            return self._group()
        if sign in "^$":
            return "", None
        return (None, None) if sign == "." else (sign, None)

    def _group(self) -> tuple[str | None, tuple[str, ...] | None]:
        without_width = self.pattern.startswith(("?=", "?!", "?<=", "?<!"), self.at)
        for opening in ("?:", "?=", "?!", "?<=", "?<!"):
            if self._peek(opening):
                self.at += len(opening)
                break
        if self._peek("?P<"):
            self.at = self.pattern.index(">", self.at) + 1
        found = self.alternatives()
        self.at += 1  # the closing bracket
        return ("", None) if without_width else (None, found)

    def _quantifier(self) -> bool:
        """Skip a quantifier; answer whether the piece before it may be absent or repeated."""
        if self.at >= len(self.pattern):
            return False
        sign = self.pattern[self.at]
        if sign in _QUANTIFIERS_THAT_MAY_DROP or sign == "+":
            self.at += 1
            dropped = True
        elif sign == "{":
            self.at = self.pattern.index("}", self.at) + 1
            dropped = True
        else:
            return False
        if self._peek("?"):
            self.at += 1
        return dropped


def branches(pattern: str) -> tuple[str, ...]:
    r"""Answer the alternatives of a pattern that stand outside every bracket; each can be searched on its own.

    Args:
        pattern: a regular expression.

    Example:
        >>> branches(r"\btil(?:t|len)\b|\bsjouw\w*")
        ('\\btil(?:t|len)\\b', '\\bsjouw\\w*')
    """
    found, depth, at, first = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = pattern.index("]", at + 2)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            found.append(pattern[first:at])
            first = at + 1
        at += 1
    return (*found, pattern[first:])
