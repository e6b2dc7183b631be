"""The statements of a rulebook as they were written, for whoever asks after names and not after what they mean.

Takes the folder of a rulebook without mistakes; the nodes come from the cache where they are there.
"""

from __future__ import annotations

from pathlib import Path

from checker.project.cache import cached_parse
from checker.rulebook.files import read_folder
from checker.syntax import SourceFile, nodes


def read_statements(folder: Path) -> tuple[nodes.Statement, ...]:
    """Read what the files of rules in a folder say, in the order of their paths, as far as they can be read."""
    parse = cached_parse()
    files, _ = read_folder(folder)
    parsed = (parse(SourceFile(file.shown, file.text))[0] for file in files if file.is_rules)
    return tuple(statement for each in parsed for statement in each.statements)
