"""A hostile input: what is wrong with it, how it is written to disk, and what must be said of it.

Made by functions, since most of them are large, or cannot be kept in a repository.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

RULES = """\
rulebook t "A small one" {
  version 1  reviewed until 2026-01-01
  ranks law  governed by day  roles carrier
}
fact day/日期 : date
fact mode : one of { transit, integration }
fact sealed : boolean
question seal "Must it be sealed?" done when sealed
document d { rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01  items 1..2 }
provision first cites d item 1 when mode is integration require seal by carrier
provision second cites d item 2 require seal by carrier
"""
CODES = 'codes office from "codes/office.yaml" { number : integer }\n'
PLAN = "plan: good\nfacts: {day: 2016-03-20, mode: transit, sealed: true}\n"
CHECK = ("check", "plan.yaml", "--lang", "en")
SETTINGS = "rules: law\n"

Write = Callable[[Path], None]


class Hostile(Struct, frozen=True):
    """An input that is refused: `id` is the finding, `says` a part of its sentence; `alone`: there are no others."""

    name: str
    write: Write
    id: str
    says: str
    command: tuple[str, ...] = CHECK
    stdin: bytes = b""
    alone: bool = True


class Legitimate(Struct, frozen=True):
    """An input as large or as odd as it may be: it is read."""

    name: str
    write: Write
    command: tuple[str, ...] = CHECK
    stdin: bytes = b""


def lay_out(folder: Path) -> None:
    """Write a project that is in order, of which an input then spoils a part."""
    put(folder / "law" / "rules.rules", RULES)
    put(folder / "plan.yaml", PLAN)
    put(folder / "lexport.yaml", SETTINGS)


def put(path: Path, content: str | bytes) -> None:
    """Write a file as it is given, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def file(path: str, content: str | bytes) -> Write:
    """Put a file of the project."""
    return lambda folder: put(folder / path, content)


def rules(further: str | bytes) -> Write:
    """Put a second file of rules beside the first."""
    return file("law/z.rules", further)


def plan(text: str | bytes) -> Write:
    """Put the plan that is checked."""
    return file("plan.yaml", text)


def table(text: str | bytes) -> Write:
    """Put a code table, and declare it."""

    def write(folder: Path) -> None:
        put(folder / "law" / "codes.rules", CODES)
        put(folder / "law" / "codes" / "office.yaml", text)

    return write


def settings(text: str | bytes) -> Write:
    """Put the settings."""
    return file("lexport.yaml", text)


def nothing(_folder: Path) -> None:
    """Leave the project as it is."""


def bomb() -> str:
    """Name a list in a list, nine times over, twelve deep."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 13)]
    return "\n".join(lines) + "\n"
