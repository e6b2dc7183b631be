"""Subjects: what a condition may speak of that is read under several questions.

Elements of a list may be spoken of only where every one of the questions is asked for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker.findings import Finding, Message, Related, say
from checker.rulebook.model import Question
from checker.rulebook.paths import Binding
from checker.rulebook.questions import Questions
from checker.rulebook.types import Findings


def common_bindings(questions: Questions, names: Iterable[str]) -> tuple[Binding, ...]:
    """Return what the variables of some questions stand for, if all of them are asked of one list."""
    known = [questions.named[name] for name in names if name in questions.named]
    if len({question.list for question in known}) != 1:
        return ()
    return tuple(dict.fromkeys(b for question in known for b in questions.bindings[question.name]))


def explain_subjects(findings: Iterable[Finding], questions: Questions, names: tuple[str, ...]) -> Findings:
    """Add to findings about elements of a list which questions of other subjects keep them out.

    While one of the questions is not known, such findings are not sure and are left out.
    """
    known = [questions.named[name] for name in names if name in questions.named]
    first_of = {question.list: question for question in reversed(known)}
    related = tuple(Related(question.span, _subject_of(question)) for question in first_of.values())
    explained: list[Finding] = []
    for finding in findings:
        if finding.id != "T304":
            explained.append(finding)
        elif known and len(known) == len(names):
            explained.append(replace(finding, related=related) if len(related) > 1 else finding)
    return tuple(explained)


def _subject_of(question: Question) -> Message:
    if question.list is None:
        return say("`{question}` is asked of the plan", question=question.name)
    return say("`{question}` is asked of each of `{list}`", question=question.name, list=question.list)
