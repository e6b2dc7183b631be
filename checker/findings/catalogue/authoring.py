"""What is said by the formatter: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "file cannot be written: {reason}": "文件无法写入：{reason}",
    "name the file it leads to": "写出链接所指的文件",
    "it is no regular file": "这不是普通文件",
    "name a file of rules, or `-` for standard input": "写出规则文件，或用 `-` 表示标准输入",
    "it is marked read-only": "文件设为只读",
    "let it be written, or use `--check` or `--diff`": "取消只读，或使用 `--check`、`--diff`",
    "it was changed in the meantime": "文件在此期间被改动",
    "run `lexport fmt` again": "重新运行 `lexport fmt`",
    "you have no permission to write into its folder": "没有在其文件夹中写入的权限",
    "there is no room, or the disk refuses it": "空间不足，或磁盘拒绝写入",
    "the new layout of this file would not say what the file says, so it was left as it is": (
        "重新排版后的内容会与原文件不一致，因此文件保持原样"
    ),
    "with names in the other language the rulebook would not mean what it means, so all is left as it was": (
        "名称换成另一种语言后，规则集的含义会改变，因此全部保持原样"
    ),
    "this is a fault of lexport, not of the file; please report it with the file": (
        "这是 lexport 的缺陷，与文件无关；请连同文件一并报告"
    ),
    "the file does not belong to the rulebook, so nothing says what its names are called otherwise": (
        "文件不属于规则集，无从得知其中名称的其他叫法"
    ),
    "leave `--names` out, or name the rulebook with `--rules DIR`": ("去掉 `--names`，或用 `--rules DIR` 指明规则集"),
    "`--names` turns names into the language of `--keywords`, which is not given": (
        "`--names` 把名称换成 `--keywords` 的语言，而后者没有给出"
    ),
    "write `--keywords en` or `--keywords zh`": "写 `--keywords en` 或 `--keywords zh`",
    "`-` stands for standard input and goes with no other path": "`-` 表示标准输入，不能与其他路径并用",
    "lay out the files in a run of their own": "另行运行一次来排版这些文件",
    "{file}: mistakes mended: {count}": "{file}：已修正的错误：{count}",
    "{file}: laid out anew": "{file}：已重新排版",
    "{file}: would be laid out anew": "{file}：将重新排版",
    "laid out anew: {changed} of {total} files": "已重新排版：{total} 个文件中的 {changed} 个",
    "to be laid out anew: {changed} of {total} files": "待重新排版：{total} 个文件中的 {changed} 个",
}
