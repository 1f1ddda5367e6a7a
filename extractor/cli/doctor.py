"""`planuttrekk doctor`: is everything there that planuttrekk needs?"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING

import click

from extractor.cli.options import talk_options
from extractor.emit.plain import plain
from extractor.errors import ExitCode
from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.cli.parts import Part


@click.command("doctor")
@click.pass_context
@talk_options
def doctor_command(ctx: click.Context) -> None:
    """Say what is installed, what is missing, and what to do about it."""
    from extractor.cli.parts import needed_parts

    click.echo(f"planuttrekk {__version__}, Python {platform.python_version()}, {platform.system()}")
    try:
        parts = needed_parts()
    except PackageNotFoundError:
        click.echo("planuttrekk is not installed as a package. Run: python -m pip install .", err=True)
        ctx.exit(ExitCode.FINDINGS)
    _list("Needed", [part for part in parts if part.extra is None])
    for extra in dict.fromkeys(part.extra for part in parts if part.extra):
        _list(f"Optional «{extra}»", [part for part in parts if part.extra == extra])
    _tell_ocr()
    if not all(part.fits for part in parts if part.extra is None):
        click.echo("Something that is needed is missing. Run: python -m pip install .", err=True)
        ctx.exit(ExitCode.FINDINGS)


def _tell_ocr() -> None:
    """Say whether pictures of pages can be read, and how much of them is kept."""
    from extractor.read.ocr_cache import CEILING, cache_folder, size_of
    from extractor.read.ocr_parts import LANGUAGE, installed_parts

    parts, folder = installed_parts(), cache_folder()
    norwegian = "there" if LANGUAGE in parts.languages else "missing"
    click.echo("\nPictures of pages (OCR)")
    for name, state in (
        ("OCRmyPDF", parts.ocrmypdf),
        ("Tesseract", parts.tesseract),
        ("Norwegian", norwegian),
    ):
        click.echo(f"  {name:<16} {state or 'missing'}")
    kept = f"{size_of(folder) / 1e6:.1f} of {CEILING / 1e6:.0f} MB in {folder}" if folder else "nothing"
    click.echo(f"  {'kept':<16} {plain(kept)}")
    if parts.missing:
        click.echo(f"  {parts.advice}")


def _list(title: str, parts: Iterable[Part]) -> None:
    click.echo(f"\n{title}")
    for part in parts:
        click.echo(f"  {part.name:<16} {_state(part)}")


def _state(part: Part) -> str:
    if part.installed is None:
        return "missing"
    return part.installed if part.fits else f"{part.installed}, but {part.wanted} is wanted"
