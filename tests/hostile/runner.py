"""The command line in a process of its own, held to a share of the machine, and what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 500 * 1024 * 1024
MOST_SECONDS = 2.0
_CUT_OFF = 20  # seconds of the processor; what takes as long hangs
_START = (
    "import resource; resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}));"
    "resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}));"
    "from checker.cli.main import main; main()"
)


class Done(Struct, frozen=True):
    """How a run ended, what it wrote to stdout and stderr, its time on the processor and its memory in bytes."""

    code: int
    text: str
    seconds: float
    memory: int


def lexport(folder: Path, arguments: tuple[str, ...], stdin: bytes = b"") -> Done:
    """Run the command line in a folder."""
    given, told = folder / "stdin", folder / "told"
    given.write_bytes(stdin)
    command = [sys.executable, "-c", _START.format(memory=MOST_MEMORY, seconds=_CUT_OFF), *arguments]
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    with given.open("rb") as source, told.open("wb") as sink:
        process = subprocess.Popen(
            command, cwd=folder, stdin=source, stdout=sink, stderr=subprocess.STDOUT, env=environment
        )
        status, used = _waited_for(process)
    text = told.read_bytes().decode("utf-8", "replace")
    return Done(os.waitstatus_to_exitcode(status), text, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _waited_for(process: subprocess.Popen[bytes]) -> tuple[int, resource.struct_rusage]:
    """Wait for the end of a process; one that sleeps instead of working is ended."""
    for _ in range(60 * 20):
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = 0
            return status, used
        time.sleep(0.05)
    process.kill()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return status, used
