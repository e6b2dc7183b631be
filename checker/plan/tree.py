"""YAML text into trees whose nodes know their places on disk.

Takes text and the place where it begins, gives one tree a document. A scalar keeps its own text: YAML's types
decide nothing. What makes one stretch of text stand for another (anchors, aliases, tags) is refused. Must not
know what a plan is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import yaml
from msgspec import Struct

from checker.findings import Finding, Message, Span, say
from checker.plan.complaints import Complaint, complaint
from checker.texts import holds_unseen, unseen

DEEPEST = 40
"""How deep lists and mappings may lie in one another."""

MOST_VALUES = 20_000
"""How many values, lists and mappings one plan may have, keys included: a thousand legs of a journey."""

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
        tree for start, end in zip(starts, ends, strict=True) for tree in _trees(text[start:end], start, places)
    )


class _Places:
    """Turns offsets into the text to spans on disk."""

    def __init__(self, text: str, file: str, line: int) -> None:
        self._file, self._line = file, line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def unseen(self, text: str, offset: int) -> Tree | None:
        """Refuse a stretch with characters in it that nobody sees."""
        line = self._place(offset)[0]
        found = unseen(text, self._file, line)
        return Tree(None, line, found) if found else None

    def span(self, start: int, end: int) -> Span:
        return Span(self._file, *self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        row = bisect_right(self._starts, offset) - 1
        return self._line + row, offset - self._starts[row] + 1


def _trees(text: str, offset: int, places: _Places) -> Iterable[Tree]:
    refused = places.unseen(text, offset)
    return _documents(text, offset, places) if refused is None else (refused,)


def _documents(text: str, offset: int, places: _Places) -> Iterator[Tree]:
    """Read one stretch between separators; it holds several documents only after lines of `...`."""
    builder = _Builder(text, offset, places)
    try:
        for event in builder.events:
            if isinstance(event, yaml.DocumentStartEvent):
                root = builder.node(next(builder.events), 1)
                yield Tree(root, root.span.line, builder.found())
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        yield builder.unreadable(complaint(error, builder.reached, text))
    except _TooMuchError as error:
        yield builder.unreadable(error.complaint, "S190")


class _TooMuchError(Exception):
    """Ends the reading of a document before its size can hurt; never leaves this module."""

    def __init__(self, complaint: Complaint) -> None:
        self.complaint = complaint


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
        self._count = 0

    def found(self) -> tuple[Finding, ...]:
        """Give the findings of the document just built, and forget them."""
        found = tuple(self._findings)
        self._findings.clear()
        self._count = 0
        return found

    def unreadable(self, why: Complaint, finding_id: str = "F405") -> Tree:
        """Give the tree of a document that is no YAML, or more than is read."""
        on_sign = not self._text.startswith("\n", why.offset) and why.offset < len(self._text)
        span = self._span(why.offset, why.offset + on_sign)
        line = self._span(self._began, self._began).line
        return Tree(None, line, (*self.found(), Finding(finding_id, why.sentence, span, say("here"), why.remedy)))

    def node(self, event: yaml.Event, depth: int) -> Node:
        """Build the node that begins with an event."""
        begin = _begin(event)
        self._count += 1
        if depth > DEEPEST:
            sentence = say("lists and mappings lie in one another more than {depth} deep", depth=DEEPEST)
            raise _TooMuchError(Complaint(sentence, say("write it flatter"), begin))
        if self._count > MOST_VALUES:
            sentence = say("plan with more than {most} values in it", most=MOST_VALUES)
            raise _TooMuchError(Complaint(sentence, say("divide it"), begin))
        if isinstance(event, yaml.AliasEvent):
            span = self._span(begin, _end(event))
            self._refuse(
                say("`{alias}` stands for text elsewhere", alias=f"*{event.anchor}"), span, say("write the value out")
            )
            return Refused(span)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            span = self._span(begin, begin + 1)
            remedy = say("leave it out and write every value out")
            self._refuse(say("anchor `{anchor}`", anchor=f"&{event.anchor}"), span, remedy)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            span = self._span(begin, begin + 1)
            self._refuse(say("tag before a value"), span, say("leave it out: the type of the fact reads the value"))
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
        if holds_unseen(event.value):
            self._refuse(say("a character that no text may hold"), span, say("write the text itself"))
            return Refused(span)
        return Scalar(event.value, event.style is None, span)

    def _whole(self, start: yaml.CollectionStartEvent, children: tuple[Node, ...]) -> Span:
        """Cover a collection; one without brackets ends with its last child, not below it."""
        begin = _begin(start)
        if children and not start.flow_style:
            return self._span(begin, begin).to(children[-1].span)
        return self._span(begin, self.reached)

    def _refuse(self, sentence: Message, span: Span, remedy: Message) -> None:
        self._findings.append(Finding("F405", sentence, span, say("not read in a plan"), remedy))

    def _span(self, start: int, end: int) -> Span:
        return self._places.span(self._offset + start, self._offset + end)


def _begin(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.index


def _end(event: yaml.Event) -> int:
    return 0 if event.end_mark is None else event.end_mark.index
