from __future__ import annotations

from collections import Counter
from typing import Any, get_args

import pytest

from extractor.compare import guidelines as module
from extractor.compare.check_cues import cue_of, has_cue
from extractor.compare.check_facts import FACTS
from extractor.compare.guidelines import Guideline, guidelines, guidelines_of, guidelines_within
from extractor.lexicon import LexiconError, load_toml
from schemas.plan import SectionRole

ALL = guidelines()


@pytest.mark.parametrize("guideline", ALL, ids=lambda one: one.id)
def test_everything_that_is_asked_has_a_source_a_name_in_three_languages_and_a_way_to_be_shown(
    guideline: Guideline,
) -> None:
    for asked in guideline.asked:
        assert asked.source and asked.name.nb and asked.name.nn and asked.name.en
        assert asked.facts or asked.roles or asked.headings or asked.cues, asked.id
        assert {fact.partition(":")[0] for fact in asked.facts} <= FACTS.keys()
        assert set(asked.roles) <= set(get_args(SectionRole))
        assert all(map(cue_of, (*asked.cues, *asked.headings, *asked.columns)))


def test_ids_and_types_are_told_once() -> None:
    assert max(Counter(asked.id for one in ALL for asked in one.asked).values()) == 1
    assert max(Counter(plan_type for one in ALL for plan_type in one.types).values()) == 1


def test_each_file_of_the_folder_is_read_and_each_type_is_one_of_the_taxonomy() -> None:
    types = load_toml("terminal.toml")["nb"]["plan_types"]
    assert {plan_type for one in ALL for plan_type in one.types} <= types.keys()
    assert len(module.FILES) == len(ALL)


def test_a_list_may_stand_inside_another() -> None:
    assert [one.id for one in guidelines_of("rusmiddelpolitisk_handlingsplan")] == ["rus"]
    assert [one.id for one in guidelines_within("R02")] == ["alkohol"]
    assert guidelines_of("kulturplan") == [] and guidelines_of(None) == []


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ({"key": "goals", "level": "law"}, "id"),
        ({"id": "X1", "key": "goals", "level": "always"}, "level"),
        ({"id": "X1", "key": "goals", "level": "law", "name": {"nb": "Mål", "en": "Goals"}}, "nn"),
        (
            {
                "id": "X1",
                "key": "goals",
                "level": "law",
                "name": {"nb": "Mål", "nn": "Mål", "en": "Goals"},
                "cues": {"nb": ["mål"]},
            },
            "nn",
        ),
    ],
)
def test_an_entry_that_lacks_something_is_named(
    entry: dict[str, Any], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"nb": "Liste", "nn": "Liste", "en": "List"}
    data = {"id": "x", "source": "lov", "plan_types": ["kulturplan"], "name": names, "components": [entry]}
    monkeypatch.setattr(module, "load_toml", lambda _: data)
    with pytest.raises(LexiconError, match=missing):
        module._guideline("x.toml")


@pytest.mark.parametrize(
    ("cue", "text", "there"),
    [
        ("samarbeid", "Samarbeidet går godt", True),
        ("samarbeid", "Samarbeidsavtale", False),
        ("samarbeid*", "Samarbeidsavtale", True),
        ("*skader", "Personskader i trafikken", True),
        ("skader", "Personskader i trafikken", False),
        ("gravide + oppfølging", "Tidlig oppfølging av gravide", True),
        ("gravide + oppfølging", "Samtale med gravide", False),
        ("salgs- og skjenketid*", "Salgs- og skjenketidene er som før", True),
        ("sals- og skjenketid*", "Sals- og skjenketidene er som før", True),
        ("30. juni", "Fram til 30. juni 2016", True),
        ("^ retningslinjer for salg", "b) Retningslinjer for salg og skjenking", True),
        ("^ retningslinjer for salg", "2.1 Retningslinjer for salg og skjenking", True),
        ("^ retningslinjer for salg", "Nye retningslinjer for salg og skjenking", False),
        ("slt", "Kommunen har SLT", True),
        ("lar", "Lars har ansvaret", False),
    ],
)
def test_cues_are_understood_as_they_are_written(cue: str, text: str, there: bool) -> None:
    assert has_cue(text, [cue]) is there
