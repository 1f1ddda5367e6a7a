from __future__ import annotations

import pytest

from extractor.interpret.metadata import plan_type
from tests.interpret.build import drawn, text


def type_of(title: str) -> str | None:
    outline = drawn(title)
    return plan_type(text(title), outline, "plan")


@pytest.mark.parametrize(
    ("nb", "nn", "name"),
    [
        (
            "Rusmiddelpolitisk handlingsplan",
            "Rusmiddelpolitisk handlingsplan",
            "rusmiddelpolitisk_handlingsplan",
        ),
        ("Ruspolitisk plan", "Rusplan for Bygda", "rusmiddelpolitisk_handlingsplan"),
        ("Alkoholpolitisk handlingsplan", "Alkoholpolitiske retningsliner", "alkoholpolitisk_handlingsplan"),
        ("Plan for rus og psykisk helse", "Plan for psykisk helse og rus", "psykisk_helse_og_rus_plan"),
        ("Temaplan for folkehelse", "Temaplan for folkehelsa", "folkehelseplan"),
        ("Helse- og omsorgsplan", "Plan for helse og omsorg", "helse_og_omsorgsplan"),
        ("Demensplan 2020", "Demensplan 2020", "demensplan"),
        ("Oppvekstplan", "Oppvekstplan", "oppvekstplan"),
        ("Plan for forebyggende arbeid", "Plan for førebyggjande arbeid", "forebyggende_plan_barnevern"),
        ("Rus- og kriminalitetsforebyggende plan", "SLT-handlingsplan", "slt_plan"),
        (
            "Temaplan for forebygging av barne- og ungdomskriminalitet",
            "Temaplan for førebygging av barne- og ungdomskriminalitet",
            "slt_plan",
        ),
        (
            "Handlingsplan mot vold i nære relasjoner",
            "Handlingsplan mot vald i nære relasjonar",
            "plan_mot_vold",
        ),
        ("Boligsosial handlingsplan", "Bustadsosial handlingsplan", "boligsosial_handlingsplan"),
        ("Trafikksikkerhetsplan", "Trafikktryggingsplan", "trafikksikkerhetsplan"),
        ("Kommunedelplan for trafikksikkerhet", "Plan for trafikktryggleik", "trafikksikkerhetsplan"),
        ("Klima- og energiplan", "Energi- og klimaplan", "klima_og_energiplan"),
        ("Plan for fysisk aktivitet og idrett", "Plan for idrett og friluftsliv", "idrett_og_friluftsliv"),
        ("Kulturminneplan", "Kulturplan", "kulturplan"),
        ("Overordnet beredskapsplan", "Overordna beredskapsplan", "beredskapsplan"),
        ("Hovedplan for vann og avløp", "Hovudplan for vatn og avløp", "vann_og_avlopsplan"),
        ("Strategisk næringsplan", "Strategisk næringsplan", "naeringsplan"),
        ("Kompetanseplan", "Kompetanseplan", "kompetanseplan"),
        ("Plan for bosetting av flyktninger", "Plan for busetjing og integrering", "integreringsplan"),
        ("Plan for likestilling og mangfold", "Plan for likestilling og mangfald", "likestillingsplan"),
        ("Språkplan", "Målbruksplan", "sprakplan"),
        ("Digitaliseringsstrategi", "Digitaliseringsstrategi", "digitaliseringsstrategi"),
        ("Kommunal planstrategi 2020-2023", "Kommunal planstrategi", "planstrategi"),
        ("Kommuneplanens samfunnsdel", "Kommuneplanen sin samfunnsdel", "kommuneplanens_samfunnsdel"),
        ("Kommuneplanens arealdel", "Arealdelen til kommuneplanen", "kommuneplanens_arealdel"),
        ("Handlings- og økonomiplan", "Økonomiplan 2024-2027", "okonomi_og_handlingsplan"),
        ("Planprogram for klimaplan", "Kulturplan – planprogram", "planprogram"),
        ("Temaplan", "Årsmelding", None),
        ("Kommunedelplan helhetlig ruspolitikk", "Temaplan rus", "rusmiddelpolitisk_handlingsplan"),
        ("Bevillingspolitisk handlingsplan", "Løyvepolitisk handlingsplan", "alkoholpolitisk_handlingsplan"),
        (
            "Handlingsplan for psykisk helse og rus",
            "Plan for rusarbeid og psykisk helse",
            "psykisk_helse_og_rus_plan",
        ),
        ("Plan for rus- og psykisk helsearbeid", "Psykiatriplan", "psykisk_helse_og_rus_plan"),
        ("Kommunedelplan for folkehelse, idrett og friluftsliv", "Folkehelseoversyn 2023", "folkehelseplan"),
        (
            "Kommunedelplan for helse, omsorg og velferd",
            "Kommunedelplan for helse og meistring",
            "helse_og_omsorgsplan",
        ),
        ("Helse-, sosial- og omsorgsplan", "Plan for legetenesta", "helse_og_omsorgsplan"),
        ("Handlingsplan for en demensvennlig kommune", "Plan for demensomsorga", "demensplan"),
        ("Kvalitetsplan for skole og barnehage", "Plan for eit trygt og godt skulemiljø", "oppvekstplan"),
        ("Barne- og ungdomsplan", "Plan for born og unge", "oppvekstplan"),
        (
            "Plan for forebyggende arbeid for barn og unge",
            "Plan for førebyggjande arbeid for barn og unge",
            "forebyggende_plan_barnevern",
        ),
        ("Plan mot omsorgssvikt", "Plan for førebygging av omsorgssvikt", "forebyggende_plan_barnevern"),
        (
            "Plan for forebygging av kriminalitet",
            "Handlingsplan for rus- og kriminalitetsførebyggjande arbeid",
            "slt_plan",
        ),
        (
            "Plan for forebygging av vold i nære relasjoner",
            "Plan for førebygging av vald i nære relasjonar",
            "plan_mot_vold",
        ),
        (
            "Plan for forebyggende arbeid mot vold og overgrep",
            "Plan for førebyggjande arbeid mot vald",
            "plan_mot_vold",
        ),
        ("Temaplan bolig", "Plan for bustad", "boligsosial_handlingsplan"),
        ("Tiltaksplan for trafikksikring", "Trafikktryggleiksplan", "trafikksikkerhetsplan"),
        ("Temaplan for klima og miljø", "Klimabudsjett 2024", "klima_og_energiplan"),
        (
            "Plan for fysisk aktivitet og naturopplevelser",
            "Plan for fysisk aktivitet og naturopplevingar",
            "idrett_og_friluftsliv",
        ),
        ("Sti- og løypeplan", "Turvegplan", "idrett_og_friluftsliv"),
        ("Kommunedelplan for kulturmiljø", "Plan for kulturskulen", "kulturplan"),
        (
            "Helhetlig risiko- og sårbarhetsanalyse",
            "Heilskapleg risiko- og sårbarheitsanalyse",
            "beredskapsplan",
        ),
        ("Saneringsplan for avløp", "Hovudplan for vassforsyning", "vann_og_avlopsplan"),
        ("Kommunedelplan for landbruk", "Reiselivsstrategi", "naeringsplan"),
        (
            "Kompetanseplan for helse og omsorg",
            "Plan for kompetanse og rekruttering i oppvekst",
            "kompetanseplan",
        ),
        ("Flyktningplan", "Strategi for integrering av flyktningar", "integreringsplan"),
        ("Mangfoldsstrategi", "Handlingsplan for likestilling og mangfald", "likestillingsplan"),
        ("Plan for samisk språk", "Språkplan", "sprakplan"),
        ("Strategi for digitalisering", "IKT-plan for skulen", "digitaliseringsstrategi"),
        ("Kommunal planstrategi med planprogram", "Planstrategi med planprogram", "planstrategi"),
        ("Kommuneplan for Bygda 2010-2022", "Samfunnsdelen til kommuneplanen", "kommuneplanens_samfunnsdel"),
        ("Kommuneplanen for Bygda – arealdelen", "Kommuneplanen sin arealdel", "kommuneplanens_arealdel"),
        (
            "Kommuneplan 2020-2032. Bestemmelser til arealdelen",
            "Kommuneplan for Bygda, arealdel - føresegner",
            "kommuneplanens_arealdel",
        ),
        (
            "Budsjett 2015 og økonomiplan 2015-2018",
            "Handlingsdel til kommuneplanen",
            "okonomi_og_handlingsplan",
        ),
        ("Handlingsdel til kulturplanen", "Kulturplan – handlingsdel 2020-2023", "kulturplan"),
        ("Reguleringsbestemmelser for boligfelt", "Reguleringsføresegner for bustadfelt", None),
        ("Reguleringsplan med kulturminner", "Detaljregulering for idrettsplass", None),
        ("Arbeidsgiverstrategi", "Frivilligheitsplan", None),
    ],
)
def test_the_title_tells_the_type_of_plan(nb: str, nn: str, name: str | None) -> None:
    assert type_of(nb) == type_of(nn) == name


def test_the_type_that_comes_first_in_the_title_decides() -> None:
    title = "Rusmiddelpolitisk handlingsplan med retningslinjer for salg og skjenking"
    assert type_of(title) == "rusmiddelpolitisk_handlingsplan"


def test_the_body_that_decides_a_case_does_not_tell_the_type() -> None:
    title = "Utval for helse og omsorg 12.06.18 sak 21/18 - Demensplan 2019"
    assert plan_type(text(title), drawn(title), "case_document") == "demensplan"


def test_a_title_without_type_leaves_it_to_running_headers_and_headings() -> None:
    assert (
        plan_type(text("Temaplan"), drawn("Temaplan", furniture=["Oppvekstplan 2020"]), "plan")
        == "oppvekstplan"
    )
    headings = drawn("Plan\n# 1 Klima i dag\n# 2 Klimamål\n# 3 Klimatiltak\n# 4 Samarbeid")
    assert plan_type(text("Plan"), headings, "plan") == "klima_og_energiplan"
