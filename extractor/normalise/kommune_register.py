"""The register of kommuner in memory: rows, chains from one reform to the next, and every spelling of a name.

A row holds for one number and one Norwegian name. Rows are tied by numbers: a row that ended names those that
took over on the next day. Names are looked up by keys without case and hyphens; each name has keys for its
forms without Sami diacritics and with aa, oe, ae too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import permutations

from extractor.lexicon import load_csv

# What stands around a name: the word for kommune in five languages, and its councils.
_INSTITUTIONS = re.compile(
    r"(by)?kommune(n?s?|styret?s?)|herr?ed(et)?s?|herad(et)?s?|herr?eds?styret?s?|herads?styret?s?|bystyret?s?"
    r"|formannskape?t?s?|byråde?t?s?"
    r"|suohkan|gielda|tjïelte|tjielte|komuuni|kunta"
)
_PREPOSITIONS = ("i", "på")


@dataclass(frozen=True, slots=True)
class KommuneEntry:
    """One row of the register: a kommune under one number and one Norwegian name."""

    number: str  # four digits
    name: str
    other_names: tuple[str, ...]  # Sami and Kven
    fylke_number: str
    fylke_name: str  # in the years of this entry
    valid_from: date  # 1971-01-01 means that or earlier
    valid_to: date | None  # last day, inclusive; None while in force
    successors: tuple[str, ...]
    predecessors: tuple[str, ...]

    def in_force(self, day: date) -> bool:
        """Whether the kommune existed under this number and name on `day`."""
        return self.valid_from <= day <= (self.valid_to or date.max)


class Register:
    """The rows of `data/kommuner.csv`, found by number and by spelling, with those of `data/fylker.csv`."""

    def __init__(self) -> None:
        self.entries: list[KommuneEntry] = []
        self.by_number: dict[str, list[KommuneEntry]] = defaultdict(list)
        self.by_name: dict[str, list[KommuneEntry]] = defaultdict(list)
        self.fylker: dict[str, set[str]] = defaultdict(set)  # name or number → numbers, over all periods
        for row in load_csv("fylker.csv"):
            for key in (row["number"], row["name"], *_parts(row["name_other"])):
                self.fylker[fold(key)].add(row["number"])
        fylke_names = {row["number"]: row["name"] for row in load_csv("fylker.csv")}
        for row in load_csv("kommuner.csv"):
            self._add(_entry(row, fylke_names), _spellings(row))

    def _add(self, entry: KommuneEntry, spellings: Iterable[str]) -> None:
        self.entries.append(entry)
        self.by_number[entry.number].append(entry)
        for key in dict.fromkeys(spellings):
            self.by_name[key].append(entry)

    def lookup(self, text: str) -> list[KommuneEntry]:
        """Return all entries that ever had the name in `text`, oldest number first."""
        return next(self.readings(text), [])

    def readings(self, text: str) -> Iterator[list[KommuneEntry]]:
        """Yield what `text` may name, the surest first: «Hemnes» is a kommune, and the genitive of another."""
        return (self.by_name[key] for key in dict.fromkeys(_keys(text)) if key in self.by_name)

    def county_numbers(self, fylke: str) -> set[str]:
        """Return the numbers that a county of this name or number has had; empty when there is none."""
        key = re.sub(r" ?fylke(?:skommune)?s?$", "", fold(fylke))
        return self.fylker.get(key.zfill(2) if key.isdigit() else key, set())

    def after(self, entry: KommuneEntry) -> list[KommuneEntry]:
        """Return the entries that took over on the day after `entry` ended."""
        if entry.valid_to is None:
            return []
        return self._on(entry.successors, entry.valid_to + timedelta(days=1))

    def before(self, entry: KommuneEntry) -> list[KommuneEntry]:
        """Return the entries that became `entry`, as far back as the register goes."""
        return self._on(entry.predecessors, entry.valid_from - timedelta(days=1))

    def _on(self, numbers: Iterable[str], day: date) -> list[KommuneEntry]:
        found = (entry for number in numbers for entry in self.by_number.get(number, ()))
        return [entry for entry in found if entry.in_force(day)]

    def current(self, entry: KommuneEntry) -> tuple[KommuneEntry, ...]:
        """Return today's entries at the end of the chain, by number; several when the kommune was split."""
        if entry.valid_to is None:
            return (entry,)
        ends = {end.number: end for successor in self.after(entry) for end in self.current(successor)}
        return tuple(ends[number] for number in sorted(ends))

    def counties(self, entry: KommuneEntry) -> set[str]:
        """Return the numbers of all counties that the place has been in."""
        found = {entry.fylke_number}
        for step in (self.after, self.before):
            front = [entry]
            while front:
                front = [reached for one in front for reached in step(one)]
                found.update(reached.fylke_number for reached in front)
        return found


@cache
def register() -> Register:
    """Return the register; it is read once and shared."""
    return Register()


def fold(text: str) -> str:
    """Return the words of `text` without case, hyphens and punctuation, with single spaces."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def _keys(text: str) -> Iterator[str]:
    """Yield the forms to look up, the surest first: as it stands, without diacritics, without genitive -s."""
    name = _bare(text)
    for key in (name, name.removesuffix("s"), _behind_preposition(name)):
        yield key
        yield _plain(key)


def _bare(text: str) -> str:
    """Return the name alone: «Kommunestyret i Nord-Odal» → «nord odal»."""
    words = fold(text).split()
    kept = [word for word in words if not _INSTITUTIONS.fullmatch(word)]
    name = " ".join(kept)
    return _behind_preposition(name) if kept and words[0] != kept[0] else name


def _behind_preposition(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in _PREPOSITIONS else name


def _plain(text: str) -> str:
    """Return `text` without Sami and Kven diacritics; æ, ø and å are letters of their own and stay."""
    marked = text.translate(str.maketrans("ŋđŧå", "ndt\0"))
    letters = (letter for letter in unicodedata.normalize("NFD", marked) if not unicodedata.combining(letter))
    return "".join(letters).replace("\0", "å")


def _entry(row: dict[str, str], fylke_names: dict[str, str]) -> KommuneEntry:
    return KommuneEntry(
        number=row["number"],
        name=row["name"],
        other_names=_parts(row["name_other"]),
        fylke_number=row["fylke_number"],
        fylke_name=fylke_names[row["fylke_number"]],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        successors=_parts(row["successor_numbers"]),
        predecessors=_parts(row["predecessor_numbers"]),
    )


def _spellings(row: dict[str, str]) -> Iterator[str]:
    """Yield the keys that lead to a row: its names, their pairs in any order, and fallbacks in ASCII."""
    names = [row["name"], *_parts(row["name_other"]), *map(_bare, _parts(row["genitive"]))]
    several = [" ".join(some) for count in (2, 3) for some in permutations(names, count)]
    closed = [name.replace("-", "") for name in names]
    for name in (*names, *_parts(row["also_written"]), *several, *closed):
        key = fold(name)
        yield from (key, _plain(key), _plain(key).replace("å", "aa").replace("ø", "oe").replace("æ", "ae"))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
