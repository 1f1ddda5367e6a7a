"""The manifest: what became of each input, and the memory from one run to the next.

While a run lasts, lines are added as documents are done. A run that is killed leaves them in that order, with the last
one perhaps torn; the next run takes what can be read, the last line for each path, and does the rest again. A line is
written after the JSON that it tells of, so there is never one that promises too much. At the end of a run the
manifest holds one line for each of its inputs, in the order of their paths.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from extractor.batch.index import Index
from extractor.batch.places import Place
from schemas.batch import BatchSummary, ManifestLine

MANIFEST = "manifest.jsonl"
SUMMARY = "summary.json"


def dump_line(line: ManifestLine) -> bytes:
    """Return a line as it stands in the manifest, its end included."""
    return line.model_dump_json().encode("utf-8") + b"\n"


def parse_line(data: bytes) -> ManifestLine | None:
    """Return what a line says; None for one that is torn, or of another kind than ours."""
    with suppress(ValueError):
        return ManifestLine.model_validate_json(data)
    return None


def read_manifest(out: Place) -> Iterator[ManifestLine]:
    """Yield the lines of a manifest that can be read; nothing when there is none."""
    for data in _read_lines(out):
        if line := parse_line(data):
            yield line


def load(out: Place, index: Index) -> None:
    """Take up what earlier runs have left, and end a torn last line, so that others can be added."""
    data = b"\n"
    for data in _read_lines(out):
        if line := parse_line(data):
            index.add_earlier(line.path, data)
    if not data.endswith(b"\n"):
        out.append(MANIFEST, b"\n")


def finish(out: Place, index: Index, summary: BatchSummary) -> BatchSummary:
    """Write manifest and summary anew from the lines of this run; return the summary with its counts."""
    counted = _count(index, summary)
    out.write(MANIFEST, index.lines())
    text = json.dumps(counted.model_dump(), ensure_ascii=False, indent=2)
    out.write(SUMMARY, [text.encode("utf-8"), b"\n"])
    return counted


def _read_lines(out: Place) -> Iterator[bytes]:
    if out.exists(MANIFEST):
        with out.open(MANIFEST) as file:
            yield from file


def _count(index: Index, summary: BatchSummary) -> BatchSummary:
    counts: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for data in index.lines():
        line = ManifestLine.model_validate_json(data)
        counts.update({"inputs": 1, line.status: 1, "pages": line.pages or 0})
        counts.update({"goals": line.goals, "tiltak": line.tiltak})
        if line.code:
            errors[line.code] += 1
    return summary.model_copy(update={**counts, "errors": dict(sorted(errors.items()))})
