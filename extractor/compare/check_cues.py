"""Cues and the sentences that they stand in, found without reading every sentence for every cue.

The words of all passages are listed once, each with the passages it stands in. A cue looks its first word up in that
list, and only the passages found are compared with the rest of it.

A cue that is denied in its clause is no evidence: «planen har ingen tiltak», «samarbeid manglar». A ban is none: what
«skal ikke» is regulated. «Ikke minst» denies nothing.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from extractor.lexicon import load_toml, words

FILE = "check.toml"

_TOKEN = re.compile(r"[^\W\d_]+(?:[-/–][^\W\d_]+)*-?|\d+(?:[-.,]\d+)*[a-zæøå]?|§+|[,;:()–?!.]")
_CUE_TOKEN = re.compile(r"\^|\*?(?:" + _TOKEN.pattern + r")\*?")
OPENS = "^"  # in a cue: nothing but a mark of a list item stands in front
_BREAKS = frozenset(",;:()–?!.")
_ENDING = re.compile(
    r"(?:e|a|en|et|er|ar|ene|ane|ens|ets|enes|anes|n|ne|na|nes|r|s|t|te|tt|de|d|dde|st|ast|est|es|as|are|ere|ende|ande)?"
)
_SHORT = 3  # letters: a cue of no more stands for itself only, as LAR does
_SOON = 3  # words between «uten» and what it denies

Token = str
Cue = tuple[tuple[Token, ...], ...]  # phrases that all stand in the sentence


class Index:
    """The words of some passages.

    Args:
        texts: the passages.
        with_denied: whether a cue counts where it is denied too, as in titles («Ikke prioritert»).
    """

    def __init__(self, texts: Sequence[str], *, with_denied: bool = False) -> None:
        self.tokens = [tuple(map(sys.intern, _TOKEN.findall(text.lower()))) for text in texts]
        self._where: dict[Token, array[int]] = defaultdict(_places)  # passage and place in it, by turns
        for passage, tokens in enumerate(self.tokens):
            for at, token in enumerate(tokens):
                self._where[token].extend((passage, at))
        doubts = frozenset() if with_denied else _doubts()
        self._doubtful = {at for at, tokens in enumerate(self.tokens) if not doubts.isdisjoint(tokens)}
        self._words = sorted(self._where)
        self._known: dict[Token, list[tuple[int, int]]] = {}

    def find(self, cue: Cue) -> set[int]:
        """Return the passages in which all phrases of a cue stand and none of them is denied."""
        found = [self._find_phrase(phrase) for phrase in cue]
        return set.intersection(*found)

    def _find_phrase(self, phrase: tuple[Token, ...]) -> set[int]:
        opens = phrase[0] == OPENS
        first, *others = phrase[opens:]
        return {
            passage
            for passage, at in self._places(first)
            if self._goes_on(passage, at + 1, others)
            and not (opens and any(_is_word(token) for token in self.tokens[passage][:at]))
            and not (passage in self._doubtful and denied(self.tokens[passage], at, at + 1 + len(others)))
        }

    def _goes_on(self, passage: int, at: int, others: Sequence[Token]) -> bool:
        tokens = self.tokens[passage][at : at + len(others)]
        return len(tokens) == len(others) and all(map(_is, tokens, others))

    def _places(self, token: Token) -> list[tuple[int, int]]:
        """Return where words stand that a word of a cue means."""
        if token not in self._known:
            self._known[token] = [place for word in self._meant(token) for place in self._in_pairs(word)]
        return self._known[token]

    def _in_pairs(self, word: Token) -> Iterator[tuple[int, int]]:
        numbers = iter(self._where[word])
        return zip(numbers, numbers, strict=True)

    def _meant(self, token: Token) -> Iterable[Token]:
        if token.startswith("*"):
            return [word for word in self._words if _is(word, token)]
        stem = token.rstrip("*")
        start = bisect_left(self._words, stem)
        beginning = takewhile(lambda word: word.startswith(stem), self._words[start:])
        return [word for word in beginning if _is(word, token)]


def _places() -> array[int]:
    """Return room for places, a tenth of what tuples would take: a plan has a hundred thousand words."""
    return array("q")


def _is(word: Token, token: Token) -> bool:
    """Whether a word is one that a word of a cue means."""
    stem = token.strip("*")
    if token.startswith("*"):
        at = word.find(stem)
        return at >= 0 and (token.endswith("*") or _inflected(word[at:], stem))
    return word.startswith(stem) and (token.endswith("*") or _inflected(word, stem))


def _is_word(token: Token) -> bool:
    """Whether a token is more than a letter, a number or a sign, of which marks of list items are made."""
    return len(token) > 1 and token.isalpha()


def _inflected(word: Token, stem: Token) -> bool:
    return word == stem or (
        len(stem) > _SHORT and stem.isalpha() and _ENDING.fullmatch(word, len(stem)) is not None
    )


@cache
def cue_of(text: str) -> Cue:
    """Return a cue as it is written in the data in the form that is looked for."""
    return tuple(tuple(_CUE_TOKEN.findall(phrase.lower())) for phrase in text.split(" + "))


def has_cue(text: str, cues: Iterable[str]) -> bool:
    """Whether one of some cues stands in a short text, as a heading is, denied or not."""
    index = Index([text], with_denied=True)
    return any(index.find(cue_of(cue)) for cue in cues)


def denied(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the words from `first` to `end` are said not to be there."""
    clause = [*reversed(list(_clause(reversed(tokens[:first])))), *tokens[first:end], *_clause(tokens[end:])]
    before = tokens[max(0, first - _SOON) : first]
    if _stands(before, "before") or _stands(clause, "absent"):
        return True
    return _stands(clause, "denying") and not (_stands(clause, "harmless") or _stands(clause, "ruling"))


def _clause(tokens: Iterable[Token]) -> Iterator[Token]:
    return takewhile(lambda token: token not in _BREAKS, tokens)


def _stands(tokens: Sequence[Token], key: str) -> bool:
    text = f" {' '.join(tokens)} "
    return any(phrase in text for phrase in _phrases(key))


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in words(load_toml(FILE)["denial"], key, file=FILE))


@cache
def _doubts() -> frozenset[Token]:
    """Return the words without one of which nothing is denied."""
    return frozenset(phrase.split()[0] for key in ("before", "absent", "denying") for phrase in _phrases(key))
