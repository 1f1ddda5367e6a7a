"""Promises in running text that say by when: «Styrernettverket skal innen utgangen av 2026 lage en felles plan.»

In a chapter of tiltak such a sentence is one, whatever list stands around it. It must name a year by which («innen»,
«i løpet av»), promise with «skal», «vil» or «må», state no goal, and not speak of the plan, of all tiltak, or of what
others will do.
Who is responsible is taken from it where the sentence begins with a title or a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractor.document import Text
from extractor.interpret.goalwords import goal_sentence
from extractor.interpret.language import Language, sentences
from extractor.interpret.told import is_party, promises
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words

FILE = "told.toml"
MOST_WORDS = 45  # of a sentence
WHO_WORDS = 5
YEAR = r"(?:19|20)\d\d"


class DatedPromise(NamedTuple):
    """A sentence that promises something by a year."""

    text: Text
    who: str | None


def dated_promises(text: Text, *, language: Language) -> Iterator[DatedPromise]:
    """Yield the sentences of a paragraph that promise something by a year."""
    if not _due().search(fold(text.value)):
        return
    for start, end in sentences(text.value, language=language):
        sentence = text.value[start:end]
        found = None if goal_sentence(sentence) else _promise().match(fold(sentence))
        if found and _due().search(fold(sentence)) and _counts(fold(sentence), found):
            yield DatedPromise(text.slice(start, end), _who(sentence, found))


def _counts(sentence: str, found: re.Match[str]) -> bool:
    subject = found["turned"] or found["who"]
    foretells = not found[0].rstrip().endswith("skal") and " skal " not in found[0]  # «Folketallet vil …»
    if _clause().search(subject) or (foretells and not _party().search(subject)):
        return False
    said = f"{subject} skal {sentence[found.end() :]}"
    return promises(said) and len(sentence.split()) <= MOST_WORDS and not _reports().search(sentence)


def _who(sentence: str, found: re.Match[str]) -> str | None:
    """Return the party that a sentence begins with, as it is written."""
    group = "turned" if found["turned"] else "who"
    who = sentence[found.start(group) : found.end(group)].strip(" ,")
    names = len(who.split()) <= WHO_WORDS and _party().search(fold(who)) and is_party(fold(who))
    return who if names else None


@cache
def _promise() -> re.Pattern[str]:
    """«Rektor skal …», «I tillegg skal rektor …»: the word order is turned behind anything but the subject."""
    verb = r"(?:skal|vil|må)\s"
    opens = rf"(?:{either(words(load_toml(FILE)['dated'], 'opens', file=FILE))}|{_by()}[^.,;]{{0,40}}?{YEAR})"
    turned = rf"{opens}\s+{verb}(?P<turned>\w[\w\s-]{{1,60}}?)(?=\s+{_by()}|\s+\w+[ea]\b|\s+få\b|\s+ha\b)"
    return re.compile(rf"{turned}|(?P<who>[^.,;:]{{3,80}}?)\s+{verb}")


@cache
def _clause() -> re.Pattern[str]:
    """Return words that no subject holds: «Vi må regne med at folketallet …»."""
    return any_word(words(load_toml(FILE)["dated"], "clause", file=FILE))


@cache
def _due() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_by()}\s[^.,;]{{0,25}}?(?:\d\.\s?)?[^.,;]{{0,15}}?{YEAR}(?!\w)")


def _by() -> str:
    return either(words(load_toml(FILE)["dated"], "by", file=FILE))


@cache
def _party() -> re.Pattern[str]:
    """Return what the names of people in office and of units end in."""
    return re.compile(rf"{either(words(load_toml(FILE)['dated'], 'offices', file=FILE))}(?!\w)")


@cache
def _reports() -> re.Pattern[str]:
    """Return words of sentences that tell how the plan is followed up."""
    return re.compile(rf"(?<!\w){either(words(load_toml(FILE)['dated'], 'reports', file=FILE))}")
