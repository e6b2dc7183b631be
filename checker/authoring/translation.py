"""A rulebook with its names in the other language.

Takes the files of a rulebook; gives, for some of them, where another alias is to stand, and proves on the texts made
of that that the rulebook means what it meant. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass

from msgspec import Struct
from msgspec.structs import replace

from checker.authoring.aliases import aliases_in
from checker.authoring.formatting import Renamed
from checker.authoring.vocabulary import read_meanings
from checker.findings import Finding, Span, is_fatal
from checker.rulebook import Rulebook
from checker.rulebook.codes import TableFile
from checker.rulebook.files import File
from checker.rulebook.load import load_files
from checker.rulebook.model import CodeTable, Conjunct, Impossibility
from checker.stored import names_of
from checker.syntax import SourceFile, parse_file

Findings = tuple[Finding, ...]


def find_aliases(files: tuple[File, ...], language: str) -> tuple[Mapping[str, Renamed], Findings]:
    """Give the aliases for every file of rules, by the path it is shown under; or what is wrong with the rulebook."""
    book, findings = load_files(files)
    if book is None:
        return {}, findings
    parsed = {f.shown: parse_file(SourceFile(f.shown, f.text))[0] for f in files if f.is_rules}
    tables = {f.below: TableFile(f.shown, f.text) for f in files if not f.is_rules and not f.is_scenarios}
    meanings = read_meanings([s for each in parsed.values() for s in each.statements], tables)
    if meanings is None:
        return {}, findings
    return {path: aliases_in(each.statements, meanings, language) for path, each in parsed.items()}, ()


def misread_names(files: tuple[File, ...], texts: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Find what some files would misread with new texts: each with the word at the place of the mistake."""
    _, findings = load_files(_with_texts(files, texts))
    spans = [finding.span for finding in findings if finding.span is not None and is_fatal([finding])]
    return frozenset((span.file, _at(texts[span.file], span)) for span in spans if span.file in texts)


def says_the_same(files: tuple[File, ...], texts: Mapping[str, str]) -> bool:
    """Tell whether the rulebook means the same with new texts in place of some files."""
    old, _ = load_files(files)
    new, _ = load_files(_with_texts(files, texts))
    return old is not None and new is not None and _meaning(old) == _meaning(new)


def _with_texts(files: tuple[File, ...], texts: Mapping[str, str]) -> tuple[File, ...]:
    return tuple(replace(file, text=texts.get(file.shown, file.text)) for file in files)


def _at(text: str, span: Span) -> str:
    line = text.split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1].strip("「」")


def _meaning(value: object) -> object:
    """Reduce a part of a rulebook to what it means: without places, digest and its author's own words."""
    if isinstance(value, Rulebook):
        return tuple(_meaning(getattr(value, n)) for n in names_of(value) if n not in ("scenarios", "digest"))
    if isinstance(value, Span):
        return None
    if isinstance(value, CodeTable):  # its attributes may lead back to it
        return value.names
    if isinstance(value, Struct) or is_dataclass(value):
        quoted = isinstance(value, Conjunct | Impossibility)
        return (
            type(value).__name__,
            *(_meaning(getattr(value, n)) for n in names_of(value) if not (quoted and n == "text")),
        )
    if isinstance(value, Mapping):
        return tuple((key, _meaning(one)) for key, one in value.items())
    return tuple(map(_meaning, value)) if isinstance(value, tuple) else value
