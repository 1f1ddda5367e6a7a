"""A plan on its way into tables, with keys that are the same in every export.

The key of a document is the beginning of the SHA-256 of its file, that of an item has the item's own id behind it:
`4f0c2a91d3b7e865.t12`. Keys thus neither depend on what else is exported nor on the order, and what was noted about an
item in one export holds in the next.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.errors import WrongTypeError
from schemas import Plan

KEY_LENGTH = 16  # hexadecimal digits: the chance that two of a million documents meet is one in 40 million


@dataclass(frozen=True, slots=True)
class Document:
    """A plan under its key."""

    id: str
    file: str  # the JSON file, as the reader may call it
    plan: Plan
    kommuner: str | None  # names of the owners
    ids: frozenset[str]  # of sections, goals and tiltak in the plan

    def key(self, own: str) -> str:
        """Return the key of something in the document."""
        return f"{self.id}.{own}"

    def reference(self, own: str | None) -> str | None:
        """Return the key of an item that another one names; None where the document has no such item."""
        return self.key(own) if own in self.ids else None


def document_of(plan: Plan, file: str) -> Document:
    """Return a plan under its key.

    Raises:
        WrongTypeError: two items of the plan have one id, so that no table can hold them.
    """
    ids = [item.id for items in (plan.sections, plan.goals, plan.tiltak) for item in items]
    known = frozenset(ids)
    if len(known) < len(ids):
        twice = next(id_ for at, id_ in enumerate(ids) if id_ in ids[:at])
        raise WrongTypeError(file, f"has two items with the id {twice}", "Run the extraction again.")
    owners = ", ".join(kommune.name for kommune in plan.kommuner)
    return Document(plan.source.sha256[:KEY_LENGTH], file, plan, owners or None, known)
