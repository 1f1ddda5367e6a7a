"""The libraries that this installation should have, and those that it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

DISTRIBUTION = "planuttrekk"


@dataclass(frozen=True, slots=True)
class Part:
    """A library, the versions of it that will do, and the version that is there."""

    name: str
    wanted: str  # version specifier, empty when any version will do
    installed: str | None
    extra: str | None = None  # optional part of planuttrekk that it belongs to; None when always needed
    fits: bool = False


def needed_parts(distribution: str = DISTRIBUTION) -> list[Part]:
    """Return the libraries in the order of the project file.

    Raises:
        PackageNotFoundError: planuttrekk was not installed as a package, so nothing says what it needs.
    """
    return [part for line in requires(distribution) or [] for part in _read(Requirement(line))]


def _read(requirement: Requirement) -> Iterator[Part]:
    """Yield the part of one requirement; nothing when it is for another platform."""
    extra = None
    if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
        extra = next(
            (name for name in _extras(requirement) if requirement.marker.evaluate({"extra": name})), None
        )
        if extra is None:
            return
    try:
        installed: str | None = version(requirement.name)
    except PackageNotFoundError:
        installed = None
    fits = installed is not None and requirement.specifier.contains(installed, prereleases=True)
    yield Part(requirement.name, str(requirement.specifier), installed, extra, fits)


def _extras(requirement: Requirement) -> list[str]:
    """Return the names in a marker such as `extra == "dev"`."""
    words = str(requirement.marker).replace("'", '"').split('"')
    return words[1::2]
