"""How demands lie on disk: each distinct value once, and per cell which one; small without compression.

Compressed bytes differ between builds of the compressor. These do not, so equal demands give equal files everywhere.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

DEMANDS = ("within", "within_peak", "error_by_level", "mark", "source", "typical")
"""What is known of one occupation on one channel, as stored."""

STORED = ("occupations", "channels", "cell", *DEMANDS)
"""The arrays of a table of demands."""


def order_mark(names: Iterable[str]) -> "Array":
    """Answer 32 bytes that tell whether a table was made for these names in this order.

    Args:
        names: for example the ids of the occupations.

    Example:
        >>> order_mark(["isco:4226"]).shape
        (32,)
    """
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    return np.frombuffer(hashlib.sha256("\n".join(names).encode()).digest(), dtype=np.uint8)


def pack(demands: Mapping[str, "Array"], occupations: Iterable[str], channels: Sequence[str]) -> dict[str, "Array"]:
    """Answer the arrays to write for these demands.

    Args:
        demands: the arrays of `DEMANDS`, [occupations, channels] or [occupations, channels, levels].
        occupations: the ids, in order.
        channels: the channels, in order.

    Returns:
        The arrays of `STORED`; equal demands give equal arrays.
    """
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    shape = demands["mark"].shape
    cells = [np.ascontiguousarray(demands[name].reshape(*shape, -1)).view(np.uint8) for name in DEMANDS]
    rows = np.concatenate(cells, axis=2).reshape(shape[0] * shape[1], -1)
    _, first, cell = np.unique(rows.view(f"V{rows.shape[1]}").ravel(), return_index=True, return_inverse=True)
    packed = {name: demands[name].reshape(len(rows), *demands[name].shape[2:])[first] for name in DEMANDS}
    kind = np.min_scalar_type(max(len(first) - 1, 0))
    return {
        "occupations": order_mark(occupations),
        "channels": np.array(channels),
        "cell": cell.reshape(shape).astype(kind),
        **packed,
    }


def unpack(stored: Sequence[Mapping[str, "Array"]]) -> dict[str, "Array"]:
    """Answer demands as they were packed, those of several tables one after the other, each with its largest error.

    Args:
        stored: the arrays of `STORED` per table.

    Returns:
        The arrays of `DEMANDS`, and `error`: the largest uncertainty over the levels.
    """
    import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

    rows, channels = sum(len(table["cell"]) for table in stored), stored[0]["cell"].shape[1]
    full = [{**table, "error": table["error_by_level"].max(axis=1)} for table in stored]
    unpacked = {}
    for name in (*DEMANDS, "error"):
        values = full[0][name]
        unpacked[name] = np.empty((rows, channels, *values.shape[1:]), dtype=values.dtype)
        begin = 0
        for table in full:
            end = begin + len(table["cell"])
            table[name].take(table["cell"], axis=0, out=unpacked[name][begin:end], mode="clip")
            begin = end
    return unpacked
