"""Records made by hand for the reports to write: a silent case, and parts to vary it with."""

from typing import Any

from checker.answers.dossier import (
    Alternative,
    CheckResult,
    Cited,
    DatedPeriod,
    PlanDossier,
    ProvisionLine,
    Reason,
    SubjectVerdict,
)
from checker.uses.nearest import Lack

ANNOUNCEMENT = Cited("d_47", "item 4", "translated", "Announcement 2015 No. 47", "公告2015年第47号")
PORTS = Cited("ports", "", "secondary", "Practice of ports", None)


def line(name: str, status: str, **parts: Any) -> ProvisionLine:
    """Make a provision with one citation."""
    made: dict[str, Any] = {
        "title": None,
        "principle": None,
        "by": (),
        "lacks": (),
        "cites": (ANNOUNCEMENT,),
        "notes": (),
        "at": "rules/47.md:41",
    }
    return ProvisionLine(name=name, status=status, **(made | parts))


def verdict(word: str, **parts: Any) -> SubjectVerdict:
    """Make a verdict of the question `carriage` on the leg `last` with nothing else to say."""
    made: dict[str, Any] = {
        "question": "carriage",
        "title": "Who may carry the goods?",
        "subject": "last",
        "path": "legs[0]",
        "governing_date": "2016-03-20",
        "answer": (),
        "possible": (word,),
        "needs": (),
        "subject_to": None,
        "left_to": (),
        "compliance": None,
        "principles": (),
        "standing": None,
        "by_silence": False,
        "provisions": (),
        "conflict": None,
        "known_gaps": (),
        "open_points": (),
        "duties": (),
        "alternatives": (),
        "remarks": (),
        "ways": (),
        "needs_answers": (),
        "period": None,
        "deed": None,
        "done_at": None,
        "readings": None,
    }
    return SubjectVerdict(verdict=word, **(made | parts))


def within(amount: int, **parts: Any) -> DatedPeriod:
    """Make a period of days after a declaration, with nothing known of its days."""
    made: dict[str, Any] = {
        "unit": "days",
        "at_least": False,
        "side": "after",
        "anchors": ("decl.accepted_at",),
        "since": None,
        "due": None,
        "not_before": None,
    }
    return DatedPeriod(text=f"within {amount} days after decl.accepted_at", amount=amount, **(made | parts))


SILENT = verdict(
    "known-gap",
    provisions=(
        line("asked", "practice", title="Ports ask for a second transit", cites=(PORTS,)),
        line("a47_4a", "nearest", title="He may drive himself", lacks=(Lack("mode is regional_integration"),)),
    ),
    known_gaps=(Reason("g1", "no text speaks of the last leg"),),
    alternatives=(
        Alternative("registered_carrier", "permitted", ("permitted",)),
        Alternative("own_vehicle", "open", ("permitted", "gap")),
        Alternative("zone_carrier", "permitted", ("permitted",)),
    ),
)
ELSEWHERE = verdict("not-applicable", question="escort")


def plan(*verdicts: SubjectVerdict, **parts: Any) -> PlanDossier:
    """Make the dossier of a plan."""
    made: dict[str, Any] = {"plan": "Last leg", "file": "p.yaml", "line": 1, "findings": ()}
    return PlanDossier(verdicts=verdicts, **(made | parts))


def result(*plans: PlanDossier, as_of: str | None = None) -> CheckResult:
    """Make the result of a check."""
    return CheckResult("book", "1", "sha256:00", "2026-11-21", as_of, plans)
