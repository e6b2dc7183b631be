"""What is said of mutants: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "slip": "差错类型",
    "write a number from 1 to 999": "写 1 至 999 的整数",
    "nothing": "无",
    "the exception": "该例外",
    "the proviso": "该但书",
    "the exception `{name}` left out": "漏写例外 `{name}`",
    "the proviso `{name}` left out": "漏写但书 `{name}`",
    "`{before}` left out of `{name}`": "`{name}` 中漏写 `{before}`",
    "`{after}` for `{before}` in `{name}`": "`{name}` 中将 `{before}` 写成 `{after}`",
    "{what}, told by `{key}`": "{what}，由 `{key}` 识别",
    "a case that no scenario looks at; it would notice in the rules:": "没有场景考察的情形；它能识别规则中的下列差错：",
    "- {what}": "- {what}",
    "no plan was found that tells it from the law": "未找到能将其与规则区分开的方案",
    "`{question}` falls apart into too many cases to be compared": "`{question}` 的情形分割后块数过多，无法比较",
    "`{question}` cannot be compared: {reason}": "`{question}` 无法比较：{reason}",
}
