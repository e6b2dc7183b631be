"""What is said of where texts clash, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {}
