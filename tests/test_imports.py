"""The house: which part may import which. The table is the one of CONTRIBUTING.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "schemas": {"schemas"},
    "extractor.version": set(),
    "extractor.place": set(),
    "extractor.words": {"extractor.place"},
    "extractor.document": {"extractor.place", "extractor.words"},
    "extractor.errors": set(),
    "extractor.garbage": set(),
    "extractor.settings": set(),
    "extractor.printed": {"extractor.place"},
    "extractor.corrections": {"extractor.corrections", "extractor.normalise", "schemas"},
    "extractor.lexicon": {"extractor.errors"},
    "extractor.read": {
        "extractor.read",
        "extractor.place",
        "extractor.words",
        "extractor.document",
        "extractor.errors",
        "extractor.garbage",
        "extractor.printed",
        "extractor.settings",
    },
    "extractor.structure": {
        "extractor.structure",
        "extractor.document",
        "extractor.lexicon",
        "extractor.words",
    },
    "extractor.interpret": {
        "extractor.version",
        "extractor.interpret",
        "extractor.structure",
        "extractor.document",
        "extractor.lexicon",
        "schemas",
    },
    "extractor.normalise": {"extractor.normalise", "extractor.lexicon", "schemas"},
    "extractor.compare": {"extractor.compare", "extractor.lexicon", "schemas"},
    "extractor.emit": {
        "extractor.emit",
        "extractor.lexicon",
        "extractor.errors",
        "extractor.corrections",
        "extractor.printed",
        "schemas",
    },
    "extractor.pipeline": {
        "extractor.read",
        "extractor.structure",
        "extractor.interpret",
        "extractor.normalise",
        "extractor.compare",
        "extractor.document",
        "extractor.errors",
        "extractor.garbage",
        "extractor.corrections",
        "extractor.settings",
        "schemas",
    },
    "extractor.explain": {
        "extractor.structure",
        "extractor.interpret",
        "extractor.normalise",
        "extractor.version",
        "schemas",
    },
    "extractor.guard": {
        "extractor.guard",
        "extractor.garbage",
        "extractor.pipeline",
        "extractor.printed",
        "extractor.read",
        "extractor.emit",
        "extractor.errors",
        "extractor.settings",
        "schemas",
    },
    "extractor.batch": {
        "extractor.batch",
        "extractor.guard",
        "extractor.read",
        "extractor.emit",
        "extractor.errors",
        "extractor.version",
        "extractor.settings",
        "schemas",
    },
    "extractor.evaluate": {
        "extractor.evaluate",
        "extractor.corrections",
        "extractor.emit",
        "extractor.errors",
        "extractor.version",
        "schemas",
    },
    "extractor.export": {
        "extractor.export",
        "extractor.compare",
        "extractor.emit",
        "extractor.lexicon",
        "extractor.errors",
        "extractor.version",
        "schemas",
    },
    "extractor.cli": {
        "extractor",
        "extractor.batch",
        "extractor.guard",
        "extractor.cli",
        "extractor.compare",
        "extractor.evaluate",
        "extractor.explain",
        "extractor.export",
        "extractor.pipeline",
        "extractor.read",
        "extractor.emit",
        "extractor.errors",
        "extractor.settings",
        "extractor.corrections",
        "extractor.version",
        "schemas",
    },
}
"""What of our own code each part may import."""

ONLY_IN = {
    "pdfplumber": "extractor/read/pdf",
    "pdfminer": "extractor/read/pdf",
    "pypdfium2": "extractor/read/pdf extractor/read/ocr",
    "ocrmypdf": "extractor/read/ocr_p",
    "numpy": "extractor/read/ocr_",
    "PIL": "extractor/read/ocr_",
    "lxml": "extractor/read/html extractor/read/docx_",
    "spacy": "extractor/interpret/language.py",
    "rich": "extractor/emit/terminal extractor/cli/",
    "xlsxwriter": "extractor/emit/workbook.py extractor/export/xlsx.py",
    "pyarrow": "extractor/export/parquet.py",
    "click": "extractor/cli/",
    "jinja2": "extractor/emit/page/",
    "pebble": "extractor/guard/pool.py",
    "distributed": "extractor/batch/engines/dask.py",
    "fsspec": "extractor/batch/remote.py",
    "packaging": "extractor/cli/parts.py",
    "pydantic": "schemas/ extractor/emit/",
    "rapidfuzz": "extractor/normalise/ extractor/interpret/ extractor/compare/ extractor/corrections/ "
    "extractor/evaluate/",
    "snowballstemmer": "extractor/compare/spelling.py",
}
"""Beginnings of the paths that may import a package; the standard library may be imported anywhere."""

FILES = sorted([*ROOT.glob("extractor/**/*.py"), *ROOT.glob("schemas/**/*.py")])
OPEN_TO_ALL = {"extractor/__init__.py", "extractor/__main__.py"}  # the front doors


def imported_modules(path: Path) -> Iterator[str]:
    """Yield what a file imports, also inside functions and for type checks."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def part_of(module: str) -> str:
    """Return the part of the house that a module of ours belongs to."""
    names = module.split(".")
    return names[0] if names[0] == "schemas" else ".".join(names[:2])


def ours(module: str) -> bool:
    return module.split(".")[0] in ("extractor", "schemas")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_part_imports_only_what_it_may(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    if name in OPEN_TO_ALL:
        return
    part = part_of(name.removesuffix(".py").replace("/", "."))
    found = {part_of(module) for module in imported_modules(path) if ours(module)}
    assert found <= MAY_IMPORT[part], f"{name} imports {sorted(found - MAY_IMPORT[part])}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_packages_are_imported_in_their_place_only(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    packages = {module.split(".")[0] for module in imported_modules(path) if not ours(module)}
    for package in packages - sys.stdlib_module_names:
        assert package in ONLY_IN, f"{name} imports {package}, which has no place in the house"
        assert name.startswith(tuple(ONLY_IN[package].split())), f"{name} imports {package}"


def test_nobody_imports_the_command_line() -> None:
    doors = {"extractor/__main__.py"}
    for path in FILES:
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith("extractor/cli/") and name not in doors:
            assert not any(module.startswith("extractor.cli") for module in imported_modules(path)), name


def test_every_part_has_its_rule() -> None:
    parts = {
        part_of(path.relative_to(ROOT).as_posix().removesuffix(".py").replace("/", ".")) for path in FILES
    }
    assert parts - {"extractor.__init__", "extractor.__main__"} == set(MAY_IMPORT)
