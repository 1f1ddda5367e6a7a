"""Parties whose name a narrow column broke."""

from __future__ import annotations

import pytest

from extractor.normalise.parties import split_responsible


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Enhetsleder\nhelse / kirken", ["Enhetsleder helse", "kirken"]),
        ("Einingsleiar\nhelse / kyrkja", ["Einingsleiar helse", "kyrkja"]),
        ("Avdelingsleder\nhjemmetjenesten", ["Avdelingsleder hjemmetjenesten"]),
        ("Avdelingsleiar\nheimetenesta", ["Avdelingsleiar heimetenesta"]),
        ("Rektor, einingsleiar\nbarnehage", ["Rektor", "einingsleiar barnehage"]),
        ("Kommunalsjef\noppvekst\nNAV", ["Kommunalsjef oppvekst", "NAV"]),
    ],
)
def test_title_keeps_the_field_that_stands_below_it_in_small_letters(cell: str, parties: list[str]) -> None:
    assert [party.raw for party in split_responsible(cell)] == parties


@pytest.mark.parametrize(
    "cell",
    ["Rektor\nhelsesykepleier", "Rektor\nhelsesjukepleiar", "Rådmann\nkultursjef", "NAV\npoliti", "Rektor\nskulen",
     "Leder\nNAV", "Leiar\nTeknisk"],
)  # fmt: skip
def test_small_or_capital_letter_below_another_party_is_one_more_party(cell: str) -> None:
    assert [party.raw for party in split_responsible(cell)] == cell.split("\n")
