"""The account of items: what cites each, what was left out, what is repealed, and the totals of the register."""

from checker.rulebook import load_texts
from checker.uses.accounting import Account, give_account

RULES = """rulebook t { ranks law  governed by day }
fact day : date
fact wet : boolean
document old { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 items 1..6 }
document new { rank law issuer npc issued 2010-01-01 in force from 2010-01-01 items 1..3 }
document loose { rank law issuer npc issued 2010-01-01 in force from 2010-01-01 }
repeal old item 6 by new item 2 from 2010-01-01
not encoded old items 3..4 because "no rule: ships"
not encoded old item 6 because "not read: lost"
question carry
question halt silence means forbidden cites old item 5
provision a cites old item 1 permit carry
provision b cites old item 1 cites old item 2 when wet require carry
provision c cites loose permit halt
provision d cites new item 1 replaces a by new item 3 permit carry
known gap g1 in carry when wet cites old cites new item 1 because "silent"
"""
REGISTER = """part one:
  A-1: {standing: read, encoded: [a]}
  A-2: {standing: read, encoded: [b]}
part two:
  A-3: {standing: lead, not encoded: lead, because: "so"}
"""


def test_each_item_has_what_cites_it_or_why_not() -> None:
    book, findings = load_texts({"t.rules": RULES, "sources.yaml": REGISTER})
    assert book is not None, findings
    accounts = give_account(book)
    told = {each.document.name: each.accounts for each in accounts.documents}
    assert told == {
        "loose": (Account(None, ("c",)),),
        "new": (Account((1, 1), ("d", "g1")), Account((2, 2), ("old",)), Account((3, 3), ("d",))),
        "old": (
            Account(None, ("g1",)),
            Account((1, 1), ("a", "b")),
            Account((2, 2), ("b",)),
            Account((3, 4), because="no rule: ships"),
            Account((5, 5), ("halt",)),
            Account((6, 6), because="not read: lost"),
        ),
    }


def test_facts_are_counted_by_fate_and_standing() -> None:
    book, _ = load_texts({"t.rules": RULES, "sources.yaml": REGISTER})
    assert book is not None
    accounts = give_account(book)
    assert [(title, [fact.id for fact in facts]) for title, facts in accounts.sections.items()] == [
        ("part one", ["A-1", "A-2"]),
        ("part two", ["A-3"]),
    ]
    assert accounts.totals == {("encoded", "read"): 2, ("not encoded", "lead"): 1}
