"""Names of inputs, before it is known which place holds them all: paths of this machine, or URLs of a store.

Paths are compared and joined as pure paths; those of a store are what stands behind `scheme://`, its host or bucket
first. Asking a store costs time, so a name there that ends as a document does is taken for a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Protocol

from extractor.batch.places import is_url
from extractor.errors import NotFoundError

SUFFIXES = frozenset({
    ".pdf", ".docx", ".docm", ".dotx", ".txt", ".text", ".md", ".html", ".htm", ".xhtml",
})  # fmt: skip
WILD = "*?["


class Names(Protocol):
    """What can be asked about names of one kind."""

    def absolute(self, name: str) -> PurePath:
        """Return a path that does not depend on where the command stands.

        Raises:
            NotFoundError: the name is of another kind.
        """
        ...

    def is_folder(self, path: PurePath) -> bool:
        """Tell whether there is a folder."""
        ...

    def exists(self, path: PurePath) -> bool:
        """Tell whether there is a file or a folder."""
        ...

    def glob(self, folder: PurePath, pattern: str) -> Iterator[PurePath]:
        """Yield what matches below a folder."""
        ...

    def root(self, folder: PurePath) -> str:
        """Return a folder as `place_of` takes it."""
        ...


def names_of(name: str) -> Names:
    """Return what knows about names like this one."""
    return StoreNames(_scheme(name)) if is_url(name) else LocalNames()


def split(names: Names, pattern: str) -> tuple[PurePath, str]:
    """Return the folder before the first wildcard, and the pattern from there."""
    path = names.absolute(pattern)
    wild = next(at for at, part in enumerate(path.parts) if is_wild(part))
    return type(path)(*path.parts[:wild]), str(type(path)(*path.parts[wild:]))


def is_wild(name: str) -> bool:
    """Tell whether a name may be a pattern."""
    return any(letter in name for letter in WILD)


def common(folders: Iterable[PurePath]) -> PurePath:
    """Return the folder above all folders.

    Raises:
        NotFoundError: they are on different drives or in different buckets, or there is none.
    """
    first, *others = list(folders) or [PurePath()]
    for folder in (first, *first.parents):
        if folder.parts and all(other.is_relative_to(folder) for other in others):
            return folder
    raise NotFoundError("inputs", "no folder holds them all", "Name inputs on one drive or in one bucket.")


class LocalNames:
    """Paths of this machine."""

    def absolute(self, name: str) -> Path:
        """Return a path from the root without dots in it; links stay as they are."""
        if is_url(name):
            raise _is_elsewhere(name)
        return Path(os.path.normpath(Path(name).absolute()))

    def is_folder(self, path: PurePath) -> bool:
        """Tell whether there is a folder, as far as we may know."""
        try:
            return Path(path).is_dir()
        except OSError:  # no rights to know, or a name that no disk has
            return False

    def exists(self, path: PurePath) -> bool:
        """Tell whether there is anything."""
        return Path(path).exists()

    def glob(self, folder: PurePath, pattern: str) -> Iterator[Path]:
        """Yield what matches."""
        return Path(folder).glob(pattern)

    def root(self, folder: PurePath) -> str:
        """Return the folder as it is."""
        return str(folder)


@dataclass(frozen=True, slots=True)
class StoreNames:
    """URLs of one scheme."""

    scheme: str

    def absolute(self, name: str) -> PurePosixPath:
        """Return what stands behind the scheme."""
        if not is_url(name) or _scheme(name) != self.scheme:
            raise _is_elsewhere(name)
        return PurePosixPath(name.partition("://")[2])

    def is_folder(self, path: PurePath) -> bool:
        """Tell whether there is a folder; it is not asked for when the name is one of a document."""
        from extractor.batch.remote import ask

        return path.suffix.lower() not in SUFFIXES and bool(ask(self.root(path), "isdir"))

    def exists(self, path: PurePath) -> bool:
        """Tell whether there is anything."""
        from extractor.batch.remote import ask

        return bool(ask(self.root(path), "exists"))

    def glob(self, folder: PurePath, pattern: str) -> Iterator[PurePath]:
        """Yield what matches."""
        from extractor.batch.remote import find

        for below in find(self.root(folder), pattern):
            yield folder / below

    def root(self, folder: PurePath) -> str:
        """Return the URL."""
        return f"{self.scheme}://{folder.as_posix()}"


def _scheme(name: str) -> str:
    return name.partition("://")[0].lower()


def _is_elsewhere(name: str) -> NotFoundError:
    return NotFoundError(name, "it is not where the first input is", "Start a run for each place.")
