"""What kind of wording this is: the name of a field, a party that is complete, or one that asks for its field.

Splitting «NAV og psykisk helse og rus» and leaving «leder for psykisk helse og rus» whole both turn on this:

- FIELD: only words for what units are for («psykisk helse», «oppvekst»).
- OPEN: a unit or title whose last word is a field («seksjon oppvekst», «leder for kultur»): more fields may follow.
- CLOSED: a party that wants nothing more: a role, a body, a definite form, a proper name, an acronym.
- OTHER: anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from extractor.lexicon import load_toml, words
from extractor.normalise.party_entries import GRAMMAR, PartyEntry, field_stems, title_forms, unit_forms
from extractor.normalise.party_forms import phrase_words, word_forms
from extractor.normalise.party_register import find_party, listed_party

_ACRONYM = re.compile(r"(?:[A-ZÆØÅ]{2,6}|[A-ZÆØÅ](?:&[A-ZÆØÅ])+)[0-9]?(?:-[a-zæøå]{1,3})?")
_DEFINITE = re.compile(r"[^\W\d_]{3,}(?:en|et|a|ene|ane)")
_LONGEST_WORD = 60  # letters
_LOOKED_AT = 12  # words at each end of a wording; what is longer is no name


class Shape(Enum):
    """What a wording is, see the module."""

    FIELD = "field"
    OPEN = "open"
    CLOSED = "closed"
    OTHER = "other"


@cache
def word_list(key: str) -> frozenset[str]:
    """Return the nb and nn words under `[words.<key>]` of the grammar."""
    return frozenset(words(load_toml(GRAMMAR)["words"], key, file=GRAMMAR))


def shape(wording: Sequence[str], *, initial: bool = False) -> Shape:
    """Return what the wording is.

    Args:
        wording: its words as written.
        initial: it begins a cell or line, where a capital letter says nothing.
    """
    kept = without_frame(wording)[:_LOOKED_AT]
    if not kept:
        return Shape.OTHER
    if all(is_field_word(word) or word.casefold() == "og" for word in kept):
        return Shape.FIELD
    if len(kept) > 1 and is_field_word(kept[-1]) and takes_field(kept[0]):
        return Shape.OPEN
    core = _before_preposition(kept)
    if listed_party(" ".join(kept)) or listed_party(" ".join(core)) or is_head(core[-1]):
        return Shape.CLOSED
    if takes_field(kept[0]) and len(kept) > 1:
        return Shape.OPEN
    named = core[1:] if initial else core
    if any(is_name(word) for word in named) or is_acronym(core[0]) or _is_definite(core[-1]):
        return Shape.CLOSED
    return Shape.OTHER


def without_frame(wording: Sequence[str]) -> list[str]:
    """Leave out brackets, «alle», «den», «lokale» before a party and «m.fl.» behind it."""
    kept = [word for word in wording if not word.startswith("(")]
    while len(kept) > 1 and bare(kept[0]) in word_list("before"):
        kept = kept[1:]
    while len(kept) > 1 and bare(kept[-1]) in word_list("after"):
        kept = kept[:-1]
    return kept


def bare(word: str) -> str:
    """Return a word in lower case without the punctuation around it."""
    return word.casefold().strip(".,:;–-*\"'«»”“?!")


def is_field_word(word: str) -> bool:
    """Tell whether units are named for this: «helse», «omsorg-», «psykisk»."""
    return bare(word) in _field_words() and not is_acronym(bare_case(word))


def bare_case(word: str) -> str:
    """Return a word without the punctuation around it."""
    return word.strip(".,:;–-*\"'«»”“?!")


def is_acronym(word: str) -> bool:
    """Tell whether the word is written in capitals as a short name is: NAV, PPT, K&O."""
    return _ACRONYM.fullmatch(bare_case(word)) is not None


def is_name(word: str) -> bool:
    """Tell whether the word begins with a capital letter and is no field."""
    return word[:1].isupper() and not is_field_word(word)


@lru_cache(maxsize=4096)
def is_head(word: str) -> bool:
    """Tell whether the word is or ends as one for people or for bodies: «kulturkonsulentane», «grendelaga»."""
    return is_people(word) or is_body(word)


@lru_cache(maxsize=4096)
def is_people(word: str) -> bool:
    """Tell whether the word is for people: «rektor», «ruskonsulenten»."""
    return _ends_as(bare(word), "people")


@lru_cache(maxsize=4096)
def is_body(word: str) -> bool:
    """Tell whether the word is for a body or organisation: «idrettslaget», «formannskap»."""
    return _ends_as(bare(word), "bodies")


def is_first_name(word: str) -> bool:
    """Tell whether people are called so: «Kari», «Ola»."""
    return bare_case(word).casefold() in word_list("first_names") and word[:1].isupper()


def takes_field(word: str) -> bool:
    """Tell whether the word is a title or unit that takes a field: «leder», «seksjon»."""
    return is_title(word) or is_unit_word(word)


def is_title(word: str) -> bool:
    """Tell whether the word is a title that takes a field: «kommunalsjef»."""
    return bare(word) in title_forms()


def is_unit_word(word: str) -> bool:
    """Tell whether the word alone opens the name of a unit: «Seksjon», «Eining»."""
    return bare(word) in unit_forms()


def is_preposition(word: str) -> bool:
    """Tell whether the word binds what follows to what stands before."""
    return word.casefold().strip(",;") in word_list("prepositions")


def is_field_compound(word: str) -> bool:
    """Tell whether the word is a field and its unit or title in one, as «omsorgssjefen» is, and no party of its own."""
    return "-" not in word.strip("-") and listed_party(word) is None and find_party(word) is not None


def party_of(wording: Sequence[str]) -> PartyEntry | None:
    """Return the entry that these words mean as a whole."""
    return find_party(" ".join(wording))


def _before_preposition(wording: Sequence[str]) -> list[str]:
    place = next((at for at, word in enumerate(wording) if at and is_preposition(word)), len(wording))
    return list(wording[:place])


def _is_definite(word: str) -> bool:
    plain = bare(word)
    return (
        _DEFINITE.fullmatch(plain) is not None
        and plain not in word_list("none")
        and plain not in word_list("verbs")
        and not is_field_word(plain)
    )


@lru_cache(maxsize=8192)
def _ends_as(word: str, kind: str) -> bool:
    if not 0 < len(word) <= _LONGEST_WORD or word in word_list("none") or word in _field_words():
        return False
    if word in _forms(kind):
        return True
    refused = _forms("none")
    endings = [word[cut:] for cut in range(2, len(word) - 2)]
    return any(end in _forms(kind) for end in endings) and not any(
        end in refused for end in (word, *endings[:4])
    )


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(form for word in word_list(kind) for form in word_forms(word))


@cache
def _field_words() -> frozenset[str]:
    single = {form for word in word_list("field") for form in phrase_words(word)}
    return field_stems() | single
