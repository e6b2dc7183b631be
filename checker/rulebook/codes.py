"""Code tables: YAML texts to rows of codes and their attributes.

Takes a table whose attributes have their types, and the text of its file; gives rows, and findings at their place
in that file. Each scalar's own text is read by its attribute's type. Knows no rule file and no other YAML.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import yaml
from msgspec import Struct

from checker.findings import Finding, Related, Span, nearest
from checker.rulebook.days import read_day
from checker.rulebook.literals import read_scalar
from checker.rulebook.misread import Misread
from checker.rulebook.model import ABSENT, Attribute, CodeRow, CodeTable, Dated, Value, ValueType

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
        root = yaml.compose(file.text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        return {}, (_unreadable(file, error),)
    reader = _Reader(file.path)
    if root is None:
        return {}, ()
    entries = {text: Entry(reader.span(key), node) for text, key, node in reader.pairs(root, "a code table")}
    return entries, tuple(reader.findings)


def read_rows(
    table: CodeTable, file: TableFile, entries: Mapping[str, Entry], untyped: Collection[str] = ()
) -> tuple[Mapping[str, CodeRow], tuple[Finding, ...]]:
    """Read the attributes of the listed codes, by the types of the table's attributes; those `untyped` are skipped."""
    reader = _Reader(file.path)
    rows, parents = {}, {}
    for code, entry in entries.items():
        attributes: dict[str, tuple[Dated, ...]] = {}
        for text, key, node in reader.pairs(entry.node, f"the code `{code}`"):
            if text == PARENT:
                parents[code] = reader.parent(code, node, entries)
            elif text in untyped:
                continue
            elif (attribute := table.attribute(text)) is None:
                known = (PARENT, *(name for a in table.attributes for name in a.names))
                reader.report(key, f"no attribute of `{table.names[0]}` is named `{text}`", nearest(text, known))
            elif attribute.name in attributes:
                reader.report(key, f"`{code}` has `{attribute.name}` twice")
            else:
                attributes[attribute.name] = reader.attribute(attribute, node)
        rows[code] = CodeRow(code, None, attributes)
    above = {code: parent for code, parent in parents.items() if parent is not None}
    reader.findings.extend(_circles(above, entries))
    return {code: CodeRow(code, above.get(code), row.attributes) for code, row in rows.items()}, tuple(reader.findings)


@dataclass(slots=True)
class _Reader:
    """Walks the nodes of one file and collects what is wrong with them."""

    path: str
    findings: list[Finding] = field(default_factory=list)

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def report(self, node: yaml.Node, message: str, near: str | None = None) -> None:
        advice = "" if near is None else f"write `{near}`"
        self.findings.append(Finding("D106", message, self.span(node), help=advice))

    def pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Yield the keys of a mapping with their values, each key once; nothing at all is an empty one."""
        if isinstance(node, yaml.ScalarNode) and node.value == "":
            return
        if not isinstance(node, yaml.MappingNode):
            self.report(node, f"{what} is a mapping, like `{{key: value}}`")
            return
        seen: dict[str, Span] = {}
        for key, value in node.value:
            text = self.text(key)
            if text is None:
                continue
            if text in seen:
                first = Related(seen[text], "first here")
                self.findings.append(Finding("D106", f"`{text}` is listed twice", self.span(key), related=(first,)))
                continue
            seen[text] = self.span(key)
            yield text, key, value

    def text(self, node: yaml.Node) -> str | None:
        """Return a scalar's own text, in Unicode normal form C."""
        if isinstance(node, yaml.ScalarNode):
            return unicodedata.normalize("NFC", node.value)
        self.report(node, "one word or number is expected here")
        return None

    def parent(self, code: str, node: yaml.Node, entries: Mapping[str, Entry]) -> str | None:
        text = self.text(node)
        if text is None or text in entries:
            return text
        self.report(node, f"`{text}`, above `{code}`, is not listed in this table", nearest(text, entries))
        return None

    def attribute(self, attribute: Attribute, node: yaml.Node) -> tuple[Dated, ...]:
        if not attribute.dated:
            value = self.value(attribute.type, node)
            return () if value is ABSENT else (Dated(value, None, None),)
        if not isinstance(node, yaml.SequenceNode):
            self.report(node, f"`{attribute.name}` is dated: a list like `[{{value: …, from: 2015-10-12}}]`")
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
            self.report(node, value.message, value.nearest)
            return ABSENT
        return value

    def window(self, attribute: Attribute, node: yaml.Node) -> Dated | None:
        parts: dict[str, yaml.Node] = {}
        for text, key, value in self.pairs(node, f"a window of `{attribute.name}`"):
            if text in _WINDOW:
                parts[text] = value
            else:
                self.report(key, f"a window has no `{text}`", nearest(text, _WINDOW))
        if "value" not in parts:
            if isinstance(node, yaml.MappingNode):
                self.report(node, f"a window of `{attribute.name}` has no `value`")
            return None
        since, until = self.day(parts.get("from")), self.day(parts.get("until"))
        if since is not None and until is not None and until <= since:
            self.report(parts["until"], f"the window of `{attribute.name}` ends before it begins")
            return None
        return Dated(self.value(attribute.type, parts["value"]), since, until)

    def day(self, node: yaml.Node | None) -> int | None:
        text = None if node is None else self.text(node)
        if node is None or text is None:
            return None
        day = read_day(text)
        if isinstance(day, Misread):
            self.report(node, day.message)
            return None
        return day

    def overlaps(self, attribute: Attribute, windows: list[tuple[Dated, yaml.Node]]) -> None:
        windows.sort(key=lambda pair: -1 if pair[0].since is None else pair[0].since)
        for (earlier, _), (later, node) in pairwise(windows):
            if earlier.until is None or later.since is None or later.since < earlier.until:
                self.report(node, f"this window of `{attribute.name}` overlaps another")


def _circles(above: dict[str, str], entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Report each circle of parents once, at its first code, and cut it there."""
    settled: set[str] = set()
    for start in tuple(above):
        chain: list[str] = []
        code: str | None = start
        while code is not None and code not in settled and code not in chain:
            chain.append(code)
            code = above.get(code)
        if code is not None and code in chain:
            circle = chain[chain.index(code) :]
            first = next(c for c in entries if c in circle)
            del above[first]
            yield Finding("D106", f"`{first}` lies above itself", entries[first].span)
        settled.update(chain)


def _unreadable(file: TableFile, error: Exception) -> Finding:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    problem = error.problem if isinstance(error, yaml.MarkedYAMLError) else None
    reason = "" if problem is None else f": {problem}"
    return Finding(
        "D106", f"the code table is no readable YAML{reason}", Span(file.path, line, column, line, column + 1)
    )
