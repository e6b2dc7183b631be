"""The tables of the benchmark as rule files.

Takes a workload; gives the files of a rulebook that says the same. Rows of one table must exclude one another, so where
rows overlap they are dealt out to as many provisions, all of one document, as that takes; no principle then decides
between them, and every overlap of two grades is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.bench.loans import GRADES, Cell, Column, Row, Workload

QUESTION = "grade"
MOST_ROWS = 6000
"""So many rows stand in one file; a file of rules has at most a megabyte."""

HEADER = """\
rulebook loans "Loans by grade" {
  version 1  covers from 2018-01-01  reviewed until 2018-12-31  ranks rule  governed by decided_at  roles bank
}
fact decided_at : date
"""


def rule_files(workload: Workload) -> dict[str, str]:
    """Write a workload as a rulebook: its files by name; one file, but for very many rows."""
    dealt = _dealt(workload.rows)
    tables = [rows[at : at + MOST_ROWS] for rows in dealt for at in range(0, len(rows), MOST_ROWS)]
    names = [column.name for column in workload.columns]
    provisions = ["\n".join(_provision(names, item, rows)) for item, rows in enumerate(tables, 1)]
    head = "\n".join(_head(workload.columns, len(tables)))
    if len(workload.rows) <= MOST_ROWS:
        return {"loans.rules": "\n".join((head, *provisions))}
    return {"loans.rules": head} | {f"table_{item}.rules": text for item, text in enumerate(provisions, 1)}


def _head(columns: Sequence[Column], tables: int) -> Iterator[str]:
    yield HEADER
    yield 'document book "Book of grades" {'
    yield "  rank rule  issuer board  issued 2017-12-01  in force from 2018-01-01"
    yield f"  items 1..{tables}  standing read"
    yield "}"
    for column in columns:
        values = f"one of {{ {', '.join(column.values)} }}"
        yield f"fact {column.name} : {values if column.values else f'integer {column.low}..{column.high}'}"
    yield f'question {QUESTION} "Which grade?" answers one of {{ {", ".join(GRADES)} }}'


def _provision(columns: Sequence[str], item: int, rows: Sequence[Row]) -> Iterator[str]:
    yield f"provision table_{item} cites book item {item}"
    yield f"  table {QUESTION} by {', '.join(columns)} {{"
    yield from (f"    {', '.join(map(_written, row.cells))} : {row.grade}" for row in rows)
    yield "  }"


def _written(cell: Cell) -> str:
    if cell is None:
        return "*"
    if isinstance(cell, tuple):
        low, high = cell
        return str(low) if low == high else f"{low} .. {high}"
    values = sorted(cell)
    return values[0] if len(values) == 1 else f"{{ {', '.join(values)} }}"


def _dealt(rows: Sequence[Row]) -> list[list[Row]]:
    """Put each row into the first table with none of whose rows it shares a case."""
    tables: list[list[Row]] = []
    for row in rows:
        fitting = (table for table in tables if not any(_meet(row, other) for other in table))
        table = next(fitting, None)
        if table is None:
            tables.append(table := [])
        table.append(row)
    return tables


def _meet(row: Row, other: Row) -> bool:
    return all(_share(a, b) for a, b in zip(row.cells, other.cells, strict=True))


def _share(cell: Cell, other: Cell) -> bool:
    match cell, other:
        case (int() as low, int() as high), (int() as first, int() as last):
            return low <= last and first <= high
        case frozenset(), frozenset():
            return not cell.isdisjoint(other)
    return True
