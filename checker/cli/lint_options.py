"""The options of `lexport lint`: what they are, and what was typed for them against the names there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

import click

from checker.cli.lint_formats import FORMS
from checker.cli.typed import Parameters, not_both, read_most, unfit_word, unknown_words, with_options
from checker.findings import Finding, Severity, say

if TYPE_CHECKING:
    from checker.answers.lint import Looking
    from checker.project import Config
    from checker.rulebook.model import Rulebook


class Wishes(TypedDict):
    """What was typed, option by option."""

    form: str
    fail_on: str | None
    questions: tuple[str, ...]
    also: tuple[str, ...]
    most: str | None
    seconds: str | None
    baseline: str | None
    write_baseline: str | None
    since: str | None
    write_scenarios: str | None


_SECONDS = re.compile(r"(?!0*\.?0*$)\d{1,6}(\.\d{1,6})?")
_A_TIME = say("write a number of seconds above 0, such as `10` or `0.5`")
_FILE = click.Path(dir_okay=False)
_OPTIONS: tuple[Parameters, ...] = (
    click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True),
    click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        help="Exit 1 from this severity on; lexport.yaml sets the default, else error.",
    ),
    click.option(
        "--question", "questions", multiple=True, metavar="NAME", help="Look at this question alone; may be repeated."
    ),
    click.option(
        "--also",
        multiple=True,
        metavar="ID",
        help="Tell what is found of this id too, which is told on request; may be repeated.",
    ),
    click.option(
        "--most",
        metavar="N|all",
        help="Show at most N regions of a finding; lexport.yaml sets the default, else 5.",
    ),
    click.option(
        "--seconds",
        metavar="N",
        help="Spend at most N seconds on the regions of a finding; otherwise no clock is read.",
    ),
    click.option(
        "--baseline",
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        help="Leave out what FILE has as known; lexport.yaml sets the default.",
    ),
    click.option("--write-baseline", type=_FILE, metavar="FILE", help="Write what is found to FILE, as known."),
    click.option("--since", metavar="REV", help="Leave out what was found at this revision of the repository already."),
    click.option(
        "--write-scenarios",
        type=click.Path(file_okay=False),
        metavar="DIR",
        help="Write the example of each region that is shown as a scenario below DIR.",
    ),
)


def lint_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to the command, in their order."""
    return with_options(command, _OPTIONS)


def read_looking(book: Rulebook, wishes: Wishes, config: Config) -> tuple[Looking, tuple[Finding, ...]]:
    """Read how one is to look, and what of it means nothing."""
    from checker.answers.lint import Looking
    from checker.answers.stating import Wanted
    from checker.plan.names import question_names
    from checker.project.config import ALLOWABLE
    from checker.regions.cover import Caps

    questions = question_names(book)
    also = [id_.upper() for id_ in wishes["also"]]
    shown, seconds = read_most(wishes["most"], config), wishes["seconds"]
    wrong = [
        *unknown_words(say("question"), wishes["questions"], questions),
        *unknown_words(say("finding"), also, ALLOWABLE),
        *([shown] if isinstance(shown, Finding) else []),
        *([] if seconds is None or _SECONDS.fullmatch(seconds) else [unfit_word("--seconds", seconds, _A_TIME)]),
        *([not_both("--since", "--baseline")] if wishes["since"] and wishes["baseline"] else []),
        # What is known of the other questions would be lost.
        *([not_both("--write-baseline", "--question")] if wishes["write_baseline"] and wishes["questions"] else []),
    ]
    if wrong or isinstance(shown, Finding):
        return Looking(), tuple(wrong)
    compared = bool(wishes["baseline"] or wishes["write_baseline"] or wishes["since"] or config.baseline)
    asked = frozenset(_named(wishes["questions"], questions))
    wanted = Wanted(shown, constants=compared, caps=Caps(seconds=None if seconds is None else float(seconds)))
    return Looking(frozenset(also), asked, wanted), ()


def _named(words: Iterable[str], names: Mapping[str, str]) -> Iterator[str]:
    yield from (names[word] for word in words)
