"""A measure is sorted into the same themes in both written standards, with the words that decided."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load_toml
from extractor.normalise.themes import themes_for

RUS = "rusmiddelpolitisk_handlingsplan"
STRENGTHS = ("sure", "cues", "weak")
TAXONOMIES = [("rus", RUS), ("all", None)]


def ids(text: str, **about: Any) -> list[str]:
    return [theme.id for theme in themes_for(text, **about)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Folkehelseprogrammet", "RU15"),
        ("Nattramnar i bygda", "RU02"),
        ("Politiråd", "RU13"),
        ("Bustadsosiale tiltak", "RU08"),
        ("Gjeldsrådgjeving", "RU14"),
        ("Kvalifiseringsprogrammet", "RU09"),
        ("Kriseteam", "RU19"),
        ("Bevillingpolitikk", "RU04"),
        ("Etablere H-team", "RU13"),
        ("Barn av rusmisbrukere sikres rask oppfølging", "RU06"),
        ("Hasj avvenningsprogrammet", "RU07"),
        ("Opplæring i hasj avvenningsprogrammet", "RU12"),
    ],
)
def test_measures_of_substance_plans_have_their_theme(text: str, first: str) -> None:
    assert ids(text, plan_type=RUS)[0] == first


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Folkehelseprogrammet", "RU16"),
        ("Politiråd", "RU18"),
        ("Nattramnar i bygda", "RU18"),
        ("Barn av rusmisbrukere sikres rask oppfølging", "RU05"),
    ],
)
def test_what_a_measure_is_also_about_is_a_side_theme(text: str, side: str) -> None:
    assert side in ids(text, plan_type=RUS)[1:]


SAME_IN_BOTH = [
    ("rus", "RU01", "Åpne ungdomsklubben to kvelder i uken", "Opne ungdomsklubben to kveldar i veka"),
    ("rus", "RU01", "Flere møtesteder for barn og unge", "Fleire møtestader for born og unge"),
    ("rus", "RU02", "Natteravner på plass i sentrum", "Nattramnar på plass i sentrum"),
    ("rus", "RU02", "Kurset Kjærlighet og grenser for foresatte", "Kurset Kjærleik og grenser for føresette"),
    ("rus", "RU03", "Program mot skolefravær", "Program mot skulefråvær"),
    ("rus", "RU03", "Det er mitt valg i alle barnehager", "Det er mitt val i alle barnehagar"),
    ("rus", "RU04", "Gebyr for skjenkebevilling", "Gebyr for skjenkeløyve"),
    ("rus", "RU04", "Ansvarlig vertskap for serveringssteder", "Ansvarleg vertskap for serveringsstader"),
    ("rus", "RU05", "Tidlig innsats overfor gravide", "Tidleg innsats overfor gravide"),
    ("rus", "RU05", "Fast rutine ved bekymring for et barn", "Fast rutine ved uro for eit barn"),
    ("rus", "RU06", "Selvhjelpsgruppe for pårørende", "Sjølvhjelpsgruppe for pårørande"),
    ("rus", "RU07", "Henvisning til behandling innen en uke", "Tilvising til behandling innan ei veke"),
    ("rus", "RU08", "Bofellesskap for bostedsløse", "Bufellesskap for bustadlause"),
    ("rus", "RU08", "Flere kommunale leiligheter", "Fleire kommunale leilegheiter"),
    ("rus", "RU09", "Arbeidstilbud med lav terskel", "Arbeidstilbod med låg terskel"),
    ("rus", "RU10", "Ettervern etter løslatelse", "Ettervern etter lauslating"),
    ("rus", "RU11", "Feltsykepleier og brukerutstyr", "Feltsjukepleiar og brukarutstyr"),
    ("rus", "RU12", "Videreutdanning for ansatte", "Vidareutdanning for tilsette"),
    ("rus", "RU13", "Tverrfaglig samarbeid", "Tverrfagleg samarbeid"),
    ("rus", "RU14", "Søke om tilskudd", "Søkje om tilskot"),
    ("rus", "RU15", "Holdningsskapende arbeid", "Haldningsskapande arbeid"),
    ("rus", "RU16", "BrukerPlan hvert annet år", "BrukarPlan kvart andre år"),
    ("rus", "RU17", "Rus som tema i medarbeidersamtalen", "Rus som tema i medarbeidarsamtalen"),
    ("rus", "RU18", "Vold i nære relasjoner", "Vald i nære relasjonar"),
    ("rus", "RU19", "Plan mot selvmord og ensomhet", "Plan mot sjølvmord og einsemd"),
    ("rus", "RU20", "Støtte til lag og foreninger", "Stønad til lag og foreiningar"),
    ("rus", "RU21", "Forskrivning av vanedannende medisin", "Forskriving av vanedannande medisin"),
    ("all", "TH01", "Ny barnehage i sentrum", "Ny barnehage i sentrum"),
    ("all", "TH02", "Mobbing i grunnskolen", "Mobbing i grunnskulen"),
    ("all", "TH03", "Foreldreveiledning på helsestasjonen", "Foreldrerettleiing på helsestasjonen"),
    ("all", "TH04", "Flere fosterhjem i kommunen", "Fleire fosterheimar i kommunen"),
    ("all", "TH05", "Livsmestring og mindre ensomhet", "Livsmeistring og mindre einsemd"),
    ("all", "TH06", "Rusmiddelpolitisk plan", "Rusmiddelpolitisk plan"),
    ("all", "TH07", "Velferdsteknologi i hjemmetjenesten", "Velferdsteknologi i heimetenesta"),
    ("all", "TH07", "Nye plasser på sykehjemmet", "Nye plassar på sjukeheimen"),
    ("all", "TH08", "Sosial ulikhet i helse", "Sosial ulikskap i helse"),
    ("all", "TH09", "Færre familier med lavinntekt", "Færre familiar med låginntekt"),
    ("all", "TH10", "Bosetting av flyktninger", "Busetjing av flyktningar"),
    ("all", "TH11", "Boligsosialt arbeid", "Bustadsosialt arbeid"),
    ("all", "TH12", "Arbeidsmarkedet for unge", "Arbeidsmarknaden for unge"),
    ("all", "TH13", "Kulturskolen og frivillige lag", "Kulturskulen og frivillige lag"),
    ("all", "TH14", "Søke spillemidler til svømmehall", "Søkje spelemidlar til symjehall"),
    ("all", "TH15", "Trygg skolevei med gatelys", "Trygg skuleveg med gateljos"),
    ("all", "TH15", "Rundkjøring og gangvei", "Rundkøyring og gangveg"),
    ("all", "TH16", "Stedsutvikling i tettstedet", "Stadutvikling i tettstaden"),
    ("all", "TH17", "Kutte utslipp fra kommunens biler", "Kutte utslepp frå kommunen sine bilar"),
    ("all", "TH18", "Fjerne fremmede arter", "Fjerne framande artar"),
    ("all", "TH19", "Nytt vannverk og ledningsnett", "Nytt vassverk og leidningsnett"),
    ("all", "TH20", "Sikring mot flom og skred", "Sikring mot flaum og skred"),
    ("all", "TH21", "Handlingsplan mot vold og overgrep", "Handlingsplan mot vald og overgrep"),
    ("all", "TH22", "Kurs i tegnspråk", "Kurs i teiknspråk"),
    ("all", "TH23", "Tilgjengelighet ved nedsatt funksjonsevne", "Tilgjenge ved nedsett funksjonsevne"),
    ("all", "TH24", "Brukermedvirkning og høring", "Brukarmedverknad og høyring"),
    ("all", "TH25", "Lederutvikling og lavere sykefravær", "Leiarutvikling og lågare sjukefråvær"),
    ("all", "TH26", "Vedlikehold av kommunens eiendommer", "Vedlikehald av kommunen sine eigedomar"),
    ("all", "TH27", "Holdningskampanje i sosiale medier", "Haldningskampanje i sosiale medium"),
    ("all", "TH28", "Undersøkelse og rullering av planen", "Undersøking og rullering av planen"),
]  # fmt: skip


@pytest.mark.parametrize(("taxonomy", "first", "nb", "nn"), SAME_IN_BOTH)
def test_bokmal_and_nynorsk_have_the_same_themes(taxonomy: str, first: str, nb: str, nn: str) -> None:
    plan_type = dict(TAXONOMIES)[taxonomy]
    assert ids(nb, plan_type=plan_type)[0] == first
    assert [(theme.id, theme.weight) for theme in themes_for(nb, plan_type=plan_type)] == [
        (theme.id, theme.weight) for theme in themes_for(nn, plan_type=plan_type)
    ]


def test_every_theme_is_tried_in_both_standards() -> None:
    tried = {first for _, first, _, _ in SAME_IN_BOTH}
    assert tried == {
        theme["id"] for taxonomy, _ in TAXONOMIES for theme in load_toml("themes.toml")[taxonomy]
    }


@pytest.mark.parametrize(("taxonomy", "plan_type"), TAXONOMIES)
def test_every_cue_finds_its_theme_and_its_counterpart_the_same(taxonomy: str, plan_type: str | None) -> None:
    for theme in load_toml("themes.toml")[taxonomy]:
        for entry in (theme[strength] for strength in STRENGTHS if strength in theme):
            for nb, nn in zip(entry["nb"], entry["nn"], strict=True):
                found = ids(nb.replace("*", ""), plan_type=plan_type)
                assert theme["id"] in found, nb
                assert found == ids(nn.replace("*", ""), plan_type=plan_type), (nb, nn)
            for both in entry.get("both", []):
                assert theme["id"] in ids(both.replace("*", ""), plan_type=plan_type), both


@pytest.mark.parametrize(("taxonomy", "count"), [("rus", 21), ("all", 28)])
def test_every_theme_has_names_functions_and_goals(taxonomy: str, count: int) -> None:
    themes = load_toml("themes.toml")[taxonomy]
    assert len({theme["id"] for theme in themes}) == count
    for theme in themes:
        assert theme["name"]["nb"] and theme["name"]["nn"] and theme["sdg"]
        assert theme["kostra"] or theme["kostra_unchecked"]


def test_categories_of_parties_speak_for_themes_that_exist() -> None:
    data = load_toml("themes.toml")
    known = {theme["id"] for taxonomy, _ in TAXONOMIES for theme in data[taxonomy]}
    assert {theme for themes in data["categories"].values() for theme in themes} <= known
    assert data["categories"].keys() <= load_toml("party_grammar.toml")["categories"].keys()


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Skoleveg", ["TH15"]),
        ("Boligfelt", ["TH16"]),
        ("Skolering", ["TH25"]),
        ("Kulturskulen", ["TH13"]),
        ("Rask saksbehandling", []),
        ("Naturleg del av kvardagen", []),
    ],
)
def test_longest_word_decides(text: str, themes: list[str]) -> None:
    assert ids(text) == themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Programmet MOT på ungdomstrinnet", True),
        ("Arbeide mot rus", False),
        ("TILTAK MOT RUS", False),
    ],
)
def test_acronyms_are_matched_with_their_capitals(text: str, themes: bool) -> None:
    assert ("RU01" in ids(text, plan_type=RUS)) is themes


@pytest.mark.parametrize("text", ["Individuell plan (IP)", "IP", "LAR"])
def test_acronym_alone_is_enough(text: str) -> None:
    assert ids(text, plan_type=RUS) == ["RU07"]


@pytest.mark.parametrize(
    "text", ["", "–", "Prosjektet «Ny giv»", "Videreføre ordningen", "Halde fram som før"]
)
def test_without_cues_there_is_no_theme(text: str) -> None:
    assert themes_for(text) == themes_for(text, plan_type=RUS) == []


def test_text_weighs_more_than_goal_and_goal_more_than_heading() -> None:
    themes = themes_for("Fortau", goal="Flere i barnehage", heading="Bolig")
    assert [theme.id for theme in themes] == ["TH15", "TH01"]
    assert themes[0].weight > themes[1].weight


def test_goal_or_heading_alone_gives_the_theme_of_a_name() -> None:
    assert ids("Prosjekt Solsida", goal="Flere skal bo i egen bolig", plan_type=RUS) == ["RU08"]
    assert ids("Prosjekt Solsida", heading="Bustad", plan_type=RUS) == ["RU08"]


def test_vague_word_in_a_heading_gives_no_theme() -> None:
    assert ids("Prosjekt Solsida", heading="Handlingsplan 2020–2023") == []


@pytest.mark.parametrize(("category", "first"), [("culture", "RU20"), ("nav_social", "RU09"), ("", "RU09")])
def test_category_of_the_party_decides_between_equals(category: str, first: str) -> None:
    assert ids("Jobb og fritid", plan_type=RUS, categories=[category])[0] == first


def test_cues_are_the_words_as_written_each_once_in_reading_order() -> None:
    (theme,) = themes_for("Gatelys, fortau og gatelys", heading="Trygge Skoleveger")
    assert theme.cues == ["Gatelys", "fortau", "Skoleveger"]
    assert (theme.name, theme.weight) == ("Samferdsel og trafikksikkerhet", 1.0)


def test_names_of_themes_are_bokmal() -> None:
    assert themes_for("Bustad", plan_type=RUS)[0].name == "Bolig"


@pytest.mark.parametrize("text", ["Bom på driftsvegen", "Ordninga held fram"])
def test_everything_in_a_plan_about_one_theme_has_to_do_with_it(text: str) -> None:
    (*_, theme) = themes_for(text, plan_type="trafikksikkerhetsplan")
    assert theme.id == "TH15"


@pytest.mark.parametrize("text", ["Tiltak for ansatte", "Tiltak for tilsette"])
def test_what_the_text_says_comes_before_what_the_plan_is_about(text: str) -> None:
    first, second = themes_for(text, plan_type="plan_mot_vold")
    assert (first.id, second.id, second.cues) == ("TH25", "TH21", [])


def test_types_of_plans_speak_for_themes_that_exist() -> None:
    data = load_toml("themes.toml")
    assert data["plan_types"].keys() <= load_toml("plan_types.toml").keys()
    for plan_type, theme in data["plan_types"].items():
        taxonomy = "rus" if plan_type in data["rus_plan_types"] else "all"
        assert theme in {entry["id"] for entry in data[taxonomy]}


def test_theme_carries_its_functions_in_the_accounts_and_the_un_goals() -> None:
    (theme,) = themes_for("Ny barnehage")
    assert (theme.kostra, theme.sdg) == ([201, 211, 221], ["4.2"])


@given(st.text(), st.text(), st.text(), st.sampled_from([None, RUS, "kulturplan"]))
def test_any_text_gets_an_answer(text: str, goal: str, heading: str, plan_type: str | None) -> None:
    assert len(themes_for(text, goal=goal, heading=heading, plan_type=plan_type)) <= 3


WORDS = st.sampled_from(
    ["skule", "bolig", "rus", "LAR", "natteravn", "og", "veg", "samarbeid", "i", "arbeid", "ungdom"]
)


@given(st.lists(WORDS).map(" ".join), st.lists(WORDS).map(" ".join), st.sampled_from([None, RUS]))
def test_themes_are_few_ordered_and_named_once(text: str, goal: str, plan_type: str | None) -> None:
    themes = themes_for(text, goal=goal, plan_type=plan_type)
    assert len(themes) <= 3 and sum(theme.weight for theme in themes) <= 1.01
    assert [theme.weight for theme in themes] == sorted((theme.weight for theme in themes), reverse=True)
    assert len({theme.id for theme in themes}) == len(themes)
    assert all(theme.cues for theme in themes)
    assert themes == themes_for(text, goal=goal, plan_type=plan_type)
