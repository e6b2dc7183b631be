"""YAML text into trees whose nodes know their places on disk.

Takes text and the place where it begins, gives one tree a document. A scalar keeps its own text: YAML's types
decide nothing. What makes one stretch of text stand for another (anchors, aliases, tags) is refused. Must not
know what a plan is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import category

import yaml
from msgspec import Struct

from checker.findings import Finding, Span
from checker.plan.complaints import Complaint, complaint

DEEPEST = 40

_SEPARATOR = re.compile(r"^---(?=\s|\Z)", re.MULTILINE)
_PREAMBLE = re.compile(r"(?:[ \t]*(?:#.*)?\n|%.*\n|---[ \t]*\n)*")


class Scalar(Struct, frozen=True):
    """One piece of text; `plain` when it stands without quotation marks."""

    text: str
    plain: bool
    span: Span


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


class Mapping(Struct, frozen=True):
    """Pairs of key and value in the order written, doubled keys included."""

    pairs: tuple[tuple[Node, Node], ...]
    span: Span


class Refused(Struct, frozen=True):
    """A node that cannot be used; the findings of its tree say why."""

    span: Span


Node = Scalar | Sequence | Mapping | Refused


class Tree(Struct, frozen=True):
    """One document; `root` is None when it is no YAML. `line` is where it begins on disk."""

    root: Node | None
    line: int
    findings: tuple[Finding, ...]


def read_trees(text: str, file: str, line: int = 1) -> tuple[Tree, ...]:
    """Read every document of a text whose first line is the given line on disk.

    A document that cannot be read hides no other. Text without any document gives none.
    """
    places = _Places(text, file, line)
    starts = [found.start() for found in _SEPARATOR.finditer(text)]
    if not starts or not _PREAMBLE.fullmatch(text, 0, starts[0]):
        starts.insert(0, 0)
    ends = [*starts[1:], len(text)]
    return tuple(
        tree for start, end in zip(starts, ends, strict=True) for tree in _documents(text[start:end], start, places)
    )


class _Places:
    """Turns offsets into the text to spans on disk."""

    def __init__(self, text: str, file: str, line: int) -> None:
        self._file, self._line = file, line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        return Span(self._file, *self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        row = bisect_right(self._starts, offset) - 1
        return self._line + row, offset - self._starts[row] + 1


def _documents(text: str, offset: int, places: _Places) -> Iterator[Tree]:
    """Read one stretch between separators; it holds several documents only after lines of `...`."""
    builder = _Builder(text, offset, places)
    try:
        for event in builder.events:
            if isinstance(event, yaml.DocumentStartEvent):
                root = builder.node(next(builder.events), 1)
                yield Tree(root, root.span.line, builder.found())
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        yield builder.unreadable(complaint(error, builder.reached))
    except _TooDeepError as error:
        sentence = f"lists and mappings lie in one another more than {DEEPEST} deep"
        yield builder.unreadable(Complaint(sentence, "write it flatter", error.offset))


class _TooDeepError(Exception):
    """Ends the reading of a document before its depth can hurt; never leaves this module."""

    def __init__(self, offset: int) -> None:
        self.offset = offset


class _Builder:
    """Builds nodes from the events of one stretch and collects what it refuses.

    `reached` is where the last event ended.
    """

    def __init__(self, text: str, offset: int, places: _Places) -> None:
        self.events = self._watched(yaml.parse(text, Loader=yaml.SafeLoader))
        self.reached = 0
        self._began = found.end() if (found := _PREAMBLE.match(text)) else 0
        self._text, self._offset, self._places = text, offset, places
        self._findings: list[Finding] = []

    def found(self) -> tuple[Finding, ...]:
        """Give the findings of the document just built, and forget them."""
        found = tuple(self._findings)
        self._findings.clear()
        return found

    def unreadable(self, why: Complaint) -> Tree:
        """Give the tree of a document that is no YAML."""
        on_sign = not self._text.startswith("\n", why.offset) and why.offset < len(self._text)
        span = self._span(why.offset, why.offset + on_sign)
        line = self._span(self._began, self._began).line
        return Tree(None, line, (*self.found(), Finding("F405", why.sentence, span, "here", why.remedy)))

    def node(self, event: yaml.Event, depth: int) -> Node:
        """Build the node that begins with an event."""
        begin = _begin(event)
        if depth > DEEPEST:
            raise _TooDeepError(begin)
        if isinstance(event, yaml.AliasEvent):
            span = self._span(begin, _end(event))
            self._refuse(f"`*{event.anchor}` stands for text elsewhere", span, "write the value out")
            return Refused(span)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            span = self._span(begin, begin + 1)
            self._refuse(f"anchor `&{event.anchor}`", span, "leave it out and write every value out")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            span = self._span(begin, begin + 1)
            self._refuse("tag before a value", span, "leave it out: the type of the fact reads the value")
        return self._built(event, depth)

    def _built(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self.node(inner, depth + 1) for inner in self._until(yaml.SequenceEndEvent))
            return Sequence(items, self._whole(event, items))
        if isinstance(event, yaml.MappingStartEvent):
            pairs = tuple(
                (self.node(inner, depth + 1), self.node(next(self.events), depth + 1))
                for inner in self._until(yaml.MappingEndEvent)
            )
            return Mapping(pairs, self._whole(event, tuple(value for _, value in pairs)))
        assert isinstance(event, yaml.ScalarEvent)  # the parser gives nothing else where a node is due
        return self._scalar(event)

    def _watched(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            self.reached = _end(event)
            yield event

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        begin, end = _begin(event), _end(event)
        while event.style in {"|", ">"} and end > begin and self._text[end - 1].isspace():
            end -= 1
        span = self._span(begin, end)
        if any(category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in event.value):
            self._refuse("a character that no text may hold", span, "write the text itself")
            return Refused(span)
        return Scalar(event.value, event.style is None, span)

    def _whole(self, start: yaml.CollectionStartEvent, children: tuple[Node, ...]) -> Span:
        """Cover a collection; one without brackets ends with its last child, not below it."""
        begin = _begin(start)
        if children and not start.flow_style:
            return self._span(begin, begin).to(children[-1].span)
        return self._span(begin, self.reached)

    def _refuse(self, sentence: str, span: Span, remedy: str) -> None:
        self._findings.append(Finding("F405", sentence, span, "not read in a plan", remedy))

    def _span(self, start: int, end: int) -> Span:
        return self._places.span(self._offset + start, self._offset + end)


def _begin(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.index


def _end(event: yaml.Event) -> int:
    return 0 if event.end_mark is None else event.end_mark.index
