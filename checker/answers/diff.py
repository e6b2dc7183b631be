"""What another version of a rulebook, or another day, decides otherwise: question by question, proved or said why not.

Takes two pair, or one and two days; gives one record. Which changes are right is said by an allow-list; nothing else
knows of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct, structs

from checker.answers.diff_admitting import Admitting
from checker.answers.diff_plans import PlansHit
from checker.answers.diff_sides import Compared, Contrast, Pair, compare_question
from checker.answers.diff_stating import Change, state_change
from checker.answers.diff_untouched import Untouched
from checker.answers.diff_vocabulary import comparable, other_words, words_of_days
from checker.answers.stating import Wanted
from checker.findings import Message, both, say
from checker.logic.differences import EQUIVALENT, INCOMPARABLE
from checker.logic.effort import TooManyBoxesError
from checker.logic.lowering import BEFORE
from checker.logic.trees import CompilationError


class Edition(Struct, frozen=True):
    """One of the two that are compared; `called` is its folder, its revision or its day."""

    called: str
    rulebook: str
    version: str | None
    digest: str


class QuestionDiff(Struct, frozen=True):
    """What is decided otherwise in one question.

    `direction` is None where that was not worked out, for the reason in `unproved`; else `unproved` says what was left
    out of account.
    """

    question: str
    title: str | None
    direction: str | None
    changes: tuple[Change, ...] = ()
    unproved: tuple[Message, ...] = ()

    @property
    def is_admitted(self) -> bool:
        """Whether nothing changed but what is admitted."""
        return self.direction is not None and all(change.admitted is not None for change in self.changes)


class DiffReport(Struct, frozen=True):
    """All that was compared; `vocabulary` says what there are other words for, `plans` which of some plans are hit."""

    before: Edition
    after: Edition
    days: bool
    questions: tuple[QuestionDiff, ...]
    vocabulary: tuple[Message, ...]
    allowed: bool = False
    plans: PlansHit | None = None

    @property
    def is_admitted(self) -> bool:
        """Whether nothing changed that is not admitted, and everything was worked out."""
        return all(each.is_admitted for each in self.questions)

    @property
    def changed(self) -> tuple[QuestionDiff, ...]:
        """The questions that are not equivalent."""
        return tuple(each for each in self.questions if each.direction != EQUIVALENT)


class _Comparing:
    """Compares questions, each once."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._untouched = None if pair.days is not None else Untouched(pair.before, pair.after)
        self._found: dict[str, Compared | Message] = {}

    def of(self, question: str) -> Compared | Message:
        """Compare a question, or say why that cannot be done."""
        if question not in self._found and self._untouched is not None and self._untouched.holds(question):
            self._found[question] = Compared(())
        if question not in self._found:
            try:
                self._found[question] = compare_question(self._pair, question)
            except TooManyBoxesError:
                self._found[question] = say("not worked out: its cases fall apart into too many boxes")
            except CompilationError as error:
                self._found[question] = say("not worked out: {reason}", reason=error.reason)
        return self._found[question]

    def moved(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return which of some tested questions are decided otherwise themselves."""
        both = (self._pair.before.book.questions, self._pair.after.book.questions)
        tested = dict.fromkeys(name.removeprefix(BEFORE) for name in names)
        comparable = [name for name in tested if all(name in questions for questions in both)]
        return tuple(name for name in comparable if isinstance(each := self.of(name), Message) or each.contrasts)


def diff(
    pair: Pair,
    called: tuple[str, str],
    questions: frozenset[str] = frozenset(),
    wanted: Wanted | None = None,
    admitting: Admitting | None = None,
    renamed: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> DiffReport:
    """Compare all questions, or some; at most so many regions of a change are stated as are wanted.

    `renamed` is what the earlier rulebook called otherwise, and has been given the later names of.
    """
    before, after = pair.before.book, pair.after.book
    comparing = _Comparing(pair)
    asked = comparable(before, after) if pair.days is None else tuple(after.questions)
    wanted = Wanted() if wanted is None else wanted
    return DiffReport(
        Edition(called[0], before.header.name, before.header.version, before.digest),
        Edition(called[1], after.header.name, after.header.version, after.digest),
        pair.days is not None,
        tuple(
            _question(pair, comparing, name, wanted, admitting) for name in asked if not questions or name in questions
        ),
        (
            *(
                say("`{old}` is {new} now", old=old, new=both(f"`{each}`" for each in new))
                for old, new in renamed.items()
            ),
            *(other_words(before, after) if pair.days is None else words_of_days(after, pair.days)),
        ),
        admitting is not None,
    )


def _question(
    pair: Pair, comparing: _Comparing, name: str, wanted: Wanted, admitting: Admitting | None
) -> QuestionDiff:
    title, compared = pair.after.book.questions[name].title, comparing.of(name)
    if isinstance(compared, Message):
        return QuestionDiff(name, title, None, unproved=(compared,))
    tested = comparing.moved(compared.tested) if compared.contrasts else ()
    changes = tuple(state_change(pair, contrasts, wanted, tested) for contrasts in _alike(compared.contrasts))
    if admitting is not None:
        changes = tuple(structs.replace(each, admitted=admitting.reason(each)) for each in changes)
    ways = {change.direction for change in changes}
    direction = EQUIVALENT if not ways else ways.pop() if len(ways) == 1 else INCOMPARABLE
    return QuestionDiff(name, title, direction, changes, compared.unproved)


def _alike(contrasts: tuple[Contrast, ...]) -> list[tuple[Contrast, ...]]:
    """Gather what was and is decided in the same way, whichever governing date it is dated by."""
    found: dict[tuple[object, object], list[Contrast]] = {}
    for contrast in contrasts:
        found.setdefault((contrast.difference.before, contrast.difference.after), []).append(contrast)
    return [tuple(each) for each in found.values()]
