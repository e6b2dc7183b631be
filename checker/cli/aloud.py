"""What `lexport show --aloud` reads: the rulebook of a command with the statements of its files.

Takes an opened rulebook; gives entries that read themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.rulebook_option import Opened

if TYPE_CHECKING:
    from checker.reports.show_text import Entry
    from checker.rulebook.model import Rulebook


def read_aloud(opened: Opened, book: Rulebook, width: int | None) -> list[Entry]:
    """List all that can be read aloud, wrapped to a width where there is one."""
    from checker.project.statements import statements_in
    from checker.reports.aloud.entries import aloud_entries
    from checker.reports.aloud.material import Material
    from checker.rulebook.files import read_folder
    from checker.rulebook.load import code_tables

    assert opened.folder is not None
    files, _ = read_folder(opened.folder)
    material = Material(book, statements_in(files), code_tables(files))
    return list(aloud_entries(material, opened.language, width))
