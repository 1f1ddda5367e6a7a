"""How often: «årlig», «to gangar i året», «annankvar fredag», «kvar haust», «første mandag i måneden».

A rule for a season asks for one day in its months.
"""

from __future__ import annotations

from extractor.normalise.when.rhythm import Freq, Repeat
from extractor.normalise.when.vocabulary import Term, Terms, stems

STARTS = frozenset({
    "adverb", "every", "count", "number", "bound", "ordinal", "weekdays", "each_season", "weekday",
    "times",
})  # fmt: skip
SEASON_MONTHS = {21: "3,4,5", 22: "6,7,8", 23: "9,10,11", 24: "12,1,2"}
_WINDOWS = {
    "winter": "10,11,12,1,2,3",
    "summer": "4,5,6,7,8,9",
    "summer_months": "6,7,8",
    "winter_months": "12,1,2",
}
_ADVERBS: dict[str, tuple[Freq | None, int]] = {
    "yearly": ("YEARLY", 1), "half-yearly": ("MONTHLY", 6), "four-monthly": ("MONTHLY", 4),
    "quarterly": ("MONTHLY", 3), "monthly": ("MONTHLY", 1), "weekly": ("WEEKLY", 1), "daily": ("DAILY", 1),
    "regular": (None, 1),
}  # fmt: skip
_UNITS: dict[str, tuple[Freq, int]] = {
    "year": ("YEARLY", 1), "half-year": ("MONTHLY", 6), "tertial": ("MONTHLY", 4), "quarter": ("MONTHLY", 3),
    "month": ("MONTHLY", 1), "week": ("WEEKLY", 1), "day": ("DAILY", 1), "term": ("YEARLY", 4),
    "weekend": ("WEEKLY", 1),
}  # fmt: skip
_DAYS = "MO TU WE TH FR SA SU"
_SCHOOL_START = "8"
_WEEK, _YEAR = 7, 12  # days, months
_MOST_TIMES, _MOST_MEETINGS = 366, 60


def read_repeat(terms: Terms, at: int) -> Repeat | None:
    """Read the rhythm at `at`."""
    repeat = _READERS[terms[at].kind](terms, at)
    if repeat is None:
        return None
    repeat.at = at
    return _limited(repeat, terms)


def _adverb(terms: Terms, at: int) -> Repeat | None:
    """Read «årlig», but not the «daglig» of «daglig leder»."""
    if terms[at + 1].kind == "title":
        return None
    freq, interval = _ADVERBS[terms[at].value]
    return Repeat(freq, interval, explicit=False, stop=at + 1)


def _weekday_range(terms: Terms, at: int) -> Repeat | None:
    """Read «mandag–fredag», «frå måndag til torsdag»."""
    first, sign, last = terms[at : at + 3]
    if sign.kind not in ("dash", "to") or last.kind not in ("weekday", "weekdays"):
        return None
    start, end = _DAYS.find(first.value), _DAYS.find(last.value)
    if not 0 <= start < end:
        return None
    days = ",".join(_DAYS[start : end + 2].split())
    return Repeat("WEEKLY", by={"BYDAY": days}, explicit=False, stop=at + 3)


def _times_first(terms: Terms, at: int) -> Repeat | None:
    """Read «x2 pr. år»."""
    times = _count(terms, at + 1)
    return _per(terms, at + 2, (times, times)) if terms[at].text == "x" and times else None


def _each_season(terms: Terms, at: int) -> Repeat:
    return Repeat("YEARLY", by=_season_rule(int(terms[at].value)), explicit=False, stop=at + 1)


def _weekdays(terms: Terms, at: int) -> Repeat:
    """Read «mandager», «tysdagar og torsdagar»."""
    days, stop = [str(terms[at].value)], at + 1
    while (terms[stop].kind == "and" or terms[stop].is_sign(",/")) and terms[stop + 1].kind == "weekdays":
        days.append(str(terms[stop + 1].value))
        stop += 2
        if len(days) == _WEEK:
            break
    return Repeat("WEEKLY", by={"BYDAY": ",".join(dict.fromkeys(days))}, explicit=False, stop=stop)


def _every(terms: Terms, at: int) -> Repeat | None:
    """Read «hvert år», «annan kvar veke», «hvert 2. år», «kvar haust», «hver mandag og onsdag»."""
    nth = _nth_weekday(terms, at + 1)
    if nth:
        return nth
    steps, stop = int(terms[at].value), at + 1
    if terms[stop].kind == "ordinal" or (
        terms[stop].kind == "number" and 1 < terms[stop].value < _MOST_TIMES
    ):
        steps, stop = int(terms[stop].value), stop + 1
        stop += terms[stop].is_sign(".")
    if steps < 1:
        return None
    most, behind = _steps_to(terms, stop)
    repeat = _each(terms, behind, max(steps, most))
    if repeat and most:
        repeat.inferred = ("low_confidence",)
    return repeat


def _steps_to(terms: Terms, at: int) -> tuple[int, int]:
    """Read the «–3.» of «hvert 2.–3. år»: the number, 0 where there is none, and where it ends."""
    sign, number = terms[at], terms[at + 1]
    joined = sign.kind in ("dash", "to", "or") or sign.is_sign("/")
    if not joined or number.kind not in ("number", "ordinal") or not 1 < number.value < _MOST_TIMES:
        return 0, at
    return int(number.value), at + 2 + terms[at + 2].is_sign(".")


def _each(terms: Terms, at: int, steps: int) -> Repeat | None:
    """Read what comes back: a unit of time, a season, a month, a weekday."""
    term, stop = terms[at], at + 1
    match term.kind:
        case "unit" if term.value == "day" and steps % _WEEK == 0:
            return Repeat("WEEKLY", steps // _WEEK, stop=stop)
        case "unit":
            freq, interval = _UNITS[term.value]
            return Repeat(freq, interval * steps, explicit=term.value != "day", stop=stop)
        case "daypart":
            return Repeat("DAILY", steps, explicit=False, stop=stop)
        case "season":
            return _seasons(terms, at, steps)
        case "month":
            return Repeat("YEARLY", steps, by={"BYMONTH": str(term.value)}, stop=stop)
        case "years" if term.value == "term":
            return Repeat("YEARLY", steps * _UNITS["term"][1], stop=stop)
        case "years":
            return Repeat("YEARLY", steps, by={"BYMONTH": _SCHOOL_START}, stop=stop)
        case "weekday":
            days = [str(term.value)]
            while terms[stop].kind == "and" and terms[stop + 1].kind == "weekday" and len(days) < _WEEK:
                days.append(str(terms[stop + 1].value))
                stop += 2
            return Repeat("WEEKLY", steps, by={"BYDAY": ",".join(dict.fromkeys(days))}, stop=stop)
    return None


def _seasons(terms: Terms, at: int, steps: int) -> Repeat:
    """Read «hver høst», and «hver vår og høst», which is twice a year."""
    first, second = int(terms[at].value), terms[at + 2]
    if terms[at + 1].kind == "and" and second.kind == "season":
        months = ",".join(SEASON_MONTHS[code].split(",")[0] for code in (first, int(second.value)))
        return Repeat("YEARLY", steps, times=(2, 2), by={"BYMONTH": months}, stop=at + 3)
    return Repeat("YEARLY", steps, by=_season_rule(first), stop=at + 1)


def _counted(terms: Terms, at: int) -> Repeat | None:
    """Read «to ganger i året», «1-2 gangar årleg», «minst én gang hver høst», «ein dag i veka»."""
    most = terms[at].kind == "bound" and terms[at].value == "most"
    stop = at + (terms[at].kind == "bound")
    least = _count(terms, stop)
    if least is None:
        return _nth_weekday(terms, stop)
    stop += 1
    highest = _count(terms, stop + 1) if terms[stop].kind in ("dash", "to", "or") else None
    stop += 2 if highest is not None else 0
    times = (1 if most else least, max(least, highest or 0))
    if terms[stop].kind == "times":
        return _per(terms, stop + 1 + terms[stop + 1].is_sign("."), times)
    if terms[stop].kind == "daypart" or (terms[stop].kind == "unit" and terms[stop].value == "day"):
        repeat = _per(terms, stop + 1, times)
        if repeat and repeat.freq == "WEEKLY":
            # «to dager i uka» in a sentence is as often the size of a post; «to kvelder i uka» is none
            repeat.explicit = terms[stop].kind == "daypart"
            return repeat
        return None
    return _meetings(terms, stop, times) or _nth_weekday(terms, at)


def _meetings(terms: Terms, at: int, times: tuple[int, int]) -> Repeat | None:
    """Read the «møter i året» of «fire møter i året»; what is counted must not be an amount."""
    what, preposition = terms[at], terms[at + 1]
    if what.kind != "word" or what.text in stems("after_amount") or times[1] > _MOST_MEETINGS:
        return None
    if preposition.kind not in ("link", "per", "every", "adverb") and not preposition.is_sign("/"):
        return None
    repeat = _per(terms, at + 1, times)
    if repeat:
        repeat.explicit = preposition.kind == "every"  # «en øvelse hvert år» is as clear as «hvert år»
    return repeat


def _count(terms: Terms, at: int) -> int | None:
    term = terms[at]
    counts = term.kind == "count" or (term.kind == "number" and 1 <= term.value < _MOST_TIMES)
    return int(term.value) if counts else None


def _per(terms: Terms, at: int, times: tuple[int, int]) -> Repeat | None:
    """Read the «årlig», «i året», «per halvår», «i hver kommunestyreperiode» that a number of times is for."""
    repeat: Repeat | None
    if terms[at].kind == "adverb":
        repeat = _adverb(terms, at)
    else:
        stop, steps = at, 1
        while (
            terms[stop].kind in ("link", "every", "per") or terms[stop].is_sign("/.") or _during(terms[stop])
        ):
            steps = max(steps, int(terms[stop].value)) if terms[stop].kind == "every" else steps
            stop += 1
            if stop > at + 3:
                return None
        repeat = _each(terms, stop, steps) if stop > at else None
    if repeat is None:
        return None
    repeat.times = times if times[0] > 0 and times != (1, 1) else None
    repeat.explicit = True
    return repeat


def _during(term: Term) -> bool:
    return term.kind == "opener" and term.value == "during"


def _nth_weekday(terms: Terms, at: int) -> Repeat | None:
    """Read «første mandag i måneden», «1. mandag hver måned», «siste fredag i mai»."""
    term, stop = terms[at], at + 1
    if term.kind not in ("ordinal", "number") or not -1 <= term.value <= 5:
        return None
    stop += terms[stop].is_sign(".")
    day = terms[stop]
    if day.kind != "weekday":
        return None
    stop += 1
    while terms[stop].kind in ("link", "every", "per") and stop < at + 6:
        stop += 1
    by = {"BYDAY": f"{term.value}{day.value}"}
    if terms[stop].kind == "month":
        return Repeat("YEARLY", by={**by, "BYMONTH": str(terms[stop].value)}, stop=stop + 1)
    if terms[stop].kind == "unit" and terms[stop].value == "month":
        return Repeat("MONTHLY", by=by, stop=stop + 1)
    return None


def _limited(repeat: Repeat, terms: Terms) -> Repeat:
    """Read «i vinterhalvåret» and «unntatt juli» behind a rhythm."""
    stop = repeat.stop + (terms[repeat.stop].kind == "link")
    if terms[stop].kind == "window":
        repeat.by["BYMONTH"] = _WINDOWS[terms[stop].value]
        repeat.stop = stop + 1
    elif terms[stop].kind == "except" and terms[stop + 1].kind == "month":
        left_out: list[int] = []
        while terms[stop + 1].kind == "month" and len(left_out) < _YEAR:
            left_out.append(terms[stop + 1].value)
            repeat.stop = stop + 2
            stop += 2 if terms[stop + 2].kind == "and" or terms[stop + 2].is_sign(",") else 1
        repeat.by["BYMONTH"] = ",".join(str(month) for month in range(1, _YEAR + 1) if month not in left_out)
    return repeat


def _season_rule(code: int) -> dict[str, str]:
    return {"BYMONTH": SEASON_MONTHS[code], "BYSETPOS": "1"}


_READERS = {
    "adverb": _adverb, "every": _every, "count": _counted, "number": _counted, "bound": _counted,
    "ordinal": _nth_weekday, "weekdays": _weekdays, "each_season": _each_season, "weekday": _weekday_range,
    "times": _times_first,
}  # fmt: skip
