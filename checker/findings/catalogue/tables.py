"""What is said of decision tables and maps, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # columns and headings
    "row": "行",
    "by whom": "依据",
    "cases": "情形数",
    "notes": "备注",
    "provisions": "条款",
    "provisions and known gaps": "条款与已知空白",
    "name": "名称",
    "title": "标题",
    "number": "文号",
    "locator": "条项",
    "written at": "所在位置",
    "table": "判定表",
    "map": "图",
    "about": "说明",
    # cells
    "yes": "是",
    "no": "否",
    "anything": "任意",
    "{verdict}: {values}": "{verdict}：{values}",
    "{verdict}, by {bearers}": "{verdict}，由 {bearers} 承担",
    "{verdict}, {periods}": "{verdict}，{periods}",
    "{verdict}, left to {roles}": "{verdict}，由 {roles} 决定",
    "no provision": "无条款规定",
    "by silence": "依无规定时的含义",
    # what is shown
    "rows: {rows}": "共 {rows} 行",
    "rows: {rows}; cases: {cases}": "共 {rows} 行；情形数：{cases}",
    "row {number}: {said}": "第 {number} 行：{said}",
    "where `{condition}`": "限于 `{condition}`",
    "under the law of {day}": "适用 {day} 的法规",
    "no case is asked about": "没有所问的情形",
    "the rows were not worked out: there are too many regions": "各行未能算出：区域过多",
    "`{across}` across, `{down}` down": "横轴为 `{across}`，纵轴为 `{down}`",
    "`{across}` across, `{down}` down, for each `{by}`": "横轴为 `{across}`，纵轴为 `{down}`，按 `{by}` 分图",
    "these two were chosen: cases that are alike in both are mostly decided alike, and the cells are few": (
        "选取这两项事实，是因为两项均相同的情形结论大多相同，且格数较少"
    ),
    "where a cell has several verdicts, other facts decide between them": "一格有数种结论的，取决于其他事实",
    "not asked": "未问及",
    "the same as a table": "以表格表示",
    # what cannot be shown
    "`{fact}` makes no difference to `{question}`": "`{fact}` 对 `{question}` 没有影响",
    "these make one: {facts}": "有影响的有：{facts}",
    "a map needs different facts, and `{fact}` is named twice": "一张图须用不同的事实，而 `{fact}` 写了两次",
    "`{question}` hangs on too few facts for a map": "`{question}` 所取决的事实过少，无法成图",
    "the map of `{question}` has too many regions": "`{question}` 的图区域过多",
    "the map would have {cells} cells, and {most} are drawn at most": "该图将有 {cells} 格，而最多只画 {most} 格",
    "choose other facts, or limit the cases with `--when`": "请另选事实，或用 `--when` 限定情形",
    "facts are named for a map alone": "只有画图时才指定事实",
    "add `--map`": "请加上 `--map`",
    "a map has two facts, and not {number}": "一张图用两项事实，而不是 {number} 项",
    "name two, or none: then they are chosen": "写两项；一项也不写的，自动选取",
    "a {kind} is not written as `{form}`": "{kind}不能写成 `{form}`",
    "a workbook is no text for a terminal": "工作簿不是可以在终端显示的文本",
    "name a file with `--out FILE`": "请用 `--out FILE` 指定文件",
    "`--format xlsx` needs the package `{package}`": "`--format xlsx` 需要软件包 `{package}`",
    "install `{package}`": "请安装 `{package}`",
    # a condition that was typed
    "this is no condition": "这不是条件",
}
