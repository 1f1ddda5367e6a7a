"""Folder trees that documents come from and results go to.

A place is all that the rest of the batch knows of a disk, so that a bucket of an object store can stand in for a
folder: `place_of` tells by the name which it is. Names inside a place are relative, with `/` between their parts.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from extractor.errors import ExtractorError

URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # with two letters: one is a drive
INSTALL = "Run: pip install distributed fsspec (they are the extra 'cluster')"
LOCK = ".lock"  # in a folder that a run writes to, or has written to
DRAFT = re.compile(r"\..*\.[0-9a-f]{8}\.part", re.DOTALL)  # see extractor.emit.jsonfile


class Place(Protocol):
    """A folder tree."""

    root: str

    def walk(self, below: str = "") -> Iterator[str]:
        """Yield the name of each file below a folder, in any order, one by one.

        Hidden files and folders are left out. A folder that cannot be listed is yielded itself, so that opening it
        tells why.
        """
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a file to read its bytes.

        Raises:
            OSError: it is not there, or cannot be opened.
        """
        ...

    def local(self, name: str) -> AbstractContextManager[Path]:
        """Lend a file as one on this machine, with its own last name.

        Raises:
            OSError: it cannot be brought here.
        """
        ...

    def exists(self, name: str) -> bool:
        """Tell whether there is a file of this name."""
        ...

    def write(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file, whole or not at all; folders above it are made.

        Raises:
            ExtractorError: it cannot be written, from the `OSError` that tells why.
        """
        ...

    def append(self, name: str, data: bytes) -> None:
        """Add to the end of a file, which is made when it is not there; on return the bytes outlive this process.

        Raises:
            ExtractorError: it cannot be written, from the `OSError` that tells why.
        """
        ...

    def remove(self, name: str) -> None:
        """Remove a file; nothing happens when it is not there.

        Raises:
            ExtractorError: it cannot be removed.
        """
        ...

    def tidy(self) -> None:
        """Remove what a killed run has left half written; other runs must be kept out meanwhile."""
        ...

    def lock(self) -> AbstractContextManager[None]:
        """Keep other runs from writing here, as long as the context lasts.

        Raises:
            ExtractorError: another run is writing here, or nobody can.
        """
        ...


def is_url(name: str) -> bool:
    """Tell a name with `scheme://` in front from one on this machine."""
    return URL.match(name) is not None


def place_of(root: str) -> Place:
    """Return the place of a name: a folder, or what a `scheme://` in front tells.

    Raises:
        ExtractorError: nothing is installed for this scheme.
    """
    if is_url(root):
        from extractor.batch.remote import RemotePlace

        return RemotePlace(root)
    return LocalPlace(root)


class LocalPlace:
    """A folder on this machine."""

    def __init__(self, root: str) -> None:
        self.root = root

    def walk(self, below: str = "") -> Iterator[str]:
        """Yield names; links to files are followed, links to folders are not, for they may lead round in circles."""
        folders = [below.strip("/")]
        while folders:
            folder = folders.pop()
            try:
                entries = os.scandir(self._path(folder))
            except OSError:
                yield folder
                continue
            with entries:
                for entry in entries:
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(name)
                    elif entry.is_file() or (entry.is_symlink() and not entry.is_dir()):
                        yield name

    def open(self, name: str) -> BinaryIO:
        """Open a file to read its bytes; never a pipe or a device, which may have no end."""
        path = self._path(name)
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        return path.open("rb")

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        """Lend the file as it is."""
        yield self._path(name)

    def exists(self, name: str) -> bool:
        """Tell whether there is a file of this name."""
        return self._path(name).is_file()

    def write(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write beside the final place, have it on the disk, then move it there."""
        from extractor.emit.jsonfile import write_chunks

        path = self._path(name)
        self._make_folder(path.parent)
        write_chunks(chunks, path)

    def append(self, name: str, data: bytes) -> None:
        """Add to the end of a file in one go; that is enough for all but a loss of power, which costs some lines."""
        path = self._path(name)
        self._make_folder(path.parent)
        try:
            with path.open("ab", buffering=0) as file:
                file.write(data)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def tidy(self) -> None:
        """Remove the drafts of files that `write` was killed over."""
        for folder, _, names in os.walk(self.root):
            for name in filter(DRAFT.fullmatch, names):
                Path(folder, name).unlink(missing_ok=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold a lock of the system on a file; it goes with the process that holds it, however that ends."""
        path = self._path(LOCK)
        self._make_folder(path.parent)
        try:
            file = path.open("ab")
        except OSError as error:
            raise _cannot_write(path, error) from error
        with file:
            _take_lock(file, self.root)
            yield

    def _path(self, name: str) -> Path:
        return Path(self.root, name)

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(folder, error) from error


def _cannot_write(path: Path, error: OSError) -> ExtractorError:
    return ExtractorError(str(path), f"cannot be written ({error.strerror})", "Choose another place with -o.")


def _take_lock(file: BinaryIO, root: str) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ExtractorError(
            root, "another run is writing here", "Wait for it, or choose another place with -o."
        ) from error
