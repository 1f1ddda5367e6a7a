"""What pages are put together from: templates that escape, style sheets and scripts, and the hashes that allow them."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import BaseLoader, Environment, StrictUndefined, Template


def asset(name: str) -> str:
    """Return a file of `assets`."""
    return resources.files("extractor.emit.page").joinpath("assets", name).read_text(encoding="utf-8")


def hash_of(text: str) -> str:
    """Return a hash as content security policies have it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def template(name: str) -> Template:
    """Return a page; what it lets through unescaped is our own script and style, and JSON that was made safe."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=BaseLoader(),
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(asset(name))
