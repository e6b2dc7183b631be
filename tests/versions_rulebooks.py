"""Two rulebooks over one vocabulary, or nearly so: one that `analyses_rulebooks` draws, and an edit of it.

An edit is what an announcement may do: a text dropped, a condition changed, an answer turned, a day moved, an
exception added, a rank changed, something that cannot happen, a value more. Edits that leave no valid rulebook are
not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import strategies as st
from msgspec import Struct

from checker.logic import Law
from checker.rulebook import load_texts
from tests.analyses_rulebooks import DAYS, Drawn, Writer
from tests.strategies import RANKS, Source
from tests.strategies_pen import Drawer

RULES = "t.rules"
TURNED = (
    (r"\bpermit (q\d)", r"forbid \1"),
    (r"\bforbid (q\d)", r"permit \1"),
    (r"\brequire (q\d)(?: by \w+| within 2 days after day)?", r"permit \1"),
    (r"\bby carrier\b", "by customs"),
    (r"within 2 days", "within 3 days"),
    (r"is low\b", "is high"),
    (r"is middle\b", "is low"),
    (r"to customs\b", "to carrier"),
    (r"\bexempt (q\d)", r"require \1"),
)
WIDENED = (
    ("{ sea, road, air }", "{ sea, road, air, rail }"),
    ("{ sea, road, air }", "{ sea, air }"),
    ("{ inner, outer }", "{ inner, outer, middle }"),
    ("integer 0..4", "integer 0..5"),
    ("integer 0..4", "integer 1..4"),
    ("{ low, middle, high }", "{ low, middle, high, top }"),
    ("fact wet : boolean", "fact wet : boolean optional"),
    ("air } optional", "air }"),
)
RANKED = ("rank law", "rank rule", "rank local", "rank notice")
EDITS = (
    *(
        "drop",
        "condition",
        "condition",
        "turn",
        "turn",
        "day",
        "exception",
        "exception",
        "rank",
        "never",
        "value",
        "value",
        "code",
    ),
    *("scope", "silence", "horizon", "gap", "plain"),
)


class Pair(Struct, frozen=True):
    """A rulebook before and after some edits."""

    before: Source
    after: Source
    edits: tuple[str, ...]


class Editor:
    """Edits a rulebook that was drawn, one thing at a time."""

    def __init__(self, pen: Drawer, writer: Writer, files: dict[str, str]) -> None:
        self.pen = pen
        self.writer = writer
        self.files = files

    def edited(self, kind: str) -> dict[str, str] | None:
        """Return the files with one thing changed; None where there is nothing of that kind, or no rulebook is left."""
        text = self.files[RULES]
        lines = text.splitlines()
        if kind == "code":
            changed = {name: self._code(rows) for name, rows in self.files.items() if name != RULES}
            files = {**self.files, **changed}
        else:
            files = {**self.files, RULES: "\n".join(self._lines(kind, lines)) + "\n"}
        return files if files != self.files and is_valid(files) else None

    def _lines(self, kind: str, lines: list[str]) -> list[str]:
        pen = self.pen
        match kind:
            case "drop":
                return _without(lines, pen.pick(*_starting(lines, "provision", "known gap", "never", "repeal")))
            case "turn":
                return self._substituted(lines, "provision", TURNED)
            case "value":
                return self._substituted(lines, "", tuple((re.escape(old), new) for old, new in WIDENED))
            case "rank":
                ranks = tuple((rank, pen.pick(*RANKED)) for rank in RANKED)
                return self._substituted(lines, "document", ranks)
            case "day":
                days = tuple((day, pen.pick(*DAYS)) for day in DAYS)
                return self._substituted(lines, ("document", "provision", "repeal"), days)
            case "horizon":
                return self._substituted(lines, "rulebook", tuple((day, pen.pick(*DAYS)) for day in DAYS))
            case "condition" | "scope":
                return self._recast(lines, "when" if kind == "condition" else "within")
            case "silence":
                means = (
                    (r" silence means \S+", ""),
                    (r"^(question q\d(?: about side)?)", r"\1 silence means permitted"),
                )
                return self._substituted(lines, "question", means)
            case _:
                return [*lines, self._added(kind)]

    def _added(self, kind: str) -> str:
        pen, writer = self.pen, self.writer
        question = pen.pick(*writer.questions)
        condition = writer.condition(question.of_legs)
        text = pen.pick(*writer.documents)
        document = text.name
        match kind:
            case "never":
                return f'never {pen.pick(*writer.literals)} and {pen.pick(*writer.literals)} because "it cannot be"'
            case "gap":
                return f'known gap added in {question.name} when {condition} because "nobody spoke"'
            case "exception":
                target = pen.pick(*writer.provisions)
                of_legs = any(q.of_legs for q in writer.questions if q.name in target.questions)
                said = [
                    e for q in writer.questions if q.name in target.questions for e in writer.effects(q, "exception")
                ]
                lower = RANKS.get(text.rank, 0) > RANKS.get(target.rank, 0) and not target.reserved
                power = f"authorised by {target.document} item {target.item}" if lower else ""
                return (
                    f"provision added exception to {target.name} {power} cites {document} item 9"
                    f"  when {writer.condition(of_legs)}  {'  '.join(said)}"
                )
        return f"provision a0 cites {document} item 8  when {condition}  {'  '.join(writer.effects(question, 'none'))}"

    def _substituted(
        self, lines: list[str], begins: str | tuple[str, ...], ways: tuple[tuple[str, str], ...]
    ) -> list[str]:
        """Change one thing in one line that begins so."""
        found = [
            (number, re.sub(old, new, line, count=1))
            for number, line in enumerate(lines)
            if line.startswith(begins)
            for old, new in ways
            if re.search(old, line)
        ]
        if not found:
            return lines
        number, line = self.pen.pick(*found)
        return [line if place == number else each for place, each in enumerate(lines)]

    def _recast(self, lines: list[str], word: str) -> list[str]:
        """Give a provision or a question another condition."""
        own = [p for p in self.writer.provisions if p.condition] if word == "when" else self._scopes(lines)
        if not own:
            return lines
        drawn = self.pen.pick(*own)
        of_legs = any(q.of_legs for q in self.writer.questions if q.name in (*drawn.questions, drawn.name))
        other = self.writer.condition(of_legs, drawn.asks)
        form = "provision" if word == "when" else "question"
        return [
            line.replace(f"{word} {drawn.condition}", f"{word} {other}", 1)
            if line.startswith(f"{form} {drawn.name} ")
            else line
            for line in lines
        ]

    def _scopes(self, lines: list[str]) -> list[Drawn]:
        found = []
        for line in lines:
            scope = re.match(r"question (q\d).* within (.*?)(?= silence| partial| done| uniform|$)", line)
            if scope is not None:
                found.append(Drawn(scope[1], "", 0, scope[2]))
        return found

    def _code(self, rows: str) -> str:
        """Change the table: a code more, one less, or another attribute."""
        return self.pen.pick(
            rows + '"4999": {kind: inner, region: west}\n',
            rows + '"4999": {}\n',
            "\n".join(line for line in rows.splitlines() if not line.startswith('"4917"')) + "\n",
            rows.replace("kind: inner, region: west", "kind: outer, region: west"),
            rows.replace("region: east", "region: west", 1),
        )


def is_valid(files: dict[str, str]) -> bool:
    """Tell whether files are a rulebook that can be asked."""
    book, _ = load_texts(files)
    return book is not None and not Law(book).findings()


def _starting(lines: list[str], *words: str) -> list[str]:
    """List the lines that begin with some words; an empty one where there are none."""
    return [line for line in lines if line.startswith(words)] or [""]


def _without(lines: list[str], gone: str) -> list[str]:
    return [line for line in lines if line != gone]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Draw a rulebook and an edit of it."""
    pen = Drawer(draw)
    writer = Writer(pen)
    before = writer.source()
    files = dict(before.files)
    done: list[str] = []
    for kind in _kinds(pen):
        after = Editor(pen, writer, files).edited(kind)
        if after is not None:
            files = after
            done.append(kind)
    return Pair(before, Source(tuple(files.items())), tuple(done))


def _kinds(pen: Drawer) -> Iterator[str]:
    for _ in range(pen.pick(2, 2, 3, 4)):
        yield pen.pick(*EDITS)
