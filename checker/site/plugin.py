"""The plugin that MkDocs loads by the name `lexport`.

Adds the files of a rulebook to a site as pages, with their place in the navigation; colours blocks of rules and
scenarios on every page.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from checker.rulebook.files import read_folder
from checker.site.blocks import with_blocks
from checker.site.links import find_links
from checker.site.pages import find_pages, find_tables, navigation

_LOG = logging.getLogger("mkdocs.plugins.lexport")
STYLES = "assets/lexport.css"
_HIGHLIGHTERS = ("codehilite", "pymdownx.highlight")


class RulebookConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves a hook of its class untyped
    """`rules` is the folder of the rulebook, from that of mkdocs.yml; its pages go below `to`, titled `title`."""

    rules = config_options.Dir(exists=True, default="rules")
    to = config_options.Type(str, default="law")
    title = config_options.Type(str, default="The rulebook")


class RulebookPlugin(BasePlugin[RulebookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds a rulebook to a site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the rulebook, put its pages into the navigation, and see to colours."""
        self._files, findings = read_folder(Path(self.config.rules))
        for finding in findings:
            _LOG.warning("%s: %s", finding.span, finding.message)
        self._pages = find_pages(self._files, self.config.to)
        self._links = find_links(self._pages)
        if config.nav is not None:
            self._place(config.nav)
        if not any(name in config.markdown_extensions for name in _HIGHLIGHTERS):
            config.markdown_extensions.append(_HIGHLIGHTERS[0])
            config.mdx_configs.setdefault(_HIGHLIGHTERS[0], {"guess_lang": False})
        config.extra_css.append(STYLES)
        config.watch.append(self.config.rules)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, what they link to, and the colours."""
        for page in self._pages:
            files.append(File.generated(config, page.uri, content=page.text))
        for uri, text in find_tables(self._files, self.config.to).items():
            files.append(File.generated(config, uri, content=text))
        files.append(File.generated(config, STYLES, abs_src_path=str(Path(__file__).with_name("colours.css"))))
        return files

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002  # the signature of MkDocs
        files: Files,
    ) -> str:
        """Write out the blocks of rules on a page of the rulebook."""
        uri = page.file.src_uri
        if uri not in self._links:
            return markdown
        text = next(each.text for each in self._pages if each.uri == uri)
        taken = text.removesuffix(markdown) if text.endswith(markdown) else ""  # MkDocs keeps what stands before

        def address(named: str) -> str:
            return "" if named == uri else files.src_uris[named].url_relative_to(page.file)

        return with_blocks(uri, text, self._links[uri], address)[len(taken) :]

    def _place(self, nav: list[object]) -> None:
        """Put the pages where the navigation names their folder (`- Title: law/`), else at its end."""
        pages = navigation(self._pages)
        wanted = f"{self.config.to}/"
        for index, entry in enumerate(nav):
            if isinstance(entry, dict):
                for title, value in entry.items():
                    if value == wanted:
                        nav[index] = {title: pages}
                        return
        nav.append({self.config.title: pages})
