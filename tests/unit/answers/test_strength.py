"""Of findings that follow from one another, the strongest alone is told."""

import pytest

from tests.unit.uses.linted import HEAD, linted

TWO = HEAD.replace("question store", "question load partial\nquestion store").replace('carried?"', 'carried?" partial')


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Lint provisions; give what is said of the superfluous ones, and of whom."""
    report = linted(text, head=TWO, base="")
    return [(each.id, each.concerns) for each in report.findings if each.id in ("R102", "R103", "R104", "R105")]


def test_what_never_prevails_is_not_called_superfluous_too() -> None:
    text = "provision a cites l when wet forbid carry\nprovision b cites n when wet permit carry"
    assert told(text) == [("R102", ("b", "carry"))]


def test_of_two_that_say_the_same_neither_is_called_superfluous_too() -> None:
    text = "provision a cites l when wet permit carry\nprovision b cites l when wet permit carry"
    assert told(text) == [("R104", ("b", "a", "carry"))]


def test_of_two_of_which_one_says_more_the_one_that_says_less_is_named_once() -> None:
    text = "provision a cites l when wet permit carry\nprovision b cites l when wet and far permit carry"
    assert told(text) == [("R104", ("b", "a", "carry"))]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("", [("R104", ("b", "a", "carry"))]),
        (
            "provision c cites l when wet and far permit load\nprovision d cites l when wet and not far permit load",
            [("R103", ("b", "carry", "load")), ("R104", ("b", "a", "carry"))],
        ),
    ],
)
def test_what_says_the_same_on_one_question_may_be_superfluous_on_all(
    other: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    text = f"provision a cites l when wet permit carry\nprovision b cites l when wet permit carry permit load\n{other}"
    assert [each for each in told(text) if each[1][0] == "b"] == expected


def test_what_cannot_prevail_is_not_to_be_merged() -> None:
    text = (
        "provision a cites l when mode is sea or mode is road forbid carry\n"
        "provision b cites n when mode is sea permit carry\nprovision c cites n when mode is road permit carry"
    )
    assert told(text) == [("R102", ("b", "carry")), ("R102", ("c", "carry"))]
