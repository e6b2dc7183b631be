"""Questions: one legal issue each, with its subject, the form of its answers, and what silence means.

Takes the declarations with vocabulary, header and documents; gives the questions of the model and what each lets a
condition speak of. A question with mistakes is built all the same, so that what answers it is checked as well; only
one whose list is not known is left out, for nothing about it can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from checker.findings import Finding, Related, say
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.documents import read_citation
from checker.rulebook.excerpts import Sources
from checker.rulebook.header import clause_of, date_fact, governing_dates
from checker.rulebook.headings import Headings
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    PERMIT,
    Answer,
    Citation,
    CodeType,
    Condition,
    Decided,
    Document,
    Fact,
    FiniteType,
    Header,
    Question,
    Term,
    ValueType,
)
from checker.rulebook.paths import Binding, ListPlace, bind, resolve_path
from checker.rulebook.sets import constant
from checker.rulebook.types import Findings, names_of
from checker.rulebook.vocabulary import Vocabulary, answer_type
from checker.syntax import nodes

SILENCES = {"permitted": PERMIT, "forbidden": FORBID, "not-required": EXEMPT}


class Questions(Struct, frozen=True):
    """The questions by canonical name, and for each what its variable stands for, if it has one."""

    named: Mapping[str, Question]
    bindings: Mapping[str, tuple[Binding, ...]]


def build_questions(
    statements: Iterable[nodes.Statement],
    vocabulary: Vocabulary,
    sources: Sources,
    header: Header,
    headings: Headings,
    documents: Mapping[str, Document],
) -> tuple[Questions, Findings]:
    """Read all questions; of two with one name the first counts."""
    named: dict[str, Question] = {}
    bindings: dict[str, tuple[Binding, ...]] = {}
    findings: list[Finding] = []
    for node in statements:
        if isinstance(node, nodes.QuestionDeclaration) and node.naming.text not in named:
            reader = _QuestionReader(node, vocabulary, ConditionReader(vocabulary, sources, headings))
            question = reader.read(header, documents)
            if question is not None:
                named[question.name], bindings[question.name] = question, reader.bindings
            findings.extend((*reader.findings, *reader.conditions.findings()))
    return Questions(dict(sorted(named.items())), bindings), tuple(findings)


@dataclass(slots=True)
class _QuestionReader:
    """Reads one question. What a mistaken clause gives is never used, for the mistake is among the findings."""

    node: nodes.QuestionDeclaration
    vocabulary: Vocabulary
    conditions: ConditionReader
    bindings: tuple[Binding, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def read(self, header: Header, documents: Mapping[str, Document]) -> Question | None:
        node = self.node
        for_each = clause_of(node.clauses, nodes.ForEach)
        over = None if for_each is None else self._list(for_each)
        if for_each is not None and over is None:
            return None
        choices = clause_of(node.clauses, nodes.Choices)
        uniform = clause_of(node.clauses, nodes.UniformAcross)
        totality = clause_of(node.clauses, nodes.Totality)
        scope = clause_of(node.clauses, nodes.Scope)
        form, about, answers = self._form()
        done_when, done_at = self._done()
        return Question(
            names=names_of(node.naming),
            title=None if node.title is None else node.title.value,
            list=None if over is None else over.name,
            variable=None if for_each is None else for_each.variable.text,
            form=form,
            about=about,
            answers=answers,
            scope=ALWAYS if scope is None else self.conditions.read(scope.condition, self.bindings),
            governed_by=self._governing_dates(header),
            silence=self._silence(form, answers),
            silence_cites=self._citations(documents),
            done_when=done_when,
            done_at=done_at,
            choices=() if choices is None else self._labels(choices.facts),
            uniform=() if uniform is None else self._labels(uniform.facts),
            total=totality is None or totality.total,
            span=node.naming.span,
        )

    def _list(self, clause: nodes.ForEach) -> ListPlace | None:
        place = resolve_path(self.vocabulary, clause.list)
        if isinstance(place, ListPlace):
            self.bindings = (bind(clause.variable.text, place),)
            return place
        message = say("`{list}` is no list: a question is asked for each element of one", list=clause.list.text)
        no_list = Finding("T301", message, clause.list.span)
        self.findings.append(place if isinstance(place, Finding) else no_list)
        return None

    def _form(self) -> tuple[str, Fact | None, ValueType | None]:
        about = clause_of(self.node.clauses, nodes.About)
        answers = clause_of(self.node.clauses, nodes.Answers)
        if about is not None:
            return "choice", self._about(about), None
        if answers is None:
            return "deontic", None, None
        value_type = answer_type(self.vocabulary, answers.type, self.node.naming.text)
        form = "collecting" if answers.collecting else "value"
        if not isinstance(value_type, Finding):
            return form, None, value_type
        self.findings.append(value_type)
        return form, None, None

    def _about(self, clause: nodes.About) -> Fact | None:
        place = resolve_path(self.vocabulary, clause.fact, self.bindings)
        if isinstance(place, Finding):
            self.findings.append(place)
        elif isinstance(place, Term) and not place.chain and isinstance(place.type, FiniteType | CodeType):
            return place.fact
        else:
            message = say(
                "`{path}` is no fact with listed values: there is nothing to choose from", path=clause.fact.text
            )
            self.findings.append(Finding("T301", message, clause.fact.span))
        return None

    def _governing_dates(self, header: Header) -> tuple[Fact, ...]:
        clause = clause_of(self.node.clauses, nodes.GovernedBy)
        if clause is not None:
            facts, findings = governing_dates(self.vocabulary, clause, self.bindings)
            self.findings.extend(findings)
            return facts
        if not header.governed_by:
            message = say("nothing says which date governs `{question}`", question=self.node.naming.text)
            advice = say("add `governed by …` to the question or to the rulebook")
            self.findings.append(Finding("S106", message, self.node.naming.span, help=advice))
        return header.governed_by

    def _silence(self, form: str, answers: ValueType | None) -> Answer | None:
        clause = clause_of(self.node.clauses, nodes.Silence)
        if clause is None:
            return None
        word = clause.answer.text if isinstance(clause.answer, nodes.Path) else ""
        if form in ("deontic", "choice"):
            if word not in SILENCES:
                name = self.node.naming.text
                message = say("`{question}` asks what may or must be done, and silence cannot mean this", question=name)
                advice = say("write `permitted`, `forbidden` or `not-required`")
                self.findings.append(Finding("T303", message, clause.answer.span, help=advice))
            return SILENCES.get(word, PERMIT)
        if answers is None:
            return PERMIT
        value = constant(answers, clause.answer)
        if isinstance(value, Finding):
            self.findings.append(value)
            return PERMIT
        return Decided(write_scalar(answers, value))

    def _citations(self, documents: Mapping[str, Document]) -> tuple[Citation, ...]:
        cited = []
        for clause in self.node.clauses:
            if isinstance(clause, nodes.Citation):
                citation, findings = read_citation(self.vocabulary.names, documents, clause)
                self.findings.extend(findings)
                cited.append(citation)
        return tuple(citation for citation in cited if citation is not None)

    def _done(self) -> tuple[Condition | None, Fact | None]:
        """Read how the deed is found: by a condition, or by the day or time of it."""
        when = clause_of(self.node.clauses, nodes.DoneWhen)
        at = clause_of(self.node.clauses, nodes.DoneAt)
        condition = None if when is None else self.conditions.read(when.condition, self.bindings)
        fact = None if at is None else date_fact(self.vocabulary, at.fact, self.bindings, say("when a deed was done"))
        if isinstance(fact, Finding):
            self.findings.append(fact)
        if when is not None and at is not None:
            first, second = sorted((when.span, at.span))
            message = say("a question has `done when` or `done at`, not both")
            related = (Related(first, say("the first way")),)
            self.findings.append(
                Finding("S104", message, second, say("a second way"), say("leave one of the two out"), related)
            )
        return condition, None if when is not None or isinstance(fact, Finding) else fact

    def _labels(self, paths: Iterable[nodes.Path]) -> tuple[str, ...]:
        """Read the facts a clause lists, as rule files write them."""
        labels = []
        for path in paths:
            place = resolve_path(self.vocabulary, path, self.bindings)
            if isinstance(place, Term):
                labels.append(place.label)
            elif isinstance(place, Finding):
                self.findings.append(place)
            else:
                self.findings.append(Finding("T301", say("`{path}` is not one fact", path=path.text), path.span))
        return tuple(labels)
