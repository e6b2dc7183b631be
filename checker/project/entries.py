"""A folder of the user's cache: texts that cost time to make, each under a key that says all it was made of.

Takes keys and texts, gives back under the same key the same text or nothing: an entry is a file whose first line is a
digest of the rest, so that what is cut short, altered or foreign counts as not there. A cache is no result: where it
can be neither read nor written, nothing is kept and nobody is told. Must not know what a text says. Nothing is ever
written beside the rules or into the program's own folder.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from checker.texts import open_without_waiting

MOST_ENTRIES = 2_000  # a rulebook has tens of files; this is room for the versions of many
MOST_BYTES = 64 * 1024 * 1024
_ENTRY = ".json"

Value = TypeVar("Value")


class Entries:
    """Texts by their keys in a folder of their own, which is made when the first of them is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._has_room = False

    def recalled(self, key: str, read: Callable[[str], Value]) -> Value | None:
        """Return what a text says; None where there is none under the key, or `read` raises ValueError for it."""
        try:
            if not _is_own(self._folder):
                return None
            with open(self._folder / (key + _ENTRY), "rb", opener=open_without_waiting) as entry:
                seal, _, body = entry.read(MOST_BYTES).decode("ascii").partition("\n")
            return read(body) if seal == digest(key, body) else None
        except (OSError, ValueError):
            return None

    def keep(self, key: str, write: Callable[[], str]) -> None:
        """Keep a text, if that can be done; nothing where `write` raises ValueError."""
        with suppress(OSError, ValueError):
            body = write()
            self._make_room()
            entry = self._folder / (key + _ENTRY)
            begun = entry.with_suffix(f".{os.getpid()}")
            # Whole or not at all: another process may read the entry at this moment.
            begun.write_text(f"{digest(key, body)}\n{body}", "ascii")
            begun.replace(entry)

    def _make_room(self) -> None:
        """Make the folder, and drop the oldest entries of one that is full: once for many that are kept."""
        if self._has_room:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(self._folder):
            raise PermissionError("others may write into this cache")
        kept = size = 0
        for entry, its_size in _newest_first(self._folder):
            kept, size = kept + 1, size + its_size
            if kept > MOST_ENTRIES or size > MOST_BYTES:
                entry.unlink(missing_ok=True)
        self._has_room = True


def entries_of_user(name: str) -> Entries | None:
    """Return a folder of the user's cache; None where there is no such cache."""
    folder = user_caches(sys.platform, os.environ) / "lexport" / name
    return Entries(folder) if folder.is_absolute() else None


def user_caches(platform: str, environment: Mapping[str, str]) -> Path:
    """Return where a user's caches lie by the custom of a platform; a relative path where nothing says it."""
    home = Path("~").expanduser()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Caches"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache")


def digest(*parts: str) -> str:
    """Digest texts, each with its length: what ends one of them cannot begin the next."""
    written = (part.encode(errors="surrogatepass") for part in parts)
    return sha256(b"".join(len(part).to_bytes(8, "big") + part for part in written)).hexdigest()


def _is_own(folder: Path) -> bool:
    """Tell whether nobody else can have written into a folder: what is kept there is taken for our own work."""
    if not hasattr(os, "getuid"):
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _newest_first(folder: Path) -> Iterator[tuple[Path, int]]:
    with os.scandir(folder) as entries:
        found = [(entry.stat(), entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    for status, path in sorted(found, key=lambda one: (-one[0].st_mtime_ns, one[1])):
        yield Path(path), status.st_size
