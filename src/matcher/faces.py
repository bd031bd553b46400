"""The public face of a package whose names load when they are first used (PEP 562).

A command pays only for what it runs: whoever asks the reports for one view does not load the other twenty.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["on_first_use"]


def on_first_use(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Answer the `__getattr__` of a package: it loads a public name from its module when it is first asked for.

    A public name may not be the name of a module beside it, for then the module would answer.

    Args:
        package: the full name of the package.
        homes: public name -> the module in the package where it lives.

    Example:
        >>> load = on_first_use("matcher.domain", {"Mark": "demand"})
        >>> load("Mark").__name__
        'Mark'
    """

    def load(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
