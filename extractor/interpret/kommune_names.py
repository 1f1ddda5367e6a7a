"""Finds the names of kommuner in a text, as the register has them.

Many names are ordinary words or family names (Os, Time, Lund, Vik), so each mention tells whether the word
kommune stands with it: behind («Bygda herad»), before («rådmannen i Bygda»), or before or behind the list
that it is part of («kommunene A, B og C»). Namesakes are told apart by the county or landscape behind the name
(«Bygda kommune i Telemark», «Bygda (Nordland)»). Former kommuner and institutions («Bygda sykehus») are no mentions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_csv, load_toml, words

FILE = "owners.toml"
REACH = 40  # characters before a name in which the word for it stands
_AND = re.compile(r"\s*(?:,|/|&|og|samt)?\s*(?:og\s+)?")
_WORD = re.compile(r"(?<![\w-])[^\W\d_a-zæøå][^\W\d_]*")  # with a capital, most likely
_GIVEN_NAME = re.compile(r"(?<![\w-])([A-ZÆØÅ][a-zæøåéèüö]+)\s+$")
_LANDSCAPE = re.compile(r" (?:i|på) (.+)")
_DIGRAPHS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(slots=True, frozen=True)
class Mention:
    """A kommune in a text, from `start` to `end`, exclusive; the words kommune and «i Telemark» are part of it."""

    name: str
    start: int
    end: int
    worded: bool  # the word kommune stands with it
    fylke: str | None = None  # the county that stands behind the name


def find_kommuner(text: str, *, ordinary: bool = False) -> list[Mention]:
    """Return the kommuner that `text` names, from left to right.

    Names that are ordinary words too need the word kommune, unless `ordinary` says that only names can stand here.
    Former kommuner («tidligere Bygda kommune») are left out.
    """
    small = fold(text)
    mentions = [_mention(small, found) for found in _named(text, small)]
    groups = [
        group for group in listed(small, mentions) if not _former().search(_before(small, group[0].start))
    ]
    together = [mention for group in groups for mention in _worded_together(small, group)]
    own = [one for one in together if one.worded or not _is_institution(text, small, one)]
    return [
        one
        for one in own
        if ordinary or one.worded or one.fylke or small[one.start : one.end] not in _unsafe()
    ]


def is_surname(text: str, mention: Mention) -> bool:
    """Whether a given name stands before («Kari Lund»): a word with a capital that leads to no place."""
    before = _GIVEN_NAME.search(text[: mention.start])
    return bool(before and fold(before[1]) not in words(load_toml(FILE)["place"], "before", file=FILE))


def _named(text: str, small: str) -> Iterator[re.Match[str]]:
    """Yield the names in a text and the same text folded; only words with a capital are looked up."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or not text[word.start()].isupper():
            continue
        first = small[word.start() : word.end()]
        spelt = (one for one in dict.fromkeys((first, first.removesuffix("s"))) if one in _names())
        found = next((hit for one in spelt if (hit := _pattern(one).match(small, word.start()))), None)
        if found:
            end = found.end()
            yield found


def _mention(text: str, found: re.Match[str]) -> Mention:
    name = _register()[_spaced(found["name"])]
    led = bool(_leader().search(_before(text, found.start())))
    after = _after().match(text, found.end())
    end = after.end() if after else found.end("name")
    place = _place().match(text, end)
    fylke = place and _fylke_of(name, " ".join(place["place"].split()))
    return Mention(
        name, found.start(), place.end() if place and fylke else end, bool(after) or led, fylke or None
    )


def _is_institution(text: str, small: str, mention: Mention) -> bool:
    """Whether the name is part of another: «Bygda sykehus», «Helse Bygda»."""
    before = _institution("before", r"\s+$").search(_before(small, mention.start))
    at = max(mention.start - REACH, 0) + before.start() if before else 0
    return bool(before and text[at].isupper()) or bool(
        _institution("behind", r"(?!\w)").match(small[mention.end :].lstrip(" -"))
    )


def _fylke_of(name: str, place: str) -> str | None:
    """Return the county that `place` means behind this name, None when it means none there."""
    return _fylker().get(place) or _landscapes().get((name, place))


def listed(small: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group the mentions in a folded text that only commas and «og» part."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _AND.fullmatch(small[groups[-1][-1].end : mention.start]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _worded_together(text: str, group: list[Mention]) -> list[Mention]:
    """Give the word kommune to every name of a list that it stands before or behind, in the plural."""
    before = _plural_before().search(_before(text, group[0].start))
    behind = _plural().match(text[group[-1].end :].lstrip())
    return [replace(mention, worded=True) for mention in group] if before or behind else group


def _before(text: str, start: int) -> str:
    return text[max(start - REACH, 0) : start]


@cache
def _register() -> dict[str, str]:
    """Return every way to write a name, folded, with the name that the register has."""
    rows = load_csv("kommuner.csv")
    others = {
        fold(other): row["name"]
        for row in rows
        for column in ("name_other", "genitive", "also_written")
        for other in row[column].split(";")
        if other and not _LANDSCAPE.search(other)
    }
    known = _digraphs() | others | {fold(row["name"]): row["name"] for row in rows}
    return {_spaced(spelt): name for spelt, name in known.items()}


def _spaced(name: str) -> str:
    """Return a folded name with single spaces for hyphens too: «Nord-Odal» is written «Nord Odal» as well."""
    return " ".join(name.replace("-", " ").split())


@cache
def _digraphs() -> dict[str, str]:
    """Return the names spelt with ae, oe and aa, where that differs."""
    names = {row["name"] for row in load_csv("kommuner.csv")}
    spelt = {fold(name).translate(_DIGRAPHS): name for name in sorted(names)}
    return {digraph: name for digraph, name in spelt.items() if digraph != fold(name)}


@cache
def _unsafe() -> frozenset[str]:
    """Return the names that need the word kommune: ordinary words, and names spelt without æ, ø and å."""
    return frozenset(load_toml(FILE)["names"]["ordinary"]) | _digraphs().keys()


@cache
def _names() -> dict[str, list[str]]:
    """Return the names that begin with each word: all of them at once would be tried everywhere."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in _register():
        by_word[name.split()[0]].append(name)
    return dict(by_word)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds the names that begin with a word; made when a document has the word, which few have."""
    spelt = either(_names()[word]).replace(r"\s+", r"(?:\s+|-)")
    return re.compile(rf"(?P<name>{spelt})(?:s|'(?=\s))?(?![\w-])")


@cache
def _fylker() -> dict[str, str]:
    """Return the counties, folded, with their names; Oslo is a kommune as well and tells nothing."""
    return {fold(row["name"]): row["name"] for row in load_csv("fylker.csv") if row["name"] != "Oslo"}


@cache
def _landscapes() -> dict[tuple[str, str], str]:
    """Return the county of a name with its landscape: «Våler» and «solør» → Hedmark, the oldest county of all."""
    fylker = {row["number"]: row["name"] for row in load_csv("fylker.csv")}
    return {
        (row["name"], fold(landscape[1])): fylker[row["fylke_number"]]
        for row in reversed(load_csv("kommuner.csv"))
        for written in row["also_written"].split(";")
        if (landscape := _LANDSCAPE.search(written))
    }


@cache
def _place() -> re.Pattern[str]:
    places = either({*_fylker(), *(place for _, place in _landscapes())})
    return re.compile(rf"\s*(?:,|\(|(?<=\s)(?:i|på))\s*(?P<place>{places})(?:\s+fylke)?\)?(?!\w|\s+fylkes)")


@cache
def _institution(key: str, end: str) -> re.Pattern[str]:
    known = words(load_toml(FILE)["institution"], key, file=FILE)
    return re.compile(rf"(?<!\w){either(known)}{end}" if key == "before" else rf"{either(known)}{end}")


def _words_for(key: str) -> tuple[str, ...]:
    return words(load_toml(FILE)["kommune"], key, file=FILE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+{either(_words_for('after'))}(?!\w)")


@cache
def _leader() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words_for('leader'))}\s+$")


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words_for('former'))}\s+(?:{either(_words_for('plural'))}\s+)?$")


@cache
def _plural() -> re.Pattern[str]:
    return any_word(_words_for("plural"))


@cache
def _plural_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words_for('plural'))}:?\s*$")
