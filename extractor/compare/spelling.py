"""One form for words that are written in several ways: bokmål and nynorsk, old spelling and new, bent or not.

1. A word of the register (`alike.toml`) gets its bokmål counterpart, also as the first or last part of a compound:
   «bustad» is «bolig», «kjerleik» «kjærlighet».
2. Endings and beginnings that differ by rule are evened out: -leg and -lig, -heit and -het, kv- and hv-.
3. The rest is bent back to its stem, and æ, ø and å are written without their marks, since spellings waver.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from extractor.lexicon import load_toml, words

FILE = "alike.toml"

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
        (r"^handsam(e|ar|a|ing|inga)?", "behandling"),
        (r"(?<=[a-zæøå]{2})(?<!h)else(n|r|ne|s|a|ar|ane)?$", "ing"),
        (r"(?<=[a-zæøå]{4})ast$", "es"),
        (r"(?<=[a-zæøå][gk])j(?=[ea])", ""),
        (r"tenest(e|a|er|ene|ane)?$", "tjeneste"),
    )
]
_OF_VERB = re.compile(
    r"(?<=\w{5})(?:er(?:ing)?|n?ing)$|(?<=\w{4})ing$"
)  # «kontroll» is what one does who «kontrollerer»


@lru_cache(maxsize=65536)
def one_form(word: str) -> str:
    """Return the stem that a word in lower case shares with its counterparts, vowels unmarked."""
    return evened(bent_back(counterpart(word)))


def counterpart(word: str) -> str:
    """Return a word with what it begins with in the spelling of the register, endings as they are."""
    firsts, first = _firsts()
    found = first.match(word)
    if found and not word.startswith(firsts[found.group()]):
        return firsts[found.group()] + word[found.end() :]
    return word


def bent_back(word: str) -> str:
    """Return the stem of a word after the rules of spelling, whatever the register says of it."""
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    stem: str = _stemmer().stemWord(word)
    return _OF_VERB.sub("", stem).translate(_UNMARKED)


def evened(stem: str) -> str:
    """Return a stem with the words of the register in place of their counterparts."""
    lasts, last, whole = _lasts()
    return whole.get(stem) or last.sub(lambda found: lasts[found.group()], stem)


@cache
def forms_of(*keys: str) -> frozenset[str]:
    """Return the words of an entry of the register (`common`, or `groups`, `old`) in their one form."""
    table = load_toml(FILE)
    for key in keys[:-1]:
        table = table[key]
    return frozenset(one_form(word) for word in words(table, keys[-1], file=FILE))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("norwegian")


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
        {bent_back(a): bent_back(b) for a, b in _pairs(data[key]).items()} for key in ("whole", "ends")
    )
    lasts = {bent_back(a): bent_back(b) for a, b in _pairs(data["counterparts"]).items()} | ends
    return lasts, re.compile(f"(?:{_longest_first(lasts)})$"), whole


def _pairs(table: dict[str, list[str]]) -> dict[str, str]:
    return {other: word for word, others in table.items() for other in others}


def _longest_first(parts: Iterable[str]) -> str:
    return "|".join(re.escape(part) for part in sorted(parts, key=lambda part: (-len(part), part)))
