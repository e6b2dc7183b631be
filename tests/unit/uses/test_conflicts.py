"""C101: who contradicts whom, why nothing decides, and in which cases; expected by hand, and by the verdict itself."""

from itertools import product

import pytest

from checker.logic import Law, Subject
from checker.logic.area import Found
from checker.rulebook.model import Facts, Value
from checker.uses import conflicts
from checker.uses.conflicts import conflict_region, find_conflicts
from tests.unit.uses.regions_held import day, held, law_of, maps_of

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2020-12-31
  ranks law > notice = local  ruling notice, local by state_council  governed by day  roles carrier, owner }
fact day : date
fact a : boolean
fact b : boolean
fact c : boolean
fact n : integer 0..9
fact way : one of { sea, road, air }
document old { rank notice  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document town { rank local  issuer shanghai  issued 2015-01-01  in force from 2015-02-01 }
document twin { rank notice  issuer mofcom  issued 2015-01-01  in force from 2015-02-01 }
document port { rank notice  issuer mot  issued 2015-01-01  in force from 2015-02-01 }
question q "May it be done?"
question v "How many?" answers integer 0..9
question w "Which?" about way
"""
BOOLEANS: dict[str, tuple[Value, ...]] = dict.fromkeys("abc", ("true", "false"))
ISSUERS = "they are of one rank and their issuers differ; `state_council` rules"


def conflicts_of(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_conflicts(law, maps_of(law)))


def told(text: str) -> list[str]:
    return [str(each.finding.message) for each in conflicts_of(text)]


def cases_of(found: Found) -> set[tuple[Value, ...]]:
    (area,) = found.areas
    assert area.word == "conflict"
    return set(held(area.resolution, area.region, BOOLEANS))


def where(**facts: bool) -> set[tuple[str, ...]]:
    """Return the combinations of the three booleans in which some have a value."""
    every = product(("true", "false"), repeat=3)
    return {case for case in every if all(case["abc".index(f)] == str(v).lower() for f, v in facts.items())}


def test_two_issuers_of_one_rank() -> None:
    (found,) = conflicts_of("provision p cites new when a permit q\nprovision f cites town when b forbid q\n")
    finding = found.finding
    assert str(finding.message) == (
        "`q` is forbidden by `f`, permitted by `p`, and no principle decides: "
        "they are of one rank and their issuers differ; `state_council` rules"
    )
    assert finding.concerns == ("q", "f", "p")
    assert [str(related.message) for related in finding.related] == ["permitted here"]
    first = HEAD.count("\n") + 1
    assert finding.span is not None
    assert (finding.span.line, finding.related[0].span.line) == (first + 1, first)
    assert cases_of(found) == where(a=True, b=True)


@pytest.mark.parametrize(
    ("text", "answers", "undecided"),
    [
        (
            "provision p cites new require q provision f cites twin exempt q",
            "`q` is not required by `f`, required by `p`",
            ISSUERS,
        ),
        (
            "provision p cites new when a permit q provision f cites new when b forbid q",
            "`q` is forbidden by `f`, permitted by `p`",
            "they are of one day, and neither is special; `gacc` rules",
        ),
        (
            "provision p cites new permit q provision f cites old when b forbid q",
            "`q` is forbidden by `f`, permitted by `p`",
            "one is older, and more special; `gacc` rules",
        ),
        (
            "provision p cites new require q by carrier provision f cites twin require q by owner",
            "`q` is required in different ways by `f` and `p`",
            ISSUERS,
        ),
        (
            "provision p cites new permit q exempt q provision f cites twin require q",
            "`q` is required by `f`, permitted and not required by `p`",
            ISSUERS,
        ),
        (
            "provision p cites new decide v is 3 provision f cites twin decide v is 4",
            "`v` is `4` by `f`, `3` by `p`",
            ISSUERS,
        ),
        (
            "provision p cites new permit w only in { sea } provision f cites twin permit w only in { road }",
            "`f` and `p` contradict one another on `w`",
            ISSUERS,
        ),
    ],
)
def test_what_is_said_of_two(text: str, answers: str, undecided: str) -> None:
    assert told(text) == [f"{answers}, and no principle decides: {undecided}"]


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites new permit q provision f cites twin require q",
        "provision p cites new when a permit q provision f cites twin when not a forbid q",
        "provision p cites new when a permit q provision f cites new forbid q",
        "provision p cites new permit q provision f cites old forbid q",
        "provision p cites new permit q provision f exception to p cites new when a forbid q",
        'provision p cites new permit q provision f overrides p because "so" cites twin when a forbid q',
        "provision p unless otherwise provided cites new permit q provision f cites twin when a forbid q",
        'never a and b because "no" provision p cites new when a permit q provision f cites twin when b forbid q',
        "provision p cites new when n < 5 permit q provision f cites twin when n + n > 9 forbid q",
        "provision p cites new until 2016-01-01 permit q provision f cites twin forbid q",
    ],
)
def test_no_conflict(text: str) -> None:
    assert told(text) == []


def test_nobody_is_named_between_ministries_where_the_header_names_nobody() -> None:
    law = law_of(
        HEAD.replace("ruling notice, local by state_council", "") + "provision p cites new permit q\n"
        "provision f cites twin forbid q"
    )
    (found,) = find_conflicts(law, maps_of(law))
    assert str(found.finding.message).endswith("their issuers differ; nobody is named to rule")


def test_where_nothing_can_happen_nothing_is_said() -> None:
    text = 'never a because "x" never not a because "y" provision p cites new permit q provision f cites twin forbid q'
    assert told(text) == []


def test_a_third_party_joins_one_finding_and_every_conflict_lies_in_it() -> None:
    """`p` against `f` wherever both apply; `g` too in half of those cases: one set of three, both halves its area."""
    (found,) = conflicts_of(
        "provision p cites new when a permit q provision f cites twin when b forbid q\n"
        "provision g cites port when b and c forbid q\n"
    )
    assert found.finding.concerns == ("q", "f", "g", "p")
    assert "forbidden by `f` and `g`, permitted by `p`" in str(found.finding.message)
    assert cases_of(found) == where(a=True, b=True)


def test_two_that_never_meet_are_parties_of_two_findings() -> None:
    found = conflicts_of(
        "provision p cites new when a permit q provision f cites twin when b forbid q\n"
        "provision g cites twin when not b forbid q\n"
    )
    assert [each.finding.concerns for each in found] == [("q", "f", "p"), ("q", "g", "p")]
    assert [cases_of(each) for each in found] == [where(a=True, b=True), where(a=True, b=False)]


def test_a_winner_that_agrees_with_a_party_and_does_not_clash_is_none() -> None:
    """The exemption clashes with the duty alone, the permission with nobody."""
    (found,) = conflicts_of(
        "provision d cites new require q provision e cites twin exempt q provision p cites port permit q\n"
    )
    assert found.finding.concerns == ("q", "d", "e")


def test_a_beaten_text_is_no_party() -> None:
    """The old ban is beaten by the new permission of its issuer, so only the other ministry stands against that."""
    (found,) = conflicts_of(
        "provision p cites new permit q provision f cites old forbid q provision g cites twin when a forbid q\n"
    )
    assert found.finding.concerns == ("q", "g", "p")


TANGLED = """provision p1 cites new when a permit q
provision p2 cites new when b or c require q
provision f1 cites twin when b forbid q
provision f2 cites port when a and c or n > 4 forbid q
provision e1 cites town when not a exempt q
provision old_f cites old when c forbid q
"""


def test_the_areas_are_the_conflicts_of_the_verdict() -> None:
    """Each complete plan, laid out by itself, is a conflict exactly where an area holds it, and between its parties."""
    law = law_of(HEAD + TANGLED)
    maps = maps_of(law)
    found, facts = list(find_conflicts(law, maps)), {**BOOLEANS, "n": (4, 5)}
    areas = [(each.finding.concerns[1:], held(maps("q"), each.areas[0].region, facts)) for each in found]
    for values in product(*facts.values()):
        clashes = _clashes(law, values)
        holding = [parties for parties, cases in areas if values in cases]
        assert bool(clashes) == bool(holding) == (values in held(maps("q"), conflict_region(maps("q")), facts))
        assert all(len(clashes & set(parties)) > 1 for parties in holding)
        assert not clashes or any(clashes <= set(parties) for parties in holding)


def _clashes(law: Law, values: tuple[Value, ...]) -> set[str]:
    plan: dict[tuple[str, ...], Value] = {
        ("day",): day("2017-01-01"),
        **{(n,): v for n, v in zip("abcn", values, strict=True)},
    }
    verdict = law.judge("q", Facts(plan, {}), Subject())
    return {name for clash in verdict.clashes for name in (clash.left, clash.right)}


def test_too_many_sets_are_summed_up_and_every_conflict_stays_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    law = law_of(HEAD + TANGLED)
    maps = maps_of(law)
    monkeypatch.setattr(conflicts, "MOST_STEPS", 1)
    (found,) = find_conflicts(law, maps)
    assert str(found.finding.message) == (
        "6 provisions contradict one another on `q` in further cases, in more ways than are listed"
    )
    facts = {**BOOLEANS, "n": (4, 5)}
    everywhere = held(maps("q"), conflict_region(maps("q")), facts)
    assert held(maps("q"), found.areas[0].region, facts) == everywhere
