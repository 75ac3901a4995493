"""Deflate (RFC 1951) whose bytes are the same for ever, whatever zlib Python was built with.

Any library may find other repetitions in its next version or on another processor, and each
then writes other bytes. This one looks for a repetition at one earlier place, takes it
greedily, and writes the codes that the RFC fixes. It packs a database about a fourth worse
than zlib does and takes some seconds for ten megabytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

_WINDOW = 32768
_SHORTEST, _LONGEST = 4, 258
_STRIDE = 4
"""Within a repetition, every so many places can be found again."""
_AT_ONCE = 1 << 18
"""So many codes are packed together; what came before them is then forgotten."""
_LAST_BLOCK_WITH_FIXED_CODES = "110"
_END = 256


def compress(data: bytes) -> Iterator[bytes]:
    """Pieces of what inflates to ``data``: raw deflate, without head or checksum."""
    bits = _LAST_BLOCK_WITH_FIXED_CODES
    for codes in _codes(data):
        bits += "".join(codes)
        whole = len(bits) // 8 * 8
        yield _packed(bits[:whole])
        bits = bits[whole:]
    bits += _symbol(_END)
    yield _packed(bits.ljust(-(-len(bits) // 8) * 8, "0"))


def _packed(bits: str) -> bytes:
    """Bits in the order of the stream as bytes, which are filled from their lowest bit on."""
    return int(bits[::-1] or "0", 2).to_bytes(len(bits) // 8, "little")


def _codes(data: bytes) -> Iterator[list[str]]:
    """The codes of the bytes and repetitions in ``data``, as bits, many at once."""
    literals, distances = _literals(), cache(_distance)
    lengths = [_length(size) for size in range(_LONGEST + 1)]
    found: dict[bytes, int] = {}  # where four bytes stood last
    codes: list[str] = []
    at = done = 0
    while at <= len(data) - _SHORTEST:
        four = data[at : at + _SHORTEST]
        before, found[four] = found.get(four, -_WINDOW), at
        if at - before >= _WINDOW:
            at += 1
            continue
        size = _repeated(data, before, at)
        codes += map(literals, data[done:at])
        codes += lengths[size], distances(at - before)
        for inner in range(at + 1, at + size, _STRIDE):
            found[data[inner : inner + _SHORTEST]] = inner
        at = done = at + size
        if len(codes) > _AT_ONCE:
            yield codes
            codes = []
            found.clear()
    for start in range(done, len(data), _AT_ONCE):
        yield [*codes, *map(literals, data[start : start + _AT_ONCE])]
        codes = []
    yield codes


def _repeated(data: bytes, before: int, at: int) -> int:
    """How many of the bytes from ``at`` on stand from ``before`` on too, at most 258."""
    size, most = _SHORTEST, min(_LONGEST, len(data) - at)
    # eight at a time: a place costs as much as a place of one
    for size in range(_SHORTEST, most - 7, 8):
        if data[before + size : before + size + 8] != data[at + size : at + size + 8]:
            break
    while size < most and data[before + size] == data[at + size]:
        size += 1
    return size


# --- codes of the RFC, as bits in the order of the stream --------------------------------


def _symbol(number: int) -> str:
    """The fixed code of a byte, of the end (256), or of a group of lengths (RFC 1951, 3.2.6)."""
    if number < 144:
        return f"{0b00110000 + number:08b}"
    if number < 256:
        return f"{0b110010000 + number - 144:09b}"
    if number < 280:
        return f"{number - 256:07b}"
    return f"{0b11000000 + number - 280:08b}"


def _literals() -> Callable[[int], str]:
    return [_symbol(byte) for byte in range(256)].__getitem__


def _length(size: int) -> str:
    """The code of a length of 3 to 258 bytes; "" for what is none."""
    if size < 3:
        return ""
    if size == _LONGEST:
        return _symbol(285)
    group = bisect_right(_LENGTHS, size) - 1
    return _symbol(257 + group) + _extra(size - _LENGTHS[group], max(0, group // 4 - 1))


def _distance(back: int) -> str:
    """The code of a distance of 1 to 32,768 bytes."""
    group = bisect_right(_DISTANCES, back) - 1
    return f"{group:05b}" + _extra(back - _DISTANCES[group], max(0, group // 2 - 1))


def _extra(value: int, width: int) -> str:
    """``value`` in so many bits, the lowest first."""
    return f"{value:0{width}b}"[::-1] if width else ""


def _starts(first: int, groups: int, sharing: int) -> list[int]:
    """Where each group begins: ``sharing`` of them have as many extra bits, then one more."""
    starts = [first]
    for group in range(groups - 1):
        starts.append(starts[-1] + (1 << max(0, group // sharing - 1)))
    return starts


_LENGTHS = _starts(3, 28, 4)
_DISTANCES = _starts(1, 30, 2)
