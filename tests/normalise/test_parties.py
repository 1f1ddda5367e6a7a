from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load_csv, load_toml
from extractor.normalise.parties import (
    known_party,
    leading_parties,
    looks_like_party,
    party_categories,
    split_responsible,
)


def raws(text: str) -> list[str]:
    return [party.raw for party in split_responsible(text)]


def parts(text: str) -> tuple[str, list[str]]:
    """Read «cell → one | two»: the cell and the parties in it."""
    cell, _, expected = text.partition(" → ")
    return cell.replace("¶", "\n"), [part.strip() for part in expected.split("|") if part.strip()]


SLASHES = [
    "Rådmannen/kommunalsjefar/avdelingsleiarar → Rådmannen | kommunalsjefar | avdelingsleiarar",
    "Rådmannen/kommunalsjefer/avdelingsledere → Rådmannen | kommunalsjefer | avdelingsledere",
    "Rektorar ved dei einskilde skular/helsesyster for ungdom"
    " → Rektorar ved dei einskilde skular | helsesyster for ungdom",
    "Lensmannen i Bygda/koordinator for rusomsorg → Lensmannen i Bygda | koordinator for rusomsorg",
    "Raude kros/Dagleg leiar → Raude kros | Dagleg leiar",
    "Røde Kors/Daglig leder → Røde Kors | Daglig leder",
    "Nattramnstyret/ rektor ungdomsskulen → Nattramnstyret | rektor ungdomsskulen",
    "NAV/koordinator for rusomsorg/prosjektgruppe → NAV | koordinator for rusomsorg | prosjektgruppe",
    "Seksjon Helse- og omsorg/SU → Seksjon Helse- og omsorg | SU",
    "H&O/NAV → H&O | NAV",
    "Frivilligsentralen/ Folkehelsekoordinator → Frivilligsentralen | Folkehelsekoordinator",
    "Kulturleder/frivillige lag/FAU → Kulturleder | frivillige lag | FAU",
    "FAU ved ungdomsskulen/Lions → FAU ved ungdomsskulen | Lions",
    "Kommuneoverlegen/ barnevernleiar → Kommuneoverlegen | barnevernleiar",
    "Teknisk etat/trafikksikkerhetsutvalget → Teknisk etat | trafikksikkerhetsutvalget",
    "Oppvekstsektoren/Helsesektoren → Oppvekstsektoren | Helsesektoren",
]
ONE_PARTY = [
    "NAV-kontoret v/koordinator for rusomsorg",
    "Rådmannen v/bevillingsansvarlig",
    "Kommunedirektøren v/ løyveansvarleg",
    "Helse- og omsorgssjefen",
    "Helse og omsorgssjefen",
    "Helse og omsorg",
    "Leder for bo- og aktivitet",
    "Leiar for bu- og aktivitet",
    "Leder for psykisk helse og rus",
    "Leiar for psykisk helse og rus",
    "P&U",
    "Personal & organisasjon",
    "frivillige lag og foreninger",
    "lokale lag og foreiningar",
    "Boligansvarlig (både tildeling og oppfølging)",
    "Bustadansvarleg (både tildeling og oppfølging)",
    "Samarbeid med frivillige lag og foreninger, som ofte er arrangører av ulike tilstelninger",
    "Rektor, som òg informerer FAU og elevråd",
    "Bygda vg. skule avd. Vesle",
    "Leiar psyk. helse",
    "Leder psyk. Helse",
    "Alle einingsleiarar",
    "Involverte virksomheter",
    "Koordinerande eining",
    "Rus/psykiatritjenesten",
    "Rus/psykiatritenesta",
    "Leder rus/psykiatri",
    "Leiar rus/psykiatri",
    "Stab/støtte",
    "Foreldre/føresette",
    "Kultur, idrett og fritid",
    "Enhet for barn, unge og familie",
    "Eining for vatn, avløp og renovasjon",
    "Ansatte i skole og barnehage",
    "Tilsette i skule og barnehage",
    "Rektor ved barneskolen og ungdomsskolen",
    "Rektor ved barneskulen og ungdomsskulen",
    "Møre og Romsdal politidistrikt",
    "Statsforvalteren i Li og Ås",
    "Barne- og ungdomsskolen",
    "Plan- og miljøutvalet",
    "Kommunalsjef Oppvekst",
    "NAV Leder",
    "Bygda Frivilligsentral",
    "Råd for eldre og personer med funksjonsnedsettelse",
    "Råd for eldre og personar med funksjonsnedsetjing",
]
COORDINATED = [
    "Seksjon Helse- og omsorg, NAV, oppvekst, barnevern → Seksjon Helse- og omsorg | NAV | oppvekst | barnevern",
    "Folkehelsekoordinator og kommuneoverlege → Folkehelsekoordinator | kommuneoverlege",
    "Kommuneoverlegen og barnevernleiar → Kommuneoverlegen | barnevernleiar",
    "Barnevernleder, ledende helsesøster og kommuneoverlegen → Barnevernleder | ledende helsesøster | kommuneoverlegen",
    "Kultursjefen og Bygda frivilligsentral → Kultursjefen | Bygda frivilligsentral",
    "Servicetorget og lensmannen i Bygda → Servicetorget | lensmannen i Bygda",
    "Statens vegvesen, kommunen og politiet → Statens vegvesen | kommunen | politiet",
    "Teknisk eining, plan og utvikling → Teknisk eining | plan og utvikling",
    "Teknisk enhet, plan og utvikling → Teknisk enhet | plan og utvikling",
    "NAV og psykisk helse og rus → NAV | psykisk helse og rus",
    "Leiar for psykisk helse, NAV Bygda → Leiar for psykisk helse | NAV Bygda",
    "K&O, TEK → K&O | TEK",
    "Ordfører og rådmann → Ordfører | rådmann",
    "Kultur, oppvekst og NAV → Kultur | oppvekst | NAV",
    "Kultur og kommuneoverlegen → Kultur | kommuneoverlegen",
    "Eining for helse og omsorg og NAV → Eining for helse og omsorg | NAV",
    "Kulturkontoret og idrettslaga → Kulturkontoret | idrettslaga",
    "Skolene og barnehagene → Skolene | barnehagene",
    "Skulane og barnehagane → Skulane | barnehagane",
    "Foreldre og skole → Foreldre | skole",
    "PPT, barnevernet, helsestasjonen og skulane → PPT | barnevernet | helsestasjonen | skulane",
    "Barnehagestyrere og rektorer → Barnehagestyrere | rektorer",
    "Kommunen, grunneiere og hytteforeninger → Kommunen | grunneiere | hytteforeninger",
    "Klima- og miljørådgjevar og næringssjef → Klima- og miljørådgjevar | næringssjef",
    "Kommunalsjef oppvekst, kommunalsjef helse → Kommunalsjef oppvekst | kommunalsjef helse",
    "Skulane, FAU, politiet og Trygg Trafikk → Skulane | FAU | politiet | Trygg Trafikk",
    "Kommunen ved teknisk etat og Statens vegvesen → Kommunen ved teknisk etat | Statens vegvesen",
    "Tildelingskontoret og heimetenesta → Tildelingskontoret | heimetenesta",
    "Rektor; FAU + politiet → Rektor | FAU | politiet",
    "NAV samt barnevernet → NAV | barnevernet",
    "Kari Nordmann og Ola Nordmann → Kari Nordmann | Ola Nordmann",
    "Rådmann - Kommunalsjef - NAV → Rådmann | Kommunalsjef | NAV",
]
LINES = [
    "Rektor¶Teknisk eining → Rektor | Teknisk eining",
    "- Kultur¶- Oppvekst → Kultur | Oppvekst",
    "-Tjeneste for psykisk helse og rus¶-Politi → Tjeneste for psykisk helse og rus | Politi",
    "• Politi • FAU → Politi | FAU",
    "- Rektor - FAU - Politi → Rektor | FAU | Politi",
    "1. Rektor¶2. FAU → Rektor | FAU",
    "Kommunelege I¶Rektor → Kommunelege I | Rektor",
    "Leder for psykisk helse og¶rus → Leder for psykisk helse og rus",
    "Leiar for psykisk helse¶og rus → Leiar for psykisk helse og rus",
    "Seksjon¶Helse- og omsorg → Seksjon Helse- og omsorg",
    "Boligansvarlig (tildeling¶og oppfølging) → Boligansvarlig (tildeling og oppfølging)",
    "Pleie- og omsorgstjenesten- → Pleie- og omsorgstjenesten",
    "Ansatte i Tjeneste for psykisk helse og rus, → Ansatte i Tjeneste for psykisk helse og rus",
    "Ansvarleg: Rektor → Rektor",
    "Hovedansvar: NAV. Medansvar: Politiet → NAV | Politiet",
]
LOST_LINES = [
    "Seksjon for kultur Seksjon oppvekst → Seksjon for kultur | Seksjon oppvekst",
    "Eining for kultur Eining for skule → Eining for kultur | Eining for skule",
    "Seksjon Helse- og omsorg Seksjon for oppvekst NAV Familiehuset"
    " → Seksjon Helse- og omsorg | Seksjon for oppvekst | NAV | Familiehuset",
    "Tjeneste for psykisk helse og rus Legetjenesten Helsestasjon"
    " → Tjeneste for psykisk helse og rus | Legetjenesten | Helsestasjon",
    "Tjeneste for psykisk helse- og rus Pleie- og omsorgstjenesten"
    " → Tjeneste for psykisk helse- og rus | Pleie- og omsorgstjenesten",
    "Rektor Teknisk eining → Rektor | Teknisk eining",
    "NAV Bygda Politiet → NAV Bygda | Politiet",
    "Kultur Oppvekst NAV → Kultur | Oppvekst | NAV",
    "Etatsledere Politikere → Etatsledere | Politikere",
]


@pytest.mark.parametrize("example", SLASHES)
def test_a_slash_parts_parties(example: str) -> None:
    cell, expected = parts(example)
    assert raws(cell) == expected


@pytest.mark.parametrize("text", ONE_PARTY)
def test_one_party_stays_whole(text: str) -> None:
    assert raws(text) == [text]


@pytest.mark.parametrize("example", COORDINATED)
def test_comma_and_og_part_roles_and_organisations_but_not_fields(example: str) -> None:
    cell, expected = parts(example)
    assert raws(cell) == expected


@pytest.mark.parametrize("example", LINES)
def test_lines_and_list_items_are_parties_without_their_bullets(example: str) -> None:
    cell, expected = parts(example)
    assert raws(cell) == expected


@pytest.mark.parametrize("example", LOST_LINES)
def test_a_new_party_begins_at_a_unit_or_known_party_when_line_breaks_are_lost(example: str) -> None:
    cell, expected = parts(example)
    assert raws(cell) == expected


@pytest.mark.parametrize(
    "example",
    [
        "Rektor i samarbeid med FAU og politi → Rektor",
        "Kultursjefen saman med idrettslaga → Kultursjefen",
        "Kultursjefen sammen med idrettslagene → Kultursjefen",
        "NAV med bistand frå psykisk helse og rus → NAV",
        "NAV, støttet av frivillige → NAV",
        "Bustadkontoret (i samarbeid med NAV), teknisk etat → Bustadkontoret | teknisk etat",
        "Rektor¶i samarbeid med FAU → Rektor",
        "Rektor¶Samarbeidspartnere:¶FAU¶Politi → Rektor",
        "Rektor i samarbeid med FAU; politiet → Rektor | politiet",
    ],
)
def test_partners_are_not_responsible(example: str) -> None:
    cell, expected = parts(example)
    assert raws(cell) == expected


@pytest.mark.parametrize(
    "text",
    ["", "–", "-", "?", "Ikke avklart", "Ikkje avklart", "Avklares", "Avklarast", "N.N.", "Innen 2015",
     "Innan 2015", "Løpende", "Løpande", "2014", "i samarbeid med NAV"],
)  # fmt: skip
def test_a_cell_that_names_nobody_gives_nobody(text: str) -> None:
    assert split_responsible(text) == []


@pytest.mark.parametrize(
    ("text", "id_", "name", "category"),
    [
        ("Kultursjefen", "kultursjef", "kultursjef", "culture"),
        ("sjef for kultur", "kultursjef", "kultursjef", "culture"),
        ("Kulturleiar", "kulturleder", "kulturleder", "culture"),
        ("Kulturetaten", "kultur", "kultur", "culture"),
        ("Rådmannen", "kommunedirektor", "kommunedirektør", "administration"),
        ("Kommunedirektøren", "kommunedirektor", "kommunedirektør", "administration"),
        ("kommunalsjefar", "kommunalsjef", "kommunalsjef", "administration"),
        ("Kommunalsjef helse", "kommunalsjef_for_helse", "kommunalsjef for helse", "health_care"),
        ("Lensmannen i Bygda", "politi", "politiet", "police"),
        ("lensmannskontoret", "politi", "politiet", "police"),
        ("Helsesyster ved ungdomsskulen", "helsesykepleier", "helsesykepleier", "health_care"),
        ("helsesøstrene", "helsesykepleier", "helsesykepleier", "health_care"),
        ("leiande helsesyster", "ledende_helsesykepleier", "ledende helsesykepleier", "health_care"),
        ("Leder for psykisk helse og rus", "leder_for_psykisk_helse_og_rus",
         "leder for psykisk helse og rus", "health_care"),
        ("Leiar psyk. helse", "leder_for_psykisk_helse", "leder for psykisk helse", "health_care"),
        ("Leder rus/psykiatri", "leder_for_psykisk_helse_og_rus",
         "leder for psykisk helse og rus", "health_care"),
        ("NAV-kontoret v/koordinator for rusomsorg", "nav", "NAV", "nav_social"),
        ("Nav Bygda", "nav", "NAV", "nav_social"),
        ("NAV-leiaren", "nav_leder", "NAV-leder", "nav_social"),
        ("Barnevernleiar", "barnevernleder", "barnevernleder", "child_welfare"),
        ("Barneverntenesta", "barnevern", "barneverntjenesten", "child_welfare"),
        ("Seksjon Helse- og omsorg", "helse_omsorg", "helse og omsorg", "health_care"),
        ("helse- og sosialsjefen", "helse_og_sosialsjef", "helse- og sosialsjef", "health_care"),
        ("Einingsleiar for kultur", "enhetsleder_for_kultur", "enhetsleder for kultur", "culture"),
        ("Alle einingsleiarar", "enhetsleder", "enhetsleder", "administration"),
        ("Rektorane", "rektor", "rektor", "school_childhood"),
        ("skulesjefen", "skolesjef", "skolesjef", "school_childhood"),
        ("Teknisk eining", "teknisk", "teknisk etat", "technical_planning"),
        ("Eigedomssjefen", "eiendomssjef", "eiendomssjef", "technical_planning"),
        ("Trafikktryggingsutvalet", "trafikkutvalg", "trafikksikkerhetsutvalg", "technical_planning"),
        ("Bustadkontoret", "boligkontor", "boligkontor", "health_care"),
        ("Bygda frivilligsentral", "frivilligsentral", "frivilligsentral", "voluntary"),
        ("Raude Kross", "rode_kors", "Røde Kors", "voluntary"),
        ("Fylkesmannen", "statsforvalter", "statsforvalteren", "county_state"),
        ("Møre og Romsdal fylkeskommune", "fylkeskommune", "fylkeskommunen", "county_state"),
        ("Sentraladm.", "sentraladm", "sentraladministrasjonen", "administration"),
        ("Leiar for heimetenesta", "leder_for_hjemmetjeneste", "leder for hjemmetjenesten", "health_care"),
        ("trafikkoordinator", "trafikkoordinator", "trafikkoordinator", "technical_planning"),
        ("Rektor Kari Nordmann", "rektor", "rektor", "school_childhood"),
        ("Ansatte i Tjeneste for psykisk helse og rus", "ansatte", "ansatte", "administration"),
    ],
)  # fmt: skip
def test_old_titles_and_nynorsk_forms_lead_to_one_entry(
    text: str, id_: str, name: str, category: str
) -> None:
    entry = known_party(text)
    assert entry is not None
    assert (entry.id, entry.name, entry.category) == (id_, name, category)


@pytest.mark.parametrize(
    "text",
    ["H&O", "SU", "Fjellvang", "Dagleg leiar", "Leder for Fjellvang", "Leiar for prosjektet", "mot", "styre",
     "Kontakter aktuelle aktører", "Nytt kulturhusprosjekt", "lagleder", "Leder for FAU og politi", "", "?"],
)  # fmt: skip
def test_what_the_register_does_not_know_has_no_entry(text: str) -> None:
    assert known_party(text) is None


@pytest.mark.parametrize("text", ["Fjellvang", "H&O", "Hobbyklubben Ås"])
def test_an_unknown_party_keeps_its_wording_and_has_no_name(text: str) -> None:
    (party,) = split_responsible(text)
    assert (party.raw, party.name, party.id, party.category) == (text, None, None, None)


def test_the_chief_is_another_party_than_the_unit() -> None:
    ids = {known_party(text).id for text in ("Kultursjefen", "Kultureininga", "Kulturleiaren")}  # type: ignore[union-attr]
    assert len(ids) == 3


def test_the_documents_own_abbreviations_give_the_name() -> None:
    explained = {"K&O": "Kultur og oppvekst", "P&U": "Plan og framtid"}
    first, second, third = split_responsible("K&O, leder K&O/P&U", abbreviations=explained)
    assert (first.raw, first.id, first.category) == ("K&O", "oppvekst_kultur", "school_childhood")
    assert (second.raw, second.name) == ("leder K&O", "oppvekst- og kulturleder")
    assert (third.raw, third.name, third.id) == ("P&U", "Plan og framtid", None)


@pytest.mark.parametrize(
    "example",
    [
        "Sentraladm. Kontakter aktuelle aktører → Sentraladm.",
        "Seksjon Helse- og omsorg Seksjon for oppvekst NAV Familiehuset"
        " → Seksjon Helse- og omsorg | Seksjon for oppvekst | NAV | Familiehuset",
        "Seksjon oppvekst Innen 2015 → Seksjon oppvekst",
        "NAV Bygda, rektorane Hausten 2015 → NAV Bygda | rektorane",
        "Rektor. Evaluerast årleg → Rektor",
        "Rektor. FAU. Det skal lages en rutine → Rektor | FAU",
        "Seksjon for kultur Opprette gruppe → Seksjon for kultur",
        "Kartlegge behov for bolig → ",
        "Kartleggje behov for bustad → ",
    ],
)
def test_only_the_parties_at_the_beginning_of_a_mixed_cell_are_taken(example: str) -> None:
    cell, expected = parts(example + " " if example.endswith("→") else example)
    assert [party.raw for party in leading_parties(cell)] == expected


@pytest.mark.parametrize(
    "text",
    ["Rektor", "Alle einingsleiarar", "NAV Bygda", "Innkjøpsansvarleg", "Grendelaga", "Kraftlaget", "PPT", "K&O",
     "Seksjon for læring", "Fjellvang Nett AS", "Leiar for Fjellvang", "prosjektgruppa", "Koordinerande eining",
     "Ungdomsteamet", "Kommunen v/teknisk sjef", "Tverrfaglig samarbeidsgruppe", "2. linjetjenesten"],
)  # fmt: skip
def test_roles_units_and_organisations_look_like_parties(text: str) -> None:
    assert looks_like_party(text)


@pytest.mark.parametrize(
    "text",
    ["", "Innen 2015", "Løpende", "Hausten 2012", "Kontinuerleg", "31.12.2020", "Etablert tiltak", "Ved behov",
     "Rektor skal innkalle foreldrene", "Opprette arbeidsgruppe", "Kartlegge behov", "Oppfølging av tiltak",
     "Tilskudd til idrettslag", "Tilskot til idrettslag", "Det må lagast ein plan for skulane", "Nytt forslag",
     "Handlingsplan 2012 – 2016 for kommunen", "Mål: rektor", "kr 200 000"],
)  # fmt: skip
def test_sentences_and_times_do_not_look_like_parties(text: str) -> None:
    assert not looks_like_party(text)


def test_every_wording_in_the_register_leads_to_its_own_entry() -> None:
    for row in load_csv("parties.csv"):
        forms = f"{row['nb']};{row['nn']};{row['short']};{row['forms_nb']};{row['forms_nn']}".split(";")
        for form in filter(None, map(str.strip, forms)):
            entry = known_party(form)
            assert entry is not None and entry.id == row["id"], form


def test_every_field_has_a_unit_and_a_leader_in_both_standards() -> None:
    for category, fields in load_toml("party_grammar.toml")["fields"].items():
        for id_, field in fields.items():
            for title, standard in (("Leder", "nb"), ("Leiar", "nn")):
                leader = known_party(f"{title} for {field[standard][0]}")
                assert leader is not None and leader.category == category, (id_, standard)
            unit = known_party(f"avdeling for {field['nb'][0]}")
            assert unit is not None and unit.id == id_


def test_ids_are_unique_and_plain_and_categories_have_names() -> None:
    rows = load_csv("parties.csv")
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    assert all(id_.isascii() and id_ == id_.lower() and " " not in id_ for id_ in ids)
    assert {row["category"] for row in rows} <= party_categories().keys()
    assert all(names.keys() == {"nb", "nn", "en"} for names in party_categories().values())


WORDS = st.sampled_from(
    ["Rektor", "NAV", "Seksjon", "for", "kultur", "og", "oppvekst", ",", "/", "-", "(", ")", "v/", "i samarbeid med",
     "\n", ";", "FAU", "Bygda", "leiar", "Leder", "helse-", "omsorg", "som", ".", "•", "politiet", "2015", ":", "&"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=15).map(" ".join)))
def test_nothing_is_invented(text: str) -> None:
    folded = " ".join(text.split())
    for party in [*split_responsible(text), *leading_parties(text)]:
        assert party.raw and party.raw in folded
        assert party.raw == " ".join(party.raw.split())


@given(st.text(max_size=60))
def test_any_wording_gets_an_answer(text: str) -> None:
    assert looks_like_party(text) in (True, False)
    assert known_party(text) is None or known_party(text) == known_party(text)


def test_a_cell_that_begins_with_a_comma_comes_to_an_end() -> None:
    assert raws(", kultur, ;") == ["kultur"]


@pytest.mark.parametrize(
    "unit", ["(", "/", "helse, ", "kultur og ", "og\n", "ansvar", "A", ". A", "v/", "NAV "]
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    begun = time.process_time()
    split_responsible(unit * 4000)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "word", ["deltar", "deltek", "medvirker", "medverkar", "bidrar", "bidreg", "samarbeidspartnar"]
)
def test_a_party_that_a_bracket_says_takes_part_is_not_responsible(word: str) -> None:
    assert raws(f"Krisesenteret, skolene ({word})") == ["Krisesenteret"]
