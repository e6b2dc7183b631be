"""Decision tables: each row of `table Q by F, G { … }` to the condition under which it holds.

Takes a table as written with what the variables of its question stand for; gives its rows, and finds rows that meet
and rows that no case reaches. Whether two rows meet is decided column by column, each fact by itself: what a code
table happens to hold keeps no two rows apart. Whether an answer fits the question is for `effects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from checker.findings import Finding, Message, Related, Span, say
from checker.regions.index import numbers
from checker.rulebook.cells import Cell, CellReader
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.meetings import meetings
from checker.rulebook.model import ABSENT, ALWAYS, All, Condition, Negation, Term, TextType
from checker.rulebook.paths import Binding, RecordPlace, resolve_path
from checker.syntax import nodes


class Row(Struct, frozen=True):
    """A row with its answer as written; where it holds is None when a cell of it cannot be read."""

    condition: Condition | None
    answer: nodes.Operand
    span: Span


class _Line(Struct, frozen=True):
    """A row whose cells can all be read, with its number in the table."""

    number: int
    span: Span
    cells: tuple[Cell, ...]

    def within(self, other: _Line) -> bool:
        return all(a.extent.within(b.extent) for a, b in zip(self.cells, other.cells, strict=True))

    @property
    def condition(self) -> Condition:
        return _all([cell.test for cell in self.cells if cell.test is not None])


@dataclass(slots=True)
class TableReader:
    """Reads the tables of one provision."""

    conditions: ConditionReader
    findings: list[Finding] = field(default_factory=list)

    def rows(self, node: nodes.Table, bindings: tuple[Binding, ...]) -> tuple[Row, ...]:
        """Read all rows; where a column cannot be read no row has a condition."""
        terms = [self._column(path, bindings) for path in node.facts]
        self._find_repeated(terms, node.facts)
        known = [term for term in terms if term is not None]
        if len(known) < len(terms):
            return tuple(Row(None, row.answer, row.span) for row in node.rows)
        cells = CellReader(self.conditions.vocabulary, bindings)
        lines = [self._line(number, row, known, cells) for number, row in enumerate(node.rows, 1)]
        self.findings.extend(cells.findings)
        self._note_optional(node, known, lines)
        read = [line for line in lines if line is not None]
        before = _earlier(read)
        if node.in_order:
            self._find_unreached(read, before)
            held = {line.number: _held(line, others) for line, others in zip(read, before, strict=True)}
        else:
            self._find_meeting(read, before)
            held = {line.number: line.condition for line in read}
        return tuple(Row(held.get(number), row.answer, row.span) for number, row in enumerate(node.rows, 1))

    def _column(self, path: nodes.Path, bindings: tuple[Binding, ...]) -> Term | None:
        place = resolve_path(self.conditions.vocabulary, path, bindings)
        if isinstance(place, RecordPlace) and place.optional:
            return Term(place.whole, (), place.whole.type)
        if isinstance(place, Term) and not isinstance(place.type, TextType):
            return place
        message = say("`{path}` is no fact with values that a table could list", path=path.text)
        self.findings.append(place if isinstance(place, Finding) else Finding("T301", message, path.span))
        return None

    def _find_repeated(self, terms: Sequence[Term | None], paths: Sequence[nodes.Path]) -> None:
        first: dict[tuple[tuple[str, ...], tuple[str, ...]], Span] = {}
        for term, path in zip(terms, paths, strict=True):
            if term is not None and (before := first.setdefault((term.fact.key, term.chain), path.span)) != path.span:
                related = (Related(before, say("the first time")),)
                message = say("`{path}` is a column of this table already", path=path.text)
                self.findings.append(Finding("S104", message, path.span, help=say("leave one out"), related=related))

    def _line(self, number: int, row: nodes.TableRow, terms: Sequence[Term], reader: CellReader) -> _Line | None:
        if len(row.cells) != len(terms):
            message = say(
                "row {number} has {cells}, and the table has {facts}: a row has one cell for each",
                number=number,
                cells=say("1 cell") if len(row.cells) == 1 else say("{count} cells", count=len(row.cells)),
                facts=say("1 fact") if len(terms) == 1 else say("{count} facts", count=len(terms)),
            )
            self.findings.append(Finding("T303", message, row.span))
            return None
        cells = [reader.read(cell, term) for cell, term in zip(row.cells, terms, strict=True)]
        read = tuple(cell for cell in cells if cell is not None)
        return _Line(number, row.span, read) if len(read) == len(cells) else None

    def _note_optional(self, node: nodes.Table, terms: Sequence[Term], lines: Sequence[_Line | None]) -> None:
        """Keep account of facts that may be absent: a cell `absent` asks for what other cells take for given."""
        read = [line for line in lines if line is not None]
        for column, (term, path) in enumerate(zip(terms, node.facts, strict=True)):
            cells = [line.cells[column] for line in read]
            tested = [cell for cell in cells if cell.test is not None]
            if tested:
                self.conditions.account.note(term.fact, path.span)
            if any(ABSENT in cell.extent.atoms for cell in tested):
                self.conditions.account.guard((term.fact.key,))

    def _find_meeting(self, lines: Sequence[_Line], before: Sequence[Sequence[_Line]]) -> None:
        for line, others in zip(lines, before, strict=True):
            earlier = next(iter(others), None)
            if earlier is not None:
                message = say(
                    "rows {first} and {second} both hold in some case", first=earlier.number, second=line.number
                )
                advice = say("narrow one of them, or write `in order` before the rows")
                self.findings.append(_at_row(message, line, earlier, advice))

    def _find_unreached(self, lines: Sequence[_Line], before: Sequence[Sequence[_Line]]) -> None:
        for line, others in zip(lines, before, strict=True):
            earlier = next((other for other in others if line.within(other)), None)
            if earlier is not None:
                message = say(
                    "row {number} is never reached: row {earlier} takes all its cases",
                    number=line.number,
                    earlier=earlier.number,
                )
                advice = say("leave it out, or put it before that row")
                self.findings.append(_at_row(message, line, earlier, advice))


def _at_row(message: Message, line: _Line, earlier: _Line, advice: Message) -> Finding:
    related = (Related(earlier.span, say("row {number}", number=earlier.number)),)
    return Finding("D209", message, line.span, help=advice, related=related)


def _earlier(lines: Sequence[_Line]) -> list[list[_Line]]:
    """List for each row the earlier ones that it meets."""
    tested = [{n: cell.extent for n, cell in enumerate(line.cells) if cell.test is not None} for line in lines]
    return [[lines[n] for n in numbers(met & (1 << at) - 1)] for at, met in enumerate(meetings(tested))]


def _held(line: _Line, earlier: Sequence[_Line]) -> Condition:
    """Return where a row holds among those read in order: not where an earlier one does that meets it."""
    own = [cell.test for cell in line.cells if cell.test is not None]
    return _all([*own, *(Negation(other.condition) for other in earlier)])


def _all(parts: Sequence[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return All(tuple(parts)) if parts else ALWAYS
