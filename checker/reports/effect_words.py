"""What a provision says on a question, in the words of the rule language, for cards. Takes model values."""

from __future__ import annotations

from checker.reports.duty_words import period_words
from checker.reports.labels import Labels
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import ALWAYS, Decided, Deontic, Effect, LeftTo, Period, Said


def effect_words(effect: Effect, label: Labels) -> str:
    """Write what a provision says on one question, and under which further condition."""
    words = said_words(effect.said, effect.question, label)
    if effect.condition == ALWAYS:
        return words
    return label["effect.if"].format(effect=words, condition=condition_words(effect.condition))


def said_words(said: Said, question: str, label: Labels) -> str:
    """Write an answer to a question, or that none is given."""
    match said:
        case Deontic():
            words = label["effect.plain"].format(effect=label[_deontic(said)], question=question)
            words = label["effect.by"].format(effect=words, role=said.bearer) if said.bearer else words
            if said.period is None:
                return words
            return label["effect.when"].format(effect=words, period=_period(said.period, label))
        case Decided(value=value):
            return label["effect.decide"].format(question=question, value=value)
        case LeftTo(role=role):
            return label["effect.leave"].format(question=question, role=role)
        case _:
            return label["effect.open"].format(question=question)


def _deontic(said: Deontic) -> str:
    if said.do is None:
        return "effect.exempt"
    if said.do is False:
        return "effect.forbid-exempt" if said.leave else "effect.forbid"
    return {False: "effect.require", True: "effect.permit-exempt", None: "effect.permit"}[said.leave]


def _period(period: Period, label: Labels) -> str:
    anchors = tuple(fact.label for fact in period.anchors)
    return period_words(period.amount, period.unit, period.at_least, period.side, anchors, label)
