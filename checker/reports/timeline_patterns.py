"""How a picture fills the verdicts: a colour that shows on light and dark, and a pattern that says it without colour.

Gives SVG; must not know what is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# word: (colour, what is drawn over it in a square of 8 by 8)
_FILLS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "permitted": ("#2e9e5b", ""),
        "not-required": ("#2e9e5b", "M0 4H8"),
        "required": ("#3b82c4", "M4 0V8"),
        "decided": ("#3b82c4", "M2 2h1M6 6h1"),
        "forbidden": ("#c8443f", "M0 0L8 8M8 0L0 8"),
        "conflict": ("#b05cc0", "M0 2L2 0L4 2L6 0L8 2M0 6L2 4L4 6L6 4L8 6"),
        "discretion": ("#c99a2e", "M3 4h2M4 3v2"),
        "open": ("#8a8f98", "M2 4h4"),
        "known-gap": ("#8a8f98", "M0 8L8 0"),
        "gap": ("", ""),
    }
)
WORDS = tuple(_FILLS)
"""The verdicts in the order in which they are stacked."""

STYLE = (
    ":root{color-scheme:light dark;color:#1b1f23;background:#ffffff}"
    "@media (prefers-color-scheme:dark){:root{color:#e4e7ea;background:#15181c}}"
)
"""The colours of a picture that stands alone."""


def patterns(prefix: str) -> str:
    """Define the fill of each verdict, `PREFIX-WORD`, and `PREFIX-doubt` for a beginning that is not known."""
    drawn = [_pattern(f"{prefix}-{word}", colour, path) for word, (colour, path) in _FILLS.items()]
    return "".join((*drawn, _pattern(f"{prefix}-doubt", "", "M0 8L8 0M-2 2L2 -2M6 10L10 6")))


def _pattern(name: str, colour: str, path: str) -> str:
    ground = f'<rect width="8" height="8" fill="{colour}" fill-opacity=".45"/>' if colour else ""
    lines = f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity=".8"/>' if path else ""
    inner = ground + lines or '<rect width="8" height="8" fill="none"/>'
    return f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">{inner}</pattern>'
