"""Which party of the register a wording means, if it is one of them.

1. A wording that `parties.csv` lists is that entry.
2. Else it is read as a unit or leader of a field. «Seksjon for kultur», «kulturetaten» and «kultur» are the unit of
   that field; «kultursjef» and «sjef for kultur» are its chief. A leader is another party than the unit.
3. Else once more with the short forms written out («tekn. etat», «folkehelsekoord.») and the owner joined to what is
   his («rådmannen sin stab» is «rådmannens stab»).

A wording is compared whole, in any inflection. Nothing is matched by likeness: a wrong party would be believed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.lexicon import load_toml
from extractor.normalise.party_entries import (
    GRAMMAR,
    Field,
    PartyEntry,
    Title,
    acronyms,
    fields,
    listed,
    people_endings,
    title_forms,
    unit_forms,
)
from extractor.normalise.party_forms import phrase_key, phrase_words

_LONGEST_PHRASE = 16  # words; no entry is longer
_SHORTEST_BODY = 5  # letters in «kirkeleder»; «lagleder» leads a team, «stab» and «lag» say too little
_SHORTEST_REST = 3  # letters before a short form that ends a compound: «folkehelsekoord.»
_LINKS = {"for", "av", "i", "på", "innen", "innan", "med", "ved", "til"}
_SHORTEST_END = 4  # letters of such a short form: «finans.» does not end in «ans.»
_GLUED = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")  # «avd.leder»
_HEADLESS = {"alle", "kommune", "kommunene"}  # «hver enkelt enhetsleder» is no leader of all
_OWNER = {"sin", "si", "sitt", "sine"}
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", " ": "_", "-": "_", "/": "_", ",": None})


@lru_cache(maxsize=8192)
def find_party(text: str) -> PartyEntry | None:
    """Return the entry that the whole wording means, in any inflection and either written standard."""
    if (entry := listed_party(text)) is not None:
        return entry
    words = phrase_words(text)
    if 0 < len(words) <= _LONGEST_PHRASE and (entry := _of_field(words)) is not None:
        return entry
    spelled = _spelled_out(text)
    return find_party(spelled) if spelled != text else None


@lru_cache(maxsize=8192)
def listed_party(text: str) -> PartyEntry | None:
    """Return the entry of `parties.csv` that the whole wording means; units and leaders of fields are left out."""
    if (entry := acronyms().get(text.strip(" .,:"))) is not None:
        return entry
    words = phrase_words(text)
    return listed().get(phrase_key(words)) if 0 < len(words) <= _LONGEST_PHRASE else None


def is_listed(text: str) -> bool:
    """Tell whether a register lists this very wording, «stab/støtte» or «rus/psykiatri»."""
    return listed_party(text) is not None or phrase_key(phrase_words(text)) in fields()


@lru_cache(maxsize=8192)
def may_join(before: str, behind: str) -> bool:
    """Tell whether some wording of the registers can have «og» between such words; most have none.

    Of the word behind only the first letters count, since compounds and inflections go on in many ways.
    """
    left, right = phrase_words(before), phrase_words(behind)
    if not (left and right) or "." in before + behind:  # a short form may be any word
        return True
    last, first = left[-1].rstrip("/"), right[0][:2]
    return any(f"{end}og{first}" in _all_keys() for end in (last, last.removesuffix("s")))


@cache
def _all_keys() -> str:
    return "\n".join((*listed(), *fields()))


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
        field = next((one for one in fields().values() if unit and one.unit.id == unit.id), None)
    if field is not None:
        return _role(title, field)
    body = listed().get(phrase_key(rest))
    if known := _listed_leader(title, rest, body):
        return known
    if body is None or body.id in _HEADLESS or not title.leads or rest[-1].endswith(people_endings()):
        return None
    return _head_of(title, body)


def _listed_leader(title: Title, rest: list[str], body: PartyEntry | None) -> PartyEntry | None:
    """Return the leader that `parties.csv` lists: «leder for barnevern» is its «barnevernleder»."""
    wordings = [[title.nb, "for", *rest], [*rest, title.nb]]
    if body is not None:
        wordings.append([title.nb, "for", *phrase_words(body.name)])
    return next((listed()[key] for key in map(phrase_key, wordings) if rest and key in listed()), None)


def _from_end(words: list[str]) -> PartyEntry | None:
    """Read a compound with its field before it: «helse- og omsorgsetaten», «kulturleder», «teknisk sjef»."""
    for stem, head in [*_splits(words[-1]), ("", words[-1])]:
        for variant in dict.fromkeys((stem, stem.removesuffix("s"), stem.removesuffix("e"), stem + head[0])):
            field = _field_before(words[:-1], variant)
            if field and (title := title_forms().get(head)):
                return _role(title, field)
            if field and head in unit_forms():
                return _plain(field.unit)
            name = phrase_key([*words[:-1], variant])
            body = listed().get(name) if variant and len(name) >= _SHORTEST_BODY else None
            if body and body.id not in _HEADLESS and (title := title_forms().get(head)) and title.leads:
                return _head_of(title, body)
    return None


def _field_before(words: list[str], stem: str) -> Field | None:
    """Read the field in front of a head, with or without the «s» that joins: «kultur-, idretts- og fritids-»."""
    whole = [*words, stem] if stem else words
    return _field(whole) or (_field([word.removesuffix("s") for word in whole]) if len(whole) > 2 else None)


@lru_cache(maxsize=8192)
def _splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to read a compound as something + a word for a unit or leader."""
    if len(word) > 40:
        return ()
    titles, units = title_forms(), unit_forms()
    ends = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 2))
    return tuple((stem, head) for stem, head in ends if head in titles or head in units)


def _unslashed(words: list[str]) -> Iterator[str]:
    """Read the slash of «rus/psykiatri» as «og»."""
    for word in words:
        yield word.rstrip("/")
        if word.endswith("/"):
            yield "og"


def _field(words: list[str]) -> Field | None:
    return fields().get(phrase_key(words)) if words else None


def _role(title: Title, field: Field) -> PartyEntry:
    """Return the party of a title and its field; a compound that `parties.csv` lists is that entry."""
    if title.joined and field.stem[0]:
        name, name_nn = _compound(field.stem[0], title.nb), _compound(field.stem[1], title.nn)
    else:
        name, name_nn = f"{title.nb} for {field.nb}", f"{title.nn} for {field.nn}"
    known = listed_party(name)
    return known or PartyEntry(_ascii(name), name, name_nn, field.category, field.unit.name, "role")


def _compound(stem: str, head: str) -> str:
    """Join two parts; of three equal consonants one goes («trafikk» + «koordinator»)."""
    return stem[:-1] + head if stem[-2:] == head[0] * 2 else stem + head


def _head_of(title: Title, body: PartyEntry) -> PartyEntry:
    name, name_nn = f"{title.nb} for {body.name}", f"{title.nn} for {body.name_nn}"
    sector = body.sector or body.name
    return PartyEntry(_ascii(f"{title.nb}_for_{body.id}"), name, name_nn, body.category, sector, "head")


def _plain(unit: PartyEntry) -> PartyEntry:
    return PartyEntry(unit.id, unit.name, unit.name_nn, unit.category, unit.sector, unit.rule)


def has_short_form(word: str) -> bool:
    """Tell whether the full stop behind a word would be that of a short form: «tekn», «folkehelsekoord»."""
    return _long_form(f"{word}.") != f"{word}."


def _spelled_out(text: str) -> str:
    """Write short forms out, and «rådmannen sin stab» as «rådmannens stab»."""
    found: list[str] = []
    for word in _GLUED.sub(". ", text).split()[: _LONGEST_PHRASE + 1]:
        if found and word.casefold() in _OWNER:
            found[-1] += "s"
        elif found and found[-1] in _written_out() and _is_chief_of_unit(found[-1], word):
            found[-1] += f"s{word}"
        else:
            found.append(_long_form(word))
    return " ".join(found)


def _is_chief_of_unit(unit: str, word: str) -> bool:
    """Tell whether «avd. leder» is the avdelingsleder."""
    return unit in unit_forms() and word.casefold() in title_forms()


def _long_form(word: str) -> str:
    """Return what a word with a full stop stands for, in whole («tekn.») or in its last part («folkehelsekoord.»)."""
    plain = word.rstrip(".,").casefold()
    if not word.endswith((".", ".,")):
        return word
    for cut in (0, *range(_SHORTEST_REST, len(plain) - _SHORTEST_END + 1)):
        if (long := _short_forms().get(plain[cut:])) is not None:
            return word[:cut] + long
    return word


@cache
def _written_out() -> frozenset[str]:
    return frozenset(_short_forms().values())


@cache
def _short_forms() -> dict[str, str]:
    forms = load_toml(GRAMMAR)["short_forms"]
    return {short: long for standard in ("nb", "nn") for short, long in forms[standard].items()}


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return "_".join(part for part in plain.encode("ascii", "ignore").decode("ascii").split("_") if part)
