"""The file of a baseline: read back as it was written, refused where it is damaged, with the place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Severity
from checker.project.baseline import Baseline, Known, KnownRegions, read_baseline, write_baseline

REGIONS = KnownRegions("carriage", True, ((("day", (), ((1, 9),)), ("mode", ("a", "~absent"), ((3, 4),))), ()))
GAP = Known("G101", Severity.ERROR, ("carriage",), (REGIONS,))
SPARE = Known("R107", Severity.INFO, ("spare",))
WRITTEN = """\
{
  "schema": "lexport.baseline/1",
  "findings": [
    {"id": "G101", "severity": "error", "concerns": ["carriage"], "regions": [
      {"question": "carriage", "whole": true, "boxes": [
        {"day": [[1, 9]], "mode": ["a", "~absent", [3, 4]]},
        {}
      ]}
    ]},
    {"id": "R107", "severity": "info", "concerns": ["spare"], "regions": []}
  ]
}
"""


def normal(baseline: Baseline) -> set[object]:
    """Forget the order of entries and boxes, which says nothing."""
    return {
        (e.id, e.severity, e.concerns, tuple((r.question, r.whole, frozenset(r.boxes)) for r in e.regions))
        for e in baseline
    }


def test_a_box_is_a_line() -> None:
    assert write_baseline([SPARE, GAP]) == WRITTEN


def test_nothing_known_is_a_baseline_too() -> None:
    assert read_baseline(write_baseline([]), "b.json") == ((), ())


def test_what_is_written_is_read() -> None:
    read, findings = read_baseline(WRITTEN, "b.json")
    assert findings == ()
    assert normal(read) == normal((GAP, SPARE))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
SIDES = st.tuples(
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(st.tuples(st.integers(), st.integers()), max_size=2).map(tuple),
)
BOXES = st.dictionaries(TEXTS, SIDES, max_size=2).map(lambda box: tuple((f, *side) for f, side in box.items()))
ALL_REGIONS = st.builds(KnownRegions, TEXTS, st.booleans(), st.lists(BOXES, max_size=3).map(tuple))
NAMES = st.lists(TEXTS, max_size=2).map(tuple)
ENTRIES = st.builds(Known, TEXTS, st.sampled_from(Severity), NAMES, st.lists(ALL_REGIONS, max_size=2).map(tuple))


@given(st.lists(ENTRIES, max_size=4))
def test_whatever_is_written_is_read(entries: list[Known]) -> None:
    text = write_baseline(entries)
    read, findings = read_baseline(text, "b.json")
    assert findings == ()
    assert normal(read) == normal(tuple(entries))
    assert write_baseline(reversed(entries)) == text == write_baseline(read)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", "b.json:1:1", "this is no JSON"),
        ('{\n  "schema": }', "b.json:2:13", "this is no JSON"),
        (WRITTEN[:-40], "b.json:10:40", "this is no JSON"),
        ("[]", "b.json:1:1", "this is no baseline"),
        ('{"schema": "lexport.baseline/2", "findings": []}', "b.json:1:12", "this is no baseline"),
        (WRITTEN.replace("[[1, 9]]", "[[1, 9.5]]"), "b.json:6:9", "this is no baseline"),
        (WRITTEN.replace('"spare"', "4"), "b.json:10:53", "this is no baseline"),
        (WRITTEN.replace('"info"', '"light"'), "b.json:10:32", "this is no baseline"),
        (WRITTEN.replace('"whole": true, ', ""), "b.json:5:7", "this is no baseline"),
        (WRITTEN.replace('"boxes"', '"more": 1, "boxes"'), "b.json:5:7", "this is no baseline"),
        ("[" * 100_000, "b.json:1:1", "this is no JSON"),
        ('{"schema": ' + "9" * 10_000 + "}", "b.json:1:1", "this is no JSON"),
    ],
)
def test_a_damaged_one_is_not_read_at_all(text: str, place: str, reason: str) -> None:
    read, (finding,) = read_baseline(text, "b.json")
    assert read == ()
    assert (finding.id, finding.severity) == ("S105", "error")
    assert str(finding.message) == f"the baseline cannot be read: {reason}"
    assert str(finding.span) == place


def test_it_is_json() -> None:
    assert json.loads(WRITTEN)["schema"] == "lexport.baseline/1"
