from __future__ import annotations

import json

import jsonschema
import pytest

from schemas import Plan
from schemas.export import PUBLISHED, plan_schema, schema_text


def test_the_published_schema_is_the_one_of_the_models() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), (
        "run `make schema` and note it in CHANGELOG.md"
    )


def test_the_schema_is_of_the_dialect_that_it_names() -> None:
    schema = plan_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    assert schema["title"] and schema["description"]
    assert "$id" not in schema


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_schema_accepts_what_the_models_accept(language: str) -> None:
    source = {"filename": "plan.txt", "sha256": "0", "media_type": "text/plain", "text_origin": "text"}
    plan = Plan.model_validate({"source": source | {"tool": "test", "language": language}, "kind": "plan"})
    jsonschema.validate(json.loads(plan.model_dump_json()), plan_schema())


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
        jsonschema.validate(document, plan_schema())
