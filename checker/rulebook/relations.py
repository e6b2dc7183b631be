"""Relations between provisions that the rules of the language do not allow.

Takes the provisions with their documents and questions, gives findings only. What runs in a circle is found in
`provisions`; what two provisions say against each other is no mistake, and is decided by the logic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.findings import Finding, Message, Related, say
from checker.rulebook.model import Document, KnownGap, Power, Provision, Question, Relation
from checker.rulebook.types import Findings


def check_relations(provisions: Mapping[str, Provision], documents: Mapping[str, Document]) -> Findings:
    """Report relations without power, without effect or without a common question."""
    findings: list[Finding] = []
    for provision in provisions.values():
        relation = provision.relation
        target = None if relation is None else provisions.get(relation.target)
        if relation is not None and target is not None and relation.form != "proviso":
            findings.extend(_without_power(provision, relation, target, documents))
            findings.extend(_without_effect(provision, relation, target))
    return tuple(findings)


def check_known_gaps(gaps: Iterable[KnownGap], questions: Mapping[str, Question]) -> Findings:
    """Report silences on record where silence has a meaning, so that there is no gap."""
    return tuple(_no_gap(gap, questions[q]) for gap in gaps for q in gap.questions if _has_meaning(questions, q))


def _without_power(
    attacker: Provision, relation: Relation, target: Provision, documents: Mapping[str, Document]
) -> Iterator[Finding]:
    """Report practice that strikes at law, and a lower text that strikes at a higher one."""
    own, others = _document(attacker, documents), _document(target, documents)
    if own is None or others is None:
        return
    exception = relation.form == "exception"
    if not own.binding:
        yield Finding("D205", _binds_nobody(own, exception), relation.span)
        return
    if attacker.power is not None:
        yield from _bad_power(attacker.power, own, others, documents)
        return
    if own.rank is None or others.rank is None or own.rank <= others.rank:
        return
    if target.reserved is not None and (not target.reserved or own.rank in target.reserved):
        return
    if exception:
        message = say(
            "`{document}` ranks below `{higher}`, and cannot except `{provision}` of its own power",
            document=own.name,
            higher=others.name,
            provision=target.name,
        )
    else:
        message = say(
            "`{document}` ranks below `{higher}`, and cannot override `{provision}` of its own power",
            document=own.name,
            higher=others.name,
            provision=target.name,
        )
    related = (Related(target.span, say("`{provision}` does not yield to this rank", provision=target.name)),)
    advice = say("add `authorised by DOCUMENT item …`, or let it permit or forbid without a relation")
    yield Finding("D201", message, relation.span, help=advice, related=related)


def _binds_nobody(document: Document, exception: bool) -> Message:
    name = document.name
    if document.practice and exception:
        return say("`{document}` is practice, and cannot except anything", document=name)
    if document.practice:
        return say("`{document}` is practice, and cannot override anything", document=name)
    if exception:
        return say("`{document}` binds officers only, and cannot except anything", document=name)
    return say("`{document}` binds officers only, and cannot override anything", document=name)


def _bad_power(power: Power, own: Document, others: Document, documents: Mapping[str, Document]) -> Iterator[Finding]:
    giver = documents.get(power.document)
    if giver is None or others.rank is None:
        return
    if giver.name == own.name:
        yield Finding("D207", say("`{document}` cannot give itself the power", document=own.name), power.span)
    elif giver.rank is None or giver.rank > others.rank:
        message = say(
            "`{document}` ranks below `{higher}`, and cannot give power over it",
            document=giver.name,
            higher=others.name,
        )
        yield Finding("D207", message, power.span)


def _without_effect(attacker: Provision, relation: Relation, target: Provision) -> Iterator[Finding]:
    """Report an exception that says nothing where it takes away, and a relation that meets its target nowhere."""
    if relation.form == "override":
        if not set(attacker.questions) & set(target.questions):
            message = say(
                "`{provision}` and `{other}` answer no question in common", provision=attacker.name, other=target.name
            )
            yield Finding("D203", message, relation.span)
        return
    for question in relation.questions:
        if question not in target.questions:
            message = say(
                "`{provision}` does not answer `{question}`, so nothing can be excepted there",
                provision=target.name,
                question=question,
            )
            yield Finding("D203", message, relation.span)
        elif question not in attacker.questions:
            message = say(
                "`{provision}` takes `{other}` out on `{question}` and says nothing there itself",
                provision=attacker.name,
                other=target.name,
                question=question,
            )
            advice = say("add an effect on `{question}`, `leave {question} open` if nothing else", question=question)
            yield Finding("D202", message, relation.span, help=advice)


def _no_gap(gap: KnownGap, question: Question) -> Finding:
    message = say("silence on `{question}` has a meaning, so there is no gap to record", question=question.name)
    related = (Related(question.span, say("what silence means is said here")),)
    return Finding("D204", message, gap.span, related=related)


def _has_meaning(questions: Mapping[str, Question], name: str) -> bool:
    return name in questions and questions[name].silence is not None


def _document(provision: Provision, documents: Mapping[str, Document]) -> Document | None:
    return documents.get(provision.document) if provision.cites else None
