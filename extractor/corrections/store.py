"""Corrections by the document that they belong to, however many files hold them."""

from __future__ import annotations

from schemas.corrections import Corrections


class CorrectionStore:
    """Takes corrections in and gives those of one content out."""

    def __init__(self) -> None:
        self._kept: dict[str, Corrections] = {}

    def add(self, corrections: Corrections) -> None:
        """Take in a file's corrections; where two files speak of one item, the later one has the last word."""
        content = corrections.document.sha256
        earlier = self._kept.get(content)
        if earlier is not None:
            both = {(one.item, one.key): one for one in (*earlier.corrections, *corrections.corrections)}
            corrections = corrections.model_copy(update={"corrections": list(both.values())})
        self._kept[content] = corrections

    def text_for(self, sha256: str) -> str | None:
        """Return the corrections of a content as JSON that tells what is set, None where there are none."""
        found = self._kept.get(sha256)
        return found.model_dump_json(exclude_unset=True) if found else None

    def count(self, sha256: str) -> int:
        """Return how many corrections there are of a content."""
        found = self._kept.get(sha256)
        return len(found.corrections) if found else 0

    def texts(self) -> dict[str, str]:
        """Return all corrections as `text_for` gives them, by content."""
        return {content: found.model_dump_json(exclude_unset=True) for content, found in self._kept.items()}

    def contents(self) -> set[str]:
        """Return the sha256 of each document that there are corrections for."""
        return set(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
