"""What is said of the timelines of questions, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # the governing date, and the time looked at
    "by `{fact}`, from {first} to {last}": "按 `{fact}`，自 {first} 至 {last}",
    "by `{fact}` where {absent} is absent, from {first} to {last}": (
        "按 `{fact}`（{absent} 缺省时），自 {first} 至 {last}"
    ),
    # texts that come and leave
    "{what}: {provisions}": "{what}：{provisions}",
    "`{document}` comes": "`{document}` 开始施行",
    "`{document}` comes on this day or later, by {latest} at the latest": (
        "`{document}` 自该日或其后某日起施行，最迟自 {latest} 起"
    ),
    "`{document}` has come by this day at the latest": "`{document}` 最迟自该日起施行",
    "`{document}` applies from this day, by dates of its own": "`{document}` 依其自定日期自该日起适用",
    "`{document}` applies until this day, by dates of its own": "`{document}` 依其自定日期适用至该日为止",
    "`{document}` leaves, repealed by `{by}`": "`{document}` 失效，由 `{by}` 废止",
    "`{document}` leaves, replaced by `{by}`": "`{document}` 失效，由 `{by}` 取代",
    "`{document}` leaves, as it states itself": "`{document}` 依其自身规定失效",
    # what changes
    "decided otherwise": "结论改变",
    "some cases are possible from this day on only: that they get a verdict is no change": (
        "有些情形自该日起才可能发生：其得到结论不视为改变"
    ),
    "some cases are possible until this day only": "有些情形在该日以前才可能发生",
    "nothing is decided otherwise": "结论没有改变",
    "always decided alike": "结论始终不变",
    "not worked out: that takes too much": "未能得出：所需计算过多",
    "a gap opens": "出现空白",
    "a gap closes": "空白得到填补",
    "more is lawful": "合法范围扩大",
    "less is lawful": "合法范围缩小",
    "before by {provisions}": "此前依据 {provisions}",
    "now by {provisions}": "现依据 {provisions}",
    "it is not asked of them any more; the examples are dated before": "此后不再就此提问，示例的日期在此之前",
    # how long a document speaks
    "since {since}": "自 {since} 起",
    "from {since} until {until}": "自 {since} 起至 {until} 止（不含当日）",
    "from a day between {since} and {latest}": "自 {since} 至 {latest} 之间某日起",
    "from a day between {since} and {latest} until {until}": (
        "自 {since} 至 {latest} 之间某日起，至 {until} 止（不含当日）"
    ),
    # lists and pictures
    "timelines": "时间线",
    "timeline of {question}": "{question} 的时间线",
    "what it asks": "所问事项",
    "dates": "日期",
    "decided otherwise on {day}": "结论于 {day} 改变",
    "decided otherwise on {number} dates, from {first} to {last}": (
        "结论改变的日期共 {number} 个，自 {first} 至 {last}"
    ),
    "practice, binds nobody": "惯例，无约束力",
    "what is decided, by kinds of cases": "各类情形的结论",
    # what cannot be told
    "a picture is drawn of one question": "图形只能展示一个问题",
    "name it: `lexport timeline QUESTION`": "请写明问题：`lexport timeline QUESTION`",
    "`{since}` lies after `{until}`": "`{since}` 晚于 `{until}`",
    "write the earlier day after `--from`": "将较早的日期写在 `--from` 之后",
}
