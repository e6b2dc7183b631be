"""The options of `lexport diff`: what they are, and what was typed for them against the names there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

import click

from checker.cli.diff_formats import FORMS
from checker.cli.typed import Parameters, not_both, read_most, unknown_words, with_options
from checker.findings import Finding, say

if TYPE_CHECKING:
    from checker.answers.stating import Wanted
    from checker.project import Config
    from checker.rulebook.model import Rulebook

_FILE = click.Path(dir_okay=False)


class Wishes(TypedDict):
    """What was typed, option by option."""

    form: str
    against: str | None
    at: tuple[datetime, datetime] | None
    questions: tuple[str, ...]
    renamed: tuple[str, ...]
    over: tuple[str, ...]
    allow: str | None
    write_allow: str | None
    most: str | None


_OPTIONS: tuple[Parameters, ...] = (
    click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True),
    click.option(
        "--against",
        metavar="DIR|rev:NAME",
        help="Compare with the rulebook in a folder, or with this one at a revision of its repository.",
    ),
    click.option(
        "--at",
        nargs=2,
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DAY DAY",
        help="Compare the same cases dated on the one day and on the other.",
    ),
    click.option(
        "--question", "questions", multiple=True, metavar="NAME", help="Compare this question alone; may be repeated."
    ),
    click.option(
        "--renamed",
        multiple=True,
        metavar="OLD=NEW",
        help="What the earlier rulebook calls OLD is NEW now; what was divided is OLD=NEW,NEW; may be repeated.",
    ),
    click.option(
        "--over",
        multiple=True,
        type=click.Path(exists=True),
        metavar="PATH",
        help="Tell which plans of this file or folder get another verdict; may be repeated.",
    ),
    click.option(
        "--allow",
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        help="Take the changes that FILE admits for right.",
    ),
    click.option(
        "--write-allow", type=_FILE, metavar="FILE", help="Write the changes to FILE, for reasons to be added."
    ),
    click.option(
        "--most",
        metavar="N|all",
        help="Show at most N regions of a change; lexport.yaml sets the default, else 5.",
    ),
)


def diff_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to the command, in their order."""
    return with_options(command, _OPTIONS)


def mistyped(wishes: Wishes) -> tuple[Finding, ...]:
    """Say what of the options cannot be meant, whatever the rulebooks are."""
    return tuple(_mistyped(wishes))


def read_questions(wishes: Wishes, *books: Rulebook) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Read which questions are compared, by any of their names in either rulebook."""
    known = {alias: name for book in books for name, each in book.questions.items() for alias in each.names}
    unknown = tuple(unknown_words(say("question"), wishes["questions"], known))
    return frozenset(known[word] for word in wishes["questions"] if word in known), unknown


def read_wanted(wishes: Wishes, config: Config) -> Wanted | Finding:
    """Read how much of a change is stated; constants where changes are admitted or written down."""
    from checker.answers.stating import Wanted

    shown = read_most(wishes["most"], config)
    if isinstance(shown, Finding):
        return shown
    return Wanted(shown, constants=bool(wishes["allow"] or wishes["write_allow"]))


def read_renamed(wishes: Wishes) -> dict[str, tuple[str, ...]]:
    """Read what is called otherwise: each older name with the newer ones."""
    pairs = (word.partition("=") for word in wishes["renamed"])
    return {old.strip(): tuple(each.strip() for each in new.split(",")) for old, _, new in pairs}


def _mistyped(wishes: Wishes) -> Iterator[Finding]:
    if (wishes["against"] is None) == (wishes["at"] is None):
        message = say("`lexport diff` compares with another rulebook, or two days")
        yield Finding("O101", message, help=say("give either `--against DIR`, `--against rev:NAME` or `--at DAY DAY`"))
    if wishes["at"] is not None and wishes["at"][0] >= wishes["at"][1]:
        message = say("the first day of `--at` has to lie before the second")
        yield Finding("O101", message, help=say("write the earlier day first"))
    if wishes["at"] is not None and wishes["renamed"]:
        yield not_both("--at", "--renamed")
    named: set[str] = set()
    for word in wishes["renamed"]:
        old, sign, new = (part.strip() for part in word.partition("="))
        if not (old and sign and new) or "=" in new:
            yield Finding("O101", say("`{word}` says not what is called how", word=word), help=say("write `OLD=NEW`"))
        elif old in named:
            remedy = say("leave one out, or write `OLD=NEW,NEW` for what was divided")
            yield Finding("O101", say("`{name}` is renamed twice", name=old), help=remedy)
        named.add(old)
