"""Nodes for what expressions are made of: names, paths, literals, conditions.

Every node is frozen and carries the span it was written at; a tuple keeps the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.findings import Span


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that was written somewhere."""

    span: Span


@dataclass(frozen=True, slots=True)
class Name(Node):
    """One name as written, in Unicode normal form C, without its corner brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Naming(Node):
    """A declared name and its aliases; the first is the canonical one."""

    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The canonical name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class Path(Node):
    """One or more names joined by dots; a path of one part may be a fact, a value, a node of a tree or a question."""

    parts: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The path as one word."""
        return ".".join(p.text for p in self.parts)


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A string literal, without its quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number exactly as written, with its unit (canonical English spelling) or None."""

    text: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Day(Node):
    """A calendar day, as written: `2015-10-12`; whether it exists is checked when it is read."""

    text: str


@dataclass(frozen=True, slots=True)
class Moment(Node):
    """A day and a time to the minute: `2015-10-12 08:30`."""

    text: str


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """`left + right` or `left - right`."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class Count(Node):
    """`count g in goods where (…)`; without `where` every element counts."""

    variable: Name
    list: Path
    where: Condition | None


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """`sum g.value of g in goods`."""

    summand: Path
    variable: Name
    list: Path


Literal = Text | Number | Day | Moment | Truth
Operand = Path | Text | Number | Day | Moment | Truth | Arithmetic | Count | Sum


@dataclass(frozen=True, slots=True)
class And(Node):
    """All parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Some part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Unless(Node):
    """`condition unless excluded`: the first and not the second."""

    condition: Condition
    excluded: Condition


@dataclass(frozen=True, slots=True)
class Limb(Node):
    """One named limb of `all of` or `any of`."""

    name: Name
    condition: Condition


@dataclass(frozen=True, slots=True)
class Limbs(Node):
    """`all of { … }` (every) or `any of { … }` (some) with named limbs."""

    every: bool
    limbs: tuple[Limb, ...]


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """`left OP right`; operator is one of `is`, `is not`, `<`, `<=`, `>`, `>=`."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class In(Node):
    """`left in { … }` (braced) or `left in NODE`."""

    left: Operand
    members: tuple[Operand, ...]
    braced: bool


@dataclass(frozen=True, slots=True)
class Between(Node):
    """`left between low and high`, both ends included."""

    left: Operand
    low: Operand
    high: Operand


@dataclass(frozen=True, slots=True)
class StartsWith(Node):
    """`left starts with "36"`."""

    left: Operand
    prefix: Text


@dataclass(frozen=True, slots=True)
class Given(Node):
    """`left is given` (present) or `left is absent`."""

    left: Operand
    present: bool


@dataclass(frozen=True, slots=True)
class Holds(Node):
    """An operand standing alone as a condition: a boolean fact, a definition, `true`, or (wrongly) something else."""

    operand: Operand


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """`any|every|no g in goods: (…)`."""

    quantifier: str
    variable: Name
    list: Path
    condition: Condition


@dataclass(frozen=True, slots=True)
class Period(Node):
    """`within 14 days after F` (side `after`), `at least 24 hours before F` (side `before`, `at_least`).

    `after earliest of F, G` has several anchors.
    """

    amount: Number
    at_least: bool
    side: str
    anchors: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Timed(Node):
    """`left is within 14 days after F`, `left is not at least 24 hours before F` (negated)."""

    left: Operand
    period: Period
    negated: bool


@dataclass(frozen=True, slots=True)
class Late(Node):
    """`Q is late`: the deed another question requires was done too late; `Q is not late` (negated)."""

    question: Path
    negated: bool


Condition = (
    And | Or | Not | Unless | Limbs | Compare | In | Between | StartsWith | Given | Holds | Quantified | Timed | Late
)
