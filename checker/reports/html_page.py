"""A page of HTML that needs nothing else, around what a report writes; and what every such report writes alike.

Takes markup and texts; gives markup. No script, no other file, light and dark as the reader has it. Must not know what
is reported.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.findings import Message
from checker.reports.finding_html import escaped, inline

LANG = {"en": "en", "zh": "zh-CN"}
"""What a page calls the languages."""


def html_page(title: str, style: str, body: Iterable[str], language: str, below: Iterable[str] = ()) -> str:
    """Write a page, with a line break at the end; `below` are lines of text under it."""
    footer = "".join(f"<p>{escaped(line)}</p>" for line in below)
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{LANG[language]}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escaped(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f"<header><h1>{escaped(title)}</h1></header>",
        "<main>",
        *body,
        "</main>",
        *([f"<footer>{footer}</footer>"] if footer else []),
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def said_html(message: Message, language: str) -> str:
    """Write a sentence in one language, what it quotes as code."""
    return inline(message.in_language(language))
