"""What is said of where the law is silent, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {}
