"""The tutorial, followed to the letter in an empty folder: its files are written, its commands run, in its order.

A comment before a fenced block says what is done with it: `file: PATH` writes it, `add to: PATH` appends it, `run` (or
`run: exit N`) runs the command of its first line and looks for the other lines in what is printed, in their order.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[1]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-rulebook.md"
BLOCK = re.compile(r"^(<!-- (?P<what>[^\n]*?) -->\n)?(?P<fence>`{3,})\w*\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
LEXPORT = "import sys; from checker.cli.main import main; sys.argv[0] = 'lexport'; main()"


class Step(Struct, frozen=True):
    """One block of the tutorial and what is done with it."""

    what: str
    about: str
    text: str


def steps() -> tuple[Step, ...]:
    """Read the blocks of the tutorial in their order."""
    found: list[Step] = []
    for block in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        what, _, about = (block["what"] or "").partition(": ")
        found.append(Step(what, about, block["text"]))
    return tuple(found)


def run(command: str, folder: Path) -> tuple[int, str]:
    """Run one command line of the tutorial; give its exit code and what it printed on stdout."""
    words = shlex.split(command)
    start = [sys.executable, "-c", LEXPORT, *words[1:]] if words[0] == "lexport" else words
    environment = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder.parent / "cache"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        start, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


def follow(step: Step, folder: Path) -> None:
    """Do what one block says."""
    path = folder / step.about
    match step.what:
        case "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        case "add to":
            path.write_text(path.read_text(encoding="utf-8") + step.text, encoding="utf-8")
        case "run":
            command, *shown = step.text.splitlines()
            code, printed = run(command.removeprefix("$ "), folder)
            assert code == int(step.about.removeprefix("exit ") or 0), printed
            lines = iter(printed.splitlines())
            # A line shown is the beginning of a line printed; lines may be left out, none changed or moved.
            missing = [line for line in shown if not any(other.strip().startswith(line.strip()) for other in lines)]
            assert missing == [], printed
        case other:
            raise AssertionError(f"nothing says what to do with a block ({other}):\n{step.text}")


def test_the_tutorial_works_in_an_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    for step in steps():
        follow(step, folder)


def test_every_block_of_the_tutorial_is_followed() -> None:
    assert [step.text for step in steps() if step.what not in ("file", "add to", "run")] == []
    assert len([step for step in steps() if step.what == "run"]) >= 8
