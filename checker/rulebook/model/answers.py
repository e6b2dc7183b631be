"""Answers to a question, when they clash and how they join.

A deontic answer is two bits, each unsaid (None), true or false: *may do* and *may leave*. `permit` says may do,
`forbid` may not do, `require` may do and may not leave, `exempt` may leave. Two answers clash when they say
opposite things of one bit, or when both are duties and differ in bearer or period.
"""

from __future__ import annotations

from msgspec import Struct

from checker.rulebook.model.periods import Period


class Deontic(Struct, frozen=True):
    """What may be done and what may be left; `bearer` who bears the duty and `period` when, if a text says so."""

    do: bool | None
    leave: bool | None
    bearer: str | None = None
    period: Period | None = None

    @property
    def word(self) -> str:
        """The verdict word of this answer."""
        if self.do is False:
            return "forbidden"
        if self.do is None:
            return "not-required"
        return "required" if self.leave is False else "permitted"


class Decided(Struct, frozen=True):
    """One value, as text in the canonical spelling of the question's type (a range: as written)."""

    value: str


class LeftTo(Struct, frozen=True):
    """The case is left to somebody: a power, no answer."""

    role: str


class LeftOpen(Struct, frozen=True):
    """The case is carved out and nothing said of it: no answer."""


Answer = Deontic | Decided
Said = Answer | LeftTo | LeftOpen

PERMIT = Deontic(True, None)
FORBID = Deontic(False, None)
REQUIRE = Deontic(True, False)
EXEMPT = Deontic(None, True)


def clash(left: Answer, right: Answer) -> bool:
    """Tell whether two answers to one question cannot both hold."""
    if isinstance(left, Deontic) and isinstance(right, Deontic):
        return (
            _opposite(left.do, right.do)
            or _opposite(left.leave, right.leave)
            or (_is_duty(left) and _is_duty(right) and _differ(left.bearer, right.bearer))
            or (_is_duty(left) and _is_duty(right) and _differ(left.period, right.period))
        )
    return left != right


def join(left: Answer, right: Answer) -> Answer:
    """Join two answers that do not clash."""
    if isinstance(left, Deontic) and isinstance(right, Deontic):
        do = left.do if right.do is None else right.do
        leave = left.leave if right.leave is None else right.leave
        first, second = (right, left) if _is_duty(right) and not _is_duty(left) else (left, right)
        if _is_duty(first) and not _is_duty(second):
            return Deontic(do, leave, first.bearer, first.period)
        return Deontic(do, leave, first.bearer or second.bearer, first.period or second.period)
    return left


def _is_duty(answer: Deontic) -> bool:
    return answer.leave is False


def _opposite(left: bool | None, right: bool | None) -> bool:
    return left is not None and right is not None and left != right


def _differ(left: str | Period | None, right: str | Period | None) -> bool:
    return left is not None and right is not None and left != right
