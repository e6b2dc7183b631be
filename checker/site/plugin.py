"""The plugin that MkDocs loads by the name `lexport`.

Adds the files of a rulebook to a site as pages, and an atlas of it, with their place in the navigation; colours blocks
of rules and scenarios on every page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from checker.findings import LANGUAGES, Finding
from checker.reports.atlas_labels import atlas_words
from checker.reports.table_style import STYLE
from checker.rulebook.files import read_folder
from checker.site.atlas import AtlasPages, open_atlas
from checker.site.blocks import with_blocks
from checker.site.links import Declared, find_links
from checker.site.pages import find_pages, find_tables, navigation

_LOG = logging.getLogger("mkdocs.plugins.lexport")
STYLES = ("assets/lexport.css", "assets/lexport-atlas.css")
_HIGHLIGHTERS = ("codehilite", "pymdownx.highlight")


class _Folder(config_options.Type[str]):
    """A folder of the site: written with or without `/` behind it, and never one outside the site."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        path = PurePosixPath(super().run_validation(value))
        if not path.parts or path.is_absolute() or ".." in path.parts:
            raise ValidationError(f"{value!r} is no folder of the site; write one such as 'law'.")
        return path.as_posix()


class RulebookConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves a hook of its class untyped
    """`rules` is the folder of the rulebook, from that of mkdocs.yml; its pages go below `to`, titled `title`.

    With `atlas` there are pages about its questions and documents as well, in `language`.
    """

    rules = config_options.Dir(exists=True, default="rules")
    to = _Folder(default="law")
    title = config_options.Type(str, default="The rulebook")
    atlas = config_options.Type(bool, default=True)
    language = config_options.Choice(LANGUAGES, default="en")


class RulebookPlugin(BasePlugin[RulebookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds a rulebook to a site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the rulebook, put its pages into the navigation, and see to colours."""
        self._files, findings = read_folder(Path(self.config.rules))
        self._tell(findings)
        self._pages = find_pages(self._files, self.config.to)
        self._links = find_links(self._pages)
        self._places = self._found_places()
        self._atlas = self._opened() if self.config.atlas and not findings else None
        if config.nav is not None:
            self._place(config.nav)
        if not any(name in config.markdown_extensions for name in _HIGHLIGHTERS):
            config.markdown_extensions.append(_HIGHLIGHTERS[0])
            config.mdx_configs.setdefault(_HIGHLIGHTERS[0], {"guess_lang": False})
        config.extra_css.extend(STYLES)
        config.watch.append(self.config.rules)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, what they link to, and the colours."""
        for page in self._pages:
            files.append(File.generated(config, page.uri, content=page.text))
        for uri, text in find_tables(self._files, self.config.to).items():
            files.append(File.generated(config, uri, content=text))
        for uri in sorted(self._atlas.uris) if self._atlas else ():
            is_index = self._atlas is not None and uri in self._atlas.indices
            level = InclusionLevel.UNDEFINED if is_index else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, uri, content="", inclusion=level))
        own = (_sheet("colours.css") + _sheet("dark.css"), _sheet("atlas.css") + STYLE)
        for uri, content in zip(STYLES, own, strict=True):
            files.append(File.generated(config, uri, content=content))
        return files

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002  # the signature of MkDocs
        files: Files,
    ) -> str:
        """Write out the blocks of rules on a page of the rulebook, or a page of its atlas."""
        uri = page.file.src_uri

        def address(named: str) -> str:
            return "" if named == uri else files.src_uris[named].url_relative_to(page.file)

        if self._atlas is not None and uri in self._atlas.uris:
            return self._atlas.write(uri, partial(self._address, files, address))
        if uri not in self._links:
            return markdown
        text = next(each.text for each in self._pages if each.uri == uri)
        taken = text.removesuffix(markdown) if text.endswith(markdown) else ""  # MkDocs keeps what stands before
        about = self._atlas.about if self._atlas else {}
        return with_blocks(uri, text, self._links[uri], address, about)[len(taken) :]

    def _opened(self) -> AtlasPages | None:
        pages, findings = open_atlas(Path(self.config.rules), self._files, self.config.to, self.config.language)
        self._tell(findings)
        return pages

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            _LOG.warning("%s: %s", finding.span, finding.message)

    def _found_places(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Find the page and the anchor of what is declared, by its name, and of each file, by its path."""
        uris = {page.below: page.uri for page in self._pages}
        found = {
            ("file", file.shown): (uris.get(file.below, f"{self.config.to}/{file.below}"), "") for file in self._files
        }
        for uri, places in self._links.items():
            for place in places:
                if isinstance(place, Declared):
                    found["declared", place.anchor] = (uri, place.anchor)
        return found

    def _address(self, files: Files, address: Callable[[str], str], kind: str, name: str) -> str | None:
        """Give the address of something that pages of the atlas name; a page may have been kept from the site."""
        pages = self._atlas.of if self._atlas else {}
        uri, anchor = (pages[kind, name], "") if (kind, name) in pages else self._places.get((kind, name), ("", ""))
        if uri not in files.src_uris:
            return None
        return f"{address(uri)}#{quote(anchor)}" if anchor else address(uri)

    def _place(self, nav: list[object]) -> None:
        """Put the pages where the navigation names their folder (`- Title: law/`), else at its end."""
        pages = navigation(self._pages)
        if self._atlas is not None:
            pages.insert(0, {atlas_words(self.config.language)["page.atlas"]: list(self._atlas.indices)})
        wanted = f"{self.config.to}/"
        for index, entry in enumerate(nav):
            if isinstance(entry, dict):
                for title, value in entry.items():
                    if value == wanted:
                        nav[index] = {title: pages}
                        return
        nav.append({self.config.title: pages})


def _sheet(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
