"""What was recognised is kept, so that no page is read from its picture twice.

A page is told by the document's content, its number, and everything that decides what is recognised: the versions of
the engines, the language and our own way of preparing pictures. An entry is written whole or not at all, so that any
number of processes can share the folder. When it grows over its ceiling, what was not used for longest goes. Nothing
depends on an entry being there: what is damaged or lost is recognised again, with the same result.

The folder is `ocr` below PLANUTTREKK_CACHE or, where that is not set, below the user's cache folder. `off` keeps
nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

PLACE = "PLANUTTREKK_CACHE"
OFF = "off"
CEILING = 500_000_000  # bytes; a page takes some ten thousand
LEFT_AFTER = 0.8  # of the ceiling, once something had to go
LOOKS_EVERY = 64  # pages that are kept between two looks at the size of the folder


def cache_folder() -> Path | None:
    """Return where pages are kept; None where they are not."""
    place = os.environ.get(PLACE)
    if place == OFF:
        return None
    return (Path(place) if place else _users_folder() / "planuttrekk") / "ocr"


def _users_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    place = os.environ.get("XDG_CACHE_HOME", "")
    return Path(place) if Path(place).is_absolute() else Path.home() / ".cache"


def pack(found: Any) -> bytes:
    """Return what JSON can hold in few bytes, the same each time."""
    return gzip.compress(json.dumps(found, separators=(",", ":")).encode(), mtime=0)


def unpack(data: bytes) -> Any:
    """Return what was packed.

    Raises:
        OSError, EOFError, ValueError: the bytes are damaged.
    """
    return json.loads(gzip.decompress(data))


class Cache:
    """Pages that were recognised before.

    Args:
        engine: what tells one way of recognising from another.
    """

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._folder = cache_folder()
        self._kept = 0

    def get(self, sha256: str, page: int) -> Any | None:
        """Return what was kept of a page, as it came from JSON; None when nothing was."""
        path = self._path(sha256, page)
        if path is None:
            return None
        try:
            found = unpack(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, EOFError, ValueError) as error:
            log.debug("%s is of no use: %r", path, error)
            return None
        with suppress(OSError):
            os.utime(path)
        return found

    def put(self, sha256: str, page: int, found: Any) -> None:
        """Keep what was recognised, if that can be."""
        path = self._path(sha256, page)
        if path is None or self._folder is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, pack(found))
        except OSError as error:
            log.info("what was recognised cannot be kept: %s", error)
            return
        self._kept += 1
        if self._kept % LOOKS_EVERY == 1:
            shrink(self._folder)

    def _path(self, sha256: str, page: int) -> Path | None:
        key = hashlib.sha256(f"{self._engine} {sha256} {page}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.json.gz" if self._folder else None


def size_of(folder: Path) -> int:
    """Return how many bytes a folder of pages takes."""
    return sum(size for _, size, _ in _entries(folder))


def shrink(folder: Path, ceiling: int = CEILING) -> None:
    """Remove the pages that were not used for longest when there is more than `ceiling`, in bytes."""
    entries = sorted(_entries(folder))
    total = sum(size for _, size, _ in entries)
    if total <= ceiling:
        return
    for _, size, path in entries:
        with suppress(OSError):
            path.unlink()
        total -= size
        if total <= LEFT_AFTER * ceiling:
            return


def _entries(folder: Path) -> list[tuple[float, int, Path]]:
    """Return when each page was last used, its size and its file; others may remove some meanwhile."""
    found = []
    for path in folder.glob("*/*"):
        with suppress(OSError):
            status = path.stat()
            found.append((status.st_mtime, status.st_size, path))
    return found


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
