"""Time gaps and overlaps of decision tables like those of the published benchmark, from rule file to report.

Run `python -m tests.bench.bench_tables` at the top of the repository, in an environment where lexport is installed.
The tables are those of `loans`, as rule files; each is measured in a process of its own, and a figure is the median of
several; memory is read as Linux tells it. `--part` runs one part alone:

- stages: parsing; building (resolving, checking, compiling, laying out all cases); finding gaps, or conflicts and
  overlaps; covering the gap by maximal boxes, or finding all largest sets of overlapping rows; the report of five
  boxes. Beside them what was found, and whether the boxes were proved to hold the whole gap and nothing else.
  `published` is how long the program of the paper took for the same kind of search on about as many rules, and
  `ratio` how many times as long that is as building, searching and covering here: other machines, other data;
- whole: `lexport lint` itself, with nothing in the cache and every search it has;
- growth: the stages from 500 to 12,000 rules, and from 3 to 15 columns;
- peers: other programs on the same tables, in the environment named by `--peers` (see `peer_tables`).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from checker.answers.stating import Wanted, state
from checker.findings import Finding
from checker.logic import Law, Resolution
from checker.logic.area import Found
from checker.logic.horizon import over_all_cases
from checker.regions import Region, cover, subtract, volume
from checker.regions.overlap_sets import overlap_sets
from checker.reports.findings_json import NO_TEXTS
from checker.reports.findings_text import findings_text
from checker.rulebook import load
from checker.syntax import ParsedFile, SourceFile, parse_file, parse_rules
from checker.uses.conflicts import find_conflicts
from checker.uses.gaps import find_gaps
from checker.uses.overlapping import find_overlaps
from tests.bench.loan_rules import QUESTION, rule_files
from tests.bench.loans import Noise, loans
from tests.bench.peer_tables import time_peers

SIZES = ((500, 3), (500, 7), (500, 11), (500, 15), (1000, 15), (1500, 3), (1500, 7), (1500, 11), (1500, 15))
VARIANTS: tuple[tuple[Noise, int, bool], ...] = (
    ("none", 0, False),
    ("shrunk", 10, False),
    ("shrunk", 15, False),
    ("shrunk", 10, True),
    ("widened", 10, False),
    ("widened", 15, False),
    ("widened", 10, True),
)
GROWTH = ((500, 15), (1000, 15), (1500, 15), (3000, 15), (6000, 15), (12_000, 15), (1500, 3), (1500, 7), (1500, 11))
PEERED = ((50, 7), (100, 7), (200, 7), (500, 15), (1500, 15))
# Columns to milliseconds for overlapping and for missing rules, of 1,484 to 1,514 rules.
PUBLISHED = {3: (1_263, 1_672), 7: (13_405, 18_263), 11: (93_175, 65_450), 15: (195_868, 704_510)}
LINT = """
import sys
from pathlib import Path
from checker.cli.main import main
try:
    main()
finally:
    sys.stderr.write(Path("/proc/self/status").read_text())
"""


class Table(msgspec.Struct, frozen=True):
    """Which table is measured."""

    rules: int
    columns: int
    noise: Noise = "none"
    share: int = 0
    multivalued: bool = False

    @property
    def name(self) -> str:
        """How the figures call it."""
        noise = "clean" if self.noise == "none" else f"{self.noise} {self.share} %"
        return f"{self.columns} x {self.rules} {noise}{' sets' if self.multivalued else ''}"

    def files(self) -> dict[str, str]:
        """Write its rule files."""
        return rule_files(loans(self.rules, self.columns, self.noise, self.share, self.multivalued))


class Figures(msgspec.Struct, frozen=True):
    """What was measured of one table: seconds, megabytes, and what was found.

    `boxes` are those of the whole cover, or the sets of overlapping rows; `proved` says that the boxes are the gap.
    """

    parse: float
    build: float
    search: float
    boxes_in: float
    report: float
    memory: float
    findings: int
    boxes: int
    proved: bool | None

    @property
    def compared(self) -> float:
        """What the published figures are held against."""
        return self.build + self.search + self.boxes_in


def main() -> None:
    """Run the parts asked for."""
    parts: dict[str, Callable[[argparse.Namespace], None]] = {
        "stages": lambda asked: _stages(SIZES, VARIANTS, asked.runs),
        "whole": lambda asked: _whole(asked.runs),
        "growth": lambda asked: _stages(GROWTH, (("shrunk", 10, False), ("widened", 10, False)), asked.runs),
        "peers": lambda asked: time_peers(asked.peers, [loans(r, c, "shrunk", 10) for r, c in PEERED], asked.seconds),
    }
    parser = argparse.ArgumentParser(description="Time gaps and overlaps of decision tables.")
    parser.add_argument("--part", choices=parts, action="append")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path, help="the Python of an environment with the peers in it")
    parser.add_argument("--seconds", type=float, default=60, help="how long a peer may take for one table")
    parser.add_argument("--one", nargs=2, metavar=("FOLDER", "NOISE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(msgspec.json.encode(_measured(Path(asked.one[0]), overlaps=asked.one[1] == "widened")).decode())
        return
    for part in asked.part or parts:
        print(f"\n{part}")
        parts[part](asked)


def _stages(sizes: Sequence[tuple[int, int]], variants: Sequence[tuple[Noise, int, bool]], runs: int) -> None:
    print(
        f"{'columns x rules':<26} {'parse':>7} {'build':>7} {'search':>7} {'boxes':>7} {'report':>7} {'MB':>5}"
        f" {'findings':>9} {'boxes':>6} {'proved':>7} {'published':>10} {'ratio':>7}"
    )
    for noise, share, multivalued in variants:
        for rules, columns in sizes:
            table = Table(rules, columns, noise, share, multivalued)
            print(_line(table, _median(table, runs)), flush=True)


def _line(table: Table, found: Figures) -> str:
    seconds = " ".join(
        f"{each:7.2f}" for each in (found.parse, found.build, found.search, found.boxes_in, found.report)
    )
    proved = {True: "exactly", False: "NO", None: ""}[found.proved]
    against = ""
    if table.rules == 1500 and table.noise != "none":
        published = PUBLISHED[table.columns][table.noise == "shrunk"] / 1000
        against = f" {published:8.1f} s {published / found.compared:7.0f}"
    return f"{table.name:<26} {seconds} {found.memory:5.0f} {found.findings:9} {found.boxes:6} {proved:>7}{against}"


def _median(table: Table, runs: int) -> Figures:
    """Measure a table so many times, each time in a new process."""
    with _written(table) as folder:
        command = [sys.executable, "-m", __spec__.name, "--one", folder, table.noise]
        answers = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(runs)]
    rounds = [msgspec.json.decode(answer, type=Figures) for answer in answers]
    timed = ("parse", "build", "search", "boxes_in", "report", "memory")
    return msgspec.structs.replace(
        rounds[0], **{name: statistics.median(getattr(found, name) for found in rounds) for name in timed}
    )


def _written(table: Table) -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    for name, text in table.files().items():
        (Path(folder.name) / name).write_text(text, "utf-8")
    return folder


def _measured(folder: Path, *, overlaps: bool) -> Figures:
    """Measure every stage of one table in this process."""
    parse_rules("")
    clock = _Clock()
    reading = 0.0

    def parse(source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
        nonlocal reading
        start = time.perf_counter()
        parsed = parse_file(source)
        reading += time.perf_counter() - start
        return parsed

    book, wrong = load(folder, parse)
    assert book is not None, wrong[:3]
    law = Law(book)
    assert law.findings() == ()
    resolution = over_all_cases(law, QUESTION)
    build = clock.lap() - reading
    searches = (find_conflicts, find_overlaps) if overlaps else (find_gaps,)
    found = [each for find in searches for each in find(law, lambda _: resolution)]
    search = clock.lap()
    boxes, covered = _overlapping(resolution) if overlaps else _covered(found)
    boxes_in = clock.lap()
    stated = tuple(
        msgspec.structs.replace(each.finding, regions=tuple(state(law, area, Wanted()) for area in each.areas))
        for each in found
    )
    findings_text(stated, NO_TEXTS)
    report = clock.lap()
    memory = _peak(Path("/proc/self/status").read_text())
    proved = None if covered is None else _is_exact(resolution, found, covered)
    return Figures(reading, build, search, boxes_in, report, memory, len(found), boxes, proved)


class _Clock:
    def __init__(self) -> None:
        self._last = time.perf_counter()

    def lap(self) -> float:
        """Give the seconds since the last time it was asked."""
        before, self._last = self._last, time.perf_counter()
        return self._last - before


def _covered(found: Sequence[Found]) -> tuple[int, Region | None]:
    """Cover the gap by maximal boxes, as a report that shows all of them does."""
    boxes: list[tuple[int, ...]] = []
    for area in (area for each in found for area in each.areas):
        case = area.resolution.case
        blockers = case.without(area.resolution.asked, area.region)
        boxes.extend(cover(case.space, area.region, blockers).boxes)
    return len(boxes), tuple(boxes)


def _overlapping(resolution: Resolution) -> tuple[int, None]:
    """Count the largest sets of rows that hold one case, whatever they answer."""
    rows = [box for claim in resolution.claims for box in resolution.standing[claim.provision, claim.number]]
    return len(overlap_sets(resolution.case.space, rows).sets), None


def _is_exact(resolution: Resolution, found: Sequence[Found], boxes: Region) -> bool:
    """Tell whether boxes hold, of what is asked, all that no row answers and nothing else, by exact counts of points.

    The gap is reckoned anew, from the rows alone.
    """
    case, asked = resolution.case, resolution.asked
    answered = tuple(box for region in resolution.standing.values() for box in region)
    gap = subtract(case.space, asked, answered)
    held = case.both(boxes, asked)
    size = volume(case.space, gap)
    return (
        size == volume(case.space, held) == volume(case.space, (*held, *gap))
        and bool(found) is bool(size)
        and not case.both(held, answered)
    )


def _whole(runs: int) -> None:
    """Time the program itself, from a cold start to the last line of its report."""
    print(f"{'columns x rules':<26} {'seconds':>8} {'of CPU':>8} {'MB':>6} {'lines':>7}")
    for rules, columns in ((500, 15), (1500, 15)):
        for noise, share, multivalued in VARIANTS:
            table = Table(rules, columns, noise, share, multivalued)
            with _written(table) as folder:
                rounds = [_linted(folder) for _ in range(runs)]
            seconds, cpu, memory, lines = (statistics.median(each) for each in zip(*rounds, strict=True))
            print(f"{table.name:<26} {seconds:8.2f} {cpu:8.2f} {memory:6.0f} {lines:7.0f}", flush=True)


def _linted(folder: str) -> tuple[float, float, float, int]:
    """Run `lexport lint` with an empty cache; give its seconds, those of computing, its megabytes and lines."""
    with TemporaryDirectory() as caches:
        start, before = time.perf_counter(), os.times()
        ran = subprocess.run(
            [sys.executable, "-c", LINT, "lint", "--rules", folder],
            check=False,
            env={**os.environ, "XDG_CACHE_HOME": caches},
            capture_output=True,
            text=True,
        )
        taken, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    assert ran.returncode in (0, 1), ran.stderr
    return taken, cpu, _peak(ran.stderr), ran.stdout.count("\n")


def _peak(status: str) -> float:
    """Read the most megabytes a process has held from what Linux says of it; the parent's, before it, do not count."""
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
