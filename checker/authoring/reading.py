"""A block of rules as it lies on disk: its words with what stands between them, and its statements as trees of words.

Takes the lines of a file and the bounds of a block without mistakes; gives every word and every comment, so that a
layout made of them can lose none. Knows the grammar through the parser alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from checker.syntax.lexer import Scanner
from checker.syntax.lines import Lines
from checker.syntax.nodes import Node, Statement, parts_of
from checker.syntax.table import END, Table, rule_table
from checker.syntax.words import Word

_COMMENT_OR_END = re.compile(r"\n|#[^\n]*")


class Comment(Struct, frozen=True):
    """A comment without the blanks behind it.

    `trailing`: it stands behind a word on a line; `blank`: an empty line stands before it.
    """

    text: str
    trailing: bool
    blank: bool


class Gap(Struct, frozen=True):
    """What stands between two words: comments, and whether an empty line follows them."""

    comments: tuple[Comment, ...]
    blank: bool


class Tree(Struct, frozen=True):
    """A node with what it is made of, in the order of the file: numbers of words, and trees of the nodes in it."""

    node: Node
    first: int
    last: int
    parts: tuple[Part, ...]


Part: TypeAlias = "int | Tree"


class Block(Struct, frozen=True):
    """A block of rules; `gaps` holds one more than there are words: what stands before each, and behind the last."""

    text: str
    words: tuple[Word, ...]
    gaps: tuple[Gap, ...]
    statements: tuple[Tree, ...]


class UnreadError(Exception):
    """The words of a block do not make the statements that the parser found in it."""


def read_block(lines: Lines, start: int, end: int, statements: Sequence[Statement]) -> Block:
    """Read the words of a block whose statements are known; raise `UnreadError` if they are not these."""
    per_statement = list(words_by_statement(lines, start, end))
    if len(per_statement) != len(statements):
        raise UnreadError
    words = tuple(word for each in per_statement for word in each)
    bounds = [start, *(offset for word in words for offset in (word.start, word.end)), end]
    pieces = zip(bounds[::2], bounds[1::2], strict=True)
    gaps = tuple(_gap(lines.text[left:right], left == start) for left, right in pieces)
    starts = {(word.span.line, word.span.column): number for number, word in enumerate(words)}
    ends = {(word.span.end_line, word.span.end_column): number for number, word in enumerate(words)}
    try:
        trees = tuple(_tree(statement, starts, ends) for statement in statements)
    except KeyError as error:
        raise UnreadError from error
    if [tree.last - tree.first + 1 for tree in trees] != [len(each) for each in per_statement]:
        raise UnreadError
    return Block(lines.text, words, gaps, trees)


def words_by_statement(lines: Lines, start: int, end: int) -> Iterator[tuple[Word, ...]]:
    """List the words between two offsets, statement by statement, up to the first that does not fit."""
    table = rule_table()
    scanner = Scanner(lines, start, end, table)
    while words := _statement(scanner, table):
        yield words


def _statement(scanner: Scanner, table: Table) -> tuple[Word, ...]:
    stack: Sequence[int] = table.begin().parser_state.state_stack
    words: list[Word] = []
    while isinstance(word := scanner.next(stack), Word) and word.type != END:
        if not table.accepts(stack, word.type):
            scanner.go_to(word.start)
            break
        words.append(word)
        stack = table.after(stack, word.type)
    return tuple(words)


def _gap(text: str, begins_block: bool) -> Gap:
    comments: list[Comment] = []
    ends = 0  # of lines, since the last word or comment
    for match in _COMMENT_OR_END.finditer(text):
        if match[0] == "\n":
            ends += 1
            continue
        trailing = ends == 0 and not begins_block
        comments.append(Comment(match[0].rstrip(), trailing, ends > 1))
        begins_block = False
        ends = 0
    return Gap(tuple(comments), ends > 1)


_Places = dict[tuple[int, int], int]


def _tree(node: Node, starts: _Places, ends: _Places) -> Tree:
    span = node.span
    first, last = starts[span.line, span.column], ends[span.end_line, span.end_column]
    below = sorted((_tree(part, starts, ends) for _, part in parts_of(node)), key=lambda tree: tree.first)
    parts: list[Part] = []
    number = first
    for tree in below:
        parts += [*range(number, tree.first), tree]
        number = tree.last + 1
    return Tree(node, first, last, (*parts, *range(number, last + 1)))
