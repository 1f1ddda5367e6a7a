"""The register of responsible parties: which one a wording means, if it is one of them.

Two sources answer, the more particular first:

1. `parties.csv`: bodies and titles with their old names and their nynorsk.
2. `party_grammar.toml`: units and leaders of a field. «Seksjon for kultur», «kulturetaten» and «kultur» are the unit
   of that field; «kultursjef» and «sjef for kultur» are its chief. A leader is another party than the unit.

A wording is compared whole, in any inflection. Nothing is matched by likeness: a wrong party would be believed.
An inflected form that two entries share («styrer» of a board, «styrer» of a kindergarten) belongs to the one that
lists it, and to none when neither does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extractor.lexicon import LexiconError, load_csv, load_toml
from extractor.normalise.party_forms import phrase_forms, phrase_key, phrase_words, word_forms

REGISTER, GRAMMAR = "parties.csv", "party_grammar.toml"
_LONGEST_PHRASE = 16  # words; no entry is longer
_SHORTEST_BODY = 5  # letters in «kirkeleder»; «lagleder» leads a team, «stab» and «lag» say too little
_LINKS = {"for", "av", "i", "på", "innen", "innan", "med", "ved", "til"}
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", " ": "_", "-": "_", "/": "_", ",": None})


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """One party of the register.

    Attributes:
        id: stable, in ASCII.
        name: canonical name in bokmål; roles in the indefinite singular.
        name_nn: the same in nynorsk.
        category: id of the kind of party, see `party_categories`.
        field: whether it is a field without a word for unit or leader («kultur»).
    """

    id: str
    name: str
    name_nn: str
    category: str
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
class _Field:
    id: str
    nb: str
    nn: str
    category: str
    stem: tuple[str, str]  # before «sjef» in nb and nn, empty where there is no compound
    unit: PartyEntry


def party_categories() -> dict[str, dict[str, str]]:
    """Return the categories with their display names, `{"culture": {"nb": …, "nn": …}, …}`."""
    categories: dict[str, dict[str, str]] = load_toml(GRAMMAR)["categories"]
    return categories


@lru_cache(maxsize=8192)
def find_party(text: str) -> PartyEntry | None:
    """Return the entry that the whole wording means, in any inflection and either written standard."""
    if (entry := listed_party(text)) is not None:
        return entry
    words = phrase_words(text)
    return _of_field(words) if 0 < len(words) <= _LONGEST_PHRASE else None


@lru_cache(maxsize=8192)
def listed_party(text: str) -> PartyEntry | None:
    """Return the entry of `parties.csv` that the whole wording means; units and leaders of fields are left out."""
    if (entry := _acronyms().get(text.strip(" .,:"))) is not None:
        return entry
    words = phrase_words(text)
    return _listed().get(phrase_key(words)) if 0 < len(words) <= _LONGEST_PHRASE else None


def is_listed(text: str) -> bool:
    """Tell whether a register lists this very wording, «stab/støtte» or «rus/psykiatri»."""
    return listed_party(text) is not None or phrase_key(phrase_words(text)) in _fields()


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


def _of_field(words: list[str]) -> PartyEntry | None:
    """Read «seksjon for kultur», «kulturetaten», «teknisk etat», «leder for kultur», «kultursjefen» or «kultur»."""
    words = [word.rstrip("/") if place else word for place, word in enumerate(_unslashed(words))]
    if field := _field(words):
        return field.unit
    first, rest = words[0], words[1:]
    rest = rest[1:] if rest and rest[0] in _LINKS else rest
    if first in unit_forms() and (field := _field(rest)):
        return _plain(field.unit)
    if title := title_forms().get(first):
        return _leader(title, rest)
    return _from_end(words)


def _leader(title: Title, rest: list[str]) -> PartyEntry | None:
    """Read what a title is for: a field, the unit of a field, or a body of the register."""
    field = _field(rest)
    if field is None and rest and (rest[0] in unit_forms() or _splits(rest[-1])):
        unit = _of_field(rest)
        field = next((one for one in _fields().values() if unit and one.unit.id == unit.id), None)
    if field is not None:
        return _role(title, field)
    if listed := _listed().get(phrase_key([title.nb, "for", *rest])):
        return listed
    body = _listed().get(phrase_key(rest))
    return _head_of(title, body) if body and title.leads and not rest[-1].endswith(_people()) else None


def _from_end(words: list[str]) -> PartyEntry | None:
    """Read a compound with its field before it: «helse- og omsorgsetaten», «kulturleder», «teknisk sjef»."""
    for stem, head in [*_splits(words[-1]), ("", words[-1])]:
        for variant in dict.fromkeys((stem, stem.removesuffix("s"), stem.removesuffix("e"), stem + head[0])):
            field = _field([*words[:-1], variant] if variant else words[:-1])
            if field and (title := title_forms().get(head)):
                return _role(title, field)
            if field and head in unit_forms():
                return _plain(field.unit)
            name = phrase_key([*words[:-1], variant])
            body = _listed().get(name) if variant and len(name) >= _SHORTEST_BODY else None
            if body and (title := title_forms().get(head)) and title.leads:
                return _head_of(title, body)
    return None


def _splits(word: str) -> list[tuple[str, str]]:
    """Return the ways to read a compound as something + a word for a unit or leader."""
    heads = title_forms().keys() | unit_forms() if len(word) <= 40 else ()
    return [(word[:cut], word[cut:]) for cut in range(2, len(word) - 2) if word[cut:] in heads]


def _unslashed(words: list[str]) -> Iterator[str]:
    """Read the slash of «rus/psykiatri» as «og»."""
    for word in words:
        yield word.rstrip("/")
        if word.endswith("/"):
            yield "og"


def _field(words: list[str]) -> _Field | None:
    return _fields().get(phrase_key(words)) if words else None


def _role(title: Title, field: _Field) -> PartyEntry:
    if title.joined and field.stem[0]:
        name, name_nn = _compound(field.stem[0], title.nb), _compound(field.stem[1], title.nn)
    else:
        name, name_nn = f"{title.nb} for {field.nb}", f"{title.nn} for {field.nn}"
    return PartyEntry(_ascii(name), name, name_nn, field.category)


def _compound(stem: str, head: str) -> str:
    """Join two parts; of three equal consonants one goes («trafikk» + «koordinator»)."""
    return stem[:-1] + head if stem[-2:] == head[0] * 2 else stem + head


def _head_of(title: Title, body: PartyEntry) -> PartyEntry:
    name, name_nn = f"{title.nb} for {body.name}", f"{title.nn} for {body.name_nn}"
    return PartyEntry(_ascii(f"{title.nb}_for_{body.id}"), name, name_nn, body.category)


def _plain(unit: PartyEntry) -> PartyEntry:
    return PartyEntry(unit.id, unit.name, unit.name_nn, unit.category)


@cache
def _people() -> tuple[str, ...]:
    people = load_toml(GRAMMAR)["words"]["people"]
    return tuple(form for word in [*people["nb"], *people["nn"]] for form in word_forms(word))


@cache
def _fields() -> dict[str, _Field]:
    """Return the fields under the keys of all their wordings."""
    found: dict[str, _Field] = {}
    for category, entry in _field_rows():
        nb, nn = entry["nb"][0], entry["nn"][0]
        stem = entry.get("stem", "") if entry.get("compound", True) else ""
        unit_nb, unit_nn = entry.get("unit", (nb, nn))
        unit = PartyEntry(entry["id"], unit_nb, unit_nn, category, field=True)
        field = _Field(entry["id"], nb, nn, category, (stem, entry.get("stem_nn", stem)), unit)
        for wording in (*entry["nb"], *entry["nn"], entry.get("stem", nb), entry.get("stem_nn", nn)):
            found.setdefault(phrase_key(phrase_words(wording)), field)
    return found


def _field_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for category, fields in load_toml(GRAMMAR)["fields"].items():
        for id_, entry in fields.items():
            if not {"nb", "nn"} <= entry.keys():
                raise LexiconError(f"data/{GRAMMAR}: the field «{id_}» needs both nb and nn")
            yield category, {"id": id_, **entry}


@cache
def _rows() -> tuple[tuple[PartyEntry, tuple[str, ...], tuple[str, ...]], ...]:
    """Return each entry of the register with its acronyms and its other wordings."""
    rows = []
    for row in load_csv(REGISTER):
        if row["category"] not in party_categories():
            raise LexiconError(f"data/{REGISTER}: «{row['id']}» has the unknown category «{row['category']}»")
        entry = PartyEntry(row["id"], row["nb"], row["nn"], row["category"])
        names = (row["nb"], row["nn"], *_cells(row["forms_nb"]), *_cells(row["forms_nn"]))
        forms = tuple(name for name in names if not name.isupper())  # «mot» is not MOT
        rows.append((entry, _cells(row["short"]), forms))
    return tuple(rows)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


@cache
def _acronyms() -> dict[str, PartyEntry]:
    return {short.strip("."): entry for entry, shorts, _ in _rows() for short in shorts}


@cache
def _listed() -> dict[str, PartyEntry]:
    """Return the entries under the keys of their wordings; listed wordings go before inflected ones."""
    listed = {phrase_key(phrase_words(form)): entry for entry, _, forms in _rows() for form in forms}
    inflected: dict[str, PartyEntry | None] = {}
    for entry, _, forms in _rows():
        for key in {key for form in forms for key in phrase_forms(form)} - listed.keys():
            inflected[key] = entry if inflected.get(key, entry) == entry else None
    return listed | {key: entry for key, entry in inflected.items() if entry is not None}


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return "_".join(part for part in plain.encode("ascii", "ignore").decode("ascii").split("_") if part)
