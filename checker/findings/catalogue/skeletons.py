"""What is said when something new is written: English, and its Chinese."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "`{name}` cannot be a name": "`{name}` 不能作名称",
    "write one without dots, line ends and corner brackets": "名称中不要有点号、换行和直角引号",
    "`{path}` is there already, and nothing is written over": "`{path}` 已经存在，不会覆盖",
    "give another name, or move it away": "请换一个名称，或者先移走它",
    "`{path}` cannot be written": "`{path}` 无法写入",
}
