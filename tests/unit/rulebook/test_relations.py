"""Relations between provisions: power across ranks, saying something where one excepts, circles."""

import pytest

from checker.findings import Finding
from tests.unit.rulebook.books import book, findings_of, written_at, wrong

LAW = "provision base cites l item 1 forbid carry\n"
MORE = """document h { practice  issued 2015-01-01  in force from 2015-02-01 }
document n { rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01  bind officers }
document l2 { rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01 }
"""
EXCEPTION, OVERRIDE = "exception to base", 'overrides base because "so it says"'


@pytest.mark.parametrize("relation", [EXCEPTION, OVERRIDE])
@pytest.mark.parametrize(
    ("base", "attacker"),
    [
        ("", "provision p cites l item 2 RELATION permit carry"),
        ("", "provision p cites l2 RELATION permit carry"),
        ("", "provision p cites l item 2 cites a item 1 RELATION permit carry"),
        ("unless otherwise provided", "provision p cites a RELATION permit carry"),
        ("unless otherwise provided by announcement", "provision p cites a RELATION permit carry"),
        ("unless otherwise provided by announcement, rule", "provision p cites r RELATION permit carry"),
        ("", "provision p cites a RELATION authorised by l item 5 permit carry"),
        ("", "provision p cites r RELATION authorised by l2 permit carry"),
    ],
)
def test_what_strikes_with_power(relation: str, base: str, attacker: str) -> None:
    book(MORE + LAW.replace("base", f"base {base}", 1) + attacker.replace("RELATION", relation))


@pytest.mark.parametrize("relation", [EXCEPTION, OVERRIDE])
@pytest.mark.parametrize(
    ("base", "attacker", "finding"),
    [
        ("", "provision p cites a RELATION permit carry", "D201"),
        ("", "provision p cites r RELATION permit carry", "D201"),
        ("", "provision p cites a cites l RELATION permit carry", "D201"),
        ("unless otherwise provided by rule", "provision p cites a RELATION permit carry", "D201"),
        ("unless otherwise provided by announcement", "provision p cites r RELATION permit carry", "D201"),
        ("", "provision p cites h RELATION permit carry", "D205"),
        ("", "provision p cites n RELATION permit carry", "D205"),
        ("unless otherwise provided", "provision p cites h RELATION permit carry", "D205"),
        ("", "provision p cites a RELATION authorised by r permit carry", "D207"),
        ("", "provision p cites a RELATION authorised by a item 2 permit carry", "D207"),
        ("", "provision p cites a RELATION authorised by h permit carry", "D207"),
    ],
)
def test_what_strikes_without_power(relation: str, base: str, attacker: str, finding: str) -> None:
    text = MORE + LAW.replace("base", f"base {base}", 1) + attacker.replace("RELATION", relation)
    assert wrong(text) == [(finding, 5)]


def test_a_finding_on_power_stands_at_the_relation_or_at_the_power() -> None:
    text = f"{LAW}provision p cites a {EXCEPTION} permit carry"
    (finding,) = findings_of(text)
    assert written_at(text, finding) == EXCEPTION
    text = f"{LAW}provision p cites a {EXCEPTION} authorised by r item 1 permit carry"
    (finding,) = findings_of(text)
    assert written_at(text, finding) == "authorised by r item 1"


def test_a_lower_proviso_needs_no_power_for_it_takes_nothing_away() -> None:
    book(LAW + "provision p cites a proviso to base require store")
    book(MORE + LAW + "provision p cites h proviso to base require store")


@pytest.mark.parametrize(
    ("attacker", "findings"),
    [
        ("provision p cites a exception to both forbid carry", [("D202", 2)]),
        ("provision p cites a exception to both forbid way", [("D202", 2), ("D202", 2)]),
        ("provision p cites a exception to both in carry forbid store", [("D202", 2)]),
        ("provision p cites a exception to both in days decide days is 5", [("D203", 2)]),
        ("provision p cites a exception to both in days, carry forbid carry", [("D203", 2)]),
        ('provision p cites a overrides both because "…" decide days is 5', [("D203", 2)]),
    ],
)
def test_relations_without_effect(attacker: str, findings: list[tuple[str, int]]) -> None:
    assert wrong(f"provision both cites a permit carry permit store\n{attacker}") == findings


@pytest.mark.parametrize(
    "attacker",
    [
        "provision p cites a exception to both forbid carry leave store open",
        "provision p cites a exception to both forbid carry leave store to customs",
        "provision p cites a exception to both in store forbid store",
        'provision p cites a overrides both because "…" forbid store decide days is 5',
        "provision p cites a proviso to both decide days is 5",
    ],
)
def test_relations_with_effect(attacker: str) -> None:
    book(f"provision both cites a permit carry permit store\n{attacker}")


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites a exception to p permit carry",
        'provision p cites a exception to q permit carry\nprovision q cites a overrides p because "…" forbid carry',
        """provision p cites a proviso to q permit carry
provision q cites a exception to s forbid carry
provision s cites a proviso to p permit carry""",
    ],
)
def test_exceptions_overrides_and_provisos_run_in_no_circle(text: str) -> None:
    assert wrong(text) == [("D301", 1)]


def test_a_circle_names_all_its_members_and_what_leads_there_is_none_of_them() -> None:
    text = """provision a1 cites a exception to z2 permit carry
provision z2 cites a exception to m3 forbid carry
provision m3 cites a exception to z2 permit carry
"""
    (finding,) = findings_of(text)
    assert wrong(text) == [("D301", 3)]
    assert str(finding.message) == "exceptions, provisos and overrides run in a circle: `m3 → z2 → m3`"
    assert [written_at(text, Finding("D301", related.message, related.span)) for related in finding.related] == ["z2"]


def test_applying_ones_own_exception_is_no_circle() -> None:
    book("provision p cites a when wet permit carry\nprovision q cites a exception to p apply p")
