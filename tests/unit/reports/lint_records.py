"""Runs of the linter made by hand for the reports to write: findings with regions, allowed ones, known ones."""

from typing import Any

from msgspec.structs import replace

from checker.answers.allowing import Allowed
from checker.answers.baseline import BaselineSummary
from checker.answers.lint import Extent, LintReport, OnRecord
from checker.findings import (
    Finding,
    Limit,
    Regions,
    Related,
    Severity,
    Span,
    StatedRegion,
    Witness,
    say,
)
from checker.reports.lint_run import LintRun
from checker.rulebook.model import Allowance

RULES = 'question carriage "Who?"\nquestion seal\nfact spare : boolean\nallow R107 on spare because "so"\n'
FILE = "law/t.rules"
DAY = (("day", (), ((735_883, 736_563),)), ("mode", ("transit",), ()))
PLAN = 'plan: "carriage"\nfacts:\n  day: 2015-10-12\n  legs:\n    - {id: last, to: "4905"}\n'


def at(line: int, column: int, length: int) -> Span:
    """Name a place in the file."""
    return Span(FILE, line, column, line, column + length)


def region(**parts: Any) -> StatedRegion:
    """Make a region with an edge, an example and a remark."""
    made: dict[str, Any] = {
        "limits": (Limit("mode", "mode is transit", ("a47_4a",)), Limit("leg.to", "leg.to in {4905, 4908}")),
        "cases": 1362,
        "witness": Witness(PLAN, "last", ("gap",)),
        "remarks": (say("replaced by `{other}`", other="a47_4b"),),
        "constants": (DAY,),
    }
    return StatedRegion(**(made | parts))


def regions(*shown: StatedRegion, **parts: Any) -> Regions:
    """Make the regions of the question `carriage`, all of them shown."""
    made: dict[str, Any] = {"total": len(shown), "cases": 1362, "of": 3400, "constants": (DAY,)}
    return Regions("carriage", shown, **(made | parts))


def gap(*every: Regions) -> Finding:
    """Make a gap of `carriage`."""
    return Finding(
        "G101",
        say("there is no file `{path}`", path="<b>&]]></details>"),
        at(1, 10, 8),
        help=say("add `reviewed until DATE` to the rulebook"),
        related=(Related(at(2, 10, 4), say("it ends here")),),
        concerns=("carriage",),
        regions=every,
    )


GAP = gap(regions(region()))
INSTANCE = region(limits=(Limit("mode", "mode is integration", ("own",)),), cases=40)
# Told by its answered cases, with one region of the others.
MOSTLY = gap(regions(region(witness=None, remarks=()), contrary=True, example=INSTANCE))
SPARE = Finding("R107", say("no rule reads `{name}`", name="spare"), at(3, 6, 5), concerns=("spare",))
NOWHERE = Finding("T305", say("leave it out, or use it"))
ALLOWED = Allowed(SPARE, Allowance("R107", ("spare",), False, "so", None, at(4, 7, 4)))
KNOWN = replace(SPARE, id="R109")


def report(*findings: Finding, **parts: Any) -> LintReport:
    """Make the record of a run that looked for a few ids."""
    made: dict[str, Any] = {
        "rulebook": "last_leg",
        "version": "3",
        "digest": "sha256:" + "0" * 64,
        "reviewed_until": "2026-11-21",
        "looked_for": ("C101", "G101", "R107", "R109"),
        "extent": Extent(1, 2, 2, 3),
        "on_record": OnRecord(0, 1, 1, 0),
        "findings": findings,
        "allowed": (),
    }
    return LintReport(**(made | parts))


def run(*findings: Finding, **parts: Any) -> LintRun:
    """Make a run that found these, told in English with errors as failures; `report` has parts of its record."""
    made: dict[str, Any] = {
        "threshold": Severity.ERROR,
        "texts": {FILE: RULES},
        "asked": "en",
        "questions": ("carriage", "seal"),
    }
    record = report(*findings, **parts.pop("report", {}))
    return LintRun(record, **(made | parts))


def compared(*findings: Finding, known: tuple[Finding, ...] = (), partly: tuple[Finding, ...] = ()) -> LintRun:
    """Make a run that was held against a baseline."""
    return run(*findings, report={"baseline": BaselineSummary("b.json", known, partly, 2)})


REFUSED = LintRun(None, stopping=(Finding("S101", say("leave it out"), at(1, 1, 8)),), texts={FILE: RULES})
EVERYTHING = replace(
    compared(GAP, SPARE, NOWHERE, known=(KNOWN,), partly=(GAP,)),
    report=report(
        GAP,
        SPARE,
        NOWHERE,
        allowed=(ALLOWED,),
        baseline=BaselineSummary("b.json", (KNOWN,), (GAP,), 2),
        on_request=(("C102", 3),),
    ),
)
