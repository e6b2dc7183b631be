"""A site that is built, and what it says and links to, for the tests of what the plugin makes."""

from collections.abc import Callable
from html.parser import HTMLParser
from importlib.metadata import EntryPoint
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import mkdocs.plugins
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

Built = Callable[..., Path]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Build a site, as `mkdocs build --strict` does; the plugin is found even where the project is not installed."""
    entry = EntryPoint("lexport", "checker.site.plugin:RulebookPlugin", "mkdocs.plugins")
    found = {"lexport": entry, **mkdocs.plugins.get_plugins()}
    monkeypatch.setattr(mkdocs.plugins, "get_plugins", lambda: found)

    def done(settings: Path) -> Path:
        config = load_config(str(settings), site_dir=str(tmp_path / "site"), strict=True)
        build(config)
        return tmp_path / "site"

    return done


class Addresses(HTMLParser):
    """What a page links to, and the anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value for key, value in attrs if value is not None}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if "id" in given:
            self.anchors.add(given["id"])


def addresses(site: Path) -> dict[str, Addresses]:
    """Read every page of a site, by its address."""
    read: dict[str, Addresses] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        page = read["/" if address == "." else f"/{address}/"] = Addresses()
        page.feed(path.read_text(encoding="utf-8"))
    return read


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def dead(site: Path) -> list[tuple[str, str]]:
    """List the links within a site that lead nowhere."""
    pages = addresses(site)
    found = []
    for address, of in pages.items():
        for link in of.links:
            target, anchor = urldefrag(urljoin(address, link))
            if "://" in target or link in ("#", ""):
                continue
            known = pages.get(unquote(target))
            is_there = known is not None or (site / unquote(target).lstrip("/")).exists()
            if not is_there or (known is not None and anchor and unquote(anchor) not in known.anchors):
                found.append((address, link))
    return found
