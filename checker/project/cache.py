"""Files parsed before, kept in the user's cache folder: nobody waits twice for the parser on the same text.

Takes a parser and gives one that answers alike, quicker. The key of an entry is all that decides what the parser makes
of a file: the parser's own sources, the file's path and its text. Must not know what a node is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.findings import Finding
from checker.project.entries import Entries, digest, entries_of_user
from checker.project.program import program_digest
from checker.syntax import ParsedFile, SourceFile, parse_file
from checker.syntax.stored import from_json, to_json

if TYPE_CHECKING:
    from checker.rulebook.load import Parse


class Cache:
    """Parsed files among the entries of a cache."""

    def __init__(self, entries: Entries, parse: Parse = parse_file) -> None:
        self._entries = entries
        self._parse = parse

    def parse(self, source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
        """Give the nodes of a file, from the cache when they are there; only a file without findings is kept."""
        parser = program_digest("findings", "syntax")
        if parser is None:
            return self._parse(source)
        key = digest(parser, source.path, source.text)
        known = self._entries.recalled(key, from_json)
        if known is not None:
            return known, ()
        parsed, findings = self._parse(source)
        if not findings:
            self._entries.keep(key, partial(to_json, parsed))
        return parsed, findings


def cached_parse() -> Parse:
    """Give the parser that keeps what it has read in the user's cache folder; the plain one where there is none."""
    entries = entries_of_user("nodes")
    return parse_file if entries is None else Cache(entries).parse
