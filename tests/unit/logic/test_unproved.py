"""What of two rulebooks cannot be compared, and is said not to be; each pair differs in that alone."""

from collections.abc import Iterator

import pytest

from checker.findings import Message
from checker.logic import Law
from checker.logic.trees import CompilationError
from checker.logic.versions import versions
from checker.rulebook import Rulebook, load_texts

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2016-12-31
  ranks law  governed by day  roles carrier }
fact day : date
fact wet : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question q "May it be done?" partial
"""
LEGS = "record leg {{ by : one of {{ sea, {more}road }}  long : boolean }}\nfact legs : list of leg\n"
COUNTED = "provision p cites l when any x in legs: (x.by is sea and x.long) permit q\n"
SENDING = """fact sent : date optional
question send "Must it be sent?" done at sent partial
provision sending cites l require send within {days} days after day
provision barred cites l when send is late forbid q
"""
PAIRS = {
    "`leg.long` cannot happen in one of the rulebooks alone, and concerns other elements": (
        HEAD + LEGS.format(more="") + COUNTED,
        HEAD + LEGS.format(more="") + COUNTED + 'never leg.long because "it cannot be"\n',
    ),
    "elements are counted by `leg.by`, which has other values in the other rulebook": (
        HEAD + LEGS.format(more="") + COUNTED,
        HEAD + LEGS.format(more="rail, ") + COUNTED,
    ),
    "whether the deeds of `send` are late is left open": (
        HEAD + SENDING.format(days=3),
        HEAD + SENDING.format(days=5),
    ),
    "the calendars differ: periods are counted by the later one in both": (
        HEAD + "provision p cites l permit q\n",
        HEAD.replace("governed by day", 'governed by day  calendar "CN"') + "provision p cites l permit q\n",
    ),
}
MEASURED = (
    HEAD + "fact load : decimal(0) kg\nprovision p cites l when load > 3 kg permit q\n",
    HEAD + "fact load : decimal(3) kg\nprovision p cites l when load > 3 kg permit q\n",
)


def loaded(text: str) -> Rulebook:
    book, findings = load_texts({"t.rules": text})
    assert book is not None, [str(finding.message) for finding in findings]
    return book


def said() -> Iterator[Message]:
    """Go through all that is said of such pairs."""
    for before, after in PAIRS.values():
        yield from versions(Law(loaded(before)), Law(loaded(after)), "q").unproved
    with pytest.raises(CompilationError) as raised:
        versions(Law(loaded(MEASURED[0])), Law(loaded(MEASURED[1])), "q")
    yield raised.value.reason


@pytest.mark.parametrize("sentence", PAIRS)
def test_what_is_left_out_of_account_is_said(sentence: str) -> None:
    before, after = (Law(loaded(text)) for text in PAIRS[sentence])
    assert list(map(str, versions(before, after, "q").unproved)) == [sentence]
    assert versions(before, before, "q").unproved == versions(after, after, "q").unproved == ()


def test_what_is_measured_otherwise_is_not_compared() -> None:
    assert [str(message) for message in said()][-1] == "the other rulebook measures `load` otherwise"
