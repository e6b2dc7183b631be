"""The README says what is true: its commands are one line each, its output is what the program prints.

The commands themselves are run, as they stand, by `.ci/run`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(marker: str) -> list[str]:
    """Read the lines of the one fenced block that follows a marker."""
    found = re.findall(rf"^<!-- {marker} -->\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"{len(found)} blocks follow the marker `{marker}`"
    return str(found[0]).splitlines()


@pytest.mark.parametrize("marker", ["main job", "tests"])
def test_a_command_is_one_line_and_makes_its_environment(marker: str) -> None:
    (command,) = block(marker)
    assert command.startswith("python3 -m venv .venv && ")


def test_the_output_shown_is_the_output_printed() -> None:
    (command,) = block("main job")
    arguments = command.rpartition("/lexport ")[2].split()
    start = "import sys; from checker.cli.main import main; sys.argv[0] = 'lexport'; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    printed = iter(line.rstrip() for line in done.stdout.splitlines())
    shown = [line for line in block("output") if line.strip() not in {"", "…"}]
    assert shown
    # Each line shown is looked for after the one before it: parts may be left out, none changed or moved.
    assert [line for line in shown if line.rstrip() not in printed] == []
