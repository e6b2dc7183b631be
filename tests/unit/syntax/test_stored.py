"""Parsed files as JSON: what comes back is equal, whatever it is shown under, and nothing else is taken for one."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from checker.findings import Span
from checker.syntax import ParsedFile, SourceFile, nodes, parse_file, stored
from checker.syntax.source import ScenarioBlock
from checker.syntax.stored import from_json, parser_digest, to_json

ROOT = Path(__file__).resolve().parents[3]
PLACES = ("rules", "tests/conformance", "tests/corpus", "tests/unit/syntax")
SELDOM = """\
provision p cites d
  when a is true and b is false and c < 2015-10-12 08:30 and e is within 14 days after f and g is late
  table q by f, g { 1 .. 2.50 USD, * : permitted }
"""
PAGES = sorted(page for place in PLACES for page in (ROOT / place).rglob("*.md"))
TEXTS = (("seldom.rules", SELDOM), *((page.name, page.read_text(encoding="utf-8")) for page in PAGES))
PAGE = "```rules\nfact day/日期 : date\n```\n  ```scenario\n  plan: p\n  ```\n"


def parsed(path: str, text: str) -> ParsedFile:
    return parse_file(SourceFile(path, text))[0]


def page_of(name: str) -> ParsedFile:
    return parsed(name, PAGE)


def written_in(part: object) -> Iterator[nodes.Node]:
    """Walk all nodes of a tree."""
    if isinstance(part, nodes.Node):
        yield part
        yield from (node for name in part.__match_args__ for node in written_in(getattr(part, name)))
    elif isinstance(part, tuple):
        yield from (node for member in part for node in written_in(member))


def declared() -> set[type]:
    """Collect the classes of nodes from the modules that declare them."""
    modules = [import_module(f"checker.syntax.nodes.{module.name}") for module in iter_modules(nodes.__path__)]
    found = (value for module in modules for value in vars(module).values() if isinstance(value, type))
    return {value for value in found if issubclass(value, nodes.Node)}


@pytest.mark.parametrize(("path", "text"), TEXTS, ids=[path for path, _ in TEXTS])
def test_what_comes_back_is_equal(path: str, text: str) -> None:
    read = parsed(path, text)
    again = from_json(to_json(read), path)
    assert again == read
    assert repr(again) == repr(read)  # `True` equals 1 and is not the same


def test_those_texts_hold_every_class_of_node() -> None:
    seen = {type(node) for path, text in TEXTS for node in written_in(parsed(path, text).statements)}
    assert declared() - seen == {nodes.Node}


def test_every_class_of_node_has_a_number() -> None:
    classes = stored._classes()
    assert set(classes) == {tuple, *declared()}
    assert len(set(classes)) == len(classes)
    assert {fields(of)[0].name for of in declared() if is_dataclass(of)} == {"span"}


def test_another_path_is_in_every_place() -> None:
    elsewhere = from_json(to_json(page_of("a/page.md")), "b/other.md")
    assert elsewhere == page_of("b/other.md")
    assert elsewhere.statements[0].span == Span("b/other.md", 2, 1, 2, 19)
    assert elsewhere.scenarios == (ScenarioBlock("b/other.md", 5, "plan: p\n", 2),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{}",
        "3",
        "null",
        "[]",
        "[[0],[],[]]",
        "[[0],[3]]",
        "[{},[]]",
        "[3,[]]",
        "[[0,[]],[]]",
        "[[0,[1,1,1]],[]]",
        "[[0,[100000,1,1,1,1]],[]]",
        "[" * 100_000,
    ],
)
def test_no_other_text_is_a_parsed_file(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words of the error are nobody's business
        from_json(text, "page.md")


def test_half_a_text_is_no_parsed_file() -> None:
    whole = to_json(page_of("page.md"))
    for end in range(len(whole)):
        with pytest.raises(ValueError):  # noqa: PT011  # as above
            from_json(whole[:end], "page.md")


def test_the_text_is_plain_json_without_the_path() -> None:
    text = to_json(page_of("law/page.md"))
    assert text.isascii()
    assert "law/page.md" not in text
    assert json.loads(text)[1] == [[5, "plan: p\n", 2]]


def test_another_grammar_is_another_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    before = parser_digest.__wrapped__()
    assert before == parser_digest.__wrapped__()
    monkeypatch.setattr(stored, "grammar_text", lambda: "start: X")
    assert parser_digest.__wrapped__() != before


def test_another_source_is_another_parser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stored, "__file__", str(tmp_path / "stored.py"))
    assert parser_digest.__wrapped__() is None  # no source is there
    (tmp_path / "parse.py").write_text("a = 1")
    before = parser_digest.__wrapped__()
    (tmp_path / "parse.py").write_text("a = 2")
    assert None not in {before, parser_digest.__wrapped__()}
    assert parser_digest.__wrapped__() != before
