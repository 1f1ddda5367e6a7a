"""The text from left to right: dates, rhythms, states and conditions, in the order in which they stand.

At each term the readers are tried in turn; what one of them read is a piece, and reading goes on behind it. A
condition («når midlene foreligger», «ved rullering av planen») runs on to the end of its clause and may hold dates
and rhythms of its own; states inside it («når tiltaket er gjennomført») are not those of the tiltak.

How much is taken depends on where the text stands. In a cell of its own everything is time. In a mixed cell («NAV
ved lederen») and in a sentence «ved» opens a condition only before a word for an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.normalise.when import repeats, spans
from extractor.normalise.when.rhythm import Repeat
from extractor.normalise.when.stretch import When
from extractor.normalise.when.vocabulary import Terms, stems

Mode = Literal["cell", "mixed", "sentence"]

STATES = frozenset(
    {"status", "begun", "finished", "over", "continuous", "asap", "horizon", "then", "beside", "untimed"}
)
_OWN_TIME = frozenset(
    {"every", "adverb", "asap", "continuous", "begun", "finished", "status", "over", "condition"}
)
_ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_YEAR = 4  # digits
_EVENT_WITHIN = 4  # words behind an opener of a condition
_CLAUSE_SIGNS = ";("


@dataclass(slots=True)
class State:
    """What is no date: a status, continuous, as soon as possible, «innen ett år», «fra vedtak av planen», «så»."""

    kind: str  # one of STATES, or relative, adoption
    value: str
    at: int  # index of the first term
    stop: int  # index behind the last term


@dataclass(slots=True)
class Condition:
    """What something waits for."""

    at: int  # index of its first term
    stop: int  # index behind its last term; 0 while it is being read


Piece = When | Repeat | State | Condition


def read_pieces(terms: Terms, mode: Mode) -> list[Piece]:
    """Return the time pieces of a text in reading order; a condition comes before what stands inside it."""
    pieces: list[Piece] = []
    running: Condition | None = None  # the condition whose clause is being read
    at = 0
    while terms[at].kind != "end":
        if running and (_ends_clause(terms, at) or _ends_before(terms, at, running)):
            running.stop, running = at, None
        if terms[at].kind == "reference":
            at = _behind_reference(terms, at)
            continue
        piece: Piece | None = _piece(terms, at)
        if piece is None and running is None:
            piece = _condition(terms, at, mode, pieces)
            running = piece if piece and piece.stop == 0 else None
        if piece and not (running and isinstance(piece, State)):
            pieces.append(piece)
        at = max(piece.stop if piece else 0, at + 1)
    if running:
        running.stop = at
    return pieces


def _piece(terms: Terms, at: int) -> When | Repeat | State | None:
    kind = terms[at].kind
    if kind in STATES:
        return State(kind, terms[at].value, at, at + 1)
    if kind == "opener" and (untold := _relative(terms, at) or _adoption(terms, at)):
        return untold
    if (kind == "number" and _is_inner(terms, at)) or (kind == "word" and len(terms[at].text) > 1):
        return None
    when = spans.read_when(terms, at) if kind in spans.STARTS else None
    return when or (repeats.read_repeat(terms, at) if kind in repeats.STARTS else None)


def _behind_reference(terms: Terms, at: int) -> int:
    """Return where «jf. økonomiplan 2024–2027» ends: at the next sign, or where a time with words of its own begins."""
    at += 1
    while terms[at].kind != "end" and not _ends_clause(terms, at) and not terms[at].is_sign(",)"):
        if terms[at].kind in _OWN_TIME or (terms[at].kind == "opener" and terms[at].value != "within"):
            return at
        at += 1
    return at


def _is_inner(terms: Terms, at: int) -> bool:
    """Whether a number is part of something else: the middle of «45.13.2014», the case number of «sak 12/2014»."""
    before = terms[at - 1] if at else terms[-1]
    if before.text in stems("before_amount"):
        return True
    if (
        before.kind == "dash"
        and before.glued
        and terms[at].glued
        and at > 1
        and terms[at - 2].kind in ("word", "link")
    ):
        return len(terms[at].text) == _YEAR  # LOV-2011-06-24-29
    inner = before.kind == "dash" or before.is_sign(".,/")
    return inner and at > 1 and terms[at].glued and before.glued and terms[at - 2].kind == "number"


def _relative(terms: Terms, at: int) -> State | None:
    """Read «innen ett år», «innan 6 månader»: a deadline that counts from a day that is not told here."""
    stop = at + (3 if terms[at + 2].kind in ("dash", "to") else 1)  # of «innen 1–2 år» the latest
    number, unit = terms[stop], terms[stop + 1]
    if terms[at].value not in ("deadline", "during") or number.kind not in ("count", "number"):
        return None
    letter = _ISO_UNITS.get(unit.value) if unit.kind == "unit" else None
    return (
        State("relative", f"P{number.value}{letter}", at, stop + 2) if letter and number.value > 0 else None
    )


def _adoption(terms: Terms, at: int) -> State | None:
    """Read «fra vedtak av planen»: a start on a day that is not told here."""
    stop = at + 1
    while terms[stop].kind in ("link", "condition") and stop < at + 3:
        stop += 1
    begins = terms[at].value in ("from", "onset") and terms[stop].kind == "adoption"
    return State("adoption", terms[stop].value, at, stop + 1) if begins else None


def _condition(terms: Terms, at: int, mode: Mode, pieces: list[Piece]) -> Condition | None:
    """Open a condition at `at`; its `stop` is 0 while its clause runs on."""
    term = terms[at]
    strong = term.kind == "condition" and term.value == "strong"
    weak = term.kind == "condition" or (
        term.kind == "opener" and term.value in ("before", "after", "deadline")
    )
    if term.kind == "condition" and term.value == "closed":
        return Condition(at, at + 1)
    if not (strong or weak) or terms[at + 1].kind == "end":
        return None
    event = _event(terms, at + 1)
    if event is None and term.value in ("next", "deadline"):
        return None  # «neste sommer» is a date, «neste rullering» is not
    if mode == "sentence":
        return Condition(at, event + 1) if event else None
    if strong or event:
        return Condition(at, 0)
    heads = at == 0 or terms[at - 1].kind == "sign" or (pieces and pieces[-1].stop == at)
    return Condition(at, 0) if mode == "cell" and heads else None


def _event(terms: Terms, at: int) -> int | None:
    """Return the index of the word for an event that stands soon behind the opener of a condition."""
    events = stems("events")
    for index in range(at, at + _EVENT_WITHIN):
        if terms[index].kind == "sign":
            return None
        if any(event in terms[index].text for event in events):
            return index
    return None


def _ends_clause(terms: Terms, at: int) -> bool:
    term, following = terms[at], terms[at + 1]
    if term.is_sign("."):
        return not following.glued or following.kind == "end"
    return term.is_sign(_CLAUSE_SIGNS)


def _ends_before(terms: Terms, at: int, running: Condition) -> bool:
    """Whether a time piece begins behind a comma: «når midlene er på plass, innen 2015»."""
    if at < running.at + 2 or not terms[at].is_sign(","):
        return False
    return _piece(terms, at + 1) is not None
