"""Laws made before, kept in the user's cache folder: nobody loads and compiles the same rules twice.

Takes the folder of a rulebook, gives its law as of no day, ready to be asked. The key of an entry is all that decides
it: the program's own sources, the folder's name, and every file in it. Only a law without any finding is kept. The
parser and the readers of rules are imported when there is no entry.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from checker import stored
from checker.findings import Finding, span
from checker.logic import Law, compilation, fields, network, question, space, world
from checker.logic.compilation import Compilation
from checker.project.entries import Entries, digest, entries_of_user
from checker.project.program import program_digest
from checker.rulebook.files import File, digest_of, read_folder
from checker.rulebook.load import load_files
from checker.rulebook.model import (
    Rulebook,
    Scenarios,
    SourceFact,
    answers,
    codes,
    conditions,
    norms,
    periods,
    rulebook,
    sources,
    types,
    values,
)

Beside = tuple[tuple[Scenarios, ...], tuple[SourceFact, ...]]
"""The scenarios and the register of a rulebook."""

NOTHING: Beside = ((), ())

_MODEL = (answers, codes, conditions, norms, periods, rulebook, sources, types, values)
_LOGIC = (compilation, fields, network, question, space, world)


def open_law(
    folder: Path, entries: Entries | None, *, asking_only: bool = False
) -> tuple[Law | None, tuple[Finding, ...]]:
    """Give the law of a folder, from the cache when it is there; none when the rulebook has a mistake.

    Findings are those of the rulebook; what keeps a question from being answered the law says itself. A law for
    `asking_only` may be without what stands beside the rules, and no question reads: scenarios and register.
    """
    files, findings = read_folder(folder)
    if findings:
        return None, findings
    key = _key(folder, files)
    known = None if entries is None or key is None else _recalled(entries, key, asking_only=asking_only)
    if known is not None:
        return known, ()
    from checker.project.cache import cached_parse

    book, findings = load_files(files, cached_parse())
    if book is None:
        return None, findings
    law = Law(book)
    if entries is not None and key is not None and not findings:
        entries.keep(key, partial(to_json, law))
        entries.keep(_beside(key), partial(beside_to_json, law))
    return law, findings


def keep_what_was_learnt(folder: Path, entries: Entries | None, law: Law) -> None:
    """Keep a law again that has found out, since it was opened, which provisions are special to which."""
    if entries is None or not law.precedence.has_learnt:
        return
    files, findings = read_folder(folder)
    key = None if findings else _key(folder, files)
    if key is not None and digest_of(files) == law.book.digest:
        entries.keep(key, partial(to_json, law))


def laws_of_user() -> Entries | None:
    """Return where the laws of a user are kept."""
    return entries_of_user("laws")


def to_json(law: Law) -> str:
    """Write a law as of no day, every question compiled, without what stands beside the rules.

    Raises ValueError for one that has findings.
    """
    compiled = law.compilation()
    if compiled is None:
        raise ValueError("a law with findings is not kept")
    return stored.to_json((replace(law.book, scenarios=(), register=()), compiled), _classes())


def beside_to_json(law: Law) -> str:
    """Write what stands beside the rules of a law. Raises ValueError for one that has findings."""
    if law.findings():
        raise ValueError("a law with findings is not kept")
    return stored.to_json((law.book.scenarios, law.book.register), _classes())


def from_json(text: str, beside: Beside = NOTHING) -> Law:
    """Read what `to_json` wrote. Raises ValueError for any other text."""
    match stored.from_json(text, _classes()):
        case (Rulebook() as book, Compilation() as compiled):
            scenarios, register = beside
            return Law(replace(book, scenarios=scenarios, register=register), known=compiled)
    raise ValueError("this is no law")


def beside_from_json(text: str) -> Beside:
    """Read what `beside_to_json` wrote. Raises ValueError for any other text."""
    match stored.from_json(text, _classes()):
        case (tuple() as scenarios, tuple() as register):
            return scenarios, register
    raise ValueError("this stands beside no rules")


def _recalled(entries: Entries, key: str, *, asking_only: bool) -> Law | None:
    beside = NOTHING if asking_only else entries.recalled(_beside(key), beside_from_json)
    return None if beside is None else entries.recalled(key, partial(from_json, beside=beside))


def _beside(key: str) -> str:
    return digest(key, "beside")


@cache
def _classes() -> stored.Classes:
    return stored.classes_in(span, *_MODEL, *_LOGIC)


def _key(folder: Path, files: tuple[File, ...]) -> str | None:
    program = program_digest("findings", "regions", "syntax", "rulebook", "logic")
    return None if program is None else digest(program, Path(folder).resolve().name, digest_of(files))
