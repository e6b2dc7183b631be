"""What an author wrote at a place, on one line: conditions are shown to readers in their author's words.

Takes the lines of the files as they lie on disk; gives a stretch of one without comments, its blanks single.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.findings import Span

Sources = Mapping[str, tuple[str, ...]]
"""The lines of each file by the path it is shown under."""

# A hash within quotes or corner brackets begins no comment.
_QUOTED_OR_COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*"|“(?:\\.|[^”\\\n])*”|「[^」\n]*」)|#[^\n]*')


def excerpt(sources: Sources, span: Span) -> str:
    """Return what stands at a span; a file that is not there gives nothing."""
    lines = list(sources.get(span.file, ())[span.line - 1 : span.end_line])
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    text = _QUOTED_OR_COMMENT.sub(lambda found: found[1] or "", "\n".join(lines))
    return " ".join(text.split())
