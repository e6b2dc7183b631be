"""What is said when something new is written: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "`{name}` cannot be a name": "`{name}` 不能作名称",
    "write one without dots, line ends, corner brackets and characters that nobody sees": (
        "名称中不要有点号、换行、直角引号和看不见的字符"
    ),
    "`{path}` would not be read": "`{path}` 不会被读取",
    "end its name in {endings}": "文件名请以 {endings} 结尾",
    "`{path}` is there already, and nothing is written over": "`{path}` 已经存在，不会覆盖",
    "give another name, or move it away": "请换一个名称，或者先移走它",
    "`{path}` cannot be written": "`{path}` 无法写入",
    "name a file that is no link and no device": "请指定普通文件，不能是链接或设备",
}
