"""The fixed words of the coverage report in English and in Chinese; those of all reports come with them."""

from __future__ import annotations

from types import MappingProxyType

from checker.reports.labels import Labels, words, words_of

# key: (English, Chinese). What follows a dot is the kind of a figure.
TABLE: dict[str, tuple[str, str]] = {
    "coverage.title": (
        "Coverage of {rulebook} (scenarios: {scenarios}, verdicts expected: {asked})",
        "{rulebook} 的覆盖情况（场景：{scenarios}，预期结论：{asked}）",
    ),
    "coverage.provisions-applying": ("provisions that apply", "适用的条款"),
    "coverage.provisions-winning": ("provisions that win", "优先的条款"),
    "coverage.exceptions": ("exceptions, provisos, overrides that strike", "起作用的例外、但书与优先规定"),
    "coverage.branches": ("branches gone by", "所依的分支"),
    "coverage.regions": ("answers with their winners", "结论及其优先条款"),
    "coverage.total": ("total", "合计"),
    "coverage.outcomes": ("outcomes of single tests that matter", "有影响的单项条件结果"),
    "coverage.tests": ("single tests that matter both ways", "正反两面均有影响的单项条件"),
    "coverage.of": ("{reached} of {all}", "{reached} / {all}"),
    "coverage.percent": ("{percent} %", "{percent} %"),
    "coverage.missed": ("Not reached:", "未到达："),
    "coverage.unshown": ("Single tests not shown to matter:", "未显示有影响的单项条件："),
    "coverage.beyond": ("Reached by no case, and not counted:", "任何情形均不能到达，未计入："),
    "coverage.undecided": (
        "Answers of {questions} are not counted: the cases fall apart into too many boxes.",
        "{questions} 的结论未计入：其情形分割后的块数过多。",
    ),
    "coverage.unsuggested": (
        "No plan was found for {number} of what is not reached.",
        "未到达之处有 {number} 项未能给出方案。",
    ),
    "coverage.below": ("Below the line of {line} %.", "低于 {line} % 的要求。"),
}


def coverage_words(language: str) -> Labels:
    """Give the words of the coverage report and of all reports in one of LANGUAGES."""
    return MappingProxyType({**words(language), **words_of(TABLE, language)})
