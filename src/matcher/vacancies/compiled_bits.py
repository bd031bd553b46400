"""Two instructions of the processor for words of bits, which numba does not offer by itself."""

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic


def _cttz(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return types.uint64(types.uint64), build


def _ctpop(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


# Numba adds the first argument of these by itself.
lowest_bit: Any = intrinsic(_cttz)
ones: Any = intrinsic(_ctpop)
