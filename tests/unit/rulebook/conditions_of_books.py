"""Conditions for the tests of this folder that need a whole rulebook: lists in lists, questions, optional records."""

from checker.findings import Finding
from checker.rulebook import load_texts
from checker.rulebook.model import Condition, Fact, FiniteType, OrderedType, Term, ValueType, boolean

HEAD = """rulebook t { ranks rule  governed by day  roles customs }
levels grade { low < mid < high }
record load { mixed : boolean  kg : decimal(3) kg  net : decimal(2) kg  count_of : integer 0..50  left_at : datetime }
record axle { worn : boolean }
record truck { big : boolean  limit : decimal(3) kg  front : axle  loads : list of load  tag : integer 0..9 optional }
record trip { note : boolean  distance : integer 0..900  crew : crew }
record crew { size : integer 0..20  sworn : boolean optional }
record leg { far : boolean  grade : grade  km : integer 0..5000  sent_on : date  trip : trip optional }
fact trucks : list of truck
fact legs : list of leg
fact extra : trip optional decided by customs
fact day : date
fact due : date
fact seen_at : datetime
fact sent_at : datetime
fact paid_on : date optional
fact told_at : datetime optional
fact kg : integer 0..1000
fact free : integer
fact price : money CNY
fact cost : money USD
fact share : percent
fact spell : duration
fact ware : hs
fact other_ware : hs
fact one : grade
fact two : grade
fact remark : text
fact way : one of { sea, road }
document a { rank rule  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question carry "May it be carried?"
question consent "Does customs consent?"
question move "May the leg be driven?" for each leg in legs
question halt "May the leg be halted?" for each leg in legs
question route "Which way?" about way
question wait "How many days?" answers integer 0..99
question mark "Which mark?" answers grade
question fines "Which penalties?" collects text
question send "Must it be sent?" done at sent_at
"""
FIRST = HEAD.count("\n") + 1


def load(text: str) -> tuple[dict[str, Condition], tuple[Finding, ...]]:
    """Load the head and a text; return the conditions of its provisions, none with an error, and the findings."""
    book, findings = load_texts({"t.rules": HEAD + text})
    return ({} if book is None else {name: p.condition for name, p in book.provisions.items()}), findings


def says(text: str, question: str = "carry", before: str = "") -> Condition:
    """Read a condition without findings, as that of a provision on a question."""
    conditions, findings = load(f"{before}\nprovision p cites a when {text} {_effect(question)}")
    assert findings == ()
    return conditions["p"]


def refused(text: str, question: str = "carry", before: str = "") -> list[tuple[str, str]]:
    """Return each finding's id and message."""
    _, findings = load(f"{before}\nprovision p cites a when {text} {_effect(question)}")
    assert findings
    return [(f.id, str(f.message)) for f in findings]


def fact(path: str, type_: ValueType, over: str | None = None, label: str | None = None, binder: int = 0) -> Fact:
    """Make a fact that is not optional."""
    return Fact(tuple(path.split(".")), over, label or path, type_, False, None, binder)


def term(of: Fact) -> Term:
    """Make a term of a fact."""
    return Term(of, (), of.type)


def grade() -> FiniteType:
    """Return the type of the levels."""
    _, findings = load("")
    assert findings == ()
    condition = says("one is low")
    assert hasattr(condition, "term")
    found = condition.term.type
    assert isinstance(found, FiniteType)
    return found


LIMIT = 10**18
DAY = OrderedType("date", 0, None, 1, 3652059)
MOMENT = OrderedType("datetime", 0, None, 1440, 3652059 * 1440 + 1439)
KG = OrderedType("integer", 0, None, 0, 1000)
WEIGHT = OrderedType("decimal", 3, "kg", 0, LIMIT)
NET = OrderedType("decimal", 2, "kg", 0, LIMIT)
BOOLEAN = boolean()


def _effect(question: str) -> str:
    return {"wait": "decide wait is 1", "mark": "decide mark is low"}.get(question, f"permit {question}")
