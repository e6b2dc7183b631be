"""A long report: the weightiest verdicts first, all of them named before, plain gaps together behind."""

from checker.answers.dossier import Alternative, Duty, Reason, Remark, SubjectVerdict, Unasked
from checker.reports.check_text import check_text
from checker.reports.plan_summary import FEW, in_order_of_weight, is_plain_gap
from checker.reports.verdict_text import MOST_ALTERNATIVES, verdict_text
from tests.unit.reports.records import line, plan, result, verdict, within


def of(question: str, word: str, **parts: object) -> SubjectVerdict:
    """Make the verdict of a question on the plan."""
    return verdict(word, question=question, subject="plan", path="", **parts)


UNTIL = within(14, due="2016-04-03")
LONG = (
    of("allowed", "permitted"),
    of("answered", "decided", answer=("14", "15")),
    of("silent", "gap"),
    verdict("gap", question="silent_too"),
    of("owed", "required", duties=(Duty("owed", "carrier", UNTIL, "unknown"),), compliance="unknown"),
    of("left", "discretion", left_to=("customs",)),
    of("recorded", "known-gap"),
    of("unsaid", "open"),
    of("banned", "forbidden"),
    verdict("permitted", question="too_late", compliance="breached"),
)


def test_the_weightiest_stand_first() -> None:
    assert [each.question for each in in_order_of_weight(LONG)] == [
        "too_late",
        "banned",
        "owed",
        "recorded",
        "unsaid",
        "left",
        "allowed",
        "answered",
        "silent",
        "silent_too",
    ]


def test_an_open_verdict_breaches_nothing_yet() -> None:
    doubtful = of("doubtful", "open", compliance="breached")
    assert in_order_of_weight((doubtful, of("recorded", "known-gap")))[0].question == "recorded"


def test_a_long_report_begins_with_all_its_verdicts() -> None:
    assert check_text(result(plan(*LONG)), {}).split("\n\n")[1] == (
        "In short:\n"
        "  breached    too_late @ last\n"
        "  forbidden   banned\n"
        "  required    owed (carrier, not later than 2016-04-03)\n"
        "  known-gap   recorded\n"
        "  open        unsaid\n"
        "  discretion  left (customs)\n"
        "  permitted   allowed\n"
        "  decided     answered (14, 15)\n"
        "  gap         silent, silent_too @ last"
    )


def test_a_long_report_names_its_plain_gaps_together() -> None:
    text = check_text(result(plan(*LONG)), {})
    assert "silent: gap" not in text
    assert (
        "No provision speaks of 2 further questions (--all tells them in full):\n  silent\n  @ last: silent_too\n"
    ) in text
    in_chinese = check_text(result(plan(*LONG)), {}, language="zh")
    assert "\n概要：\n  违反      too_late @ last\n" in in_chinese
    assert "另有 2 个问题没有条款作出规定（--all 列出详情）：\n  silent\n  @ last：silent_too\n" in in_chinese


def test_all_are_told_in_full_when_that_is_asked_for() -> None:
    text = check_text(result(plan(*LONG)), {}, every=True)
    assert "\nsilent: gap (law of 2016-03-20)\n" in text
    assert "further questions" not in text


def test_a_short_report_has_no_summary_and_tells_its_gaps() -> None:
    assert len(LONG) - 2 == FEW
    text = check_text(result(plan(*LONG[2:])), {})
    assert "In short" not in text
    assert "\nsilent: gap (law of 2016-03-20)\n" in text


def test_a_gap_of_which_more_is_to_be_said_is_not_plain() -> None:
    near, other = line("a", "nearest"), Alternative("b", "gap", ("gap",))
    assert is_plain_gap(verdict("gap", provisions=(near,), alternatives=(other,)))
    better = Alternative("b", "permitted", ("permitted",))
    assert not is_plain_gap(verdict("gap", alternatives=(other, better)))
    assert not is_plain_gap(verdict("gap", provisions=(near, line("b", "practice"))))
    assert not is_plain_gap(verdict("gap", open_points=(Reason("vague", "nobody says"),)))
    assert not is_plain_gap(verdict("gap", remarks=(Remark("deed-on-gap", ""),)))
    assert not is_plain_gap(verdict("known-gap"))


def test_many_alternatives_are_counted() -> None:
    values = [f"v{number}" for number in range(MOST_ALTERNATIVES + 1)]
    choice = verdict("permitted", alternatives=tuple(Alternative(v, "gap", ("gap",)) for v in values))
    assert verdict_text(choice, "en", 88, briefly=True).endswith("  if instead  gap: 13 values (--all lists them)\n")
    assert verdict_text(choice, "zh", 88, briefly=True).endswith("  若改为    空白：13 个取值（--all 列出）\n")
    assert verdict_text(choice, "en", 200).endswith(f"gap: {', '.join(values)}\n")
    few = verdict("permitted", alternatives=choice.alternatives[1:])
    assert verdict_text(few, "en", 200, briefly=True).endswith(f"gap: {', '.join(values[1:])}\n")


def test_the_facts_on_which_most_hangs_stand_first() -> None:
    unasked = (
        Unasked("a", "plan", "", ("cold",)),
        Unasked("b", "last", "legs[0]", ("wet",)),
        Unasked("c", "plan", "", ("wet",)),
        Unasked("d", "trucks[?]", "trucks[?]", ("trucks",)),
        Unasked("e", "trucks[?]", "trucks[?]", ("trucks", "wet")),
    )
    text = check_text(result(plan(unasked=unasked)), {})
    assert "  wet: b @ last, c\n  cold: a\n  trucks: d\n  trucks, wet: e @ trucks[?]\n" in text


def test_places_of_one_text_stand_on_one_line() -> None:
    first, other = line("a", "wins").cites[0], line("b", "wins").cites[0]
    second = type(other)(other.document, "item 6", other.standing, other.title, other.number)
    text = verdict_text(verdict("permitted", provisions=(line("a", "wins", cites=(first, second)),)), "en", 88)
    assert text.count("Announcement 2015 No. 47") == 1
    assert "item 4, item 6 · translated · rules/47.md:41\n" in text
    better = type(other)(other.document, "item 6", "read", other.title, other.number)
    text = verdict_text(verdict("permitted", provisions=(line("a", "wins", cites=(first, better)),)), "en", 88)
    assert "item 4 · translated\n" in text
    assert "item 6 · read · rules/47.md:41\n" in text
