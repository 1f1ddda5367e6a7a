"""Turns text into terms: known words and phrases of time, numbers, and everything else.

A phrase («innen utgangen av», «annan kvar») is one term, and the longest phrase wins. Letters and digits are cut
apart, so that «av2014» from a bad text layer is read like «av 2014»; `glued` remembers that nothing stood between.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from extractor.lexicon import LexiconError, load_toml, words

FILE = "time.toml"
MAX_LENGTH = 4000  # characters: what comes later in a longer text is not read
PADDING = 8  # end terms behind the last one, so that readers may look ahead without asking

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_DASHES = frozenset("-‐‑‒–—―−")
_YEAR_DIGITS = 4


class Term(NamedTuple):
    """One known word or phrase, number, unknown word or sign."""

    kind: str  # a table of time.toml, or number, word, dash, sign, end
    value: Any  # its key there; the number; the sign
    text: str  # lower case
    start: int
    end: int
    glued: bool  # no space in front

    def is_sign(self, signs: str) -> bool:
        """Whether it is one of `signs`."""
        return self.kind == "sign" and self.text in signs


Terms = list[Term]
Phrases = dict[str, list[tuple[tuple[str, ...], str, Any]]]


def read_terms(text: str) -> Terms:
    """Return the terms of `text`, with `PADDING` end terms behind them."""
    tokens = [
        (match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text[:MAX_LENGTH])
    ]
    phrases = _phrases()
    terms: Terms = []
    at, last = 0, 0
    while at < len(tokens):
        token, start, end = tokens[at]
        kind, value, length = _longest(phrases.get(token), tokens, at) or (*_plain(token), 1)
        end = tokens[at + length - 1][2]
        terms.append(
            Term(kind, value, text[start:end].lower() if length > 1 else token, start, end, start == last)
        )
        at, last = at + length, end
    terms.extend([Term("end", None, "", last, last, False)] * PADDING)
    return terms


def _longest(
    candidates: list[tuple[tuple[str, ...], str, Any]] | None, tokens: list[tuple[str, int, int]], at: int
) -> tuple[str, Any, int] | None:
    """Return kind, value and length of the longest phrase that begins at `at`."""
    for phrase, kind, value in candidates or ():
        if len(phrase) == 1 or phrase == tuple(token for token, _, _ in tokens[at : at + len(phrase)]):
            return kind, value, len(phrase)
    return None


def _plain(token: str) -> tuple[str, Any]:
    if token[0] in "0123456789":
        return "number", int(token) if len(token) <= _YEAR_DIGITS else -1
    if token in _DASHES:
        return "dash", "-"
    return ("word" if token[0].isalpha() else "sign"), token


@cache
def _phrases() -> Phrases:
    """Return all phrases of time.toml by their first word, the longest first."""
    phrases: Phrases = {}
    kinds: dict[tuple[str, ...], str] = {}
    for kind, table in load_toml(FILE)["terms"].items():
        for key in table:
            for wording in words(table, key, file=FILE):
                phrase = tuple(_TOKEN.findall(wording.lower()))
                if kinds.setdefault(phrase, f"{kind}.{key}") != f"{kind}.{key}":
                    raise LexiconError(f"data/{FILE}: «{wording}» is in {kinds[phrase]} and in {kind}.{key}")
                phrases.setdefault(phrase[0], []).append((phrase, kind, _value(key)))
    for candidates in phrases.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    return phrases


def _value(key: str) -> int | str:
    return int(key) if key.lstrip("-").isdigit() else key


@cache
def stems(name: str) -> frozenset[str]:
    """Return the words of a table under [stems]."""
    return frozenset(words(load_toml(FILE)["stems"], name, file=FILE))
