"""Time how the whole diff, the whole coverage and the whole mutation run grow with a rulebook: 50 to 400 provisions.

Run `python -m tests.bench.bench_change` in an environment where lexport is installed, with sizes as arguments for
other ones, or `rules` for the rulebook that ships with the program. Printed are seconds, each of one run, and beside
each how many times the one before it it is.

- diff: against the rulebook without its last provision, all questions, each change with an example;
- coverage: by one scenario for each question, and the plans for what these do not reach;
- mutation: every mutant, held against those plans as scenarios that expect what comes out now, in one process.

The rulebooks are those of `bench_growth`: what is loaded and compiled there is measured there.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TypeVar

from checker.answers.compose import check_plan
from checker.answers.coverage import Coverage, Suggestion, cover
from checker.answers.diff import DiffReport, diff
from checker.answers.diff_sides import Pair
from checker.answers.mutation import mutate
from checker.answers.run import Laws
from checker.logic import Law
from checker.plan import Plan, read_plans
from checker.project.statements import read_statements
from checker.rulebook import Rulebook, load
from checker.shipped import shipped_folder
from tests.bench.bench_growth import write_rulebook

SIZES = (50, 100, 200, 400)
Found = TypeVar("Found")


def main(sizes: tuple[str, ...]) -> None:
    """Measure every size and print the table."""
    head = {"provisions": 10, "scenarios": 9, "diff": 17, "coverage": 17, "mutants": 8, "score": 6, "mutation": 17}
    print(" ".join(f"{name:>{width}}" for name, width in head.items()))
    before: tuple[float, ...] | None = None
    for size in sizes or tuple(map(str, SIZES)):
        with TemporaryDirectory() as made:
            folder = shipped_folder("rules") if size == "rules" else Path(made) / "law"
            if size != "rules":
                write_rulebook(folder, int(size))
            before = _row(folder, before)


def _row(folder: Path, before: tuple[float, ...] | None) -> tuple[float, ...]:
    book, findings = load(folder)
    assert book is not None, findings[:3]
    law = Law(book)
    assert law.compilation() is not None
    compared, _ = _timed(lambda: _diff(law))
    reached, covered = _timed(lambda: _coverage(law, folder))
    plans = tuple(_filled_in(law, covered.suggestions)) or _own(book)
    tried, found = _timed(lambda: mutate(law, plans))
    figures = (compared, reached, tried)
    shown = [
        f"{now:8.1f} s {'' if before is None else f'x {now / then:.1f}':>6}"
        for now, then in zip(figures, before or figures, strict=True)
    ]
    mutants, score = sum(tally.all for tally in found.tallies), found.score.percent
    first = f"{len(book.provisions):>10} {len(plans):>9} {shown[0]} {shown[1]}"
    print(f"{first} {mutants:>8} {score:>6} {shown[2]}", flush=True)
    return figures


def _timed(action: Callable[[], Found]) -> tuple[float, Found]:
    start = time.perf_counter()
    found = action()
    return time.perf_counter() - start, found


def _diff(law: Law) -> DiffReport:
    """Compare with what it was before its last provision that nothing hangs on."""
    book = law.book
    targets = {p.relation.target for p in book.provisions.values() if p.relation is not None}
    targets |= {p.replaces.target for p in book.provisions.values() if p.replaces is not None}
    last = [name for name in book.provisions if name not in targets][-1]
    fewer = {name: provision for name, provision in book.provisions.items() if name != last}
    return diff(Pair(Law(replace(book, provisions=MappingProxyType(fewer))), law), ("before", "after"))


def _coverage(law: Law, folder: Path) -> Coverage:
    return cover(Laws(law.book, known=law), read_statements(folder), _own(law.book), suggest=True)


def _own(book: Rulebook) -> tuple[Plan, ...]:
    return tuple(plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line))


def _filled_in(law: Law, suggestions: tuple[Suggestion, ...]) -> Iterator[Plan]:
    """Make scenarios of suggestions: what comes out now is expected."""
    yield from _own(law.book)
    for number, suggestion in enumerate(suggestions):
        (plan,) = read_plans(law.book, suggestion.text, f"{number}.yaml")
        told = [v for v in check_plan(law, plan).verdicts if v.question == suggestion.question]
        word = next(v.verdict for v in told if v.subject == (suggestion.subject or "plan"))
        subject = f" @ {suggestion.subject}" if suggestion.subject else ""
        expected = f"{suggestion.text}expect: {{ {suggestion.question}{subject}: {word} }}\n"
        yield from read_plans(law.book, expected, f"{number}.yaml")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
