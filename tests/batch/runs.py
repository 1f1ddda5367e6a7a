"""Documents that runs are given, and what runs leave."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from extractor.batch.manifest import read_manifest
from extractor.batch.places import place_of
from schemas.batch import BatchSummary, ManifestLine

Run = Callable[..., BatchSummary]


def put(folder: Path, **documents: str) -> None:
    """Write documents; `__` in a name is a folder's end, and a suffix is added."""
    for name, text in documents.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lines(out: Path) -> dict[str, ManifestLine]:
    return {line.path: line for line in read_manifest(place_of(str(out)))}


def tree(out: Path) -> dict[str, str]:
    """Check sums of all files, those of the manifest without the times in it."""
    sums = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name != "manifest.jsonl":
            sums[path.relative_to(out).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    timeless = [line.model_copy(update={"seconds": 0.0}).model_dump_json() for line in lines(out).values()]
    return sums | {"manifest.jsonl": "\n".join(timeless)}
