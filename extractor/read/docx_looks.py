"""How letters look and paragraphs are set in a Word file, as far as that tells what they are.

Each layer (the file's defaults, styles, the paragraph or its letters) says something and leaves the rest open; what
stands on top wins.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar

from extractor.read.docx_xml import Element, attribute, child, is_on, number, parts

HALF_POINTS = 2  # in a point
TWIPS = 20  # in a point
AUTOMATIC = 14.0  # points: space around a paragraph that is left to the program, as web pages have it


@dataclass(slots=True, frozen=True)
class Look:
    """How letters look; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None  # points
    hidden: bool | None = None


@dataclass(slots=True, frozen=True)
class Setting:
    """How a paragraph is set; None where nothing is said."""

    outline: int | None = None  # level from 0; 9 for running text
    list_id: int | None = None  # 0 for no list
    list_level: int | None = None  # from 0
    before: float | None = None  # white space in points
    after: float | None = None
    indent: float | None = None  # points


Layer = TypeVar("Layer", Look, Setting)
UNSAID, UNSET = Look(), Setting()


def on_top(first: Layer, *below: Layer) -> Layer:
    """Return what the layers say together, the topmost first."""
    if first in (UNSAID, UNSET) and len(below) == 1:
        return below[0]
    said = {
        field.name: next(
            (value for layer in (first, *below) if (value := getattr(layer, field.name)) is not None), None
        )
        for field in fields(first)
    }
    return type(first)(**said)


def read_look(properties: Element | None) -> Look:
    """Return what an element `w:rPr` says."""
    if properties is None or not len(properties):
        return UNSAID
    said = parts(properties)
    half_points = number(said.get("w:sz"))
    return Look(
        bold=is_on(said.get("w:b")),
        italic=is_on(said.get("w:i")),
        size=half_points / HALF_POINTS if half_points else None,
        hidden=is_on(said.get("w:vanish")),
    )


def read_setting(properties: Element | None) -> Setting:
    """Return what an element `w:pPr` says."""
    if properties is None or not len(properties):
        return UNSET
    said = parts(properties)
    in_list, spacing, indent = said.get("w:numPr"), said.get("w:spacing"), said.get("w:ind")
    left = number(indent, "w:left")
    return Setting(
        outline=number(said.get("w:outlineLvl")),
        list_id=number(child(in_list, "w:numId")),
        list_level=number(child(in_list, "w:ilvl")),
        before=_space(spacing, "w:before"),
        after=_space(spacing, "w:after"),
        indent=_points(number(indent, "w:start") if left is None else left),
    )


def _space(spacing: Element | None, side: str) -> float | None:
    if spacing is None:
        return None
    automatic = (attribute(spacing, f"{side}Autospacing") or "0").lower() not in ("0", "false", "off")
    return AUTOMATIC if automatic else _points(number(spacing, side))


def _points(twips: int | None) -> float | None:
    return None if twips is None else twips / TWIPS
