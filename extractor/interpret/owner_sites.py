"""Web and mail addresses of kommuner: «post@bygda.kommune.no», «bygda-bu.kommune.no», «www.bygda.buskerud.no».

Addresses write å, ø and æ in two ways, and put county or its letters behind the names that two kommuner share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.interpret.kommune_names import FILE
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_csv, load_toml

_LETTERS: tuple[dict[int, str], ...] = (
    {ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"},
    {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"},
)


@dataclass(slots=True, frozen=True)
class Site:
    """An address of a kommune in a text, from `start` to `end`, exclusive; `fylke` where the address tells it."""

    name: str
    fylke: str | None
    start: int
    end: int


def find_sites(text: str) -> Iterator[Site]:
    """Yield the addresses of kommuner in `text`, from left to right."""
    for found in _addresses().finditer(fold(text)):
        fylke = _counties().get(found["letters"] or found["county"])
        site = found["other"] or (found["name"] if fylke else found["whole"])
        if site in _names():
            yield Site(_names()[site], fylke, found.start(), found.end())


@cache
def _addresses() -> re.Pattern[str]:
    letters, spelt = either(load_toml(FILE)["sites"]["letters"]), either(_spelt_counties())
    kommune = rf"(?P<whole>(?P<name>[\w-]+?)(?:-(?P<letters>{letters}|{spelt}))?)\.(?:kommune|herad)"
    county = rf"(?P<other>[\w-]+)\.(?P<county>{spelt})"
    return re.compile(rf"(?:@|www\.|//)(?:[\w-]+\.)*(?:{kommune}|{county})\.no(?!\w)")


@cache
def _counties() -> dict[str | None, str]:
    """Return the counties by their letters and by the names that addresses give them."""
    letters: dict[str | None, str] = load_toml(FILE)["sites"]["letters"]
    return letters | _spelt_counties()


@cache
def _spelt_counties() -> dict[str, str]:
    names = [row["name"] for row in load_csv("fylker.csv")]
    return {fold(name).replace(" ", "-").translate(plain): name for name in names for plain in _LETTERS}


@cache
def _names() -> dict[str, str]:
    """Return the names as web addresses write them: nord-odal and nordodal, notteroy and noetteroey."""
    names = {row["name"] for row in load_csv("kommuner.csv")}
    plain = {fold(name).replace(" ", glue): name for name in sorted(names) for glue in ("-", "")}
    joined = {spelt.replace("-", ""): name for spelt, name in plain.items()}
    return {key.translate(letters): name for key, name in (joined | plain).items() for letters in _LETTERS}
