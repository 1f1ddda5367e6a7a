"""Where an export goes: written whole beside its final place, then moved there, and never over what is not ours.

An earlier export may be replaced. It is known by what stands in it, not by its name: a database by its application
number, a workbook by its comment, a folder or archive by its `datapackage.json` and by holding nothing but our tables.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.export.marks import ARCHIVE_SUFFIX, COMMENT, DESCRIPTOR, PACKAGE, SQLITE_NUMBER

_SQLITE_HEADER, _SQLITE_NUMBER_AT = b"SQLite format 3\0", 68
_DATE = (1980, 1, 1, 0, 0, 0)  # of every file in an archive: a clock would make equal contents unequal files
_CHOOSE = "Choose another place with -o."


def may_be_written(path: str | os.PathLike[str]) -> bool:
    """Tell whether there is nothing at a place yet, or nothing but an export of ours."""
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            return _is_our_folder(target)
        return not target.exists() or target.stat().st_size == 0 or _is_our_file(target)
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


@contextmanager
def draft_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Lend a name beside `path`; what is written there takes its place at the end, or goes with an error.

    Raises:
        ExtractorError: the place cannot be written to, or holds something else.
    """
    with _place_for(path) as (target, draft):
        try:
            yield draft
            _to_disk(draft)
            draft.replace(target)
        finally:
            with suppress(OSError):
                draft.unlink()


@contextmanager
def draft_folder(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Lend a folder beside `path`, which becomes the folder or, where the name says so, archive of that name.

    Raises:
        ExtractorError: the place cannot be written to, or holds something else.
    """
    if os.fspath(path).casefold().endswith(ARCHIVE_SUFFIX):
        with draft_file(path) as archive:
            folder = archive.with_suffix(".files")
            try:
                folder.mkdir()
                yield folder
                _pack(sorted(folder.iterdir()), archive)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        return
    with _place_for(path) as (target, draft):
        try:
            draft.mkdir()
            yield draft
            for file in draft.iterdir():
                _to_disk(file)
            _replace_folder(draft, target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _place_for(path: str | os.PathLike[str]) -> Iterator[tuple[Path, Path]]:
    """Give the final place and a name beside it, hidden from those who list the folder."""
    name = os.fspath(path)
    if not may_be_written(path):
        raise ExtractorError(name, "holds something that is no export of planuttrekk", _CHOOSE)
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield target, target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    except (OSError, ValueError, sqlite3.Error) as error:
        cause = getattr(error, "strerror", None) or error
        raise ExtractorError(name, f"cannot be written ({cause})", _CHOOSE) from error


def _replace_folder(draft: Path, target: Path) -> None:
    """Put a folder in the place of another, which is kept until then."""
    before = draft.with_suffix(".before")
    if target.exists():
        target.replace(before)
    try:
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            before.replace(target)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _pack(files: Iterable[Path], archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for file in files:
            entry = zipfile.ZipInfo(file.name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with file.open("rb") as source, package.open(entry, "w", force_zip64=True) as place:
                shutil.copyfileobj(source, place)


def _is_our_file(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(_SQLITE_NUMBER_AT + 4)
    if head.startswith(_SQLITE_HEADER):
        return head[_SQLITE_NUMBER_AT:] == SQLITE_NUMBER.to_bytes(4, "big")
    with zipfile.ZipFile(file) as package:
        if "docProps/core.xml" in package.namelist():
            return COMMENT.encode() in package.read("docProps/core.xml")
        return DESCRIPTOR in package.namelist() and _is_our_descriptor(
            package.read(DESCRIPTOR), package.namelist()
        )


def _is_our_folder(folder: Path) -> bool:
    names = [entry.name for entry in folder.iterdir()]
    return not names or (
        DESCRIPTOR in names and _is_our_descriptor((folder / DESCRIPTOR).read_bytes(), names)
    )


def _is_our_descriptor(data: bytes, names: Iterable[str]) -> bool:
    """Tell whether a description is of an export, and everything beside it is described there."""
    package = json.loads(data)
    if not isinstance(package, dict) or package.get("name") != PACKAGE:
        return False
    told = {resource.get("path") for resource in package.get("resources", ())}
    return set(names) <= told | {DESCRIPTOR}
