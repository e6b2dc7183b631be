"""What a check found with its names in Chinese: all that the rulebook has a Chinese name for, and nothing else."""

import pytest

from checker.answers.dossier import CheckResult, Conflict, ReadingLine, Remark, SubjectVerdict
from checker.answers.requirements import Miss, Unmet
from checker.answers.run import Laws, check_under
from checker.plan import read_plans
from checker.reports.check_in_chinese import check_in_chinese, unmet_in_chinese
from checker.reports.check_text import check_text
from checker.rulebook import Rulebook, load_texts
from checker.uses.nearest import Lack
from tests.unit.reports.records import line, plan, result, verdict, within

RULES = """rulebook t { ranks law > rule  governed by day  roles carrier/承运人, customs/海关 }
fact day/日期 : date
fact told_at/通知日期 : date
fact wet/受潮 : boolean
fact cold/冷藏 : boolean
record leg/运段 { mode/方式 : one of { road/公路, rail/铁路, sea/海运 }  sealed/施封 : boolean }
fact legs/各运段 : list of leg
document l/甲法 "Law A" { rank law  issuer npc  number "令第1号"  issued 2001-01-01  in force from 2001-01-01 }
document n/乙令 "Rule B" { rank rule  issuer gacc  issued 2001-01-01  in force from 2001-01-01 }
question carry/承运 "May it be carried?" for each leg in legs about leg.mode
question move/移动 "May it be moved?" for each leg in legs
question pay/缴款 "By when is it paid?"
question decide_it/定夺 "Who decides?"
question rate/税率 "Which rate?" answers one of { low/低税率, high/高税率 }
question plain "Nothing is called this in Chinese"
question asked/已问 "是否已经提问？"
question fine/罚款 within cold
provision by_road/公路准许 "By road" cites l when wet permit carry in { road }
provision by_rail "By rail" cites n when leg.sealed permit carry in { rail }
provision move_dry "Dry goods" cites n when not wet and leg.sealed from 2020-01-01 permit move
provision due/限期 cites l require pay by carrier within 14 days after told_at
provision power cites n leave decide_it to customs
provision low when cold cites l decide rate is low
provision plain_one "一切情形" cites l permit plain
provision twice/两次 "在标题中" cites l permit plain
known gap dry_rail/干货铁路 in carry when not wet and leg.mode is rail because "nobody says"
open point vague/何谓缴款 on pay because "what payment is"
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    loaded, findings = load_texts({"t.rules": RULES})
    assert loaded is not None, [str(finding.message) for finding in findings]
    return loaded


def checked(book: Rulebook, facts: str) -> CheckResult:
    plans = read_plans(book, f"plan: p\nfacts: {facts}\n", "p.yaml")
    assert plans[0].findings == ()
    return check_in_chinese(check_under(Laws(book), plans, apart=True), book)


def verdicts(book: Rulebook, facts: str) -> dict[str, SubjectVerdict]:
    return {each.question: each for each in checked(book, facts).plans[0].verdicts}


ON_RAIL = "{day: 2016-01-01, wet: false, legs: [{id: 甲段, mode: rail, sealed: false}]}"


def test_questions_go_by_their_chinese_names_and_need_no_english_title(book: Rulebook) -> None:
    found = verdicts(book, ON_RAIL)
    assert set(found) == {"承运", "移动", "缴款", "定夺", "税率", "plain", "已问"}
    assert [found[name].title for name in ("承运", "plain", "已问")] == [
        None,
        "Nothing is called this in Chinese",
        "是否已经提问？",
    ]


def test_a_silence_its_alternatives_and_what_nearly_answers(book: Rulebook) -> None:
    found = verdicts(book, ON_RAIL)["承运"]
    assert (found.verdict, found.subject) == ("known-gap", "甲段")
    assert [gap.name for gap in found.known_gaps] == ["干货铁路"]
    assert [gap.because for gap in found.known_gaps] == ["nobody says"]
    assert {other.value for other in found.alternatives} == {"公路", "海运"}
    (near,) = found.provisions
    assert (near.name, near.title, [lack.text for lack in near.lacks]) == ("by_rail", "By rail", ["运段.施封"])
    assert [(cited.title, cited.number) for cited in near.cites] == [("乙令", None)]


def test_days_in_force_are_told_in_chinese(book: Rulebook) -> None:
    near = verdicts(book, ON_RAIL)["移动"].provisions[0]
    assert [lack.text for lack in near.lacks] == ["运段.施封", "自 2020-01-01 起施行"]


def test_a_duty_names_bearer_and_the_day_it_is_counted_from(book: Rulebook) -> None:
    found = verdicts(book, ON_RAIL)["缴款"]
    (duty,) = found.duties
    assert duty.period is not None
    assert (duty.question, duty.by, duty.period.anchors) == ("缴款", "承运人", ("通知日期",))
    assert [point.name for point in found.open_points] == ["何谓缴款"]
    assert [(each.name, each.title) for each in found.provisions] == [("due", "限期")]


def test_whoever_it_is_left_to_and_an_answer(book: Rulebook) -> None:
    found = verdicts(book, "{day: 2016-01-01, cold: true, legs: []}")
    assert found["定夺"].left_to == ("海关",)
    assert found["税率"].answer == ("低税率",)


def test_an_open_verdict_turns_on_facts_in_chinese(book: Rulebook) -> None:
    found = verdicts(book, "{day: 2016-01-01, legs: [{id: a, mode: road}]}")
    assert found["承运"].needs == ("受潮",)
    assert found["税率"].needs == ("冷藏",)
    assert [way.answer for way in found["税率"].ways if way.verdict == "decided"] == [("低税率",)]


def test_what_is_not_asked_goes_by_chinese_names_too(book: Rulebook) -> None:
    found = checked(book, "{day: 2016-01-01, wet: true}")
    assert [(each.question, each.needs) for each in found.plans[0].unasked] == [
        ("承运", ("各运段",)),
        ("罚款", ("冷藏",)),
        ("移动", ("各运段",)),
    ]
    assert "  各运段：承运、移动\n" in check_text(found, {}, language="zh")


def told(book: Rulebook, word: str, **parts: object) -> SubjectVerdict:
    """Put a verdict made by hand, of the question `rate` on the leg `last`, into Chinese."""
    made = verdict(word, question="rate", **parts)
    return check_in_chinese(result(plan(made)), book).plans[0].verdicts[0]


def test_what_else_a_verdict_may_hold(book: Rulebook) -> None:
    made = told(
        book,
        "open",
        needs=("cold", "move", "l"),
        needs_answers=("move",),
        subject_to="customs",
        period=within(3, anchors=("told_at",)),
        remarks=(Remark("band", "n"), Remark("rank-over-later", "by_road"), Remark("calendar", "2016-01-01")),
        conflict=Conflict((("by_road",), ("by_rail",)), "issuers", ("customs", "state_council")),
        readings=(ReadingLine("wide", None, None, "decided", ("high",), ("decided",), None),),
    )
    assert (made.needs, made.needs_answers, made.subject_to) == (("冷藏", "移动", "甲法（令第1号）"), ("移动",), "海关")
    assert made.period is not None
    assert made.period.anchors == ("通知日期",)
    assert [remark.about for remark in made.remarks] == ["乙令", "by_road", "2016-01-01"]
    assert made.conflict == Conflict((("by_road",), ("by_rail",)), "issuers", ("海关", "state_council"))
    assert made.readings is not None
    assert made.readings[0].answer == ("高税率",)
    assert told(book, "permitted").readings is None


def test_an_element_keeps_its_own_name_even_if_a_fact_bears_it(book: Rulebook) -> None:
    assert told(book, "gap", subject="legs").subject == "legs"
    assert told(book, "gap", subject="legs[0]").subject == "各运段[0]"


def test_what_a_provision_lacks(book: Rulebook) -> None:
    lacks = (
        Lack("l applies", document="l"),
        Lack("in force from 2001-01-01 until 2002-01-01", days=("2001-01-01", "2002-01-01")),
        Lack("said by nobody"),
    )
    (near,) = told(book, "gap", provisions=(line("by_road", "nearest", cites=(), lacks=lacks),)).provisions
    assert [lack.text for lack in near.lacks] == [
        "甲法（令第1号） 适用于此",
        "自 2001-01-01 起施行，至 2002-01-01 止（不含当日）",
        "said by nobody",
    ]


def test_a_chinese_title_goes_before_a_chinese_name(book: Rulebook) -> None:
    lines = (
        line("twice", "wins", title="在标题中", cites=()),
        line("by_road", "wins", title="By road", cites=()),
        line("due", "wins", cites=()),
    )
    assert [each.title for each in told(book, "permitted", provisions=lines).provisions] == [
        "在标题中",
        "公路准许",
        "限期",
    ]


def test_requirements_that_are_not_met(book: Rulebook) -> None:
    misses = (Miss("p", "carry", "甲段", "gap"), Miss("p", "move", "legs[?]", "open"), Miss("p", "pay", "plan", None))
    (unmet,) = unmet_in_chinese((Unmet("carry=permitted", misses),), book)
    assert [(miss.question, miss.subject) for miss in unmet.misses] == [
        ("承运", "甲段"),
        ("移动", "各运段[?]"),
        ("缴款", "plan"),
    ]
