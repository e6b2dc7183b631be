"""Files parsed before, kept in the user's cache folder: nobody waits twice for the parser on the same text.

Takes a parser and gives one that answers alike, quicker. An entry is a file named by the digest of the text and of all
that decides what the parser makes of it; its first line is a digest of the rest, so that what is cut short, altered
or foreign counts as not there. A cache is no result: where it can be neither read nor written, the text is parsed.
Must not know what a node is. Nothing is ever written beside the rules or into the program's own folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from checker.findings import Finding
from checker.rulebook.load import Parse
from checker.syntax import ParsedFile, SourceFile, parse_file

MOST_ENTRIES = 2_000  # a rulebook has tens of files; this is room for the versions of many
MOST_BYTES = 64 * 1024 * 1024
_ENTRY = ".json"


class Cache:
    """Parsed files in a folder of their own, which is made when the first of them is kept."""

    def __init__(self, folder: Path, parse: Parse = parse_file) -> None:
        self._folder = folder
        self._parse = parse
        self._has_room = False

    def parse(self, source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
        """Give the nodes of a file, from the folder when they are there; only a file without findings is kept."""
        key = _key(source)
        if key is None:
            return self._parse(source)
        known = self._recalled(key, source.path)
        if known is not None:
            return known, ()
        parsed, findings = self._parse(source)
        if not findings:
            self._keep(key, parsed)
        return parsed, findings

    def _recalled(self, key: str, path: str) -> ParsedFile | None:
        from checker.syntax.stored import from_json

        try:
            seal, _, body = (self._folder / (key + _ENTRY)).read_text("ascii").partition("\n")
            return from_json(body, path) if seal == _seal(key, body) else None
        except (OSError, ValueError):
            return None

    def _keep(self, key: str, parsed: ParsedFile) -> None:
        from checker.syntax.stored import to_json

        with suppress(OSError):
            body = to_json(parsed)
            self._make_room()
            entry = self._folder / (key + _ENTRY)
            begun = entry.with_suffix(f".{os.getpid()}")
            # Whole or not at all: another process may read the entry at this moment.
            begun.write_text(f"{_seal(key, body)}\n{body}", "ascii")
            begun.replace(entry)

    def _make_room(self) -> None:
        """Make the folder, and drop the oldest entries of one that is full: once for many that are kept."""
        if self._has_room:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = size = 0
        for entry, its_size in _newest_first(self._folder):
            kept, size = kept + 1, size + its_size
            if kept > MOST_ENTRIES or size > MOST_BYTES:
                entry.unlink(missing_ok=True)
        self._has_room = True


def cached_parse() -> Parse:
    """Give the parser that keeps what it has read in the user's cache folder; the plain one where there is none."""
    from platformdirs import user_cache_path

    folder = user_cache_path("lexport", appauthor=False) / "nodes"
    return Cache(folder).parse if folder.is_absolute() else parse_file


def _key(source: SourceFile) -> str | None:
    from checker.syntax.stored import parser_digest

    parser = parser_digest()
    if parser is None:
        return None
    ending = "".join(source.path.rpartition(".")[1:])  # all of its path that a file's nodes depend on
    return sha256(f"{parser}\n{ending}\n{source.text}".encode(errors="surrogatepass")).hexdigest()


def _seal(key: str, body: str) -> str:
    return sha256(f"{key}\n{body}".encode()).hexdigest()


def _newest_first(folder: Path) -> Iterator[tuple[Path, int]]:
    with os.scandir(folder) as entries:
        found = [(entry.stat(), entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    for status, path in sorted(found, key=lambda one: (-one[0].st_mtime_ns, one[1])):
        yield Path(path), status.st_size
