"""From statements to a rulebook: the passes in their order.

Takes the statements of all files in the order of their paths, the code tables and the texts; gives the rulebook, or
none when anything is wrong. Every pass goes as far as it can, so that one run finds the mistakes of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct

from checker.findings import Finding, in_order, is_fatal
from checker.rulebook.allowances import build_allowances
from checker.rulebook.codes import TableFile
from checker.rulebook.conditions import check_definitions, read_condition
from checker.rulebook.documents import Documents, build_documents
from checker.rulebook.excerpts import Sources
from checker.rulebook.header import read_header
from checker.rulebook.headings import read_headings
from checker.rulebook.impossibilities import build_impossibilities
from checker.rulebook.items import check_items
from checker.rulebook.model import Header, Rulebook, Scenarios, SourceFact
from checker.rulebook.names import declare
from checker.rulebook.provisions import Context, Provisions, build_provisions
from checker.rulebook.question_circles import check_questions
from checker.rulebook.questions import build_questions
from checker.rulebook.records import build_known_gaps, build_open_points
from checker.rulebook.register import REGISTER, read_register
from checker.rulebook.relations import check_known_gaps, check_relations
from checker.rulebook.types import Findings
from checker.rulebook.vocabulary import Vocabulary, build_vocabulary
from checker.syntax import nodes

Value = TypeVar("Value")


class Material(Struct, frozen=True):
    """All that a rulebook is made of; tables are by their path below the rulebook's folder."""

    statements: tuple[nodes.Statement, ...]
    tables: Mapping[str, TableFile]
    sources: Sources
    scenarios: tuple[Scenarios, ...]
    digest: str


def assemble(material: Material) -> tuple[Rulebook | None, Findings]:
    """Resolve and check everything; there is no rulebook when a finding is an error."""
    names, findings = declare(material.statements)
    vocabulary, wrong = build_vocabulary(material.statements, names, material.tables)
    findings += wrong
    header, wrong_header = read_header(material.statements, vocabulary)
    findings += wrong_header
    if header is None:
        return None, in_order(findings)
    rulebook, wrong = _with_norms(material, vocabulary, header)
    findings = in_order((*findings, *wrong))
    return None if is_fatal(findings) else rulebook, findings


def _with_norms(material: Material, vocabulary: Vocabulary, header: Header) -> tuple[Rulebook, Findings]:
    """Read what stands on vocabulary and header: documents, questions, provisions, records."""
    statements, sources = material.statements, material.sources
    headings = read_headings(statements, vocabulary, header)
    documents, wrong_documents = build_documents(
        statements, vocabulary, header, partial(read_condition, vocabulary, sources, headings)
    )
    questions, wrong_questions = build_questions(statements, vocabulary, sources, header, headings, documents.documents)
    context = Context(vocabulary, sources, header, documents.documents, questions, headings)
    provisions, wrong_provisions = build_provisions(statements, context)
    known_gaps, wrong_gaps = build_known_gaps(statements, context)
    open_points, wrong_points = build_open_points(statements, context)
    impossibilities, wrong_never = build_impossibilities(statements, context)
    allowances, wrong_allowances = build_allowances(statements, context)
    register, wrong_register = _register(material, vocabulary)
    rulebook = Rulebook(
        header=header,
        records=_by_name(vocabulary.records),
        facts=_by_name(vocabulary.facts),
        documents=_by_name(documents.documents),
        repeals=documents.repeals,
        not_encoded=documents.not_encoded,
        questions=_by_name(questions.named),
        provisions=_by_name(provisions.named),
        known_gaps=known_gaps,
        open_points=open_points,
        impossibilities=impossibilities,
        scenarios=material.scenarios,
        digest=material.digest,
        allowances=allowances,
        register=register,
    )
    findings = (
        *check_definitions(vocabulary, sources, headings),
        *wrong_documents,
        *wrong_questions,
        *wrong_provisions,
        *wrong_gaps,
        *wrong_points,
        *wrong_never,
        *wrong_allowances,
        *wrong_register,
        *check_relations(provisions.named, documents.documents),
        *check_known_gaps(known_gaps, questions.named),
        *check_questions(rulebook),
        *_check_items(rulebook, documents, provisions),
    )
    return rulebook, findings


def _check_items(rulebook: Rulebook, documents: Documents, provisions: Provisions) -> Iterator[Finding]:
    """Check items against all that cites them; what is forgotten is not sure while a citation cannot be read."""
    cited = (
        *provisions.cited,
        *(c for question in rulebook.questions.values() for c in question.silence_cites),
        *(c for gap in rulebook.known_gaps for c in gap.cites),
        *(c for impossibility in rulebook.impossibilities for c in impossibility.cites),
    )
    for finding in check_items(documents, cited):
        if finding.id != "D103" or provisions.all_cited:
            yield finding


def _register(material: Material, vocabulary: Vocabulary) -> tuple[tuple[SourceFact, ...], Findings]:
    file = material.tables.get(REGISTER)
    return ((), ()) if file is None else read_register(file, frozenset(vocabulary.all_names))


def _by_name(found: Mapping[str, Value]) -> Mapping[str, Value]:
    return MappingProxyType(dict(sorted(found.items())))
