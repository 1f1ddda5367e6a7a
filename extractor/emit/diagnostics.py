"""What diagnostics tell, in the language of the reader: the JSON has them in English.

The words are those of the code. What the message says of this document stays with them: wordings between «», and
shares in per cent. A code without words has the message of the JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.lexicon import load_toml
from schemas import Diagnostic

_OF_DOCUMENT = re.compile(r"«[^«»]+»|\d+ ?%")
_AS_IN_JSON = "en"


def diagnostic_words(language: str) -> Mapping[str, str]:
    """Return what each code tells."""
    words: Mapping[str, str] = load_toml("diagnostics.toml")[language]
    return words


def told(diagnostic: Diagnostic, language: str) -> str:
    """Return what a diagnostic tells a reader."""
    words = diagnostic_words(language).get(diagnostic.code)
    if words is None or language == _AS_IN_JSON:
        return diagnostic.message
    details = ", ".join(_OF_DOCUMENT.findall(diagnostic.message))
    return f"{words} ({details})" if details else words
