"""What the tests of this folder share: trees without places, written by hand or out of a parse that finds no fault."""

from checker.syntax import parse_rules
from checker.syntax.nodes import Node, ProvisionDeclaration, Statement, When

Tree = object


def bare(value: object) -> Tree:
    """Reduce a node to its class and its parts, leaving out where it stands."""
    if isinstance(value, Node):
        parts = ((f, bare(getattr(value, f))) for f in value.__struct_fields__ if f != "span")
        return (type(value).__name__, *parts)
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


def parsed(text: str) -> tuple[Statement, ...]:
    """Parse a text in which nothing may be wrong."""
    statements, findings = parse_rules(text)
    assert findings == ()
    return statements


def only(text: str) -> Statement:
    """Parse a text that is one statement."""
    (statement,) = parsed(text)
    return statement


def complaints(text: str) -> list[tuple[str, int, int]]:
    """Parse a text and list what is wrong: id, line, column."""
    _, findings = parse_rules(text)
    return [(f.id, f.span.line, f.span.column) for f in findings if f.span is not None]


def name(text: str) -> Tree:
    return ("Name", ("text", text))


def path(*parts: str) -> Tree:
    return ("Path", ("parts", tuple(map(name, parts))))


def holds(*parts: str) -> Tree:
    return ("Holds", ("operand", path(*parts)))


def number(text: str, unit: str | None = None) -> Tree:
    return ("Number", ("text", text), ("unit", unit))


def naming(*names: str) -> Tree:
    return ("Naming", ("names", tuple(map(name, names))))


def condition(text: str) -> Tree:
    provision = only(f"provision p when {text} permit q")
    assert isinstance(provision, ProvisionDeclaration)
    (when,) = provision.clauses
    assert isinstance(when, When)
    return bare(when.condition)


def effect(text: str) -> Tree:
    provision = only(f"provision p {text}")
    assert isinstance(provision, ProvisionDeclaration)
    (found,) = provision.effects
    return bare(found)


def rule(modality: str, **parts: Tree) -> Tree:
    plain = {"only_if": None, "values": None, "exclusive": False, "value": None, "tails": ()}
    return ("Rule", ("modality", modality), ("question", name("q")), *(plain | parts).items())
