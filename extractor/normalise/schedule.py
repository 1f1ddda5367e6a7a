"""When: the wording of a plan → a schedule that can be compared across plans.

Three doors to one grammar (`extractor.normalise.when`), for three places where time is written. A time cell or the
text behind «Frist:» is time and nothing else. A mixed cell names who and when, and the time in it has to be found. A
running sentence is read with most care: there a year may belong to a law, an age or an amount, so only wordings
that cannot mean anything else are taken.

What a schedule says beside its date:

- `inferred` lists what was not written: `century`, `year`, `plan_period`, `recurrence` («17. mai» in a table comes
  back every year), `low_confidence` («14-16»), `offset:P1Y` («innen ett år», counted from a day that is not told).
- `status` is one of the statuses of a tiltak, or one that only a time cell has: partly-implemented, not-implemented,
  not-started, postponed, ended, new, unset («ikke tidfestet»), horizon:short, horizon:medium, horizon:long.
- `condition` is the wording of what is waited for.

«Før 2015» ends with 2014 and «før mai 2014» with April; the limit «før 1. mai 2014» is the day itself, as with «innen».
"""

from __future__ import annotations

import re

from extractor.normalise.when.compose import compose
from extractor.normalise.when.groups import best_group, sentence_group
from extractor.normalise.when.pieces import Piece, read_pieces
from extractor.normalise.when.spans import read_bare_years
from extractor.normalise.when.vocabulary import read_terms
from schemas.plan import Period
from schemas.promises import Schedule

# The full stop of a sentence and signs that lead on; the one of «1.7.» and «3. kv.» is part of the time.
_CLOSING = re.compile(r"(?:(?<=\d{4})|(?<=[^\W\d_]{4})|(?<=[)?]))\.$|[\s,;:]+$")

Years = tuple[int, int] | Period | None


def parse_schedule(text: str, *, period: Years = None, label: str | None = None) -> Schedule | None:
    """Return the schedule that a time cell states, None when it speaks of no time.

    Args:
        text: the cell, or what stands behind a label.
        period: the years of the plan, for «hele planperioden», centuries, and the year in plans for one year.
        label: «deadline» behind «Frist» and its like: an exact day is then a deadline; «start» behind «Oppstart».
    """
    raw = _CLOSING.sub("", text.strip())
    if label == "start":
        begun = parse_schedule(f"oppstart {raw}", period=period)
        if begun and begun.kind == "start":
            return begun.model_copy(update={"raw": raw})
    terms = read_terms(raw)
    years = read_bare_years(terms)
    pieces: list[Piece] = [years] if years else read_pieces(terms, "cell")
    return compose(pieces, raw, terms, raw=raw, period=_years(period), due=label == "deadline")


def find_schedule(text: str, *, period: Years = None) -> tuple[int, int, Schedule] | None:
    """Return where in a cell that also names parties the time stands, and what it says.

    Start and end are offsets in `text`, end exclusive; `raw` of the schedule is what stands between them.
    """
    terms = read_terms(text)
    group = best_group(read_pieces(terms, "mixed"), terms)
    if group is None:
        return None
    start, end = group.span(text, terms)
    schedule = compose(group.pieces, text, terms, raw=text[start:end], period=_years(period), due=False)
    return (start, end, schedule) if schedule else None


def schedule_in_prose(text: str, *, period: Years = None) -> Schedule | None:
    """Return the schedule that a running sentence states, None when it could be read otherwise.

    A deadline or a start with its date, or a rhythm that is spelt out («hvert år», «to ganger i året»). `raw` is
    the clause as it stands in `text`. Of several the first with a date is taken.
    """
    terms = read_terms(text)
    group = sentence_group(read_pieces(terms, "sentence"), terms)
    if group is None:
        return None
    start, end = group.span(text, terms)
    return compose(group.pieces, text, terms, raw=text[start:end], period=_years(period), due=False)


def _years(period: Years) -> tuple[int, int] | None:
    return (period.start_year, period.end_year) if isinstance(period, Period) else period
