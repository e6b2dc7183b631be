"""Whether a mutant is a rulebook at all: relations keep their power over what they are aimed at."""

from __future__ import annotations

from checker.rulebook.model import Rulebook
from checker.rulebook.mutants.mutant import Mutant, changed
from checker.rulebook.relations import check_relations


def is_sensible(book: Rulebook, mutant: Mutant) -> bool:
    """Tell whether a mutant of a rulebook could be written: no text takes out what it has no power over."""
    if mutant.operator not in ("swap-ranks", "drop-reservation"):
        return True
    other = changed(book, mutant.change)
    return not check_relations(other.provisions, other.documents)
