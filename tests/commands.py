"""Commands run as a user runs them, in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factdeck import cli

Run = Callable[..., tuple[int, str, str]]
"""From the arguments of a command to its exit code, and what it printed and complained of."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: object) -> tuple[int, str, str]:
        try:
            code = cli.main(list(map(str, arguments)))
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run_command
