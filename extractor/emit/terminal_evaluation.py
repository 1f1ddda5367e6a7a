"""Figures in the terminal: field by field, document by document, and what was not right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from extractor.emit.evaluation import (
    FIELD_HEADS,
    document_heads,
    document_name,
    document_rows,
    fault_line,
    field_rows,
)
from extractor.emit.terminal_text import indented, safe
from schemas.evaluation import Evaluation

_WORDS = ("field", "document", "truth")  # columns of words; the others are figures
_WIDE_ONLY = ("right", "given", "there", "truth", "sections", "links", "metadata")  # columns
_WIDE = 100  # columns of the terminal


def show_evaluation(
    evaluation: Evaluation, console: Console, *, strict: bool = False, faults: bool = False
) -> None:
    """Print how well documents were read.

    Args:
        strict: whether the strict figures are told instead of the soft ones.
        faults: whether everything that was not right is listed.
    """
    kind = "strict: the same wording" if strict else "soft: 85 per cent of the wording"
    count = len(evaluation.documents)
    console.print(safe(f"{count} document{'s' * (count != 1)}, per cent ({kind})", "bold"))
    wide = console.width >= _WIDE
    console.print(_table(FIELD_HEADS, field_rows(evaluation, strict=strict), wide=wide))
    console.print()
    console.print(safe("F1 by document", "bold"))
    console.print(_table(document_heads(evaluation), document_rows(evaluation, strict=strict), wide=wide))
    if faults:
        _print_faults(evaluation, console)


def _print_faults(evaluation: Evaluation, console: Console) -> None:
    for document in evaluation.documents:
        if document.faults:
            console.print()
            console.print(safe(document_name(document), "bold"))
        for fault in document.faults:
            console.print(indented(safe(fault_line(fault))))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, wide: bool) -> Padding:
    shown = [at for at, head in enumerate(heads) if wide or head not in _WIDE_ONLY]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for head in (heads[at] for at in shown):
        words = head in _WORDS
        table.add_column(safe(head), justify="left" if words else "right", overflow="fold", no_wrap=not words)
    for row in rows:
        table.add_row(*(safe(row[at]) for at in shown))
    return Padding(table, (0, 0, 0, 2))
