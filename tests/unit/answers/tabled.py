"""A small rulebook whose table and maps were made by hand, for the tests of tables and maps."""

from checker.answers.laid_out import Asked
from checker.answers.table import Table, tabulate
from checker.answers.verdict_map import VerdictMap, draw
from checker.logic import Law
from checker.rulebook import load_texts
from checker.rulebook.days import read_day

YARD = """rulebook yard "The yard" {
  version 2  ranks law > notice
  governed by day  covers from 2015-01-01  reviewed until 2018-12-31  roles keeper
}
fact day : date
fact way : one of { road, rail, ship }
fact sealed : boolean
fact waste : boolean
fact tonnes : integer 0..99

document act "The act" { rank law  issuer assembly  number "7"  issued 2010-01-01  in force from 2010-02-01
  items 1..3  standing read }
document notice { rank notice  issuer port  issued 2017-11-01  in force from 2018-01-01 }

question enter "May the goods enter?" within not waste
provision sealed_goods "Sealed goods may enter" cites act item 1 when sealed permit enter by keeper
provision by_rail cites notice when way is rail permit enter
provision by_ship cites act item 2 when way is ship and not sealed leave enter to keeper
known gap light in enter when way is road and tonnes < 10 because "nobody knows"

question search "Is it searched?" silence means not-required
provision heavy cites act item 3 when tonnes >= 50 require search by keeper within 2 days after day

question class answers one of { low, high }
provision low cites act item 1 when not sealed decide class is low
provision high cites notice when sealed decide class is high
"""


def law_of(text: str = YARD) -> Law:
    """Load a rulebook without mistakes."""
    book, findings = load_texts({"yard.rules": text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert not law.findings()
    return law


def table_of(question: str, most: int | None = None, text: str = YARD, day: str | None = None) -> Table:
    """Make the table of a question, as a rule on a day where one is given."""
    ordinal = None if day is None else read_day(day)
    assert ordinal is None or isinstance(ordinal, int)
    return tabulate(law_of(text), Asked(question, day=ordinal), most)


def map_of(question: str, *facts: str, by: str | None = None, text: str = YARD) -> VerdictMap:
    """Make a map of a question."""
    drawn = draw(law_of(text), Asked(question), facts, by)
    assert isinstance(drawn, VerdictMap), [str(finding.message) for finding in drawn]
    return drawn
