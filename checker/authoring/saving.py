"""Files of rules read and written: whole or not at all.

Takes paths; gives texts with their line ends and byte-order mark as they are, and writes texts so that whenever the
program or the machine stops, the file holds the old text or the new one. Knows nothing of what a text says.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from checker.findings import Finding, Message, Span, say
from checker.texts import MOST_BYTES, read_stream, reason, unreadable

_SUFFIX = ".lexport-new"


def read_exactly(path: Path, shown: str, *, to_write: bool) -> str | Finding:
    """Read a file as it lies on disk; a finding for what is no file of text or, if it is `to_write`, is read-only."""
    try:
        obstacle = _obstacle(path.lstat().st_mode, to_write)
        if obstacle is not None:
            return unwritten(shown, *obstacle)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return unreadable(shown, reason(error))
    checked = read_stream(BytesIO(data), shown)
    return checked if isinstance(checked, Finding) else data.decode("utf-8")


def save(path: Path, shown: str, old: str, new: str) -> Finding | None:
    """Write a text in place of another: beside it first, then by one step that swaps the two; its mode is kept.

    A finding where that cannot be done, or the file no longer holds the old text.
    """
    temporary: Path | None = None
    try:
        _clear(path)
        descriptor, name = tempfile.mkstemp(_SUFFIX, f".{path.name}.", path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            _hold(file.fileno())
            file.write(new.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        held = path.read_bytes()
        if held == new.encode("utf-8"):  # another run has done the same
            return None
        if held != old.encode("utf-8"):
            return unwritten(shown, say("it was changed in the meantime"), say("run `lexport fmt` again"))
        temporary.replace(path)
        temporary = None
        _make_lasting(path.parent)
    except OSError as error:
        return unwritten(shown, _reason(error))
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
    return None


def unwritten(shown: str, why: Message, remedy: Message | None = None) -> Finding:
    """Report a file that is not written, and why."""
    return Finding("O101", say("file cannot be written: {reason}", reason=why), Span(shown, 1, 1, 1, 1), help=remedy)


def _reason(error: OSError) -> Message:
    if isinstance(error, PermissionError):
        return say("you have no permission to write into its folder")
    return say("there is no room, or the disk refuses it")


def _obstacle(mode: int, to_write: bool) -> tuple[Message, Message] | None:
    if stat.S_ISLNK(mode):
        return say("it is a link"), say("name the file it leads to")
    if not stat.S_ISREG(mode):
        return say("it is no regular file"), say("name a file of rules, or `-` for standard input")
    if to_write and not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return say("it is marked read-only"), say("let it be written, or use `--check` or `--diff`")
    return None


def _hold(descriptor: int) -> None:
    """Mark a file that is being written, so that another run does not take it for one left over."""
    with suppress(ImportError, OSError):
        import fcntl  # not on Windows, where nobody can delete a file that is open

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _clear(path: Path) -> None:
    """Delete what a run left beside a file when it was stopped."""
    for left in path.parent.glob(f".{path.name}.*{_SUFFIX}"):
        with suppress(OSError), left.open("rb") as file:
            with suppress(ImportError):
                import fcntl

                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _make_lasting(folder: Path) -> None:
    """Let the swap itself outlast a loss of power, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
