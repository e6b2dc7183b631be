"""In which language a file is written: by its keywords, of plans by their keys."""

import pytest

from checker.shipped import shipped_folder
from checker.syntax.spoken import keyword_language
from tests.literate_pages import ROOT

CHINESE_RULE = "条款「过境」 依据 「令」 第三条 当「通关方式」为「转关」 准许「承运」"
ENGLISH_RULE = "provision transit/过境 cites 令 item 3 when 通关方式 is 转关 permit 承运"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (CHINESE_RULE, "zh"),
        (ENGLISH_RULE, "en"),
        ("", "en"),
        # Words in quotation marks and comments are the author's, whatever the keywords are.
        ('provision p "条款 当 准许" cites a item 1 permit q  # 条款 当 准许 依据', "en"),
        ("条款 p “when is permit forbid” 依据 a 第1项 准许 q  # when is permit forbid", "zh"),
        (f"# 标题，当，准许\n\n```rules\n{ENGLISH_RULE}\n```\n", "en"),
        (f"# Title, when it is required\n\n```rules\n{CHINESE_RULE}\n```\n", "zh"),
        (f"~~~ rules\n{CHINESE_RULE}", "zh"),
    ],
)
def test_the_keywords_of_rules_decide(text: str, language: str) -> None:
    assert keyword_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("plan: 一\nfacts: {报关单: {通关方式: transit}, 信用: B}\n", "zh"),
        ("plan: 一\nfacts: {decl: {mode: 转关}, credit: 甲}\n", "en"),
        ("plan: p\nfacts:\n  legs:\n    - 起点: 4905\n      终点: 4917\n", "zh"),
        ("plan: p\nfacts: {}\nexpect:\n  承运方式 @ last: permitted\n", "zh"),
        ("plan: p\nfacts: {}\n", "en"),
        ('plan: p\nfacts: {"信用": B}\n', "zh"),
        ("# 页面\n\n```scenario\nplan: p\nfacts: {decl: {mode: 转关}}\n```\n", "en"),
        ("# Page\n\n```scenario\nplan: p\nfacts: {信用: B}\n```\n", "zh"),
    ],
)
def test_the_keys_of_plans_decide(text: str, language: str) -> None:
    assert keyword_language(text) == language


def test_of_a_page_with_both_the_rules_decide() -> None:
    scenario = "```scenario\nplan: p\nfacts: {信用: B, 报关单: {通关方式: transit}, 运段: []}\n```\n"
    assert keyword_language(f"```rules\n{ENGLISH_RULE}\n```\n{scenario}") == "en"


def test_the_law_is_english_and_its_chinese_page_chinese() -> None:
    pages = sorted(path for path in shipped_folder("rules").rglob("*.md") if "```rules" in path.read_text("utf-8"))
    assert pages
    assert {keyword_language(path.read_text(encoding="utf-8")) for path in pages} == {"en"}
    assert keyword_language((ROOT / "tests" / "chinese" / "order-89.md").read_text(encoding="utf-8")) == "zh"
