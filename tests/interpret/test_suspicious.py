"""Tables that look misread are told of, others are not."""

from __future__ import annotations

import pytest
from drawing import table

from extractor.document import LayoutDocument, Table
from extractor.interpret.promises import Promises
from extractor.interpret.suspicious import suspicious_tables
from extractor.structure.outline import Outline
from schemas.plan import TableRole


def reasons(drawn: Table, role: TableRole = "other") -> list[str]:
    document = LayoutDocument("plan.pdf", "0" * 64, "application/pdf", [])
    promises = Promises(table_roles={id(drawn): role})
    found = list(suspicious_tables(Outline(document, [drawn], []), promises))
    assert {(one.code, one.severity) for one in found} <= {("suspicious-table", "info")}
    return [one.message for one in found]


def test_rows_with_a_single_cell_have_lost_their_columns() -> None:
    rows = ["Skolene skal følge opp | |", "dette hvert år i | |", "samarbeid med | |", "Lys | Drift | 2031"]
    [message] = reasons(table("Tiltak | Ansvar | Frist", *rows), "measures")
    assert "3 of 4 rows" in message


@pytest.mark.parametrize(
    "header", ["Tiltak i bygda | Merknad", "Våre tiltak | Merknader", "Tiltaka våre | Merknad"]
)
def test_a_table_that_speaks_of_tiltak_and_gives_none_is_told_of(header: str) -> None:
    drawn = table(header, "Lys | Ferdig")
    assert "none was read" in reasons(drawn)[0]
    assert reasons(drawn, "measures") == []


@pytest.mark.parametrize(
    "header", ["Indikator | Tiltak", "Navn | Tiltak", "Namn | Tiltak", "År | Folketall", "År | Folketal"]
)
def test_other_tables_are_not_told_of(header: str) -> None:
    assert reasons(table(header, "Lys | Ferdig")) == []
