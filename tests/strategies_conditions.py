"""Random vocabularies and conditions over them, as source text; what `strategies` writes rulebooks with.

Domains are small, so that conditions overlap, imply one another and leave gaps, and so that every completion of a
plan can be tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hypothesis import strategies as st

Option = TypeVar("Option")

DAYS = ("2010-01-01", "2011-07-01", "2013-01-01", "2014-02-28", "2014-12-01", "2016-02-29", "2017-08-22", "2018-01-01")
CODES = ("4900", "4905", "4917")
KINDS = {
    "boolean": "boolean",
    "way": "one of { sea, rail, road }",
    "site": "site_kind",
    "credit": "credit_level",
    "number": "integer 0..4",
    "office": "office",
    "date": "date",
}
PLAN_FACTS = {
    "wet": "boolean",
    "cold": "boolean",
    "mode": "way",
    "other_mode": "way",
    "site": "site",
    "other_site": "site",
    "credit": "credit",
    "kg": "number",
    "home": "office",
    "entry": "office",
}
LEG_FACTS = {"by": "way", "ok": "boolean", "from": "office", "load": "number", "at": "site"}


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that conditions may test: how they write it, what it is, whether it may be absent."""

    label: str
    kind: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What the conditions of one subject may speak of; `defined` are the names of conditions."""

    facts: tuple[Known, ...]
    attributes: frozenset[str]
    parents: bool
    defined: tuple[str, ...] = ()

    def with_facts(self, facts: Sequence[Known]) -> Ground:
        """Return the ground of an element: its facts beside those of the plan, and twice as likely."""
        return replace(self, facts=(*self.facts, *facts, *facts))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What was declared: the statements, the code tables by file, and what conditions may speak of.

    `leg` is None without a list; `dates` are facts that may govern, the optional one first.
    """

    statements: tuple[str, ...]
    files: dict[str, str]
    plan: Ground
    leg: Ground | None
    dates: tuple[str, ...]
    leg_dates: tuple[str, ...]


@dataclass(slots=True)
class Pen:
    """Draws; everything random goes through here."""

    draw: st.DrawFn
    way: str = KINDS["way"]

    def pick(self, *options: Option) -> Option:
        """Draw one of the options; the first is the simplest."""
        return self.draw(st.sampled_from(options))

    def chance(self, percent: int) -> bool:
        """Draw yes with this likelihood; no is the simplest."""
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def some(self, options: Sequence[Option], least: int, most: int) -> list[Option]:
        """Draw some of the options, each at most once, in their order."""
        least, most = min(least, len(options)), min(most, len(options))
        chosen = self.draw(st.sets(st.integers(0, len(options) - 1), min_size=least, max_size=most)) if options else ()
        return [options[i] for i in sorted(chosen)]

    # Vocabulary

    def vocabulary(self) -> Vocabulary:
        """Draw declarations of facts and types."""
        legs = self.chance(50)
        if self.chance(25):
            self.way = "one of { sea, rail, road, air from 2014-12-01 }"
        chosen = self.some(tuple(PLAN_FACTS), 3, 5)
        in_record = tuple(name for name in chosen if name in ("mode", "kg", "home")) if self.chance(40) else ()
        facts = [self._fact(name, PLAN_FACTS[name]) for name in chosen]
        leg_facts = [self._fact(name, LEG_FACTS[name]) for name in self.some(tuple(LEG_FACTS), 2, 3)] if legs else []
        late = self.pick("", "", "", "date", "datetime")
        lines = [
            "kinds site_kind { area { port_area  zone }  outside }",
            f"levels credit_level {{ D < C < B{self.pick('', ' until 2014-12-01')} }}",
            "fact day : date",
        ]
        lines += [self._declared("fact", known) for known in facts if known.label not in in_record]
        if in_record:
            fields = "  ".join(self._declared("", known) for known in facts if known.label in in_record)
            lines += [f"record declaration {{ {fields} }}", "fact decl : declaration"]
        if late:
            lines.append(f"fact late : {late} optional")
        on = legs and self.chance(30)
        if legs:
            fields = "  ".join(self._declared("", known) for known in leg_facts)
            lines += [f"record leg {{ {fields}{'  on : date optional' if on else ''} }}", "fact legs : list of leg"]
        facts = [replace(k, label=f"decl.{k.label}") if k.label in in_record else k for k in facts]
        attributes, files = self._table(lines) if any(k.kind == "office" for k in facts + leg_facts) else ([], {})
        plan = Ground((*facts, Known("day", "date", False)), frozenset(attributes), "parent" in str(files))
        if self.chance(25):
            lines.append(f"define far = {self.condition(plan)}")
            plan = replace(plan, defined=("far",))
        leg = plan.with_facts([replace(k, label=f"leg.{k.label}") for k in leg_facts]) if legs else None
        if leg is not None and self.chance(20):
            lines.append(f"define leg.odd = {self.condition(leg)}")
            leg = replace(leg, defined=(*leg.defined, "leg.odd"))
        dates = ("late", "day") if late else ("day",)
        return Vocabulary(tuple(lines), files, plan, leg, dates, ("leg.on", "day") if on else ())

    def _fact(self, name: str, kind: str) -> Known:
        return Known(name, kind, self.chance(40 if kind == "office" else 25))

    def _declared(self, keyword: str, known: Known) -> str:
        kind = self.way if known.kind == "way" else KINDS[known.kind]
        decided = " decided by customs" if self.chance(35) else ""
        return f"{keyword} {known.label} : {kind}{' optional' if known.optional else ''}{decided}".strip()

    def _table(self, lines: list[str]) -> tuple[list[str], dict[str, str]]:
        """Declare the offices with some attributes, and write their table."""
        pairs = ["kind"], ["kind", "district"], ["kind", "district"], ["grade", "kind"], ["region"], ["region", "kind"]
        attributes = self.pick(*pairs)
        types = {
            "kind": "site_kind",
            "district": "office",
            "grade": "integer 0..2",
            "region": "one of { east, west } dated",
        }
        declared = "  ".join(f"{name} : {types[name]}" for name in attributes)
        state = self.pick("open", "open", "closed")
        lines.append(f'codes office from "codes/offices.yaml" {state} {{ {declared} }}')
        parents = self.chance(40)
        rows = []
        for code in CODES[: self.pick(2, 3, 3)]:
            parts = [f"{name}: {self._cell(name)}" for name in attributes if name == "region" or not self.chance(20)]
            if parents and code != "4900":
                parts.append(f'parent: "{"4900" if code == "4905" else "4905"}"')
            rows.append(f'"{code}": {{{", ".join(parts)}}}')
        return attributes, {"codes/offices.yaml": "\n".join(rows) + "\n"}

    def _cell(self, attribute: str) -> str:
        match attribute:
            case "kind":
                return self.pick("port_area", "zone", "outside")
            case "district":
                return f'"{self.pick("4900", "4905")}"'
            case "grade":
                return self.pick("0", "1", "2")
            case _:
                first = f"{{value: {self.pick('east', 'west')}, from: 2011-07-01, until: 2014-12-01}}"
                return f"[{first}{self.pick('', ', {value: east, from: 2014-12-01}')}]"

    # Conditions

    def condition(self, ground: Ground) -> str:
        """Draw a condition of one to three tests."""
        first = self.test(ground)
        match self.pick("one", "one", "one", "and", "and", "or", "not", "unless", "all", "any", "deep"):
            case "and":
                return f"{first} and {self.test(ground)}"
            case "or":
                return f"({first} or {self.test(ground)})"
            case "not":
                return f"not ({first} {self.pick('and', 'or')} {self.test(ground)})"
            case "unless":
                return f"({first} unless {self.test(ground)})"
            case "all":
                return f"all of {{ x: {first}  y: {self.test(ground)} }}"
            case "any":
                return f"any of {{ x: {first}  y: {self.test(ground)} }}"
            case "deep":
                return f"({first} or {self.test(ground)}) and not ({self.test(ground)})"
            case _:
                return first

    def test(self, ground: Ground) -> str:
        """Draw a single test."""
        if ground.defined and self.chance(15):
            return self.pick(*ground.defined)
        known = self.pick(*ground.facts)
        alone = known.kind in ("date", "number")
        twins = [k for k in ground.facts if k.kind == known.kind and k.label != known.label and not alone]
        if twins and self.chance(25):
            return f"{known.label} is {self.pick('', 'not ')}{self.pick(*twins).label}"
        if known.optional and self.chance(25):
            return f"{known.label} is {self.pick('given', 'absent')}"
        return self._against_constants(known, twins, ground)

    def _against_constants(self, known: Known, twins: list[Known], ground: Ground) -> str:
        label = known.label
        match known.kind:
            case "boolean":
                return self.pick(label, f"not {label}", f"{label} is true")
            case "way":
                return f"{label} {self._named(('sea', 'rail', 'road'))}"
            case "site":
                node = self.pick("area", "port_area", "zone", "outside")
                return f"{label} {self.pick('is', 'in', 'is not')} {node}"
            case "credit":
                between = f"{label} between {self.pick('D', 'C')} and B"
                return self.pick(f"{label} {self._order()} C", between, f"{label} {self._named(('D', 'C', 'B'))}")
            case "number":
                low = self.pick(0, 1, 2)
                return self.pick(
                    f"{label} {self._order()} {self.pick(1, 2, 3)}",
                    f"{label} between {low} and {low + self.pick(0, 1, 2)}",
                    f"{label} in {{ {low}, {low + 2} }}",
                )
            case "date":
                return f"{label} {self._order()} {self.pick(*DAYS)}"
            case _:
                return self._of_a_code(label, [k.label for k in twins], ground)

    def _of_a_code(self, label: str, twins: list[str], ground: Ground) -> str:
        tests = [f'{label} is "{self.pick(*CODES[:2])}"', f'{label} in {{ "4900", "4905" }}']
        if ground.parents:
            tests += [f'{label} in "4900"'] * 2
        if "kind" in ground.attributes:
            tests += [
                f"{label}.kind in {self.pick('area', 'zone')}",
                f"{label}.kind is {self.pick('not ', '')}{self.pick('area', 'outside')}",
            ]
        if "grade" in ground.attributes:
            tests += [f"{label}.grade {self._order()} 1", f"{label}.grade is 1"]
        if "region" in ground.attributes:
            tests += [f"{label}.region is {self.pick('', 'not ')}{self.pick('east', 'west')}"]
            tests.append(f"{label}.region is absent")
        if "district" in ground.attributes:
            tests += [f'{label}.district is "{self.pick("4900", "4905")}"']
            if "kind" in ground.attributes:
                tests += [f"{label}.district.kind is {self.pick('area', 'zone')}"] * 2
        for twin in twins:
            tests += [f"{label}.{name} is {twin}.{name}" for name in sorted(ground.attributes - {"grade"})]
            if "district" in ground.attributes:
                tests.append(f"{label}.district is {twin}")
        return self.pick(*tests)

    def _named(self, values: tuple[str, ...]) -> str:
        one, two = self.pick(*values), self.pick(*values)
        return self.pick(f"is {one}", f"is not {one}", f"in {{ {one}, {two} }}" if one != two else f"is {one}")

    def _order(self) -> str:
        return self.pick(">=", ">", "<", "<=")
