"""Minutes of a meeting: each case that it took up has a heading, and a reference to a case is none."""

from __future__ import annotations

import pytest
from drawing import titles

MINUTES = """
Referat

{lead} 7/23 Godkjenning av {papers}
{approved}

{lead} 8/23 Natteravner i sentrum
Foreldra vil begynne igjen etter jul.

{lead} 9/23 Eventuelt
Ingenting.
"""


@pytest.mark.parametrize(
    ("lead", "papers", "approved"),
    [
        ("Sak", "innkalling", "Innkallingen ble godkjent."),
        ("Sak", "innkallinga", "Innkallinga vart godkjend."),
        ("SAK", "saksliste", "Sakslista ble godkjent."),
        ("PS", "møtebok", "Møteboka vart godkjend."),
    ],
)
def test_cases_that_count_on_are_headings(lead: str, papers: str, approved: str) -> None:
    found = [title for _, _, title in titles(MINUTES.format(lead=lead, papers=papers, approved=approved))]
    assert found[-3:] == [
        f"{lead} 7/23 Godkjenning av {papers}",
        f"{lead} 8/23 Natteravner i sentrum",
        f"{lead} 9/23 Eventuelt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sak 7/23 Rusplan\nPlanen ble vedtatt.\n\nSak 31/23 Budsjett\nBudsjettet ble vedtatt.\n",
        "Sak 7/23 Rusplan\nVedteken.\n\nSak 8/21 Budsjett\nVedteke.\n\nSak 9/20 Vegar\nNei.\n",
        "Sak 7/23 vart utsett.\n\nSak 8/23 vart vedteken.\n\nSak 9/23 vart send attende.\n",
    ],
)
def test_references_to_cases_are_no_headings(text: str) -> None:
    assert not [title for _, _, title in titles(text) if title.startswith("Sak")]
