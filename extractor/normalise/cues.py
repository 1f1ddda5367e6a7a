"""Finds cue words in a text: whole words, words with any ending or beginning, and phrases.

A cue is written as a pattern: `skole*` any ending, `*kurs` any beginning, `*bolig*` anywhere in a word, several
words a phrase. A last -e before the star stands for -a too, as nouns bend (gruppe, gruppa, gruppar).

At each place of the text the longest pattern decides, so that `skoleveg*` keeps `skole*` from speaking; an ignored
pattern that is the longest keeps all others silent. A pattern with a capital letter is an acronym or a name and is
matched with its capitals, but not in a text set in capitals throughout.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_WORD = re.compile(r"[^\W_]+")
_CAPITALS_MEAN_SOMETHING = 3  # words: «LAR» alone is an acronym, «TILTAK MOT RUS I SKOLEN» has none
_MOST_KNOWN = 50_000  # words: a plan has some thousands


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue speaks for, and how strongly."""

    theme: str
    strength: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a text."""

    words: str  # as written
    pattern: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    written: str
    parts: tuple[str, ...]  # its words, stars and all
    size: int  # letters that must be there: the longest pattern decides


class Cues:
    """Patterns with their meanings, ready to be looked for."""

    def __init__(self, meanings: Iterable[tuple[str, Meaning]], ignored: Iterable[str]) -> None:
        self._meanings: dict[str, list[Meaning]] = {pattern: [] for pattern in ignored}
        for pattern, meaning in meanings:
            self._meanings.setdefault(pattern, []).append(meaning)
        self._starting: dict[str, list[_Pattern]] = defaultdict(list)
        self._anywhere: list[_Pattern] = []
        self._known: dict[str, list[_Pattern]] = {}  # word → the patterns that it may begin
        for written in self._meanings:
            self._add(_compiled(written))

    def _add(self, pattern: _Pattern) -> None:
        """File a pattern under its first letters, where it has any."""
        if pattern.written.startswith("*"):
            self._anywhere.append(pattern)
        else:
            self._starting[_first_letters(_words_of(pattern.written)[0])].append(pattern)

    def find(self, text: str) -> list[Hit]:
        """Return the cues of `text` in reading order; they do not overlap."""
        words = _WORD.findall(unicodedata.normalize("NFC", text))
        shouted = len(words) >= _CAPITALS_MEAN_SOMETHING and all(not word.islower() for word in words)
        if text.isupper() and shouted:
            words = [word.lower() for word in words]
        return list(self._hits(words))

    def _hits(self, words: Sequence[str]) -> Iterator[Hit]:
        place = 0
        while place < len(words):
            longest = self._longest(words, place)
            if longest and (meanings := self._meant(longest)):
                width = len(longest[0].parts)
                yield Hit(" ".join(words[place : place + width]), longest[0].written, meanings)
            place += len(longest[0].parts) if longest else 1

    def _longest(self, words: Sequence[str], place: int) -> list[_Pattern]:
        """Return the longest patterns that match at `place`, of phrases those with most words."""
        matching = [pattern for pattern in self._opening(words[place]) if _goes_on(pattern, words, place)]
        longest = max(((len(pattern.parts), pattern.size) for pattern in matching), default=None)
        return [pattern for pattern in matching if (len(pattern.parts), pattern.size) == longest]

    def _opening(self, word: str) -> list[_Pattern]:
        """Return the patterns that may begin with `word`; most words of a plan come back."""
        known = self._known.get(word)
        if known is None:
            filed = [*self._starting.get(_first_letters(word), ()), *self._anywhere]
            known = [pattern for pattern in filed if _part(pattern.parts[0]).fullmatch(word)]
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return known

    def _meant(self, patterns: Sequence[_Pattern]) -> tuple[Meaning, ...]:
        """Return what the patterns mean, each theme once and at its strongest; nothing if one is ignored."""
        meanings = [self._meanings[pattern.written] for pattern in patterns]
        if not all(meanings):
            return ()
        strongest: dict[str, float] = {}
        for meaning in (one for several in meanings for one in several):
            strongest[meaning.theme] = max(meaning.strength, strongest.get(meaning.theme, 0))
        return tuple(Meaning(theme, strength) for theme, strength in strongest.items())


def _first_letters(word: str) -> str:
    return word[:2].lower()


def _compiled(written: str) -> _Pattern:
    return _Pattern(written, tuple(_words_of(written)), len(re.sub(r"[\W_]", "", written)))


def _words_of(written: str) -> list[str]:
    return re.findall(r"\*?[^\W_]+\*?", written)


@cache  # made when a word is met that it may match: most are never needed
def _part(word: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if word.islower() or word.strip("*").isdigit() else re.NOFLAG
    bending = re.sub(r"e\\\*$", "[ea].*", re.escape(word))
    return re.compile(bending.replace(r"\*", ".*"), flags)


def _goes_on(pattern: _Pattern, words: Sequence[str], place: int) -> bool:
    """Whether the words behind `place` are what the pattern asks for behind its first."""
    rest = pattern.parts[1:]
    return place + len(rest) < len(words) and all(
        _part(part).fullmatch(words[place + index]) for index, part in enumerate(rest, start=1)
    )
