"""R106: exceptions and overrides that change nothing, and exceptions that swallow their rule."""

from functools import cache, partial

import pytest

from checker.findings import Finding
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.uses.idle import find_idle
from tests.unit.uses.linted import HEAD

RULE = "provision rule cites n when far permit carry\n"


def idle(text: str) -> list[Finding]:
    book, findings = load_texts({"t.rules": HEAD + text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    return [found.finding for found in find_idle(law, cache(partial(over_all_cases, law)))]


def told(text: str) -> list[str]:
    return [str(finding.message) for finding in idle(text)]


def nothing(name: str, form: str = "exception") -> str:
    return f"without the {form} `{name}` no answer would change"


@pytest.mark.parametrize(
    "text",
    [
        "provision e exception to rule cites n when wet permit carry",
        "provision e exception to rule cites n when wet leave carry open\nprovision o cites n when far permit carry",
        (
            "provision e exception to rule cites n when wet forbid carry\n"
            "provision top cites l when far and wet forbid carry"
        ),
    ],
)
def test_an_exception_that_changes_nothing(text: str) -> None:
    """It says the same; another text says what it takes away; a higher text beats the rule there anyway."""
    assert told(RULE + text) == [nothing("e")]


@pytest.mark.parametrize(
    "effect", ["forbid carry", "leave carry open", "leave carry to carrier", "exempt carry", "permit carry by carrier"]
)
def test_an_exception_that_changes_something(effect: str) -> None:
    assert told(f"{RULE}provision e exception to rule cites n when wet {effect}") == []


def test_an_exception_that_is_excepted_everywhere() -> None:
    """`back` stands wherever `e` applies, so `e` never strikes, and `back` swallows it; it is itself no less idle."""
    text = """provision e exception to rule cites n when wet forbid carry
provision back exception to e cites n leave carry open
"""
    assert told(RULE + text) == [
        "the exception `back` leaves nothing of `e` on `carry`",
        nothing("e"),
    ]


def test_an_exception_to_an_exception_gives_the_rule_back() -> None:
    text = """provision e exception to rule cites n when wet forbid carry
provision back exception to e cites n when mode is sea leave carry open
"""
    assert told(RULE + text) == []


def test_what_it_takes_out_may_matter_on_another_question_through_a_proviso() -> None:
    """The rule speaks on carrying alone; its proviso on storing, and only where the rule stands."""
    text = """provision twin cites n when far permit carry
provision e exception to rule cites n when wet permit carry
"""
    proviso = "provision r proviso to rule cites n require store\n"
    assert told(RULE + text) == [nothing("e")]
    assert told(RULE + text + proviso) == []


def test_it_stays_what_others_hang_on() -> None:
    """`more` hangs on `e` and has effects of its own; `e` changes nothing all the same."""
    text = """provision e exception to rule cites n when wet permit carry
provision more proviso to e cites n require store
"""
    assert told(RULE + text) == [nothing("e")]


def test_an_override_that_changes_nothing() -> None:
    text = """provision old cites n when far forbid carry
provision o overrides old because "it is stronger" cites n when far {} carry
"""
    assert told(text.format("permit")) == [], "without it the two would be in conflict"
    assert told(text.format("forbid")) == [nothing("o", "override")]
    finding = idle(text.format("forbid"))[0]
    assert finding.concerns == ("o", "old", "carry")
    assert [str(related.message) for related in finding.related] == ["it is aimed at `old`"]


def test_an_override_with_effects_of_its_own() -> None:
    text = """provision old cites n when far forbid carry
provision o overrides old because "it is stronger" cites l when far or wet forbid carry
"""
    assert told(text) == []


def test_an_exception_that_leaves_its_rule_nothing() -> None:
    (finding,) = idle(RULE + "provision e exception to rule cites n forbid carry")
    assert str(finding.message) == "the exception `e` leaves nothing of `rule` on `carry`"
    assert finding.concerns == ("e", "rule", "carry")
    assert [str(related.message) for related in finding.related] == ["this is the rule"]


def test_two_exceptions_together_swallow_nothing_alone() -> None:
    text = """provision damp exception to rule cites n when wet forbid carry
provision dry exception to rule cites n when not wet forbid carry
"""
    assert told(RULE + text) == []


def test_a_rule_swallowed_on_one_of_its_questions() -> None:
    """Storing is asked of wet goods alone."""
    text = """provision rule cites n permit carry permit store
provision e exception to rule cites n when wet forbid carry forbid store
"""
    assert told(text) == ["the exception `e` leaves nothing of `rule` on `store`"]


def test_days_on_which_the_exception_is_not_in_force_are_left_to_the_rule() -> None:
    text = "provision e exception to rule cites n {} forbid carry"
    assert told(RULE + text.format("until 2020-12-31")) == []
    assert len(told(RULE + text.format("until 2021-01-01"))) == 1, "the last day looked at is 2020-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "provision e exception to rule cites n when not far forbid carry",
        "provision r proviso to rule cites n permit carry",
    ],
)
def test_what_is_no_such_provision(text: str) -> None:
    """No case reaches the one (R101); the other takes nothing out (R103)."""
    assert told(RULE + text) == []
