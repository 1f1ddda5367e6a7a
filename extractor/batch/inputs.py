"""What the user names → documents, one by one.

A folder stands for the documents in it and below; a pattern for what it matches; a list for the names on its lines.
In folders, files are taken by their suffix, and those with any other by their first bytes; what is left out is
counted. What is named itself is always taken: if it cannot be read, its line in the manifest says so. Names are
relative to the folder that all inputs have in common, so that no two documents have the same.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.places import Place, place_of
from extractor.errors import NotFoundError
from extractor.read.sniff import HTML, PDF, PDF_WITHIN, sniff

SUFFIXES = frozenset({".pdf", ".txt", ".text", ".md", ".html", ".htm", ".xhtml"})
LONGEST_SUFFIX = 6
WITHOUT_SUFFIX = "other"
WILD = "*?["


@dataclass(slots=True)
class Inputs:
    """The documents of a run; iterate to get their names in `place`, some perhaps twice, in no order.

    Raises:
        NotFoundError: something that was named is not there.
    """

    named: tuple[str, ...]  # folders, files, patterns
    lists: tuple[str, ...] = ()  # files with a name on each line
    not_below: str | None = None  # a folder that is no input: the one of the results
    left_out: Counter[str] = field(default_factory=Counter)  # by suffix
    place: Place = field(init=False)
    _base: str = field(init=False)

    def __post_init__(self) -> None:
        folders = {_folder_of(name) for name in self.named}
        for name in self._listed():
            folders = {_common(folders | {_folder_of(name, listed=True)})}
        self._base = _common(folders)
        self.place = place_of(self._base)

    def __iter__(self) -> Iterator[str]:
        for name in self.named:
            yield from self._matches(name) if _is_pattern(name) else self._of(name)
        for name in self._listed():
            yield from self._of(name)

    def _listed(self) -> Iterator[str]:
        for listing in self.lists:
            try:
                with Path(listing).open(encoding="utf-8-sig", errors="surrogateescape") as lines:
                    yield from (line.rstrip("\r\n") for line in lines if line.strip())
            except OSError as error:
                raise NotFoundError(listing, f"the list cannot be opened ({error.strerror})") from error

    def _matches(self, pattern: str) -> Iterator[str]:
        for match in _glob(pattern):
            if _is_folder(match) and "**" not in pattern:
                yield from self._of(str(match))
            elif not _is_folder(match):
                yield self._name(match)

    def _of(self, name: str) -> Iterator[str]:
        below = self._name(name)
        if not _is_folder(Path(name)):
            yield below
            return
        for found in self.place.walk("" if below == "." else below):
            if self._is_result(found):
                continue
            if self._is_document(found):
                yield found
            else:
                self.left_out[_suffix(found)] += 1

    def _name(self, name: str | Path) -> str:
        return _absolute(name).relative_to(self._base).as_posix()

    def _is_result(self, name: str) -> bool:
        return self.not_below is not None and Path(self._base, name).is_relative_to(_absolute(self.not_below))

    def _is_document(self, name: str) -> bool:
        if Path(name).suffix.lower() in SUFFIXES:
            return True
        try:
            with self.place.open(name) as file:
                return sniff(file.read(PDF_WITHIN)) in (PDF, HTML)
        except OSError:
            return True  # its line tells why


def _absolute(name: str | Path) -> Path:
    """Return a path from the root without dots in it; links stay as they are."""
    return Path(os.path.normpath(Path(name).absolute()))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no rights to know, or a name that no disk has
        return False


def _is_pattern(name: str) -> bool:
    return any(letter in name for letter in WILD) and not Path(name).exists()


def _split(pattern: str) -> tuple[Path, str]:
    """Return the folder before the first wildcard, and the pattern from there."""
    parts = Path(pattern).parts
    wild = next(at for at, part in enumerate(parts) if any(letter in part for letter in WILD))
    return _absolute(Path(*parts[:wild])), str(Path(*parts[wild:]))


def _glob(pattern: str) -> Iterator[Path]:
    """Yield what matches, without what is hidden."""
    folder, rest = _split(pattern)
    for match in folder.glob(rest):
        if not any(part.startswith(".") for part in match.relative_to(folder).parts):
            yield match


def _folder_of(name: str, *, listed: bool = False) -> str:
    """Return the folder, from the root, below which all that a name stands for is."""
    if not listed and _is_pattern(name):
        if next(_glob(name), None) is None:
            raise NotFoundError(name, "nothing matches the pattern")
        return str(_split(name)[0])
    path = _absolute(name)
    if not (listed or path.exists()):
        raise NotFoundError(name, "there is no such file or folder")
    return str(path if _is_folder(path) else path.parent)


def _common(folders: Iterable[str]) -> str:
    """Return the folder above all folders.

    Raises:
        NotFoundError: they are on different drives, or there is none.
    """
    try:
        return os.path.commonpath(list(folders))
    except ValueError as error:
        raise NotFoundError(
            "inputs", f"no folder holds them all ({error})", "Name inputs on one drive."
        ) from error


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if 1 < len(suffix) <= LONGEST_SUFFIX and suffix.isascii() else WITHOUT_SUFFIX
