"""The arguments of factdeck lint."""

from __future__ import annotations

import argparse

from factdeck.cli import arguments

_FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those that other commands have not."""
    _add_selection(parser.add_argument_group("rules"))
    _add_fixes(parser.add_argument_group("fixes"))
    _add_words(parser.add_argument_group("words"))
    _add_baseline(parser.add_argument_group("baseline"))
    _add_input(parser.add_argument_group("notes"))
    _add_output(parser.add_argument_group("output"))


def _add_selection(group: argparse._ArgumentGroup) -> None:
    codes = "comma-separated codes or beginnings of codes, as in C,T1"
    for flag, what in (
        ("--select", f"run only these rules: {codes}"),
        ("--extend-select", "run these rules, too"),
        ("--ignore", "do not run these rules"),
    ):
        group.add_argument(flag, action="append", type=arguments.codes, metavar="CODES", help=what)
    group.add_argument(
        "--per-file-ignores",
        action="append",
        type=_per_file,
        metavar="GLOB:CODES",
        help="do not run these rules on the files of a glob, as in notes/old/*:C,T1",
    )


def _add_fixes(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="mend what can be mended safely")
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff, also what wants a look afterwards",
    )
    group.add_argument(
        "--diff", action="store_true", help="show what --fix would change, and write nothing"
    )


def _add_words(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--add-words",
        action="store_true",
        help="the words that are found misspelled are right: write them into words.txt",
    )


def _add_baseline(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--baseline-write",
        action="store_true",
        help="write factdeck-baseline.json, so that only new findings are shown; "
        "when it is there, take out of it what occurs no longer",
    )
    group.add_argument(
        "--baseline-grow", action="store_true", help="the same, and add what is new to it"
    )
    group.add_argument(
        "--no-baseline", action="store_true", help="show all findings, those in the baseline too"
    )


def _add_input(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--stdin-filename",
        type=arguments.path,
        metavar="FILE",
        help="read the notes of this file from standard input, among all the others",
    )
    group.add_argument(
        "--staged",
        action="store_true",
        help="look at what git has staged for the next commit, and not at the working tree",
    )
    group.add_argument("--watch", action="store_true", help="look again whenever the notes change")
    group.add_argument(
        "--show-files", action="store_true", help="print the files that would be looked at"
    )


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--output-format", choices=_FORMATS, default="full", help="default: full")
    group.add_argument(
        "--statistics", action="store_true", help="count the findings of each rule instead"
    )
    group.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 even when there are findings"
    )
    group.add_argument(
        "--fail-on",
        choices=("warning", "error"),
        default="warning",
        help="the least severity that makes the exit code 1",
    )


def _per_file(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """``GLOB:C,T1`` as a glob with its codes."""
    glob, colon, codes = text.rpartition(":")
    if not (glob.strip() and colon):
        raise argparse.ArgumentTypeError(f"{text!r} is not written as in notes/old/*:C,T1")
    return ((glob.strip(), arguments.codes(codes)),)
