"""What a user asks for when a document is read. Same document, same settings, same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

Ocr = Literal["auto", "always", "never"]
OCR_CHOICES: tuple[Ocr, ...] = get_args(Ocr)


@dataclass(frozen=True, slots=True)
class Settings:
    """How one document is read; a plain value that travels to other processes and machines."""

    ocr: Ocr = "auto"  # read pictures of pages: those without text, all, or none
    corrections: str | None = None  # JSON of `schemas.corrections.Corrections` for this document

    def __str__(self) -> str:
        """Return what tells these settings from others, in a few words."""
        told = f"ocr={self.ocr}"
        if self.corrections is not None:
            told += f" corrections={sha256(self.corrections.encode('utf-8')).hexdigest()[:16]}"
        return told


DEFAULT = Settings()
