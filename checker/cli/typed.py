"""Words typed for options that several commands have: what each means, or what is wrong with it.

Takes what was typed and the names there are; gives values, or findings with the nearest right word. What click itself
refuses is for `misuse`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker.findings import Finding, Message, nearest, row, say

if TYPE_CHECKING:
    from checker.project import Config

Parameters = Callable[[Callable[..., Any]], Callable[..., Any]]


def with_options(command: Callable[..., Any], options: Iterable[Parameters]) -> Callable[..., Any]:
    """Add options to a command, in their order."""
    for option in reversed(tuple(options)):
        command = option(command)
    return command


def unknown_words(kind: Message, words: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Say of each word that names nothing of a kind which name is nearest, or which there are."""
    for word in words:
        if word not in known:
            guess = nearest(word, known)
            every = say("write one of {words}", words=row(f"`{one}`" for one in sorted(known)))
            remedy = every if guess is None else say("write `{guess}`", guess=guess)
            yield Finding("N201", say("no {kind} is named `{name}`", kind=kind, name=word), help=remedy)


def unfit_word(option: str, word: str, remedy: Message) -> Finding:
    """Say that an option cannot be what was typed for it."""
    return Finding("T302", say("`{option}` cannot be `{word}`", option=option, word=word), help=remedy)


def not_both(option: str, other: str) -> Finding:
    """Say that two options are not given together."""
    message = say("`{option}` and `{other}` are not given together", option=option, other=other)
    return Finding("O101", message, help=say("leave one of them out"))


def read_most(typed: str | None, config: Config) -> int | Finding | None:
    """Read `--most`, as `lexport.yaml` sets it where it was not typed: how many regions are shown, None for all."""
    from checker.answers.stating import Wanted
    from checker.project.config import ALL, is_most

    most = typed or config.most
    if most is None:
        return Wanted().most
    if not is_most(most):
        return unfit_word("--most", most, say("write a number from 1 on, or `all`"))
    return None if most == ALL else int(most)
