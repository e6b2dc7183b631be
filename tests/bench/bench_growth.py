"""Time how loading and compiling grow with a rulebook: 50 to 800 made-up provisions.

Run `python tests/bench/bench_growth.py` in an environment where lexport is installed. Printed are medians, and beside
each how many times the one before it it is: 2 means that twice the provisions take twice the time.

- cold: load, every file parsed (the grammar being there already);
- warm: load, the nodes of every file recalled from the cache;
- compile: every question, all provisions of it laid out for judging.

The rulebooks are alike in their make: a file for each document of twenty provisions, a question for each ten of them,
two in five excepting an earlier one; conditions on kinds, codes and their dated attributes, sums of money, days and
words; documents of two ranks and of different years.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.logic import Law
from checker.project.cache import Cache
from checker.project.entries import Entries
from checker.rulebook import Rulebook, load
from checker.rulebook.load import Parse
from checker.syntax import parse_file, parse_rules

SIZES = (50, 100, 200, 400, 800)
RUNS = 3
OF_A_DOCUMENT, OF_A_QUESTION = 20, 10
KINDS = ("port", "warehouse", "bonded_port", "bonded_zone", "processing_zone", "outside")
MODES = ("port_clearance", "transit", "integration", "two_step", "express")
HEADER = """\
rulebook grown "Made to measure" {
  version 1  covers from 2001-01-01  reviewed until 2026-11-21  ranks law > announcement
  governed by decl.accepted_at  roles carrier
}
kinds site_kind {
  port  bonded_place { warehouse  special_area { bonded_port  bonded_zone  processing_zone } }  outside
}
kinds region { east  west }
codes office from "codes/offices.yaml" open { kind : site_kind  region : region dated }
record declaration {
  accepted_at : date
  mode : one of { port_clearance, transit, integration, two_step, express }
  at : office
  to : office
  worth : money CNY
  sealed : boolean
  bonded : boolean
}
fact decl : declaration
"""


def main() -> None:
    """Measure every size and print the table."""
    print(f"{'provisions':>10} {'lines':>7}   {'cold':>16}   {'warm':>16}   {'compile':>16}")
    before: tuple[float, ...] | None = None
    for size in SIZES:
        with TemporaryDirectory() as folder:
            lines = write_rulebook(Path(folder) / "law", size)
            figures = _measured(Path(folder))
        ratios = [
            "" if before is None else f"x {now / then:.1f}"
            for now, then in zip(figures, before or figures, strict=True)
        ]
        shown = "   ".join(f"{f * 1000:8.1f} ms {r:>5}" for f, r in zip(figures, ratios, strict=True))
        print(f"{size:>10} {lines:>7}   {shown}", flush=True)
        before = figures


def _measured(folder: Path) -> tuple[float, ...]:
    parse_rules("")
    recall = Cache(Entries(folder / "cache")).parse
    _loaded(folder, recall)
    rounds = [_round(folder, recall) for _ in range(RUNS)]
    return tuple(statistics.median(found) for found in zip(*rounds, strict=True))


def _round(folder: Path, recall: Parse) -> tuple[float, float, float]:
    book = _loaded(folder, recall)
    return (
        _seconds(lambda: _loaded(folder, parse_file)),
        _seconds(lambda: _loaded(folder, recall)),
        _seconds(lambda: _compiled(book)),
    )


def _loaded(folder: Path, parse: Parse) -> Rulebook:
    book, findings = load(folder / "law", parse)
    assert book is not None, findings[:3]
    return book


def _compiled(book: Rulebook) -> None:
    assert Law(book).findings() == ()


def write_rulebook(folder: Path, size: int) -> int:
    """Write a rulebook of so many provisions; count its lines."""
    (folder / "codes").mkdir(parents=True)
    (folder / "codes" / "offices.yaml").write_text("\n".join(_offices()), encoding="utf-8")
    files = {"vocabulary.rules": HEADER + "\n".join(_questions(size))}
    for first in range(0, size, OF_A_DOCUMENT):
        files[f"document_{first}.rules"] = "\n".join(_document(first, min(first + OF_A_DOCUMENT, size)))
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sum(text.count("\n") + 1 for text in files.values())


def _offices() -> Iterator[str]:
    for number in range(60):
        region = ("east", "west")[number % 2]
        since = f"201{number % 7}-0{number % 9 + 1}-01"
        yield f'"{2200 + number}": {{kind: {KINDS[number % 5]}, region: [{{value: {region}, from: {since}}}]}}'


def _questions(size: int) -> Iterator[str]:
    for number in range(-(-size // OF_A_QUESTION)):
        yield f'question q{number} "May it be done?" within decl.mode in {{ {MODES[number % 5]}, transit }}'


def _document(first: int, end: int) -> Iterator[str]:
    number = first // OF_A_DOCUMENT
    year, rank = 2002 + number % 20, "law" if number % 7 == 0 else "announcement"
    yield f'document d{number} "Document {number}" {{ rank {rank}  issuer gacc  issued {year}-03-0{number % 9 + 1}'
    yield f"  in force from {year}-05-01  items 1..{end - first}  standing read }}"
    for provision in range(first, end):
        yield from _provision(provision, number, provision - first + 1)


def _provision(number: int, document: int, item: int) -> Iterator[str]:
    """Write a provision; of ten to a question the fourth, fifth, eighth and tenth except an earlier one."""
    place = number % OF_A_QUESTION
    question, excepts = number // OF_A_QUESTION, place in (3, 4, 7, 9)
    head = f"provision p{number} cites d{document} item {item}"
    yield f"{head} exception to p{number - 3}" if excepts else head
    yield f"  when decl.at.kind in {KINDS[number % 5]} and decl.mode in {{ {MODES[number % 5]}, {MODES[number % 4]} }}"
    tests = (
        f"decl.worth > {number % 40}000.00 CNY",
        f'decl.at in {{ "{2200 + number % 60}", "{2200 + (number + 7) % 60}" }}',
        "decl.to.region in east",
        f"decl.accepted_at >= {2003 + number % 20}-06-01",
        "decl.sealed or decl.bonded and not decl.to.kind in special_area",
    )
    yield f"    and ({tests[number % 5]} or {tests[number // 5 % 5]})"
    yield f"  {'forbid' if excepts or place == 6 else 'permit'} q{question}"


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
