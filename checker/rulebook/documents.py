"""Documents, what ends them, and which of their items were left out.

Takes the statements with the vocabulary and header, gives the documents of the model. What a document `applies when`
is compiled by a function that is passed in. A document with mistakes is built all the same, with the first of all
days for one that is missing, so that what cites it is checked as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from checker.findings import Finding, Message, both, say
from checker.rulebook.header import clause_of, rank_index, unknown_rank
from checker.rulebook.model import (
    ALWAYS,
    FIRST_DAY,
    STANDINGS,
    UNSTATED,
    Citation,
    Condition,
    Conjunct,
    Document,
    Header,
    Locator,
    NotEncoded,
    Repeal,
)
from checker.rulebook.names import Names, unknown_name
from checker.rulebook.paths import Binding
from checker.rulebook.types import Findings, names_of, read_day_or_report, read_window
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

_OF_PRACTICE: Mapping[type[nodes.DocumentClause], tuple[Message, Message]] = {
    nodes.Issued: (say("`issued`"), say("`issued …`")),
    nodes.InForce: (say("`in force from`"), say("`in force from …`")),
}
_OF_LAW: Mapping[type[nodes.DocumentClause], tuple[Message, Message]] = {
    nodes.Rank: (say("`rank`"), say("`rank …`")),
    nodes.Issuer: (say("`issuer`"), say("`issuer …`")),
    **_OF_PRACTICE,
}
"""The clauses a document must have, as they are named and as they are typed."""

ReadCondition = Callable[[nodes.Condition, tuple[Binding, ...]], tuple[Condition, tuple[Conjunct, ...], Findings]]


class Documents(Struct, frozen=True):
    """The documents by canonical name, in the order of the names, with what was declared of them."""

    documents: Mapping[str, Document]
    repeals: tuple[Repeal, ...]
    not_encoded: tuple[NotEncoded, ...]


def build_documents(
    statements: Iterable[nodes.Statement], vocabulary: Vocabulary, header: Header, condition: ReadCondition
) -> tuple[Documents, Findings]:
    """Read all documents, repeals and omissions; of two documents with one name the first counts."""
    documents: dict[str, Document] = {}
    repeals: list[Repeal] = []
    omissions: list[NotEncoded] = []
    findings: list[Finding] = []
    for node in statements:
        match node:
            case nodes.DocumentDeclaration():
                document, wrong = _read_document(node, header, condition)
                documents.setdefault(document.name, document)
            case nodes.Repeal():
                ended, wrong = _read_repeal(node, vocabulary.names)
                repeals.extend(ended)
            case nodes.NotEncoded():
                omitted, wrong = _read_omission(node, vocabulary.names)
                omissions.extend(omitted)
            case _:
                continue
        findings.extend(wrong)
    in_order = sorted(repeals, key=lambda r: r.span), sorted(omissions, key=lambda n: n.span)
    found = Documents(dict(sorted(documents.items())), tuple(in_order[0]), tuple(in_order[1]))
    return found, tuple(findings)


def read_citation(
    names: Names, documents: Mapping[str, Document], node: nodes.Citation
) -> tuple[Citation | None, Findings]:
    """Read a citation; without a standing of its own it has its document's."""
    document = names.find(node.document, "document")
    if document is None:
        return None, (names.unknown(node.document, "document"),)
    cited = documents.get(document)
    standing, reason = (UNSTATED, None) if cited is None else (cited.standing, cited.standing_reason)
    findings: Findings = ()
    if node.standing is not None:
        standing, reason, findings = _read_standing(node.standing)
    return Citation(document, to_locator(node.locator), standing, reason, node.span), findings


def to_locator(node: nodes.Locator | None) -> Locator:
    """Return the place a node names; the whole document when there is none."""
    return Locator(() if node is None else node.steps)


def item_runs(node: nodes.Items | nodes.Locator | None) -> tuple[tuple[tuple[int, int], ...], Findings]:
    """Return runs of item numbers; of a locator the number of its outermost step."""
    if node is None:
        return (), ()
    if isinstance(node, nodes.Locator):
        return tuple((number, number) for _, number in node.steps[:1]), ()
    backwards = [run for run in node.runs if run[1] < run[0]]
    findings = (
        Finding("D102", say("items {first}..{last} run backwards", first=low, last=high), node.span)
        for low, high in backwards
    )
    return tuple(run for run in node.runs if run not in backwards), tuple(findings)


def _read_document(
    node: nodes.DocumentDeclaration, header: Header, condition: ReadCondition
) -> tuple[Document, Findings]:
    clauses = node.clauses
    practice = clause_of(clauses, nodes.Practice) is not None
    issuer = clause_of(clauses, nodes.Issuer)
    number = clause_of(clauses, nodes.NumberClause)
    source = clause_of(clauses, nodes.Source)
    rank, rank_name, wrong_rank = _read_rank(clause_of(clauses, nodes.Rank), header)
    issued, issued_exact, wrong_issued = _read_issued(clause_of(clauses, nodes.Issued))
    in_force, latest, until, wrong_window = _read_force(clauses)
    items, wrong_items = item_runs(clause_of(clauses, nodes.Items))
    standing, reason, wrong_standing = _read_standing(clause_of(clauses, nodes.Standing))
    applies_when, wrong_condition = _read_condition(clause_of(clauses, nodes.AppliesWhen), condition)
    document = Document(
        names=names_of(node.naming),
        title=None if node.title is None else node.title.value,
        rank=rank,
        rank_name=rank_name,
        issuer=None if issuer is None else issuer.name.text,
        number=None if number is None else number.value.value,
        issued=issued,
        issued_exact=issued_exact,
        in_force=in_force,
        in_force_latest=latest,
        until=until,
        items=items,
        standing=standing,
        standing_reason=reason,
        source=None if source is None else source.value.value,
        applies_when=applies_when,
        practice=practice,
        binds_officers=clause_of(clauses, nodes.BindOfficers) is not None,
        span=node.naming.span,
    )
    wrong = (wrong_rank, wrong_issued, wrong_window, wrong_items, wrong_standing, wrong_condition)
    return document, (*_missing(node, practice), *(finding for findings in wrong for finding in findings))


def _missing(node: nodes.DocumentDeclaration, practice: bool) -> Findings:
    wanted = _OF_PRACTICE if practice else _OF_LAW
    missing = [words for kind, words in wanted.items() if clause_of(node.clauses, kind) is None]
    if not missing:
        return ()
    message = say(
        "document `{document}` lacks {clauses}", document=node.naming.text, clauses=both(name for name, _ in missing)
    )
    advice = say("add {clauses}", clauses=both(typed for _, typed in missing))
    return (Finding("D101", message, node.naming.span, help=advice),)


def _read_rank(clause: nodes.Rank | None, header: Header) -> tuple[int | None, str | None, Findings]:
    if clause is None:
        return None, None, ()
    rank = rank_index(header, clause.name.text)
    return rank, clause.name.text, () if rank is not None else (unknown_rank(header, clause.name),)


def _read_issued(clause: nodes.Issued | None) -> tuple[int, bool, Findings]:
    day, findings = read_day_or_report(None if clause is None else clause.day)
    return FIRST_DAY if day is None else day, clause is None or clause.exact, findings


def _read_force(
    clauses: tuple[nodes.DocumentClause, ...],
) -> tuple[int, int | None, int | None, Findings]:
    """Read when a document begins, the end of the band if the day is not known, and its own end."""
    force = clause_of(clauses, nodes.InForce)
    sunset = clause_of(clauses, nodes.Until)
    begins = None if force is None else force.day
    in_force, until, findings = read_window(begins, None if sunset is None else sunset.day)
    latest, wrong = read_day_or_report(None if force is None else force.latest)
    findings += wrong
    if in_force is not None and latest is not None and force is not None and latest < in_force:
        findings += (
            Finding("D105", say("the last day on which it may have come into force lies before the first"), force.span),
        )
    known = latest is None or latest == in_force
    return FIRST_DAY if in_force is None else in_force, None if known else latest, until, findings


def _read_standing(clause: nodes.Standing | None) -> tuple[str, str | None, Findings]:
    if clause is None:
        return UNSTATED, None, ()
    word, reason = clause.word, None if clause.reason is None else clause.reason.value
    if word.text in STANDINGS:
        return word.text, reason, ()
    message = say("no standing is named `{word}`", word=word.text)
    return UNSTATED, reason, (unknown_name(word, message, STANDINGS, lambda _: None),)


def _read_condition(clause: nodes.AppliesWhen | None, condition: ReadCondition) -> tuple[Condition, Findings]:
    if clause is None:
        return ALWAYS, ()
    read, _, findings = condition(clause.condition, ())
    return read, findings


def _read_repeal(node: nodes.Repeal, names: Names) -> tuple[list[Repeal], Findings]:
    day, findings = read_day_or_report(node.day)
    by = names.find(node.by, "document")
    if by is None:
        findings += (names.unknown(node.by, "document"),)
    repeals = []
    for target in node.targets:
        document = names.find(target.document, "document")
        if document is None:
            findings += (names.unknown(target.document, "document"),)
        elif by is not None:
            places = to_locator(target.locator), to_locator(node.locator)
            since = FIRST_DAY if day is None else day
            repeals.append(Repeal(document, places[0], by, places[1], since, target.span))
    return repeals, findings


def _read_omission(node: nodes.NotEncoded, names: Names) -> tuple[list[NotEncoded], Findings]:
    document = names.find(node.document, "document")
    if document is None:
        return [], (names.unknown(node.document, "document"),)
    items, findings = item_runs(node.items)
    return [NotEncoded(document, items, node.because.value, node.span)], findings
