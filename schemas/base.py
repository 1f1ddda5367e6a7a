"""What all models of the contract share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat


class Model(BaseModel):
    """What all models share: no unknown keys, checked assignments."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Evidence(Model):
    """One place in the document. An item that runs over two pages has two."""

    page: int | None = Field(None, ge=1, description="Page number from 1; null for text input.")
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat] | None = Field(
        None,
        description="x0, top, x1, bottom in PDF points from the page's top left as the reader sees it.",
    )
    start: int = Field(ge=0, description="Offset of the first character in the decoded text, inclusive.")
    end: int = Field(ge=0, description="Offset after the last character in the decoded text, exclusive.")
