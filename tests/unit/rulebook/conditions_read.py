"""Conditions for the tests of this folder: a vocabulary of every type, and its conditions read from text."""

from checker.findings import Finding
from checker.rulebook.conditions import ConditionReader, conjunction
from checker.rulebook.headings import Heading, Headings
from checker.rulebook.model import Condition, Conjunct
from checker.rulebook.paths import ListPlace, bind
from checker.syntax import nodes
from tests.unit.rulebook.written import statements, vocabulary

OFFICES = """"4900": {kind: port, district: "4900"}
"4905": {kind: port, district: "4900", parent: "4900", open: true}
"4917": {kind: bonded_port, district: "4900", parent: "4900"}
"""
FACTS = """record leg { far : boolean  kind : one of { sea, road }
  km : integer 0..5000  to : office  tag : boolean optional }
kinds site_kind { area/区域 { bonded_port  zone { pilot } }  port }
levels credit_level { D < C < B < A }
codes office from "codes/offices.yaml" { kind : site_kind  district : office  open : boolean  fee : integer }
fact legs : list of leg
fact trucks : list of leg
fact kg : integer 0..1000
fact free : integer
fact mass : decimal(3) kg
fact value : money CNY
fact share : percent
fact day/申报日 : date
fact loaded : datetime
fact lead : duration
fact goods : hs
fact mode/方式 : one of { sea/海, rail, road }
fact other_mode : one of { road, rail, sea }
fact rail : boolean
fact wet : boolean
fact cold : boolean optional
fact weight : integer 0..500 optional
fact site : site_kind
fact credit : credit_level
fact home : office
fact entry : office optional
fact remark : text
document d { rank x  issuer y  issued 2000-01-01  in force from 2000-01-01 }
question carry "May it be carried?"
"""
DEFINITIONS = """define damp = wet or rail
define leg.long = leg.far and leg.km > 300
define total = mass + mass
define same_as_mass = mass
define far_away = no_such_thing
"""
VOCABULARY = vocabulary(FACTS + DEFINITIONS, offices=OFFICES)
HEADINGS = Headings({"carry": Heading("carry", "deontic", None, None, False)}, rolls=False)
LEG = (bind("leg", ListPlace("legs", "leg", "legs")),)


def read(text: str) -> tuple[Condition, tuple[Conjunct, ...], tuple[Finding, ...]]:
    """Read a condition that may speak of a leg, as the body of a definition in a file of its own."""
    source = f"define x = {text}"
    (definition,) = statements(source)
    assert isinstance(definition, nodes.Definition)
    body = definition.body
    condition = nodes.Holds(body.span, body) if isinstance(body, nodes.Operand) else body
    reader = ConditionReader(VOCABULARY, {"t.rules": tuple(source.split("\n"))}, HEADINGS)
    conjuncts = reader.conjuncts(condition, LEG)
    return conjunction(conjuncts), conjuncts, reader.findings()


def says(text: str) -> Condition:
    """Read a condition that has no findings."""
    condition, _, findings = read(text)
    assert findings == ()
    return condition


def refused(text: str) -> list[tuple[str, str]]:
    """Return each finding's id with what stands where it points."""
    source = f"define x = {text}"
    _, _, findings = read(text)
    assert findings
    return [(f.id, source[f.span.column - 1 : f.span.end_column - 1]) for f in findings if f.span is not None]
