"""The parser's table: what may come next, asked without moving the parser.

Holds the one parser of the process, made from the grammar when it is first asked for. Nothing else in the project
knows the form of Lark's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser

from checker.syntax.build import Builder
from checker.syntax.keywords import grammar_text

END = "$END"


class _FedByHand(Lexer):
    """Stands where Lark wants a lexer: the words are given to the parser one by one."""

    def __init__(self, _configuration: Any) -> None:
        pass

    def lex(self, _lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
        return iter(())


class Table:
    """The LALR(1) table of the grammar, with the builder's methods at its reductions."""

    def __init__(self, lark: Lark) -> None:
        self._begin: Callable[[], InteractiveParser] = lark.parse_interactive
        first = self.begin().parser_state
        self._states = first.parse_conf.states
        self._kinds: dict[int, frozenset[str]] = {}
        self._final = first.parse_conf.end_state
        self.starters = frozenset(self.accepted(first.state_stack))

    def begin(self) -> InteractiveParser:
        """Give a parser that waits for the first word of a statement."""
        return self._begin()

    def choices(self, stack: Sequence[int]) -> Collection[str]:
        """List what the topmost state has an entry for: all that is accepted, and perhaps more."""
        return self._states[stack[-1]]

    def kind_of(self, state: int) -> frozenset[str]:
        """Tell what a state is waiting for: the same for two states that differ only in how much has gone before."""
        if state not in self._kinds:
            self._kinds[state] = frozenset(self._states[state])
        return self._kinds[state]

    def accepts(self, stack: Sequence[int], terminal: str) -> bool:
        """Tell whether the parser would go on with this terminal, all reductions before it made."""
        states = self._states
        entry = states[stack[-1]].get(terminal)
        if entry is None or entry[0] is Shift:
            return entry is not None
        path = list(stack)
        while entry := states[path[-1]].get(terminal):
            action, argument = entry
            if action is Shift:
                return True
            if argument.expansion:
                del path[-len(argument.expansion) :]
            path.append(states[path[-1]][argument.origin.name][1])
            if terminal == END and path[-1] == self._final:
                return True
        return False

    def after(self, stack: Sequence[int], terminal: str) -> list[int]:
        """Give the stack as it is once an accepted terminal has been read."""
        path = list(stack)
        while True:
            action, argument = self._states[path[-1]][terminal]
            if action is Shift:
                return [*path, argument]
            if argument.expansion:
                del path[-len(argument.expansion) :]
            path.append(self._states[path[-1]][argument.origin.name][1])

    def accepted(self, stack: Sequence[int]) -> frozenset[str]:
        """List every terminal the parser would go on with."""
        return frozenset(t for t in self.choices(stack) if t.isupper() and self.accepts(stack, t))


@cache
def rule_table() -> Table:
    """Build the table of the rule language, once in a process."""
    return Table(Lark(grammar_text(), parser="lalr", lexer=_FedByHand, transformer=Builder()))
