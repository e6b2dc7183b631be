"""What two versions of a small rulebook decide otherwise: the verdict, the regions, whose doing it is, the examples."""

from __future__ import annotations

import pytest

from checker.answers.diff import diff
from checker.answers.diff_sides import Pair
from checker.answers.plans import read_plan_file
from checker.logic import Law
from checker.logic.differences import EQUIVALENT
from checker.logic.verdict import Verdict
from checker.rulebook import load_texts
from checker.uses.responsible import Fate
from tests.unit.answers.compared import ASKED, HEAD, compared, examples, law, of, remarks, told

PERMIT = ASKED + "provision p cites l permit carry\n"
FORBID = "provision f cites l when mode is sea forbid carry\n"
EXCEPT = "provision f exception to p cites l when mode is sea forbid carry\n"


def test_a_rulebook_is_equivalent_to_itself() -> None:
    report = compared(PERMIT + EXCEPT, PERMIT + EXCEPT)
    assert [(each.question, each.direction, each.changes) for each in report.questions] == [("carry", "equivalent", ())]
    assert report.is_admitted
    assert report.vocabulary == ()


def test_statements_in_another_order_and_layout_are_equivalent() -> None:
    other = "provision f\n\n  exception to p\n  cites l\n  when  mode is sea\n  forbid carry\n"
    report = compared(PERMIT + EXCEPT, other + PERMIT)
    assert of(report, "carry").direction == "equivalent"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("permit", "forbid", "narrower"),
        ("forbid", "permit", "wider"),
        ("permit", "require", "narrower"),
        ("require", "permit", "wider"),
        ("require", "forbid", "incomparable"),
        ("exempt", "forbid", "narrower"),
        ("permit", "exempt", "incomparable"),
    ],
)
def test_the_direction_goes_by_what_is_lawful(before: str, after: str, direction: str) -> None:
    texts = (f"{ASKED}provision p cites l {word} carry\n" for word in (before, after))
    report = compared(*texts)
    assert of(report, "carry").direction == direction
    assert not report.is_admitted


def test_a_silence_that_opens_is_neither_wider_nor_narrower() -> None:
    report = compared(PERMIT, ASKED)
    assert of(report, "carry").direction == "incomparable"
    assert str(report.vocabulary[0]) == "provisions that are gone: `p`"


def test_one_question_wider_here_and_narrower_there_is_incomparable() -> None:
    before = ASKED + "provision a cites l when wet permit carry provision b cites l when not wet forbid carry\n"
    after = ASKED + "provision a cites l when wet forbid carry provision b cites l when not wet permit carry\n"
    found = of(compared(before, after), "carry")
    assert found.direction == "incomparable"
    assert [(change.direction, told(change)[1]) for change in found.changes] == [
        ("wider", ["not wet"]),
        ("narrower", ["wet"]),
    ]


def test_regions_are_told_in_the_authors_words_with_a_plan_both_laws_confirm() -> None:
    before, after = PERMIT, PERMIT + EXCEPT
    (change,) = of(compared(before, after), "carry").changes
    assert told(change) == ("permitted -> forbidden", ["mode is sea"])
    (text,) = examples(change)
    assert _verdict(law(before), text).word == "permitted"
    assert _verdict(law(after), text).word == "forbidden"


def test_who_is_responsible_is_said_of_both_sides() -> None:
    (change,) = of(compared(PERMIT, PERMIT + EXCEPT), "carry").changes
    assert change.parties is not None
    assert {party.provision: (party.before, party.after) for party in change.parties} == {
        "f": ((Fate("absent"),), (Fate("wins"),)),
        "p": ((Fate("wins"),), (Fate("taken-out", ("f",)),)),
    }
    assert remarks(change) == [
        "`f` (l): not there before, prevails now",
        "`p` (l): prevails before, taken out by `f` now",
    ]


def test_who_is_beaten_is_said_with_the_principle() -> None:
    notice = "provision q cites n forbid carry\n"
    statute = "provision s cites l when mode is air permit carry\n"
    change, silent = of(compared(ASKED + notice, ASKED + notice + statute), "carry").changes
    assert told(change) == ("forbidden -> permitted", ["day >= 2015-02-01 and mode is air"])
    assert told(silent) == ("gap -> permitted", ["day <= 2015-01-31 and mode is air"])
    assert "`q` (n): prevails before, beaten by `s` by rank now" in remarks(change)


def test_what_gives_way_is_said() -> None:
    reserved = "provision r unless otherwise provided cites l permit carry\n"
    special = "provision s cites n when wet forbid carry\n"
    (change,) = of(compared(ASKED + reserved, ASKED + reserved + special), "carry").changes
    assert "`r` (l): prevails before, gives way to `s` now" in remarks(change)


def test_a_provision_that_fares_as_before_is_not_named() -> None:
    """The permission prevails before and now; what makes a duty of it is the other provision."""
    (change,) = of(compared(PERMIT, PERMIT + "provision r cites l when wet require carry\n"), "carry").changes
    assert told(change) == ("permitted -> required", ["wet"])
    assert remarks(change) == ["`r` (l): not there before, prevails now"]


def test_a_provision_that_says_something_else_is_told_as_such() -> None:
    before = ASKED + "provision p cites l when wet permit carry\n"
    after = ASKED + "provision p cites l when wet and mode is sea permit carry\n"
    (change,) = of(compared(before, after), "carry").changes
    assert remarks(change) == ["`p` (l) says something else now: prevails before, does not apply now"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            "require carry within 14 days after day",
            "require carry within 15 days after day",
            "required within 14 days after day -> required within 15 days after day",
        ),
        ("require carry by carrier", "require carry by owner", "required by carrier -> required by owner"),
        ("leave carry to carrier", "leave carry to customs", "discretion to carrier -> discretion to customs"),
    ],
)
def test_another_period_bearer_or_role_is_a_difference(before: str, after: str, words: str) -> None:
    (change,) = of(compared(*(f"{ASKED}provision p cites l {each}\n" for each in (before, after))), "carry").changes
    assert told(change) == (words, [""])
    assert change.direction == "incomparable"
    assert "`p` (l) says something else now" in remarks(change)[0]
    assert examples(change)


def test_another_value_is_a_difference() -> None:
    asked = 'question fee "How much?" answers integer 0..9\n'
    (change,) = of(
        compared(*(f"{asked}provision p cites l decide fee is {value}\n" for value in (3, 4))), "fee"
    ).changes
    assert told(change)[0] == "decided 3 -> decided 4"


def test_a_conflict_that_arises_is_told() -> None:
    before = ASKED + "provision p cites l when wet permit carry\n"
    changes = of(compared(before, before + FORBID), "carry").changes
    assert [(change.direction, *told(change)) for change in changes] == [
        ("incomparable", "gap -> forbidden", ["mode is sea and not wet"]),
        ("incomparable", "permitted -> conflict", ["mode is sea and wet"]),
    ]


def test_a_tested_question_is_named_when_it_is_decided_otherwise() -> None:
    asked = ASKED + 'question dry "Is it dry?"\nprovision c cites l when dry is permitted permit carry\n'
    report = compared(
        asked + "provision d cites l permit dry\n", asked + "provision d cites l forbid dry\n", questions=["carry"]
    )
    assert [each.question for each in report.questions] == ["carry"]
    (change,) = of(report, "carry").changes
    assert remarks(change)[-1] == "it tests `dry`, decided otherwise as well"


def test_a_silence_put_on_record_is_named() -> None:
    (change,) = of(
        compared(ASKED, ASKED + 'known gap g in carry when wet because "no text speaks of it"\n'), "carry"
    ).changes
    assert told(change) == ("gap -> known-gap", ["wet"])
    assert remarks(change) == ["on record as `g` now, not before"]


def test_another_scope_is_told_on_the_side_that_asks() -> None:
    """Where the question is asked no more, the region is that of the earlier rulebook."""
    wide, narrow = (
        f'question carry "May it?"{scope}\nprovision p cites l permit carry\n' for scope in ("", " within wet")
    )
    (change,) = of(compared(wide, narrow), "carry").changes
    assert told(change) == ("permitted -> not-applicable", ["not wet"])
    (change,) = of(compared(narrow, wide), "carry").changes
    assert told(change) == ("not-applicable -> permitted", ["not wet"])
    assert examples(change)


def test_a_value_that_is_new_is_a_case_the_earlier_rulebook_is_not_asked_of() -> None:
    later = HEAD.replace("{ sea, road, air }", "{ sea, road, air, rail }")
    report = compared(PERMIT, PERMIT, heads=(HEAD, later))
    (change,) = of(report, "carry").changes if of(report, "carry").changes else (None,)
    assert change is None  # nothing turns on the mode: no rule tells rail from road
    tested = PERMIT + EXCEPT
    report = compared(tested, tested, heads=(HEAD, later))
    (change,) = of(report, "carry").changes
    assert told(change) == ("not-applicable -> permitted", ["mode is rail"])
    assert examples(change)
    assert [str(each) for each in report.vocabulary] == ["new values of `mode`: `rail`"]


def test_a_question_of_one_side_alone_is_told_and_not_compared() -> None:
    report = compared(PERMIT, PERMIT + 'question store "May it be stored?"\n')
    assert [each.question for each in report.questions] == ["carry"]
    assert [str(each) for each in report.vocabulary] == ["new questions: `store`"]


def test_questions_of_another_kind_are_told_and_not_compared() -> None:
    values = 'question carry "How?" answers integer 0..9\n'
    report = compared(PERMIT, values)
    assert report.questions == ()
    assert "`carry` has answers of another kind, and is not compared" in map(str, report.vocabulary)


def test_a_question_of_another_list_is_told_and_not_compared() -> None:
    head = HEAD + "record leg { long : boolean }\nfact legs : list of leg\n"
    each = 'question carry "May it?" for each leg in legs\n'
    report = compared(PERMIT, each, heads=(head, head))
    assert report.questions == ()
    assert "`carry` is asked of another list, and is not compared" in map(str, report.vocabulary)


def test_another_deed_is_told_though_no_verdict_changes() -> None:
    texts = (
        f'question carry "Must it?" done when {deed}\nprovision p cites l require carry\n'
        for deed in ("wet", "not wet")
    )
    report = compared(*texts)
    assert of(report, "carry").direction == "equivalent"
    assert [str(each) for each in report.vocabulary] == [
        "`carry` is done otherwise: whether a duty is met is not compared"
    ]


def test_only_the_time_that_both_cover_is_compared() -> None:
    later = HEAD.replace("reviewed until 2020-12-31", "reviewed until 2025-12-31")
    text = PERMIT + "provision e exception to p cites l from 2022-01-01 forbid carry\n"
    report = compared(PERMIT, text, heads=(HEAD, later))
    assert of(report, "carry").direction == "equivalent"
    assert str(report.vocabulary[0]) == "compared 2010-01-01 to 2020-12-31, which both rulebooks cover"


def test_both_ways_are_mirrored() -> None:
    one, other = PERMIT + EXCEPT, PERMIT + "provision g cites l when wet and mode is road require carry\n"
    there, back = (of(compared(*pair), "carry").changes for pair in ((one, other), (other, one)))
    turned = {"wider": "narrower", "narrower": "wider", "incomparable": "incomparable"}
    assert {(change.before, change.after, change.direction, *told(change)[1]) for change in there} == {
        (change.after, change.before, turned[change.direction], *told(change)[1]) for change in back
    }


def _verdict(made: Law, text: str) -> Verdict:
    (plan,) = read_plan_file(made.book, "p.yaml", text)
    assert plan.facts is not None
    (subject,) = made.subjects("carry", plan.facts)
    return made.judge("carry", plan.facts, subject)


def test_what_is_too_much_is_said_and_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.logic.effort.MOST_BOXES", 0)
    report = compared(PERMIT, PERMIT + EXCEPT)
    found = of(report, "carry")
    assert (found.direction, found.changes) == (None, ())
    assert [str(each) for each in found.unproved] == ["not worked out: its cases fall apart into too many boxes"]
    assert not report.is_admitted


def test_what_was_left_out_of_account_is_said() -> None:
    """What cannot happen to other elements is not looked at, and may keep a difference from being one."""
    head = HEAD + "record leg { long : boolean  steep : boolean }\nfact legs : list of leg\n"
    rule = "provision p cites l when any leg in legs: (leg.long and leg.steep) permit carry\n"
    asked = ASKED + rule
    never = 'never leg.long and leg.steep because "nobody builds it"\n'
    found = of(compared(asked, asked + never, heads=(head, head)), "carry")
    assert [str(each) for each in found.unproved] == [
        "`leg.long and leg.steep` cannot happen in one of the rulebooks alone, and concerns other elements"
    ]


def test_an_example_is_of_a_day_on_which_a_text_has_begun_for_certain() -> None:
    """Which text had begun on the first days of the region nobody knows, and a plan of these days proves nothing."""
    text = "document u { rank notice  issuer gacc  issued by 2015-10-12\n"
    text += "  in force from 2015-10-01 .. 2015-10-12 }\n"
    ban = "provision x cites u when wet forbid carry\n"
    (change,) = of(compared(ASKED + text, ASKED + text + ban), "carry").changes
    assert told(change)[0] == "gap -> forbidden"
    assert examples(change)


def test_what_a_provision_hangs_on_is_named_when_it_falls() -> None:
    """The ban is a proviso; it stands again, since what took its base out is gone."""
    base = "provision base cites l when wet permit store\nprovision ban proviso to base cites l forbid carry\n"
    text = ASKED + 'question store "May it be stored?"\n' + base
    carve = "provision carve exception to base cites l when mode is air leave store open\n"
    (change,) = of(compared(text + carve, text), "carry").changes
    assert told(change) == ("gap -> forbidden", ["mode is air and wet"])
    assert remarks(change) == [
        "`ban` (l): does not apply before, prevails now",
        "`base` (l): taken out by `carve` before, applies now",
    ]


@pytest.mark.parametrize(
    ("facts", "condition", "named"),
    [
        (("fact w : decimal(2) kg", "fact w : decimal(3) kg"), ("w > 10 kg", "w > 1 kg"), "`w`"),
        (("fact w : money USD", "fact w : money CNY"), ("w > 10 USD", "w > 10 CNY"), "`w`"),
        (("fact w : date", "fact w : datetime"), ("w > 2016-01-01",) * 2, "`w`"),
        (
            ("fact v : decimal(2) kg\nfact w : decimal(2) kg", "fact v : decimal(3) kg\nfact w : decimal(3) kg"),
            ("w - v > 10 kg", "w - v > 1 kg"),
            "`v` and `w`",
        ),
        (
            tuple(f"record p {{ w : decimal({digits}) kg }}\nfact ps : list of p" for digits in (2, 3)),
            ("sum x.w of x in ps > 10 kg", "sum x.w of x in ps > 1 kg"),
            "`p.w`",
        ),
    ],
)
def test_numbers_that_mean_something_else_are_not_held_against_one_another(
    facts: tuple[str, str], condition: tuple[str, str], named: str
) -> None:
    """They would be equal, number by number, and so proved to be the same."""
    text = "question other\nprovision o cites n permit other\n"
    sides = [
        f"{facts[side]}\n{ASKED}{text}provision a cites n when {condition[side]} permit carry\n" for side in (0, 1)
    ]
    report = compared(*sides)
    (why,) = of(report, "carry").unproved
    assert (of(report, "carry").direction, report.is_admitted) == (None, False)
    assert str(why) == f"not worked out: the other rulebook measures {named} otherwise"
    assert of(report, "other").direction == EQUIVALENT


def test_a_governing_date_of_another_kind_is_measured_otherwise() -> None:
    heads = (HEAD, HEAD.replace("fact day : date", "fact day : datetime"))
    report = compared(*(f"{ASKED}provision a cites n permit carry\n",) * 2, heads=heads)
    assert of(report, "carry").direction is None


def test_attributes_of_codes_are_measured_otherwise() -> None:
    texts = [
        f'codes port from "codes/ports.yaml" {{ depth : decimal({digits}) m }}\nfact at : port\n{ASKED}'
        f"provision a cites n when at.depth > 1 m permit carry\n"
        for digits in (1, 2)
    ]
    laws = [load_texts({"t.rules": HEAD + text, "codes/ports.yaml": '"1": {depth: 2.0 m}\n'})[0] for text in texts]
    before, after = (Law(book) for book in laws if book is not None)
    report = diff(Pair(before, after), ("before", "after"))
    assert str(of(report, "carry").unproved[0]) == "not worked out: the other rulebook measures `port.depth` otherwise"
