"""Colours of rules: every keyword as one, every text whole, names as names, in both languages.

What is a keyword in our own rules is told by the parser's own reading of them.
"""

import tomllib
from collections.abc import Iterator
from importlib import import_module

import pytest
from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.token import STANDARD_TYPES, Error, Keyword, _TokenType

from checker.authoring.reading import words_by_statement
from checker.highlighting import RulesLexer, ScenarioLexer
from checker.syntax import Keyword as Word
from checker.syntax import SourceFile, keywords
from checker.syntax.lines import Lines
from checker.syntax.source import split_file
from tests.literate_pages import CORPUS, ROOT

PAGES = (
    *sorted((ROOT / "rules").rglob("*.md")),
    *(path for path in sorted(CORPUS.glob("[0-57]*.md"))),
    ROOT / "tests" / "chinese" / "order-89.md",
)
TERMINALS = {keyword.terminal: keyword for keyword in keywords()}
NAMES = ("NAME", "FIELD")
UNITS = ("DAYS", "HOURS", "MINUTES", "MONTHS", "WORKING_DAYS", "MEASURE", "CURRENCY", "PERCENT")
# Of so many names in our pages less than one has the colour of a keyword that it is spelled like.
RARELY = 500


def is_a(token: _TokenType, kind: _TokenType) -> bool:
    return kind in token.split()


def tokens(text: str) -> list[tuple[_TokenType, str]]:
    return [(token, piece) for _, token, piece in RulesLexer().get_tokens_unprocessed(text) if not piece.isspace()]


def blocks() -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Go through the blocks of our pages, each with the terminals that the parser read, by their offsets."""
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        lines = Lines(path.name, text)
        for start, end in split_file(SourceFile(path.name, text), lines)[0].rules:
            read = [word for words in words_by_statement(lines, start, end) for word in words]
            yield text[start:end], [(word.start - start, word.type) for word in read]


def coloured(text: str) -> dict[int, _TokenType]:
    at: dict[int, _TokenType] = {}
    for position, token, piece in RulesLexer().get_tokens_unprocessed(text):
        at.update(dict.fromkeys(range(position, position + len(piece)), token))
    return at


def test_the_tokens_of_a_text_are_the_text() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert "".join(piece for _, _, piece in RulesLexer().get_tokens_unprocessed(text)) == text


def test_every_keyword_of_our_pages_has_the_colour_of_one_and_nothing_is_an_error() -> None:
    missed: list[tuple[str, str]] = []
    count = 0
    for text, words in blocks():
        at = coloured(text)
        assert not any(is_a(token, Error) for token in at.values())
        for offset, terminal in words:
            if terminal in TERMINALS:
                count += 1
                if not is_a(at[offset], Keyword):
                    missed.append((terminal, text[offset : offset + 20]))
    assert count > 3000
    assert missed == []


def test_names_of_our_pages_hardly_ever_have_the_colour_of_a_keyword() -> None:
    found = ((coloured(text), words) for text, words in blocks())
    names = [at[offset] for at, words in found for offset, terminal in words if terminal in NAMES]
    assert sum(is_a(token, Keyword) for token in names) * RARELY < len(names)


@pytest.mark.parametrize("keyword", keywords(), ids=lambda keyword: keyword.terminal)
def test_every_spelling_of_every_keyword_is_coloured(keyword: Word) -> None:
    behind = "14 " if keyword.terminal in UNITS else ""
    for spelling in keyword.spellings:
        assert [piece for token, piece in tokens(behind + spelling) if is_a(token, Keyword)] == [spelling]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("provision a47_4a", "k:provision nf:a47_4a"),
        ("known  gap g1", "k:known  gap nf:g1"),
        ("条款「自运入区」", "k:条款 nf:「自运入区」"),
        ("within 14 days after day", "k:within m:14 kp:days k:after n:day"),
        ("限于14日", "k:限于 m:14 kp:日"),
        ("leg.from is 2016-03-20", "n:leg p:. na:from kr:is ld:2016-03-20"),
        ("kind/类别 : site_kind", "n:kind o:/ n:类别 p:: n:site_kind"),
        ('because "it is # not"  # a remark', 'k:because s2:"it is # not" c1:# a remark'),
        ("依据「公告」第二十四条第一款", "k:依据 n:「公告」 l:第二十四条第一款"),
        ("申报日期 为 已填", "n:申报日期 kr:为 kc:已填"),
        ("weight > 10.5 kg", "n:weight o:> m:10.5 kp:kg"),
        ("decimal(1) kg", "kt:decimal p:( m:1 p:) kp:kg"),
        ("any m in list_of_m: (m > 1)", "kr:any n:m kr:in n:list_of_m p:: p:( n:m o:> m:1 p:)"),
        ("true : required", "kc:true p:: n:required"),
        ("silence means not-required", "k:silence means kc:not-required"),
    ],
)
def test_what_is_coloured_how(text: str, expected: str) -> None:
    assert " ".join(f"{STANDARD_TYPES[token]}:{piece}" for token, piece in tokens(text)) == expected


def test_scenarios_are_yaml() -> None:
    assert issubclass(ScenarioLexer, YamlLexer)
    assert "scenario" in ScenarioLexer.aliases


def test_pygments_and_mkdocs_find_what_is_named_in_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for group, base in (("pygments.lexers", "Lexer"), ("mkdocs.plugins", "BasePlugin")):
        for place in project["entry-points"][group].values():
            module, _, name = place.partition(":")
            found = getattr(import_module(module), name)
            assert base in {each.__name__ for each in found.__mro__}
    lexers = (RulesLexer, ScenarioLexer)
    assert {alias for lexer in lexers for alias in lexer.aliases} >= {"rules", "scenario", "lexport-rules"}
    assert all(issubclass(lexer, Lexer) for lexer in lexers)
