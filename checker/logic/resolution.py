"""LANGUAGE §6, steps 2 to 7: who applies, stands, is a candidate, wins; as sets of cases.

Every set is a region of one `Case`; for a complete plan a region is all or nothing, and this reads as the plain
definition. Each step is a method named as the step is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import ClassVar

from checker.logic.case import Case
from checker.logic.encounters import Encounters
from checker.logic.links import Link
from checker.logic.network import Claim, Power
from checker.logic.precedence import Precedence
from checker.logic.question import Layer
from checker.regions import Region
from checker.rulebook.model import Provision, Rulebook, clash

ClaimKey = tuple[str, int]


class Resolution:
    """The sets of one question over one case; each is made when it is first asked for."""

    _is_kept: ClassVar[bool] = True
    """Whether the sets are read by more than one search."""

    def __init__(
        self,
        book: Rulebook,
        question: Layer,
        precedence: Precedence,
        case: Case,
        links: tuple[Link, ...] = (),
        within: Region | None = None,
    ) -> None:
        """Begin; the links tie the case to the questions that are tested in it.

        `within`: nothing is asked outside it.
        """
        self.case = case
        self.links = links
        self.question = question
        self._book = book
        self._precedence = precedence
        self._applicable: dict[str, Region] = {}
        self._stands: dict[tuple[str, str], Region] = {}
        asked = case.both(case.possible, self.unit("scope"))
        self.asked: Region = asked if within is None else case.both(asked, within)
        self.speakers: tuple[Provision, ...] = tuple(
            book.provisions[n] for n in question.network.speakers if n in question.existing
        )
        binding = [p for p in self.speakers if book.documents[p.document].binding]
        # What cannot be said in the case at all counts nowhere: of a long table most rows, where a plan is known.
        self.claims: tuple[Claim, ...] = tuple(c for p in binding for c in self._claims(p.name) if self._is_said(c))

    @cached_property
    def standing(self) -> dict[ClaimKey, Region]:
        """Step 3: where each claim is made by a provision that stands."""
        with self._once("standing"):
            return {_key(c): self._claimed(c, self._here(c)) for c in self.claims}

    @cached_property
    def candidates(self) -> dict[ClaimKey, Region]:
        """Step 4: where each claim is a candidate."""
        with self._once("candidates"):
            return {_key(c): self._candidate(c) for c in self.claims}

    @cached_property
    def wins(self) -> dict[ClaimKey, Region]:
        """Step 6: where each claim wins."""
        with self._once("wins"):
            return {_key(c): self._wins(c) for c in self.claims}

    @cached_property
    def winners(self) -> dict[str, Region]:
        """Step 6, by provision: where each wins that answers at all, by whichever of its answers."""
        won: dict[str, list[Region]] = {}
        for claim in self.claims:
            won.setdefault(claim.provision, []).append(self.wins[_key(claim)])
        return {name: self.case.either(regions) for name, regions in won.items()}

    def unit(self, *name: str) -> Region:
        """Return where a condition of the question's map holds (see `question`)."""
        return self.case.unit((self.question.key, *name))

    def applicable(self, name: str) -> Region:
        """Step 2: in force, its own and its document's condition true, and what it hangs on applicable.

        A proviso needs its base to stand on some question it answers.
        """
        if name not in self.question.existing:
            return ()
        if name not in self._applicable:
            self._applicable[name] = self._hanging(self._book.provisions[name], self._own(name))
        return self._applicable[name]

    def stands(self, name: str, question: str) -> Region:
        """Step 3: applicable, and no exception or override against it stands."""
        key = (name, question)
        if key not in self._stands:
            region = self.applicable(name)
            for attacker in self.attackers(name, question):
                region = self.case.without(region, self.attack(attacker, name, question))
            self._stands[key] = region
        return self._stands[key]

    def attackers(self, name: str, question: str) -> tuple[str, ...]:
        """Return the exceptions and overrides aimed at a provision on a question; only binding texts strike."""
        aimed = self.question.network.attackers[name, question]
        return tuple(a for a in aimed if self._book.documents[self._book.provisions[a].document].binding)

    def attack(self, attacker: str, name: str, question: str) -> Region:
        """Return where a standing exception or override takes a provision out.

        An override strikes only where its answer clashes with the other's; collected answers never clash.
        """
        region = self.stands(attacker, question)
        relation = self._book.provisions[attacker].relation
        if relation is None or relation.form != "override" or not region:
            return region
        if self._book.questions[question].form == "collecting":
            return ()
        struck = self.question.network.claims[name, question]
        where = [self.unit(*_unit(claim, question)) for claim in struck]
        those = Encounters(where)
        clashing: list[Region] = []
        for claim in self.question.network.claims[attacker, question]:
            here = self.unit(*_unit(claim, question))
            clashing.extend(
                self.case.both(here, where[number])
                for number in those.meeting(here)
                if clash(claim.answer, struck[number].answer)
            )
        return self.case.both(region, self.case.either(clashing))

    def clashes(self) -> Iterator[tuple[Claim, Claim, Region]]:
        """Go through the pairs of winners whose answers clash, with where they do."""
        yield from self._clashes

    @cached_property
    def _clashes(self) -> tuple[tuple[Claim, Claim, Region], ...]:
        found: list[tuple[Claim, Claim, Region]] = []
        with self._once("clashes"):
            winners = self._encounters(self.wins)
            for i, one in enumerate(self.claims):
                for j in winners.meeting(self.wins[_key(one)]):
                    two = self.claims[j]
                    if j > i and self._clash(one, two):
                        both = self.case.both(self.wins[_key(one)], self.wins[_key(two)])
                        if self.case.happens(both):
                            found.append((one, two, both))
        return tuple(found)

    def left_to(self) -> Iterator[tuple[str, Region]]:
        """Go through the roles to whom standing, binding provisions leave the case, with where."""
        for power, region in self.powers():
            yield power.role, self.case.both(region, self.asked)

    def powers(self) -> Iterator[tuple[Power, Region]]:
        """Go through what standing, binding provisions leave to a role, with where they do."""
        for power in self.question.network.powers:
            provision = self._book.provisions[power.provision]
            if self._book.documents[provision.document].binding:
                region = self.stands(power.provision, self.question.question.name)
                yield power, self.case.both(region, self.unit("power", power.provision, str(power.number)))

    def taken_out(self, claim: Claim) -> Iterator[tuple[str, Region]]:
        """Go through the attackers that take an applicable claim out, with where they do."""
        name, question = claim.provision, self.question.question.name
        applied = self._claimed(claim, self.applicable(name))
        for attacker in self.attackers(name, question):
            struck = self.case.both(applied, self.attack(attacker, name, question))
            if self.case.happens(struck):
                yield attacker, struck

    def yields_to(self, claim: Claim) -> Iterator[tuple[Claim, Region]]:
        """Step 4: go through the standing answers before which a reserved text is no candidate, with where."""
        reserved = self._book.provisions[claim.provision].reserved
        if reserved is None:
            return
        for other in self._meeting(self._standers, self.standing[_key(claim)]):
            text = self._book.provisions[other.provision]
            named = not reserved or self._precedence.rank(text.name) in reserved
            if other.provision != claim.provision and text.reserved is None and named:
                met = self.case.both(self.standing[_key(claim)], self.standing[_key(other)])
                if self.case.happens(met):
                    yield other, met

    def beaten_by(self, claim: Claim) -> Iterator[tuple[Claim, tuple[str, ...], Region]]:
        """Step 5: go through the candidates that beat a clashing one, by which principles, with where."""
        for other in self._meeting(self._contenders, self.candidates[_key(claim)]):
            if self._clash(claim, other):
                met = self.case.both(self.candidates[_key(claim)], self.candidates[_key(other)])
                principles = self._precedence.beats(other.provision, claim.provision) if self.case.happens(met) else ()
                if principles:
                    yield other, principles, met

    def contending(self, region: Region) -> Iterator[Claim]:
        """Go through the claims that may be candidates in a region."""
        return self._meeting(self._contenders, region)

    @cached_property
    def _standers(self) -> Encounters:
        return self._encounters(self.standing)

    @cached_property
    def _contenders(self) -> Encounters:
        return self._encounters(self.candidates)

    def _once(self, step: str) -> AbstractContextManager[None]:
        """Make a set of a step; one that all searches read is made at the cost of none."""
        effort, name = self.case.effort, self.question.question.name
        return effort.beside(f"{step} of {name}") if effort is not None and self._is_kept else nullcontext()

    def _encounters(self, regions: dict[ClaimKey, Region]) -> Encounters:
        return Encounters([regions[_key(claim)] for claim in self.claims])

    def _meeting(self, others: Encounters, region: Region) -> Iterator[Claim]:
        return (self.claims[number] for number in others.meeting(region))

    def _own(self, name: str) -> Region:
        units = [("window", name), ("document", name)]
        parts = range(len(self._book.provisions[name].conjuncts))
        region: Region = self.case.possible
        for unit in (*units, *(("part", name, str(i)) for i in parts)):
            region = self.case.both(region, self.unit(*unit))
        return region

    def _hanging(self, provision: Provision, own: Region) -> Region:
        relation = provision.relation
        if relation is None or relation.form == "override":
            return own
        if relation.form == "exception":
            return self.case.both(own, self.applicable(relation.target))
        questions = self._book.provisions[relation.target].questions
        standing = self.case.either(self.stands(relation.target, q) for q in questions)
        return self.case.both(own, standing)

    def _claims(self, name: str) -> tuple[Claim, ...]:
        return self.question.network.claims[name, self.question.question.name]

    def _is_said(self, claim: Claim) -> bool:
        return bool(self.unit(*_unit(claim, self.question.question.name)))

    def _here(self, claim: Claim) -> Region:
        return self.stands(claim.provision, self.question.question.name)

    def _claimed(self, claim: Claim, region: Region) -> Region:
        held = self.case.both(region, self.unit(*_unit(claim, self.question.question.name)))
        return self.case.both(held, self.asked)

    def _candidate(self, claim: Claim) -> Region:
        standing = self.standing[_key(claim)]
        if not standing:
            return ()
        return self.case.remaining(standing, (region for _, region in self.yields_to(claim)))

    def _wins(self, claim: Claim) -> Region:
        """Step 6: candidates that no candidate beats, in one pass; a beaten candidate still beats."""
        candidate = self.candidates[_key(claim)]
        if not candidate:
            return ()
        return self.case.remaining(candidate, (region for _, _, region in self.beaten_by(claim)))

    def _clash(self, one: Claim, two: Claim) -> bool:
        collecting = self.question.question.form == "collecting"
        return not collecting and one.provision != two.provision and clash(one.answer, two.answer)


def _key(claim: Claim) -> ClaimKey:
    return claim.provision, claim.number


def _unit(claim: Claim, question: str) -> tuple[str, ...]:
    return "claim", claim.provision, question, str(claim.number)
