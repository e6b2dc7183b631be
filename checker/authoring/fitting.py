"""Text that is broken into lines where it does not fit: the algebra of Wadler and Lindig, as far as rules need it.

Takes a layout and a width; gives text. Widths are those of a terminal: a Chinese character counts as two. Knows
nothing of rules.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

INDENT = 2


class Line(Struct, frozen=True):
    """Where a line may end: `flat` stands here while it does not."""

    flat: str = " "


class Break(Struct, frozen=True):
    """Where a line ends in any case, and an empty line follows if `blank`."""

    blank: bool = False


class Remark(Struct, frozen=True):
    """A text whose width never counts; a `Break` follows it."""

    text: str


class Nest(Struct, frozen=True):
    """A layout whose lines begin further right."""

    content: Layout


class Group(Struct, frozen=True):
    """A layout all of whose own lines end, or none; `broken` when something in it ends a line in any case."""

    content: Layout
    broken: bool


Layout: TypeAlias = "str | Line | Break | Remark | Nest | Group | tuple[Layout, ...]"
_Pending = tuple[int, bool, Layout]


def group(*content: Layout) -> Group:
    """Join layouts into one group."""
    return Group(content, _ends_lines(content))


def fit(layout: Layout, width: int) -> str:
    """Write a layout, each group on one line where that stays within the width; lines end without blanks."""
    done: list[str] = []
    column = 0
    stack: list[_Pending] = [(0, True, layout)]
    while stack:
        indent, broken, top = stack.pop()
        if isinstance(top, str):
            done.append(top)
            column += width_of(top)
        elif isinstance(top, tuple):
            stack.extend((indent, broken, part) for part in reversed(top))
        elif isinstance(top, Nest):
            stack.append((indent + INDENT, broken, top.content))
        elif isinstance(top, Group):
            flat = not top.broken and _fits(width - column, (indent, False, top.content), stack)
            stack.append((indent, not flat, top.content))
        elif isinstance(top, Remark):
            done.append(top.text)
        elif isinstance(top, Line) and not broken:
            done.append(top.flat)
            column += len(top.flat)
        else:
            done.append(("\n\n" if isinstance(top, Break) and top.blank else "\n") + " " * indent)
            column = indent
    return "\n".join(line.rstrip(" ") for line in "".join(done).split("\n"))


@lru_cache(maxsize=8192)
def width_of(text: str) -> int:
    """Count the columns a text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _ends_lines(layout: Layout) -> bool:
    if isinstance(layout, tuple):
        return any(map(_ends_lines, layout))
    if isinstance(layout, Nest):
        return _ends_lines(layout.content)
    return layout.broken if isinstance(layout, Group) else isinstance(layout, Break)


def _fits(space: int, first: _Pending, rest: list[_Pending]) -> bool:
    """Tell whether all up to the next end of a line fits; what stands behind the first may end one wherever it can."""
    pending = [first]
    behind = len(rest)
    while space >= 0:
        if not pending:
            if behind == 0:
                return True
            behind -= 1
            pending.append(rest[behind])
        indent, broken, top = pending.pop()
        if isinstance(top, str):
            space -= width_of(top)
        elif isinstance(top, tuple):
            pending.extend((indent, broken, part) for part in reversed(top))
        elif isinstance(top, Nest | Group):
            pending.append((indent, broken, top.content))
        elif isinstance(top, Line) and not broken:
            space -= len(top.flat)
        else:
            return True
    return False
