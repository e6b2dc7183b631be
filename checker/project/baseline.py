"""What a linter found before, as a file that a project keeps: the schema `lexport.baseline/1`, read and written.

Takes and gives texts. An entry has neither words nor places, so that it outlives both: the id, what it weighs, the
names of the rulebook the finding is about, and the cases as constants. Must not know how two states are compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from checker.findings import Constants, Finding, Message, Severity, Span, say
from checker.project.boxes_on_file import BoxOnFile, json_line, read_box, write_box
from checker.rulebook.plain_yaml import compose

SCHEMA = "lexport.baseline/1"
MOST_BYTES = 16_000_000
"""How large a baseline may be: room for a hundred thousand boxes."""

_REMEDY = say("write it anew with `lexport lint --write-baseline FILE`")


class KnownRegions(Struct, frozen=True):
    """The cases a finding is about in one question; not `whole` where they could not all be put into boxes."""

    question: str
    whole: bool
    boxes: tuple[Constants, ...]


class Known(Struct, frozen=True):
    """A finding as it is known from one run to the next."""

    id: str
    severity: Severity
    concerns: tuple[str, ...]
    regions: tuple[KnownRegions, ...] = ()


Baseline = tuple[Known, ...]


class _RegionsOnFile(Struct, frozen=True, forbid_unknown_fields=True):
    question: str
    whole: bool
    boxes: tuple[BoxOnFile, ...]


class _KnownOnFile(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    severity: Severity
    concerns: tuple[str, ...]
    regions: tuple[_RegionsOnFile, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["lexport.baseline/1"]
    findings: tuple[_KnownOnFile, ...]


def read_baseline(text: str, file: str) -> tuple[Baseline, tuple[Finding, ...]]:
    """Read the text of a baseline; one that is damaged anywhere is not read at all."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return (), (_damaged(say("this is no JSON"), file, error.lineno, error.colno),)
    except (RecursionError, ValueError):  # nested, or a number, beyond all measure
        return (), (_damaged(say("this is no JSON"), file, 1, 1),)
    try:
        read = msgspec.convert(value, _File)
    except msgspec.ValidationError as error:
        path = re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", str(error).rpartition("`$")[2])
        return (), (_damaged(say("this is no baseline"), file, *_place(text, [key or index for key, index in path])),)
    return tuple(_read(entry) for entry in read.findings), ()


def write_baseline(entries: Iterable[Known]) -> str:
    """Write a baseline, a box on each line, so that what changed in it can be read line by line."""
    lines = ["{", f'  "schema": "{SCHEMA}",', '  "findings": [']
    # Sorted as they are written: the order of boxes in an entry says nothing.
    lines += _divided(sorted(dict.fromkeys(map(_entry, entries))))
    return "\n".join([*lines, "  ]", "}", ""])


def _read(entry: _KnownOnFile) -> Known:
    regions = tuple(KnownRegions(each.question, each.whole, tuple(map(read_box, each.boxes))) for each in entry.regions)
    return Known(entry.id, entry.severity, entry.concerns, regions)


def _entry(entry: Known) -> tuple[str, ...]:
    named = f'"id": {json_line(entry.id)}, "severity": {json_line(entry.severity.value)}'
    head = f'    {{{named}, "concerns": {json_line(list(entry.concerns))}, "regions": ['
    if not entry.regions:
        return (f"{head}]}}",)
    return (head, *_divided([_regions(each) for each in entry.regions]), "    ]}")


def _regions(regions: KnownRegions) -> list[str]:
    head = f'"question": {json_line(regions.question)}, "whole": {json_line(regions.whole)}'
    boxes = [[f"        {write_box(box)}"] for box in sorted(regions.boxes, key=repr)]
    return [f'      {{{head}, "boxes": [', *_divided(boxes), "      ]}"]


def _divided(things: Sequence[Sequence[str]]) -> list[str]:
    """Put the lines of things below one another, a comma behind each but the last."""
    return [
        f"{line}," if place == len(lines) - 1 and number < len(things) - 1 else line
        for number, lines in enumerate(things)
        for place, line in enumerate(lines)
    ]


def _damaged(why: Message, file: str, line: int, column: int) -> Finding:
    message = say("the baseline cannot be read: {reason}", reason=why)
    return Finding("S105", message, Span(file, line, column, line, column), help=_REMEDY)


def _place(text: str, path: list[str]) -> tuple[int, int]:
    """Find where a path leads in JSON, as far as it can be followed: line and column, from 1."""
    try:
        node = compose(text)
    except yaml.YAMLError:
        return 1, 1
    for step in path:
        inner = _inner(node, step)
        if inner is None:
            break
        node = inner
    return (1, 1) if node is None else (node.start_mark.line + 1, node.start_mark.column + 1)


def _inner(node: yaml.Node | None, step: str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and step.isdigit():
        inner: list[yaml.Node] = node.value
        return inner[int(step)] if int(step) < len(inner) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None
