"""The links of a site that is built, and which of them lead nowhere.

Run as `python -m tests.site.links SITE` it holds the site of the project itself: every page of the rules is there, and
no link is dead.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from tests.literate_pages import ROOT


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


def missing(site: Path) -> list[str]:
    """List the pages of our own rules that a site has not."""
    rules = (path.relative_to(ROOT / "rules").with_suffix("") for path in (ROOT / "rules").rglob("*.md"))
    return sorted(path.as_posix() for path in rules if not (site / "law" / path / "index.html").is_file())


def wrong(site: Path) -> list[str]:
    """Say what is wrong with our own site."""
    lost = [f"no page of {name}" for name in missing(site)]
    return [*lost, *(f"{address}: {link} leads nowhere" for address, link in dead(site))]


if __name__ == "__main__":
    sys.exit("\n".join(wrong(Path(sys.argv[1]))) or 0)
