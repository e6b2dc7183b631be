"""Keywords, marks and names in either language; brackets only where a name would be read as something else."""

from __future__ import annotations

import pytest

from checker.authoring.formatting import format_file
from checker.syntax import SourceFile


def formatted(text: str, keywords: str | None = None) -> str:
    result = format_file(SourceFile("t.rules", text), keywords)
    assert result.text is not None, result.findings
    return result.text


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ('fact a/甲 : date optional decided by customs\n', "事实 a/甲：date 可缺 决定于 customs\n"),
        ("fact x : decimal(2) kg\nfact y : money CNY\n", "事实 x：小数（2）kg\n事实 y：金额 CNY\n"),
        ("fact x : boolean\n", "事实 x：boolean\n"),
        ('not encoded d article 2 paragraph 1 because "x"\n', "未编码 d 第2条第1款 理由 “x”\n"),
        ("repeal a item 1, b by c item 4 from 2017-08-22\n", "废止 a 第1项、b 由 c 第4项 自 2017-08-22\n"),
        ('never x is true because "a \\"b\\" “c”"\n', "不可能 x 为 是 理由 “a \"b\" “c\\””\n"),
        ("define x = y between 1 day and 3 days\n", "定义 x = y 介于 1日 且 3日\n"),
        ("define x = (a or b) and not c\n", "定义 x =（a 或 b）且 非 c\n"),
        ("define x = y >= 5 percent\n", "定义 x = y >= 5 percent\n"),
        ("define x = any g in goods: (g.hs starts with \"36\")\n", "定义 x = 任一 g 属于 goods：（g.hs 前缀 “36”）\n"),
        ("question q\n  silence means not-required\n", "问题 q\n  无规定视为 not-required\n"),
    ],
)  # fmt: skip
def test_the_same_in_both_languages(english: str, chinese: str) -> None:
    assert formatted(english, "zh") == chinese
    assert formatted(chinese, "en") == english
    assert (formatted(english), formatted(chinese)) == (english, chinese)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fact 「a」 : date", "fact a : date"),
        ("fact 「公布」 : date", "fact 公布 : date"),  # a keyword of documents alone
        ("fact 「A型（二）」 : date", "fact 「A型（二）」 : date"),
        ("fact 「14日」 : date", "fact 「14日」 : date"),
        ("fact 「when」 : date", "fact 「when」 : date"),
        ("define x = 「leg.from」 is 「leg.when」", "define x = leg.from is leg.when"),
        ("define x = 「any」 and 「any」 is y", "define x = any and any is y"),
        ("define x = 「any」 is 「within」", "define x = any is within"),
        ("define x = y is 「late」", "define x = y is 「late」"),
        ("define x = 「not」", "define x = 「not」"),
        ("define x = 「甲」为「第3项」", "define x = 甲 为 第3项"),  # no place of a document can stand there
        ("define x = 「甲」为「且」", "define x = 甲 为 「且」"),
    ],
)
def test_brackets_stay_only_where_a_name_would_not_be_read_as_one(written: str, expected: str) -> None:
    assert formatted(written) == expected + "\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("provision p 不得 q", "provision p\n  禁止 q\n"),
        ("定义 x = a 并且 b", "定义 x = a 且 b\n"),
        ("定义 x = a < 3天", "定义 x = a < 3日\n"),
        ("define x = a < 3 day", "define x = a < 3 days\n"),
        ("define x = a < 5%", "define x = a < 5%\n"),
    ],
)
def test_of_several_spellings_the_first_is_written(written: str, expected: str) -> None:
    assert formatted(written) == expected


def test_numerals_of_a_chinese_place_stay_until_it_is_written_in_english() -> None:
    chinese = "未编码 d 第二十四条第一款 理由 “x”\n"
    assert formatted(chinese) == formatted(chinese, "zh") == chinese
    assert formatted(chinese, "en") == 'not encoded d article 24 paragraph 1 because "x"\n'


def test_marks_are_those_of_most_keywords_of_a_statement() -> None:
    assert formatted("定义 x = (a 或 b)\nfact y : date") == "定义 x =（a 或 b）\nfact y : date\n"
    assert formatted("定义 x = （a or b）") == "定义 x = (a or b)\n"
