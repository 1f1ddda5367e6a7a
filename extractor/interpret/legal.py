"""The places in the law that a document names: «alkoholloven § 1-7d».

A law is a word ending in -loven or -lova, one of the names in the data, or «lov om …». Its paragraph stands behind it,
at times with «av 2. juni 1989 nr. 27» or a few words between, or before it («§ 6 i folkehelseloven»). The name is
given in small letters in the document's own written standard, without the genitive; stray spaces in the number go.
Converters lose the sign («Alkoholloven, 1-7d»): then only a number of the form 1-7 right behind the law counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.document import Text
from extractor.interpret.evidence import evidence
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Paragraph
from schemas import LegalReference

FILE = "laws.toml"

_PARAGRAPH = r"\d{1,3}(?:\s?[a-z](?!\w))?(?:\s?-\s?\d{1,3}(?:\s?[a-z](?!\w))?)?"
_SIGNED = rf"§{{1,2}}\s*{_PARAGRAPH}(?:\s*(?:,|og|til|-)\s*(?:§\s*)?{_PARAGRAPH})*"
_BARE = r"\d{1,2}\s?-\s?\d{1,2}(?:\s?[a-z])?(?!\w)"
_BETWEEN = (  # «m.v.», a short name in brackets, the date, and a few words
    r"(?:\s+m\.?\s?[vm]\.?)?(?:\s*\([^()]{0,60}\))?(?:,?\s+(?:lov\s+)?av\s+\d[^§;:]{0,40}?)?"
    r"(?:,?\s+(?!lov)[\w.]+){0,5}?,?\s*"
)
_SHORT_NAME = re.compile(r"\(\s*([\w-]+lov(?:en|a))\s*\)")
_SPLIT = re.compile(r"\s*(?:,|og|§)\s*")


def find_legal_basis(outline: Outline) -> list[LegalReference]:
    """Return the paragraphs of laws that the document names, in reading order, each once."""
    found: dict[str, LegalReference] = {}
    for text in _texts(outline):
        for reference, place in _citations(text):
            found.setdefault(reference, LegalReference(reference=reference, source=evidence(place)))
    return list(found.values())


def _texts(outline: Outline) -> Iterator[Text]:
    """Yield headings, paragraphs and the lines of table cells in reading order."""
    section = None
    for around, block in outline.blocks():
        if around is not None and around is not section:
            section = around
            yield around.title
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (line.text for row in block.rows for cell in row for line in cell.lines)


def _citations(text: Text) -> Iterator[tuple[str, Text]]:
    """Yield every reference in `text` with its place."""
    for found in _citation().finditer(fold(text.value)):
        short = _SHORT_NAME.search(found.group())
        law = short[1] if short else _name(found["law"] or found["law_behind"])
        place = text.slice(found.start(), found.end())
        for paragraph in _paragraphs(found["signed"] or found["bare"] or found["signed_before"]):
            yield f"{law} {paragraph}", place


def _name(law: str) -> str:
    """Return a law's name without genitive -s, spaces collapsed."""
    name = " ".join(law.split())
    return name[:-1] if name.endswith(("lovens", "lovas", "lovs")) else name


def _paragraphs(numbers: str) -> list[str]:
    """Return «§ 10-1» and «§ 11-1» for «§§ 10-1 og 11-1»; a range («§§ 4-7») stays one."""
    several = numbers.startswith("§§")
    parts = [part for part in _SPLIT.split(numbers.strip("§ ")) if part]
    if several and len(parts) == 1:
        return [f"§§ {_tidy(parts[0])}"]
    return [f"§ {_tidy(part)}" for part in parts]


def _tidy(paragraph: str) -> str:
    """Close up «1- 5» and «7 d»; «til» keeps its spaces."""
    return re.sub(r"\s*til\s*", " til ", re.sub(r"\s+", "", paragraph))


@cache
def _citation() -> re.Pattern[str]:
    named = either(words({"laws": load_toml(FILE)["laws"]}, "laws", file=FILE))
    law = rf"(?<![\w-])(?:{named}s?|lov\s+om\s+[\w-]+(?:\s+(?!av\b|m\.)[\w-]+){{0,6}}?|[\w-]{{2,}}lov(?:en|a)s?)"
    behind = rf"(?P<law>{law})(?:{_BETWEEN}(?P<signed>{_SIGNED})|,?\s+(?P<bare>{_BARE}))"
    before = rf"(?P<signed_before>{_SIGNED})\s+(?:i|av)\s+(?P<law_behind>{law})(?!\w)"
    return re.compile(rf"{before}|{behind}")
