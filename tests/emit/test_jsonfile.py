from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.emit.jsonfile import dumps, load_plan, write_json
from extractor.errors import CannotReadError, ExtractorError, NewerSchemaError, NotFoundError
from schemas import Kommune, Plan, Source

SOURCE = Source(filename="a.txt", sha256="0" * 64, media_type="text/plain", text_origin="text", tool="test")


@pytest.fixture
def plan() -> Plan:
    kommuner = [Kommune(name="Kåfjord", number="1940"), Kommune(name="Røros")]
    return Plan(source=SOURCE, kind="plan", title="«Trygg på vegen» – ein plan", kommuner=kommuner)


def test_json_keeps_letters_and_the_order_of_the_models(plan: Plan) -> None:
    text = dumps(plan)
    assert "«Trygg på vegen» – ein plan" in text
    assert list(json.loads(text)) == list(Plan.model_fields)
    assert text.endswith("\n}\n")
    assert text == dumps(plan.model_copy(deep=True))


def test_a_plan_survives_the_file(plan: Plan, tmp_path: Path) -> None:
    write_json(plan, tmp_path / "plan.json")
    assert load_plan(tmp_path / "plan.json") == plan
    assert (tmp_path / "plan.json").read_bytes() == dumps(plan).encode()


def test_nothing_is_left_beside_the_file(plan: Plan, tmp_path: Path) -> None:
    write_json(plan, tmp_path / "plan.json")
    write_json(plan, tmp_path / "plan.json")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_write_that_fails_leaves_the_old_file(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.json").write_text("earlier", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExtractorError, match=r"plan\.json: cannot be written \(No space left on device\)"):
        write_json(plan, tmp_path / "plan.json")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == "earlier"


def test_a_link_stays_a_link(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "plan.json")
    write_json(plan, tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert load_plan(tmp_path / "plan.json") == plan


@pytest.mark.parametrize("version", ["1.1", "2.0", "1.0.1", "10.0"])
def test_a_newer_file_asks_for_an_update(plan: Plan, tmp_path: Path, version: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(json.loads(dumps(plan)) | {"schema_version": version, "nytt": 1}))
    with pytest.raises(NewerSchemaError, match="Update planuttrekk"):
        load_plan(file)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"%PDF-1.4", "is not JSON"),
        (b"\xff\xfe{}", "is not JSON"),
        (b'{"schema_version": "1.0"', "is not JSON"),
        (b"[1, 2]", "not a plan"),
        (b'{"title": "x"}', "not a plan"),
        (b'{"schema_version": 1.0}', "no version"),
        (b'{"schema_version": "x"}', "no version"),
        (b'{"schema_version": "1.0", "kind": "plan"}', r"source: Field required"),
        (b'{"schema_version": "1.0"}', r"and 1 more"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_plan_says_why(tmp_path: Path, content: bytes, cause: str) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(CannotReadError, match=cause):
        load_plan(tmp_path / "x.json")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        load_plan(tmp_path / "x.json")
    with pytest.raises(NotFoundError, match="folder"):
        load_plan(tmp_path)
