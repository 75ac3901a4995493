"""The command among streams that are closed or full, and signals that end it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factdeck import cli

GOOD = "# Ports\n\nQ: Which port does SSH use?\nA: 22\n"
BAD = "# Kinds\n\nTwo kinds of balancers:\n\n- one\n- two\n- three\n"
FACTDECK = shlex.join([sys.executable, "-m", "factdeck"])
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(cli.__file__).parent.parent),
    "NO_COLOR": "1",
    "COLUMNS": "80",
}

on_posix = pytest.mark.xfail(os.name != "posix", reason="streams and signals of POSIX", run=False)
pytestmark = on_posix


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def shell(folder: Path, command: str) -> tuple[int, str, str]:
    ran = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True
    )
    return ran.returncode, ran.stdout, ran.stderr


def python(folder: Path, code: str) -> tuple[int, str, str]:
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    return ran.returncode, ran.stdout, ran.stderr


# --- streams -----------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", ["facts", "lint", "build", "rule", "--version", "--help"])
@pytest.mark.parametrize(
    ("closed", "speaks"),
    [("<&-", True), ("2>&-", True), ("<&- 2>&-", True), (">&-", False), ("<&- >&- 2>&-", False)],
)
def test_a_closed_stream_is_output_that_nobody_wants(
    folder: Path, arguments: str, closed: str, speaks: bool
) -> None:
    code, out, err = shell(folder, f"{FACTDECK} {arguments} {closed}")
    assert (code, err, bool(out)) == (0, "", speaks)


def test_findings_count_though_nobody_reads_them(folder: Path) -> None:
    (folder / "notes/bad.md").write_text(BAD, encoding="utf-8")
    assert shell(folder, f"{FACTDECK} lint >&-") == (1, "", "")


def test_a_build_without_output_writes_its_files(folder: Path) -> None:
    assert shell(folder, f"{FACTDECK} build >&-")[0] == 0
    assert (folder / "dist/manifest.json").is_file()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    ["facts", "facts --coverage", "lint", "lint --statistics", "build", "rule", "--version"],
)
def test_output_that_cannot_be_written_exits_2(
    folder: Path, arguments: str, unbuffered: str
) -> None:
    (folder / "notes/bad.md").write_text(BAD, encoding="utf-8")
    command = f"PYTHONUNBUFFERED={unbuffered} {FACTDECK} {arguments}"
    code, _, err = shell(folder, f"{command} > /dev/full")
    assert code == 2
    assert err.startswith("factdeck: The output cannot be written: No space left on device.")
    assert err.count("\n") == 1


def test_much_output_that_cannot_be_written_exits_2(folder: Path) -> None:
    (folder / "notes/good.md").write_text(GOOD * 200, encoding="utf-8")
    code, _, err = shell(folder, f"{FACTDECK} facts > /dev/full")
    assert (code, err.count("\n")) == (2, 1)


def test_warnings_that_cannot_be_written_change_nothing(folder: Path) -> None:
    (folder / "notes/bad.md").write_bytes(b"\x00" * 100)
    assert shell(folder, f"{FACTDECK} build 2> /dev/full")[0] == 0


@pytest.mark.parametrize("length", [1, 200])
def test_a_reader_that_leaves_is_no_trouble(folder: Path, length: int) -> None:
    (folder / "notes/good.md").write_text(GOOD * length, encoding="utf-8")
    assert shell(folder, f"{FACTDECK} facts | true") == (0, "", "")


def test_a_working_folder_that_is_gone_exits_2(folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    code, out, err = shell(gone, f"rmdir ../gone && {FACTDECK} lint")
    assert (code, out) == (2, "")
    assert err.startswith("factdeck: The working folder is gone")
    assert err.count("\n") == 1


# --- signals -----------------------------------------------------------------------------

_WHILE_PACKING = """
import os, signal, sys
from factdeck import cli
from factdeck.formats import archive

def killed(*_: object) -> None:
    os.kill(os.getpid(), {signal})

archive.write = killed
sys.exit(cli.main(["build", "--no-cache"]))
"""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["TERM", "INT"]
)
def test_an_ended_build_leaves_nothing_behind(folder: Path, number: int, code: int) -> None:
    assert python(folder, _WHILE_PACKING.format(signal=int(number))) == (code, "", "")
    assert list((folder / "dist").iterdir()) == []
    assert not (folder / "factdeck.lock").exists()


_WHILE_READING = """
import os, signal, sys
from factdeck import cli, facts

def killed(*_: object) -> None:
    if not os.path.exists("killed"):
        os.mkdir("killed")
        {kill}

os.cpu_count = lambda: 2
facts.read = killed
sys.exit(cli.main(["facts", "--no-cache"]))
"""


@pytest.mark.parametrize(
    ("kill", "code"),
    [
        ("os.killpg(0, signal.SIGINT)", 130),  # a terminal tells all of Ctrl-C
        ("os.kill(os.getppid(), signal.SIGTERM)", 143),
    ],
    ids=["INT", "TERM"],
)
def test_workers_end_without_a_word(folder: Path, kill: str, code: int) -> None:
    for index in range(100):
        (folder / f"notes/{index}.md").write_text(GOOD, encoding="utf-8")
    assert python(folder, _WHILE_READING.format(kill=kill)) == (code, "", "")


_WHILE_IMPORTING = """
import os, signal, sys
from importlib.abc import MetaPathFinder

class Interrupting(MetaPathFinder):
    def find_spec(self, name: str, *_: object) -> None:
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv = ["factdeck", "lint"]
import runpy
runpy.run_module("factdeck", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["factdeck.cli", "factdeck.run", "factdeck.lint.rules"])
def test_an_interrupt_while_starting_is_silent(folder: Path, module: str) -> None:
    assert python(folder, _WHILE_IMPORTING.format(module=module)) == (130, "", "")


def test_signals_are_as_before_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.getsignal(number) for number in numbers]
    assert cli.main(["rule"]) == 0
    assert [signal.getsignal(number) for number in numbers] == before
    assert capsys.readouterr().out


def test_starting_loads_no_stage() -> None:
    code = "import sys, factdeck.cli; print(*(n for n in sys.modules if n[:9] == 'factdeck.'))"
    _, out, _ = python(Path.cwd(), code)
    layers = {name.split(".")[1] for name in out.split()}
    assert layers == {"cli", "errors", "process"}
