"""What a document of each format has to be, by the schema or the grammar of that format.

Takes texts, gives what is read from them; fails where one is not what it says it is.
"""

from __future__ import annotations

import json
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft4Validator, Draft202012Validator

from tests.literate_pages import ROOT

SARIF_SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
LINT_SCHEMA = ROOT / "docs" / "reference" / "lint.schema.json"
# Elements without an end, as the standard lists them.
VOID = {"meta", "br"}
# What would load something, or run.
LOADING = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio"}

_sarif = Draft4Validator(json.loads(SARIF_SCHEMA.read_text(encoding="utf-8")))
_lint = Draft202012Validator(json.loads(LINT_SCHEMA.read_text(encoding="utf-8")))


def schema_digest() -> str:
    """Digest the schema of the standard, which is kept as it was taken."""
    return sha256(SARIF_SCHEMA.read_bytes()).hexdigest()


def sarif(text: str) -> Any:
    """Read a SARIF log, and give its one run."""
    log = json.loads(text)
    assert [error.message for error in _sarif.iter_errors(log)] == []
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return run


def document(text: str) -> Any:
    """Read a document of `lexport.lint/1`."""
    value = json.loads(text)
    assert complaints(value) == []
    return value


def complaints(value: Any) -> list[str]:
    """Say what is wrong with a document of `lexport.lint/1`."""
    return [error.message for error in _lint.iter_errors(value)]


def junit(text: str) -> ElementTree.Element:
    """Read JUnit XML, and hold its counts against its cases."""
    root = ElementTree.fromstring(text)
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite"
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) >= len(suite.findall("testcase/error"))
    for key in ("tests", "failures"):
        assert int(root.get(key, "")) == sum(int(suite.get(key, "")) for suite in root)
    return root


class Page(HTMLParser):
    """A page of HTML taken apart: every element closed where it should be, and what each holds as text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def words(self) -> str:
        """All that a reader sees, in its order."""
        return "".join(self.texts)


def page(text: str) -> Page:
    """Read a page of HTML that stands alone: it loads nothing and runs nothing."""
    read = Page(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert {tag for tag, _ in read.tags} & LOADING == set()
    assert [name for _, attributes in read.tags for name in attributes if name.startswith("on")] == []
    links = [attributes.get("href") or "" for tag, attributes in read.tags if tag == "a"]
    anchors = {f"#{attributes['id']}" for _, attributes in read.tags if "id" in attributes}
    assert [link for link in links if link not in anchors] == []
    assert "url(" not in text.partition("</style>")[0]
    return read
