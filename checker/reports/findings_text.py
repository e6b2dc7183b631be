"""Findings as people read them: one line that stands alone, the excerpt with a caret, help, further places.

Takes findings and the texts of the files they stand in; gives text. A file that is not among the texts is
shown without an excerpt. Must not open files.

Findings are told in one language, or each in that of its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from checker.findings import Finding, Message, Span
from checker.reports.labels import words
from checker.reports.layout import INDENT, WIDTH, display_width, wrapped
from checker.texts import holds_unseen

# An excerpt wider than this is cut on both sides of what it points at.
_EXCERPT = 100


def findings_text(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None = None) -> str:
    """Write findings one below the other, in the order given; each ends with a line break.

    Without a language each is written in that of its file.
    """
    told = list(findings)
    spoken = languages(told, texts, language)
    return "".join(finding_text(finding, texts, one) for finding, one in zip(told, spoken, strict=True))


def languages(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> list[str]:
    """Tell in which language each finding is written: the one given, or that of its file; English without either."""
    if language is not None:
        return [language for _ in findings]
    from checker.syntax.spoken import keyword_language  # here alone: most runs find nothing

    files = [finding.span.file if finding.span else "" for finding in findings]
    spoken = {file: keyword_language(texts.get(file, "")) for file in dict.fromkeys(files)}
    return [spoken[file] for file in files]


def finding_text(
    finding: Finding,
    texts: Mapping[str, str],
    language: str,
    below: Iterable[tuple[int, str]] = (),
    width: int = WIDTH,
) -> str:
    """Write one finding; `below` has what is said of its regions, each line with how deep it is set in.

    Id, severity and place are the same in every language, so that editors and logs can read the first line.
    """
    label = words(language)
    place = f"{finding.span}: " if finding.span else ""
    lines = [f"{place}{finding.severity}[{finding.id}]: {finding.message.in_language(language)}"]
    gutter = 2
    if finding.span and (source := _line(finding.span, texts)) is not None:
        gutter = len(str(finding.span.line))
        lines += _excerpt(finding.span, source, written(finding.label, language), gutter)
    margin = " " * gutter + " = "
    lines += [line for depth, text in below for line in _set_in(margin + INDENT * depth, text, width)]
    lines += [f"{margin}{label['related']}: {r.span}: {r.message.in_language(language)}" for r in finding.related]
    if finding.help:
        first, *further = finding.help.in_language(language).splitlines()
        lines.append(f"{margin}{label['help']}: {first}")
        lines += [" " * len(margin) + line for line in further]
    return "".join(line + "\n" for line in lines)


def _set_in(margin: str, text: str, width: int) -> list[str]:
    """Wrap a line behind a margin; a condition stays one when its lines are copied from behind their blanks."""
    first, *further = wrapped(text, width - len(margin), INDENT)
    return [f"{margin}{first}", *(" " * len(margin) + line for line in further)]


def written(said: Message | str | None, language: str) -> str:
    """Write what was said; data stays as it is, and nothing said is an empty text."""
    return said.in_language(language) if isinstance(said, Message) else said or ""


def _line(span: Span, texts: Mapping[str, str]) -> str | None:
    # Lines end as the readers of rule files and of plans count them: at a line feed alone.
    lines = _lines(texts[span.file]) if span.file in texts else ()
    return lines[span.line - 1].rstrip("\r") if 1 <= span.line <= len(lines) else None


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """Take a text apart once for all that is found in it."""
    return tuple(text.split("\n"))


def _excerpt(span: Span, source: str, label: str, gutter: int) -> list[str]:
    start = min(span.column - 1, len(source))
    end = min(span.end_column - 1, len(source)) if span.end_line == span.line else len(source)
    end = max(start, end)
    before, marked, after = _cut(_shown(source[:start]), _shown(source[start:end]), _shown(source[end:]))
    carets = "^" * max(1, display_width(marked))
    pointer = " " * display_width(before) + carets + (f" {label}" if label else "")
    blank = " " * gutter
    return [f"{blank} |", f"{span.line} | {before}{marked}{after}".rstrip(), f"{blank} | {pointer}"]


def _shown(text: str) -> str:
    """Give everything the columns it takes: a tab is one blank, and what nobody sees is shown as unknown."""
    blanked = text.replace("\t", " ").replace("\n", " ")
    return "".join("\ufffd" if holds_unseen(c) else c for c in blanked) if holds_unseen(blanked) else blanked


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if display_width(before + marked + after) <= _EXCERPT:
        return before, marked, after
    marked = _head(marked, _EXCERPT // 2)
    room = _EXCERPT - display_width(marked)
    kept = _head(before[::-1], room // 2)[::-1]
    return kept, marked, _head(after, room - display_width(kept))


def _head(text: str, width: int) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis."""
    if display_width(text) <= width:
        return text
    kept = text[: max(0, width - 1)]
    while kept and display_width(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…"
