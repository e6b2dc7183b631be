"""R103: provisions without which nothing changes."""

from functools import cache, partial

import pytest

from checker.findings import Finding
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.uses.redundant import find_redundant
from tests.unit.uses.linted import HEAD

FURTHER = HEAD + "document m { rank notice  issuer mofcom  issued 2015-01-01  in force from 2015-02-01 }\n"


def redundant(text: str, head: str = FURTHER) -> list[Finding]:
    book, findings = load_texts({"t.rules": head + text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    return [found.finding for found in find_redundant(law, cache(partial(over_all_cases, law)))]


def names(text: str, head: str = FURTHER) -> list[str]:
    return [finding.concerns[0] for finding in redundant(text, head)]


def told(text: str) -> list[tuple[str, str, list[str]]]:
    """Return of each finding its weight, its sentence and the provisions that answer in its place."""
    return [
        (f.severity.value, str(f.message), [str(r.message).split("`")[1] for r in f.related]) for f in redundant(text)
    ]


def test_what_two_others_of_its_rank_say_together() -> None:
    text = """provision p cites n when far permit carry
provision damp cites n when wet permit carry
provision dry cites n when not wet permit carry
"""
    assert told(text) == [("warning", "without `p` no answer would change", ["damp", "dry"])]


def test_what_a_text_of_another_rank_says_is_restated() -> None:
    text = "provision p cites n when far permit carry\nprovision top cites l when far permit carry"
    assert told(text) == [("info", "`p` restates `top`", ["top"])]


@pytest.mark.parametrize(
    ("since", "expected"), [("2015-01-31", ["lower"]), ("2015-02-01", ["lower", "p"]), ("2015-02-02", ["p"])]
)
def test_windows_count(since: str, expected: list[str]) -> None:
    """The lower text begins on 2015-02-01; on a day on which only one of the two is in force that one is needed."""
    text = f"provision p cites l from {since} permit carry\nprovision lower cites n permit carry"
    assert names(text) == expected


def test_silence_that_says_the_same_is_restated() -> None:
    text = "question q silence means permitted\nprovision p cites n when far permit q"
    assert told(text) == [("info", "`p` restates what silence means on `q`", [])]


@pytest.mark.parametrize(
    "rest",
    [
        "permit q by carrier",
        "forbid q",
        "permit q\nprovision o cites m when wet forbid q",
        "permit q\nprovision g unless otherwise provided cites m when wet forbid q",
    ],
)
def test_what_silence_would_not_say(rest: str) -> None:
    """A bearer; the contrary; a clash that would not be one; a reserved text that would come back."""
    text = f"question q silence means permitted\nprovision p cites n when far {rest}"
    assert "p" not in names(text)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("require carry by carrier", "require carry", ["o"]),
        ("require carry within 3 days after day", "require carry", ["o"]),
        ("require carry by carrier", "require carry within 3 days after day", []),
        ("require carry", "permit carry", ["o"]),
        ("permit carry", "exempt carry", ["o"]),
        ("exempt carry", "forbid carry", ["p"]),
    ],
)
def test_the_joined_answer_with_bearer_and_deadline_is_what_counts(mine: str, theirs: str, expected: list[str]) -> None:
    """Beside a duty a permission says nothing more, nor does an exemption beside a ban or a permission."""
    assert names(f"provision p cites n when far {mine}\nprovision o cites n when far {theirs}") == expected


def test_what_keeps_another_text_from_answering_is_needed() -> None:
    """A reserved text of another opinion comes back without it; one that was beaten by it does too."""
    reserved = """provision p cites n when far permit carry
provision same cites n when far and wet permit carry
provision g unless otherwise provided cites l when far forbid carry
"""
    beaten = """provision p cites l when far permit carry
provision same cites n when far permit carry
provision o cites m when far and wet forbid carry
"""
    assert "p" not in names(reserved)
    assert "p" not in names(beaten)


def test_a_beaten_text_still_beats_and_so_is_needed() -> None:
    """`first` is struck by `middle`, which `last` strikes in its turn; without `middle` the first would win beside."""
    head = FURTHER + "document o { rank notice  issuer gacc  issued 2018-01-01  in force from 2018-02-01 }\n"
    text = """document r { rank notice  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
provision first cites r from 2018-02-01 require carry
provision middle cites n from 2018-02-01 forbid carry
provision last cites o permit carry
"""
    assert names(text, head) == ["first"]


def test_a_conflict_that_remains_is_no_change() -> None:
    """The two say the same and clash with a third of another issuer: each of the two is enough for that."""
    text = """provision p cites n when far permit carry
provision o cites n when far permit carry
provision x cites m when far forbid carry
"""
    assert names(text) == ["o", "p"]


def test_it_stays_what_a_proviso_hangs_on() -> None:
    text = """provision p cites n when far permit carry
provision o cites n when far permit carry
provision r proviso to p cites n when wet require store
"""
    assert names(text) == ["o", "p"]


def test_an_exception_to_it_is_not_its_own_effect() -> None:
    """Where it is wet `p` is taken out, and its twin stands and clashes with the exception, of another issuer."""
    text = """provision p cites n when far permit carry
provision e exception to p cites m when wet forbid carry
provision o cites n when far permit carry
"""
    assert names(text) == ["p"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("provision p cites n when far leave carry to carrier\nprovision o cites n leave carry to carrier", ["p"]),
        ("provision p cites n when far leave carry to carrier\nprovision o cites n leave carry to customs", []),
        ("provision p cites n when far leave carry to carrier\nprovision o cites n permit carry", ["p"]),
        ("provision p cites n when far leave carry to carrier\nprovision o cites n when wet permit carry", []),
    ],
)
def test_powers_are_effects(text: str, expected: list[str]) -> None:
    head = FURTHER.replace("roles carrier", "roles carrier, customs")
    assert [name for name in names(text, head) if name == "p"] == expected


def test_one_question_on_which_it_matters_is_enough() -> None:
    both = "provision p cites n when far permit carry permit store\nprovision o cites n permit carry"
    assert names(both) == []
    assert names(f"{both}\nprovision s cites n permit store") == ["p"]


def test_collected_values_are_answers() -> None:
    text = """question q collects text
provision p cites n when far decide q is "a"
provision o cites n decide q is "{}"
"""
    assert names(text.format("a")) == ["p"]
    assert names(text.format("b")) == []


def test_values_are_answers() -> None:
    text = """question q answers integer 0..9
provision p cites n when far decide q is 3
provision o cites m decide q is {}
"""
    assert names(text.format(3)) == ["p"]
    assert names(text.format(4)) == []


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites n when far and not far permit carry\nprovision o cites n permit carry",
        (
            "document q { practice  issued 2015-01-01  in force from 2015-02-01 }\n"
            "provision p cites q permit carry\nprovision o cites n permit carry"
        ),
        "provision o cites n permit carry\nprovision p exception to o cites n when far permit carry",
        "provision o cites n permit carry\nprovision p cites n leave carry open",
    ],
)
def test_what_is_no_such_provision(text: str) -> None:
    """One that no case reaches, practice, an exception (R106), a carve-out: none of them has effects to be missed."""
    assert "p" not in names(text)


def test_another_date_by_which_it_is_tested_is_looked_at_too() -> None:
    """On days before the cover only the second question tells `p` and its twin apart: it goes by another date."""
    head = FURTHER.replace("fact day : date", "fact day : date\nfact then : date")
    text = """question past governed by then
question now within past is permitted
provision p cites l when then < 2005-01-01 permit past
provision o cites l when then >= 2010-01-01 permit past
provision a cites l permit now
"""
    assert names(text, head) == []


def test_where_nothing_can_happen_nothing_is_said() -> None:
    text = 'never wet because "a"\nnever not wet because "b"\nprovision p cites n permit carry\n'
    assert names(f"{text}provision o cites n permit carry") == []
