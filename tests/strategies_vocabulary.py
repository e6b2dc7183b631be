"""Random vocabularies, as source text: facts, records, lists, code tables, definitions."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tests.strategies_conditions import Pen
from tests.strategies_pen import CODES, Ground, Known, KnownList

KINDS = {
    "boolean": "boolean",
    "way": "one of { sea, rail, road }",
    "site": "site_kind",
    "credit": "credit_level",
    "number": "integer 0..4",
    "few": "integer 0..2",
    "office": "office",
    "date": "date",
    "datetime": "datetime",
}
PLAN_FACTS = {
    "wet": "boolean",
    "cold": "boolean",
    "mode": "way",
    "other_mode": "way",
    "site": "site",
    "other_site": "site",
    "credit": "credit",
    "other_credit": "credit",
    "kg": "number",
    "few": "few",
    "home": "office",
    "entry": "office",
}
LEG_FACTS = {"by": "way", "ok": "boolean", "from": "office", "load": "number", "at": "site"}
NOTE_FACTS = {"urgent": "boolean", "pages": "few"}
LATER_WAY = "one of { sea, rail, road, air from 2014-12-01 }"


class Vocabulary(Struct, frozen=True):
    """What was declared: the statements, the code tables by file, and what conditions may speak of.

    `leg` is None without a list; `dates` are facts that may govern, the optional one first; `done` are the dates of
    deeds, of the plan and of a leg.
    """

    statements: tuple[str, ...]
    files: dict[str, str]
    plan: Ground
    leg: Ground | None
    box: Ground | None
    dates: tuple[str, ...]
    leg_dates: tuple[str, ...]
    done: Known | None
    leg_done: Known | None


def vocabulary(pen: Pen) -> Vocabulary:
    """Draw declarations of facts and types."""
    return _Declarations(pen).vocabulary()


class _Declarations:
    """Draws declarations, part by part."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.way = LATER_WAY if pen.chance(25) else KINDS["way"]
        self.lines = [
            "kinds site_kind { area { port_area  zone }  outside }",
            f"levels credit_level {{ D < C < B{pen.pick('', ' until 2014-12-01')} }}",
            "fact day : date",
        ]

    def vocabulary(self) -> Vocabulary:
        """Draw everything."""
        pen = self.pen
        legs = pen.chance(65)
        facts = self.plan_facts()
        leg_facts = [self.known(name, LEG_FACTS[name]) for name in pen.some(tuple(LEG_FACTS), 2, 3)] if legs else []
        dates = [Known("day", "date", False), *self.dates()]
        late = tuple(known.label for known in dates if known.label == "late")
        done = next((known for known in dates if known.label == "done"), None)
        on = legs and pen.chance(65)
        boxes = self.boxes() if legs and pen.chance(75) else ()
        if legs:
            fields = [*(self.declared("", known) for known in leg_facts), "on : date optional" if on else ""]
            fields.append("boxes : list of box" if boxes else "")
            self.lines += [f"record leg {{ {'  '.join(filter(None, fields))} }}", "fact legs : list of leg"]
        attributes, files = self.table() if any(k.kind == "office" for k in facts + leg_facts) else ([], {})
        leg_on = Known("leg.on", "date", True) if on else None
        inner = (KnownList("leg.boxes", boxes),) if boxes else ()
        ground = Ground((*facts, dates[0]), tuple(dates), frozenset(attributes), "parent" in str(files))
        plan = replace(ground, lists=(KnownList("legs", tuple(leg_facts), inner),) if legs else ())
        plan = self.defined(plan)
        leg = plan.with_facts(_of("leg", leg_facts), [leg_on] if leg_on else [], inner) if legs else None
        if leg is not None and pen.chance(20):
            self.lines.append(f"define leg.odd = {pen.condition(leg)}")
            leg = replace(leg, defined=(*leg.defined, "leg.odd"))
        box = Ground(_of("box", boxes), (), frozenset(), False) if boxes else None
        leg_dates = ("leg.on", "day") if on else ()
        names = (*late, "day")
        return Vocabulary(tuple(self.lines), files, plan, leg, box, names, leg_dates, done, leg_on)

    def plan_facts(self) -> list[Known]:
        """Draw the facts of the plan, some of them in a record, some in one that may be absent."""
        pen = self.pen
        chosen = pen.some(tuple(PLAN_FACTS), 3, 5)
        in_record = tuple(name for name in chosen if name in ("mode", "kg", "home")) if pen.chance(40) else ()
        facts = [self.known(name, PLAN_FACTS[name]) for name in chosen]
        self.lines += [self.declared("fact", known) for known in facts if known.label not in in_record]
        if in_record:
            fields = "  ".join(self.declared("", known) for known in facts if known.label in in_record)
            self.lines += [f"record declaration {{ {fields} }}", "fact decl : declaration"]
        facts = [replace(k, label=f"decl.{k.label}") if k.label in in_record else k for k in facts]
        if pen.chance(12):
            self.lines += ["fact gross : decimal(1) kg 0..0.4", "fact net : decimal(2) kg 0..0.05"]
            facts += [Known("gross", "mass", False), Known("net", "mass", False)]
        if pen.chance(25):
            noted = [self.known(name, kind) for name, kind in NOTE_FACTS.items()]
            self.lines += [f"record note {{ {'  '.join(self.declared('', known) for known in noted)} }}"]
            self.lines += ["fact extra : note optional"]
            facts += [replace(known, optional=True) for known in _of("extra", noted)]
            facts += [Known("extra", "record", True)]
        return facts

    def dates(self) -> list[Known]:
        """Draw further dates: one that may govern, and that of a deed."""
        pen = self.pen
        late, done = pen.pick("", "", "date", "datetime"), pen.pick("", "date", "date", "datetime", "datetime")
        found = [Known("late", late, True)] if late else []
        found += [Known("done", done, pen.chance(50))] if done else []
        self.lines += [self.declared("fact", known) for known in found]
        return found

    def boxes(self) -> tuple[Known, ...]:
        fields = (Known("full", "boolean", False), Known("kilos", "few", self.pen.chance(25)))
        self.lines.append(f"record box {{ {'  '.join(self.declared('', known) for known in fields)} }}")
        return fields

    def defined(self, plan: Ground) -> Ground:
        """Draw definitions: of a condition, and of a number."""
        pen = self.pen
        if pen.chance(25):
            self.lines.append(f"define far = {pen.condition(plan)}")
            plan = replace(plan, defined=("far",))
        numbers = [known.label for known in plan.facts if known.kind in ("number", "few")]
        if len(numbers) > 1 and pen.chance(80):
            self.lines.append(f"define margin = {numbers[0]} {pen.pick('+', '-')} {numbers[1]}")
            plan = replace(plan, sums=("margin",))
        return plan

    def known(self, name: str, kind: str) -> Known:
        return Known(name, kind, self.pen.chance(40 if kind == "office" else 25))

    def declared(self, keyword: str, known: Known) -> str:
        kind = self.way if known.kind == "way" else KINDS[known.kind]
        decided = " decided by customs" if self.pen.chance(35) else ""
        return f"{keyword} {known.label} : {kind}{' optional' if known.optional else ''}{decided}".strip()

    def table(self) -> tuple[list[str], dict[str, str]]:
        """Declare the offices with some attributes, and write their table."""
        pen = self.pen
        pairs = ["kind"], ["kind", "district"], ["kind", "district"], ["grade", "kind"], ["region"], ["region", "kind"]
        attributes = pen.pick(*pairs)
        types = {
            "kind": "site_kind",
            "district": "office",
            "grade": "integer 0..2",
            "region": "one of { east, west } dated",
        }
        declared = "  ".join(f"{name} : {types[name]}" for name in attributes)
        state = pen.pick("open", "open", "closed")
        self.lines.append(f'codes office from "codes/offices.yaml" {state} {{ {declared} }}')
        parents = pen.chance(40)
        rows = []
        for code in CODES[: pen.pick(2, 3, 3)]:
            parts = [f"{name}: {self.cell(name)}" for name in attributes if name == "region" or not pen.chance(20)]
            if parents and code != "4900":
                parts.append(f'parent: "{"4900" if code == "4905" else "4905"}"')
            rows.append(f'"{code}": {{{", ".join(parts)}}}')
        return attributes, {"codes/offices.yaml": "\n".join(rows) + "\n"}

    def cell(self, attribute: str) -> str:
        pen = self.pen
        match attribute:
            case "kind":
                return pen.pick("port_area", "zone", "outside")
            case "district":
                return f'"{pen.pick("4900", "4905")}"'
            case "grade":
                return pen.pick("0", "1", "2")
            case _:
                first = f"{{value: {pen.pick('east', 'west')}, from: 2011-07-01, until: 2014-12-01}}"
                return f"[{first}{pen.pick('', ', {value: east, from: 2014-12-01}')}]"


def _of(record: str, fields: tuple[Known, ...] | list[Known]) -> tuple[Known, ...]:
    return tuple(replace(known, label=f"{record}.{known.label}") for known in fields)
