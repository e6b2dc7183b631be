"""Mistakes mended by machine: the edits that findings bring, as long as they make things better.

Takes texts by the path they are shown under, and how to look for mistakes in them; gives new texts and how many
mistakes are gone. Edits are tried together; where that does not leave fewer mistakes and no new one, half of them are
tried, and so on down to those that do not help, which are left out. Opens no files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from checker.findings import Edit, Finding, Span

_MOST_ROUNDS = 20
_MOST_LOOKS = 120  # a look reads all that changed; then the edits that were not yet tried are left out
_Key = tuple[str, str, str]
Texts = Mapping[str, str]
Look = Callable[[Texts], tuple[Finding, ...]]
_Tried = tuple[Texts, tuple[Finding, ...], list[Finding]]


class Mended(Struct, frozen=True):
    """Texts after mending, and how many mistakes are gone in each file."""

    texts: Texts
    gone: Mapping[str, int]


def mend(texts: Texts, look: Look) -> Mended:
    """Apply the edits of all findings, again and again until none is left that helps."""
    left_out: set[Finding] = set()
    gone: Counter[str] = Counter()
    looking = _Patient(look)
    found = look(texts)
    for _ in range(_MOST_ROUNDS):
        candidates = [f for f in found if _mends(f, texts) and f not in left_out]
        if not candidates:
            break
        tried = _better_half(texts, _apart(candidates), found, looking, left_out)
        if tried is not None:
            texts, found, mended = tried
            gone.update(finding.span.file for finding in mended if finding.span)
    return Mended(texts, dict(sorted(gone.items())))


class _Patient:
    """How mistakes are looked for, as often as there is patience."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._left = _MOST_LOOKS

    def __call__(self, texts: Texts) -> tuple[Finding, ...] | None:
        self._left -= 1
        return self._look(texts) if self._left >= 0 else None


def _better_half(
    texts: Texts, chosen: list[Finding], before: tuple[Finding, ...], look: _Patient, left_out: set[Finding]
) -> _Tried | None:
    """Apply the edits of all these findings or, if they do not help together, of that half which does.

    Findings whose edits help nothing even alone are added to `left_out`.
    """
    tried = _better(texts, chosen, before, look)
    if tried is not None:
        return tried
    if len(chosen) == 1:
        left_out.update(chosen)
        return None
    middle = len(chosen) // 2
    first = _better_half(texts, chosen[:middle], before, look, left_out)
    return first or _better_half(texts, chosen[middle:], before, look, left_out)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Write edits into a text; of those that overlap the later one in the file is left out."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    done: list[str] = []
    position = 0
    for edit in sorted(edits):
        span = edit.span
        start = starts[span.line - 1] + span.column - 1
        if start < position:
            continue
        done += [text[position:start], edit.text]
        position = starts[span.end_line - 1] + span.end_column - 1
    return "".join([*done, text[position:]])


def _mends(finding: Finding, texts: Texts) -> bool:
    return bool(finding.edits) and all(edit.span.file in texts for edit in finding.edits)


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Choose findings whose edits do not touch one another, those that come first in the files."""
    taken: list[Span] = []
    chosen: list[Finding] = []
    for finding in findings:
        spans = [edit.span for edit in finding.edits]
        if not any(_touch(one, other) for one in spans for other in taken):
            taken += spans
            chosen.append(finding)
    return chosen


def _touch(one: Span, other: Span) -> bool:
    if one.file != other.file:
        return False
    ends = (one.end_line, one.end_column), (other.end_line, other.end_column)
    return (one.line, one.column) <= ends[1] and (other.line, other.column) <= ends[0]


def _better(texts: Texts, findings: Iterable[Finding], before: tuple[Finding, ...], look: _Patient) -> _Tried | None:
    """Give the texts with these findings' edits, what is then found, and what was mended.

    None unless less is found than before and nothing new.
    A mistake that another one hid is mended with it, where that can be done.
    """
    known = _told(before)
    chosen = list(findings)
    mended: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        mended += chosen
        texts = _with_edits(texts, chosen)
        after = look(texts)
        if after is None:
            return None
        new = _told(after) - known
        chosen = _apart(f for f in after if _mends(f, texts) and _key(f) in new)
        if not chosen:
            return (texts, after, mended) if len(after) < len(before) and not new else None
    return None


def _with_edits(texts: Texts, findings: Iterable[Finding]) -> Texts:
    per_file: dict[str, list[Edit]] = {}
    for edit in (edit for finding in findings for edit in finding.edits):
        per_file.setdefault(edit.span.file, []).append(edit)
    return {**texts, **{file: edited(texts[file], edits) for file, edits in per_file.items()}}


def _told(findings: Iterable[Finding]) -> Counter[_Key]:
    """Count findings by what they say: places move when something is written before them."""
    return Counter(map(_key, findings))


def _key(finding: Finding) -> _Key:
    return (finding.span.file if finding.span else "", finding.id, str(finding.message))
