"""Damaged characters are put back, and clean text of any language is left alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.parse.mojibake import damages

CLEAN = """
    Übergrößenträger Straße TROPHÄE Äpfel Öl „Ä“ ‚Öl‘ MENÜ“ naïve déjà-vu Noël garçon où à élève
    ÇA “Ça «Là» L’ÉTÉ œuvre señor ¿Qué? ¡Olé! mañana ação IRMÃ” IRMÃ BRÂNZĂ ȚARĂ șapte țară
    Æble Ørsted blåbær ÅÄÖ ”KYSYMYSTÄ” Łódź źdźbło żółw ĄĘ «Å» ő ű Čeština žluťoučký kůň Škoda
    İstanbul ığdır şöyle Žižek đăng tiếng Việt Đà Nẵng ñandú façade coöperate ªº ½ ¾ ² ³ µs °C
    2√π √π ≈±5 ±3 ≤ ≥ ≠ ∞ ∑ ∂x ∫ Ω Δ π → ⇒ ← • · … – — † ‡ § ¶ © ® ™ € £ ¥ ¢ «» “” ‘’ ‹›
    ☁️ ✅ 📚 ⚙️ 👩‍💻 👍🏽 🇩🇪 1️⃣ 日本語 中文 한국어 Ελληνικά русский українська עברית العربية हिन्दी ไทย
""".split()
DAMAGED = st.text(
    st.sampled_from("—–…“”‘’•→⇒✅☁️⚙️📚🔒🩹👩‍💻👍🏽🇩🇪©®™€£°±µéèêàüöäßñçøåæœłżźćńśąęőűčšžıßÉÖÜÇ"),
    min_size=1,
    max_size=6,
)

# the letters of ten languages, those first that only they have
ALPHABETS = {
    "Czech": "áčďéěíňóřšťúůýžabcdehijklmnoprstuvyz",
    "French": "àâæçéèêëîïôùûüÿabcdefghijlmnopqrstuvxyz",
    "German": "äöüßabcdefghiklmnoprstuvwz",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς",
    "Polish": "ąćęłńóśźżabcdefghijklmnoprstuwyz",
    "Portuguese": "áâãàçéêíóôõúabcdefghijlmnopqrstuvxz",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Spanish": "áéíñóúüabcdefghijlmnopqrstuvxyz",
    "Swedish": "åäöabcdefghijklmnoprstuvxy",
    "Turkish": "çğıöşüabcdefghijklmnoprstuvyz",
}
WORDS = 10_000


def misread(text: str, encoding: str) -> str:
    """UTF-8 read in another encoding; Windows-1252 as browsers know it, with no gaps."""
    data = text.encode()
    if encoding == "mac_roman":
        return data.decode(encoding)
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in data
    )


def mended(line: str) -> str:
    for damage in reversed(list(damages(line))):
        assert line[damage.start : damage.end] == damage.wrong
        line = line[: damage.start] + damage.right + line[damage.end :]
    return line


@pytest.mark.parametrize("word", CLEAN)
def test_clean_words_stay(word: str) -> None:
    for line in (word, f"a {word} b", f"({word})", f"“{word}”", f"„{word}“", f"«{word}»"):
        assert mended(line) == line


@pytest.mark.parametrize("language", ALPHABETS)
def test_nothing_changes_in_the_words_of_a_language(language: str) -> None:
    random, letters = Random(language), ALPHABETS[language]
    special = [letter for letter in letters if not letter.isascii()]
    for _ in range(WORDS):
        word = "".join(random.choices(letters, k=random.randint(1, 9)))
        word += random.choice(special) + random.choice(("", "", random.choice(letters)))
        line = f"{word} {word.capitalize()} {word.upper()} „{word}“ «{word}» “{word}” {word}…"
        assert mended(line) == line


@given(st.text(st.sampled_from(sorted({*"".join(CLEAN), " ", "a", "Z", "."}))))
def test_nothing_overlaps_and_nothing_is_longer(line: str) -> None:
    ends = [0]
    for damage in damages(line):
        assert damage.start >= ends[-1]
        assert len(damage.right) < len(damage.wrong)
        ends.append(damage.end)


@given(DAMAGED, st.sampled_from(["mac_roman", "cp1252"]), st.integers(1, 2))
def test_what_was_damaged_between_letters_is_mended(text: str, encoding: str, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = misread(wrong, encoding)
    assert mended(f"word{wrong}word") == f"word{text}word"


def test_the_damaged_lines_of_a_document() -> None:
    lines = [
        "## ‚òÅÔ∏è **AWS CloudFormation**",
        "**‚úÖ Benefits:**",
        f"## {misread('📧', 'mac_roman')} **Amazon SES**",
        "- Scalable ‚Üí billions of messages/day.",
    ]
    assert [mended(line) for line in lines] == [
        "## ☁️ **AWS CloudFormation**",
        "**✅ Benefits:**",
        "## 📧 **Amazon SES**",
        "- Scalable → billions of messages/day.",
    ]


def test_own_sources_are_clean() -> None:
    for path in sorted((Path(__file__).parent.parent / "pipeline").rglob("*.py")):
        if path.name not in ("mojibake.py", "t201_mojibake.py"):
            for line in path.read_text(encoding="utf-8").splitlines():
                assert not list(damages(line)), path
