"""The register of responsible parties as it stands in the data files, each entry under the keys of its wordings.

`parties.csv` lists bodies and titles with their old names and their nynorsk; `party_grammar.toml` has the fields that
units and leaders are named for. An inflected form that two entries share («styrer» of a board, «styrer» of a
kindergarten) belongs to the one that lists it, and to none when neither does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.lexicon import LexiconError, load_csv, load_toml
from extractor.normalise.party_forms import phrase_forms, phrase_key, phrase_words, word_forms

REGISTER, GRAMMAR = "parties.csv", "party_grammar.toml"


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """One party of the register.

    Attributes:
        id: stable, in ASCII.
        name: canonical name in bokmål; roles in the indefinite singular.
        name_nn: the same in nynorsk.
        category: id of the kind of party, see `party_categories`.
        sector: canonical name of the unit or field that it is, leads or works in; empty where there is none.
        rule: how the wording led to it: «listed», «unit», «role» (a title with its field) or «head» (of a body).
        field: whether it is a field without a word for unit or leader («kultur»).
    """

    id: str
    name: str
    name_nn: str
    category: str
    sector: str = ""
    rule: str = "listed"
    field: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A word for a leader or officer: `joined` when it makes a compound with its field («kultursjef»)."""

    nb: str
    nn: str
    joined: bool

    @property
    def leads(self) -> bool:
        """Whether it is for the head of a unit, as «leder» is and «rådgiver» is not."""
        return self.nb.endswith(("leder", "sjef", "direktør"))


@dataclass(frozen=True, slots=True)
class Field:
    """What a unit or leader is for; `stem` is what stands before «sjef» in nb and nn, empty without compound."""

    id: str
    nb: str
    nn: str
    category: str
    stem: tuple[str, str]
    unit: PartyEntry


def party_categories() -> dict[str, dict[str, str]]:
    """Return the categories with their display names, `{"culture": {"nb": …, "nn": …}, …}`."""
    categories: dict[str, dict[str, str]] = load_toml(GRAMMAR)["categories"]
    return categories


def field_stems() -> frozenset[str]:
    """Return the single words that fields are made of: «kultur», «omsorg», «psykisk»."""
    words = {
        word
        for _, entry in _field_rows()
        for form in [*entry["nb"], *entry["nn"]]
        for word in phrase_words(form)
    }
    return frozenset(words - {"og"})


@cache
def title_forms() -> dict[str, Title]:
    """Return every form of the titles that take a field, «leiarane» → leder."""
    titles = load_toml(GRAMMAR)["titles"]
    found: dict[str, Title] = {}
    for kind in ("joined", "apart"):
        for entry in titles[kind]:
            title = Title(entry["nb"], entry["nn"], kind == "joined")
            for word in (entry["nb"], entry["nn"], *entry.get("other", [])):
                found |= dict.fromkeys(phrase_forms(word), title)
    return found


@cache
def unit_forms() -> frozenset[str]:
    """Return every form of the words for units that take a field, «etaten», «eininga»."""
    units = load_toml(GRAMMAR)["units"]
    return frozenset(form for word in [*units["nb"], *units["nn"]] for form in word_forms(word))


@cache
def people_endings() -> tuple[str, ...]:
    """Return every form of the words for people, «rektorane», «ansvarleg»."""
    people = load_toml(GRAMMAR)["words"]["people"]
    return tuple(form for word in [*people["nb"], *people["nn"]] for form in word_forms(word))


@cache
def fields() -> dict[str, Field]:
    """Return the fields under the keys of all their wordings."""
    found: dict[str, Field] = {}
    for category, entry in _field_rows():
        nb, nn = entry["nb"][0], entry["nn"][0]
        stem = entry.get("stem", "") if entry.get("compound", True) else ""
        unit_nb, unit_nn = entry.get("unit", (nb, nn))
        unit = PartyEntry(entry["id"], unit_nb, unit_nn, category, unit_nb, "unit", field=True)
        field = Field(entry["id"], nb, nn, category, (stem, entry.get("stem_nn", stem)), unit)
        for wording in (*entry["nb"], *entry["nn"], entry.get("stem", nb), entry.get("stem_nn", nn)):
            found.setdefault(phrase_key(phrase_words(wording)), field)
    return found


def _field_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for category, rows in load_toml(GRAMMAR)["fields"].items():
        for id_, entry in rows.items():
            if not {"nb", "nn"} <= entry.keys():
                raise LexiconError(f"data/{GRAMMAR}: the field «{id_}» needs both nb and nn")
            yield category, {"id": id_, **entry}


@cache
def acronyms() -> dict[str, PartyEntry]:
    """Return the entries under their acronyms, capitals as written."""
    return {short.strip("."): entry for entry, shorts, _ in _rows() for short in shorts}


@cache
def listed() -> dict[str, PartyEntry]:
    """Return the entries of `parties.csv` under the keys of their wordings; listed wordings before inflected ones."""
    exact = {phrase_key(phrase_words(form)): entry for entry, _, forms in _rows() for form in forms}
    inflected: dict[str, PartyEntry | None] = {}
    for entry, _, forms in _rows():
        for key in {key for form in forms for key in phrase_forms(form)} - exact.keys():
            inflected[key] = entry if inflected.get(key, entry) == entry else None
    return exact | {key: entry for key, entry in inflected.items() if entry is not None}


@cache
def _rows() -> tuple[tuple[PartyEntry, tuple[str, ...], tuple[str, ...]], ...]:
    """Return each entry of `parties.csv` with its acronyms and its other wordings."""
    table = load_csv(REGISTER)
    names = {row["id"]: row["nb"] for row in table} | {one.id: one.unit.name for one in fields().values()}
    return tuple((_entry(row, names), _cells(row["short"]), _wordings(row)) for row in table)


def _entry(row: dict[str, str], names: dict[str, str]) -> PartyEntry:
    if row["category"] not in party_categories():
        raise LexiconError(f"data/{REGISTER}: «{row['id']}» has the unknown category «{row['category']}»")
    if row["sector"] and row["sector"] not in names:
        raise LexiconError(f"data/{REGISTER}: «{row['id']}» has the unknown sector «{row['sector']}»")
    return PartyEntry(row["id"], row["nb"], row["nn"], row["category"], names.get(row["sector"], ""))


def _wordings(row: dict[str, str]) -> tuple[str, ...]:
    names = (row["nb"], row["nn"], *_cells(row["forms_nb"]), *_cells(row["forms_nn"]))
    return tuple(name for name in names if not name.isupper())  # «mot» is not MOT


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
