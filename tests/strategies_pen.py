"""What random rulebooks are drawn with: the pen, and what conditions may speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

Option = TypeVar("Option")

DAYS = ("2010-01-01", "2011-07-01", "2013-01-01", "2014-02-28", "2014-12-01", "2016-02-29", "2017-08-22", "2018-01-01")
CODES = ("4900", "4905", "4917")


class Known(Struct, frozen=True):
    """A fact that conditions may test: how they write it, what it is, whether it may be absent."""

    label: str
    kind: str
    optional: bool


class Asked(Struct, frozen=True):
    """A question that conditions may test: the answers it can have, and whether its deed can be late."""

    name: str
    answers: tuple[str, ...]
    timed: bool


class Question(Struct, frozen=True):
    """A question being drawn; `values` are those of a choice, a value or a collecting question.

    `done` is the date of its deed, `until` the period most of its duties and all its permissions name, if any.
    """

    name: str
    form: str
    of_legs: bool
    values: tuple[str, ...]
    silence: bool
    done: Known | None
    until: str | None


class KnownList(Struct, frozen=True):
    """A list that conditions may look into: how they write it, the fields of its elements, the lists in them."""

    label: str
    fields: tuple[Known, ...]
    inner: tuple[KnownList, ...] = ()

    @property
    def name(self) -> str:
        """The last word of it, by which its budget is kept."""
        return self.label.rpartition(".")[2]


class Ground(Struct, frozen=True):
    """What the conditions of one subject may speak of; `defined` are the names of conditions, `sums` of numbers."""

    facts: tuple[Known, ...]
    dates: tuple[Known, ...]
    attributes: frozenset[str]
    parents: bool
    defined: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    lists: tuple[KnownList, ...] = ()
    asked: tuple[Asked, ...] = ()

    def with_facts(self, facts: Sequence[Known], dates: Sequence[Known], lists: Sequence[KnownList]) -> Ground:
        """Return the ground of an element: its facts beside those of the plan, and twice as likely."""
        return replace(
            self, facts=(*self.facts, *facts, *facts), dates=(*self.dates, *dates), lists=(*self.lists, *lists)
        )


@dataclass(slots=True)
class Drawer:
    """Draws; everything random goes through here.

    `budget` is how many elements more the tests on a list may need to be told apart; a test drawn before costs nothing.
    """

    draw: st.DrawFn
    budget: dict[str, int] = field(default_factory=lambda: {"legs": 3, "boxes": 2})
    paid: set[str] = field(default_factory=set)

    def pick(self, *options: Option) -> Option:
        """Draw one of the options; the first is the simplest."""
        return self.draw(st.sampled_from(options))

    def chance(self, percent: int) -> bool:
        """Draw yes with this likelihood; no is the simplest."""
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def some(self, options: Sequence[Option], least: int, most: int) -> list[Option]:
        """Draw some of the options, each at most once, in their order."""
        least, most = min(least, len(options)), min(most, len(options))
        chosen = self.draw(st.sets(st.integers(0, len(options) - 1), min_size=least, max_size=most)) if options else ()
        return [options[i] for i in sorted(chosen)]

    def pay(self, text: str, **costs: int) -> str | None:
        """Return a test on lists if there is enough left for it; None otherwise."""
        if text not in self.paid:
            if any(self.budget[name] < cost for name, cost in costs.items()):
                return None
            self.paid.add(text)
            for name, cost in costs.items():
                self.budget[name] -= cost
        return text
