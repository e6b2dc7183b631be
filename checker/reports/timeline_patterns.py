"""How a picture fills the verdicts: the colours of tables and maps, and a pattern that says it without colour.

Gives SVG; must not know what is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.reports.table_style import COLOURS, VALUES

# word: what is drawn over its colour in a square of 8 by 8
_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "permitted": "",
        "not-required": "M0 4H8",
        "required": "M4 0V8",
        "decided": "M2 2h1M6 6h1",
        "forbidden": "M0 0L8 8M8 0L0 8",
        "conflict": "M0 2L2 0L4 2L6 0L8 2M0 6L2 4L4 6L6 4L8 6",
        "discretion": "M3 4h2M4 3v2",
        "open": "M2 4h4",
        "known-gap": "M0 8L8 0",
        "gap": "",
    }
)
WORDS = tuple(_DRAWN)
"""The verdicts in the order in which they are stacked."""

STYLE = (
    ":root{color-scheme:light dark;color:#1b1f23;background:#ffffff}"
    "@media (prefers-color-scheme:dark){:root{color:#e4e7ea;background:#15181c}}"
)
"""The colours of a picture that stands alone."""


def patterns(prefix: str) -> str:
    """Define the fill of each verdict, `PREFIX-WORD`, and `PREFIX-doubt` for a beginning that is not known."""
    drawn = [_pattern(f"{prefix}-{word}", f"{prefix}-{word}-ground", path) for word, path in _DRAWN.items()]
    return "".join((*drawn, _pattern(f"{prefix}-doubt", "", "M0 8L8 0M-2 2L2 -2M6 10L10 6"), _grounds(prefix)))


def _pattern(name: str, ground: str, path: str) -> str:
    filled = f'<rect width="8" height="8" class="{ground}"/>' if ground else '<rect width="8" height="8" fill="none"/>'
    lines = f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity=".8"/>' if path else ""
    return f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">{filled}{lines}</pattern>'


def _grounds(prefix: str) -> str:
    """Colour the grounds, light or dark as the reader has it."""
    colours = {**COLOURS, "decided": VALUES[0]}
    light, dark = (
        "".join(f".{prefix}-{word}-ground{{fill:{colours[word][shade]}}}" for word in _DRAWN) for shade in (0, 1)
    )
    return f"<style>{light}@media (prefers-color-scheme:dark){{{dark}}}</style>"
