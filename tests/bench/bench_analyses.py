"""Time the sets of a verdict over all cases: for made-up rulebooks of 50 to 200 provisions, and for the shipped one.

Run `python -m tests.bench.bench_analyses` at the top of the repository, in an environment where lexport is installed.
For each rulebook the stages follow one another, each figure being its own: compiling and laying out all cases; where
provisions stand, are candidates, win; where the question is answered, and where it is not; where winners clash; the
cases by verdict. Given are seconds and how many boxes came out; of the shipped rulebook the sums over its questions.

Sparse rulebooks test three to five of twelve facts in each provision and leave most cases to nobody; dense ones test
one or two, so that nearly all provisions meet. One provision in four excepts an earlier one; documents are of three
ranks and of different years. The unions fall into ever more boxes the larger and denser a rulebook is: each has
`--seconds` and `--megabytes`, and what would take more is cut short and said to be.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.logic import Judgement, Law, Resolution
from checker.logic.horizon import over_all_cases
from checker.logic.silence import answered
from checker.regions import Region
from checker.rulebook import load
from checker.shipped import shipped_folder

SIZES = (50, 100, 200)
STAGES = ("layout", "stands", "candidate", "wins", "answered", "gap", "conflicts", "verdicts")
DOCUMENTS = 8
HEADER = """\
rulebook made "Made to measure" {
  version 1  covers from 2005-01-01  reviewed until 2024-12-31  ranks law > rule > notice
  governed by day  roles carrier
}
fact day : date
question may "May it be done?"
"""
WORDS = ("a", "b", "c", "d", "e", "f")
NUMBERS = 6
"""So many facts are numbers from 0 to 99, and as many one of six words."""


def main() -> None:
    """Measure every rulebook, each in a process of its own."""
    parser = argparse.ArgumentParser(description="Time the sets of a verdict over all cases.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one is not None:
        limit = asked.megabytes << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        _measure(asked.one)
        return
    print(f"{'rulebook':<14}" + "".join(f"{stage:>17}" for stage in STAGES))
    for kind in ("sparse", "dense"):
        for size in SIZES:
            with TemporaryDirectory() as folder:
                (Path(folder) / "made.rules").write_text("\n".join(_rulebook(size, kind)), "utf-8")
                _show(f"{kind} {size}", Path(folder), asked)
    _show("shipped", shipped_folder("rules"), asked)


def _show(name: str, folder: Path, asked: argparse.Namespace) -> None:
    """Print the stages of one rulebook as far as they were reached."""
    command = [sys.executable, "-m", __spec__.name, "--one", str(folder), "--megabytes", str(asked.megabytes)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        told, _ = process.communicate(timeout=asked.seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        told, _ = process.communicate()
    figures = [line.split() for line in told.splitlines()]
    shown = "".join(f"{float(seconds):8.2f} s {boxes:>7}" for seconds, boxes in figures)
    print(f"{name:<14}{shown}" + ("" if len(figures) == len(STAGES) else "   cut short"), flush=True)


def _measure(folder: Path) -> None:
    """Print a line for each stage: its seconds, and how many boxes came out."""
    book, wrong = load(folder)
    assert book is not None, wrong[:3]
    law = Law(book)
    resolved: dict[str, Resolution] = {}
    gaps: dict[str, Region] = {}

    def layout(name: str) -> int:
        resolved[name] = over_all_cases(law, name)
        return len(resolved[name].asked)

    def gap(name: str) -> int:
        gaps[name] = resolved[name].case.without(resolved[name].asked, known(name))
        return len(gaps[name])

    known = cache(lambda name: answered(resolved[name]))
    stages: dict[str, Callable[[str], int]] = {
        "layout": layout,
        "stands": lambda name: _boxes(resolved[name].standing.values()),
        "candidate": lambda name: _boxes(resolved[name].candidates.values()),
        "wins": lambda name: _boxes(resolved[name].wins.values()),
        "answered": lambda name: len(known(name)),
        "gap": gap,
        "conflicts": lambda name: _boxes(region for _, _, region in resolved[name].clashes()),
        "verdicts": lambda name: _boxes(Judgement(book, law.precedence, resolved[name]).outcomes.values()),
    }
    for stage in STAGES:
        start = time.perf_counter()
        boxes = sum(map(stages[stage], book.questions))
        print(time.perf_counter() - start, boxes, flush=True)


def _boxes(regions: Iterable[Region]) -> int:
    return sum(map(len, regions))


def _rulebook(size: int, kind: str) -> Iterator[str]:
    """Write a rulebook of so many provisions; the same one for the same arguments."""
    draw = partial(_drawn, f"{kind} {size}")
    yield HEADER
    yield from (f"fact word_{n} : one of {{ {', '.join(WORDS)} }}" for n in range(NUMBERS))
    yield from (f"fact number_{n} : integer 0..99" for n in range(NUMBERS))
    for number in range(DOCUMENTS):
        year, rank = 2000 + draw(f"year {number}", 20), ("law", "rule", "notice")[min(number // 2, 2)]
        yield f'document d{number} "Document {number}" {{ rank {rank}  issuer board  issued {year}-01-01'
        yield f"  in force from {year}-03-01  items 1..{size}  standing read }}"
    cited: list[int] = []
    for number in range(size):
        excepted = draw(f"base {number}", number) if number and draw(f"relation {number}", 4) == 0 else None
        # An exception is of its base's document: a lower one would need a power.
        cited.append(draw(f"document {number}", DOCUMENTS) if excepted is None else cited[excepted])
        relation = "" if excepted is None else f" exception to p{excepted}"
        yield f"provision p{number} cites d{cited[number]} item {number + 1}{relation}"
        yield f"  when {' and '.join(_tests(draw, number, kind))}"
        yield f"  {('permit', 'forbid')[draw(f'answer {number}', 2)]} may"
    yield from (
        f'not encoded d{document} item {item} because "made up"'
        for document in range(DOCUMENTS)
        for item in range(1, size + 1)
        if cited[item - 1] != document
    )


def _tests(draw: Callable[[str, int], int], number: int, kind: str) -> Iterator[str]:
    least, most = (3, 5) if kind == "sparse" else (1, 2)
    count = least + draw(f"count {number}", most - least + 1)
    facts = sorted(range(2 * NUMBERS), key=lambda fact: draw(f"fact {number} {fact}", 1 << 32))[:count]
    for fact in sorted(facts):
        if fact < NUMBERS:
            chosen = [word for word in WORDS if draw(f"word {number} {fact} {word}", 3) == 0] or [WORDS[number % 6]]
            yield f"word_{fact} in {{ {', '.join(chosen)} }}"
        else:
            low, width = draw(f"low {number} {fact}", 80), 5 + draw(f"width {number} {fact}", 40)
            yield f"number_{fact - NUMBERS} between {low} and {min(low + width, 99)}"


def _drawn(seed: str, what: str, limit: int) -> int:
    """Draw a number below a limit, the same one for the same names."""
    return int.from_bytes(sha256(f"{seed} {what}".encode()).digest()[:8], "big") % limit


if __name__ == "__main__":
    main()
