"""What a measure costs: from the wording of a cost cell to an amount.

1. A cell without letters and digits («–») and «Ingen …» say that there is no cost: no answer at all.
2. Numbers are found with what stands at them: «kr», «,-», «mill.», «tusen», and the apostrophe that means
   thousand («425´»). A number with such a mark is an amount.
3. Where none is marked, a number grouped by thousands («180 000») is one, or a number that stands alone
   («25000»); a small one only under a header that says what it counts («i 1000 kr»). A bare year is none.
4. A range («50–100 000») has its two ends. Everything else keeps its wording and has no amount: several amounts,
   prices for each («500 kr per elev»), bounds («over 100 000»), savings («-50 000»), «innenfor ramma».

A wrong amount would be added to others and believed; a missing one sends the reader to the wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from schemas import Cost

_FACTORS = {"kr": 1, "tusen": 1_000, "mill": 1_000_000, "mrd": 1_000_000_000}
_CURRENCIES = {"eur": "EUR", "euro": "EUR", "€": "EUR", "usd": "USD", "$": "USD", "sek": "SEK", "dkk": "DKK"}
_CURRENCY = r"(?:kroner|kronar|kr|nok|euro|eur|usd|sek|dkk|€|\$)"
_AFTER = rf"{_CURRENCY}(?!\w)"

# An apostrophe or accent behind a number, and no digits behind that, means thousand; «1.5m» is an amount only
# behind a currency, for «240m» is a length.
_UNIT = (
    r"(?P<mrd>mrd\b\.?|milliard(?:er|ar)?\b)"
    r"|(?P<mill>mill\b\.?|million(?:er|ar)?\b|mio\b\.?|mkr\b|mnok\b|(?<=[0-9])(?(before)m\b|(?!)))"
    r"|(?P<tusen>['’´`′‘](?![0-9])|tusen\b|tkr\b|t\. ?kr\b|tnok\b|(?<=[0-9])k\b)"
)
# «mill. kr 2,5» and «TNOK 300» say the unit in front.
_LEAD = r"(?:(?:(?:mill(?:ioner|ionar)?|mrd|tusen)\.? ?(?:kroner|kronar|kr|nok)|tnok|mnok|tkr|mkr)(?!\w))"
_NUMBER = re.compile(
    rf"(?:(?P<before>(?<!\w)(?:(?P<lead>{_LEAD})|{_CURRENCY})(?![^\W0-9])\.?:? ?)|(?<![\w.,]))"
    r"(?:(?P<grouped>[0-9]{1,3}(?:(?P<gap>[ .'’´])[0-9]{3}(?:(?P=gap)[0-9]{3})*|(?:,[0-9]{3}){2,})(?![0-9]))"
    r"(?:,(?P<cents>[0-9]{2})(?![0-9]))?|(?P<plain>[0-9]+(?:[.,][0-9]+)?))"
    rf"(?: ?(?:{_UNIT}))?"
    rf"(?P<after> ?{_AFTER}\.?| ?, ?[-–—]+|\.[-–—]+)?",
    re.IGNORECASE,
)
_IN_THOUSANDS = re.compile(
    r"\(?\b(?:tall? )?i (?:he(?:i)?le )?(?:1[ .]?000|tusen)(?: ?(?:kroner|kronar|kr|nok)\b\.?)?\)?:?",
    re.IGNORECASE,
)

_NOTHING = re.compile(r"(?:ingen|inga|ikke no\w+|ikkje no\w+|ikk(?:j)?e aktuelt|nei)\b[^0-9]*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED = re.compile(
    r" ?(?:%|prosent|pst|årsverk|stilling|stk|time|timar|dag|m[²2]?\b|meter|km|innbygg|elev|delta[kg]|person"
    r"|barn|plass|bolig|bustad|enhet|eining)",
    re.IGNORECASE,
)
_QUALIFIERS = re.compile(
    r"\b(?:ca|cirka|circa|om lag|omlag|omtrent|anslag\w*|inntil|opptil|opp til|maks\w*"
    r"|(?:per|pr)\.? år\w*|årl[ie]\w+|eks|ekskl|inkl|mva|moms)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r" ?(?:[-–—/+]|til|og) ?(?:ca\.? )?", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:[-–—]|til|til ca\.?|og) ?", re.IGNORECASE)
_TIMES = re.compile(rf"[0-9] ?(?:{_CURRENCY}\.? ?)?[x×*] ?(?:{_CURRENCY}\.? ?)?[0-9]", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:[<>≥≤±]|(?<!\w)(?:over|under|minst|minimum|min\.|mer enn|meir enn|mindre enn|fra|frå|a|á|à)) ?$",
    re.IGNORECASE,
)
_EACH = re.compile(r" ?(?:/|(?:per|pr)\b\.?) ?(?!(?:kalender|budsjett)?år\b|annum)[^\W0-9]", re.IGNORECASE)

_HEADER_UNITS = (
    ("mrd", re.compile(r"\bmrd\b|milliard", re.IGNORECASE)),
    ("mill", re.compile(r"\bmill\b|million|\bmio\b|\bmkr\b|\bmnok\b", re.IGNORECASE)),
    (
        "tusen",
        re.compile(r"(?<![0-9])1[ .]?000(?![0-9])|tusen|\bt\.? ?kr\b|\btnok\b|['’´`]000", re.IGNORECASE),
    ),
    ("kr", re.compile(rf"(?<!\w){_AFTER}", re.IGNORECASE)),
)
_YEARLY = re.compile(
    r"(?<!\w)(?:(?:per|pr)\.? ?(?:kalender|budsjett)?år|årl(?:ig|eg)\w*|i året|hvert år|kvart år)(?!\w)|/ ?år(?!\w)",
    re.IGNORECASE,
)
_LEAST = 1_000  # kroner: a smaller bare number may be thousands, a count or a footnote
_MOST_DIGITS = 15  # a longer run of digits is no amount, and would not fit a float


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the text, with the unit and currency that stand at it."""

    start: int
    end: int
    value: Decimal | None  # None: it can be read in more than one way
    unit: str | None
    currency: str | None
    grouped: bool
    year: bool

    @property
    def marked(self) -> bool:
        return bool(self.unit or self.currency)


def parse_amount(text: str, *, unit: str | None = None) -> Cost | None:
    """Read a cost as the plan writes it.

    Args:
        text: the wording: «kr 200.000,-», «0,4 mill.», «425´», «innenfor ramme».
        unit: what bare numbers are counted in, from `unit_from_header`.

    Returns:
        None where the text says nothing, or that there is no cost. Otherwise the wording as `raw`, and the
        amount in whole units of `currency`; `amount` is None where the text names no single one. `unit` tells
        how it was scaled: kr, tusen, mill, mrd (written at the number), header, or none (bare: kroner). A range has
        `least` and `most` in place of an amount.
    """
    raw = text.strip()
    if not any(letter.isalnum() for letter in raw) or _NOTHING.fullmatch(raw):
        return None
    line, thousands = _IN_THOUSANDS.subn(" ", " ".join(raw.split()))
    given = "tusen" if thousands else unit
    per: Literal["year"] | None = "year" if _YEARLY.search(line) else None
    number = _the_amount(line, given)
    if number is None or number.value is None:
        low, high, how = _the_range(line, given) or (None, None, None)
        return Cost(raw=raw, unit=how, least=low, most=high, per=per if low is not None else None)
    factor, how = _scale(number, given)
    how = "tusen" if thousands and how == "header" else how
    return Cost(
        raw=raw, amount=float(number.value * factor), currency=number.currency or "NOK", unit=how, per=per
    )


def _scale(number: _Number, given: str | None) -> tuple[int, str]:
    """Return what a number is multiplied with, and how that was found."""
    if number.marked:
        return _FACTORS[number.unit or "kr"], number.unit or "kr"
    return (_FACTORS[given], "header") if given in _FACTORS else (1, "none")


def _the_range(line: str, unit: str | None) -> tuple[float, float, str] | None:
    """Return the ends of «50 000–100 000», «1–2 mill.» and «50–100 000», whose first number is short for 50 000."""
    numbers = list(_numbers(line))
    if (
        len(numbers) != 2
        or _TIMES.search(line)
        or not _RANGE.fullmatch(line[numbers[0].end : numbers[1].start])
    ):
        return None
    first, last = numbers
    bounded = _BOUND.search(line[: first.start]) or line[: first.start].rstrip().endswith(("-", "−", "–"))
    if first.value is None or last.value is None or bounded or _EACH.match(line, last.end):
        return None
    if not (last.marked or last.grouped or unit in _FACTORS) or (
        _COUNTED.match(line, last.end) and not last.marked
    ):
        return None
    factor, how = _scale(last, unit)
    short = last.grouped and not (first.grouped or first.marked) and first.value < _LEAST
    low = (
        first.value
        * (_scale(first, unit)[0] if first.marked and first.unit else factor)
        * (_LEAST if short else 1)
    )
    high = last.value * factor
    return (float(low), float(high), how) if low < high else None


def unit_from_header(header: str) -> str | None:
    """Return the unit that a column header gives its numbers: kr, tusen, mill, mrd, or None."""
    line = " ".join(header.split())
    return next((unit for unit, pattern in _HEADER_UNITS if pattern.search(line)), None)


def _the_amount(line: str, unit: str | None) -> _Number | None:
    """Return the number that is the amount, or None when there is none or more than one."""
    numbers = [number for number in _numbers(line) if number.marked or not _COUNTED.match(line, number.end)]
    chosen = [number for number in numbers if number.marked] or _bare(numbers, line, unit)
    if len(chosen) != 1 or _TIMES.search(line) or _limited(chosen[0], numbers, line):
        return None
    return chosen[0]


def _bare(numbers: list[_Number], line: str, unit: str | None) -> list[_Number]:
    """Return the numbers that are amounts without a mark at them."""
    grouped = [number for number in numbers if number.grouped]
    if grouped or len(numbers) != 1 or any(letter.isalpha() for letter in _QUALIFIERS.sub("", line)):
        return grouped
    value, year = numbers[0].value or 0, numbers[0].year
    return numbers if unit in _FACTORS or line == "0" or (value >= _LEAST and not year) else []


def _limited(chosen: _Number, numbers: list[_Number], line: str) -> bool:
    """Whether the number is an end of a range, a bound, a saving, or a price for each."""
    before = line[: chosen.start]
    place = numbers.index(chosen)
    gaps = [line[one.end : other.start] for one, other in pairwise(numbers)]
    ranged = any(_BETWEEN.fullmatch(gap) for gap in gaps[max(place - 1, 0) : place + 1])
    return bool(
        ranged or before.endswith(("-", "−", "–")) or _BOUND.search(before) or _EACH.match(line, chosen.end)
    )


def _numbers(line: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(line):
        unit = next((name for name in ("mrd", "mill", "tusen") if match[name]), None) or _lead_unit(
            match["lead"]
        )
        yield _Number(
            match.start(),
            match.end(),
            value=_value(match, unit),
            unit=unit,
            currency=_currency(match["before"] or match["after"]),
            grouped=bool(match["grouped"]),
            year=bool(_YEAR.fullmatch(match["plain"] or "")),
        )


def _lead_unit(lead: str | None) -> str | None:
    """Return the unit of «mill. kr», «TNOK» and their like in front of a number."""
    letter = lead[:2].lower() if lead else ""
    return {
        "mr": "mrd",
        "mi": "mill",
        "mn": "mill",
        "mk": "mill",
        "tu": "tusen",
        "tn": "tusen",
        "tk": "tusen",
    }.get(letter)


def _value(match: re.Match[str], unit: str | None) -> Decimal | None:
    """Return what the digits say; «1,250» kroner and «1.250 mill.» say two things."""
    if grouped := match["grouped"]:
        if (unit == "mill" or unit == "mrd") and match["gap"] == ".":
            return None
        digits = re.sub(r"[^0-9]", "", grouped) + "." + (match["cents"] or "0")
    else:
        digits = match["plain"].replace(",", ".")
        if unit is None and len(digits.partition(".")[2]) > 2:
            return None
    return Decimal(digits) if len(digits) <= _MOST_DIGITS else None


def _currency(mark: str | None) -> str | None:
    """Return the code of the currency that a mark names; «,-» is kroner."""
    return _CURRENCIES.get(mark.strip(" .:").lower(), "NOK") if mark else None
