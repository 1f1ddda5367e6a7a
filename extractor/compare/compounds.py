"""Takes compounds apart: «skoleveier» is «skole» and «vei».

A word is split where both sides are parts that compounds are made of (`parts` in `alike.toml`, and the words of the
register), with or without the s or e that joins them; either side may be a compound itself. Where nothing is known of
the front it may still be a word of its own («gründer» in «gründerhjelp») when it and what follows are long enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.compare.spelling import FILE, bent_back, counterpart, evened, forms_of, one_form
from extractor.lexicon import load_toml

_LEAST = 3  # letters of a part
_LEAST_UNKNOWN, _LEAST_BEHIND_UNKNOWN = 5, 4
_JOINTS = ("", "s", "e")


@lru_cache(maxsize=65536)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a word in lower case, each in its one form; only that of the word where it is no compound."""
    whole, word = one_form(word), counterpart(word)
    if whole in _parts() or len(word) < 2 * _LEAST:
        return (whole,)
    return _known(word) or _half_known(word) or (whole,)


@lru_cache(maxsize=65536)
def _known(word: str) -> tuple[str, ...]:
    """Return the parts of a word if all of them are known; the longest last part is taken first."""
    for front, behind in _cuts(word):
        if behind in _parts():
            for form in _fronts(front):
                if one_form(form) in _parts():
                    return (one_form(form), behind)
            for form in _fronts(front):
                if parts := _known(form):
                    return (*parts, behind)
    return ()


def _half_known(word: str) -> tuple[str, ...]:
    """Return a long front that nothing is known of, and the part behind it."""
    for front, behind in _cuts(word):
        if (
            len(front) >= _LEAST_UNKNOWN
            and len(word) - len(front) >= _LEAST_BEHIND_UNKNOWN
            and behind in _parts()
        ):
            return (one_form(front), behind)
    return ()


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in front of each place in a word, and what stands behind it in one form.

    Endings are told better from a long word than from a short one, so both forms are tried.
    """
    stem = bent_back(word)
    for at in range(_LEAST, len(word) - _LEAST + 1):
        yield word[:at], one_form(word[at:])
        yield word[:at], evened(stem[at:])


def _fronts(front: str) -> list[str]:
    """Return a front without the letter that joins it to what follows; as it is, if that may be its own."""
    return [front.removesuffix(joint) for joint in _JOINTS if front.endswith(joint)]


@cache
def _parts() -> frozenset[str]:
    """Return what compounds are made of; words of the register, too, that are no compounds of others themselves."""
    basic = frozenset().union(*(forms_of(key) for key in ("parts", "tails", "frequent", "common")))
    others = [word for word in load_toml(FILE)["counterparts"] if not _is_made_of(basic, word)]
    return basic | frozenset(one_form(word) for word in others)


def _is_made_of(basic: frozenset[str], word: str) -> bool:
    return any(
        behind in basic and any(one_form(form) in basic for form in _fronts(front))
        for front, behind in _cuts(word)
    )
