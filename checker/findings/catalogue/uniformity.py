"""What is said of like cases treated differently, in Chinese by its English text."""

from __future__ import annotations

CHINESE: dict[str, str] = {}
