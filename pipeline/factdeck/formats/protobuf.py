"""Read messages of protocol buffers by the numbers of their fields, without their schema.

The wire format: https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED = {_FIXED64: 8, _FIXED32: 4}

Value = int | bytes


def fields(message: bytes) -> Iterator[tuple[int, Value]]:
    """The number and value of each field, in order; ValueError when it is no message."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        number, wire_type = tag >> 3, tag & 7
        if wire_type == _VARINT:
            value, at = _varint(message, at)
            yield number, value
            continue
        if wire_type == _BYTES:
            size, at = _varint(message, at)
        elif wire_type in _FIXED:
            size = _FIXED[wire_type]
        else:
            raise ValueError(f"a protobuf message has no wire type {wire_type}")
        if at + size > len(message):
            raise ValueError("a protobuf message ends too early")
        yield number, message[at : at + size]
        at += size


def last(message: bytes) -> dict[int, Value]:
    """The last value of each field: that of a field which is not repeated."""
    return dict(fields(message))


def text(message: dict[int, Value], number: int) -> str:
    """A field that is a string, "" when it is not set."""
    value = message.get(number, b"")
    if not isinstance(value, bytes):
        raise ValueError("a protobuf field that should be text is a number")
    return value.decode()


def integer(message: dict[int, Value], number: int) -> int:
    """A field that is a number, 0 when it is not set."""
    value = message.get(number, 0)
    if not isinstance(value, int):
        raise ValueError("a protobuf field that should be a number is none")
    return value


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
    raise ValueError("a protobuf message ends too early")
