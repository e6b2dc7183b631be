"""What is said of regions of cases, put into words, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {}
