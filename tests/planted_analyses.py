"""Small faults in the analyses, each planted into a copy of the program, and the check that must notice every one.

Run as a module in a folder with the copy: rulebooks drawn beforehand, all their cases tried one by one, and what the
analyses find and say held against that. It stops at the first difference or crash and leaves with NOTICED.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.analyses_regressions import REGRESSIONS
from tests.planted import Fault, checked
from tests.properties.test_analyses import Compared
from tests.strategies import Source

FAULTS = (
    Fault(
        "a silence on record is a gap all the same",
        "uses/gaps.py",
        "told.extend((gap.name, region) for gap, region in on_record(law.book, resolution))",
        "told.extend(())",
    ),
    Fault(
        "where a tested question is silent its silence is a gap of the other too",
        "uses/gaps.py",
        "if unsaid := undecided(resolution, tuple(chain.from_iterable(region for _, region in told))):",
        "if unsaid := ():",
    ),
    Fault(
        "what is left to somebody is a gap",
        "logic/silence.py",
        "return join((*chain.from_iterable(resolution.standing.values()), *chain.from_iterable(left)))",
        "return join(tuple(chain.from_iterable(resolution.standing.values())))",
    ),
    Fault(
        "a hole is told from what has expired by what is asked, not by what is answered",
        "logic/lapsing.py",
        "spoken = axis.dated(held)",
        "spoken = axis.dated(resolution.asked)",
    ),
    Fault(
        "on another day a tested question answers what it answers today",
        "logic/axis.py",
        "for place in (self.place, *free):",
        "for place in (self.place,):",
    ),
    Fault(
        "a silence on record is answered only where somebody wins",
        "uses/recorded.py",
        "spoken = answered(resolution)",
        "spoken = resolution.case.either(resolution.wins.values())",
    ),
    Fault(
        "of those who clash only the first of each pair is a party",
        "uses/conflicts.py",
        "clashing.setdefault(two.provision, []).append(region)",
        "clashing.setdefault(two.provision, [])",
    ),
    Fault(
        "a text of the same rank ends a power",
        "uses/settled.py",
        "return rank > law.precedence.rank(higher)",
        "return rank >= law.precedence.rank(higher)",
    ),
    Fault(
        "a proviso overlaps with what it is a proviso to",
        "uses/overlapping.py",
        'while relation is not None and relation.form == "proviso":',
        'while relation is not None and relation.form == "exception":',
    ),
    Fault(
        "a provision that stands somewhere is not masked",
        "uses/masked.py",
        "if any(case.happens(resolution.wins[c.provision, c.number]) for c in claims):",
        "if any(case.happens(resolution.standing[c.provision, c.number]) for c in claims):",
    ),
    Fault(
        "who bears a duty is nothing that can be missed",
        "logic/decisions.py",
        "return [tail for tail in (answer.bearer, answer.period) if tail] if isinstance(answer, Deontic) else []",
        "return [tail for tail in (answer.period,) if tail] if isinstance(answer, Deontic) else []",
    ),
    Fault(
        "what is taken out without a provision that took it out stays out",
        "logic/removal.py",
        "attackers={key: tuple(a for a in aimed if a != removed) for key, aimed in network.attackers.items()},",
        "attackers=network.attackers,",
    ),
    Fault(
        "a text of lower rank that says the same makes a higher one superfluous",
        "uses/subsumed.py",
        "and rank(p.name) <= rank(name)",
        "and rank(p.name) >= rank(name)",
    ),
    Fault(
        "an exception swallows its rule that takes out some of it",
        "uses/idle.py",
        "return case.happens(region) and case.is_within(region, resolution.attack(name, rule, question))",
        "return case.happens(region) and case.meets(region, resolution.attack(name, rule, question))",
    ),
    Fault(
        "like cases may differ in what nobody answers",
        "uses/nonuniform.py",
        "neighbours.beside(here, there, tested - (silent & mute))",
        "neighbours.beside(here, there, tested)",
    ),
    Fault(
        "boxes are counted with what is not asked",
        "answers/stating.py",
        "here = self._case.both((box,), self._resolution.asked)",
        "here: Region = (box,)",
    ),
    Fault(
        "boxes do not grow over what is not asked",
        "answers/covering.py",
        "return self._case.without(self._asked, self._boxes)",
        "return self._case.without((self._case.space.full,), self._boxes)",
    ),
    Fault(
        "a set of those who agree is not found where another one could be added that does not agree",
        "logic/together.py",
        "            earlier &= ~self._apart[number]\n",
        "            pass\n",
    ),
    Fault(
        "what is reckoned is said to lie where it does though it may be absent",
        "logic/limits.py",
        "if any(self._may_be_absent(addend, box) for _, addend in field.addends):",
        "if not field.addends:",
    ),
    Fault(
        "what may be absent is said like what is false",
        "rulebook/condition_words.py",
        'return f"{name} is false" if may_be_absent else f"not {name}"',
        'return f"not {name}"',
    ),
    Fault(
        "a count that may be anything a list can hold is said all the same",
        "logic/limits.py",
        "if low <= LIMIT and high >= 0)",
        "if low <= high)",
    ),
)


def first_difference(sources: Sequence[Source]) -> str | None:
    """Return the first thing that comes out otherwise than it must; None when all is well."""
    for source in (*REGRESSIONS.values(), *sources):
        compared = Compared(source)
        if compared.tried.happens:
            for difference in (*compared.disagreements(), *compared.mistakes()):
                return f"{source.text}\n{difference}"
    return None


if __name__ == "__main__":
    sys.exit(checked(first_difference))
