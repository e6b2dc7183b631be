"""Files that the tool itself writes into a project: all of them whole, or none.

Takes paths and texts. Each text is written beside its file, and put in its place by one step when all are there:
whenever the program stops, a file holds its old text or its new one. Knows nothing of what a text says.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from checker.findings import Finding, say


class Writing(Struct, frozen=True):
    """A file to write; `shown` is its path as it is told of."""

    path: Path
    shown: str
    text: str | bytes

    @property
    def content(self) -> bytes:
        """What the file is to hold."""
        return self.text.encode("utf-8") if isinstance(self.text, str) else self.text


def write_new(files: Sequence[Writing]) -> tuple[Finding, ...]:
    """Write files that are not there yet, or say this already; where another text is in the way, none is written."""
    others = tuple(in_the_way(file.shown) for file in files if _holds_another(file))
    return others or _written([file for file in files if not file.path.exists()])


def write_over(file: Writing) -> tuple[Finding, ...]:
    """Write a file in place of what may be there; a link or a device is no file, and stays."""
    if file.path.is_symlink() or (file.path.exists() and not file.path.is_file()):
        message, remedy = (
            say("`{path}` cannot be written", path=file.shown),
            say("name a file that is no link and no device"),
        )
        return (Finding("O101", message, help=remedy),)
    return _written([file])


def in_the_way(path: str) -> Finding:
    """Say of a file, by the name it is shown under, that nothing is written in its place."""
    return Finding(
        "O101",
        say("`{path}` is there already, and nothing is written over", path=path),
        help=say("give another name, or move it away"),
    )


def _written(files: Sequence[Writing]) -> tuple[Finding, ...]:
    ready: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        for file in files:
            file.path.parent.mkdir(parents=True, exist_ok=True)
            ready.append((_beside(file), file.path))
        for new, path in ready:
            is_new = not path.exists()
            new.replace(path)
            if is_new:
                placed.append(path)
    except (OSError, ValueError):  # no room, no permission, or no system has such a name
        for path in (*(new for new, _ in ready), *placed):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        failed = files[min(len(ready), len(files) - 1)]
        return (Finding("O101", say("`{path}` cannot be written", path=failed.shown)),)
    return ()


def _beside(file: Writing) -> Path:
    descriptor, name = tempfile.mkstemp(".lexport-new", f".{file.path.name}.", file.path.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(file.content)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _holds_another(file: Writing) -> bool:
    try:
        return file.path.read_bytes() != file.content
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
