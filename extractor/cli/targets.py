"""Where the JSON of each input goes, so that no two of them meet and no input is written over."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from extractor.emit.plain import plain

JSON_HEAD = 200  # bytes
JSON_OPENS = re.compile(rb"\s*(?:\{\s*(?:[\"}].*)?)?", re.DOTALL)  # an object, or nothing at all
_HEAD = 2048  # bytes in which a page says whose it is
STANDARD_INPUT = STANDARD_OUTPUT = "-"


def choose_targets(files: Sequence[str], output: str | None) -> list[tuple[str, Path | None]]:
    """Return each input, once, with the file that its JSON goes to; None is standard output.

    Raises:
        click.UsageError: several inputs and no folder, or an output that is one of the inputs.
    """
    files = list({os.path.realpath(file): file for file in files}.values())
    if STANDARD_INPUT in files:
        raise click.UsageError("standard input is not read: give the name of a file")
    if output == "":
        raise click.UsageError("-o has no name behind it: give FILE.json or FOLDER/")
    if output is None or output == STANDARD_OUTPUT:
        if len(files) > 1:
            raise click.UsageError("several files need a folder for what comes out: -o FOLDER/")
        return [(files[0], None)]
    if not _is_folder(output, several=len(files) > 1):
        targets = [Path(output)]
    else:
        targets = [Path(output) / name for name in unique_names(files)]
    taken = {os.path.realpath(file) for file in files}
    for target in targets:
        if os.path.realpath(target) in taken:
            raise click.UsageError(f"{target} would be written over: it is one of the files to read")
        if holds_something_else(target):
            raise click.UsageError(
                f"{target} would be written over, and it is no JSON: give FILE.json or FOLDER/"
            )
    return list(zip(files, targets, strict=True))


def holds_something_else(target: Path) -> bool:
    """Whether `target` is a file without JSON in it: `-o *.pdf` names a plan. What cannot be opened counts too."""
    if not target.is_file():
        return False
    try:
        with target.open("rb") as stream:
            return not JSON_OPENS.fullmatch(stream.read(JSON_HEAD))
    except OSError:
        return True


def refuse_output(output: str, files: Iterable[str], suffixes: Sequence[str]) -> None:
    """Refuse what -o cannot mean: a kind that is not written, a file that is read, a file with something else in it.

    Raises:
        click.UsageError: it does.
    """
    path, suffix = Path(output), Path(output).suffix.lower()
    if suffix not in suffixes:
        raise click.UsageError(f"-o {plain(output)}: give a name that ends with {', '.join(suffixes)}")
    spare(output, files)
    if suffix == ".json" and holds_something_else(path):
        raise click.UsageError(f"{plain(output)} would be written over, and it is no JSON: give another name")
    refuse_another_table(output)
    if suffix == ".html" and _is_another_page(path):
        raise click.UsageError(
            f"{plain(output)} would be written over, and it is no page of ours: give another name"
        )


def refuse_another_table(output: str) -> None:
    """Refuse to write over a table, workbook or report that planuttrekk did not write.

    Raises:
        click.UsageError: it would be.
    """
    from extractor.emit.ours import SUFFIXES, may_be_replaced

    path = Path(output)
    if path.suffix.lower() in SUFFIXES and not may_be_replaced(path):
        raise click.UsageError(
            f"{plain(output)} would be written over, and planuttrekk did not write it: give another name"
        )


def spare(output: str, files: Iterable[str]) -> None:
    """Refuse to write over a file that is read; what merely lies in the same folder is none.

    Raises:
        click.UsageError: `output` is one of the files.
    """
    if os.path.realpath(output) in {os.path.realpath(file) for file in files}:
        raise click.UsageError(f"{plain(output)} would be written over: it is one of the files to read")


def _is_another_page(path: Path) -> bool:
    """Return whether something is there that was not written by us: plans are web pages too."""
    from extractor.emit.page import MARK

    try:
        return MARK.encode() not in path.read_bytes()[:_HEAD]
    except OSError:  # nothing there, or nothing that can be read; writing will tell
        return False


def unique_names(files: Sequence[str]) -> list[str]:
    """Return a name for the JSON of each file: its stem, its full name where stems meet, then a number.

    Upper and lower case count as the same, as they do on many disks.
    """
    stems = Counter(Path(file).stem.casefold() for file in files)
    names: list[str] = []
    taken: set[str] = set()
    for file in files:
        path = Path(file)
        base = path.stem if stems[path.stem.casefold()] == 1 else path.name
        name, number = f"{base}.json", 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}.json"
        taken.add(name.casefold())
        names.append(name)
    return names


def _is_folder(output: str, *, several: bool) -> bool:
    """Whether what -o names is, or is to be, a folder: all but `NAME.json` and files that are there."""
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return True
    if several and (output.endswith(".json") or Path(output).exists()):
        raise click.UsageError(f"several files need a folder for what comes out, and {output} is none")
    return not (output.endswith(".json") or Path(output).exists())
