"""What the user names → documents, one by one.

A folder stands for the documents in it and below; a pattern for what it matches; a list for the names on its lines.
In folders, files are taken by their suffix, and those with any other by their first bytes; what is left out is
counted. What is named itself is always taken: if it cannot be read, its line in the manifest says so. Names are
relative to the folder that all inputs have in common, so that no two documents have the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePath

from extractor.batch.names import SUFFIXES, Names, common, is_wild, names_of, split
from extractor.batch.places import Place, place_of
from extractor.errors import NotFoundError
from extractor.read.sniff import DOCX, HTML, PDF, TOLD_WITHIN, sniff

LONGEST_SUFFIX = 6
WITHOUT_SUFFIX = "other"
OPEN_IN_WORD = "~$"  # begins the name of the file that stands beside a document while somebody has it open


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
    _names: Names = field(init=False)
    _base: PurePath = field(init=False)
    _results: PurePath | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._names = names_of(next(chain(self.named, self._listed()), ""))
        folders = {self._folder_of(name) for name in self.named}
        for name in self._listed():
            folders = {common(folders | {self._folder_of(name, listed=True)})}
        self._base = common(folders)
        self.place = place_of(self._names.root(self._base))
        with suppress(NotFoundError):  # results may be in a place of another kind
            self._results = self._names.absolute(self.not_below) if self.not_below else None

    def __iter__(self) -> Iterator[str]:
        for name in self.named:
            yield from self._matches(name) if self._is_pattern(name) else self._of(self._names.absolute(name))
        for name in self._listed():
            yield from self._of(self._names.absolute(name))

    def _listed(self) -> Iterator[str]:
        for listing in self.lists:
            try:
                with Path(listing).open(encoding="utf-8-sig", errors="surrogateescape") as lines:
                    yield from (line.rstrip("\r\n") for line in lines if line.strip())
            except OSError as error:
                raise NotFoundError(listing, f"the list cannot be opened ({error.strerror})") from error

    def _is_pattern(self, name: str) -> bool:
        return is_wild(name) and not self._names.exists(self._names.absolute(name))

    def _glob(self, pattern: str) -> Iterator[PurePath]:
        """Yield what matches, without what is hidden."""
        folder, rest = split(self._names, pattern)
        for match in self._names.glob(folder, rest):
            if not any(part.startswith(".") for part in match.relative_to(folder).parts):
                yield match

    def _folder_of(self, name: str, *, listed: bool = False) -> PurePath:
        """Return the folder, from the root, below which all that a name stands for is."""
        if not listed and self._is_pattern(name):
            if next(self._glob(name), None) is None:
                raise NotFoundError(name, "nothing matches the pattern")
            return split(self._names, name)[0]
        path = self._names.absolute(name)
        if not (listed or self._names.exists(path)):
            raise NotFoundError(name, "there is no such file or folder")
        return path if self._names.is_folder(path) else path.parent

    def _matches(self, pattern: str) -> Iterator[str]:
        for match in self._glob(pattern):
            if not self._names.is_folder(match):
                yield self._below(match)
            elif "**" not in pattern:
                yield from self._of(match)

    def _of(self, path: PurePath) -> Iterator[str]:
        below = self._below(path)
        if not self._names.is_folder(path):
            yield below
            return
        for found in self.place.walk("" if below == "." else below):
            if self._is_result(found) or PurePath(found).name.startswith(OPEN_IN_WORD):
                continue
            if self._is_document(found):
                yield found
            else:
                self.left_out[_suffix(found)] += 1

    def _below(self, path: PurePath) -> str:
        return path.relative_to(self._base).as_posix()

    def _is_result(self, name: str) -> bool:
        return self._results is not None and (self._base / name).is_relative_to(self._results)

    def _is_document(self, name: str) -> bool:
        if PurePath(name).suffix.lower() in SUFFIXES:
            return True
        try:
            with self.place.open(name) as file:
                return sniff(file.read(TOLD_WITHIN)) in (PDF, HTML, DOCX)
        except OSError:
            return True  # its line tells why


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    return suffix if 1 < len(suffix) <= LONGEST_SUFFIX and suffix.isascii() else WITHOUT_SUFFIX
