"""What was done against what is owed: LANGUAGE §6.8."""

from __future__ import annotations

from collections.abc import Mapping

from checker.logic.resolution import Resolution
from checker.logic.verdict import Outcome
from checker.regions import Region
from checker.rulebook.model import Deontic, Value


class Deeds:
    """Compares the deed of one question with its duties, over the cases a plan leaves open."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._case = resolution.case
        self._question = resolution.question.question

    def state(self, region: Region, when: Value | None) -> str | None:
        """Say whether the deed is `done`, `undone` or `unknown`; None where the question names none.

        `when` is the date of the deed, None when it is not known.
        """
        if self._question.done_at is not None:
            return "done" if isinstance(when, int) else "unknown"
        if self._question.done_when is None:
            return None
        done = self._case.both(region, self._resolution.unit("done"))
        if not self._case.happens(done):
            return "undone"
        return "unknown" if self._case.happens(self._case.without(region, done)) else "done"

    def compliance(self, outcomes: Mapping[Outcome, Region], when: Value | None) -> str | None:
        """Return `met`, `breached` or `unknown`; None where nothing can be kept."""
        found = {word for o, region in outcomes.items() for word in self._words(o.word, region, when)}
        if len(found) == 1:
            return found.pop()
        return "unknown"

    def late(self) -> Region:
        """Return where a duty wins whose deed is out of time."""
        return self._case.either(self._missed(True))

    def _words(self, word: str, region: Region, when: Value | None) -> set[str | None]:
        """Return what may be said of the deed where the verdict is one word."""
        if word == "not-required":
            return {"met"}
        if word not in ("required", "forbidden", "permitted"):
            return {None}
        missed = self._case.both(region, self._case.either(self._missed(word == "required")))
        if word == "permitted":
            if not self._has_period(region):
                return {"met"}
            if not isinstance(when, int):
                return {"unknown"}
            return self._split(region, missed)
        deed = self.state(region, when)
        if deed not in ("done", "undone"):
            return {"unknown"}
        if word == "forbidden":
            return {"breached" if deed == "done" else "met"}
        return {"breached"} if deed == "undone" else self._split(region, missed)

    def _split(self, region: Region, missed: Region) -> set[str | None]:
        words: set[str | None] = set()
        if self._case.happens(missed):
            words.add("breached")
        if self._case.happens(self._case.without(region, missed)):
            words.add("met")
        return words

    def _has_period(self, region: Region) -> bool:
        resolution = self._resolution
        return self._question.done_at is not None and any(
            isinstance(c.answer, Deontic)
            and c.answer.period is not None
            and self._case.meets(region, resolution.wins[c.provision, c.number])
            for c in resolution.claims
        )

    def _missed(self, duties: bool) -> list[Region]:
        """Return, for each winning duty (else permission) with a period, where its deed is out of time."""
        resolution = self._resolution
        return [
            self._case.both(resolution.wins[c.provision, c.number], resolution.unit("late", c.provision, str(c.number)))
            for c in resolution.claims
            if isinstance(c.answer, Deontic) and c.answer.period is not None and (c.answer.leave is False) is duties
        ]
