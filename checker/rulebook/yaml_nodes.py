"""The nodes of a YAML file of a rulebook: mappings and texts, and what is wrong with them by its place.

Takes nodes as `plain_yaml` gives them. Knows nothing of what a file is about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from checker.findings import Edit, Finding, Message, Related, Span, say
from checker.rulebook.plain_yaml import why_unreadable
from checker.texts import holds_unseen

_PLAIN = re.compile(r"\w[\w.: -]*\w|\w")
"""What YAML reads as it stands, without quotes."""


class NodeReader:
    """Walks the nodes of one file and collects what is wrong with them, as findings of one id."""

    def __init__(self, path: str, finding_id: str) -> None:
        self.path, self.finding_id = path, finding_id
        self.findings: list[Finding] = []

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def report(self, node: yaml.Node, message: Message, near: str | None = None, sure: bool = False) -> None:
        """Report a mistake; `sure`: nothing but the nearest word can have been meant."""
        advice = None if near is None else say("write `{word}`", word=near)
        edits = (Edit(self.span(node), near),) if sure and near is not None and _PLAIN.fullmatch(near) else ()
        self.findings.append(Finding(self.finding_id, message, self.span(node), help=advice, edits=edits))

    def pairs(self, node: yaml.Node, what: Message) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Yield the keys of a mapping with their values, each key once; nothing at all is an empty one."""
        if isinstance(node, yaml.ScalarNode) and node.value == "":
            return
        if not isinstance(node, yaml.MappingNode):
            self.report(node, say("{what} is a mapping, like `{{key: value}}`", what=what))
            return
        seen: dict[str, Span] = {}
        for key, value in node.value:
            text = self.text(key)
            if text is None:
                continue
            if text in seen:
                first = Related(seen[text], say("listed here first"))
                self.findings.append(
                    Finding(
                        self.finding_id, say("`{text}` is listed twice", text=text), self.span(key), related=(first,)
                    )
                )
                continue
            seen[text] = self.span(key)
            yield text, key, value

    def text(self, node: yaml.Node) -> str | None:
        """Return a scalar's own text, in Unicode normal form C."""
        if isinstance(node, yaml.ScalarNode):
            if holds_unseen(node.value):
                self.report(node, say("a character that no text may hold"))
                return None
            return unicodedata.normalize("NFC", node.value)
        self.report(node, say("one word or number is expected here"))
        return None


def unreadable_yaml(path: str, finding_id: str, what: Message, error: Exception) -> Finding:
    """Say that a file is no YAML, and why, where that can be said to its writer."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    reason = why_unreadable(error)
    message = what if reason is None else say("{what}: {reason}", what=what, reason=reason)
    return Finding(finding_id, message, Span(path, line, column, line, column))
