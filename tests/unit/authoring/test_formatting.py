"""Whole files: pages, line ends, mistakes, and a fault of our own that must not reach the disk."""

from __future__ import annotations

from typing import Any

import pytest

from checker.authoring.formatting import format_file
from checker.authoring.shapes import laid_out
from checker.syntax import SourceFile

PAGE = """\
# fact  a:date

- in a list:

  ```rules
  fact  a:date   # why
    # and


  fact b : date
  ```

```rules

```
~~~rules title="b"
fact  c:date
~~~
```yaml
fact  a:date
```
<!--
```rules
fact  a:date
```
-->
"""
LAID_OUT = (
    PAGE.replace("  fact  a:date   # why\n    # and\n\n\n", "  fact a : date  # why\n  # and\n\n")
    .replace("fact  c:date", "fact c : date")
    .replace("```rules\n\n```", "```rules\n```")
)


def formatted(text: str, path: str = "page.md") -> str:
    result = format_file(SourceFile(path, text))
    assert result.text is not None, result.findings
    return result.text


def test_blocks_of_rules_are_laid_out_and_nothing_else() -> None:
    assert formatted(PAGE) == LAID_OUT
    assert formatted(LAID_OUT) == LAID_OUT


def test_an_indented_block_is_narrower_by_its_indent() -> None:
    line = f"define x = {'a' * 44} and {'b' * 40}"
    assert len(line) == 100
    assert line in formatted(f"```rules\n{line}\n```\n")
    assert line not in formatted(f" ```rules\n {line}\n ```\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(end: str, mark: str) -> None:
    assert formatted(mark + PAGE.replace("\n", end)) == mark + LAID_OUT.replace("\n", end)
    rules = "fact  a:date # x\n\n\nfact b:date"
    expected = "fact a : date  # x\n\nfact b : date\n"
    assert formatted(mark + rules.replace("\n", end), "t.rules") == mark + expected.replace("\n", end)


def test_prose_keeps_mixed_line_ends() -> None:
    assert formatted("one\r\ntwo\n```rules\nfact  a:date\n```\r\n") == "one\r\ntwo\n```rules\nfact a : date\r\n```\r\n"


@pytest.mark.parametrize("text", ["", "# only a page\n", "no end of line", "\n\n"])
def test_a_page_without_rules_stays(text: str) -> None:
    assert formatted(text) == text


def test_a_file_of_blanks_becomes_empty() -> None:
    assert formatted("\n \n\n", "t.rules") == ""


def test_a_file_with_mistakes_is_not_laid_out_and_all_are_found() -> None:
    result = format_file(SourceFile("page.md", PAGE + "\n```rules\nfact fact\n```\n```rules\nfact a date\n```\n"))
    assert result.text is None
    assert [finding.span.line for finding in result.findings if finding.span] == [29, 32]


@pytest.mark.parametrize(
    "deep",
    [
        " + ".join("a" * 180) + " > 3",
        " unless ".join("a" * 180),
        "not " * 180 + "a",
        "(a or b and " * 35 + "c" + ")" * 35,
    ],
)
def test_what_the_parser_lets_pass_is_not_too_deep(deep: str) -> None:
    text = formatted(f"define x = {deep}\n", "t.rules")
    assert "".join(text.split()) == f"define x = {deep}".replace(" ", "")
    assert formatted(text, "t.rules") == text


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text.replace("fact c : date\n", ""),
        lambda text: text.replace("date", "datetime"),
        lambda text: text.replace("  # why", ""),
        lambda text: text.replace("# why", "# because"),
        lambda text: text.replace("  # why", "").replace("# and", "# why\n# and"),
        lambda text: text + "fact\n",
    ],
)
def test_a_layout_that_says_anything_else_is_kept_back(monkeypatch: pytest.MonkeyPatch, harm: object) -> None:
    assert callable(harm)
    monkeypatch.setattr("checker.authoring.formatting.laid_out", lambda *given: harm(laid_out(*given)))
    result = format_file(SourceFile("page.md", PAGE))
    assert result.text is None
    assert [finding.id for finding in result.findings] == ["X901"]


HEADER = """\
provision p
  # of d
  cites d item 1
  cites e item 1  # of e
  when a
  permit q
  forbid r
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("d item 1", "e item 1"),
        ("permit q", "forbid r"),
        ("# of d", "# of e"),
        ("  cites d item 1\n", "  # of d\n"),
    ],
)
def test_nothing_but_clauses_of_different_kinds_may_change_places(
    monkeypatch: pytest.MonkeyPatch, one: str, other: str
) -> None:
    shuffled = HEADER.replace("  when a\n", "").replace("provision p\n", "provision p\n  when a\n")
    assert formatted(shuffled, "t.rules") == HEADER

    def swapped(*given: Any) -> str:
        return laid_out(*given).replace(one, "\0").replace(other, one).replace("\0", other)

    monkeypatch.setattr("checker.authoring.formatting.laid_out", swapped)
    assert [finding.id for finding in format_file(SourceFile("t.rules", shuffled)).findings] == ["X901"]
