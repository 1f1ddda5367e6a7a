from __future__ import annotations

import json

import jsonschema
import pytest

from schemas import Plan
from schemas.comparison import Comparison
from schemas.export import PUBLISHED, published_file, schema, schema_text


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_schema_is_the_one_of_the_models(name: str) -> None:
    assert published_file(name).read_text(encoding="utf-8") == schema_text(name), (
        "run `make schema` and note it in CHANGELOG.md"
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_schema_is_of_the_dialect_that_it_names(name: str) -> None:
    found = schema(name)
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    assert found["title"] and found["description"]
    assert "$id" not in found


def test_the_schema_of_a_comparison_accepts_what_the_model_accepts() -> None:
    jsonschema.validate(json.loads(Comparison(tool="test", plans=[]).model_dump_json()), schema("comparison"))


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_schema_accepts_what_the_models_accept(language: str) -> None:
    source = {"filename": "plan.txt", "sha256": "0", "media_type": "text/plain", "text_origin": "text"}
    plan = Plan.model_validate({"source": source | {"tool": "test", "language": language}, "kind": "plan"})
    jsonschema.validate(json.loads(plan.model_dump_json()), schema("plan"))


@pytest.mark.parametrize("change", [{"kind": "roman"}, {"goals": None}, {"ny": 1}])
def test_the_schema_refuses_what_the_models_refuse(change: dict[str, object]) -> None:
    source = {
        "filename": "a",
        "sha256": "0",
        "media_type": "text/plain",
        "text_origin": "text",
        "tool": "test",
    }
    document = {"schema_version": "1.0", "source": source, "kind": "plan"} | change
    with pytest.raises(ValueError, match=next(iter(change))):
        Plan.model_validate(document)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema("plan"))
