"""The shape of the project, held by tests: layers, names, sizes, docstrings, what an import loads.

Reads the source files as text and syntax trees, and starts fresh interpreters where loading is the question.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = tuple(sorted((ROOT / "checker").rglob("*.py")))
SOURCES = (*PROGRAM, *sorted((ROOT / "tests").rglob("*.py")))

TOP_LEVEL = {
    ".ci",
    ".git",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "PKG-INFO",  # a source distribution has it
    "README.md",
    "checker",
    "docs",
    "grammar",
    "lexport.yaml",
    "mkdocs.yml",
    "pyproject.toml",
    "rules",
    "tests",
}
MOST_LINES = 400
NAMES_THAT_SAY_NOTHING = {"utils", "common", "helpers", "base"}
VERBS_THAT_SAY_NOTHING = ("get_", "handle_", "process_")
NAMED_BY_OTHERS = {"get_command", "get_tokens_unprocessed"}  # what click and Pygments call


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level package of every import of a file, those inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.partition(".")[0]


def normalised(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def optional_packages() -> set[str]:
    """Name the import packages of every distribution that only an extra brings."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        normalised(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])
        for extra in project["optional-dependencies"].values()
        for requirement in extra
    }
    return {
        package
        for package, distributions in packages_distributions().items()
        if wanted & {normalised(distribution) for distribution in distributions}
    }


def test_the_layers_hold() -> None:
    check = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("library", "readers"),
    [
        ("lark", ("checker/syntax/",)),
        ("rich", ("checker/cli/",)),
        ("click", ("checker/cli/",)),
        (
            "yaml",
            (
                "checker/plan/",
                "checker/project/",
                "checker/rulebook/codes",
                "checker/rulebook/plain_yaml",
                "checker/rulebook/register",
                "checker/rulebook/yaml_nodes",
            ),
        ),
        ("holidays", ("checker/rulebook/calendars",)),
        ("pygments", ("checker/highlighting", "checker/site/")),
        ("mkdocs", ("checker/site/",)),
        ("xlsxwriter", ("checker/reports/table_xlsx",)),
        ("pytest", ("checker/pytest_plugin",)),
    ],
)
def test_a_library_is_named_in_its_place_alone(library: str, readers: tuple[str, ...]) -> None:
    naming = {relative(path) for path in PROGRAM if library in imported(path)}
    assert naming, f"nothing names {library}: is it still a dependency?"
    assert {path for path in naming if not path.startswith(readers)} == set()


def test_import_checker_loads_no_optional_library_and_nothing_slow() -> None:
    unwanted = {"lark", "rich", "click"} | optional_packages()
    assert {"pytest", "hypothesis", "mkdocs"} <= unwanted
    show = "import sys; before = set(sys.modules); import checker; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", show], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert "checker" in loaded
    assert loaded & unwanted == set()


def test_no_file_is_too_long() -> None:
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert lengths
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_module_says_what_it_is() -> None:
    assert [relative(path) for path in SOURCES if ast.get_docstring(tree(path)) is None] == []


def test_names_say_something() -> None:
    modules = [relative(path) for path in SOURCES if NAMES_THAT_SAY_NOTHING & {path.stem, path.parent.name}]
    functions = [
        f"{relative(path)}: {node.name}"
        for path in PROGRAM
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith(VERBS_THAT_SAY_NOTHING)
        and node.name not in NAMED_BY_OTHERS
    ]
    assert modules + functions == []


def test_nothing_else_lies_at_the_top() -> None:
    patterns = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    made_by_tools = [pattern.strip("/") for pattern in patterns if pattern and not pattern.startswith("#")]
    found = {
        entry.name for entry in ROOT.iterdir() if not any(fnmatch(entry.name, pattern) for pattern in made_by_tools)
    }
    assert found - TOP_LEVEL == set()
    assert TOP_LEVEL - found <= {".ci", ".git", "PKG-INFO"}
