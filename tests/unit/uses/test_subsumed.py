"""R104: provisions that say nothing another one does not say."""

from functools import cache, partial

import pytest

from checker.findings import Finding
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.uses.subsumed import find_subsumed, subsuming
from tests.unit.uses.linted import HEAD


def subsumed(text: str) -> list[Finding]:
    book, findings = load_texts({"t.rules": HEAD + text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    return [found.finding for found in find_subsumed(law, cache(partial(over_all_cases, law)))]


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.severity.value, str(finding.message)) for finding in subsumed(text)]


def test_a_part_of_what_another_says() -> None:
    text = "provision p cites n when far and wet permit carry\nprovision o cites n when far permit carry"
    (finding,) = subsumed(text)
    assert str(finding.message) == "`p` says nothing that `o` does not say"
    assert (finding.severity.value, finding.concerns) == ("warning", ("p", "o", "carry"))
    assert [str(related.message) for related in finding.related] == ["`o` says it as well"]


def test_duplicates_are_told_once_at_the_later_place() -> None:
    text = "provision b cites n when far permit carry\nprovision a cites n when not not far permit carry"
    (finding,) = subsumed(text)
    assert (str(finding.message), finding.concerns) == ("`a` and `b` say the same", ("a", "b", "carry"))


def test_three_of_a_kind_are_three_pairs() -> None:
    text = "".join(f"provision {name} cites n when far permit carry\n" for name in "abc")
    assert [message for _, message in told(text)] == [
        "`b` and `a` say the same",
        "`c` and `a` say the same",
        "`c` and `b` say the same",
    ]


def test_beside_a_higher_text_it_is_a_hint() -> None:
    text = "provision p cites n when far permit carry\nprovision o cites l when far permit carry"
    assert told(text) == [("info", "`p` says nothing that `o` does not say")]


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites l when far and wet permit carry\nprovision o cites n when far permit carry",
        "provision p cites n when far permit carry\nprovision o cites n when far and wet permit carry forbid store",
        "provision p cites n when far forbid carry\nprovision o cites n permit carry",
        "provision p cites n when far require carry by carrier\nprovision o cites n require carry",
        "provision p cites n when far require carry within 2 days after day\nprovision o cites n require carry",
        "provision p cites n when far permit carry\nprovision o cites n from 2016-01-01 permit carry",
        "provision p cites n when far permit carry\nprovision e exception to p cites n when wet permit carry",
        "provision p cites n when far permit carry\nprovision r proviso to p cites n when wet permit carry",
        "provision p cites n when far and not far permit carry\nprovision o cites n permit carry",
        "provision p cites n when far permit carry leave carry to carrier\nprovision o cites n permit carry",
        (
            "document q { practice  issued 2015-01-01  in force from 2015-02-01 }\n"
            "provision p cites q when far permit carry\nprovision o cites n permit carry"
        ),
    ],
)
def test_what_is_no_such_pair(text: str) -> None:
    """A lower text; a part; another answer, bearer or deadline; other days; what hangs on it; nothing; practice."""
    assert [finding for finding in subsumed(text) if finding.concerns[0] == "p"] == []


def test_a_window_within_the_other() -> None:
    text = "provision p cites l from 2016-01-01 until 2017-01-01 permit carry\nprovision o cites l permit carry"
    assert told(text) == [("warning", "`p` says nothing that `o` does not say")]


def test_outside_what_the_question_is_asked_of_nothing_is_compared() -> None:
    """Storing is asked of wet goods only, and there the two are one."""
    text = "provision p cites n permit store\nprovision o cites n when wet permit store"
    assert told(text) == [("warning", "`o` and `p` say the same")]


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        ("when far", "`p` says nothing on `carry` that `o` does not say"),
        ("", "`p` and `o` say the same on `carry`"),
    ],
)
def test_on_some_questions_only(rest: str, message: str) -> None:
    text = f"provision o cites n permit carry\nprovision p cites n {rest} permit carry permit store"
    assert message in [str(finding.message) for finding in subsumed(text)]


def test_claims_under_several_conditions_are_compared_one_by_one() -> None:
    text = """provision p cites n when far permit carry only if wet
provision o cites n permit carry only if {}
"""
    assert len(told(text.format("wet"))) == 1
    assert told(text.format("wet or mode is sea")) == [], "where it is dry and by sea they differ"


def test_an_exception_takes_out_what_the_other_leaves() -> None:
    """`e` says what `o` says, and takes the rule out besides; in the set it is, among what is told it is not."""
    text = """provision rule cites n permit carry
provision e exception to rule cites n when far forbid carry
provision o cites l when far forbid carry
"""
    assert told(text) == []
    book, _ = load_texts({"t.rules": HEAD + text})
    assert book is not None
    law = Law(book)
    assert subsuming(law, over_all_cases(law, "carry"), "e") == ("o",)


def test_two_exceptions_to_one_rule() -> None:
    text = """provision rule cites n permit carry
provision e exception to rule cites n when far and wet forbid carry
provision o exception to rule cites n when far forbid carry
"""
    assert told(text) == [("warning", "`e` says nothing that `o` does not say")]


def test_powers_are_said_too() -> None:
    text = "provision p cites n when far leave carry to carrier\nprovision o cites n leave carry to carrier"
    assert told(text) == [("warning", "`p` says nothing that `o` does not say")]
