from __future__ import annotations

import ast
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import extractor
from extractor.cli import COMMANDS, main
from extractor.errors import ExitCode
from extractor.version import __version__
from schemas import Goal, Plan, Source, Tiltak

ROOT = Path(__file__).parents[1]
PAPERS = sorted(ROOT.glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(kind: str, paper: str = README) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", paper, re.DOTALL)


def lines_of_console() -> list[str]:
    """The calls of planuttrekk in the README, without comments and what stands behind a pipe."""
    lines = "\n".join(blocks("console")).splitlines()
    return [re.split(r"\s+#|\s\|", line)[0] for line in lines if line.startswith("planuttrekk ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"^\| `planuttrekk {command}\b", README, re.MULTILINE)


@pytest.mark.parametrize("line", lines_of_console())
def test_every_call_in_the_readme_can_be_made(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    program = click.Context(main, **main.context_settings)
    command = main.get_command(program, name)
    assert command is not None, line
    command.make_context(name, arguments, parent=program)


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_in_the_readme(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \| \S", README, re.MULTILINE)


def test_what_python_users_call_is_there() -> None:
    [example] = blocks("python")
    imports = [node for node in ast.walk(ast.parse(example)) if isinstance(node, ast.ImportFrom)]
    assert {node.module for node in imports} == {"extractor"}
    assert {name.name for node in imports for name in node.names} <= set(extractor.__all__)


@pytest.mark.parametrize(("call", "result"), re.findall(r"^(\w+\(.*?)\s+# ('.*')$", README, re.MULTILINE))
def test_the_readme_tells_what_a_call_returns(call: str, result: str) -> None:
    names = {name: getattr(extractor, name) for name in extractor.__all__}
    assert repr(eval(call, names)) == result


def test_every_question_to_the_database_in_the_readme_has_an_answer(tmp_path: Path) -> None:
    made = CliRunner().invoke(
        main, ["export", str(ROOT / "samples" / "expected"), "-o", str(tmp_path / "plans.db")]
    )
    assert made.exit_code == ExitCode.DONE
    [questions] = blocks("sql")
    with closing(sqlite3.connect(tmp_path / "plans.db")) as database:
        for question in questions.split(";")[:-1]:
            assert database.execute(question).fetchone(), question


def test_the_json_in_the_readme_has_the_keys_of_the_models() -> None:
    [example] = blocks("jsonc")
    plan = json.loads(re.sub(r"\s//.*", "", example))
    assert set(plan) <= set(Plan.model_fields)
    assert set(plan["source"]) <= set(Source.model_fields)
    assert Goal.model_validate(plan["goals"][0]).kind == "main_goal"
    [tiltak] = [Tiltak.model_validate(item | {"origin": "table"}) for item in plan["tiltak"]]
    assert tiltak.schedule is not None and tiltak.schedule.edtf == "../2015"


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"make ([a-z]+)\b(?=[`\s])", README + CONTRIBUTING)))
)
def test_every_target_that_is_told_of_can_be_made(target: str) -> None:
    assert re.search(rf"^{target}:.* ## ", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_link_to_a_file_leads_somewhere(paper: Path) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", paper.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_every_word_list_that_is_told_of_is_there() -> None:
    told = set(re.findall(r"`(\w+\.(?:toml|csv))`", CONTRIBUTING))
    there = {path.name for path in (ROOT / "extractor" / "data").iterdir()}
    assert told - {"pyproject.toml"} <= there


def test_the_version_is_the_same_everywhere() -> None:
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in needed}
    assert names <= set(re.findall(r"[\w-]+", CONTRIBUTING))


def test_every_dependency_is_pinned_and_nothing_else_is_told() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {re.sub(r"[-_.]+", "-", pin.split("==")[0]).lower() for pin in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {re.split(r"[<>=]", requirement)[0].lower() for requirement in needed} <= pinned


def test_golden_files_are_not_rewritten_where_nobody_reads_the_difference() -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--update-golden",
        "--collect-only",
        "-q",
        str(ROOT / "tests/cli"),
    ]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "CI": "1"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--update-golden is for people" in done.stderr


def test_every_data_file_tells_where_it_comes_from() -> None:
    folder = ROOT / "extractor" / "data"
    told = (folder / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in folder.iterdir() if path.suffix in {".toml", ".csv"}}
    assert {name for name in files if f"| `{name}` |" not in told} == set()
