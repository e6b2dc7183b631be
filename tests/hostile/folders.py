"""Hostile folders: files that are none, links, names that do something to a terminal, far too many of them."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.inputs import Hostile, Legitimate, file, put


def linked_folder(folder: Path) -> None:
    """Put a link from a folder to itself."""
    (folder / "law" / "again").symlink_to(folder / "law")


def linked_files(folder: Path) -> None:
    """Put two links that lead to each other."""
    (folder / "law" / "b.md").symlink_to("c.md")
    (folder / "law" / "c.md").symlink_to("b.md")


def pipe(folder: Path) -> None:
    """Put a pipe that nobody writes into."""
    os.mkfifo(folder / "law" / "page.md")


def device(folder: Path) -> None:
    """Put a link to what never ends."""
    (folder / "law" / "page.md").symlink_to("/dev/zero")


def no_utf_8(folder: Path) -> None:
    """Put a file whose name is in no encoding."""
    with (folder / "law" / os.fsdecode(b"\xff.rules")).open("w") as file:
        file.write("$")


def many(count: int, name: str) -> list[str]:
    """List names of files below a folder."""
    return [name.format(n=n) for n in range(count)]


def many_files(folder: Path) -> None:
    """Put many files into the rulebook."""
    for name in many(5_000, "f{n}.rules"):
        (folder / "law" / name).touch()


def many_folders(folder: Path) -> None:
    """Put many folders into the rulebook."""
    for name in many(5_000, "f{n}"):
        (folder / "law" / name).mkdir()


def twenty_megabytes(folder: Path) -> None:
    """Put files into the rulebook each of which is small enough."""
    for name in many(20, "f{n}.md"):
        put(folder / "law" / name, "A page of prose.\n" * 58_000)


def deep(folder: Path) -> None:
    """Put folders within folders."""
    inner = folder / "law" / ("a/" * 500)
    inner.mkdir(parents=True)
    put(inner / "b.rules", "fact x : boolean\n")


HOSTILE = (
    Hostile("a folder that is a link to its own", linked_folder, "S105", "it is a link"),
    Hostile("links in a circle", linked_files, "S105", "it is a link"),
    Hostile("a pipe for a page", pipe, "S105", "it is neither a file nor a folder"),
    Hostile("a device for a page", device, "S105", "it is a link"),
    Hostile("5,000 files", many_files, "S190", "folder with more than 2000 files and folders in it"),
    Hostile("5,000 folders", many_folders, "S190", "folder with more than 2000 files and folders in it"),
    Hostile("20 MB in many files", twenty_megabytes, "S190", "rulebook of more than 16 MB in all"),
    Hostile("a name with a line feed", file("law/a\nb.rules", "$"), "S105", "law/a\\u000ab.rules:1:1"),
    Hostile("a name with a terminal escape", file("law/\x1b[2J.rules", "$"), "S105", "its name holds a character"),
    Hostile("a name that turns around", file("law/a\u202eb.rules", "$"), "S105", "its name holds a character"),
    Hostile("a name in no encoding", no_utf_8, "S105", "its name holds a character"),
    Hostile(
        "two rulebooks in one folder",
        file("law/copy.rules", "rulebook u { version 1 }\n"),
        "D107",
        "one header",
        alone=False,
    ),
)

LEGITIMATE = (
    Legitimate("a folder called like a page", file("law/page.md/further.rules", "fact x : boolean\n")),
    Legitimate("folders 500 deep", deep),
    Legitimate("hidden files", file("law/.hidden.rules", b"\xff\x00")),
    Legitimate("other files", file("law/picture.png", b"\xff\x00")),
)
