"""Random rulebooks as source text, and plans for them.

Rulebooks are valid by construction: a lower text attacks a higher one by authority only, an exception speaks where it
excepts, relations point backwards. Everything goes through the parser, so the text is what is random.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import strategies as st

from checker.rulebook.model import Element, Fact, Facts, OrderedType, Rulebook, Value
from tests.oracle_worlds import find_landmarks, scalars, values_of
from tests.strategies_conditions import DAYS, Ground, Pen, Vocabulary

RANKS = {"law": 0, "rule": 1, "local": 1, "notice": 2}
MOST_MISSING = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A rulebook as its files, by the path they are shown under."""

    files: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All files in one."""
        return "\n".join(text for _, text in self.files)


@dataclass(slots=True)
class Document:
    """A document being drawn; `items` counts the items that provisions cite."""

    name: str
    rank: str
    issuer: str
    issued: int
    binding: bool
    clauses: str
    items: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question being drawn; `values` are those of a choice, a value or a collecting question."""

    name: str
    form: str
    of_legs: bool
    values: tuple[str, ...]
    silence: bool


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that was drawn: what later ones need to know to hang on it."""

    name: str
    document: Document
    item: int
    questions: tuple[Question, ...]
    reserved: str | None
    condition: str


@dataclass(slots=True)
class Writer:
    """Draws one rulebook, part by part."""

    pen: Pen
    words: Vocabulary
    documents: list[Document] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)

    def source(self) -> Source:
        """Draw everything."""
        pen = self.pen
        governing = " else ".join(self.words.dates if pen.chance(30) else ("day",))
        header = (
            f"rulebook t {{ ranks law > rule = local > notice  governed by {governing}  roles customs, carrier"
            "  ruling rule, local by council }"
        )
        questions = [self.question(number) for number in range(pen.pick(1, 1, 2, 2, 3))]
        self.documents = [self.document(number) for number in range(pen.pick(2, 3, 3, 4))]
        provisions = [self.provision(number) for number in range(pen.pick(4, 5, 6, 7, 8, 9))]
        documents = [
            f"document {d.name} {{ {d.clauses}{f'  items 1..{d.items}' if d.items else ''} }}" for d in self.documents
        ]
        rest = [*self.repeals(), *self.gaps(), *self.nevers()]
        lines = [header, *self.words.statements, *documents, *questions, *provisions, *rest]
        return Source((("t.rules", "\n".join(lines) + "\n"), *self.words.files.items()))

    def ground(self, of_legs: bool) -> Ground:
        return self.words.leg if of_legs and self.words.leg is not None else self.words.plan

    # Questions

    def question(self, number: int) -> str:
        pen = self.pen
        of_legs = self.words.leg is not None and pen.chance(50)
        ground = self.ground(of_legs)
        form = pen.pick("deontic", "deontic", "deontic", "choice", "value", "collecting")
        about = [k for k in ground.facts if k.kind in ("way", "site") and (not of_legs or k.label.startswith("leg."))]
        if form == "choice" and not about:
            form = "deontic"
        parts = [f'question q{number} "A question"']
        if of_legs:
            parts.append("for each leg in legs")
        values: tuple[str, ...] = ()
        if form == "choice":
            chosen = pen.pick(*about)
            values = ("sea", "rail", "road") if chosen.kind == "way" else ("port_area", "zone", "outside")
            parts.append(f"about {chosen.label}")
        elif form == "value":
            values = ("1", "2", "3")
            parts.append("answers integer 0..9")
        elif form == "collecting":
            values = ('"fine"', '"warning"', '"seizure"')
            parts.append("collects text")
        if pen.chance(20):
            parts.append(f"within {pen.condition(ground)}")
        dates = self.words.leg_dates if of_legs and self.words.leg_dates else self.words.dates
        if len(dates) > 1 and pen.chance(50):
            parts.append(f"governed by {pen.pick(' else '.join(dates), dates[0])}")
        silence = pen.chance(20)
        if silence:
            meanings = values if form in ("value", "collecting") else ("permitted", "forbidden", "not-required")
            parts.append(f"silence means {pen.pick(*meanings)}")
        if form in ("deontic", "choice") and pen.chance(35):
            parts.append(f"done when {pen.condition(ground)}")
        self.questions.append(Question(f"q{number}", form, of_legs, values, silence))
        return "  ".join(parts)

    # Documents

    def document(self, number: int) -> Document:
        pen = self.pen
        rank, issuer = (
            pen.pick("rule", "rule", "rule", "local", "notice", "law"),
            pen.pick("gacc", "gacc", "gacc", "gacc", "mof"),
        )
        issued = pen.pick(0, 1, 2, 3)
        kind = "" if number == 0 else pen.pick("", "", "", "", "", "", "", "practice", "bind officers")
        begins = issued + pen.pick(0, 1)
        band = begins + pen.pick(1, 2) if pen.chance(20) else None
        clauses = [f"rank {rank}  issuer {issuer}", f"{pen.pick('issued', 'issued', 'issued by')} {DAYS[issued]}"]
        if kind == "practice":
            clauses = ["practice", f"issued {DAYS[issued]}"]
        elif kind:
            clauses.append(kind)
        clauses.append(f"in force from {DAYS[begins]}{'' if band is None else f' .. {DAYS[band]}'}")
        if pen.chance(10):
            clauses.append(f"until {DAYS[min(begins + pen.pick(2, 3), len(DAYS) - 1)]}")
        if pen.chance(15):
            clauses.append(f"applies when {pen.condition(self.words.plan)}")
        return Document(f"d{number}", rank, issuer, issued, not kind, "  ".join(clauses))

    def repeals(self) -> Iterable[str]:
        pen = self.pen
        for target in self.documents:
            later = [d for d in self.documents if d.issued > target.issued]
            if later and pen.chance(25):
                by = pen.pick(*later)
                place = f" item {pen.pick(*range(1, target.items + 1))}" if target.items and pen.chance(50) else ""
                day = DAYS[min(by.issued + pen.pick(0, 1, 2), len(DAYS) - 1)]
                yield f"repeal {target.name}{place} by {by.name} from {day}"

    # Provisions

    def provision(self, number: int) -> str:
        pen = self.pen
        document = pen.pick(*self.documents)
        asked = pen.pick(*self.questions)
        group = [q for q in self.questions if q.of_legs == asked.of_legs]
        targets = [p for p in self.provisions if p.questions[0].of_legs == asked.of_legs and p.document.binding]
        form = "none"
        if targets and document.binding:
            form = pen.pick("none", "none", "none", "none", "exception", "exception", "override", "proviso", "replaces")
        if form == "replaces":
            targets = [p for p in targets if p.document.issued < document.issued and p.name not in self.replaced]
        target = pen.pick(*targets) if form != "none" and targets else None
        speaks = [asked, *(q for q in group if q is not asked and pen.chance(30))]
        clauses: list[str] = []
        if target is not None:
            relation, speaks = self.relation(form, target, document, speaks)
            clauses += relation
        if form == "replaces" and target is not None:
            document, item = target.document, target.item
        else:
            document.items += 1
            item = document.items
        clauses.append(f"cites {document.name} item {item}")
        reserved = None
        if pen.chance(12):
            reserved = pen.pick("", "", "rule", "local, notice")
            clauses.append(f"unless otherwise provided{f' by {reserved}' if reserved else ''}")
        clauses += self.windows()
        condition = self.condition(asked.of_legs)
        if condition:
            clauses.append(f"when {condition}")
        effects = [effect for question in speaks for effect in self.effects(question)]
        alike = [p for p in self.provisions if p.questions[0].of_legs == asked.of_legs]
        if form == "none" and alike and pen.chance(8):
            taken = pen.pick(*alike)
            speaks, effects = list(taken.questions), [f"apply {taken.name}"]
        self.provisions.append(Provision(f"p{number}", document, item, tuple(speaks), reserved, condition))
        text = f"provision p{number}  {'  '.join(clauses)}  {'  '.join(effects)}"
        return f"under when {pen.condition(self.words.plan)} {{ {text} }}" if pen.chance(8) else text

    def relation(
        self, form: str, target: Provision, document: Document, speaks: list[Question]
    ) -> tuple[list[str], list[Question]]:
        """Write a relation, with the power it needs; give the questions the provision then speaks on."""
        pen = self.pen
        if form == "proviso":
            return [f"proviso to {target.name}"], speaks
        if form == "replaces":
            self.replaced.add(target.name)
            return [f"replaces {target.name} by {document.name}"], speaks
        power = []
        if RANKS[document.rank] > RANKS[target.document.rank] and not _yields_to(target, document):
            power = [f"authorised by {target.document.name} item {target.item}"]
        if form == "override":
            shared = pen.pick(*target.questions)
            kept = [q for q in speaks if q in target.questions] or [shared]
            return [f'overrides {target.name} because "it prevails"', *power], kept
        excepted = list(target.questions)
        if len(excepted) > 1 and pen.chance(60):
            excepted = pen.some(excepted, 1, len(excepted) - 1)
        within = "" if excepted == list(target.questions) else f" in {', '.join(q.name for q in excepted)}"
        return [f"exception to {target.name}{within}", *power], excepted

    def windows(self) -> list[str]:
        pen, found = self.pen, []
        since = pen.pick(1, 2, 3) if pen.chance(12) else None
        if since is not None:
            found.append(f"from {DAYS[since]}")
        if pen.chance(10):
            found.append(f"until {DAYS[pen.pick(4, 5, 6)]}")
        return found

    def condition(self, of_legs: bool) -> str:
        """Draw a condition; often none, or one that another provision has, or that with a test more."""
        pen = self.pen
        others = [p.condition for p in self.provisions if p.questions[0].of_legs == of_legs and p.condition]
        kind = pen.pick("none", "none", "own", "own", "same", "narrower", "narrower")
        if kind == "none":
            return ""
        if kind == "own" or not others:
            return pen.condition(self.ground(of_legs))
        other = pen.pick(*others)
        return other if kind == "same" else f"({other}) and {pen.test(self.ground(of_legs))}"

    def effects(self, question: Question) -> list[str]:
        """Draw what a provision says on one question; its effects never contradict one another."""
        pen, name = self.pen, question.name
        if pen.chance(15):
            return [f"leave {name} {pen.pick('to customs', 'to customs', 'open')}"]
        if question.form in ("value", "collecting"):
            return [f"decide {name} is {pen.pick(*question.values)}"]
        one, two = pen.pick(*question.values or ("",)), pen.pick(*question.values or ("",))
        some = "{ " + ", ".join(dict.fromkeys((one, two))) + " }"
        plain = [
            (f"permit {name}",),
            (f"forbid {name}",),
            (f"require {name}",),
            (f"forbid {name}",),
            (f"exempt {name}",),
            (f"require {name} by {pen.pick('customs', 'carrier')}",),
            (f"exempt {name}",),
            (f"permit {name}", f"exempt {name}"),
            (f"permit {name}", f"exempt {name}"),
            (f"require {name}",),
            (f"{pen.pick('permit', 'require')} {name} only if {pen.condition(self.ground(question.of_legs))}",),
        ]
        if question.form == "choice":
            rest = [v for v in question.values if v not in (one, two)]
            plain = [
                *plain[:2],
                (f"permit {name} in {some}",),
                (f"permit {name} only in {some}",),
                (f"forbid {name} in {some}",),
                (f"require {name} is {one}",),
                (f"permit {name} in {some}", f"forbid {name} in {{ {rest[0]} }}"),
            ]
        return list(pen.pick(*plain))

    # What is known to be silent, and what cannot be

    def gaps(self) -> Iterable[str]:
        for number, question in enumerate(self.questions):
            if not question.silence and self.pen.chance(45):
                condition = self.pen.condition(self.ground(question.of_legs))
                yield f'known gap g{number} in {question.name} when {condition} because "nobody has spoken"'

    def nevers(self) -> Iterable[str]:
        for _ in range(self.pen.pick(0, 0, 0, 1, 2)):
            ground = self.ground(self.pen.chance(50))
            yield f'never {self.pen.test(ground)} and {self.pen.test(ground)} because "it cannot be"'


def _yields_to(target: Provision, document: Document) -> bool:
    if target.reserved is None:
        return False
    ranks = {RANKS[rank] for rank in target.reserved.split(", ")} if target.reserved else set(RANKS.values())
    return RANKS[document.rank] in ranks


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw a rulebook."""
    pen = Pen(draw)
    return Writer(pen, pen.vocabulary()).source()


as_ofs = st.sampled_from((None, None, None, *(date.fromisoformat(day).toordinal() for day in DAYS[2:])))


@st.composite
def plans(draw: st.DrawFn, book: Rulebook, incomplete: bool = False) -> Facts:
    """Draw a plan for a rulebook, with few facts missing; half of them complete unless told otherwise."""
    pen = Pen(draw)
    everything = tuple(scalars(book))
    missing = pen.pick(*([] if incomplete else [0, 0, 0]), 1, 2, MOST_MISSING)
    of_plan = [fact for fact in everything if fact.list is None]
    unknown = pen.some(of_plan, min(missing, 1), missing) if missing else []
    dates = [fact for fact in unknown if _is_date(fact)]
    unknown = [*dates[:1], *(fact for fact in unknown if fact not in dates)][: 2 if dates else MOST_MISSING]
    values = {fact.path: pen.pick(*_values(book, fact)) for fact in of_plan if fact not in unknown}
    lists: dict[str, tuple[Element, ...]] = {}
    for name in dict.fromkeys(fact.list for fact in everything if fact.list is not None):
        if not missing or dates or not pen.chance(30):
            fields = [fact for fact in everything if fact.list == name]
            gaps = bool(missing) and not dates
            count = pen.pick(1, 1, 2, 0) if gaps else pen.pick(1, 2, 0)
            lists[name] = tuple(_element(pen, book, name, fields, number, gaps) for number in range(count))
    return Facts(values, lists)


def _element(pen: Pen, book: Rulebook, name: str, fields: list[Fact], number: int, gaps: bool) -> Element:
    unknown = pen.some(fields, 0, 1) if gaps else []
    values = {fact.path: pen.pick(*_values(book, fact)) for fact in fields if fact not in unknown}
    return Element(f"e{number}", f"{name}[{number}]", values, {})


@st.composite
def fuller(draw: st.DrawFn, book: Rulebook, facts: Facts) -> Facts | None:
    """Draw a plan that says one thing more: a fact of it or of an element, or a list; None when nothing is missing."""
    pen = Pen(draw)
    everything = tuple(scalars(book))
    steps: list[tuple[Fact, Element | None]] = []
    for fact in everything:
        if fact.list is None and fact.path not in facts.values:
            steps.append((fact, None))
        elements = facts.lists.get(fact.list, (None,)) if fact.list is not None else ()
        steps += [(fact, element) for element in elements if element is None or fact.path not in element.values]
    if not steps:
        return None
    fact, element = pen.pick(*steps)
    if fact.list is None:
        return Facts({**facts.values, fact.path: pen.pick(*_values(book, fact))}, facts.lists)
    if element is None:
        fields = [other for other in everything if other.list == fact.list]
        elements = tuple(_element(pen, book, fact.list, fields, number, True) for number in range(pen.pick(1, 2, 0)))
        return Facts(facts.values, {**facts.lists, fact.list: elements})
    said = replace(element, values={**element.values, fact.path: pen.pick(*_values(book, fact))})
    elements = tuple(said if other is element else other for other in facts.lists[fact.list])
    return Facts(facts.values, {**facts.lists, fact.list: elements})


def _is_date(fact: Fact) -> bool:
    return isinstance(fact.type, OrderedType) and fact.type.form in ("date", "datetime")


def _values(book: Rulebook, fact: Fact) -> tuple[Value, ...]:
    """List the values worth trying; dates within the years in which texts come and go, late ones more often."""
    values = values_of(fact.type, fact.optional, find_landmarks(book).get(fact.key, ()))
    if _is_date(fact):
        absent, days = values[: fact.optional], values[fact.optional :]
        inner = days[2:-2] or days
        return (*inner[len(inner) // 2 :] * 3, *inner, *absent * 5)
    return values
