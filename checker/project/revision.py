"""The files of a rulebook as they were at a revision of its repository.

Takes the folder of a rulebook and the name of a revision, gives its files as they would be read from a disk. Asks
`git` and nothing else; changes neither the repository nor the folder.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from checker.findings import Finding, Message, say
from checker.rulebook.files import File, given_files
from checker.texts import MOST_FILES, MOST_TABLE_BYTES, on_one_line, read_stream

_PLAIN_FILES = ("100644", "100755")
_OF_ANOTHER = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"})
"""What git tells a hook of the repository it runs for, by paths from elsewhere: the folder's own is looked for."""
_SHALLOW = say("fetch all of the history: `fetch-depth: 0` in the checkout of a CI job")


class _GitError(Exception):
    """Ends the asking; never leaves this module."""


def files_at(folder: Path, revision: str) -> tuple[tuple[File, ...], tuple[Finding, ...]]:
    """Read the files of a rulebook's folder at a revision, or say why that cannot be done."""
    folder = folder.resolve()
    try:
        if not _git(folder, "rev-parse", "--git-dir"):
            raise _GitError
    except FileNotFoundError:
        return (), (_refused(revision, say("`git` is not installed")),)
    except _GitError:
        return (), (_refused(revision, say("the rulebook lies in no repository that `git` may read")),)
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except _GitError:
        return (), (_unknown(folder, revision),)
    try:
        blobs = _blobs(folder, commit.decode().strip())
        if not blobs:
            why = say("the folder `{folder}` is not in it", folder=folder.name)
            return (), (_refused(revision, why, say("name a later one")),)
        if len(blobs) > MOST_FILES:
            return (), (Finding("S190", say("folder with more than {most} files and folders in it", most=MOST_FILES)),)
        return _read(folder, blobs, _contents(folder, blobs.values()))
    except _GitError:
        return (), (_refused(revision, say("its files are not all here"), _SHALLOW),)


def _unknown(folder: Path, revision: str) -> Finding:
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if shallow:
        return _refused(revision, say("it is not in the part of the history that is here"), _SHALLOW)
    return _refused(revision, say("there is no such revision"), say("name a branch, a tag or a commit"))


def _refused(revision: str, why: Message, remedy: Message | None = None) -> Finding:
    message = say("the rules at `{revision}` cannot be read: {reason}", revision=on_one_line(revision), reason=why)
    return Finding("O101", message, help=remedy)


def _blobs(folder: Path, commit: str) -> dict[str, str]:
    """Find the plain files that belong to a rulebook: the object of each, by its path below the folder."""
    found: dict[str, str] = {}
    for line in _git(folder, "ls-tree", "-r", "-z", commit).split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, _, name = about.decode().partition(" blob ")
        if mode in _PLAIN_FILES:
            found[path.decode("utf-8", "surrogateescape")] = name
    return {file.below: found[file.below] for file in given_files(dict.fromkeys(found, ""))}


def _contents(folder: Path, names: Iterable[str]) -> list[bytes]:
    """Read objects, in their order."""
    wanted = list(names)
    answer = BytesIO(_git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode()))
    contents: list[bytes] = []
    for _ in wanted:
        _, kind, *size = answer.readline().split()
        if kind != b"blob":
            raise _GitError
        contents.append(answer.read(int(size[0])))
        answer.read(1)
    return contents


def _read(folder: Path, paths: Iterable[str], contents: list[bytes]) -> tuple[tuple[File, ...], tuple[Finding, ...]]:
    files: list[File] = []
    findings: list[Finding] = []
    for path, data in zip(paths, contents, strict=True):
        shown = f"{folder.name}/{on_one_line(path)}"
        text = read_stream(BytesIO(data), shown, MOST_TABLE_BYTES)
        if isinstance(text, Finding):
            findings.append(text)
        else:
            files.append(File(path, shown, text))
    return tuple(files), tuple(findings)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Ask git. Raises FileNotFoundError where there is none, _GitError where it refuses."""
    inherited = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    environment = {**inherited, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], input=given, capture_output=True, env=environment, check=False
    )
    if done.returncode != 0:
        raise _GitError
    return done.stdout
