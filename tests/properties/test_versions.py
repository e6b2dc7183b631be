"""What two rulebooks decide otherwise, against every case tried one by one in both.

The rulebooks are small enough for that: one is drawn, the other is an edit of it. For every question the cases must
divide as the oracle divides them, before and after, and the differences must hold the cases that it decides otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.authoring.formatting import format_file
from checker.logic import Law
from checker.logic.decisions import Held, decided
from checker.logic.differences import differences
from checker.logic.versions import Versions, versions
from checker.regions import Box, Region
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.renaming import renamed
from checker.syntax import SourceFile
from tests.analyses_points import holds
from tests.analyses_rulebooks import rulebooks
from tests.strategies import Source
from tests.versions_cases import Both, Point
from tests.versions_points import box_of, read_in
from tests.versions_regressions import REGRESSIONS
from tests.versions_rulebooks import EDITS, RULES, Pair, pairs

Numbers = frozenset[int]
Boxes = Sequence[tuple[int, Box]]
Key = TypeVar("Key", Held, tuple[Held, Held])
Told = dict[tuple[Held, Held], Numbers]

EXAMPLES = 160
REWRITTEN = 30
LEAST = 1
KINDS = {"not-applicable": "no case", "gap": "silent", "known-gap": "silent"}
"""What a verdict is, for counting what was met; all others are answers, or none that is settled."""
WANTED = ("answer -> answer", "answer -> silent", "silent -> answer", "answer -> no case", "no case -> answer", "open")

NEW_WORDS = {
    "wet": "damp",
    "far": "remote",
    "side": "way",
    "side.sea": "ocean",
    "side.air": "aloft",
    "load": "cargo",
    "few": "count_of",
    "office": "place",
    "office.kind.inner": "inside",
    "office.4900": "5900",
    "day": "a_day",
    "legs": "a_moves",
    "leg.odd": "strange",
    "q0": "first_one",
    "q1": "an_other",
    **{f"q{number}.{grade}": f"z_{grade}" for number in (0, 1) for grade in ("low", "high")},
}
"""Other words for what a rulebook may have, by how `renamed` is told of it."""

SEEN: Counter[str] = Counter()


class Compared:
    """Two rulebooks, both ways: by trying every case, and as regions."""

    def __init__(self, before: Source, after: Source) -> None:
        self.laws = Law(book_of(before)), Law(book_of(after))
        self.both = Both(self.laws[0].book, self.laws[1].book)

    def disagreements(self) -> Iterator[tuple[str, str, object, object]]:
        """Go through what comes out otherwise: the question, what it is, by trying, as regions."""
        for question in self.laws[0].book.questions:
            found = versions(*self.laws, question)
            if found.unproved:
                SEEN["unproved"] += 1
            else:
                yield from ((question, *each) for each in self._of(found, question))

    def _of(self, found: Versions, question: str) -> Iterator[tuple[str, object, object]]:
        points, right = self.both.points(question, read_in(found.case))
        sides, told, regions = _told(self.laws, found, points)
        for side, word in enumerate(("before", "after")):
            own = _grouped((held[side], number) for number, held in enumerate(right))
            if sides[side] != own:
                yield word, own, sides[side]
        changed = _grouped((held, number) for number, held in enumerate(right) if held[0] != held[1])
        if changed != told:
            yield "differences", changed, told
        if len(told) != regions:
            yield "what is decided otherwise, each once", len(told), regions
        exchanged = [Point(each.number, each.after, each.before) for each in points]
        turned = self.laws[1], self.laws[0]
        _, mirrored, _ = _told(turned, versions(*turned, question), exchanged)
        if told != {(after, before): numbers for (before, after), numbers in mirrored.items()}:
            yield "mirrored", told, mirrored
        for before, after in changed:
            ways = [KINDS.get(held[0].word, "answer") for held in (before, after)]
            SEEN["open" if len((*before, *after)) > 2 else " -> ".join(ways)] += 1


def _told(laws: Sequence[Law], found: Versions, points: Sequence[Point]) -> tuple[list[dict[Held, Numbers]], Told, int]:
    """Return what the program says of each case: before, after, and what differs; and how many differences it tells."""
    boxes = [(point.number, box_of(found.case, point)) for point in points]
    sides = [decided(law.book, law.precedence, r) for law, r in zip(laws, (found.before, found.after), strict=True)]
    different = list(differences(found.case, *sides))
    divided = [{held: _within(boxes, region) for held, region in side.items()} for side in sides]
    return divided, {(d.before, d.after): _within(boxes, d.region) for d in different}, len(different)


def _within(boxes: Boxes, region: Region) -> Numbers:
    """Return the cases that lie in a region, whatever silent questions answer; half of one lies in none."""
    inside = Counter(number for number, box in boxes if holds(region, box))
    every = Counter(number for number, _ in boxes)
    assert all(every[number] == count for number, count in inside.items()), "a region hangs on what nobody answers"
    return frozenset(inside)


def _grouped(held: Iterable[tuple[Key, int]]) -> dict[Key, Numbers]:
    found: dict[Key, set[int]] = {}
    for each, number in held:
        found.setdefault(each, set()).add(number)
    return {each: frozenset(numbers) for each, numbers in found.items()}


def book_of(source: Source) -> Rulebook:
    """Load a rulebook that was drawn."""
    book, findings = load_texts(dict(source.files))
    assert book is not None, (source.text, [str(finding.message) for finding in findings])
    return book


def changes(before: Rulebook, after: Rulebook) -> dict[str, list[object]]:
    """Return what differs between two rulebooks, or could not be compared, by question."""
    laws = Law(before), Law(after)
    found: dict[str, list[object]] = {}
    for question in before.questions:
        both = versions(*laws, question)
        sides = [decided(law.book, law.precedence, r) for law, r in zip(laws, (both.before, both.after), strict=True)]
        wrong: list[object] = [*both.unproved, *differences(both.case, *sides)]
        if wrong:
            found[question] = wrong
    return found


def drawing(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Draw so many examples, the same in every run."""
    return settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


@given(pairs())
@drawing(EXAMPLES)
def compare(pair: Pair) -> None:
    SEEN.update(pair.edits)
    wrong = list(Compared(pair.before, pair.after).disagreements())
    assert not wrong, (pair.before.text, pair.after.text, wrong)


@pytest.mark.parametrize("story", REGRESSIONS)
def test_what_was_wrong_once_is_right(story: str) -> None:
    assert list(Compared(*REGRESSIONS[story]).disagreements()) == []


def test_what_differs_is_what_trying_every_case_finds() -> None:
    SEEN.clear()
    compare()
    assert {kind: SEEN[kind] for kind in (*WANTED, *EDITS) if SEEN[kind] < LEAST} == {}


@given(rulebooks())
@drawing(REWRITTEN)
def test_a_rulebook_differs_in_nothing_from_itself(source: Source) -> None:
    book = book_of(source)
    assert changes(book, book) == {}


@given(rulebooks(), st.permutations(range(40)))
@drawing(REWRITTEN)
def test_neither_order_nor_layout_makes_a_difference(source: Source, order: Sequence[int]) -> None:
    files = dict(source.files)
    head, *written = files[RULES].splitlines()
    lines = [written[number] for number in order if number < len(written)]
    assert len(lines) == len(written)
    laid_out = format_file(SourceFile(RULES, "\n".join([head, *lines]) + "\n")).text
    assert laid_out is not None
    after, findings = load_texts({**files, RULES: laid_out})
    assert after is not None, findings
    assert changes(book_of(source), after) == {}


@given(rulebooks())
@drawing(REWRITTEN)
def test_other_words_make_no_difference(source: Source) -> None:
    before = book_of(source)
    words = {
        label: word for label, word in NEW_WORDS.items() if isinstance(renamed(before, {label: (word,)}), Rulebook)
    }
    written = dict(source.files)
    for label, word in words.items():
        old = re.escape(label.rpartition(".")[2])
        written = {name: re.sub(rf"(?<!codes )(?<! : )\b{old}\b", word, text) for name, text in written.items()}
    after, findings = load_texts(written)
    assert after is not None, (written, [str(finding.message) for finding in findings])
    earlier = renamed(before, {label: (word,) for label, word in words.items()})
    assert isinstance(earlier, Rulebook)
    assert changes(earlier, after) == {}
