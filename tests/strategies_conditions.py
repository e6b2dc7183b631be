"""Random conditions as source text; what `strategies` writes rulebooks with.

Domains are small, so that conditions overlap, imply one another and leave gaps, and so that every completion of a
plan can be tried.
"""

from __future__ import annotations

from tests.strategies_further import further_test
from tests.strategies_pen import CODES, DAYS, Drawer, Ground, Known


class Pen(Drawer):
    """Draws conditions."""

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
        further = further_test(self, ground, self.inner_test) if self.chance(38) else None
        return further or self._of_a_fact(ground)

    def inner_test(self, fields: tuple[Known, ...]) -> str:
        """Draw a test of an element of a list, mostly of a fact of its own."""
        return self._of_a_fact(Ground(fields, (), frozenset(), False))

    def _of_a_fact(self, ground: Ground) -> str:
        known = self.pick(*ground.facts)
        alone = known.kind in ("date", "number", "few", "mass", "record")
        twins = [k for k in ground.facts if k.kind == known.kind and k.label != known.label and not alone]
        if twins and self.chance(25):
            return f"{known.label} is {self.pick('', 'not ')}{self.pick(*twins).label}"
        if known.kind == "record" or (known.optional and self.chance(25)):
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
            case "few":
                return f"{label} {self._order()} {self.pick(1, 2)}"
            case "mass":
                return f"{label} {self._order()} {'0.2' if label == 'gross' else '0.02'}"
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
