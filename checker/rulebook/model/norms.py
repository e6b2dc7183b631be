"""Questions, provisions, recorded silences."""

from __future__ import annotations

from msgspec import Struct

from checker.findings import Span
from checker.rulebook.model.answers import Answer, Said
from checker.rulebook.model.conditions import Condition, Conjunct, Fact
from checker.rulebook.model.sources import Citation, Locator
from checker.rulebook.model.types import ValueType


class Question(Struct, frozen=True):
    """One legal issue with one subject: the plan, or each element of `list`.

    `form` is deontic, choice (`about`), value (`answers`) or collecting. `governed_by` are the governing dates, the
    first that is not absent counts. `silence` is the meaning of silence, if it has one. The deed is done when
    `done_when` holds, or on the day `done_at`; a question has at most one of the two. `choices` and `uniform` are
    carried for the analyses.
    """

    names: tuple[str, ...]
    title: str | None
    list: str | None
    variable: str | None
    form: str
    about: Fact | None
    answers: ValueType | None
    scope: Condition
    governed_by: tuple[Fact, ...]
    silence: Answer | None
    silence_cites: tuple[Citation, ...]
    done_when: Condition | None
    done_at: Fact | None
    choices: tuple[str, ...]
    uniform: tuple[str, ...]
    total: bool
    span: Span

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Effect(Struct, frozen=True):
    """What a provision says on one question where `condition` holds (a choice, an `only if`; else always)."""

    question: str
    condition: Condition
    said: Said
    note: str | None
    span: Span


class Relation(Struct, frozen=True):
    """`exception`, `proviso` or `override`, and the provision it is aimed at.

    `questions` are those an exception takes its base out on: the ones named by `in`, else all the base speaks on.
    """

    form: str
    target: str
    questions: tuple[str, ...]
    because: str | None
    span: Span


class Replacement(Struct, frozen=True):
    """The wording this provision ends, and the text that brought the new one."""

    target: str
    document: str
    locator: Locator
    span: Span


class Power(Struct, frozen=True):
    """`authorised by`: the text that lets a lower document except or override a higher one."""

    document: str
    locator: Locator
    span: Span


class Reading(Struct, frozen=True):
    """How unclear words are read, by the name of the reading, and why in `text`.

    A provision with a `chosen` reading stands unless the other way of reading is asked for, one without only then.
    """

    name: str
    text: str
    chosen: bool


class Provision(Struct, frozen=True):
    """One rule of a text. The first citation gives rank, issuer and window.

    `condition` is its own `when` with those of its `under` blocks; `conjuncts` are the parts of it. `reserved` is
    None, or the ranks (indices) it yields to, empty for all. `since` and `until` narrow its document's window.
    """

    names: tuple[str, ...]
    title: str | None
    cites: tuple[Citation, ...]
    since: int | None
    until: int | None
    replaces: Replacement | None
    reserved: tuple[int, ...] | None
    relation: Relation | None
    power: Power | None
    readings: tuple[Reading, ...]
    condition: Condition
    conjuncts: tuple[Conjunct, ...]
    effects: tuple[Effect, ...]
    span: Span

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]

    @property
    def document(self) -> str:
        """The document that gives it rank and issuer."""
        return self.cites[0].document

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions it speaks on, in order, each once."""
        return tuple(dict.fromkeys(e.question for e in self.effects))


class KnownGap(Struct, frozen=True):
    """A silence on record."""

    names: tuple[str, ...]
    questions: tuple[str, ...]
    condition: Condition
    cites: tuple[Citation, ...]
    because: str
    span: Span

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class OpenPoint(Struct, frozen=True):
    """A vagueness that leaves an answer standing; `subject` is a provision or a question."""

    names: tuple[str, ...]
    subject: str
    because: str
    span: Span

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.names[0]


class Impossibility(Struct, frozen=True):
    """`never`: a case that cannot happen; `list` is the list each of whose elements it speaks of, or None."""

    condition: Condition
    list: str | None
    because: str
    text: str
    cites: tuple[Citation, ...]
    span: Span


class Allowance(Struct, frozen=True):
    """A finding of the linter that is right where it stands: its id, and the names any of which it is about.

    With `together` it is about all of them. `until` is the first day on which, once the rulebook has been reviewed
    until then, it is allowed no longer. With a `condition` it is right in those cases of `questions`, which are among
    the names, in which that holds.
    """

    finding: str
    concerns: tuple[str, ...]
    together: bool
    because: str
    until: int | None
    span: Span
    condition: Condition | None = None
    questions: tuple[str, ...] = ()
