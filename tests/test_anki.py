"""What real Anki does with our packages: imported, studied, updated, rendered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factdeck.model import Note, NoteKind
from factdeck.package import writer
from factdeck.package.identity import Identified, identify
from factdeck.package.lock import Lock
from factdeck.package.notetypes import NOTE_TYPES, css
from package_notes import DECK, SLUG, media_file, note, package_of
from real_anki import SOUND, anki, do

TIME = 1_700_000_000

BASIC = note("How large is an object?", "5&nbsp;TB", context="S3 › Limits", tags=("aws", "s3"))
REVERSED = note("object store", "S3", NoteKind.REVERSED, context="Storage")
CLOZE = note(
    "{{c1::S3}} stores {{c3::objects {{c4::and {{c7::versions}}}}::what}} in \\({{c1::x}}\\)",
    "since 2006",
    NoteKind.CLOZE,
    ordinals=(0, 2, 3, 6),
)
NOTES = (BASIC, REVERSED, CLOZE)


def build(notes: Sequence[Note], lock: Lock, time: int = TIME) -> Identified:
    return identify(notes, lock, SLUG, lambda _: time)


def apkg(folder: Path, name: str, identified: Identified) -> str:
    writer.write(package_of(identified.notes), folder / name)
    return str(folder / name)


# --- importing ---------------------------------------------------------------------------


def test_a_first_import_brings_everything_and_again_nothing(tmp_path: Path) -> None:
    built = build(NOTES, Lock())
    file = apkg(tmp_path, "v1.apkg", built)
    first, check, found, again, check_again = anki(
        do("import_package", file=file),
        do("check"),
        do("dump"),
        do("import_package", file=file),
        do("check"),
    )
    assert first == {"new": 3}
    assert check == check_again == SOUND
    assert again == {"duplicate": 3}
    assert len(found["notes"]) == 3
    for each in built.notes:
        of = found["notes"][each.guid]
        assert of["note_type"] == NOTE_TYPES[each.note.kind].name
        assert tuple(card["ordinal"] for card in of["cards"]) == each.note.ordinals
        assert {card["deck"] for card in of["cards"]} == {DECK}
        assert (of["modified"], of["tags"]) == (TIME, list(each.note.tags))
    assert "Version 0.0.0-dev" in found["decks"][DECK]


@pytest.mark.parametrize("time", [0, 1, TIME])
def test_any_time_will_do(tmp_path: Path, time: int) -> None:
    file = apkg(tmp_path, "v1.apkg", build(NOTES, Lock(), time))
    imported, check = anki(do("import_package", file=file), do("check"))
    assert (imported, check) == ({"new": 3}, SOUND)


def test_sort_field_and_checksum_are_what_anki_makes_of_them(tmp_path: Path) -> None:
    fronts = [
        "plain",
        "a &lt; <b>b</b>&nbsp;c",
        '<img src="map.png"> where?',
        "5\u00a0TB",
        "5\u00a0T &amp;",
    ]
    built = build([note(front) for front in fronts], Lock())
    file = apkg(tmp_path, "v1.apkg", built)
    found = anki(do("import_package", file=file), do("dump"))[1]["notes"]
    ours = {each.guid: writer.sort_key(each) for each in built.notes}
    assert {guid: (of["sort_field"], of["checksum"]) for guid, of in found.items()} == ours


def test_new_cards_come_in_the_order_of_the_package(tmp_path: Path) -> None:
    notes = [note(f"question {number}") for number in range(12)]
    lock = build(notes[6:], Lock(), TIME).lock  # half of them is older
    built = build(notes, lock, TIME + 100)
    file = apkg(tmp_path, "v1.apkg", built)
    position, _, found = anki(
        do("add_note", front="the learner's own", back="x"),
        do("import_package", file=file),
        do("dump"),
    )
    due = [found["notes"][each.guid]["cards"][0]["due"] for each in built.notes]
    assert due == sorted(due)
    assert len(set(due)) == 12
    assert position == 1


def test_decks_of_notes_are_made_with_those_above(tmp_path: Path) -> None:
    built = build([BASIC, note(deck="Other::Deep::Deck")], Lock())
    found = anki(do("import_package", file=apkg(tmp_path, "v1.apkg", built)), do("dump"))[1]
    assert set(found["decks"]) == {
        "Default",
        "Tests",
        DECK,
        "Other",
        "Other::Deep",
        "Other::Deep::Deck",
    }


def test_media_arrive_under_their_names(tmp_path: Path) -> None:
    picture = media_file(tmp_path, "map-1a2b.png", b"\x89PNG")
    sound = media_file(tmp_path, "word-3c4d.mp3", b"ID3")
    shown = note('<img src="map-1a2b.png">', "[sound:word-3c4d.mp3]", media=(picture, sound))
    file = apkg(tmp_path, "v1.apkg", build([shown], Lock()))
    found = anki(do("import_package", file=file), do("dump"))[1]
    assert found["media"] == ["map-1a2b.png", "word-3c4d.mp3"]


def test_a_note_is_found_by_its_key(tmp_path: Path) -> None:
    built = build(NOTES, Lock())
    guid = built.notes[1].guid
    file = apkg(tmp_path, "v1.apkg", built)
    assert anki(do("import_package", file=file), do("search", query=f"Key:{guid}"))[1] == [guid]


# --- updating ----------------------------------------------------------------------------


def test_an_edited_note_is_updated_and_keeps_its_reviews(tmp_path: Path) -> None:
    first = build(NOTES, Lock())
    second = build([replace(BASIC, front="How large is one object?"), REVERSED, CLOZE], first.lock)
    guid = first.notes[0].guid
    _, _, _, imported, found, check = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("answer", guid=guid),
        do("suspend", guid=guid),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("dump"),
        do("check"),
    )
    assert imported == {"updated": 1, "duplicate": 2}
    of = found["notes"][guid]
    assert of["fields"]["Front"] == "How large is one object?"
    assert of["modified"] == TIME + 1
    assert [(card["reviews"], card["queue"]) for card in of["cards"]] == [(1, -1)]
    assert len(found["notes"]) == 3
    assert check == SOUND


def test_a_cloze_that_grows_gets_another_card(tmp_path: Path) -> None:
    cloze = note("{{c1::a}} b", "", NoteKind.CLOZE, key="k")
    first = build([cloze], Lock())
    second = build([replace(cloze, front="{{c1::a}} {{c2::b}}", ordinals=(0, 1))], first.lock)
    guid = first.notes[0].guid
    _, _, imported, found, check = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("answer", guid=guid),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("dump"),
        do("check"),
    )
    assert imported == {"updated": 1}
    cards = found["notes"][guid]["cards"]
    assert [(card["ordinal"], card["reviews"]) for card in cards] == [(0, 1), (1, 0)]
    assert check == SOUND


def test_a_moved_or_removed_note_stays_with_its_reviews(tmp_path: Path) -> None:
    first = build(NOTES, Lock())
    second = build([replace(BASIC, key="elsewhere", source="elsewhere.md")], first.lock, TIME + 99)
    guids = [each.guid for each in first.notes]
    _, _, _, imported, found = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("answer", guid=guids[0]),
        do("answer", guid=guids[1]),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("dump"),
    )
    assert imported == {"duplicate": 1}
    assert set(found["notes"]) == set(guids)
    assert [found["notes"][guid]["cards"][0]["reviews"] for guid in guids] == [1, 1, 0]


def test_a_learners_tag_on_an_unchanged_note_survives(tmp_path: Path) -> None:
    first = build(NOTES, Lock())
    second = build([BASIC, replace(REVERSED, back="Amazon S3"), CLOZE], first.lock, TIME + 99)
    guid = first.notes[0].guid
    _, _, imported, found = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("tag", guid=guid, tag="mine"),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("dump"),
    )
    assert imported == {"updated": 1, "duplicate": 2}
    assert found["notes"][guid]["tags"] == ["aws", "mine", "s3"]


def test_a_note_that_changes_its_kind_keeps_the_note_type_and_its_reviews(tmp_path: Path) -> None:
    first = build([BASIC], Lock())
    second = build([replace(BASIC, kind=NoteKind.REVERSED, ordinals=(0, 1))], first.lock, TIME + 9)
    guid = first.notes[0].guid
    _, _, imported, found, check = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("answer", guid=guid),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("dump"),
        do("check"),
    )
    assert imported == {"updated": 1}
    cards = found["notes"][guid]["cards"]
    assert [(card["ordinal"], card["reviews"]) for card in cards] == [(0, 1)]
    assert check == SOUND


def test_the_reviews_of_a_member_stay_with_it_when_another_one_goes(tmp_path: Path) -> None:
    def listed(*members: str) -> Note:
        items = "".join(f"<li>{{{{c{n}::{text}}}}}</li>" for n, text in enumerate(members, 1))
        ordinals = tuple(range(len(members)))
        return note(f"Classes<ul>{items}</ul>", "", NoteKind.CLOZE, key="k", ordinals=ordinals)

    first = build([listed("Standard", "Cold", "Frozen")], Lock())
    second = build([listed("Express", "Cold", "Frozen")], first.lock)
    guid = first.notes[0].guid
    _, _, imported, rendered, found = anki(
        do("import_package", file=apkg(tmp_path, "v1.apkg", first)),
        do("answer", guid=guid),
        do("import_package", file=apkg(tmp_path, "v2.apkg", second)),
        do("render", guid=guid),
        do("dump"),
    )
    assert imported == {"updated": 1}
    shown = {card["ordinal"]: card["reviews"] for card in found["notes"][guid]["cards"]}
    assert shown == {0: 1, 1: 1, 2: 1, 3: 0}  # that of Standard is empty now, for Anki to drop
    assert 'data-cloze="Express"' in rendered[-1]["question"]


# --- rendering ---------------------------------------------------------------------------


def rendered(tmp_path: Path, *notes: Note) -> list[tuple[str, str]]:
    """Question and answer of every card, through Anki, without the style."""
    built = build(notes, Lock())
    file = apkg(tmp_path, "v1.apkg", built)
    renders = [do("render", guid=each.guid) for each in built.notes]
    _, *shown = anki(do("import_package", file=file), *renders)
    cards = [card for cards in shown for card in cards]
    return [(without_style(card["question"]), without_style(card["answer"])) for card in cards]


def without_style(html: str) -> str:
    style, end, shown = html.partition("</style>")
    assert style + end == f"<style>{css()}</style>"
    return shown


def test_a_basic_card(tmp_path: Path) -> None:
    question = (
        '<div class="context">S3 › Limits</div><div class="front">How large is an object?</div>'
    )
    answer = '<div class="back">5&nbsp;TB</div><div class="source">notes.md</div>'
    assert rendered(tmp_path, BASIC) == [(question, f'{question}<hr id="answer">{answer}')]


def test_a_card_without_context_and_source(tmp_path: Path) -> None:
    question = '<div class="front">q</div>'
    answer = f'{question}<hr id="answer"><div class="back">a</div>'
    assert rendered(tmp_path, note("q", "a", source="")) == [(question, answer)]


def test_a_reversed_note_is_asked_both_ways(tmp_path: Path) -> None:
    context = '<div class="context">Storage</div>'
    front, back = '<div class="front">object store</div>', '<div class="back">S3</div>'
    source = '<div class="source">notes.md</div>'
    assert rendered(tmp_path, REVERSED) == [
        (context + front, f'{context}{front}<hr id="answer">{back}{source}'),
        (context + back, f'{context}{back}<hr id="answer">{front}{source}'),
    ]


def test_a_cloze_hides_what_it_asks(tmp_path: Path) -> None:
    cards = rendered(tmp_path, CLOZE)
    hidden = [re.findall(r"\[[^\]]*\]", question) for question, _ in cards]
    assert hidden == [["[...]", "[...]"], ["[what]"], ["[...]"], ["[...]"]]
    assert all('<div class="extra">since 2006</div>' in answer for _, answer in cards)
    assert all("{{" not in html and "}}" not in html for card in cards for html in card)


def test_every_card_is_shown_as_it_was_written(tmp_path: Path) -> None:
    markup = '<pre class="highlight"><code><span class="k">if</span> a &lt; b</code></pre>'
    math = r"\(\frac{a}{b} &lt; 1\)"
    (question, answer), *_ = rendered(tmp_path, note(markup, f"{math} {{{{x}}}}"))
    assert markup in question
    assert f"{math} {{{{x}}}}" in answer
