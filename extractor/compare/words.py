"""The words of a tiltak or goal in a form in which bokmål and nynorsk, old spelling and new, are one.

1. A word of the register (`alike.toml`) gets its bokmål counterpart, also as the first or last part of a compound:
   «bustad» is «bolig», «kjerleik» «kjærlighet».
2. Endings and beginnings that differ by rule are evened out: -leg and -lig, -heit and -het, kv- and hv-.
3. The rest is bent back to its stem, and æ, ø and å are written without their marks, since spellings waver.
4. Words that say nothing by themselves (og, skal) go; those that every plan uses (tiltak, samarbeid) count little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from extractor.lexicon import load_toml, words

FILE = "alike.toml"

_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*|\d+(?:[.,]\d+)?")
_QUOTED = re.compile(r"[«“”\"„']([^«»“”\"„]{2,60}?)[»“”\"']")
_UNMARKED = str.maketrans({"æ": "e", "ø": "o", "å": "a", "é": "e", "ö": "o", "ä": "e"})
_RULES = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^kv(?=[aeiouyæøå])", "hv"),
        (r"^føre(?=[a-zæøå]{4})", "fore"),
        (r"(?<=[a-zæøå]{2})leik(en|ar|s)?$", r"lighet"),
        (r"(?<=[a-zæøå]{2})leg(heit|heita|heiter)$", "lighet"),
        (r"(?<=[a-zæøå]{2})heit(a|er|ene|s)?$", "het"),
        (r"(?<=[a-zæøå]{2})leg(e|are|ast|aste)?$", "lig"),
        (r"(?<=[a-zæøå]{2})semd(a|er)?$", "somhet"),
        (r"andsam(ing|inga|ar)?$", "andling"),
        (r"tenest(e|a|er|ene|ane)?$", "tjeneste"),
    )
]
_SHORTEST = 2
_COMMON = 0.35  # what a word that every plan uses counts


def stems(text: str) -> dict[str, float]:
    """Return the stems of a text with their weights, in reading order: 1 for a telling word, less for a common one."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text):
        stem, weight = _stem(word.lower())
        if weight and stem not in found:
            found[stem] = weight
    return found


def names(text: str) -> frozenset[str]:
    """Return what is a name by its look: words in quotation marks («Trygg saman») and capital letters (MOT)."""
    quoted = (" ".join(stems(name)) for name in _QUOTED.findall(text))
    capitals = (word.lower() for word in re.findall(r"\b[A-ZÆØÅ]{3,8}\b", text) if not text.isupper())
    return frozenset(name for name in (*quoted, *capitals) if name and name not in _common())


@lru_cache(maxsize=65536)
def _stem(word: str) -> tuple[str, float]:
    if word in _empty() or len(word) < _SHORTEST:
        return word, 0.0
    stem = _evened(_ruled(word))
    return stem, _COMMON if stem in _common() else 1.0


def _ruled(word: str) -> str:
    """Return the stem of a word after the register's first parts and the rules of spelling, vowels unmarked."""
    firsts, first = _firsts()
    word = first.sub(lambda found: firsts[found.group()], word)
    return _bent_back(word)


def _bent_back(word: str) -> str:
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    stem: str = _stemmer().stemWord(word)
    return stem.translate(_UNMARKED)


def _evened(stem: str) -> str:
    """Return the stem with the words of the register in place of their counterparts."""
    lasts, last, whole = _lasts()
    return whole.get(stem) or last.sub(lambda found: lasts[found.group()], stem)


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("norwegian")


@cache
def _empty() -> frozenset[str]:
    return frozenset(words(load_toml(FILE), "empty", file=FILE))


@cache
def _common() -> frozenset[str]:
    """Return the stems of the words that every plan uses."""
    return frozenset(_evened(_ruled(word)) for word in words(load_toml(FILE), "common", file=FILE))


@cache
def _firsts() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return words by their counterparts, and the pattern that finds one at the beginning of a word."""
    pairs = _pairs(load_toml(FILE)["counterparts"])
    return pairs, re.compile(f"^(?:{_longest_first(pairs)})")


@cache
def _lasts() -> tuple[dict[str, str], re.Pattern[str], dict[str, str]]:
    """Return stems by their counterparts, the pattern that finds one at the end of a stem, and those of whole stems."""
    data = load_toml(FILE)
    whole, ends = (
        {_bent_back(a): _bent_back(b) for a, b in _pairs(data[key]).items()} for key in ("whole", "ends")
    )
    lasts = {_bent_back(a): _bent_back(b) for a, b in _pairs(data["counterparts"]).items()} | ends
    return lasts, re.compile(f"(?:{_longest_first(lasts)})$"), whole


def _pairs(table: dict[str, list[str]]) -> dict[str, str]:
    return {other: word for word, others in table.items() for other in others}


def _longest_first(parts: Iterable[str]) -> str:
    return "|".join(re.escape(part) for part in sorted(parts, key=lambda part: (-len(part), part)))
