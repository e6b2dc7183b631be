"""The lexer: the characters of one block into words, one at a time and only as the parser asks for them.

Takes the text of a file, the bounds of a block in it, and for each word the parser's stack, by which it sees what
would be accepted; gives words with their places on disk, or what is said where nothing can be read. Knows keywords and
marks from the grammar, and no rule of it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from unicodedata import normalize

from checker.findings import Finding, say
from checker.syntax.chinese import first_keyword, proposed_split
from checker.syntax.keywords import lesser, marks, phrases, reserved
from checker.syntax.lines import Lines
from checker.syntax.table import END, Table
from checker.syntax.unreadable import Unreadable, unreadable
from checker.syntax.words import Word
from checker.texts import has_han

_SKIPPED = re.compile(r"(?:[\s\uFEFF]+|#[^\n]*)*")
_LEXEME = re.compile(
    r"(?P<WORD>not-required(?![\w-])|[^\W0-9]\w*)"
    r"|(?P<MOMENT>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}:[0-9]{2}(?![0-9]))"
    r"|(?P<DAY>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))"
    r"|(?P<FRACTION>[0-9]+\.[0-9]+)"
    r"|(?P<INTEGER>[0-9]+)"
    r'|(?P<STRING>"(?:\\[^\n]|[^"\\\n])*"|“(?:\\[^\n]|[^”\\\n])*”)'
    r"|(?P<CORNER>「[^」\n]*」)"
    r"|(?P<MARK><=|>=|\.\.|.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\(["”\\])')
_NAMING = re.compile(r"\s*[:：/]")
_PAUSES = frozenset(",，;；")
_NEVER_IN_LISTS = frozenset(";；")
_LONGEST_NUMBER = 30
_NUMBERS = frozenset({"INTEGER", "FRACTION"})
_NEAR = 300  # characters around a mistake
_FARTHEST = 2_000  # words behind a mistake: a file of mistakes is not read to its end for each of them
_OPENING = frozenset('"“「')
_JOINING = frozenset({"AND", "OR"})
_QUANTIFIERS = frozenset({"ANY", "EVERY", "NO", "COUNT", "SUM"})
_ALSO_VALUES = frozenset({"WITHIN", "LATE"})  # behind `is`, where a value may be called the same
_TRUTHS = frozenset({"TRUE", "FALSE"})  # a cell of a table before the colon of its row
_COMPARISONS = frozenset({"IS", "IN", "BETWEEN", "STARTS_WITH", "UNLESS"})


class Scanner:
    """Reads one block of a file, from offset `start` to offset `end` of its text."""

    def __init__(self, lines: Lines, start: int, end: int, table: Table) -> None:
        self.lines = lines
        self.start = start  # where the word asked for last begins
        self._text = lines.text
        self._begin = start
        self._position = start
        self._end = end
        self._table = table
        self._ready: deque[Word] = deque()  # what a path in corner brackets is made of
        self._phrases = phrases()
        self._marks = marks()

    def next(self, stack: Sequence[int]) -> Word | Unreadable:
        """Give the next word as the parser with this stack would read it, `$END` at the end of the block."""
        if self._ready:
            return self._ready.popleft()
        while True:
            start = self.start = self._skip(self._position)
            match = _LEXEME.match(self._text, start, self._end)
            if match is None:
                return self._word(END, "", start, start)
            end, kind = match.end(), str(match.lastgroup)
            if kind == "WORD":
                return self._read_run(start, self._end_of_run(end), stack)
            if kind == "CORNER":
                return self._read_corner(start, end, stack)
            if kind == "STRING":
                return self._word(kind, _ESCAPE.sub(r"\1", match[0][1:-1]), start, end)
            if kind != "MARK":
                return self._read_number(kind, start, end)
            if match[0] in _PAUSES and self._is_pause(match[0], end, stack):
                self._position = end
                continue
            if match[0] not in self._marks:
                return unreadable(self._text, start, self.lines)
            return self._word(self._marks[match[0]], match[0], start, end)

    def leads_on(self, stack: Sequence[int], terminals: Iterable[str], position: int, words: int = 1) -> bool:
        """Tell whether so many words from an offset on would fit, were these terminals read before them."""
        for terminal in terminals:
            if not self._table.accepts(stack, terminal):
                return False
            stack = self._table.after(stack, terminal)
        here = self.start, self._position, tuple(self._ready)
        self.go_to(position)
        fits = self._fit(stack, words)
        self.start, self._position = here[:2]
        self._ready = deque(here[2])
        return fits

    def _fit(self, stack: Sequence[int], words: int) -> bool:
        for _ in range(words):
            word = self.next(stack)
            if not isinstance(word, Word) or not self._table.accepts(stack, word.type):
                return isinstance(word, Word) and word.type in self._table.starters and self._may_end(stack)
            if word.type == END:
                return True
            stack = self._table.after(stack, word.type)
        return True

    def _may_end(self, stack: Sequence[int]) -> bool:
        return self._table.accepts(stack, END)

    def seek_statement(self, after: int) -> int:
        """Go to the first line, from here on, that begins with a statement behind the offset `after`.

        Count the braces in between: those opened less those closed.
        """
        target = self._end
        for start in self.lines.starts_from(self.lines.line_of(self.start)):
            if start >= self._end:
                break
            position = self._skip(max(start, after))
            if position > after and self._begins_statement(position):
                target = position
                break
        skipped = [self._marks.get(match[0]) for _, match in self._lexemes(self.start, target)]
        self.go_to(target)
        return skipped.count("_LBRACE") - skipped.count("RBRACE")

    def clauses_from(self, position: int) -> Iterator[tuple[str, int]]:
        """List where a statement may be read on behind a mistake: terminals and offsets, up to the next statement.

        That is at a keyword that begins a clause; where a line begins, also at a lesser one and at the name of a field.
        Behind a colon the same words are the answer of a row.
        """
        before = ""
        for start, match in islice(self._lexemes(position, self._end), _FARTHEST):
            first, is_answer = self.begins_line(start), before == "_COLON"
            before = self._marks.get(match[0], "")
            if match.lastgroup in ("WORD", "CORNER") and _NAMING.match(self._text, match.end(), self._end):
                if first:
                    yield "FIELD", start
            elif not is_answer and self._text[start - 1 : start] != "." and (ahead := self._keyword_ahead(start)):
                if ahead[0] in reserved() - _JOINING or (first and ahead[0] in lesser()):
                    yield ahead[0], start
                if first and self._begins_statement(start):
                    return

    def row_from(self, position: int) -> int | None:
        """Find where a row of a table may begin: at the first word of a line, or at the brace that ends the table."""
        depth = 0
        for start, match in self._lexemes(position, self._end):
            mark = self._marks.get(match[0], "")
            if depth == 0 and (mark == "RBRACE" or self.begins_line(start)):
                return None if self._begins_statement(start) else start
            depth += (mark == "_LBRACE") - (mark == "RBRACE")
        return None

    def _lexemes(self, position: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """List what stands between two offsets, whatever it means; a text left open runs to the end of its line."""
        while position < end and (match := _LEXEME.match(self._text, self._skip(position), end)) is not None:
            yield match.start(), match
            opens = match[0] in _OPENING
            position = unreadable(self._text, match.start(), self.lines).end if opens else match.end()

    def go_to(self, position: int) -> None:
        """Read on from an offset."""
        self._position = position
        self._ready.clear()

    def word_for(self, terminal: str, start: int, end: int) -> Word:
        """Make a word of what stands between two offsets, as if it were this terminal."""
        text = self._text[start:end] if terminal not in _NUMBERS else "0"
        return Word(terminal, text.strip('"“”「」'), self.lines.span(start, end), start, end)

    def begins_line(self, position: int) -> bool:
        """Tell whether only blanks stand before an offset on its line."""
        return not self._text[self._text.rfind("\n", 0, position) + 1 : position].strip()

    def between(self, start: int, end: int) -> str:
        """Give what stands on disk between two offsets."""
        return self._text[start:end]

    def before(self, position: int) -> str:
        """Give what stands on disk shortly before an offset."""
        return self._text[max(self._begin, position - _NEAR) : position]

    def ahead(self, position: int) -> str:
        """Give what stands on disk from an offset on, as far as anything is looked for."""
        return self._text[position : min(self._end, position + _NEAR)]

    def _skip(self, position: int) -> int:
        match = _SKIPPED.match(self._text, position, self._end)
        return match.end() if match else position

    def _word(self, terminal: str, text: str, start: int, end: int) -> Word:
        self._position = end
        return Word(terminal, text, self.lines.span(start, end), start, end)

    # Runs of word characters: keywords or names.

    def _end_of_run(self, end: int) -> int:
        """Go past combining characters, which are part of a name but no word characters to `re`."""
        text = self._text
        if end < self._end and text[end] > "\x7f":
            while end < self._end and ("a" + text[end]).isidentifier():
                end += 1
        return end

    def _read_run(self, start: int, end: int, stack: Sequence[int]) -> Word | Unreadable:
        choices = self._table.choices(stack)
        own = ""  # the keyword that the whole name would be
        rejected: tuple[str, int] | None = None
        for terminal, stop, glued in self._keywords_at(start, end):
            if terminal in choices and self._fits(terminal, stop, stack):
                return self._word(terminal, self._text[start:stop], start, stop)
            rejected = rejected or (terminal, stop)
            if glued or stop == end:
                own, end = terminal, stop
        text = self._text[start:end]
        if not text.isascii():
            text = normalize("NFC", text)
            if not text.isidentifier() and not rejected:
                return unreadable(self._text, start, self.lines)
        if name := self._name_terminal(own, start, end, stack):
            return self._word(name, text, start, end)
        terminal, end = rejected or ("NAME", end)
        return self._word(terminal, text, start, end)

    def _keywords_at(self, start: int, end: int) -> Iterator[tuple[str, int, bool]]:
        """List the keywords that begin here, longest first: terminal, end, and whether a Chinese run is parted."""
        run = self._text[start:end]
        for phrase in self._phrases.get(run, ()):
            if phrase.rest is None:
                yield phrase.terminal, end, False
            elif match := phrase.rest.match(self._text, end, self._end):
                yield phrase.terminal, match.end(), False
        if not run.isascii() and has_han(run) and (word := first_keyword(run)):
            yield word[0], start + len(word[1]), True

    def _fits(self, terminal: str, stop: int, stack: Sequence[int]) -> bool:
        """Tell whether a keyword that the state has an entry for is meant as one, where a name could stand too."""
        choices = self._table.choices(stack)
        if "NAME" not in choices and "FIELD" not in choices:
            return True
        if terminal not in _TRUTHS and _NAMING.match(self._text, stop, self._end):
            return False
        if terminal in _QUANTIFIERS and not self._begins_variable(stop):
            return False
        if terminal in _ALSO_VALUES and self._is_value(terminal, stop, stack):
            return False
        return self._table.accepts(stack, terminal)

    def _is_value(self, terminal: str, stop: int, stack: Sequence[int]) -> bool:
        """Tell whether what stands behind such a word goes on with a name, and not with the keyword."""
        return self.leads_on(stack, ("NAME",), stop) and not self.leads_on(stack, (terminal,), stop)

    def _name_terminal(self, own: str, start: int, end: int, stack: Sequence[int]) -> str | None:
        """Tell which kind of name may stand here, if one may that is spelled like the keyword `own`.

        A reserved word is a field where it touches the dot before it, or is followed by what follows only a name.
        """
        free = own not in reserved() and own != "NOT_REQUIRED"
        if own in lesser() and self.begins_line(start) and self._text[:start].rstrip().endswith("."):
            return None  # a path that breaks off takes no clause of the next line for its field
        if free and self._table.accepts(stack, "NAME"):
            return "NAME"
        if free or self._text[start - 1 : start] in (".", "/") or _NAMING.match(self._text, end, self._end):
            return "FIELD" if self._table.accepts(stack, "FIELD") else None
        return None

    def _keyword_ahead(self, position: int) -> tuple[str, int] | None:
        """Tell the longest keyword at the next word, wherever the grammar may want it."""
        start = self._skip(position)
        match = _LEXEME.match(self._text, start, self._end)
        if match is None or match.lastgroup != "WORD":
            return None
        return next(((terminal, stop) for terminal, stop, _ in self._keywords_at(start, match.end())), None)

    def _begins_statement(self, position: int) -> bool:
        ahead = self._keyword_ahead(position)
        return (
            ahead is not None
            and ahead[0] in self._table.starters
            and not _NAMING.match(self._text, ahead[1], self._end)
        )

    def _begins_variable(self, position: int) -> bool:
        """Tell whether a name follows, as it must after `any`, `count` and their like."""
        match = _LEXEME.match(self._text, self._skip(position), self._end)
        if match is None or match.lastgroup not in ("WORD", "CORNER"):
            return False
        ahead = self._keyword_ahead(position)
        return ahead is None or not (ahead[0] in _COMPARISONS or ahead[0] in reserved())

    # Marks, numbers, names in corner brackets.

    def _is_pause(self, mark: str, position: int, stack: Sequence[int]) -> bool:
        ends_list = mark in _NEVER_IN_LISTS or not self._table.accepts(stack, "_COMMA")
        ahead = self._keyword_ahead(position)
        if ahead is None:
            closes = mark in _NEVER_IN_LISTS and self._is_closed(position)
            return closes or (ends_list and self._hides_keywords(position, stack))
        if ahead[0] in lesser():
            return ends_list or self._begins_tail(*ahead, stack)
        return ahead[0] in reserved()

    def _begins_tail(self, terminal: str, position: int, stack: Sequence[int]) -> bool:
        """Tell a lesser keyword from a name in a list: behind it stands what only the keyword can have there."""
        match = _LEXEME.match(self._text, self._skip(position), self._end)
        if match is None or match.lastgroup == "MARK" or not self._table.accepts(stack, terminal):
            return False
        ahead = self._keyword_ahead(position)
        kind = "NAME" if match.lastgroup in ("WORD", "CORNER") else str(match.lastgroup)
        return not (ahead and ahead[0] in reserved()) and self._table.accepts(self._table.after(stack, terminal), kind)

    def _is_closed(self, position: int) -> bool:
        """Tell whether nothing is left of the block, or of what stands in braces."""
        match = _LEXEME.match(self._text, self._skip(position), self._end)
        return match is None or self._marks.get(match[0]) == "RBRACE"

    def _hides_keywords(self, position: int, stack: Sequence[int]) -> bool:
        """Tell whether keywords run together with names where no name fits: the mistake is there, not at the mark."""
        match = _LEXEME.match(self._text, self._skip(position), self._end)
        if match is None or match.lastgroup != "WORD" or proposed_split(match[0]) is None:
            return False
        return not self._table.accepts(stack, "NAME") and not self._table.accepts(stack, "FIELD")

    def _read_number(self, kind: str, start: int, end: int) -> Word | Unreadable:
        if end - start > _LONGEST_NUMBER:
            finding = Finding(
                "S190",
                say("number of more than {longest_number} digits", longest_number=_LONGEST_NUMBER),
                self.lines.span(start, end),
            )
            return Unreadable(finding, start, end)
        return self._word(kind, self._text[start:end], start, end)

    def _read_corner(self, start: int, end: int, stack: Sequence[int]) -> Word | Unreadable:
        """Read a name in corner brackets, or a path: the brackets belong to the names they touch."""
        parts = self._text[start + 1 : end - 1].split(".")
        if not all(part.strip() for part in parts):
            finding = Finding("S102", say("name in corner brackets without a character"), self.lines.span(start, end))
            return Unreadable(finding, start, end)
        name = self._name_terminal("", start, end, stack) or "NAME"
        inner = start + 1
        for index, part in enumerate(parts):
            first, last = index == 0, index == len(parts) - 1
            if not first:
                self._ready.append(self._word("_DOT", ".", inner - 1, inner))
            text = normalize("NFC", part.strip())
            left = start if first else inner + len(part) - len(part.lstrip())
            right = end if last else inner + len(part.rstrip())
            self._ready.append(self._word(name if first else "FIELD", text, left, right))
            inner += len(part) + 1
        return self.next(stack)
