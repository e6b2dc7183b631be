"""The fixed words of the atlas in English and in Chinese: headings, rows and columns of its pages and pictures.

As in `labels`, whose words come with them: braces in a sentence are filled by the report.
"""

from __future__ import annotations

from types import MappingProxyType

from checker.reports.labels import Labels, words, words_of

# key: (English, Chinese). What follows a dot is a word of a closed list or the kind of a page.
TABLE: dict[str, tuple[str, str]] = {
    # the tree of a question
    "tree.exception": ("exception", "例外"),
    "tree.proviso": ("proviso", "但书"),
    "tree.override": ("overrides it", "优先于上条"),
    "tree.silent": ("says nothing on this question itself", "本身不涉及该问题"),
    "tree.unranked": ("without rank", "无效力级别"),
    "tree.none": ("No provision speaks on it.", "没有条款涉及该问题。"),
    "tree.alone": (
        "No exception, proviso or override is aimed at any of its provisions.",
        "其条款均无例外、但书或优先规定。",
    ),
    "tree.others": (
        "Provisions at which nothing is aimed are not shown here.",
        "没有例外、但书或优先规定的条款未在此列出。",
    ),
    # the graph of documents
    "graph.title": ("Which document names which", "文件之间的引用与废止"),
    "graph.around": ("Documents tied to {name}", "与 {name} 相关的文件"),
    "graph.description": (
        "In the order of time, the earliest above. An arrow leads to the document named. The list below says the same.",
        "文件按施行时间自上而下排列；箭头由引用的文件指向被引用的文件。图下的列表内容与图相同。",
    ),
    "graph.none": ("No document names another one.", "没有文件引用其他文件。"),
    "graph.repeals": ("repeals", "废止"),
    "graph.replaces": ("replaces", "取代"),
    "graph.authorised": ("power from", "授权"),
    "graph.exception": ("exception", "例外"),
    "graph.proviso": ("proviso", "但书"),
    "graph.override": ("overrides", "优先"),
    "graph.supported": ("cites", "引用"),
    "reference.repeals": ("{source} repeals {target}", "{source} 废止 {target}"),
    "reference.replaces": ("{source} replaces the wording of {target}", "{source} 取代 {target} 的条文"),
    "reference.authorised": ("{source} has its power from {target}", "{source} 由 {target} 授权"),
    "reference.exception": ("{source} makes an exception to {target}", "{source} 对 {target} 作出例外规定"),
    "reference.proviso": ("{source} adds a proviso to {target}", "{source} 对 {target} 附加但书"),
    "reference.override": ("{source} overrides {target}", "{source} 优先于 {target}"),
    "reference.supported": ("{source} cites {target} in support", "{source} 引用 {target} 作为佐证"),
    "reference.place": ("{document}, {place}", "{document}{place}"),
    # pages
    "page.atlas": ("Atlas", "图册"),
    "page.questions": ("Questions", "问题"),
    "page.documents": ("Documents", "文件"),
    "section.asked": ("What is asked", "问题内容"),
    "section.provisions": ("Provisions in order of rank", "条款（按效力级别）"),
    "section.tree": ("Exceptions, provisos, overrides", "例外、但书与优先规定"),
    "section.map": ("Map", "结论图"),
    "section.timeline": ("Timeline", "时间线"),
    "section.table": ("Decision table", "决策表"),
    "section.gaps": ("Where the law is silent", "法规空白"),
    "section.points": ("Open points", "未决点"),
    "section.scenarios": ("Scenarios", "场景"),
    "section.known": ("What is known of it", "基本信息"),
    "section.provides": ("What it provides", "规定的内容"),
    "section.history": ("History", "沿革"),
    "section.ties": ("Documents it is tied to", "相关文件"),
    "section.graph": ("Citations and repeals", "引用与废止"),
    "column.provision": ("provision", "条款"),
    "column.says": ("says", "规定"),
    "column.source": ("source", "出处"),
    "column.window": ("in force", "施行期间"),
    "column.question": ("question", "问题"),
    "column.document": ("document", "文件"),
    "column.title": ("title", "名称"),
    "column.day": ("day", "日期"),
    "column.what": ("what happened", "事项"),
    "column.plan": ("scenario", "场景"),
    "column.verdict": ("verdict expected", "预期结论"),
    # what a page says
    "asked.when": ("asked of", "适用情形"),
    "asked.tests": ("its provisions test", "条款依据的问题"),
    "asked.total": ("answer expected", "应有答案"),
    "asked.total.yes": ("in every case it is asked of", "凡适用情形均应有答案"),
    "asked.total.no": (
        "only where a provision speaks: the question is partial, and elsewhere silence is no gap",
        "仅限条款有规定的情形：该问题为部分覆盖，其余情形无规定不构成空白",
    ),
    "gaps.none": (
        "Every case it is asked of has an answer, or its silence is on record: that is proved.",
        "凡适用情形均有答案，或其空白已记录在案：此点已获证明。",
    ),
    "gaps.tested": (
        "Where a question that its provisions test has no answer, the silence is that question's.",
        "其条款所依据的其他问题没有答案的，属于该问题的空白。",
    ),
    "gaps.unknown": (
        "Whether every case has an answer was not worked out: it takes too long.",
        "是否凡适用情形均有答案未能查明：所需时间过长。",
    ),
    "gaps.meant": ("Where no provision speaks, silence means: {said}.", "没有条款规定时，其含义为：{said}。"),
    "gaps.partial": (
        "The question is partial: where no provision speaks, that is no gap.",
        "该问题为部分覆盖：没有条款规定之处不构成空白。",
    ),
    "gaps.record": ("Silences on record", "已记录的空白"),
    "scenarios.further": ("further scenarios: {number}", "另有场景：{number}"),
    "table.folded": ("all {number} rows", "全部 {number} 行"),
    "drawn.not": ("It was not worked out: that takes too long.", "未能得出：所需时间过长。"),
    # the account of items and of sources
    "page.accounts": ("Accounts", "来源账目"),
    "section.totals": ("In all", "合计"),
    "section.items": ("Items of the documents", "各文件的各项"),
    "section.sources": ("Facts of the sources", "来源中的事项"),
    "column.fate": ("fate", "处理结果"),
    "column.items": ("items", "各项"),
    "column.account": ("where, or why not", "编码之处或理由"),
    "column.fact": ("fact", "事项"),
    "column.ends": ("ends by", "解决方式"),
    "column.shown": ("shown by", "场景"),
    "column.total": ("in all", "合计"),
    "items.whole": ("the whole", "全文"),
    "standing.lead": ("lead, not verified", "线索，未核实"),
    "fate.encoded": ("encoded", "已编码"),
    "fate.not encoded": ("not encoded", "未编码"),
    "fate.no rule": ("no rule", "不构成规范"),
    "reason.not_read": ("not read", "未读到原文"),
    "reason.lead": ("a lead nobody has verified", "线索，未核实"),
    "reason.no_fact": ("no fact of a plan", "与方案中的事实无关"),
    "reason.elsewhere": ("said elsewhere", "已由其他条款规定"),
    "reason.programme": ("a programme", "政策或计划，不含规范"),
    "ends.rank": ("rank", "上位法优先"),
    "ends.specialty": ("specialty", "特别法优先"),
    "ends.recency": ("recency", "新法优先"),
    "ends.explicit": ("exception", "例外"),
    "ends.reserved": ("reservation", "另有规定的除外"),
    "ends.dated": ("dates", "施行期间不同"),
    "ends.reading": ("a reading", "解读"),
    "ends.vocabulary": ("the vocabulary", "术语区分"),
    "ends.conflict": ("conflict", "冲突，须由有权机关裁决"),
    "ends.open": ("open", "未决"),
    # the history of a document
    "history.issued": ("issued", "公布"),
    "history.issued.by": ("issued on or before this day", "不晚于该日公布"),
    "history.begins": ("in force", "施行"),
    "history.begins.early": ("in force at the earliest", "最早自该日施行"),
    "history.begins.late": ("in force at the latest", "最迟自该日施行"),
    "history.ends": ("in force no longer, as it states itself", "依其自身规定失效"),
    "history.repealed": ("{what} repealed by {by}", "{what}由 {by} 废止"),
    "history.repeals": ("repeals {target}: {what}", "废止 {target}：{what}"),
    "history.replaced": (
        "{what}: new wording by {by}, provision {provision}",
        "{what}：由 {by} 更改条文，条款 {provision}",
    ),
    "history.replaces": (
        "gives {target} a new wording: {what}, provision {provision}",
        "更改 {target} 的条文：{what}，条款 {provision}",
    ),
    "history.starts": ("provision {provision} begins", "条款 {provision} 开始施行"),
    "history.stops": ("provision {provision} ends", "条款 {provision} 停止施行"),
    "provides.none": ("No provision of it speaks on a question.", "其条款不涉及任何问题。"),
    "known.items": ("items {items}", "第{items}项"),
}


def atlas_words(language: str) -> Labels:
    """Give the words of the atlas and of all reports in one of LANGUAGES."""
    return MappingProxyType({**words(language), **words_of(TABLE, language)})
