"""What a label further down may make a tiltak: «Ansvar: Kultur» tells of what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.interpret.measure_lists import SHORT_NAME, is_dotted
from extractor.structure.outline import Paragraph


@dataclass(slots=True)
class Candidates:
    """A paragraph, items in a row, or a numbered name («E1 Varmepumpe») and the text that explains it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    explanation: Paragraph | None = None

    def clear(self) -> None:
        """Forget them: what came between belongs to something else."""
        self.paragraphs, self.explanation = [], None

    def add_point(self, paragraph: Paragraph) -> None:
        """Add an item; a paragraph with its own number («3.2 …») begins anew."""
        in_a_row = bool(self.paragraphs) and self.paragraphs[-1].is_item and not is_dotted(paragraph.number)
        self.paragraphs = [*self.paragraphs, paragraph] if in_a_row else [paragraph]
        self.explanation = None

    def add_prose(self, paragraph: Paragraph) -> None:
        """Take running text: what explains the name above it, else a candidate of its own."""
        if self._is_numbered_name() and self.explanation is None:
            self.explanation = paragraph
        else:
            self.paragraphs, self.explanation = [paragraph], None

    @property
    def end_in_item(self) -> bool:
        """Whether the last of them is an item of a list or a point of its own."""
        return bool(self.paragraphs) and self.paragraphs[-1].is_item

    def take(self) -> tuple[list[Paragraph], Paragraph | None]:
        """Return the candidates and the explanation, and forget them."""
        taken = self.paragraphs, self.explanation
        self.clear()
        return taken

    def _is_numbered_name(self) -> bool:
        if len(self.paragraphs) != 1 or not self.paragraphs[0].number:
            return False
        value = self.paragraphs[0].text.value
        return len(value) <= SHORT_NAME and not value.endswith((".", ":"))
