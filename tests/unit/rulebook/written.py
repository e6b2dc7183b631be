"""Rule texts for the tests of this folder: statements and vocabularies as a rulebook would have them."""

from checker.findings import Finding
from checker.rulebook.codes import TableFile
from checker.rulebook.names import Names, declare
from checker.rulebook.vocabulary import Vocabulary, build_vocabulary
from checker.syntax import nodes, parse_rules


def statements(text: str) -> tuple[nodes.Statement, ...]:
    """Parse the text of a rule file that has no mistake of syntax."""
    parsed, findings = parse_rules(text, "t.rules")
    assert findings == ()
    return parsed


def names(text: str) -> tuple[Names, tuple[Finding, ...]]:
    """Collect the names of a text."""
    return declare(statements(text))


def read_vocabulary(text: str, **tables: str) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """Build the vocabulary of a text; `offices="…"` is the file `codes/offices.yaml`."""
    files = {f"codes/{name}.yaml": TableFile(f"codes/{name}.yaml", yaml) for name, yaml in tables.items()}
    declared, doubled = names(text)
    vocabulary, findings = build_vocabulary(statements(text), declared, files)
    return vocabulary, doubled + findings


def vocabulary(text: str, **tables: str) -> Vocabulary:
    """Build the vocabulary of a text without mistakes."""
    built, findings = read_vocabulary(text, **tables)
    assert findings == ()
    return built


def path(text: str) -> nodes.Path:
    """Parse a path, as the only thing tested in a definition."""
    (definition,) = statements(f"define x = {text}")
    assert isinstance(definition, nodes.Definition)
    holds = definition.body
    assert isinstance(holds, nodes.Holds)
    assert isinstance(holds.operand, nodes.Path)
    return holds.operand


def found(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    """Tell of each finding its id, line and message."""
    return [(f.id, f.span.line if f.span is not None else 0, str(f.message)) for f in findings]
