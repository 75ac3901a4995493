"""The rules of family P: what Anki would lose, refuse or change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from factdeck.lint.engine import run
from factdeck.lint.rule import all_rules
from factdeck.model import Finding, IdentifiedNote, Media, Note, NoteKind, Severity
from factdeck.package import Package
from package_notes import note, package, package_of

RULES = [rule for rule in all_rules() if rule.over is Package]
MAP = Media("map-1a2b.png", "img/map.png", "0" * 64)
OTHER_MAP = replace(MAP, file="other/map.png", sha256="1" * 64)
SHOWS_MAP = '<img src="map-1a2b.png">'


def findings(code: str, subject: Package) -> tuple[Finding, ...]:
    return run([rule for rule in RULES if rule.code == code], [subject])


def of_notes(code: str, *notes: Note) -> list[str]:
    return [finding.message for finding in findings(code, package(notes))]


def media(name: str, sha256: str = "0" * 64) -> Media:
    return Media(name, f"img/{name}", sha256)


# code, notes that a rule says nothing about
SILENT: Sequence[tuple[str, list[Note]]] = [
    ("P101", [note(), note("{{c1::a}}", kind=NoteKind.CLOZE), note("b", kind=NoteKind.REVERSED)]),
    ("P102", [note("x"), note(SHOWS_MAP), note("[sound:a.mp3]"), note(r"\(x\)")]),
    ("P102", [note("x", ""), note("{{c1::x}}", "", NoteKind.CLOZE)]),
    ("P104", [note("a\tb\nc", "ü 😀 \u2028 \x7f")]),
    ("P105", [note(tags=("exam-tips", "a::b", "größe", "c#", "marked-up", "leeches"))]),
    ("P105", [note(tags=("no\u00a0break",))]),
    ("P106", [note("a &lt; b", '<b class="x">bold</b><br/><br><IMG src="a.png" />')]),
    ("P106", [note("a > b", "<!-- a comment -->", context="S3 › a")]),
    ("P106", [note('<span title="a &gt; b">x</span><h2>y</h2>')]),
    ("P107", [note(media=(MAP,)), note("b", media=(MAP, media("Word_1.2.mp3")))]),
    ("P107", [note(media=(media("a" * 116 + ".png"), media("console.png")))]),
    ("P108", [note(back="x"), note(back=SHOWS_MAP), note("{{c1::x}}", "", NoteKind.CLOZE)]),
    ("P108", [note("x", "", NoteKind.REVERSED)]),  # P102 says so
    ("P109", [note(deck="AWS::Solutions Architect"), note("b", deck="AWS")]),
    ("P109", [note(deck="a: b", tags=("a::b", "A::b", "<b>"))]),
    ("P110", [note("<b>a <i>b</i></b>", "<ul><li>a</li></ul><br><hr><img src='x'>")]),
    ("P110", [note("a &lt;b&gt;", "a < b")]),
    ("P111", [note(SHOWS_MAP, media=(MAP,)), note("b", '<img src="https://x.org/a.png">')]),
    ("P111", [note("[sound:a&b.mp3]", media=(media("a&b.mp3"),)), note("<b>src=</b>")]),
    ("P111", [note('<img alt="a" src="a&amp;b.png">', media=(media("a&b.png"),))]),
    ("P112", [note("a\tb\nc", "ü \u2028")]),
]

# code, note, what the rule says of it
LOUD: Sequence[tuple[str, Note, str]] = [
    ("P101", note("no marker", kind=NoteKind.CLOZE, ordinals=()), 'the cloze note "no marker"'),
    ("P102", note(""), 'the front of "notes.md › " is empty'),
    ("P102", note("&nbsp;<br> ", key="k"), 'the front of "k" is empty'),
    ("P102", note("x", "<b></b>", NoteKind.REVERSED), "the back of"),
    ("P102", note(" ", "x", NoteKind.CLOZE), "the text of"),
    ("P104", note("a\x1fb"), "the field Front of"),
    ("P104", note("a", "\x1f"), "holds U+001F"),
    ("P104", note("a", context="\ud800"), "holds U+D800"),
    ("P105", note(tags=("ok", "two words")), '"two words" holds white space'),
    ("P105", note(tags=("tab\tbed",)), "holds white space"),
    ("P105", note(tags=("wide\u3000space",)), "holds white space"),
    ("P105", note(tags=("",)), "is empty"),
    ("P105", note(tags=("leech",)), "Anki's own"),
    ("P105", note(tags=("Marked",)), "Anki's own"),
    ("P106", note("if a < b & c > d"), '"< b & c > d" in the field Front'),
    ("P106", note("x", "List<String>"), '"<String>" in the field Back'),
    ("P106", note("x", "1 <2"), '"<2"'),
    ("P106", note("x", "<"), '"<"'),
    ("P106", note("x", "<b <i>y</i>"), '"<b <i>y</i>"'),
    ("P107", note(media=(media("what?.png"),)), '"what?.png" would get another name'),
    ("P107", note(media=(media("with space.png"),)), "another name"),
    ("P107", note(media=(media("größe.png"),)), "another name"),
    ("P107", note(media=(media("_font.woff"),)), "another name"),
    ("P107", note(media=(media("con.png"),)), "another name"),
    ("P107", note(media=(media("trailing."),)), "another name"),
    ("P107", note(media=(media("x" * 121),)), "Anki cuts it at 120"),
    ("P107", note(media=(MAP, OTHER_MAP)), "img/map.png have one name and are two files"),
    ("P107", note(media=(media("Map-1A2B.png"), MAP)), "one name"),
    ("P108", note("What?", ""), '"What?" has no answer'),
    ("P108", note("What?", "&nbsp;"), "no answer"),
    ("P109", note(deck="AWS::::S3"), "empty level"),
    ("P109", note(deck="::S3"), "empty level"),
    ("P109", note(deck=""), "empty level"),
    ("P109", note(deck="AWS :: S3"), "blanks around a level"),
    ("P109", note(deck="A\nB"), "control characters"),
    ("P109", note(tags=("a::",)), 'the tag "a::" has an empty level'),
    ("P110", note("<b>open"), '"<b>" in the field Front'),
    ("P110", note("x", "closed</i>"), '"</i>" in the field Back'),
    ("P110", note("x", "<b><i>crossed</b></i>"), '"</b>"'),
    ("P111", note(SHOWS_MAP), "which is not in the package"),
    ("P111", note("[sound:a.mp3]"), 'shows "a.mp3"'),
    ("P111", note(media=(MAP,)), "does not show it"),
    ("P112", note("a\x07b"), "U+0007, which Anki drops"),
    ("P112", note("x", "a\x0cb"), "U+000C"),
]


@pytest.mark.parametrize(("code", "notes"), SILENT)
def test_a_rule_is_silent(code: str, notes: list[Note]) -> None:
    assert of_notes(code, *notes) == []


@pytest.mark.parametrize(("code", "wrong", "message"), LOUD)
def test_a_rule_speaks_where_the_note_stands(code: str, wrong: Note, message: str) -> None:
    here = replace(wrong, span=replace(wrong.span, line=7, end_line=7))
    (finding,) = findings(code, package([here]))
    assert message in finding.message
    assert finding.span.line == 7


def test_every_rule_has_notes_that_it_is_silent_about_and_speaks_of() -> None:
    codes = {rule.code for rule in RULES} - {"P103"}
    assert {code for code, _ in SILENT} == {code for code, *_ in LOUD} == codes


# --- what takes two notes ----------------------------------------------------------------


def identified(guid: str, front: str) -> IdentifiedNote:
    return IdentifiedNote(guid, 1000, note(front, line=len(front)))


def test_guids_of_their_own_are_silent() -> None:
    notes = [identified(guid, guid) for guid in ("a", "A", "aa")]
    assert findings("P103", package_of(notes)) == ()


def test_a_repeated_or_empty_guid_is_told_with_the_first() -> None:
    notes = [identified("a", "one"), identified("a", "other"), identified(" ", "nothing")]
    repeated, empty = findings("P103", package_of(notes))
    assert "has the GUID" in repeated.message
    assert [related.span.line for related in repeated.related] == [3]
    assert "has no GUID" in empty.message


def test_decks_that_differ_in_capital_letters_alone_are_told_once() -> None:
    decks = ["AWS", "Aws", "AWS", "Aws"]
    notes = [note(str(number), deck=deck) for number, deck in enumerate(decks)]
    (message,) = of_notes("P109", *notes)
    assert message == 'the deck "Aws" differs from the deck "AWS" in capital letters alone'


def test_two_files_under_one_name_are_told_across_notes() -> None:
    (message,) = of_notes("P107", note("a", media=(MAP,)), note("b", media=(OTHER_MAP,)))
    assert "img/map.png" in message
    assert "other/map.png" in message


# --- what holds for all ------------------------------------------------------------------


def test_what_anki_loses_or_refuses_is_an_error() -> None:
    errors = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    assert errors == {"P101", "P102", "P103", "P104", "P105", "P106", "P107"}


def test_rules_take_time_in_proportion_to_the_text() -> None:
    heavy = "a < b <b <!-- [sound: <img src= </i" * 30_000
    assert {finding.code for finding in run(RULES, [package([note(heavy, heavy)])])} == {"P106"}
