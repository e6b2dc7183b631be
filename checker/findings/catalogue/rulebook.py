"""What is said by the readers of a rulebook of files, names, types, values and code tables; and by the logic."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # files
    "there is no folder `{folder}`": "没有文件夹 `{folder}`",
    # what a name stands for, alone and in a sentence
    "type": "类型",
    "record": "记录",
    "a record": "记录",
    "fact": "事实",
    "a definition": "定义",
    "document": "文件",
    "a document": "文件",
    "question": "问题",
    "a question": "问题",
    "provision": "条款",
    "a known gap": "已知空白",
    "an open point": "未决点",
    "a list": "列表",
    # names
    "no {kind} is named `{name}`": "没有名为 `{name}` 的{kind}",
    "no {kind} is named `{name}`; it is the name of {other}": "没有名为 `{name}` 的{kind}；此名称属于{other}",
    "not declared": "未声明",
    "no such word": "无此用词",
    "not a fact": "不是事实",
    "write `{word}`": "写作 `{word}`",
    "write `{word}`, declared at {place}": "写作 `{word}`（声明于 {place}）",
    "write one of: {words}": "写作下列之一：{words}",
    "`{name}` is declared twice": "`{name}` 重复声明",
    "the second time": "第二次声明",
    "declared here first": "首次声明在此",
    "`{name}` runs names and keywords together": "`{name}` 把名称和关键词连写在一起",
    "a field, without its fact": "这是字段，前面缺少所属的事实",
    "write {paths}": "写作 {paths}",
    "a value, with nothing to compare": "这是一个值，没有与之比较的对象",
    "write the whole comparison again, or `in {{ …, {word} }}`": "重新写出完整的比较，或写 `属于 {{ …，{word} }}`",
    "write `integer` for whole numbers, for others for example `decimal(2) kg`": (
        "整数写 `整数`，其他数字例如写 `小数(2) kg`"
    ),
    "no role is named `{name}`": "没有名为 `{name}` 的角色",
    "no rank is named `{name}`": "没有名为 `{name}` 的效力级别",
    "no standing is named `{word}`": "没有名为 `{word}` 的可信度",
    "no verdict is named `{word}`": "没有名为 `{word}` 的结论",
    "no field of `{owner}` is named `{name}`": "`{owner}` 没有名为 `{name}` 的字段",
    "`{fact}` is one value and has no field `{name}`": "`{fact}` 是单个值，没有字段 `{name}`",
    "`{name}` is a definition, and has no fields": "`{name}` 是定义，没有字段",
    "`{list}` is a list: `{name}` belongs to each of its elements": "`{list}` 是列表：`{name}` 属于其中每一个元素",
    "test `any x in {list}: (x.{name} …)`": "写作 `任一 x 属于 {list}：（x.{name} …）`",
    "`{path}` belongs to an element of {lists}, and none is spoken of here": (
        "`{path}` 属于 {lists} 的元素，而此处没有指明任何元素"
    ),
    "let the question be `for each {name} in {list}`, or test `any {name} in {list}: (…)`": (
        "在问题中写 `逐一 {name} 属于 {list}`，或者写 `任一 {name} 属于 {list}：（…）`"
    ),
    "outside its list": "不在其列表之内",
    # types, records and definitions
    "`{question}` answers with one value, not with records": "`{question}` 的答案是单个值，不是记录",
    "`{record}` contains itself by its field `{field}`": "`{record}` 通过字段 `{field}` 包含了自身",
    "let the inner one have a record of its own": "为内层另设一个记录",
    "`{name}` says that nothing is there, and names no value": "`{name}` 表示没有填写，不能用作值的名称",
    "the end does not lie after the beginning": "终止日不晚于起始日",
    "a decimal has from 0 to {most} decimals": "小数位数为 0 至 {most} 位",
    "the range {low}..{high} has nothing in it": "范围 {low}..{high} 内没有任何值",
    "`{name}` is defined by itself: `{circle}`": "`{name}` 以自身定义自身：`{circle}`",
    "`{name}` is defined here": "`{name}` 定义于此",
    "definitions stand in one another more than {most} deep here": "此处的定义相互嵌套超过 {most} 层",
    "more than {most} uses of definitions come together here": "此处引用定义合计超过 {most} 次",
    "{sentence}: `{circle}`": "{sentence}：`{circle}`",
    "`{name}` is part of the circle": "`{name}` 在这一循环之中",
    # values
    "`{text}` is not {expected}": "`{text}` 不是{expected}",
    "a number of {unit}": "以 `{unit}` 计的数字",
    "an amount of {unit}": "以 `{unit}` 计的金额",
    "a percentage": "百分比",
    "a value of `{type}`": " `{type}` 的值",
    "a code of `{table}`": " `{table}` 的代码",
    "`true` or `false`": " `是` 或 `否`",
    'a text between quotes, like "…"': "引号内的文字，例如 `“…”`",
    "a day written like `2015-10-12`": "日期（写法如 `2015-10-12`）",
    "a time written like `2015-10-12 08:30`": "时刻（写法如 `2015-10-12 08:30`）",
    "a duration written like `2 days 3 hours`": "时长（写法如 `2日3小时`）",
    "a goods code of ten digits": "十位商品编码",
    "true": "是",
    "false": "否",
    "{number} days": "{number}日",
    "{number} hours": "{number}小时",
    "{number} minutes": "{number}分钟",
    "{number} months": "{number}个月",
    "{number} working days": "{number}个工作日",
    "{number} percent": "{number}%",
    "`{text}` may stand only for what is `optional`": "只有标明 `可缺` 的才可写作 `{text}`",
    "`{name}` is neither `true` nor `false`": "`{name}` 既不是 `是`，也不是 `否`",
    "no value of `{type}` is named `{name}`": "`{type}` 没有名为 `{name}` 的值",
    "`{table}` lists no code `{code}`": "`{table}` 没有列出代码 `{code}`",
    "`{text}` has too many decimals: {expected} has no decimals": "`{text}` 的小数位过多：{expected}没有小数位",
    "`{text}` has too many decimals: {expected} has at most 1 decimal": (
        "`{text}` 的小数位过多：{expected}至多 1 位小数"
    ),
    "`{text}` has too many decimals: {expected} has at most {most} decimals": (
        "`{text}` 的小数位过多：{expected}至多 {most} 位小数"
    ),
    "`{text}` is below nought": "`{text}` 小于零",
    "`{text}` is larger than any number can be here": "`{text}` 超出此处数字的上限",
    "`{text}` lies outside {low}..{high}": "`{text}` 不在 {low}..{high} 之内",
    "`{text}` is not a day written like `2015-10-12`": "`{text}` 不是日期（写法如 `2015-10-12`）",
    "`{text}` is a time, not a day written like `2015-10-12`": "`{text}` 是时刻，不是日期（写法如 `2015-10-12`）",
    "`{text}` is not a time; a time is written like `2015-10-12 08:30`": (
        "`{text}` 不是时刻；时刻的写法如 `2015-10-12 08:30`"
    ),
    "`{text}` is a day without a time; a time is written like `2015-10-12 08:30`": (
        "`{text}` 是日期，没有写明时刻；时刻的写法如 `2015-10-12 08:30`"
    ),
    "the calendar has no day {day}": "日历上没有 {day} 这一天",
    "the clock has no {time}": "没有 {time} 这一时刻",
    # code tables
    "there is no code table `{file}`": "没有代码表 `{file}`",
    'write "{file}"': "写作 `“{file}”`",
    "`{name}` is the code above, and no attribute": "`{name}` 表示上级代码，不能用作属性",
    "`{attribute}` of a code is one value, not a record": "代码的 `{attribute}` 是单个值，不是记录",
    "a code table": "代码表",
    "the code `{code}`": "代码 `{code}` ",
    "a window of `{attribute}`": "`{attribute}` 的每一时段",
    "{what} is a mapping, like `{{key: value}}`": "{what}应当写成键值对，如 `{{键: 值}}`",
    "one word or number is expected here": "此处应当是一个词或者一个数字",
    "no attribute of `{table}` is named `{name}`": "`{table}` 没有名为 `{name}` 的属性",
    "`{code}` has `{attribute}` twice": "`{code}` 的 `{attribute}` 写了两次",
    "`{text}` is listed twice": "`{text}` 列了两次",
    "listed here first": "首次列在此处",
    "`{above}`, above `{code}`, is not listed in this table": "`{code}` 的上级代码 `{above}` 没有列在本表中",
    "`{code}` lies above itself": "`{code}` 成了自身的上级代码",
    "`{attribute}` is dated: a list like `[{{value: …, from: 2015-10-12}}]`": (
        "`{attribute}` 是分时属性：应当写成列表，如 `[{{value: …, from: 2015-10-12}}]`"
    ),
    "a window has no `{key}`": "时段中没有 `{key}` 这一项",
    "a window of `{attribute}` has no `value`": "`{attribute}` 的这一时段缺少 `value`",
    "the window of `{attribute}` ends before it begins": "`{attribute}` 的这一时段在开始之前就已终止",
    "this window of `{attribute}` overlaps another": "`{attribute}` 的这一时段与另一时段重叠",
    "this code table cannot be read as YAML": "此代码表不符合 YAML 格式",
    "{what}: {reason}": "{what}：{reason}",
    # the register of the sources
    "this register cannot be read as YAML": "此来源登记表不符合 YAML 格式",
    "the register": "来源登记表",
    "the section `{section}`": "`{section}` 一节",
    "the fact `{id}`": "事项 `{id}` ",
    "a fact of the register has no `{key}`": "登记事项中没有 `{key}` 这一项",
    "of {fates} a fact has one, and `{id}` does not": "登记事项应当写明 {fates} 之一，`{id}` 没有写明",
    "`{key}` does not go with `{fate}`": "`{key}` 不能与 `{fate}` 并用",
    "`{id}` is not encoded, and no `because` says why": "`{id}` 未编码，但没有写明理由（`because`）",
    "`{id}` says why in no word": "`{id}` 没有写明理由",
    "`{word}` is none of {words}": "`{word}` 不在 {words} 之列",
    "the rulebook gives the name `{name}` to nothing": "规则集中没有名为 `{name}` 的内容",
    "what is encoded has the names of what says it: `[name, name]`": ("已编码的事项应当写明由何处规定：`[名称, 名称]`"),
    "a list is expected here: `[one, another]`": "此处应当是列表：`[一项, 另一项]`",
    "it holds a character that no YAML file may hold": "含有 YAML 文件不允许的字符",
    "a tab stands here, and lines are indented with blanks": "此处是制表符，而缩进应当用空格",
    "a text that begins with `{mark}` goes between quotes": "以 `{mark}` 开头的文字应当加引号",
    "`*{name}` refers to nothing; a text that begins with `*` goes between quotes": (
        "`*{name}` 没有指向任何内容；以 `*` 开头的文字应当加引号"
    ),
    "a second `:` stands in this line; a text with `:` in it goes between quotes": (
        "本行出现了第二个 `:`；含有 `:` 的文字应当加引号"
    ),
    "a `:` is missing behind a key": "键之后缺少 `:`",
    "this line is not indented like those around it": "本行的缩进与前后各行不一致",
    "a `,` or the closing bracket is missing": "缺少 `,` 或者右括号",
    "a text between quotes is not closed": "引号没有成对",
    "it holds more than one document": "文件中有不止一份内容",
    # what the logic finds
    "question `{question}` cannot be compiled exactly: {reason}": "问题 `{question}` 无法精确分析：{reason}",
    "the condition of `{provision}` cannot be compared with others exactly: {reason}": (
        "`{provision}` 的条件无法与其他条款精确比较：{reason}"
    ),
    "it falls apart into more than {most} alternatives": "条件展开后超过 {most} 种情形",
    "`{provision}` gives answers to `{question}` that contradict one another": (
        "`{provision}` 对 `{question}` 给出了相互矛盾的答案"
    ),
    "let the conditions of its effects exclude one another, or write two provisions": (
        "使各项效果的条件互不重合，或者分写为两个条款"
    ),
}
