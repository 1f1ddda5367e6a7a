"""Plan, comparison, diff or corrections ↔ JSON file.

The same plan gives the same bytes: keys stand in the order of the models, text is UTF-8 as it is, the file
ends with one line end. A file is written beside its final place and then moved there, so that nobody ever
meets half of one.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from extractor.errors import (
    CannotReadError,
    DamagedFileError,
    EmptyFileError,
    ExtractorError,
    NewerSchemaError,
    NotFoundError,
    OtherJsonError,
    WrongTypeError,
)
from schemas import Plan
from schemas.base import Model
from schemas.batch import BatchSummary
from schemas.check import CheckReport
from schemas.comparison import Comparison
from schemas.corrections import Corrections
from schemas.diff import Diff
from schemas.evaluation import Evaluation
from schemas.version import (
    CHECK_VERSION,
    COMPARISON_VERSION,
    CORRECTIONS_VERSION,
    DIFF_VERSION,
    EVALUATION_VERSION,
    SCHEMA_VERSION,
)

Written = Plan | Comparison | Diff | Corrections | CheckReport | Evaluation | BatchSummary
Contract = TypeVar("Contract", Plan, Comparison, Diff, Corrections, CheckReport, Evaluation, BatchSummary)

NUMBERS = re.compile(
    r"\[\n\s+(-?[\d.]+(?:,\n\s+-?[\d.]+)*)\n\s+\]"
)  # strings hold no line ends, so this is a box
NOT_OURS = "Give a JSON file that planuttrekk wrote."
VERSIONS = {
    Plan: SCHEMA_VERSION,
    Comparison: COMPARISON_VERSION,
    Diff: DIFF_VERSION,
    Corrections: CORRECTIONS_VERSION,
    CheckReport: CHECK_VERSION,
    Evaluation: EVALUATION_VERSION,
    BatchSummary: SCHEMA_VERSION,
}
NAMES = {
    Plan: "a plan",
    Comparison: "a comparison",
    Diff: "a diff of two plans",
    Corrections: "a file of corrections",
    CheckReport: "a check",
    Evaluation: "an evaluation",
    BatchSummary: "the summary of a batch",
}
OWN_KEYS = {
    Plan: {"source", "kind"},
    Comparison: {"plans"},
    Diff: {"old", "new"},
    Corrections: {"corrections"},
    CheckReport: {"checks"},
    Evaluation: {"fields", "documents"},
    BatchSummary: {"inputs", "skipped"},
}


def dumps(document: Model) -> str:
    """Return a plan or comparison as JSON, indented by two spaces, boxes on one line, one line end behind it."""
    return NUMBERS.sub(_on_one_line, document.model_dump_json(indent=2)) + "\n"


def _on_one_line(numbers: re.Match[str]) -> str:
    return "[" + ", ".join(numbers[1].replace(",", " ").split()) + "]"


def write_json(document: Model, path: str | os.PathLike[str]) -> None:
    """Write a plan or comparison to `path`, whole or not at all; see `write_text`."""
    write_text(dumps(document), path)


def write_text(text: str, path: str | os.PathLike[str]) -> None:
    """Write UTF-8 text to `path`, whole or not at all; a device or a pipe is written to as it is.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    write_chunks([text.encode("utf-8")], path)


def write_chunks(chunks: Iterable[bytes], path: str | os.PathLike[str]) -> None:
    """Write bytes to `path`, piece by piece, as `write_text` does; the last name of a draft ends in `.part`.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    with _told_as_write_error(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            target.write_bytes(b"".join(chunks))
            return
        draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
        try:
            _write_through(draft, chunks)
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise


def load_plan(path: str | os.PathLike[str]) -> Plan:
    """Read a plan from a JSON file that was written earlier.

    Raises:
        NewerSchemaError: written by a newer version.
        OtherJsonError: JSON of something else.
        CannotReadError: no such file, or no JSON.
    """
    return _load(path, Plan)


def load_comparison(path: str | os.PathLike[str]) -> Comparison:
    """Read a comparison from a JSON file that was written earlier; raises what `load_plan` raises."""
    return _load(path, Comparison)


def load_corrections(path: str | os.PathLike[str]) -> Corrections:
    """Read what a reader corrected from a JSON file; raises what `load_plan` raises."""
    return _load(path, Corrections)


def load_diff(path: str | os.PathLike[str]) -> Diff:
    """Read what became of a plan in the next from a JSON file; raises what `load_plan` raises."""
    return _load(path, Diff)


def load_any(path: str | os.PathLike[str]) -> Plan | Comparison | Diff:
    """Read a plan, a comparison or a diff, whichever a JSON file holds; raises what `load_plan` raises."""
    try:
        return load_plan(path)
    except OtherJsonError:
        for load in (load_comparison, load_diff):
            with suppress(OtherJsonError):
                return load(path)
        raise


def load_written(path: str | os.PathLike[str]) -> Written:
    """Read JSON of any kind that planuttrekk writes; raises what `load_plan` raises."""
    loads: tuple[Callable[[], Written], ...] = (
        lambda: _load(path, Corrections),
        lambda: _load(path, CheckReport),
        lambda: _load(path, Evaluation),
        lambda: _load(path, BatchSummary),
    )
    for load in loads:
        with suppress(OtherJsonError):
            return load()
    return load_any(path)


def load_json(path: str | os.PathLike[str]) -> Any:
    """Read JSON of any kind, with a byte-order mark or without.

    Raises:
        CannotReadError: no such file, or no JSON.
    """
    return _parse(_read(path), os.fspath(path))


def _load(path: str | os.PathLike[str], model: type[Contract]) -> Contract:
    name, data = os.fspath(path), _read(path)
    try:
        found = model.model_validate_json(data)
    except ValidationError:
        return _load_slowly(data, name, model)
    if "schema_version" not in found.model_fields_set:
        raise OtherJsonError(name, f"is JSON, but not {NAMES[model]}")
    _check_version(found.schema_version, name, model)
    return found


def _load_slowly(data: bytes, name: str, model: type[Contract]) -> Contract:
    """Read what does not come in at once: with a byte-order mark in front, or with mistakes to tell about."""
    document = _parse(data, name)
    if not _may_be(document, model):
        raise OtherJsonError(name, f"is JSON, but not {NAMES[model]}")
    _check_version(document["schema_version"], name, model)
    try:
        return model.model_validate(document)
    except ValidationError as error:
        cause = f"does not follow the schema of {NAMES[model]}: {_first(error)}"
        raise WrongTypeError(name, cause, NOT_OURS) from error


def _may_be(document: Any, model: type[Model]) -> bool:
    """Tell JSON that is meant to be of a model, with mistakes or not, from manifests, summaries and the like."""
    if not isinstance(document, dict) or "schema_version" not in document:
        return False
    keys = document.keys() - {"schema_version"}
    return not keys or bool(keys & OWN_KEYS[model])


def _read(path: str | os.PathLike[str]) -> bytes:
    name = os.fspath(path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(name, "there is no such file") from error
    except IsADirectoryError as error:
        raise NotFoundError(name, "this is a folder", "Name the files in it.") from error
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or error
        raise CannotReadError(
            name, f"it cannot be opened ({cause})", "Check the name and your rights."
        ) from error


def _parse(data: bytes, name: str) -> Any:
    if not data.strip():
        raise EmptyFileError(name, "is empty", "Run the extraction again.")
    try:
        return json.loads(data)
    except RecursionError as error:
        raise DamagedFileError(name, "is nested too deeply for a plan", NOT_OURS) from error
    except ValueError as error:
        raise WrongTypeError(name, "is not JSON", NOT_OURS) from error


def _check_version(found: Any, name: str, model: type[Model]) -> None:
    known = VERSIONS[model]
    try:
        newer = _version(found) > _version(known)
    except (AttributeError, ValueError) as error:
        raise WrongTypeError(
            name, f"has no version that can be read ({repr(found)[:40]})", NOT_OURS
        ) from error
    if newer:
        raise NewerSchemaError(name, f"follows schema {found}, and this planuttrekk knows {known}")


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def _first(error: ValidationError) -> str:
    """Say where the first mistake is, and how many more there are."""
    first, *others = error.errors(include_url=False, include_input=False)
    where = ".".join(map(str, first["loc"])) or "the document"
    return f"{where}: {first['msg']}" + (f" (and {len(others)} more)" if others else "")


def _write_through(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a new file and have it on the disk before returning."""
    with path.open("xb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _told_as_write_error(path: str | os.PathLike[str]) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        cause = f"cannot be written ({getattr(error, 'strerror', None) or error})"
        raise ExtractorError(os.fspath(path), cause, "Choose another place with -o.") from error
