"""Blocks of rules as HTML: coloured, each declared name an anchor, each use of one a link to it.

Takes the text of a page and what stands where on it; gives the text with its blocks of rules written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from pygments.token import STANDARD_TYPES

from checker.highlighting import RulesLexer
from checker.site.links import Declared, Named
from checker.syntax import SourceFile
from checker.syntax.lines import Lines
from checker.syntax.source import split_file

Address = Callable[[str], str]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def with_blocks(
    uri: str, text: str, places: Iterable[Declared | Named], address: Address, about: Mapping[str, str] = _NOTHING
) -> str:
    """Write the blocks of a page out; one that is set in, as in a list, stays a fence.

    `address` gives the address of another page from this one. `about` are pages about what is declared here, by name.
    """
    lines = Lines(uri, text)
    starts = list(lines.starts_from(1))
    at = {starts[place.span.line - 1] + place.span.column - 1: place for place in places}
    blocks, _ = split_file(SourceFile(uri, text), lines)
    written: list[str] = []
    done = 0
    for start, end in blocks.rules:
        fence = text.rfind("\n", 0, start - 1) + 1
        close = text.find("\n", end)
        if text[fence] in " \t":
            continue
        inner = "".join(_tokens(text[start:end].rstrip("\n"), start, at, address, about))
        written += [text[done:fence], f'<div class="codehilite rules"><pre><code>{inner}</code></pre></div>\n']
        done = len(text) if close < 0 else close + 1
    return "".join([*written, text[done:]])


def _tokens(
    block: str, offset: int, at: Mapping[int, Declared | Named], address: Address, about: Mapping[str, str]
) -> Iterator[str]:
    for position, token, piece in RulesLexer().get_tokens_unprocessed(block):
        shown = escape(piece, quote=False)
        style = STANDARD_TYPES.get(token, "")
        match at.get(offset + position):
            case Declared(anchor=anchor) if anchor in about:
                href = escape(address(about[anchor]))
                yield f'<a class="{style}" id="{escape(anchor)}" href="{href}">{shown}</a>'
            case Declared(anchor=anchor):
                yield f'<span class="{style}" id="{escape(anchor)}">{shown}</span>'
            case Named(page=page, anchor=anchor):
                yield f'<a class="{style}" href="{escape(address(page))}#{quote(anchor)}">{shown}</a>'
            case None:
                yield f'<span class="{style}">{shown}</span>' if style not in ("", "w") else shown
