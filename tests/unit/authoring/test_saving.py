"""A file is written whole or not at all, whenever the program stops, and only where it may be."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checker.authoring.saving import read_exactly, save
from checker.findings import Finding

ROOT = Path(__file__).resolve().parents[3]
OLD, NEW = "fact  a:date\n" * 2000, "fact a : date\n" * 2000
# Each stops the process by a signal that nothing can catch, at another moment of the writing.
STOPS = {
    "half of the new text is written": """
import io
class Half(io.FileIO):
    def write(self, data):
        super().write(bytes(data[: len(data) // 2]))
        os.kill(os.getpid(), signal.SIGKILL)
os.fdopen = lambda descriptor, mode: Half(descriptor, mode)
""",
    "all of it is handed to the system": "os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)",
    "the two files are about to be swapped": (
        "pathlib.Path.replace = lambda one, other: os.kill(os.getpid(), signal.SIGKILL)"
    ),
    "the two files are swapped": """
swap = pathlib.Path.replace
pathlib.Path.replace = lambda one, other: (swap(one, other), os.kill(os.getpid(), signal.SIGKILL))
""",
}
SAVE = """
import os, pathlib, signal, sys
{stop}
from checker.authoring.saving import save
path = pathlib.Path(sys.argv[1])
save(path, "page", {old}, {new})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
@pytest.mark.parametrize("moment", STOPS)
def test_a_kill_leaves_one_whole_file_and_the_next_run_clears_up(tmp_path: Path, moment: str) -> None:
    page = tmp_path / "page.rules"
    page.write_text(OLD)
    script = SAVE.format(stop=STOPS[moment], old='"fact  a:date\\n" * 2000', new='"fact a : date\\n" * 2000')
    done = subprocess.run(
        [sys.executable, "-c", script, str(page)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    swapped = moment == "the two files are swapped"
    assert page.read_text() == (NEW if swapped else OLD)
    assert len(list(tmp_path.iterdir())) == (1 if swapped else 2)
    assert save(page, "page", page.read_text(), NEW) is None
    assert page.read_text() == NEW
    assert list(tmp_path.iterdir()) == [page]


def test_a_file_that_another_run_is_writing_is_no_remainder(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    page, other = tmp_path / "page.rules", tmp_path / ".page.rules.abc.lexport-new"
    page.write_text(OLD)
    with other.open("w") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        assert save(page, "page", OLD, NEW) is None
        assert other.exists()
    assert save(page, "page", NEW, OLD) is None
    assert not other.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    page = tmp_path / "page.rules"
    page.write_text(OLD)
    page.chmod(mode)
    assert save(page, "page", OLD, NEW) is None
    assert stat.S_IMODE(page.stat().st_mode) == mode


def test_what_somebody_else_wrote_in_the_meantime_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_text("somebody else's")
    assert told(save(page, "page", OLD, NEW)) == "file cannot be written: it was changed in the meantime"
    assert page.read_text() == "somebody else's"
    assert list(tmp_path.iterdir()) == [page]


def test_what_another_run_wrote_that_is_the_same_is_no_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_text(NEW)
    assert save(page, "page", OLD, NEW) is None
    assert page.read_text() == NEW
    assert list(tmp_path.iterdir()) == [page]


def test_line_ends_and_a_byte_order_mark_are_read_as_they_are(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_bytes("\ufefffact a : date\r\n".encode())
    text = read_exactly(page, "page", to_write=True)
    assert text == "\ufefffact a : date\r\n"
    assert save(page, "page", text, text.replace("a", "b")) is None
    assert page.read_bytes() == "\ufefffbct b : dbte\r\n".encode()


def test_a_link_a_folder_and_a_pipe_are_not_written(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_text(OLD)
    (tmp_path / "link.rules").symlink_to(page)
    os.mkfifo(tmp_path / "pipe.rules")
    (tmp_path / "folder.rules").mkdir()
    seen = {name: told(read_exactly(tmp_path / name, name, to_write=True)) for name in ("link.rules", "pipe.rules")}
    assert seen == {
        "link.rules": "file cannot be written: it is a link",
        "pipe.rules": "file cannot be written: it is no regular file",
    }
    assert "it is no regular file" in told(read_exactly(tmp_path / "folder.rules", "folder", to_write=True))
    assert page.read_text() == OLD


def test_a_read_only_file_is_read_but_not_for_writing(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_text(OLD)
    page.chmod(0o444)
    assert told(read_exactly(page, "page", to_write=True)) == "file cannot be written: it is marked read-only"
    assert read_exactly(page, "page", to_write=False) == OLD


def test_bytes_that_are_no_text_are_not_read(tmp_path: Path) -> None:
    page = tmp_path / "page.rules"
    page.write_bytes(b"fact \xff : date\n")
    assert told(read_exactly(page, "page", to_write=True)) == "file cannot be read: it is not in UTF-8"


def told(found: object) -> str:
    assert isinstance(found, Finding)
    return str(found.message)
