"""What reading pictures of pages needs: OCRmyPDF, Tesseract, and Tesseract's knowledge of Norwegian."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

LANGUAGE = "nor"  # Tesseract's name for both written standards
RECIPE = 7  # raised when pictures are prepared or looked at in another way
ANSWERS_WITHIN = 20.0  # seconds
INSTALL = (
    ("ocrmypdf", "the extra «ocr» (pip install 'planuttrekk[ocr]')"),
    ("tesseract", "Tesseract (apt install tesseract-ocr)"),
    (LANGUAGE, "its Norwegian (apt install tesseract-ocr-nor)"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What is installed; None where it is not."""

    ocrmypdf: str | None
    tesseract: str | None
    languages: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be installed, with how to do it."""
        there = {"ocrmypdf": self.ocrmypdf, "tesseract": self.tesseract, LANGUAGE: LANGUAGE in self.languages}
        return tuple(how for name, how in INSTALL if not there[name])

    @property
    def advice(self) -> str:
        """A sentence on what to install."""
        return (
            f"To have pictures of pages read, install {' and '.join(self.missing)}." if self.missing else ""
        )

    @property
    def engine(self) -> str:
        """What decides what is recognised, in a few words."""
        return f"ocrmypdf {self.ocrmypdf} tesseract {self.tesseract} {LANGUAGE} recipe {RECIPE}"


@cache
def installed_parts() -> Parts:
    """Return what is installed; asked for once in a process."""
    tesseract: str | None = None
    languages: list[str] = []
    if program := shutil.which("tesseract"):
        told = _ask(program, "--version").split()
        tesseract = told[1] if len(told) > 1 else None
        languages = [name.strip() for name in _ask(program, "--list-langs").splitlines()[1:]]
    return Parts(_ocrmypdf(), tesseract, tuple(sorted(filter(None, languages))))


def _ocrmypdf() -> str | None:
    try:
        return version("ocrmypdf") if find_spec("ocrmypdf") else None
    except PackageNotFoundError:
        return None


def _ask(program: str, question: str) -> str:
    try:
        done = subprocess.run(
            [program, question], capture_output=True, text=True, timeout=ANSWERS_WITHIN, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout or done.stderr
