"""Loading: the files of a rulebook to the rulebook.

Takes a folder, its files or texts; gives a rulebook, or none, and everything that is wrong with it, alike whatever
order the files come in. The parser and the readers of rules are imported when a rulebook is made: who has one that
was made before needs neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from checker.findings import Finding, in_order, is_fatal
from checker.rulebook.files import File, digest_of, given_files, read_folder
from checker.rulebook.model import Rulebook, Scenarios
from checker.texts import unseen

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.rulebook.codes import TableFile
    from checker.syntax import ParsedFile, SourceFile, nodes

Findings = tuple[Finding, ...]
Parse: TypeAlias = "Callable[[SourceFile], tuple[ParsedFile, Findings]]"


def load(folder: Path, parse: Parse | None = None) -> tuple[Rulebook | None, Findings]:
    """Load the rulebook in a folder: every file of rules, code tables and scenarios below it, hidden ones aside.

    `parse` reads the nodes of one file; whoever knows a quicker way than the parser brings it.
    """
    files, findings = read_folder(folder)
    return (None, findings) if findings else load_files(files, parse)


def load_texts(texts: Mapping[str, str]) -> tuple[Rulebook | None, Findings]:
    """Load a rulebook from texts by the path each would have below its folder."""
    return load_files(given_files(texts))


def load_files(files: tuple[File, ...], parse: Parse | None = None) -> tuple[Rulebook | None, Findings]:
    """Make the rulebook of files that were read."""
    import textwrap

    from checker.rulebook.assemble import Material, assemble
    from checker.syntax import SourceFile, parse_file

    parse = parse or parse_file
    statements: list[nodes.Statement] = []
    scenarios: list[Scenarios] = []
    findings: list[Finding] = []
    for file in files:
        if hidden := unseen(file.text, file.shown):
            findings.extend(hidden)
        elif file.is_scenarios:
            scenarios.append(Scenarios(file.shown, 1, file.text))
        elif file.is_rules:
            parsed, wrong = parse(SourceFile(file.shown, file.text))
            findings.extend(wrong)
            statements.extend(parsed.statements)
            # The blanks before a block are given back, so that a column of the YAML is a column of the file.
            scenarios.extend(
                Scenarios(block.file, block.line, textwrap.indent(block.text, " " * block.indent))
                for block in parsed.scenarios
            )
    if is_fatal(findings):
        return None, in_order(findings)
    sources = {file.shown: tuple(file.text.split("\n")) for file in files if file.is_rules}
    material = Material(tuple(statements), code_tables(files), sources, tuple(scenarios), digest_of(files))
    rulebook, wrong = assemble(material)
    return rulebook, in_order((*findings, *wrong))


def code_tables(files: tuple[File, ...]) -> dict[str, TableFile]:
    """Choose the code tables among files, by the paths below the folder that rules name them by."""
    from checker.rulebook.codes import TableFile

    return {f.below: TableFile(f.shown, f.text) for f in files if not f.is_rules and not f.is_scenarios}
