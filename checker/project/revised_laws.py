"""The law of a folder as it was at a revision of its repository.

Takes the folder of a rulebook and the name of a revision; gives the law, ready to be asked, with its files, or why
there is none. Nothing of it is kept: a revision is asked for seldom.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.findings import Finding, is_fatal, say
from checker.logic import Law
from checker.project.cache import cached_parse
from checker.project.revision import files_at
from checker.rulebook.files import File
from checker.rulebook.load import load_files
from checker.texts import on_one_line


@dataclass(frozen=True, eq=False)
class RevisedLaw:
    """A law of another revision, the files it was read from, and what was remarked on while reading."""

    law: Law
    files: tuple[File, ...]
    findings: tuple[Finding, ...]


def law_at(folder: Path, revision: str) -> RevisedLaw | tuple[Finding, ...]:
    """Open the law as it was; of rules that cannot be used the first mistake is told, where it stood then."""
    files, findings = files_at(folder, revision)
    if findings:
        return findings
    book, findings = load_files(files, cached_parse())
    if book is None:
        return (_broken(revision, findings),)
    law = Law(book)
    if is_fatal(stopping := law.findings()):
        return (_broken(revision, stopping),)
    return RevisedLaw(law, files, (*findings, *stopping))


def _broken(revision: str, findings: tuple[Finding, ...]) -> Finding:
    first = next(finding for finding in findings if is_fatal((finding,)))
    where = say("{place}: {message}", place=str(first.span or ""), message=first.message)
    message = say("the rules at `{revision}` cannot be read: {reason}", revision=on_one_line(revision), reason=where)
    return Finding("O101", message, help=say("name a later one"))
