"""Other programs on the tables of the benchmark: z3 and cDMN looking for cases that no rule holds.

The peers are no dependencies of this project: they are looked for in another environment (one made by
`python -m venv peers` and `peers/bin/pip install cdmn idp-engine`, which brings z3), whose Python is named, and what
asks them is run there. Reported are the seconds until a first case without a rule, and for z3 how many regions without
a rule were enumerated until none was left or the time was over. A region is a case freed of every column that is not
needed for no rule to hold it (z3's core of assumptions), within the stretches between the edges of the rules. cDMN
gives one case and no regions (see `peer_cdmn`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.bench.loans import Workload


def time_peers(python: Path | None, tables: Sequence[Workload], seconds: float) -> None:
    """Print the figures of every peer that is there."""
    if python is None:
        print("not there: name the Python of an environment with the peers in it by --peers")
        return
    for package, peer in (("z3-solver", _time_z3), ("cdmn", _time_cdmn)):
        version = _version(python, package)
        print(f"{package} {version or 'is not there'}")
        if version is not None:
            print(f"{'columns x rules':<26} {'first':>8} {'regions':>8} {'seconds':>8}")
            for table in tables:
                peer(python, table, seconds)


def _version(python: Path, package: str) -> str | None:
    asked = [str(python), "-c", f"from importlib.metadata import version; print(version({package!r}))"]
    known = subprocess.run(asked, check=False, capture_output=True, text=True)
    return None if known.returncode else known.stdout.strip()


def _time_z3(python: Path, table: Workload, seconds: float) -> None:
    given = json.dumps({"seconds": seconds, "columns": _columns(table), "rows": _rows(table)})
    ran = subprocess.run([python, __file__], input=given, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    first = "none" if found["first"] is None else f"{found['first']:8.2f}"
    taken = f"{found['seconds']:8.1f}" if found["ended"] else "time over"
    _print(table, first, str(found["regions"]), taken)


def _time_cdmn(python: Path, table: Workload, seconds: float) -> None:
    given = json.dumps({"columns": _columns(table), "rows": _rows(table)})
    program = Path(__file__).with_name("peer_cdmn.py")
    try:
        ran = subprocess.run(
            [python, program], check=False, input=given, capture_output=True, text=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        _print(table, "none", "", "time over")
        return
    if ran.returncode:
        _print(table, "none", "", f"gave up: {ran.stderr.strip().splitlines()[-1][:60]}")
        return
    found = json.loads(ran.stdout)
    if found["case"] is None:
        _print(table, "none", "", "")
        return
    assert not _is_held(table, found["case"]), "a case that a rule holds is no gap"
    _print(table, f"{found['seconds']:8.2f}", "1 case", "")


def _print(table: Workload, first: str, regions: str, taken: str) -> None:
    print(f"{len(table.columns)} x {len(table.rows):<20} {first:>8} {regions:>8} {taken}", flush=True)


def _is_held(table: Workload, case: Sequence[int]) -> bool:
    """Tell whether a rule holds a case."""
    return any(
        all(cell is None or any(a <= value <= b for a, b in cell) for cell, value in zip(row, case, strict=True))
        for row in _rows(table)
    )


def _columns(table: Workload) -> list[tuple[int, int]]:
    """Give the least and the greatest number of each column; the values of a category are numbered."""
    return [(0, len(c.values) - 1) if c.values else (c.low, c.high) for c in table.columns]


def _rows(table: Workload) -> list[list[list[tuple[int, int]] | None]]:
    rows: list[list[list[tuple[int, int]] | None]] = []
    for row in table.rows:
        cells: list[list[tuple[int, int]] | None] = []
        for column, cell in zip(table.columns, row.cells, strict=True):
            if isinstance(cell, frozenset):
                cells.append([(at, at) for at, value in enumerate(column.values) if value in cell])
            else:
                cells.append(None if cell is None else [cell])
        rows.append(cells)
    return rows


def _enumerate(given: dict[str, Any]) -> dict[str, Any]:
    """Let z3 name regions that no rule holds, one after another; run by the peer's own Python."""
    z3: Any = import_module("z3")
    columns, rows, limit = given["columns"], given["rows"], given["seconds"]
    facts = [z3.Int(f"c{number}") for number in range(len(columns))]
    edges = [
        sorted({low, high + 1} | {e for row in rows for a, b in row[n] or () for e in (a, b + 1)})
        for n, (low, high) in enumerate(columns)
    ]
    rule = z3.Or(
        [
            z3.And(
                [z3.Or([z3.And(f >= a, f <= b) for a, b in cell]) for f, cell in zip(facts, row, strict=True) if cell]
            )
            for row in rows
        ]
    )
    start = time.perf_counter()
    outside, inside = z3.Solver(), z3.Solver()
    outside.add(z3.Not(rule), *(z3.And(f >= low, f <= high) for f, (low, high) in zip(facts, columns, strict=True)))
    inside.add(rule)
    regions, first, ended = 0, None, False
    while time.perf_counter() - start < limit:
        outside.set("timeout", max(1, int(1000 * (limit - (time.perf_counter() - start)))))
        answer = outside.check()
        if answer != z3.sat:
            ended = answer == z3.unsat
            break
        first = time.perf_counter() - start if first is None else first
        values = [outside.model().eval(fact, model_completion=True).as_long() for fact in facts]
        kept = []
        for number, (fact, value) in enumerate(zip(facts, values, strict=True)):
            low = max(edge for edge in edges[number] if edge <= value)
            high = min((edge for edge in edges[number] if edge > value), default=value + 1)
            kept.append((z3.Bool(f"a{number}"), z3.And(fact >= low, fact < high)))
        inside.push()
        inside.add(*(z3.Implies(name, within) for name, within in kept))
        inside.check([name for name, _ in kept])
        core = {str(name) for name in inside.unsat_core()}
        inside.pop()
        outside.add(z3.Not(z3.And([within for name, within in kept if str(name) in core])))
        regions += 1
    return {"first": first, "regions": regions, "seconds": time.perf_counter() - start, "ended": ended}


if __name__ == "__main__":
    json.dump(_enumerate(json.load(sys.stdin)), sys.stdout)
