"""Code tables: YAML texts to rows of codes and their attributes.

Takes a table whose attributes have their types, and the text of its file; gives rows, and findings at their place
in that file. Each scalar's own text is read by its attribute's type. Knows no rule file and no other YAML.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

import yaml
from msgspec import Struct

from checker.findings import Finding, Span, nearest, say
from checker.rulebook.days import read_day
from checker.rulebook.literals import read_scalar
from checker.rulebook.misread import Misread
from checker.rulebook.model import ABSENT, Attribute, CodeRow, CodeTable, Dated, Value, ValueType
from checker.rulebook.plain_yaml import DEEPEST, compose
from checker.rulebook.yaml_nodes import NodeReader, unreadable_yaml

TABLE = "D106"
"""The finding that a code table cannot be read."""

PARENT = "parent"
_WINDOW = ("value", "from", "until")


class TableFile(Struct, frozen=True):
    """The text of a code table; `path` is the file as it is shown to the reader."""

    path: str
    text: str


class Entry(Struct, frozen=True):
    """A code as listed: where it stands, and what it is mapped to."""

    span: Span
    node: yaml.Node


def list_codes(file: TableFile) -> tuple[Mapping[str, Entry], tuple[Finding, ...]]:
    """List the codes of a file, before any attribute is read: attributes may name codes, of other tables too."""
    try:
        root = compose(file.text)
    except yaml.YAMLError as error:
        return {}, (unreadable_yaml(file.path, TABLE, say("this code table cannot be read as YAML"), error),)
    reader = _Reader(file.path, TABLE)
    if root is None:
        return {}, ()
    entries = {text: Entry(reader.span(key), node) for text, key, node in reader.pairs(root, say("a code table"))}
    return entries, tuple(reader.findings)


def read_rows(
    table: CodeTable, file: TableFile, entries: Mapping[str, Entry], untyped: Collection[str] = ()
) -> tuple[Mapping[str, CodeRow], tuple[Finding, ...]]:
    """Read the attributes of the listed codes, by the types of the table's attributes; those `untyped` are skipped."""
    reader = _Reader(file.path, TABLE)
    rows, parents = {}, {}
    for code, entry in entries.items():
        attributes: dict[str, tuple[Dated, ...]] = {}
        for text, key, node in reader.pairs(entry.node, say("the code `{code}`", code=code)):
            if text == PARENT:
                parents[code] = reader.parent(code, node, entries)
            elif text in untyped:
                continue
            elif (attribute := table.attribute(text)) is None:
                known = (PARENT, *(name for a in table.attributes for name in a.names))
                message = say("no attribute of `{table}` is named `{name}`", table=table.names[0], name=text)
                reader.report(key, message, nearest(text, known))
            elif attribute.name in attributes:
                reader.report(key, say("`{code}` has `{attribute}` twice", code=code, attribute=attribute.name))
            else:
                attributes[attribute.name] = reader.attribute(attribute, node)
        rows[code] = CodeRow(code, None, attributes)
    above = {code: parent for code, parent in parents.items() if parent is not None}
    reader.findings.extend(_circles(above, entries))
    reader.findings.extend(_towers(above, entries))
    return {code: CodeRow(code, above.get(code), row.attributes) for code, row in rows.items()}, tuple(reader.findings)


class _Reader(NodeReader):
    """Walks the nodes of one table."""

    def parent(self, code: str, node: yaml.Node, entries: Mapping[str, Entry]) -> str | None:
        text = self.text(node)
        if text is None or text in entries:
            return text
        message = say("`{above}`, above `{code}`, is not listed in this table", above=text, code=code)
        self.report(node, message, nearest(text, entries))
        return None

    def attribute(self, attribute: Attribute, node: yaml.Node) -> tuple[Dated, ...]:
        if not attribute.dated:
            value = self.value(attribute.type, node)
            return () if value is ABSENT else (Dated(value, None, None),)
        if not isinstance(node, yaml.SequenceNode):
            message = say(
                "`{attribute}` is dated: a list like `[{{value: …, from: 2015-10-12}}]`", attribute=attribute.name
            )
            self.report(node, message)
            return ()
        windows = [(self.window(attribute, n), n) for n in node.value]
        self.overlaps(attribute, [(w, n) for w, n in windows if w is not None])
        return tuple(w for w, _ in windows if w is not None and w.value is not ABSENT)

    def value(self, value_type: ValueType, node: yaml.Node) -> Value:
        text = self.text(node)
        if text is None:
            return ABSENT
        value = read_scalar(value_type, text, optional=True)
        if isinstance(value, Misread):
            self.report(node, value.message, value.nearest, value.sure)
            return ABSENT
        return value

    def window(self, attribute: Attribute, node: yaml.Node) -> Dated | None:
        parts: dict[str, yaml.Node] = {}
        for text, key, value in self.pairs(node, say("a window of `{attribute}`", attribute=attribute.name)):
            if text in _WINDOW:
                parts[text] = value
            else:
                self.report(key, say("a window has no `{key}`", key=text), nearest(text, _WINDOW))
        if "value" not in parts:
            if isinstance(node, yaml.MappingNode):
                self.report(node, say("a window of `{attribute}` has no `value`", attribute=attribute.name))
            return None
        since, until = self.day(parts.get("from")), self.day(parts.get("until"))
        if since is not None and until is not None and until <= since:
            message = say("the window of `{attribute}` ends before it begins", attribute=attribute.name)
            self.report(parts["until"], message)
            return None
        return Dated(self.value(attribute.type, parts["value"]), since, until)

    def day(self, node: yaml.Node | None) -> int | None:
        text = None if node is None else self.text(node)
        if node is None or text is None:
            return None
        day = read_day(text)
        if isinstance(day, Misread):
            self.report(node, day.message, day.nearest, day.sure)
            return None
        return day

    def overlaps(self, attribute: Attribute, windows: list[tuple[Dated, yaml.Node]]) -> None:
        windows.sort(key=lambda pair: -1 if pair[0].since is None else pair[0].since)
        for (earlier, _), (later, node) in pairwise(windows):
            if earlier.until is None or later.since is None or later.since < earlier.until:
                self.report(node, say("this window of `{attribute}` overlaps another", attribute=attribute.name))


def _circles(above: dict[str, str], entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Report each circle of parents once, at its first code, and cut it there."""
    settled: set[str] = set()
    for start in tuple(above):
        chain: dict[str, None] = {}
        code: str | None = start
        while code is not None and code not in settled and code not in chain:
            chain[code] = None
            code = above.get(code)
        if code is not None and code in chain:
            met = list(chain)
            circle = set(met[met.index(code) :])
            first = next(c for c in entries if c in circle)
            del above[first]
            yield Finding("D106", say("`{code}` lies above itself", code=first), entries[first].span)
        settled.update(chain)


def _towers(above: dict[str, str], entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Report codes with too many above them once, at the first of them, and cut them off; circles are cut before."""
    depths: dict[str, int] = {}
    for start in above:
        chain, code = [], start
        while code in above and code not in depths:
            chain.append(code)
            code = above[code]
        for depth, each in enumerate(reversed(chain), depths.get(code, 0) + 1):
            depths[each] = depth
    if too_deep := [code for code in entries if depths.get(code, 0) > DEEPEST]:
        message = say("`{code}` has more than {most} codes above it", code=too_deep[0], most=DEEPEST)
        yield Finding("S190", message, entries[too_deep[0]].span)
    for code in too_deep:
        del above[code]
