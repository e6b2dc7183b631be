"""Pages of an atlas kept between builds: what a map looks like takes seconds to work out, and changes rarely.

Takes a page as it is written with marks where addresses go, keeps it under a key of all that decides it: the program's
sources, the files of the rulebook, the language. Addresses are put in when the page is asked for, as they hang on the
site. Must not know what a page says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from urllib.parse import quote, unquote

from checker.project.entries import Entries, digest, entries_of_user
from checker.project.program import program_digest
from checker.reports.atlas_markup import Address, linked
from checker.rulebook.files import File, digest_of

_PACKAGES = (
    "findings",
    "findings/catalogue",
    "regions",
    "syntax",
    "rulebook",
    "logic",
    "plan",
    "uses",
    "answers",
    "reports",
    "site",
)
# What others wrote is escaped with its quotation marks, so that no text of theirs reads like this.
_MARK = re.compile(r'<a href="lexport:([a-z]+)/([^"]*)">(.*?)</a>', re.DOTALL)


class KeptPages:
    """The pages of one rulebook in one language; `entries` None keeps nothing."""

    def __init__(self, files: tuple[File, ...], language: str, entries: Entries | None = None) -> None:
        program = program_digest(*_PACKAGES)
        names = "\n".join(file.shown for file in files)
        self._entries = None if program is None else entries or entries_of_user("atlas")
        self._of = digest(program or "", names, digest_of(files), language)

    def page(self, name: str, write: Callable[[Address], str], address: Address) -> str:
        """Give a page, as it was kept or as it is written now, with the addresses in it."""
        key = digest(self._of, name)
        known = None if self._entries is None else self._entries.recalled(key, _read)
        if known is None:
            known = write(_marked)
            if self._entries is not None:
                self._entries.keep(key, partial(json.dumps, known))
        return _MARK.sub(lambda found: linked(found[3], address(found[1], unquote(found[2]))), known)


def _marked(kind: str, name: str) -> str:
    return f"lexport:{kind}/{quote(name)}"


def _read(text: str) -> str:
    page = json.loads(text)
    if not isinstance(page, str):
        raise ValueError("this is no page")
    return page
