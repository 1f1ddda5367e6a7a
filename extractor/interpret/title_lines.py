"""What a single line of the cover may be: a title, the name of a kommune, an open phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.document import Text
from extractor.interpret.cover import CoverLine, cover_pattern, names_a_plan
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml, words

LONGEST_TITLE = 25  # words
SENTENCE = 6  # words: a line longer than this with a finite verb is a sentence

FINITE = re.compile(
    r"\b(?:er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|bør|blir|ble|vert|vart|blei|får|gir|gjev|gjelder|gjeld)\b"
)
_ABOUT_ITSELF = re.compile(r"\W*(?:denne|dette|planen|i\s+eksisterende|i\s+eksisterande)\b")


def may_be_title(line: str) -> bool:
    """Whether the line names a plan, is no sentence and tells no status («Vedtatt …»)."""
    small = fold(line)
    length = len(small.split())
    sentence = length > SENTENCE and FINITE.search(small) and not small.endswith("?")
    if length > LONGEST_TITLE or sentence or _ABOUT_ITSELF.match(small):
        return False
    return names_a_plan(small) and not cover_pattern("status").search(small)


def is_kommune(line: str) -> bool:
    """Whether the line holds the name of a kommune and nothing else."""
    mentions = find_kommuner(line.title())
    return bool(mentions) and mentions[0].start == 0 and mentions[-1].end == len(line)


def most_prominent(lines: Sequence[CoverLine]) -> Text | None:
    """Return the line in the largest type, the first of several; one with letters that is no sender."""
    fit = [
        line
        for line in lines
        if re.search(r"[^\W\d]{3}", line.text.value)
        and not is_kommune(line.text.value)
        and not cover_pattern("status").search(fold(line.text.value))
    ]
    return max(fit, key=lambda line: line.size or 0.0).text if fit else None


@cache
def ends_open() -> re.Pattern[str]:
    """Return a pattern for the end of a line that something must follow («… for», «… kommunene»)."""
    plan = load_toml("kinds.toml")["plan"]
    ends = [word for key in ("joins", "lists") for word in words(plan, key, file="kinds.toml")]
    return re.compile(rf"(?<!\w){either(ends)}\s*$")
