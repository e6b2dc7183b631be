"""What holds of the formatter whatever it is given: it loses nothing, changes nothing twice, and finds its way back."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.authoring.fitting import width_of
from checker.authoring.formatting import format_file
from checker.findings import Span
from checker.stored import names_of
from checker.syntax import SourceFile, parse_file
from checker.syntax.nodes import Node
from tests.strategies import sources
from tests.strategies_gaps import block_of, renamed, untidy

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("rules", "tests/conformance", "tests/stress", "tests/corpus", "tests/chinese")
    for path in sorted((ROOT / folder).rglob("*.md"))
    # What is no page of rules, or is full of mistakes of syntax, is left out.
    if not path.name.startswith(("README", "60-")) and path.parent.name != "broken-rules"
]
CLAUSE = re.compile(r"^ +(when|within|done when) ")
# Such a file cannot be made much smaller and still be one, so nothing is spent on that.
SOME = settings(
    max_examples=40,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def formatted(text: str, keywords: str | None = None, path: str = "t.rules") -> str:
    result = format_file(SourceFile(path, text), keywords)
    assert result.text is not None, result.findings
    return result.text


def meaning(value: object) -> object:
    """Reduce what was parsed to what it says: no places on disk."""
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    if not isinstance(value, Node):
        return value
    parts = [getattr(value, name) for name in names_of(value)]
    return (type(value).__name__, *(meaning(part) for part in parts if not isinstance(part, Span)))


def said(text: str, path: str = "t.rules") -> object:
    parsed, findings = parse_file(SourceFile(path, text))
    assert findings == ()
    return meaning(parsed.statements)


def comments(text: str) -> list[str]:
    """List the comments of a text of rules as a person would find them: `#` outside of texts and names."""
    bare = re.compile(r'"(?:\\.|[^"\\\n])*"|“(?:\\.|[^”\\\n])*”|「[^」\n]*」|(#[^\n]*)')
    return [match[1].rstrip() for match in bare.finditer(text) if match[1]]


def rules_of(text: str) -> str:
    return "\n".join(re.findall(r"^```rules\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def around(page: str) -> list[str]:
    return re.split(r"^```rules\n.*?^```$", page, flags=re.MULTILINE | re.DOTALL)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a file as untidy as can be, in either language, its names plain or odd."""
    text = dict(draw(sources()).files)["t.rules"]
    if draw(st.booleans()):
        text = draw(renamed(text))
    if draw(st.booleans()):
        text = formatted(text, "zh")
    return draw(untidy(text))


@SOME
@given(files())
def test_formatting_changes_no_node_and_no_comment_and_nothing_twice(text: str) -> None:
    new = formatted(text)
    assert said(new) == said(text)
    assert comments(new) == comments(text)
    assert formatted(new) == new


@SOME
@given(files())
def test_the_other_language_says_the_same_and_leads_back(text: str) -> None:
    english = formatted(text, "en")
    chinese = formatted(english, "zh")
    assert said(chinese) == said(english) == said(text)
    assert comments(chinese) == comments(text)
    assert formatted(chinese) == chinese
    assert formatted(chinese, "en") == english


@SOME
@given(st.data())
def test_the_layout_hangs_on_the_words_and_comments_alone(data: st.DataObject) -> None:
    """Blanks within a line, and line ends that part no clauses, leave no trace."""
    text = dict(data.draw(sources()).files)["t.rules"]
    block = block_of(text)
    gaps = data.draw(st.lists(st.sampled_from((" ", "\t", "\n", "  \n ")), min_size=1))
    words = [text[word.start : word.end] for word in block.words]
    tight = [a == "." or b == "." for a, b in pairwise(words)]
    spread = "".join(
        word + ("" if number < len(tight) and tight[number] else gaps[number % len(gaps)])
        for number, word in enumerate(words)
    )
    assert formatted(spread) == formatted(" ".join(formatted(text).split("\n\n")))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_the_same_in_every_form_and_what_is_no_rule_stays(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    plain = formatted(text, path=path)
    english = formatted(plain, "en", path)
    chinese = formatted(english, "zh", path)
    assert said(plain, path) == said(english, path) == said(chinese, path) == said(text, path)
    assert comments(rules_of(plain)) == comments(rules_of(chinese)) == comments(rules_of(text))
    assert around(plain) == around(chinese) == around(text)
    assert formatted(plain, path=path) == plain
    assert formatted(chinese, path=path) == chinese
    assert formatted(chinese, "en", path) == english


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("rules/")])
def test_a_condition_goes_on_a_second_line_only_where_one_does_not_do(path: str) -> None:
    """Joined again, each clause that was broken at `and` or `or` would be wider than the page."""
    lines = rules_of(formatted((ROOT / path).read_text(encoding="utf-8"), path=path)).split("\n")
    for number, line in enumerate(lines):
        if not CLAUSE.match(line) or line.endswith(("{", "(")):
            continue
        more = []
        for further in lines[number + 1 :]:
            if len(further) - len(further.lstrip()) <= len(line) - len(line.lstrip()):
                break
            more.append(further.strip())
        if more and not any(part.endswith(("{", "(")) or part.startswith((")", "}")) for part in more):
            assert width_of(" ".join([line, *more])) > 100, line
