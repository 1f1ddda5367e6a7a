"""The words of a tiltak or goal in a form in which plans of both written standards can be compared.

1. What is written short is written out: «barne- og ungdomstrinn» is «barnetrinn og ungdomstrinn».
2. Each word gets the one form that it shares with its counterparts (`spelling`).
3. Compounds are taken apart (`compounds`): «skjenkekontroll» says what «kontroll av skjenkestedene» says. The whole,
   with `JOINT` between its parts, counts less than all its parts together.
4. Words that say nothing by themselves (og, skal) go; those that every plan uses (tiltak, samarbeid) count little,
   those that name a field rather than a thing (skole, nettside) count half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from extractor.compare.compounds import last_part_of, parts_of
from extractor.compare.spelling import FILE, forms_of, one_form
from extractor.lexicon import load_csv, load_toml, words

_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*[-–]?|\d+(?:[.,]\d+)?")
_QUOTED = re.compile(r"[«“”\"„']([^«»“”\"„]{2,60}?)[»“”\"']")
_HYPHEN = re.compile("[-–]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SHORTEST = 2
_COMMON, _FREQUENT = 0.15, 0.55  # what a word counts that every plan uses, or every plan of a kind
_NUMBER = 0.3
_OF_COMPOUND = 0.65  # of its weight has a word that is only part of a compound
JOINT = "+"  # between the parts of a compound


def stems(text: str) -> dict[str, float]:
    """Return the stems of a text with their weights, in reading order: 1 for a telling word, less for others."""
    found: dict[str, float] = {}
    for word in _written_out(_WORD.findall(_of_kommune().sub(" ", text).lower())):
        for stem, weight in _stems(word):
            found[stem] = max(weight, found.get(stem, 0.0))
    return found


def names(text: str) -> frozenset[str]:
    """Return what is a name by its look: words in quotation marks («Trygg saman») and capital letters (MOT)."""
    quoted = (" ".join(stems(name)) for name in _QUOTED.findall(text))
    capitals = (word.lower() for word in re.findall(r"\b[A-ZÆØÅ]{3,8}\b", text) if not text.isupper())
    known = forms_of("common") | forms_of("bodies")
    return frozenset(name for name in (*quoted, *capitals) if name and name not in known)


def kinds(found: Iterable[str], table: str) -> frozenset[str]:
    """Return what stems name of a table of the register: `groups` of people (young, old …), or `places`."""
    named = _kinds(table)
    return frozenset(kind for stem in found for kind in named.get(stem, ()))


def _written_out(found: list[str]) -> Iterator[str]:
    """Yield words; one that a hyphen ends gets the last part of the word behind it («barne- og ungdomstrinn»)."""
    for at, word in enumerate(found):
        if word[-1] not in "-–":
            yield word
            continue
        whole = next(
            (other for other in found[at + 1 : at + 5] if other[-1] not in "-–" and len(other) > 3), ""
        )
        yield word[:-1] + last_part_of(whole)


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[tuple[str, float], ...]:
    """Return the stems of a word, those of its parts where it is a compound."""
    if word in _empty() or len(word) < _SHORTEST or _YEAR.match(word):
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
def _kinds(table: str) -> dict[str, tuple[str, ...]]:
    """Return the kinds by the stems that name them."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, entry in load_toml(FILE)[table].items():
        for stem in {JOINT.join(parts_of(word)) for word in (*entry["nb"], *entry["nn"])}:
            found[stem] = (*found.get(stem, ()), kind)
    return found


@cache
def standing_for() -> tuple[frozenset[str], ...]:
    """Return the sets of stems that stand for each other in plans («kurs», «opplæring»)."""
    return tuple(frozenset(map(one_form, words)) for words in load_toml(FILE)["near"].values())
