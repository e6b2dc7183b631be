"""Random plans for a rulebook: mostly complete, else with so little missing that every completion can be tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st
from msgspec.structs import replace

from checker.rulebook.model import ABSENT, Element, Fact, Facts, OrderedType, Rulebook, Value
from tests.oracle_ground import Ground, values_of
from tests.oracle_numbers import find_landmarks, quantities
from tests.oracle_vocabulary import Declared, declarations, lists
from tests.strategies_conditions import Pen
from tests.strategies_pen import DAYS

MOST_MISSING = 3
Path = tuple[str, ...]
Values = Mapping[Path, Value]
Lists = Mapping[str, tuple[Element, ...]]

as_ofs = st.sampled_from((None, None, None, *(date.fromisoformat(day).toordinal() for day in DAYS[2:])))


@st.composite
def turned(draw: st.DrawFn, book: Rulebook) -> frozenset[str]:
    """Draw some readings of a rulebook to be taken the other way."""
    names = sorted({reading.name for provision in book.provisions.values() for reading in provision.readings})
    return frozenset(name for name in names if draw(st.booleans()))


@st.composite
def plans(draw: st.DrawFn, book: Rulebook, incomplete: bool = False) -> Facts:
    """Draw a plan for a rulebook, with few facts missing; half of them complete unless told otherwise."""
    return _Planner(Pen(draw), book).plan(incomplete)


@st.composite
def fuller(draw: st.DrawFn, book: Rulebook, facts: Facts) -> Facts | None:
    """Draw a plan that says one thing more: a fact of it or of an element, or a list; None when nothing is missing."""
    return _Planner(Pen(draw), book).fuller(facts)


@dataclass(slots=True)
class _Planner:
    """Draws plans for one rulebook."""

    pen: Pen
    book: Rulebook

    def plan(self, incomplete: bool) -> Facts:
        pen = self.pen
        missing = pen.pick(*([] if incomplete else [0, 0, 0]), 1, 2, MOST_MISSING)
        of_plan = self.declared(None)
        names = [declared.fact for declared in of_plan if not declared.gates]
        unknown = pen.some(names, min(missing, 1), missing) if missing else []
        dates = [fact for fact in unknown if _is_date(fact)]
        unknown = [*dates[:1], *(fact for fact in unknown if fact not in dates)][: 2 if dates else MOST_MISSING]
        tops = [name for name in lists(self.book) if "[]" not in name]
        left_out = [name for name in tops if missing and not dates and pen.chance(75)]
        unknown = unknown[:1] if left_out else unknown
        values = self.values(of_plan, {fact.path for fact in unknown}, {})
        gaps = bool(missing) and not dates
        return Facts(values, {name: self.elements(name, name, values, gaps) for name in tops if name not in left_out})

    def elements(self, name: str, place: str, plan: Values, gaps: bool) -> tuple[Element, ...]:
        """Draw the elements of a list, with few facts missing if any."""
        inner = "[]" in name
        count = self.pen.pick(1, 0, 2) if inner else self.pen.pick(1, 1, 2, 0) if gaps else self.pen.pick(1, 2, 0)
        return tuple(self.element(name, f"{place}[{number}]", number, plan, gaps) for number in range(count))

    def element(self, name: str, place: str, number: int, plan: Values, gaps: bool) -> Element:
        """Draw one element and the lists in it."""
        pen, fields = self.pen, self.declared(name)
        unknown = pen.some([declared.fact for declared in fields], 0, 1) if gaps else []
        values = self.values(fields, {fact.path for fact in unknown}, plan)
        within = [inner for inner in lists(self.book) if inner.rpartition("[].")[0] == name]
        written = [inner for inner in within if not (gaps and pen.chance(50))]
        paths = {inner: inner.rpartition("[].")[2] for inner in written}
        below = {path: self.elements(inner, f"{place}.{path}", plan, gaps) for inner, path in paths.items()}
        return Element(f"e{number}", place, values, below)

    def declared(self, listed: str | None) -> list[Declared]:
        return [declared for declared in declarations(self.book).values() if declared.fact.list == listed]

    def values(self, declared: list[Declared], unknown: set[Path], plan: Values) -> dict[Path, Value]:
        """Draw values for what is declared; of a record that is absent nothing is, and of an unknown one unknown."""
        values: dict[Path, Value] = {}
        for one in declared:
            gates = [values.get(gate.path) for gate in one.gates]
            if None in gates or one.fact.path in unknown:
                continue
            absent = ABSENT in gates
            values[one.fact.path] = ABSENT if absent else self.value(one, {**plan, **values})
        return values

    def value(self, declared: Declared, known: Values) -> Value:
        """Draw a value; dates from the years in which texts come and go, late ones and ends of periods more often."""
        fact = declared.fact
        values = values_of(fact.type, declared.optional, find_landmarks(self.book).get(fact.key, ()))
        if not _is_date(fact):
            return self.pen.pick(*values)
        absent, days = values[: declared.optional], values[declared.optional :]
        inner = days[2:-2] or days
        ends: tuple[Value, ...] = self.ends(fact, known) if self.pen.chance(50) else ()
        return self.pen.pick(*(ends or (*inner[len(inner) // 2 :] * 3, *inner, *absent * 5)))

    def ends(self, fact: Fact, known: Values) -> tuple[int, ...]:
        """List the days on which something turns that is reckoned from days the plan says."""
        ground = Ground(self.book, Facts(known, {}), {}, {}, quantities(self.book))
        assert isinstance(fact.type, OrderedType)
        return tuple(n for n in ground.tried(fact) if fact.type.low <= n <= fact.type.high)

    def fuller(self, facts: Facts) -> Facts | None:
        """Say one thing more."""
        steps = list(self.steps(None, facts.values, facts.lists, facts.values))
        return Facts(*self.pen.pick(*steps)) if steps else None

    def steps(self, name: str | None, values: Values, inner: Lists, plan: Values) -> Iterator[tuple[Values, Lists]]:
        """Go through what a plan, or an element of a list, comes to be when one thing more is said."""
        for declared in self.declared(name):
            if declared.fact.path not in values and all(values.get(gate.path) == "given" for gate in declared.gates):
                yield {**values, **self.said(declared, {**plan, **values})}, inner
        for listed in lists(self.book):
            outer, _, path = listed.rpartition("[].")
            if outer == (name or "") and path not in inner:
                yield values, {**inner, path: self.elements(listed, path, plan, True)}
            elif outer == (name or ""):
                for element in inner[path]:
                    for known, below in self.steps(listed, element.values, element.lists, plan):
                        said = replace(element, values=known, lists=below)
                        yield values, {**inner, path: tuple(said if e is element else e for e in inner[path])}

    def said(self, declared: Declared, known: Values) -> dict[Path, Value]:
        """Draw a value; with a record that is absent everything in it is."""
        value = self.value(declared, known)
        below = [one for one in self.declared(declared.fact.list) if declared.fact in one.gates]
        return {declared.fact.path: value, **({one.fact.path: ABSENT for one in below} if value is ABSENT else {})}


def _is_date(fact: Fact) -> bool:
    return isinstance(fact.type, OrderedType) and fact.type.form in ("date", "datetime")
