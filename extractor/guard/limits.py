"""What one document may take.

Time grows with the pages: real ones take some hundredths of a second each, and the slowest that was met, a map of
65 000 strokes, took five seconds alone. Both limits leave room for machines ten times as slow and documents ten times
as dense. A page that has to be read from its picture takes some three seconds, and has room of its own.
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
    per_scan: float = 30.0  # for each page that is read with OCR, on top of that
    most_scans: float = 7_200.0  # for all of them
    memory: int = 1024 * MEGABYTE

    def seconds(self, pages: int, scans: int = 0) -> float:
        """Return how long a document of so many pages may take, when `scans` of them are read with OCR."""
        reading = min(self.base + self.per_page * max(pages, 1), max(self.most, self.base))
        return reading + min(self.per_scan * scans, max(self.most_scans, self.per_scan))
