"""R108: answers nothing ever gives."""

import pytest

from tests.unit.uses.linted import found

WAY = "question way about mode\nprovision w cites l "


@pytest.mark.parametrize(
    ("rest", "values"),
    [
        ("permit way in { sea }", "`road` and `air`"),
        ("permit way in { sea } forbid way in { road }", "`air`"),
        ("when far permit way in { sea, road, air }", None),
        ("permit way only in { sea }", None),
        ("permit way", None),
        ("leave way to carrier", None),
        ("when mode is sea permit way", "`road` and `air`"),
        ("when mode is sea permit way forbid way in { road }", "`road` and `air`"),
        ('permit way in { sea }\nknown gap g in way when mode is air because "no text"', "`road`"),
    ],
)
def test_values_of_a_choice_of_which_nothing_is_said(rest: str, values: str | None) -> None:
    assert found(WAY + rest, "R108") == ([] if values is None else [f"in `way` nothing is said of {values}"])


def test_a_value_outside_the_scope_of_its_question_is_not_missed() -> None:
    text = "question way about mode within mode is not air\nprovision w cites l permit way in { sea }"
    assert found(text, "R108") == ["in `way` nothing is said of `road`"]


def test_a_value_that_cannot_be_is_not_missed() -> None:
    text = 'never mode is air because "no field"\n' + WAY + "permit way in { sea }"
    assert found(text, "R108") == ["in `way` nothing is said of `road`"]


VALUE = "question class answers one of { low, middle, high }\nprovision c cites l "


@pytest.mark.parametrize(
    ("rest", "values"),
    [
        ("decide class is low", "`middle` and `high`"),
        ("when wet decide class is low\nprovision d cites l decide class is high", "`middle`"),
        ("when wet and not wet decide class is high\nprovision d cites l decide class is low", "`middle` and `high`"),
        ("decide class is low\nprovision d cites l until 2009-01-01 decide class is high", "`middle` and `high`"),
        ("decide class is low\nprovision d cites l leave class to carrier", None),
        ("table class by mode { sea : low  road : middle  air : high }", None),
    ],
)
def test_values_a_question_never_has(rest: str, values: str | None) -> None:
    expected = [] if values is None else [f"`class` is never answered with {values}"]
    assert found(VALUE + rest, "R108") == expected


def test_a_value_that_silence_means_is_given() -> None:
    text = VALUE.replace("high }", "high } silence means high") + "decide class is low"
    assert found(text, "R108") == ["`class` is never answered with `middle`"]


def test_practice_gives_no_answer() -> None:
    text = "document habit { practice  issued 2015-01-01  in force from 2015-01-01 }\n"
    assert found(text + VALUE + "decide class is low\nprovision d cites habit decide class is high", "R108") == [
        "`class` is never answered with `middle` and `high`"
    ]


@pytest.mark.parametrize(
    ("text", "is_missed"),
    [
        ("question ask", True),
        ("question ask partial", True),
        ("question ask silence means permitted", False),
        ('question ask known gap g in ask because "no text"', False),
        ("question ask provision p cites l leave ask to carrier", False),
        ("question ask provision p cites l permit ask", False),
        ("question ask within wet provision p cites l when not wet permit ask", True),
        ("question many answers integer 0..9", True),
    ],
)
def test_a_question_nobody_answers(text: str, is_missed: bool) -> None:
    name = text.split()[1]
    assert found(text, "R108") == ([f"nothing answers `{name}` in any case"] if is_missed else [])


KINDS = "fact kind : one of { a, b, c, d }\nquestion way about kind\n"
OTHERWISE = 'provision c cites l reading r "so" permit carry\nprovision q cites l reading r else "or so" '


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (f"question ask\n{OTHERWISE} permit ask", []),
        (f"{WAY} permit way in {{ sea, road }}\n{OTHERWISE} forbid way in {{ air }}", []),
        (
            f"{KINDS}provision p cites l permit way in {{ a }}\n{OTHERWISE} forbid way in {{ b }}",
            ["in `way` nothing is said of `c` and `d`"],
        ),
    ],
)
def test_what_is_said_if_words_are_read_the_other_way_is_said(text: str, messages: list[str]) -> None:
    assert found(text, "R108") == messages
