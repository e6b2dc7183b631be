"""A search of all cases, question by question or provision by provision, that may be given up for some of them.

What a search met before its bound is told; that it was given up is remembered with the question (see `effort`), for
whoever tells what was not found out. Must not know what is searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from checker.logic.effort import Effort, TooManyBoxesError
from checker.logic.horizon import Maps
from checker.logic.law import Law
from checker.rulebook.model import Provision, Question

_One = TypeVar("_One")
_Told = TypeVar("_Told")


def each_question(law: Law, maps: Maps, id_: str, search: Callable[[Question], Iterable[_Told]]) -> Iterator[_Told]:
    """Search for what an id stands for, one question after the other."""
    _begin(law, maps)
    for question in law.book.questions.values():
        yield from _searched(maps, id_, question, (question.name,), search)


def each_provision(law: Law, maps: Maps, id_: str, search: Callable[[Provision], Iterable[_Told]]) -> Iterator[_Told]:
    """Search for what an id stands for, one provision after the other; a question's effort is for all of them."""
    _begin(law, maps)
    for provision in law.book.provisions.values():
        yield from _searched(maps, id_, provision, provision.questions, search)


def _begin(law: Law, maps: Maps) -> None:
    """Let a search spend all there is, whatever others have spent."""
    for name in law.book.questions:
        if (effort := _effort(maps, name)) is not None:
            effort.renew()


def _searched(
    maps: Maps, id_: str, one: _One, questions: tuple[str, ...], search: Callable[[_One], Iterable[_Told]]
) -> Iterator[_Told]:
    try:
        yield from search(one)
    except TooManyBoxesError:
        for name in questions:
            if (effort := _effort(maps, name)) is not None:
                effort.given_up[id_] = None


def _effort(maps: Maps, name: str) -> Effort | None:
    try:
        return maps(name).case.effort
    except TooManyBoxesError:
        return None  # of a question that cannot be laid out nothing is known at all, and that is told
