"""What is said by commands, of files, options and settings: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # what was typed
    "option": "选项",
    "command": "命令",
    "finding": "提示编号",
    "`{command} --help` says what can be written": "`{command} --help` 列出可以输入的内容",
    "`{command}` needs `{word}`": "`{command}` 需要 `{word}`",
    "`{command}` takes fewer words": "`{command}` 之后的词太多",
    "`{option}` needs a value": "`{option}` 需要一个值",
    "`{option}` needs {number} values": "`{option}` 需要 {number} 个值",
    "`{option}` takes no value": "`{option}` 不带值",
    "`{option}` cannot be `{word}`": "`{option}` 不能是 `{word}`",
    "`{word}` is no day": "`{word}` 不是日期",
    "write a day like `2015-10-12`": "日期写作 `2015-10-12`",
    "this command cannot be run as it is typed": "命令无法按所输入的内容运行",
    "`lexport explain` lists them all": "`lexport explain` 列出全部编号",
    "`lexport show` lists every name": "`lexport show` 列出全部名称",
    "note: {message}": "提示：{message}",
    # files and folders
    "there is no file `{path}`": "没有文件 `{path}`",
    "there is no folder `{path}`": "没有文件夹 `{path}`",
    "give `{option}` one that is there": "`{option}` 请填写现有的路径",
    "`{path}` is a file, and a folder is wanted": "`{path}` 是文件，此处应为文件夹",
    "`{path}` is a folder, and a file is wanted": "`{path}` 是文件夹，此处应为文件",
    "`{path}` may not be opened": "没有权限打开 `{path}`",
    # the rulebook, scenarios and settings
    "there is no rulebook here": "此处没有规则集",
    "name its folder with `--rules DIR`, or write `rules: DIR` into a file `lexport.yaml`": (
        "用 `--rules 文件夹` 指定，或在 `lexport.yaml` 中写明 `rules: 文件夹`"
    ),
    "there is no rulebook here; the one that ships with lexport is used": "此处没有规则集，改用程序自带的规则集",
    "the folder of the rulebook, `{folder}`, is not there": "规则集的文件夹 `{folder}` 不存在",
    "there is no scenario to run": "没有可以运行的场景",
    "give a plan what to expect: `expect: …`": "给方案写明期望：`expect: …`",
    "settings are written `key: value`": "设置应写作 `键: 值`",
    "write `{example}`": "写作 `{example}`",
    "setting": "设置",
    "language": "语言",
    "`{name}` is set twice": "`{name}` 设置了两次",
    "`{name}` is one word or path": "`{name}` 只能填一个词或路径",
    # baselines and revisions
    "`{option}` and `{other}` are not given together": "`{option}` 与 `{other}` 不得并用",
    "write a number from 1 on, or `all`": "请写 1 以上的数字，或 `all`",
    "findings written down as known: {number}": "已记为已知的提示：{number} 项",
    "the baseline cannot be read: {reason}": "基线无法读取：{reason}",
    "this is no JSON": "这不是 JSON",
    "this is no baseline": "这不是基线文件",
    "write it anew with `lexport lint --write-baseline FILE`": "用 `lexport lint --write-baseline 文件` 重新写出",
    "{place}: {message}": "{place}：{message}",
    "the rules at `{revision}` cannot be read: {reason}": "`{revision}` 时的规则无法读取：{reason}",
    "name a later one": "请指定较晚的版本",
    "name a branch, a tag or a commit": "请指定分支、标签或提交",
    "there is no such revision": "没有这一版本",
    "it is not in the part of the history that is here": "此处的历史不完整，其中没有这一版本",
    "its files are not all here": "其文件不全在此处",
    "fetch all of the history: `fetch-depth: 0` in the checkout of a CI job": (
        "取回全部历史：持续集成的检出步骤中写 `fetch-depth: 0`"
    ),
    "the folder `{folder}` is not in it": "其中没有文件夹 `{folder}`",
    "`git` is not installed": "没有安装 `git`",
    "the rulebook lies in no repository that `git` may read": "规则集不在 `git` 可以读取的仓库中",
    # the program itself
    "lexport failed: `{fault}`": "程序出错：`{fault}`",
    "this is a fault of lexport, not of your rules or plan; please report it with the text below": (
        "这是程序本身的故障，与规则和方案无关；请将下面的内容一并报告"
    ),
    "write a number of seconds above 0, such as `10` or `0.5`": "写大于 0 的秒数，例如 `10` 或 `0.5`",
}
