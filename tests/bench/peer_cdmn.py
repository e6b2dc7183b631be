"""cDMN on a table of the benchmark: the table as a DMN file, its own check for gaps, and IDP-Z3 for one case in a gap.

Run by the Python of the peers' environment (`peers/bin/pip install cdmn idp-engine`), which has nothing of this
project: takes a table on its input, gives seconds on its output. A column of categories is one of numbers, and the
limits of each column, which DMN tables of that form do not have, are added to what cDMN writes.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
import time
from importlib import import_module
from typing import Any

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"


def _dmn(rows: list[Any], columns: int) -> str:
    """Write a table as a DMN file."""
    inputs = "".join(
        f'<input id="i{n}"><inputExpression id="e{n}" typeRef="integer"><text>c{n}</text></inputExpression></input>'
        for n in range(columns)
    )
    rules = "".join(
        f'<rule id="r{n}">{"".join(f"<inputEntry><text>{_cell(cell)}</text></inputEntry>" for cell in row)}'
        f"<outputEntry><text>1</text></outputEntry></rule>"
        for n, row in enumerate(rows)
    )
    return (
        f'<definitions xmlns="{NAMESPACE}" id="d" name="d" namespace="d"><decision id="grade" name="grade">'
        f'<decisionTable id="t" hitPolicy="UNIQUE">{inputs}<output id="o" name="grade" typeRef="integer"/>{rules}'
        "</decisionTable></decision></definitions>"
    )


def _cell(cell: list[list[int]] | None) -> str:
    return "-" if cell is None else ", ".join(f"[{low}..{high}]" for low, high in cell)


def _translated(given: dict[str, Any]) -> str:
    """Let cDMN say in its own language that no row holds, within the limits of the columns."""
    tables: Any = import_module("cdmn.table_operations")
    parser = import_module("cdmn.parse_xml").XMLparser(_dmn(given["rows"], len(given["columns"])))
    checked = tables.replace_with_error_check(
        parser.get_tables(), "gap", "grade", deps=parser.get_table_dependencies("grade")
    )
    written = import_module("cdmn.cdmn").generate_fodot(checked, xml_parser=parser)
    limits = "".join(f"\n{low} =< c{n}() =< {high}." for n, (low, high) in enumerate(given["columns"]))
    before, opening, after = written.partition("theory T: V {")
    return f"{before}{opening}{limits}{after}"


def _timed(given: dict[str, Any]) -> dict[str, Any]:
    start = time.perf_counter()
    with contextlib.redirect_stdout(sys.stderr):
        written = _translated(given)
        translated = time.perf_counter() - start
        engine: Any = import_module("idp_engine")
        theory, structure = engine.IDP.from_str(written).get_blocks("T, S")
        models = list(engine.model_expand(theory, structure, max=1))
        case = _case(str(models[0]), len(given["columns"]))
    return {"translated": translated, "seconds": time.perf_counter() - start, "case": case}


def _case(model: str, columns: int) -> list[int] | None:
    """Read the numbers of all columns off a model; none where it names some of them not at all."""
    found = [re.search(rf"\bc{n} := ?\{{? ?(?:-> ?)?(-?\d+)", model) for n in range(columns)]
    return [int(each[1]) for each in found if each] if all(found) else None


if __name__ == "__main__":
    json.dump(_timed(json.load(sys.stdin)), sys.stdout)
