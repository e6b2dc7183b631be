"""A region of cases, stated in words: what a finding is about, for every report alike.

Plain data: texts, numbers and sentences. Knows no space, no law and no output format.
"""

from __future__ import annotations

from msgspec import Struct

from checker.findings.message import Message

Constants = tuple[tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]], ...]
"""A box without classes: per field its key, single values and runs of integers; a field that is free is left out."""


class Limit(Struct, frozen=True):
    """What one fact must be: `text` as a rule file says it, and the provisions an edge of it comes from."""

    label: str
    text: str
    edges: tuple[str, ...] = ()


class Witness(Struct, frozen=True):
    """A plan of a region: the text of a plan file, the subject's id in it, and the verdict it was told.

    The id is empty where the plan itself is the subject. `possible` are all verdict words it may still get; of one that
    was confirmed there is one.
    """

    text: str
    subject: str
    possible: tuple[str, ...]


class StatedRegion(Struct, frozen=True):
    """A box of cases in the words of its rulebook, within what its question is asked of.

    Without limits it is every case asked about. `cases` is how many there are, None where that is no finite number.
    `remarks` say what else is to be known of it. `constants` say the same by values, without words; the box may reach
    beyond what is asked.
    """

    limits: tuple[Limit, ...]
    cases: int | None = None
    witness: Witness | None = None
    remarks: tuple[Message, ...] = ()
    constants: tuple[Constants, ...] = ()


class Regions(Struct, frozen=True):
    """The regions of a finding: those that are shown, and how many there are in all.

    `total` counts the boxes of the whole cover, None where it was not worked out: `bounds` then names the bounds that
    were met. `cases` are the cases of all of them, `of` those the question is asked in. With `contrary` the boxes shown
    are those the finding is *not* about, because that takes fewer, and `example` is one that it is about. `share` is
    what part of all there is the boxes shown hold, in percent rounded down, None where that was not worked out.
    `constants` hold every case the finding is about and no other one, so that two runs can be compared; they are there
    when they were asked for.
    """

    question: str
    shown: tuple[StatedRegion, ...]
    total: int | None
    cases: int | None = None
    of: int | None = None
    contrary: bool = False
    share: int | None = 100
    constants: tuple[Constants, ...] = ()
    example: StatedRegion | None = None
    bounds: tuple[str, ...] = ()
