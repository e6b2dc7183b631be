"""Declared code tables: their attributes from the rule file, their rows from their own.

Takes the declarations, the finite types and the files; gives a code type for each table, or why its file lists no
codes, and why an attribute has no type. What a file says is read by `codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Finding, Span, nearest, say
from checker.rulebook.codes import PARENT, Entry, TableFile, list_codes, read_rows
from checker.rulebook.model import (
    Attribute,
    CodeRow,
    CodeTable,
    CodeType,
    FieldType,
    FiniteType,
    ListType,
    RecordType,
)
from checker.rulebook.names import Names, member_names
from checker.rulebook.types import DeclaredType, Findings, names_of, read_type
from checker.syntax import nodes

Owned = tuple[str | None, str]


class Tables(Struct, frozen=True):
    """The tables by canonical name; for one whose file cannot be read, the finding that says so.

    `places` tells where an attribute is declared, `unread` why one has no type, both by table and name.
    """

    types: Mapping[str, CodeType | Finding]
    places: Mapping[Owned, Span]
    unread: Mapping[Owned, Finding]


def read_tables(
    declarations: Iterable[nodes.CodesDeclaration],
    names: Names,
    finite: Mapping[str, FiniteType],
    files: Mapping[str, TableFile],
) -> tuple[Tables, Findings]:
    """Read the tables; of two with one name the first counts.

    An attribute may be a code of its own table or of another, so a table is made in three steps: with its codes
    listed, so that it can be a type; with the types of its attributes; with what each code has of them.
    """
    nodes_of: dict[str, nodes.CodesDeclaration] = {}
    for node in declarations:
        nodes_of.setdefault(node.naming.text, node)
    listed = {name: _list(node, files) for name, node in nodes_of.items()}
    findings = [finding for _, _, wrong in listed.values() for finding in wrong]
    codes: dict[str, CodeType | Finding] = {name: table for name, (table, _, _) in listed.items()}
    places: dict[Owned, Span] = {}
    unread: dict[Owned, Finding] = {}
    for name, node in nodes_of.items():
        places.update({(name, f.naming.text): f.naming.names[0].span for f in reversed(node.attributes)})
        attributes, untyped, wrong = _attributes(node, names, {**finite, **codes})
        findings.extend(wrong)
        unread.update({(name, alias): finding for alias, finding in untyped.items()})
        if isinstance(table := codes[name], CodeType):
            _complete(table.table, attributes=attributes)
    for name, (table, entries, _) in listed.items():
        if isinstance(table, CodeType):
            untyped_here = {alias for owner, alias in unread if owner == name}
            rows, wrong = read_rows(table.table, files[table.table.file], entries, untyped_here)
            _complete(table.table, rows=rows)
            findings.extend(wrong)
    return Tables(codes, places, unread), tuple(findings)


def _list(
    node: nodes.CodesDeclaration, files: Mapping[str, TableFile]
) -> tuple[CodeType | Finding, Mapping[str, Entry], Findings]:
    """Make a table of the codes in its file, which have no attributes yet."""
    file = files.get(node.file.value)
    if file is None:
        missing = _missing(node, files)
        return missing, {}, (missing,)
    entries, wrong = list_codes(file)
    if wrong and not entries:
        return wrong[0], {}, wrong
    rows = {code: CodeRow(code, None, {}) for code in entries}
    return CodeType(CodeTable(names_of(node.naming), node.file.value, node.closed is True, (), rows)), entries, wrong


def _attributes(
    node: nodes.CodesDeclaration, names: Names, types: Mapping[str, DeclaredType | Finding]
) -> tuple[tuple[Attribute, ...], Mapping[str, Finding], Findings]:
    """Read the attributes that have a type, and why others have none."""
    _, findings = member_names(f.naming for f in node.attributes)
    attributes = []
    untyped: dict[str, Finding] = {}
    for declared in node.attributes:
        its_type, wrong = read_type(declared.type, declared.naming.text, names, types)
        wrong += tuple(_misfits(declared, its_type))
        findings += wrong
        if wrong:
            untyped.update(dict.fromkeys(names_of(declared.naming), wrong[0]))
        elif its_type is not None and not isinstance(its_type, RecordType | ListType):
            attributes.append(Attribute(names_of(declared.naming), its_type, declared.dated))
    return tuple(attributes), untyped, findings


def _misfits(declared: nodes.FieldDeclaration, its_type: FieldType | None) -> Iterator[Finding]:
    if PARENT in names_of(declared.naming):
        yield Finding("N202", say("`{name}` is the code above, and no attribute", name=PARENT), declared.naming.span)
    if isinstance(its_type, RecordType | ListType):
        message = say("`{attribute}` of a code is one value, not a record", attribute=declared.naming.text)
        yield Finding("T301", message, declared.type.span)


def _missing(node: nodes.CodesDeclaration, files: Mapping[str, TableFile]) -> Finding:
    near = nearest(node.file.value, files)
    advice = None if near is None else say('write "{file}"', file=near)
    return Finding("D106", say("there is no code table `{file}`", file=node.file.value), node.file.span, help=advice)


def _complete(table: CodeTable, **parts: object) -> None:
    """Give a table the next of its parts; it is frozen, and nobody else has seen it yet."""
    for name, value in parts.items():
        object.__setattr__(table, name, value)
