"""The wording of provisions, effects, questions, documents and records. Keys are grouped by what they word."""

from __future__ import annotations

# Each sentence stands in English and in Chinese, in this order.
LAW: dict[str, tuple[str, str]] = {
    # what a sentence is about
    "provision": ("provision {name}", "条款{name}"),
    "question": ("the question {name}", "问题{name}"),
    "role": ("the {name}", "{name}"),
    "place": ("{place} of {document}", "{document}{place}"),
    "window": (", in force {days}", "，{days}施行"),
    "window.from": ("from {day}", "自{day}起"),
    "window.band": (
        "from a day that is not known exactly, neither before {day} nor after {latest}",
        "自不能确定的某日（不早于{day}，不晚于{latest}）起",
    ),
    "window.until": ("{from}, up to and including {day}", "{from}至{day}（含当日）"),
    # provisions
    "heading.provision": ("Provision {name}.", "条款{name}。"),
    "rule": ("Under {place}{window}: {effects}", "依据{place}{window}：{effects}"),
    "rule.if": (
        "Under {place}{window}: if {condition}, then {effects}",
        "依据{place}{window}：如果{condition}，则{effects}",
    ),
    "practice.none": (
        "This text is practice and binds nobody.",
        "该文件属于惯例，对任何人均无约束力。",
    ),
    "practice.officers": (
        "This text binds officers alone.",
        "该文件仅约束关员。",
    ),
    "applies-when": (
        "All that {document} says holds only where {condition}.",
        "{document}的全部规定仅在下列情形适用：{condition}。",
    ),
    "cites.further": ("It is supported by {places}.", "并以{places}为佐证。"),
    "cites.standing": ("Here the text of {place} is known as {standing}.", "此处{place}的文本可信度为：{standing}。"),
    "because.standing": ("{standing}, {reason}", "{standing}，{reason}"),
    "own.from": ("By its own words it begins on {day}.", "按其自身规定，自{day}起施行。"),
    "own.until": (
        "By its own words it ends with {day}, the last day on which it holds.",
        "按其自身规定，施行至{day}（含当日）。",
    ),
    "replaces": (
        "From its first day it takes the place of {provision}; {place} brought the new wording.",
        "自其施行之日起取代{provision}，新的文本由{place}规定。",
    ),
    "yields": ("It holds unless otherwise provided.", "另有规定的，从其规定。"),
    "yields.ranks": (
        "It holds unless otherwise provided by a text of the rank {ranks}.",
        "效力级别为{ranks}的文本另有规定的，从其规定。",
    ),
    "exception": (
        (
            "This is an exception to {provision}: it applies only where that does too, and there takes it out in all "
            "its questions."
        ),
        "本条为{provision}的例外：仅在该条款也适用时适用，并在其所涉的全部问题上将其排除。",
    ),
    "exception.in": (
        (
            "This is an exception to {provision}: it applies only where that does too, and there takes it out in "
            "{questions}."
        ),
        "本条为{provision}的例外：仅在该条款也适用时适用，并在{questions}上将其排除。",
    ),
    "proviso": (
        "This is a proviso to {provision}: it applies only where that stands, adds to it and leaves it standing.",
        "本条为{provision}的但书：仅在该条款适用且未被排除时适用，对其加以补充，不排除该条款。",
    ),
    "overrides": (
        "It prevails over {provision} wherever both apply and clash, for this reason: {because}.",
        "凡与{provision}同时适用且相抵触的，以本条为准，理由：{because}。",
    ),
    "power": ("The power for this comes from {place}.", "其授权依据为{place}。"),
    "reading": ("It rests on the reading {name}: {text}.", "本条基于解读{name}：{text}。"),
    "reading.else": (
        "It stands only if the words are read the other way than the reading {name} has it: {text}.",
        "仅在不采用解读{name}、而按另一种方式理解时，本条才成立：{text}。",
    ),
    # effects
    "effects": ("the following is said:", "规定如下："),
    "effect": ("in {question}, {said}", "就{question}，{said}"),
    "permit": ("this is permitted", "准予为之"),
    "forbid": ("this is forbidden", "禁止为之"),
    "require": ("this is required", "应当为之"),
    "exempt": ("this is not required", "免予为之"),
    "permit.only-if": (
        "{said} if {condition}, and forbidden if not",
        "当{condition}时{said}，否则禁止为之",
    ),
    "require.only-if": (
        "{said} if {condition}, and not required if not",
        "当{condition}时{said}，否则免予为之",
    ),
    "only-if.pause": (",", ""),
    "permit.in": ("it is permitted to choose {values} as {about}", "准予选用{values}作为{about}"),
    "permit.only-in": (
        "it is permitted to choose only {values} as {about}",
        "仅准予选用{values}作为{about}",
    ),
    "forbid.in": ("it is forbidden to choose {values} as {about}", "禁止选用{values}作为{about}"),
    "require.is": (
        "{values} is required as {about}",
        "应当选用{values}作为{about}",
    ),
    "else-forbidden": ("{said}, and everything else is forbidden", "{said}，其他一律禁止"),
    "decide": ("the answer is {value}", "认定为{value}"),
    "decide.between": ("the answer lies between {low} and {high}", "认定为{low}至{high}之间"),
    "decide.share": ("the answer lies between {low} and {high} of {whole}", "认定为{whole}的{low}至{high}之间"),
    "leave": ("it is left to {role} to decide", "交由{role}决定"),
    "leave.open": ("nothing is said: the case is left open", "不作规定，该情形留空"),
    "apply": (
        "all that {provision} says is said here too, and its sources are taken with it",
        "适用{provision}的全部规定，并一并援引其依据",
    ),
    "apply.that-is": ("In {provision}, {effects}.", "{provision}中，{effects}。"),
    "tail.by": ("{said}, by {role}", "{said}，由{role}承担"),
    "tail.when": ("{said}, {period}", "{said}，期限为{period}"),
    "tail.note": ("{said} (noted: {note})", "{said}（附注：{note}）"),
    # tables
    "table": ("in {question}, the answer depends on {facts}:", "就{question}，依{facts}分别规定："),
    "table.in-order": (
        "in {question}, the answer depends on {facts}, and the first row that fits counts:",
        "就{question}，依{facts}分别规定，以最先符合的一行为准：",
    ),
    "row": ("where {cells}: {answer}", "{cells}的：{answer}"),
    "row.any": ("in every case: {answer}", "任何情形：{answer}"),
    "row.else": ("in every other case: {answer}", "其他情形：{answer}"),
    "cell.is": ("{fact} is {value}", "{fact}为{value}"),
    "cell.range": ("{low} to {high}, both included", "{low}至{high}（含两端）"),
    "cell.and": (", and ", "，且"),
    "row.permitted": ("permitted", "准予"),
    "row.forbidden": ("forbidden", "禁止"),
    "row.required": ("required", "应当"),
    "row.not-required": ("not required", "免予"),
    # definitions
    "heading.definition": ("Definition {name}.", "定义{name}。"),
    "means.condition": ("The definition “{name}” is met where {condition}.", "定义“{name}”成立，是指{condition}。"),
    "means.condition.of": (
        "{owner} meets the definition “{name}” where {condition}.",
        "{owner}符合定义“{name}”，是指{condition}。",
    ),
    "means.value": ("The definition “{name}” stands for {value}.", "定义“{name}”是指{value}。"),
    "means.value.of": (
        "The definition “{name}” of {owner} stands for {value}.",
        "{owner}的定义“{name}”是指{value}。",
    ),
    # questions
    "heading.question": ("Question {name}.", "问题{name}。"),
    "for-each": (
        "It is asked of each {variable} in {list}.",
        "就{list}中的每一个{variable}分别提出。",
    ),
    "for-plan": ("It is asked of the plan as a whole.", "就整个方案提出。"),
    "deontic": ("It asks what may be done and what may be left.", "所问为：可否为、可否不为。"),
    "about": (
        "It asks whether what the plan chooses as {about} is lawful, and what else could be chosen.",
        "所问为：方案所选的{about}是否合法，另可选何值。",
    ),
    "answers": ("It asks for one answer: {type}.", "所问为一个答案：{type}。"),
    "collects": ("It collects every answer that stands: {type}.", "汇总所有成立的答案：{type}。"),
    "within": ("An answer is demanded where {condition}.", "要求作答的情形：{condition}。"),
    "within.always": ("An answer is demanded in every case.", "任何情形均要求作答。"),
    "governed-by": ("The law in force on {date} counts.", "以{date}当日施行的规定为准。"),
    "governed-by.else": ("{date}, or if that is absent on {other},", "{date}（缺省时为{other}）"),
    "silence": ("Where the law is silent, the answer is {answer}.", "法规没有规定的，视为{answer}。"),
    "silence.cites": ("That rests on {places}.", "其依据为{places}。"),
    "done-when": ("The deed counts as done where {condition}.", "{condition}的，视为已履行。"),
    "done-at": ("The deed is done on {date}.", "履行之日为{date}。"),
    "choices": ("The enterprise may vary {facts}.", "企业可以变更{facts}。"),
    "uniform": ("Like cases are to be treated alike whatever {facts} is.", "无论{facts}为何，同类情形应同等对待。"),
    "total": ("Every silence is reported.", "任何空白均予报告。"),
    "partial": ("Only silences between two answers are reported.", "仅报告两个答案之间的空白。"),
    # documents
    "heading.document": ("Document {name}.", "文件{name}。"),
    "title": ("Its title is {title}.", "标题为{title}。"),
    "rank": ("Its rank is {rank}.", "效力级别为{rank}。"),
    "issuer": ("It was issued by {issuer}.", "制定机关为{issuer}。"),
    "official-number": ("Its official number is {number}.", "文号为{number}。"),
    "issued": ("It was issued on {day}.", "于{day}公布。"),
    "issued-by": ("It was issued on {day} or earlier.", "不晚于{day}公布。"),
    "in-force": ("It is in force {days}.", "{days}施行。"),
    "until": ("By its own words it holds up to and including {day}.", "按其自身规定，施行至{day}（含当日）。"),
    "items": ("It has the items {items}.", "共有下列各项：{items}。"),
    "run": ("{first} to {last}", "{first}至{last}"),
    "standing": ("Its text is known as {standing}.", "文本可信度为：{standing}。"),
    "source": ("It was found in {source}.", "来源为{source}。"),
    "repeal": ("From {day} {place} repeals {target}.", "{target}自{day}起由{place}废止。"),
    "not-encoded": (
        "Of {document}, {items} is not encoded, for this reason: {because}.",
        "{document}{items}未编码，理由：{because}。",
    ),
    "not-encoded.items": ("items {items}", "第{items}项"),
    # records
    "heading.known-gap": ("Known gap {name}.", "已知空白{name}。"),
    "known-gap": ("In {questions} no text says anything.", "就{questions}，没有任何文本作出规定。"),
    "known-gap.if": (
        "In {questions}, if {condition}, no text says anything.",
        "就{questions}，如果{condition}，没有任何文本作出规定。",
    ),
    "because": ("The reason on record is {because}.", "记录的理由：{because}。"),
    "cited": ("Cited for it: {places}.", "为此引用：{places}。"),
    "heading.open-point": ("Open point {name}.", "未决点{name}。"),
    "open-point": (
        "What {subject} says stands, but this is left vague: {because}.",
        "{subject}的规定有效，但下列内容未予明确：{because}。",
    ),
    "open-point.question": (
        "In {subject} an answer stands, but this is left vague: {because}.",
        "就{subject}的结论有效，但下列内容未予明确：{because}。",
    ),
    "never": (
        "It cannot happen that {condition}, for this reason: {because}.",
        "不可能出现下列情形：{condition}，理由：{because}。",
    ),
    # facts and types
    "heading.fact": ("Fact {name}.", "事实{name}。"),
    "fact": ("{fact} is {type}.", "{fact}为{type}。"),
    "fact.optional": ("It may be absent.", "可以缺省。"),
    "fact.decided-by": ("Only {role} can decide it.", "仅由{role}决定。"),
    "type.boolean": ("true or false", "“是”或者“否”"),
    "type.one-of": ("one of {values}", "下列之一：{values}"),
    "type.levels": ("one of the levels {values}, lowest first", "下列等级之一（由低到高）：{values}"),
    "type.kinds": ("one of the kinds {values}", "下列类别之一：{values}"),
    "type.codes": ("a code of the table {table}", "代码表{table}中的代码"),
    "type.list": ("a list of {record}", "{record}列表"),
    "type.integer": ("a whole number", "整数"),
    "type.decimal": ("a number with {digits} decimals, in {unit}", "保留{digits}位小数的数，单位为{unit}"),
    "type.money": ("an amount of money in {unit}", "以{unit}计的金额"),
    "type.percent": ("a percentage", "百分比"),
    "type.date": ("a date", "日期"),
    "type.datetime": ("a date with a time", "日期和时间"),
    "type.duration": ("a length of time", "时长"),
    "type.hs": ("a goods code of ten digits", "十位商品编码"),
    "type.text": ("a text", "文字"),
    "type.range": (", from {low} to {high}, both included", "，{low}至{high}（含两端）"),
    "value.since": ("{value} from {day}", "{value}（自{day}起）"),
    "value.until": ("{value} until the day before {day}", "{value}（至{day}前一日止）"),
}
