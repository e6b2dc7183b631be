"""The texts of skeletons in Chinese, with places for names. See `skeletons`."""

from __future__ import annotations

_VOCABULARY = """\
# 词汇

方案和条款所用的词。请在此声明各文本所问的事实。名称之后可用斜线另加别名，\
例如英文名：`进出口方向/direction`。位阶由高到低书写：`法律 > 行政法规 > 公告`。

```rules
规则集 $name "$title" {
  版本 1
  覆盖自 2020-01-01
  复核至 2020-12-31
  位阶 公告
  适用时点 报关单.申报日期
  角色 申报人
}

记录 申报单 {
  申报日期 : date
  进出口方向 : 枚举 { 进口, 出口 }
  已施封 : boolean
}
事实 报关单 : 申报单
```
"""

_QUESTIONS = """\
# 问题

本规则集回答的问题，以及要求作答的情形。问题的范围取决于法律争点，而不取决于现有的答案：\
争点存在而没有文本作出规定的，结论为空白。

```rules
问题 施封 "货物是否应当施封？"
  限于 报关单.进出口方向 为 进口
  视为履行 报关单.已施封
```
"""

_EXAMPLE = """\
# 示例，待替换

这份文本并不存在，仅用来说明一页的写法：用自己的话解释文本，写出规则，再写出由您自己判断结论的场景。\
查过而确无文本规定的，用 `已知空白` 记录在案；没有查过的，`lexport lint` 会问。\
未决点随每一个以本示例为依据的结论一并显示，以免被当作法律。\
请用 `lexport new document` 写出第一页，然后删除本页。

```rules
文件 示例文本 "示例，不是法律" {
  效力级别 公告
  制定机关 无
  公布 2020-01-01
  施行自 2020-02-01
  各项 1..1
  可信度 interpretation "示例"
}

条款 示例施封 "进口货物应当施封"
  依据 示例文本 第1项
  当 报关单.进出口方向 为 进口
  应当 施封 由 申报人

已知空白 施行之前 属于 施封
  当 报关单.申报日期 < 2020-02-01
  理由 "2020-02-01之前没有文本作出规定"

未决点 替换示例 在 示例施封 理由 "这是示例，不是法律：请换成您读过的文本"
```

```scenario
plan: 未施封的进口货物
facts:
  报关单: {申报日期: 2020-06-01, 进出口方向: 进口, 已施封: false}
expect:
  施封: {verdict: required, winners: [示例施封], compliance: breached}
because: 示例文本第1项
```

```scenario
plan: 文本施行之前的进口货物
facts:
  报关单: {申报日期: 2020-01-15, 进出口方向: 进口, 已施封: false}
expect:
  施封: {verdict: known-gap, gap: 施行之前}
because: 2020-02-01之前没有文本作出规定
```
"""

RULEBOOK = {
    "lexport.yaml": "# 工具的设置，不是法律。\nrules: rules\nlanguage: zh\n",
    "rules/vocabulary.md": _VOCABULARY,
    "rules/questions.md": _QUESTIONS,
    "rules/example.md": _EXAMPLE,
}

DOCUMENT = """\
# $heading

这份文本的内容、公布日期以及在何处读到：用自己的话写，不要照抄。

```rules
文件 $name "$title" {
$clauses}
```
"""

# Each clause of a document with its value, and what stands there without one: nothing, or something to fill in.
DOCUMENT_CLAUSES = {
    "rank": ("效力级别 $value", "效力级别 待填级别"),
    "issuer": ("制定机关 $value", "# 制定机关 …"),
    "number": ('文号 "$value"', ""),
    "issued": ("公布 $value", "公布 0000-00-00"),
    "in_force": ("施行自 $value", "施行自 0000-00-00"),
    "items": ("各项 $value", "各项 1..1"),
    "standing": (
        "可信度 $value",
        "可信度 待填可信度  # read, read_in_part, translated, reported, secondary, interpretation",
    ),
}

ITEM = "第$item项"

PROVISION = """\
条款 $name
  依据 $document $place
  当 待填条件
  交由 $question 予 待填效果  # 或者 准予、禁止、应当、免予、认定
"""

QUESTION = "待填问题"

SCENARIO = """\
plan: $name
facts:
  待填事实: 待填取值
expect:
  $question: 待填结论
because: 作此规定的文本及其位置
"""
