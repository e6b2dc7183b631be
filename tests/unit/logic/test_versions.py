"""Two rulebooks whose words are not the same: what is a case of both, and what is decided otherwise in it.

The expected differences are reasoned by hand: a value that only one of the two knows is no case of the other, nor is
what only one of them says cannot happen, and nothing is asked on days that only one of them covers.
"""

from datetime import date

import pytest

from checker.logic import Law
from checker.logic.decisions import Decision, Held, decided
from checker.logic.differences import Difference, differences, direction
from checker.logic.fields import Virtual
from checker.logic.retelling import retold, tables_alike
from checker.logic.versions import Versions, versions
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.model import ABSENT
from checker.rulebook.renaming import renamed

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2016-12-31
  ranks law > notice  governed by day  roles carrier, customs }
fact day : date
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question q "May it be done?"
"""
MODES = "fact mode : one of { sea, road }\n"
MORE_MODES = "fact mode : one of { sea, road, rail }\n"
SEA = "provision at_sea cites l when mode is sea permit q\n"
RAIL = "provision by_rail cites l when mode is rail forbid q\n"
TABLE = 'codes office from "codes/offices.yaml" %s { kind : one of { inner, outer } }\nfact office : office\n'
INNER = "provision at_home cites l when office.kind is inner permit q\n"
CODES = '"4900": {kind: inner}\n"4905": {kind: outer}\n'


def loaded(text: str, codes: str = CODES, head: str = HEAD) -> Rulebook:
    """Load a rulebook."""
    book, findings = load_texts({"t.rules": head + text, "codes/offices.yaml": codes})
    assert book is not None, [str(finding.message) for finding in findings]
    return book


class Compared:
    """One question of two rulebooks."""

    def __init__(self, before: Rulebook, after: Rulebook, question: str = "q") -> None:
        laws = Law(before), Law(after)
        self.found: Versions = versions(*laws, question)
        self.sides = [
            decided(law.book, law.precedence, side)
            for law, side in zip(laws, (self.found.before, self.found.after), strict=True)
        ]
        self.all: tuple[Difference, ...] = tuple(differences(self.found.case, *self.sides))

    def by(self, label: str) -> set[tuple[str, str, frozenset[str]]]:
        """Return what was decided, what is, and with which values of a fact; `*` where these are all."""
        return {(word(each.before), word(each.after), self._values(each, label)) for each in self.all}

    def _values(self, difference: Difference, label: str) -> frozenset[str]:
        case = self.found.case
        number = next(n for n in case.dimensions if case.field(n).label == label)
        mask = 0
        for box in difference.region:
            mask |= box[number]
        classes = case.classes(number)
        if mask == classes.full:
            return frozenset({"*"})
        atoms = {_spelled(atom) for atom in classes.atoms(mask)}
        runs = {f"{date.fromordinal(low)} to {date.fromordinal(high)}" for low, high in classes.runs(mask)}
        return frozenset(atoms | runs)


def _spelled(atom: object) -> str:
    if isinstance(atom, Virtual):
        ((way, held),) = atom.properties
        return f"unlisted{''.join(way)} {' or '.join(sorted(map(_spelled, held.atoms)))}"
    return "absent" if atom is ABSENT else str(atom)


def word(held: Held) -> str:
    """Return the words of what may be decided."""
    return " or ".join(decision.word for decision in held)


def values(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_a_rulebook_differs_in_nothing_from_itself_loaded_again() -> None:
    text = MODES + SEA + TABLE % "open" + INNER
    assert Compared(loaded(text), loaded(text)).all == ()
    assert direction(Compared(loaded(text), loaded(text)).all) == "equivalent"


def test_a_value_added_is_no_case_of_the_earlier_rulebook() -> None:
    compared = Compared(loaded(MODES + SEA), loaded(MORE_MODES + SEA + RAIL))
    assert compared.by("mode") == {("not-applicable", "forbidden", values("rail"))}


def test_a_value_added_of_which_no_text_speaks_is_silent_in_the_later() -> None:
    compared = Compared(loaded(MODES + SEA), loaded(MORE_MODES + SEA))
    assert compared.by("mode") == {("not-applicable", "gap", values("rail"))}


def test_a_value_added_to_a_fact_nobody_asks_for_changes_nothing() -> None:
    always = "provision always cites l permit q\n"
    assert Compared(loaded(MODES + always), loaded(MORE_MODES + always)).all == ()


def test_a_value_added_is_no_case_of_an_earlier_rulebook_that_does_not_ask_for_the_fact_either() -> None:
    always = "provision always cites l permit q\n"
    barred = always + "provision by_rail exception to always cites l item 2 when mode is rail forbid q\n"
    compared = Compared(loaded(MODES + always), loaded(MORE_MODES + barred))
    assert compared.by("mode") == {("not-applicable", "forbidden", values("rail"))}


def test_a_fact_that_the_earlier_rulebook_does_not_have_had_every_value_there() -> None:
    always = "provision always cites l permit q\n"
    barred = always + "provision by_rail exception to always cites l item 2 when mode is rail forbid q\n"
    compared = Compared(loaded(always), loaded(MORE_MODES + barred))
    assert compared.by("mode") == {("permitted", "forbidden", values("rail"))}


def test_a_value_gone_is_no_case_of_the_later_rulebook() -> None:
    compared = Compared(loaded(MORE_MODES + SEA + RAIL), loaded(MODES + SEA))
    assert compared.by("mode") == {("forbidden", "not-applicable", values("rail"))}


def test_of_a_value_that_became_two_only_the_one_decided_otherwise_differs() -> None:
    earlier = renamed(loaded(MORE_MODES + RAIL), {"rail": ("block", "single")})
    assert isinstance(earlier, Rulebook)
    modes = "fact mode : one of { sea, road, block, single }\n"
    freed = RAIL.replace("rail forbid", "block forbid") + SEA.replace("at_sea", "single_cars").replace(
        "sea permit", "single permit"
    )
    compared = Compared(earlier, loaded(modes + freed))
    assert compared.by("mode") == {("forbidden", "permitted", values("single"))}
    assert direction(compared.all) == "wider"
    whole = "provision by_rail cites l when mode in { block, single } forbid q\n"
    assert Compared(earlier, loaded(modes + whole)).all == ()


@pytest.mark.parametrize("table", ["open", "closed"])
def test_a_code_added_is_no_case_of_the_earlier_rulebook(table: str) -> None:
    text = TABLE % table + INNER
    compared = Compared(loaded(text), loaded(text, CODES + '"4999": {kind: inner}\n'))
    assert compared.by("office") == {("not-applicable", "permitted", values("4999"))}


def test_a_code_of_another_kind_is_decided_as_its_new_kind_is() -> None:
    text = TABLE % "open" + INNER
    compared = Compared(loaded(text), loaded(text, CODES.replace('"4905": {kind: outer}', '"4905": {kind: inner}')))
    assert compared.by("office") == {("gap", "permitted", values("4905"))}


def test_an_unlisted_code_of_an_added_kind_is_no_case_of_the_earlier_rulebook() -> None:
    before = TABLE % "open" + INNER
    after = before.replace("outer }", "outer, middle }") + (
        "provision between cites l item 2 when office.kind is middle forbid q\n"
    )
    assert Compared(loaded(before), loaded(after)).by("office") == {
        ("not-applicable", "forbidden", values("unlisted~kind middle"))
    }
    assert Compared(loaded(after), loaded(before)).by("office") == {
        ("forbidden", "not-applicable", values("unlisted~kind middle"))
    }


def test_a_fact_made_optional_may_lack_in_the_later_rulebook_alone() -> None:
    optional = MODES.rstrip() + " optional\n"
    text = "provision at_sea cites l when mode is sea permit q\nprovision unsaid cites l when mode is absent forbid q\n"
    compared = Compared(loaded(MODES + SEA), loaded(optional + text))
    assert compared.by("mode") == {("not-applicable", "forbidden", values("absent"))}


def test_a_wider_range_is_a_case_of_the_later_rulebook_alone() -> None:
    heavy = "provision heavy cites l when load > 5 forbid q\n"
    before, after = (loaded(f"fact load : integer 0..{most}\n" + heavy) for most in (8, 9))
    case = Compared(before, after)
    assert {(word(each.before), word(each.after)) for each in case.all} == {("not-applicable", "forbidden")}
    number = next(n for n in case.found.case.dimensions if case.found.case.field(n).label == "load")
    assert {case.found.case.classes(number).runs(box[number]) for each in case.all for box in each.region} == {
        ((9, 9),)
    }


def test_what_the_later_rulebook_alone_says_cannot_happen_is_no_case_of_it() -> None:
    wet = "fact wet : boolean\n"
    never = 'never mode is sea and wet because "no ship is"\n'
    compared = Compared(loaded(wet + MODES + SEA), loaded(wet + MODES + SEA + never))
    assert compared.by("mode") == {("permitted", "not-applicable", values("sea"))}
    assert compared.by("wet") == {("permitted", "not-applicable", values("true"))}
    assert Compared(loaded(wet + MODES + SEA + never), loaded(wet + MODES + SEA + never)).all == ()


def test_a_table_read_again_leaves_nothing_unproved_of_what_cannot_happen() -> None:
    text = TABLE.replace("fact office : office", "") % "open" + (
        "record leg { from : office  wet : boolean }\nfact legs : list of leg\n"
        'never leg.from is "4900" and leg.wet because "it is dry"\n'
        "provision watered cites l when any x in legs: (x.wet and x.from.kind is inner) forbid q\n"
    )
    compared = Compared(loaded(text), loaded(text))
    assert (compared.found.unproved, compared.all) == ((), ())


def test_only_days_that_both_cover_are_compared() -> None:
    later = HEAD.replace("covers from 2016-01-01  reviewed until 2016-12-31", "covers from 2016-06-01")
    after = "provision at_sea cites l when mode is sea forbid q\n"
    compared = Compared(loaded(MODES + SEA), loaded(MODES + after, head=later))
    assert compared.by("day") == {("permitted", "forbidden", values("2016-06-01 to 2016-12-31"))}
    assert Compared(loaded(MODES + SEA), loaded(MODES + SEA, head=later)).all == ()


def test_the_order_of_what_is_collected_is_no_difference() -> None:
    head = HEAD.replace('question q "May it be done?"', "question q collects text")
    first = 'provision a cites l decide q is "one"\nprovision b cites l decide q is "two"\n'
    second = 'provision a cites l decide q is "two"\nprovision b cites l decide q is "one"\n'
    assert Compared(loaded(first, head=head), loaded(second, head=head)).all == ()


def test_the_bearer_and_the_period_of_a_duty_are_decided_with_it() -> None:
    texts = ("by carrier", "by customs", "within 3 days after day")
    before, *others = (loaded(f"provision a cites l require q {text}\n") for text in texts)
    for other, by, due in zip(others, ("customs", ""), ("", "within 3 days after day"), strict=True):
        (found,) = Compared(before, other).all
        assert found.before == (Decision("required", by=("carrier",)),)
        assert found.after == (Decision("required", by=(by,) if by else (), due=(due,) if due else ()),)
        assert found.direction == "incomparable"


def test_tables_are_alike_that_lead_to_tables_that_are() -> None:
    text = (
        'codes office from "codes/offices.yaml" open { district : district }\n'
        'codes district from "codes/districts.yaml" closed { inland : boolean }\nfact office : office\n'
        'provision p cites l when office.district.inland permit q\nnever office is "4900" and office is "4905" '
        'because "it is one"\n'
    )
    offices = '"4900": {district: d1}\n"4905": {district: d2}\n'
    books = []
    for districts in ("d1: {inland: true}\nd2: {}\n", "d1: {inland: true}\nd2: {}\n", "d1: {}\nd2: {inland: true}\n"):
        files = {"t.rules": HEAD + text, "codes/offices.yaml": offices, "codes/districts.yaml": districts}
        book, findings = load_texts(files)
        assert book is not None, [str(finding.message) for finding in findings]
        books.append(book)
    first, again, other = books
    assert {table.names[0] for table in tables_alike(first, again)} == {"office", "district"}
    assert tables_alike(first, other) == {}
    (never,) = first.impossibilities
    assert retold(never.condition, tables_alike(first, again)) == again.impossibilities[0].condition
    assert Compared(first, other).by("office") == {
        ("gap", "permitted", values("4905", "unlisted~district d2")),
        ("permitted", "gap", values("4900", "unlisted~district d1")),
    }


def test_whether_another_deed_is_late_is_said_to_be_left_open() -> None:
    head = HEAD + 'fact sent : date optional\nquestion send "Must it be sent?" done at sent\n'
    sending = "provision sending cites l require send within {days} days after day\n"
    barred = "provision barred cites l item 2 when send is late forbid q\n"
    before, again = (loaded(sending.format(days=3) + barred, head=head) for _ in range(2))
    after = loaded(sending.format(days=5) + barred, head=head)
    assert (Compared(before, again).all, Compared(before, again).found.unproved) == ((), ())
    assert list(map(str, Compared(before, after).found.unproved)) == [
        "whether the deeds of `send` are late is left open"
    ]


def test_what_cannot_happen_is_no_case_of_a_rulebook_that_asks_for_none_of_its_facts() -> None:
    facts = "fact wet : boolean\nfact far : boolean\n"
    never = 'never wet and far because "it cannot be"\n'
    free = "provision free cites l permit q\n"
    barred = "provision barred exception to free cites l item 2 when wet and far forbid q\n"
    compared = Compared(loaded(facts + free + never), loaded(facts + free + barred))
    assert compared.by("wet") == {("not-applicable", "forbidden", values("true"))}
    assert compared.by("far") == {("not-applicable", "forbidden", values("true"))}


def test_what_neither_rulebook_knows_is_no_case() -> None:
    head = HEAD.replace("covers from 2016-01-01  reviewed until 2016-12-31", "")
    text = "fact wet : boolean\nfact load : integer 0..{most}\nprovision p cites l when load > 3 permit q\n"
    never = 'never wet and load between 1 and 3 because "it cannot be"\n'
    before, after = (loaded(text.format(most=most) + never, head=head) for most in (4, 5))
    compared = Compared(before, after)
    assert [{word(held) for held in side} for side in compared.sides] == [
        {"not-applicable", "permitted", "gap"},
        {"permitted", "gap"},
    ]
    found = {(word(each.before), word(each.after)) for each in compared.all}
    assert found == {("not-applicable", "permitted"), ("not-applicable", "gap")}  # the latter before the text came
