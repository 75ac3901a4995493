"""What a process gets from the one that starts it: streams that may be closed, and signals."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

from factdeck.errors import UserError


@contextmanager
def streams() -> Iterator[None]:
    """Write UTF-8 whatever the locale says, and never fail on a character.

    A stream that is closed belongs to somebody who wants none of it.
    """
    with ExitStack() as stack:
        if sys.stdout is None:
            stack.enter_context(redirect_stdout(stack.enter_context(_nowhere())))
        if sys.stderr is None:
            stack.enter_context(redirect_stderr(stack.enter_context(_nowhere())))
        # written through, a failure would show once only, and argparse keeps that to itself
        _reconfigure(sys.stdout, write_through=False)
        _reconfigure(sys.stderr)
        yield


def _reconfigure(stream: TextIO, **more: bool) -> None:
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace", **more)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def write(text: str) -> None:
    """Write to the standard output. Raises UserError, or BrokenPipeError when its reader left."""
    with _writing():
        sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """As :func:`write`, for bytes that are to arrive as they are."""
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def flush() -> None:
    """Have written all that :func:`write` was given; raises the same."""
    with _writing():
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        with _nowhere() as nowhere:  # where Python writes the rest when it ends
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or str(error)
        raise UserError(
            f"The output cannot be written: {reason}. Send it elsewhere, then try again."
        ) from error


@contextmanager
def signals() -> Iterator[None]:
    """Leave by SystemExit, so that what is half done is cleaned up, on Ctrl-C and SIGTERM.

    The exit code is that of shells: 128 and the number of the signal. Signals that somebody
    has set already, as nohup does, are left alone.
    """
    own = os.getpid()

    def end(number: int, _: object) -> None:
        if os.getpid() == own:
            for each in replaced:  # cleaning up is not to be cut short
                signal.signal(each, signal.SIG_IGN)
            sys.exit(128 + number)
        if number == signal.SIGTERM:  # a worker; of Ctrl-C it hears too, but waits for its parent
            os._exit(128 + number)

    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
    replaced = {each: was for each, was in usual.items() if signal.getsignal(each) is was}
    try:
        for each in replaced:
            signal.signal(each, end)
        yield
    finally:
        for each, was in replaced.items():
            signal.signal(each, was)


def leave_interrupts() -> None:
    """In a worker: Ctrl-C is for the process that started it, which ends it in its turn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
