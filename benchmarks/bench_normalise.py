"""How long it takes to make 100 000 tiltak comparable, beside reading as many from documents.

The tiltak are made up: parties, times, costs and texts in both written standards. Most cells come back, as they do in
plans («Rektor», «Kontinuerlig»); a share of them is met once only. They stand in plans of 100 tiltak each. The seconds
are processor time on one core and leave out starting Python and loading the registers.

    python benchmarks/bench_normalise.py              100 000 tiltak
    python benchmarks/bench_normalise.py -n 10000     fewer
    python benchmarks/bench_normalise.py --distinct 1 no cell comes back
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # also without installation

from extractor import extract_plan  # noqa: E402
from extractor.normalise import normalise  # noqa: E402
from schemas import Cost, Goal, Plan, Responsible, Schedule, Source, Tiltak  # noqa: E402

PER_PLAN = 100  # tiltak
DISTINCT = 0.2  # share of cells that are met once only
SAMPLE = ROOT / "samples" / "sources" / "trafikksikkerhetsplan_lunner.pdf"  # read for comparison

PARTIES = (
    "Rektor", "Rektor/FAU", "Kommuneoverlegen", "Kommuneoverlege og helsesjukepleiar", "NAV", "Enhet for oppvekst",
    "Eining for helse og omsorg", "Kultursjefen, frivillige lag og organisasjonar", "Teknisk etat v/ driftsleder",
    "SLT-koordinator i samarbeid med politiet", "Barnevernet / PPT", "Kommunedirektøren", "Rådmannen", "Alle einingar",
    "Folkehelsekoordinator\nUngdomsrådet", "Plan- og byggesaksavdelinga", "Sektorleiar oppvekst", "Helsestasjonen",
)  # fmt: skip
TIMES = (
    "2025", "Innen 2026", "Innan 1.6.2025", "Kontinuerlig", "Løpande", "Årleg", "Hvert år", "Vår 2025", "Hausten 2026",
    "2024-2027", "1. kvartal 2025", "Oppstart 2025", "Ved behov", "To gonger i året", "Fra 2025", "Etter 2027",
    "Under arbeid", "Annakvart år", "August 2025 – juni 2026", "Første halvår 2026",
)  # fmt: skip
COSTS = (
    "kr 200 000",
    "50.000,-",
    "1,5 mill. kr",
    "Innenfor ramma",
    "kr 75 000 per år",
    "100 000 kr årleg",
    "Ingen",
)
VERBS = (
    "Etablere",
    "Vidareføre",
    "Utvikle",
    "Gjennomføre",
    "Styrke",
    "Lage",
    "Opprette",
    "Evaluere",
    "Revidere",
)
THINGS = (
    "møteplassar for ungdom", "trygge skoleveier", "kurs for foreldre", "lågterskeltilbod innan psykisk helse",
    "rutiner for tidlig innsats", "gang- og sykkelvei langs fylkesveien", "aktivitetstilbod for eldre",
    "rusforebyggende undervisning på ungdomstrinnet", "samarbeid med frivillige organisasjonar", "boliger for unge",
    "tiltak mot vald i nære relasjonar", "energisparing i kommunale bygg", "beredskapsplan for flom og skred",
)  # fmt: skip
PLACES = (
    "i heile kommunen",
    "i sentrum",
    "ved skolene",
    "i barnehagane",
    "i grendene",
    "for nyankomne",
    "på kveldstid",
)


def make_plans(count: int, *, distinct: float) -> Iterator[Plan]:
    """Yield plans of 100 made-up tiltak each, the same ones every time; `distinct` is the share of new cells."""
    chance = random.Random(count)
    for first in range(0, count, PER_PLAN):
        numbers = range(first, min(first + PER_PLAN, count))
        source = Source(
            filename="plan.txt",
            sha256="",
            media_type="text/plain",
            text_origin="text",
            language="nn",
            tool="benchmark",
        )
        goal = Goal(
            id="g1",
            text="Alle skal ha ein trygg oppvekst",
            kind="goal",
            source=[],
            rule="benchmark",
            confidence=1,
        )
        yield Plan(
            source=source,
            kind="plan",
            goals=[goal],
            tiltak=[_tiltak(number, chance, distinct) for number in numbers],
        )


def _tiltak(number: int, chance: random.Random, distinct: float) -> Tiltak:
    """Return a tiltak with the cells as they would be read, three of ten with a cost."""

    def cell(usual: tuple[str, ...], unusual: str) -> str:
        return unusual if chance.random() < distinct else chance.choice(usual)

    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2020, 2040)
    parties = cell(PARTIES, f"{chance.choice(PARTIES)} og avdeling {number} for {chance.choice(THINGS)}")
    when = cell(
        TIMES, f"{chance.choice(('Innen', 'Innan', 'Frå', 'Fra'))} {day}.{month}.{year}, fase {number}"
    )
    cost = cell(COSTS, f"kr {number} 000")
    text = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}"
    return Tiltak(
        id=f"t{number}",
        text=f"{text} ({number})" if chance.random() < distinct else text,
        goal_ids=["g1"],
        responsible=[Responsible(raw=parties)],
        schedule=Schedule(raw=when),
        cost=Cost(raw=cost) if chance.random() < 0.3 else None,
        origin="table",
        source=[],
        rule="benchmark",
        confidence=1,
    )


def seconds_to_normalise(plans: list[Plan]) -> float:
    """Return the processor time that normalising takes; registers are loaded before."""
    normalise(plans[0])
    start = time.process_time()
    for plan in plans:
        normalise(plan)
    return time.process_time() - start


def seconds_to_read(path: Path) -> float:
    """Return the processor time that one tiltak takes from document to plan, the second time the file is read."""
    extract_plan(path)
    start = time.process_time()
    plan = extract_plan(path)
    return (time.process_time() - start) / len(plan.tiltak)


def main() -> None:
    """Print seconds, and the ratio to reading as many tiltak from a document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", "--number", type=int, default=100_000, help="tiltak (default: 100 000)")
    parser.add_argument(
        "--distinct", type=float, default=DISTINCT, help="share of cells met once (default: 0.2)"
    )
    parser.add_argument("--file", type=Path, default=SAMPLE, help="document that is read for comparison")
    arguments = parser.parse_args()
    took = seconds_to_normalise(list(make_plans(arguments.number, distinct=arguments.distinct)))
    reading = seconds_to_read(arguments.file) * arguments.number
    print(
        f"{arguments.number} tiltak normalised in {took:.1f} s; reading as many takes {reading:.0f} s", end=""
    )
    print(f" ({reading / took:.1f} times as long)")


if __name__ == "__main__":
    main()
