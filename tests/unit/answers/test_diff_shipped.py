"""The rulebook that ships with the program: what two announcements changed, and what the loss of a text would.

Which questions an announcement touches is read off its text: 2017 No. 38 cancels regional integration (item 1), lets
transit by road go without paper (item 3) and repeals 2015 No. 47, which spoke of the mode, the place of declaration,
inspection, carriage, the legs of released goods and control on the way, with the announcements of the regions, which
spoke of brokers, recognised decisions, licences that name a port and the slip for picking goods up (item 4). 2017 No.
48 closes the list of goods for transit and names the way of goods under a through bill; on the day it begins, so does
the regulation of the free-trade zone in Zhejiang, on deliveries in parts, entry before filing and inspection on
entry.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from checker.answers.diff import DiffReport, diff
from checker.answers.diff_sides import Pair
from checker.answers.diff_stating import Change
from checker.answers.stating import Wanted
from checker.logic import Law
from checker.rulebook import load_texts
from tests.literate_pages import ROOT
from tests.unit.answers.compared import remarks, told

ONE = Wanted(1)
RULES = ROOT / "rules"
BLOCK = re.compile(r"(?ms)^```rules\n.*?^```")


def texts() -> dict[str, str]:
    files = [path for path in sorted(RULES.rglob("*")) if path.suffix == ".md" or path.parent.name == "codes"]
    return {path.relative_to(RULES).as_posix(): path.read_text(encoding="utf-8") for path in files}


def law(files: dict[str, str]) -> Law:
    book, findings = load_texts(files)
    assert book is not None, [str(finding.message) for finding in findings]
    return Law(book)


@pytest.fixture(scope="module")
def shipped() -> Law:
    return law(texts())


def on_days(made: Law, one: str, other: str) -> DiffReport:
    days = date.fromisoformat(one).toordinal(), date.fromisoformat(other).toordinal()
    return diff(Pair(made, made, days), (one, other), frozenset(), ONE)


def changed(report: DiffReport) -> set[str]:
    return {each.question for each in report.questions if each.direction != "equivalent"}


def change(report: DiffReport, question: str, words: str) -> Change:
    every = [each for found in report.questions if found.question == question for each in found.changes]
    return next(each for each in every if told(each)[0] == words)


def test_the_end_of_regional_integration(shipped: Law) -> None:
    report = on_days(shipped, "2017-08-21", "2017-08-22")
    assert changed(report) == {
        "broker_place",
        "carriage",
        "clearance_mode",
        "declaration_place",
        "in_transit_control",
        "inspection_place",
        "leg_regime",
        "licence_port",
        "paperless_transit",
        "pick_up_paper",
        "recognition",
    }
    ban = change(report, "clearance_mode", "permitted -> forbidden")
    assert {
        "`a38_1` (gacc_2017_38 item 1): not in force before, prevails now",
        "`gacc_2017_38` came on 2017-08-22",
        "`gacc_2014_65` left on 2017-08-22 (repealed by `gacc_2017_38 item 4`)",
        "`yangtze_extension` left on 2017-08-22 (repealed by `gacc_2017_38 item 1`)",
    } <= set(remarks(ban))
    carried = change(report, "carriage", "permitted -> known-gap")
    assert "`gacc_2015_47` left on 2017-08-22 (repealed by `gacc_2017_38 item 4`)" in remarks(carried)
    assert all("decl.clearance_mode is regional_integration" in words for words in told(carried)[1])


def test_the_closed_list_of_goods_for_transit(shipped: Law) -> None:
    report = on_days(shipped, "2017-12-31", "2018-01-01")
    of_zhejiang = {"batch_delivery", "commodity_inspection", "entry_before_filing"}
    assert changed(report) == {"leg_regime", "transit_goods", "transit_way", *of_zhejiang}
    closed = change(report, "transit_goods", "permitted -> forbidden")
    assert (closed.direction, told(closed)[1]) == (
        "narrower",
        ["decl.clearance_mode is transit and goods.category is other"],
    )
    assert {
        "`a48_0` (gacc_2017_48): not in force before, prevails now",
        "`tz_2a` (order_89 article 2): prevails before, gives way to `a48_0` now",
        "`gacc_2017_48` came on 2018-01-01",
    } <= set(remarks(closed))


def test_a_text_removed_shows_up_wherever_it_mattered(shipped: Law) -> None:
    """Who may carry goods by himself is said by one item, and so is what hangs on it: control of diverted goods."""
    files = texts()
    page = "zones/gacc-2015-47.md"
    provisos = (f"provision a47_4b{name}" for name in ("", "_others", "_all", "_excepted"))
    for name in ("provision a47_4a", "open point g4", *provisos):
        files[page], number = re.subn(rf"(?ms)^{name}[ /].*?(?=^\S|\n\n|^```)", "", files[page])
        assert number == 1
    report = diff(Pair(shipped, law(files)), ("rules", "draft"), frozenset(), ONE)
    assert changed(report) == {"carriage", "in_transit_control"}
    for question, words in (("carriage", "permitted -> gap"), ("in_transit_control", "required by carrier -> gap")):
        (stated,) = told(change(report, question, words))[1]
        assert "decl.clearance_mode is regional_integration" in stated
        assert "leg.departed_at between 2015-10-12 and 2017-08-21" in stated


def test_pages_and_blocks_in_another_order_are_equivalent(shipped: Law) -> None:
    turned: dict[str, str] = {}
    for number, (path, text) in enumerate(texts().items()):
        blocks = BLOCK.findall(text)
        page = "".join(map("".join, zip(BLOCK.split(text), [*reversed(blocks), ""], strict=True)))
        place = Path(path)
        turned[path if place.parent.name == "codes" else f"{99 - number}-{place.name}"] = page
    report = diff(Pair(law(turned), shipped), ("turned", "rules"), frozenset(), ONE)
    assert changed(report) == set()
    assert report.vocabulary == ()
    assert [each.question for each in report.questions if each.unproved] == []
