"""What `lexport diff` compares with: the rulebook of a folder, the same one at a revision, or itself on two days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.files import shown
from checker.findings import Finding, is_fatal, say
from checker.rulebook.days import write_day
from checker.texts import is_folder, on_one_line

if TYPE_CHECKING:
    from checker.answers.diff_sides import Pair
    from checker.logic import Law

REVISION = "rev:"

Names = Mapping[str, tuple[str, ...]]
Findings = tuple[Finding, ...]


@dataclass(frozen=True, eq=False)
class Sides:
    """The laws that are compared, what each is called, and what the earlier one calls otherwise."""

    pair: Pair
    called: tuple[str, str]
    renamed: Names


def open_sides(
    law: Law, folder: Path, against: str | None, days: tuple[int, ...] | None, renamed: Names
) -> Sides | Findings:
    """Open what a law is compared with, or say why that cannot be done."""
    from checker.answers.diff_sides import Pair

    if days is not None:
        one, other = days
        outside = _outside(law, one, other)
        called = (write_day(one), write_day(other))
        return outside or Sides(Pair(law, law, (one, other)), called, {})
    assert against is not None
    before = _at(folder, against.removeprefix(REVISION)) if against.startswith(REVISION) else _in(Path(against))
    if isinstance(before, tuple):
        return before
    return _renamed(before, law, renamed, on_one_line(against), folder)


def _renamed(before: Law, after: Law, renamed: Names, against: str, folder: Path) -> Sides | Findings:
    """Give the earlier law the names of the later one: those that were typed, and those that share an alias."""
    from checker.answers.diff_sides import Pair
    from checker.logic import Law
    from checker.rulebook.renaming import matching
    from checker.rulebook.renaming import renamed as rename

    book = rename(before.book, renamed)
    if isinstance(book, tuple):
        return book
    found = matching(book, after.book)
    matched = rename(book, found)
    if isinstance(matched, tuple):  # what only looks alike is no mistake of the user
        found, matched = {}, book
    names = {**renamed, **found}
    law = Law(matched) if names else before
    return Sides(Pair(law, after), (against, shown(folder)), names)


def _in(folder: Path) -> Law | Findings:
    from checker.project.laws import laws_of_user, open_law

    if not is_folder(folder):
        remedy = say("name a folder, or a revision as `rev:NAME`")
        return (Finding("O101", say("the folder `{folder}` is not there", folder=shown(folder)), help=remedy),)
    law, findings = open_law(folder.resolve(), laws_of_user())
    if law is None:
        return findings
    return law.findings() if is_fatal(law.findings()) else law


def _at(folder: Path, revision: str) -> Law | Findings:
    from checker.logic import Law
    from checker.project.cache import cached_parse
    from checker.project.revision import files_at
    from checker.rulebook.load import load_files

    files, findings = files_at(folder, revision)
    if findings:
        return findings
    book, warned = load_files(files, cached_parse())
    if book is None:
        return (_broken(revision, warned),)
    law = Law(book)
    return (_broken(revision, law.findings()),) if is_fatal(law.findings()) else law


def _broken(revision: str, findings: Findings) -> Finding:
    first = next(finding for finding in findings if is_fatal((finding,)))
    where = say("{place}: {message}", place=str(first.span or ""), message=first.message)
    message = say("the rules at `{revision}` cannot be read: {reason}", revision=on_one_line(revision), reason=where)
    return Finding("O101", message, help=say("name a later one"))


def _outside(law: Law, *days: int) -> Findings:
    """Say of days for which the rulebook was not looked at that nothing is known of them."""
    since, until = law.book.header.covers_from, law.book.header.reviewed_until
    return tuple(
        Finding("O101", say("`{day}` lies outside what the rulebook covers", day=write_day(day)), help=_COVERED)
        for day in days
        if (since is not None and day < since) or (until is not None and day > until)
    )


_COVERED = say("name days from `covers from` to `reviewed until`")
