from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.compare.check import check_plan, check_plans, completeness
from extractor.compare.side_by_side import compare_plans
from extractor.emit.jsonfile import load_plan
from schemas import Plan
from schemas.check import Finding, PlanCheck
from schemas.export import schema
from tests.compare.build import made_plan

SAMPLES = Path(__file__).parents[2] / "samples"
GOLD = {
    path.stem: told
    for path in sorted((SAMPLES / "gold").glob("*.json"))
    if (told := json.loads(path.read_text(encoding="utf-8")).get("completeness"))
}
RUS = "rusmiddelpolitisk_handlingsplan"


def rus_plan(*lines: str, title: str = "Innledning", role: str = "introduction", **more: Any) -> Plan:
    """A plan with one chapter; its lines stand one behind the other in the text, each at its own offset."""
    places, at = [], 100
    for line in lines:
        text = line.removeprefix("- ")
        places.append([{"page": 3, "bbox": [70, 100, 500, 112], "start": at, "end": at + len(text)}])
        at += len(text) + 1
    section = {
        "id": "s1",
        "number": "2",
        "title": title,
        "level": 1,
        "role": role,
        "text": "\n".join(lines),
        "text_source": places,
        "source": [{"page": 3, "start": 80, "end": 90}],
    }
    return made_plan("Gol", more.pop("tiltak", []), **({"plan_type": RUS, "sections": [section]} | more))


def found(plan: Plan, component: str) -> Finding:
    [finding] = [one for one in check_plan(plan).findings if component in (one.component, one.key)]
    return finding


@pytest.mark.parametrize(
    ("component", "nb", "nn"),
    [
        (
            "cooperation",
            "Kommunen samarbeider tett med politiet om dette.",
            "Kommunen samarbeider tett med politiet om dette.",
        ),
        ("broad_process", "Det ble satt ned ei arbeidsgruppe.", "Det vart sett ned ei arbeidsgruppe."),
        (
            "next_of_kin",
            "De pårørende får tilbud om samtale hver uke.",
            "Dei pårørande får tilbod om samtale kvar veke.",
        ),
        ("evaluation", "Tiltakene evalueres hvert år.", "Tiltaka vert evaluerte kvart år i årsmeldinga."),
        ("economy", "Planen finansieres innenfor budsjettet.", "Planen vert finansiert innanfor budsjettet."),
        (
            "risk_groups",
            "Gravide følges opp fra første uke.",
            "Gravide vert følgde opp frå første veka.",
        ),
    ],
)
def test_a_sentence_with_a_cue_is_quoted_with_its_place(component: str, nb: str, nn: str) -> None:
    for sentence in (nb, nn):
        finding = found(rus_plan("Været var fint i går.", sentence), component)
        assert (finding.found, finding.how) == (True, "text")
        [quotation] = finding.evidence
        assert quotation.text == sentence
        assert (quotation.place.page, quotation.place.section) == (3, "2 Innledning")
        assert (quotation.place.start, quotation.place.end) == (122, 122 + len(sentence))


@pytest.mark.parametrize(
    ("component", "sentence"),
    [
        ("cooperation", "Planen sier ikke noe om samarbeid."),
        ("cooperation", "Planen seier ikkje noko om samarbeid."),
        ("cooperation", "I dag mangler samarbeid mellom etatene."),
        ("cooperation", "I dag manglar samarbeid mellom etatane."),
        ("cooperation", "Alle arbeider uten samarbeid med andre."),
        ("cooperation", "Alle arbeider utan samarbeid med andre."),
        ("economy", "Det er ingen kostnader forbundet med planen."),
        ("economy", "Det er inga finansiering av planen."),
        ("next_of_kin", "Vi har ingen tilbud til pårørende."),
        ("next_of_kin", "Vi har ingen tilbod til pårørande."),
    ],
)
def test_what_is_denied_is_no_evidence(component: str, sentence: str) -> None:
    assert not found(rus_plan(sentence), component).found


@pytest.mark.parametrize(
    ("component", "sentence"),
    [
        ("cooperation", "Ikke minst er samarbeid viktig."),
        ("cooperation", "Ikkje minst er samarbeid viktig."),
        ("cooperation", "Kommunen har ikke egen lege, men samarbeider med nabokommunen."),
        ("cooperation", "Kommunen har ikkje eigen lege, men samarbeider med nabokommunen."),
        ("availability", "Skjenketiden skal ikke gå lenger enn til klokka ett."),
        ("availability", "Skjenketida skal ikkje gå lenger enn til klokka eitt."),
    ],
)
def test_a_denial_of_something_else_or_a_ban_denies_nothing(component: str, sentence: str) -> None:
    assert found(rus_plan(sentence), component).found


@pytest.mark.parametrize(
    "sentence",
    [
        "Veilederen anbefaler at planen sier noe om samarbeid.",
        "Rettleiaren tilrår at planen seier noko om samarbeid.",
        "Helsedirektoratet forventer samarbeid mellom tjenestene.",
        "Helsedirektoratet forventar samarbeid mellom tenestene.",
        "Etter alkoholloven § 1-7d skal kommunen sørge for samarbeid.",
        "Etter alkohollova § 1-7d skal kommunen syte for samarbeid.",
        "Regjeringens visjon er samarbeid mellom alle.",
        "Visjonen til regjeringa er samarbeid mellom alle.",
        "«Kommunene skal sørge for et godt og forpliktende samarbeid om dette.»",
        "Samarbeid ............... 12",
        "3.2 Samarbeid med andre\t14",
    ],
)
def test_what_a_guide_asks_for_and_a_line_of_contents_are_no_evidence(sentence: str) -> None:
    assert not found(rus_plan(sentence), "cooperation").found


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Nasjonale føringer", "legal"),
        ("Erfaringer fra forrige plan", "evaluation"),
        ("Røynsler frå førre plan", "evaluation"),
        ("Forslag som ikke er prioritert", "measures"),
        ("Framlegg som ikkje er prioriterte", "measures"),
        ("Begreper", "definitions"),
    ],
)
def test_chapters_about_others_the_last_plan_and_words_show_nothing_of_this_plan(
    title: str, role: str
) -> None:
    assert not found(rus_plan("Samarbeid med politiet.", title=title, role=role), "cooperation").found


def test_a_heading_needs_something_below_it() -> None:
    assert found(
        rus_plan("Vi møtes hver uke.", title="Samarbeid", role="cooperation"), "cooperation"
    ).how == ("heading")
    assert not found(rus_plan(title="Samarbeid", role="cooperation"), "cooperation").found


@pytest.mark.parametrize("party", ["Rektor", "Skulesjefen"])
def test_structure_comes_before_words(party: str) -> None:
    tiltak = {
        "text": "Leksehjelp",
        "section_id": "s1",
        "responsible": [{"raw": party}],
        "source": [{"page": 7, "start": 900, "end": 910}],
    }
    finding = found(rus_plan("Rådmannen har ansvar for planen.", tiltak=[tiltak]), "responsibility")
    assert (finding.how, finding.count) == ("structure", 2)
    assert finding.evidence[0].text == f"Leksehjelp – {party}"
    assert (finding.evidence[0].place.page, finding.evidence[0].place.start) == (7, 900)


@pytest.mark.parametrize("kind", ["guidance", "case_document", "other"])
def test_nothing_is_looked_for_in_what_is_no_plan(kind: str) -> None:
    check = check_plan(rus_plan("Kommunen samarbeider med politiet.", kind=kind))
    assert (check.note, check.findings, check.guidelines) == (kind, [], [])


def test_a_type_without_a_list_gets_its_note_and_what_can_be_measured() -> None:
    check = check_plan(made_plan("Gol", ["Kor for alle"], ["Flere synger"], plan_type="kulturplan"))
    assert (check.note, check.findings) == ("no-guideline", [])
    assert (check.without_responsible, check.goals_without_tiltak) == (["t1"], ["g1"])


def test_what_cannot_be_measured_is_told_by_its_ids() -> None:
    tiltak = [
        {"text": "A", "responsible": [{"raw": "Rektor"}], "schedule": {"raw": "Årlig", "kind": "recurring"}},
        {"text": "B", "schedule": {"raw": "Innen 2015", "kind": "deadline", "edtf": "../2015"}},
        {"text": "C", "goal_ids": ["g1"]},
    ]
    check = check_plan(made_plan("Gol", tiltak, ["Trygg oppvekst", "Færre skader"]))
    assert check.without_responsible == ["t2", "t3"]
    assert check.without_time == ["t3"]
    assert check.without_deadline == ["t1", "t3"]
    assert check.goals_without_tiltak == ["g2"]
    assert (check.tiltak, check.goals) == (3, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Dette er kommunens alkoholpolitiske handlingsplan.",
        "Dette er den alkoholpolitiske handlingsplanen til kommunen.",
        "- Alkoholpolitiske retningslinjer for Gol kommune",
        "- Alkoholpolitiske retningsliner for Gol kommune",
        "a) Retningslinjer for salg og skjenking",
        "a) Retningsliner for sal og skjenking",
    ],
)
def test_a_plan_that_holds_the_plan_for_alcohol_is_seen_against_both_lists(line: str) -> None:
    check = check_plan(rus_plan(line))
    assert [guideline.id for guideline in check.guidelines] == ["rus", "alkohol"]
    assert check.guideline == "rus"


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen erstatter alkoholpolitisk handlingsplan fra 2001.",
        "Planen avløyser alkoholpolitisk handlingsplan frå 2001.",
        "Kommunen er etter alkoholloven § 1-7d pålagt å ha en alkoholpolitisk handlingsplan.",
        "Kommunen er etter alkohollova § 1-7d pålagd å ha ein alkoholpolitisk handlingsplan.",
    ],
)
def test_the_plan_before_this_one_and_the_duty_are_no_plan_for_alcohol(sentence: str) -> None:
    assert not found(rus_plan(sentence), "R02").found


@pytest.mark.parametrize("title", ["Foreldre skal ha god kompetanse", "Foreldra skal ha god kompetanse"])
def test_a_heading_that_is_a_goal_announces_no_chapter(title: str) -> None:
    goal = {"id": "g1", "text": title, "rule": "test", "confidence": 1}
    assert found(rus_plan("Her står noe.", title=title), "competence").found
    assert not found(rus_plan("Her står noe.", title=title, goals=[goal]), "competence").found


def test_guidelines_that_are_still_to_be_made_are_no_plan_for_alcohol() -> None:
    check = check_plan(rus_plan("Rådmannen skal gå gjennom alkoholpolitiske retningslinjer i 2015."))
    assert [guideline.id for guideline in check.guidelines] == ["rus"]


def test_text_without_places_is_quoted_with_its_chapter_only() -> None:
    plan = rus_plan("Kommunen samarbeider med politiet.")
    plan.sections[0].text_source = []
    [quotation] = found(plan, "cooperation").evidence
    assert (quotation.place.page, quotation.place.start) == (None, None)
    assert quotation.place.section == "2 Innledning"


def test_a_plan_carries_what_was_found_with_words_and_places() -> None:
    plan = rus_plan("Kommunen samarbeider med politiet. Været var fint.")
    [cooperation] = [one for one in completeness(plan) if one.component == "cooperation"]
    assert (cooperation.id, cooperation.guideline, cooperation.level) == ("R18", "rus", "guide")
    assert cooperation.present
    [quoted] = cooperation.evidence
    assert quoted.quotation == "Kommunen samarbeider med politiet."
    assert (quoted.page, quoted.start, quoted.end) == (3, 100, 134)


def test_a_comparison_has_a_check_of_each_plan_under_its_ids() -> None:
    compared = compare_plans([rus_plan(tiltak=["Natteravner"]), rus_plan(tiltak=["Nattramnar"])])
    assert [check.plan for check in compared.completeness] == ["p1", "p2"]
    assert compared.completeness[1].without_responsible == ["p2.t1"]
    assert all(len(one.evidence) <= 1 for check in compared.completeness for one in check.findings)


def test_a_report_follows_its_schema() -> None:
    report = check_plans([rus_plan("Kommunen samarbeider med politiet."), made_plan("Hol", [])])
    jsonschema.validate(json.loads(report.model_dump_json()), schema("check"))


@pytest.mark.parametrize("pair", ["rus_par", "klima_par"])
def test_a_plan_in_both_written_standards_shows_the_same(pair: str) -> None:
    nb, nn = (_check(next((SAMPLES / "expected").glob(f"{pair}_{standard}.*"))) for standard in ("nb", "nn"))
    assert [(one.component, one.found, one.how) for one in nb.findings] == [
        (one.component, one.found, one.how) for one in nn.findings
    ]
    assert nb.findings


@pytest.mark.parametrize("sample", GOLD)
def test_a_sample_shows_what_a_careful_reader_finds(sample: str) -> None:
    check = _check(next((SAMPLES / "expected").glob(f"{sample}.*")))
    told = {one.component: one.found for one in check.findings if one.component in GOLD[sample]}
    assert told == GOLD[sample]


def _check(file: Path) -> PlanCheck:
    return check_plan(load_plan(file))
