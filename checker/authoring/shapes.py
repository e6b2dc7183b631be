"""The canonical layout: how each construct of the language is laid out.

Takes a block and its spelling; gives the text. `docs/reference/layout.md` says why each form is as it is. A construct
that is not named here stands in one row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from checker.authoring.fitting import Layout, Line, Nest, fit, group
from checker.authoring.pieces import ENDS, Pieces
from checker.authoring.reading import Block, Part, Tree
from checker.authoring.spelling import Spelling
from checker.syntax.nodes import Arithmetic, Not, Unless

WIDTH = 100
_APART = "   "  # between clauses that share a line
# Clauses of one family share a line where they stand side by side.
_FAMILIES = (
    frozenset({"Rank", "Issuer", "NumberClause"}),
    frozenset({"Issued", "InForce", "Until"}),
    frozenset({"From", "Until"}),
    frozenset({"Version", "CoversFrom", "ReviewedUntil"}),
    frozenset({"Timezone", "Calendar", "PeriodCounts"}),
)
_JOINED = ("And", "Or", "Unless", "Arithmetic")
_TAILS = ("ONLY_IF", "By", "Period", "Note")


def laid_out(block: Block, spelling: Spelling, width: int = WIDTH) -> str:
    """Write a block in the canonical layout, its last line ended; nothing for a block of blanks."""
    text = fit(_Shapes(block, spelling).block(), width)
    return text + "\n" if text else ""


class _Shapes:
    """The form of each construct, in a method."""

    def __init__(self, block: Block, spelling: Spelling) -> None:
        self._statements = block.statements
        self._locators = spelling.locators
        self._pieces = Pieces(block, spelling, self._shape)

    def block(self) -> Layout:
        """Lay out all statements with what stands before, between and behind them."""
        pieces = self._pieces
        between = pieces.joined([[statement] for statement in self._statements], ENDS)
        return (pieces.before_all(), between, pieces.behind_all())

    def _shape(self, tree: Tree) -> Layout:
        if self._is_bracketed(tree):
            return self._bracketed(tree)
        return _FORMS.get(self._pieces.kind(tree), _Shapes._row)(self, tree)

    def _row(self, tree: Tree) -> Layout:
        return self._pieces.row(tree.parts)

    # Statements and their clauses.

    def _sheet(self, tree: Tree) -> Layout:
        """Lay out what braces hold, one to a line, or one family."""
        return self._pieces.braced(tree.parts, self._clauses, ENDS)

    def _headed(self, tree: Tree) -> Layout:
        """Lay out a name with its title, then a clause or an effect to a line."""
        pieces, parts = self._pieces, tree.parts
        body = 3 if len(parts) > 2 and pieces.kind(parts[2]) == "Text" else 2
        head = pieces.hanging([parts[:2], *([part] for part in parts[2:body])])
        if body == len(parts):
            return head
        return (head, Nest((pieces.behind(parts[body - 1], ENDS), self._clauses(parts[body:]))))

    def _clauses(self, parts: Sequence[Part]) -> Layout:
        pieces = self._pieces
        written: list[Layout] = []
        family: list[Part] = []
        for part in parts:
            if family and self._is_family([*family, part]) and not pieces.stands_apart(part):
                family.append(part)
                continue
            written += [pieces.filled([[p] for p in family], _APART), pieces.behind(family[-1], ENDS)] if family else []
            family = [part]
        return (*written, pieces.filled([[p] for p in family], _APART))

    def _is_family(self, parts: Sequence[Part]) -> bool:
        kinds = frozenset(map(self._pieces.kind, parts))
        return any(kinds <= family for family in _FAMILIES)

    def _under(self, tree: Tree) -> Layout:
        pieces, parts = self._pieces, tree.parts
        opening = next(number for number, part in enumerate(parts) if pieces.kind(part) == "_LBRACE")
        head: Layout = pieces.part(parts[0])
        if opening > 1:
            clauses = pieces.joined([[part] for part in parts[1:opening]], Line())
            head = (head, Nest((pieces.behind(parts[0], Line()), clauses)))
        head = group(head, pieces.behind(parts[opening - 1], Line()), pieces.part(parts[opening]))
        return (head, pieces.enclosed(parts[opening:], self._clauses, ENDS))

    def _known_gap(self, tree: Tree) -> Layout:
        """Lay out a silence on record: a clause to a line."""
        head, *clauses = self._pieces.split_before(tree.parts, "WHEN", "Citation", "BECAUSE")
        return (Nest(self._pieces.row(head)), self._tails(head, clauses, ENDS))

    def _sentence(self, tree: Tree) -> Layout:
        """Lay out what is one sentence: on one line, or each part of it that begins with a word of its own on one."""
        head, *tails = self._pieces.split_before(tree.parts, "WHEN", "BECAUSE", "Citation", "BY", "FROM", "UNTIL")
        return group(self._pieces.row(head), self._tails(head, tails, Line()))

    def _effect(self, tree: Tree) -> Layout:
        """Lay out an effect: on one line, or a tail to a line; what follows a condition would seem part of it."""
        pieces = self._pieces
        head, *tails = pieces.split_before(tree.parts, *_TAILS)
        between = ENDS if any(pieces.kind(tail[0]) == "ONLY_IF" for tail in tails[:-1]) else Line()
        return group(pieces.row(head), self._tails(head, tails, between))

    def _worded(self, tree: Tree) -> Layout:
        """Lay out what ends with a text: on one line, or the text on the next."""
        *head, last = tree.parts
        if self._pieces.kind(last) not in ("Text", "Standing"):
            return self._row(tree)
        return group(self._pieces.run(head), self._tails(head, [[last]], Line()))

    def _tails(self, head: Sequence[Part], tails: Sequence[Sequence[Part]], between: Layout) -> Layout:
        written = (
            (self._pieces.behind(before[-1], between), self._led(tail)) for before, tail in pairwise([head, *tails])
        )
        return Nest(tuple(written))

    def _definition(self, tree: Tree) -> Layout:
        *head, body = tree.parts
        return group(self._pieces.run(head), Nest((self._pieces.behind(head[-1], Line()), self._pieces.part(body))))

    def _clause(self, tree: Tree) -> Layout:
        return self._led(tree.parts)

    def _led(self, parts: Sequence[Part]) -> Layout:
        """Lay out a word and what it leads: further limbs of a condition begin further right than the word."""
        laid_out = self._pieces.run(parts)
        last = parts[-1]
        joins = self._pieces.kind(last) in _JOINED and isinstance(last, Tree) and not self._is_bracketed(last)
        return Nest(laid_out) if joins else laid_out

    def _is_bracketed(self, tree: Tree) -> bool:
        return self._pieces.kind(tree.parts[0]) == "_LPAR"

    # Lists.

    def _values(self, tree: Tree) -> Layout:
        """Lay out values that are declared: on one line, or one to a line."""
        pieces = self._pieces

        def inside(inner: Sequence[Part]) -> Layout:
            return pieces.joined(pieces.split_behind(inner, "_COMMA"), Line())

        return group(pieces.braced(tree.parts, inside, Line()))

    def _ladder(self, tree: Tree) -> Layout:
        return self._in_braces(tree, "LESS", Line())

    def _kinds(self, tree: Tree) -> Layout:
        below = self._pieces.kind(tree.parts[-1]) == "RBRACE"
        return self._in_braces(tree, "KindNode", Line("  ")) if below else self._row(tree)

    def _named_limbs(self, tree: Tree) -> Layout:
        return self._in_braces(tree, "Limb", Line("  "))

    def _in_braces(self, tree: Tree, kind: str, between: Line) -> Layout:
        pieces = self._pieces

        def inside(inner: Sequence[Part]) -> Layout:
            return pieces.joined(pieces.split_before(inner, kind), between)

        return group(pieces.braced(tree.parts, inside, Line()))

    def _ranks(self, tree: Tree) -> Layout:
        return self._pieces.hanging(self._pieces.split_before(tree.parts, "GREATER"))

    # Conditions.

    def _limbs(self, tree: Tree) -> Layout:
        """Lay out what words join: on one line, or each limb on its own with the word before it."""
        pieces = self._pieces
        first, *others = pieces.split_before(self._unfolded(tree), "AND", "OR", "UNLESS", "PLUS", "MINUS")
        written: list[Layout] = [pieces.run(first) if pieces.kind(tree) == "Unless" else self._led(first)]
        for before, limb in pairwise([first, *others]):
            written += [pieces.behind(before[-1], Line()), self._led(limb)]
        return group(*written)

    def _negated(self, tree: Tree) -> Layout:
        return self._pieces.run(self._unfolded(tree))

    def _unfolded(self, tree: Tree) -> Sequence[Part]:
        """Take in what nests for no other reason than that it was written in a row: `a + b + c`, `not not a`."""
        parts = tree.parts
        inner = -1 if isinstance(tree.node, Not) else 0
        while isinstance(part := parts[inner], Tree) and self._continues(tree, part):
            parts = (*parts[:-1], *part.parts) if inner else (*part.parts, *parts[1:])
        return parts

    def _continues(self, tree: Tree, part: Tree) -> bool:
        alike = type(part.node) is type(tree.node) and isinstance(tree.node, Arithmetic | Unless | Not)
        return alike and not self._is_bracketed(part)

    def _bracketed(self, tree: Tree) -> Layout:
        """Lay out a condition in round brackets."""
        inner = Tree(tree.node, tree.first, tree.last, tree.parts[1:-1])
        return group(self._pieces.part(tree.parts[0]), self._round(tree.parts, lambda _: self._shape(inner)))

    def _of_elements(self, tree: Tree) -> Layout:
        """Lay out what is said of the elements of a list: the condition on them stands in round brackets."""
        pieces, parts = self._pieces, tree.parts
        if pieces.kind(parts[-1]) != "RPAR":
            return self._row(tree)
        return group(pieces.run(parts[:-2]), self._round(parts[-3:], pieces.run))

    def _round(self, parts: Sequence[Part], content: Callable[[Sequence[Part]], Layout]) -> Layout:
        return self._pieces.enclosed(parts, content, Line(""))

    def _locator(self, tree: Tree) -> Layout:
        return self._locators.get(tree.first) or self._row(tree)


_FORMS: Mapping[str, Callable[[_Shapes, Tree], Layout]] = {
    **dict.fromkeys(("RulebookHeader", "DocumentDeclaration", "CodesDeclaration", "RecordDeclaration"), _Shapes._sheet),
    "Table": _Shapes._sheet,
    **dict.fromkeys(("QuestionDeclaration", "ProvisionDeclaration"), _Shapes._headed),
    **dict.fromkeys(("Never", "OpenPoint", "NotEncoded", "Repeal", "Allowance", "Overrides"), _Shapes._sentence),
    **dict.fromkeys(("Rule", "Decide", "DecideBetween", "Leave"), _Shapes._effect),
    **dict.fromkeys(("Reading", "Citation", "Standing", "Source", "NumberClause"), _Shapes._worded),
    **dict.fromkeys(("When", "Scope", "DoneWhen", "AppliesWhen", "Limb"), _Shapes._clause),
    **dict.fromkeys(_JOINED, _Shapes._limbs),
    "Not": _Shapes._negated,
    **dict.fromkeys(("Quantified", "Count"), _Shapes._of_elements),
    **dict.fromkeys(("KindsDeclaration", "KindNode"), _Shapes._kinds),
    "Under": _Shapes._under,
    "KnownGap": _Shapes._known_gap,
    "Definition": _Shapes._definition,
    "EnumerationType": _Shapes._values,
    "LevelsDeclaration": _Shapes._ladder,
    "Limbs": _Shapes._named_limbs,
    "Ranks": _Shapes._ranks,
    "Locator": _Shapes._locator,
}
