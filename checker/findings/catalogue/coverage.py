"""What is said of coverage by scenarios: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # what is reached
    "`{provision}` applies": "`{provision}` 适用",
    "`{provision}` wins": "`{provision}` 优先",
    "`{provision}` takes `{target}` out": "`{provision}` 排除 `{target}` 的适用",
    "`{provision}` stands beside `{target}`": "`{provision}` 与 `{target}` 并立",
    "`{provision}` goes by the branch `{condition}`": "`{provision}` 依其分支 `{condition}` 而定",
    "`{question}` is {verdict} by {winners}": "`{question}` 依 {winners} 为 {verdict}",
    "`{question}` is {verdict}, and no provision wins": "`{question}` 为 {verdict}，且无优先条款",
    # single tests
    "it matters to `{provision}` whether `{test}`": "`{test}` 成立与否对 `{provision}` 有影响",
    "it matters to `{provision}` that `{test}` holds": "`{test}` 成立对 `{provision}` 有影响",
    "it matters to `{provision}` that `{test}` does not hold": "`{test}` 不成立对 `{provision}` 有影响",
    # what is not
    "in no scenario {what}": "没有场景使得 {what}",
    # suggestions
    "write a number from 0 to 100": "请填写 0 至 100 之间的数",
    "here, and in no scenario before:": "此处有而先前的场景均没有的：",
    "scenarios written to be filled in: {number}": "已写出待填写的场景：{number} 个",
}
