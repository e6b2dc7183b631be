"""Small rulebooks asked of all cases, for the tests of how regions are laid out and put into words."""

from checker.logic import Law, Resolution
from checker.logic.horizon import over_all_cases
from checker.logic.limits import Limits
from checker.regions import Region
from checker.rulebook import load_texts
from checker.rulebook.condition_words import condition_words

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31  ranks law  governed by day }
fact day : date
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
"""
OFFICES = """
"11": {kind: port, region: north}
"12": {kind: port, region: south}
"21": {kind: zone, region: south}
"22": {kind: zone}
"""
KINDS = """kinds place { port sea  zone { free bonded } }
codes office from "codes/offices.yaml" open { kind : place  region : one of { north, south } }
"""


def law_of(text: str, codes: str = "") -> Law:
    """Load rules behind a head; with `codes` they may use the table `office`."""
    tables = {"codes/offices.yaml": codes} if codes else {}
    book, findings = load_texts({"t.rules": HEAD + (KINDS if codes else "") + text, **tables})
    assert book is not None, [str(finding.message) for finding in findings]
    return Law(book)


def mapped(text: str, question: str = "q", codes: str = "") -> Resolution:
    """Ask a question of all cases."""
    return over_all_cases(law_of(text, codes), question)


def words(resolution: Resolution, region: Region, law: Law) -> list[str]:
    """Write each box of a region as a rule file would."""
    limits = Limits(law.book, resolution.case)
    return [" and ".join(condition_words(limit.condition) for limit in limits.of(box)) for box in region]
