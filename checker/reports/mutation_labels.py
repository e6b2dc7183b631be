"""The fixed words of the report on mutants in English and in Chinese; those of all reports come with them."""

from __future__ import annotations

from types import MappingProxyType

from checker.reports.labels import Labels, words, words_of

# key: (English, Chinese). What follows a dot is an operator.
TABLE: dict[str, tuple[str, str]] = {
    "mutation.title": (
        "Mutants of {rulebook}: {scenarios} scenarios notice {reached} of {all}, {percent} %",
        "{rulebook} 的变异：场景 {scenarios} 个，识别 {reached} / {all}，{percent} %",
    ),
    "mutation.operator": ("slip", "差错"),
    "mutation.killed": ("noticed", "被识别"),
    "mutation.survived": ("not noticed", "未被识别"),
    "mutation.undecided": ("not known", "不明"),
    "mutation.equivalent": ("no other law", "规则不变"),
    "mutation.beyond": ("beyond plans", "方案不及"),
    "mutation.refused": ("refused", "被拒绝"),
    "mutation.all": ("all", "合计"),
    "mutation.drop-exception": ("an exception left out", "漏写例外"),
    "mutation.drop-proviso": ("a proviso left out", "漏写但书"),
    "mutation.drop-conjunct": ("one of several conditions left out", "漏写并列条件之一"),
    "mutation.drop-disjunct": ("one of several alternatives left out", "漏写选择条件之一"),
    "mutation.negate": ("the contrary of a condition", "条件正反颠倒"),
    "mutation.move-date": ("a date a day off", "日期相差一日"),
    "mutation.swap-strictness": ("a bound one unit off", "界限相差一个单位"),
    "mutation.change-set": ("a value more or less", "多写或少写一个值"),
    "mutation.flip-effect": ("another answer", "结论改变"),
    "mutation.swap-ranks": ("two ranks in each other's place", "相邻位阶对调"),
    "mutation.drop-reservation": ("a reservation left out", "漏写“另有规定的除外”"),
    "mutation.survivors": ("Not noticed by any scenario:", "没有场景识别："),
    "mutation.undecided-ones": ("Not known to change anything:", "是否有变化不明："),
    "mutation.what": ("{what} [{id}]", "{what} [{id}]"),
    "mutation.by": ("{what} [{id}]: suggestion {number}, `{question}`", "{what} [{id}]：建议 {number}，`{question}`"),
    "mutation.why": ("{what} [{id}]: {because}", "{what} [{id}]：{because}"),
    "mutation.suggested": (
        "A suggestion is a plan that would notice: `--suggest DIR` writes each to a file, the first as `mutant-001-…`.",
        "“建议”是能够识别差错的方案：`--suggest DIR` 将每个方案写入一个文件，第一个为 `mutant-001-…`。",
    ),
    "mutation.note": (
        "Not counted: what changes no case, or only cases that no plan can state, and what is no rulebook.",
        "不改变任何情形的、只改变方案无从陈述之情形的、不成其为规则集的，均不计入。",
    ),
}

NUMBERS = ("killed", "survived", "undecided", "equivalent", "beyond", "refused", "all")
"""What is told of each operator, in this order."""


def mutation_words(language: str) -> Labels:
    """Give the words of the report on mutants and of all reports in one of LANGUAGES."""
    return MappingProxyType({**words(language), **words_of(TABLE, language)})
