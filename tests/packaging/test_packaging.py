"""Three ways to install, each tried from an empty folder: wheel, wheel from the sdist, editable checkout.

Builds with the backend of the running environment; installs into environments of their own, dependencies from
the package index.
"""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from msgspec import Struct

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LEAVINGS = {"__pycache__"}

PLAN = """\
plan: Cleared on transit in Changsha, last leg into the Xiangtan zone
facts:
  decl: {accepted_at: 2016-03-20, direction: import, clearance_mode: transit, released: true}
  insp: {selected: false, diverted: false}
  legs:
    - {id: last, from: "4905", to: "4917", kind: post_release, arrangement: self_transport}
"""


class Distributions(Struct, frozen=True):
    """What was built: a wheel straight from the tree, an sdist, and a wheel from that sdist."""

    wheel: Path
    sdist: Path
    wheel_from_sdist: Path


class Installation(Struct, frozen=True):
    """An environment with the program in it, and an empty folder to run it from."""

    kind: str
    environment: Path
    empty: Path

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.environment / "bin" / command, *arguments],
            cwd=self.empty,
            env=clean_environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def clean_environment() -> dict[str, str]:
    """Leave out what would lead the child to another Python or to the checkout."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}


def python(*arguments: str | Path, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def contents(wheel: Path) -> dict[str, int]:
    """Map every file of a wheel to its checksum."""
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def files_below(name: str) -> set[str]:
    folder = ROOT / name
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not LEAVINGS & set(path.parts)
    }


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    direct, through = tmp_path_factory.mktemp("direct"), tmp_path_factory.mktemp("through")
    build = ("-m", "build", "--no-isolation")
    python(*build, "--wheel", "--outdir", direct, ROOT, cwd=direct)
    python(*build, "--outdir", through, ROOT, cwd=through)
    return Distributions(only(direct, "*.whl"), only(through, "*.tar.gz"), only(through, "*.whl"))


@pytest.fixture(scope="session", params=["wheel", "wheel from sdist", "editable"])
def installation(
    request: pytest.FixtureRequest, distributions: Distributions, tmp_path_factory: pytest.TempPathFactory
) -> Installation:
    kind: str = request.param
    environment, empty = tmp_path_factory.mktemp("environment"), tmp_path_factory.mktemp("empty")
    what: dict[str, tuple[str | Path, ...]] = {
        "wheel": (distributions.wheel,),
        "wheel from sdist": (distributions.wheel_from_sdist,),
        "editable": ("-e", ROOT),
    }
    python("-m", "venv", "--without-pip", environment, cwd=empty)
    python("-m", "pip", "--python", environment, "install", "--quiet", *what[kind], cwd=empty)
    return Installation(kind, environment, empty)


def test_a_wheel_has_the_program_alone_at_its_top(distributions: Distributions) -> None:
    tops = {name.partition("/")[0] for name in contents(distributions.wheel)}
    assert tops == {"checker", f"lexport-{PROJECT['version']}.dist-info"}


def test_a_wheel_carries_program_grammar_law_and_pages_and_nothing_else(distributions: Distributions) -> None:
    shipped = {f"checker/_shipped/{name}" for name in files_below("grammar") | files_below("rules")}
    shipped |= {f"checker/_shipped/{name.removeprefix('docs/')}" for name in files_below("docs/findings")}
    packed = {name for name in contents(distributions.wheel) if name.startswith("checker/")}
    assert "checker/_shipped/grammar/rules.lark" in shipped
    assert packed == files_below("checker") | shipped


def test_the_wheel_from_the_sdist_is_the_same_wheel(distributions: Distributions) -> None:
    assert contents(distributions.wheel_from_sdist) == contents(distributions.wheel)


def test_the_version_is_that_of_the_project(installation: Installation) -> None:
    done = installation.run("lexport", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert PROJECT["version"] in done.stdout


def test_the_shipped_folders_are_found(installation: Installation) -> None:
    show = "from checker.shipped import shipped_folder as at; print(at('grammar'), at('rules'), at('findings'))"
    done = installation.run("python", "-c", show)
    assert done.returncode == 0, done.stderr
    home = ROOT if installation.kind == "editable" else installation.environment
    for name, folder in zip(("grammar", "rules", "findings"), map(Path, done.stdout.split()), strict=True):
        assert folder.name == name
        assert folder.is_relative_to(home.resolve())


def test_a_finding_is_explained(installation: Installation) -> None:
    done = installation.run("lexport", "explain", "N201")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# N201: unknown name\n")


def test_a_plan_is_checked_by_the_shipped_rulebook(installation: Installation) -> None:
    (installation.empty / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = installation.run("lexport", "check", "plan.yaml")
    assert done.returncode == 0, done.stderr
    assert "known-gap" in done.stdout  # SOURCES G1: no text speaks of this last leg
    assert "ships with lexport" in done.stderr
