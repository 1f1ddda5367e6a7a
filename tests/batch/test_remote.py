"""A place in a store is as good as a folder: the same inputs are found, and the same bytes are left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch import inline_engine
from batch.runs import Run, put, tree

from extractor.batch import remote
from extractor.batch.inputs import Inputs
from extractor.batch.manifest import read_manifest
from extractor.batch.places import LocalPlace, Place, place_of
from extractor.errors import ExtractorError, NotFoundError

fsspec = pytest.importorskip("fsspec", reason="the extra «cluster» is not installed")


@pytest.fixture(autouse=True)
def store() -> Iterator[None]:
    """A store in memory with nothing in it."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    files.pseudo_dirs[:] = [""]
    yield
    files.store.clear()


def upload(folder: Path, url: str) -> None:
    place = place_of(url)
    for name in LocalPlace(str(folder)).walk():
        place.write(name, [(folder / name).read_bytes()])


def download(url: str, folder: Path) -> Path:
    for name in place_of(url).walk():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with place_of(url).open(name) as file:
            path.write_bytes(file.read())
    return folder


@pytest.fixture
def inn(tmp_path: Path) -> Path:
    put(tmp_path / "inn", vinje__plan="Lys på gangvegen", lillehammer__plan="Lys på gangveien", skada="skada")
    put(tmp_path / "inn", vinje__kopi="Lys på gangvegen", **{".skjult__plan": "Lys"})
    (tmp_path / "inn" / "bilete.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "inn" / "utan suffiks").write_bytes(b"<!doctype html><html><body>Plan</body></html>")
    upload(tmp_path / "inn", "memory://planar/2024")
    return tmp_path / "inn"


def test_a_store_gives_the_same_bytes_as_a_folder(run: Run, inn: Path, tmp_path: Path) -> None:
    there = run("memory://planar/2024", out="memory://resultat/2024")
    here = run("inn", out="ut")
    assert there == here and here.left_out == {".jpg": 1}
    local = tree(tmp_path / "ut")
    del local[".lock"]  # a store has none
    assert tree(download("memory://resultat/2024", tmp_path / "henta")) == local


@pytest.mark.parametrize(
    ("inputs", "out"), [("memory://planar/2024", "ut"), ("inn", "memory://resultat")], ids=["in", "out"]
)
def test_inputs_and_results_may_be_in_different_places(run: Run, inn: Path, inputs: str, out: str) -> None:
    assert run(inputs, out=out).ok == 3
    assert [line.path for line in read_manifest(place_of(out)) if line.status == "failed"] == ["skada.txt"]


def test_what_is_done_in_a_store_is_not_done_again(run: Run, inn: Path) -> None:
    run("memory://planar/2024", out="memory://resultat")
    place_of("memory://resultat").remove("plans/vinje/kopi.txt.json")
    place_of("memory://planar/2024").write("skada.txt", [b"Tiltak"])
    assert run("memory://planar/2024", out="memory://resultat").failed == 0
    assert sorted(inline_engine.DONE) == ["skada.txt", "vinje/kopi.txt"]


@pytest.mark.parametrize(
    ("named", "names"),
    [
        (["memory://planar/2024/vinje", "memory://planar/2024/skada.txt"], ["skada.txt", "vinje/a.txt"]),
        (["memory://planar/2024/**/a*.txt"], ["lillehammer/a.txt", "vinje/a.txt"]),
        (["memory://planar/2024/*"], ["lillehammer/a.txt", "skada.txt", "vinje/a.txt"]),
        (["memory://planar/2024/vinje/a.txt"], ["a.txt"]),
    ],
)
def test_names_and_patterns_in_a_store_are_found(named: list[str], names: list[str]) -> None:
    place = place_of("memory://planar/2024")
    for name in ("vinje/a.txt", "lillehammer/a.txt", "skada.txt"):
        place.write(name, [b"x"])
    assert sorted(Inputs(tuple(named))) == names


def test_a_list_may_name_what_is_in_a_store(run: Run, inn: Path, tmp_path: Path) -> None:
    names = ("vinje/plan.txt", "lillehammer/plan.txt", "finst ikkje.pdf")
    text = "".join(f"memory://planar/2024/{name}\n" for name in names)
    (tmp_path / "liste").write_text(text, encoding="utf-8")
    inputs = Inputs((), (str(tmp_path / "liste"),))
    assert sorted(inputs) == sorted(names)


def test_results_below_the_inputs_are_no_inputs(run: Run, inn: Path) -> None:
    run("memory://planar", out="memory://planar/2024/ut")
    assert run("memory://planar", out="memory://planar/2024/ut").inputs == 5
    assert inline_engine.DONE == []


@pytest.mark.parametrize("named", [("memory://finst/ikkje",), ("memory://finnes*.pdf",), ("memory://",)])
def test_a_url_that_stands_for_nothing_is_refused(named: tuple[str, ...]) -> None:
    with pytest.raises(NotFoundError):
        Inputs(named)


@pytest.mark.parametrize("named", [("inn", "memory://planar/2024"), ("memory://planar/2024", "inn")])
def test_a_run_has_its_inputs_in_one_kind_of_place(run: Run, inn: Path, named: tuple[str, ...]) -> None:
    with pytest.raises(NotFoundError, match="where the first input is"):
        run(*named)


def added(place: Place, *lines: bytes) -> None:
    for line in lines:
        place.append("manifest.jsonl", line)


def test_lines_are_there_after_a_run_that_was_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "SECONDS_BETWEEN_WRITES", 0.0)
    added(place_of("memory://ut"), b"1\n", b"2\n")
    place_of("memory://ut").tidy()
    added(place_of("memory://ut"), b"3\n", b"4")
    assert list(place_of("memory://ut").walk()) == ["manifest.jsonl"]
    place_of("memory://ut").tidy()
    with place_of("memory://ut").open("manifest.jsonl") as file:
        assert file.read().split() == [b"1", b"2", b"3", b"4"]
    assert fsspec.filesystem("memory").find("/ut") == ["/ut/manifest.jsonl"]


def test_lines_of_a_second_are_written_together_and_the_last_ones_at_the_end() -> None:
    place = place_of("memory://ut")
    with place.lock():
        added(place, b"1\n", b"2\n", b"3\n")
        assert len(fsspec.filesystem("memory").find("/ut")) == 1
    assert len(fsspec.filesystem("memory").find("/ut")) == 2


def test_a_whole_file_takes_the_place_of_the_lines_that_were_added() -> None:
    place = place_of("memory://ut")
    with place.lock():
        added(place, b"1\n", b"2\n")
        place.write("manifest.jsonl", [b"2\n", b"1\n"])
    assert fsspec.filesystem("memory").find("/ut") == ["/ut/manifest.jsonl"]
    with place.open("manifest.jsonl") as file:
        assert file.read() == b"2\n1\n"


def test_a_store_that_does_not_answer_is_told_and_not_taken_for_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise RuntimeError("no credentials")

    place = place_of("memory://ut")
    for call in ("info", "put_file", "pipe_file", "rm_file", "find"):
        monkeypatch.setattr(type(fsspec.filesystem("memory")), call, silent)
    with pytest.raises(ExtractorError, match="no credentials"):
        place.exists("manifest.jsonl")
    with pytest.raises(ExtractorError, match=r"memory://ut/plan\.json: cannot be written"):
        place.write("plan.json", [b"{}"])
    with pytest.raises(ExtractorError, match="cannot be removed"):
        place.remove("plan.json")
    with pytest.raises(ExtractorError):
        place.append("manifest.jsonl", b"1\n")
    with pytest.raises(ExtractorError):
        place.tidy()


def test_what_has_to_be_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExtractorError, match="cannot be used as a place"):
        place_of("finnesikke://a/b")
    for module in [name for name in sys.modules if name.split(".")[0] == "fsspec"]:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExtractorError, match="pip install distributed fsspec"):
        place_of("memory://ut")


def test_what_a_scheme_needs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(ExtractorError, match="Install s3fs"):
        place_of("s3://bucket/planar")
