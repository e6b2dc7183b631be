"""What holds of the formatter whatever it is given: it loses nothing, changes nothing twice, and finds its way back."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.authoring.fitting import width_of
from checker.authoring.formatting import format_file
from checker.authoring.translation import says_the_same
from checker.findings import Span
from checker.rulebook.files import File
from checker.rulebook.load import load_files
from checker.stored import names_of
from checker.syntax import SourceFile, parse_file
from checker.syntax.nodes import Node
from tests.strategies import sources
from tests.strategies_gaps import block_of, renamed, shuffled, untidy, with_zeros

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("rules", "tests/conformance", "tests/stress", "tests/corpus", "tests/chinese")
    for path in sorted((ROOT / folder).rglob("*.md"))
    # What is no page of rules, or is full of mistakes of syntax, is left out.
    if not path.name.startswith(("README", "60-")) and path.parent.name != "broken-rules"
]
# A provision as it is to be, each clause below a comment and beside another one, and the kind of each.
HEADER = (
    ("relation", "exception to o in q"),
    ("reservation", "unless otherwise provided by law"),
    ("replaces", "replaces r by e item 1"),
    ("power", "authorised by e item 2"),
    ("cites", "cites d item 2"),
    ("cites", "cites d item 1"),
    ("from", "from 2016-01-01"),
    ("until", "until 2017-01-01"),
    ("reading", 'reading narrow "because"'),
    ("reading", 'reading broad else "because"'),
    ("when", "when a or b"),
    ("effect", "permit q"),
    ("effect", "forbid p by carrier"),
)
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
    """Reduce what was parsed to what it says: no places on disk, and the clauses of provisions kind by kind."""
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    if not isinstance(value, Node):
        return value
    kind = type(value).__name__
    parts = [(name, getattr(value, name)) for name in names_of(value)]
    if kind in ("ProvisionDeclaration", "Under"):
        parts = [(n, sorted_by_kind(part) if n == "clauses" else part) for n, part in parts]
    return (kind, *(meaning(part) for _, part in parts if not isinstance(part, Span)))


def sorted_by_kind(clauses: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(sorted(clauses, key=lambda clause: type(clause).__name__))


def said(text: str, path: str = "t.rules") -> object:
    parsed, findings = parse_file(SourceFile(path, text))
    assert findings == ()
    return meaning(parsed.statements)


def comments(text: str) -> Counter[str]:
    """Count the comments of a text of rules as a person would find them: `#` outside of texts and names."""
    bare = re.compile(r'"(?:\\.|[^"\\\n])*"|“(?:\\.|[^”\\\n])*”|「[^」\n]*」|(#[^\n]*)')
    return Counter(match[1].rstrip() for match in bare.finditer(text) if match[1])


def rules_of(text: str) -> str:
    return "\n".join(re.findall(r"^```rules\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def around(page: str) -> list[str]:
    return re.split(r"^```rules\n.*?^```$", page, flags=re.MULTILINE | re.DOTALL)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a file as untidy as can be, in either language, names and numbers plain or odd, clauses in any order."""
    text = dict(draw(sources()).files)["t.rules"]
    if draw(st.booleans()):
        text = draw(shuffled(text))
    if draw(st.booleans()):
        text = draw(renamed(text))
    if draw(st.booleans()):
        text = draw(with_zeros(text))
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


@SOME
@given(st.data())
def test_in_whatever_order_clauses_were_written_they_come_out_alike(data: st.DataObject) -> None:
    text = dict(data.draw(sources()).files)["t.rules"]
    assert formatted(data.draw(shuffled(text))) == formatted(text)


@given(st.permutations([kind for kind, _ in HEADER]))
def test_clauses_come_into_their_order_each_with_its_comments(kinds: list[str]) -> None:
    numbered = [(kind, f"  # above {n}\n  {clause}  # beside {n}\n") for n, (kind, clause) in enumerate(HEADER)]
    waiting = {kind: [clause for one, clause in numbered if one == kind] for kind in kinds}
    written = [waiting[kind].pop(0) for kind in kinds]
    heading = '# of p\nprovision p "P"  # beside p\n'
    following = "# of n\nprovision n\n  permit q\n"
    expected = heading + "".join(clause for _, clause in numbered) + following
    assert formatted(heading + "".join(written) + following) == expected


@SOME
@given(st.data())
def test_no_reader_heeds_the_order_of_clauses_of_different_kinds(data: st.DataObject) -> None:
    source = data.draw(sources())
    files = tuple(File(path, path, text) for path, text in source.files)
    _, findings = load_files(files)
    other = {"t.rules": data.draw(shuffled(dict(source.files)["t.rules"]))}
    assert says_the_same(files, other), findings


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
