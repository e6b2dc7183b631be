"""What is said of what another version, or another day, decides otherwise, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # a change
    "`{question}` is decided otherwise: {before} → {after}": "`{question}` 的结论有变：{before} → {after}",
    "dated by `{fact}`": "适用日期取自 `{fact}`",
    "no example was found that both confirm: there may be no such case": (
        "未找到两边都予以证实的示例：可能并无此类情形"
    ),
    "who is responsible was not worked out: that takes too much": "未能查明由哪些条款引起：计算量过大",
    "`{provision}` ({text}): {before} before, {after} now": "`{provision}`（{text}）：原先{before}，现在{after}",
    "`{provision}` ({text}) says something else now: {before} before, {after} now": (
        "`{provision}`（{text}）的规定已经改变：原先{before}，现在{after}"
    ),
    "`{provision}` ({text}) says something else now: {fate} before and now": (
        "`{provision}`（{text}）的规定已经改变：原先和现在都{fate}"
    ),
    "`{provision}` ({text}): {fate} before and now": "`{provision}`（{text}）：原先和现在都{fate}",
    "prevails": "优先适用",
    "leaves it to {by}": "交由 {by} 决定",
    "taken out by {by}": "被 {by} 排除",
    "gives way to {by}": "让位于 {by}",
    "beaten by {by} {principle}": "因 {by} {principle}而不适用",
    "by rank": "位阶较高",
    "as the special one": "属特别规定",
    "as the later one": "属新规定",
    "applies": "适用",
    "does not apply": "不适用",
    "not in force": "未施行",
    "not there": "不存在",
    "on record as `{gap}` before, not now": "原先作为 `{gap}` 记录在案，现在没有",
    "on record as `{gap}` now, not before": "现在作为 `{gap}` 记录在案，原先没有",
    "it tests {questions}, decided otherwise as well": "它以 {questions} 的结论为条件，而后者的结论也有变",
    "the scope of `{question}` is another": "`{question}` 的适用范围已经改变",
    "`{question}` gives another meaning to silence": "`{question}` 对无规定的含义另有说明",
    "no provision is worded otherwise: a table, what cannot happen or what is on record is another": (
        "条款文字没有改变：改变的是代码表、不可能发生的情形或者记录在案的空白"
    ),
    # the verdict on a question
    "equivalent": "等同",
    "wider": "放宽",
    "narrower": "收紧",
    "incomparable": "无法比较宽严",
    "not worked out": "未能得出",
    "wider: more conduct is lawful": "放宽：合法的做法增多",
    "narrower: less conduct is lawful": "收紧：合法的做法减少",
    "{direction}: {number}": "{direction}：{number}",
    "{verdict} ({counts})": "{verdict}（{counts}）",
    "{question}: {verdict}": "{question}：{verdict}",
    "not proved: {reason}": "未获证明：{reason}",
    "not worked out: {reason}": "未能得出：{reason}",
    "not worked out: its cases fall apart into too many boxes": "未能得出：其情形分散为过多的区域",
    "equivalent, proved over all cases: {questions}": "等同，已就全部情形证明：{questions}",
    "`{question}`: {reasons}": "`{question}`：{reasons}",
    "`{question}`: no difference found, and not proved: {reasons}": "`{question}`：未发现差别，但未获证明：{reasons}",
    "compared `{before}` with `{after}` (questions: {number}, changed: {changed})": (
        "已将 `{before}` 与 `{after}` 比较（问题：{number}，有变：{changed}）"
    ),
    # what was left out of account
    "`{text}` cannot happen in one of the rulebooks alone, and concerns other elements": (
        "`{text}` 只在其中一个规则集中不可能发生，且涉及其他要素"
    ),
    "elements are counted by `{fact}`, which has other values in the other rulebook": (
        "要素按 `{fact}` 计数，而它在另一规则集中取值不同"
    ),
    "whether the deeds of {questions} are late is left open": "{questions} 的行为是否逾期，未予区分",
    "the calendars differ: periods are counted by the later one in both": "日历不同：两边的期限都按后者计算",
    "the other rulebook measures {facts} otherwise": "另一规则集以其他方式计量 {facts}",
    # other words
    "`{old}` is {new} now": "`{old}` 现称 {new}",
    "compared {since} to {until}, which both rulebooks cover": "比较的期间为 {since} 至 {until}，两个规则集均覆盖",
    "{number} more": "另有 {number} 项",
    "questions that are gone: {names}": "已删去的问题：{names}",
    "provisions that are gone: {names}": "已删去的条款：{names}",
    "documents that are gone: {names}": "已删去的文件：{names}",
    "facts that are gone: {names}": "已删去的事实：{names}",
    "new questions: {names}": "新增的问题：{names}",
    "new provisions: {names}": "新增的条款：{names}",
    "new documents: {names}": "新增的文件：{names}",
    "new facts: {names}": "新增的事实：{names}",
    "values of `{fact}` that are gone: {names}": "`{fact}` 已删去的值：{names}",
    "new values of `{fact}`: {names}": "`{fact}` 新增的值：{names}",
    "`{fact}` has other values": "`{fact}` 的取值已经改变",
    "codes of `{table}` that are gone: {codes}": "`{table}` 已删去的代码：{codes}",
    "new codes of `{table}`: {codes}": "`{table}` 新增的代码：{codes}",
    "codes of `{table}` with other attributes: {codes}": "`{table}` 属性有变的代码：{codes}",
    "`{value}` of `{fact}` exists from {day}": "`{fact}` 的 `{value}` 自 {day} 起存在",
    "`{value}` of `{fact}` exists until {day}": "`{fact}` 的 `{value}` 至 {day} 为止存在",
    "`{question}` is asked of another list, and is not compared": "`{question}` 所问的列表不同，未作比较",
    "`{question}` has answers of another kind, and is not compared": "`{question}` 的答案种类不同，未作比较",
    "`{question}` is done otherwise: whether a duty is met is not compared": (
        "`{question}` 的履行条件不同：义务是否履行未作比较"
    ),
    # plans
    "plans with another verdict: {hit} of {asked}": "结论有变的方案：{asked} 个中有 {hit} 个",
    "{question}, {subject}: {before} → {after}": "{question}，{subject}：{before} → {after}",
    "cannot happen": "不可能发生",
    "not known there": "该处未知",
    "plans that are not shown here: {number}": "此处未显示的方案：{number}",
    # changes that are admitted
    "admitted: {reason}": "已认可：{reason}",
    "admitted: {admitted} of {all} changes": "已认可的变化：{all} 项中有 {admitted} 项",
    "changes written down: {number}; each needs a reason": "已写下的变化：{number}；每项都须补上理由",
    "changes that are not shown here: {number}": "此处未显示的变化：{number}",
    "the allow-list cannot be read: {reason}": "认可清单无法读取：{reason}",
    "this is no allow-list": "这不是认可清单",
    "write it anew with `lexport diff --write-allow FILE`": "用 `lexport diff --write-allow FILE` 重新写出",
    "`{change}` of `{question}` is admitted without a reason": "认可 `{question}` 的变化 `{change}` 而没有写明理由",
    "write why it is right behind `because`": "在 `because` 之后写明为何并无不妥",
    "before → now": "原先 → 现在",
    # the command as typed
    "`lexport diff` compares with another rulebook, or two days": "`lexport diff` 与另一规则集比较，或比较两个日期",
    "give either `--against DIR`, `--against rev:NAME` or `--at DAY DAY`": (
        "请写 `--against DIR`、`--against rev:NAME` 或 `--at DAY DAY` 之一"
    ),
    "the first day of `--at` has to lie before the second": "`--at` 的第一个日期必须早于第二个",
    "write the earlier day first": "先写较早的日期",
    "`{word}` says not what is called how": "`{word}` 没有写明何者改称何名",
    "write `OLD=NEW`": "写 `OLD=NEW`",
    "the folder `{folder}` is not there": "文件夹 `{folder}` 不存在",
    "name a folder, or a revision as `rev:NAME`": "请写文件夹，或以 `rev:NAME` 写修订版本",
    "no day is covered by both rulebooks: the one ends on {until}, the other begins on {since}": (
        "两个规则集没有共同覆盖的日期：其一止于 {until}，另一自 {since} 起"
    ),
    "compare rulebooks that were looked at for the same time": "请比较覆盖同一期间的规则集",
    "`{day}` lies outside what the rulebook covers": "`{day}` 不在规则集覆盖的期间内",
    "name days from `covers from` to `reviewed until`": "请写 `覆盖自` 至 `复核至` 之间的日期",
}
