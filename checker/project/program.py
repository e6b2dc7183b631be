"""Which program this is, as far as what it makes of a text is concerned: a digest of its own sources.

Takes names of its packages, gives a digest that another version of them, another grammar or another Python does not
have. Reads every source: their times say too little, and this takes a millisecond.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker.shipped import shipped_folder

_SOURCES = (".py", ".lark")
_SAYS = "catalogue"  # how things are said in Chinese changes nothing that is made of a text


@cache
def program_digest(*packages: str) -> str | None:
    """Digest packages of the program with what values are stored by, the grammar, and the Python they run on.

    None where a source is not there to be read: what the program makes of a text may then have changed unseen.
    """
    program = Path(__file__).parents[1]
    folders = [*(program / package for package in packages), shipped_folder("grammar")]
    whole = sha256(sys.version.encode())
    try:
        whole.update((program / "stored.py").read_bytes())
        for folder in folders:
            sources = sorted(_sources(folder))
            if not sources:
                return None
            for source in sources:
                with open(source, "rb") as file:  # noqa: PTH123  # a path of its own for each would double the time
                    whole.update(file.read())
    except OSError:
        return None
    return whole.hexdigest()


def _sources(folder: Path) -> list[str]:
    walked = (found for found in os.walk(folder) if not found[0].endswith(_SAYS))
    found = ((place, name) for place, _, names in walked for name in names)
    return [f"{place}/{name}" for place, name in found if name.endswith(_SOURCES)]
