"""Bytes into text: the one place where what somebody wrote enters the program, and the rule by which it leaves it.

Takes a path, a stream or a text; gives the text, or the findings that say why it is not read: too large, no text in
UTF-8, or with characters in it that nobody sees. What is written to a terminal goes through `visible`. Must not know
what a text says.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from checker.findings import Edit, Finding, Message, Span, say

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

MB = 1_000_000
MOST_BYTES = 1 * MB
"""How large a page, a file of rules, a plan or the settings may be: fifty times the largest page of the law."""

MOST_TABLE_BYTES = 4 * MB
"""How large a code table may be: the goods codes of a tariff, with their names, take half of it."""

MOST_RULEBOOK_BYTES = 16 * MB
"""How large all files of a rulebook may be together."""

MOST_FILES = 2_000
"""How many files a rulebook, or a folder of plans, may have."""

MOST_MISTAKES = 1_000
"""How many mistakes are told before reading ends, of one block of rules and of all provisions together."""

_MOST_EDITS = 1_000
# Room for as much as a file may hold takes longer to make than most files take to read.
_USUAL_BYTES = 65_536
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ENDING_LINES = "\r\x85\u2028\u2029"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
# Compiled where such a character is found, which takes longer than looking at the characters of many texts.
_UNSEEN = f"[{_CONTROLS}{_TURNING}{_INVISIBLE}\ud800-\udfff]"
_TURNS = f"[{_TURNING}]"
_HIDES = f"[{_INVISIBLE}]"
_MOVES = f"[{_CONTROLS}{_TURNING}\ud800-\udfff]"
# Letters, figures and marks of plain texts in either language: none of them is unseen.
_PLAIN = (
    "\n\n",
    "\t\t",
    " ~",
    "\u00b7\u00b7",
    "\u2013\u201d",
    "\u2026\u2026",
    "\u3001\u3011",
    "\u4e00\u9fff",
    "\uff01\uff5e",
)


def read_file(path: Path, shown: str, most: int = MOST_BYTES) -> str | Finding:
    """Read a file whole; nothing is waited for, and no more is read than a file may hold."""
    try:
        with open(path, "rb", opener=open_without_waiting) as file:
            return read_stream(file, shown, most)
    except OSError as error:
        return unreadable(shown, reason(error))
    except ValueError:  # a zero byte in the path
        return unreadable(shown, say("it is not there"))


def read_stream(stream: BinaryIO, shown: str, most: int = MOST_BYTES) -> str | Finding:
    """Read a stream to its end; no more of it than a file may hold."""
    data = stream.read(min(_USUAL_BYTES, most + 1))
    if len(data) == _USUAL_BYTES:
        data += stream.read(most + 1 - len(data))
    if len(data) > most:
        return too_many_bytes(shown, most)
    if data.startswith(_UTF_16):
        return unreadable(shown, say("it is in {encoding}", encoding="UTF-16"), say("save the file in UTF-8"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return unreadable(shown, say("it is not in UTF-8"), say("save the file in UTF-8"), line)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return unreadable(shown, say("it is no text"), say("save the file as text in UTF-8"), line)
    return text.replace("\r\n", "\n") if "\r" in text else text


def open_without_waiting(path: str, flags: int) -> int:
    """Open a file for `open`, not waiting for whoever may write into a pipe; it is then read as usual."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return descriptor


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; a path that no system could have leads to none."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_file(path: Path) -> bool:
    """Tell whether a file is there."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def unreadable(shown: str, why: Message, remedy: Message | None = None, line: int = 1) -> Finding:
    """Report a file that is not read, and why."""
    span = Span(shown, line, 1, line, 1)
    return Finding("S105", say("file cannot be read: {reason}", reason=why), span, help=remedy)


def reason(error: OSError) -> Message:
    """Say why the system does not give a file."""
    match error:
        case FileNotFoundError():
            return say("it is not there")
        case PermissionError():
            return say("you have no permission to read it")
        case IsADirectoryError():
            return say("it is a folder")
    return say("it cannot be opened")


def too_many_bytes(shown: str, most: int) -> Finding:
    """Report a file of more bytes than are read."""
    most_said = f"{most // MB} MB"
    return Finding("S190", say("file of more than {most}", most=most_said), _first(shown), help=say("divide it"))


def unseen(text: str, file: str, line: int = 1) -> tuple[Finding, ...]:
    """Report the characters of a text that its readers cannot see: each kind once, at its first place."""
    if not holds_unseen(text):
        return ()
    places: dict[str, list[int]] = {}
    for found in re.finditer(_UNSEEN, text):
        places.setdefault(found[0], []).append(found.start())
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return tuple(
        _unseen(character, [_place(file, line, starts, at) for at in ats]) for character, ats in places.items()
    )


def holds_unseen(text: str) -> bool:
    """Tell whether a piece of text holds a character that its readers cannot see."""
    return not _is_plain(text) and re.search(_UNSEEN, text) is not None


def visible(text: str) -> str:
    r"""Write what would move a terminal's cursor, or turn what it shows, as the escape `\u001b`; JSON reads it back."""
    if _is_plain(text):
        return text
    return re.sub(_MOVES, lambda found: f"\\u{ord(found[0]):04x}", text)


def on_one_line(text: str) -> str:
    """Write a name as `visible` does, line feeds and tabs too."""
    return visible(text).replace("\n", "\\u000a").replace("\t", "\\u0009")


def _is_plain(text: str) -> bool:
    """Tell whether a text has nothing but plain characters; most have, and then no pattern is needed."""
    if text.isascii() and text.isprintable():
        return True
    return all(any(span[0] <= character <= span[1] for span in _PLAIN) for character in set(text))


def _unseen(character: str, spans: list[Span]) -> Finding:
    code = f"U+{ord(character):04X}"
    label = say("here") if len(spans) == 1 else say("here, and {count} times more", count=len(spans) - 1)
    name = "S191"
    if character in _ENDING_LINES:
        message = say("{code} ends a line for some programs and not for others", code=code)
        return Finding(name, message, spans[0], label, say("end lines as any editor does, with the enter key"))
    if re.match(_TURNS, character):
        name = "S192"
        message = say("{code} turns the direction of writing: readers see another order than the one read", code=code)
    elif re.match(_HIDES, character):
        name = "S192"
        message = say("{code} is invisible: readers do not know that it is there", code=code)
    else:
        message = say("{code} is a control character, which no page shows", code=code)
    edits = tuple(Edit(span, "") for span in spans) if len(spans) <= _MOST_EDITS else ()
    return Finding(name, message, spans[0], label, say("take it out"), edits=edits)


def _place(file: str, line: int, starts: list[int], offset: int) -> Span:
    from bisect import bisect_right

    row = bisect_right(starts, offset)
    column = offset - starts[row - 1] + 1
    return Span(file, line + row - 1, column, line + row - 1, column + 1)


def _first(shown: str) -> Span:
    return Span(shown, 1, 1, 1, 1)


def has_han(run: str) -> bool:
    """Tell whether any character of the run is Chinese."""
    return _HAN.search(run) is not None
