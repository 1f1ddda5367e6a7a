"""Whatever an outline holds, what it says can be read: nothing raises, and what is found stands in the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.interpret.abbreviations import defined_abbreviations
from extractor.interpret.case import read_case
from extractor.interpret.decisions import find_decisions, next_revision
from extractor.interpret.kind import document_kind
from extractor.interpret.legal import find_legal_basis
from extractor.interpret.metadata import find_period, find_title, plan_type
from extractor.interpret.owners import find_owners
from schemas.plan import Kind
from tests.interpret.build import drawn

WORDS = (
    "Bykle", "Os", "kommune", "kommunane", "herad", "kommunestyre", "kommunestyret", "bystyret", "i", "og", "for", "av",
    "Handlingsplan", "Rusplan", "folkehelse", "planen", "2020-2024", "2020", "12.12.2019", "31.02.2019", "1/5-14",
    "14. juni 2012", "sak", "45/16", "K-sak", "PS", "Vedtatt", "Vedteken", "vedteken av", "Revidert", "neste rullering",
    "skal reviderast i 2026", "Saksframlegg", "Saksprotokoll", "Utvalg Møtedato Saksnr.", "Utval:", "Møtedato:",
    "Saksbehandler:", "Sakshandsamar:", "Arkivsak:", "Saka gjeld:", "Tilråding", "Forslag til vedtak",
    "folkehelselova", "alkoholloven", "§", "§§", "1-7", "d", "lov om", "nr. 2", "fylkeskommune", "tidlegare",
    "Saksopplysninger", "(K&O)", "Kultur og oppvekst", "K&O:", "Veileder", "Spørsmål", "Svar", "·", "–", "«", "ﬁ", "İ",
    "ß", "Æ", "|", "#", "",
)  # fmt: skip
LINE = st.builds(
    lambda start, words: start + " ".join(words),
    st.sampled_from(
        ("", "", "", "# ", "## ", "# 1 ", "- ", "1. ", "[20 bold] ", "[12] ", "| ", "--- side 2 ")
    ),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=8),
)
DRAWING = st.lists(LINE, max_size=12).map("\n".join)
KINDS: tuple[Kind, ...] = ("plan", "case_document", "guidance", "other")


@settings(max_examples=150, deadline=None)
@given(
    drawing=DRAWING,
    furniture=st.lists(LINE.map(lambda line: line or "1"), max_size=2),
    kind=st.sampled_from(KINDS),
)
def test_any_outline_can_be_read(drawing: str, furniture: list[str], kind: Kind) -> None:
    outline = drawn(drawing, furniture=furniture)
    document_kind(outline)
    title = find_title(outline, kind)
    plan_type(title, outline, kind)
    find_period(outline, title, kind)
    next_revision(outline)
    read_case(outline)
    defined_abbreviations(outline)
    owners = find_owners(outline, kind)
    assert len({owner.name for owner in owners}) == len(owners)
    assert all(decision.case_number or decision.date for decision in find_decisions(outline))
    assert all("§" in law.reference for law in find_legal_basis(outline))
