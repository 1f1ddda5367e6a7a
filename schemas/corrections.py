"""What a reader of a document corrected in what was found in it.

Corrections belong to a content (`sha256`) and to items that are told by their wording (`key`), so that they hold
when the file is renamed, ids move, or another version reads the document. `source` finds an item again whose wording
is read in another way.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from schemas.base import Evidence, Model
from schemas.promises import GoalKind, TiltakStatus
from schemas.version import CORRECTIONS_VERSION

Verdict = Literal["right", "wrong", "changed", "added"]
GoalKey = Annotated[str, Field(pattern=r"^g-[0-9a-f]{12}(-\d+)?$")]
Key = Annotated[str, Field(pattern=r"^[gt]-[0-9a-f]{12}(-\d+)?$")]


class CorrectedDocument(Model):
    """The document that was looked at."""

    filename: str
    sha256: str


class Fields(Model):
    """What an item says according to the reader; only what was changed or added is set.

    A field that is set to null or an empty list says that the document does not say it.
    """

    text: str | None = None
    number: str | None = None
    kind: GoalKind | None = Field(None, description="Of a goal.")
    parent: GoalKey | None = Field(None, description="Key of the goal above a goal.")
    description: str | None = None
    target: str | None = None
    goals: list[GoalKey] = Field([], description="Keys of the goals that a tiltak serves.")
    responsible: list[str] = Field([], description="In the wording of the document, one each.")
    schedule: str | None = Field(None, description="In the wording of the document.")
    cost: str | None = Field(None, description="In the wording of the document.")
    status: TiltakStatus | None = None


class Correction(Model):
    """What the reader said of one item."""

    item: Literal["goal", "tiltak"]
    key: Key
    verdict: Verdict = Field(
        description="right: looked at and left as it is. wrong: no such item. changed: see `fields`. added: was missed."
    )
    text: str = Field(description="As it was found, or as the reader selected it: what the key is made of.")
    source: list[Evidence] = Field([], description="Where it stands; by this an added item is put in order.")
    fields: Fields = Fields()

    @model_validator(mode="after")
    def _key_is_of_the_item(self) -> Correction:
        if self.key[0] != self.item[0]:
            raise ValueError("the key of a goal begins with g, that of a tiltak with t")
        return self


class Corrections(Model):
    """All corrections of one document."""

    schema_version: str = CORRECTIONS_VERSION
    tool: str = Field(description="That found what was corrected.")
    document: CorrectedDocument
    corrections: list[Correction] = []
