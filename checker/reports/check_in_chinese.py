"""What a check found, with its names in Chinese, for a Chinese report.

Takes the record of a check and the rulebook; gives the same record, in which whatever the rulebook has a Chinese name
for is called by it: facts, values, questions, roles, documents. A provision keeps its name, by which others speak of
it, and has its Chinese one for a title. Notes and reasons stay as their authors wrote them.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker.answers.dossier import (
    CheckResult,
    Cited,
    Conflict,
    DatedPeriod,
    Duty,
    PlanDossier,
    ProvisionLine,
    ReadingLine,
    Reason,
    Remark,
    SubjectVerdict,
    Unasked,
)
from checker.answers.requirements import Miss, Unmet
from checker.reports.labels import words
from checker.rulebook.chinese_names import ChineseNames, chinese_name
from checker.rulebook.model import Rulebook
from checker.texts import has_han
from checker.uses.nearest import Lack


def check_in_chinese(result: CheckResult, book: Rulebook) -> CheckResult:
    """Give what a check found with its names in Chinese."""
    translator = _Translator(book)
    return replace(result, plans=tuple(map(translator.plan, result.plans)))


def unmet_in_chinese(unmet: Iterable[Unmet], book: Rulebook) -> tuple[Unmet, ...]:
    """Give requirements that were not met, the questions and subjects by their Chinese names."""
    translator = _Translator(book)
    return tuple(replace(demand, misses=tuple(map(translator.miss, demand.misses))) for demand in unmet)


class _Translator:
    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._names = ChineseNames(book)
        self._label = words("zh")
        self._silences = {gap.name: gap.names for gap in book.known_gaps}
        self._silences |= {point.name: point.names for point in book.open_points}

    def plan(self, dossier: PlanDossier) -> PlanDossier:
        return replace(
            dossier,
            verdicts=tuple(map(self._verdict, dossier.verdicts)),
            unasked=tuple(map(self._unasked, dossier.unasked)),
        )

    def miss(self, miss: Miss) -> Miss:
        subject = self._names.fact(miss.subject) if miss.subject.endswith("]") else miss.subject
        return replace(miss, question=self._names.question(miss.question), subject=subject)

    def _unasked(self, unasked: Unasked) -> Unasked:
        return replace(
            unasked,
            question=self._names.question(unasked.question),
            subject=self._subject(unasked),
            needs=tuple(map(self._names.fact, unasked.needs)),
        )

    def _verdict(self, verdict: SubjectVerdict) -> SubjectVerdict:
        names, question = self._names, verdict.question
        return replace(
            verdict,
            question=names.question(question),
            title=self._title(verdict.title, self._book.questions[question].names),
            subject=self._subject(verdict),
            answer=self._values(question, verdict.answer),
            needs=tuple(map(self._need, verdict.needs)),
            needs_answers=tuple(map(names.question, verdict.needs_answers)),
            subject_to=verdict.subject_to and names.role(verdict.subject_to),
            left_to=tuple(map(names.role, verdict.left_to)),
            provisions=tuple(map(self._provision, verdict.provisions)),
            conflict=verdict.conflict and self._conflict(verdict.conflict),
            known_gaps=tuple(map(self._reason, verdict.known_gaps)),
            open_points=tuple(map(self._reason, verdict.open_points)),
            duties=tuple(map(self._duty, verdict.duties)),
            period=verdict.period and self._period(verdict.period),
            alternatives=tuple(
                replace(other, value=names.value(question, other.value)) for other in verdict.alternatives
            ),
            remarks=tuple(map(self._remark, verdict.remarks)),
            ways=tuple(replace(way, answer=self._values(question, way.answer)) for way in verdict.ways),
            readings=verdict.readings and tuple(self._reading(question, each) for each in verdict.readings),
        )

    def _subject(self, of: SubjectVerdict | Unasked) -> str:
        """Name an element without a name of its own by its list: `legs[?]`."""
        return self._names.fact(of.subject) if of.subject == of.path else of.subject

    def _title(self, title: str | None, names: tuple[str, ...]) -> str | None:
        """Leave out a title that is not in Chinese where a Chinese name says what is meant."""
        return title if title is None or has_han(title) or chinese_name(names) is None else None

    def _values(self, question: str, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._names.value(question, value) for value in values)

    def _need(self, need: str) -> str:
        """Name what a verdict turns on: a fact, another question, a document of which the beginning is in doubt."""
        if need in self._book.questions:
            return self._names.question(need)
        return self._names.document(need) if need in self._book.documents else self._names.fact(need)

    def _provision(self, line: ProvisionLine) -> ProvisionLine:
        own = chinese_name(self._book.provisions[line.name].names)
        has_own_title = line.title is not None and has_han(line.title)
        return replace(
            line,
            title=line.title if own is None or has_own_title else own,
            lacks=tuple(map(self._lack, line.lacks)),
            cites=tuple(map(self._cited, line.cites)),
        )

    def _lack(self, lack: Lack) -> Lack:
        if lack.part is not None:
            name, number = lack.part
            condition = self._book.provisions[name].conjuncts[number].condition
            return replace(lack, text=self._names.condition(lack.text, condition))
        if lack.document is not None:
            document = self._names.document(lack.document)
            return replace(lack, text=self._label["lacks.document"].format(document=document))
        if lack.days is not None:
            begin, end = lack.days
            key = "lacks.days" if end else "lacks.days.open"
            return replace(lack, text=self._label[key].format(begin=begin, end=end))
        return lack

    def _cited(self, cited: Cited) -> Cited:
        return replace(cited, title=self._names.document(cited.document), number=None)

    def _conflict(self, conflict: Conflict) -> Conflict:
        return replace(conflict, ruling_by=tuple(map(self._names.role, conflict.ruling_by)))

    def _reason(self, reason: Reason) -> Reason:
        return replace(reason, name=chinese_name(self._silences[reason.name]) or reason.name)

    def _duty(self, duty: Duty) -> Duty:
        return replace(
            duty,
            question=self._names.question(duty.question),
            by=duty.by and self._names.role(duty.by),
            period=duty.period and self._period(duty.period),
        )

    def _period(self, period: DatedPeriod) -> DatedPeriod:
        return replace(period, anchors=tuple(map(self._names.fact, period.anchors)))

    def _remark(self, remark: Remark) -> Remark:
        if remark.about in self._book.documents:
            return replace(remark, about=self._names.document(remark.about))
        return remark

    def _reading(self, question: str, reading: ReadingLine) -> ReadingLine:
        return replace(reading, answer=self._values(question, reading.answer))
