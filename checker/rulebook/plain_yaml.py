"""YAML without what makes one stretch of text stand for another, and why a text is none, in words for its writer.

Takes a text, gives its nodes; takes the error that this raises, and gives a sentence, or nothing where the reader's own
words would not help.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from checker.findings import Message, say

_NO_START = r"found character '(.+)' that cannot start any token"
_ALIAS = r"found undefined alias '(.+)'"

DEEPEST = 40
"""How deep lists and mappings may lie in one another in a code table or in `lexport.yaml`."""


class RefusedError(yaml.MarkedYAMLError):
    """Ends the reading of a text that is YAML, but none that is read here."""

    def __init__(self, reason: Message, mark: yaml.Mark | None) -> None:
        super().__init__(problem_mark=mark)
        self.reason = reason


class _PlainLoader(yaml.SafeLoader):
    """Composes nodes as they are written; each of them once."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # the library's types leave it out
        if getattr(event, "anchor", None) is not None and not isinstance(event, yaml.AliasEvent):
            raise RefusedError(_between_quotes("&"), event.start_mark)
        if getattr(event, "tag", None) is not None:
            raise RefusedError(_between_quotes("!"), event.start_mark)
        if self.depth == DEEPEST:
            reason = say("lists and mappings lie in one another more than {depth} deep", depth=DEEPEST)
            raise RefusedError(reason, event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def compose(text: str) -> yaml.Node | None:
    """Read one document; None where there is none. Raises yaml.YAMLError alone."""
    try:
        return yaml.compose(text, Loader=_PlainLoader)
    except (ValueError, OverflowError, RecursionError) as error:
        # The library makes numbers that cannot be of the digits of an escape or a directive.
        raise RefusedError(say("an escape or a directive that means nothing"), None) from error


def why_unreadable(error: Exception) -> Message | None:
    """Say what is wrong at the place of an error; nothing for what the reader alone could explain."""
    if isinstance(error, RefusedError):
        return error.reason
    if isinstance(error, yaml.reader.ReaderError):
        return say("it holds a character that no YAML file may hold")
    problem = (error.problem if isinstance(error, yaml.MarkedYAMLError) else None) or ""
    if (found := re.fullmatch(_NO_START, problem)) is not None:
        if found[1] == "\\t":
            return say("a tab stands here, and lines are indented with blanks")
        return _between_quotes(found[1])
    if (found := re.fullmatch(_ALIAS, problem)) is not None:
        return say("`*{name}` refers to nothing; a text that begins with `*` goes between quotes", name=found[1])
    return _of_a_mark(problem)


def _of_a_mark(problem: str) -> Message | None:
    """Say which mark is missing or out of place."""
    if problem.startswith("mapping values are not allowed"):
        return say("a second `:` stands in this line; a text with `:` in it goes between quotes")
    if problem.startswith("could not find expected ':'"):
        return say("a `:` is missing behind a key")
    if problem.startswith("expected <block end>"):
        return say("this line is not indented like those around it")
    if problem.startswith("expected ',' or"):
        return say("a `,` or the closing bracket is missing")
    if problem.startswith(("found unexpected end of stream", "found unexpected document separator")):
        return say("a text between quotes is not closed")
    if problem.startswith("but found another document"):
        return say("it holds more than one document")
    return None


def _between_quotes(mark: str) -> Message:
    return say("a text that begins with `{mark}` goes between quotes", mark=mark)
