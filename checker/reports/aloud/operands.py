"""Operands aloud: facts, values, quantities and periods, and what each of them is, so that a value can be named.

Takes operands as they were written with what variables stand for; gives words. Notes which definitions were named.
"""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from checker.reports.aloud.material import Bindings, Key, Material
from checker.reports.aloud.naming import Namer
from checker.rulebook.definitions import operand_of
from checker.rulebook.literals import ABSENT_WORDS
from checker.rulebook.model import CodeType, FiniteType, ListType, OrderedType, Record, RecordType, Term, ValueType
from checker.rulebook.paths import DefinitionPlace, ListPlace, Place, RecordPlace, bind, find_place
from checker.rulebook.sets import could_name
from checker.rulebook.types import names_of
from checker.syntax import nodes

# What a cell of a table says of a record that may be absent as a whole.
_GIVEN_WORDS = ("given", "已填")


class Reader(Struct, frozen=True):
    """Reads in one language under some bindings; `used` are the definitions named so far, in their order."""

    namer: Namer
    bindings: Bindings = ()
    used: dict[Key, None] = field(default_factory=dict)

    @property
    def material(self) -> Material:
        """What is read."""
        return self.namer.material

    def say(self, key: str, **values: str) -> str:
        """Write a sentence of the table."""
        return self.namer.words[key].format(**values)

    def under(self, bindings: Bindings) -> Reader:
        """Read on under other bindings."""
        return replace(self, bindings=bindings)

    def place(self, operand: nodes.Operand) -> Place | None:
        """Return what a path names; nothing for a value, a question, and what is no path."""
        if not isinstance(operand, nodes.Path):
            return None
        found = find_place(self.material.vocabulary, operand, self.bindings)
        return found if isinstance(found, Place) else None

    def question(self, operand: nodes.Operand, other: ValueType | None = None) -> str | None:
        """Return the question that an operand names, unless it is a value of what it meets."""
        if not isinstance(operand, nodes.Path) or len(operand.parts) > 1 or self.place(operand) is not None:
            return None
        if other is not None and could_name(other, operand):
            return None
        return self.material.names.find(operand.parts[0], "question")

    def type_of(self, operand: nodes.Operand) -> ValueType | None:
        """Return the type of a fact, of what a definition stands for, or of the answers of a question."""
        match self.place(operand):
            case Term(type=value_type):
                return value_type
            case DefinitionPlace(definition, bindings):
                body = operand_of(definition)
                return None if body is None else self.under(bindings).type_of(body)
        if isinstance(operand, nodes.Arithmetic):
            return self.type_of(operand.left) or self.type_of(operand.right)
        question = self.question(operand)
        if question is None:
            return None
        asked = self.material.book.questions[question]
        return asked.answers

    def dates(self, operand: nodes.Operand) -> int:
        """Count how many dates a quantity is made of, those taken off less: 1 is a date, 0 a length or a number."""
        if isinstance(operand, nodes.Day | nodes.Moment):
            return 1
        if isinstance(operand, nodes.Arithmetic):
            right = self.dates(operand.right)
            return self.dates(operand.left) + (right if operand.operator == "+" else -right)
        match self.place(operand):
            case Term(type=OrderedType(form=form)):
                return int(form in ("date", "datetime"))
            case DefinitionPlace(definition, bindings):
                body = operand_of(definition)
                return 0 if body is None else self.under(bindings).dates(body)
        return 0

    def operand(self, node: nodes.Operand, met: ValueType | None = None) -> str:
        """Say an operand; `met` is the type of what a value is compared with."""
        match node:
            case nodes.Path():
                return self._path(node, met)
            case nodes.Arithmetic(operator=operator, left=left, right=right):
                key = "plus" if operator == "+" else "minus"
                return self.say(key, left=self.operand(left, met), right=self.operand(right, met))
            case nodes.Count():
                return self._count(node)
            case nodes.Sum(summand=summand, variable=variable, list=over):
                inner = self.within(variable, over)
                words = {"variable": self.variable(variable), "list": self.list(over)}
                return self.say("sum", summand=inner.operand(summand), **words)
            case nodes.Text(value=text):
                return self.namer.quoted(text)
            case nodes.Number(text=text, unit=unit):
                return self.namer.number(text, unit)
            case nodes.Day(text=text):
                return self.namer.day(text)
            case nodes.Moment(text=text):
                return self.namer.moment(text)
            case nodes.Truth(value=truth):
                return self.say("truth.true" if truth else "truth.false")

    def value(self, node: nodes.Operand, met: ValueType | None, *, below: bool = False) -> str:
        """Say one value of a set; with `below` a code stands for all under it, as a node of a tree always does."""
        words = self.operand(node, met)
        if isinstance(node, nodes.Path | nodes.Text) and self.place(node) is None and self._covers(node, met, below):
            return self.say("with-all-below", value=words)
        return words

    def list(self, path: nodes.Path) -> str:
        """Say a list."""
        return self._path(path, None)

    def variable(self, name: nodes.Name) -> str:
        """Say what stands for an element of a list, without an article."""
        return self.namer.name(self._element_names(name.text))

    def within(self, variable: nodes.Name, over: nodes.Path) -> Reader:
        """Read on what is said of each element of a list."""
        place = self.place(over)
        depth = max((binding.place.binder for binding in self.bindings), default=0) + 1
        return self.under((*self.bindings, bind(variable.text, place, depth)) if isinstance(place, ListPlace) else ())

    def period(self, node: nodes.Period) -> str:
        """Say a period: within 14 days after something."""
        days = [self.operand(path) for path in node.anchors]
        start = days[0] if len(days) == 1 else self.say("earliest", days=self.namer.both(days))
        bound = "at-least" if node.at_least else "within"
        length = self.namer.number(node.amount.text, node.amount.unit)
        return self.say(f"period.{bound}-{node.side}", length=length, start=start)

    def owner_and_name(self, path: nodes.Path) -> tuple[str | None, str]:
        """Say apart what a path ends in and what that belongs to."""
        owner = None if len(path.parts) == 1 else self._path(replace(path, parts=path.parts[:-1]), None)
        return owner, self.namer.bare(self._names(path, len(path.parts)))

    def deciding(self, path: nodes.Path) -> str:
        """Say a fact that a table turns on; one that is true or false is named between quotes, as in conditions."""
        if not self.is_truth(self.type_of(path)):
            return self.operand(path)
        owner, name = self.owner_and_name(path)
        quoted = self.namer.quoted(name)
        return quoted if owner is None else self.say("of", name=quoted, owner=owner)

    def is_truth(self, met: ValueType | None, word: str = "true") -> bool:
        """Tell whether something is true or false, and a word is one for either."""
        return isinstance(met, FiniteType) and met.form == "boolean" and word in met.names

    def use(self, place: DefinitionPlace) -> None:
        """Note that a definition was named."""
        self.used[self.material.owner(place.definition), place.definition.naming.text] = None

    def _path(self, path: nodes.Path, met: ValueType | None) -> str:
        place = self.place(path)
        if place is None:
            return self._value_name(path, met)
        words = self._said(path, len(path.parts))
        if isinstance(place, DefinitionPlace):
            self.use(place)
            return self.say("defined", name=words)
        return words

    def _said(self, path: nodes.Path, length: int) -> str:
        """Say the first parts of a path: the kind of the destination of the leg."""
        names = self._names(path, length)
        if length > 1:
            return self.say("of", name=self.namer.name(names), owner=self._said(path, length - 1))
        if any(binding.variable == path.parts[0].text for binding in self.bindings):
            return self._element(path.parts[0].text)
        fact = self.material.vocabulary.fact(path.parts[0].text)
        if fact is None:
            return self.say("the", name=self.namer.name(names))
        record = self._only_record(fact.type) if isinstance(fact.type, RecordType) else None
        if isinstance(fact.type, ListType):
            return self.namer.fact(names, None)
        return self.say("the", name=self.namer.fact(names, record))

    def _only_record(self, declared: RecordType) -> Record | None:
        """Return the record of a fact when no other fact has the same."""
        facts = [fact for fact in self.material.book.facts.values() if fact.type == declared]
        return self.material.book.records[declared.record] if len(facts) == 1 else None

    def _element(self, variable: str) -> str:
        names = self._element_names(variable)
        word = self.namer.name(names)
        return word if names == (variable,) and len(variable) == 1 else self.say("the", name=word)

    def _element_names(self, variable: str) -> tuple[str, ...]:
        """Return the names of a variable: those of the record it is called after, else it has but one."""
        record = next((r for r in self.material.book.records.values() if variable in r.names), None)
        return (variable,) if record is None else record.names

    def _names(self, path: nodes.Path, length: int) -> tuple[str, ...]:
        """Return all names of a part of a path."""
        last = path.parts[length - 1].text
        vocabulary = self.material.vocabulary
        if length == 1:
            if any(binding.variable == last for binding in self.bindings):
                return self._element_names(last)
            fact = vocabulary.fact(last)
            if fact is not None:
                return fact.names
            definition = vocabulary.definition(None, last)
            return self._element_names(last) if definition is None else names_of(definition.naming)
        before = find_place(vocabulary, replace(path, parts=path.parts[: length - 1]), self.bindings)
        match before:
            case RecordPlace(record=record):
                definition = vocabulary.definition(record, last)
                if definition is not None:
                    return names_of(definition.naming)
                member = vocabulary.field(record, last)
                return (last,) if member is None else member.names
            case Term(type=CodeType(table)):
                attribute = table.attribute(last)
                return (last,) if attribute is None else attribute.names
        return (last,)

    def _value_name(self, path: nodes.Path, met: ValueType | None) -> str:
        text = path.text
        if isinstance(met, FiniteType) and text in met.names:
            value = met.value(met.names[text])
            return self.say(f"truth.{value.name}") if met.form == "boolean" else self.namer.value(value)
        if met is None and text in _GIVEN_WORDS:
            return self.say("present")
        if text in ABSENT_WORDS:
            return self.say("absent")
        return self.namer.quoted(text)

    def _covers(self, node: nodes.Path | nodes.Text, met: ValueType | None, below: bool) -> bool:
        """Tell whether a value stands for more than itself."""
        text = node.text if isinstance(node, nodes.Path) else node.value
        if isinstance(met, FiniteType) and met.form == "kinds" and text in met.names:
            return len(met.below(met.names[text])) > 1
        return below and isinstance(met, CodeType)

    def _count(self, node: nodes.Count) -> str:
        from checker.reports.aloud.conditions import condition_in_one_line

        words = {"variable": self.variable(node.variable), "list": self.list(node.list)}
        if node.where is None:
            return self.say("count", **words)
        condition = condition_in_one_line(self.within(node.variable, node.list), node.where)
        return self.say("count.where", condition=condition, **words)
