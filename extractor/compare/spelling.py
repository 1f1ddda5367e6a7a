"""One form for words that are written in several ways: bokmål and nynorsk, old spelling and new, bent or not.

1. What differs between the written standards by rule is evened out: -leg and -lig, -heit and -het, kv- and hv-.
2. The word is bent back to its stem, ending by ending: «innbyggjarane» and «innbyggere» to «innbygg», «etablering» and
   «etablert» to «etabl». A stem need not be a word; it has to be the same for what is the same.
3. A stem of the register (`alike.toml`) gives way to its counterpart's: «bustad» to «bolig».
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.lexicon import load_toml, words

FILE = "alike.toml"

_UNMARKED = str.maketrans(
    {"æ": "e", "ä": "e", "é": "e", "è": "e", "ê": "e", "ô": "o", "ó": "o", "ò": "o", "ö": "ø"}
)
_EVENED = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^kv(?=[aeiouyæøå])", "hv"),
        (r"^føre(?=[a-zæøå]{4})", "fore"),
        (r"(?<=[a-zæøå]{2})leik(en|ar|ane|s)?$", "lighet"),
        (r"(?<=[a-zæøå]{2})leg(?=heit)", "lig"),
        (r"(?<=[a-zæøå]{2})heit(a|er|ene|s)?$", "het"),
        (r"(?<=[a-zæøå]{3})leg(e|are|ast|aste|t)?$", "lig"),
        (r"(?<=[a-zæøå]{2})laus(e|t)?$", "løs"),
        (r"(?<=[a-zæøå]{2})semd(a|er)?$", "somhet"),
        (r"^handsam", "behandl"),
        (r"(?<=[a-zæøå][gk])j(?=[ea])", ""),
        (r"^tenest", "tjenest"),
    )
]
_FIRST_OFF = (  # -het, -t of adjectives, -s of owners and of what is done
    re.compile(r"(?<=[a-zæøå]{4})het(en|ene|er)?$"),
    re.compile(r"(?<=[a-zæøå]{3}(?:al|el|iv|sk|om|ig))t$"),
    re.compile(r"(?<=en|et|er|ar|ne|ng)s$"),
    re.compile(r"(?<=[^aeiouyæøås][ea])s$"),
)
# What a word ends with, those of verbs and what is done first; a stem of three letters is left at least.
_OF_DEEDS = re.compile(
    r"(?<=.{3})(?:(?:(?<=[bdfgklmprstv])n)?ing(?:a|ar|ane|en|er|ene)?|(?<!h)els(?:e|a|en|er|ar|ene)|[ea]nde|ast)$"
)
_OF_THINGS = re.compile(r"(?<=.{3})(?:[ea]ne|[ea]rne|e[nrt]|ar|e|a|(?<=.e)rt|(?<=[a-zæøå]m)m)$")


@lru_cache(maxsize=65536)
def one_form(word: str) -> str:
    """Return the stem that a word in lower case shares with its counterparts."""
    return bent_back(counterpart(word))


@lru_cache(maxsize=65536)
def counterpart(word: str) -> str:
    """Return what the register has for a word, as it is written there; the word itself where it has nothing."""
    word = evened(word)
    written, by_stem = _register()
    return written.get(word) or by_stem.get(bent_back(word), word)


@lru_cache(maxsize=65536)
def evened(word: str) -> str:
    """Return a word without what differs between bokmål and nynorsk by rule."""
    word = word.translate(_UNMARKED)
    for pattern, put in _EVENED:
        word = pattern.sub(put, word)
    return word


@lru_cache(maxsize=65536)
def bent_back(word: str) -> str:
    """Return the stem of a word after the rules of spelling, whatever the register says of it."""
    word = evened(word)
    for ending in _FIRST_OFF:
        word = ending.sub("", word)
    stem, before = _OF_DEEDS.sub("", word), ""
    while stem != before:
        stem, before = _OF_THINGS.sub("", stem), stem
    return stem


@cache
def forms_of(*keys: str) -> frozenset[str]:
    """Return the words of an entry of the register (`common`, or `groups`, `old`) in their one form."""
    table = load_toml(FILE)
    for key in keys[:-1]:
        table = table[key]
    return frozenset(one_form(word) for word in words(table, keys[-1], file=FILE))


@cache
def _register() -> tuple[dict[str, str], dict[str, str]]:
    """Return the counterparts of words as they are written, themselves among them, and by their stems."""
    table = load_toml(FILE)["counterparts"]
    written = {evened(other): evened(word) for word, others in table.items() for other in others}
    by_stem = {bent_back(other): word for other, word in written.items()}
    keys = {evened(word) for word in table}
    return written | {word: word for word in keys}, by_stem | {bent_back(word): word for word in keys}
