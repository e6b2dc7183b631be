"""From the sets of the resolution to a verdict: LANGUAGE §6, steps 0, 7, 8 and 9."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from checker.logic.deeds import Deeds
from checker.logic.needs import find_needs
from checker.logic.network import Claim
from checker.logic.precedence import Precedence
from checker.logic.resolution import Resolution
from checker.logic.verdict import ANSWERED, Clash, Loss, Outcome, Verdict, Way
from checker.regions import Region
from checker.rulebook.model import Answer, Decided, Deontic, Rulebook, Value, join

Outcomes = dict[Outcome, Region]


class Judgement:
    """Reads the verdict of one question on one subject off its resolution."""

    def __init__(
        self,
        book: Rulebook,
        precedence: Precedence,
        resolution: Resolution,
        missing_list: str | None = None,
        deed: Value | None = None,
    ) -> None:
        """Begin; `deed` is when the deed was done, if that is known."""
        self.resolution = resolution
        self._missing_list = missing_list
        self._deed = deed
        self._book = book
        self._precedence = precedence
        self._case = resolution.case
        self._question = resolution.question.question
        self._deeds = Deeds(resolution)

    def verdict(self) -> Verdict:
        """Return the verdict; of a missing list, always open, since it may have no element at all."""
        outcomes, missing_list, deed = self.outcomes, self._missing_list, self._deed
        ways = tuple(Way(o, self._winners(r)) for o, r in sorted(outcomes.items()))
        done = self._deeds.state(self._case.possible, deed)
        compliance = self._deeds.compliance(outcomes, deed)
        if len(outcomes) > 1 or missing_list is not None:
            needs, subject_to = find_needs(self._case, tuple(outcomes.values()), self.resolution.links, missing_list)
            cut_short = self._case.was_cut_short
            return Verdict("open", ways, needs, subject_to, deed=done, compliance=compliance, cut_short=cut_short)
        word = ways[0].outcome.word
        return Verdict(
            word,
            ways,
            winners=ways[0].winners,
            losses=tuple(self._losses()),
            clashes=self._clashes(),
            left_to=tuple(dict.fromkeys(role for role, r in self.resolution.left_to() if self._case.happens(r))),
            known_gaps=self._known_gaps() if word == "known-gap" else (),
            duty=self._duty() if word in ("required", "permitted") else None,
            by_silence=not ways[0].winners and word in ANSWERED,
            deed=done,
            compliance=compliance,
            cut_short=self._case.was_cut_short,
        )

    @cached_property
    def outcomes(self) -> Outcomes:
        """Split the possible cases by verdict; every region given is non-empty, and together they are all."""
        found: Outcomes = {}
        resolution, case = self.resolution, self._case
        if not resolution.asked:
            return {Outcome("not-applicable"): case.possible}
        found[Outcome("not-applicable")] = case.without(case.possible, resolution.asked)
        conflict = case.either(region for _, _, region in resolution.clashes())
        found[Outcome("conflict")] = conflict
        found.update(self._answered(conflict))
        # What few boxes say is taken away first: it leaves the least to look at for the rest.
        silent = case.remaining(resolution.asked, sorted(resolution.wins.values(), key=len))
        for outcome, region in self._silent(silent):
            found[outcome] = case.either((found.get(outcome, ()), region))
        return {outcome: region for outcome, region in found.items() if self._case.happens(region)}

    def _answered(self, conflict: Region) -> Outcomes:
        if self._question.form == "value":
            return self._values(conflict)
        if self._question.form == "collecting":
            won = self._case.either(self.resolution.wins.values())
            return self._collected(self._case.without(won, conflict))
        return self._deontic(conflict)

    def _deontic(self, conflict: Region) -> Outcomes:
        """Join the winners bit by bit: a ban decides, then a duty, then a permission; an exemption alone is left."""
        found: Outcomes = {}
        decided = conflict
        for word in ("forbidden", "required", "permitted", "not-required"):
            won = self._won(_worded(word))
            found[Outcome(word)] = self._case.without(won, decided)
            decided = (*decided, *won)
        return found

    def _values(self, conflict: Region) -> Outcomes:
        values = dict.fromkeys(c.answer.value for c in self.resolution.claims if isinstance(c.answer, Decided))
        won = {value: self._won(Decided(value).__eq__) for value in values}
        return {Outcome("decided", (value,)): self._case.without(region, conflict) for value, region in won.items()}

    def _collected(self, decided: Region) -> Outcomes:
        cells: dict[tuple[str, ...], Region] = {(): decided}
        for value in dict.fromkeys(c.answer.value for c in self.resolution.claims if isinstance(c.answer, Decided)):
            held = self._won(Decided(value).__eq__)
            split: dict[tuple[str, ...], Region] = {}
            for values, region in cells.items():
                split[(*values, value)] = self._case.both(region, held)
                split[values] = self._case.without(region, held)
            cells = {values: region for values, region in split.items() if region}
        return {Outcome("decided", values): region for values, region in cells.items() if values}

    def _silent(self, rest: Region) -> Iterator[tuple[Outcome, Region]]:
        """Step 7 without a winner: discretion, else the meaning of silence, else a gap, on record or not."""
        case = self._case
        left = case.both(rest, case.either(region for _, region in self.resolution.left_to()))
        yield Outcome("discretion"), left
        rest = case.without(rest, left)
        if self._question.silence is not None:
            yield _outcome(self._question.silence), rest
            return
        recorded = case.both(rest, case.either(region for _, region in self._recorded()))
        yield Outcome("known-gap"), recorded
        yield Outcome("gap"), case.without(rest, recorded)

    def _recorded(self) -> Iterator[tuple[str, Region]]:
        for gap in self._book.known_gaps:
            if self._question.name in gap.questions:
                yield gap.name, self._case.both(self.resolution.unit("gap", gap.name), self.resolution.asked)

    def _known_gaps(self) -> tuple[str, ...]:
        return tuple(name for name, region in self._recorded() if self._case.happens(region))

    def _won(self, wanted: Callable[[Answer], bool]) -> Region:
        resolution = self.resolution
        return self._case.either(resolution.wins[c.provision, c.number] for c in resolution.claims if wanted(c.answer))

    def _winners(self, region: Region) -> tuple[str, ...]:
        won = (
            c.provision
            for c in self.resolution.claims
            if self._case.meets(region, self.resolution.wins[c.provision, c.number])
        )
        return tuple(dict.fromkeys(won))

    def _losses(self) -> Iterator[Loss]:
        resolution = self.resolution
        for claim in resolution.claims:
            attackers = tuple(dict.fromkeys(name for name, _ in resolution.taken_out(claim)))
            if attackers:
                yield Loss(claim.provision, "taken-out", "explicit", attackers)
            before = tuple(dict.fromkeys(other.provision for other, _ in resolution.yields_to(claim)))
            if before:
                yield Loss(claim.provision, "yields", None, before)
            yield from self._beaten(claim)

    def _beaten(self, claim: Claim) -> Iterator[Loss]:
        by: dict[str, list[str]] = {}
        for other, principles, _ in self.resolution.beaten_by(claim):
            for principle in principles:
                by.setdefault(principle, []).append(other.provision)
        for principle, winners in by.items():
            yield Loss(claim.provision, "beaten", principle, tuple(dict.fromkeys(winners)))

    def _clashes(self) -> tuple[Clash, ...]:
        return tuple(
            Clash(
                one.provision,
                two.provision,
                self._precedence.why_undecided(one.provision, two.provision),
                self._precedence.ruling_by(one.provision, two.provision),
            )
            for one, two, _ in self.resolution.clashes()
        )

    def _duty(self) -> Deontic | None:
        """Join what the winners say; None when there are none."""
        resolution = self.resolution
        joined: Answer | None = None
        for claim in resolution.claims:
            if isinstance(claim.answer, Deontic) and self._case.happens(resolution.wins[claim.provision, claim.number]):
                joined = claim.answer if joined is None else join(joined, claim.answer)
        return joined if isinstance(joined, Deontic) else None


def _worded(word: str) -> Callable[[Answer], bool]:
    return lambda answer: isinstance(answer, Deontic) and answer.word == word


def _outcome(answer: Answer) -> Outcome:
    return Outcome("decided", (answer.value,)) if isinstance(answer, Decided) else Outcome(answer.word)
