"""The file in which changes of a rulebook stand that are right, each with a reason: read and written.

Takes and gives texts. An entry has neither words nor places: the question, what turned into what, and the cases as
constants. Must not know how a change is held against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

from checker.findings import Constants, Finding, Message, Span, say
from checker.project.boxes_on_file import BoxOnFile, json_line, read_box, write_box

SCHEMA = "lexport.admitted/1"
MOST_BYTES = 16_000_000
"""How large an allow-list may be: room for a hundred thousand boxes."""


class Admitted(Struct, frozen=True):
    """Cases of a question that may change in one way, `change`, and why; not `whole` where not all are boxes."""

    question: str
    change: str
    because: str
    whole: bool
    boxes: tuple[Constants, ...]


class _OnFile(Struct, frozen=True, forbid_unknown_fields=True):
    question: str
    change: str
    because: str
    whole: bool
    boxes: tuple[BoxOnFile, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["lexport.admitted/1"]
    changes: tuple[_OnFile, ...]


def read_admitted(text: str, file: str) -> tuple[tuple[Admitted, ...], tuple[Finding, ...]]:
    """Read the text of an allow-list; one that is damaged anywhere, or lacks a reason, is not read at all."""
    try:
        read = msgspec.convert(json.loads(text), _File)
    except json.JSONDecodeError as error:
        return (), (_damaged(say("this is no JSON"), file, error.lineno, error.colno),)
    except msgspec.ValidationError:
        return (), (_damaged(say("this is no allow-list"), file, 1, 1),)
    except (RecursionError, ValueError):  # nested, or a number, beyond all measure
        return (), (_damaged(say("this is no JSON"), file, 1, 1),)
    bare = tuple(_reasonless(entry, text, file) for entry in read.changes if not entry.because.strip())
    return (() if bare else tuple(map(_entry, read.changes))), bare


def write_admitted(entries: Iterable[Admitted]) -> str:
    """Write an allow-list, a box on each line, so that what changed in it can be read line by line."""
    every = sorted(dict.fromkeys(entries), key=repr)
    lines = [line for number, entry in enumerate(every) for line in _lines(entry, last=number == len(every) - 1)]
    return "\n".join(["{", f'  "schema": "{SCHEMA}",', '  "changes": [', *lines, "  ]", "}", ""])


def _entry(entry: _OnFile) -> Admitted:
    return Admitted(entry.question, entry.change, entry.because, entry.whole, tuple(map(read_box, entry.boxes)))


def _lines(entry: Admitted, *, last: bool) -> list[str]:
    head = ", ".join(
        f'"{key}": {json_line(value)}'
        for key, value in (
            ("question", entry.question),
            ("change", entry.change),
            ("because", entry.because),
            ("whole", entry.whole),
        )
    )
    boxes = [write_box(box) for box in sorted(entry.boxes, key=repr)]
    inner = [f"      {box}{',' if number < len(boxes) - 1 else ''}" for number, box in enumerate(boxes)]
    return [f'    {{{head}, "boxes": [', *inner, f"    ]}}{'' if last else ','}"]


def _damaged(why: Message, file: str, line: int, column: int) -> Finding:
    message = say("the allow-list cannot be read: {reason}", reason=why)
    remedy = say("write it anew with `lexport diff --write-allow FILE`")
    return Finding("S105", message, Span(file, line, column, line, column), help=remedy)


def _reasonless(entry: _OnFile, text: str, file: str) -> Finding:
    """Say that a reason is missing, at the line of the entry where it can be found."""
    start = f'"question": {json_line(entry.question)}, "change": {json_line(entry.change)}, "because": ""'
    line = text[: max(text.find(start), 0)].count("\n") + 1
    message = say(
        "`{change}` of `{question}` is admitted without a reason", change=entry.change, question=entry.question
    )
    return Finding("S105", message, Span(file, line, 1, line, 1), help=say("write why it is right behind `because`"))
