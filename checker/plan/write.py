"""Plans as files: facts written out in YAML, as `read` reads them again.

Takes facts by path, gives the text of a plan file. Must not know why the plan is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    ABSENT,
    CodeType,
    Element,
    Facts,
    ListType,
    RecordField,
    RecordType,
    Rulebook,
    TextType,
    Value,
)

_Tree = dict[str, "str | _Tree | list[_Tree]"]
_STEP = "  "


def write_plan(book: Rulebook, title: str, facts: Facts, remarks: Iterable[str] = ()) -> str:
    """Write a plan file: its title, its facts in the order of their declaration, and remarks as comments behind it."""
    tree = _tree(book, tuple(book.facts.values()), facts.values, facts.lists)
    lines = [f"plan: {_quoted(title)}", *(["facts:", *_lines(tree, 1)] if tree else ["facts: {}"])]
    return "".join(f"{line}\n" for line in (*lines, *(f"# {remark}".rstrip() for remark in remarks)))


def _tree(
    book: Rulebook,
    fields: tuple[RecordField, ...],
    values: Mapping[tuple[str, ...], Value],
    lists: Mapping[str, tuple[Element, ...]],
    path: tuple[str, ...] = (),
) -> _Tree:
    tree: _Tree = {}
    for field in fields:
        here = (*path, field.name)
        match field.type:
            case RecordType() if values.get(here) is ABSENT:
                tree[field.name] = write_scalar(TextType(), ABSENT)
            case RecordType(record):
                inner = _tree(book, book.records[record].fields, values, lists, here)
                if inner:
                    tree[field.name] = inner
            case ListType(record):
                if ".".join(here) in lists:
                    tree[field.name] = [_element(book, record, e) for e in lists[".".join(here)]]
            case _:
                if here in values:
                    text = write_scalar(field.type, values[here])
                    tree[field.name] = _quoted(text) if isinstance(field.type, CodeType) else _scalar(text)
    return tree


def _element(book: Rulebook, record: str, element: Element) -> _Tree:
    named: _Tree = {} if element.id == element.path else {"id": _scalar(element.id)}
    return named | _tree(book, book.records[record].fields, element.values, element.lists)


def _lines(tree: _Tree, depth: int) -> Iterator[str]:
    """Lay a tree out, records within records on one line."""
    for name, value in tree.items():
        lead = f"{_STEP * depth}{_scalar(name)}:"
        if isinstance(value, list):
            yield lead if value else f"{lead} []"
            yield from (f"{_STEP * (depth + 1)}- {_flow(each)}" for each in value)
        else:
            yield f"{lead} {_flow(value)}"


def _flow(value: str | _Tree | list[_Tree]) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "{" + ", ".join(f"{_scalar(name)}: {_flow(inner)}" for name, inner in value.items()) + "}"


def _scalar(text: str) -> str:
    """Write a scalar bare where YAML takes it for the same text."""
    plain = text.replace("-", "").replace("_", "").replace(".", "").isalnum() and text[0].isalnum()
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
