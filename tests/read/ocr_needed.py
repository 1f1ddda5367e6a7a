"""What tests need that have real pictures read."""

from __future__ import annotations

import pytest

from extractor.read.ocr_parts import installed_parts

MISSING = installed_parts().missing
needs_ocr = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
