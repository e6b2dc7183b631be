"""What each hostile input takes: run as a module, it prints a row for each, and the most of all."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.hostile.inputs import lay_out
from tests.hostile.runner import MOST_MEMORY, MOST_SECONDS, lexport
from tests.hostile.test_hostile import HOSTILE


def main() -> int:
    """Run every input once; 1 when one takes more than it may."""
    rows = []
    for hostile in HOSTILE:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            lay_out(folder)
            hostile.write(folder)
            done = lexport(folder, hostile.command, hostile.stdin)
        rows.append((done.seconds, done.memory))
        _tell(f"{done.seconds:5.2f} s {done.memory / 1e6:5.0f} MB  exit {done.code}  {hostile.id}  {hostile.name}")
    seconds, memory = (max(column) for column in zip(*rows, strict=True))
    _tell(f"{len(rows)} inputs, at most {seconds:.2f} s and {memory / 1e6:.0f} MB")
    return int(seconds > MOST_SECONDS or memory > MOST_MEMORY)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
