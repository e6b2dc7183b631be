"""What is allowed is not reported, an allowance that does nothing is; severities are those a project gives."""

import pytest

from checker.findings import Severity
from tests.unit.uses.linted import HEAD, OF_THE_MAP, linted

SPARE = "fact spare : boolean\nfact idle : boolean\n"
OLD = "document old { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01  until 2005-01-01 }\n"


def left(text: str, head: str = HEAD) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.id, finding.concerns) for finding in linted(text, OF_THE_MAP, head=head).findings]


@pytest.mark.parametrize(
    ("allow", "expected"),
    [
        ("", ["spare", "idle"]),
        ('allow R107 on spare because "so"', ["idle"]),
        ('allow R107 on spare, idle because "so"', []),
        ('allow R107 on idle because "so" allow R107 on spare because "so"', []),
    ],
)
def test_a_finding_is_allowed_on_its_name(allow: str, expected: list[str]) -> None:
    assert left(SPARE + allow) == [("R107", (name,)) for name in expected]


@pytest.mark.parametrize(
    ("allow", "idle"),
    [
        ('allow R109 on spare, idle because "so"', [("spare", "idle")]),
        ('allow R107 on spare, idle, wet because "so"', [("wet",)]),
        ('allow R107 on wet because "so" allow R107 on spare, idle because "so"', [("wet",)]),
        ('allow R107 between spare and idle because "so"', [("spare", "idle")]),
        ('allow R107 on spare, idle because "so" allow R107 on idle because "again"', []),
    ],
)
def test_an_allowance_that_meets_nothing_is_reported(allow: str, idle: list[tuple[str, ...]]) -> None:
    assert [about for id_, about in left(SPARE + allow) if id_ == "D401"] == idle


@pytest.mark.parametrize(
    ("allow", "allowed"),
    [
        ("on p", 2),
        ("on old", 2),
        ("on q", 1),
        ("on p, q", 3),
        ("between p and old", 1),
        ("between older and p", 1),
        ("between p and q", 0),
        ("between old and older", 0),
    ],
)
def test_between_two_names_a_finding_about_both_is_allowed(allow: str, allowed: int) -> None:
    text = (
        f"{OLD}{OLD.replace('document old', 'document older')}"
        "provision p cites l cites old cites older permit carry\nprovision q cites l cites old permit carry\n"
    )
    report = linted(f'{text}allow D108 {allow} because "so"', OF_THE_MAP)
    assert len(report.allowed) == allowed
    assert [f.id for f in report.findings] == ["D108"] * (3 - allowed) + ["D401"] * (allowed == 0)


@pytest.mark.parametrize(
    ("until", "ids"),
    [("2020-12-31", ["D402", "R107"]), ("2015-01-01", ["D402", "R107"]), ("2021-01-01", [])],
)
def test_an_allowance_ends_when_the_rulebook_is_reviewed_until_its_day(until: str, ids: list[str]) -> None:
    text = f'fact spare : boolean\nallow R107 on spare because "so" until {until}'
    assert sorted(id_ for id_, _ in left(text)) == ids


def test_what_is_allowed_keeps_who_says_so() -> None:
    (allowed,) = linted('fact spare : boolean\nallow R107 on spare because "to come" until 2021-01-01').allowed
    assert (allowed.finding.concerns, allowed.by.because, allowed.by.span.line) == (("spare",), "to come", 14)


def test_a_warning_of_loading_is_allowed_on_the_statement_it_is_in() -> None:
    text = "fact late : date optional\nprovision p cites l when late > day permit carry\n"
    (finding,) = linted(text, OF_THE_MAP).findings
    assert (finding.id, finding.concerns) == ("T305", ("p",))
    assert left(f'{text}allow T305 on p because "always given there"') == []


def test_a_warning_within_under() -> None:
    text = "fact late : date optional\nunder cites l { provision p when late > day permit carry }\n"
    assert [finding.concerns for finding in linted(text, OF_THE_MAP).findings] == [("p",)]


@pytest.mark.parametrize("weight", list(Severity))
def test_a_project_weighs_a_finding(weight: Severity) -> None:
    report = linted(SPARE, {**OF_THE_MAP, "R107": weight})
    assert {finding.severity for finding in report.findings} == {weight}
    assert [report.fails(threshold) for threshold in Severity] == [
        weight is Severity.ERROR,
        weight is not Severity.INFO,
        True,
    ]


def test_what_is_weighed_as_nothing_is_not_looked_for() -> None:
    report = linted(SPARE + 'allow R107 on spare because "so"', {**OF_THE_MAP, "R107": None})
    assert report.findings == ()
    assert "R107" not in report.looked_for
    assert "R109" in report.looked_for


def test_nothing_found_fails_nothing() -> None:
    assert not any(linted("", OF_THE_MAP).fails(threshold) for threshold in Severity)


def test_what_may_hide_a_finding_is_counted() -> None:
    text = (
        'never wet and far because "no"\n'
        'known gap g in store because "no"\nknown gap h in carry when wet because "no"\n'
        "document x { rank law  issuer npc  issued 2001-01-01  in force from 2001-01-01  items 1..3 }\n"
        'not encoded x items 1..2 because "no"\nnot encoded x item 3 because "no"\n'
        'fact spare : boolean\nallow R107 on spare because "so"'
    )
    record = linted(text).on_record
    assert (record.nevers, record.known_gaps, record.allowances, record.not_encoded) == (1, 2, 1, 2)
    extent = linted(text).extent
    assert (extent.documents, extent.provisions, extent.questions, extent.facts) == (3, 2, 2, 5)


def test_names_are_written_so_that_they_can_be_typed() -> None:
    (finding,) = linted("fact 「all of」 : boolean", OF_THE_MAP).findings
    assert 'allow R107 on 「all of」 because "…"' in str(finding.help)
    assert finding.help is not None
    assert "容许 R107 在 「all of」 理由 “…”" in finding.help.in_language("zh")


def test_what_is_left_of_a_finding_is_stated() -> None:
    (finding,) = (
        f for f in linted('allow G101 on store when mode is sea because "so"').findings if f.concerns == ("store",)
    )
    (region,) = finding.regions[0].shown
    assert {limit.text for limit in region.limits} == {"not far", "mode is not sea"}
