"""What is said of where the law is silent, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # gaps
    "`{question}` has no answer in any case it is asked in": "凡须回答 `{question}` 的情形，均无答案",
    "`{question}` has no answer in part of the cases it is asked in": "须回答 `{question}` 的情形中，有一部分没有答案",
    'add a provision, put the silence on record with `known gap NAME in {question} when … because "…"`, or declare the '
    "question `partial`": (
        "补上条款，或用 `已知空白 名称 属于 {question} 当 … 理由 “…”` 将该空白记录在案，或声明该问题为 `部分覆盖`"
    ),
    # gaps in time
    "for a time `{question}` has no answer in cases in which it has one before and after": (
        "有的情形在一段时间内 `{question}` 没有答案，而此前、此后均有答案"
    ),
    "`{question}` has no answer any more in cases in which it had one": "有的情形 `{question}` 原有答案，后来不再有",
    "`{question}` has no answer yet in cases in which it has one later": "有的情形 `{question}` 后来才有答案，此前没有",
    "add the text that holds at that time, or put the silence on record with `known gap NAME in {question} when … "
    'because "…"`': ("补上当时施行的文件，或用 `已知空白 名称 属于 {question} 当 … 理由 “…”` 将该空白记录在案"),
    "`{document}` left on {day} (repealed by `{by}`)": "`{document}` 自 {day} 失效（由 `{by}` 废止）",
    "`{document}` left on {day} (replaced by `{by}`)": "`{document}` 自 {day} 失效（由 `{by}` 取代）",
    "`{document}` left on {day}, as it states itself": "`{document}` 依其自身规定自 {day} 失效",
    "`{provision}` gives no answer any more from {day}": "`{provision}` 自 {day} 起不再给出答案",
    "`{document}` came on {day}": "`{document}` 自 {day} 施行",
    "`{provision}` answers from {day}": "`{provision}` 自 {day} 起给出答案",
    # single values between two ranges
    "`{question}` has no answer where {limit}, and right below and above that it has one by {provisions} of "
    "`{document}`": ("{limit} 时 `{question}` 没有答案，而紧邻其下、其上的值依 `{document}` 的 {provisions} 均有答案"),
    "`{question}` has no answer where {limits}, and right below and above each of these values it has one by "
    "`{document}`": "{limits} 时 `{question}` 没有答案，而紧邻各该值之下、之上的值依 `{document}` 均有答案",
    "at one of {number} more values": "另外 {number} 个值之一",
    "if that is not meant, let one of the ranges hold the value: `<=` for `<`, or `>=` for `>`": (
        "如非本意，让其中一个范围包含该值：`<` 改为 `<=`，或 `>` 改为 `>=`"
    ),
    "two ranges for `{question}` of {provisions} of `{document}` overlap where {limit}, and nowhere beside that": (
        "`{document}` 的 {provisions} 对 `{question}` 规定的两个范围，恰在 {limit} 处重叠，紧邻的值则不重叠"
    ),
    "ranges for `{question}` of `{document}` overlap where {limits}, and nowhere beside each of these values": (
        "`{document}` 对 `{question}` 规定的范围在 {limits} 处重叠，紧邻各该值的值则不重叠"
    ),
    "if that is not meant, let one of the ranges leave the value out: `<` for `<=`, or `>` for `>=`": (
        "如非本意，让其中一个范围不含该值：`<=` 改为 `<`，或 `>=` 改为 `>`"
    ),
    "and this range lies beside it": "相邻的范围在此",
    # silences on record that are none
    "`{gap}` is on record where `{question}` is never asked": "`{gap}` 所记录的情形，`{question}` 从不涉及",
    "mend its condition, or leave `{question}` out of it": "修改其条件，或从中删去 `{question}`",
    "`{gap}` is no gap: `{question}` is answered in all of it": "`{gap}` 并非空白：其全部情形中 `{question}` 均有答案",
    "leave out the `known gap`, or `{question}` from its questions": "删去该 `已知空白`，或从其问题中删去 `{question}`",
    "`{gap}` is only partly a gap: `{question}` is answered in the rest of it": (
        "`{gap}` 只有一部分是空白：其余情形中 `{question}` 已有答案"
    ),
    "narrow its `when` to what nothing answers": "将其 `当` 的条件缩小到确无答案的情形",
    "answered here": "此处已有答案",
    "a gap, as recorded": "此处确为所记录的空白",
}
