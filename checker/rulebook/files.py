"""The files of a rulebook as they lie in its folder or are given as texts, and the digest over them.

The one place of this layer that opens files. Takes a folder; gives the texts of the files that belong to a rulebook,
in the order of their paths, or what keeps one of them from being read. Paths are shown relative to where the folder
lies. Must not know what a text says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath

from msgspec import Struct

from checker.findings import Finding, Message, in_order, say
from checker.texts import (
    MB,
    MOST_BYTES,
    MOST_FILES,
    MOST_RULEBOOK_BYTES,
    MOST_TABLE_BYTES,
    holds_unseen,
    on_one_line,
    read_file,
    reason,
    unreadable,
)

RULES = (".md", ".rules")
TABLES = ".yaml"
SCENARIOS = "scenarios"
CONFIGURATION = "lexport.yaml"


class File(Struct, frozen=True):
    """A file of a rulebook: its path below the folder, the path it is shown under, its text."""

    below: str
    shown: str
    text: str

    @property
    def is_rules(self) -> bool:
        """Whether rules are in it."""
        return self.below.endswith(RULES)

    @property
    def is_scenarios(self) -> bool:
        """Whether it is a file of scenarios alone."""
        return not self.is_rules and _is_among_scenarios(self.below)


def read_folder(folder: Path) -> tuple[tuple[File, ...], tuple[Finding, ...]]:
    """Read every file of rules, code tables and scenarios below a folder, hidden ones aside."""
    folder = Path(folder).resolve()
    if not folder.is_dir():
        return (), (Finding("S105", say("there is no folder `{folder}`", folder=folder.name)),)
    things = list(islice(_things_in(folder), MOST_FILES + 1))
    if len(things) > MOST_FILES:
        return (), (Finding("S190", say("folder with more than {most} files and folders in it", most=MOST_FILES)),)
    files: list[File] = []
    findings: list[Finding] = []
    left = MOST_RULEBOOK_BYTES
    for thing in sorted(things, key=lambda one: one.below):
        shown = f"{folder.name}/{on_one_line(thing.below)}"
        if thing.obstacle is not None:
            findings.append(unreadable(shown, thing.obstacle, thing.remedy))
        elif not thing.is_folder:
            text = read_file(folder / thing.below, shown, _most(thing.below))
            if isinstance(text, Finding):
                findings.append(text)
                continue
            files.append(File(thing.below, shown, text))
            left -= len(text)
            if left < 0:
                most = f"{MOST_RULEBOOK_BYTES // MB} MB"
                return (), (Finding("S190", say("rulebook of more than {most} in all", most=most)),)
    return tuple(files), in_order(findings)


def given_files(texts: Mapping[str, str]) -> tuple[File, ...]:
    """Take texts by the path each would have below a folder for its files; what belongs to no rulebook is left out."""
    return tuple(File(path, path, text) for path, text in sorted(texts.items()) if _belongs(str(PurePosixPath(path))))


def digest_of(files: tuple[File, ...]) -> str:
    """Digest every file with its path; lengths keep what ends here from what begins there."""
    digest = sha256()
    for file in sorted(files, key=lambda f: f.below):
        for part in (text.encode(errors="surrogatepass") for text in (file.below, file.text)):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return f"sha256:{digest.hexdigest()}"


class _Thing(Struct, frozen=True):
    """A folder in a rulebook's folder, or what would be a file of the rulebook.

    `obstacle` says why it is not read, `remedy` what helps.
    """

    below: str
    is_folder: bool = False
    obstacle: Message | None = None
    remedy: Message | None = None


def _things_in(folder: Path) -> Iterator[_Thing]:
    """Go through all that belongs to a rulebook, by paths below its folder; links are told of and never followed."""
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(f"{folder}/{above}") as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield _Thing(above or ".", obstacle=reason(error))
            continue
        for entry in found:
            below = f"{above}/{entry.name}" if above else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(below)
                yield _Thing(below, is_folder=True)
            elif _belongs(below) or (entry.is_symlink() and entry.is_dir()):
                yield _file(below, entry)


def _file(below: str, entry: os.DirEntry[str]) -> _Thing:
    """Look at a file before it is opened."""
    if on_one_line(entry.name) != entry.name or holds_unseen(entry.name):
        why = say("its name holds a character that nobody sees")
        return _Thing(below, obstacle=why, remedy=say("give the file another name"))
    if entry.is_symlink():
        return _Thing(below, obstacle=say("it is a link"), remedy=say("put the file itself here"))
    if not entry.is_file():
        return _Thing(below, obstacle=say("it is neither a file nor a folder"), remedy=say("take it away"))
    return _Thing(below)


def _most(below: str) -> int:
    is_table = below.endswith(TABLES) and not _is_among_scenarios(below)
    return MOST_TABLE_BYTES if is_table else MOST_BYTES


def _belongs(below: str) -> bool:
    is_hidden = below.startswith(".") or "/." in below
    return not is_hidden and below.endswith((*RULES, TABLES)) and below.rpartition("/")[2] != CONFIGURATION


def _is_among_scenarios(below: str) -> bool:
    return f"/{SCENARIOS}/" in f"/{below}"
