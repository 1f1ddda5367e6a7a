"""The text of a document that is written down as it is read: what offsets of web pages and Word files count in."""

from __future__ import annotations

import unicodedata

from extractor.document import Place, Text, Word

INVISIBLE = dict.fromkeys(
    [*range(9), *range(14, 28), *range(127, 160), *map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")]
)
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


class Tape:
    """The text of the document as it is written, and how long it is so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def write_line(self, words: list[str]) -> Text:
        """Write words with single spaces and a line end; return them with their places."""
        placed = []
        for word in words:
            placed.append(Word(word, Place(self.length, self.length + len(word))))
            self.parts += (word, " ")
            self.length += len(word) + 1
        self.parts[-1] = "\n"
        return Text.of(placed)


def clean(text: str) -> str:
    """Return text as it is written: composed letters, no ligatures, nothing invisible."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE).translate(LIGATURES))
