"""A plan that cannot happen: what is ruled out, in whose words, and why."""

from checker.answers.compose import check_plan
from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import load_texts

RULES = """\
rulebook t { ranks law  governed by day }
fact day : date
fact mode/方式 : one of { import/进口, transit/转关 }
fact sealed/已施封 : boolean
document a { rank law  issuer x  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question q
provision p cites a item 1 permit q
never mode is import and sealed because "seals are for {transit} alone" cites a item 1
"""


def test_it_says_what_is_ruled_out_and_the_reason_in_both_languages() -> None:
    book, findings = load_texts({"t.rules": RULES})
    assert book is not None, findings
    (plan,) = read_plans(book, "plan: p\nfacts: {day: 2016-01-01, mode: import, sealed: true}\n", "p.yaml")
    (finding,) = check_plan(Law(book), plan).findings
    assert (finding.id, str(finding.span), finding.kind) == ("F404", "p.yaml:1:1", "never")
    assert str(finding.message) == "this plan cannot happen: never `mode is import and sealed`"
    assert str(finding.help) == ("change the facts; the rulebook gives as its reason: `seals are for {transit} alone`")
    assert finding.message.in_language("zh") == "本方案不可能发生：`方式 为 进口 且 已施封` 绝不成立"
    assert finding.help is not None
    assert finding.help.in_language("zh") == "请更改事实；规则集所述理由：`seals are for {transit} alone`"
