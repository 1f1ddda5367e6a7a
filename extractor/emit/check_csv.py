"""A check of completeness as CSV: one row for each component of each plan, as Norwegian Excel opens it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator

from extractor.emit.csvfile import csv_cell
from extractor.emit.jsonfile import write_chunks
from extractor.emit.plain import plain
from extractor.emit.terminal_check import Language, Words, named
from extractor.lexicon import load_toml
from schemas.check import CheckReport, Finding, PlanCheck

COLUMNS = ("kommune", "plan", "guideline", "id", "component", "level", "found", "evidence", "page", "section")


def write_check_csv(report: CheckReport, path: str | os.PathLike[str], *, language: Language = "nb") -> None:
    """Write what was found to a CSV file, whole or not at all; a plan without a list has a row with its note.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    words: Words = load_toml("check.toml")[language]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(titles(language))
    for check in report.checks:
        writer.writerows(_rows(check, words, language))
    write_chunks([buffer.getvalue().encode("utf-8-sig")], path)


def titles(language: Language) -> list[str]:
    """Return the titles of the columns."""
    words: Words = load_toml("check.toml")[language]
    return [words["columns"][column] for column in COLUMNS]


def _rows(check: PlanCheck, words: Words, language: Language) -> Iterator[list[str]]:
    whose = (", ".join(check.kommuner), check.plan)
    if check.note:
        yield [*(csv_cell(plain(cell)) for cell in whose), *[""] * 5, words["notes"][check.note], "", ""]
    used = {guideline.id: named(guideline.name, language) for guideline in check.guidelines}
    for finding in check.findings:
        asked = used.get(finding.guideline, finding.guideline)
        cells = (*whose, asked, *_cells(finding, words, language))
        yield [csv_cell(plain(cell)) for cell in cells]


def _cells(finding: Finding, words: Words, language: Language) -> Iterator[str]:
    yield finding.component
    yield named(finding.name, language)
    yield words["levels"][finding.level]
    yield words["found" if finding.found else "not_found"]
    quotation = finding.evidence[0] if finding.evidence else None
    yield quotation.text if quotation else ""
    yield str(quotation.place.page or "") if quotation else ""
    yield (quotation.place.section or "") if quotation else ""
