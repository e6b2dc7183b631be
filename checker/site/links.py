"""Where names are declared and where they are named, on the pages of a rulebook.

Takes the statements of all pages; gives for each page what stands at which place of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Span
from checker.rulebook.names import Names, declare
from checker.site.pages import RulesPage
from checker.syntax import nodes

# Fields of nodes that name something, and what they may name.
_NAMING: Mapping[str, tuple[str, ...]] = {
    "document": ("document",),
    "provision": ("provision",),
    "question": ("question",),
    "questions": ("question",),
    "subject": ("provision", "question"),
}


class Declared(Struct, frozen=True):
    """A name at the place where it is declared; `anchor` is what others link to."""

    span: Span
    anchor: str


class Named(Struct, frozen=True):
    """A name at a place where it is used: of which page, and which of its anchors."""

    span: Span
    page: str
    anchor: str


def find_links(pages: Iterable[RulesPage]) -> Mapping[str, tuple[Declared | Named, ...]]:
    """Find, by page, every declared name and every name of a document, provision or question."""
    pages = tuple(pages)
    names, _ = declare(statement for page in pages for statement in page.statements)
    return {page.uri: tuple(_found(page.statements, names)) for page in pages}


def _found(statements: Iterable[nodes.Statement], names: Names) -> Iterator[Declared | Named]:
    for statement in statements:
        for node in nodes.walk(statement):
            naming = getattr(node, "naming", None)
            if isinstance(naming, nodes.Naming) and naming.text in names.declared:
                span = naming.names[0].span
                if names.declared[naming.text].span == span:
                    yield Declared(span, naming.text)
            if isinstance(node, nodes.Repeal):
                yield from _named(node.by, ("document",), names)
            for field, categories in _NAMING.items():
                value = getattr(node, field, None)
                for name in value if isinstance(value, tuple) else (value,):
                    if isinstance(name, nodes.Name):
                        yield from _named(name, categories, names)


def _named(name: nodes.Name, categories: tuple[str, ...], names: Names) -> Iterator[Named]:
    found = names.declared.get(name.text)
    if found is not None and found.category in categories:
        yield Named(name.span, names.declared[found.canonical].span.file, found.canonical)
