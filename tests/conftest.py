"""What all tests share: the switch that rewrites golden files, and the guard around it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A slow machine fails no test, and everybody tries the same examples.
settings.register_profile("planuttrekk", deadline=None, derandomize=True)
settings.load_profile("planuttrekk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write the golden files anew from what the program says now; read the difference first.",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError(
            "--update-golden is for people; where CI is set, golden files stay as they are"
        )


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what OCR recognises away from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANUTTREKK_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
        yield


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
