"""Whether words are a time and nothing else, and where behind a party a time begins.

Plans write «Ansvarleg: styrarane. Løpande.» or «Ansvar: NAV, innen 2026» without a label for the time; a table that
lost its columns has lines that are only a time. What counts is that nothing but words of time stands there: a
party with a figure («10. trinn») or with one such word («Plan og drift») is no time.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.interpret.wording import either
from extractor.lexicon import load_toml, words

FILE = "time.toml"
LONGEST_TIME = 60  # characters
STRONG = (
    "month", "season", "each_season", "semester", "holiday", "turn", "some_year", "plan", "weekday", "weekdays",
    "adverb", "every", "continuous", "asap", "horizon",
)  # fmt: skip
UNLIKE = frozenset({"title", "except", "condition", "status", "daypart", "month_short"})  # of parties too
DATE = r"(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:19|20)?\d\d)?|(?:19|20)\d\d|\d{1,2}\.?)"
YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.)")
TIMES = re.compile(r"(?:gang|gong)", re.IGNORECASE)  # «to ganger i året»
GAPS = r"[\s,;./()–-]*+"
BEHIND = re.compile(r"\.\s+(?=[A-ZÆØÅ\d])|[;,]\s+|\s+[–-]\s+|\s+(?=\()")
PROMISED = re.compile(
    r"(?:Skal|Vil|Blir|Vert)\s(?:det\s)?(?:\w{3,}(?:es|ast|st)|v[eæ]r[ea]?\s(?:i\sg[ao]ng|ferdig|på\splass))\s",
    re.IGNORECASE,
)


def is_time(value: str) -> bool:
    """Whether `value` is a time and nothing else: «Løpande», «Innen 1. mai 2013», «To ganger i året»."""
    value = value.strip(" .,;()")
    if not value or len(value) > LONGEST_TIME:
        return False
    found = YEAR.search(value) or TIMES.search(value) or _strong().search(value)
    return bool((found and _only_time().fullmatch(value)) or _conditions().fullmatch(value))


def time_behind(value: str) -> tuple[int, int] | None:
    """Return where the party ends and where the time behind it begins: «rektor. Skal haldast kvar haust»."""
    for mark in BEHIND.finditer(value):
        rest = value[mark.end() :]
        promised = PROMISED.match(rest)
        start = promised.end() if promised else 0
        if mark.start() and is_time(rest[start:]):
            return mark.start(), mark.end() + start
    return None


@cache
def _only_time() -> re.Pattern[str]:
    terms = [word for kind in load_toml(FILE)["terms"] if kind not in UNLIKE for word in _words(kind)]
    return re.compile(rf"(?:(?>{either(terms)}(?!\w)|{DATE}(?!\w)){GAPS})++", re.IGNORECASE)


@cache
def _strong() -> re.Pattern[str]:
    terms = [word for kind in STRONG for word in _words(kind)]
    return re.compile(rf"(?<!\w){either(terms)}(?!\w)", re.IGNORECASE)


@cache
def _conditions() -> re.Pattern[str]:
    table = load_toml(FILE)["terms"]["condition"]
    return re.compile(either(words(table, "closed", file=FILE)), re.IGNORECASE)


def _words(kind: str) -> list[str]:
    table = load_toml(FILE)["terms"][kind]
    return [word for value in table for word in words(table, value, file=FILE)]
