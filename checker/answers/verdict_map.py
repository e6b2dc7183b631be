"""The map of a question: two facts as axes, in each cell every verdict there may be, a third fact panel by panel.

Takes a law, a question and the facts of the axes; gives a record of plain data for every report. The other facts are
free: where they make a difference a cell has several verdicts. Classes that look alike in the whole map are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import or_

from msgspec import Struct

from checker.answers.laid_out import Asked, LaidOut
from checker.answers.speaking import canonical, in_question
from checker.answers.table import Speaker, speakers
from checker.findings import Finding, nearest, row, say
from checker.logic import Law, Resolution
from checker.logic.case import Case
from checker.logic.decisions import Decision, Held
from checker.logic.effort import TooManyBoxesError
from checker.logic.limits import Limits
from checker.logic.verdict import VERDICTS
from checker.logic.windows import BAND
from checker.logic.world import scalar_facts
from checker.regions import Region, restrict
from checker.regions.joining import join
from checker.regions.runs import classes_in
from checker.rulebook.condition_words import condition_words
from checker.uses.tables import Part
from checker.uses.telling_apart import most_telling

MOST_CELLS = 5_000
"""So many cells a map may have before like ones are joined; one of more nobody reads."""


class Share(Struct, frozen=True):
    """A verdict that some case of a cell gets, by its number in the map, and who decides it there."""

    verdict: int
    provisions: tuple[str, ...]
    gaps: tuple[str, ...]


class Cell(Struct, frozen=True):
    """What is decided where both facts are of one class: nothing where nothing is asked."""

    shares: tuple[Share, ...]


class Panel(Struct, frozen=True):
    """The map where a third fact is of one class, in words; None without a third fact."""

    text: str | None
    cells: tuple[tuple[Cell, ...], ...]


class VerdictMap(Struct, frozen=True):
    """A question by two facts: the classes of one are columns, those of the other rows, each in words.

    `chosen`: nobody named the facts, and these tell most verdicts apart.
    """

    rulebook: str
    version: str | None
    digest: str
    asked: Asked
    title: str | None
    across: str
    down: str
    by: str | None
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    panels: tuple[Panel, ...]
    verdicts: tuple[Decision, ...]
    speakers: tuple[Speaker, ...]
    chosen: bool = False


def draw(law: Law, asked: Asked, facts: Sequence[str] = (), by: str | None = None) -> VerdictMap | tuple[Finding, ...]:
    """Make the map of a question by two facts, or by those that tell most verdicts apart; or say why there is none."""
    return map_of(LaidOut(law, asked), facts, by)


def map_of(cases: LaidOut, facts: Sequence[str] = (), by: str | None = None) -> VerdictMap | tuple[Finding, ...]:
    """Make the map of a question that is laid out, or say why there is none."""
    try:
        return _Drawing(cases.law, cases.asked, cases.begun(), cases.parts).drawn(facts, by)
    except TooManyBoxesError:
        message = say("the map of `{question}` has too many regions", question=cases.asked.question)
        return (Finding("O101", message),)


class _Drawing:
    """Draws the map of one question."""

    def __init__(self, law: Law, asked: Asked, resolution: Resolution, parts: Sequence[Part]) -> None:
        self._law, self._asked = law, asked
        self._case: Case = resolution.case
        self._parts = parts
        self._question = resolution.question.question
        self._limits = Limits(law.book, self._case)
        self._within = resolution.asked
        self._places = dict(self._named())
        order = {word: number for number, word in enumerate(VERDICTS)}
        shown = {_shown(part.held) for part in parts}
        self._verdicts = tuple(sorted(shown, key=lambda one: (order[one.word], one)))

    def drawn(self, facts: Sequence[str], by: str | None) -> VerdictMap | tuple[Finding, ...]:
        facts = tuple(map(self._spelt, facts))
        by = None if by is None else self._spelt(by)
        wanted = (*facts, *([] if by is None else [by]))
        wrong = tuple(found for name in wanted if (found := self._unfit(name, wanted)) is not None)
        if wrong:
            return tuple(dict.fromkeys(wrong))
        third = None if by is None else self._places[by]
        pair = tuple(self._places[name] for name in facts) or self._chosen(third)
        if len(pair) < 2:
            return (self._too_few(),)
        cells = _count(self._case, (*pair, *([] if third is None else [third])))
        if cells > MOST_CELLS:
            return (_too_large(cells),)
        return self._laid_out(pair[0], pair[1], third, chosen=not facts)

    def _named(self) -> Iterator[tuple[str, int]]:
        """Name the dimensions that can be an axis: facts, answers of other questions, quantities."""
        for place in reversed(self._case.dimensions):
            field = self._case.field(place)
            if field.label and field.key[0] != BAND:
                yield in_question(field.label, self._question, self._limits), place

    def _spelt(self, typed: str) -> str:
        return typed if typed in self._places else canonical(typed, self._question, self._limits, self._law.book)

    def _unfit(self, name: str, wanted: Sequence[str]) -> Finding | None:
        if list(wanted).count(name) > 1:
            return Finding("O101", say("a map needs different facts, and `{fact}` is named twice", fact=name))
        if name in self._places:
            return None
        declared = {in_question(f.label, self._question, self._limits) for f in scalar_facts(self._law.book)}
        known = sorted(self._places)
        mattering = say("these make one: {facts}", facts=row(f"`{one}`" for one in known))
        if name in declared:
            message = say("`{fact}` makes no difference to `{question}`", fact=name, question=self._question.name)
            return Finding("O101", message, help=mattering)
        guess = nearest(name, known)
        remedy = mattering if guess is None else say("write `{guess}`", guess=guess)
        return Finding("N201", say("no {kind} is named `{name}`", kind=say("fact"), name=name), help=remedy)

    def _chosen(self, third: int | None) -> tuple[int, ...]:
        regions: dict[Decision, Region] = {}
        for part in self._parts:
            key = _shown(part.held)
            regions[key] = join((*regions.get(key, ()), *part.region))
        others = sorted(place for place in self._places.values() if place != third)
        free = [place for place in others if self._asked_of(place).bit_count() > 1]
        among = free if len(free) > 1 else others
        most = MOST_CELLS // _count(self._case, () if third is None else (third,))
        return most_telling(self._case, regions, among, most) or ()

    def _too_few(self) -> Finding:
        return Finding("O101", say("`{question}` hangs on too few facts for a map", question=self._question.name))

    def _laid_out(self, across: int, down: int, third: int | None, *, chosen: bool) -> VerdictMap:
        grid = _Grid(self._case, self._parts, across, down, third)
        columns, rows, panels = (grid.ticks(axis) for axis in range(3))
        panels = panels if columns else []
        book = self._law.book
        labels = {place: label for label, place in self._places.items()}
        return VerdictMap(
            rulebook=book.header.name,
            version=book.header.version,
            digest=book.digest,
            asked=self._asked,
            title=self._question.title,
            across=labels[across],
            down=labels[down],
            by=None if third is None else labels[third],
            columns=tuple(self._words(across, mask) for mask in columns),
            rows=tuple(self._words(down, mask) for mask in rows),
            panels=tuple(
                Panel(
                    None if third is None else self._words(third, panel),
                    tuple(tuple(self._cell(grid.parts(x, y, panel)) for x in columns) for y in rows),
                )
                for panel in panels
            ),
            verdicts=self._verdicts,
            speakers=speakers(
                book,
                dict.fromkeys(name for part in self._parts for name in part.winners),
                dict.fromkeys(name for part in self._parts for name in part.gaps),
            ),
            chosen=chosen,
        )

    def _cell(self, numbers: Sequence[int]) -> Cell:
        here: dict[int, list[Part]] = {}
        for number in numbers:
            part = self._parts[number]
            here.setdefault(self._verdicts.index(_shown(part.held)), []).append(part)
        return Cell(
            tuple(
                Share(
                    verdict,
                    tuple(dict.fromkeys(name for part in parts for name in part.winners)),
                    tuple(dict.fromkeys(name for part in parts for name in part.gaps)),
                )
                for verdict, parts in sorted(here.items())
            )
        )

    def _words(self, place: int, mask: int) -> str:
        """Say which values some classes of a fact are, in fewest words; those nobody asks about may be among them."""
        full = self._case.space.full
        said: list[str] = []
        for each in _as_good(mask, full[place] & ~self._asked_of(place)):
            box = tuple(each if number == place else every for number, every in enumerate(full))
            said.append(" and ".join(condition_words(limit.condition) for limit in self._limits.of(box)))
        return in_question(min(said, key=len), self._question, self._limits)

    def _asked_of(self, place: int) -> int:
        return reduce(or_, (box[place] for box in self._within), 0)


class _Grid:
    """The parts that each cell of a map holds, cell by cell; without a third dimension it has one panel."""

    def __init__(self, case: Case, parts: Sequence[Part], across: int, down: int, third: int | None) -> None:
        self._case = case
        self._axes = (across, down, third)
        self._held: dict[tuple[int, int, int], list[int]] = {}
        for number, part in enumerate(parts):
            for cell in self._cells(part.region):
                self._held.setdefault(cell, []).append(number)

    def ticks(self, axis: int) -> list[int]:
        """Join the classes of an axis that hold the same everywhere; of numbers and days only neighbours."""
        place = self._axes[axis]
        if place is None:
            return [1]
        looks: dict[int, frozenset[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
        for number in sorted({cell[axis] for cell in self._held}):
            column = ((cell[:axis] + cell[axis + 1 :], tuple(held)) for cell, held in self._held.items())
            own = (cell[axis] == number for cell in self._held)
            looks[number] = frozenset(look for look, is_own in zip(column, own, strict=True) if is_own)
        if len(set(looks.values())) == 1:
            return [sum(1 << number for number in looks)]
        first_atom = len(self._case.classes(place).starts)
        joined: dict[object, int] = {}
        ordered = [number for number in looks if number < first_atom]
        for run, (_, numbers) in enumerate(groupby(ordered, key=looks.__getitem__)):
            joined[run] = sum(1 << number for number in numbers)
        for number in (number for number in looks if number >= first_atom):
            joined[looks[number]] = joined.get(looks[number], 0) | 1 << number
        return list(joined.values())

    def parts(self, column: int, row: int, panel: int) -> list[int]:
        """Return the parts that a cell of joined classes holds."""
        cell = tuple(classes_in(mask)[0] for mask in (column, row, panel))
        return self._held.get((cell[0], cell[1], cell[2]), [])

    def _cells(self, region: Region) -> Iterator[tuple[int, int, int]]:
        across, down, third = self._axes
        masks = {(box[across], box[down], 1 if third is None else box[third]) for box in region}
        found = {
            (x, y, z)
            for one, two, three in masks
            for x in classes_in(one)
            for y in classes_in(two)
            for z in classes_in(three)
        }
        for x, y, z in sorted(found):
            here = restrict(restrict(region, across, 1 << x), down, 1 << y)
            here = here if third is None else restrict(here, third, 1 << z)
            if not self._case.hangs_together or self._case.happens(here):
                yield x, y, z


def _shown(held: Held) -> Decision:
    """Tell verdicts apart as a map does: by their word and values."""
    return Decision(held[0].word, held[0].values) if len(held) == 1 else Decision("open")


def _as_good(mask: int, unasked: int) -> Iterator[int]:
    """Go through sets of classes that are the same as far as is asked: as they are, and grown at their ends."""
    yield mask
    below, above = mask, mask
    while (lower := (below & -below) >> 1) & unasked:
        below |= lower
    while (higher := 1 << above.bit_length()) & unasked:
        above |= higher
    yield from (below, above, below | above, mask | unasked)


def _count(case: Case, places: Sequence[int]) -> int:
    cells = 1
    for place in places:
        cells *= case.space.widths[place]
    return cells


def _too_large(cells: int) -> Finding:
    message = say("the map would have {cells} cells, and {most} are drawn at most", cells=cells, most=MOST_CELLS)
    return Finding("O101", message, help=say("choose other facts, or limit the cases with `--when`"))
