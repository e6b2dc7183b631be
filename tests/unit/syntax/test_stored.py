"""Parsed files as JSON: what comes back is equal, and nothing else is taken for one."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from msgspec import Struct

from checker.findings import Span
from checker.stored import names_of
from checker.syntax import ParsedFile, SourceFile, nodes, parse_file, stored
from checker.syntax.source import ScenarioBlock
from checker.syntax.stored import from_json, to_json

ROOT = Path(__file__).resolve().parents[3]
PLACES = ("rules", "tests/conformance", "tests/corpus", "tests/unit/syntax")
SELDOM = """\
allow D103 on p when a because "x" until 2027-01-01
provision p cites d
  when a is true and b is false and c < 2015-10-12 08:30 and e is within 14 days after f and g is late
  table q by f, g { 1 .. 2.50 USD, * : permitted }
"""
PAGES = sorted(page for place in PLACES for page in (ROOT / place).rglob("*.md"))
TEXTS = (("seldom.rules", SELDOM), *((page.name, page.read_text(encoding="utf-8")) for page in PAGES))
PAGE = "```rules\nfact day/日期 : date\n```\n  ```scenario\n  plan: p\n  ```\n"


def parsed(path: str, text: str) -> ParsedFile:
    return parse_file(SourceFile(path, text))[0]


def declared() -> set[type]:
    """Collect the classes of nodes from the modules that declare them."""
    modules = [import_module(f"checker.syntax.nodes.{module.name}") for module in iter_modules(nodes.__path__)]
    found = (value for module in modules for value in vars(module).values() if isinstance(value, type))
    return {value for value in found if issubclass(value, nodes.Node)}


@pytest.mark.parametrize(("path", "text"), TEXTS, ids=[path for path, _ in TEXTS])
def test_what_comes_back_is_equal(path: str, text: str) -> None:
    read = parsed(path, text)
    again = from_json(to_json(read))
    assert again == read
    assert repr(again) == repr(read)  # `True` equals 1 and is not the same


def test_those_texts_hold_every_class_of_node() -> None:
    seen = {type(node) for path, text in TEXTS for node in nodes.walk(parsed(path, text).statements)}
    assert declared() - seen == {nodes.Node}


def test_every_class_of_node_has_a_number() -> None:
    classes = stored._classes()
    assert declared() | {ParsedFile, ScenarioBlock, SourceFile, Span} <= set(classes)
    assert len(set(classes)) == len(classes)
    assert {names_of(of)[0] for of in declared() if issubclass(of, Struct)} == {"span"}


@pytest.mark.parametrize("text", ["", "[", "{}", "3", "[]", '[["a"],[],[],[],0]', "[[],[],[[0,[[]]]],[],0]"])
def test_no_other_text_is_a_parsed_file(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words of the error are nobody's business
        from_json(text)


def test_half_a_text_is_no_parsed_file() -> None:
    whole = to_json(parsed("page.md", PAGE))
    for end in range(len(whole)):
        with pytest.raises(ValueError):  # noqa: PT011  # as above
            from_json(whole[:end])
