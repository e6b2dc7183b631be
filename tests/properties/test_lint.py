"""What the linter proves, against every case tried one by one: the oracle says who applies in each.

The rulebooks are small enough for that: three facts, and the days around every date that is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial
from itertools import product

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.findings import Finding
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.rulebook.model import Decided, Facts, LeftTo, Provision, Question, Rulebook
from checker.uses.lapsed import find_never_in_force
from checker.uses.ungiven import find_ungiven
from checker.uses.unreachable import find_undecided, find_unreachable
from tests.oracle import Seen, Trial
from tests.oracle_nevers import is_possible
from tests.oracle_worlds import World, worlds

EXAMPLES = 300
START = date(2015, 1, 1)
DAYS = 8  # the dates written lie within so many days; tried are those and one on either side
SIDES = ("sea", "road", "air")
VALUES = ("low", "middle", "high")

days = st.integers(0, DAYS - 1).map(lambda n: (START + timedelta(n)).isoformat())
facts = st.sampled_from(["wet", "far", "not wet", "not far", *(f"side is {s}" for s in SIDES), "side is not sea"])
conditions = st.lists(facts, min_size=1, max_size=3).map(" and ".join) | st.tuples(facts, facts).map(" or ".join)
asked = st.sampled_from(["q0 is permitted", "q0 is forbidden", "q0 is not permitted"])
EFFECTS = (
    "permit q0",
    "forbid q0",
    "leave q0 to customs",
    "permit q1 in { sea }",
    "forbid q1 in { road }",
    "permit q1 only in { sea }",
    "permit q1",
    "leave q1 to customs",
    *(f"decide q2 is {value}" for value in VALUES),
    "leave q2 to customs",
)


@st.composite
def rulebooks(draw: st.DrawFn) -> str:
    """Draw a rulebook with a horizon, two documents, three questions and up to four provisions."""
    lines = ["rulebook t { ranks law  governed by day  roles customs"]
    if draw(st.booleans()):
        since, until = sorted((draw(days), draw(days)))
        lines.append(f"covers from {since}  reviewed until {until}")
    lines.append("}")
    lines += [
        "fact day : date",
        "fact wet : boolean",
        "fact far : boolean",
        f"fact side : one of {{ {', '.join(SIDES)} }}",
    ]
    for name in ("d0", "d1"):
        lines.append(f"document {name} {{ rank law  issuer npc  issued 2014-01-01  in force from {draw(days)} }}")
    if draw(st.booleans()):
        lines.append(f"repeal d0 by d1 item 1 from {draw(days)}")
    scopes = [draw(st.just("") | conditions.map(lambda c: f" within {c}")) for _ in range(3)]
    silence = draw(st.sampled_from(["", " silence means low"]))
    lines.append(f"question q0{scopes[0]}")
    lines.append(f"question q1 about side{scopes[1]}")
    lines.append(f"question q2 answers one of {{ {', '.join(VALUES)} }}{scopes[2]}{silence}")
    if draw(st.booleans()):
        lines.append(f'never {draw(conditions)} because "no"')
    if draw(st.booleans()):
        lines.append(f'known gap g in q1 when {draw(conditions)} because "no"')
    for number in range(draw(st.integers(1, 4))):
        lines.append(draw(provisions(number)))
    return "\n".join(lines)


@st.composite
def provisions(draw: st.DrawFn, number: int) -> str:
    """Draw a provision; what it hangs on comes before it, and only it may test the first question."""
    effect = draw(st.sampled_from(EFFECTS))
    header = f"provision p{number} cites {draw(st.sampled_from(['d0', 'd1']))}"
    if draw(st.integers(0, 3)) == 0:
        header += f" from {draw(days)}"
    if number and draw(st.integers(0, 2)) == 0:
        header += f" {draw(st.sampled_from(['proviso to', 'replaced']))} p{draw(st.integers(0, number - 1))}"
        header = header.replace("replaced p", "replaces p") + (" by d1" if "replaced" in header else "")
    tests = [draw(conditions)]
    if "q0" not in effect and draw(st.integers(0, 2)) == 0:
        tests.append(draw(asked))
    return f"{header} when {' and '.join(f'({test})' for test in tests)} {effect}"


class Tried:
    """Every case of a rulebook: who applies in the scope of each question, and of what something is said."""

    def __init__(self, book: Rulebook) -> None:
        self.happens = False
        self.reached: set[str] = set()
        self.ever_in_force: set[str] = set()
        self.spoken: dict[str, set[str]] = {name: set() for name in book.questions}
        self.open: dict[str, set[str]] = {name: set() for name in book.questions}
        for values in cases():
            for question in book.questions.values():
                for world in worlds(book, values, question.name):
                    self._try(book, question, world, values)

    def _try(self, book: Rulebook, question: Question, world: World, values: Facts) -> None:
        world.ask = lambda here, test, _: Trial(here, book.questions[test.question], None, Seen()).reply(test.late)
        trial = Trial(world, question, None, Seen())
        self.ever_in_force |= {p.name for p in book.provisions.values() if trial.is_in_force(p)}
        self.happens = self.happens or is_possible(world)
        day, header = values.values["day",], book.header
        assert isinstance(day, int)
        covered = (header.covers_from or 0) <= day <= (header.reviewed_until or day)
        if not (covered and is_possible(world) and trial.holds(question.scope)):
            return
        side = str(values.values["side",])
        applying = [p for p in book.provisions.values() if trial.is_applicable(p)]
        self.reached |= {p.name for p in applying if question.name in p.questions}
        said = [s for p in applying for s in trial.said(p, question.name)]
        is_left = any(isinstance(each, LeftTo) for p in applying for each in left(trial, p))
        recorded = any(trial.recorded())
        if question.form == "value":
            self.spoken[question.name] |= {each.value for each in said if isinstance(each, Decided)}
            self.spoken[question.name] |= set(VALUES) if is_left else set()
        elif is_left or recorded or any(not isinstance(each, LeftTo) for each in said):
            self.spoken[question.name].add(side)
        self.open[question.name].add(side)


def left(trial: Trial, provision: Provision) -> Iterator[object]:
    """Go through what a provision that stands leaves to somebody."""
    if trial.stands(provision, trial.question.name):
        yield from trial.said(provision, trial.question.name)


def cases() -> Iterator[Facts]:
    """Go through all plans: on every day that could matter, with every value of the facts."""
    ordinals = range(START.toordinal() - 1, START.toordinal() + DAYS + 1)
    for day, wet, far, side in product(ordinals, ("true", "false"), ("true", "false"), SIDES):
        yield Facts({("day",): day, ("wet",): wet, ("far",): far, ("side",): side}, {})


def named(findings: Iterator[Finding]) -> set[str]:
    return {finding.concerns[0] for finding in findings}


def ungiven(book: Rulebook, tried: Tried) -> dict[str, set[str] | None]:
    """Return the values never given of each question; None where nothing ever answers it."""
    found: dict[str, set[str] | None] = {}
    for name, question in book.questions.items():
        spoken = tried.spoken[name]
        if not spoken and question.silence is None:
            found[name] = None
        elif question.form == "value" and spoken:
            silence = {question.silence.value} if isinstance(question.silence, Decided) else set()
            found[name] = set(VALUES) - spoken - silence
        elif question.form == "choice":
            found[name] = tried.open[name] - spoken
    return {name: values for name, values in found.items() if values is None or values}


def told(finding: Finding) -> set[str] | None:
    """Read back which values a finding names; None where it is about the whole question."""
    text = str(finding.message)
    if text.startswith("nothing answers"):
        return None
    return {word for word in (*SIDES, *VALUES) if f"`{word}`" in text}


SEEN: Counter[str] = Counter()


@given(rulebooks())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def compare(text: str) -> None:
    book, _ = load_texts({"t.rules": text})
    if book is None:
        SEEN["refused"] += 1
        return
    law = Law(book)
    if law.findings():
        SEEN["refused"] += 1
        return
    tried, maps = Tried(book), cache(partial(over_all_cases, law))
    if not tried.happens:
        assert [finding.concerns for finding in find_unreachable(law, maps)] == [()], text
        SEEN["nothing happens"] += 1
        return
    never, unreachable = named(find_never_in_force(law)), named(find_unreachable(law, maps))
    assert never == book.provisions.keys() - tried.ever_in_force, text
    assert unreachable == book.provisions.keys() - tried.reached - never, text
    assert not list(find_undecided(law, maps))
    missed = {finding.concerns[0]: told(finding) for finding in find_ungiven(law, maps)}
    assert missed == ungiven(book, tried), text
    SEEN["never"] += len(never)
    SEEN["unreachable"] += len(unreachable)
    SEEN["reached"] += len(tried.reached)
    SEEN["values missed"] += sum(values is not None for values in missed.values())
    SEEN["questions missed"] += sum(values is None for values in missed.values())
    SEEN["nothing missed"] += not missed


def test_what_is_found_is_what_trying_every_case_finds() -> None:
    SEEN.clear()
    compare()
    assert SEEN["refused"] < EXAMPLES // 4
    least = ("nothing happens", "never", "unreachable", "reached", "values missed", "questions missed")
    assert [kind for kind in least if SEEN[kind] < EXAMPLES // 100] == []
