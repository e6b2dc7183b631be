"""A file in the canonical layout: each block of rules anew, all else as it lies on disk.

Takes the text of a file; gives its new text, or the mistakes that keep it from being laid out. What was written is
read again before it is given away: its nodes and comments must be those of the old text, save that the clauses of
headers stand in their order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.authoring.ordering import in_canonical_order, with_headers_in_order
from checker.authoring.reading import Block, UnreadError, read_block
from checker.authoring.shapes import WIDTH, laid_out
from checker.authoring.spelling import NAMES, padded, spell
from checker.findings import Finding, Span, is_fatal, say
from checker.stored import names_of
from checker.syntax import SourceFile, parse_file
from checker.syntax.lines import Lines
from checker.syntax.nodes import Day, DecideBetween, Moment, Name, Node, ProvisionDeclaration, Statement, Under
from checker.syntax.source import split_file

_BYTE_ORDER_MARK = "\ufeff"
Renamed = Mapping[tuple[int, int], str]  # the line and the column of a name, and what is to stand there


class Formatted(Struct, frozen=True):
    """A file as it is to be, None if it cannot be laid out, and what was found in it."""

    text: str | None
    findings: tuple[Finding, ...] = ()


class _Found(Struct, frozen=True):
    """A block of rules as it was read; `start`, `end`: its lines, from 0, the second exclusive."""

    start: int
    end: int
    indent: str
    statements: tuple[Statement, ...]
    block: Block


def format_file(
    source: SourceFile,
    keywords: str | None = None,
    renamed: Renamed | None = None,
    kept: frozenset[str] = frozenset(),
) -> Formatted:
    """Lay a file out anew; its line ends and a byte-order mark stay as they are.

    `keywords` turns keywords and marks into `en` or `zh`, but for the keywords of the terminals `kept`; `renamed` has
    names to stand in place of others.
    """
    try:
        old, findings = _read(source)
        if is_fatal(findings):
            return Formatted(None, findings)
        ordered = [replace(each, block=with_headers_in_order(each.block)) for each in old]
        text = _with_blocks(source, ordered, _laid_out(ordered, keywords, renamed or {}, kept))
        if text != source.text:
            new, mistakes = _read(SourceFile(source.path, text))
            alike = _essence(new, {}) == _essence(ordered, renamed or {}) and _remarks(new) == _remarks(old)
            if is_fatal(mistakes) or not alike:
                raise UnreadError
    except UnreadError:
        return Formatted(None, (_our_fault(source.path),))
    return Formatted(text, findings)


def _read(source: SourceFile) -> tuple[list[_Found], tuple[Finding, ...]]:
    """Read the blocks of a file; none where there is a mistake."""
    text = source.text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
    plain = SourceFile(source.path, text)
    parsed, findings = parse_file(plain)
    if is_fatal(findings):
        return [], findings
    lines = Lines(source.path, text)
    parts, _ = split_file(plain, lines)
    on_disk = text.split("\n")
    at = [statement.span.line for statement in parsed.statements]
    found: list[_Found] = []
    for start, end in parts.rules:
        first = lines.line_of(start) - 1
        last = lines.line_of(end) - 1 if start else len(on_disk)
        statements = parsed.statements[bisect_right(at, first) : bisect_right(at, last)]
        fence = on_disk[first - 1] if first else ""
        indent = fence[: len(fence) - len(fence.lstrip())]
        found.append(_Found(first, last, indent, statements, read_block(lines, start, end, statements)))
    return found, findings


def _laid_out(found: Sequence[_Found], keywords: str | None, renamed: Renamed, kept: frozenset[str]) -> list[str]:
    written: list[str] = []
    for each in found:
        places = ((number, (word.span.line, word.span.column)) for number, word in enumerate(each.block.words))
        names = {number: renamed[place] for number, place in places if place in renamed}
        spelling = spell(each.block, keywords, names, kept)
        written.append(laid_out(each.block, spelling, WIDTH - len(each.indent)))
    return written


def _with_blocks(source: SourceFile, found: Sequence[_Found], written: Sequence[str]) -> str:
    """Put texts in place of the blocks; what lies outside them is not touched, not even the ends of its lines."""
    body = source.text.removeprefix(_BYTE_ORDER_MARK)
    mark = source.text[: len(source.text) - len(body)]
    old = body.split("\n")
    end = "\r" if old[0].endswith("\r") else ""
    new: list[str] = []
    done = 0
    for each, text in zip(found, written, strict=True):
        new += old[done : each.start]
        new += [(each.indent + line if line else "") + end for line in text.split("\n")[:-1]]
        done = each.end
    rest = old[done:] if done < len(old) else [""]
    return mark + "\n".join([*new, *rest])


def _essence(found: Sequence[_Found], renamed: Renamed) -> object:
    """Give what a layout must not change: the nodes without their places, and every comment by the word before it.

    Of nodes the clauses of headers are given in their order, and nothing else is moved.
    """
    return [(_plain(each.statements, renamed), _comments(each.block)) for each in found]


def _plain(value: object, renamed: Renamed) -> object:
    if isinstance(value, tuple):
        return tuple(_plain(part, renamed) for part in value)
    if isinstance(value, Name):
        return renamed.get((value.span.line, value.span.column), value.text)
    if isinstance(value, Day | Moment):
        return padded(value.text)
    if not isinstance(value, Node):
        return value
    if isinstance(value, ProvisionDeclaration | Under):
        value = replace(value, clauses=in_canonical_order(value.clauses))
    if isinstance(value, DecideBetween):  # its parts say what its text says, under names that may be others
        value = replace(value, text="")
    return (type(value), *(_plain(getattr(value, name), renamed) for name in names_of(value) if name != "span"))


def _remarks(found: Sequence[_Found]) -> list[list[str]]:
    """List the comments of each block, wherever they stand."""
    return [sorted(comment.text for gap in each.block.gaps for comment in gap.comments) for each in found]


def _comments(block: Block) -> list[tuple[int, str, bool]]:
    """List the comments with the number of names, texts and numbers before each, for keywords may become fewer."""
    kinds = NAMES | {"STRING", "DAY", "MOMENT", "FRACTION"}
    found: list[tuple[int, str, bool]] = []
    before = 0
    for number, gap in enumerate(block.gaps):
        found += [(before, comment.text, comment.trailing) for comment in gap.comments]
        before += number < len(block.words) and block.words[number].type in kinds
    return found


def _our_fault(path: str) -> Finding:
    message = say("the new layout of this file would not say what the file says, so it was left as it is")
    return Finding(
        "X901",
        message,
        Span(path, 1, 1, 1, 1),
        help=say("this is a fault of lexport, not of the file; please report it with the file"),
    )
