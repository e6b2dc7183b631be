"""Scenarios as tests of pytest: those of a rulebook's files of scenarios and of its literate pages, an item for each.

pytest finds this module by itself in every environment that Lexport is installed in. So nothing of the program is
imported before a YAML file or a page of Markdown is met that has a `lexport.yaml` above it; what lies in no rulebook
is left to others. `-p no:lexport` keeps it out. Each rulebook is loaded once, and its mistakes are told once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.answers.run import Laws
    from checker.findings import Finding
    from checker.plan import Plan

CONFIGURATION = "lexport.yaml"
SUFFIXES = (".md", ".yaml")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take a file that may hold scenarios and lies in a rulebook."""
    if file_path.suffix not in SUFFIXES or file_path.name == CONFIGURATION:
        return None
    rulebook = parent.config.stash.setdefault(_OPENED, Opened()).around(file_path.parent)
    if rulebook is None or not rulebook.holds(file_path):
        return None
    return ScenarioFile.from_parent(parent, path=file_path, rulebook=rulebook)


class ScenarioFile(pytest.File):
    """A file of a rulebook; one without scenarios has no tests."""

    def __init__(self, *, rulebook: Rulebook, **known: Any) -> None:
        super().__init__(**known)
        self.rulebook = rulebook

    def collect(self) -> Iterator[ScenarioItem]:
        """Give the scenarios of the file, by their titles; two of one title by their lines as well."""
        if told := self.rulebook.told_once():
            raise self.CollectError(self.rulebook.write(told))
        plans = self.rulebook.plans(self.path)
        if plans and all(plan.frame for plan in plans):
            raise self.CollectError(self.rulebook.write(finding for plan in plans for finding in plan.frame))
        titles = Counter(plan.title for plan in plans)
        for plan in plans:
            name = plan.title if titles[plan.title] == 1 else f"{plan.title} (line {plan.line})"
            yield ScenarioItem.from_parent(self, name=name, rulebook=self.rulebook, plan=plan)


class ScenarioItem(pytest.Item):
    """One scenario, held against the verdicts it expects."""

    def __init__(self, *, rulebook: Rulebook, plan: Plan, **known: Any) -> None:
        super().__init__(**known)
        self.rulebook, self.plan = rulebook, plan

    def runtest(self) -> None:
        """Fail with what `lexport test` says of the scenario."""
        if said := self.rulebook.failure(self.plan, self.config.get_terminal_writer().fullwidth):
            raise ScenarioFailedError(said)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what differs instead of where in the program that was found."""
        if isinstance(excinfo.value, ScenarioFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the scenario is written."""
        return self.path, self.plan.line - 1, self.name


class ScenarioFailedError(AssertionError):
    """A scenario that does not hold."""


class Rulebook:
    """One rulebook, loaded when the first of its files is collected.

    Its folder is the one that a `lexport.yaml` names; a mistake in that file is one of every rulebook around it.
    """

    def __init__(self, place: Path) -> None:
        from checker.project import Config, read_config
        from checker.texts import read_file

        text = read_file(place, place.name)
        config, self._findings = (Config(), (text,)) if not isinstance(text, str) else read_config(text, place.name)
        self._place, self._language = place, config.language
        self._folder = (place.parent / (config.rules or ".")).resolve()
        self._laws: Laws | None = None
        self._is_told = False

    def holds(self, path: Path) -> bool:
        """Tell whether a file lies in the rulebook."""
        return bool(self._findings) or self._folder in path.resolve().parents

    def told_once(self) -> tuple[Finding, ...]:
        """Return what keeps the scenarios from being run; nothing where that has been said before."""
        if self._laws is None and not self._findings:
            self._load()
        told = () if self._is_told else self._findings
        self._is_told = True
        return told

    def plans(self, path: Path) -> list[Plan]:
        """Read the scenarios of one file."""
        from checker.plan import read_plans

        if self._laws is None:
            return []
        book, file = self._laws.book, f"{self._folder.name}/{path.resolve().relative_to(self._folder).as_posix()}"
        return [plan for s in book.scenarios if s.file == file for plan in read_plans(book, s.text, s.file, s.line)]

    def failure(self, plan: Plan, width: int) -> str:
        """Hold a scenario against what it expects; give what `lexport test` says if that differs."""
        from checker.answers.run import run_scenarios
        from checker.reports.scenarios_text import scenarios_text

        assert self._laws is not None
        run = run_scenarios(self._laws, [plan])
        if not run.findings and not run.failed:
            return ""
        return scenarios_text(run, self._texts(run.findings), self._language, width).rstrip("\n")

    def write(self, findings: Iterable[Finding]) -> str:
        """Write findings as every command does."""
        from checker.reports.findings_text import findings_text

        told = tuple(findings)
        return findings_text(told, self._texts(told), self._language).rstrip("\n")

    def _load(self) -> None:
        from checker.answers.run import Laws
        from checker.findings import is_fatal
        from checker.project.laws import laws_of_user, open_law

        law, findings = open_law(self._folder, laws_of_user())
        if law is not None:
            findings = law.findings()
        if law is None or is_fatal(findings):
            self._findings = findings
        else:
            self._laws = Laws(law.book, known=law)

    def _texts(self, findings: Iterable[Finding]) -> dict[str, str]:
        """Read the files that findings point into, as far as they are there."""
        from checker.texts import is_file, read_file

        files = {finding.span.file: self._folder.parent / finding.span.file for finding in findings if finding.span}
        files |= {self._place.name: self._place} if self._place.name in files else {}
        read = {file: read_file(path, file) for file, path in sorted(files.items()) if is_file(path)}
        return {file: text for file, text in read.items() if isinstance(text, str)}


class Opened:
    """The rulebooks of one run, by the `lexport.yaml` that names them."""

    def __init__(self) -> None:
        self._nearest: dict[Path, Path | None] = {}
        self._rulebooks: dict[Path, Rulebook] = {}

    def around(self, folder: Path) -> Rulebook | None:
        """Return the rulebook that the nearest `lexport.yaml` names, in a folder or above it."""
        place = self._find(folder)
        if place is not None and place not in self._rulebooks:
            self._rulebooks[place] = Rulebook(place)
        return None if place is None else self._rulebooks[place]

    def _find(self, folder: Path) -> Path | None:
        if folder not in self._nearest:
            place = folder / CONFIGURATION
            above = None if folder.parent == folder else self._find(folder.parent)
            self._nearest[folder] = place if place.is_file() else above
        return self._nearest[folder]


_OPENED = pytest.StashKey[Opened]()
