"""The files of a rulebook as they lie in its folder or are given as texts, and the digest over them.

The one place of this layer that opens files. Takes a folder; gives the texts of the files that belong to a rulebook,
in the order of their paths, or what keeps one of them from being read. Paths are shown relative to where the folder
lies. Must not know what a text says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath

from msgspec import Struct

from checker.findings import Finding, Span, in_order

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
        return not self.is_rules and SCENARIOS in PurePosixPath(self.below).parts[:-1]


def read_folder(folder: Path) -> tuple[tuple[File, ...], tuple[Finding, ...]]:
    """Read every file of rules, code tables and scenarios below a folder, hidden ones aside."""
    folder = Path(folder).resolve()
    if not folder.is_dir():
        return (), (Finding("S105", f"there is no folder `{folder.name}`"),)
    files: list[File] = []
    findings: list[Finding] = []
    for below in sorted(_paths(folder)):
        shown = f"{folder.name}/{below}"
        try:
            text = (folder / below).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            findings.append(_unreadable(shown, f"it is not UTF-8: byte {error.start + 1} belongs to no character"))
        except OSError as error:
            findings.append(_unreadable(shown, (error.strerror or "it cannot be opened").lower()))
        else:
            files.append(File(below, shown, text.replace("\r\n", "\n")))
    return tuple(files), in_order(findings)


def given_files(texts: Mapping[str, str]) -> tuple[File, ...]:
    """Take texts by the path each would have below a folder for its files; what belongs to no rulebook is left out."""
    return tuple(File(path, path, text) for path, text in sorted(texts.items()) if _belongs(PurePosixPath(path)))


def digest_of(files: tuple[File, ...]) -> str:
    """Digest every file with its path; lengths keep what ends here from what begins there."""
    digest = sha256()
    for file in sorted(files, key=lambda f: f.below):
        for part in (text.encode(errors="surrogatepass") for text in (file.below, file.text)):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return f"sha256:{digest.hexdigest()}"


def _paths(folder: Path) -> Iterator[str]:
    """Go through the files that belong to a rulebook by their paths below its folder."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        above = Path(place).relative_to(folder)
        found = (above / name for name in names if name.endswith((*RULES, TABLES)))
        yield from (path.as_posix() for path in found if _belongs(path) and (folder / path).is_file())


def _belongs(path: PurePath) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.name != CONFIGURATION and path.suffix in (*RULES, TABLES)


def _unreadable(shown: str, why: str) -> Finding:
    return Finding("S105", f"file cannot be read: {why}", Span(shown, 1, 1, 1, 1))
