"""Bytes into text and text onto a terminal: what is refused, with its place, and what is shown in its stead."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Finding
from checker.texts import (
    MB,
    MOST_BYTES,
    is_file,
    is_folder,
    on_one_line,
    read_file,
    read_stream,
    unseen,
    visible,
)

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u200b\u2060\ufeff\U000e0041"
CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u2028\u2029\r"


def read(data: bytes) -> tuple[str, str, str] | str:
    text = read_stream(io.BytesIO(data), "f")
    return (text.id, str(text.span), str(text.message)) if isinstance(text, Finding) else text


def told(text: str) -> list[tuple[str, str, str]]:
    return [(f.id, str(f.span), str(f.message).split()[0]) for f in unseen(text, "f")]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\rb"),
        ("关区".encode(), "关区"),
        (b"a" * MOST_BYTES, "a" * MOST_BYTES),
    ],
)
def test_what_is_read(data: bytes, text: str) -> None:
    assert read(data) == text


@pytest.mark.parametrize(
    ("data", "place", "why"),
    [
        ("a".encode("utf-16"), "f:1:1", "it is in UTF-16"),
        ("a".encode("utf-16-be"), "f:1:1", "it is no text"),
        (b"\xfe\xff\x00a", "f:1:1", "it is in UTF-16"),
        ("a\n关区".encode("gbk"), "f:2:1", "it is not in UTF-8"),
        (b"a\nb\0", "f:2:1", "it is no text"),
    ],
)
def test_what_is_no_text(data: bytes, place: str, why: str) -> None:
    assert read(data) == ("S105", place, f"file cannot be read: {why}")


def test_no_more_is_read_than_a_file_may_hold() -> None:
    endless = io.BytesIO(b"a" * (MOST_BYTES + 1_000))
    finding = read_stream(endless, "f")
    assert isinstance(finding, Finding)
    assert (finding.id, str(finding.message), endless.tell()) == ("S190", "file of more than 1 MB", MOST_BYTES + 1)
    assert MOST_BYTES == MB


def test_a_path_that_no_system_has(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", Path("a\0b"), Path("x" * 5_000), tmp_path):
        finding = read_file(path, "f")
        assert isinstance(finding, Finding)
        assert finding.id == "S105"
    assert [is_file(path) for path in (Path("a\0b"), Path("x" * 5_000), tmp_path)] == [False] * 3
    assert [is_folder(path) for path in (Path("a\0b"), Path("x" * 5_000), tmp_path)] == [False, False, True]


def test_nobody_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert read_file(tmp_path / "pipe", "f") == ""


def test_what_a_pipe_is_given_is_read_whole() -> None:
    reads, writes = os.pipe()
    os.write(writes, b"plan: x\n" * 100)
    os.close(writes)
    assert read_file(Path(f"/dev/fd/{reads}"), "f") == "plan: x\n" * 100
    os.close(reads)


@pytest.mark.parametrize("character", CONTROLS + TURNING + INVISIBLE)
def test_every_character_that_nobody_sees_is_told_at_its_place(character: str) -> None:
    wanted = "S191" if character in CONTROLS else "S192"
    assert told(f"ab\n关{character}d") == [(wanted, "f:2:2", f"U+{ord(character):04X}")]


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "关于「甲」的规定。", "Łódź, façade, 中华", "بضائع", "\U0001f469\u200d\u2696\ufe0f"]
)
def test_what_readers_see_is_no_mistake(text: str) -> None:
    assert unseen(text, "f") == ()


def test_each_kind_is_told_once_with_how_often() -> None:
    first, second = unseen("a\x1bb\x1b\nc\u200b\x1b", "f")
    assert (str(first.span), str(first.label)) == ("f:1:2", "here, and 2 times more")
    assert (str(second.span), str(second.label)) == ("f:2:2", "here")


def test_what_is_taken_out_leaves_the_rest() -> None:
    text = "fact se\u200ba\u200bled : boolean\n"
    (finding,) = unseen(text, "f")
    for edit in sorted(finding.edits, reverse=True):
        text = text[: edit.span.column - 1] + edit.text + text[edit.span.end_column - 1 :]
    assert text == "fact sealed : boolean\n"


def test_where_a_line_should_end_nothing_is_taken_out() -> None:
    """Whether a lone carriage return ends a line is for its writer to say."""
    assert [finding.edits for finding in unseen("a\rb\u2028c", "f")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\u202e", "\\u202e"),
        ("\r\x85\u2028", "\\u000d\\u0085\\u2028"),
        ("\udcff", "\\udcff"),
        ("中 \U0001f469\u200d\u2696\ufe0f", "中 \U0001f469\u200d\u2696\ufe0f"),
    ],
)
def test_what_would_move_the_cursor_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_json_is_the_same_json_afterwards(text: str) -> None:
    assert json.loads(visible(json.dumps(text, ensure_ascii=False))) == text


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_is_shown_can_be_encoded_and_holds_nothing_unseen(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert not set(shown) & set(TURNING + CONTROLS)
    assert "\n" not in on_one_line(text)
