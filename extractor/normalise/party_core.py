"""The party within a wording: a place, a person, a bracket or «alle» around it put aside.

«NAV Bygda» is NAV, «rådmannen v/NN» the rådmann, «alle einingsleiarar» the einingsleiar. Some entries say too little to
be found inside other wording: a bare field («kultur») and «leder» mean something else there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extractor.normalise.party_entries import PartyEntry
from extractor.normalise.party_register import find_party
from extractor.normalise.party_words import (
    bare,
    is_field_word,
    is_first_name,
    is_head,
    is_name,
    is_preposition,
    is_title,
    without_frame,
)

MOST_WORDS = 14  # a name of a party is shorter; what is longer is a sentence

_BRACKETS = re.compile(r"\([^()]*\)")
_PLACE_JOINED = re.compile(r"(?i:nav)-(?=[A-ZÆØÅ][a-zæøå])")  # «Nav-Bygda»
_ONLY_WHOLE = {"leder", "alle"}  # «leder for X» is not just any leader, «alle avdelinger i X» not all


@lru_cache(maxsize=4096)
def known_party(text: str) -> PartyEntry | None:
    """Return the register entry that a wording means; its rule ends in «+place» where something was put aside."""
    words = without_brackets(text).split()
    if not 0 < len(words) <= MOST_WORDS:
        return None
    framed = without_frame(words)
    entry = find_party(" ".join(words)) or find_party(" ".join(framed))
    if entry is not None:
        return entry
    entry = _within(words) or _within(framed) or _of_person(text)
    return replace(entry, rule=f"{entry.rule}+place") if entry else None


def without_brackets(text: str) -> str:
    """Return a wording without what it says in brackets."""
    return _BRACKETS.sub(" ", text)


def _within(words: list[str]) -> PartyEntry | None:
    for candidate in _cores(words):
        entry = find_party(" ".join(candidate))
        if entry is not None and not entry.field and entry.id not in _ONLY_WHOLE:
            return entry
    if len(words) > 1 and _begins_deputy(words[1]):
        return find_party(words[0])
    return None


def _cores(words: list[str]) -> Iterator[list[str]]:
    end = next((at for at, word in enumerate(words) if at and _starts_place(word)), len(words))
    core = words[:end]
    yield core
    for whole in (words, core):
        yield from (whole[:length] for length in range(len(whole) - 1, 0, -1) if is_name(whole[length]))
    for length in range(1, min(len(core), 4)):
        if not _is_place_before(core[length - 1], first=length == 1):
            break
        yield core[length:]
    if is_title(words[0]) and all(is_field_word(word) or word == "og" for word in words[1:]):
        yield words[:1]  # a title whose fields are joined as nowhere else
    if _PLACE_JOINED.match(words[0]):
        yield words[0].split("-")[:1]


def _of_person(text: str) -> PartyEntry | None:
    """Read the title behind a person's name: «Kari Nordmann, kultursjef», «Kari Nordmann (kultursjef)»."""
    name, _, title = text.partition(",") if "," in text else text.partition("(")
    words = name.split()
    if not title or not words or not is_first_name(words[0]):
        return None
    return find_party(title.strip(" ()"))


def _is_place_before(word: str, *, first: bool) -> bool:
    """Tell whether a word before a party says whose or where it is: «Bygda», «Li og Ås», «kommunens»."""
    if len(bare(word)) < 2 or word.endswith(".") or (is_head(word) and not bare(word).endswith("s")):
        return False
    return is_name(word) or bare(word).endswith("s") or (word == "og" and not first)


def _starts_place(word: str) -> bool:
    return is_preposition(word) or _begins_deputy(word) or bare(word) in ("avd", "avdeling")


def _begins_deputy(word: str) -> bool:
    """Tell whether somebody follows who acts for the party: «v/NN», «m/stab»."""
    return word.casefold().startswith(("v/", "v.", "m/"))
