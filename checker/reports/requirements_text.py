"""Requirements that were not met, in words: which, and by which verdicts. Takes them, gives lines; may be empty."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.requirements import Miss, Unmet
from checker.reports.labels import words
from checker.reports.layout import INDENT, wrapped

_PLAN = "plan"


def requirements_text(unmet: Iterable[Unmet], language: str, width: int) -> str:
    """Write one line for each requirement not met and below it one for each verdict that misses it."""
    label = words(language)
    lines: list[str] = []
    for demand in unmet:
        lines += wrapped(label["requirement.unmet"].format(requirement=demand.requirement), width, INDENT)
        misses = [_miss(miss, language) for miss in demand.misses] or [label["requirement.nothing"]]
        lines += [INDENT + line for miss in misses for line in wrapped(miss, width - len(INDENT), INDENT)]
    return "".join(line + "\n" for line in lines)


def _miss(miss: Miss, language: str) -> str:
    label = words(language)
    subject = miss.question if miss.subject == _PLAN else f"{miss.question} @ {miss.subject}"
    keys = (f"{family}.{miss.found}" for family in ("verdict", "compliance", "standing"))
    found = next((label[key] for key in keys if key in label), label["requirement.none"])
    return label["requirement.miss"].format(subject=subject, found=found, plan=miss.plan)
