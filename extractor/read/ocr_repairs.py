"""What Tesseract misreads in ways that the picture tells for sure, put right. Words are never guessed at.

A section sign in front of a number is read as 8 or $; it reaches below the baseline as no digit does. Blots in front
of lines are bullets, whatever letter they were taken for. Upright dashes are what is left of ruled
lines, or the letter I. The ring of a large Å may be taken for a line of its own above an A. Dots that lead to a page
number are read as letters nobody is sure of. Pieces of a word that nearly touch are one word.
The few lines that are turned on a page that is not, are left out: where they belong is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractor.read.ocr_words import Line, Spot

BULLETS = frozenset("•·*+¢°®©e«»o¤")  # what a bullet may be taken for
SURELY_BULLETS = frozenset("e+*«»o¢¤")  # mean nothing in front of a line
BULLET_INK = 0.55  # share of ink in the box of a bullet: of letters it is less
BULLET_SIZE = 1.1  # heights of small letters
CAPITAL = (1.15, 1.75)  # heights of small letters: how high the letter I is
REMAINS = frozenset("|¦_~[]")  # what ruled lines are taken for
UNSURE = 0.25  # below that, a word without letters or digits is a blot
RINGS = frozenset("OQo0°º")  # what the ring of an Å is taken for
RING_SIZE = 0.6  # heights of small letters of the line below
RING_ABOVE = 1.5  # the same: how far it lies above the A
WHOLE = 0.14  # heights of small letters: pieces of one word stand no further apart
LEADERS = re.compile(r"[.…·]{4,}")
SIGNS = frozenset("8$&S")  # what a section sign is taken for
BELOW = 0.1  # heights of small letters: how far it reaches below the baseline
PAGE = re.compile(r"\d{1,3}")


def repaired(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with words only, in the letters that are printed."""
    found = _with_rings([line for line in lines if not line.turn])
    quoting = any("»" in spot.text for line in found for spot in line.words[1:])
    kept = []
    for line in found:
        words = list(_words(line, quoting=quoting))
        if words:
            words = _joined(_without_leaders(words), line)
            kept.append(line._replace(words=_with_section_signs(words, line)))
    return kept


def _words(line: Line, *, quoting: bool) -> Iterator[Spot]:
    """Yield the words of a line; `quoting` says that the page has quotations that end."""
    for number, spot in enumerate(line.words):
        word = _word(spot, line, first=number == 0 and len(line.words) > 1)
        if word is None:
            continue
        if number == 0 and len(word.text) > 2 and word.text[0] == "«" and not quoting:
            middle = word.x0 + (word.x1 - word.x0) / len(word.text)
            yield word._replace(text="•", x1=middle)
            yield word._replace(text=word.text[1:], x0=middle + WHOLE * line.small)
        else:
            yield word


def _word(spot: Spot, line: Line, *, first: bool) -> Spot | None:
    """Return a word as it was printed; None for what is none."""
    if set(spot.text) <= REMAINS:
        high = spot.bottom - spot.top
        is_letter = spot.text == "|" and CAPITAL[0] * line.small <= high <= CAPITAL[1] * line.small
        return spot._replace(text="I") if is_letter else None
    if first and _is_bullet(spot, line):
        return spot._replace(text="•")
    if spot.sure < UNSURE and not any(map(str.isalnum, spot.text)):
        return None
    text = spot.text.strip("|¦")
    return spot._replace(text=text) if text else None


def _is_bullet(spot: Spot, line: Line) -> bool:
    """Whether the first word of a line is a blot: hardly any white in it, and no larger than a small letter."""
    if len(spot.text) > 2 or not set(spot.text) <= BULLETS:
        return False
    is_small = max(spot.bottom - spot.top, spot.x1 - spot.x0) <= BULLET_SIZE * line.small
    return is_small and (spot.solid >= BULLET_INK or set(spot.text) <= SURELY_BULLETS)


def _with_rings(lines: list[Line]) -> list[Line]:
    """Put rings that were read as lines of their own back on their A."""
    rings = [line for line in lines if len(line.words) == 1 and line.words[0].text in RINGS]
    for ring in rings:
        for number, line in enumerate(lines):
            words = [_ringed(spot, ring.words[0], line) for spot in line.words]
            if words != line.words:
                lines[number] = line._replace(words=words)
                lines.remove(ring)
                break
    return lines


def _ringed(spot: Spot, ring: Spot, line: Line) -> Spot:
    """Return a word with the ring that lies on an A of it, if one does."""
    middle = (ring.x0 + ring.x1) / 2
    close = (
        spot.x0 <= middle <= spot.x1
        and -RING_ABOVE * line.small <= ring.bottom - spot.top <= 0.5 * line.small
    )
    if not close or ring.bottom - ring.top > RING_SIZE * line.small:
        return spot
    width = (spot.x1 - spot.x0) / len(spot.text)
    near = [
        index
        for index, letter in enumerate(spot.text)
        if letter in "aA" and abs(spot.x0 + (index + 0.5) * width - middle) <= width
    ]
    if len(near) != 1:
        return spot
    letter = "å" if spot.text[near[0]] == "a" else "Å"
    return spot._replace(text=spot.text[: near[0]] + letter + spot.text[near[0] + 1 :])


def _with_section_signs(words: list[Spot], line: Line) -> list[Spot]:
    """Put section signs back in front of numbers: «§ 3-2»."""
    signed = list(words)
    for number, (spot, behind) in enumerate(pairwise(words)):
        below = spot.bottom - (line.base + line.slope * (spot.x0 + spot.x1) / 2)
        if spot.text in SIGNS and behind.text[0].isdigit() and below >= BELOW * line.small:
            signed[number] = spot._replace(text="§")
    return signed


def _without_leaders(words: list[Spot]) -> list[Spot]:
    """Drop what the dots between a title and its page number were taken for."""
    for number, spot in enumerate(words):
        if found := LEADERS.search(spot.text):
            dots = spot._replace(text=spot.text[: found.start()] + "........")
            ends = PAGE.fullmatch(words[-1].text) and number < len(words) - 1
            return [*words[:number], dots, *words[-1:]] if ends else [*words[:number], dots]
    return words


def _joined(words: Sequence[Spot], line: Line) -> list[Spot]:
    """Join pieces of words that nearly touch."""
    joined: list[Spot] = []
    for spot in words:
        last = joined[-1] if joined else None
        if (
            last
            and last.text[-1].isalpha()
            and spot.text[0].isalpha()
            and spot.x0 - last.x1 < WHOLE * line.small
        ):
            joined[-1] = last._replace(
                text=last.text + spot.text,
                x1=spot.x1,
                top=min(last.top, spot.top),
                bottom=max(last.bottom, spot.bottom),
                sure=min(last.sure, spot.sure),
            )
        else:
            joined.append(spot)
    return joined
