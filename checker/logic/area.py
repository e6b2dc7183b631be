"""What a finding of the analyses is about: a set of cases of one question, before it is put into words.

Holds regions of one resolution over all cases (see `horizon`); `answers` states them as boxes in the words of the
rulebook. Must not know how they are stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from checker.findings import Finding, Message
from checker.logic.resolution import Resolution
from checker.regions import Region
from checker.regions.joining import join


@dataclass(frozen=True, eq=False)
class Area:
    """A region of the cases a question is asked of.

    `part` lies within `resolution.asked`. `blockers` name who holds what of the rest, provisions by their names and
    anything else by an empty text; together with the region they are all that is asked. Left out, nobody is named.
    Without a part the region is all that no blocker holds: there are regions whose boxes nobody can list.
    `word` is the verdict that `check` gives each case of it. `contrary`: the rest may be stated instead, where that
    takes fewer boxes. `remarks` are said of every box. What is `aside` is told beside the cases that are found: nothing
    in it is wrong.
    """

    resolution: Resolution
    part: Region | None
    word: str | None = None
    blockers: tuple[tuple[str, Region], ...] = ()
    contrary: bool = False
    remarks: tuple[Message, ...] = ()
    aside: bool = False

    @cached_property
    def region(self) -> Region:
        """The cases, box by box; raises TooManyBoxesError where these are too many."""
        return self.within((self.resolution.case.space.full,)) if self.part is None else self.part

    def within(self, region: Region) -> Region:
        """Return those of the cases that lie in a region; raises TooManyBoxesError where these are too many."""
        case = self.resolution.case
        if self.part is not None:
            return case.both(self.part, region)
        return join(case.without(join(case.both(self.resolution.asked, region)), self.held))

    @property
    def held(self) -> Region:
        """All that a blocker holds."""
        return tuple(chain.from_iterable(region for _, region in self.blockers))


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A finding of an analysis and the cases it is about; `on_request`: it is told to whoever asks for its id.

    `alike` are the provisions that it says the same of; where there are none, it is said of the first it concerns.
    """

    finding: Finding
    areas: tuple[Area, ...] = ()
    on_request: bool = False
    alike: tuple[str, ...] = ()
