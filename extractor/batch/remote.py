"""Folder trees in an object store or behind another protocol, by way of fsspec: `s3://`, `gs://`, `abfs://`, `sftp://`.

What a store cannot do decides how things are done here. It shows a file when all of it is there, so nothing is moved
into place. It cannot add to the end of a file, so lines are put beside it, a file for those of each second, and the
next run puts them together before it does anything else: a run that is killed loses the lines of a second at most, and
the next does those documents again. It knows no lock, so nobody keeps two runs apart. Nothing that was listed is
remembered, for others write there, too. Rights and addresses are those of the environment, on each machine its own.
"""

from __future__ import annotations

import errno
import posixpath
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from time import monotonic, time_ns
from typing import IO, Any, BinaryIO

from extractor.batch.places import INSTALL
from extractor.errors import ExtractorError

ADDED = ".added"  # folder of what is to come at the end of files
SECONDS_BETWEEN_WRITES = 1.0
BLOCK = 1024 * 1024  # bytes that are fetched at a time


class RemotePlace:
    """A folder tree that fsspec reads and writes.

    Raises:
        ExtractorError: fsspec, or what it needs for this scheme, is not installed.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._files, self._top = connect(root)
        self._unwritten: dict[str, bytes] = {}
        self._written = float("-inf")

    def walk(self, below: str = "") -> Iterator[str]:
        """Yield names, folder by folder; see `Place.walk`."""
        folders = [below.strip("/")]
        while folders:
            folder = folders.pop()
            try:
                entries = self._list(folder)
            except OSError:
                yield folder
                continue
            for name, kind in entries:
                if kind == "directory":
                    folders.append(name)
                else:
                    yield name

    def open(self, name: str) -> BinaryIO:
        """Open a file to read its bytes, of which no more are fetched than are read, and some."""
        with _as_os_error():
            file: BinaryIO = self._files.open(self._path(name), "rb", block_size=BLOCK)
            return file

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        """Bring a file to this machine for a while."""
        with TemporaryDirectory() as folder:
            path = Path(folder, PurePosixPath(name).name)
            self._bring(name, path)
            yield path

    def exists(self, name: str) -> bool:
        """Tell whether there is a file of this name.

        Raises:
            ExtractorError: the store does not answer, which is another thing than no.
        """
        try:
            with _as_os_error():
                return bool(self._files.info(self._path(name))["type"] == "file")
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._fault(name, "cannot be asked for", error) from error

    def write(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write the file here, then put it there in one go; lines that were to be added to it are given up."""
        self._unwritten.pop(name, None)
        with self._told(name), TemporaryDirectory() as folder:
            path = Path(folder, "file")
            with path.open("wb") as file:
                file.writelines(chunks)
            self._put(path, name)
            self._forget_added(name)

    def append(self, name: str, data: bytes) -> None:
        """Put lines beside the file, those of a second together."""
        self._unwritten[name] = self._unwritten.get(name, b"") + data
        if monotonic() - self._written >= SECONDS_BETWEEN_WRITES:
            self._write_added()

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with self._told(name, "cannot be removed"):
            try:
                self._files.rm_file(self._path(name))
            except FileNotFoundError:
                return

    def tidy(self) -> None:
        """Put lines that a killed run has added to the end of their files."""
        for name in sorted({posixpath.dirname(added) for added in self._added()}):
            name = name.removeprefix(f"{ADDED}/")
            with self._told(name), TemporaryDirectory() as folder:
                path = Path(folder, "file")
                with path.open("wb") as file:
                    self._copy_whole(name, file)
                self._put(path, name)
                self._forget_added(name)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Write the last lines at the end, whatever ends the run; other runs are not kept out."""
        try:
            yield
        finally:
            self._write_added()

    def _path(self, name: str) -> str:
        return f"{self._top}/{name}" if name else self._top

    def _list(self, folder: str) -> list[tuple[str, str]]:
        """Return names and kinds of what is in a folder and not hidden."""
        with _as_os_error():
            found = self._files.ls(self._path(folder), detail=True)
        entries = []
        for entry in found:
            last = posixpath.basename(entry["name"].rstrip("/"))
            name = f"{folder}/{last}" if folder else last
            if not last.startswith(".") and entry["name"].strip("/") != self._path(folder).strip("/"):
                entries.append((name, entry["type"]))  # a folder may be listed in itself
        return entries

    def _bring(self, name: str, path: Path) -> None:
        with _as_os_error():
            self._files.get_file(self._path(name), str(path))
        if not path.is_file():
            raise OSError(errno.EINVAL, "it is no file")

    def _put(self, path: Path, name: str) -> None:
        self._files.makedirs(posixpath.dirname(self._path(name)), exist_ok=True)
        self._files.put_file(str(path), self._path(name))

    def _write_added(self) -> None:
        for name, data in list(self._unwritten.items()):
            with self._told(name):
                folder = self._path(f"{ADDED}/{name}")
                self._files.makedirs(folder, exist_ok=True)
                self._files.pipe_file(f"{folder}/{time_ns():020}", data)
            del self._unwritten[name]
        self._written = monotonic()

    def _added(self, name: str = "") -> list[str]:
        """Return what was put beside files, in order."""
        with self._told(ADDED, "cannot be listed"):
            top = self._path(f"{ADDED}/{name}".rstrip("/"))
            try:
                found = self._files.find(top)
            except FileNotFoundError:
                return []
        start = len(self._top.strip("/")) + 1
        return sorted(path.strip("/")[start:] for path in found)

    def _copy_whole(self, name: str, file: IO[bytes]) -> None:
        """Write a file and all that was added to it to another."""
        if self.exists(name):
            with self.open(name) as old:
                shutil.copyfileobj(old, file)
        for part in self._added(name):
            file.write(b"\n" + self._files.cat_file(self._path(part)))  # what is before may be torn

    def _forget_added(self, name: str) -> None:
        for part in self._added(name):
            self._files.rm_file(self._path(part))

    @contextmanager
    def _told(self, name: str, what: str = "cannot be written") -> Iterator[None]:
        try:
            with _as_os_error():
                yield
        except OSError as error:
            raise self._fault(name, what, error) from error

    def _fault(self, name: str, what: str, error: OSError) -> ExtractorError:
        cause = f"{what} ({error.strerror or error})"
        return ExtractorError(f"{self.root}/{name}", cause, "Check the place and your rights there.")


def connect(url: str) -> tuple[Any, str]:
    """Return the file system of fsspec for a URL, and the path in it.

    Raises:
        ExtractorError: what it takes is not installed, or refuses the URL.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ExtractorError(url, "fsspec is not installed, which such places need", INSTALL) from error
    try:
        files, path = url_to_fs(url, use_listings_cache=False)
    except ImportError as error:
        raise ExtractorError(url, "this kind of place is not installed", f"{error}.") from error
    except Exception as error:
        raise ExtractorError(url, f"cannot be used as a place ({error})", "Check the address.") from error
    return files, path.rstrip("/")


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Let what the libraries of stores raise be what a disk would raise."""
    try:
        yield
    except (OSError, ExtractorError):
        raise
    except Exception as error:
        raise OSError(errno.EIO, f"{type(error).__name__}: {error}") from error


def ask(url: str, question: str) -> Any:
    """Return what fsspec answers to a question about a URL: `isdir`, `exists`.

    Raises:
        ExtractorError: nothing is installed for it, or the store does not answer.
    """
    files, path = connect(url)
    try:
        with _as_os_error():
            return getattr(files, question)(path)
    except OSError as error:
        raise ExtractorError(
            url,
            f"cannot be asked for ({error.strerror or error})",
            "Check the address and your rights there.",
        ) from error


def find(url: str, pattern: str) -> Iterator[str]:
    """Yield what matches below a URL, as names relative to it."""
    files, path = connect(url)
    start = len(path.strip("/"))
    for match in files.glob(f"{path}/{pattern}"):
        yield match.strip("/")[start:].strip("/")
