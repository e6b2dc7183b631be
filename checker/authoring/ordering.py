"""The order of the clauses that head a provision: what hangs on what, the text it rests on, its readings, its case.

Takes a block as it lies on disk; gives one whose headers are in the canonical order, with the comments beside each
clause. Clauses of one kind keep their order, since the first citation gives rank and date, and so do effects. Lays
nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from checker.authoring.reading import Block, Comment, Gap, Part, Tree
from checker.syntax.nodes import (
    AuthorisedBy,
    Citation,
    Effect,
    ExceptionTo,
    From,
    HeaderClause,
    Naming,
    Overrides,
    ProvisionDeclaration,
    ProvisoTo,
    Reading,
    Replaces,
    Reservation,
    Text,
    Under,
    Until,
    When,
)

_ORDER: tuple[type[HeaderClause], ...] = (
    ExceptionTo,
    ProvisoTo,
    Reservation,
    Replaces,
    Overrides,
    AuthorisedBy,
    Citation,
    From,
    Until,
    Reading,
    When,
)
_PLACES: Mapping[type, int] = {kind: place for place, kind in enumerate(_ORDER)}
_BEHIND = len(_ORDER)  # the place of effects


def in_canonical_order(clauses: Iterable[HeaderClause]) -> tuple[HeaderClause, ...]:
    """Sort the clauses of a header by their kinds."""
    return tuple(sorted(clauses, key=lambda clause: _PLACES[type(clause)]))


def with_headers_in_order(block: Block) -> Block:
    """Move the clauses of all headers of a block to where they belong, each with its comments."""
    gaps = list(block.gaps)
    order: list[int] = []
    for statement in block.statements:
        order += _moved(statement, gaps)
    if order == list(range(len(block.words))):
        return block
    places = {old: new for new, old in enumerate(order)}
    words = tuple(block.words[number] for number in order)
    statements = tuple(_renumbered(statement, places) for statement in block.statements)
    return Block(block.text, words, (*(gaps[number] for number in order), gaps[-1]), statements)


class _Clause(Struct, frozen=True):
    """What belongs to a clause or an effect: the comments on the lines above, and one behind it on its line.

    `apart`: an empty line stands before all this; `parted`: one stands between the comments above and the clause.
    """

    above: tuple[Comment, ...]
    beside: tuple[Comment, ...]
    apart: bool
    parted: bool


def _moved(part: Part, gaps: list[Gap]) -> Iterable[int]:
    """List the words of a part in their new order; what stands before each is put into `gaps`, by its old number."""
    if not isinstance(part, Tree):
        return [part]
    parts = part.parts
    if not isinstance(part.node, ProvisionDeclaration | Under):
        return range(part.first, part.last + 1)
    begin = next((n for n, one in enumerate(parts) if n and not _is_head(one)), len(parts))
    end = next((n for n in range(begin, len(parts)) if not _is_clause(parts[n])), len(parts))
    trees = [one for one in parts[begin:end] if isinstance(one, Tree)]
    ordered = sorted(trees, key=_place)
    if ordered != trees:
        _move_gaps(trees, ordered, gaps)
    return [word for one in (*parts[:begin], *ordered, *parts[end:]) for word in _moved(one, gaps)]


def _is_head(part: Part) -> bool:
    return isinstance(part, Tree) and isinstance(part.node, Naming | Text)


def _is_clause(part: Part) -> bool:
    return isinstance(part, Tree) and isinstance(part.node, HeaderClause | Effect)


def _place(tree: Tree) -> int:
    return _PLACES.get(type(tree.node), _BEHIND)


def _move_gaps(trees: Sequence[Tree], ordered: Sequence[Tree], gaps: list[Gap]) -> None:
    """Let what stands between clauses go with them.

    The empty line before the first stays with the place, or one would come between a name and its first clause.
    """
    behind = trees[-1].last + 1
    head, first = _without_head(gaps[trees[0].first])
    between = [gaps[tree.first] for tree in trees[1:]]
    clauses = {
        tree.first: _clause(before, after)
        for tree, before, after in zip(trees, [first, *between], [*between, gaps[behind]], strict=True)
    }
    apart = {number: clause.apart for number, clause in clauses.items()}
    old, new = trees[0].first, ordered[0].first
    apart[old], apart[new] = apart[new], apart[old]
    last = head
    for number in (tree.first for tree in ordered):
        gaps[number] = _joined(last, clauses[number], apart[number])
        last = clauses[number].beside
    gaps[behind] = Gap((*last, *_above(gaps[behind])), gaps[behind].blank)


def _without_head(gap: Gap) -> tuple[tuple[Comment, ...], Gap]:
    """Take from what stands behind a name all that belongs to it: up to the last empty line, and on its own line."""
    comments = gap.comments
    cuts = [number for number, comment in enumerate(comments) if comment.blank or comment.trailing]
    cut = len(comments) if gap.blank else (cuts[-1] + comments[cuts[-1]].trailing if cuts else 0)
    return comments[:cut], Gap(comments[cut:], gap.blank)


def _above(gap: Gap) -> tuple[Comment, ...]:
    return tuple(comment for comment in gap.comments if not comment.trailing)


def _clause(before: Gap, after: Gap) -> _Clause:
    above = _above(before)
    apart = above[0].blank if above else before.blank
    return _Clause(above, tuple(comment for comment in after.comments if comment.trailing), apart, before.blank)


def _joined(last: Sequence[Comment], clause: _Clause, apart: bool) -> Gap:
    if not clause.above:
        return Gap(tuple(last), apart)
    first, *others = clause.above
    return Gap((*last, Comment(first.text, first.trailing, apart), *others), clause.parted)


def _renumbered(tree: Tree, places: Mapping[int, int]) -> Tree:
    parts = [_renumbered(part, places) if isinstance(part, Tree) else places[part] for part in tree.parts]
    parts.sort(key=lambda part: part.first if isinstance(part, Tree) else part)
    first, last = parts[0], parts[-1]
    return Tree(
        tree.node,
        first.first if isinstance(first, Tree) else first,
        last.last if isinstance(last, Tree) else last,
        tuple(parts),
    )
