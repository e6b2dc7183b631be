"""The verdict of one question on one subject: what the law says of a case, or of all cases a plan leaves open.

Words: `permitted forbidden required not-required decided discretion gap known-gap conflict open not-applicable`.
"""

from __future__ import annotations

from msgspec import Struct

from checker.rulebook.model import Deontic

PRINCIPLES = ("explicit", "rank", "specialty", "recency")
ANSWERED = ("permitted", "forbidden", "required", "not-required", "decided")
VERDICTS = (*ANSWERED, "discretion", "gap", "known-gap", "conflict", "open", "not-applicable")
COMPLIANCE = ("met", "breached", "unknown")


class Outcome(Struct, frozen=True, order=True):
    """One member of the set of verdicts: a word and, for a decided question, its value or collected values."""

    word: str
    values: tuple[str, ...] = ()


class Way(Struct, frozen=True):
    """A member of the set and the provisions that win it in some completion; none for silence."""

    outcome: Outcome
    winners: tuple[str, ...]


class Loss(Struct, frozen=True):
    """A provision that applies and does not win.

    `how`: `taken-out` by an exception or override, `yields` (unless otherwise provided), `beaten` by `principle`
    (`rank`, `specialty`, `recency`). `by` are the provisions that did it.
    """

    provision: str
    how: str
    principle: str | None
    by: tuple[str, ...]


class Clash(Struct, frozen=True):
    """Two winners whose answers clash, why no principle decides between them, and who rules, if anybody is named.

    `because` is `issuers` (one rank, different issuers), `old-special` (an old special text against a new general
    one), or `equal` (of one day, neither special).
    """

    left: str
    right: str
    because: str
    ruling_by: str | None


class Verdict(Struct, frozen=True):
    """What came out for one question and subject.

    `ways` is the set of verdicts over all completions of the plan that can happen, each with the provisions that
    win it somewhere: one member when settled, and then `word` is its word; more, and `word` is `open`. `needs` are
    the labels of the facts (and documents whose beginning is known only as a band) that split the set;
    `subject_to` the role that decides all of them. What follows is said of a settled verdict only; where winners
    or losers differ between completions, all of them are listed. `duty` is what the winners of a required or
    permitted verdict say together: who bears it and when. `deed` is `done`, `undone` or `unknown`, None where the
    question names no deed; `compliance` is `met`, `breached`, `unknown`, or None where none is given. `cut_short`:
    something was taken for possible because looking further was given up, so the set may be too large.
    """

    word: str
    ways: tuple[Way, ...]
    needs: tuple[str, ...] = ()
    subject_to: str | None = None
    winners: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    clashes: tuple[Clash, ...] = ()
    left_to: tuple[str, ...] = ()
    known_gaps: tuple[str, ...] = ()
    duty: Deontic | None = None
    by_silence: bool = False
    deed: str | None = None
    compliance: str | None = None
    cut_short: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The value of a decided verdict, the values of a collecting one; else empty."""
        return self.ways[0].outcome.values if len(self.ways) == 1 else ()

    @property
    def possible(self) -> tuple[str, ...]:
        """The verdict words of the set, each once."""
        return tuple(dict.fromkeys(way.outcome.word for way in self.ways))

    @property
    def principles(self) -> tuple[str, ...]:
        """The principles by which something lost, in the order of PRINCIPLES."""
        used = {loss.principle for loss in self.losses}
        return tuple(p for p in PRINCIPLES if p in used)
