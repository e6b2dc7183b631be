"""Extents: all values that tests of one fact admit, spelled out so that two can be set against each other.

Takes sets of values of the model; knows neither cells nor conditions.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from checker.rulebook.model import ABSENT, Absent, Below, CodeType, IsAbsent, Members, Runs, Term, ValueSet

Atom = str | Absent | None


class Extent(Struct, frozen=True):
    """The values admitted, by name or in runs.

    Codes stand for themselves and for the unlisted ones directly below; None for those below no listed one.
    """

    atoms: frozenset[Atom]
    runs: tuple[tuple[int, int], ...] = ()

    def meets(self, other: Extent) -> bool:
        """Tell whether some value is in both."""
        if self.atoms & other.atoms:
            return True
        return any(a <= d and c <= b for a, b in self.runs for c, d in other.runs)

    def within(self, other: Extent) -> bool:
        """Tell whether each run lies in one of the other's, and each atom is among them."""
        inside = all(any(c <= a and b <= d for c, d in other.runs) for a, b in self.runs)
        return inside and self.atoms <= other.atoms


def extent_of(term: Term, united: Iterable[ValueSet]) -> Extent:
    """Spell out sets of values of a term."""
    atoms: set[Atom] = set()
    runs: tuple[tuple[int, int], ...] = ()
    for values in united:
        match values:
            case IsAbsent():
                atoms.add(ABSENT)
            case Runs():
                runs += values.runs
            case Below(codes) if isinstance(term.type, CodeType):
                table = term.type.table
                atoms.update(code for code in table.rows if codes.intersection(table.ancestors(code)))
            case Below(names) | Members(names):
                atoms.update(names)
    return Extent(frozenset(atoms), runs)
