"""What is said by the linter, of what is allowed, and of the settings that weigh findings: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # provisions no case reaches
    "`{provision}` applies only outside what the rulebook covers, {days}": (
        "`{provision}` 只在规则集覆盖期间（{days}）之外适用"
    ),
    "leave it out, or widen `covers from` or `reviewed until`": "删去该条款，或放宽 `覆盖自` 或 `复核至`",
    "until {until}": "至 {until}",
    "from {since}": "自 {since}",
    "{since} to {until}": "{since} 至 {until}",
    "not all that was looked for on `{question}` is decided: a search came to its bound": (
        "关于 `{question}` 的检查未能全部作出判断：一项搜索已到上限"
    ),
    "`{provision}` applies only where {questions} is not asked": "`{provision}` 只在不涉及 {questions} 的情形下适用",
    "mend its condition, or widen `within` of the question": "修改其条件，或放宽该问题的 `限于`",
    "`{provision}` applies in no case": "`{provision}` 在任何情形下都不适用",
    "mend its condition: its parts, what it hangs on and what is `never` leave nothing over": (
        "修改其条件：各项条件、所依附的条款与 `不可能` 合在一起，没有剩下任何情形"
    ),
    "no case is left over: what is `never` leaves nothing that can happen": (
        "没有剩下任何情形：`不可能` 所排除的合在一起，什么都不会发生"
    ),
    "and this cannot happen": "此处也排除了情形",
    # answers never given
    "nothing answers `{question}` in any case": "在任何情形下都没有条款回答 `{question}`",
    'add a provision, or `known gap NAME in {question} because "…"`': (
        "补上条款，或写 `已知空白 名称 属于 {question} 理由 “…”`"
    ),
    "in `{question}` nothing is said of {values}": "在 `{question}` 中，对 {values} 没有任何规定",
    "`{question}` is never answered with {values}": "`{question}` 从未得到 {values} 的答案",
    # texts out of force
    "`{provision}` cites what had ended in `{document}` on {day}, before it begins": (
        "`{provision}` 所引 `{document}` 的内容在 {day} 已经失效，早于该条款开始之时"
    ),
    "`{provision}` is never in force: it would begin on {first} and ends on {until}": (
        "`{provision}` 从未生效：本应自 {first} 起施行，却至 {until} 终止"
    ),
    "it ends here": "在此失效",
    "`{document}` ends then": "`{document}` 于该日失效",
    "repealed here": "在此废止",
    "replaced by `{other}`": "被 `{other}` 取代",
    # facts and names of no use
    "no rule reads `{name}`": "没有规则用到 `{name}`",
    "leave it out, or add the rule that turns on it": "删去，或补上以它为条件的规则",
    "nothing uses the record `{name}`": "没有任何地方用到记录 `{name}`",
    "nothing uses the type `{name}`": "没有任何地方用到类型 `{name}`",
    "nothing uses the code table `{name}`": "没有任何地方用到代码表 `{name}`",
    "nothing uses the definition `{name}`": "没有任何地方用到定义 `{name}`",
    "nothing uses the role `{name}`": "没有任何地方用到角色 `{name}`",
    "nothing cites the document `{name}`": "没有任何地方引用文件 `{name}`",
    "nothing uses the rank `{name}`": "没有任何地方用到效力级别 `{name}`",
    "leave it out, or use it": "删去，或加以使用",
    "no rule tells {values} of `{type}` from one another": "对 `{type}` 的 {values}，没有规则加以区分",
    "leave them out, or add the rule that turns on them": "删去，或补上以它们为条件的规则",
    # what is allowed
    "{advice}\nif it is right as it stands, write `{allow}`": "{advice}\n若现状无误，写 `{allow}`",
    "if it is right as it stands, write `{allow}`": "若现状无误，写 `{allow}`",
    "this allowed `{id}` until {until}, and the rulebook has been reviewed until {reviewed}": (
        "此处对 `{id}` 的容许至 {until} 为止，而规则集已复核至 {reviewed}"
    ),
    "look at it again: give it a later `until`, or leave it out": "请重新审视：写上较晚的 `至`，或删去",
    "there is no `{id}` ({name}) to allow on {names}": "在 {names} 上没有可容许的 `{id}`（{name}）",
    "there is no `{id}` ({name}) to allow on {names} in any of these cases": (
        "在这些情形中，{names} 上没有可容许的 `{id}`（{name}）"
    ),
    "the finding `{finding}` is allowed without a reason": "容许 `{finding}` 而没有写明理由",
    "write why it is right as it stands": "请写明为何并无不妥",
    "an `allow` ends with what has been reviewed, and the rulebook does not say until when that is": (
        "`容许` 的期限以复核为准，而规则集没有写明复核至何日"
    ),
    "add `reviewed until DATE` to the rulebook": "在规则集开头补上 `复核至 日期`",
    "`{owner}` has nothing named `{name}`": "`{owner}` 中没有名为 `{name}` 的内容",
    "mend what it reports, and leave the `allow` out": "改正其所指出之处，并删去 `容许`",
    "`{id}` is never about some cases alone, so that no condition can limit its `allow`": (
        "`{id}` 从不只涉及部分情形，对它的 `容许` 不能以条件限定"
    ),
    "leave out the `when`": "删去 `当`",
    "a condition says which cases of a question are meant, and `{name}` is no question": (
        "条件所限定的是某一问题的情形，而 `{name}` 不是问题"
    ),
    "name the question: `on QUESTION`, or `between QUESTION and {name}`": (
        "写明问题：`在 问题`，或 `介于 问题 且 {name}`"
    ),
    "the questions are not asked of one list, so that the condition can speak of no element": (
        "各问题并非就同一列表提出，条件不能述及列表中的某一项"
    ),
    "the condition of this `allow` cannot be compiled exactly: {reason}": "此处 `容许` 的条件无法精确分析：{reason}",
    "write one `allow` for each question": "就每一问题各写一个 `容许`",
    "no finding has the id `{id}`": "没有编号为 `{id}` 的提示",
    "`{id}` cannot be allowed": "`{id}` 不得容许",
    "the id of a finding": "提示的编号",
    "a name that the finding is about": "提示所涉及的名称",
    # the report
    "errors: {number}": "错误 {number} 项",
    "warnings: {number}": "警告 {number} 项",
    "hints: {number}": "提醒 {number} 项",
    "{place}: allows {number} × {id} (because: {reason})": "{place}：容许 {id} {number} 项（理由：{reason}）",
    "found {counts}": "发现：{counts}",
    "nothing found": "没有发现问题",
    "nothing found that is not allowed": "除已容许的以外，没有发现问题",
    "looked for {ids} (provisions: {provisions}, questions: {questions}, documents: {documents}, facts: {facts})": (
        "已就 {provisions} 条条款、{questions} 个问题、{documents} 份文件和 {facts} 项事实检查 {ids}"
    ),
    "on record: {nevers} `never`, {gaps} `known gap`, {allowances} `allow`, {omissions} `not encoded`": (
        "记录在案：`不可能` {nevers} 处，`已知空白` {gaps} 处，`容许` {allowances} 处，`未编码` {omissions} 处"
    ),
    "nothing found that is new": "没有发现新问题",
    "nothing was looked at": "未作检查",
    "known from `{against}`: {known}": "`{against}` 中已知 {known} 项",
    "known from `{against}`: {known} (no longer found: {stale})": (
        "`{against}` 中已知 {known} 项（其中已不复存在的另有 {stale} 项）"
    ),
    "some of its cases are known from the baseline": "其中部分情形在基线中已知",
    "told on request, with `--also ID`: {found}": "另有应要求才列出的（用 `--also 编号`）：{found}",
    "{number} × {id}": "{id} {number} 项",
    "findings that are not shown here: {number}": "未在此列出的提示：{number} 项",
    "`lexport explain {id}` prints what it means, and how to mend it": ("`lexport explain {id}` 说明其含义和改正方法"),
    "the working folder of the run": "运行时的工作文件夹",
    # its headings
    "failed": "未通过",
    "passed": "通过",
    "found": "发现",
    "known": "已知",
    "known from before": "先前已知",
    "allowed": "已容许",
    "id": "编号",
    "place": "位置",
    "weight": "程度",
    "finding in words": "提示内容",
    "because": "理由",
    "until": "期限",
    "rulebook": "规则集",
    "questions on which nothing was found": "没有发现问题的问题项",
    # regions of cases
    "region {number}": "情形 {number}",
    "without an answer, for instance": "没有答案的情形，例如",
    "it is about, for instance": "所指的情形，例如",
    "{label} (cases: {cases})": "{label}（计 {cases} 种）",
    "every case that is asked about": "所问的一切情形",
    "in `{question}`": "在 `{question}` 中",
    "in `{question}` all cases but": "在 `{question}` 中，除下列以外的一切情形",
    "`{question}` is answered only where": "`{question}` 仅在下列情形有答案",
    "edges": "界限来源",
    "{facts} from {provisions}": "{facts} 出自 {provisions}",
    "example": "示例",
    "{plan}, for `{subject}`": "{plan}，所涉 `{subject}`",
    "in all": "合计",
    "{cases} cases": "{cases} 种情形",
    "{cases} of {of} cases": "{of} 种情形中的 {cases} 种",
    "{cases} of {of} cases have no answer": "{of} 种情形中的 {cases} 种没有答案",
    "the cases": "全部情形",
    "the cases with an answer": "有答案的情形",
    "{shown} of {total} regions shown, with {share} of {cases}; `--most all` shows all": (
        "共 {total} 处，列出 {shown} 处，占{cases}的{share}；`--most all` 列出全部"
    ),
    "{shown} of an unknown number of regions shown, with {share} of {cases}; not counted, since {bound}": (
        "总数未能算出，列出 {shown} 处，占{cases}的{share}：{bound}"
    ),
    "an unknown share": "未知比例",
    "the search was given up": "搜索中止",
    "it falls apart into too many pieces": "分割后的块数过多",
    "too many boxes overlap": "相互重叠的区域过多",
    "its diagram grows too large": "其判定图过大",
    "its diagram takes too many steps": "其判定图所需步数过多",
    "it has too many regions": "区域过多",
    "the time was up": "时间已到",
    # examples written as scenarios
    "a case of {id} in `{question}`": "`{question}` 中 {id} 所指的一种情形",
    "it is {verdicts} now": "目前的结论是 {verdicts}",
    "what it ought to be a person decides: write the verdict, and take the `#` away": (
        "应当如何由人判断：写上结论，并去掉 `#`"
    ),
    # settings
    "severity": "严重程度",
    "`severity` lists ids, each with what it weighs": "`severity` 应逐一列出编号及其严重程度",
    "`{id}` is no matter of judgement: it weighs what it weighs": "`{id}` 不容取舍，其严重程度不能改动",
    # searches that were given up
    "more findings of this kind are told than are stated": "此类报告过多，未逐一列出情形",
    "nothing was found out about `{question}`: {why}": "关于 `{question}` 未能查明任何情况：{why}",
    "the search for {searches} on `{question}` was given up: {why}": "对 `{question}` 的{searches}检查已中止：{why}",
    "`{id}` ({name})": "`{id}`（{name}）",
    "what is reported of these is so; that there is nothing more was not proved": "所报告的均属实；未能证明没有遗漏",
    "its cases fall apart into more than {most} boxes": "其情形分割后超过 {most} 块",
}
