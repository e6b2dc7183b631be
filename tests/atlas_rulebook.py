"""A small rulebook with every tie there is between documents and between provisions, for the tests of an atlas."""

from checker.logic import Law
from checker.rulebook import load_texts

RULES = """rulebook t "Small" { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles officer }
fact day : date
fact wet : boolean
fact far : boolean
document old/旧法 "The old law" { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01  items 1..9
  standing read }
document one "First notice" { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01..2015-02-10
  items 2..4  standing translated }
document two "Second notice" { rank notice  issuer gacc  issued 2016-01-01  in force from 2016-02-01  items 1..6 }
document talk { practice  issued by 2012-01-01  in force from 2012-01-01 }
repeal one by two item 1 from 2016-02-01
not encoded old items 4..9 because "they speak of ships"
not encoded two item 6 because "it is about forms"
question carry/承运 "May it be carried?"
question store "May it be stored?" within wet partial
question open_it "May it be opened?" silence means forbidden
provision base cites old item 1 unless otherwise provided forbid carry permit store
provision dry "Dry goods" exception to base in carry cites one item 2 when not wet permit carry
provision dry_far exception to dry cites one item 3 when far forbid carry
provision noted proviso to base cites old item 2 when wet require carry by officer
provision power overrides base because "the notice goes before" cites two item 2 authorised by old item 5
  when far permit carry
provision ruled cites old item 3 when far leave store to officer
provision ruled_anew cites old item 3 replaces ruled by two item 3 when far forbid store
provision backed cites two item 4 cites one item 4 when wet and far permit carry
provision advice cites talk when far permit carry
known gap g1 in store when wet and not far cites two item 5 because "nothing read says so"
open point vague on dry because "what is dry is not said"
open point asked on carry because "who carries is not said"
"""
SCENARIOS = """plan: far
facts: {day: 2016-03-01, far: true, wet: true}
expect: {carry: conflict}
"""


def small_law(more: str = "", scenarios: str = SCENARIOS) -> Law:
    """Load the rulebook, with some rules behind it, and with scenarios."""
    book, findings = load_texts({"t.rules": RULES + more, "scenarios/far.yaml": scenarios})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert law.findings() == ()
    return law
