"""The statements of a rulebook as they were written, for whoever asks after names and not after what they mean.

Takes the folder of a rulebook without mistakes, or its files; the nodes come from the cache where they are there.
"""

from __future__ import annotations

from pathlib import Path

from checker.project.cache import cached_parse
from checker.rulebook.files import File, read_folder
from checker.syntax import SourceFile, nodes


def read_statements(folder: Path) -> tuple[nodes.Statement, ...]:
    """Read what the files of rules in a folder say, in the order of their paths, as far as they can be read."""
    files, _ = read_folder(folder)
    return statements_in(files)


def statements_in(files: tuple[File, ...]) -> tuple[nodes.Statement, ...]:
    """Give what files of rules say, in their order, as far as they can be read."""
    parse = cached_parse()
    parsed = (parse(SourceFile(file.shown, file.text))[0] for file in files if file.is_rules)
    return tuple(statement for each in parsed for statement in each.statements)
