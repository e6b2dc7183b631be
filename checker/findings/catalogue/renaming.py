"""What is said of the names that the older of two rulebooks is to get, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "nothing that could be renamed is called `{name}`": "没有名为 `{name}` 的内容可以更名",
    "`{name}` names several things": "`{name}` 可以指多项内容",
    "`{name}` is renamed twice": "`{name}` 被更名两次",
    "leave one out, or write `OLD=NEW,NEW` for what was divided": "删去其一；如系拆分，写作 `OLD=NEW,NEW`",
    "the later rulebook has nothing called `{name}`": "较新的规则集中没有名为 `{name}` 的内容",
    "`{name}` needs a new name, or several that differ": "须为 `{name}` 写明一个新名称，或者数个互不相同的新名称",
    "`{name}` cannot become several: only a value or a code can": "`{name}` 不能分为数项：只有取值和代码可以拆分",
    "write one new name: `{name}={new}`": "只写一个新名称：`{name}={new}`",
    "`{name}` stays where it is, and `{new}` stands elsewhere": "`{name}` 的位置不变，而 `{new}` 位于别处",
    "write the new name alone: `{name}={new}`": "只写新名称本身：`{name}={new}`",
    "`{name}` cannot be called `{new}`: something else is": "`{name}` 不能改称 `{new}`：该名称已另有所指",
    "rename the other one too, or choose another name": "将另一项也更名，或者另选名称",
    "`{name}` cannot become several: {where}, and which is not said": (
        "`{name}` 不能分为数项：{where}，而未写明是其中哪一项"
    ),
    "`{code}` has it as its `{attribute}`": "它是 `{code}` 的 `{attribute}`",
    "silence of `{question}` means it": "`{question}` 未作规定时即为此值",
    "`{provision}` decides it": "`{provision}` 裁定此值",
}
