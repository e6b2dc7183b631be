"""What is said of an area in words, held against the cases tried: its boxes, their numbers, their plans.

For each area a finding is about: the boxes shown hold its cases and no others that are asked, in constants and in
words; none can be wider; they are counted rightly; and what the oracle says of each example is what it was told to
be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial

from checker.answers.stating import Wanted, state
from checker.findings import Constants, Regions, Severity, StatedRegion, Witness
from checker.logic import Law
from checker.logic.area import Area
from checker.logic.fields import UNLISTED, Extent, Virtual
from checker.logic.lowering import SAME
from checker.logic.windows import BAND
from checker.plan.read import read_plans
from checker.regions import Box
from checker.rulebook import load_texts
from checker.rulebook.model import ABSENT, Condition, Element, Facts
from tests import oracle
from tests.analyses_cases import Case
from tests.analyses_points import box_of, holds
from tests.oracle import Seen
from tests.strategies import Source

EVERYTHING = Wanted(most=None, constants=True)
NOTHING_SAID = "day = day"


class Stated:
    """An area as it is stated, and the tried cases of its question: those asked about first."""

    def __init__(self, law: Law, area: Area, cases: Sequence[Case]) -> None:
        self.regions: Regions = state(law, area, EVERYTHING)
        self._law, self._area, self._case = law, area, area.resolution.case
        self._cases = cases
        self._points = [box_of(area.resolution, case) for case in cases]
        self._asked = [number for number, case in enumerate(cases) if case.told is not None]
        self._own = frozenset(number for number, box in enumerate(self._points) if holds(area.region, box))
        self._meant = frozenset(self._asked) - self._own if self.regions.contrary else self._own

    def mistakes(self) -> Iterator[str]:
        """Say what is wrong with the area and the boxes shown for it."""
        yield from self._of_the_area()
        if not self.is_plain:
            return
        boxes = [self._box(region.constants) for region in self.regions.shown]
        if self.regions.total != len(boxes):
            yield f"{self.regions.total} boxes are counted, {len(boxes)} shown"
        shown = frozenset(number for number in self._asked if any(_meets(b, self._points[number]) for b in boxes))
        if shown != self._meant:
            yield f"the boxes hold {sorted(shown)} and should hold {sorted(self._meant)}"
        exact = [self._box((each,)) for each in self.regions.constants]
        held = frozenset(number for number, point in enumerate(self._points) if any(_meets(b, point) for b in exact))
        if held != self._own:
            yield f"the constants hold {sorted(held)} and should hold {sorted(self._own)}"
        for region, box in zip(self.regions.shown, boxes, strict=True):
            yield from self._of_a_box(region, box, self._meant)
        if self.regions.example is not None:
            box = self._box(self.regions.example.constants)
            yield from self._of_a_box(self.regions.example, box, self._own)
            if not any(_meets(box, self._points[number]) for number in self._own):
                yield "the box that stands for the area holds nothing of it"

    def _of_the_area(self) -> Iterator[str]:
        if not self._own <= frozenset(self._asked):
            yield "the area holds cases that are not asked about"
        told = [self._cases[number].told for number in sorted(self._own)]
        if self._area.word is not None and any(one is None or one.outcome.word != self._area.word for one in told):
            yield f"the area holds cases that are not {self._area.word}"
        if self._area.blockers:
            rest = [box for _, region in self._area.blockers for box in region]
            blocked = frozenset(n for n in self._asked if holds(tuple(rest), self._points[n]))
            if blocked != frozenset(self._asked) - self._own:
                yield "the blockers do not hold the rest of what is asked"
        if (self.regions.cases, self.regions.of) != (None, None) and self._is_counted:
            right = self._count(self._own), self._count(self._asked)
            if (self.regions.cases, self.regions.of) != right:
                yield f"there are {right} cases and not {self.regions.cases} of {self.regions.of}"

    def _of_a_box(self, region: StatedRegion, box: Box, meant: frozenset[int]) -> Iterator[str]:
        here = [number for number in self._asked if _meets(box, self._points[number])]
        if not meant.issuperset(here):
            yield f"a box holds {sorted(set(here) - meant)}, which are not meant"
        if region.cases is not None and self._is_counted and region.cases != self._count(here):
            yield f"there are {self._count(here)} cases in the box and not {region.cases}"
        if not self._case.hangs_together:
            for number in self._case.dimensions:
                yield from self._wider(box, number, meant)
        if region.witness is not None:
            yield from self._of_a_witness(region.witness, box)

    def _wider(self, box: Box, number: int, meant: frozenset[int]) -> Iterator[str]:
        """Say that a box could hold another class of one field without holding a case that is not meant."""
        mask, full = box[number], self._case.space.full[number]
        more = (mask << 1 | mask >> 1) & ~mask & full if self._case.space.ordered[number] else full & ~mask
        others = frozenset(self._asked) - meant
        for place in range(full.bit_length()):
            if more >> place & 1:
                wider = (*box[:number], mask | 1 << place, *box[number + 1 :])
                if not any(_meets(wider, self._points[other]) for other in others):
                    yield f"a box could be wider in {self._case.field(number).label}"

    # Examples

    def _of_a_witness(self, witness: Witness, box: Box) -> Iterator[str]:
        (plan,) = read_plans(self._law.book, witness.text, "witness.yaml")
        if plan.facts is None or plan.findings:
            yield f"the example cannot be read: {[str(finding.message) for finding in plan.findings]}"
            return
        question = self._area.resolution.question.question
        element = None
        if question.list is not None:
            element = next(e for e in plan.facts.lists[question.list] if e.id == witness.subject)
        members = oracle.members(self._law.book, question.name, plan.facts, element, Seen())
        words = {member.word for member in members}
        if words != {*witness.possible}:
            yield f"the example is {sorted(words)} and not {witness.possible}:\n{witness.text}"
        if self._area.word is not None and self._area.word not in words:
            yield f"the example is not {self._area.word}"
        tried = [n for n, case in enumerate(self._cases) if _agrees(case, plan.facts, element)]
        if tried and not any(n in self._own and _meets(box, self._points[n]) for n in tried):
            yield f"the example lies elsewhere:\n{witness.text}"

    # Words

    def conditions(self) -> list[list[str]]:
        """Return the limits of each box shown, as a rule file would say them."""
        return [] if not self.is_plain else [[limit.text for limit in region.limits] for region in self.regions.shown]

    @cached_property
    def is_plain(self) -> bool:
        """Whether each dimension has a name of its own.

        A count of a list is two dimensions where the element asked about is counted with others: with it and without.
        """
        keys = [self._key(number) for number in self._case.dimensions]
        return len(set(keys)) == len(keys)

    def misread(self, conditions: Sequence[Condition]) -> Iterator[str]:
        """Say which of the boxes shown hold other cases than their words do; of a band nothing is said there."""
        shown = self.regions.shown if self.is_plain else ()
        for region, condition in zip(shown, conditions, strict=True):
            box = self._box(region.constants)
            box = tuple(
                full if self._case.field(n).key[0] == BAND else box[n] for n, full in enumerate(self._case.space.full)
            )
            for number in self._asked:
                case = self._cases[number]
                said = case.world.holds(condition, case.env, partial(_day, case))
                if said != _meets(box, self._points[number]):
                    yield f"{[limit.text for limit in region.limits]} does not say {region.constants}"
                    return

    # Boxes and numbers

    @cached_property
    def _is_counted(self) -> bool:
        """Whether all days that may matter were tried."""
        header = self._law.book.header
        return header.covers_from is not None and header.reviewed_until is not None

    def _count(self, numbers: Iterable[int]) -> int:
        """Count cases that differ in a fact the space has."""
        fields = [self._case.field(n) for n in self._case.dimensions]
        keys = [field.base for field in fields if field.key[0] != SAME]
        return len({tuple(self._cases[number].values[key] for key in keys) for number in numbers})

    def _box(self, alternatives: Iterable[Constants]) -> Box:
        """Return the box of classes that constants speak of."""
        masks = [0 for _ in self._case.dimensions]
        for entries in alternatives:
            said = {key: (atoms, runs) for key, atoms, runs in entries}
            for number in self._case.dimensions:
                for place, extent in enumerate(self._case.classes(number).extents):
                    if _is_said(said, self._key(number), extent):
                        masks[number] |= 1 << place
        return tuple(masks)

    def _key(self, number: int) -> str:
        from checker.logic.constants import _key

        return _key(self._case, number)


def _day(case: Case) -> int:
    day = case.values["day",]
    assert isinstance(day, int)
    return day


def _is_said(said: dict[str, tuple[tuple[str, ...], tuple[tuple[int, int], ...]]], key: str, extent: Extent) -> bool:
    """Tell whether what is said of a field admits one of its classes."""
    if key not in said:
        return True
    atoms, runs = said[key]
    within = [_is_within(said, key, atom, atoms) for atom in extent.atoms]
    within += [any(low <= first and last <= high for low, high in runs) for first, last in extent.runs]
    return all(within)


def _is_within(
    said: dict[str, tuple[tuple[str, ...], tuple[tuple[int, int], ...]]], key: str, atom: object, atoms: tuple[str, ...]
) -> bool:
    if isinstance(atom, Virtual):
        inner = all(_is_said(said, ".".join((key, *name)), extent) for name, extent in atom.properties)
        return "~unlisted" in atoms and inner
    written = "~absent" if atom is ABSENT else "~unlisted" if atom is UNLISTED else atom
    return written in atoms


def _meets(box: Box, point: Box) -> bool:
    return all(a & b for a, b in zip(box, point, strict=True))


def _agrees(case: Case, facts: Facts, element: Element | None) -> bool:
    """Tell whether a case is what a plan says, as far as it says anything."""
    own = {} if element is None else {("legs[]", *path): value for path, value in element.values.items()}
    return all(case.values[key] == value for key, value in {**facts.values, **own}.items())


def read_conditions(source: Source, question: str, texts: Sequence[Sequence[str]]) -> list[Condition]:
    """Read what rule files could say of a question, in the vocabulary of a rulebook."""
    lines = []
    for number, limits in enumerate(texts):
        when = f"when {' and '.join(f'({text})' for text in limits)}" if limits else ""
        lines.append(f"provision said_{number}  cites d0 item 99  {when}  leave {question} to customs")
    (name, text), *others = source.files
    book, findings = load_texts({name: text + "\n".join(lines), **dict(others)})
    assert book is not None, [(str(f.message), texts) for f in findings if f.severity is Severity.ERROR]
    return [book.provisions[f"said_{number}"].condition for number in range(len(texts))]
