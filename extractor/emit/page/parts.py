"""What pages are put together from: templates that escape, style sheets and scripts, and the hashes that allow them."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

PACKAGE = "extractor.emit.page"
SHELL = "shell.html"  # around each page: its head, with what it may load


def asset(name: str, package: str = PACKAGE) -> str:
    """Return a file of the `assets` of a page."""
    return resources.files(package).joinpath("assets", name).read_text(encoding="utf-8")


def hash_of(text: str) -> str:
    """Return a hash as content security policies have it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def allowed(**parts: str) -> dict[str, str]:
    """Return style and script of a page with the hashes that allow them: `style`, `style_hash` …"""
    return parts | {f"{name}_hash": hash_of(part) for name, part in parts.items()}


@cache
def template(name: str, package: str = PACKAGE) -> Template:
    """Return a page; what it lets through unescaped is our own script and style, and JSON that was made safe."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader({SHELL: asset(SHELL)}.get),
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(asset(name, package))
