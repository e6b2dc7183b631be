"""Which provisions are special against which: the static relation that one of the principles goes by."""

from __future__ import annotations

from itertools import permutations

from checker.logic import Law
from checker.rulebook.model import Condition, Decided, Deontic, Members, Provision, Test, clash


def find_specialty(law: Law) -> tuple[tuple[str, str], ...]:
    """List the pairs, special before general, of binding provisions that may clash on a question.

    An exception or override and what it is aimed at are no such pair: between them no principle is asked.
    """
    documents = law.book.documents
    binding = (p for p in law.book.provisions.values() if documents[p.document].binding)
    return tuple(
        (special.name, general.name)
        for special, general in permutations(binding, 2)
        if _may_clash(special, general)
        and not (_is_aimed(special, general) or _is_aimed(general, special))
        and law.precedence.is_special(special.name, general.name)
    )


def _may_clash(left: Provision, right: Provision) -> bool:
    """Tell whether two provisions give one question, and one choice, answers that cannot both hold."""
    return any(
        one.question == two.question and not _are_apart(one.condition, two.condition) and clash(one.said, two.said)
        for one in left.effects
        for two in right.effects
        if isinstance(one.said, Deontic | Decided) and isinstance(two.said, Deontic | Decided)
    )


def _are_apart(left: Condition, right: Condition) -> bool:
    """Tell whether two effects speak of different values of one choice."""
    match left, right:
        case Test(term=one, values=Members(values=these)), Test(term=two, values=Members(values=those)):
            return one == two and not these & those
    return False


def _is_aimed(attacker: Provision, target: Provision) -> bool:
    relation = attacker.relation
    return relation is not None and relation.form != "proviso" and relation.target == target.name
