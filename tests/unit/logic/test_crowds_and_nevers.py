"""What cannot happen with an element of a list, where it also limits a quantity of the plan or compares its facts."""

from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts

HEADER = """\
rulebook short "Short" { version 1  ranks rule  governed by day  roles carrier }
fact day : date
fact done : date
fact mode : one of { sea, rail }
record leg { by : one of { sea, rail } }
fact legs : list of leg
document d { rank rule  issuer office  issued 2010-01-01  in force from 2010-01-01  items 1..2  standing read }
question sent "May it be sent?" partial
question joined "May they be joined?" partial
"""


def happens(text: str, provision: str, question: str) -> bool:
    book, wrong = load_texts({"short.rules": HEADER + text})
    assert book is not None, wrong
    law = Law(book)
    assert law.findings() == ()
    resolution = over_all_cases(law, question)
    return resolution.case.happens(resolution.case.both(resolution.asked, resolution.applicable(provision)))


def test_a_quantity_that_no_element_may_go_with_is_empty_with_one() -> None:
    never = 'never done - day >= 1 days and leg.by is rail because "rail is done at once"\n'
    rules = """\
    provision with_rail cites d item 1 when done - day >= 1 days and any x in legs: (x.by is rail) permit sent
    provision with_sea cites d item 2 when done - day >= 1 days and any x in legs: (x.by is sea) permit sent
    provision at_once cites d item 2 when done - day <= 0 days and any x in legs: (x.by is rail) permit sent
    """
    assert happens(rules, "with_rail", "sent")
    assert not happens(never + rules, "with_rail", "sent")
    assert happens(never + rules, "with_sea", "sent")
    assert happens(never + rules, "at_once", "sent")


def test_an_element_that_cannot_be_like_the_plan_is_not_where_a_question_of_the_plan_looks() -> None:
    never = 'never leg.by is mode because "the leg changes the mode"\n'
    rules = """\
    provision alike cites d item 1 when mode is sea and any x in legs: (x.by is sea) permit joined
    provision other cites d item 2 when mode is sea and any x in legs: (x.by is rail) permit joined
    """
    assert happens(rules, "alike", "joined")
    assert not happens(never + rules, "alike", "joined")
    assert happens(never + rules, "other", "joined")
