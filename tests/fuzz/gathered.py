"""Taking over what a guided run has kept: each of its inputs reached something that no shorter one had reached.

Run by hand, as `README.md` says. Text alone is taken over, the shortest first, as long as there is room.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from tests.fuzz.guided import CORPUS, SHARES

MOST_BYTES = 120_000  # of one target


def main() -> None:
    """Take over the inputs of all targets."""
    options = argparse.ArgumentParser(description="Take over what the guided fuzzer has kept.")
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    for target in SHARES:
        known = {path.read_bytes() for path in (CORPUS / target).iterdir()}
        size = sum(map(len, known))
        for path in sorted((folder / target).iterdir(), key=lambda p: (p.stat().st_size, p.name)):
            data = path.read_bytes()
            if data in known or "-" in path.name or not _is_text(data) or size + len(data) > MOST_BYTES:
                continue
            size += len(data)
            shutil.copy(path, CORPUS / target / path.name[:12])


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


if __name__ == "__main__":
    main()
