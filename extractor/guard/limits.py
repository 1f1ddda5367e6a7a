"""What one document may take.

Time grows with the pages: real ones take some hundredths of a second each, and the slowest that was met, a map of
65 000 strokes, took five seconds alone. Both limits leave room for machines ten times as slow and documents ten times
as dense.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Time in seconds, memory in bytes on top of what the programs themselves take."""

    base: float = 10.0  # for any document
    per_page: float = 1.0
    most: float = 300.0  # however many pages it says it has
    memory: int = 1024 * MEGABYTE

    def seconds(self, pages: int) -> float:
        """Return how long a document of so many pages may take."""
        return min(self.base + self.per_page * max(pages, 1), max(self.most, self.base))
