"""The abbreviations that a document explains itself: «K&O» is «Kultur og oppvekst».

They stand in a table or list of abbreviations («HR – Personal og organisasjon»), in a sentence that lists them («H&O =
helse og omsorg, K&O = …»), or in brackets behind or in front of the words that they stand for («helse og omsorg
(heretter H&O)», «H&O (helse og omsorg)»), in running text and in cells. A list under its own heading needs no proof;
elsewhere the letters must be those of the words, one after the other, the first of them the first letter of the first
word. Two capitalised words in front of the brackets are a person with a party behind, not an abbreviation.
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
REACH = 500  # characters in front of the brackets in which these words stand
MOST_PARTS = 15  # parts of words that are tried: more would take long and prove nothing
MOST_LABEL = 6  # words of a line that announces abbreviations
SURE_LETTERS = 3  # letters of one word («BVT»): fewer must be its beginning

_SHORT = r"[A-ZÆØÅ](?:[\w&/.-]{0,8}[\w&])?"
_CAPITALS = re.compile(rf"(?<![\w&/-]){_SHORT}(?=\s?\()")
_BEHIND = re.compile(r"\s*\((?P<long>[^()]{3,80})\)")
_SPACED = re.compile(rf"(?P<short>{_SHORT})\s+(?P<long>[^\W\d_].*)")
_DEFINED = re.compile(rf"(?P<short>{_SHORT})\s*(?::|=|\s[–—-]\s)\s*(?P<long>\S.*)")


def defined_abbreviations(outline: Outline) -> dict[str, str]:
    """Return the words that each abbreviation stands for, lists first, then running text in reading order."""
    found: dict[str, str] = {}
    for short, long in [*_listed(outline), *_in_text(outline)]:
        found.setdefault(short, long)
    return found


def _listed(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the pairs of lists and tables of abbreviations; a list goes on while its lines are pairs."""
    labelled = False
    for section, block in outline.blocks():
        headed = section is not None and _is_headed(section)
        if isinstance(block, Table):
            pairs = _rows(block, headed=headed or labelled)
        else:
            pairs = _definition(block, headed=headed or labelled)
            labelled = bool(labelled and pairs) or _is_label(block.text.value)
        yield from ((short, long) for short, long in pairs if _is_short(short) and len(long) > len(short))


def _rows(table: Table, *, headed: bool) -> list[tuple[str, str]]:
    rows = [[cell.value.strip() for cell in row] for row in table.rows if len(row) > 1]
    if not rows:
        return []
    pairs = [(row[0], row[1]) for row in rows]
    if headed or _titles().search(fold(rows[0][0])):
        return pairs
    proven = len(pairs) > 1 and all(_is_short(short) and _stands_for(short, long) for short, long in pairs)
    return pairs if proven else []


def _definition(paragraph: Paragraph, *, headed: bool) -> list[tuple[str, str]]:
    text = paragraph.text.value
    inline = list(_inline_pairs(text))
    if len(inline) > 1:
        return inline
    defined = _DEFINED.fullmatch(text) or (_SPACED.fullmatch(text) if headed else None)
    if not defined:
        return inline
    short, long = defined["short"], _to_comma(defined["short"], defined["long"].rstrip(" .;"))
    spaced = defined.re is _SPACED
    return [(short, long)] if (headed and not spaced) or _stands_for(short, long) else []


def _inline_pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a sentence that lists them: «H&O = helse og omsorg, K&O står for kultur og oppvekst»."""
    announced = bool(_titles().search(fold(text)))
    found = [match for match in _equations().finditer(text) if match["sign"] or announced]
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=False):
        long = re.split(r"[.;]\s", text[match.end() : end])[0].strip(" .,;")
        if _stands_for(match["short"], long):
            yield match["short"], long


def _to_comma(short: str, long: str) -> str:
    """Cut what explains the words further: all letters are used up before the comma."""
    words_alone = long.split(",")[0]
    return words_alone if " " in words_alone and _stands_for(short, words_alone) else long


def _in_text(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the abbreviations in brackets with the words in front of them that they stand for, or the reverse."""
    for text in _texts(outline):
        for bracket in _introductions().finditer(text):
            short = bracket["short"] or bracket["named"]
            before = text[max(bracket.start() - REACH, 0) : bracket.start()]
            long = _words_before(before.rstrip(', "»”'), short) if _is_short(short) else None
            if long:
                yield short, long
        yield from _explained_behind(text)


def _explained_behind(text: str) -> Iterator[tuple[str, str]]:
    for word in _CAPITALS.finditer(text):
        explained = _BEHIND.match(text, word.end())
        if explained and _is_short(word.group()) and _stands_for(word.group(), explained["long"]):
            yield word.group(), explained["long"].strip()


def _texts(outline: Outline) -> Iterator[str]:
    """Yield the running text and the cells of tables."""
    for _, block in outline.blocks():
        if isinstance(block, Table):
            yield from (cell.value for row in block.rows for cell in row if "(" in cell.value)
        else:
            yield block.text.value


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


def _is_label(text: str) -> bool:
    """Whether a line of its own announces abbreviations: «Forkortelser i planen:»."""
    return (
        len(text.split()) <= MOST_LABEL
        and bool(_titles().search(fold(text)))
        and not _DEFINED.fullmatch(text)
    )


@cache
def _introductions() -> re.Pattern[str]:
    """«(H&O)», «(heretter kalt «H&O»)», «, forkortet H&O»."""
    lead = _phrases("introduced")
    return re.compile(
        rf"\((?:(?:{lead}):?\s+)?[\"«“']?(?P<short>{_SHORT})[\"»”']?\)"
        rf"|,\s(?:{lead}):?\s+[\"«“']?(?P<named>{_SHORT})(?![\w&])"
    )


@cache
def _equations() -> re.Pattern[str]:
    """What stands between an abbreviation and its words; colon and dash say so only in a list of abbreviations."""
    return re.compile(
        rf"(?<![\w&/-])[\"«“']?(?P<short>{_SHORT})[\"»”']?\s*"
        rf"(?:(?P<sign>=|(?<=\s)(?:{_phrases('equal')})(?=\s))|:|[–—-](?=\s))\s*"
    )


def _phrases(key: str) -> str:
    phrases = words(load_toml(FILE)["abbreviations"], key, file=FILE)
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
