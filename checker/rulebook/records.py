"""What is put on record beside the provisions: known gaps, open points, and what cannot happen.

Takes the declarations with what provisions are read with; gives the records of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import product

from checker.findings import Finding, in_order
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.documents import read_citation
from checker.rulebook.excerpts import excerpt
from checker.rulebook.model import ALWAYS, Citation, Impossibility, KnownGap, OpenPoint
from checker.rulebook.paths import RecordPlace, own_name, record_places
from checker.rulebook.provisions import Context
from checker.rulebook.subjects import common_bindings, explain_subjects
from checker.rulebook.types import Findings, names_of
from checker.rulebook.unbuilt import unbuilt
from checker.syntax import nodes


def build_known_gaps(statements: Iterable[nodes.Statement], context: Context) -> tuple[tuple[KnownGap, ...], Findings]:
    """Read the silences on record, by file and line."""
    gaps: list[KnownGap] = []
    findings: list[Finding] = []
    for node in statements:
        if not isinstance(node, nodes.KnownGap):
            continue
        names = context.vocabulary.names
        asked = tuple(dict.fromkeys(names.find(q, "question") or q.text for q in node.questions))
        findings.extend(names.unknown(q, "question") for q in node.questions if not names.find(q, "question"))
        reader = ConditionReader(context.vocabulary, context.sources)
        bindings = common_bindings(context.questions, asked)
        condition = ALWAYS if node.condition is None else reader.read(node.condition, bindings)
        findings.extend(explain_subjects(reader.findings(), context.questions, asked))
        cites, wrong = _citations(node.cites, context)
        findings.extend(wrong)
        gap = KnownGap(names_of(node.naming), asked, condition, cites, node.because.value, node.naming.span)
        gaps.append(gap)
    return tuple(sorted(gaps, key=lambda gap: gap.span)), tuple(findings)


def build_open_points(
    statements: Iterable[nodes.Statement], context: Context
) -> tuple[tuple[OpenPoint, ...], Findings]:
    """Read what was left vague, by file and line."""
    points: list[OpenPoint] = []
    findings: list[Finding] = []
    names = context.vocabulary.names
    for node in statements:
        if isinstance(node, nodes.OpenPoint):
            subject = names.find(node.subject, "provision") or names.find(node.subject, "question")
            if subject is None:
                findings.append(names.unknown_of(node.subject, ("provision", "question")))
                continue
            points.append(OpenPoint(names_of(node.naming), subject, node.because.value, node.naming.span))
    return tuple(sorted(points, key=lambda point: point.span)), tuple(findings)


def build_impossibilities(
    statements: Iterable[nodes.Statement], context: Context
) -> tuple[tuple[Impossibility, ...], Findings]:
    """Read what cannot happen, by file and line; one of a record's elements once for each list of them."""
    found: list[Impossibility] = []
    findings: list[Finding] = []
    for node in statements:
        if isinstance(node, nodes.Never):
            each, wrong = _impossible(node, context)
            found.extend(each)
            findings.extend(wrong)
    return tuple(sorted(found, key=lambda i: (i.span, i.list or ""))), in_order(findings)


def _impossible(node: nodes.Never, context: Context) -> tuple[list[Impossibility], Findings]:
    """Read one `never` for every place of the records it names: for each list of them, each element."""
    cites, wrong = _citations(node.cites, context)
    findings = list(wrong)
    found: list[Impossibility] = []
    choices = list(product(*_places(node.condition, context)))
    spoken_of = [(places, {p.list for p in places if p.list is not None}) for places in choices]
    together = [(places, lists) for places, lists in spoken_of if len(lists) <= 1]
    if not together:
        message = "elements of two lists are spoken of at once, and nothing says which belong together"
        findings.append(Finding("T304", message, node.condition.span))
    for places, lists in together:
        over = next(iter(lists), None)
        if over is not None and "[]" in over:
            findings.append(unbuilt("what cannot happen in a list within a list", node.span))
            continue
        reader = ConditionReader(context.vocabulary, context.sources)
        condition = reader.read(node.condition, tuple(own_name(place) for place in places))
        findings.extend(reader.findings())
        text = excerpt(context.sources, node.condition.span)
        found.append(Impossibility(condition, over, node.because.value, text, cites, node.span))
    return found, tuple(findings)


def _places(condition: nodes.Condition, context: Context) -> list[tuple[RecordPlace, ...]]:
    """Return, for each record a condition names, all places where it stands."""
    names = context.vocabulary.names
    named = (names.find(path.parts[0], "record") for path in _paths(condition))
    records = dict.fromkeys(record for record in named if record is not None)
    places = [record_places(context.vocabulary, record) for record in records]
    return [each for each in places if each]


def _paths(node: object) -> Iterator[nodes.Path]:
    """Walk a condition for the paths in it."""
    if isinstance(node, nodes.Path):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif isinstance(node, nodes.Node):
        for each in fields(node):
            yield from _paths(getattr(node, each.name))


def _citations(cites: Iterable[nodes.Citation], context: Context) -> tuple[tuple[Citation, ...], Findings]:
    read = [read_citation(context.vocabulary.names, context.documents, node) for node in cites]
    findings = tuple(finding for _, wrong in read for finding in wrong)
    return tuple(citation for citation, _ in read if citation is not None), findings
