"""Counts the words of documents that the output has lost, and those that it has added.

    python tests/words_found.py FILE FOLDER …            a line for each document, and the words in question
    python tests/words_found.py --floor 99 FOLDER        exit code 1 when a document keeps less than 99 % of its words

The words of a PDF are counted by another engine than the one that reads it: pdfminer's own text, without its tables.
Those of text files are what stands in them without mark-up; those of web pages are taken from our own reader. Words
are runs of letters and digits, without regard to case. What the output has: the text of the cover and of sections,
their titles, tables and footnotes, all from the JSON, and the running headers, the contents and the repeated rows that
the outline keeps apart. Goals and tiltak repeat what stands there and are not counted.

Both are counted as multisets. What one side writes in pieces and the other whole, at the end of a line or where letters
are spaced, counts as found when the pieces stand side by side, or when two lost pieces make an added word. The raised
number of a footnote behind a word is not counted with it. A merged cell stands in each of its rows in the JSON: equal
cells below one another count as added once at most.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractor.document import LayoutDocument, Line
from extractor.errors import CannotReadError
from extractor.interpret import interpret
from extractor.read import read_document
from extractor.settings import Settings
from extractor.structure.outline import Outline
from extractor.structure.sections import build_outline
from schemas import Plan

WORD = re.compile(r"[^\W_]+")
MARKUP = re.compile(
    r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|</?[a-zA-Z][^<>]{0,200}>|&(?:nbsp|shy);|\]\([^)\s]*\)|\[\^\w+\]:?",
    re.DOTALL,
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x02\ufffe]")
MARK = re.compile(r"(?<=[^\W\d_]{4})\d$")  # of a footnote, raised, behind its word; the reader takes it out
CID = re.compile(r"\(cid:\d+\)")  # letters of a font without names, mostly bullets


@dataclass(frozen=True, slots=True)
class Words:
    """How many words a document has, which of them were lost, and which were added."""

    count: int
    lost: Counter[str]
    added: Counter[str]

    @property
    def found(self) -> float:
        """Per cent of the words of the document that the output has."""
        return 100.0 * (1 - self.lost.total() / self.count) if self.count else 100.0

    @property
    def surplus(self) -> float:
        """Per cent, of the words of the document, that the output has on top."""
        return 100.0 * self.added.total() / self.count if self.count else 0.0


def measure(path: Path) -> Words:
    """Read a document and count.

    Raises:
        CannotReadError: as `extract_plan` does.
    """
    document = read_document(path, Settings(ocr="never"))  # the other engine reads no pictures
    outline = build_outline(document)
    plan = interpret(outline).plan
    expected = words_of([plain_text(path, document)])
    aside = words_of(_set_aside(outline))
    lost = missing(expected, [*words_of(_texts(plan, merged=False)), *aside])
    added = missing([*words_of(_texts(plan, merged=True)), *aside], expected)
    for pieces, word in _hyphenated(lost, added):
        lost.subtract(pieces)
        added[word] -= 1
    return Words(len(expected), +lost, +added)


def words_of(texts: Iterable[str]) -> list[str]:
    """Return the words of texts in order."""
    return [
        MARK.sub("", word)
        for text in texts
        for word in WORD.findall(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold())
    ]


def plain_text(path: Path, document: LayoutDocument) -> str:
    """Return all that stands in a document, by other means than those of its reader."""
    if document.has_pages:
        return CID.sub(" ", "".join(_page_texts(path)))
    if document.media_type == "text/html":
        return " ".join(word.text for line in _lines(document) for word in line.text.words)
    return MARKUP.sub(" ", document.text)


def _page_texts(path: Path) -> Iterator[str]:
    """Yield the text of each page of a PDF, and what is drawn sideways on it with the page turned."""
    from pdfminer.pdfpage import PDFPage

    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            upright, others = _level_text(page, page.rotate)
            yield upright
            for turn in (90, 270) if others else ():
                yield _level_text(page, (page.rotate + turn) % 360)[0]


def _level_text(page: Any, rotate: int) -> tuple[str, int]:
    """Return the text that runs from left to right on a page turned so, and how many letters do not."""
    from pdfminer.converter import TextConverter
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

    class Level(TextConverter):
        others = 0

        def render_char(self, matrix: Any, *arguments: Any, **named: Any) -> float:
            advance: float = super().render_char(matrix, *arguments, **named)
            if abs(matrix[1]) > abs(matrix[0]) or matrix[0] < 0:
                self.cur_item._objs.pop()
                self.others += 1
            return advance

    manager, out = PDFResourceManager(), io.StringIO()
    device = Level(manager, out, laparams=LAParams())
    before, page.rotate = page.rotate, rotate
    PDFPageInterpreter(manager, device).process_page(page)
    page.rotate = before
    return out.getvalue(), device.others


def _texts(plan: Plan, *, merged: bool) -> Iterator[str]:
    """Yield what the JSON says; with `merged`, of equal cells below one another only the first."""
    yield plan.front
    for section in plan.sections:
        yield from (section.label or "", section.number or "", section.title, section.text)
    for table in plan.tables:
        yield from table.header
        yield from (table.rows[0] if table.rows else [])
        for above, row in pairwise(table.rows):
            yield from (
                cell
                for index, cell in enumerate(row)
                if not (merged and index < len(above) and above[index] == cell)
            )
    yield from (note.text for note in plan.notes)


def _set_aside(outline: Outline) -> Iterator[str]:
    """Yield what the outline keeps apart from sections, tables and notes."""
    yield from (line.text.value for line in _lines(outline.document) if line.furniture)
    yield from (text.value for text in outline.toc)
    for _, block in outline.blocks():
        yield from (word.text for word in getattr(block, "set_aside", ()))


def _lines(document: LayoutDocument) -> Iterator[Line]:
    for page in document.pages:
        for block in page.blocks:
            yield from (
                [block]
                if isinstance(block, Line)
                else (line for row in block.rows for cell in row for line in cell.lines)
            )


def missing(wanted: list[str], given: list[str]) -> Counter[str]:
    """Return the words of `wanted` that `given` lacks, words in pieces taken together."""
    lost, spare = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
    for pieces, word in _joined(wanted, lost, spare):  # in pieces here, whole there
        spare[word] -= 1
        lost.subtract(piece for piece in pieces if lost[piece] > 0)
    for _, word in _joined(given, spare, lost):  # the other way round
        lost[word] -= 1
    return +lost


def _joined(words: list[str], odd: Counter[str], whole: Counter[str]) -> Iterator[tuple[list[str], str]]:
    """Yield neighbours of which one is odd and that make a whole word together, with that word."""
    longest = max(map(len, whole), default=0)
    begin = 0
    while begin < len(words) - 1:
        word, end = words[begin], begin + 1
        while end < len(words) and len(word) + len(words[end]) <= longest:
            word, end = word + words[end], end + 1
            if whole[word] > 0 and any(odd[piece] > 0 for piece in words[begin:end]):
                yield words[begin:end], word
                begin = end - 1
                break
        begin += 1


def _hyphenated(lost: Counter[str], added: Counter[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield words that a line end cut in two, made whole: in columns the other engine tells the halves far apart."""
    for word in list(added.elements()):
        for cut in range(2, len(word) - 1):
            pieces = word[:cut], word[cut:]
            if all(lost[piece] > 0 for piece in pieces):
                yield pieces, word
                break


def main() -> int:
    """Count for all documents; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--floor", type=float, default=0.0, help="per cent of the words that must be found")
    parser.add_argument("--ceiling", type=float, default=100.0, help="per cent that may be added")
    options = parser.parse_args()
    bad = 0
    for path in options.paths:
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.suffix not in (".pdf", ".txt", ".md", ".html"):
                continue
            try:
                found = measure(file)
            except CannotReadError as error:
                print(f"{file.name[:50]:50} {error.cause}")
                continue
            bad += found.found < options.floor or found.surplus > options.ceiling
            print(
                f"{file.name[:50]:50} {found.count:6} words, {found.found:6.2f} % found, {found.surplus:5.2f} % added"
            )
            if found.lost:
                print("    lost:  " + _shown(found.lost))
            if found.added:
                print("    added: " + _shown(found.added))
    return int(bad > 0)


def _shown(words: Counter[str]) -> str:
    return ", ".join(f"{word} × {count}" if count > 1 else word for word, count in words.most_common(25))


if __name__ == "__main__":
    sys.exit(main())
