"""Truth in files: hand-made, a plan that was reviewed, or corrections; the content tells which."""

from __future__ import annotations

from typing import Any

from extractor.emit.jsonfile import load_corrections, load_json, load_plan
from extractor.errors import OtherJsonError, WrongTypeError
from extractor.evaluate.from_corrections import truth_of_corrections
from extractor.evaluate.from_plan import truth_of_plan
from extractor.evaluate.gold import truth_of_gold
from extractor.evaluate.truth import Truth

_LISTS = ("sections", "goals", "tiltak")


def load_truth(file: str) -> Truth:
    """Return what a file tells of a document.

    Raises:
        NewerSchemaError: it is a plan or corrections of a newer version.
        OtherJsonError: it is JSON of something else.
        CannotReadError: it cannot be read.
    """
    document = load_json(file)
    if not isinstance(document, dict):
        raise OtherJsonError(file, "is JSON, but nothing that plans can be measured against")
    if "schema_version" not in document:
        return _hand_made(document, file)
    if "corrections" in document:
        return truth_of_corrections(load_corrections(file), file)
    return truth_of_plan(load_plan(file), file)


def _hand_made(document: dict[str, Any], file: str) -> Truth:
    if not any(isinstance(document.get(name), list) for name in _LISTS):
        raise OtherJsonError(file, "is JSON, but nothing that plans can be measured against")
    try:
        return truth_of_gold(document, file)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        cause = f"is no truth that was written by hand: {type(error).__name__} {error}"
        raise WrongTypeError(file, cause, "See samples/README.md for the form.") from error
