"""What a plan file says, once read: the facts of one plan and, when it is a scenario, what it expects.

Holds values only. Names are canonical whatever alias was written; places are those on disk.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Finding, Span
from checker.rulebook.model import Facts

NOBODY = "None"


class Expectation(Struct, frozen=True):
    """What must come out for one question and subject; None says nothing of a part.

    `subject` is `plan`, an element's id or `legs[?]`. `answer` is canonically spelled, in the order written.
    `principle` may be `none`; `subject_to` may be NOBODY: open otherwise than by somebody's decisions.
    """

    question: str
    subject: str
    verdict: str | None
    answer: tuple[str, ...] | None
    winners: frozenset[str] | None
    principle: str | None
    compliance: str | None
    possible: frozenset[str] | None
    needs: frozenset[str] | None
    subject_to: str | None
    ruling_by: str | None
    left_to: str | None
    gap: str | None
    span: Span


class Plan(Struct, frozen=True):
    """One plan of a file; `line` is where it begins, `as_of` an ordinal, `turned` readings taken the other way.

    `facts` is None when anything in them is wrong. `findings` are all mistakes of the plan, `frame` those that
    do not concern its facts: a plan that is expected to be refused is not expected to have them.
    """

    title: str
    file: str
    line: int
    facts: Facts | None
    as_of: int | None
    turned: frozenset[str]
    expectations: tuple[Expectation, ...]
    expect_error: str | None
    because: str | None
    findings: tuple[Finding, ...]
    frame: tuple[Finding, ...]

    @property
    def is_scenario(self) -> bool:
        """Whether the plan says what must come out."""
        return bool(self.expectations) or self.expect_error is not None
