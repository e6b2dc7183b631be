"""What is said of regions of cases, put into words, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    # which provision comes closest, and what would close a gap
    "nearest: `{provision}` would {answer} if `{condition}`": "最接近：若 `{condition}`，`{provision}` 即{answer}",
    "nearest: `{provision}` would {answer} in part if `{condition}`": (
        "最接近：若 `{condition}`，`{provision}` 即部分{answer}"
    ),
    "letting `{provision}` apply where `{condition}` would close it, and open no conflict": (
        "使 `{provision}` 在 `{condition}` 时也适用，即可填补，且不产生冲突"
    ),
    "letting `{provision}` apply where `{condition}` would close it, and clash with `{other}`": (
        "使 `{provision}` 在 `{condition}` 时也适用，可以填补，但与 `{other}` 抵触"
    ),
    "permit it": "准予",
    "forbid it": "禁止",
    "require it": "要求",
    "exempt from it": "免予",
    "answer {value}": "认定为 {value}",
    # texts whose beginning is not known to the day
    "as far as `{document}` had begun, which is not known to the day": (
        "以 `{document}` 已经施行为限，其施行日期未能确定到日"
    ),
    "as far as `{document}` had not begun, which is not known to the day": (
        "以 `{document}` 尚未施行为限，其施行日期未能确定到日"
    ),
}
