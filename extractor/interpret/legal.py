"""The places in the law that a document names: «alkoholloven § 1-7d».

A law is a word ending in -loven or -lova, one of the names in the data, or «lov om …». Its paragraph stands behind it,
at times with «av 2. juni 1989 nr. 27» or a few words between, or before it («§ 6 i folkehelseloven»). The name is
given in small letters in the document's own written standard, without the genitive; stray spaces in the number go,
and so do «første ledd» and «nr. 2» behind it. A law with several names (pbl., plan- og bygningsloven) is one law:
`law` is its name in bokmål whatever the document writes.
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
_POINT = (  # «nr. 2 og 4», «første ledd», «bokstav a», «d)»
    r"(?:\)?,?\s*(?:(?:første|fyrste|annet|andre|tredje|fjerde|femte|siste)\s+ledd"
    r"|(?:nr|pkt|punkt|bokstav|litra)\.?\s*\w{1,2}(?!\w)(?:(?:\s*,|\s+og)\s*(?:\d{1,2}|[a-z])(?![\w-]))*))"
)
_NEXT = r"(?:,\s*jfr?\.?\s*(?=§)|,|og|til|-)\s*(?:§{1,2}\s*)?"
_SIGNED = rf"§{{1,2}}\s*{_PARAGRAPH}(?:{_POINT}*\)?\s*{_NEXT}{_PARAGRAPH})*"
_LAW_ON = (  # «lov om …», at times with its date between
    r"lov(?:\s+av)?(?:\s+\d{1,2}\.\s*\w+\s+\d{4}(?:,?\s+nr\.?\s*\d+)?)?\s+om\s+[\w-]+"
    r"(?:,?\s+(?!av\s+\d|m\.|særl|spesielt|jf|etter\b|skal\b|har\b|er\b|seier\b|sier\b|heter\b|heiter\b|påleg|gir\b|gjev\b|i\s+§)"
    r"[\w-]+){0,8}"
)
_BARE = r"\d{1,2}\s?-\s?\d{1,2}(?:\s?[a-z])?(?!\w)"
_BETWEEN = (  # «m.v.», a short name in brackets, the date, and a few words
    r"(?:\s+m\.?\s?[vm]\.?)?(?:\s*\([^()]{0,60}\))?(?:,?\s+(?:lov\s+)?av\s+\d[^§;:]{0,40}?)?"
    r"(?:,?\s+(?!lov)[\w.]+){0,5}?,?\s*"
)
_SHORT_NAME = re.compile(r"\(\s*([\w-]+lov(?:en|a))\s*\)")
_DATED = re.compile(r"lov(?:\s+av)?\s+\d.*?\s+om\s+")
_REFINED = re.compile(_POINT)
_SPLIT = re.compile(r"\s*(?:,|og|jfr?\.?|§)\s*")


def find_legal_basis(outline: Outline) -> list[LegalReference]:
    """Return the paragraphs of laws that the document names, in reading order, each once."""
    found: dict[str, LegalReference] = {}
    for text in _texts(outline):
        for reference, place in _citations(text):
            law, _, paragraph = one_name = _one_name(reference)
            known = found.setdefault(
                "".join(one_name),
                LegalReference(reference=reference, law=law, paragraph=paragraph, source=evidence(place)),
            )
            known.reference = min(known.reference, reference, key=_is_by_name)
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
    """Return a law's name without genitive -s and date, spaces collapsed; only NAV keeps its capitals."""
    name = _DATED.sub("lov om ", " ".join(law.split()))
    name = name[:-1] if name.endswith(("lovens", "lovas", "lovs")) else name
    return re.sub(r"\bnav\b", "NAV", name)


def _is_by_name(reference: str) -> int:
    """Return 0 for «folkehelseloven § 5», 1 for «lov om …», 2 for an abbreviation."""
    law = reference.partition(" §")[0]
    return 0 if law.endswith(("loven", "lova")) else 1 if law.startswith("lov ") else 2


def _one_name(reference: str) -> tuple[str, str, str]:
    """Return the name by which a law of several names is known here, a space, and «§ 1-7d»."""
    law, sign, paragraph = fold(reference).partition(" §")
    return _same_laws().get(law.rstrip("."), re.sub("lova$", "loven", law)), " ", sign.lstrip() + paragraph


def _paragraphs(numbers: str) -> list[str]:
    """Return «§ 10-1» and «§ 11-1» for «§§ 10-1 og 11-1»; a range («§§ 4-7») stays one."""
    several = numbers.startswith("§§")
    numbers = _REFINED.sub("", numbers)
    parts = [part for part in _SPLIT.split(numbers.strip("§) ")) if part]
    if several and len(parts) == 1:
        return [f"§§ {_tidy(parts[0])}"]
    return [f"§ {_tidy(part)}" for part in parts]


def _tidy(paragraph: str) -> str:
    """Close up «1- 5» and «7 d»; «til» keeps its spaces."""
    return re.sub(r"\s*til\s*", " til ", re.sub(r"[\s)]+", "", paragraph))


@cache
def _same_laws() -> dict[str, str]:
    """Return the name that stands for all names of a law, by each of them."""
    return {name: names[0] for names in load_toml(FILE)["same"]["names"] for name in names}


@cache
def _citation() -> re.Pattern[str]:
    named = either(words({"laws": load_toml(FILE)["laws"]}, "laws", file=FILE))
    law = rf"(?<![\w-])(?:{named}s?|{_LAW_ON}|[\w-]{{2,}}lov(?:en|a)s?)"
    behind = rf"(?P<law>{law})(?:{_BETWEEN}(?P<signed>{_SIGNED})|,?\s+(?P<bare>{_BARE}))"
    before = rf"(?P<signed_before>{_SIGNED})\s+(?:i|av)\s+(?P<law_behind>{law})(?!\w)"
    return re.compile(rf"{before}|{behind}")
