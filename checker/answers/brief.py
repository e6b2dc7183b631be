"""A verdict as far as an expectation speaks of it, without all that a reader wants beside it.

Takes a law, a plan and one of its expectations; gives the verdict in the record of `dossier`, nothing in it that no
expectation can name. Whether the expectation holds is for `expectations` to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.answers.dossier import Conflict, PlanDossier, ProvisionLine, Reason, SubjectVerdict
from checker.answers.expectations import compare
from checker.logic import Law, Subject, Verdict
from checker.plan import Expectation, Plan


def holds(plan: Plan, expectation: Expectation, verdict: SubjectVerdict | None) -> bool:
    """Tell whether one expectation of a plan holds of a verdict."""
    verdicts = () if verdict is None else (verdict,)
    alone = replace(plan, expectations=(expectation,))
    return compare(alone, PlanDossier(plan.title, plan.file, plan.line, (), verdicts)).passed


def subject_of(law: Law, plan: Plan, expectation: Expectation) -> Subject | None:
    """Find the subject that an expectation is about; none where the plan has no such."""
    if plan.facts is None:
        return None
    subjects = law.subjects(expectation.question, plan.facts)
    return next((subject for subject in subjects if subject.name == expectation.subject), None)


def brief_verdict(law: Law, plan: Plan, question: str, subject: Subject) -> SubjectVerdict | None:
    """Judge one question on one subject; none of a plan whose facts could not be read."""
    if plan.facts is None:
        return None
    verdict = law.judge(question, plan.facts, subject)
    return SubjectVerdict(
        question=question,
        title=None,
        subject=subject.name,
        path="",
        governing_date=None,
        verdict=verdict.word,
        answer=verdict.values,
        possible=verdict.possible,
        needs=verdict.needs,
        subject_to=verdict.subject_to,
        left_to=verdict.left_to if verdict.word == "discretion" else (),
        compliance=verdict.compliance,
        principles=verdict.principles,
        standing=None,
        by_silence=verdict.by_silence,
        provisions=tuple(_lines(verdict)),
        conflict=_conflict(verdict),
        known_gaps=tuple(Reason(name, "") for name in verdict.known_gaps),
        open_points=(),
        duties=(),
        alternatives=(),
        remarks=(),
        ways=(),
        needs_answers=(),
        period=None,
        deed=verdict.deed,
        done_at=None,
        readings=None,
    )


def _lines(verdict: Verdict) -> Iterator[ProvisionLine]:
    for name in verdict.winners or tuple(dict.fromkeys(name for way in verdict.ways for name in way.winners)):
        yield ProvisionLine(name, None, "wins", None, (), (), (), (), "")
    for name in dict.fromkeys(loss.provision for loss in verdict.losses):
        yield ProvisionLine(name, None, "beaten", None, (), (), (), (), "")


def _conflict(verdict: Verdict) -> Conflict | None:
    if not verdict.clashes:
        return None
    rulers = tuple(dict.fromkeys(clash.ruling_by for clash in verdict.clashes if clash.ruling_by is not None))
    return Conflict((), verdict.clashes[0].because, rulers)
