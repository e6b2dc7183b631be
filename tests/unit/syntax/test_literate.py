"""Markdown taken apart: which fences hold rules, which hold scenarios, and what a page does not show."""

import pytest

from checker.syntax import ScenarioBlock, SourceFile, parse_file
from checker.syntax.nodes import FactDeclaration


def facts(text: str, path: str = "page.md") -> list[str]:
    page, findings = parse_file(SourceFile(path, text))
    assert findings == ()
    return [s.naming.text for s in page.statements if isinstance(s, FactDeclaration)]


def test_fences_of_any_length_and_either_mark() -> None:
    first = "```rules\nfact a : date\n```\n"
    second = "~~~~~ rules x=1\nfact b : date\n# ~~~\n~~~~~~\n"
    third = "````rules\nfact c : date\n````\n"
    assert facts(first + second + third) == ["a", "b", "c"]


def test_only_the_first_word_behind_a_fence_counts() -> None:
    text = "```yaml rules\nfact a : date\n```\n```rules-old\nfact b : date\n```\n```rules\tmore\nfact c : date\n```\n"
    assert facts(text) == ["c"]


def test_a_fence_shown_inside_a_longer_one_is_not_read() -> None:
    assert facts("````markdown\n```rules\nfact a : date\n```\n````\n```rules\nfact b : date\n```\n") == ["b"]


def test_an_indented_fence_is_read_where_it_stands() -> None:
    text = "- point\n\n    ```rules\n    fact a : date\n    ```\n"
    page, findings = parse_file(SourceFile("page.md", text))
    assert findings == ()
    assert (page.statements[0].span.line, page.statements[0].span.column) == (4, 5)


def test_what_a_page_does_not_show_is_no_rule() -> None:
    hidden = "<!-- once:\n```rules\nfact a : date\n```\n-->\n"
    shown = "```rules\nfact b : date\n```\n"
    assert facts(hidden + shown + "<!-- one line -->\n" + shown.replace("fact b", "fact c")) == ["b", "c"]


def test_code_in_a_line_of_prose_is_no_fence() -> None:
    assert facts("``` rules ``` are fences\n```rules\nfact a : date\n```\n") == ["a"]


def test_scenarios_keep_their_text_and_their_line() -> None:
    text = "# T\n```scenario\nplan: x\nfacts: {a: 1}\n```\n\n  ```scenario\n  plan: y\n    deep: 1\n\n  ```\n"
    page, findings = parse_file(SourceFile("page.md", text))
    assert findings == ()
    assert page.scenarios == (
        ScenarioBlock("page.md", 3, "plan: x\nfacts: {a: 1}\n"),
        ScenarioBlock("page.md", 8, "plan: y\n  deep: 1\n\n", indent=2),
    )


def test_a_file_of_rules_is_code_alone() -> None:
    assert facts("\ufefffact a : date\n# ```rules\nfact b : date", "vocabulary.rules") == ["a", "b"]


def test_a_statement_does_not_run_over_the_end_of_its_block() -> None:
    page, findings = parse_file(SourceFile("p.md", "```rules\nfact a :\n```\n```rules\ndate\nfact b : text\n```\n"))
    assert [(f.id, f.span.line) for f in findings if f.span] == [("S107", 2), ("S108", 5)]
    assert len(page.statements) == 1


def test_a_fence_without_its_end_is_told_where_it_begins() -> None:
    text = "```rules\nfact a : date\n```\nProse\n   ```text\nfact\n"
    page, findings = parse_file(SourceFile("p.md", text))
    assert [(f.id, str(f.span)) for f in findings] == [("S114", "p.md:5:4")]
    assert len(page.statements) == 1


def test_an_empty_page_has_nothing() -> None:
    page, findings = parse_file(SourceFile("p.md", ""))
    assert (page.statements, page.scenarios, findings) == ((), (), ())


def test_a_block_that_is_not_closed_hides_none_behind_it() -> None:
    text = "```rules\nrecord r { a : date\n\nProse.\n\n```rules\nfact b : date\n```\n```scenario\nplan: p\n```\n"
    page, findings = parse_file(SourceFile("p.md", text))
    assert [(f.id, str(f.span)) for f in findings] == [("S114", "p.md:1:1")]
    assert len(page.statements) == 1
    assert len(page.scenarios) == 1


def test_an_open_brace_does_not_reach_into_the_next_block() -> None:
    text = "```rules\nrecord r { a : date\n```\n\n```rules\nfact b : date\nfact c :\n```\n"
    page, findings = parse_file(SourceFile("p.md", text))
    assert [(f.id, f.span.line) for f in findings if f.span] == [("S133", 2), ("S107", 7)]
    assert len(page.statements) == 1


@pytest.mark.parametrize("word", ["rule", "rules:", "Rules", "ruls", "规则"])
def test_a_block_with_its_word_misspelt_is_read_all_the_same(word: str) -> None:
    page, (finding,) = parse_file(SourceFile("p.md", f"- item\n\n  ```{word}\n  fact b : date\n  ```\n"))
    assert (finding.id, str(finding.span)) == ("S113", "p.md:3:6")
    assert [(edit.span, edit.text) for edit in finding.edits] == [(finding.span, "rules")]
    assert len(page.statements) == 1


@pytest.mark.parametrize("word", ["text", "yaml", "python", "ruby", "console", "aloud", "", "mermaid"])
def test_blocks_for_others_are_left_alone(word: str) -> None:
    assert parse_file(SourceFile("p.md", f"```{word}\nfact b = date\n```\n"))[1] == ()


@pytest.mark.parametrize("line", ["provision a permit q", 'question q "x"', "条款「a」准予「q」", "fact a : date"])
def test_a_rule_in_a_scenario_is_told(line: str) -> None:
    page, (finding,) = parse_file(SourceFile("p.md", f"```scenario\nplan: p\n{line}\n```\n"))
    assert (finding.id, finding.span and finding.span.line) == ("S112", 3)
    assert page.scenarios == ()


def test_a_text_in_a_scenario_is_no_rule() -> None:
    text = "```scenario\nplan: p\nbecause: >\n  question one is\n  document a of\nfacts: {}\n```\n"
    page, findings = parse_file(SourceFile("p.md", text))
    assert findings == ()
    assert len(page.scenarios) == 1
