"""What is said by the readers of a rulebook of its conditions: single tests, quantities, periods, lists."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "conditions stand in one another more than {most} deep here": "此处的条件相互嵌套超过 {most} 层",
    # what may be missing
    "`{name}` may be absent, and nothing here asks whether it is given": (
        "`{name}` 可能没有填写，而此处没有先问是否已填"
    ),
    "add `{name} is given`": "补上 `{name} 为 已填`",
    "`{name}` is never absent": "`{name}` 必须填写，不会缺省",
    "`{fact}` is never absent: it is not optional": "`{fact}` 没有标明 `可缺`，不会缺省",
    "`is not {word}` is not how a missing value is tested": "是否填写不以 `为 非 {word}` 来写",
    "`{word}` is no value: whether something is there is asked with `is`": "`{word}` 不是值：是否填写以 `为` 来写",
    "write `{test}`": "写作 `{test}`",
    # what is compared with what
    "no fact is tested here": "此处没有涉及任何事实",
    "`{name}` is both a value of `{fact}` and a name of its own": "`{name}` 既是 `{fact}` 的值，又另有所指",
    "`{name}` is both an answer and a name of its own": "`{name}` 既是答案，又另有所指",
    "write an alias that only one of the two has": "改用只属于其中之一的别名",
    "`{name}` is {what}: a test needs one of its fields": "`{name}` 是{what}：条件应当写其中的字段",
    "`{name}` is a condition, and can only be compared with true or false": (
        "`{name}` 是条件，只能与 `是` 或 `否` 相比较"
    ),
    "`{name}` is a question, and no fact": "`{name}` 是问题，不是事实",
    "`{fact}` is a fact, and has nothing below it": "`{fact}` 是事实，没有下级",
    "write `is {fact}`": "写作 `为 {fact}`",
    "write `{text} is …`": "写作 `{text} 为 …`",
    "write `true` or `false`": "写作 `是` 或 `否`",
    "`{text}` is computed, and no fact": "`{text}` 是计算式，不是事实",
    "`{text}` is no condition: it is neither true nor false": "`{text}` 不是条件：无所谓成立与否",
    "`{fact}` and `{other}` are of different types": "`{fact}` 与 `{other}` 的类型不同",
    "`{fact}` is text, which is carried and never tested": "`{fact}` 是文字，只作记载，不能用作条件",
    "`{word}` is no code of `{table}` but a value of its `{attribute}`": (
        "`{word}` 不是 `{table}` 的代码，而是其 `{attribute}` 的值"
    ),
    "test `{fact}.{attribute}`": "写作 `{fact}.{attribute}`",
    "`{word}` is a name, and a number or a date is wanted here": "`{word}` 是名称，而此处应当是数字或者日期",
    "`{word}` is a name, and a text between quotes is wanted here": "`{word}` 是名称，而此处应当是引号内的文字",
    "no value lies between these two": "两者之间没有任何值",
    "only a tree of kinds and a table of codes have something below": "只有类别和代码表才有下级",
    "write `in {{ {word} }}`": "写作 `属于 ｛ {word} ｝`",
    "only a goods code has a prefix to test": "只有商品编码才可以按前缀判断",
    '"{prefix}" begins no goods code: a prefix has from 1 to {most} digits': (
        "`“{prefix}”` 不是商品编码的前缀：前缀为 1 至 {most} 位数字"
    ),
    "goods codes are compared by `is`, `in` and `starts with`": "商品编码以 `为`、`属于` 和 `前缀` 比较",
    "the values of `{type}` have no order": "`{type}` 的值没有大小之分",
    "write `is` or `in {{ … }}`": "写作 `为` 或 `属于 ｛ … ｝`",
    # tests on other questions
    "`{path}` is a question, and what is said here hangs on facts alone": "`{path}` 是问题，而此处只能以事实为条件",
    "`{question}` is a question: what it answers is tested by `is` and `in`": (
        "`{question}` 是问题：对其答案以 `为` 和 `属于` 判断"
    ),
    "write `{question} in {{ … }}`": "写作 `{question} 属于 ｛ … ｝`",
    "`{question}` collects answers, and what it collects cannot be tested": (
        "`{question}` 汇总各项答案，汇总的结果不能用作条件"
    ),
    "`{question}` answers with text, which is carried and never tested": (
        "`{question}` 的答案是文字，只作记载，不能用作条件"
    ),
    "`{question}` is asked for each of `{list}`, and none of them is asked about here": (
        "`{question}` 就 `{list}` 的每一元素提出，而此处没有就其中任何元素发问"
    ),
    "test it in a question `for each x in {list}`": "把这一条件写在 `逐一 x 属于 {list}` 的问题中",
    "an answer of `{question}` is compared with constants, and `{name}` is none": (
        "`{question}` 的答案只能与写定的值比较，而 `{name}` 不是"
    ),
    "`{day}` is a whole day, and the answers are moments: write one with its time": (
        "`{day}` 是一整天，而答案是时刻：应当写明时刻"
    ),
    "`{word}` is no verdict": "`{word}` 不是结论",
    "`{word}` is no answer that a condition could test: without an answer the test is open": (
        "`{word}` 不是可以用作条件的答案：没有答案时，该条件未定"
    ),
    "`{question}` asks for a value: nothing is done there that could be late": (
        "`{question}` 问的是一个值，没有可能逾期的行为"
    ),
    "nothing says when what `{question}` requires was done": "没有写明 `{question}` 所要求的行为在何时完成",
    "add `done at …` to the question `{question}`": "在问题 `{question}` 中补上 `履行于 …`",
    "`{text}` is no question: only what a question requires can be late": (
        "`{text}` 不是问题：只有问题所要求的行为才会逾期"
    ),
    # periods
    "`{text}` is no fact with a day or a time, which alone can lie within a period": (
        "`{text}` 不是日期或者时刻类的事实，只有这类事实才可能在期间之内"
    ),
    "a period has {amount} that the calendar holds, and `{number}` is none": (
        "期间应当是日历所及的{amount}，而 `{number}` 不是"
    ),
    "a whole number of minutes": "整数分钟",
    "a whole number of hours": "整数小时",
    "a whole number of days": "整数日",
    "a whole number of months": "整数个月",
    "a whole number of working days": "整数个工作日",
    "`{fact}` is a day without a time, and a period of minutes is exact to the minute": (
        "`{fact}` 是日期，没有时刻，而以分钟计的期间精确到分钟"
    ),
    "`{fact}` is a day without a time, and a period of hours is exact to the minute": (
        "`{fact}` 是日期，没有时刻，而以小时计的期间精确到分钟"
    ),
    "count in days, or let the fact be a `datetime`": "改为以日计，或者把该事实的类型改为 `datetime`",
    # quantities
    "{left} {operator} {right}": "{left} {operator} {right}",
    "count {element} in {list}": "计数 {element} 属于 {list}",
    "sum {summand} of {element} in {list}": "合计 {summand} 的 {element} 属于 {list}",
    "`{left}` is {kind} and `{right}` is {other}: {verdict}": "`{left}` 是{kind}，`{right}` 是{other}：{verdict}",
    "they cannot be compared": "两者不能比较",
    "they cannot be added": "两者不能相加",
    "they cannot be taken from one another": "两者不能相减",
    "a bare number": "不带单位的数字",
    "a day": "日期",
    "a moment": "时刻",
    "a duration": "时长",
    "a goods code": "商品编码",
    "`{text}` is no number, day or time": "`{text}` 不是数字、日期或者时刻",
    "`{text}` is a goods code, and cannot be reckoned with": "`{text}` 是商品编码，不能用于计算",
    "`{text}` is read from a code table: it can be compared with constants, and not be reckoned with": (
        "`{text}` 取自代码表：只能与写定的值比较，不能用于计算"
    ),
    "`{text}` has no fixed length: it is counted in periods alone": "`{text}` 的长短不固定，只能用于期间",
    "write `is within {text} after …`": "写作 `为 限于 {text} 之后 …`",
    "`{summand}` is {kind}, and cannot be added up": "`{summand}` 是{kind}，不能合计",
    "`{summand}` is not of each element of `{list}` alone, so it cannot be added up": (
        "`{summand}` 不只属于 `{list}` 的各元素，因而不能合计"
    ),
    "`{day}` is a day, and `{length}` need not be whole days: a day moves by whole days": (
        "`{day}` 是日期，而 `{length}` 不一定是整日：日期只能按整日推移"
    ),
    "`{number}` does not say how long": "`{number}` 没有写明时间单位",
    "write `{number} days`, or hours or minutes": "写作 `{number}日`，或者以小时、分钟为单位",
    # lists
    "`{path}` is no list": "`{path}` 不是列表",
    "tests on lists stand in one another more than {most} deep here": "此处对列表的判断相互嵌套超过 {most} 层",
}
