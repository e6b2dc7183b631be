"""The vocabulary of a rulebook: its types, records, facts, roles and definitions, by name.

Takes the statements of all files and the texts of the code tables. Says which names there are and of what type,
and nothing of what is tested on them. A field whose type cannot be read is kept with the finding that says so,
which `paths` gives again wherever the field is used: one mistake is shown once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from checker.findings import Finding, Span, say
from checker.rulebook.codes import TableFile
from checker.rulebook.model import FiniteType, ListType, Record, RecordField, RecordType, ValueType
from checker.rulebook.names import Names, declare_roles, member_names, unknown_name
from checker.rulebook.sizes import MOST_FACTS, first_facts, oversized_fields, self_containing
from checker.rulebook.tables import Owned, read_tables
from checker.rulebook.types import DeclaredType, Findings, names_of, read_finite_types, read_type
from checker.syntax import nodes


class Vocabulary(Struct, frozen=True):
    """What facts there are to speak of.

    `types` (or why one cannot be read) and `roles` are by every alias, `records` and `facts` by canonical name,
    `definitions` by the record they are on (None: the plan) and every alias. `places` tells where a field (by
    record), an attribute (by table) or a fact (None) is declared; `unread` why one of them has no type. `elements` are
    the words that questions have for an element, with the list it is of.
    """

    names: Names
    types: Mapping[str, DeclaredType | Finding]
    records: Mapping[str, Record]
    facts: Mapping[str, RecordField]
    roles: Mapping[str, str]
    definitions: Mapping[Owned, nodes.Definition]
    places: Mapping[Owned, Span]
    unread: Mapping[Owned, Finding]
    elements: Mapping[str, str]

    def fact(self, name: str) -> RecordField | None:
        """Return a fact of the plan by any of its names."""
        return next((f for f in self.facts.values() if name in f.names), None)

    def field(self, record: str, name: str) -> RecordField | None:
        """Return a field of a record by any of its names."""
        return next((f for f in self.records[record].fields if name in f.names), None)

    def definition(self, record: str | None, name: str) -> nodes.Definition | None:
        """Return a definition on a record, or on the plan, by any of its names."""
        return self.definitions.get((record, name))

    @property
    def values(self) -> Iterator[str]:
        """Go through the names of all values that a fact or a field may have, codes aside."""
        fields = (*self.facts.values(), *(f for record in self.records.values() for f in record.fields))
        for each in fields:
            if isinstance(each.type, FiniteType):
                yield from each.type.names

    @property
    def all_names(self) -> Iterator[str]:
        """Go through every name that rules give: of declarations, of values, of what stands in a record behind it."""
        yield from self.names.declared
        yield from self.names.types
        yield from (name for each in self.types.values() if isinstance(each, FiniteType) for name in each.names)
        yield from self.values
        for owner, name in (*self.places, *self.definitions):
            yield name if owner is None else f"{owner}.{name}"

    def known(self, record: str | None) -> Mapping[str, str]:
        """Return what can be named on a record, or at the top of a plan, with the canonical name of each."""
        fields = self.facts.values() if record is None else self.records[record].fields
        defined = {name: d.naming.text for (owner, name), d in self.definitions.items() if owner == record}
        return {**{name: f.name for f in fields for name in f.names}, **defined}


def build_vocabulary(
    statements: Iterable[nodes.Statement], names: Names, tables: Mapping[str, TableFile]
) -> tuple[Vocabulary, Findings]:
    """Read everything declared about facts; `tables` are the files of codes by their path below the rulebook."""
    statements = tuple(statements)
    roles, findings = declare_roles(statements)
    finite, wrong_types = read_finite_types(statements)
    declarations = [s for s in statements if isinstance(s, nodes.CodesDeclaration)]
    codes, wrong_tables = read_tables(declarations, names, finite, tables)
    types: dict[str, DeclaredType | Finding] = {**finite, **codes.types}
    reader = _Reader(names, types, roles, places=dict(codes.places), unread=dict(codes.unread))
    facts = reader.fields(None, [s for s in statements if isinstance(s, nodes.FactDeclaration)])
    records = reader.records([s for s in statements if isinstance(s, nodes.RecordDeclaration)])
    facts = reader.without_too_many(facts, records)
    definitions = reader.definitions([s for s in statements if isinstance(s, nodes.Definition)])
    reader.report_doubled_members(statements)
    findings += wrong_types + wrong_tables + tuple(reader.findings)
    vocabulary = Vocabulary(
        names=names,
        types={alias: types[d.canonical] for alias, d in names.types.items() if d.canonical in types},
        records=dict(sorted(records.items())),
        facts=dict(sorted(facts.items())),
        roles=roles,
        definitions=definitions,
        places=reader.places,
        unread=reader.unread,
        elements=_elements(statements),
    )
    return vocabulary, findings


def answer_type(vocabulary: Vocabulary, node: nodes.Type, question: str) -> ValueType | Finding:
    """Read the type a question answers with: one value, never a record or a list."""
    types = {d.canonical: vocabulary.types[a] for a, d in vocabulary.names.types.items() if a in vocabulary.types}
    answers, findings = read_type(node, question, vocabulary.names, types)
    if findings:
        return findings[0]
    if answers is None or isinstance(answers, RecordType | ListType):
        return Finding(
            "T301", say("`{question}` answers with one value, not with records", question=question), node.span
        )
    return answers


def _elements(statements: Iterable[nodes.Statement]) -> dict[str, str]:
    questions = (s for s in statements if isinstance(s, nodes.QuestionDeclaration))
    subjects = (c for q in questions for c in q.clauses if isinstance(c, nodes.ForEach))
    return {subject.variable.text: subject.list.text for subject in subjects}


@dataclass(slots=True)
class _Reader:
    """Reads declarations of fields, and collects where they stand and what is wrong with them."""

    names: Names
    types: Mapping[str, DeclaredType | Finding]
    roles: Mapping[str, str]
    places: dict[Owned, Span]
    unread: dict[Owned, Finding]
    findings: list[Finding] = field(default_factory=list)

    def fields(
        self, owner: str | None, declarations: Iterable[nodes.FieldDeclaration | nodes.FactDeclaration]
    ) -> dict[str, RecordField]:
        """Read the fields of a record, or the facts of the plan; of two with one name the first counts."""
        found: dict[str, RecordField] = {}
        for node in declarations:
            name = node.naming.text
            if (owner, name) in self.places:
                continue
            self.places[owner, name] = node.naming.names[0].span
            its_type, wrong = read_type(node.type, name, self.names, self.types)
            self.findings.extend(wrong)
            if its_type is None:
                self.unread.update({(owner, alias): wrong[0] for alias in names_of(node.naming)})
                continue
            found[name] = RecordField(names_of(node.naming), its_type, node.optional, self.role(node.decided_by))
        return found

    def role(self, name: nodes.Name | None) -> str | None:
        if name is None or name.text in self.roles:
            return None if name is None else self.roles[name.text]
        message = say("no role is named `{name}`", name=name.text)
        self.findings.append(unknown_name(name, message, self.roles, lambda _: None))
        return None

    def records(self, declarations: Iterable[nodes.RecordDeclaration]) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for node in declarations:
            if node.naming.text not in found:
                fields = self.fields(node.naming.text, node.fields)
                found[node.naming.text] = Record(names_of(node.naming), tuple(fields.values()))
        for record, circular in self_containing(found):
            finding = Finding(
                "D301",
                say("`{record}` contains itself by its field `{field}`", record=record, field=circular.name),
                self.places[record, circular.name],
                help=say("let the inner one have a record of its own"),
            )
            self.cut(found, record, circular, finding)
        for record, large, message in oversized_fields(found):
            self.cut(found, record, large, Finding("S190", message, self.places[record, large.name]))
        return found

    def cut(self, records: dict[str, Record], record: str, member: RecordField, finding: Finding) -> None:
        """Take a field out of its record, and report it."""
        self.findings.append(finding)
        self.unread.update({(record, alias): finding for alias in member.names})
        kept = tuple(f for f in records[record].fields if f is not member)
        records[record] = replace(records[record], fields=kept)

    def without_too_many(self, facts: dict[str, RecordField], records: Mapping[str, Record]) -> dict[str, RecordField]:
        """Leave out the facts that are too many, those within records counted, and report the first of them."""
        kept = dict(first_facts(facts, records))
        if left_out := [name for name in facts if name not in kept]:
            place = self.places[None, left_out[0]]
            finding = Finding("S190", say("more than {most} facts, those in records counted", most=MOST_FACTS), place)
            self.findings.append(finding)
            self.unread.update({(None, alias): finding for name in left_out for alias in facts[name].names})
        return kept

    def definitions(self, declarations: Iterable[nodes.Definition]) -> dict[Owned, nodes.Definition]:
        found: dict[Owned, nodes.Definition] = {}
        for node in declarations:
            record = None if node.record is None else self.names.find(node.record, "record")
            if node.record is not None and record is None:
                self.findings.append(self.names.unknown(node.record, "record"))
                continue
            for alias in names_of(node.naming):
                found.setdefault((record, alias), node)
            self.places.setdefault((record, node.naming.text), node.naming.names[0].span)
        return found

    def report_doubled_members(self, statements: Iterable[nodes.Statement]) -> None:
        """Report two fields of a record that are called alike, or a field and a definition on it."""
        namings: dict[str | None, list[nodes.Naming]] = {}
        seen: set[str] = set()
        for node in statements:
            if isinstance(node, nodes.RecordDeclaration) and node.naming.text not in seen:
                seen.add(node.naming.text)
                namings.setdefault(node.naming.text, [])[:0] = [f.naming for f in node.fields]
            elif isinstance(node, nodes.Definition) and node.record is not None:
                record = self.names.find(node.record, "record")
                namings.setdefault(record, []).append(node.naming)
        for record, members in namings.items():
            if record is not None:
                self.findings.extend(member_names(members)[1])
