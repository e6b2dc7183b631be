"""Places: lines and columns from 1, in code points, the end exclusive, always those on disk."""

from checker.findings import Span
from checker.syntax import SourceFile, parse_file
from checker.syntax.nodes import ProvisionDeclaration, walk
from tests.unit.syntax.test_twins import PAIRS
from tests.unit.syntax.trees import only, parsed

PAGE = """# A page 页

Prose with a `code` span.

```rules
fact 报关单 : date
  provision p1 cites d item 4 when (a or
    not 「乙.丙」) permit q in { x, y } by carrier
```
More prose.
~~~~ rules title="more"
fact later : text
~~~~
"""


def written(text: str, span: Span) -> str:
    """Cut a span out of a text by its lines and columns."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def test_every_part_of_a_page_is_where_it_is_written() -> None:
    page, findings = parse_file(SourceFile("rules/page.md", PAGE))
    assert findings == ()
    fact, provision, later = page.statements
    assert isinstance(provision, ProvisionDeclaration)
    assert fact.span == Span("rules/page.md", 6, 1, 6, 16)
    assert provision.span == Span("rules/page.md", 7, 3, 8, 47)
    assert later.span == Span("rules/page.md", 12, 1, 12, 18)
    cites, when = provision.clauses
    (effect,) = provision.effects
    assert written(PAGE, cites.span) == "cites d item 4"
    assert written(PAGE, when.span) == "when (a or\n    not 「乙.丙」)"
    assert written(PAGE, effect.span) == "permit q in { x, y } by carrier"
    assert [written(PAGE, tail.span) for tail in list(walk(effect))[-2:]] == ["by carrier", "carrier"]


def test_the_lines_of_a_file_with_carriage_returns() -> None:
    page, findings = parse_file(SourceFile("p.md", PAGE.replace("\n", "\r\n")))
    assert findings == ()
    assert [statement.span.line for statement in page.statements] == [6, 7, 12]


def test_a_part_lies_within_the_whole_and_a_statement_covers_what_was_written() -> None:
    for pair in PAIRS.values():
        for text in pair:
            for statement in parsed(text):
                for node in walk(statement):
                    for part in (p for f in node.__struct_fields__ for p in walk(getattr(node, f))):
                        assert (node.span.line, node.span.column) <= (part.span.line, part.span.column)
                        assert (part.span.end_line, part.span.end_column) <= (node.span.end_line, node.span.end_column)


def test_a_statement_begins_and_ends_with_its_words() -> None:
    for pair in PAIRS.values():
        for text in pair:
            statements = parsed(text)
            if len(statements) == 1:
                assert written(text, statements[0].span) == text.strip()


def test_a_string_and_a_name_are_placed_with_their_marks() -> None:
    question = only('question 「一」 "Why?"')
    found = {type(node).__name__: (node.span.column, node.span.end_column) for node in walk(question)}
    assert found == {"QuestionDeclaration": (1, 20), "Naming": (10, 13), "Name": (10, 13), "Text": (14, 20)}
