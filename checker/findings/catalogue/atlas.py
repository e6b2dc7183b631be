"""What is said of the trees and pages of an atlas, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {
    "no question is named `{name}`": "没有名为 `{name}` 的问题",
}
