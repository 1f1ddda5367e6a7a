"""What a run over many documents writes about itself: a line of the manifest for each input, and a summary.

Everything but `seconds` is the same however often a run was stopped and whoever did the work.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Model
from schemas.version import SCHEMA_VERSION

BatchStatus = Literal["ok", "partial", "failed", "skipped"]


class ManifestLine(Model):
    """What became of one input."""

    path: str = Field(
        description="Below the folder that all inputs have in common, with `/`; what is no UTF-8 in a name is "
        "written as `\\xe6`."
    )
    sha256: str | None = Field(None, description="Of the content; null when it cannot be opened.")
    status: BatchStatus = Field(
        description="partial: there is JSON, but some pages were not read. skipped: see `same_as`."
    )
    code: str | None = Field(None, description="Kind of error, such as `damaged-file` or `too-slow`.")
    message: str | None = Field(None, description="Cause, and what to do about it.")
    same_as: str | None = Field(
        None, description="The first path with the same content, which was done instead."
    )
    output: str | None = Field(None, description="The JSON, below the folder of the run.")
    pages: int | None = Field(None, description="Null for text without pages and what could not be read.")
    goals: int = 0
    tiltak: int = 0
    warnings: int = Field(0, description="Diagnostics above `info`.")
    seconds: float = Field(0.0, description="In the worker, at the time when it was done.")
    limits: str = Field(description="What a document could take, when this was done.")
    settings: str = Field(description="What was asked for: «ocr=auto», and a check sum of the corrections.")
    tool: str
    schema_version: str = SCHEMA_VERSION


class BatchSummary(Model):
    """Counts over the manifest, and what was left out of it."""

    tool: str
    schema_version: str = SCHEMA_VERSION
    inputs: int = 0
    ok: int = 0
    partial: int = 0
    failed: int = 0
    skipped: int = 0
    pages: int = 0
    goals: int = 0
    tiltak: int = 0
    errors: dict[str, int] = Field(default={}, description="Failed inputs by `code`.")
    left_out: dict[str, int] = Field(
        default={}, description="Files of other types in the folders, by suffix; they are no inputs."
    )
