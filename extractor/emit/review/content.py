"""What the page for reviewing a plan shows of it, as JSON that may stand in a page.

Keys are those of `extractor.corrections`. Empty answers are left out. Text of the document keeps its length, for
offsets count in it: what is not seen becomes a space without width.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from extractor.corrections.keys import item_keys
from extractor.emit.diagnostics import told
from extractor.emit.page.content import as_data
from extractor.emit.page.labels import Labels, page_labels
from extractor.emit.sheets.book import comparison_words
from extractor.emit.sheets.sheet import Language
from extractor.emit.terminal_explanation import explanation_words
from extractor.emit.times import Words, date_in_words, often_in_words, time_words
from extractor.lexicon import load_toml
from extractor.printed import Picture, Printed
from schemas import Plan, Tiltak
from schemas.corrections import Corrections
from schemas.version import CORRECTIONS_VERSION

HIDDEN = "\u200b"  # a space without width, which turns no text around
A4 = 595.0, 842.0  # points
RIGHT, BOTTOM = 4, 5  # of a line as it is given to the page
LINES_OF_A_SHEET = 60  # of a document without pages
LINE_ENDS = re.compile(r"[^\n]+")
_SHARED = ("goal_kinds", "statuses", "time_kinds", "warnings")
_OF_REGISTERS = ("categories", "currencies")
_SHOWN_OF_SECTIONS = {"id", "number", "label", "title", "level", "source"}


def review_labels(language: Language) -> Labels:
    """Return the labels of the page; those that the comparison page has, too, are taken from there."""
    shared = page_labels(language) | comparison_words(language)
    known = explanation_words(language)
    own: Labels = load_toml("review.toml")[language]
    understood = {"inferred": known["times"]["inferred"]} | {key: known[key] for key in _OF_REGISTERS}
    return {key: shared[key] for key in _SHARED} | understood | own


def plan_data(plan: Plan, *, name: str, language: Language, corrections: Corrections | None) -> str:
    """Return a plan as the scripts of the page read it; `name` is what files with its corrections begin with."""
    keys, times = item_keys(plan), time_words(language)
    return as_data(
        {
            "name": name,
            "schema_version": CORRECTIONS_VERSION,
            "tool": plan.source.tool,
            "document": {"filename": plan.source.filename, "sha256": plan.source.sha256},
            "goals": [_item(goal, keys) for goal in plan.goals],
            "tiltak": [_tiltak(tiltak, keys, times) for tiltak in plan.tiltak],
            "sections": [_dump(section, include=_SHOWN_OF_SECTIONS) for section in plan.sections],
            "tables": [
                _dump(table, exclude={"rows", "section_id"}) | {"rows": len(table.rows)}
                for table in plan.tables
            ],
            "diagnostics": [_dump(note) | {"told": told(note, language)} for note in plan.diagnostics],
            "corrections": corrections and corrections.model_dump(mode="json", exclude_unset=True),
        }
    )


def _item(item: Any, keys: dict[str, str]) -> dict[str, Any]:
    return _dump(item, exclude={"section_id", "origin"}) | {"key": keys[item.id]}


def _tiltak(tiltak: Tiltak, keys: dict[str, str], times: Words) -> dict[str, Any]:
    """Return a tiltak with its time in words, which says what the codes of `edtf` and `rrule` say."""
    item, schedule = _item(tiltak, keys), tiltak.schedule
    if schedule:
        words = (date_in_words(schedule.edtf, times), often_in_words(schedule.recurrence, times))
        item["schedule"]["meant"] = ", ".join(filter(None, words))
    return item


def _dump(model: Any, **chosen: Any) -> dict[str, Any]:
    dumped: dict[str, Any] = model.model_dump(mode="json", exclude_defaults=True, **chosen)
    return dumped


def page_sheets(pictures: Iterable[Picture], lines: Sequence[Printed]) -> Iterator[str]:
    """Yield each page, with the lines of its text, as JSON, in the order of the pictures."""
    by_page: dict[int, list[list[Any]]] = {}
    for line in lines:
        box = [round(edge, 1) for edge in line.box]
        by_page.setdefault(line.page, []).append([line.start, line.text, *box, line.quarters])
    for picture in pictures:
        there = by_page.get(picture.page, [])
        drawn = "data:image/webp;base64," + base64.b64encode(picture.data).decode("ascii")
        yield as_data(
            {
                "page": picture.page,
                "width": round(picture.width or _extent(there, RIGHT, A4[0]), 2),
                "height": round(picture.height or _extent(there, BOTTOM, A4[1]), 2),
                "picture": drawn if picture.data else "",
                "lines": there,
            },
            unseen=HIDDEN,
        )


def _extent(lines: list[list[Any]], edge: int, least: float) -> float:
    """Return how wide or high a page is of which only the lines are known."""
    return float(max([least, *(line[edge] for line in lines)]))


def text_sheets(text: str) -> Iterator[str]:
    """Yield the lines of a document without pages, some at a time, as JSON."""
    lines = [[found.start(), found[0]] for found in LINE_ENDS.finditer(text)]
    for number, first in enumerate(range(0, len(lines), LINES_OF_A_SHEET), start=1):
        yield as_data({"page": number, "lines": lines[first : first + LINES_OF_A_SHEET]}, unseen=HIDDEN)
