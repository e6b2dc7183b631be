"""Conditions: from what was written to what is tested, over facts and sets of values.

Takes the vocabulary, the texts of the files and what the variables stand for. Unfolds definitions, reduces `unless`
and limbs to the three connectives, and refuses what has no meaning yet. Knows no documents and no provisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checker.findings import Finding, Related, Span, in_order
from checker.rulebook.comparisons import ComparisonReader, is_number
from checker.rulebook.excerpts import Sources, excerpt
from checker.rulebook.model import ALWAYS, All, Condition, Conjunct, Negation, Some
from checker.rulebook.paths import (
    Binding,
    DefinitionPlace,
    ListPlace,
    bind,
    own_name,
    record_places,
    resolve_path,
)
from checker.rulebook.types import Findings
from checker.rulebook.unbuilt import unbuilt
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

Bindings = tuple[Binding, ...]

DEEPEST = 200
"""How deep conditions may nest, definitions unfolded (each counts twice): what is deeper recursion cannot walk."""

MOST_UNFOLDED = 1000
"""How many uses of definitions one declaration may unfold: definitions of definitions double quickly."""


_Single = nodes.Compare | nodes.In | nodes.Between | nodes.StartsWith | nodes.Given | nodes.Holds | nodes.Quantified


@dataclass(slots=True)
class ConditionReader:
    """Reads the conditions of one declaration, which guard one another's optional facts."""

    vocabulary: Vocabulary
    sources: Sources
    comparisons: ComparisonReader = field(init=False)
    unfolding: list[nodes.Definition] = field(default_factory=list)
    unfolded: int = 0
    depth: int = 0

    def __post_init__(self) -> None:
        self.comparisons = ComparisonReader(self.vocabulary)

    def findings(self) -> Findings:
        """Return what is wrong with all that was read so far, unguarded optional facts included."""
        guarded = self.comparisons.guarded
        unguarded = {f.key: (f.label, s) for f, s in reversed(self.comparisons.tested) if f.key not in guarded}
        warnings = (_unguarded(name, span) for name, span in unguarded.values())
        return in_order((*self.comparisons.findings, *warnings))

    def read(self, node: nodes.Condition, bindings: Bindings) -> Condition:
        """Read a condition; a part that is wrong is reported and taken to hold."""
        if self.depth > DEEPEST:
            self.comparisons.findings.append(Finding("A101", "conditions nest too deep here", node.span))
            return ALWAYS
        self.depth += 1
        condition = self._connective(node, bindings)
        self.depth -= 1
        return condition

    def conjuncts(self, node: nodes.Condition, bindings: Bindings) -> tuple[Conjunct, ...]:
        """Read a condition as the parts that must all hold, each in its author's words."""
        return tuple(self._conjunct(part, bindings) for part in _parts(node))

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
                return self.comparisons.is_in(node, bindings)
            case nodes.Between():
                return self.comparisons.is_between(node, bindings)
            case nodes.StartsWith():
                return self.comparisons.starts_with(node, bindings)
            case nodes.Given():
                return self.comparisons.is_given(node, bindings)
            case nodes.Holds():
                return self._holds(node.operand, bindings)
            case nodes.Quantified():
                return self._quantified(node, bindings)

    def _quantified(self, node: nodes.Quantified, bindings: Bindings) -> Condition:
        """Refuse a test on the elements of a list, and look into it for mistakes all the same."""
        self.comparisons.findings.append(unbuilt("a test on the elements of a list", node.span))
        place = resolve_path(self.vocabulary, node.list, bindings)
        if isinstance(place, ListPlace):
            return self.read(node.condition, (*bindings, bind(node.variable.text, place)))
        no_list = Finding("T301", f"`{node.list.text}` is no list", node.list.span)
        self.comparisons.findings.append(place if isinstance(place, Finding) else no_list)
        return ALWAYS

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
            if node.operator in ("is", "is not") and isinstance(other, nodes.Truth):
                place = self.comparisons.side(one, bindings)
                if isinstance(place, DefinitionPlace):
                    condition = self._unfold(place, one.span)
                    return condition if other.value == (node.operator == "is") else Negation(condition)
        return self.comparisons.compare(node, bindings)

    def _holds(self, operand: nodes.Operand, bindings: Bindings) -> Condition:
        side = self.comparisons.side(operand, bindings)
        if side is None:
            return ALWAYS
        if isinstance(side, DefinitionPlace):
            return self._unfold(side, operand.span)
        return self.comparisons.holds(operand, side)

    def _unfold(self, place: DefinitionPlace, span: Span) -> Condition:
        """Read the body of a definition; what it tests counts as tested where it is used."""
        if any(place.definition is d for d in self.unfolding):
            self.comparisons.findings.append(_circle(self.unfolding, place.definition))
            return ALWAYS
        self.unfolded += 1
        if self.unfolded > MOST_UNFOLDED:
            message = "definitions unfold to too many tests here"
            self.comparisons.findings.append(Finding("A101", message, span))
            return ALWAYS
        tested = len(self.comparisons.tested)
        self.unfolding.append(place.definition)
        self.depth += 1
        condition = self.read(_body(place.definition), place.bindings)
        self.depth -= 1
        self.unfolding.pop()
        self.comparisons.tested[tested:] = [(fact, span) for fact, _ in self.comparisons.tested[tested:]]
        return condition


def conjunction(conjuncts: Iterable[Conjunct]) -> Condition:
    """Return the condition that all the parts hold."""
    parts = tuple(conjunct.condition for conjunct in conjuncts)
    if len(parts) == 1:
        return parts[0]
    return All(parts) if parts else ALWAYS


def read_condition(
    vocabulary: Vocabulary, sources: Sources, node: nodes.Condition, bindings: Bindings
) -> tuple[Condition, tuple[Conjunct, ...], Findings]:
    """Read one condition that stands alone."""
    reader = ConditionReader(vocabulary, sources)
    conjuncts = reader.conjuncts(node, bindings)
    return conjunction(conjuncts), conjuncts, reader.findings()


def check_definitions(vocabulary: Vocabulary, sources: Sources) -> Findings:
    """Report what is wrong with the definitions themselves, used or not."""
    findings: list[Finding] = []
    definitions = {node.span: (record, node) for (record, _), node in vocabulary.definitions.items()}
    for record, node in definitions.values():
        places = () if record is None else record_places(vocabulary, record)
        if record is not None and not places:
            continue
        place = DefinitionPlace(node, tuple(own_name(place) for place in places[:1]))
        if is_number(vocabulary, place):
            findings.append(unbuilt("a definition that is no condition", node.span))
            continue
        reader = ConditionReader(vocabulary, sources, unfolding=[node])
        reader.read(_body(node), place.bindings)
        findings.extend(reader.comparisons.findings)
    return in_order(findings)


@dataclass(frozen=True, slots=True)
class _Part:
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


def _body(definition: nodes.Definition) -> nodes.Condition:
    body = definition.body
    return nodes.Holds(body.span, body) if isinstance(body, nodes.Operand) else body


def _circle(unfolding: list[nodes.Definition], met: nodes.Definition) -> Finding:
    """Report a circle at the first of its definitions, wherever it was entered."""
    circle = unfolding[next(i for i, d in enumerate(unfolding) if d is met) :]
    start = min(range(len(circle)), key=lambda i: circle[i].span)
    circle = circle[start:] + circle[:start]
    names = [_name(d) for d in (*circle, circle[0])]
    related = tuple(Related(d.naming.span, f"`{_name(d)}` is defined here") for d in circle[1:])
    message = f"`{names[0]}` is defined by itself: {' → '.join(names)}"
    return Finding("D301", message, circle[0].naming.span, related=related)


def _name(definition: nodes.Definition) -> str:
    name = definition.naming.text
    return name if definition.record is None else f"{definition.record.text}.{name}"


def _unguarded(name: str, span: Span) -> Finding:
    message = f"`{name}` may be absent, and nothing here asks whether it is given"
    return Finding("T305", message, span, help=f"add `{name} is given`")
