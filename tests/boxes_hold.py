"""Counts the goals and tiltak whose boxes hold exactly their words.

    python tests/boxes_hold.py FILE FOLDER …            a line for each PDF, and the items whose boxes do not hold
    python tests/boxes_hold.py --floor 98 FOLDER …      exit code 1 when less than 98 % of all items have right boxes

What stands in a box is told by another engine than the one that reads the plans: pdfplumber's letters whose middle is
in the box. Letters and digits are compared as a multiset, without regard to case, so that hyphens at the ends of lines
and the direction in which a page is drawn make no difference, and one word too many or too few always does. The boxes
of an item that is said twice are those of its first wording, then those of the others; the first ones must hold.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import ExtractorError
from extractor.pipeline import extract_plan
from extractor.settings import Settings
from schemas import Evidence, Goal, Tiltak

Letters = Counter[str]


@dataclass(slots=True)
class Held:
    """How many items a document has, and those whose boxes hold something else."""

    items: int = 0
    wrong: list[tuple[Goal | Tiltak, Letters, Letters]] = field(default_factory=list)  # too few, too many

    @property
    def share(self) -> float:
        """Per cent of the items whose boxes hold exactly their words."""
        return 100.0 * (1 - len(self.wrong) / self.items) if self.items else 100.0


def measure(path: Path) -> Held:
    """Read a PDF and look into the boxes of its goals and tiltak.

    Raises:
        ExtractorError: as `extract_plan` does.
    """
    import pdfplumber

    plan, held = extract_plan(path, settings=Settings(ocr="never")), Held()  # pdfplumber reads no pictures
    with pdfplumber.open(path) as pdf:
        for item in (*plan.goals, *plan.tiltak):
            held.items += 1
            odd = odd_letters(item.text, [_within(pdf.pages, place) for place in item.source])
            if odd is not None:
                held.wrong.append((item, *odd))
    return held


def letters_of(texts: Iterable[str]) -> Letters:
    """Return the letters and digits of texts, each as often as it stands there."""
    return Counter(
        char
        for text in texts
        for char in unicodedata.normalize("NFKC", text).casefold()
        if char.isalnum() and char != "\u00ad"
    )


def odd_letters(text: str, boxes: list[Letters]) -> tuple[Letters, Letters] | None:
    """Return the letters that the boxes of a text lack and have too many of; None where they are just right."""
    wanted, found = letters_of([text]), Letters()
    best: tuple[Letters, Letters] | None = (wanted, Letters())
    for box in boxes:
        found = found + box
        if found == wanted:
            return None
        odd = wanted - found, found - wanted
        if best is None or sum(map(Counter.total, odd)) < sum(map(Counter.total, best)):
            best = odd
    return best


def _within(pages: list[Any], place: Evidence) -> Letters:
    """Return the letters in a box."""
    if place.page is None or place.bbox is None:
        return Letters()
    x0, top, x1, bottom = place.bbox
    return letters_of(
        char["text"]
        for char in pages[place.page - 1].chars
        if x0 < (char["x0"] + char["x1"]) / 2 < x1 and top < (char["top"] + char["bottom"]) / 2 < bottom
    )


def main() -> int:
    """Look into the boxes of all documents; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--floor", type=float, default=0.0, help="per cent of all items that must hold")
    options = parser.parse_args()
    items = wrong = 0
    for file in _documents(options.paths):
        try:
            held = measure(file)
        except ExtractorError as error:
            print(f"{file.name[:50]:50} {error.cause}")
            continue
        items, wrong = items + held.items, wrong + len(held.wrong)
        print(f"{file.name[:50]:50} {held.items:5} items, {held.share:6.2f} % hold")
        for item, few, many in held.wrong:
            pages = sorted({place.page for place in item.source if place.page})
            print(f"    {item.id} p. {pages} {item.rule}: -{few.total()} +{many.total()} {item.text[:70]}")
    share = 100.0 * (1 - wrong / items) if items else 100.0
    print(f"{items} items, {share:.2f} % hold")
    return int(share < options.floor)


def _documents(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main())
