"""Options that several commands share, so that each spells them the same way."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from extractor.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def talk_options(command: Command) -> Command:
    """Add -v and --debug, which may stand before or after the name of a command."""
    verbose = click.option(
        "-v",
        "--verbose",
        count=True,
        expose_value=False,
        callback=_set_log_level,
        help="Tell what is done; -vv tells more.",
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_set_debug,
        help="Show where an error arose.",
    )
    return verbose(debug(command))


def ocr_option(command: Command) -> Command:
    """Add --ocr, for pages that are pictures."""
    return click.option(
        "--ocr",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=_set_ocr,
        help="Read pictures of pages: those without readable text, all of them, or none.",
    )(command)


def chosen_settings() -> Settings:
    """Return what the command that is running was asked for on how to read documents."""
    from extractor.settings import Settings

    context = click.get_current_context(silent=True)
    return Settings(ocr=context.find_root().meta.get("ocr", "auto")) if context else Settings()


def corrections_option(command: Command) -> Command:
    """Add --corrections, for what readers corrected."""
    return click.option(
        "--corrections",
        metavar="FILE|FOLDER",
        multiple=True,
        help="What readers corrected; found by the content of a document. Can be given several times.",
    )(command)


def language_option(command: Command) -> Command:
    """Add --language, also spelled --lang, for the words around plans."""
    return click.option(
        "--language",
        "--lang",
        type=click.Choice(["nb", "nn", "en"]),
        default="nb",
        show_default=True,
        help="Language of the labels: bokmål, nynorsk or English.",
    )(command)


def wants_traceback() -> bool:
    """Tell whether --debug was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().meta.get("debug"))


class _Talk(logging.Handler):
    """Writes records to standard error as it is at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"{record.levelname.lower()}: {record.getMessage()}", err=True)


def _set_log_level(context: click.Context, _option: click.Parameter, count: int) -> None:
    if count:
        logger, talk = logging.getLogger("extractor"), _Talk()
        logger.setLevel(logging.DEBUG if count > 1 else logging.INFO)
        logger.addHandler(talk)
        context.call_on_close(lambda: logger.removeHandler(talk))


def _set_ocr(context: click.Context, _option: click.Parameter, wanted: str) -> None:
    context.find_root().meta["ocr"] = wanted


def _set_debug(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.find_root().meta["debug"] = True
