"""Parts that are made when they are first asked for, made beforehand: for a process that lives long."""

from functools import cached_property


def load_parts(*things: object) -> None:
    """Make every part of these that waits for its first use; who asks first would wait for it.

    Args:
        things: values with cached properties.

    Example:
        >>> from matcher.language.title_words import shipped_title_words
        >>> load_parts(shipped_title_words())
        >>> "written" in vars(shipped_title_words())
        True
    """
    for thing in things:
        for kind in type(thing).__mro__:
            for name, value in vars(kind).items():
                if isinstance(value, cached_property):
                    getattr(thing, name)
