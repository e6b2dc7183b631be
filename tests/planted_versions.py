"""Small faults in finding what two rulebooks decide otherwise, each planted into a copy of the program, and the check.

Run as a module in a folder with the copy: pairs of rulebooks drawn beforehand, all their cases tried one by one, then
the unit tests of vocabularies that differ. It stops at the first difference or crash and leaves with NOTICED.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.planted import Fault, checked
from tests.properties.test_versions import Compared
from tests.versions_regressions import REGRESSIONS
from tests.versions_rulebooks import Pair

FAULTS = (
    Fault(
        "days are compared that only one of the rulebooks covers",
        "logic/versions.py",
        "since = max((h.covers_from",
        "since = min((h.covers_from",
    ),
    Fault(
        "a question that both test answers the same in both",
        "logic/versions.py",
        'return f"{BEFORE}{question}"',
        "return question",
    ),
    Fault(
        "what only one of the rulebooks says cannot happen is a case of it all the same",
        "logic/versions.py",
        "for n in range(nevers))",
        "for n in range(0))",
    ),
    Fault(
        "what cannot happen in either is a case",
        "logic/versions.py",
        "case.narrow(case.either(known))",
        "pass",
    ),
    Fault(
        "what both say cannot happen is said by each alone",
        "logic/versions.py",
        "shared = later.intersection(earlier.values())",
        "shared = later - later",
    ),
    Fault(
        "a value of a fact that only one of the rulebooks reads is a case of both",
        "logic/widening.py",
        "own.get(key) or _declared(book, field)",
        "own.get(key)",
    ),
    Fault(
        "an unlisted code may be of a kind that its rulebook does not know",
        "logic/widening.py",
        "_is_among(held, hidden.native[side])",
        "True",
    ),
    Fault(
        "a value that both know is taken for one that the later alone knows",
        "logic/widening.py",
        "found[key] = Widened(_united(before, after), (_values(before), _values(after)))",
        "found[key] = Widened(_united(before, after), (Extent(), _values(after)))",
    ),
    Fault(
        "where texts clash over a duty each has its bearer",
        "logic/decisions.py",
        "won = case.without(resolution.wins[claim.provision, claim.number], clashing)",
        "won = resolution.wins[claim.provision, claim.number]",
    ),
    Fault(
        "a verdict is settled where a tested question has no answer",
        "logic/decisions.py",
        "for link in resolution.links * len(resolution.links):",
        "for link in resolution.links * 0:",
    ),
    Fault(
        "collected answers are others when they come in another order",
        "logic/decisions.py",
        "tuple(sorted(o.values))",
        "o.values",
    ),
    Fault(
        "to whom a case is left is no part of what is decided",
        "logic/decisions.py",
        "left_to.add(role)",
        "pass",
    ),
    Fault(
        "what differs is told of with all that was decided so before",
        "logic/differences.py",
        "changed = join(case.both(left, there)) if other != held else ()",
        "changed = there if other != held else ()",
    ),
    Fault(
        "what forbids less is narrower",
        "logic/differences.py",
        "if was < now:",
        "if now < was:",
    ),
)


def first_difference(pairs: Sequence[Pair]) -> str | None:
    """Return the first thing that comes out otherwise than it must; None when all is well."""
    for before, after in (*REGRESSIONS.values(), *((pair.before, pair.after) for pair in pairs)):
        for difference in Compared(before, after).disagreements():
            return f"{before.text}\n{after.text}\n{difference}"
    return None


if __name__ == "__main__":
    sys.exit(checked(first_difference, "tests/unit/logic/test_versions.py", "tests/unit/logic/test_differences.py"))
