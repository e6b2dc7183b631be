"""Pieces of markup that the pages of the atlas are made of: links, rows, tables that scroll in a box of their own.

Takes texts as others wrote them and escapes them; gives HTML without blank lines, so that it may stand in Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from checker.reports.finding_html import escaped

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Address = Callable[[str, str], str | None]
"""Gives the address of something by kind and name, or None where it has none.

Of a `question` and a `document` it is the page in the atlas, of what is `declared` the place in the rules, of a `file`
its page.
"""


def nowhere(kind: str, name: str) -> str | None:  # noqa: ARG001  # an Address
    """Know no address: names stand without a link."""
    return None


def named(kind: str, name: str, address: Address) -> str:
    """Write a name as code, linked to its page if it has one."""
    return linked(code(name), address(kind, name))


def code(text: str) -> str:
    """Write what stands in rules; a name may break behind a stroke."""
    return f"<code>{escaped(text).replace('_', '_<wbr>')}</code>"


def linked(inner: str, href: str | None) -> str:
    """Link markup to an address, if there is one."""
    return inner if href is None else f'<a href="{escaped(href)}">{inner}</a>'


def heading(text: str) -> str:
    """Write a heading of a section in Markdown; the text is one of our own."""
    return f"## {text}"


def marked_down(text: str) -> str:
    """Write what others wrote into a line of Markdown, so that no sign in it has a meaning there."""
    return "".join(
        character if character.isalnum() or character in " ,.;:'?/%，。；：？、（）“”" else f"&#{ord(character)};"
        for character in " ".join(text.split())
    )


def dated(text: str) -> str:
    """Write a text whose days are not to be broken where a line ends."""
    return _DAY.sub(r'<span class="atlas-day">\g<0></span>', escaped(text))


def definitions(rows: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Write rows of a label and what is said of it, both as markup; a row without anything is left out."""
    filled = [(label, given) for label, texts in rows if (given := list(texts))]
    cells = (f"<dt>{label}</dt>{''.join(f'<dd>{text}</dd>' for text in given)}" for label, given in filled)
    return f"<dl>{''.join(cells)}</dl>"


def bullets(items: Iterable[str]) -> str:
    """Write a list of markup."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def table(caption: str, heads: Iterable[str], bodies: Iterable[tuple[str | None, Iterable[Iterable[str]]]]) -> str:
    """Write a table in a box that scrolls: bodies with a heading each, or none; the first cell of a row heads it."""
    columns = list(heads)
    head = "".join(f'<th scope="col">{text}</th>' for text in columns)
    rows = []
    for title, lines in bodies:
        rows.append("<tbody>")
        if title is not None:
            rows.append(f'<tr><th scope="rowgroup" colspan="{len(columns)}">{title}</th></tr>')
        for first, *others in lines:
            cells = "".join(f"<td>{cell}</td>" for cell in others)
            rows.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
        rows.append("</tbody>")
    return scrolling(
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>{''.join(rows)}</table>", caption
    )


def scrolling(inner: str, name: str) -> str:
    """Put markup into a box that scrolls by itself, which keys reach as well; `name` says what is in it."""
    return f'<div class="atlas-scroll" role="region" tabindex="0" aria-label="{name}">{inner}</div>'


def atlas(*parts: str) -> str:
    """Wrap markup of a section, so that it is told from the rest of a site."""
    return f'<div class="atlas">\n{chr(10).join(part for part in parts if part)}\n</div>'
