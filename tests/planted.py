"""Small faults, each planted into a copy of the program, and the quick check that must notice every one.

Run as a module in a folder with the copy: the conformance corpus first, then experiments whose verdicts the oracle
gave beforehand, then the unit tests of the logic. It stops at the first difference or crash and leaves with NOTICED;
any other code means that the check itself did not run.
"""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from tests.agreement import Experiment, disagreements
from tests.literate_pages import ROOT, corpus, further_pages, mismatches

TIME_LIMIT = 120
NOTICED = 10


class Fault(Struct, frozen=True):
    """One fault: in which file which text becomes which, and what that means in a sentence."""

    story: str
    file: str
    old: str
    new: str


FAULTS = (
    Fault(
        "a code two above is not above",
        "rulebook/model/codes.py",
        "while (row := self.rows.get(chain[-1])) is not None and row.parent is not None:",
        "if (row := self.rows.get(chain[-1])) is not None and row.parent is not None:",
    ),
    Fault(
        "a reserved text gives way to ranks it does not name",
        "logic/resolution.py",
        "named = not reserved or self._precedence.rank(text.name) in reserved",
        "named = True",
    ),
    Fault(
        "a beaten candidate no longer beats, so what it displaced revives",
        "logic/resolution.py",
        "return self.case.remaining(candidate, (region for _, _, region in self.beaten_by(claim)))",
        "return self.case.remaining(candidate, ("
        "self.case.without(region, self.case.either(r for _, _, r in self.beaten_by(other)))"
        " for other, _, region in self.beaten_by(claim)))",
    ),
    Fault(
        "of two effects of one provision the first decides alone what may be left",
        "rulebook/model/answers.py",
        "leave = left.leave if right.leave is None else right.leave",
        "leave = left.leave",
    ),
    Fault(
        "a proviso applies though its base is taken out everywhere",
        "logic/resolution.py",
        "standing = self.case.either(self.stands(relation.target, q) for q in questions)",
        "standing = self.applicable(relation.target)",
    ),
    Fault(
        "a provision of which one answer cannot be given is left out whole",
        "logic/idle.py",
        '_CONDITIONS = frozenset({"window", "document", "part"})',
        '_CONDITIONS = frozenset({"window", "document", "part", "claim"})',
    ),
    Fault(
        "what no blocker reaches is lost where blockers lie apart",
        "regions/difference.py",
        "holders[left] = {}",
        "left = 0",
    ),
    Fault(
        "an override strikes where nothing clashes",
        "logic/resolution.py",
        "return self.case.both(region, self.case.either(clashing))",
        "return region",
    ),
    Fault(
        "an exception that is itself taken out still takes out",
        "logic/resolution.py",
        "region = self.stands(attacker, question)",
        "region = self.applicable(attacker)",
    ),
    Fault(
        "of several clashing pairs the first of each provision is forgotten",
        "logic/resolution.py",
        "if j > i and self._clash(one, two):",
        "if j > i + 1 and self._clash(one, two):",
    ),
    Fault(
        "the meaning of silence goes before a power",
        "logic/judgement.py",
        "left = case.both(rest, case.either(region for _, region in self.resolution.left_to()))",
        "left = case.both(rest, case.either(region for _, region in self.resolution.left_to()"
        " if self._question.silence is None))",
    ),
    Fault(
        "a fact is called splitting wherever it may vary",
        "logic/case.py",
        "return not is_empty_difference(self.space, reached, region)",
        "return bool(reached)",
    ),
    Fault(
        "other elements of a list rule nothing out",
        "logic/others.py",
        "if holder.path != _subject_path(scene, listed)",
        "if holder.path != _subject_path(scene, listed) and scene.subject.is_missing",
    ),
    Fault(
        "the last day of a text is one day too late",
        "logic/windows.py",
        "window.append(date.within(None, min(ends)))",
        "window.append(date.within(None, min(ends) + 1))",
    ),
    Fault(
        "a text issued on the day one looks from is not yet known",
        "logic/windows.py",
        ".issued <= self.as_of",
        ".issued < self.as_of",
    ),
    Fault(
        "a new wording keeps the date and window of the old text",
        "logic/windows.py",
        "bringer = provision.replaces.document if provision.replaces else provision.document",
        "bringer = provision.document",
    ),
    Fault(
        "of two governing dates both count",
        "logic/days.py",
        "All((*self._skipped(i), _in_days(f, since, until)))",
        "All((_in_days(f, since, until),))",
    ),
    Fault(
        "two provisions of one meaning are each special",
        "logic/precedence.py",
        "return self._implies(special, general) and not self._implies(general, special)",
        "return self._implies(special, general)",
    ),
    Fault(
        "a later general text beats an older special one",
        "logic/precedence.py",
        "if self.is_special(loser, winner):",
        "if earlier:",
    ),
    Fault(
        "an exception is compared by its own words alone",
        "logic/precedence.py",
        'if provision.relation is not None and provision.relation.form != "override":',
        'if provision.relation is not None and provision.relation.form == "proviso":',
    ),
    Fault(
        "what an open table holds makes a text special",
        "logic/lowering.py",
        "if self._date is None and not is_settled(table, chain):",
        "if self._date is None and table.closed and not is_settled(table, chain):",
    ),
    Fault(
        "a negated test fails where an attribute is absent",
        "logic/lowering.py",
        "frozenset({ABSENT} if isinstance(values, IsAbsent) is positive else ())",
        "frozenset({ABSENT} if isinstance(values, IsAbsent) and positive else ())",
    ),
    Fault(
        "two unlisted codes are always one",
        "logic/twins.py",
        "range(len(self.groups[slot]))",
        "range(1)",
    ),
    Fault(
        "an exemption is a permission too",
        "rulebook/model/answers.py",
        "EXEMPT = Deontic(None, True)",
        "EXEMPT = Deontic(True, True)",
    ),
    Fault(
        "a dated attribute still holds on the day its window ends",
        "rulebook/model/codes.py",
        "(self.until is None or day < self.until)",
        "(self.until is None or day <= self.until)",
    ),
    Fault(
        "more than is at least",
        "rulebook/sets.py",
        "return _runs(value_type, last + 1, value_type.high)",
        "return _runs(value_type, last, value_type.high)",
    ),
    Fault(
        "a repeal of one item ends the whole text",
        "rulebook/model/sources.py",
        "return other.steps[: len(self.steps)] == self.steps",
        "return other.steps[: len(self.steps)] == self.steps or len(self.steps) == 1",
    ),
    Fault(
        "a period is missed on the day it ends",
        "logic/starts.py",
        "if end >= wanted:",
        "if end > wanted:",
    ),
    Fault(
        "the element asked about is none of its own list",
        "logic/scene.py",
        "among = [self.scope[listed.name, 0]] if asked else []",
        "among: list[Holder] = []",
    ),
    Fault(
        "an absent part makes no quantity absent",
        "logic/lowering.py",
        "return every(given, within) if positive else some(absent, within)",
        "return within",
    ),
    Fault(
        "what cannot happen may, in elements nobody wrote down",
        "logic/crowds.py",
        "if unit[:2] == (MAY, listed.name):",
        "if unit[:2] == (MAY, listed.name) and not listed.name:",
    ),
    Fault(
        "of several dates a period runs from the latest",
        "rulebook/period_ends.py",
        "return min(minutes, default=ABSENT)",
        "return max(minutes, default=ABSENT)",
    ),
    Fault(
        "duties that differ in their period do not clash",
        "rulebook/model/answers.py",
        "or (_is_duty(left) and _is_duty(right) and _differ(left.period, right.period))",
        "",
    ),
    Fault(
        "what is not late may be",
        "logic/links.py",
        "parts.append(case.both(case.without(region, late), no))",
        "parts.append(case.without(region, late))",
    ),
    Fault(
        "a wording that rests on the other reading replaces all the same",
        "logic/windows.py",
        "            and self.is_read(other)\n",
        "",
    ),
)


def source_of(fault: Fault) -> str:
    """Return the text of the file a fault is planted into."""
    return (ROOT / "checker" / fault.file).read_text(encoding="utf-8")


def copy_program(folder: Path, fault: Fault | None) -> None:
    """Copy all that the check runs, with one fault, or with none."""
    for name in ("checker", "grammar", "tests"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    if fault is not None:
        planted = source_of(fault).replace(fault.old, fault.new)
        compile(planted, fault.file, "exec")
        (folder / "checker" / fault.file).write_text(planted, encoding="utf-8")


def start_check(folder: Path, drawn: Path, module: str = "tests.planted") -> subprocess.Popen[str]:
    """Start the check of a copy, on what was drawn for it beforehand."""
    command = [sys.executable, "-P", "-m", module, str(drawn)]
    environment = {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def first_difference(experiments: Sequence[Experiment]) -> str | None:
    """Return the first thing that comes out otherwise than it must; None when all is well."""
    for page in (*corpus(), *further_pages()):
        if not page.expects_findings:
            for mismatch in mismatches(page):
                return mismatch
    for experiment in experiments:
        for disagreement in disagreements(experiment):
            return disagreement
    return None


def failing_test(*tests: str) -> str | None:
    """Run unit tests; return that one of them fails, if one does."""
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else None


def checked(first: Callable[[Any], str | None], *tests: str) -> int:
    """Check the program beside which a module lies: what was drawn, in the file the argument names, then unit tests."""
    drawn = pickle.loads(Path(sys.argv[1]).read_bytes())
    try:
        difference = first(drawn) or (failing_test(*tests) if tests else None)
    except Exception:  # whatever a fault makes of the program, it shows
        difference = traceback.format_exc()
    sys.stdout.write(difference or "no difference")
    return 0 if difference is None else NOTICED


if __name__ == "__main__":
    sys.exit(checked(first_difference, "tests/unit/logic"))
