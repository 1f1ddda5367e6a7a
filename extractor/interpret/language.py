"""Which written standard, and where sentences begin and end.

**Bokmål or nynorsk.** Words and endings that only one of the two uses are counted. The standard that leads
is the answer when it leads clearly; old plans mix both, so a narrow lead is no answer.

**Sentences.** spaCy's tokeniser keeps the full stop of a number («2030.»), so its own sentence rule runs on
over every year. Here a full stop ends a sentence when the next word begins like one, unless the word before
is an abbreviation, an initial, a paragraph of the law («§ 4.»), or the number that opens the sentence («2.
Målgruppe»). Where a plain word stands before every stop, a pattern sees as much as the tokens would; most texts
are such, and the tokeniser, which takes long to load, is asked for the others only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Literal

from extractor.interpret.wording import fold
from extractor.lexicon import load_toml

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Language = Literal["nb", "nn"]

LEAST_CUES = 2  # fewer say nothing
CLEAR_SHARE = 0.6  # of all cues; nynorsk plans with bokmål words in them lie at 0.75 and more
LONG_WORD = 6  # letters: shorter words end alike in both standards by chance
LONGEST_MONTH = 20  # characters that are enough to see whether a month follows

_WORD = re.compile(r"[^\W\d_]+")
_STOPS = (".", "!", "?", "…")
_CLOSERS = frozenset(")]}»”\"'’")
_ENDLESS = re.compile(r"\S{500}")  # no language: splitting off its signs one by one takes time without end
_OPENING = r"[\"«“”'(\[–-]?\s*[A-ZÆØÅÁÀÉ0-9§]"
_OPENS = re.compile(_OPENING)
_MAY_END = re.compile(rf"[.!?…][)\]}}»”\"'’]*(?= (?P<next>{_OPENING}))")
_PLAIN_WORD = re.compile(
    r"(?:(?P<number>\d++(?:[.:/–-]\d++)*+)"
    r"|[(«“\"\[]*(?P<whole>(?:[^\W\d_]++[-/])*+(?P<word>[^\W\d_]++))(?P<closed>[)»”]?))[.!?…]"
)


def detect_language(texts: Iterable[str]) -> Language | None:
    """Return the written standard of `texts` taken together, or None when they do not tell."""
    words = Counter(word for text in texts for word in _WORD.findall(fold(text)))
    told: Counter[Language | None] = Counter()
    for word, times in words.items():
        told[_tells(word)] += times
    bokmaal, nynorsk = told["nb"], told["nn"]
    if bokmaal + nynorsk < LEAST_CUES or max(bokmaal, nynorsk) < CLEAR_SHARE * (bokmaal + nynorsk):
        return None
    return "nb" if bokmaal > nynorsk else "nn"


@lru_cache(maxsize=20_000)  # a plan is asked as a whole, then section by section
def _tells(word: str) -> Language | None:
    """Return the standard that `word` belongs to, None for a word of both."""
    words, endings = _cues()
    if word in words or len(word) < LONG_WORD:
        return words.get(word)
    return next((language for language, ends in endings.items() if word.endswith(ends)), None)


def sentences(text: str, *, language: Language | None) -> list[tuple[int, int]]:
    """Return where the sentences of `text` begin and end, end exclusive, without the spaces around them."""
    if _ENDLESS.search(text):
        return [(0, len(text))] if text.strip() else []
    ends = _plain_ends(text)
    if ends is None:
        return _told_by_tokens(text, language)
    starts = [0, *(end + 1 for end in ends)]
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


def _plain_ends(text: str) -> list[int] | None:
    """Return where the sentences end that are not the last, None where only the tokens tell."""
    if text.split(" ") != text.split():
        return None
    ends: list[int] = []
    for found in _MAY_END.finditer(text):
        begins = text.rfind(" ", 0, found.start()) + 1
        word = _PLAIN_WORD.match(text, begins)
        if word is None or word.end() != found.start() + 1:
            return None
        following = text[found.start("next") : found.end() + LONGEST_MONTH]
        closes = _closes(word, following=following, opens=begins == (ends[-1] + 1 if ends else 0))
        if closes is None:
            return None
        if closes:
            ends.append(found.end())
    return ends


def _closes(word: re.Match[str], *, following: str, opens: bool) -> bool | None:
    """Whether the stop behind `word` ends a sentence that `word` may open; None where only the tokens tell."""
    inside, closing, months = _words_with_stops()
    if not word[0].endswith(".") or word["closed"]:
        return True
    if number := word["number"]:
        if fold("".join(takewhile(str.isalpha, following))) in months:
            return False if number.isdigit() else None
        after_sign = word.string[: word.start()].endswith("§ ")
        return not number.isdigit() or not (opens or after_sign)
    whole, last = fold(word["whole"]), fold(word["word"])
    if whole != last:
        return None if len(last) == 1 or {whole, last} & (inside | closing) else True
    return following[0].isupper() if last in closing else last not in inside and len(last) > 1


def _told_by_tokens(text: str, language: Language | None) -> list[tuple[int, int]]:
    tokens = [token for token in _tokenised(text, language) if not token.is_space]
    spans: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if index < first or not token.text.endswith(_STOPS):
            continue
        last = _with_closers(tokens, index)
        if last + 1 < len(tokens) and not _ends(text, tokens, first, index, last):
            continue
        spans.append((tokens[first].idx, tokens[last].idx + len(tokens[last])))
        first = last + 1
    if first < len(tokens):
        spans.append((tokens[first].idx, tokens[-1].idx + len(tokens[-1])))
    return spans


def _with_closers(tokens: list[Token], index: int) -> int:
    """Return the index of the last quote or bracket that closes right behind the stop."""
    while index + 1 < len(tokens) and tokens[index + 1].text in _CLOSERS and not tokens[index].whitespace_:
        index += 1
    return index


def _ends(text: str, tokens: list[Token], first: int, stop: int, last: int) -> bool:
    """Whether the stop at `stop`, closed at `last`, ends the sentence that began at `first`."""
    begins = tokens[last + 1].idx
    if not tokens[last].whitespace_ or not _OPENS.match(text, begins):
        return False
    if not tokens[stop].text.endswith("."):
        return True
    inside, closing, months = _words_with_stops()
    at, word = _word_before(tokens, stop)
    if word in closing:
        return text[begins].isupper()
    if word.isdigit():
        after_sign = at > 0 and tokens[at - 1].text.endswith("§")
        return at > first and not after_sign and fold(tokens[last + 1].text) not in months
    return word not in inside and not (len(word) == 1 and word.isalpha())


def _word_before(tokens: list[Token], stop: int) -> tuple[int, str]:
    """Return the index and the folded text of the word that the stop belongs to."""
    word = fold(tokens[stop].text).rstrip(".")
    if word or stop == 0 or tokens[stop - 1].whitespace_:
        return stop, word
    return stop - 1, fold(tokens[stop - 1].text).rstrip(".")


def _tokenised(text: str, language: Language | None) -> Doc:
    doc: Doc = _pipeline(language or "nb")(text)
    return doc


@cache
def _pipeline(language: Language) -> Any:
    import spacy  # takes half a second: only when text is read

    return spacy.blank(language)


@cache
def _cues() -> tuple[dict[str, Language], dict[Language, tuple[str, ...]]]:
    """Return the language of each cue word, and the endings of each language."""
    cues = load_toml("language.toml")["cues"]
    languages: tuple[Language, ...] = ("nb", "nn")
    words = {word: language for language in languages for word in cues["words"][language]}
    return words, {language: tuple(cues["endings"][language]) for language in languages}


@cache
def _words_with_stops() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the abbreviations inside a sentence, those that may close one, and the months."""
    abbreviations = load_toml("language.toml")["abbreviations"]
    months = load_toml("decisions.toml")["months"]
    return frozenset(abbreviations["inside"]), frozenset(abbreviations["closing"]), frozenset(months)
