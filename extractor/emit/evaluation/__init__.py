"""How well documents were read, as rows of text: for the terminal and for Markdown alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.emit.plain import plain
from schemas.evaluation import EvaluatedDocument, Evaluation, Fault, FieldFigures, Figures

NOTHING = "–"
FIELD_HEADS = ("field", "docs", "right", "given", "there", "P", "R", "F1", "95 %", "macro")
DOCUMENT_HEADS = {
    "sections": "sections", "goals": "goals", "tiltak": "tiltak", "tiltak_complete": "complete", "responsible": "who",
    "schedule": "when", "goal_links": "links", "metadata": "metadata",
}  # fmt: skip
"""The main fields, and what their columns are called in the table of documents."""
LONGEST = 90  # characters of a wording


def field_rows(evaluation: Evaluation, *, strict: bool) -> Iterator[list[str]]:
    """Yield a row for each field; interval and macro are those of the soft figures."""
    for field in evaluation.fields:
        figures = field.strict if strict else field.soft
        shares = (figures.precision, figures.recall, figures.f1)
        yield [
            field.field,
            str(field.documents),
            *(str(count) for count in (figures.right, figures.given, figures.there)),
            *(percent(share) for share in shares),
            NOTHING if strict else _interval(field),
            NOTHING if strict else percent(field.macro_f1),
        ]


def main_fields(evaluation: Evaluation) -> list[str]:
    """Return the main fields that count in some document."""
    there = {field.field for field in evaluation.fields}
    return [name for name in DOCUMENT_HEADS if name in there]


def document_heads(evaluation: Evaluation) -> list[str]:
    """Return the titles of the columns of documents."""
    return ["document", "truth", *(DOCUMENT_HEADS[name] for name in main_fields(evaluation))]


def document_rows(evaluation: Evaluation, *, strict: bool) -> Iterator[list[str]]:
    """Yield a row for each document, with the F1 of its main fields."""
    fields = main_fields(evaluation)
    for document in evaluation.documents:
        figures: dict[str, Figures] = {
            one.field: one.strict if strict else one.soft for one in document.fields
        }
        shares = (percent(figures[name].f1 if name in figures else None) for name in fields)
        yield [document_name(document), document.form, *shares]


def document_name(document: EvaluatedDocument) -> str:
    """Return the name of the file that was measured, without folders."""
    return plain(Path(document.predicted).name)


def fault_line(fault: Fault) -> str:
    """Return «tiltak missed: «Lys på gangvegen» (p. 3)»."""
    line = f"{fault.field} {fault.kind}: {_quoted(fault.text)}"
    if fault.kind == "wrong":
        line += f": {_quoted(fault.wanted)}, given {_quoted(fault.given)}"
    return line + _place(fault)


def _place(fault: Fault) -> str:
    if not fault.source:
        return ""
    first = fault.source[0]
    return f" (p. {first.page})" if first.page else f" (from character {first.start})"


def _quoted(text: str | None) -> str:
    if not text:
        return "nothing"
    line = plain(text)
    return f"«{line}»" if len(line) <= LONGEST else f"«{line[: LONGEST - 1]}…»"


def percent(share: float | None) -> str:
    """Return a share in per cent with one decimal; a dash where nothing could be right or wrong."""
    return NOTHING if share is None else f"{100 * share:.1f}"


def _interval(field: FieldFigures) -> str:
    within = field.interval
    return f"{percent(within.low)}–{percent(within.high)}" if within else NOTHING
