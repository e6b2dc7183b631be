"""What a plan comes to, for whoever reads no further: its verdicts by weight, named together, and its plain gaps.

Takes the verdicts of a plan that apply, gives their order and the texts before and behind them.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.dossier import SubjectVerdict
from checker.reports.citations import titled
from checker.reports.duty_words import due_words
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT, display_width, row, wrapped
from checker.reports.verdict_text import named, subject_of

FEW = 8
"""So many verdicts are read one by one: no summary stands before them, and no gap apart from them."""

_BREACHED = "breached"
# First what is wrong and what must be done, then what nobody knows, then what may be done.
_WEIGHTS = (
    _BREACHED,
    "conflict",
    "forbidden",
    "required",
    "known-gap",
    "open",
    "discretion",
    "permitted",
    "not-required",
    "decided",
    "gap",
)


def in_order_of_weight(verdicts: Iterable[SubjectVerdict]) -> list[SubjectVerdict]:
    """Sort verdicts by what a reader wants to know first; those of one kind stay as they stand."""
    return sorted(verdicts, key=lambda verdict: _WEIGHTS.index(_kind(verdict)))


def is_plain_gap(verdict: SubjectVerdict) -> bool:
    """Tell whether the law is silent and there is nothing else to say: no practice, no better choice, no note."""
    return (
        verdict.verdict == "gap"
        and not any(line.status != "nearest" for line in verdict.provisions)
        and not (verdict.open_points or verdict.remarks or verdict.readings)
        and all(other.verdict == "gap" for other in verdict.alternatives)
    )


def summary_text(verdicts: Iterable[SubjectVerdict], language: str, width: int) -> str:
    """Name the verdicts of a plan by their kinds, a row each; every line ends with a line break."""
    label = words(language)
    kinds: dict[str, list[str]] = {}
    for verdict in verdicts:
        kinds.setdefault(_kind(verdict), []).append(_briefly(verdict, label))
    heads = {kind: label["compliance.breached" if kind == _BREACHED else f"verdict.{kind}"] for kind in kinds}
    label_width = max(map(display_width, heads.values()), default=0) + 2
    lines = [label["summary"]]
    for kind, names in kinds.items():
        lines += row(heads[kind], [label["list"].join(names)], label_width, width)
    return "".join(line + "\n" for line in lines)


def silent_text(verdicts: Iterable[SubjectVerdict], language: str, width: int) -> str:
    """Name the questions of which nothing is to be said but that no provision answers them; empty for none."""
    label = words(language)
    subjects: dict[str, list[str]] = {}
    for verdict in verdicts:
        subjects.setdefault(subject_of(verdict), []).append(verdict.question)
    if not subjects:
        return ""
    lines = wrapped(label["silent"].format(number=sum(map(len, subjects.values()))), width)
    for subject, questions in sorted(subjects.items()):
        text = label["list"].join(questions)
        if subject:
            text = titled(subject.strip(), text, label)
        lines += [INDENT + line for line in wrapped(text, width - len(INDENT), INDENT)]
    return "".join(line + "\n" for line in lines)


def _kind(verdict: SubjectVerdict) -> str:
    return _BREACHED if verdict.compliance == _BREACHED and verdict.verdict != "open" else verdict.verdict


def _briefly(verdict: SubjectVerdict, label: Labels) -> str:
    """Name a verdict, with whoever has to act and until when, or the answer."""
    said = [*(who for duty in verdict.duties for who in due_words(duty, label)), *verdict.answer, *verdict.left_to]
    return named(verdict) + (label["in-brackets"].format(text=label["pause"].join(said)) if said else "")
