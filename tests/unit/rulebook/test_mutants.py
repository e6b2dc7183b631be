"""Mutants of a hand-written rulebook: what each operator writes otherwise, and what the law then says."""

from __future__ import annotations

import pytest

from checker.logic import Law, Subject
from checker.rulebook import load_texts
from checker.rulebook.days import read_day
from checker.rulebook.model import Facts, Rulebook, Value
from checker.rulebook.mutants import OPERATORS, Mutant, changed, mutants
from checker.rulebook.mutants.mutant import Words

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > rule > notice  governed by day  roles carrier, customs }
kinds place { area { zone park } port yard }
fact day : date
fact wet : boolean
fact far : boolean
fact kg : integer
fact mode : one of { sea, road, air, rail }
fact site : place
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document r { rank rule  issuer gacc  issued 2005-01-01  in force from 2005-02-01 until 2019-01-01 }
document n { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question carry "May it be carried?"
question store "May it be stored?"
question fee "Which fee?" answers one of { low, middle, high }
"""


def book_of(text: str) -> Rulebook:
    book, findings = load_texts({"t.rules": HEAD + text})
    assert book is not None, [str(finding.message) for finding in findings]
    return book


def made(text: str, operator: str, name: str = "p") -> list[Mutant]:
    """Return the mutants by one operator of what has a name."""
    return [m for m in mutants(book_of(text)) if m.operator == operator and m.name == name]


def written(text: str, operator: str, name: str = "p") -> list[tuple[str, str]]:
    """Return what stands before and after, in English."""
    return [(_english(m.before), _english(m.after)) for m in made(text, operator, name)]


def _english(words: Words) -> str:
    return words if isinstance(words, str) else words.in_language("en")


def verdict(book: Rulebook, question: str, **facts: str | int | bool) -> str:
    """Judge a question of a plan that says these facts."""
    values: dict[tuple[str, ...], Value] = {}
    for name, value in ({"day": "2016-01-01"} | facts).items():
        day = read_day(value) if name == "day" and isinstance(value, str) else None
        plain = str(value).lower() if isinstance(value, bool) else value
        values[(name,)] = day if isinstance(day, int) else plain
    told = Law(book).judge(question, Facts(values, {}), Subject())
    return told.values[0] if told.word == "decided" else told.word


def only(text: str, operator: str, name: str = "p") -> Rulebook:
    """Return the rulebook that the one mutant is."""
    (mutant,) = made(text, operator, name)
    return changed(book_of(text), mutant.change)


EXCEPTION = """provision base cites l when far permit carry
provision p exception to base cites l when wet forbid carry
"""


def test_an_exception_is_left_out() -> None:
    assert verdict(book_of(EXCEPTION), "carry", far=True, wet=True) == "forbidden"
    assert verdict(only(EXCEPTION, "drop-exception"), "carry", far=True, wet=True) == "permitted"


PROVISO = """provision base cites l when far permit carry
provision p proviso to base cites l when wet permit store
"""


def test_a_proviso_is_left_out() -> None:
    assert verdict(book_of(PROVISO), "store", far=True, wet=True) == "permitted"
    assert verdict(only(PROVISO, "drop-proviso"), "store", far=True, wet=True) == "gap"


def test_what_hangs_on_a_forgotten_exception_goes_with_it() -> None:
    text = EXCEPTION + "provision q exception to p cites l when kg > 5 require carry\n"
    assert verdict(book_of(text), "carry", far=True, wet=True, kg=6) == "required"
    assert verdict(only(text, "drop-exception"), "carry", far=True, wet=True, kg=6) == "permitted"


def test_each_conjunct_is_left_out() -> None:
    text = "provision p cites l when far and wet and kg > 5 permit carry\n"
    assert written(text, "drop-conjunct") == [("far", "nothing"), ("wet", "nothing"), ("kg > 5", "nothing")]
    first = changed(book_of(text), made(text, "drop-conjunct")[0].change)
    assert verdict(book_of(text), "carry", far=False, wet=True, kg=6) == "gap"
    assert verdict(first, "carry", far=False, wet=True, kg=6) == "permitted"


def test_the_only_conjunct_is_left_out() -> None:
    text = "provision p cites l when far permit carry\n"
    assert verdict(only(text, "drop-conjunct"), "carry", far=False) == "permitted"


def test_each_disjunct_is_left_out() -> None:
    text = "provision p cites l when far or wet or kg > 5 permit carry\n"
    assert written(text, "drop-disjunct") == [("far", "nothing"), ("wet", "nothing"), ("kg >= 6", "nothing")]
    last = changed(book_of(text), made(text, "drop-disjunct")[2].change)
    assert verdict(last, "carry", far=False, wet=False, kg=6) == "gap"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("far", [("far", "not (far)")]),
        ("not far", [("not far", "far")]),
        (
            "far or (wet and kg > 5)",
            [
                ("far or (wet and kg > 5)", "not (far or (wet and kg > 5))"),
                ("far", "not far"),
                ("wet and kg >= 6", "not (wet and kg >= 6)"),
                ("wet", "not wet"),
                ("kg >= 6", "not kg >= 6"),
            ],
        ),
    ],
)
def test_every_limb_has_its_contrary_once(condition: str, expected: list[tuple[str, str]]) -> None:
    assert written(f"provision p cites l when {condition} permit carry\n", "negate") == expected


def test_a_contrary_is_the_law_of_the_mutant() -> None:
    other = only("provision p cites l when far permit carry\n", "negate")
    assert verdict(other, "carry", far=False) == "permitted"
    assert verdict(other, "carry", far=True) == "gap"


def test_a_window_is_a_day_off_at_either_end() -> None:
    text = "provision p cites l from 2016-01-01 until 2017-01-01 permit carry\n"
    assert written(text, "move-date") == [
        ("from 2016-01-01", "from 2015-12-31"),
        ("from 2016-01-01", "from 2016-01-02"),
        ("until 2017-01-01", "until 2016-12-31"),
        ("until 2017-01-01", "until 2017-01-02"),
    ]
    laws = [changed(book_of(text), mutant.change) for mutant in made(text, "move-date")]
    assert verdict(book_of(text), "carry", day="2016-01-01") == "permitted"
    assert [verdict(book, "carry", day="2015-12-31") for book in laws] == ["permitted", "gap", "gap", "gap"]
    assert [verdict(book, "carry", day="2016-01-01") for book in laws] == ["permitted", "gap", "permitted", "permitted"]
    assert [verdict(book, "carry", day="2016-12-31") for book in laws] == ["permitted", "permitted", "gap", "permitted"]
    assert [verdict(book, "carry", day="2017-01-01") for book in laws] == ["gap", "gap", "gap", "permitted"]


def test_a_window_of_a_day_grows_and_does_not_vanish() -> None:
    text = "provision p cites l from 2016-01-01 until 2016-01-02 permit carry\n"
    assert written(text, "move-date") == [
        ("from 2016-01-01", "from 2015-12-31"),
        ("until 2016-01-02", "until 2016-01-03"),
    ]


def test_a_document_and_a_repeal_are_a_day_off() -> None:
    text = "provision p cites n permit carry\nrepeal n by r from 2018-03-01\n"
    assert written(text, "move-date", "n") == [
        ("in force from 2015-02-01", "in force from 2015-01-31"),
        ("in force from 2015-02-01", "in force from 2015-02-02"),
        ("from 2018-03-01", "from 2018-02-28"),
        ("from 2018-03-01", "from 2018-03-02"),
    ]
    earlier, later, sooner, longer = (changed(book_of(text), mutant.change) for mutant in made(text, "move-date", "n"))
    assert verdict(earlier, "carry", day="2015-01-31") == "permitted"
    assert verdict(later, "carry", day="2015-02-01") == "gap"
    assert verdict(sooner, "carry", day="2018-02-28") == "gap"
    assert verdict(longer, "carry", day="2018-03-01") == "permitted"


def test_a_date_in_a_test_is_a_day_off_either_way() -> None:
    assert written("provision p cites l when day < 2016-05-01 permit carry\n", "move-date") == [
        ("day <= 2016-04-30", "day <= 2016-04-29"),
        ("day <= 2016-04-30", "day <= 2016-05-01"),
    ]
    assert written("provision p cites l when day is 2016-05-01 permit carry\n", "move-date") == [
        ("day is 2016-05-01", "day is 2016-04-30"),
        ("day is 2016-05-01", "day is 2016-05-02"),
    ]


def test_a_bound_is_one_unit_off() -> None:
    text = "provision p cites l when kg < 5 permit carry\n"
    assert written(text, "swap-strictness") == [("kg <= 4", "kg <= 3"), ("kg <= 4", "kg <= 5")]
    assert verdict(changed(book_of(text), made(text, "swap-strictness")[1].change), "carry", kg=5) == "permitted"
    assert written("provision p cites l when kg between 2 and 4 permit carry\n", "swap-strictness") == [
        ("kg between 2 and 4", "kg between 1 and 4"),
        ("kg between 2 and 4", "kg between 2 and 3"),
        ("kg between 2 and 4", "kg between 3 and 4"),
        ("kg between 2 and 4", "kg between 2 and 5"),
    ]


def test_two_quantities_compared_are_one_unit_off() -> None:
    text = "provision p cites l when day > 2016-01-01 and kg + kg > 7 permit carry\n"
    assert written(text, "swap-strictness") == [("kg >= 4", "kg >= 3"), ("kg >= 4", "kg >= 5")]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("mode is sea", ["mode in { sea, road }"]),
        ("mode in { sea, air }", ["mode is air", "mode is sea", "mode is not road"]),
        ("mode is not sea", ["mode in { sea, road }"]),
        ("site is area", ["site in { area, park }", "site is not yard"]),
        ("site is port", ["site is not area"]),
        ("site in { zone, port }", ["site is port", "site is zone", "site in { zone, port, yard }"]),
        ("wet", []),
    ],
)
def test_a_set_has_a_value_more_or_less(test: str, expected: list[str]) -> None:
    text = f"provision p cites l when {test} permit carry\n"
    assert [after for _, after in written(text, "change-set")] == expected


def test_an_answer_that_is_tested_is_one_of_others() -> None:
    text = "provision q cites l permit store\nprovision p cites l when store is permitted permit carry\n"
    assert written(text, "change-set") == [("store is permitted", "store in { forbidden, permitted }")]


@pytest.mark.parametrize(
    ("effect", "question", "after", "now", "then"),
    [
        ("permit carry", "carry", "forbid carry", "permitted", "forbidden"),
        ("forbid carry", "carry", "permit carry", "forbidden", "permitted"),
        ("require carry by carrier", "carry", "exempt carry", "required", "not-required"),
        ("exempt carry", "carry", "require carry", "not-required", "required"),
        ("decide fee is low", "fee", "decide fee is middle", "low", "middle"),
        ("decide fee is high", "fee", "decide fee is low", "high", "low"),
    ],
)
def test_an_effect_is_another(effect: str, question: str, after: str, now: str, then: str) -> None:
    text = f"provision p cites l {effect}\n"
    assert [words for _, words in written(text, "flip-effect")] == [after]
    assert verdict(book_of(text), question) == now
    assert verdict(only(text, "flip-effect"), question) == then


def test_what_is_said_otherwise_keeps_its_contrary() -> None:
    text = "provision p cites l permit carry only if far\n"
    other = only(text, "flip-effect")
    assert (verdict(book_of(text), "carry", far=True), verdict(book_of(text), "carry", far=False)) == (
        "permitted",
        "forbidden",
    )
    assert (verdict(other, "carry", far=True), verdict(other, "carry", far=False)) == ("forbidden", "permitted")
    assert written(text, "negate") == [("far", "not far")]
    assert verdict(only(text, "negate"), "carry", far=True) == "forbidden"


def test_what_silence_means_is_another() -> None:
    text = 'question stay "May it stay?" silence means forbidden cites l\nprovision p cites l when far permit stay\n'
    assert written(text, "flip-effect", "stay") == [("forbid stay", "permit stay")]
    assert verdict(only(text, "flip-effect", "stay"), "stay", far=False) == "permitted"


def test_neighbouring_ranks_change_places() -> None:
    text = "provision p cites r permit carry\nprovision q cites n forbid carry\n"
    assert written(text, "swap-ranks", "t") == [("law > rule", "rule > law"), ("rule > notice", "notice > rule")]
    first, second = (changed(book_of(text), mutant.change) for mutant in made(text, "swap-ranks", "t"))
    assert verdict(book_of(text), "carry") == "permitted"
    assert verdict(first, "carry") == "permitted"
    assert verdict(second, "carry") == "forbidden"


def test_ranks_are_not_swapped_where_a_relation_would_lose_its_power() -> None:
    text = "provision p cites r permit carry\nprovision q exception to p cites l when far forbid carry\n"
    assert written(text, "swap-ranks", "t") == [("rule > notice", "notice > rule")]


def test_what_is_reserved_for_a_rank_stays_with_its_name() -> None:
    text = "provision p cites l unless otherwise provided by notice permit carry\n"
    (mutant,) = [m for m in made(text, "swap-ranks", "t") if _english(m.before) == "rule > notice"]
    assert changed(book_of(text), mutant.change).provisions["p"].reserved == (1,)


def test_a_reservation_is_left_out() -> None:
    text = "provision p cites l unless otherwise provided permit carry\nprovision q cites n forbid carry\n"
    assert written(text, "drop-reservation") == [("unless otherwise provided", "nothing")]
    assert verdict(book_of(text), "carry") == "forbidden"
    assert verdict(only(text, "drop-reservation"), "carry") == "permitted"


def test_the_scope_of_a_question_is_a_little_off() -> None:
    text = 'question stay "May it stay?" within far and kg > 3\nprovision p cites l permit stay\n'
    assert written(text, "drop-conjunct", "stay") == [("far", "nothing"), ("kg >= 4", "nothing")]


EVERYTHING = """provision base cites l unless otherwise provided when far or wet permit carry decide fee is low
provision q exception to base in carry cites l when mode in { sea, road } and kg > 5 forbid carry
provision s proviso to base cites l when day < 2016-01-01 permit store
provision w cites l from 2014-01-01 require store only if far
"""


def test_every_operator_is_tried_and_every_mutant_has_a_name_of_its_own() -> None:
    book = book_of(EVERYTHING)
    found = mutants(book)
    assert {mutant.operator for mutant in found} == set(OPERATORS)
    assert len({mutant.id for mutant in found}) == len(found)
    assert found == mutants(book)


def test_a_mutant_is_never_the_rulebook_itself() -> None:
    book = book_of(EVERYTHING)
    for mutant in mutants(book):
        other = changed(book, mutant.change)
        same = (
            dict(other.provisions) == dict(book.provisions)
            and dict(other.documents) == dict(book.documents)
            and dict(other.questions) == dict(book.questions)
            and other.repeals == book.repeals
            and other.header == book.header
        )
        assert not same, mutant.id
