"""Random rulebooks as source text.

Rulebooks are valid by construction: a lower text attacks a higher one by authority only, an exception speaks where it
excepts, relations point backwards. Everything goes through the parser, so the text is what is random.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from tests.strategies_conditions import Pen
from tests.strategies_effects import effects
from tests.strategies_further import period
from tests.strategies_pen import DAYS, Asked, Ground, Known, Question
from tests.strategies_vocabulary import Vocabulary, vocabulary

RANKS = {"law": 0, "rule": 1, "local": 1, "notice": 2}


class Source(Struct, frozen=True):
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


class Provision(Struct, frozen=True):
    """A provision that was drawn: what later ones need to know to hang on it; `asks` if it may test a question."""

    name: str
    document: Document
    item: int
    questions: tuple[Question, ...]
    reserved: str | None
    condition: str
    hangs: bool
    asks: bool


@dataclass(slots=True)
class Writer:
    """Draws one rulebook, part by part."""

    pen: Pen
    words: Vocabulary
    documents: list[Document] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)
    readings: set[str] = field(default_factory=set)

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

    def ground(self, of_legs: bool, asking: bool = False) -> Ground:
        """Return what conditions may speak of; the answers to the first question where they are `asking`."""
        ground = self.words.leg if of_legs and self.words.leg is not None else self.words.plan
        if not asking:
            return ground
        first = self.questions[0]
        answers = first.values if first.form == "value" else ("permitted", "forbidden", "required", "not-required")
        return replace(ground, asked=(Asked(first.name, answers, first.done is not None),))

    def may_ask(self, of_legs: bool) -> bool:
        """Tell whether something else than the first question can be asked that hangs on its answer."""
        first = self.questions[0]
        return first.form != "collecting" and (of_legs or not first.of_legs)

    # Questions

    def question(self, number: int) -> str:
        pen = self.pen
        of_legs = self.words.leg is not None and pen.chance(45)
        ground = self.ground(of_legs)
        parts = [f'question q{number} "A question"', *(["for each leg in legs"] if of_legs else [])]
        form, values = self.form(ground, of_legs, parts)
        asking = number > 0 and self.may_ask(of_legs) and pen.chance(40)
        if pen.chance(20):
            parts.append(f"within {pen.condition(self.ground(of_legs, asking))}")
        dates = self.words.leg_dates if of_legs and self.words.leg_dates else self.words.dates
        if len(dates) > 1 and pen.chance(50):
            parts.append(f"governed by {pen.pick(' else '.join(dates), dates[0])}")
        silence = pen.chance(20)
        if silence:
            meanings = values if form in ("value", "collecting") else ("permitted", "forbidden", "not-required")
            parts.append(f"silence means {pen.pick(*meanings)}")
        done = self.deed(form, of_legs, parts)
        until = self.period(ground, done) if done is not None and pen.chance(40) else None
        self.questions.append(Question(f"q{number}", form, of_legs, values, silence, done, until))
        return "  ".join(parts)

    def form(self, ground: Ground, of_legs: bool, parts: list[str]) -> tuple[str, tuple[str, ...]]:
        """Draw what a question answers with; give its form and the values of it."""
        pen = self.pen
        form = pen.pick("deontic", "deontic", "deontic", "choice", "value", "collecting")
        about = [k for k in ground.facts if k.kind in ("way", "site") and (not of_legs or k.label.startswith("leg."))]
        if form == "choice" and about:
            chosen = pen.pick(*about)
            parts.append(f"about {chosen.label}")
            return form, ("sea", "rail", "road") if chosen.kind == "way" else ("port_area", "zone", "outside")
        if form == "value":
            parts.append("answers integer 0..9")
            return form, ("1", "2", "3")
        if form == "collecting":
            parts.append("collects text")
            return form, ('"fine"', '"warning"', '"seizure"')
        return "deontic", ()

    def deed(self, form: str, of_legs: bool, parts: list[str]) -> Known | None:
        """Draw what the deed is, if anything says so; give its date if it has one."""
        pen = self.pen
        done = self.words.leg_done if of_legs and self.words.leg_done else self.words.done
        if form not in ("deontic", "choice"):
            return None
        if done is not None and pen.chance(70):
            parts.append(f"done at {done.label}")
            return done
        if pen.chance(40):
            parts.append(f"done when {pen.condition(self.ground(of_legs))}")
        return None

    def period(self, ground: Ground, done: Known) -> str:
        """Draw a period, from other dates than that of the deed."""
        return period(self.pen, tuple(known for known in ground.dates if known != done), done)

    # Documents

    def document(self, number: int) -> Document:
        pen = self.pen
        rank, issuer = (
            pen.pick("rule", "rule", "rule", "rule", "local", "notice", "law"),
            pen.pick("gacc", "gacc", "gacc", "gacc", "gacc", "gacc", "mof"),
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
        asking = asked is not self.questions[0] and self.may_ask(asked.of_legs) and pen.chance(75)
        group = [q for q in self.questions[asking:] if q.of_legs == asked.of_legs]
        speaks = [asked, *(q for q in group if q is not asked and pen.chance(30))]
        form, target = self.base(document, speaks, asking)
        clauses: list[str] = []
        if target is not None:
            clauses, speaks = self.relation(form, target, document, speaks)
        if form == "replaces" and target is not None:
            document, item = target.document, target.item
        else:
            document.items += 1
            item = document.items
        clauses.append(f"cites {document.name} item {item}")
        reserved = pen.pick("", "", "rule", "local, notice") if pen.chance(12) else None
        if reserved is not None:
            clauses.append(f"unless otherwise provided{f' by {reserved}' if reserved else ''}")
        clauses += [*self.windows(), *self.reading()]
        condition = self.condition(asked.of_legs, asking)
        if condition:
            clauses.append(f"when {condition}")
        said = [effect for question in speaks for effect in self.effects(question, asking)]
        alike = [p for p in self.provisions if p.questions[0].of_legs == asked.of_legs and not p.asks]
        if target is None and alike and not asking and pen.chance(8):
            taken = pen.pick(*alike)
            speaks, said = list(taken.questions), [f"apply {taken.name}"]
        hangs = target is not None
        drawn = Provision(f"p{number}", document, item, tuple(speaks), reserved, condition, hangs, asking)
        self.provisions.append(drawn)
        text = f"provision {drawn.name}  {'  '.join(clauses)}  {'  '.join(said)}"
        return f"under when {pen.condition(self.words.plan)} {{ {text} }}" if pen.chance(8) else text

    def base(self, document: Document, speaks: list[Question], asking: bool) -> tuple[str, Provision | None]:
        """Draw what a provision hangs on, and how; never so that the first question comes to hang on its own answer."""
        pen, first = self.pen, self.questions[0]
        targets = [p for p in self.provisions if p.questions[0].of_legs == speaks[0].of_legs and p.document.binding]
        if first in speaks:
            targets = [p for p in targets if first in p.questions and not p.asks]
        elif asking:
            targets = [p for p in targets if first not in p.questions and not p.hangs]
        if not targets or not document.binding:
            return "none", None
        form = pen.pick("none", "none", "none", "none", "exception", "exception", "override", "proviso", "replaces")
        if form == "replaces":
            targets = [p for p in targets if p.document.issued < document.issued and p.name not in self.replaced]
        return form, pen.pick(*targets) if form != "none" and targets else None

    def reading(self) -> Iterable[str]:
        """Draw a reading; the other way to read is there only when one way is."""
        if self.pen.chance(15):
            name = self.pen.pick("r1", "r2")
            other = "else " if name in self.readings and self.pen.chance(65) else ""
            self.readings.add(name)
            yield f'reading {name} {other}"so it reads"'

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

    def condition(self, of_legs: bool, asking: bool) -> str:
        """Draw a condition; often none, or one that another provision has, or that with a test more."""
        pen, alike = self.pen, [p for p in self.provisions if p.questions[0].of_legs == of_legs and p.asks <= asking]
        others, ground = [p.condition for p in alike if p.condition], self.ground(of_legs, asking)
        kind = pen.pick("none", "none", "own", "own", "same", "narrower", "narrower")
        if kind == "none":
            return ""
        if kind == "own" or not others:
            return pen.condition(ground)
        other = pen.pick(*others)
        return other if kind == "same" else f"({other}) and {pen.test(ground)}"

    def effects(self, question: Question, asking: bool) -> list[str]:
        """Draw what a provision says on one question; its effects never contradict one another."""
        ground = self.ground(question.of_legs, asking)
        until = question.until
        if question.done is not None and self.pen.chance(30):
            until = self.period(ground, question.done)
        return effects(self.pen, question, ground, until)

    # What is known to be silent, and what cannot be

    def gaps(self) -> Iterable[str]:
        for number, question in enumerate(self.questions):
            if not question.silence and self.pen.chance(45):
                asking = number > 0 and self.may_ask(question.of_legs)
                condition = self.pen.condition(self.ground(question.of_legs, asking))
                yield f'known gap g{number} in {question.name} when {condition} because "nobody has spoken"'

    def nevers(self) -> Iterable[str]:
        for _ in range(self.pen.pick(0, 0, 0, 1, 1, 2)):
            ground = self.ground(self.pen.chance(50))
            if self.words.box is not None and self.pen.chance(50):
                ground = self.words.box
            elif ground is self.words.leg:
                ground = replace(ground, lists=())
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
    return Writer(pen, vocabulary(pen)).source()
