"""The atlas of a rulebook on a site: a page for each question and each document, two that list them, and accounts.

Takes the folder of a rulebook and its files; gives pages by their paths on the site, each written when it is asked
for. A rulebook with mistakes has no atlas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from checker.answers.atlas import Atlas
from checker.findings import Finding
from checker.project.laws import laws_of_user, open_law
from checker.reports.atlas_accounts import accounts_page
from checker.reports.atlas_document import document_page, documents_page
from checker.reports.atlas_markup import Address
from checker.reports.atlas_question import question_page, questions_page
from checker.rulebook.files import File
from checker.site.kept import KeptPages
from checker.site.pages import PAGE

_FOLDER = "atlas"
_INDEX = "index"
_TAKEN = (_INDEX, "readme")
"""What a site takes for the page of a folder."""


class AtlasPages:
    """The pages of an atlas below a folder of the site; `of` gives them by kind and name."""

    def __init__(self, atlas: Atlas, kept: KeptPages, below: str, language: str) -> None:
        self._atlas, self._kept, self._language = atlas, kept, language
        self.indices = tuple(f"{below}/{kind}/{_INDEX}{PAGE}" for kind in ("questions", "documents", "accounts"))
        self.questions, self.documents, self.accounts = self.indices
        named = {"question": (self.questions, atlas.book.questions), "document": (self.documents, atlas.book.documents)}
        self.of: Mapping[tuple[str, str], str] = {
            (kind, name): index.replace(f"{_INDEX}{PAGE}", f"{file}{PAGE}")
            for kind, (index, names) in named.items()
            for name, file in _file_names(names)
        }
        self._names = {uri: named for named, uri in self.of.items()}
        self.uris = frozenset((*self.indices, *self._names))

    @property
    def about(self) -> Mapping[str, str]:
        """The page of each question and document, by the name."""
        return {name: uri for (_, name), uri in self.of.items()}

    def write(self, uri: str, address: Address) -> str:
        """Write a page; `address` gives addresses as seen from it."""
        name = "/".join(self._names.get(uri, (uri.rpartition("/")[0].rpartition("/")[2],)))
        return self._kept.page(name, partial(self._written, uri), address)

    def _written(self, uri: str, address: Address) -> str:
        atlas, language = self._atlas, self._language
        if uri == self.questions:
            return questions_page(atlas.book, language, address)
        if uri == self.documents:
            return documents_page(atlas, language, address)
        if uri == self.accounts:
            return accounts_page(atlas.book, atlas.accounts, language, address)
        kind, name = self._names[uri]
        if kind == "question":
            return question_page(atlas.book, atlas.question(name), language, address)
        return document_page(atlas.book, atlas.document(name), language, address)


def open_atlas(
    folder: Path, files: tuple[File, ...], to: str, language: str
) -> tuple[AtlasPages | None, tuple[Finding, ...]]:
    """Open the atlas of a rulebook, or say why there is none; its pages lie where none of the files does."""
    law, findings = open_law(folder, laws_of_user())
    stopping = findings if law is None else law.findings()
    if law is None or stopping:
        return None, stopping
    below, taken = _FOLDER, {file.below.partition("/")[0].partition(".")[0] for file in files}
    while below in taken:
        below = f"{below}_"
    return AtlasPages(Atlas(law), KeptPages(files, language), f"{to}/{below}", language), ()


def _file_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each name a file that no other has, be it that some systems take capitals for small letters."""
    taken = set(_TAKEN)
    for name in names:
        file = name
        while file.casefold() in taken:
            file = f"{file}_"
        taken.add(file.casefold())
        yield name, file
