"""The corrections that a command is given: files, folders of files; found for a document by its content.

A damaged file ends the command before anything is read: somebody's work would silently be missing from what comes
out. In a folder, JSON of something else is passed over.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.inputs import JSON, files_in
from extractor.cli.wording import counted
from extractor.emit.plain import plain
from extractor.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from schemas.corrections import Corrections

log = logging.getLogger(__name__)


class GivenCorrections:
    """What stands behind --corrections, and which of it found its document.

    Raises:
        ExtractorError: a file cannot be read, or is none of corrections.
    """

    def __init__(self, names: Sequence[str]) -> None:
        from extractor.corrections.store import CorrectionStore

        self._store = CorrectionStore()
        self._named: dict[str, tuple[str, str]] = {}  # content → file that was named itself, document in it
        self._met: set[str] = set()
        self._given: dict[str, str] = {}  # document that was read with corrections → its content
        for name in names:
            for file, found in _read(name):
                self._store.add(found)
                if file == name:
                    self._named[found.document.sha256] = (file, found.document.filename)

    def by_content(self) -> dict[str, str]:
        """Return the corrections as JSON by the sha256 of their document."""
        return self._store.texts()

    def settings_for(self, file: str, base: Settings = DEFAULT) -> Settings:
        """Return the settings that a document is read with; one that cannot be opened is left to its reader."""
        if not self._store:
            return base
        with suppress(OSError, ValueError), Path(file).open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
            self.meet(content)
            self._given[file] = content
            return replace(base, corrections=self._store.text_for(content))
        return base

    def told_of(self, file: str) -> str:
        """Return «with 3 corrections» for a document that there are any for, else nothing."""
        number = self._store.count(self._given.get(file, ""))
        return f"with {counted(number, 'correction')}" if number else ""

    def meet(self, content: str) -> None:
        """Take note that there was a document with this content."""
        self._met.add(content)

    def tell_unused(self) -> None:
        """Name the files that are for no document that was met; of those in folders only the number."""
        for content, (file, document) in self._named.items():
            if content not in self._met:
                told = (
                    f"{plain(file)}: is for another content, that of {plain(document)}; it was not applied."
                )
                click.echo(told, err=True)
        if others := self._store.contents() - self._met - set(self._named):
            log.info("%d documents that corrections in folders are for were not met", len(others))


def _read(name: str) -> Iterator[tuple[str, Corrections]]:
    from extractor.emit.jsonfile import load_corrections
    from extractor.errors import OtherJsonError

    if not Path(name).is_dir():
        yield name, load_corrections(name)
        return
    for file in files_in(name, JSON):
        try:
            yield file, load_corrections(file)
        except OtherJsonError:
            log.info("%s is JSON of something else", file)
