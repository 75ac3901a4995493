"""Reading a file of notes: bytes → text with its front matter, or a problem (E101)."""

from __future__ import annotations

import codecs
import os
import stat

from factdeck.config import MAX_BYTES
from factdeck.model import FrontMatter, Problem, Source, Span
from factdeck.sources.collect import SourceFile
from factdeck.sources.front_matter import front_matter

MARKDOWN = (".md", ".markdown")
OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read(found: SourceFile, max_bytes: int = MAX_BYTES, data: bytes | None = None) -> Source:
    """The source in a file that was collected; ``data`` stands in for what the file holds.

    Never raises for what the file is or holds: a file that cannot be read as UTF-8 text
    of at most ``max_bytes`` bytes gives a source without text and a problem E101.
    """
    trouble, offset = found.trouble, 0
    if data is None:
        data, trouble = (b"", trouble) if trouble else _load(found.file, max_bytes)
    if not trouble:
        trouble, offset = _flaw(data)
    if trouble:
        text, front = "", FrontMatter()
        line, column = _position(data[:offset])
        problems: tuple[Problem, ...] = (Problem("E101", Span(found.path, line, column), trouble),)
    else:
        text = decoded(data)
        front, problems = front_matter(text, found.path)
    markdown = found.path.lower().endswith(MARKDOWN)
    return Source(found.path, found.name, found.file, text, markdown, front, problems)


def _load(file: str, max_bytes: int) -> tuple[bytes, str]:
    """The bytes of ``file``, or why there are none.

    Only a regular file is opened: a pipe or a device would keep us waiting for ever.
    """
    try:
        status = os.stat(file)
        if not stat.S_ISREG(status.st_mode):
            return b"", "this is not a regular file"
        with open(file, "rb") as stream:
            data = stream.read(max_bytes + 1) if status.st_size <= max_bytes else b""
    except PermissionError:
        return b"", "there is no permission to read this file"
    except OSError as error:
        return b"", f"this file cannot be read: {error.strerror}"
    size = max(status.st_size, len(data))
    if size > max_bytes:
        limit = f"the limit is {max_bytes:,} (max-bytes in the settings)"
        return b"", f"this file is too large: {size:,} bytes, and {limit}"
    return data, ""


def _flaw(data: bytes) -> tuple[str, int]:
    """Why ``data`` is no UTF-8 text and from which byte on; an empty reason when it is."""
    for mark, encoding in OTHER_ENCODINGS:
        if data.startswith(mark):
            return f"this file is {encoding}; save it as UTF-8", 0
    nul = data.find(b"\0")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if nul < 0 or error.start < nul:
            byte = data[error.start]
            return f"this file is not UTF-8 (byte 0x{byte:02X}); save it as UTF-8", error.start
    return ("there is a NUL byte here: is this a text file?", nul) if nul >= 0 else ("", 0)


def decoded(data: bytes) -> str:
    """``data`` as text without byte order mark, every line end a line feed."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _position(before: bytes) -> tuple[int, int]:
    """Line and column of what follows the bytes ``before``."""
    text = decoded(before)
    return text.count("\n") + 1, len(text) - text.rfind("\n")
