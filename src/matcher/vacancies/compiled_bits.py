"""What a processor does with many neighbours at once, which numba does not offer by itself.

Words of bits are counted and walked; 64 rows of a column are compared together and answer a word with a bit per row.
"""

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

LANES = 16
"""How many persons share a look at a row: their bytes of one table lie together and are read at once."""

_WORD = 64
_NO_DAY = 65535
_BIT, _BYTE, _SHORT, _LONG = (ir.IntType(bits) for bits in (1, 8, 16, 64))


def _cttz(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(_BIT, 1))

    return types.uint64(types.uint64), build


def _ctpop(typing_context: Any, word: Any) -> Any:  # noqa: ARG001 numba's signature
    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


def _at(context: Any, builder: Any, kind: Any, array: Any, place: Any) -> Any:
    """Answer the address of a place in an array."""
    return builder.gep(context.make_array(kind)(context, builder, array).data, [place])


def _vector(builder: Any, address: Any, kind: Any, count: int) -> Any:
    """Answer some neighbours from an address on."""
    wide = ir.VectorType(kind, count)
    loaded = builder.load(builder.bitcast(address, wide.as_pointer()))
    loaded.align = 1
    return loaded


def _spread(builder: Any, value: Any, kind: Any, count: int) -> Any:
    """Answer a number once for every neighbour."""
    wide = ir.VectorType(kind, count)
    one = builder.insert_element(ir.Constant(wide, ir.Undefined), value, ir.Constant(ir.IntType(32), 0))
    zeros = ir.Constant(ir.VectorType(ir.IntType(32), count), [0] * count)
    return builder.shuffle_vector(one, ir.Constant(wide, ir.Undefined), zeros)


def _all_of(kind: Any, count: int, value: int) -> Any:
    return ir.Constant(ir.VectorType(kind, count), [value] * count)


def _listed(_context: Any, expires: Any, first: Any, last: Any, _start: Any, _day: Any, _days: Any, _since: Any) -> Any:
    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        ends, seen, latest = (
            _vector(builder, _at(context, builder, kind, array, arguments[3]), _SHORT, _WORD)
            for kind, array in zip(signature.args[:3], arguments[:3], strict=True)
        )
        today, open_days, new = (_spread(builder, number, _SHORT, _WORD) for number in arguments[4:])
        until = builder.add(latest, open_days)
        too_far = builder.icmp_unsigned("<", until, latest)
        until = builder.select(too_far, _all_of(_SHORT, _WORD, _NO_DAY), until)
        without_day = builder.icmp_unsigned("==", ends, _all_of(_SHORT, _WORD, _NO_DAY))
        until = builder.select(without_day, until, ends)
        live = builder.and_(builder.icmp_unsigned(">=", until, today), builder.icmp_unsigned("<=", seen, today))
        live = builder.and_(live, builder.icmp_unsigned(">=", seen, new))
        return builder.bitcast(live, _LONG)

    shorts = (types.uint16, types.uint16, types.uint16)
    return types.uint64(expires, first, last, types.uint64, *shorts), build


def _lower(typing_context: Any, column: Any, start: Any, line: Any) -> Any:  # noqa: ARG001
    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        values = _vector(builder, _at(context, builder, signature.args[0], arguments[0], arguments[1]), _SHORT, _WORD)
        told = builder.icmp_unsigned("!=", values, _all_of(_SHORT, _WORD, 0))
        low = builder.icmp_unsigned("<", values, _spread(builder, arguments[2], _SHORT, _WORD))
        return builder.bitcast(builder.and_(told, low), _LONG)

    return types.uint64(column, types.uint64, types.uint16), build


def _at_least(typing_context: Any, bytes_of: Any, line: Any) -> Any:  # noqa: ARG001
    def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        zero = ir.Constant(_LONG, 0)
        values = _vector(builder, _at(context, builder, signature.args[0], arguments[0], zero), _BYTE, _WORD)
        return builder.bitcast(builder.icmp_unsigned(">=", values, _spread(builder, arguments[1], _BYTE, _WORD)), _LONG)

    return types.uint64(bytes_of, types.uint8), build


def _together(*, with_more: bool) -> Callable[..., Any]:
    """Answer the look of several persons at 64 rows, by one table of theirs or by two."""

    def typed(
        _context: Any, codes: Any, table: Any, others: Any, more: Any, _start: Any, lines: Any, out: Any, able: Any
    ) -> Any:
        def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            kinds, start_at, zero = signature.args, arguments[4], ir.Constant(_LONG, 0)
            line = _vector(builder, _at(context, builder, kinds[5], arguments[5], zero), _BYTE, LANES)
            masks = cgutils.alloca_once(builder, ir.ArrayType(_SHORT, _WORD))  # type: ignore[no-untyped-call]
            opened = builder.bitcast(masks, _SHORT.as_pointer())
            can = _at(context, builder, kinds[7], arguments[7], zero)

            def bytes_at(codes_at: int, row: Any) -> Any:
                code = builder.load(_at(context, builder, kinds[codes_at], arguments[codes_at], row))
                place = builder.mul(builder.zext(code, _LONG), ir.Constant(_LONG, LANES))
                return _vector(
                    builder, _at(context, builder, kinds[codes_at + 1], arguments[codes_at + 1], place), _BYTE, LANES
                )

            for at in range(_WORD):
                row = builder.add(start_at, ir.Constant(_LONG, at))
                values = bytes_at(0, row)
                if with_more:
                    values = builder.and_(values, bytes_at(2, row))
                some = builder.icmp_unsigned("!=", values, _all_of(_BYTE, LANES, 0))
                place = [ir.Constant(_LONG, at)]
                builder.store(builder.bitcast(some, _SHORT), builder.gep(opened, place))
                enough = builder.icmp_unsigned(">=", values, line)
                builder.store(builder.bitcast(enough, _SHORT), builder.gep(can, place))
            by_row = _vector(builder, opened, _SHORT, _WORD)
            words = _at(context, builder, kinds[6], arguments[6], zero)
            for lane in range(LANES):
                held = builder.and_(by_row, _all_of(_SHORT, _WORD, 1 << lane))
                found = builder.icmp_unsigned("!=", held, _all_of(_SHORT, _WORD, 0))
                builder.store(builder.bitcast(found, _LONG), builder.gep(words, [ir.Constant(_LONG, lane)]))
            any_can = builder.icmp_unsigned("!=", _vector(builder, can, _SHORT, _WORD), _all_of(_SHORT, _WORD, 0))
            return builder.bitcast(any_can, _LONG)

        return types.uint64(codes, table, others, more, types.uint64, lines, out, able), build

    return typed


def _fetch(typing_context: Any, number: Any) -> Any:  # noqa: ARG001
    def build(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        whole = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [cgutils.voidptr_t, whole, whole, whole])
        ask = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0i8")  # type: ignore[no-untyped-call]
        at = builder.inttoptr(arguments[0], cgutils.voidptr_t)
        builder.call(ask, [at, *(ir.Constant(whole, number) for number in (0, 3, 1))])  # to read, keep near, data
        return context.get_dummy_value()

    return types.void(types.uint64), build


def _number_at(kind: Any, answer: Any, *, signed: bool) -> Callable[..., Any]:
    """Answer how a number of some kind is read from an address on."""

    def typed(typing_context: Any, start: Any, place: Any) -> Any:  # noqa: ARG001
        def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            found = builder.load(builder.gep(builder.inttoptr(arguments[0], kind.as_pointer()), [arguments[1]]))
            if kind is _LONG:
                return found
            return builder.sext(found, _LONG) if signed else builder.zext(found, _LONG)

        return answer(types.uint64, types.uint64), build

    return typed


# Numba adds the first argument of these by itself.
lowest_bit: Any = intrinsic(_cttz)
ones: Any = intrinsic(_ctpop)
listed_word: Any = intrinsic(_listed)
"""(expires, first_seen, last_seen, start, day, open_days, new_since): which of 64 rows are vacancies on the day."""
lower_word: Any = intrinsic(_lower)
"""(column, start, line): which of 64 rows have a number that is not 0 and below the line."""
at_least_word: Any = intrinsic(_at_least)
"""(64 bytes, line): which of them are at least the line."""
together: Any = intrinsic(_together(with_more=False))
"""(codes, table, other codes, other table, start, lines, out, able): a look of `LANES` persons at 64 rows by one table.

`out` gets a word of rows per person with a byte that is not 0; `able` gets per row a bit per person whose byte reaches
that person's line. It answers which rows have such a bit. The tables hold the bytes of all persons for a code together.
"""
together_by_two: Any = intrinsic(_together(with_more=True))
"""The same by both tables: a byte of the first one counts where that of the second is 255, and not where it is 0."""
fetch: Any = intrinsic(_fetch)
"""(address): let memory bring what lies there while something else is worked out."""
long_at: Any = intrinsic(_number_at(_LONG, types.int64, signed=True))
"""(address, place): a number of 64 bits of the array that begins at the address.

An array that compiled code holds is counted as held, at every look again where numba cannot see through it; an address
is only a number. Whoever hands one out keeps the array.
"""
int_at: Any = intrinsic(_number_at(ir.IntType(32), types.int64, signed=True))
"""The same for a number of 32 bits with a sign."""
short_at: Any = intrinsic(_number_at(_SHORT, types.uint64, signed=False))
"""The same for a number of 16 bits without one."""
small_at: Any = intrinsic(_number_at(_BYTE, types.uint64, signed=False))
"""The same for a number of 8 bits without one."""
