"""What is said of like cases treated differently, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "`{question}` treats like cases differently: `{fact}` should make no difference": (
        "`{question}` 对相同情形不同对待：`{fact}` 本不应造成差别"
    ),
    "verdict: `{word}`": "结论：`{word}`",
    "`{provision}` tests `{fact}`": "`{provision}` 以 `{fact}` 为条件",
    "let nothing turn on `{fact}`, or take it out of `uniform across`": (
        "不要以 `{fact}` 为条件，或者将其从 `一致于` 中删去"
    ),
    "`{question}` was not searched for like cases: codes of `{fact}` may differ in too many ways": (
        "未就 `{question}` 查找相同情形：`{fact}` 的代码可能有过多不同之处"
    ),
    "not each of these cases need have a like case with another verdict": ("所列情形未必个个都有结论不同的相同情形"),
}
