"""Random rulebooks small enough that every case of them can be tried: what the analyses are held against.

Gives source text: two or three facts with few values, a day that matters on few days, two or three documents, one or
two questions, up to five provisions. They are valid by construction, and made so that texts often meet: conditions are
repeated, narrowed and widened, windows begin and end next to one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st
from msgspec import Struct

from tests.strategies import RANKS, Source
from tests.strategies_pen import Drawer

FIRST = date(2015, 1, 1)
DAYS = tuple((FIRST + timedelta(number)).isoformat() for number in range(6))
"""All days that are written; one on either side stands for all others."""

SIDES = ("sea", "road", "air")
GRADES = ("low", "middle", "high")
FACTS = {
    "wet": ("boolean", ("wet", "not wet")),
    "far": ("boolean", ("far", "not far")),
    "side": (f"one of {{ {', '.join(SIDES)} }}", ("side is sea", "side is road", "side in { sea, air }")),
    "load": ("integer 0..4", ("load > 2", "load <= 1", "load is 2", "load between 1 and 3", "load >= 3")),
    "few": ("integer 0..2", ("few > 0", "few is 1")),
    "office": ("office", ('office is "4900"', "office.kind is inner", "office.kind is outer", "office.region is west")),
}
TOGETHER = (
    ("wet", "far"),
    ("wet", "side"),
    ("wet", "load"),
    ("side", "load"),
    ("load", "few"),
    ("wet", "far", "side"),
    ("wet", "office"),
    ("side", "office"),
)
"""Facts of one rulebook: few enough together that all their values can be tried."""

TABLE = """"4900": {kind: inner, region: east}
"4905": {kind: inner, region: west}
"4917": {kind: outer%s}
"""


@dataclass(slots=True)
class Drawn:
    """A document or a provision that was drawn: what later ones need to know to hang on it."""

    name: str
    rank: str
    issued: int
    condition: str = ""
    questions: tuple[str, ...] = ()
    document: str = ""
    item: int = 0
    asks: bool = False
    reserved: bool = False
    replaced: bool = False
    hangs: bool = False
    items: int = 0


class Asked(Struct, frozen=True):
    """A question that was drawn: what it is answered with, and whether it is asked of each leg."""

    name: str
    form: str
    of_legs: bool
    silence: bool


@dataclass(slots=True)
class Writer:
    """Draws one rulebook, part by part."""

    pen: Drawer
    lines: list[str] = field(default_factory=list)
    literals: list[str] = field(default_factory=list)
    of_leg: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    documents: list[Drawn] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    provisions: list[Drawn] = field(default_factory=list)

    def source(self) -> Source:
        """Draw everything."""
        pen = self.pen
        self.lines.append(
            "rulebook t { ranks law > rule = local > notice  governed by day  roles customs, carrier"
            f"  ruling rule, local by council{self.horizon()} }}"
        )
        files = self.vocabulary()
        for number in range(pen.pick(2, 2, 3)):
            self.document(number)
        for number in range(pen.pick(1, 2)):
            self.question(number)
        if pen.chance(45):
            self.pair()
        if pen.chance(15):
            self.power()
        for number in range(pen.pick(2, 3, 3, 4, 4, 5)):
            self.provision(number)
        self.lines += [*self.repeals(), *self.gaps(), *self.nevers()]
        return Source((("t.rules", "\n".join(self.lines) + "\n"), *files.items()))

    def horizon(self) -> str:
        first, last = sorted((self.pen.pick(*DAYS[:3]), self.pen.pick(*DAYS[2:])))
        return self.pen.pick(
            "", f"  covers from {DAYS[0]}  reviewed until {DAYS[-1]}", f"  covers from {first}  reviewed until {last}"
        )

    # Facts

    def vocabulary(self) -> dict[str, str]:
        """Declare the facts; give the code tables by file."""
        pen = self.pen
        self.lines.append("fact day : date")
        legs = pen.chance(20)
        names = pen.pick(*(("wet",), ("side",), ("load",)) if legs else TOGETHER)
        files = {}
        if "office" in names:
            table = pen.pick("open", "closed")
            self.lines.append(
                f'codes office from "codes/offices.yaml" {table} {{ kind : one of {{ inner, outer }}'
                f"  region : one of {{ {pen.pick('east, west', 'east, west, north')} }} }}"
            )
            files["codes/offices.yaml"] = TABLE % pen.pick("", ", region: east")
        for name in names:
            kind, literals = FACTS[name]
            optional = pen.chance(25)
            self.lines.append(f"fact {name} : {kind}{' optional' if optional else ''}")
            self.facts.append(name)
            self.literals += [*literals, *([f"{name} is absent", f"{name} is given"] if optional else [])]
        if {"load", "few"} <= {*names}:
            self.literals += ["load > few", "load + few > 4"]
        if legs:
            self.lines += ["record leg { odd : boolean  by : boolean optional }", "fact legs : list of leg"]
            self.of_leg = ["leg.odd", "not leg.odd", "leg.by", "leg.by is absent"]
        return files

    def condition(self, of_legs: bool, asking: bool = False) -> str:
        """Draw a condition; often one that was drawn before, or that with a test more."""
        pen = self.pen
        others = [p.condition for p in self.provisions if p.condition and ("leg." not in p.condition or of_legs)]
        others = [condition for condition in others if "q0" not in condition or asking]
        kind = pen.pick("one", "one", "two", "either", "same", "narrower", "contrary")
        first, second = self.literal(of_legs, asking), self.literal(of_legs, asking)
        if kind == "two":
            return f"{first} and {second}"
        if kind == "either":
            return f"({first} or {second})"
        if others and kind in ("same", "narrower", "contrary"):
            other = pen.pick(*others)
            return {"same": other, "narrower": f"({other}) and {first}", "contrary": f"not ({other})"}[kind]
        return first

    def literal(self, of_legs: bool, asking: bool) -> str:
        pen = self.pen
        if asking and pen.chance(70):
            return pen.pick("q0 is permitted", "q0 is forbidden", "q0 is not permitted", "q0 is required")
        if of_legs and pen.chance(60):
            return pen.pick(*self.of_leg)
        if self.of_leg and not of_legs and pen.chance(30):
            return pen.pick("any x in legs: (x.odd)", "every x in legs: (x.odd)")
        if pen.chance(6):
            return f"day {pen.pick('>=', '<')} {pen.pick(*DAYS[1:-1])}"
        return pen.pick(*self.literals)

    # Documents

    def document(self, number: int) -> None:
        pen = self.pen
        rank, issuer = pen.pick("rule", "rule", "rule", "law", "local", "notice"), pen.pick("gacc", "gacc", "mof")
        issued, begins = pen.pick(0, 0, 1, 2), pen.pick(None, None, 0, 1, 2, 3)
        clauses = [f"rank {rank}  issuer {issuer}  issued 2014-01-0{issued + 1}"]
        if number and pen.chance(12):
            clauses = [f"practice  issued 2014-01-0{issued + 1}"]
            rank = "practice"
        band = f" .. {DAYS[begins + 1]}" if begins is not None and pen.chance(10) else ""
        clauses.append(f"in force from {'2014-02-01' if begins is None else DAYS[begins]}{band}")
        if pen.chance(15):
            clauses.append(f"until {DAYS[pen.pick(*range((begins or 0) + 2, 6))]}")
        if pen.chance(8):
            clauses.append(f"applies when {pen.pick(*self.literals)}")
        self.documents.append(Drawn(f"d{number}", rank, issued))
        self.lines.append(f"document d{number} {{ {'  '.join(clauses)} }}")

    def repeals(self) -> Iterator[str]:
        pen = self.pen
        for target in self.documents:
            later = [d for d in self.documents if d.issued > target.issued and d.rank != "practice"]
            if later and pen.chance(25):
                place = f" item {pen.pick(*range(1, target.items + 1))}" if target.items and pen.chance(50) else ""
                yield f"repeal {target.name}{place} by {pen.pick(*later).name} from {pen.pick(*DAYS[1:])}"

    # Questions

    def question(self, number: int) -> None:
        pen = self.pen
        of_legs = bool(self.of_leg) and pen.chance(70)
        form = pen.pick("deontic", "deontic", "deontic", "value", "choice", "choice")
        parts = [f"question q{number}", *(["for each leg in legs"] if of_legs else [])]
        if form == "choice" and ("side" not in self.facts or of_legs):
            form = "deontic"
        if form == "choice":
            parts.append("about side")
        if form == "value":
            parts.append(f"answers one of {{ {', '.join(GRADES)} }}")
        if pen.chance(30):
            parts.append(f"within {self.condition(of_legs)}")
        silence = pen.chance(15)
        if silence:
            parts.append(f"silence means {pen.pick(*(GRADES if form == 'value' else ('permitted', 'not-required')))}")
        if pen.chance(20):
            parts.append("partial")
        if form == "deontic" and pen.chance(20):
            parts.append(f"done when {self.condition(of_legs)}")
        if "office" in self.facts and pen.chance(60):
            parts.append(f"uniform across office.{pen.pick('kind', 'region')}")
        elif self.facts and pen.chance(15):
            parts.append(f"uniform across {pen.pick(*self.facts)}")
        self.questions.append(Asked(f"q{number}", form, of_legs, silence))
        self.lines.append(" ".join(parts))

    # Provisions

    def provision(self, number: int) -> None:
        pen = self.pen
        document, asked = pen.pick(*self.documents), pen.pick(*self.questions)
        first = self.questions[0]
        asking = asked is not first and first.form == "deontic" and (asked.of_legs or not first.of_legs)
        asking = asking and pen.chance(80)
        speaks = [asked]
        others = [q for q in self.questions if q is not asked and q.of_legs == asked.of_legs]
        if others and not asking and pen.chance(30):
            speaks += others
        form, target = self.base(document, speaks, asking)
        clauses: list[str] = []
        if target is not None:
            speaks, clauses = self.relation(form, target, document, speaks)
        if form != "replaces":
            document.items += 1
        item = target.item if form == "replaces" and target is not None else document.items
        cited = target.document if form == "replaces" and target is not None else document.name
        clauses.append(f"cites {cited} item {item}")
        reserved = pen.chance(10) and document.rank != "practice"
        clauses += ["unless otherwise provided"] if reserved else []
        until = pen.pick(2, 3, 4) if pen.chance(15) else None
        clauses += [f"from {DAYS[pen.pick(*range(1, until or 4))]}"] if pen.chance(10) else []
        clauses += [f"until {DAYS[until]}"] if until is not None else []
        condition = "" if pen.chance(18) else self.condition(asked.of_legs, asking)
        clauses += [f"when {condition}"] if condition else []
        said = [effect for question in speaks for effect in self.effects(question, form)]
        names, asks = tuple(q.name for q in speaks), "q0" in condition
        rank = document.rank if target is None or form != "replaces" else target.rank
        drawn = Drawn(f"p{number}", rank, document.issued, condition, names, cited, item, asks, reserved)
        drawn.hangs = target is not None
        self.provisions.append(drawn)
        self.lines.append(f"provision {drawn.name}  {'  '.join(clauses)}  {'  '.join(said)}")

    def pair(self) -> None:
        """Draw two provisions of one text that say the same: one some days after the other, or of ranges that touch."""
        pen, document, asked = self.pen, self.pen.pick(*self.documents), self.pen.pick(*self.questions)
        said, until = " ".join(self.effects(asked, "none")), pen.pick(2, 3)
        condition = self.condition(asked.of_legs)
        sides = [(f"until {DAYS[until]}", condition), (f"from {DAYS[until + pen.pick(1, 2)]}", condition)]
        if "load" in self.facts and pen.chance(75):
            below, above = pen.pick(("load <= 1", "load > 2"), ("load <= 1", "load > 2"), ("load <= 2", "load >= 2"))
            sides = [("", below), ("", above)]
        for window, when in sides:
            self.plain(document, asked, f"{window}  when {when}  {said}", when)

    def power(self) -> None:
        """Draw a provision that leaves a case to somebody, and one of another text that answers it."""
        asked = self.pen.pick(*self.questions)
        condition = self.condition(asked.of_legs)
        for document, said in zip(self.documents[:2], ("", self.effects(asked, "none")[0]), strict=True):
            self.plain(document, asked, f"when {condition}  {said or f'leave {asked.name} to customs'}", condition)

    def plain(self, document: Drawn, asked: Asked, text: str, condition: str) -> None:
        """Write a provision that hangs on nothing."""
        document.items += 1
        name, item = f"r{len(self.provisions)}", document.items
        drawn = Drawn(name, document.rank, document.issued, condition, (asked.name,), document.name, item)
        self.provisions.append(drawn)
        self.lines.append(f"provision {name}  cites {document.name} item {item}  {text}")

    def base(self, document: Drawn, speaks: list[Asked], asking: bool) -> tuple[str, Drawn | None]:
        """Draw what a provision hangs on, and how; never so that the first question comes to hang on its own answer."""
        pen = self.pen
        names, first = {question.name for question in speaks}, self.questions[0].name
        targets = [p for p in self.provisions if names <= {*p.questions} and p.rank != "practice"]
        if first in names:
            targets = [p for p in targets if not p.asks]
        elif asking:
            targets = [p for p in targets if first not in p.questions and not p.hangs]
        if not targets or document.rank == "practice":
            return "none", None
        form = pen.pick(
            "none", "none", "none", "exception", "exception", "override", "proviso", "proviso", "replaces", "replaces"
        )
        if form == "replaces":
            targets = [p for p in targets if p.issued < document.issued and not p.replaced]
        return form, pen.pick(*targets) if form != "none" and targets else None

    def relation(self, form: str, target: Drawn, document: Drawn, speaks: list[Asked]) -> tuple[list[Asked], list[str]]:
        """Write a relation, with the power it needs; give the questions the provision then speaks on."""
        if form == "proviso":
            return speaks, [f"proviso to {target.name}"]
        if form == "replaces":
            target.replaced = True
            return speaks, [f"replaces {target.name} by {document.name}"]
        power = []
        if RANKS[document.rank] > RANKS[target.rank] and not target.reserved:
            power = [f"authorised by {target.document} item {target.item}"]
        if form == "override":
            return speaks, [f'overrides {target.name} because "it prevails"', *power]
        within = f" in {', '.join(question.name for question in speaks)}"
        return speaks, [f"exception to {target.name}{within}", *power]

    def effects(self, question: Asked, form: str) -> list[str]:
        """Draw what a provision says on one question."""
        pen, name = self.pen, question.name
        if pen.chance(15):
            return [f"leave {name} {'open' if form == 'exception' and pen.chance(50) else 'to customs'}"]
        if question.form == "value":
            return [f"decide {name} is {pen.pick(*GRADES[:2], *GRADES)}"]
        plain = [f"permit {name}", f"forbid {name}", f"permit {name}", f"forbid {name}", f"exempt {name}"]
        if question.form == "choice":
            ways = [f"{name} in {{ sea }}", f"{name} only in {{ sea, air }}"]
            return [pen.pick(*plain[:2], *(f"permit {way}" for way in ways), f"forbid {name} in {{ road }}")]
        duties = [f"require {name}", f"require {name} by carrier", f"require {name} within 2 days after day"]
        test = self.literal(question.of_legs, asking=False)
        return [pen.pick(*plain, *duties, f"require {name} by customs", f"permit {name} only if {test}")]

    # What is known to be silent, and what cannot be

    def gaps(self) -> Iterator[str]:
        for question in self.questions:
            if not question.silence and self.pen.chance(35):
                condition = self.condition(question.of_legs)
                yield f'known gap g{question.name} in {question.name} when {condition} because "nobody has spoken"'

    def nevers(self) -> Iterator[str]:
        if self.pen.chance(30):
            yield f'never {self.pen.pick(*self.literals)} and {self.pen.pick(*self.literals)} because "it cannot be"'
        if self.of_leg and self.pen.chance(25):
            yield f'never {self.pen.pick(*self.of_leg)} and {self.pen.pick(*self.literals)} because "it cannot be"'


@st.composite
def rulebooks(draw: st.DrawFn) -> Source:
    """Draw a rulebook."""
    return Writer(Drawer(draw)).source()
