"""What the words of the notes should be: a list of misspellings, a lexicon, and the notes.

``vocabulary`` holds the words of the notes, ``edits`` undoes slips of the fingers, ``unknown``
judges which of them are likely, ``joined`` parts words that were run together, and
``verdicts`` says what all of them say. ``hunspell`` and ``foreign`` are for other languages.
"""
