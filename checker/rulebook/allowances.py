"""Allowances: findings of the linter that are said to be right where they stand.

Takes the declarations with what provisions are read with; gives the allowances of the model. What one concerns is
found here, under its canonical name, and its condition is read for the questions among these; whether a finding is
there to be allowed is for the linter. Bears on no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker.findings import REGISTRY, Finding, is_fatal, say
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.model import Allowance, CodeType, Condition, FieldType, Header, ListType, RecordType
from checker.rulebook.names import unknown_name
from checker.rulebook.provisions import Context
from checker.rulebook.subjects import common_bindings, explain_subjects
from checker.rulebook.types import Findings, read_day_or_report
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes


def build_allowances(statements: Iterable[nodes.Statement], context: Context) -> tuple[tuple[Allowance, ...], Findings]:
    """Read the allowances, by file and line; one with a mistake is left out."""
    found: list[Allowance] = []
    findings: list[Finding] = []
    for node in statements:
        if isinstance(node, nodes.Allowance):
            allowance, wrong = _read(node, context)
            findings.extend(wrong)
            if not is_fatal(wrong):
                found.append(allowance)
    return tuple(sorted(found, key=lambda allowance: allowance.span)), tuple(findings)


def _read(node: nodes.Allowance, context: Context) -> tuple[Allowance, Findings]:
    concerns = [_concerned(path, context.vocabulary, context.header) for path in node.concerns]
    until, wrong = read_day_or_report(node.until)
    unknown = tuple(each for each in concerns if isinstance(each, Finding))
    questions = tuple(dict.fromkeys(q for path in node.concerns if (q := _question(path, context)) is not None))
    condition, misread = (None, ()) if unknown else _condition(node, questions, context)
    allowance = Allowance(
        finding=node.finding.text,
        concerns=tuple(dict.fromkeys(name for name in concerns if isinstance(name, str))),
        together=node.together,
        because=node.because.value,
        until=until,
        span=node.finding.span,
        condition=condition,
        questions=() if condition is None else questions,
    )
    return allowance, (*_unfit(node, context.header), *unknown, *wrong, *misread)


def _condition(
    node: nodes.Allowance, questions: tuple[str, ...], context: Context
) -> tuple[Condition | None, Findings]:
    """Read in which cases of its questions a finding is right."""
    if node.condition is None:
        return None, ()
    if unfit := tuple(_not_about_cases(node, node.condition, context)):
        return None, unfit
    reader = ConditionReader(context.vocabulary, context.sources, context.headings)
    condition = reader.read(node.condition, common_bindings(context.questions, questions))
    findings = explain_subjects(reader.findings(), context.questions, questions)
    lists = {context.questions.named[name].list for name in questions if name in context.questions.named}
    return condition, findings if len(lists) < 2 else tuple(map(_of_no_common_list, findings))


def _not_about_cases(node: nodes.Allowance, condition: nodes.Condition, context: Context) -> Iterator[Finding]:
    """Report a condition on a finding that is about no cases, or under a name that is no question."""
    written = node.finding.text
    entry = REGISTRY.get(written)
    if entry is None or not entry.allowable:
        return
    if not entry.of_cases:
        message = say("`{id}` is never about some cases alone, so that no condition can limit its `allow`", id=written)
        yield Finding("D403", message, condition.span, help=say("leave out the `when`"))
        return
    others = [path for path in node.concerns if _question(path, context) is None]
    if others and (not node.together or len(others) == len(node.concerns)):
        name = ".".join(part.text for part in others[0].parts)
        message = say("a condition says which cases of a question are meant, and `{name}` is no question", name=name)
        advice = say("name the question: `on QUESTION`, or `between QUESTION and {name}`", name=name)
        yield Finding("D403", message, others[0].span, help=advice)


def _of_no_common_list(finding: Finding) -> Finding:
    """Say of an element spoken of under questions of different lists that the `allow` cannot work."""
    if finding.id != "T304":
        return finding
    message = say("the questions are not asked of one list, so that the condition can speak of no element")
    return replace(finding, id="D403", message=message, help=say("write one `allow` for each question"))


def _question(path: nodes.Path, context: Context) -> str | None:
    """Return the question a path names, if it names one."""
    return context.vocabulary.names.find(path.parts[0], "question") if len(path.parts) == 1 else None


def _unfit(node: nodes.Allowance, header: Header) -> Iterator[Finding]:
    """Report an id that does not exist or cannot be allowed, a reason without words, an end that can never come."""
    written = node.finding
    if written.text not in REGISTRY:
        ids = [entry.id for entry in REGISTRY.values() if entry.allowable]
        yield unknown_name(written, say("no finding has the id `{id}`", id=written.text), ids, lambda _: None)
    elif not REGISTRY[written.text].allowable:
        advice = say("mend what it reports, and leave the `allow` out")
        yield Finding("D403", say("`{id}` cannot be allowed", id=written.text), written.span, help=advice)
    if not any(letter.isalnum() for letter in node.because.value):
        message = say("the finding `{finding}` is allowed without a reason", finding=written.text)
        yield Finding("D403", message, node.because.span, help=say("write why it is right as it stands"))
    if node.until is not None and header.reviewed_until is None:
        message = say("an `allow` ends with what has been reviewed, and the rulebook does not say until when that is")
        advice = say("add `reviewed until DATE` to the rulebook")
        yield Finding("D403", message, node.until.span, help=advice)


def _concerned(path: nodes.Path, vocabulary: Vocabulary, header: Header) -> str | Finding:
    """Find what a finding is to be about: a name of the rulebook, or a field or an attribute behind its owner's."""
    first, *further = path.parts
    declared = vocabulary.names.declared.get(first.text) or vocabulary.names.types.get(first.text)
    if not further:
        return _alone(first, vocabulary, header) if declared is None else declared.canonical
    owner = None if declared is None else _type_of(first.text, vocabulary)
    found = first.text
    for name in further:
        inner = None if owner is None else _member(owner, name.text, vocabulary)
        if inner is None:
            message = say("`{owner}` has nothing named `{name}`", owner=found, name=name.text)
            return unknown_name(name, message, _members(owner, vocabulary), lambda _: None)
        found, owner = inner
    return found


def _alone(name: nodes.Name, vocabulary: Vocabulary, header: Header) -> str | Finding:
    """Find a role or a rank, whose names are none of the rulebook's own."""
    ranks = [rank for group in header.ranks for rank in group]
    if name.text in vocabulary.roles:
        return vocabulary.roles[name.text]
    if name.text in ranks:
        return name.text
    names = vocabulary.names
    known = (*names.declared, *names.types, *vocabulary.roles, *ranks)
    return unknown_name(name, say("nothing is named `{name}`", name=name.text), known, names.place)


def _type_of(name: str, vocabulary: Vocabulary) -> FieldType | None:
    """Return what is behind a name: the type of a fact, or the record or the table itself."""
    fact = vocabulary.fact(name)
    if fact is not None:
        return fact.type
    if (declared := vocabulary.names.types.get(name)) is None:
        return None
    found = vocabulary.types.get(name)
    return (
        RecordType(declared.canonical)
        if declared.category == "record"
        else None
        if isinstance(found, Finding)
        else found
    )


def _member(owner: FieldType, name: str, vocabulary: Vocabulary) -> tuple[str, FieldType | None] | None:
    """Return a field or definition of a record, or an attribute of a code, with the type of what is behind it."""
    match owner:
        case RecordType(record) | ListType(record):
            if (field := vocabulary.field(record, name)) is not None:
                return f"{record}.{field.name}", field.type
            definition = vocabulary.definition(record, name)
            return None if definition is None else (f"{record}.{definition.naming.text}", None)
        case CodeType(table):
            attribute = table.attribute(name)
            return None if attribute is None else (f"{table.names[0]}.{attribute.name}", attribute.type)
    return None


def _members(owner: FieldType | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    match owner:
        case RecordType(record) | ListType(record):
            return tuple(vocabulary.known(record))
        case CodeType(table):
            return tuple(name for attribute in table.attributes for name in attribute.names)
    return ()
