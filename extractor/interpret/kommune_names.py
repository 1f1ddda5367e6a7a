"""Finds the names of kommuner in a text, as the register has them.

Many names are ordinary words or family names (Os, Time, Lund, Vik), so each mention tells whether the word
kommune stands with it: behind («Bygda herad»), before («rådmannen i Bygda»), or before or behind the list
that it is part of («kommunene A, B og C»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_csv, load_toml, words

FILE = "owners.toml"
REACH = 40  # characters before a name in which the word for it stands
_AND = re.compile(r"\s*(?:,|/|&|og|samt)?\s*(?:og\s+)?")
_DIGRAPHS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(slots=True, frozen=True)
class Mention:
    """A kommune named in a text, from `start` to `end`, end exclusive and the word kommune included."""

    name: str
    start: int
    end: int
    worded: bool  # the word kommune stands with it


def find_kommuner(text: str, *, ordinary: bool = False) -> list[Mention]:
    """Return the kommuner that `text` names, from left to right.

    Names that are ordinary words too need the word kommune, unless `ordinary` says that only names can stand here.
    Former kommuner («tidligere Bygda kommune») are left out.
    """
    small = fold(text)
    mentions = [_mention(small, found) for found in _names().finditer(small) if text[found.start()].isupper()]
    listed = [mention for group in _lists(small, mentions) for mention in _worded_together(small, group)]
    now = [one for one in listed if not _former().search(small, 0, one.start)]
    return [one for one in now if ordinary or one.worded or small[one.start : one.end] not in _unsafe()]


def _mention(text: str, found: re.Match[str]) -> Mention:
    name = _register()[" ".join(found["name"].split())]
    led = bool(_leader().search(_before(text, found.start())))
    after = _after().match(text, found.end())
    return Mention(name, found.start(), after.end() if after else found.end("name"), bool(after) or led)


def _lists(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Group mentions that only commas and «og» part."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _AND.fullmatch(text[groups[-1][-1].end : mention.start]):
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
        for column in ("name_other", "genitive")
        for other in row[column].split(";")
        if other
    }
    return _digraphs() | others | {fold(row["name"]): row["name"] for row in rows}


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
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{either(_register())})s?(?![\w-])")


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
    return re.compile(rf"(?<!\w){either(_words_for('former'))}\s+$")


@cache
def _plural() -> re.Pattern[str]:
    return any_word(_words_for("plural"))


@cache
def _plural_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(_words_for('plural'))}:?\s*$")
