"""Declared code tables: their attributes from the rule file, their rows from their own.

Takes the declarations, the finite types and the files; gives a code type for each table. What a file says is
read by `codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.findings import Finding, Span, nearest
from checker.rulebook.codes import PARENT, TableFile, list_codes, read_rows
from checker.rulebook.model import (
    Attribute,
    CodeRow,
    CodeTable,
    CodeType,
    FiniteType,
    ListType,
    RecordType,
)
from checker.rulebook.names import Names, member_names
from checker.rulebook.types import DeclaredType, Findings, names_of, read_type
from checker.syntax import nodes

Places = Mapping[tuple[str | None, str], Span]


def read_tables(
    declarations: Iterable[nodes.CodesDeclaration],
    names: Names,
    finite: Mapping[str, FiniteType],
    files: Mapping[str, TableFile],
) -> tuple[dict[str, CodeType], Places, Findings]:
    """Read the tables by canonical name, and where their attributes are declared; the first of a name counts.

    An attribute may be a code of its own table or of another, so a table is made in three steps: empty, so that
    it can be a type; with its codes listed; with their attributes read.
    """
    nodes_of: dict[str, nodes.CodesDeclaration] = {}
    for node in declarations:
        nodes_of.setdefault(node.naming.text, node)
    tables = {
        name: CodeTable(names_of(node.naming), node.file.value, node.closed is True, (), {})
        for name, node in nodes_of.items()
    }
    codes = {name: CodeType(table) for name, table in tables.items()}
    types: dict[str, DeclaredType] = {**finite, **codes}
    places: dict[tuple[str | None, str], Span] = {}
    findings: list[Finding] = []
    for name, node in nodes_of.items():
        attributes, wrong = _attributes(node, names, types)
        findings.extend(wrong)
        places.update({(name, f.naming.text): f.naming.names[0].span for f in reversed(node.attributes)})
        _complete(tables[name], attributes=attributes)
    if not findings:
        findings.extend(_fill([(nodes_of[name], table) for name, table in tables.items()], files))
    return codes, places, tuple(findings)


def _attributes(
    node: nodes.CodesDeclaration, names: Names, types: Mapping[str, DeclaredType]
) -> tuple[tuple[Attribute, ...], Findings]:
    _, findings = member_names(f.naming for f in node.attributes)
    attributes = []
    for declared in node.attributes:
        name = declared.naming.text
        its_type, wrong = read_type(declared.type, name, names, types)
        findings += wrong
        if PARENT in names_of(declared.naming):
            span = declared.naming.span
            findings += (Finding("N202", f"`{PARENT}` is the code above, and no attribute", span),)
        if isinstance(its_type, RecordType | ListType):
            message = f"`{name}` of a code is one value, not a record"
            findings += (Finding("T301", message, declared.type.span),)
        elif its_type is not None:
            attributes.append(Attribute(names_of(declared.naming), its_type, declared.dated))
    return tuple(attributes), findings


def _fill(tables: list[tuple[nodes.CodesDeclaration, CodeTable]], files: Mapping[str, TableFile]) -> list[Finding]:
    findings: list[Finding] = []
    listed = []
    for node, table in tables:
        file = files.get(table.file)
        if file is None:
            findings.append(_missing(node, files))
            continue
        entries, wrong = list_codes(file)
        findings.extend(wrong)
        _complete(table, rows={code: CodeRow(code, None, {}) for code in entries})
        listed.append((table, file, entries))
    if findings:
        return findings
    read = [(table, *read_rows(table, file, entries)) for table, file, entries in listed]
    for table, rows, wrong in read:
        _complete(table, rows=rows)
        findings.extend(wrong)
    return findings


def _missing(node: nodes.CodesDeclaration, files: Mapping[str, TableFile]) -> Finding:
    near = nearest(node.file.value, files)
    advice = "" if near is None else f'write "{near}"'
    return Finding("D106", f"there is no code table `{node.file.value}`", node.file.span, help=advice)


def _complete(table: CodeTable, **parts: object) -> None:
    """Give a table the next of its parts; it is frozen, and nobody else has seen it yet."""
    for name, value in parts.items():
        object.__setattr__(table, name, value)
