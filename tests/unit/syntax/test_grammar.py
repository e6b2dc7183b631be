"""The grammar file itself: clean in Lark's strict mode, complete against the builder and the list of keywords."""

import re
from collections.abc import Iterator

import pytest
from lark import Lark, Token
from lark.lexer import Lexer

from checker.syntax import keywords
from checker.syntax.build import Builder
from checker.syntax.keywords import grammar_text, marks
from checker.syntax.table import rule_table

# The keywords of the language with their Chinese twins.
TWINS = """
rulebook 规则集 · version 版本 · covers from 覆盖自 · reviewed until 复核至 · ranks 位阶 · ruling 裁决 ·
governed by 适用时点 · roles 角色 · timezone 时区 · calendar 日历 · period counts 期间起算 · rolls 顺延 ·
codes 代码表 · from 自 · until 至 · open 开放 · closed 封闭 · dated 分时 · kinds 类别 · levels 等级 · record 记录 ·
fact 事实 · optional 可缺 · decided by 决定于 · one of 枚举 · list of 列表 · integer 整数 · decimal 小数 ·
money 金额 · define 定义 · never 不可能 · because 理由 · document 文件 · rank 效力级别 · issuer 制定机关 ·
number 文号 · issued 公布 · issued by 公布不晚于 · in force from 施行自 · items 各项 · standing 可信度 ·
source 来源 · applies when 适用于 · practice 惯例 · bind officers 仅约束关员 · repeal 废止 · by 由 ·
not encoded 未编码 · question 问题 · for each 逐一 · within 限于 · about 关于 · else 否则 · answers 答案为 ·
collects 汇总 · silence means 无规定视为 · done when 视为履行 · done at 履行于 · choices 可选 ·
uniform across 一致于 · total 全覆盖 · partial 部分覆盖 · provision 条款 · cites 依据 · replaces 取代 ·
unless otherwise provided 另有规定的除外 · exception to 例外于 · proviso to 但书于 · overrides 优先于 ·
authorised by 授权于 · reading 解读 · when 当 · permit 准予 · forbid 禁止/不得 · require 应当 · exempt 免予 ·
only if 仅当 · only in 仅限 · decide 认定 · leave 交由 · to 予 · apply 适用 · note 附注 · after 之后 ·
before 之前 · earliest of 最早者 · at least 至少 · known gap 已知空白 · open point 未决点 · on 在 · under 依照 ·
allow 容许 · table 表 · in order 依次 · in 属于 · or 或 · and 且/并且 · not 非 · unless 除非 · is 为 · between 介于 ·
starts with 前缀 · given 已填 · absent 缺省 · late 逾期 · all of 同时符合 · any of 符合其一 · any 任一 ·
every 所有 · no 无 · count 计数 · where 其中 · sum 合计 · of 的 · days 日/天 · hours 小时 · minutes 分钟 · months 个月 ·
working days 个工作日 · true 是 · false 否
"""
ENGLISH_ALONE = {"article", "paragraph", "item", "point", "boolean", "date", "datetime", "duration", "hs", "text",
                 "percent", "not-required"}  # fmt: skip


class Unused(Lexer):
    """Keeps Lark from building a lexer."""

    def __init__(self, configuration: object) -> None: ...

    def lex(self, _lexer_state: object, _parser_state: object) -> Iterator[Token]:
        return iter(())


@pytest.mark.parametrize("lexer", [Unused, "basic"])
def test_lark_finds_no_conflict_and_no_clash_of_terminals(lexer: type[Lexer] | str) -> None:
    lark = Lark(grammar_text(), parser="lalr", lexer=lexer, strict=True)
    assert lark.parser is not None


def test_every_rule_has_its_method() -> None:
    lark = Lark(grammar_text(), parser="lalr", lexer=Unused)
    built = {str(rule.alias or rule.origin.name) for rule in lark.rules if not rule.options.expand1 or rule.alias}
    named = {name for name in built if not name.startswith("_")}
    assert named
    assert {name for name in named if not hasattr(Builder, name)} == set()


def test_every_keyword_has_its_chinese_twin() -> None:
    wanted = {}
    for pair in TWINS.split("·"):
        english, chinese = pair.strip().rsplit(" ", 1)
        wanted[english] = tuple(chinese.split("/"))
    declared = {k.english[0]: k.chinese for k in keywords()}
    assert {e: c for e, c in declared.items() if c} == wanted
    assert {e for e, c in declared.items() if not c} == ENGLISH_ALONE | {"kg", "CNY"}


def test_no_spelling_belongs_to_two_keywords() -> None:
    spellings = [spelling for keyword in keywords() for spelling in keyword.spellings]
    assert len(spellings) == len(set(spellings))


def test_full_width_marks_are_those_of_ascii() -> None:
    for wide, narrow in zip("（），：；｛｝", "(),:;{}", strict=True):
        assert marks()[wide] == marks()[narrow]
    assert marks()["、"] == marks()[","]


def test_what_begins_a_statement_is_reserved() -> None:
    rank = {k.terminal: k.rank for k in keywords()}
    starters = rule_table().starters
    assert len(starters) == 17
    assert {rank[terminal] for terminal in starters} == {2}


def test_every_terminal_of_the_grammar_is_used() -> None:
    declared = set(re.findall(r"^(_?[A-Z][A-Z_]*)(?:\.-?\d)?:", grammar_text(), re.MULTILINE))
    rules = grammar_text().partition("// Terminals")[0]
    used = set(re.findall(r"\b_?[A-Z][A-Z_]+\b", re.sub(r"//.*", "", rules)))
    ignored = set(re.findall(r"^%ignore (\w+)", grammar_text(), re.MULTILINE))
    assert declared == used | ignored
