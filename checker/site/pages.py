"""The files of a rulebook as pages: where each goes on the site, and in which order they stand.

Takes the files of a rulebook; gives pages and their navigation. Reads the statements only to tell what is where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from checker.rulebook.files import File
from checker.syntax import SourceFile, nodes, parse_file

PAGE = ".md"

Section = dict[str, list[str]]
"""Pages under the title they have in common."""


class RulesPage(Struct, frozen=True):
    """A file of rules: its path below the rulebook, that on the site, its text as Markdown, its statements."""

    below: str
    uri: str
    text: str
    statements: tuple[nodes.Statement, ...]


def find_pages(files: Iterable[File], to: str) -> tuple[RulesPage, ...]:
    """Make a page of every file of rules, in the order in which they are to be read."""
    return tuple(sorted((_page(file, to) for file in files if file.is_rules), key=_order))


def find_tables(files: Iterable[File], to: str) -> Mapping[str, str]:
    """Give code tables and scenarios, which pages may link to, by their paths on the site."""
    return {f"{to}/{file.below}": file.text for file in files if not file.is_rules}


def navigation(pages: Iterable[RulesPage]) -> list[str | Section]:
    """List the pages as MkDocs wants them: those at the top, then a section for each folder."""
    top: list[str] = []
    sections: Section = {}
    for page in pages:
        above = PurePosixPath(page.below).parent
        if above.name:
            sections.setdefault(above.as_posix(), []).append(page.uri)
        else:
            top.append(page.uri)
    return [*top, *({_spoken(name): uris} for name, uris in sorted(sections.items()))]


def _page(file: File, to: str) -> RulesPage:
    path = PurePosixPath(to, file.below)
    text = file.text
    if path.suffix != PAGE:
        text = f"# {path.stem}\n\n```rules\n{text.rstrip()}\n```\n"
    uri = path.with_suffix(PAGE).as_posix()
    return RulesPage(file.below, uri, text, parse_file(SourceFile(uri, text))[0].statements)


def _order(page: RulesPage) -> tuple[int, str]:
    """Put first what declares the words, then the questions, and what is on record as silent last."""
    kinds = {type(statement) for statement in page.statements}
    ranked = (nodes.RulebookHeader, nodes.QuestionDeclaration)
    place = next((rank for rank, kind in enumerate(ranked) if kind in kinds), len(ranked))
    if place == len(ranked) and nodes.KnownGap in kinds:
        place += 1
    return place, page.below


def _spoken(folder: str) -> str:
    return folder.replace("-", " ").replace("_", " ").replace("/", ", ").capitalize()
