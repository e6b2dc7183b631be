"""Time the main job: `lexport check` of a shipped plan, and the parsing of the shipped law.

Run `python tests/bench/bench_check.py` in an environment where lexport is installed. Each figure is the median of
several runs; the bare start of the same Python, measured in turn with the others, is what they are compared with.

- cold: a new process that loads the rulebook and checks the plan, from the first byte to the last line;
- warm: the same plan again in a process that holds the rulebook and its compiled questions;
- parse: the blocks of rules of the shipped pages through the parser alone, in lines of rules a second.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from checker.answers.compose import check_plan
from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import load
from checker.shipped import shipped_folder
from checker.syntax import parse_rules

RUNS = 11


def main() -> None:
    """Measure everything in one run and print medians and ratios."""
    rules = shipped_folder("rules")
    plan = rules / "scenarios" / "g1-last-leg.yaml"
    script = [sys.executable, "-c", "from checker.cli.main import main; main()", "check", str(plan)]
    bare, cold = _in_turn([sys.executable, "-c", "pass"], [*script, "--rules", str(rules)])
    warm = _warm(rules, plan)
    lines, seconds = _parse(rules)
    print(f"bare start of Python      {bare * 1000:8.1f} ms")
    print(f"check, cold               {cold * 1000:8.1f} ms   {cold / bare:6.1f} x bare")
    print(f"check, warm               {warm * 1000:8.1f} ms   {warm / bare:6.1f} x bare")
    print(f"parse                     {lines / seconds:8.0f} lines/s   ({lines} lines)")


def _in_turn(*commands: Sequence[str]) -> list[float]:
    """Run the commands by turns, so that a busy moment falls on all of them; return their medians in seconds."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(RUNS):
        for found, command in zip(times, commands, strict=True):
            found.append(_seconds(partial(subprocess.run, command, check=True, capture_output=True)))
    return [statistics.median(found) for found in times]


def _warm(rules: Path, plan: Path) -> float:
    book, _ = load(rules)
    assert book is not None
    law = Law(book)
    (read,) = read_plans(book, plan.read_text("utf-8"), plan.name)
    check_plan(law, read)
    return statistics.median(_seconds(lambda: check_plan(law, read)) for _ in range(RUNS))


def _parse(rules: Path) -> tuple[int, float]:
    text = "".join(p.read_text("utf-8") for p in sorted(rules.rglob("*.md")))
    blocks = re.findall(r"^```rules\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    parse_rules(blocks[0])
    lines = sum(block.count("\n") for block in blocks)
    return lines, statistics.median(_seconds(lambda: [parse_rules(b) for b in blocks]) for _ in range(RUNS))


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
