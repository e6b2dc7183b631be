"""Small rulebooks for the tests of this folder: loaded from text, with a header, documents and facts to speak of."""

from checker.findings import Finding
from checker.rulebook import Rulebook, load_texts
from tests.unit.rulebook.written import found

HEAD = """rulebook t { ranks law > rule > announcement  governed by day  roles carrier/承运人, customs }
fact day : date
fact rail : boolean
fact wet : boolean
fact kg : integer 0..1000
fact mode : one of { sea, road, air }
record leg { far : boolean  kind : one of { sea, road } }
record box { sealed : boolean }
fact legs : list of leg
fact boxes : list of box
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document r { rank rule  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  standing translated "by us" }
question carry "May the goods be carried?"
question store "May the goods be stored?"
question move "May the leg be driven?" for each leg in legs
question halt "May the leg be halted?" for each x in legs
question open_box "May the box be opened?" for each box in boxes
question way "Which way?" about mode
question days "How many days?" answers integer 0..99
question penalty "Which penalties?" collects text
"""
FIRST = HEAD.count("\n") + 1
"""The line on which the text after the head begins."""


def book(text: str) -> Rulebook:
    """Load a rulebook without findings from the head and a text."""
    loaded, findings = load_texts({"t.rules": HEAD + text})
    assert findings == ()
    assert loaded is not None
    return loaded


def findings_of(text: str) -> tuple[Finding, ...]:
    """Return what is wrong with the head and a text, which is something."""
    loaded, findings = load_texts({"t.rules": HEAD + text})
    assert findings != ()
    assert (loaded is None) == any(f.severity == "error" for f in findings)
    return findings


def wrong(text: str) -> list[tuple[str, int]]:
    """Return the ids of the findings and the lines of the text, from 1, they stand on."""
    return [(finding, line - FIRST + 1) for finding, line, _ in found(findings_of(text))]


def written_at(text: str, finding: Finding) -> str:
    """Return what stands in the text where a finding points, on one line."""
    assert finding.span is not None
    assert finding.span.line == finding.span.end_line
    line = (HEAD + text).split("\n")[finding.span.line - 1]
    return line[finding.span.column - 1 : finding.span.end_column - 1]
