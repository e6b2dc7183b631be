"""What is said of provisions that do nothing, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # provisions that never prevail
    "`{provision}` never prevails": "`{provision}` 从不优先",
    "`{provision}` never prevails on {questions}": "`{provision}` 在 {questions} 上从不优先",
    "narrow what stands against it, mend its condition, or leave it out": (
        "缩小与之相抵触的条款的范围，修改其条件，或删去该条款"
    ),
    "whether `{provision}` ever prevails on {questions} is not decided: a search came to its bound": (
        "`{provision}` 在 {questions} 上是否可能优先，未能作出判断：一项搜索已到上限"
    ),
    "`{provision}` takes it out": "被 `{provision}` 排除适用",
    "it yields to `{provision}`": "让位于 `{provision}`",
    "`{provision}` prevails over it: its rank is higher": "`{provision}` 优先于它：位阶较高",
    "`{provision}` prevails over it: it is more special": "`{provision}` 优先于它：属特别规定",
    "`{provision}` prevails over it: it is later": "`{provision}` 优先于它：属新规定",
    "`{provision}` prevails over it: it is later and more special": "`{provision}` 优先于它：既属新规定，又属特别规定",
    # provisions that change nothing
    "without `{provision}` no answer would change": "没有 `{provision}`，任何答案都不会改变",
    "`{provision}` restates {others}": "`{provision}` 重述了 {others} 的规定",
    "`{provision}` restates what silence means on {questions}": (
        "`{provision}` 重述了 {questions} 上无规定时本有的含义"
    ),
    "`{provision}` answers there as well": "`{provision}` 对此也作了规定",
    "leave it out, or mend its condition or its answer": "删去该条款，或修改其条件或答案",
    # provisions that say what another says
    "`{provision}` and `{other}` say the same": "`{provision}` 与 `{other}` 规定相同",
    "`{provision}` and `{other}` say the same on {questions}": "`{provision}` 与 `{other}` 在 {questions} 上规定相同",
    "`{provision}` says nothing that `{other}` does not say": "`{provision}` 的规定都已包含在 `{other}` 之中",
    "`{provision}` says nothing on {questions} that `{other}` does not say": (
        "`{provision}` 在 {questions} 上的规定都已包含在 `{other}` 之中"
    ),
    "`{provision}` says it as well": "`{provision}` 也如此规定",
    "leave one of them out, or mend the condition of one": "删去其中一条，或修改其中一条的条件",
    # provisions that could be one
    "`{provision}` and `{other}` could be one provision": "`{provision}` 与 `{other}` 可以合并为一条",
    "write one provision whose condition names what both name": "写成一条，其条件一并列出两条所列的内容",
    "the other is here": "另一条在此",
    # exceptions and overrides
    "without the exception `{provision}` no answer would change": "没有例外 `{provision}`，任何答案都不会改变",
    "without the override `{provision}` no answer would change": ("没有 `{provision}` 的优先规定，任何答案都不会改变"),
    "it is aimed at `{provision}`": "它所针对的是 `{provision}`",
    "the exception `{provision}` leaves nothing of `{rule}` on {questions}": (
        "例外 `{provision}` 使 `{rule}` 在 {questions} 上完全落空"
    ),
    "this is the rule": "原条款在此",
    "narrow the exception, or say when the rule is to have effect": "缩小例外的范围，或写明原条款何时有效",
}
