"""When: the wording of a plan → a schedule that can be compared across plans.

Three doors to one grammar (`extractor.normalise.when`), for three places where time is written. A time cell or the
text behind «Frist:» is time and nothing else. A mixed cell names who and when, and the time in it has to be found. A
running sentence is read with most care: there a year may belong to a law, an age or an amount, so only wordings
that cannot mean anything else are taken.
"""

from __future__ import annotations

from extractor.normalise.when.compose import compose
from extractor.normalise.when.groups import best_group, sentence_group
from extractor.normalise.when.pieces import Piece, read_pieces
from extractor.normalise.when.spans import read_bare_years
from extractor.normalise.when.vocabulary import read_terms
from schemas.plan import Period, Schedule

Years = tuple[int, int] | Period | None


def parse_schedule(text: str, *, period: Years = None, label: str | None = None) -> Schedule | None:
    """Return the schedule that a time cell states, None when it speaks of no time.

    Args:
        text: the cell, or what stands behind a label.
        period: the years of the plan, for «hele planperioden», centuries, and the year in plans for one year.
        label: «deadline» behind «Frist» and its like: an exact day is then a deadline.
    """
    raw = text.strip()
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
