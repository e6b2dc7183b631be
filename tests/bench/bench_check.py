"""Time the main job: `lexport check` of a shipped plan, and the parsing of the shipped law.

Run `python tests/bench/bench_check.py` in an environment where lexport is installed. Each figure is the median of
several runs; the bare start of the same Python, measured in turn with the others, is what they are compared with.

- cold: a new process that loads the rulebook and checks the plan, with nothing in the cache;
- warm: such a process once the cache is filled;
- edited: such a process when one file of the rules has changed since, so that the others are parsed already;
- again: the same plan in a process that holds the rulebook and its compiled questions;
- law: loading and compiling the shipped rulebook, every file being parsed; recalled: the same from the cache;
- parse: the shipped pages through the parser alone, the grammar being loaded; recall: the same from the cache.

The compiled modules of all processes lie in a folder of this run, as those of an installed program lie beside it.
The cache is moved by a variable that Linux knows; elsewhere `cold` means the user's own cache.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.answers.compose import check_plan
from checker.logic import Law
from checker.plan import read_plans
from checker.project.cache import Cache
from checker.project.entries import Entries
from checker.project.laws import open_law
from checker.rulebook import load
from checker.rulebook.load import Parse
from checker.shipped import shipped_folder
from checker.syntax import SourceFile, parse_file, parse_rules

RUNS = 15
PROGRAM = "from checker.cli.main import main; main()"


def main() -> None:
    """Measure everything in one run and print medians and ratios."""
    rules = shipped_folder("rules")
    plan = rules / "scenarios" / "g1-last-leg.yaml"
    with TemporaryDirectory() as folder:
        bare, *starts = _starts(Path(folder), rules, plan)
        lines, parse, recall = _reading(rules, Path(folder) / "recall")
        law, recalled = _laws(rules, Path(folder) / "laws")
    again = _again(rules, plan)
    print(f"bare start of Python      {bare * 1000:8.1f} ms")
    for name, seconds in zip(("cold", "warm", "edited", "again"), (*starts, again), strict=True):
        print(f"check, {name:<18} {seconds * 1000:8.1f} ms   {seconds / bare:6.1f} x bare")
    for name, seconds in (("law", law), ("recalled", recalled)):
        print(f"{name:<25} {seconds * 1000:8.1f} ms")
    for name, seconds in (("parse", parse), ("recall", recall)):
        print(f"{name:<25} {seconds * 1000:8.1f} ms   {lines / seconds:6.0f} lines/s   ({lines} lines)")


def _starts(folder: Path, rules: Path, plan: Path) -> tuple[float, ...]:
    """Start the program by turns with an empty cache, with a full one and after an edit, and Python without it."""
    empty, full = folder / "empty", folder / "full"
    compiled = ["-X", f"pycache_prefix={folder / 'compiled'}"]
    check = [sys.executable, *compiled, "-c", PROGRAM, "check", str(plan), "--rules"]
    copy = folder / rules.name
    shutil.copytree(rules, copy)
    edited = sorted(copy.rglob("*.md"))[0]

    def run(command: list[str], caches: Path) -> float:
        wanted = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = wanted | {"XDG_CACHE_HOME": str(caches)}
        return seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))

    def cold() -> float:
        shutil.rmtree(empty, ignore_errors=True)
        return run([*check, str(rules)], empty)

    def after_an_edit() -> float:
        edited.write_text(edited.read_text("utf-8") + "\n", "utf-8")
        return run([*check, str(copy)], full)

    def warm() -> float:
        return run([*check, str(rules)], full)

    warm()
    return by_turns(lambda: run([sys.executable, "-I", "-c", "pass"], full), cold, warm, after_an_edit)


def _laws(rules: Path, folder: Path) -> tuple[float, ...]:
    """Time how long the law takes to be made, every file parsed, and to be recalled; the grammar is there already."""
    parse_rules("")

    def made() -> float:
        return seconds(lambda: _law(rules).findings())

    open_law(rules, Entries(folder))
    return by_turns(made, lambda: seconds(lambda: open_law(rules, Entries(folder))))


def _again(rules: Path, plan: Path) -> float:
    law = _law(rules)
    (read,) = read_plans(law.book, plan.read_text("utf-8"), plan.name)
    check_plan(law, read)
    return statistics.median(seconds(lambda: check_plan(law, read)) for _ in range(RUNS))


def _law(rules: Path) -> Law:
    book, _ = load(rules)
    assert book is not None
    return Law(book)


def _reading(rules: Path, folder: Path) -> tuple[int, float, float]:
    """Count the lines of the pages; time how long parsing them takes, and recalling them from a cache."""
    pages = [SourceFile(page.name, page.read_text("utf-8")) for page in sorted(rules.rglob("*.md"))]
    parse_rules("")

    def read(parse: Parse) -> float:
        return seconds(lambda: [parse(page) for page in pages])

    read(Cache(Entries(folder)).parse)
    parse, recall = by_turns(lambda: read(parse_file), lambda: read(Cache(Entries(folder)).parse))
    return sum(page.text.count("\n") for page in pages), parse, recall


def by_turns(*runs: Callable[[], float]) -> tuple[float, ...]:
    """Make the runs by turns, so that a busy moment falls on all of them; return the medians of what they give."""
    rounds = [[run() for run in runs] for _ in range(RUNS)]
    return tuple(statistics.median(found) for found in zip(*rounds, strict=True))


def seconds(action: Callable[[], object]) -> float:
    """Time an action."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
