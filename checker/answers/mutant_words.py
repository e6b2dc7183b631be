"""A mutant in words: what is written otherwise in it, and where."""

from __future__ import annotations

from checker.findings import Message, say
from checker.rulebook.mutants import NOTHING, Mutant


def mutant_words(mutant: Mutant) -> Message:
    """Say what is written otherwise in a mutant."""
    if mutant.operator == "drop-exception":
        return say("the exception `{name}` left out", name=mutant.name)
    if mutant.operator == "drop-proviso":
        return say("the proviso `{name}` left out", name=mutant.name)
    if mutant.after == NOTHING:
        return say("`{before}` left out of `{name}`", before=mutant.before, name=mutant.name)
    return say("`{after}` for `{before}` in `{name}`", after=mutant.after, before=mutant.before, name=mutant.name)
