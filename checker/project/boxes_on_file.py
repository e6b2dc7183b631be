"""Cases as constants in files that a project keeps: the boxes of baselines and of allow-lists, read and written.

Takes and gives plain data. Must not know what is said of the cases.
"""

from __future__ import annotations

import json
from typing import Any

from checker.findings import Constants

BoxOnFile = dict[str, tuple[str | tuple[int, int], ...]]
"""By field the values one by one, and the runs of integers."""


def read_box(box: BoxOnFile) -> Constants:
    """Tell the values of each field from its runs."""
    return tuple(
        (
            field,
            tuple(value for value in values if isinstance(value, str)),
            tuple(value for value in values if not isinstance(value, str)),
        )
        for field, values in box.items()
    )


def write_box(box: Constants) -> str:
    """Write a box on one line."""
    written: dict[str, list[Any]] = {field: [*values, *map(list, runs)] for field, values, runs in box}
    return json_line(written)


def json_line(value: object) -> str:
    """Write a value as JSON on one line, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)
