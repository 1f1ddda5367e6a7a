"""The plans that a command is given: JSON of earlier runs, folders, documents.

A folder stands for the JSON of plans in it, however deep; where there is none, for the documents in it. JSON of
something else (manifests, comparisons) is passed over in a folder and an error where it is named. What cannot be read
gets its line, and the others are still read.
"""

from __future__ import annotations

import logging
import os
from codecs import BOM_UTF8
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.failures import Failures
from extractor.cli.options import chosen_settings
from extractor.cli.progress import tell_of_scans

if TYPE_CHECKING:
    from extractor.guard import Guard
    from schemas import Plan

log = logging.getLogger(__name__)

JSON = frozenset({".json"})
DOCUMENTS = frozenset({".pdf", ".docx", ".docm", ".txt", ".html", ".htm", ".md"})


def open_plans(inputs: Sequence[str], failures: Failures) -> Iterator[tuple[str, Plan]]:
    """Yield each file behind names of files and folders with its plan, once, folders in the order of their paths.

    Args:
        failures: is told about what cannot be read.
    """
    seen: set[str] = set()
    with ExitStack() as until_end:
        reader = _Reader(until_end)
        for name in inputs:
            try:
                yield from _plans_of(name, reader, failures, seen)
            except Exception as error:
                failures.add(error, name)


def is_json(file: str) -> bool:
    """Tell JSON by its first character; what cannot be opened is left to the reader, which says why."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(1000).removeprefix(BOM_UTF8).lstrip().startswith(b"{")
    except (OSError, ValueError):
        return False


class _Reader:
    """Opens files; the process that reads documents is begun with the first of them and ended with the command."""

    def __init__(self, until_end: ExitStack) -> None:
        self._until_end = until_end
        self._guard: Guard | None = None

    def open(self, file: str) -> Plan:
        """Return the plan in a JSON file of ours, or extract it from a document."""
        if is_json(file):
            from extractor.emit.jsonfile import load_plan

            log.info("%s is JSON of an earlier run", file)
            return load_plan(file)
        from extractor.guard import Guard
        from schemas import Plan

        log.info("reading %s", file)
        if self._guard is None:
            tell_of_scans()
            self._guard = self._until_end.enter_context(Guard())
        return Plan.model_validate_json(self._guard.extract(file, chosen_settings()).json)


def open_plan(file: str) -> Plan:
    """Return the plan in one file."""
    with ExitStack() as until_end:
        return _Reader(until_end).open(file)


def _plans_of(name: str, reader: _Reader, failures: Failures, seen: set[str]) -> Iterator[tuple[str, Plan]]:
    if not Path(name).is_dir():
        if _is_new(name, seen):
            yield name, reader.open(name)
        return
    found = yield from _read_all(files_in(name, JSON), reader, failures, seen)
    if not found:
        found = yield from _read_all(files_in(name, DOCUMENTS), reader, failures, seen)
    if not found:
        from extractor.errors import NotFoundError

        raise NotFoundError(
            name, "there is no plan in this folder", "Name a folder of JSON, or the documents."
        )


def _read_all(
    files: Iterable[str], reader: _Reader, failures: Failures, seen: set[str]
) -> Generator[tuple[str, Plan], None, bool]:
    """Yield the plans in files of a folder; return whether one of them was of a plan, be it damaged."""
    from extractor.errors import OtherJsonError

    found = False
    for file in files:
        if not _is_new(file, seen):
            found = True
            continue
        try:
            yield file, reader.open(file)
        except OtherJsonError:
            log.info("%s is JSON of something else", file)
            continue
        except Exception as error:
            failures.add(error, file)
        found = True
    return found


def _is_new(file: str, seen: set[str]) -> bool:
    path = os.path.realpath(file)
    is_new = path not in seen
    seen.add(path)
    return is_new


def files_in(folder: str, suffixes: frozenset[str]) -> Iterator[str]:
    """Yield the files below a folder that end so, in the order of their paths; hidden ones stay out.

    No more names are kept than one folder at each depth has, so that tens of thousands of plans cost no memory.
    """
    for name in sorted(path.name for path in Path(folder).iterdir()):
        path = Path(folder, name)
        if name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files_in(str(path), suffixes)
        elif path.suffix.lower() in suffixes and path.is_file():
            yield str(path)
