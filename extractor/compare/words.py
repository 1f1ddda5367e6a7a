"""The words of a tiltak or goal in a form in which plans of both written standards can be compared.

1. Each word gets the one form that it shares with its counterparts (`spelling`).
2. Compounds are taken apart (`compounds`): «skjenkekontroll» says what «kontroll av skjenkestedene» says. The whole,
   with `JOINT` between its parts, counts less than all its parts together.
3. Words that say nothing by themselves (og, skal) go; those that every plan uses (tiltak, samarbeid) count little,
   those that name a field rather than a thing (skole, nettside) count half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from extractor.compare.compounds import parts_of
from extractor.compare.spelling import FILE, forms_of
from extractor.lexicon import load_csv, load_toml, words

_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*|\d+(?:[.,]\d+)?")
_QUOTED = re.compile(r"[«“”\"„']([^«»“”\"„]{2,60}?)[»“”\"']")
_HYPHEN = re.compile("[-–]")
_SHORTEST = 2
_COMMON, _FREQUENT = 0.2, 0.55  # what a word counts that every plan uses, or every plan of a kind
_NUMBER = 0.3
_OF_COMPOUND = 0.65  # of its weight has a word that is only part of a compound
JOINT = "+"  # between the parts of a compound


def stems(text: str) -> dict[str, float]:
    """Return the stems of a text with their weights, in reading order: 1 for a telling word, less for others."""
    found: dict[str, float] = {}
    for word in _WORD.findall(_of_kommune().sub(" ", text)):
        for stem, weight in _stems(word.lower()):
            found[stem] = max(weight, found.get(stem, 0.0))
    return found


def names(text: str) -> frozenset[str]:
    """Return what is a name by its look: words in quotation marks («Trygg saman») and capital letters (MOT)."""
    quoted = (" ".join(stems(name)) for name in _QUOTED.findall(text))
    capitals = (word.lower() for word in re.findall(r"\b[A-ZÆØÅ]{3,8}\b", text) if not text.isupper())
    known = forms_of("common") | forms_of("bodies")
    return frozenset(name for name in (*quoted, *capitals) if name and name not in known)


def groups(found: Iterable[str]) -> frozenset[str]:
    """Return the groups of people whom stems name: young, old, parents …"""
    named = _groups()
    return frozenset(group for stem in found for group in named.get(stem, ()))


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[tuple[str, float], ...]:
    """Return the stems of a word, those of its parts where it is a compound."""
    if word in _empty() or len(word) < _SHORTEST:
        return ()
    if word[0].isdigit():
        return ((word, _NUMBER),)
    pieces = _HYPHEN.split(word)
    if len(pieces) > 1:
        return tuple(pair for piece in pieces for pair in _stems(piece))
    return tuple(_weighed_parts(parts_of(word)))


def _weighed_parts(parts: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Yield the parts of a word; what adds nothing at its end («tilbud» in «krisesentertilbud») counts little."""
    if len(parts) > 1 and parts[-1] in forms_of("tails"):
        yield parts[-1], _OF_COMPOUND * _COMMON
        parts = parts[:-1]
    if len(parts) == 1:
        yield parts[0], _weight(parts[0])
        return
    weights = [max(_weight(part), _FREQUENT) for part in parts]
    yield from ((part, _OF_COMPOUND * weight) for part, weight in zip(parts, weights, strict=True))
    yield JOINT.join(parts), (1 - _OF_COMPOUND) * sum(weights)


def _weight(stem: str) -> float:
    if stem in forms_of("common"):
        return _COMMON
    return _FREQUENT if stem in forms_of("frequent") else 1.0


@cache
def _empty() -> frozenset[str]:
    return frozenset(words(load_toml(FILE), "empty", file=FILE))


@cache
def _of_kommune() -> re.Pattern[str]:
    """Return the pattern of «i Vinje» and «Vinje kommune», which tell whose plan it is, not what is promised."""
    names = "|".join(
        sorted({re.escape(row["name"]) for row in load_csv("kommuner.csv")}, key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:(?:[Ii]|for|[Ff]r[aå]|[Vv]ed) (?:{names})\b(?:s? kommune)?|(?:{names})s? kommune)\b"
    )


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Return the groups by the stems that name them."""
    found: dict[str, tuple[str, ...]] = {}
    for group in load_toml(FILE)["groups"]:
        for stem in forms_of("groups", group):
            found[stem] = (*found.get(stem, ()), group)
    return found
