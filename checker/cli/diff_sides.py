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
    if apart := _apart(before, law):
        return apart
    return _renamed(before, law, renamed, on_one_line(against), folder)


def _renamed(before: Law, after: Law, renamed: Names, against: str, folder: Path) -> Sides | Findings:
    """Give the earlier law the names of the later one: those that were typed, and those that share an alias."""
    from checker.answers.diff_sides import Pair
    from checker.logic import Law
    from checker.rulebook.renaming import matching, unknown
    from checker.rulebook.renaming import renamed as rename

    book = rename(before.book, renamed)
    if isinstance(book, tuple):
        return book
    if astray := unknown(after.book, renamed):
        return astray
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
    from checker.project.revised_laws import law_at

    then = law_at(folder, revision)
    return then if isinstance(then, tuple) else then.law


def _apart(*laws: Law) -> Findings:
    """Say of rulebooks that cover no day in common that there is nothing to compare: all would be equivalent."""
    headers = [law.book.header for law in laws]
    since = max((header.covers_from for header in headers if header.covers_from is not None), default=None)
    until = min((header.reviewed_until for header in headers if header.reviewed_until is not None), default=None)
    if since is None or until is None or since <= until:
        return ()
    message = say(
        "no day is covered by both rulebooks: the one ends on {until}, the other begins on {since}",
        until=write_day(until),
        since=write_day(since),
    )
    return (Finding("O101", message, help=say("compare rulebooks that were looked at for the same time")),)


def _outside(law: Law, *days: int) -> Findings:
    """Say of days for which the rulebook was not looked at that nothing is known of them."""
    since, until = law.book.header.covers_from, law.book.header.reviewed_until
    return tuple(
        Finding("O101", say("`{day}` lies outside what the rulebook covers", day=write_day(day)), help=_COVERED)
        for day in days
        if (since is not None and day < since) or (until is not None and day > until)
    )


_COVERED = say("name days from `covers from` to `reviewed until`")
