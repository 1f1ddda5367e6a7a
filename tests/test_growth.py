"""Reading takes time in step with the length of what is read, whatever its shape.

Each shape is read at some length and at twice the length. Work that grows with the square takes four times as long
then; what is wanted is twice. Processor time is measured, and the best of a few tries counts, since other programs
make it longer and never shorter.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from extractor.errors import NothingFoundError
from extractor.pipeline import extract_plan

GROWTH = 3.0  # times as long for twice as much
SLACK = 0.15  # seconds: shorter times say nothing about growth
TRIES = 3

PLAN = "# Handlingsplan\n\n## Tiltak\n\n"
PAGE = "<!doctype html><html><body><h1>Handlingsplan</h1>{}</body></html>"


def _times(piece: str) -> Callable[[int], str]:
    return lambda count: piece * count


def _numbered(piece: str, front: str = "") -> Callable[[int], str]:
    return lambda count: front + "".join(piece.replace("@", str(number)) for number in range(1, count + 1))


def _page(piece: str) -> Callable[[int], str]:
    return lambda count: PAGE.format(piece.replace("%", "@") * count)


TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "lines of one letter": (4000, _times("a\n")),
    "one word without end": (60000, _times("o")),
    "one line of sentences": (1500, _times("Kommunen skal gi alle en god oppvekst. ")),
    "one line of setningar": (600, _times("Målet er å gje alle ein god oppvekst. ")),
    "digits": (60000, _times("1")),
    "brackets": (20000, _times("(")),
    "dots and spaces": (2500, _times(". ")),
    "dashes and spaces": (2500, _times("- ")),
    "pipes": (20000, _times("|")),
    "labels": (2000, _times("Ansvar: ")),
    "lines of labels": (400, _times("Ansvar: rektor/NAV, helsestasjon og politi\n")),
    "linjer med merkelappar": (400, _times("Ansvarleg: rektor/NAV, helsestasjon og politi\n")),
    "laws": (2000, _times("lov om ")),
    "short forms in brackets": (1500, _times("helse og omsorg (HO) ")),
    "kapitler": (500, _numbered("@ Kapittel om emne\n\nTekst om noe som skal skje i kommunen i år.\n\n")),
    "kapittel utan tal": (500, _numbered("## Emne @\n\nTekst om noko som skal skje i kommunen i år.\n\n")),
    "contents without pages": (
        800,
        lambda count: "Innhold\n\n" + 2 * _numbered("Emne @ i kommunen\n")(count),
    ),
    "tiltak i liste": (600, _numbered("- Lage møteplass for ungdom i grend @\n", PLAN)),
    "tiltak med merkelappar": (
        300,
        _numbered("Lage møteplass nummer @\n\nAnsvar: Rektor\n\nFrist: 2025\n\n", PLAN),
    ),
    "tiltak in chapters": (
        300,
        _numbered("## Tiltak for grend @\n\n- Lage møteplass for ungdom i grend @\n\n"),
    ),
    "goals": (600, _numbered("- Barn og unge skal ha det trygt i grend @\n", "# Plan\n\n## Mål\n\n")),
    "delmål": (300, _numbered("## Mål @\n\n- Alle skal ha det trygt i grend @\n\n", "# Plan\n\n")),
    "rows": (
        500,
        _numbered(
            "| Lage møteplass @ | Rektor | 2025 |\n", PLAN + "| Tiltak | Ansvar | Frist |\n|---|---|---|\n"
        ),
    ),
    "points": (1500, _numbered("- punkt @\n")),
    "numbered points": (1000, _numbered("@. Gjere noko\n")),
}
PAGES: dict[str, tuple[int, Callable[[int], str]]] = {
    "elements within elements": (8000, _page("<div>a")),
    "lists within lists": (4000, _page("<ul><li>a")),
    "cells": (400, _page("<table><tr><th>Tiltak<th>Ansvar</tr><tr><td>Lage<td>Rektor</tr></table>")),
    "one wide row": (2000, lambda count: PAGE.format("<table><tr>" + "<td>a</td>" * count + "</tr></table>")),
    "entities": (20000, _page("&amp;&oslash;")),
    "one long attribute": (200000, lambda count: PAGE.format(f"<p class='{'a' * count}'>a</p>")),
    "unclosed comments": (20000, _page("<!-- ")),
    "line breaks": (3000, _page("a<br>")),
}  # fmt: skip


@pytest.mark.parametrize("shape", TEXTS)
def test_a_text_twice_as_long_takes_about_twice_as_long(shape: str, tmp_path: Path) -> None:
    count, make = TEXTS[shape]
    assert _grows_in_step(make, count, tmp_path / "plan.txt")


@pytest.mark.parametrize("shape", PAGES)
def test_a_web_page_twice_as_long_takes_about_twice_as_long(shape: str, tmp_path: Path) -> None:
    count, make = PAGES[shape]
    assert _grows_in_step(make, count, tmp_path / "plan.html")


def _grows_in_step(make: Callable[[int], str], count: int, path: Path) -> bool:
    """Whether twice `count` takes less than `GROWTH` times as long, in the best of a few tries."""
    _seconds(make(10), path)  # words and registers are loaded
    for _ in range(TRIES):
        once, twice = (_seconds(make(count * times), path) for times in (1, 2))
        if twice < GROWTH * once + SLACK:
            return True
    return False


def _seconds(text: str, path: Path) -> float:
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    with suppress(NothingFoundError):
        extract_plan(path)
    return time.process_time() - start
