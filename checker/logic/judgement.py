"""From the sets of the resolution to a verdict: LANGUAGE §6, steps 0, 7, 8 and 9."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.logic.fields import Field
from checker.logic.network import Claim
from checker.logic.precedence import Precedence
from checker.logic.resolution import Resolution
from checker.logic.verdict import ANSWERED, Clash, Loss, Outcome, Verdict, Way
from checker.logic.windows import BAND
from checker.regions import Region
from checker.rulebook.model import Answer, Decided, Deontic, Rulebook

Outcomes = dict[Outcome, Region]


class Judgement:
    """Reads the verdict of one question on one subject off its resolution."""

    def __init__(self, book: Rulebook, precedence: Precedence, resolution: Resolution) -> None:
        self._book = book
        self._precedence = precedence
        self._resolution = resolution
        self._case = resolution.case
        self._question = resolution.question.question

    def verdict(self, missing_list: str | None) -> Verdict:
        """Return the verdict; of a missing list, always open, since it may have no element at all."""
        outcomes = self._outcomes()
        ways = tuple(Way(o, self._winners(r)) for o, r in sorted(outcomes.items()))
        deed = self._deed(self._case.possible)
        if len(outcomes) > 1 or missing_list is not None:
            needs, subject_to = self._needs(outcomes, missing_list)
            compliance = self._compliance(outcomes)
            return Verdict("open", ways, needs, subject_to, deed=deed, compliance=compliance)
        word = ways[0].outcome.word
        return Verdict(
            word,
            ways,
            winners=ways[0].winners,
            losses=tuple(self._losses()),
            clashes=self._clashes(),
            left_to=tuple(dict.fromkeys(role for role, r in self._resolution.left_to() if r)),
            known_gaps=self._known_gaps() if word == "known-gap" else (),
            bearer=self._bearer() if word == "required" else None,
            by_silence=not ways[0].winners and word in ANSWERED,
            deed=deed,
            compliance=self._compliance(outcomes),
        )

    def _outcomes(self) -> Outcomes:
        """Split the possible cases by verdict; every region given is non-empty, and together they are all."""
        found: Outcomes = {}
        resolution, case = self._resolution, self._case
        found[Outcome("not-applicable")] = case.without(case.possible, resolution.asked)
        conflict = case.either(region for _, _, region in resolution.clashes())
        found[Outcome("conflict")] = conflict
        won = case.either(resolution.wins.values())
        decided = case.without(won, conflict)
        found.update(self._answered(decided))
        for outcome, region in self._silent(case.without(resolution.asked, won)):
            found[outcome] = case.either((found.get(outcome, ()), region))
        return {outcome: region for outcome, region in found.items() if region}

    def _answered(self, decided: Region) -> Outcomes:
        if self._question.form == "collecting":
            return self._collected(decided)
        if self._question.form == "value":
            return self._values(decided)
        return self._deontic(decided)

    def _deontic(self, decided: Region) -> Outcomes:
        """Join the winners bit by bit: a ban decides, then a duty, then a permission; an exemption alone is left."""
        found: Outcomes = {}
        rest = decided
        for word in ("forbidden", "required", "permitted", "not-required"):
            part = self._case.both(rest, self._won(_worded(word)))
            found[Outcome(word)] = part
            rest = self._case.without(rest, part)
        return found

    def _values(self, decided: Region) -> Outcomes:
        values = dict.fromkeys(c.answer.value for c in self._resolution.claims if isinstance(c.answer, Decided))
        return {Outcome("decided", (v,)): self._case.both(decided, self._won(Decided(v).__eq__)) for v in values}

    def _collected(self, decided: Region) -> Outcomes:
        cells: dict[tuple[str, ...], Region] = {(): decided}
        for value in dict.fromkeys(c.answer.value for c in self._resolution.claims if isinstance(c.answer, Decided)):
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
        left = case.both(rest, case.either(region for _, region in self._resolution.left_to()))
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
                yield gap.name, self._case.both(self._case.unit(("gap", gap.name)), self._resolution.asked)

    def _known_gaps(self) -> tuple[str, ...]:
        return tuple(name for name, region in self._recorded() if region)

    def _won(self, wanted: Callable[[Answer], bool]) -> Region:
        resolution = self._resolution
        return self._case.either(resolution.wins[c.provision, c.number] for c in resolution.claims if wanted(c.answer))

    def _winners(self, region: Region) -> tuple[str, ...]:
        won = (
            c.provision
            for c in self._resolution.claims
            if self._case.meets(region, self._resolution.wins[c.provision, c.number])
        )
        return tuple(dict.fromkeys(won))

    def _losses(self) -> Iterator[Loss]:
        resolution = self._resolution
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
        for other, principles, _ in self._resolution.beaten_by(claim):
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
            for one, two, _ in self._resolution.clashes()
        )

    def _bearer(self) -> str | None:
        resolution = self._resolution
        named = (
            c.answer.bearer
            for c in resolution.claims
            if isinstance(c.answer, Deontic)
            and c.answer.leave is False
            and c.answer.bearer
            and resolution.wins[c.provision, c.number]
        )
        return next(named, None)

    def _needs(self, outcomes: Outcomes, missing_list: str | None) -> tuple[tuple[str, ...], str | None]:
        """Return the labels of the facts that split the set, and the role that decides all of them."""
        case = self._case
        split: dict[str, Field] = {}
        for number in range(len(case.fields)):
            field = case.field(number)
            if field.label not in split and any(case.splits(region, number) for region in outcomes.values()):
                split[field.label] = field
        if not split and len(outcomes) > 1:  # facts that can only change together
            split = {f.label: f for f in map(case.field, range(len(case.fields)))}
        outside = [f for f in split.values() if missing_list is None or f.list is None]
        roles = {None if f.key[0] == BAND else f.decided_by for f in split.values()}
        labels = [*([] if missing_list is None else [missing_list]), *(f.label for f in outside)]
        return tuple(dict.fromkeys(labels)), roles.pop() if missing_list is None and len(roles) == 1 else None

    def _deed(self, region: Region) -> str | None:
        if self._question.done_when is None:
            return None
        done = self._case.both(region, self._case.unit(("done",)))
        if not done:
            return "undone"
        return "unknown" if self._case.without(region, done) else "done"

    def _compliance(self, outcomes: Outcomes) -> str | None:
        found = {_compliance(o.word, self._deed(region)) for o, region in outcomes.items()}
        return found.pop() if len(found) == 1 else "unknown"


def _worded(word: str) -> Callable[[Answer], bool]:
    return lambda answer: isinstance(answer, Deontic) and answer.word == word


def _outcome(answer: Answer) -> Outcome:
    return Outcome("decided", (answer.value,)) if isinstance(answer, Decided) else Outcome(answer.word)


def _compliance(word: str, deed: str | None) -> str | None:
    """Compare what is owed with what was done; a gap, a power, a value and a conflict owe nothing that can be met."""
    if word in ("permitted", "not-required"):
        return "met"
    if word not in ("required", "forbidden"):
        return None
    if deed not in ("done", "undone"):
        return "unknown"
    return "met" if (word == "required") is (deed == "done") else "breached"
