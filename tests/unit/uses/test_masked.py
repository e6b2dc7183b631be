"""R102: provisions that never prevail, and who is named for it."""

from collections.abc import Iterator
from functools import cache, partial

import pytest

from checker.findings import Finding
from checker.logic import Law, feasibility
from checker.logic.area import Found
from checker.logic.horizon import over_all_cases
from checker.regions.integers import SearchLimitError
from checker.rulebook import load_texts
from checker.uses.masked import find_masked, is_masked
from tests.unit.uses.linted import HEAD

OTHERS = HEAD + "document m { rank notice  issuer gacc  issued 2018-01-01  in force from 2018-02-01 }\n"


def masked(text: str) -> Iterator[Found]:
    book, findings = load_texts({"t.rules": OTHERS + text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    return find_masked(law, cache(partial(over_all_cases, law)))


def told(text: str) -> list[tuple[str, list[str]]]:
    """Return of each finding its sentence and who is blamed."""
    return [(str(f.finding.message), blamed(f.finding)) for f in masked(text)]


def blamed(finding: Finding) -> list[str]:
    return [str(related.message) for related in finding.related]


def higher(*names: str) -> list[str]:
    return [f"`{name}` prevails over it: its rank is higher" for name in names]


def test_a_union_of_two_covers_it_and_a_third_is_not_needed() -> None:
    """Sea and road are all of `mode is not air`; `third` covers a part that the two cover anyway."""
    text = """provision p cites n when mode is not air permit carry
provision third cites l when mode is sea and wet forbid carry
provision one cites l when mode is sea forbid carry
provision two cites l when mode is road forbid carry
"""
    assert told(text) == [("`p` never prevails", higher("one", "two"))]


def test_a_big_one_covers_it_although_there_are_several_slivers() -> None:
    """The slivers together would cover it too, but one is fewer than three."""
    text = """provision p cites n when far permit carry
provision s1 cites l when far and mode is sea forbid carry
provision s2 cites l when far and mode is road forbid carry
provision s3 cites l when far and mode is air forbid carry
provision whole cites l forbid carry
"""
    assert told(text) == [("`p` never prevails", higher("whole"))]


def test_more_than_two_are_named_until_it_is_covered() -> None:
    """Three modes, one each; `wide` covers four of six cases of `mode` and `wet`, and is not needed beside the three.

    `wide` is taken first, being the biggest, and all three are still needed for what it leaves: so it falls out again.
    """
    text = """provision p cites n permit carry
provision a cites l when mode is sea forbid carry
provision b cites l when mode is road forbid carry
provision c cites l when mode is air forbid carry
provision wide cites l when mode in { sea, road } and wet or mode is air and wet forbid carry
"""
    ((message, who),) = told(text)
    assert (message, sorted(who)) == ("`p` never prevails", higher("a", "b", "c"))


def test_the_biggest_opposite_answer_is_named_though_others_cover_it() -> None:
    """It yields everywhere to `same`, which says the same; who denies it has to be looked at all the same."""
    text = """provision p unless otherwise provided cites n when far permit carry
provision same cites l when far permit carry
provision small cites m when far and wet and mode is sea forbid carry
provision big cites m when far and wet forbid carry
"""
    assert dict(told(text))["`p` never prevails"] == ["it yields to `same`", "it yields to `big`"]


def test_what_applies_nowhere_is_not_masked() -> None:
    text = """provision p cites n when wet and not wet permit carry
provision top cites l forbid carry
"""
    assert told(text) == []


@pytest.mark.parametrize("answer", ["permit", "forbid"])
def test_equal_provisions_do_not_mask_one_another(answer: str) -> None:
    """Of one day and one issuer both win, whether they agree or clash."""
    assert told(f"provision p cites n when far permit carry\nprovision o cites n when far {answer} carry") == []


def test_equal_provisions_are_masked_by_a_third_each() -> None:
    text = """provision p cites n when far permit carry
provision o cites n when far permit carry
provision top cites l when far forbid carry
"""
    assert told(text) == [("`o` never prevails", higher("top")), ("`p` never prevails", higher("top"))]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (
            "provision p cites n when far permit carry\nprovision e exception to p cites n forbid carry",
            "`e` takes it out",
        ),
        (
            (
                "provision p cites n when far permit carry\n"
                'provision e overrides p because "so" cites n when far forbid carry'
            ),
            "`e` takes it out",
        ),
        (
            "provision p cites n from 2018-02-01 when far permit carry\nprovision later cites m when far forbid carry",
            "`later` prevails over it: it is later",
        ),
    ],
)
def test_how_it_is_kept_from_prevailing(text: str, how: str) -> None:
    assert dict(told(text))["`p` never prevails"] == [how]


def test_special_against_general_of_one_day() -> None:
    """Where both special ones apply nothing is left of the general one: `far` is met by them together."""
    text = """provision p cites n when far permit carry
provision dry cites n when far and not wet forbid carry
provision damp cites n when far and wet forbid carry
"""
    special = [f"`{name}` prevails over it: it is more special" for name in ("damp", "dry")]
    assert told(text) == [("`p` never prevails", special)]


def test_later_and_special_at_once() -> None:
    text = """provision p cites n from 2018-02-01 when far permit carry
provision q1 cites m when far and wet forbid carry
provision q2 cites m when far and not wet forbid carry
"""
    ((_, who),) = told(text)
    assert who == [f"`{name}` prevails over it: it is later and more special" for name in ("q1", "q2")]


def test_masked_on_some_of_its_questions_only() -> None:
    text = """provision p cites n permit carry permit store
provision top cites l when wet forbid store
"""
    (found,) = masked(text)
    assert str(found.finding.message) == "`p` never prevails on `store`"
    assert found.finding.concerns == ("p", "store")
    assert [area.resolution.question.question.name for area in found.areas] == ["store"]


def test_masked_wherever_it_is_asked_about() -> None:
    """On `store`, asked of wet goods only, it does not apply: there is nothing else that it could still do."""
    text = """provision p cites n when not wet permit carry permit store
provision top cites l forbid carry
"""
    assert told(text) == [("`p` never prevails", higher("top"))]


@pytest.mark.parametrize(
    "text",
    [
        "provision base cites l permit carry\nprovision p exception to base cites l when wet leave carry open",
        "provision p cites n leave carry to carrier\nprovision top cites l forbid carry",
        (
            "document o { practice  issued 2015-01-01  in force from 2015-02-01 }\n"
            "provision p cites o permit carry\nprovision top cites l forbid carry"
        ),
        "provision p cites n permit carry\nprovision top cites l until 2020-12-31 forbid carry",
    ],
)
def test_what_is_no_such_provision(text: str) -> None:
    """A carve-out and a power claim nothing, practice is exempt, and one day is left to the last."""
    assert told(text) == []


def test_its_region_is_where_it_would_answer() -> None:
    text = "provision p cites n when far permit carry\nprovision top cites l when far or wet forbid carry"
    (found,) = masked(text)
    (area,) = found.areas
    case, far = area.resolution.case, area.resolution.unit("part", "p", "0")
    begun = area.resolution.unit("window", "p")
    expected = case.both(case.both(far, begun), area.resolution.asked)
    assert case.is_within(area.region, expected)
    assert case.is_within(expected, area.region)


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [("permit carry only if wet", False), ("permit carry", True), ("forbid carry", False)],
)
def test_the_set_alone(answer: str, is_one: bool) -> None:
    """With `only if` it also forbids, where it agrees with what is of higher rank and wins beside it."""
    book, _ = load_texts({"t.rules": HEAD + f"provision p cites n when far {answer}\nprovision t cites l forbid carry"})
    assert book is not None
    resolution = over_all_cases(Law(book), "carry")
    assert is_masked(resolution, "p") == is_one
    assert not is_masked(resolution, "t")


def test_what_a_search_gave_up_on_is_said_to_be_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    def given_up(*_: object) -> None:
        raise SearchLimitError

    text = """fact a : integer 0..9
fact b : integer 0..9
provision p cites n when a + b > 17 permit carry
provision top cites l forbid carry
"""
    assert told(text) == [("`p` never prevails", higher("top"))]
    monkeypatch.setattr(feasibility, "solve", given_up)
    (found,) = masked(text)
    assert (found.finding.id, found.finding.concerns) == ("A102", ("p", "carry"))
    assert str(found.finding.message).startswith("whether `p` ever prevails on `carry` is not decided")
