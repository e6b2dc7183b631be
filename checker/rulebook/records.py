"""What is put on record beside the provisions: known gaps and open points.

Takes the declarations with what provisions are read with; gives the records of the model.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.findings import Finding
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.documents import read_citation
from checker.rulebook.model import ALWAYS, Citation, KnownGap, OpenPoint
from checker.rulebook.provisions import Context
from checker.rulebook.subjects import common_bindings, explain_subjects
from checker.rulebook.types import Findings, names_of
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
        reader = ConditionReader(context.vocabulary, context.sources, context.headings)
        bindings = common_bindings(context.questions, asked)
        condition = ALWAYS if node.condition is None else reader.read(node.condition, bindings)
        findings.extend(explain_subjects(reader.findings(), context.questions, asked))
        cites, wrong = read_citations(node.cites, context)
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


def read_citations(cites: Iterable[nodes.Citation], context: Context) -> tuple[tuple[Citation, ...], Findings]:
    """Read citations; one that cannot be read is left out."""
    read = [read_citation(context.vocabulary.names, context.documents, node) for node in cites]
    findings = tuple(finding for _, wrong in read for finding in wrong)
    return tuple(citation for citation, _ in read if citation is not None), findings
