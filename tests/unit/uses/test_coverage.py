"""What scenarios reach of small rulebooks, counted by hand."""

import pytest

from checker.logic import effort
from tests.unit.uses.covered import covered, covered_by, figures, missed, unshown

FAR = "provision p cites l when far permit carry\n"
EITHER = "provision p cites l when (wet or far) and mode is sea permit carry\n"
EXCEPTED = FAR + "provision e cites l exception to p when wet forbid carry\n"
ALL = "wet: false, far: false, old: false, mode: sea"


def test_a_provision_reached_and_a_silence_not() -> None:
    coverage = covered(FAR, "far: true")
    assert figures(coverage) == {
        "provisions-applying": (1, 1),
        "provisions-winning": (1, 1),
        "exceptions": (0, 0),
        "branches": (0, 0),
        "regions": (1, 2),
        "outcomes": (1, 2),
        "tests": (0, 1),
    }
    assert missed(coverage) == ["`carry` is `gap`, and no provision wins"]
    assert unshown(coverage) == ["`p` that `far` does not hold"]
    assert (coverage.total.reached, coverage.total.all, coverage.total.percent) == (3, 4, 75.0)


def test_both_ways_of_the_one_test_are_all_there_is() -> None:
    coverage = covered(FAR, "far: true", "far: false")
    assert (coverage.total.percent, coverage.tests.percent) == (100.0, 100.0)
    assert (coverage.missed, coverage.unshown) == ((), ())


def test_without_scenarios_nothing_is_reached() -> None:
    coverage = covered(FAR)
    assert (coverage.scenarios, coverage.total.reached, coverage.total.all) == (0, 0, 4)


def test_a_verdict_nobody_expects_anything_of_reaches_nothing() -> None:
    rules = FAR + 'question store "May it be stored?"\nprovision s cites l when far permit store\n'
    coverage = covered_by(rules, "plan: one\nfacts: {day: 2015-06-01, far: true}\nexpect: {carry: permitted}\n")
    assert "`s` applies" in missed(coverage)
    assert "`p` applies" not in missed(coverage)


@pytest.mark.parametrize(
    ("facts", "strikes", "wins"),
    [("far: true, wet: false", 0, 1), ("far: true, wet: true", 1, 1), ("far: false, wet: true", 0, 0)],
    ids=["the rule alone", "the exception with its rule", "the exception without it"],
)
def test_an_exception_strikes_where_its_rule_applies(facts: str, strikes: int, wins: int) -> None:
    found = figures(covered(EXCEPTED, facts))
    assert (found["exceptions"], found["provisions-winning"]) == ((strikes, 1), (wins, 2))


def test_a_proviso_stands_beside_its_rule() -> None:
    rules = "provision p cites l when far require carry\nprovision v cites l proviso to p when wet permit carry\n"
    assert figures(covered(rules, "far: true, wet: true"))["exceptions"] == (1, 1)
    assert "`v` stands beside `p`" in missed(covered(rules, "far: true, wet: false"))


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        ("wet: true, far: false, mode: sea", 1),
        ("wet: true, far: true, mode: sea", 2),
        ("wet: true, far: true, mode: road", 0),
        ("wet: false, far: false, mode: sea", 0),
    ],
)
def test_branches_are_what_an_author_joined_by_or(facts: str, reached: int) -> None:
    assert figures(covered(EITHER, facts))["branches"] == (reached, 2)


def test_a_branch_counts_with_all_that_is_joined_to_it() -> None:
    rules = "provision p cites l when wet and (mode is sea or far and (mode is road or old)) permit carry\n"
    found = covered(rules, "wet: true, far: true, old: false, mode: road")
    assert figures(found)["branches"] == (2, 4)
    assert [line for line in missed(found) if "branch" in line] == [
        "`p` goes by the branch `mode is sea`",
        "`p` goes by the branch `old`",
    ]


def test_what_is_excluded_has_branches_that_keep_a_provision_from_applying() -> None:
    rules = "provision p cites l when far unless (wet or old) permit carry\n"
    assert figures(covered(rules, "far: true, wet: true, old: false"))["branches"] == (1, 2)
    assert figures(covered(rules, "far: true, wet: false, old: false"))["branches"] == (0, 2)
    assert figures(covered(rules, "far: false, wet: true, old: true"))["branches"] == (0, 2)


def test_limbs_rows_and_both_sides_of_only_if_are_branches() -> None:
    limbs = "provision p cites l when any of { a: wet  b: far } permit carry\n"
    assert figures(covered(limbs, "wet: true, far: false"))["branches"] == (1, 2)
    table = "provision p cites l table carry by mode { sea : permit\n road : forbid\n air : forbid }\n"
    assert figures(covered(table, "mode: road"))["branches"] == (1, 3)
    only_if = "provision p cites l when far permit carry only if wet\n"
    assert figures(covered(only_if, "far: true, wet: false"))["branches"] == (1, 2)


def test_a_definition_has_no_branches_where_it_is_used() -> None:
    rules = "define bad = wet or far\nprovision p cites l when bad permit carry\n"
    assert figures(covered(rules, "wet: true, far: false"))["branches"] == (0, 0)


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ("wet: true, far: false, mode: sea", ["wet does not hold", "far", "mode is sea does not hold"]),
        ("wet: true, far: true, mode: sea", ["wet", "far", "mode is sea does not hold"]),
        ("wet: false, far: false, mode: sea", ["wet holds", "far holds", "mode is sea"]),
        ("wet: true, far: false, mode: road", ["wet", "far", "mode is sea holds"]),
        ("wet: false, far: false, mode: road", ["wet", "far", "mode is sea"]),
    ],
)
def test_a_test_matters_where_no_other_masks_it(facts: str, left: list[str]) -> None:
    told = [
        line.removeprefix("`p` ").removeprefix("that ").removeprefix("whether ")
        for line in unshown(covered(EITHER, facts))
    ]
    assert sorted(line.replace("`", "") for line in told) == sorted(left)


def test_a_test_of_one_question_matters_to_another_that_asks_it() -> None:
    rules = (
        'question safe "Is it safe?" partial\nprovision s cites l when wet forbid safe\n'
        "provision p cites l when safe is forbidden forbid carry\n"
    )
    assert "`s` whether `wet`" not in unshown(covered(rules, "wet: true"))
    assert "`s` that `wet` does not hold" in unshown(covered(rules, "wet: true"))


def test_of_an_open_verdict_only_what_is_certain_counts() -> None:
    rules = "provision p cites l when far permit carry\nprovision q cites l when wet permit carry\n"
    coverage = covered(rules, "far: true")
    assert figures(coverage)["provisions-applying"] == (1, 2)
    assert figures(coverage)["regions"] == (0, 4)


def test_a_scenario_of_an_earlier_day_reaches_no_answer_of_the_law_as_it_stands() -> None:
    later = "document m { rank law  issuer npc  issued 2014-01-01  in force from 2014-02-01 }\n" + FAR
    plan = "plan: one\nas_of: 2013-01-01\nfacts: {day: 2015-06-01, far: true}\nexpect: {carry: permitted}\n"
    found = figures(covered_by(later, plan))
    assert (found["provisions-winning"], found["regions"]) == ((1, 1), (0, 2))


def test_what_no_case_reaches_is_told_apart_and_not_counted() -> None:
    rules = "provision p cites l permit carry\nprovision q cites n when wet forbid carry\n"
    coverage = covered(rules, "wet: true")
    assert figures(coverage)["provisions-winning"] == (1, 1)
    assert [str(each) for each in coverage.beyond] == ["`q` wins"]


def test_a_bound_that_is_met_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "MOST_BOXES", 0)
    coverage = covered(FAR, "far: true")
    assert coverage.undecided == ("carry",)
    # What no question laid out can vouch for counts as there to be reached.
    assert figures(coverage)["provisions-winning"] == (1, 1)
    assert figures(coverage)["regions"] == (1, 1)


def test_a_plan_that_is_refused_reaches_nothing() -> None:
    rules = FAR + 'never far and wet because "it cannot be"\n'
    plan = "plan: one\nfacts: {day: 2015-06-01, far: true, wet: true}\nexpect_error: never\n"
    assert covered_by(rules, plan).scenarios == 0


def test_one_suggestion_reaches_as_much_as_goes_together() -> None:
    coverage = covered(EXCEPTED, "far: true, wet: false", suggest=True)
    first = coverage.suggestions[0]
    assert (first.question, first.subject, first.possible) == ("carry", "", ("forbidden",))
    assert {"`e` applies", "`e` wins", "`e` takes `p` out"} <= {str(each) for each in first.reaches}
    assert coverage.unsuggested == 0


def test_nothing_is_suggested_where_all_is_reached() -> None:
    assert covered(FAR, "far: true", "far: false", suggest=True).suggestions == ()
