"""Loading: the files of a rulebook, as they lie in its folder or are given as texts, to the rulebook.

The one place of this layer that opens files. Takes a folder; gives a rulebook, or none, and everything that is wrong
with it, alike whatever order the files come in. Paths are shown relative to where the folder lies.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from checker.findings import Finding, Span, in_order, is_fatal
from checker.rulebook.assemble import Material, assemble
from checker.rulebook.codes import TableFile
from checker.rulebook.model import Rulebook, Scenarios
from checker.rulebook.types import Findings
from checker.syntax import ParsedFile, SourceFile, nodes, parse_file

Parse = Callable[[SourceFile], tuple[ParsedFile, Findings]]

RULES = (".md", ".rules")
TABLES = ".yaml"
SCENARIOS = "scenarios"
CONFIGURATION = "lexport.yaml"


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a rulebook: its path below the folder, the path it is shown under, its text."""

    below: str
    shown: str
    text: str

    @property
    def is_rules(self) -> bool:
        return self.below.endswith(RULES)

    @property
    def is_scenarios(self) -> bool:
        return not self.is_rules and SCENARIOS in PurePosixPath(self.below).parts[:-1]


def load(folder: Path, parse: Parse = parse_file) -> tuple[Rulebook | None, Findings]:
    """Load the rulebook in a folder: every file of rules, code tables and scenarios below it, hidden ones aside.

    `parse` reads the nodes of one file; whoever knows a quicker way than the parser brings it.
    """
    folder = Path(folder).resolve()
    if not folder.is_dir():
        return None, (Finding("S105", f"there is no folder `{folder.name}`"),)
    files: list[_File] = []
    findings: list[Finding] = []
    for below in sorted(_paths(folder)):
        shown = f"{folder.name}/{below}"
        try:
            text = (folder / below).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            findings.append(_unreadable(shown, f"it is not UTF-8: byte {error.start + 1} belongs to no character"))
        except OSError as error:
            findings.append(_unreadable(shown, (error.strerror or "it cannot be opened").lower()))
        else:
            files.append(_File(below, shown, text.replace("\r\n", "\n")))
    if findings:
        return None, in_order(findings)
    return _load(files, parse)


def load_texts(texts: Mapping[str, str]) -> tuple[Rulebook | None, Findings]:
    """Load a rulebook from texts by the path each would have below its folder."""
    return _load([_File(path, path, text) for path, text in sorted(texts.items()) if _belongs(path)], parse_file)


def _load(files: list[_File], parse: Parse) -> tuple[Rulebook | None, Findings]:
    statements: list[nodes.Statement] = []
    scenarios: list[Scenarios] = []
    findings: list[Finding] = []
    for file in files:
        if file.is_scenarios:
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
    tables = {f.below: TableFile(f.shown, f.text) for f in files if not f.is_rules and not f.is_scenarios}
    sources = {file.shown: tuple(file.text.split("\n")) for file in files if file.is_rules}
    material = Material(tuple(statements), tables, sources, tuple(scenarios), _digest(files))
    rulebook, wrong = assemble(material)
    return rulebook, in_order((*findings, *wrong))


def _paths(folder: Path) -> list[str]:
    """List the files that belong to a rulebook by their paths below its folder."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [below for below in found if _belongs(below)]


def _belongs(below: str) -> bool:
    path = PurePosixPath(below)
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.name != CONFIGURATION and path.suffix in (*RULES, TABLES)


def _digest(files: list[_File]) -> str:
    """Digest every file with its path; lengths keep what ends here from what begins there."""
    digest = sha256()
    for file in sorted(files, key=lambda f: f.below):
        for part in (text.encode(errors="surrogatepass") for text in (file.below, file.text)):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return f"sha256:{digest.hexdigest()}"


def _unreadable(shown: str, why: str) -> Finding:
    return Finding("S105", f"file cannot be read: {why}", Span(shown, 1, 1, 1, 1))
