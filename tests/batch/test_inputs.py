"""What users name is found, however they name it, and nothing is left out in silence."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from batch.runs import Run, lines, put

from extractor.batch.inputs import Inputs
from extractor.errors import NotFoundError

WEB_PAGE = b"<!doctype html><html><body><h1>Plan</h1></body></html>"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*named: str, lists: tuple[str, ...] = (), not_below: str | None = None) -> list[str]:
    return sorted(Inputs(named, lists, not_below=not_below))


def test_a_folder_is_searched_however_deep(here: Path) -> None:
    put(here / "planar", a="x", vinje__b="x", vinje__eldre__c="x")
    assert found("planar") == ["a.txt", "vinje/b.txt", "vinje/eldre/c.txt"]


def test_types_are_told_by_suffix_and_else_by_the_first_bytes(here: Path) -> None:
    folder = here / "planer"
    folder.mkdir()
    for name in (
        "A.PDF",
        "b.html",
        "c.Htm",
        "d.md",
        "e.xhtml",
        "bilde.jpg",
        "f.docx",
        "g.docm",
        "notat.doc",
        "~$f.docx",
        "LESMEG",
        ".skjult.pdf",
    ):
        (folder / name).write_bytes(b"\x00\x01")
    (folder / "vedlegg.ashx").write_bytes(b"%PDF-1.4")
    (folder / "side").write_bytes(WEB_PAGE)
    (folder / "saksmappe").write_bytes(b"PK\x03\x04[Content_Types].xml ... word/document.xml")
    inputs = Inputs(("planer",))
    assert sorted(inputs) == [
        "A.PDF", "b.html", "c.Htm", "d.md", "e.xhtml", "f.docx", "g.docm", "saksmappe", "side", "vedlegg.ashx",
    ]  # fmt: skip
    assert inputs.left_out == {".jpg": 1, ".doc": 1, "other": 1}


def test_names_tell_inputs_of_several_folders_apart(here: Path) -> None:
    put(here, nord__plan="x", soer__plan="x", soer__meir__plan="x")
    assert found("nord", "soer") == ["nord/plan.txt", "soer/meir/plan.txt", "soer/plan.txt"]
    assert found("soer", "soer/meir") == ["meir/plan.txt", "meir/plan.txt", "plan.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("planar/*/vegplan*.txt", ["lom/vegplan.txt", "vinje/vegplan1.txt"]),
        ("planar/**/*.txt", ["lom/eldre/skuleplan.txt", "lom/vegplan.txt", "vinje/vegplan1.txt"]),
        ("planar/lo?", ["lom/eldre/skuleplan.txt", "lom/vegplan.txt"]),
        ("planar/vinje/veg[plan]*1.txt", ["vegplan1.txt"]),
    ],
)
def test_patterns_are_matched(here: Path, pattern: str, expected: list[str]) -> None:
    put(here / "planar", lom__vegplan="x", lom__eldre__skuleplan="x", vinje__vegplan1="x")
    assert found(pattern) == expected


def test_a_file_with_the_signs_of_a_pattern_in_its_name_is_a_file(here: Path) -> None:
    put(here, **{"plan [1]": "x"})
    assert found("plan [1].txt") == ["plan [1].txt"]


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_lists_name_files_and_folders_even_those_that_are_not_there(here: Path, start: str) -> None:
    put(here, nord__plan="x", soer__a="x", soer__b="x")
    (here / "liste.txt").write_text(f"{start}nord/plan.txt\r\n\nsoer\nfinst ikkje.pdf\n", encoding="utf-8")
    assert found(lists=("liste.txt",)) == ["finst ikkje.pdf", "nord/plan.txt", "soer/a.txt", "soer/b.txt"]


def test_a_listed_file_that_is_not_there_has_its_line(run: Run, here: Path) -> None:
    put(here, plan="x")
    (here / "liste.txt").write_text("plan.txt\nfinnes ikke.pdf\n", encoding="utf-8")
    assert run("plan.txt", lists=("liste.txt",)).failed == 1
    line = lines(here / "ut")["finnes ikke.pdf"]
    assert (line.code, line.sha256) == ("cannot-read", None)


@pytest.mark.parametrize("name", ["finst/ikkje", "finnes*.pdf"])
def test_a_name_that_stands_for_nothing_is_refused(name: str) -> None:
    with pytest.raises(NotFoundError):
        Inputs((name,))
    with pytest.raises(NotFoundError, match="list"):
        Inputs((), (name,))


def test_results_inside_the_inputs_are_no_inputs(here: Path) -> None:
    put(here, a="x", ut__b="x", utkast__c="x")
    assert found(".", not_below="ut") == ["a.txt", "utkast/c.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_to_files_are_followed_and_links_to_folders_are_not(here: Path) -> None:
    put(here / "planar", a="x")
    (here / "planar" / "b.txt").symlink_to("a.txt")
    (here / "planar" / "rundt").symlink_to(".")
    (here / "planar" / "borte.txt").symlink_to("finnes ikke")
    assert found("planar") == ["a.txt", "b.txt", "borte.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_not_waited_for(run: Run, here: Path) -> None:
    put(here / "inn", a="x")
    os.mkfifo(here / "inn" / "b.pdf")
    (here / "liste.txt").write_text("inn/b.pdf", encoding="utf-8")
    assert run(lists=("liste.txt",)).failed == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_in_an_old_encoding_is_read_and_told(run: Run, here: Path) -> None:
    put(here / "inn", a="x")
    Path(os.fsdecode(os.fsencode(here / "inn") + b"/tiltak p\xe5 veg.txt")).write_text(
        "Tiltak", encoding="utf-8"
    )
    assert run().ok == 2
    line = lines(here / "ut")["tiltak p\\xe5 veg.txt"]
    assert (here / "ut" / str(line.output)).is_file()
    assert run().ok == 2


def test_a_folder_that_cannot_be_listed_has_its_line(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here / "inn", a="x", stengt__b="x")
    listed = os.scandir

    def refused(folder: str) -> Any:
        if Path(folder).name == "stengt":
            raise PermissionError("no rights")
        return listed(folder)

    monkeypatch.setattr("extractor.batch.places.os.scandir", refused)
    assert run().failed == 1
