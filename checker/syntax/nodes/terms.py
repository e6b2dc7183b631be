"""Nodes for what expressions are made of: names, paths, literals, conditions.

Every node is frozen and carries the span it was written at; a tuple keeps the order of the file.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Span


class Node(Struct, frozen=True):
    """Anything that was written somewhere."""

    span: Span


class Name(Node, frozen=True):
    """One name as written, in Unicode normal form C, without its corner brackets."""

    text: str


class Naming(Node, frozen=True):
    """A declared name and its aliases; the first is the canonical one."""

    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The canonical name."""
        return self.names[0].text


class Path(Node, frozen=True):
    """One or more names joined by dots; a path of one part may be a fact, a value, a node of a tree or a question."""

    parts: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The path as one word."""
        return ".".join(p.text for p in self.parts)


class Text(Node, frozen=True):
    """A string literal, without its quotes."""

    value: str


class Number(Node, frozen=True):
    """A number exactly as written, with its unit (canonical English spelling) or None."""

    text: str
    unit: str | None


class Day(Node, frozen=True):
    """A calendar day, as written: `2015-10-12`; whether it exists is checked when it is read."""

    text: str


class Moment(Node, frozen=True):
    """A day and a time to the minute: `2015-10-12 08:30`."""

    text: str


class Truth(Node, frozen=True):
    """`true` or `false`."""

    value: bool


class Arithmetic(Node, frozen=True):
    """`left + right` or `left - right`."""

    operator: str
    left: Operand
    right: Operand


class Count(Node, frozen=True):
    """`count g in goods where (…)`; without `where` every element counts."""

    variable: Name
    list: Path
    where: Condition | None


class Sum(Node, frozen=True):
    """`sum g.value of g in goods`."""

    summand: Path
    variable: Name
    list: Path


Literal = Text | Number | Day | Moment | Truth
Operand = Path | Text | Number | Day | Moment | Truth | Arithmetic | Count | Sum


class And(Node, frozen=True):
    """All parts hold."""

    parts: tuple[Condition, ...]


class Or(Node, frozen=True):
    """Some part holds."""

    parts: tuple[Condition, ...]


class Not(Node, frozen=True):
    """The part does not hold."""

    part: Condition


class Unless(Node, frozen=True):
    """`condition unless excluded`: the first and not the second."""

    condition: Condition
    excluded: Condition


class Limb(Node, frozen=True):
    """One named limb of `all of` or `any of`."""

    name: Name
    condition: Condition


class Limbs(Node, frozen=True):
    """`all of { … }` (every) or `any of { … }` (some) with named limbs."""

    every: bool
    limbs: tuple[Limb, ...]


class Compare(Node, frozen=True):
    """`left OP right`; operator is one of `is`, `is not`, `<`, `<=`, `>`, `>=`."""

    operator: str
    left: Operand
    right: Operand


class In(Node, frozen=True):
    """`left in { … }` (braced) or `left in NODE`."""

    left: Operand
    members: tuple[Operand, ...]
    braced: bool


class Between(Node, frozen=True):
    """`left between low and high`, both ends included."""

    left: Operand
    low: Operand
    high: Operand


class StartsWith(Node, frozen=True):
    """`left starts with "36"`."""

    left: Operand
    prefix: Text


class Given(Node, frozen=True):
    """`left is given` (present) or `left is absent`."""

    left: Operand
    present: bool


class Holds(Node, frozen=True):
    """An operand standing alone as a condition: a boolean fact, a definition, `true`, or (wrongly) something else."""

    operand: Operand


class Quantified(Node, frozen=True):
    """`any|every|no g in goods: (…)`."""

    quantifier: str
    variable: Name
    list: Path
    condition: Condition


class Period(Node, frozen=True):
    """`within 14 days after F` (side `after`), `at least 24 hours before F` (side `before`, `at_least`).

    `after earliest of F, G` has several anchors.
    """

    amount: Number
    at_least: bool
    side: str
    anchors: tuple[Path, ...]


class Timed(Node, frozen=True):
    """`left is within 14 days after F`, `left is not at least 24 hours before F` (negated)."""

    left: Operand
    period: Period
    negated: bool


class Late(Node, frozen=True):
    """`Q is late`: the deed another question requires was done too late; `Q is not late` (negated)."""

    question: Path
    negated: bool


Condition = (
    And | Or | Not | Unless | Limbs | Compare | In | Between | StartsWith | Given | Holds | Quantified | Timed | Late
)
