"""Who answers for a measure and when it is due, told in sentences of their own in running text.

    Kommunen skal bygge ut tilbudet til pårørende. Oppfølgingsansvaret ligger hos pårørendekontakten.
    Retningslinjene skal reviderast. Fristen for dette er 30. juni 2027, og ansvaret er lagt til kommunalsjefen.

A sentence counts when all of it says this and nothing else, and when what it is about is the measure before it
(«for dette», «Arbeidet …») or nothing named. What stands before it must be a promise. «Foreldrene har ansvaret for
egne barn» tells of no measure, and a sentence that says more stays text.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.document import Text
from extractor.interpret.labels import Label
from extractor.interpret.language import Language, sentences
from extractor.interpret.times import PROMISED, is_time
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words

FILE = "told.toml"
SHORTEST_STEM = 3  # letters of a noun that is known again
_DEFINITE = re.compile(r"(?:ene|ane|en|et|a)$")
MOST_WORDS = 12  # of parties: what is longer is a sentence
CLAUSE = re.compile(r",?\s+og\s+|,\s+")  # may part two things that a sentence tells
TAIL = re.compile(r";\s+|,\s+og\s+|,\s+|\s+[–-]\s+")  # before the last clause of a promise
PASSIVE = re.compile(r"\b\w{3,}(?:es|as|ast|st)\b")  # «innføres», «gjenopptas», «setjast»


def split_told(text: Text, *, language: Language) -> tuple[Text, list[Label]]:
    """Return a promise without the sentences that say who and when, and these as labels; none where it has none."""
    if not _may_tell().search(fold(text.value)):
        return text, []
    promise, labels = text.slice(0, 0), list[Label]()
    for start, end in sentences(text.value, language=language):
        sentence = text.slice(start, end)
        told = _told(sentence, fold(promise.value)) if promise else []
        if not (promise or told):
            sentence, told = _split_tail(sentence)
            promise = sentence
        elif not told:
            promise = promise.joined(sentence, " ")
        labels += told
    return (promise, labels) if labels and promises(promise.value) else (text, [])


def _split_tail(sentence: Text) -> tuple[Text, list[Label]]:
    """Return a promise without its last clause where that says who or when: «…, og rektor har ansvaret»."""
    end = len(sentence.value.rstrip(". "))
    for joint in TAIL.finditer(sentence.value, 0, end):
        label = _clause(sentence.slice(joint.end(), end), "")
        if label and promises(sentence.value[: joint.start()]):
            return sentence.slice(0, joint.start()), [label]
    return sentence, []


def _told(sentence: Text, promise: str) -> list[Label]:
    """Return what a sentence says of who and when; nothing when it says something else too."""
    end = len(sentence.value.rstrip(". "))
    if whole := _clause(sentence.slice(0, end), promise):
        return [whole]
    for joint in CLAUSE.finditer(sentence.value, 0, end):
        first = _clause(sentence.slice(0, joint.start()), promise)
        second = _clause(sentence.slice(joint.end(), end), promise)
        if first and second and first.roles != second.roles:
            return [first, second]
    return []


def _clause(clause: Text, promise: str) -> Label | None:
    """Read «X har ansvaret», «ansvaret ligger hos X», «fristen er …», «arbeidet starter …» or «Skal holdes …».

    The work may be called by a noun of the promise: «Opplegget skal være klart …» behind «… et undervisningsopplegg».
    """
    value = fold(clause.value)
    for pattern in _who():
        found = pattern.fullmatch(value)
        if found and is_party(found["who"]):
            return Label(("responsible",), "", clause.slice(found.start("who"), found.end("who")))
    for role, pattern in _when():
        found = pattern.fullmatch(value)
        if found and is_time(found["time"]) and _is_of(promise, found.groupdict().get("thing")):
            return Label((role,), "", clause.slice(found.start("when"), found.end("when")))
    promised = PROMISED.match(clause.value)
    if promised and is_time(clause.value[promised.end() :]):
        return Label(("time",), "", clause.slice(promised.end()))
    return None


def _is_of(promise: str, thing: str | None) -> bool:
    """Whether a noun in the definite form is one of the promise; «arbeidet» and the like always are."""
    stem = _DEFINITE.sub("", thing or "")
    return thing is None or (
        len(stem) >= SHORTEST_STEM and re.search(rf"{stem}(?:\w{{0,3}})?\b", promise) is not None
    )


def is_party(value: str) -> bool:
    """Whether `value` may name who answers for something: short, not a time, and nobody in particular."""
    return len(value.split()) <= MOST_WORDS and not _any("nobody").search(value) and not is_time(value)


def promises(value: str) -> bool:
    """Whether a text promises something; what it says of all tiltak or of the plan promises nothing of its own."""
    folded = fold(value)
    if _general().match(folded) or _others().match(folded):
        return False
    return bool(_any("promises").search(folded) or PASSIVE.search(folded)) and not _any("denies").search(
        folded
    )


@cache
def _general() -> re.Pattern[str]:
    everything = either(words(load_toml(FILE)["scope"], "all", file=FILE))
    return re.compile(rf"(?:{everything}\s+)?{_either('general')}(?!\w)")


@cache
def _others() -> re.Pattern[str]:
    """Return a pattern for a sentence that says what state or county will do."""
    return re.compile(rf"(?:{_either('others')}|\w+(?:\s+og\s+\w+)?\s+fylke\w*)(?!\w)")


@cache
def _who() -> tuple[re.Pattern[str], ...]:
    duty = rf"(?:{_either('has')}\s+{_either('duty')}|{_either('answers')})"
    back = rf"(?:\s+for\s+(?:{_either('back')}|at\s+\w+(?:\s\w+)?\s+{_either('done')}))?"
    return (
        re.compile(rf"{_either('named')}{back}\s+(?:er|blir|vert)\s+(?P<who>.+)"),
        re.compile(rf"{_either('duty')}{back}\s+{_either('lies')}\s+(?P<who>.+)"),
        re.compile(rf"{_either('work')}\s+{_either('done_by')}\s+(?P<who>.+)"),
        re.compile(rf"det\s+er\s+(?P<who>.+?)\s+som\s+{duty}{back}"),
        re.compile(rf"(?P<who>.+?)\s+{duty}{back}"),
    )


@cache
def _when() -> tuple[tuple[str, re.Pattern[str]], ...]:
    back = rf"(?:\s+for\s+{_either('back')})?"
    work = rf"(?:{_either('work')}|(?P<thing>\w+))"
    return (
        ("deadline", re.compile(rf"{_either('due')}{back}\s+{_either('falls')}\s+(?P<when>(?P<time>.+))")),
        ("time", re.compile(rf"{work}\s+(?P<when>{_either('finishes')}\s+(?P<time>.+))")),
        ("time", re.compile(rf"{work}\s+(?P<when>{_either('begins')}\s+(?P<time>.+))")),
    )


@cache
def _may_tell() -> re.Pattern[str]:
    """Return a pattern that every text has which tells something: it saves the others from being cut up."""
    return re.compile(
        rf"ansvar|{_either('done_by')}|{_either('due')}|{_either('finishes')}|{_either('begins')}"
    )


@cache
def _any(key: str) -> re.Pattern[str]:
    return any_word(words(load_toml(FILE), key, file=FILE))


def _either(key: str) -> str:
    return either(words(load_toml(FILE), key, file=FILE))
