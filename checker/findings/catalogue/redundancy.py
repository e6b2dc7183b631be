"""What is said of provisions that do nothing, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {}
