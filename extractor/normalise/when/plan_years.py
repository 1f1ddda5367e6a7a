"""Years that are counted from the start of the plan: «2. planår», «første året», «år 1–2», «siste år i planperioden».

Which years they are is known when the plan period is. A plain «år» is one of them only where nothing follows that it
could belong to: «første året på skolen» is a year of somebody's life.
"""

from __future__ import annotations

from extractor.normalise.when.part import Part, Stretch
from extractor.normalise.when.vocabulary import Term, Terms

_MOST_YEARS = 12
_LAST = -1
_PLAIN = frozenset({"år", "året"})
_PLURAL = frozenset({"årene", "åra"})
_CLOSING = ",;.()/"


def counted_years(
    numbers: list[int], terms: Terms, at: int, *, is_range: bool = False
) -> tuple[list[Stretch], int] | None:
    """Read the «planår» or «år i planperioden» behind ordinal numbers."""
    if terms[at].kind != "unit" or terms[at].value != "year" or terms[at].text in _PLURAL:
        return None
    in_plan = _in_plan(terms, at + 1)
    if terms[at].text in _PLAIN and not (in_plan or _closes(terms[at + 1])):
        return None
    vague = numbers == [_LAST] and terms[at].text in _PLAIN and not in_plan  # «siste år» looks back
    if vague or not all(n == _LAST or 1 <= n <= _MOST_YEARS for n in numbers):
        return None
    if is_range:
        return [Stretch(_part(numbers[0]), _part(numbers[-1]))], in_plan or at + 1
    return [_stretch(number) for number in numbers], in_plan or at + 1


def first_years(terms: Terms, at: int) -> tuple[list[Stretch], int] | None:
    """Read «to første årene», «første to åra»: the years from the first on."""
    pair = terms[at : at + 2]
    count = next((term.value for term in pair if term.kind == "count"), 0)
    ordinal = next((term.value for term in pair if term.kind == "ordinal"), 0)
    if ordinal != 1 or not 1 < count <= _MOST_YEARS or terms[at + 2].text not in _PLURAL:
        return None
    return [Stretch(_part(1), _part(count))], _in_plan(terms, at + 3) or at + 3


def numbered_years(terms: Terms, at: int) -> tuple[list[Stretch], int] | None:
    """Read «år 1», «år 1–2», «planår 2 og 3»."""
    numbers: list[int] = []
    stop = at + 1
    while terms[stop].kind == "number" and len(terms[stop].text) <= 2 and len(numbers) < _MOST_YEARS:
        numbers.append(int(terms[stop].value))
        stop += 1
        if not (_joins(terms[stop]) and terms[stop + 1].kind == "number"):
            break
        stop += 1
    if not numbers or not all(1 <= number <= _MOST_YEARS for number in numbers):
        return None
    in_plan = _in_plan(terms, stop)
    if not (in_plan or _closes(terms[stop])):
        return None
    if len(numbers) == 2 and terms[at + 2].kind in ("dash", "to"):
        return [Stretch(_part(numbers[0]), _part(numbers[1]))], in_plan or stop
    return [_stretch(number) for number in numbers], in_plan or stop


def names_plan_period(terms: Terms, at: int) -> bool:
    """Whether «perioden» is that of the plan: no years follow, and no words that tell which period it is."""
    term = terms[at]
    return term.value == "within" and term.text in ("perioden", "i perioden") and _closes(terms[at + 1])


def _part(number: int) -> Part:
    return Part("plan-year", plan_year=number)


def _stretch(number: int) -> Stretch:
    return Stretch(_part(number))


def _joins(term: Term) -> bool:
    return term.kind in ("dash", "to", "and") or term.is_sign(",")


def _closes(term: Term) -> bool:
    return term.kind in ("end", "dash") or term.is_sign(_CLOSING)


def _in_plan(terms: Terms, at: int) -> int:
    """Return where «i planperioden» behind the year ends, 0 where it does not stand."""
    stop = at + (terms[at].kind == "link")
    named = terms[stop].kind == "plan" or terms[at].text == "i perioden" or terms[stop].text == "perioden"
    return stop + 1 if named else 0
