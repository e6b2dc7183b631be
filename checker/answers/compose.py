"""A plan's dossier: every question asked of every subject, with all a reader wants beside the verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from checker.answers.dossier import (
    Alternative,
    Cited,
    Conflict,
    DatedPeriod,
    Duty,
    PlanDossier,
    ProvisionLine,
    Reason,
    SubjectVerdict,
    Unasked,
    WayLine,
)
from checker.answers.periods import dated, day_in_doubt, day_of, moment, value_of
from checker.answers.readings import Turned, all_readings, read_otherwise
from checker.answers.remarks import find_remarks
from checker.findings import Finding, Span, say
from checker.logic import Law, Loss, Resolution, Subject, Verdict
from checker.plan import Plan
from checker.rulebook.days import write_day
from checker.rulebook.model import ABSENT, STANDINGS, UNSTATED, Facts, Question
from checker.uses.alternatives import find_alternatives
from checker.uses.nearest import find_nearest
from checker.uses.practice import find_practice


def check_plan(
    law: Law,
    plan: Plan,
    turned: Turned | None = None,
    *,
    apart: bool = False,
    questions: Collection[str] | None = None,
) -> PlanDossier:
    """Ask every question of a plan; a plan that cannot happen, or was not read, has findings instead of verdicts.

    With `turned` every question is asked once more for each reading that bears on it. With `apart` questions of which
    the plan does not say whether they arise are told as such, and not answered. `questions` are the only ones asked.
    """
    facts = plan.facts
    findings = plan.findings or _unanswerable(law, turned) or _impossible(law, plan)
    if facts is None or findings:
        return PlanDossier(plan.title, plan.file, plan.line, findings, ())
    asked = [
        (question, subject)
        for question in law.book.questions.values()
        if questions is None or question.name in questions
        for subject in law.subjects(question.name, facts)
    ]
    unasked: list[Unasked] = []
    verdicts: list[SubjectVerdict] = []
    for question, subject in asked:
        arises = law.arises(question.name, facts, subject) if apart else True
        if isinstance(arises, tuple):
            unasked.append(Unasked(question.name, subject.name, subject.path, arises, question.names[1:]))
        else:
            verdicts.append(_answer(law, question, facts, subject, turned))
    return PlanDossier(plan.title, plan.file, plan.line, (), tuple(verdicts), tuple(unasked))


def _unanswerable(law: Law, turned: Turned | None) -> tuple[Finding, ...]:
    """Return what keeps a question from being answered, in a law with a reading turned too."""
    others = (turned(name) for name in all_readings(law.book)) if turned else ()
    return next((found for each in (law, *others) if (found := each.findings())), ())


def _impossible(law: Law, plan: Plan) -> tuple[Finding, ...]:
    nevers = law.impossible(plan.facts) if plan.facts is not None else ()
    place = Span(plan.file, plan.line, 1, plan.line, 1)
    return tuple(
        Finding(
            "F404",
            say("this plan cannot happen: never `{condition}`", condition=never.text),
            place,
            help=say("change the facts; the rulebook gives as its reason: `{reason}`", reason=never.because),
        )
        for never in nevers
    )


def _answer(law: Law, question: Question, facts: Facts, subject: Subject, turned: Turned | None) -> SubjectVerdict:
    judgement = law.judgement(question.name, facts, subject)
    verdict = judgement.verdict()
    provisions = (
        *_provisions(law, question, judgement.resolution, verdict),
        *_nearest(law, question, facts, subject, verdict),
    )
    day = _governing_day(question, facts, subject)
    period = verdict.duty.period if verdict.duty else None
    when = dated(law, period, facts, subject)
    in_doubt = day_in_doubt(law, period, facts, subject)
    documents = dict.fromkeys(line.cites[0].document for line in provisions)
    return SubjectVerdict(
        question=question.name,
        title=question.title,
        subject=subject.name,
        path=subject.path,
        governing_date=None if day is None else write_day(day),
        verdict=verdict.word,
        answer=verdict.values,
        possible=verdict.possible,
        needs=verdict.needs,
        subject_to=verdict.subject_to,
        left_to=verdict.left_to if verdict.word == "discretion" else (),
        compliance=verdict.compliance,
        principles=verdict.principles,
        standing=_standing(law, verdict),
        by_silence=verdict.by_silence,
        provisions=provisions,
        conflict=_conflict(verdict),
        known_gaps=tuple(Reason(g.name, g.because) for g in law.book.known_gaps if g.name in verdict.known_gaps),
        open_points=tuple(_open_points(law, question, verdict)),
        duties=_duties(question, verdict, when),
        alternatives=tuple(
            Alternative(a.value, a.word, a.possible) for a in find_alternatives(law, judgement, facts, subject)
        ),
        remarks=tuple(find_remarks(law, verdict, documents, day, in_doubt)),
        ways=tuple(WayLine(w.outcome.word, w.outcome.values, w.winners) for w in verdict.ways),
        needs_answers=tuple(label for label in verdict.needs if label in law.book.questions),
        period=when if verdict.word == "permitted" else None,
        deed=verdict.deed,
        done_at=moment(question.done_at, facts, subject) if question.done_at else None,
        readings=None if turned is None else tuple(read_otherwise(law, turned, question.name, facts, subject)),
        aliases=question.names[1:],
    )


def _provisions(law: Law, question: Question, resolution: Resolution, verdict: Verdict) -> Iterator[ProvisionLine]:
    winners = verdict.winners or tuple(dict.fromkeys(name for way in verdict.ways for name in way.winners))
    for name in winners:
        yield _line(law, question, name, "wins")
    lost: dict[str, list[Loss]] = {}
    for loss in verdict.losses:
        lost.setdefault(loss.provision, []).append(loss)
    for name, losses in lost.items():
        by = tuple(dict.fromkeys(n for loss in losses for n in loss.by))
        yield _line(law, question, name, losses[0].how, principle=losses[0].principle, by=by)
    for name in find_practice(law, resolution):
        yield _line(law, question, name, "practice")


def _nearest(law: Law, question: Question, facts: Facts, subject: Subject, verdict: Verdict) -> Iterator[ProvisionLine]:
    if verdict.word in ("gap", "known-gap"):
        for nearest in find_nearest(law, law.judgement(question.name, facts, subject, whole=True).resolution):
            yield _line(law, question, nearest.provision, "nearest", lacks=nearest.lacks)


def _line(
    law: Law,
    question: Question,
    name: str,
    status: str,
    principle: str | None = None,
    by: tuple[str, ...] = (),
    lacks: tuple[str, ...] = (),
) -> ProvisionLine:
    provision = law.book.provisions[name]
    cites = []
    for citation in provision.cites:
        document = law.book.documents[citation.document]
        cites.append(Cited(document.name, citation.locator.text, citation.standing, document.title, document.number))
    notes = (e.note for e in provision.effects if e.question == question.name and e.note)
    return ProvisionLine(
        name=name,
        title=provision.title,
        status=status,
        principle=principle,
        by=by,
        lacks=lacks,
        cites=tuple(cites),
        notes=tuple(dict.fromkeys(notes)),
        at=f"{provision.span.file}:{provision.span.line}",
    )


def _governing_day(question: Question, facts: Facts, subject: Subject) -> int | None:
    """Return the governing date as an ordinal; None when it is not known, or when every fact for it is absent."""
    for fact in question.governed_by:
        value = value_of(fact, facts, subject)
        if value is not ABSENT:
            return day_of(fact, value) if isinstance(value, int) else None
    return None


def _standing(law: Law, verdict: Verdict) -> str | None:
    """Return the weakest standing among the winners, each by the citation that gives it rank and date."""
    standings = [law.book.provisions[name].cites[0].standing for name in verdict.winners]
    return max(standings, key=(*STANDINGS, UNSTATED).index, default=None)


def _conflict(verdict: Verdict) -> Conflict | None:
    """Group the winners that clash with the same others into parties; the first clash gives the reason."""
    if not verdict.clashes:
        return None
    against: dict[str, set[str]] = {}
    for clash in verdict.clashes:
        against.setdefault(clash.left, set()).add(clash.right)
        against.setdefault(clash.right, set()).add(clash.left)
    parties: dict[frozenset[str], list[str]] = {}
    for name, others in against.items():
        parties.setdefault(frozenset(others), []).append(name)
    rulers = tuple(dict.fromkeys(c.ruling_by for c in verdict.clashes if c.ruling_by is not None))
    return Conflict(tuple(tuple(p) for p in parties.values()), verdict.clashes[0].because, rulers)


def _open_points(law: Law, question: Question, verdict: Verdict) -> Iterator[Reason]:
    for point in law.book.open_points:
        if point.subject == question.name or point.subject in verdict.winners:
            yield Reason(point.name, point.because)


def _duties(question: Question, verdict: Verdict, when: DatedPeriod | None) -> tuple[Duty, ...]:
    if verdict.word != "required":
        return ()
    bearer = verdict.duty.bearer if verdict.duty else None
    return (Duty(question.name, bearer, when, verdict.compliance or "unknown"),)
