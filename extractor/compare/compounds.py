"""Takes compounds apart: «skoleveier» is «skole» and «vei».

1. A word is split where all its parts are what compounds are made of (`parts` in `alike.toml`, and the words of the
   register), with or without the s or e that joins them; the fewest parts are taken.
2. Where only one side is known, the other may still be a word of its own («siktrydding», «butikkstyraren»), if both are
   long enough not to be there by chance.
3. The last part is compared without its ending, which is therefore no part itself: «lågare» is «låg».
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.compare.spelling import FILE, bent_back, counterpart, evened, forms_of, one_form
from extractor.lexicon import load_toml, words

_LISTS = ("parts", "tails", "frequent", "common")
_LEAST = 3  # letters of a part, unless the list of parts has it
_LEAST_REGISTERED = 4  # letters of a word of the register that is taken for a part
_LEAST_KNOWN, _LEAST_LAST_UNKNOWN = 4, 5  # where only one side is known
_LEAST_WITH_JOINT = 5
_SHORTEST = 2
_JOINTS = ("s", "e")
_ANY = "xyx"  # stands for any stem

Pieces = tuple[str, ...]


@lru_cache(maxsize=65536)
def parts_of(word: str) -> Pieces:
    """Return the parts of a word in lower case, each in its one form; only that of the word where it is no compound."""
    word = counterpart(word)
    if one_form(word) in _known():
        return (one_form(word),)
    return tuple(one_form(piece) for piece in _pieces(word) or _half_known(word) or (word,))


@lru_cache(maxsize=65536)
def last_part_of(word: str) -> str:
    """Return the last part of a word as it is written there; nothing where it is no compound."""
    pieces = () if one_form(word) in _known() else _pieces(word) or _half_known(word)
    return pieces[-1] if len(pieces) > 1 else ""


@lru_cache(maxsize=65536)
def _pieces(word: str) -> Pieces:
    """Return the fewest parts that a word is made of if all of them are known."""
    if len(word) >= _LEAST and one_form(word) in _known():
        return (word,)
    found = [
        (_fronts()[front], *behind)
        for front, rest in (*_cuts(word), *_with_third_letter(word))
        if front in _fronts() and (behind := _pieces(rest))
    ]
    return min(found, key=len, default=())


def _half_known(word: str) -> Pieces:
    """Return the parts of a word of which one side is known, the longest that is; the other stays whole."""
    behind = [
        (len(rest), (front.removesuffix("s") if len(front) > _LEAST_WITH_JOINT else front, *pieces))
        for front, rest in _cuts(word)
        if min(len(front), len(rest)) >= _LEAST_KNOWN
        and (pieces := _pieces(rest))
        and len(one_form(pieces[-1])) >= _LEAST_KNOWN
    ]
    ahead = [
        (len(front), (_fronts()[front], rest))
        for front, rest in _cuts(word)
        if len(front) >= _LEAST_KNOWN and len(rest) >= _LEAST_LAST_UNKNOWN and front in _fronts()
    ]
    return max([*behind, *ahead], default=(0, ()))[1]


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in front of each place in a word, and what stands behind it unless that is an ending only."""
    for at in range(_SHORTEST, len(word) - _LEAST + 1):
        if bent_back(_ANY + word[at:]) != _ANY:
            yield word[:at], word[at:]


def _with_third_letter(word: str) -> Iterator[tuple[str, str]]:
    """Yield the same with the letter that is never written three times: «nattilsyn» is «natt» and «tilsyn»."""
    return ((front, front[-1] + rest) for front, rest in _cuts(word) if front[-1] == front[-2])


@cache
def _fronts() -> dict[str, str]:
    """Return the words that compounds begin with, by what they look like there, joined to the next."""
    table = load_toml(FILE)
    listed = {word for key in _LISTS for word in words(table, key, file=FILE)}
    registered = {word for both in table["counterparts"].items() for word in (both[0], *both[1])}
    listed |= {word for word in registered if len(word) >= _LEAST_REGISTERED or counterpart(word) in listed}
    simple = [evened(word) for word in sorted(listed) if one_form(word) in _known()]
    return {word + joint: word for joint in (*_JOINTS, "") for word in simple}


@cache
def _basic() -> frozenset[str]:
    return frozenset().union(*(forms_of(key) for key in _LISTS))


@cache
def _known() -> frozenset[str]:
    """Return what compounds are made of; words of the register, too, that are no compounds of others themselves."""
    others = (
        word
        for word in load_toml(FILE)["counterparts"]
        if len(word) >= _LEAST_REGISTERED and not _is_made_of_basic(word)
    )
    return _basic() | frozenset(one_form(word) for word in others)


def _is_made_of_basic(word: str) -> bool:
    return any(
        one_form(rest) in _basic() and any(one_form(form) in _basic() for form in _without_joint(front))
        for front, rest in _cuts(word)
    )


def _without_joint(front: str) -> list[str]:
    """Return a front without the letter that joins it to what follows; as it is, if that may be its own."""
    return [front, *(front.removesuffix(joint) for joint in _JOINTS if front.endswith(joint))]
