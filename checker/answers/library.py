"""The rulebook as a Python program holds it: loaded once, then asked about plans.

Takes folders, plan files and plain dictionaries; gives the records of `dossier`. Mistakes in a plan are findings in
its record, mistakes in the rules an exception that carries all of them: there is no rulebook then to ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from os import PathLike
from pathlib import Path

from msgspec import Struct

from checker.answers.dossier import CheckResult
from checker.answers.plans import missing_plan, read_plan_file
from checker.answers.run import Laws, check_under
from checker.findings import Finding, is_fatal
from checker.logic import Law
from checker.plan import Plan
from checker.project.laws import laws_of_user, open_law
from checker.shipped import shipped_folder


class RulebookError(Exception):
    """A rulebook that cannot be used; `findings` are all mistakes of it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        errors = [f for f in self.findings if is_fatal([f])]
        places = "".join(f"\n{f.span}: {f.message}" if f.span else f"\n{f.message}" for f in errors)
        super().__init__(f"the rulebook has {len(errors)} mistakes{places}")


class PlanFile(Struct, frozen=True):
    """The text of a file of plans, to be read in the words of the rulebook that checks it."""

    file: str
    text: str


class Rulebook:
    """A rulebook without mistakes, made by `load`; `findings` are its warnings."""

    def __init__(self, law: Law, findings: tuple[Finding, ...]) -> None:
        self._law = law
        self._model = law.book
        self.findings = findings

    @property
    def name(self) -> str:
        """The name in its header."""
        return self._model.header.name

    @property
    def version(self) -> str | None:
        """The version in its header."""
        return self._model.header.version

    @property
    def digest(self) -> str:
        """`sha256:…` over its files: equal digests give equal verdicts."""
        return self._model.digest

    @property
    def questions(self) -> tuple[str, ...]:
        """The canonical names of its questions."""
        return tuple(self._model.questions)

    def check(
        self,
        plan: Mapping[str, object] | PlanFile | Iterable[PlanFile],
        as_of: date | None = None,
        *,
        readings: bool = False,
    ) -> CheckResult:
        """Give the verdicts of plans, with the texts known on a day (None: with all of them).

        A dictionary is one plan, as a plan file writes it: `{"plan": "…", "facts": {…}}`, or its facts alone. With
        `readings` every question is asked again with each reading turned that bears on it.
        """
        plans = self._read(plan)
        day = None if as_of is None else as_of.toordinal()
        return check_under(Laws(self._model, day, self._law), plans, readings=readings)

    def _read(self, plan: Mapping[str, object] | PlanFile | Iterable[PlanFile]) -> list[Plan]:
        if isinstance(plan, Mapping):
            whole = plan if "facts" in plan else {"facts": plan}
            # JSON is YAML, and quoting changes nothing: the text of a scalar is read by the type of its fact.
            plan = PlanFile("plan", json.dumps(in_words(whole), ensure_ascii=False))
        files = [plan] if isinstance(plan, PlanFile) else list(plan)
        return [
            read
            for file in files
            for read in read_plan_file(self._model, file.file, file.text) or (missing_plan(file.file),)
        ]


def load(folder: str | PathLike[str] | None = None) -> Rulebook:
    """Load the rulebook in a folder, or the one that ships with the program.

    What was made of its files is kept in the user's cache folder, and taken from there the next time. Raises
    RulebookError when it has a mistake, OSError when the folder cannot be read.
    """
    law, findings = open_law(shipped_folder("rules") if folder is None else Path(folder), laws_of_user())
    if law is None:
        raise RulebookError(findings)
    return Rulebook(law, findings)


def read_plans(path: str | PathLike[str]) -> PlanFile:
    """Read a file of plans, YAML or a literate page. Raises OSError or UnicodeDecodeError when it cannot."""
    return PlanFile(Path(path).as_posix(), Path(path).read_text(encoding="utf-8-sig"))


def in_words(value: object) -> object:
    """Spell a value of Python as a plan file would: every scalar is text.

    Raises TypeError for what a plan cannot say; what is not known is left out, what is absent is "absent".
    """
    if isinstance(value, Mapping):
        return {str(key): in_words(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [in_words(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | Decimal):
        return str(value)
    raise TypeError(f"a plan holds no value of type {type(value).__name__}: {value!r}")
