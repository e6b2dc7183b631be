"""A cache that somebody has spoilt, or that cannot be used, changes nothing: the same verdicts, the same exit code."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.project.entries import digest
from tests.hostile.inputs import CHECK, lay_out
from tests.hostile.runner import lexport


def sealed(body: str) -> Callable[[Path], object]:
    """Write an entry whose seal is right."""
    return lambda entry: entry.write_text(f"{digest(entry.stem, body)}\n{body}", "ascii")


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-100])


def altered(entry: Path) -> None:
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(data)


def pipe(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)


def device(entry: Path) -> None:
    entry.unlink()
    entry.symlink_to("/dev/zero")


def folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


SPOILT: dict[str, Callable[[Path], object]] = {
    "cut short": cut,
    "altered": altered,
    "empty": lambda entry: entry.write_text(""),
    "no text": lambda entry: entry.write_bytes(bytes(range(256))),
    "a pipe": pipe,
    "a device": device,
    "a folder": folder,
    "sealed, and no list": sealed("{}"),
    "sealed, and of the wrong shape": sealed("[1,2,3,4,5]"),
    "sealed, and of no law": sealed('[["x"],[],[],[],0]'),
    "sealed, and of an unknown class": sealed("[[],[[9999,1]],[],[],0]"),
    "sealed, and deep": sealed("[" * 100_000),
}


def entries(at: Path) -> list[Path]:
    return sorted((at / "cache").rglob("*.json"))


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_entry_is_as_good_as_none(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path)
    first = lexport(tmp_path, CHECK)
    assert first.code == 0
    assert entries(tmp_path)
    for entry in entries(tmp_path):
        SPOILT[name](entry)
    again = lexport(tmp_path, CHECK)
    assert (again.code, again.text) == (0, first.text)


def test_what_others_may_have_written_is_not_taken(tmp_path: Path) -> None:
    lay_out(tmp_path)
    first = lexport(tmp_path, CHECK)
    kept = entries(tmp_path)
    for entry in kept:
        entry.unlink()
        entry.parent.chmod(0o777)
    again = lexport(tmp_path, CHECK)
    assert (again.code, again.text) == (0, first.text)
    assert entries(tmp_path) == []


def test_a_cache_that_is_a_file_is_no_mistake(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "cache").write_text("not a folder")
    assert lexport(tmp_path, CHECK).code == 0
