"""Which program this is, as far as what it makes of a text is concerned: a digest of its own sources.

Takes names of its packages, gives a digest that another version of them, another grammar or another Python does not
have. Reads every source that has a part in it: their times say too little, and this takes a millisecond or two.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker.shipped import shipped_folder

_SOURCES = (".py", ".lark")
_ALONE = ("stored.py", "texts.py")  # how values are stored, and what of a text is let in
# Folders that have no part in it: nothing is kept of a text with mistakes, and these only say what the mistakes are.
_LEFT_OUT = ("catalogue", "slips", "__pycache__")


@cache
def program_digest(*packages: str) -> str | None:
    """Digest packages of the program with what every text passes through, the grammar, and the Python they run on.

    None where a source is not there to be read: what the program makes of a text may then have changed unseen.
    """
    program = Path(__file__).parents[1]
    folders = [*(program / package for package in packages), shipped_folder("grammar")]
    whole = sha256(sys.version.encode())
    try:
        for name in _ALONE:
            whole.update((program / name).read_bytes())
        for folder in folders:
            sources = sorted(_sources(folder))
            if not sources:
                return None
            for source in sources:
                # Without a path of its own for each, which would double the time, and without a buffer.
                with open(source, "rb", buffering=0) as file:  # noqa: PTH123  # as above
                    whole.update(file.read())
    except OSError:
        return None
    return whole.hexdigest()


def _sources(folder: Path) -> list[str]:
    found: list[str] = []
    for place, below, names in os.walk(folder):
        below[:] = [name for name in below if name not in _LEFT_OUT]
        found += [f"{place}/{name}" for name in names if name.endswith(_SOURCES)]
    return found
