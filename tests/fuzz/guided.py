"""The coverage-guided fuzzer: each target in a process of its own for its share of the time, then the figures.

Run by hand, as `tests/fuzz/README.md` says; needs `atheris`, which is no dependency of the project. What it finds is
written to the working folder it is given: inputs that reached something new, and `crash-…`, `timeout-…` or `oom-…`
files with what broke.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).parent / "corpus"
SHARES = {"rules": 5, "plan": 3, "table": 1, "settings": 1}
SLOWEST = 10  # seconds for one input before it counts as a hang
MOST_MEMORY = 1500  # megabytes, of a process that goes on for an hour
_COVERED = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)")
_DONE = re.compile(r"stat::number_of_executed_units: +(\d+)")
INSIDE = "--inside"  # says that this is the process of one target
_BROKEN = ("crash-*", "timeout-*", "oom-*", "leak-*")


def main() -> int:
    """Run what the command line asks for; 1 when anything broke."""
    options = argparse.ArgumentParser(description="Fuzz the readers of rules, plans, code tables and settings.")
    options.add_argument("targets", nargs="*", help="rules, plan, table, settings; all of them by default")
    options.add_argument("--seconds", type=int, default=60, help="for all targets together")
    options.add_argument("--folder", type=Path, help="where to keep what is found")
    if sys.argv[1:2] == [INSIDE]:
        _fuzz(sys.argv[2], sys.argv[3:])
    given, further = options.parse_known_args()
    targets = given.targets or list(SHARES)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="lexport-fuzz-"))
    total = sum(SHARES[target] for target in targets)
    broken = [_run(target, folder, given.seconds * SHARES[target] // total, further) for target in targets]
    _tell("no crash, no hang" if not any(broken) else f"broken inputs are in {folder}")
    return int(any(broken))


def _run(target: str, folder: Path, seconds: int, further: list[str]) -> int:
    """Fuzz one target in a process of its own, print its figures, and count what broke."""
    found = folder / target
    found.mkdir(parents=True, exist_ok=True)
    words = folder / "words.dict"
    words.write_text(_dictionary(), encoding="ascii")
    command = [
        sys.executable, "-m", "tests.fuzz.guided", INSIDE, target, str(found), str(CORPUS / target),
        f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}", "-max_len=4096",
        f"-dict={words}", f"-artifact_prefix={found}/", "-print_final_stats=1", *further,
    ]  # fmt: skip
    with (folder / f"{target}.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=False)
    text = (folder / f"{target}.log").read_text(encoding="utf-8", errors="replace")
    executions = sum(map(int, _DONE.findall(text)))
    edges, features, inputs = _COVERED.findall(text)[-1] if _COVERED.search(text) else ("?", "?", "?")
    broken = sum(1 for pattern in _BROKEN for _ in found.glob(pattern))
    _tell(
        f"{target}: {executions} executions in {seconds} s, {edges} edges and {features} features covered, "
        f"{inputs} inputs kept, {broken} crashes or hangs"
    )
    return broken + (not executions)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fuzz(target: str, arguments: list[str]) -> None:
    """Become the fuzzer of one target; does not return."""
    atheris = importlib.import_module("atheris")  # no dependency of the project, so that nothing knows its types
    with atheris.instrument_imports(include=["checker"]):
        _import_all()
        from tests.fuzz.targets import TARGETS
    atheris.Setup([sys.argv[0], *arguments], TARGETS[target])
    atheris.Fuzz()


def _import_all() -> None:
    """Import what the program imports only when it is needed: what is imported later is not followed."""
    import checker

    for found in pkgutil.walk_packages(checker.__path__, "checker."):
        if not found.name.startswith("checker.cli"):
            importlib.import_module(found.name)


def _dictionary() -> str:
    """Write the keywords of both languages and the keys of plans as the fuzzer's dictionary wants them."""
    from checker.syntax import keywords

    words = [spelling for keyword in keywords() for spelling in keyword.spellings]
    words += [
        "plan:",
        "facts:",
        "expect:",
        "legs:",
        "```rules\n",
        "```scenario\n",
        "「",
        "」",
        "2016-03-20",
        "rulebook",
    ]
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in dict.fromkeys(words))
    return "".join(f'"{word}"\n' for word in escaped)


if __name__ == "__main__":
    sys.exit(main())
