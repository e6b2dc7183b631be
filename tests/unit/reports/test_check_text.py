"""The text of a check: a whole report once in each language, then each part that it may have."""

import pytest

from checker.answers.dossier import Conflict, Duty, ReadingLine, Remark, WayLine
from checker.answers.requirements import Miss, Unmet
from checker.findings import Finding, Span, say
from checker.reports.check_text import check_text
from checker.reports.layout import display_width
from checker.reports.verdict_text import verdict_text
from tests.unit.reports.records import ELSEWHERE, SILENT, line, plan, result, verdict

SILENT_EN = """\
Last leg
p.yaml:1

carriage @ last: known-gap (law of 2016-03-20)
  Who may carry the goods?
  No provision answers this; the silence is on record.

  on record   g1: no text speaks of the last leg
  practice    asked: Ports ask for a second transit
                Practice of ports
                secondary · rules/47.md:41
  nearest     a47_4a: He may drive himself
                would apply with: mode is regional_integration
                Announcement 2015 No. 47 (公告2015年第47号)
                item 4 · translated · rules/47.md:41
  if instead  permitted: registered_carrier, zone_carrier
              open (permitted, gap): own_vehicle

not applicable @ last: escort


Rulebook book, version 1, reviewed until 2026-11-21
"""
SILENT_ZH = """\
Last leg
p.yaml:1

carriage @ last：已知空白（适用 2016-03-20 的法规）
  Who may carry the goods?
  没有条款作出规定；这一空白已记录在案。

  空白记录  g1：no text speaks of the last leg
  惯例      asked：Ports ask for a second transit
              Practice of ports
              二手资料 · rules/47.md:41
  最近条款  a47_4a：He may drive himself
              尚缺：mode is regional_integration
              Announcement 2015 No. 47（公告2015年第47号）
              第4项 · 译文 · rules/47.md:41
  若改为    准许：registered_carrier、zone_carrier
            未定（准许、空白）：own_vehicle

不适用 @ last：escort


规则集 book，版本 1，复核至 2026-11-21
"""


def rows(text: str) -> list[str]:
    """Return what stands below the sentences of a block."""
    return text.split("\n\n")[1].splitlines()


@pytest.mark.parametrize(("language", "expected"), [("en", SILENT_EN), ("zh", SILENT_ZH)])
def test_a_silent_case(language: str, expected: str) -> None:
    assert check_text(result(plan(SILENT, ELSEWHERE)), {}, language=language) == expected


@pytest.mark.parametrize("width", [60, 72, 88, 100])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_asked(language: str, width: int) -> None:
    text = check_text(result(plan(SILENT, plan="很长的标题" * 30)), {}, language=language, width=width)
    assert max(display_width(row) for row in text.splitlines()) <= width


def test_winners_losers_and_how_they_lost() -> None:
    settled = verdict(
        "permitted",
        provisions=(
            line("new", "wins", title="New", notes=("at the zone gate",)),
            line("old", "beaten", principle="recency", by=("new",)),
            line("base", "taken-out", principle="explicit", by=("new", "old")),
            line("general", "yields", principle="explicit", by=("new",)),
        ),
        principles=("explicit", "recency"),
        compliance="met",
    )
    place = ["                Announcement 2015 No. 47 (公告2015年第47号)"]
    place.append("                item 4 · translated · rules/47.md:41")
    assert rows(verdict_text(settled, "en", 88)) == [
        "  rests on    new: New",
        *place,
        "                at the zone gate",
        "  principle   explicit: a text says itself which one prevails",
        "              recency: the later text prevails over the earlier",
        "  set aside   old",
        "                prevailed over by new (recency)",
        *place,
        "              base",
        "                taken out by new, old",
        *place,
        "              general",
        "                holds unless otherwise provided, and new provides",
        *place,
        "  compliance  met",
    ]


def test_a_conflict_names_parties_reason_and_who_rules() -> None:
    clash = Conflict((("a", "b"), ("c",)), "issuers", ("state_council",))
    lines = rows(verdict_text(verdict("conflict", conflict=clash, provisions=(line("a", "wins"),)), "en", 88))
    assert lines[0] == "  parties     a"
    assert lines[-3:] == [
        "  because     texts of one rank come from different authorities",
        "              a, b against c",
        "  who rules   state_council",
    ]


def test_a_conflict_nobody_rules_says_so() -> None:
    clash = Conflict((("a",), ("b",)), "equal", ())
    assert rows(verdict_text(verdict("conflict", conflict=clash), "en", 88))[-1] == "  who rules   nobody is named"


def test_an_open_verdict_lists_the_set_and_what_splits_it() -> None:
    ways = (WayLine("permitted", (), ("a",)), WayLine("decided", ("14",), ("b",)), WayLine("gap", (), ()))
    text = verdict_text(verdict("open", ways=ways, needs=("insp.selected", "mode")), "en", 88)
    assert rows(text) == [
        "  may become  permitted, by a",
        "              decided: 14, by b",
        "              gap",
        "  turns on    insp.selected, mode",
    ]


def test_the_answer_of_another_question_is_called_that() -> None:
    ways = (WayLine("permitted", (), ("a",)), WayLine("gap", (), ()))
    text = verdict_text(verdict("open", ways=ways, needs=("mode", "consent"), needs_answers=("consent",)), "en", 88)
    assert rows(text)[-1] == "  turns on    mode, the answer to the question consent"


def test_open_through_somebodys_decision_alone_names_him() -> None:
    text = verdict_text(verdict("open", subject_to="customs"), "en", 88)
    assert "This is subject to the decision of customs.\n" in text


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"word": "decided", "answer": ("14", "15")}, "The law gives this answer: 14, 15."),
        ({"word": "discretion", "left_to": ("customs",)}, "The law leaves this to customs."),
        ({"word": "permitted", "alternatives": SILENT.alternatives}, "The law allows what the plan chooses."),
        ({"word": "gap"}, "No provision answers this, and the silence is not on record."),
    ],
)
def test_each_verdict_says_what_it_means(parts: dict[str, object], sentence: str) -> None:
    word = str(parts.pop("word"))
    assert verdict_text(verdict(word, **parts), "en", 88).splitlines()[2] == f"  {sentence}"


def test_an_answer_by_silence_says_so() -> None:
    text = verdict_text(verdict("not-required", by_silence=True), "en", 200)
    assert "does not demand this. No provision speaks of it" in text


def test_a_duty_names_its_bearer_and_takes_the_place_of_compliance() -> None:
    owed = verdict("required", duties=(Duty("carriage", "carrier", None, "breached"),), compliance="breached")
    assert rows(verdict_text(owed, "en", 88)) == ["  duty        on carrier: breached"]


def test_a_duty_of_nobody_in_particular_is_told_by_its_compliance() -> None:
    owed = verdict("required", duties=(Duty("carriage", None, None, "breached"),), compliance="breached")
    assert rows(verdict_text(owed, "en", 88)) == ["  compliance  breached"]


def test_remarks() -> None:
    said = verdict("known-gap", remarks=(Remark("band", "d_47"), Remark("deed-on-gap", "")))
    assert rows(verdict_text(said, "en", 120)) == [
        "  note        d_47 began on a day that is not known exactly; the date falls within the doubt",
        "              the plan does it all the same: that rests on nothing",
    ]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("horizon-before", "the date lies before 2027-01-01, from when on the rulebook covers the law"),
        ("horizon-after", "the rulebook was reviewed until 2027-01-01: what was issued since may be missing"),
        ("calendar", "whether 2027-01-01 is worked is not known: the calendar does not cover that day"),
        ("no-calendar", "whether 2027-01-01 is worked is not known: install lexport[calendar]"),
        (
            "rank-over-later",
            "2027-01-01 is later or more special and lost by rank: does a higher text let it depart?",
        ),
        ("cut-short", "the search was cut short: some of what is called possible may not be"),
    ],
)
def test_what_may_be_wanting(kind: str, sentence: str) -> None:
    said = verdict("permitted", remarks=(Remark(kind, "2027-01-01"),))
    assert rows(verdict_text(said, "en", 120)) == [f"  note        {sentence}"]


BOTH = ReadingLine("both", "either will do", "both are needed", "forbidden", (), ("forbidden",), "breached")


def test_a_reading_that_makes_a_difference_is_told_with_its_verdict() -> None:
    split = ReadingLine("area", None, None, "open", (), ("forbidden", "gap"), "met")
    same = ReadingLine("place", "anywhere", None, "permitted", (), ("permitted",), "met")
    said = verdict("permitted", compliance="met", readings=(BOTH, split, same))
    assert rows(verdict_text(said, "en", 88)) == [
        "  compliance  met",
        "  readings    both: forbidden, breached",
        "                read otherwise: both are needed",
        "                as it is read here: either will do",
        "              area: open (forbidden, gap)",
        "              no difference: place",
    ]


def test_without_readings_there_is_no_row_of_them() -> None:
    assert "readings" not in verdict_text(verdict("permitted", readings=()), "en", 88)
    assert "另一解读：both are needed" in verdict_text(verdict("permitted", readings=(BOTH,)), "zh", 88)


def test_the_weakest_standing_is_named_where_texts_differ() -> None:
    mixed = (line("a", "wins"), line("b", "wins", cites=(line("c", "wins").cites[0], SILENT.provisions[0].cites[0])))
    lines = rows(verdict_text(verdict("permitted", provisions=mixed, standing="secondary"), "en", 88))
    assert lines[-1] == "  standing    secondary: the weakest of the texts it rests on"


def test_a_refused_plan_shows_its_findings_and_hides_no_other() -> None:
    mistake = Finding("F401", say("no fact is named `mdoe`"), Span("p.yaml", 2, 3, 2, 7))
    text = check_text(result(plan(findings=(mistake,)), plan(SILENT)), {"p.yaml": "plan: x\n  mdoe: 1\n"})
    assert text.startswith(
        "Last leg\np.yaml:1\n\nThis plan was not checked:\n\n"
        "p.yaml:2:3: error[F401]: no fact is named `mdoe`\n"
        "  |\n"
        "2 |   mdoe: 1\n"
        "  |   ^^^^\n"
    )
    assert "carriage @ last: known-gap" in text


def test_what_was_not_met_closes_the_report() -> None:
    demands = (
        Unmet("carriage=permitted", (Miss("Last leg", "carriage", "last", "known-gap"),)),
        Unmet("store=permitted", ()),
    )
    text = check_text(result(plan(SILENT)), {}, unmet=demands)
    assert text.endswith(
        "not met: carriage=permitted\n  carriage @ last: known-gap (Last leg)\n"
        "not met: store=permitted\n  no verdict of that question\n"
    )


def test_hindsight_is_named() -> None:
    text = check_text(result(plan(), as_of="2017-08-01"), {})
    assert text.endswith(", reviewed until 2026-11-21, as known on 2017-08-01\n")
    assert "No question applies to this plan.\n" in text
