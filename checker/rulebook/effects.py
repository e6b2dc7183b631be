"""Effects: what a provision says, brought to one form: on a question, where a condition holds, one thing is said.

Takes one effect as written with the question it speaks on; gives the effects of the model. `apply` is not here, for
it takes another provision's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Message, Span, say
from checker.rulebook import sets
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.deadlines import check_deed, read_period
from checker.rulebook.decision_tables import TableReader
from checker.rulebook.literals import read_number, write_scalar
from checker.rulebook.misread import Misread
from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    PERMIT,
    REQUIRE,
    Condition,
    Decided,
    Deontic,
    Effect,
    LeftOpen,
    LeftTo,
    Negation,
    OrderedType,
    Period,
    Question,
    Said,
    Term,
    Test,
    ValueSet,
    ValueType,
)
from checker.rulebook.names import unknown_name
from checker.rulebook.paths import resolve_path
from checker.rulebook.questions import Questions
from checker.syntax import nodes

SAID = {"permit": PERMIT, "forbid": FORBID, "require": REQUIRE, "exempt": EXEMPT}
OPPOSITE = {"permit": FORBID, "require": EXEMPT}
IN_A_ROW = SAID | {"permitted": PERMIT, "forbidden": FORBID, "required": REQUIRE, "not-required": EXEMPT}
"""What an answer of a row says, by its word."""

_MODALITIES = {"permit": say("permit"), "forbid": say("forbid"), "require": say("require"), "exempt": say("exempt")}
_CHOSEN = {("permit", False, True), ("permit", True, True), ("forbid", False, True), ("require", False, False)}
"""What may be said of the values of a choice: the modality, whether of these alone, whether of several."""

Single = nodes.Rule | nodes.Decide | nodes.DecideBetween | nodes.Leave
Direct = Single | nodes.Table
"""Every effect that says something itself."""


class _Tails(Struct, frozen=True):
    bearer: str | None = None
    period: Period | None = None
    note: str | None = None


@dataclass(slots=True)
class EffectReader:
    """Reads the effects of one provision. What it gives for a mistake is never used."""

    questions: Questions
    conditions: ConditionReader
    findings: list[Finding] = field(default_factory=list)

    def read(self, node: Direct) -> tuple[Effect, ...]:
        """Read one effect as its parts, which never hold at once; none where its question is not known."""
        name = self.conditions.vocabulary.names.find(node.question, "question")
        if name is None:
            self.findings.append(self.conditions.vocabulary.names.unknown(node.question, "question"))
        question = None if name is None else self.questions.named.get(name)
        if isinstance(node, nodes.Table):
            return () if question is None else tuple(self._table(node, question))
        tails = self._tails(node, question)
        left_to = self._role(node.role) if isinstance(node, nodes.Leave) and node.role is not None else None
        if question is None:
            if isinstance(node, nodes.Rule) and node.only_if is not None:
                self.conditions.read(node.only_if, ())
            return ()
        match node:
            case nodes.Rule():
                parts = self._rule(node, question, tails)
            case nodes.Leave(role=role):
                parts = [(ALWAYS, LeftOpen() if role is None else LeftTo(left_to or ""))]
            case _:
                parts = self._decide(node, question)
        return tuple(Effect(question.name, where, said, tails.note, node.span) for where, said in parts)

    def _table(self, node: nodes.Table, question: Question) -> Iterator[Effect]:
        """Read a table row by row; an answer is looked at even where the cells cannot be read."""
        reader = TableReader(self.conditions)
        rows = reader.rows(node, self.questions.bindings[question.name])
        self.findings.extend(reader.findings)
        for row in rows:
            said = self._said_in_row(row.answer, question)
            if said is not None and row.condition is not None:
                yield Effect(question.name, row.condition, said, None, row.span)

    def _said_in_row(self, answer: nodes.Operand, question: Question) -> Said | None:
        word = answer.text if isinstance(answer, nodes.Path) else ""
        if question.form in ("value", "collecting"):
            listed = question.answers is not None and sets.could_name(question.answers, answer)
            if word in IN_A_ROW and not listed:
                message = say("`{question}` asks for a value, and `{word}` is none", question=question.name, word=word)
                self._misfit(message, answer.span)
                return None
            return self._decided(answer, question)
        if word not in IN_A_ROW:
            message = say(
                "`{question}` asks what may or must be done, and this row does not say it", question=question.name
            )
            self._misfit(message, answer.span, say("write `permit`, `forbid`, `require` or `exempt`"))
        return IN_A_ROW.get(word)

    def _rule(self, node: nodes.Rule, question: Question, tails: _Tails) -> list[tuple[Condition, Said]]:
        said = replace(SAID[node.modality], bearer=tails.bearer, period=tails.period)
        if question.form in ("value", "collecting"):
            message = say("`{question}` asks for a value, which is decided", question=question.name)
            return self._misfit(message, node.span, say("write `decide {question} is …`", question=question.name))
        if node.only_if is not None:
            return self._only_if(node, node.only_if, question, said)
        if node.values is None and node.value is None:
            return [(ALWAYS, said)]
        if (node.modality, node.exclusive, node.value is None) not in _CHOSEN:
            advice = say(
                "write `permit {question} in {{ … }}`, `permit {question} only in {{ … }}`, "
                "`forbid {question} in {{ … }}` or `require {question} is …`",
                question=question.name,
            )
            return self._misfit(say("`{effect}` says nothing", effect=_spelling(node)), node.span, advice)
        chosen = self._chosen(question, _values(node), node.span)
        if chosen is None:
            return []
        parts: list[tuple[Condition, Said]] = [(chosen, said)]
        if node.exclusive or node.value is not None:
            parts.append((Negation(chosen), FORBID))
        return parts

    def _only_if(
        self, node: nodes.Rule, only_if: nodes.Condition, question: Question, said: Deontic
    ) -> list[tuple[Condition, Said]]:
        condition = self.conditions.read(only_if, self.questions.bindings[question.name])
        if node.modality not in OPPOSITE:
            message = say(
                "`{effect}` has no `only if`: what would hold otherwise is not said", effect=_MODALITIES[node.modality]
            )
            return self._misfit(message, node.span, say("put the condition after `when`"))
        return [(condition, said), (Negation(condition), OPPOSITE[node.modality])]

    def _chosen(self, question: Question, values: tuple[nodes.Operand, ...], span: Span) -> Condition | None:
        """Return the condition that the plan's choice is among some values."""
        if question.form != "choice":
            message = say(
                "`{question}` is about no fact, so there are no values to choose from", question=question.name
            )
            self._misfit(message, span)
        if question.about is None:
            return None
        found: ValueSet | None = None
        for value in values:
            constant = self._constant(value, question)
            read = None if constant is None else sets.equal_to(question.about.type, constant)
            if isinstance(read, Finding):
                self.findings.append(read)
            elif read is not None:
                found = read if found is None else sets.union(found, read)
        return None if found is None else Test(Term(question.about, (), question.about.type), found)

    def _decide(self, node: nodes.Decide | nodes.DecideBetween, question: Question) -> list[tuple[Condition, Said]]:
        if question.form not in ("value", "collecting"):
            message = say(
                "`{question}` asks what may or must be done: nothing is decided there", question=question.name
            )
            return self._misfit(message, node.span, say("write `permit`, `forbid`, `require` or `exempt`"))
        if question.answers is None:
            return []
        if isinstance(node, nodes.DecideBetween):
            return [(ALWAYS, Decided(self._range(node, question, question.answers)))]
        decided = self._decided(node.value, question)
        return [] if decided is None else [(ALWAYS, decided)]

    def _decided(self, operand: nodes.Operand, question: Question) -> Decided | None:
        """Read the value a question is answered with."""
        constant = self._constant(operand, question)
        if constant is None or question.answers is None:
            return None
        value = sets.constant(question.answers, constant)
        if isinstance(value, Finding):
            self.findings.append(value)
            return None
        return Decided(write_scalar(question.answers, value))

    def _range(self, node: nodes.DecideBetween, question: Question, value_type: ValueType) -> str:
        """Write a range with the first name of what it is a share of; report one that cannot be.

        It cannot be of values without order, upside down, or a share of what is no number.
        """
        if not isinstance(value_type, OrderedType):
            message = say("`{question}` has no order, so nothing lies between two answers", question=question.name)
            self._misfit(message, node.span)
        elif node.of is None:
            low, high = read_number(value_type, node.low), read_number(value_type, node.high)
            ends = ((low, node.low), (high, node.high))
            self.findings.extend(end.finding(n.span) for end, n in ends if isinstance(end, Misread))
            if not isinstance(low, Misread) and not isinstance(high, Misread) and low > high:
                span = node.low.span.to(node.high.span)
                self.findings.append(Finding("T302", say("no value lies between these two"), span))
        if node.of is not None:
            bindings = self.questions.bindings[question.name]
            place = resolve_path(self.conditions.vocabulary, node.of, bindings)
            if isinstance(place, Finding):
                self.findings.append(place)
            elif not isinstance(place, Term) or not isinstance(place.type, OrderedType):
                message = say("`{fact}` is no number to take a share of", fact=node.of.text)
                self.findings.append(Finding("T301", message, node.of.span))
            else:
                return node.text.removesuffix(node.of.text) + place.label
        return node.text

    def _constant(self, operand: nodes.Operand, question: Question) -> sets.ConstantNode | None:
        """Return an answer that is a constant; report a fact or anything computed."""
        value_type = question.answers if question.about is None else question.about.type
        if isinstance(operand, nodes.Arithmetic | nodes.Count | nodes.Sum):
            self._misfit(say("an answer is a constant, and this is computed"), operand.span)
            return None
        if isinstance(operand, nodes.Path) and not (value_type and sets.could_name(value_type, operand)):
            bindings = self.questions.bindings[question.name]
            place = resolve_path(self.conditions.vocabulary, operand, bindings)
            if not isinstance(place, Finding):
                self._misfit(say("an answer is a constant, and `{fact}` is not", fact=operand.text), operand.span)
                return None
        return operand

    def _tails(self, node: Single, question: Question | None) -> _Tails:
        """Read who bears a duty, when it is due and what is noted; of each there is at most one."""
        tails = _Tails()
        for tail in node.tails:
            match tail:
                case nodes.Note(value=text):
                    tails = replace(tails, note=text.value)
                case nodes.Period() if isinstance(node, nodes.Rule):
                    tails = replace(tails, period=self._period(tail, question))
                case nodes.Period():
                    self._misfit(say("no time is set for what is decided or left open"), tail.span)
                case nodes.By(role=role):
                    tails = replace(tails, bearer=self._role(role))
                    if not isinstance(node, nodes.Rule):
                        self._misfit(say("nobody bears what is decided or left open"), tail.span)
        return tails

    def _period(self, node: nodes.Period, question: Question | None) -> Period | None:
        """Read when a duty is due, which the deed must be able to show."""
        if question is None:
            return None
        period, findings = read_period(self.conditions.vocabulary, node, self.questions.bindings[question.name])
        self.findings.extend(findings)
        if period is not None and question.done_at is not None:
            wrong = check_deed(question.done_at, period, node.span)
            self.findings.extend(() if wrong is None else (wrong,))
        return period

    def _role(self, name: nodes.Name) -> str | None:
        roles = self.conditions.vocabulary.roles
        if name.text not in roles:
            message = say("no role is named `{name}`", name=name.text)
            self.findings.append(unknown_name(name, message, roles, lambda _: None))
        return roles.get(name.text)

    def _misfit(self, message: Message, span: Span, advice: Message | None = None) -> list[tuple[Condition, Said]]:
        self.findings.append(Finding("T303", message, span, help=advice))
        return []


def _spelling(node: nodes.Rule) -> Message:
    """Write how a rule names the values of a choice: `permit … in`, `require … is`."""
    effect = _MODALITIES[node.modality]
    if node.value is not None:
        return say("{effect} … is …", effect=effect)
    if node.exclusive:
        return say("{effect} … only in …", effect=effect)
    return say("{effect} … in …", effect=effect)


def _values(node: nodes.Rule) -> tuple[nodes.Operand, ...]:
    return node.values or (() if node.value is None else (node.value,))
