"""The abbreviations that a document explains itself: «K&O» is «Kultur og oppvekst».

They stand in a table or list of abbreviations («HR – Personal og organisasjon»), or in brackets behind the words that
they stand for («helse og omsorg (H&O)»). A list under its own heading needs no proof; elsewhere the letters must be
those of the words, one after the other, the first of them the first letter of the first word. Two capitalised words in
front of the brackets are a person with a party behind, not an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.document import Table
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Paragraph, Section

FILE = "sections.toml"
MOST_WORDS = 10  # words in front of the brackets that the abbreviation may stand for
MOST_PARTS = 15  # parts of words that are tried: more would take long and prove nothing
SURE_LETTERS = 3  # letters of one word («BVT»): fewer must be its beginning

_SHORT = r"[A-ZÆØÅ](?:[\w&/.-]{0,8}[\w&])?"
_BRACKETED = re.compile(rf"\((?P<short>{_SHORT})\)")
_DEFINED = re.compile(rf"(?P<short>{_SHORT})\s*(?::|=|\s[–—-]\s)\s*(?P<long>\S.*)")


def defined_abbreviations(outline: Outline) -> dict[str, str]:
    """Return the words that each abbreviation stands for, lists first, then running text in reading order."""
    found: dict[str, str] = {}
    for short, long in [*_listed(outline), *_in_text(outline)]:
        found.setdefault(short, long)
    return found


def _listed(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the pairs of lists and tables of abbreviations."""
    for section, block in outline.blocks():
        headed = section is not None and _is_headed(section)
        pairs = _rows(block, headed=headed) if isinstance(block, Table) else _definition(block, headed=headed)
        yield from ((short, long) for short, long in pairs if _is_short(short) and len(long) > len(short))


def _rows(table: Table, *, headed: bool) -> list[tuple[str, str]]:
    rows = [[cell.value.strip() for cell in row] for row in table.rows if len(row) > 1]
    if not rows or not (headed or _titles().search(fold(rows[0][0]))):
        return []
    return [(row[0], row[1]) for row in rows]


def _definition(paragraph: Paragraph, *, headed: bool) -> list[tuple[str, str]]:
    defined = _DEFINED.fullmatch(paragraph.text.value)
    if not defined:
        return []
    short, long = defined["short"], _to_comma(defined["short"], defined["long"].rstrip(" .;"))
    return [(short, long)] if headed or _stands_for(short, long) else []


def _to_comma(short: str, long: str) -> str:
    """Cut what explains the words further: all letters are used up before the comma."""
    words_alone = long.split(",")[0]
    return words_alone if " " in words_alone and _stands_for(short, words_alone) else long


def _in_text(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the abbreviations in brackets with the words in front of them that they stand for."""
    for _, paragraph in outline.paragraphs():
        text = paragraph.text.value
        for bracket in _BRACKETED.finditer(text):
            short = bracket["short"]
            long = _words_before(text[: bracket.start()], short) if _is_short(short) else None
            if long:
                yield short, long


def _words_before(text: str, short: str) -> str | None:
    """Return the fewest words at the end of `text` that `short` stands for."""
    clause = re.split(r"[.;:()]\s", text)[-1].split()
    for count in range(1, min(len(clause), MOST_WORDS) + 1):
        tail = clause[-count:]
        if _stands_for(short, " ".join(tail)):
            return None if _is_person(tail) else " ".join(tail).strip(",")
    return None


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of `short` come in this order in `long`, the first as its first letter."""
    letters = re.sub(r"[\W\d_]", "", fold(short))
    parts = [part for part in re.split(r"[\W\d_]+", fold(long)) if part][:MOST_PARTS]
    if not letters or not parts or parts[0][0] != letters[0]:
        return False
    if len(parts) == 1 and len(letters) < SURE_LETTERS:
        return parts[0].startswith(letters)
    return _in_order(letters[1:], parts[0][1:], parts[1:])


def _in_order(letters: str, rest: str, parts: list[str]) -> bool:
    """Whether `letters` can be taken from first letters of `parts`, or from inside the word at hand."""
    if not letters:
        return True
    inside = rest.find(letters[0])
    if inside >= 0 and _in_order(letters[1:], rest[inside + 1 :], parts):
        return True
    return any(
        _in_order(letters[1:], part[1:], parts[index + 1 :])
        for index, part in enumerate(parts)
        if part[0] == letters[0]
    )


def _is_short(short: str) -> bool:
    """Whether it looks like an abbreviation: two capitals at least, and no more than ten signs."""
    return bool(re.fullmatch(_SHORT, short)) and sum(letter.isupper() for letter in short) > 1


def _is_person(tail: list[str]) -> bool:
    return len(tail) > 1 and all(word[:1].isupper() for word in tail)


def _is_headed(section: Section) -> bool:
    return bool(_titles().search(fold(section.title.value)))


@cache
def _titles() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["abbreviations"], "titles", file=FILE))
