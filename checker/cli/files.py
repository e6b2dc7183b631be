"""Files named on the command line: read whole, with a finding for each that cannot be, and named as people do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.findings import Finding, say
from checker.texts import MOST_FILES, is_file, is_folder, on_one_line, read_file, read_stream

if TYPE_CHECKING:
    from checker.plan import Plan
    from checker.rulebook.model import Rulebook

STDIN = "-"
_PLANS = (".yaml", ".yml", ".md")
_CODES = "codes"


class NamedText(Struct, frozen=True):
    """The text of a file; `file` is its path as it is shown, `named` whether the file itself was asked for."""

    file: str
    text: str
    named: bool


def read_files(paths: Iterable[str]) -> tuple[tuple[NamedText, ...], tuple[Finding, ...]]:
    """Read files, the plan files below folders, and `-` for stdin, in the order named and each once."""
    files: dict[str, bool] = {}
    for path, named in _listed(paths):
        files[path] = named or files.get(path, False)
        if len(files) > MOST_FILES:
            return (), (Finding("S190", say("more than {most} files of plans", most=MOST_FILES)),)
    texts: list[NamedText] = []
    findings: list[Finding] = []
    for path, named in files.items():
        text = read_text(path)
        if isinstance(text, Finding):
            findings.append(text)
        else:
            texts.append(NamedText(shown(path), text, named))
    return tuple(texts), tuple(findings)


def plans_of(book: Rulebook, texts: Iterable[NamedText]) -> list[Plan]:
    """Read the plans of files; a page that lies in a folder named need not have any."""
    from checker.answers.plans import missing_plan, read_plan_file

    plans: list[Plan] = []
    for text in texts:
        read = read_plan_file(book, text.file, text.text)
        plans += read or ((missing_plan(text.file),) if text.named else ())
    return plans


def read_text(path: str | Path) -> str | Finding:
    """Read one file in UTF-8, or say why it cannot be read."""
    file = shown(path)
    return read_stream(sys.stdin.buffer, file) if path == STDIN else read_file(Path(path), file)


def excerpts(findings: Iterable[Finding], root: Path) -> dict[str, str]:
    """Read the texts that findings point into; their paths count from a root. What is not there is left out."""
    files = {finding.span.file for finding in findings if finding.span}
    read = {file: read_text(root / file) for file in sorted(files) if is_file(root / file)}
    return {file: text for file, text in read.items() if isinstance(text, str)}


def shown(path: str | Path) -> str:
    """Name a path as reports do: from the working folder where it lies below it, else as it was given."""
    if path == STDIN:
        return STDIN
    try:
        place = Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere, or at no place that could be: links in a circle
        place = Path(path).as_posix()
    return on_one_line(place)


def _listed(paths: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for path in paths:
        if path == STDIN or not is_folder(Path(path)):
            yield path, True
        else:
            files = (file for file in sorted(Path(path).rglob("*")) if _may_hold_plans(file))
            yield from ((str(file), False) for file in files)


def _may_hold_plans(file: Path) -> bool:
    """Tell plan files from the other YAML of a rulebook: its code tables and its configuration."""
    from checker.project import CONFIG_NAME

    return file.suffix in _PLANS and file.name != CONFIG_NAME and file.parent.name != _CODES and not is_folder(file)
