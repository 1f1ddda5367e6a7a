"""How often goals and tiltak like this one were right, in documents with hand-made truth.

The rule that found an item tells something, and so do signs: that somebody is responsible for it, that it is a time
and nothing else, that it begins in the middle of a sentence. Each speaks for or against the item with a weight, in
log-odds, and the sum is the confidence. The weights were not chosen but fitted (`docs/confidence.md`); a rule that
was met too seldom to be judged weighs next to nothing, so that its items get what is usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Literal

from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.times import is_time
from extractor.interpret.wording import either
from extractor.lexicon import load_toml, words

FILE = "confidence.toml"
LEAST, MOST = 0.01, 0.99  # nothing that was read by a rule is certain
SHORT = 2  # words
CROSSES = re.compile(r"(?<!\w)[xX] [xX](?!\w)")
YEAR_AT_END = re.compile(r"(?<!\d)(?:19|20)\d\d[.)]*$")
TWO_SENTENCES = re.compile(r"[.!?]\s+[A-ZÆØÅ]")

Kind = Literal["tiltak", "goal"]


@dataclass(slots=True, frozen=True)
class Item:
    """A goal or tiltak as far as its signs need it."""

    text: str
    numbered: bool = False
    has_party: bool = False
    has_time: bool = False
    has_goal: bool = False


def signs(item: Item, kind: Kind) -> list[str]:
    """Return the signs that an item shows, by the names that they have in the table of weights."""
    shown = {
        "number": item.numbered,
        "torn": _is_torn(item.text),
        "sentences": bool(TWO_SENTENCES.search(item.text)),
    }
    if kind == "goal":
        shown["duty"] = bool(_duties().search(item.text))
    else:
        shown |= {
            "party": item.has_party,
            "time": item.has_time,
            "goal": item.has_goal,
            "short": len(item.text.split()) <= SHORT,
            "only_time": is_time(item.text),
            "other_cells": bool(CROSSES.search(item.text) or YEAR_AT_END.search(item.text)),
        }
    return [sign for sign, is_shown in shown.items() if is_shown]


def confidence(kind: Kind, rule: str, shown: Iterable[str]) -> float:
    """Return the share of items that were right among those found by this rule with these signs."""
    weights = load_toml(FILE)[kind]
    said = weights["usual"] + weights["rules"].get(rule, 0.0)
    said += sum(weights["signs"].get(sign, weights["assumed"].get(sign, 0.0)) for sign in shown)
    return round(min(max(1 / (1 + exp(-said)), LEAST), MOST), 2)


def goal_confidence(goal: GoalDraft) -> float:
    """Return the confidence of a goal."""
    item = Item(goal.text.value, numbered=goal.number is not None)
    return confidence("goal", goal.rule, signs(item, "goal"))


def tiltak_confidence(tiltak: TiltakDraft, *, doubtful: frozenset[int] = frozenset()) -> float:
    """Return the confidence of a tiltak.

    Args:
        tiltak: with its fields filled in.
        doubtful: where the words of tables begin that were perhaps misread.
    """
    item = Item(
        tiltak.text.value,
        numbered=tiltak.number is not None,
        has_party=bool(tiltak.responsible),
        has_time=bool(tiltak.schedule),
        has_goal=bool(tiltak.goals),
    )
    shown = signs(item, "tiltak")
    if any(word.start in doubtful for word in tiltak.text.words[:1]):
        shown.append("doubtful_table")
    return confidence("tiltak", tiltak.rule, shown)


def _is_torn(text: str) -> bool:
    """Whether a wording begins in the middle of a sentence, or ends there."""
    return text[:1].islower() or bool(_open_ends().search(text))


@cache
def _open_ends() -> re.Pattern[str]:
    ends = words(load_toml("headings.toml")["prose"], "open_ends", file="headings.toml")
    return re.compile(rf"[-–]$|(?<![\w-])(?:{either(ends)})$")


@cache
def _duties() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){either(words(load_toml(FILE)['words'], 'duty', file=FILE))}(?!\w)", re.IGNORECASE
    )
