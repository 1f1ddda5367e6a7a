"""Which files may be written over: those in which planuttrekk finds what it writes under such a name."""

from __future__ import annotations

import zipfile
from codecs import BOM_UTF8
from pathlib import Path
from typing import get_args

from extractor.emit import check_csv, csvfile
from extractor.emit.evaluation.markdown import TITLE
from extractor.emit.sheets import Language

_HEAD = 8192  # bytes: the header of a table is shorter
_ABOUT_THE_WORKBOOK = "docProps/core.xml"


def may_be_replaced(path: Path) -> bool:
    """Tell whether nothing is lost when `path` is written anew: a table, workbook or report."""
    try:
        if not path.exists() or path.stat().st_size == 0:
            return True
        return _ARE_OURS[path.suffix.lower()](path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return False


def _is_our_table(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.read(_HEAD).removeprefix(BOM_UTF8).partition(b"\r\n")[0].decode("utf-8")
    titles = [
        make(language) for make in (csvfile.titles, check_csv.titles) for language in get_args(Language)
    ]
    return first in {";".join(each) for each in titles}


def _is_our_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as package, package.open(_ABOUT_THE_WORKBOOK) as about:
        return b"planuttrekk" in about.read(_HEAD)


def _is_our_report(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(TITLE)) == TITLE.encode("utf-8")


_ARE_OURS = {".csv": _is_our_table, ".xlsx": _is_our_workbook, ".md": _is_our_report}
SUFFIXES = frozenset(_ARE_OURS)
"""Of files that it can tell of."""
