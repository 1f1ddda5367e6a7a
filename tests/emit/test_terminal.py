from __future__ import annotations

import io
import re
from typing import Literal

import pytest
from rich.console import Console

from extractor.emit.plain import plain
from extractor.emit.terminal import show
from extractor.lexicon import load_toml
from schemas import (
    Case,
    Decision,
    Diagnostic,
    Evidence,
    Goal,
    Kommune,
    Period,
    Plan,
    Responsible,
    Schedule,
    Section,
    Source,
    Tiltak,
)

Language = Literal["nb", "nn"]


def on(*pages: int | None) -> list[Evidence]:
    return [Evidence(page=page, start=0, end=1) for page in pages]


def goal(nth: int, text: str, **more: object) -> Goal:
    return Goal.model_validate({"id": f"g{nth}", "text": text, "rule": "test", "confidence": 1, **more})


def tiltak(nth: int, text: str, **more: object) -> Tiltak:
    base = {"id": f"t{nth}", "text": text, "origin": "table", "rule": "test", "confidence": 1}
    return Tiltak.model_validate(base | more)


def source(**more: object) -> Source:
    base = {"filename": "plan.pdf", "sha256": "0", "media_type": "application/pdf", "text_origin": "native"}
    return Source.model_validate(base | {"tool": "test", **more})


@pytest.fixture
def plan() -> Plan:
    return Plan(
        source=source(page_count=12, language="nn"),
        kind="plan",
        title="Trafikktryggingsplan for Øyane",
        plan_type="trafikksikkerhetsplan",
        kommuner=[
            Kommune(name="Øyane", number="0899", current_name="Øyane", current_number="4099"),
            Kommune(name="Vik", candidates=["0898", "1898"]),
        ],
        period=Period(raw="2013-16", start_year=2013, end_year=2016, edtf="2013/2016"),
        decisions=[Decision(raw="vedteke", body="kommunestyret", case_number="4/14", date="2014-02-06")],
        sections=[
            Section(id="s1", number="4.1", title="Skuleveg", level=1),
            Section(id="s2", title="Fart", level=1),
        ],
        goals=[
            goal(1, "Færre ulukker", kind="main_goal", number="1", source=on(2)),
            goal(2, "Ingen born skal bli skadde", kind="sub_goal", parent_id="g1", source=on(2, 3)),
            goal(3, "Trygge vegar", kind="strategy", parent_id="g9"),
        ],
        tiltak=[
            tiltak(
                1,
                "Gangveg frå skulen til sentrum, med lys og rekkverk heile vegen",
                number="1.1",
                section_id="s1",
                responsible=[Responsible(raw="Teknisk etat"), Responsible(raw="NAV")],
                schedule=Schedule(raw="Innan 2015"),
                source=on(3, 4),
            ),
            tiltak(2, "Fartsmåling", section_id="s2", status="proposed", source=on(4, 9)),
        ],
        diagnostics=[Diagnostic(code="x", severity="warning", message="Sida har ikkje tekst.", page=7)],
    )


def shown(
    plan: Plan, *, width: int = 100, language: Language = "nb", colour: bool = False, first: int | None = None
) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    show(plan, console, language=language, first=first)
    return out.getvalue()


def row(text: str, word: str) -> str:
    return " ".join(next(line for line in text.splitlines() if word in line).split())


def test_the_head_tells_whose_plan_it_is(plan: Plan) -> None:
    text = shown(plan)
    assert text.startswith("Trafikktryggingsplan for Øyane\n")
    assert row(text, "Kommune") == "Kommune Øyane (0899, i dag 4099), Vik (0898 eller 1898)"
    assert row(text, "Periode") == "Periode 2013–2016"
    assert row(text, "Vedtatt") == "Vedtatt kommunestyret, sak 4/14, 6. februar 2014"
    assert row(text, "Språk") == "Språk nynorsk"
    assert row(text, "Kilde") == "Kilde plan.pdf, 12 sider"


def test_the_labels_come_in_both_written_standards(plan: Plan) -> None:
    assert {"Ansvarlig", "trafikksikkerhetsplan"} <= set(shown(plan, language="nb").split())
    assert {"Ansvarleg", "trafikktryggingsplan"} <= set(shown(plan, language="nn").split())


def test_goals_hang_under_their_goals(plan: Plan) -> None:
    text = shown(plan)
    assert row(text, "Færre") == "├── Hovedmål 1 Færre ulukker s. 2"
    assert row(text, "Ingen born") == "│ └── Delmål Ingen born skal bli skadde s. 2–3"
    assert row(text, "Trygge vegar") == "└── Strategi Trygge vegar"


def test_each_tiltak_has_its_row(plan: Plan) -> None:
    text = shown(plan, width=120)
    assert row(text, "Nr ") == "Nr Tiltak Ansvarlig Når Side"
    assert row(text, "1.1 ").endswith("Teknisk etat Innan 2015 3–4")
    assert row(text, "Fartsmåling") == "Fartsmåling (foreslått) – – 4, 9"
    assert text.index("4.1 Skuleveg") < text.index("Gangveg") < text.index("Fartsmåling")
    assert "2 tiltak: 1 med ansvarlig, 1 med tid." in text


def test_what_the_reader_should_know_comes_last(plan: Plan) -> None:
    assert shown(plan).rstrip().endswith("Advarsel (s. 7): Sida har ikkje tekst.")


def test_what_is_not_said_is_not_invented() -> None:
    text = shown(Plan(source=source(), kind="plan"))
    assert text.startswith("Uten tittel\n")
    for label in ("Kommune", "Periode", "Vedtatt", "Språk"):
        assert row(text, label) == f"{label} ikke oppgitt"
    assert "Ingen mål funnet." in text and "Ingen tiltak funnet." in text


def test_a_case_shows_its_case_and_no_empty_lists() -> None:
    case = Case(
        body="Formannskapet", date="2015-03-25", case_number="23/15", proposed_decision="Planen vedtas."
    )
    text = shown(Plan(source=source(), kind="case_document", case=case))
    assert row(text, "Utvalg") == "Utvalg Formannskapet"
    assert row(text, "Forslag") == "Forslag til vedtak Planen vedtas."
    assert "Ingen" not in text and "Periode" not in text


def test_text_without_pages_needs_no_column_for_them(plan: Plan) -> None:
    plan.tiltak = [tiltak(1, "Kurs", source=on(None))]
    assert row(shown(plan), "Ansvarlig") == "Tiltak Ansvarlig Når"


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(plan: Plan, width: int) -> None:
    plan.tiltak.append(tiltak(3, "Sjå https://www.eksempel.no/" + "adresse/" * 30))
    assert max(map(len, shown(plan, width=width).splitlines())) <= width


HOSTILE = "Mål\x1b[31m rødt\x1b]0;tittel\x07 [bold red]feit[/] \u202egnorw\u202c \x9b2J :smile: [link=x]"


def test_text_of_a_document_cannot_steer_the_terminal(plan: Plan) -> None:
    plan.title = HOSTILE
    plan.kommuner = [Kommune(name=HOSTILE, number=HOSTILE)]
    plan.goals = [goal(1, HOSTILE, number=HOSTILE)]
    plan.sections = [Section(id="s1", title=HOSTILE, level=1), Section(id="s2", title="Fart", level=1)]
    who, when = [Responsible(raw=HOSTILE)], Schedule(raw=HOSTILE)
    plan.tiltak = [tiltak(1, HOSTILE, responsible=who, schedule=when, section_id="s1"), plan.tiltak[1]]
    plan.diagnostics = [Diagnostic(code="x", severity="info", message=HOSTILE)]
    plan.source = source(filename=HOSTILE)
    text = shown(plan, width=400)
    clean = "Mål rødt [bold red]feit[/] gnorw :smile: [link=x]"
    assert text.count(clean) == 11
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert "\x1b[2J" not in shown(plan, colour=True)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Blåbær\tog\r\nfløte", "Blåbær og fløte"),
        ("a\x1b[1;31mb\x1b[0mc", "abc"),
        ("a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\c", "abc"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x9b31mb\x00\x08\x7f", "ab"),
        ("a\x1bcb\x1b", "ab"),
        ("navn\u202efdp.\u202c", "navnfdp."),
        ("so\u00adsial\u200b hjelp\ufeff", "sosial hjelp"),
        ("\U000e0041x\ud800", "x"),
        ("1\u00a0000\u2028kr", "1 000 kr"),
        ("Čáhcesuolu – «ž» ½ 😀", "Čáhcesuolu – «ž» ½ 😀"),
    ],
)
def test_only_what_is_seen_passes(text: str, safe: str) -> None:
    assert plain(text) == safe


def test_all_languages_have_all_labels() -> None:
    labels = load_toml("terminal.toml")

    def keys(table: dict[str, object]) -> set[str]:
        inner = {f"{key}.{name}" for key, value in table.items() if isinstance(value, dict) for name in value}
        return set(table) | inner

    assert keys(labels["nb"]) == keys(labels["nn"]) == keys(labels["en"])


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_main_points_are_the_first_ones_and_how_many_there_are(language: Language) -> None:
    tiltak = [
        Tiltak(id=f"t{n}", text=f"Kurs nummer {n}", origin="list", rule="list", confidence=1)
        for n in range(1, 9)
    ]
    text = shown(Plan(source=source(), kind="plan", tiltak=tiltak), language=language, first=5)
    assert "Kurs nummer 5" in text
    assert "Kurs nummer 6" not in text
    assert "… og 3 til" in text
    assert "Tiltak (8)" in text


@pytest.mark.parametrize(
    ("language", "kind"), [("nb", "veiledning (folkehelseplan)"), ("nn", "rettleiing (folkehelseplan)")]
)
def test_a_document_about_a_plan_is_not_shown_as_one(language: Language, kind: str) -> None:
    text = shown(Plan(source=source(), kind="guidance", plan_type="folkehelseplan"), language=language)
    assert kind in text
