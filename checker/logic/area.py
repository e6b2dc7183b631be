"""What a finding of the analyses is about: a set of cases of one question, before it is put into words.

Holds regions of one resolution over all cases (see `horizon`); `answers` states them as boxes in the words of the
rulebook. Must not know how they are stated.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.findings import Finding, Message
from checker.logic.resolution import Resolution
from checker.regions import Region


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A region of the cases a question is asked of.

    `region` lies within `resolution.asked`. `blockers` name who holds what of the rest, provisions by their names and
    anything else by an empty text; together with the region they are all that is asked. Left out, nobody is named.
    `word` is the verdict that `check` gives each case of it. `contrary`: the rest may be stated instead, where that
    takes fewer boxes. `remarks` are said of every box. What is `aside` is told beside the cases that are found: nothing
    in it is wrong.
    """

    resolution: Resolution
    region: Region
    word: str | None = None
    blockers: tuple[tuple[str, Region], ...] = ()
    contrary: bool = False
    remarks: tuple[Message, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A finding of an analysis and the cases it is about; `on_request`: it is told to whoever asks for its id."""

    finding: Finding
    areas: tuple[Area, ...] = ()
    on_request: bool = False
