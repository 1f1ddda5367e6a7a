"""The whole program on one screen: read, structure, interpret, normalise, check."""

from __future__ import annotations

import os
from pathlib import Path

from extractor.compare.check import completeness
from extractor.errors import NothingFoundError
from extractor.garbage import collected_seldom
from extractor.interpret import interpret
from extractor.normalise import normalise
from extractor.read import read_document
from extractor.settings import DEFAULT, Settings
from extractor.structure.sections import build_outline
from schemas import Plan


@collected_seldom()
def extract_plan(path: str | os.PathLike[str], *, settings: Settings = DEFAULT) -> Plan:
    """Read one document and return what it promises, with evidence for each answer.

    Args:
        path: a PDF, text or HTML file; the first bytes tell which.
        settings: what is asked for beyond that.

    Raises:
        CannotReadError: the file is missing, empty, damaged, locked, or holds no text.
        NothingFoundError: it was read, and it is neither a plan nor another document of a kommune.
    """
    document = read_document(Path(path))  # words, lines and tables, each with its place
    outline = build_outline(document)  # what stands under what
    written = interpret(outline)  # goals, tiltak and the rest, in the document's own words
    plan = normalise(
        written.plan, abbreviations=written.abbreviations, year=written.year
    )  # resolved against the registers
    plan.completeness = completeness(plan)  # against what the national guidance asks for
    if plan.kind == "other" and not (plan.goals or plan.tiltak or plan.kommuner):
        raise NothingFoundError(str(path), "no plan, goal or tiltak was found in it")
    return plan
