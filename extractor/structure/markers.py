"""What stands in front of a list item or a heading: bullets, letters and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

BULLET = re.compile(r"(?:[•·▪●◦‣■□✓✔➢►▶→*]|[-–—](?=\s|[A-ZÆØÅ«\"“”])|o(?=\s+[A-ZÆØÅa-zæøå]))\s*")
NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<close>[.):]?)(?=\s|[A-ZÆØÅ])\s*")
LETTER = re.compile(r"(?P<number>[A-ZÆØÅa-zæøå])(?P<close>[.)])\s+")
LETTERED = re.compile(r"(?P<number>[A-ZÆØÅ](?:\.\d{1,2}){1,3})(?P<close>[.):]?)\s+")
# «T1», «K12», «F-3»: the plan's own numbers of tiltak; E6 and E16 are roads, unless set apart
CODE = re.compile(
    r"(?P<number>(?:[A-DF-ZÆØÅ]|E(?!(?:6|8|1[02468]|39|45|69|75)\s\S)|[A-ZÆØÅ]{2})-?\d{1,2})(?P<close>[.):]?)\s+(?=[A-ZÆØÅ«\"“”])"
)
ROMAN = re.compile(r"(?P<number>[IVX]{1,6}|[ivx]{1,6})(?P<close>[.)])\s+")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(slots=True, frozen=True)
class Marker:
    """A marker and how many characters it takes, bullet in front of a number and white space included."""

    text: str  # "•" for any bullet, else as written: "a)", "1.", "3.2"
    length: int

    @property
    def number(self) -> str | None:
        """The number or letter without what closes it; None for a bullet."""
        return None if self.text == "•" else self.text.rstrip(".):")


def find_marker(text: str) -> Marker | None:
    """Return the marker that `text` begins with: a bullet, a number, or both («- 3.2 …»)."""
    bullet = BULLET.match(text)
    start = bullet.end() if bullet else 0
    for pattern in (NUMBER, LETTERED, CODE, LETTER, ROMAN):
        match = pattern.match(text, start)
        if match and match.end() < len(text) and (match["close"] or _stands_alone(match, text)):
            return Marker(match["number"] + match["close"], match.end())
    return Marker("•", start) if bullet and start < len(text) else None


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """A number without dot or bracket marks an item when it has parts («3.2 Skulane»), or a capital follows."""
    number, following = match["number"], text[match.end() : match.end() + 1]
    if match.re is CODE:
        return (
            len(number) > 2 or number[0] not in "QHT" or not re.match(r"(?:19|20)\d\d", text[match.end() :])
        )
    return "." in number or (len(number) <= 2 and following.isupper())


@lru_cache(maxsize=5_000)  # headings and items are asked for theirs many times
def number_parts(number: str) -> tuple[int, ...] | None:
    """Return «4.1» as (4, 1), «D.1» as (4, 1); a closing zero («3.0») is dropped. None for other numbers."""
    parts = number.rstrip(".").split(".")
    if len(parts) > 1 and len(parts[0]) == 1 and parts[0].isupper():
        parts[0] = str(ord(parts[0]) - ord("A") + 1)
    if not all(part.isdigit() for part in parts):
        return None
    values = [int(part) for part in parts]
    while len(values) > 1 and values[-1] == 0:
        values.pop()
    return tuple(values)


def ordinals(number: str) -> set[int]:
    """Return the places in the row that a number may mean: «C» is the third letter and the roman hundred."""
    parts = number_parts(number)
    if parts:
        return {parts[-1]}
    found = set()
    if number.isupper() and set(number) <= ROMAN_VALUES.keys():
        values = [ROMAN_VALUES[letter] for letter in number]
        following = [*values[1:], 0]
        found.add(sum(-one if one < two else one for one, two in zip(values, following, strict=True)))
    if len(number) == 1 and number.isalpha():
        found.add(ord(number.lower()) - ord("a") + 1)
    return found
