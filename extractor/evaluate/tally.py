"""What was right, what was given, what there was."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.evaluation import Figures


@dataclass(slots=True)
class Tally:
    """Counts of one field; they can be added up over items and documents."""

    right: int = 0
    given: int = 0
    there: int = 0

    def add(self, other: Tally) -> None:
        """Count in what another tally has counted."""
        self.right += other.right
        self.given += other.given
        self.there += other.there

    @property
    def counts(self) -> bool:
        """Whether anything could be right or wrong."""
        return bool(self.given or self.there)

    @property
    def is_right(self) -> bool:
        """Whether everything was right."""
        return self.right == self.given == self.there

    @property
    def f1(self) -> float | None:
        """The share of what is right in what was given and what there was; None where there was neither."""
        return 2 * self.right / (self.given + self.there) if self.counts else None

    def figures(self) -> Figures:
        """Return the counts with the shares, rounded to four decimals."""
        return Figures(
            right=self.right,
            given=self.given,
            there=self.there,
            precision=_share(self.right, self.given),
            recall=_share(self.right, self.there),
            f1=None if self.f1 is None else round(self.f1, 4),
        )


def _share(right: int, of: int) -> float | None:
    return round(right / of, 4) if of else None
