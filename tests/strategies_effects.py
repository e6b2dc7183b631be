"""Random effects of provisions, as source text."""

from __future__ import annotations

from tests.strategies_conditions import Pen
from tests.strategies_pen import Ground, Question

CELLS = {
    "boolean": ("true", "false"),
    "way": ("sea", "{ rail, road }"),
    "site": ("area", "outside"),
    "credit": ("{ D, C }", "B"),
    "number": ("0 .. 1", "{ 2, 4 }"),
    "few": ("0", "1 .. 2"),
}


def effects(pen: Pen, question: Question, ground: Ground, until: str | None) -> list[str]:
    """Draw what a provision says on one question; `until` is the period it may name."""
    name = question.name
    if pen.chance(15):
        return [f"leave {name} {pen.pick('to customs', 'to customs', 'open')}"]
    if question.form in ("deontic", "value") and pen.chance(12):
        table = _table(pen, question, ground)
        if table is not None:
            return [table]
    if question.form in ("value", "collecting"):
        return [f"decide {name} is {pen.pick(*question.values)}"]
    ways = _of_a_choice(pen, question) if question.form == "choice" else _plain(pen, question, ground, until)
    return list(pen.pick(*ways))


def _plain(pen: Pen, question: Question, ground: Ground, until: str | None) -> list[tuple[str, ...]]:
    name = question.name
    often = f"{'' if until is None else ' '}{until or ''}"
    permitted = "" if question.until is None else f" {question.until}"
    return [
        (f"permit {name}{permitted}",),
        (f"forbid {name}",),
        (f"require {name}{often}",),
        (f"forbid {name}",),
        (f"exempt {name}",),
        (f"require {name} by {pen.pick('customs', 'carrier')}{often}",),
        (f"exempt {name}",),
        (f"permit {name}", f"exempt {name}"),
        (f"permit {name}{permitted}", f"exempt {name}"),
        (f"require {name}{often}",),
        (f"{pen.pick('permit', 'require')} {name} only if {pen.condition(ground)}",),
    ]


def _of_a_choice(pen: Pen, question: Question) -> list[tuple[str, ...]]:
    name = question.name
    one, two = pen.pick(*question.values), pen.pick(*question.values)
    some = "{ " + ", ".join(dict.fromkeys((one, two))) + " }"
    rest = next(value for value in question.values if value not in (one, two))
    return [
        (f"permit {name}",),
        (f"forbid {name}",),
        (f"permit {name} in {some}",),
        (f"permit {name} only in {some}",),
        (f"forbid {name} in {some}",),
        (f"require {name} is {one}",),
        (f"permit {name} in {some}", f"forbid {name} in {{ {rest} }}"),
    ]


def _table(pen: Pen, question: Question, ground: Ground) -> str | None:
    """Draw a table by one fact or two; in order, when a row for all that is left meets those before it."""
    facts = list({known.label: known for known in ground.facts if known.kind in CELLS}.values())
    if not facts:
        return None
    columns = pen.some(facts, 1, 2)
    said = question.values if question.form == "value" else ("permit", "forbid", "require", "exempt")
    first, second = CELLS[columns[0].kind]
    cells: list[tuple[str, ...]] = [(first,), (second,)]
    if len(columns) == 2:
        one, two = CELLS[columns[1].kind]
        cells = [(first, one), (first, two), (second, "*")]
    in_order = pen.chance(40)
    if in_order:
        cells[-1] = ("*",) * len(columns)
    rows = "  ".join(f"{', '.join(cell)} : {pen.pick(*said)}" for cell in cells)
    by = ", ".join(known.label for known in columns)
    return f"table {question.name} by {by}{' in order' if in_order else ''} {{ {rows} }}"
