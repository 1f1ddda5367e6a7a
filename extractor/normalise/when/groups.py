"""Where in a longer text the time expression stands.

Pieces that only little words and signs keep apart are one expression. In a mixed cell the strongest expression is
taken, dates before rhythms before states. In a sentence an expression counts only when it holds an anchor: a deadline
or start with its year, or a rhythm that is spelt out («hvert år», «to ganger i året»).
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.normalise.when.pieces import Condition, Piece, State
from extractor.normalise.when.rhythm import Repeat
from extractor.normalise.when.stretch import When
from extractor.normalise.when.vocabulary import Term, Terms, stems

_GLUE_SIGNS = ",;()/:"
_GLUE = frozenset({"dash", "and", "or", "link", "to"})
_ANCHORS = frozenset({"deadline", "before", "until", "ends", "onset", "done", "during", "earliest"})
_SHORT_FROM = frozenset({"fra", "frå"})
_AGO = frozenset({"siden", "sidan"})
_LEAST_PASSIVE = 5  # letters


@dataclass(slots=True)
class Group:
    """Pieces that make up one expression."""

    pieces: list[Piece]
    at: int  # index of the first term
    stop: int  # index behind the last term

    def span(self, text: str, terms: Terms) -> tuple[int, int]:
        """Return where it stands in `text`, with the bracket that closes it and without closing signs."""
        start, end = terms[self.at].start, terms[self.stop - 1].end
        if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
            end += 1
        return start, start + len(text[start:end].rstrip(" .,;:"))


def best_group(pieces: list[Piece], terms: Terms) -> Group | None:
    """Return the strongest expression of a mixed cell; of equals the longest, of those the last."""
    groups = _grouped([piece for piece in pieces if _stands(piece, terms)], terms)
    return max(groups, key=lambda group: (_rank(group), group.stop - group.at, group.at), default=None)


def sentence_group(pieces: list[Piece], terms: Terms) -> Group | None:
    """Return the first expression of a sentence with a date, else the first with a rhythm."""
    kept = [piece for piece in pieces if not isinstance(piece, When) or not _is_stray(piece, terms)]
    groups = [_cut(group, terms) for group in _grouped(kept, terms)]
    found = [group for group in groups if group]
    dated = [
        group for group in found if any(isinstance(piece, When) and piece.is_dated for piece in group.pieces)
    ]
    return next(iter(dated or found), None)


def _grouped(pieces: list[Piece], terms: Terms) -> list[Group]:
    groups: list[Group] = []
    for piece in pieces:
        last = groups[-1] if groups else None
        if last and all(_is_glue(term) for term in terms[last.stop : piece.at]):
            last.pieces.append(piece)
            last.stop = max(last.stop, piece.stop)
        else:
            groups.append(Group([piece], piece.at, piece.stop))
    return groups


def _is_glue(term: Term) -> bool:
    return term.kind in _GLUE or term.is_sign(_GLUE_SIGNS)


def _stands(piece: Piece, terms: Terms) -> bool:
    """Whether a piece of a mixed cell is time: a status closes the cell, and «August» alone may be a name."""
    if isinstance(piece, State) and piece.kind in ("status", "begun", "finished", "over"):
        return terms[piece.stop].kind in ("end", "link", "number") or terms[piece.stop].is_sign(".,;")
    if isinstance(piece, When) and not piece.is_dated and not piece.role:
        return len(piece.parts) > 1 or piece.precision != "month"
    return True


def _rank(group: Group) -> int:
    return max(_weight(piece) for piece in group.pieces)


def _weight(piece: Piece) -> int:
    match piece:
        case When():
            return 6 if piece.is_dated else 4
        case Repeat():
            return 5
        case Condition():
            return 2
    return {"relative": 4, "continuous": 3, "asap": 3, "horizon": 2}.get(piece.kind, 1)


def _is_stray(when: When, terms: Terms) -> bool:
    """Whether a date in a sentence says nothing of when the tiltak is done."""
    if any(part.precision == "plan-period" for part in when.parts):
        return True
    return when.is_dated and not _is_anchor(when, terms)


def _is_anchor(piece: Piece, terms: Terms) -> bool:
    if isinstance(piece, Repeat):
        return piece.explicit
    if not isinstance(piece, When) or not piece.is_dated or not _opens(piece, terms):
        return False
    if piece.role == "label":
        return piece.kind == "deadline"
    return piece.role in _ANCHORS or (piece.role == "from" and _begins(piece, terms))


def _opens(when: When, terms: Terms) -> bool:
    """Whether a date has an opener of its own: «i perioden fram til 2020» looks back at a stretch of time."""
    opener, before = terms[when.at], terms[when.at - 1] if when.at else None
    if opener.kind != "opener" or opener.value == "within":
        return False
    return before is None or not before.text.endswith(tuple(stems("stretch")))


def _begins(when: When, terms: Terms) -> bool:
    """Whether «fra 2013» tells when something begins and not how old a document is."""
    opener = terms[when.at]
    if opener.text in _AGO:
        return False
    if opener.text not in _SHORT_FROM or when.at == 0:
        return True
    before = terms[when.at - 1]
    if before.kind == "word":
        passive = before.text.endswith(tuple(stems("passive"))) and len(before.text) >= _LEAST_PASSIVE
        return passive or before.text in stems("begins")
    return before.kind in ("status", "begun", "beside", "adverb", "continuous", "dash") or before.is_sign(
        ".;:•"
    )


def _cut(group: Group, terms: Terms) -> Group | None:
    """Return the group without states that belong to something else, None when it holds no anchor."""
    if not any(_is_anchor(piece, terms) for piece in group.pieces):
        return None
    start = max(
        (piece.at for piece in group.pieces if isinstance(piece, When) and piece.role == "from"), default=0
    )
    kept = [piece for piece in group.pieces if not isinstance(piece, State) or piece.at < start]
    while isinstance(kept[0], Condition):
        kept = kept[1:]
    return Group(kept, kept[0].at, max(piece.stop for piece in kept))
