"""What is wrong with a command as it was typed, as a finding like any other.

Takes click's exception and the words typed; gives a finding that says it in our own sentences. Click's are never
shown: they are English alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click

from checker.findings import LANGUAGES, Finding, Message, nearest, row, say
from checker.texts import is_file, is_folder


def misused(mistake: click.ClickException, arguments: Sequence[str], params: Sequence[click.Parameter] = ()) -> Finding:
    """Say what is wrong with a command line, with the nearest right word where there is one.

    `params` are those of its command: a mistake in an option does not always know them.
    """
    match mistake:
        case click.NoSuchOption(ctx=click.Context() as ctx):
            options = (param for param in ctx.command.get_params(ctx) if isinstance(param, click.Option))
            known = [name for option in options for name in option.opts]
            return _unknown(say("option"), mistake.option_name, known, ctx)
        case click.MissingParameter(ctx=click.Context() as ctx, param=click.Parameter() as param):
            return _needs(ctx, _named(param))
        case click.BadParameter(ctx=click.Context() as ctx, param=click.Parameter() as param):
            return _unfit(param, arguments, ctx)
        case click.BadOptionUsage(option_name=option):
            number = next((param.nargs for param in params if option in param.opts), 1)
            return Finding("O101", _about_value(option, number, arguments))
        case click.UsageError(ctx=click.Context(command=click.Group() as group) as ctx):
            known = group.list_commands(ctx)
            typed = [word for word in arguments if not word.startswith("-")][len(ctx.command_path.split()) - 1 :]
            if not typed:
                return _needs(ctx, " | ".join(known))
            return _unknown(say("command"), typed[0], known, ctx)
        case click.UsageError(ctx=click.Context() as ctx):
            return Finding("O101", say("`{command}` takes fewer words", command=ctx.command_path), help=_see(ctx))
    return Finding("O101", say("this command cannot be run as it is typed"))


def language_typed(arguments: Sequence[str]) -> str | None:
    """Read the language asked for out of a command line that could not be read."""
    return next((word for word in _values(("--lang",), arguments) if word in LANGUAGES), None)


def _needs(ctx: click.Context, word: str) -> Finding:
    return Finding("O101", say("`{command}` needs `{word}`", command=ctx.command_path, word=word), help=_see(ctx))


def _unknown(kind: Message, word: str, known: Sequence[str], ctx: click.Context) -> Finding:
    guess = nearest(word, known)
    remedy = _see(ctx) if guess is None else say("write `{guess}`", guess=guess)
    return Finding("N201", say("no {kind} is named `{name}`", kind=kind, name=word), help=remedy)


def _unfit(param: click.Parameter, arguments: Sequence[str], ctx: click.Context) -> Finding:
    """Say why a value cannot be what an option or an argument takes."""
    kind, name = param.type, _named(param)
    given = list(_given(param, arguments))
    if isinstance(kind, click.Choice):
        words = [str(choice) for choice in kind.choices]
        word = _first(given, lambda one: one not in words)
        guess = nearest(word, words)
        choices = say("write one of {words}", words=row(f"`{one}`" for one in words))
        remedy = choices if guess is None else say("write `{guess}`", guess=guess)
        return Finding("N201", say("`{option}` cannot be `{word}`", option=name, word=word), help=remedy)
    if isinstance(kind, click.Path):
        return _unusable(_first(given, lambda one: not _usable(kind, one)), kind, name)
    word = given[-1] if given else ""
    if isinstance(kind, click.DateTime):
        word = _first(given, lambda one: not _is_day(kind, one))
        if word.startswith("--"):
            return Finding("O101", _needs_values(name, param.nargs))
        return Finding("T302", say("`{word}` is no day", word=word), help=say("write a day like `2015-10-12`"))
    return Finding("T302", say("`{option}` cannot be `{word}`", option=name, word=word), help=_see(ctx))


def _unusable(path: str, kind: click.Path, name: str) -> Finding:
    if not _is_there(path):
        there = (
            say("there is no file `{path}`", path=path)
            if kind.file_okay
            else say("there is no folder `{path}`", path=path)
        )
        return Finding("S105", there, help=say("give `{option}` one that is there", option=name))
    if not kind.file_okay and is_file(Path(path)):
        return Finding("S105", say("`{path}` is a file, and a folder is wanted", path=path))
    if not kind.dir_okay and is_folder(Path(path)):
        return Finding("S105", say("`{path}` is a folder, and a file is wanted", path=path))
    return Finding("S105", say("`{path}` may not be opened", path=path))


def _usable(kind: click.Path, path: str) -> bool:
    there = Path(path)
    return _is_there(path) and (kind.file_okay or is_folder(there)) and (kind.dir_okay or is_file(there))


def _is_there(path: str) -> bool:
    with suppress(OSError, ValueError):  # no system has such a name
        return Path(path).exists()
    return False


def _is_day(kind: click.DateTime, word: str) -> bool:
    with suppress(click.BadParameter):
        return bool(kind.convert(word, None, None))
    return False


def _about_value(option: str, number: int, arguments: Sequence[str]) -> Message:
    if number == 1 and any(word.startswith(f"{option}=") for word in arguments):
        return say("`{option}` takes no value", option=option)
    return _needs_values(option, number)


def _needs_values(option: str, number: int) -> Message:
    if number == 1:
        return say("`{option}` needs a value", option=option)
    return say("`{option}` needs {number} values", option=option, number=number)


def _see(ctx: click.Context) -> Message:
    return say("`{command} --help` says what can be written", command=ctx.command_path)


def _named(param: click.Parameter) -> str:
    """Name an option as it is typed, an argument as the help names it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.human_readable_name).strip("[].")


def _given(param: click.Parameter, arguments: Sequence[str]) -> Iterator[str]:
    """Go through what may have been typed for a parameter."""
    if isinstance(param, click.Option):
        return _values(tuple(param.opts), arguments, param.nargs)
    return (word for word in arguments[1:] if not word.startswith("-"))


def _values(options: tuple[str, ...], arguments: Sequence[str], number: int = 1) -> Iterator[str]:
    for place, word in enumerate(arguments):
        option, equals, value = word.partition("=")
        if option in options:
            yield from [value][: len(equals)]
            yield from arguments[place + 1 : place + 1 + number - len(equals)]


def _first(words: Sequence[str], wanted: Callable[[str], bool]) -> str:
    return next(filter(wanted, words), words[-1] if words else "")
