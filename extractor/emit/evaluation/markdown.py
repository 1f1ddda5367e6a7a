"""Figures as Markdown: for a report, an issue, a wiki. What documents say is text in it, never mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.emit.evaluation import (
    FIELD_HEADS,
    document_heads,
    document_name,
    document_rows,
    fault_line,
    field_rows,
)
from extractor.emit.plain import plain
from schemas.evaluation import Evaluation

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")


TITLE = "# How well "  # every report begins with it


def evaluation_markdown(evaluation: Evaluation, *, strict: bool = False, faults: bool = False) -> str:
    """Return the figures as a Markdown document.

    Args:
        evaluation: what is told.
        strict: whether the strict figures are told instead of the soft ones.
        faults: whether everything that was not right is listed.
    """
    kind = "the same wording" if strict else "85 per cent of the wording"
    lines = [
        f"{TITLE}{_documents(len(evaluation.documents))} read",
        "",
        f"{_escaped(evaluation.tool)}; what shares {kind} counts as found. Shares in per cent.",
        "",
        *_table(FIELD_HEADS, field_rows(evaluation, strict=strict)),
        "",
        "## By document (F1)",
        "",
        *_table(document_heads(evaluation), document_rows(evaluation, strict=strict)),
        *_without(evaluation),
        *(_faults(evaluation) if faults else ()),
    ]
    return "\n".join(lines) + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield "|" + "---|" * len(heads)
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _without(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.without_prediction:
        yield from ("", "## Without a prediction", "")
        yield from (f"- {_escaped(plain(name))}" for name in evaluation.without_prediction)


def _faults(evaluation: Evaluation) -> Iterator[str]:
    yield from ("", "## What was not right")
    for document in evaluation.documents:
        if document.faults:
            yield from ("", f"### {_escaped(document_name(document))}", "")
            yield from (f"- {_escaped(fault_line(fault))}" for fault in document.faults)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _documents(count: int) -> str:
    return f"{count} document was" if count == 1 else f"{count} documents were"
