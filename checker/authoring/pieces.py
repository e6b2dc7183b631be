"""Pieces of a statement: words and what stands between them, as layouts.

Takes a block and its spelling; gives the layouts of single words, of gaps with their comments, and of the plain forms
that constructs share: a row of words, a list behind commas, what stands in braces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from checker.authoring.fitting import Break, Layout, Line, Nest, Remark, group
from checker.authoring.reading import Block, Part, Tree
from checker.authoring.spelling import Spelling

ENDS = Break()


class Pieces:
    """One block while it is laid out; `shape` lays out a tree."""

    def __init__(self, block: Block, spelling: Spelling, shape: Callable[[Tree], Layout]) -> None:
        self.words = block.words
        self._gaps = block.gaps
        self._spelling = spelling
        self._shape = shape

    def part(self, part: Part) -> Layout:
        """Lay out one part of a construct."""
        return self._shape(part) if isinstance(part, Tree) else self._spelling.texts[part]

    def kind(self, part: Part) -> str:
        """Give the terminal of a word, the class of a node."""
        return type(part.node).__name__ if isinstance(part, Tree) else self.words[part].type

    def behind(self, part: Part, between: Layout | None = None, *, opens: bool = False, closes: bool = False) -> Layout:
        """Lay out what stands behind a part: the blank that belongs there unless `between` is given, and comments.

        A plain `Line` stands for that blank too, where it may end the line.
        Where lines end in any case an empty line is kept, but none at the beginning or the end of what braces hold:
        `opens`, `closes`.
        """
        last = last_of(part)
        gap = self._gaps[last + 1]
        blank = self._spelling.blanks[last]
        if between is None or between == Line():
            between = blank if between is None else Line(blank)
        keeps_blanks = between == ENDS
        if not gap.comments:
            return Break(gap.blank) if keeps_blanks and not (opens or closes) else between
        written: list[Layout] = []
        for number, comment in enumerate(gap.comments):
            if not comment.trailing:
                written.append(Break(comment.blank and keeps_blanks and not (opens and number == 0)))
            written.append(Remark(f"  {comment.text}" if comment.trailing else comment.text))
        return (Nest(tuple(written)), ENDS) if closes else (*written, Break(gap.blank and keeps_blanks))

    def before_all(self) -> Layout:
        """Lay out the comments before the first word."""
        gap = self._gaps[0]
        written: list[Layout] = []
        for number, comment in enumerate(gap.comments):
            last = number == len(gap.comments) - 1
            blank = gap.blank if last else gap.comments[number + 1].blank
            written += [Remark(comment.text), *([] if last and not self.words else [Break(blank)])]
        return tuple(written)

    def behind_all(self) -> Layout:
        """Lay out the comments behind the last word."""
        written: list[Layout] = []
        for comment in self._gaps[-1].comments if self.words else ():
            written += [] if comment.trailing else [Break(comment.blank)]
            written.append(Remark(f"  {comment.text}" if comment.trailing else comment.text))
        return tuple(written)

    def stands_apart(self, part: Part) -> bool:
        """Tell whether an empty line stands before a part."""
        return self._gaps[part.first if isinstance(part, Tree) else part].blank

    # Forms that constructs share.

    def run(self, parts: Sequence[Part]) -> Layout:
        """Lay parts out one behind the other."""
        written: list[Layout] = []
        for number, part in enumerate(parts):
            written += [self.behind(parts[number - 1])] if number else []
            written.append(self.part(part))
        return tuple(written)

    def joined(self, pieces: Sequence[Sequence[Part]], between: Layout) -> Layout:
        """Lay pieces out with the same between any two of them."""
        written: list[Layout] = []
        for number, piece in enumerate(pieces):
            written += [self.behind(pieces[number - 1][-1], between)] if number else []
            written.append(self.run(piece))
        return tuple(written)

    def filled(self, pieces: Sequence[Sequence[Part]], between: str = " ") -> tuple[Layout, ...]:
        """Lay pieces out on lines that are filled as far as they go."""
        further = (group(self.behind(before[-1], Line(between)), self.run(piece)) for before, piece in pairwise(pieces))
        return (self.run(pieces[0]), *further)

    def hanging(self, pieces: Sequence[Sequence[Part]], between: str = " ") -> Layout:
        """Fill lines of which all but the first begin further right."""
        first, *further = self.filled(pieces, between)
        return (first, Nest(tuple(further)))

    def row(self, parts: Sequence[Part]) -> Layout:
        """Lay parts out in a row: lines are filled with what commas part, in braces or not."""
        if self.kind(parts[-1]) == "RBRACE":
            return group(self.braced(parts, self._listed, Line()))
        return self.hanging(self.split_behind(parts, "_COMMA"))

    def _listed(self, parts: Sequence[Part]) -> Layout:
        return self.filled(self.split_behind(parts, "_COMMA"))

    def braced(self, parts: Sequence[Part], content: Callable[[Sequence[Part]], Layout], between: Layout) -> Layout:
        """Lay out parts of which the last ones stand in braces; `content` lays out what they hold.

        `between` stands beside the braces.
        """
        opening = next(number for number, part in enumerate(parts) if self.kind(part) == "_LBRACE")
        first, *titled = self.split_before(parts[:opening], "Text")
        if titled:
            title = (self.behind(first[-1], Line()), self.joined(titled, Line()))
            head: Layout = group(
                self.run(first), Nest(title), self.behind(titled[-1][-1], Line()), self.part(parts[opening])
            )
        else:
            head = self.run(parts[: opening + 1])
        return (head, self.enclosed(parts[opening:], content, between))

    def enclosed(self, parts: Sequence[Part], content: Callable[[Sequence[Part]], Layout], between: Layout) -> Layout:
        """Lay out what stands between the first part, a bracket that was laid out before, and the last, its twin."""
        opening, *inner, closing = parts
        if not inner:
            return (self.behind(opening, " " if between == ENDS else between), self.part(closing))
        return (
            Nest((self.behind(opening, between, opens=True), content(inner))),
            self.behind(inner[-1], between, closes=True),
            self.part(closing),
        )

    def split_before(self, parts: Sequence[Part], *kinds: str) -> list[list[Part]]:
        """Cut parts into pieces, each but the first beginning with one of these kinds."""
        pieces: list[list[Part]] = [[]]
        for part in parts:
            if pieces[-1] and self.kind(part) in kinds:
                pieces.append([])
            pieces[-1].append(part)
        return pieces

    def split_behind(self, parts: Sequence[Part], kind: str) -> list[list[Part]]:
        """Cut parts into pieces, each but the last ending with this kind."""
        pieces: list[list[Part]] = [[]]
        for number, part in enumerate(parts):
            pieces[-1].append(part)
            if self.kind(part) == kind and number < len(parts) - 1:
                pieces.append([])
        return pieces


def last_of(part: Part) -> int:
    """Give the number of the last word of a part."""
    return part.last if isinstance(part, Tree) else part
