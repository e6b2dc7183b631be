"""Sides of a comparison: what an operand is, before anything is compared.

Takes an operand with what the variables stand for; gives a fact, a place, a constant, a quantity, a question, or the
finding that says why a path names nothing. Unfolds definitions of values, and tests nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Value, say
from checker.rulebook.account import Account
from checker.rulebook.definitions import Unfolding, is_value, operand_of
from checker.rulebook.headings import Heading, Headings
from checker.rulebook.lists import Bindings, ListReader
from checker.rulebook.model import Term
from checker.rulebook.paths import DefinitionPlace, Place, Unnamed, find_place
from checker.rulebook.quantities import Quantity, combined, of_count, of_literal, of_sum, of_term
from checker.rulebook.vocabulary import Vocabulary
from checker.rulebook.written import written
from checker.syntax import nodes

Constant = nodes.Text | nodes.Number | nodes.Day | nodes.Moment | nodes.Truth
Side = Place | Quantity | Heading | Constant | Unnamed | Finding


class Part(Struct, frozen=True):
    """One side of a comparison: as it was written, and what it is."""

    node: nodes.Operand
    side: Side

    @property
    def text(self) -> Value:
        """The operand as it was written."""
        return written(self.node)

    @property
    def names_nothing(self) -> bool:
        """Whether it is a path that names nothing of the plan; it may still be a value of a type."""
        return isinstance(self.side, Unnamed | Finding)

    @property
    def finding(self) -> Finding | None:
        """Why it names nothing, if it names nothing."""
        if isinstance(self.side, Unnamed):
            return self.side.finding
        return self.side if isinstance(self.side, Finding) else None


@dataclass(slots=True)
class SideReader:
    """Reads operands. None stands for one that was refused, for which there is a finding, here or elsewhere.

    Without `asks` no question may be tested.
    """

    vocabulary: Vocabulary
    headings: Headings
    account: Account
    unfolding: Unfolding
    lists: ListReader
    asks: bool
    values: dict[tuple[object, Bindings], bool] = field(default_factory=dict)

    def read(self, operand: nodes.Operand, bindings: Bindings) -> Part | None:
        """Read what an operand is."""
        side = self._side(operand, bindings)
        return None if side is None else Part(operand, side)

    def quantity(self, part: Part) -> Quantity | Finding | None:
        """Return a side as a quantity; nothing for what could be none."""
        match part.side:
            case Quantity():
                return replace(part.side, text=part.text)
            case Term():
                return of_term(part.side, part.text, part.node.span)
            case nodes.Text() | nodes.Number() | nodes.Day() | nodes.Moment() | nodes.Truth():
                return of_literal(part.side, part.text)
        return None

    def _side(self, operand: nodes.Operand, bindings: Bindings) -> Side | None:
        match operand:
            case nodes.Path():
                return self._path(operand, bindings)
            case nodes.Arithmetic():
                return self._arithmetic(operand, bindings)
            case nodes.Count(variable=variable, list=over, where=where):
                counted = self.lists.count(variable, over, where, bindings)
                return None if counted is None else of_count(counted, written(operand))
            case nodes.Sum():
                return self._sum(operand, bindings)
            case _:
                return operand

    def _path(self, path: nodes.Path, bindings: Bindings) -> Side | None:
        place = find_place(self.vocabulary, path, bindings)
        if isinstance(place, DefinitionPlace) and self._is_value(place):
            return self._unfolded(place, path)
        if isinstance(place, Unnamed | Finding) and len(path.parts) == 1:
            name = self.vocabulary.names.find(path.parts[0], "question")
            if name is not None:
                return self._question(name, path)
        return place

    def _question(self, name: str, path: nodes.Path) -> Heading | None:
        if not self.asks:
            message = say("`{path}` is a question, and what is said here hangs on facts alone", path=path.text)
            self.account.report(Finding("T301", message, path.span))
            return None
        return self.headings.questions.get(name)

    def _is_value(self, place: DefinitionPlace) -> bool:
        key = (place.definition.span, place.bindings)
        if key not in self.values:
            self.values[key] = is_value(self.vocabulary, place)
        return self.values[key]

    def _unfolded(self, place: DefinitionPlace, path: nodes.Path) -> Side | None:
        """Read the value a definition stands for; a constant counts as written where the definition is used."""
        body = operand_of(place.definition)
        if body is None or not self.unfolding.admits(place, path.span):
            return None
        with self.unfolding.within(place, path.span):
            side = self._side(body, place.bindings)
        return replace(side, span=path.span) if isinstance(side, Constant) else side

    def _arithmetic(self, node: nodes.Arithmetic, bindings: Bindings) -> Quantity | None:
        """Add up from left to right."""
        steps: list[nodes.Arithmetic] = []
        first: nodes.Operand = node
        while isinstance(first, nodes.Arithmetic):
            steps.append(first)
            first = first.left
        total = self._addend(first, bindings)
        for step in reversed(steps):
            right = self._addend(step.right, bindings)
            if total is not None and right is not None:
                total = self._reported(combined(total, step.operator, right, step.span))
        return total

    def _addend(self, operand: nodes.Operand, bindings: Bindings) -> Quantity | None:
        part = self.read(operand, bindings)
        if part is None:
            return None
        quantity = self.quantity(part)
        if quantity is not None:
            return self._reported(quantity)
        no_quantity = Finding("T301", say("`{text}` is no number, day or time", text=part.text), operand.span)
        self.account.report(part.finding or no_quantity)
        return None

    def _sum(self, node: nodes.Sum, bindings: Bindings) -> Quantity | None:
        found = self.lists.element(node.variable, node.list, bindings)
        if found is None:
            return None
        listed, inner = found
        self.lists.depth += 1
        summand = self._addend(node.summand, inner)
        self.lists.depth -= 1
        if summand is None:
            return None
        return self._reported(of_sum(listed, summand, written(node), node.summand.span))

    def _reported(self, quantity: Quantity | Finding) -> Quantity | None:
        if isinstance(quantity, Finding):
            self.account.report(quantity)
            return None
        return quantity
