"""Conditions: from what was written to what is tested, over facts and sets of values.

Takes the vocabulary, the headings of the questions, the texts of the files and what the variables stand for. Unfolds
definitions, and reduces `unless` and limbs to the three connectives. Knows no documents and no provisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from checker.findings import Finding, Span, in_order, say
from checker.rulebook.account import Account
from checker.rulebook.comparisons import ComparisonReader
from checker.rulebook.definitions import Unfolding, condition_of, is_value, operand_of
from checker.rulebook.excerpts import Sources, excerpt
from checker.rulebook.headings import Headings
from checker.rulebook.lists import Bindings, ListReader
from checker.rulebook.memberships import MembershipReader
from checker.rulebook.model import ALWAYS, All, Condition, Conjunct, Negation, Some
from checker.rulebook.paths import DefinitionPlace, own_name, record_places
from checker.rulebook.sides import SideReader
from checker.rulebook.timings import TimingReader
from checker.rulebook.types import Findings
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

DEEPEST = 200
"""How deep conditions may nest, definitions unfolded (each counts twice): what is deeper recursion cannot walk."""

LATE = ("late", "逾期")
"""The spellings of the word with which a test of a deed ends: of what is no question it is a value by that name."""

_Single = (
    nodes.Compare
    | nodes.In
    | nodes.Between
    | nodes.StartsWith
    | nodes.Given
    | nodes.Holds
    | nodes.Quantified
    | nodes.Timed
    | nodes.Late
)


@dataclass(slots=True)
class ConditionReader:
    """Reads the conditions of one declaration, which guard one another's optional facts.

    Without `asks` they may test no question.
    """

    vocabulary: Vocabulary
    sources: Sources
    headings: Headings
    asks: bool = True
    account: Account = field(default_factory=Account)
    depth: int = 0
    unfolding: Unfolding = field(init=False)
    lists: ListReader = field(init=False)
    comparisons: ComparisonReader = field(init=False)

    def __post_init__(self) -> None:
        self.unfolding = Unfolding(self.account)
        self.lists = ListReader(self.vocabulary, self.account, self.read)
        sides = SideReader(self.vocabulary, self.headings, self.account, self.unfolding, self.lists, self.asks)
        self.comparisons = ComparisonReader(sides)

    def findings(self) -> Findings:
        """Return what is wrong with all that was read so far, unguarded optional facts included."""
        return self.account.findings()

    def read(self, node: nodes.Condition, bindings: Bindings) -> Condition:
        """Read a condition; a part that is wrong is reported and taken to hold."""
        if self.depth > DEEPEST:
            self.account.report(
                Finding(
                    "A101", say("conditions stand in one another more than {most} deep here", most=DEEPEST), node.span
                )
            )
            return ALWAYS
        self.depth += 1
        condition = self._connective(node, bindings)
        self.depth -= 1
        return condition

    def conjuncts(self, node: nodes.Condition, bindings: Bindings) -> tuple[Conjunct, ...]:
        """Read a condition as the parts that must all hold, each in its author's words."""
        return tuple(self._conjunct(part, bindings) for part in _parts(node))

    def read_definition(self, place: DefinitionPlace) -> None:
        """Read the body of a definition for what is wrong in it."""
        with self.unfolding.within(place, place.definition.span):
            body = operand_of(place.definition)
            if body is not None and is_value(self.vocabulary, place):
                self.comparisons.sides.read(body, place.bindings)
            else:
                self.read(condition_of(place.definition), place.bindings)

    def _connective(self, node: nodes.Condition, bindings: Bindings) -> Condition:
        match node:
            case nodes.And(parts=parts):
                return All(tuple(self.read(part, bindings) for part in parts))
            case nodes.Or(parts=parts):
                return Some(tuple(self.read(part, bindings) for part in parts))
            case nodes.Not(part=part):
                return Negation(self.read(part, bindings))
            case nodes.Unless(condition=condition, excluded=excluded):
                return All((self.read(condition, bindings), Negation(self.read(excluded, bindings))))
            case nodes.Limbs(every=every, limbs=limbs):
                parts_read = tuple(self.read(limb.condition, bindings) for limb in limbs)
                return All(parts_read) if every else Some(parts_read)
            case _:
                return self._single(node, bindings)

    def _single(self, node: _Single, bindings: Bindings) -> Condition:
        match node:
            case nodes.Compare():
                return self._compare(node, bindings)
            case nodes.In():
                return MembershipReader(self.comparisons).is_in(node, bindings)
            case nodes.Between():
                return MembershipReader(self.comparisons).is_between(node, bindings)
            case nodes.StartsWith():
                return self.comparisons.starts_with(node, bindings)
            case nodes.Given():
                return self.comparisons.is_given(node, bindings)
            case nodes.Holds():
                return self._holds(node.operand, bindings)
            case nodes.Quantified():
                return self.lists.quantified(node, bindings)
            case nodes.Timed():
                return TimingReader(self.comparisons).timed(node, bindings)
            case nodes.Late():
                word = next((w for w in LATE if excerpt(self.sources, node.span).endswith(w)), LATE[0])
                return TimingReader(self.comparisons).late(node, word, bindings)

    def _conjunct(self, part: _Part, bindings: Bindings) -> Conjunct:
        condition = self.read(part.node, bindings)
        text = excerpt(self.sources, part.node.span)
        if part.negated:
            compound = isinstance(part.node, nodes.And | nodes.Or | nodes.Unless)
            text = f"not ({text})" if compound and not text.startswith(("(", "（")) else f"not {text}"
            condition = Negation(condition)
        return Conjunct(condition, text, part.name, part.node.span)

    def _compare(self, node: nodes.Compare, bindings: Bindings) -> Condition:
        """Read a comparison; one that sets a definition against true or false is that definition."""
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if node.operator in ("is", "is not") and isinstance(other, nodes.Truth) and isinstance(one, nodes.Path):
                part = self.comparisons.sides.read(one, bindings)
                if part is None:
                    return ALWAYS
                if isinstance(part.side, DefinitionPlace):
                    condition = self._unfold(part.side, one.span)
                    return condition if other.value == (node.operator == "is") else Negation(condition)
        return self.comparisons.compare(node, bindings)

    def _holds(self, operand: nodes.Operand, bindings: Bindings) -> Condition:
        part = self.comparisons.sides.read(operand, bindings)
        if part is None:
            return ALWAYS
        if isinstance(part.side, DefinitionPlace):
            return self._unfold(part.side, operand.span)
        return self.comparisons.holds(part)

    def _unfold(self, place: DefinitionPlace, span: Span) -> Condition:
        """Read the body of a definition; what it tests counts as tested where it is used."""
        if not self.unfolding.admits(place, span):
            return ALWAYS
        self.depth += 1
        with self.unfolding.within(place, span):
            condition = self.read(condition_of(place.definition), place.bindings)
        self.depth -= 1
        return condition


def conjunction(conjuncts: Iterable[Conjunct]) -> Condition:
    """Return the condition that all the parts hold."""
    parts = tuple(conjunct.condition for conjunct in conjuncts)
    if len(parts) == 1:
        return parts[0]
    return All(parts) if parts else ALWAYS


def read_condition(
    vocabulary: Vocabulary, sources: Sources, headings: Headings, node: nodes.Condition, bindings: Bindings
) -> tuple[Condition, tuple[Conjunct, ...], Findings]:
    """Read one condition that stands alone and hangs on facts, not on what questions answer."""
    reader = ConditionReader(vocabulary, sources, headings, asks=False)
    conjuncts = reader.conjuncts(node, bindings)
    return conjunction(conjuncts), conjuncts, reader.findings()


def check_definitions(vocabulary: Vocabulary, sources: Sources, headings: Headings) -> Findings:
    """Report what is wrong with the definitions themselves, used or not.

    One on a record is read at each place of the record, and is right when it is right at one of them.
    """
    findings: list[Finding] = []
    refused: set[Span] = set()
    definitions = {node.span: (record, node) for (record, _), node in vocabulary.definitions.items()}
    for record, node in definitions.values():
        places = () if record is None else record_places(vocabulary, record)
        if record is not None and not places:
            continue
        read: list[list[Finding]] = []
        is_refused = False
        for bindings in ((own_name(place),) for place in places) if places else ((),):
            reader = ConditionReader(vocabulary, sources, headings)
            reader.unfolding.refused = refused
            reader.read_definition(DefinitionPlace(node, bindings))
            read.append(reader.account.mistakes)
            is_refused = is_refused or reader.unfolding.is_refused
        least = sorted(read, key=len)[0]
        findings.extend(least)
        if is_refused or any(finding.id == "A101" for finding in least):
            refused.add(node.span)  # told once: whatever uses it would unfold too far as well
    return in_order(findings)


class _Part(Struct, frozen=True):
    node: nodes.Condition
    negated: bool = False
    name: str | None = None


def _parts(node: nodes.Condition) -> Iterator[_Part]:
    match node:
        case nodes.And(parts=parts):
            for part in parts:
                yield from _parts(part)
        case nodes.Unless(condition=condition, excluded=excluded):
            yield from _parts(condition)
            yield _Part(excluded, negated=True)
        case nodes.Limbs(every=True, limbs=limbs):
            for limb in limbs:
                yield _Part(limb.condition, name=limb.name.text)
        case _:
            yield _Part(node)
