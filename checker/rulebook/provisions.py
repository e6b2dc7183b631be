"""Provisions: citations, window, relation, condition and effects of each, with what `under` and `apply` add.

Takes the declarations with vocabulary, header, documents and questions; gives the provisions of the model. Whether a
relation is allowed is checked in `relations`, whether a cited item exists in `documents`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, say
from checker.rulebook.conditions import ConditionReader, conjunction
from checker.rulebook.cycles import circle_finding, circles, reached
from checker.rulebook.documents import read_citation, to_locator
from checker.rulebook.effects import EffectReader
from checker.rulebook.excerpts import Sources
from checker.rulebook.header import rank_index, unknown_rank
from checker.rulebook.headings import Headings
from checker.rulebook.model import (
    Citation,
    Conjunct,
    Document,
    Effect,
    Header,
    Locator,
    Power,
    Provision,
    Reading,
    Relation,
    Replacement,
)
from checker.rulebook.outlines import Outline, Ties, check_readings, outline, read_readings, tie
from checker.rulebook.questions import Questions
from checker.rulebook.subjects import common_bindings, explain_subjects
from checker.rulebook.types import Findings, names_of, read_window
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes
from checker.texts import MOST_MISTAKES

FORMS = {nodes.ExceptionTo: "exception", nodes.ProvisoTo: "proviso", nodes.Overrides: "override"}

Cited = Citation | Replacement | Power


class Context(Struct, frozen=True):
    """All that provisions are read with."""

    vocabulary: Vocabulary
    sources: Sources
    header: Header
    documents: Mapping[str, Document]
    questions: Questions
    headings: Headings


class Provisions(Struct, frozen=True):
    """The provisions by canonical name, in the order of the names, and every place of a document they name.

    One whose own citations cannot all be read has none, so that nothing is said of its rank; then not `all_cited`
    is known.
    """

    named: Mapping[str, Provision]
    cited: tuple[Cited, ...]
    all_cited: bool


def build_provisions(statements: Iterable[nodes.Statement], context: Context) -> tuple[Provisions, Findings]:
    """Read all provisions, each first by itself, then with what it takes from others."""
    outlines = dict(sorted(outline(statements).items()))
    ties = tie(outlines, context.vocabulary.names)
    findings = [*_circles(outlines, ties), *check_readings(outlines)]
    cited: list[Cited] = []
    own: dict[str, Provision] = {}
    all_cited = True
    for name, each in outlines.items():
        conditions = ConditionReader(context.vocabulary, context.sources, context.headings)
        reader = _ProvisionReader(each, context, conditions)
        own[name] = reader.read(ties.needs[name])
        cited.extend(reader.cited)
        all_cited = all_cited and bool(own[name].cites or not each.every(nodes.Citation))
        findings.extend(reader.findings)
        findings.extend(explain_subjects(reader.conditions.findings(), context.questions, ties.needs[name]))
        if len(findings) > MOST_MISTAKES:
            message = say("more than {most} mistakes: what follows is not read", most=MOST_MISTAKES)
            findings.append(Finding("S190", message, each.node.naming.span, help=say("mend these first")))
            return Provisions({}, tuple(cited), all_cited=False), tuple(findings)
    whole = {name: _with_taken(own, reached(ties.applied, name)) for name in own}
    named = {name: _with_excepted(provision, whole) for name, provision in whole.items()}
    return Provisions(named, tuple(cited), all_cited), tuple(findings)


@dataclass(slots=True)
class _ProvisionReader:
    """Reads one provision. What a mistaken clause gives is never used, for the mistake is among the findings."""

    outline: Outline
    context: Context
    conditions: ConditionReader
    cited: list[Cited] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(self, needs: tuple[str, ...]) -> Provision:
        """Read it without what it takes from others; `needs` are the questions its condition is read under."""
        node = self.outline.node
        since, until = self._window()
        conjuncts = self._conjuncts(needs)
        return Provision(
            names=names_of(node.naming),
            title=None if node.title is None else node.title.value,
            cites=self._cites(),
            since=since,
            until=until,
            replaces=self._replaces(),
            reserved=self._reserved(),
            relation=self._relation(),
            power=self._power(),
            readings=self._readings(),
            condition=conjunction(conjuncts),
            conjuncts=conjuncts,
            effects=self._effects(),
            span=node.naming.span,
        )

    def _cites(self) -> tuple[Citation, ...]:
        clauses = self.outline.every(nodes.Citation)
        name = self.outline.node.naming
        if not clauses:
            message = say("`{name}` cites nothing: a provision needs a text to rest on", name=name.text)
            self.findings.append(Finding("D104", message, name.span, help=say("add `cites DOCUMENT item …`")))
        names, documents = self.context.vocabulary.names, self.context.documents
        read = [read_citation(names, documents, clause) for clause in clauses]
        self.findings.extend(finding for _, findings in read for finding in findings)
        cites = tuple(citation for citation, _ in read if citation is not None)
        self.cited.extend(cites)
        return cites if len(cites) == len(clauses) else ()

    def _window(self) -> tuple[int | None, int | None]:
        begins, ends = self.outline.first(nodes.From), self.outline.first(nodes.Until)
        since, until, findings = read_window(None if begins is None else begins.day, None if ends is None else ends.day)
        self.findings.extend(findings)
        return since, until

    def _conjuncts(self, needs: tuple[str, ...]) -> tuple[Conjunct, ...]:
        """Read its conditions, those of the outermost `under` first."""
        bindings = common_bindings(self.context.questions, needs)
        clauses = reversed(self.outline.every(nodes.When))
        return tuple(c for clause in clauses for c in self.conditions.conjuncts(clause.condition, bindings))

    def _effects(self) -> tuple[Effect, ...]:
        reader = EffectReader(self.context.questions, self.conditions)
        direct = (e for e in self.outline.node.effects if not isinstance(e, nodes.Apply))
        effects = tuple(effect for node in direct for effect in reader.read(node))
        self.findings.extend(reader.findings)
        for node in self.outline.node.effects:
            if isinstance(node, nodes.Apply):
                self._find(node.provision, "provision")
        return effects

    def _readings(self) -> tuple[Reading, ...]:
        readings, findings = read_readings(self.outline)
        self.findings.extend(findings)
        return readings

    def _relation(self) -> Relation | None:
        """Read the relation; an exception without `in` gets its questions when its base is known."""
        clause = self.outline.relation
        if clause is None or (target := self._find(clause.provision, "provision")) is None:
            return None
        excepted = clause.questions if isinstance(clause, nodes.ExceptionTo) else ()
        questions = [self._find(question, "question") for question in excepted]
        if None in questions:
            return None
        return Relation(
            form=FORMS[type(clause)],
            target=target,
            questions=tuple(dict.fromkeys(q for q in questions if q is not None)),
            because=clause.because.value if isinstance(clause, nodes.Overrides) else None,
            span=clause.span,
        )

    def _replaces(self) -> Replacement | None:
        clause = self.outline.first(nodes.Replaces)
        if clause is None:
            return None
        target = self._find(clause.provision, "provision")
        document = self._find(clause.document, "document")
        if target is None or document is None:
            return None
        replacement = Replacement(target, document, to_locator(clause.locator), clause.span)
        self.cited.append(replacement)
        return replacement

    def _power(self) -> Power | None:
        clause = self.outline.first(nodes.AuthorisedBy)
        if clause is None or (document := self._find(clause.document, "document")) is None:
            return None
        power = Power(document, to_locator(clause.locator), clause.span)
        self.cited.append(power)
        return power

    def _reserved(self) -> tuple[int, ...] | None:
        clause = self.outline.first(nodes.Reservation)
        if clause is None:
            return None
        header = self.context.header
        ranks = [(name, rank_index(header, name.text)) for name in clause.ranks]
        self.findings.extend(unknown_rank(header, name) for name, rank in ranks if rank is None)
        return tuple(sorted({rank for _, rank in ranks if rank is not None}))

    def _find(self, name: nodes.Name, category: str) -> str | None:
        names = self.context.vocabulary.names
        found = names.find(name, category)
        if found is None:
            self.findings.append(names.unknown(name, category))
        return found


def _with_taken(own: Mapping[str, Provision], taken: tuple[str, ...]) -> Provision:
    """Return the first provision with the effects and citations of the others after its own."""
    first, *others = (own[name] for name in taken)
    effects = (*first.effects, *(effect for other in others for effect in other.effects))
    cites: dict[tuple[str, Locator], Citation] = {}
    for citation in (c for provision in (first, *others) for c in provision.cites):
        cites.setdefault((citation.document, citation.locator), citation)
    return replace(first, effects=effects, cites=tuple(cites.values()) if first.cites else ())


def _with_excepted(provision: Provision, whole: Mapping[str, Provision]) -> Provision:
    """Give an exception that names no questions all those its base speaks on."""
    relation = provision.relation
    if relation is None or relation.form != "exception" or relation.questions:
        return provision
    base = whole.get(relation.target)
    questions = () if base is None else base.questions
    return replace(provision, relation=replace(relation, questions=questions))


def _circles(outlines: Mapping[str, Outline], ties: Ties) -> Iterator[Finding]:
    places = {name: each.node.naming.span for name, each in outlines.items()}
    for graph, message in (
        (ties.related, say("exceptions, provisos and overrides run in a circle")),
        (ties.applied, say("provisions take one another's effects in a circle")),
        (ties.replaced, say("wordings replace one another in a circle")),
    ):
        for circle in circles(graph):
            yield circle_finding(circle, message, places)
