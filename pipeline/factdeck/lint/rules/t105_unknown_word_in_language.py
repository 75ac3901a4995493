"""A word of notes in another language is not in its dictionary, and nearly one that is.

It looks at files whose language (`lang` of their front matter, `language` of their deck, or
what their words show) has a Hunspell dictionary in the settings:

```toml
[lint.dictionaries]
de = "dictionaries/de_DE.dic"
```

The `.aff` file lies beside the `.dic` file. A word is reported only when it is rare, has six
letters or more, and one slip inside it (a letter lost, struck twice, swapped with the next, or
without its accent) makes it of one word alone that the dictionary has, or that the notes use. So
names, English terms, acronyms, compounds of known words, other endings and other ways to write
umlauts are left alone; so is a file that is hardly in the language it says.

A word that is right in your notes belongs into `words.txt` beside the configuration, or into
`words` of `[tool.factdeck.lint]`; `factdeck lint --add-words` puts it there.

Bad:

```markdown
--- factdeck.toml
[lint.dictionaries]
de = "de.dic"
--- de.aff
SET UTF-8
--- de.dic
5
die
Sicherung
täglich
schützt
Daten
--- notes.md
---
lang: de
---

# Sicherung

- Die Sicherung schützt Daten
- Die Sicherrung täglich
```

Good:

```markdown
--- factdeck.toml
[lint.dictionaries]
de = "de.dic"
--- de.aff
SET UTF-8
--- de.dic
5
die
Sicherung
täglich
schützt
Daten
--- notes.md
---
lang: de
---

# Sicherung

- Die Sicherung schützt Daten
- Die Sicherung täglich mit `Sicherrung.sh`
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.spellcheck import foreign
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Unknown words in other languages beside one of a dictionary."""
    yield from foreign.findings(rule, corpus)


RULE = Rule("T105", "unknown-word-in-language", Severity.WARNING, Corpus, check)
