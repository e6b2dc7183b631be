"""Drafts as they come from a lawyer's desk: each mistake is told once and at its place, and no machine changes law."""

from __future__ import annotations

import pytest

from checker.syntax import parse_rules
from tests.unit.syntax.trees import complaints

DRAFTS = {
    "an effect without its question": (
        'provision a exempt note "as before"\nprovision b require only if x\nprovision c require by carrier',
        [("S176", 1, 20), ("S176", 2, 21), ("S176", 3, 21)],
    ),
    "a value behind a permission": ("provision a permit carriage self_transport", [("S139", 1, 29)]),
    "conditions that nothing opens": (
        (
            "provision a cites d\n  not sealed\n  permit q\nprovision b cites d\n  sealed and released\n  permit q\n"
            "provision c permit q\n  mode is transit"
        ),
        [("S167", 2, 3), ("S167", 5, 3), ("S167", 8, 3)],
    ),
    "a condition that nothing joins": (
        "provision a\n  when mode is transit\n  sealed and released\n  permit q",
        [("S163", 3, 3)],
    ),
    "a comma between conditions, behind a name with `in` in it": (
        "provision a when mode is integration, weight < 100 permit q",
        [("S150", 1, 37)],
    ),
    "conditions in the rows of a table": (
        "provision a table q by f {\n  b if x : permit\n  c : forbid if y\n  d : permit\n}",
        [("S171", 2, 5), ("S171", 3, 14)],
    ),
    "paths that break off": (
        "provision a when decl.\n  permit q\nprovision b require q within 3 days after decl.\n  by carrier",
        [("S122", 1, 22), ("S122", 3, 47)],
    ),
    "articles": (
        "provision a when the mode is transit and the goods are sealed permit the q",
        [("S119", 1, 18), ("S119", 1, 42), ("S151", 1, 52), ("S119", 1, 70)],
    ),
    "who has to act": (
        "provision a when x the carrier must seal\n条款 甲 承运人 应当 施封",
        [("S172", 1, 20), ("S172", 2, 6)],
    ),
    "places of a text": (
        (
            "provision a cites item 4 of d permit q\nprovision b cites d item 4, paragraph 2 permit q\n"
            "provision c cites d article 4(1) permit q"
        ),
        [("S122", 1, 19), ("S181", 2, 27), ("S183", 3, 30)],
    ),
    "a draft in YAML": (
        "document d:\n  rank: announcement\n  issued: 2015-10-12",
        [("S138", 1, 11), ("S178", 2, 7), ("S178", 3, 9)],
    ),
    "numbered lines": (
        "provision a cites d\n(a) when x is y;\n(b) permit q.",
        [("S111", 2, 1), ("S146", 2, 16), ("S111", 3, 1), ("S146", 3, 13)],
    ),
    "what is still to be written": (
        "provision a cites d when ??? permit q\nprovision b cites d item ___ permit q\n条款 丙 准予 乙 【待核】",
        [("S107", 1, 26), ("S107", 2, 26), ("S107", 3, 11)],
    ),
    "text of the law left in": (
        "provision a permit q\n  The consignee may also choose another carrier.\nprovision b permit q",
        [("S111", 2, 3)],
    ),
    "law in Chinese, as it is printed": (
        "条款「甲」：依据「丙」第４条，当「方式」为「转关」时，应「押运」。",
        [("S178", 1, 6), ("S210", 1, 12), ("S119", 1, 26), ("S172", 1, 28), ("S146", 1, 33)],
    ),
    "periods in Chinese, as they are printed": (
        (
            "条款「甲」应当「乙」限于放行之日起14日内\n条款「丙」应当「乙」14日内\n"
            "条款「丁」自2015年10月1日起施行 准予「乙」"
        ),
        [("S200", 1, 11), ("S200", 2, 11), ("S203", 3, 7)],
    ),
    "numbers in Chinese runs": (
        ("条款「甲」当「重量」不超过１００千克 准予「乙」\n条款「丙」当「重量」在100至200之间 准予「乙」"),
        [("S159", 1, 11), ("S210", 1, 14), ("S209", 1, 17), ("S157", 2, 11)],
    ),
}


@pytest.mark.parametrize("draft", DRAFTS)
def test_each_mistake_of_a_draft_is_told_once(draft: str) -> None:
    text, wanted = DRAFTS[draft]
    assert complaints(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "provision a permit self_transport for carriage",  # `for` is not `forbid`
        "provision a permit or forbid q",
        "provision a decide fee is 5 percent per day",
        "provision a from 2015-10-01 to 2016-10-01 permit q",  # is the last day in it?
        "question q silence means permit total partial not",
        'question "Who may carry?" about x',
        "条款 甲 法律另有规定的除外 准予 乙",  # by a law alone, or by any text
        "条款 甲 自 2015-10-01 至 2016-10-01 禁 准予 乙",
        "provision a table q by f, g { b | c | permit }",
        "provision a when x within 3 days permit q",
    ],
)
def test_no_machine_writes_what_may_be_other_law(text: str) -> None:
    edits = [edit.text for finding in parse_rules(text)[1] for edit in finding.edits]
    assert set(edits) <= {"permitted"}
