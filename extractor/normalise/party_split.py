"""Where one responsible party ends and the next begins.

A line is read from left to right. At every separator, and between words where a converter may have lost a line
break, the words so far and the words to come decide:

- «v/», «ved» and brackets never part. A slash and a comma part unless they join fields of one unit («leder
  rus/psykiatri», «enhet for kultur, idrett og fritid») or a clause begins («…, som arrangerer …»).
- «og» parts roles and organisations («rektor og FAU»), and a closed party from a field («NAV og psykisk helse»). It
  joins fields («helse og omsorg», «plan og utvikling»), and whatever the register knows as one name.
- Between words a new party begins at the capital letter of a unit («Seksjon …») or of a known party, when the words
  so far are a party themselves and both together are not one («NAV Leder»).

In doubt nothing is split: one party too long can be read by a person, two halves cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.normalise.party_register import find_party, is_listed, may_join
from extractor.normalise.party_tokens import Token
from extractor.normalise.party_words import (
    Shape,
    bare,
    is_acronym,
    is_body,
    is_field_compound,
    is_field_word,
    is_first_name,
    is_head,
    is_name,
    is_people,
    is_preposition,
    is_unit_word,
    party_of,
    shape,
    takes_field,
    word_list,
)

_AHEAD = 8  # words looked at on either side of a separator; names are shorter
_LONGEST_LIST = 12  # tokens of «kultur, idrett, fritid og miljø»
Span = tuple[int, int]


def party_spans(tokens: Sequence[Token]) -> list[Span]:
    """Return the tokens of each party as half-open ranges."""
    spans: list[Span] = []
    start, place = 0, 0
    while place < len(tokens):
        token = tokens[place]
        if token.is_word:
            if place > start and tokens[place - 1].is_word and _begins_anew(tokens, start, place):
                spans.append((start, place))
                start = place
        elif (whole := _list_of_fields(tokens, start, place)) > place:
            place = whole
            continue
        elif token.kind == "comma" and _clause_follows(tokens, place):
            break
        elif _PARTS[token.kind](tokens, start, place):
            spans.append((start, place))
            start = place + 1
        place += 1
    spans.append((start, len(tokens)))
    return [span for span in spans if span[0] < span[1]]


def _begins_anew(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a new party begins at a word without any separator before it."""
    word, before = tokens[place].text, tokens[place - 1].text
    if len(before) > 1 and before[-1] in "-–" and word[:1].isupper():
        return True
    if word[0] in "-–" and word[1:2].isupper():
        return True
    if not word[:1].isupper() or is_preposition(before) or before.endswith("-"):
        return False
    left, right = _left(tokens, start, place), _right(tokens, place, through_and=True)
    known = _known_beginning(right)
    if not left or not _is_complete(left) or (_wants_field(left) and not (known and is_people(known[0]))):
        return False
    if _is_role_for(left, known):
        return False
    if is_unit_word(word):
        named = len(known) > 1 or (len(right) > 1 and is_preposition(right[1]))
        return len(right) > 1 and ((named and not _is_field(left)) or _stands_alone(left, right[:1]))
    return bool(known) and _stands_alone(left, known)


def _wants_field(left: Sequence[str]) -> bool:
    """Tell whether a title stands alone, as «Leder» does before «Kultur» or «Seksjon oppvekst»."""
    return len(left) == 1 and takes_field(left[0])


def _is_role_for(left: Sequence[str], known: Sequence[str]) -> bool:
    """Tell whether what follows a role is its field: «avdelingsingeniør VA», «prosjektleder HR»."""
    entry = party_of(known) if known else None
    return entry is not None and entry.field and is_people(left[-1]) and is_acronym(known[0])


def _is_complete(left: Sequence[str]) -> bool:
    return _known(left) or shape(left, initial=True) is Shape.OPEN or is_head(left[-1])


def _stands_alone(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether the beginning to the right is not the rest of the name to the left."""
    whole = [*left, *right]
    return all(party_of(whole[cut:]) is None for cut in range(max(0, len(left) - 4), len(left)))


def _known_beginning(right: Sequence[str]) -> list[str]:
    """Return the most words at the beginning that the register knows as one party."""
    for length in range(min(len(right), _AHEAD), 0, -1):
        if party_of(right[:length]) is not None:
            return list(right[:length])
    return []


def _slash_parts(tokens: Sequence[Token], start: int, place: int) -> bool:
    left, right = _left(tokens, start, place), _right(tokens, place + 1)
    if not left or not right:
        return True
    if left[-1].endswith("-") or _whole_across("/", left, right):
        return False
    return not _fields_of_one(left, right)


def _fields_of_one(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether a slash joins two fields: «leder rus/psykiatri», «rus/psykiatritjenesten»."""
    if not is_field_word(left[-1]) or right[0][:1].isupper() or "og" in left:
        return False
    if is_field_word(right[0]):
        return shape(left) is Shape.OPEN
    return shape(left) is Shape.FIELD and is_field_compound(right[0])


def _comma_parts(tokens: Sequence[Token], start: int, place: int) -> bool:
    left, right = _left(tokens, start, place), _right(tokens, place + 1)
    return bool(left and right) and not left[-1].endswith("-") and not _is_person_with_title(left, right)


def _is_person_with_title(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether a name has its title behind the comma: «Kari Nordmann, rådgiver»."""
    return (
        len(left) > 1
        and is_first_name(left[0])
        and all(is_name(word) and not is_head(word) for word in left)
        and is_people(right[-1])
        and _is_lower(right)
    )


def _clause_follows(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a comma begins a clause about the party before it."""
    following = tokens[place + 1 : place + 2]
    return bool(following) and bare(following[0].text) in word_list("clause")


def _list_of_fields(tokens: Sequence[Token], start: int, place: int) -> int:
    """Return where «kultur, idrett og fritid» ends when the separator at `place` stands within it, else 0."""
    left = _left(tokens, start, place)
    if tokens[place].kind != "comma" or not left or "og" in left or not is_field_word(left[-1]):
        return 0
    at = place
    while at < min(len(tokens), place + _LONGEST_LIST) and tokens[at].kind == "comma":
        at = _after_field(tokens, at + 1)
        if at == 0:
            return 0
    if at >= len(tokens) or bare(tokens[at].text) != "og":
        return 0
    end = _after_field(tokens, at + 1)
    return end if end == len(tokens) or (end and not tokens[end].is_word) else 0


def _after_field(tokens: Sequence[Token], at: int) -> int:
    """Return the place after the words of one field, 0 when there are none."""
    begin = at
    while at < len(tokens) and tokens[at].kind == "word" and is_field_word(tokens[at].text):
        at += 1
    return at if at > begin else 0


def _and_parts(tokens: Sequence[Token], start: int, place: int) -> bool:
    left, right = _left(tokens, start, place), _right(tokens, place + 1)
    if not left or not right or left[-1].endswith("-") or right[0][0] in "-–":
        return False
    if _whole_across("og", left, right):
        return False
    before, behind = shape(left, initial=True), shape(right)
    if behind is Shape.FIELD:
        return before is Shape.CLOSED or ("og" in left and _known(left)) or _pair_follows(tokens, left, place)
    if behind is Shape.OTHER:
        return False
    if before is Shape.FIELD and is_field_compound(right[0]):
        return False
    return not (_same_place(left, right) or _one_place_name(left, right))


def _pair_follows(tokens: Sequence[Token], left: Sequence[str], place: int) -> bool:
    """Tell whether two more fields follow that are one unit: «oppvekst og helse og omsorg»."""
    following = _right(tokens, place + 1, through_and=True)
    return (
        following.count("og") == 1
        and party_of(left) is not None
        and party_of(following) is not None
        and party_of([*left, "og", *following[: following.index("og")]]) is None
    )


def _one_place_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether «og» stands inside a name: «Li og Ås politidistrikt», «statsforvalteren i Li og Ås»."""
    if not (_is_unknown_name(left[-1]) and _is_unknown_name(right[0])):
        return False
    if len(right) > 1:
        return right[1].islower() or is_head(right[1])
    return len(left) > 1 and (is_preposition(left[-2]) or _known(left[:-1]))


def _is_unknown_name(word: str) -> bool:
    return is_name(word) and not is_acronym(word) and not is_head(word) and find_party(word) is None


def _same_place(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether both words name where somebody works: «rektor ved barneskolen og ungdomsskolen»."""
    inside = any(is_preposition(word) for word in left[1:])
    return (
        inside
        and is_body(left[-1])
        and is_body(right[-1])
        and not any(is_people(word) for word in right)
        and _is_lower(right)
    )


def _is_lower(wording: Sequence[str]) -> bool:
    return not any(word[:1].isupper() for word in wording)


def _dash_parts(tokens: Sequence[Token], start: int, place: int) -> bool:
    left, right = _left(tokens, start, place), _right(tokens, place + 1)
    return not left or not right or (_known(left) and bool(_known_beginning(right)))


def _whole_across(link: str, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether the register knows one name that reaches over the separator: «lag og foreninger»."""
    if link == "og" and not may_join(left[-1], right[0]):
        return False
    for back in range(1, min(len(left), 5) + 1):
        for ahead in range(1, min(len(right), 5) + 1):
            wording = f"{' '.join(left[-back:])} {link} {' '.join(right[:ahead])}"
            if is_listed(wording) or (link == "og" and find_party(wording) is not None):
                return True
    return False


def _known(wording: Sequence[str]) -> bool:
    """Tell whether the register knows the wording, with or without a place behind it."""
    if party_of(wording) is not None:
        return True
    return any(
        party_of(wording[:cut]) is not None and not _is_field(wording[:cut]) for cut in range(1, len(wording))
    )


def _is_field(wording: Sequence[str]) -> bool:
    return all(is_field_word(word) or word == "og" for word in wording)


def _left(tokens: Sequence[Token], start: int, place: int) -> list[str]:
    """Return the words of the party so far, «og» among them; at most the first and last few."""
    return [
        token.text
        for token in tokens[max(start, place - 2 * _AHEAD) : place]
        if token.kind in ("word", "and")
    ]


def _right(tokens: Sequence[Token], place: int, *, through_and: bool = False) -> list[str]:
    """Return the next words up to a separator, or up to one other than «og»."""
    words = []
    for token in tokens[place : place + _AHEAD]:
        if not (token.is_word or (through_and and token.kind == "and")):
            break
        if token.kind != "bracket":
            words.append(token.text)
    return words


_PARTS: dict[str, Callable[[Sequence[Token], int, int], bool]] = {
    "and": _and_parts,
    "comma": _comma_parts,
    "slash": _slash_parts,
    "dash": _dash_parts,
}
