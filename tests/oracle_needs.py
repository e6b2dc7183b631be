"""The oracle's second opinion on which missing facts split the set of verdicts (LANGUAGE §6.9).

A fact splits it when, somewhere, another value of that fact alone makes another verdict. So does a list that is not
known, with all that is in it; so does a tested question where it has no answer, and where a changed fact gives it an
answer or takes it away, its own may change too. What other elements must be for the plan to happen follows whatever
changes, unless the verdict reads it. Whether a record is there at all seldom changes alone, and is not judged here.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from checker.rulebook.model import Element, Facts, FiniteType, Rulebook
from tests.oracle import Seen, runs
from tests.oracle_vocabulary import declarations, lists
from tests.oracle_worlds import Thing, Unlisted

MOST_WORLDS = 150

Chosen = Mapping[Hashable, Thing]


class Source(Struct, frozen=True):
    """Something that is not known: where it stands, what it is called, and the role that decides it."""

    place: str
    label: str
    decided_by: str | None = None


def what_splits(
    book: Rulebook, question: str, facts: Facts, element: Element | None, seen: Seen
) -> frozenset[Source] | None:
    """Return what can change the verdict on its own; None when there is too much to try."""
    own = "plan" if element is None else element.path
    found: dict[tuple[str, frozenset[str]], list[Mapping[Source, Chosen]]] = {}
    for number, (world, member) in enumerate(runs(book, question, facts, element, seen)):
        kept = {key: value for key, value in world.chosen.items() if key in world.read or _stays(key, own)}
        sources = _by_source(book, kept)
        if number == MOST_WORLDS or sources is None:
            return None
        found.setdefault((member.word, member.values), []).append(sources)
    pairs = ((one, two) for left, right in combinations(found.values(), 2) for one in left for two in right)
    changes = (list(_changed(one, two)) for one, two in pairs)
    return frozenset(changed[0] for changed in changes if len(changed) == 1)


def _changed(one: Mapping[Source, Chosen], two: Mapping[Source, Chosen]) -> Iterator[Source]:
    """Go through what is chosen otherwise in two worlds that both choose it."""
    for source in one.keys() & two.keys():
        left, right = one[source], two[source]
        if any(left[key] != right[key] for key in left.keys() & right.keys()):
            yield source


def _stays(key: Hashable, own: str) -> bool:
    """Tell whether a choice is held fast though the verdict does not read it."""
    assert isinstance(key, tuple)
    return key[0] != "fact" or key[1] in ("plan", own)


def _by_source(book: Rulebook, chosen: Chosen) -> dict[Source, dict[Hashable, Thing]] | None:
    """Sort choices by what they were made for; None when there are some that are not judged, as codes not listed."""
    found: dict[Source, dict[Hashable, Thing]] = {}
    for key, value in chosen.items():
        source = _source(book, key)
        if source is None or isinstance(value, Unlisted):
            return None
        found.setdefault(source, {})[key] = value
    return found


def _source(book: Rulebook, key: Hashable) -> Source | None:
    """Say what a choice was made for; elements that were themselves chosen belong to their list."""
    match key:
        case ("fact", str(place), tuple(name)) if "[?" not in place:
            fact = declarations(book)[name].fact
            is_presence = isinstance(fact.type, FiniteType) and fact.type.form == "presence"
            return None if is_presence else Source(place, fact.label, fact.decided_by)
        case ("length", str(place), str(name)) if "[?" not in place:
            path = name.rpartition("[].")[2]
            return Source(path if place == "plan" else f"{place}.{path}", lists(book)[name].label)
        case ("fact" | "length", str(place), _):
            start = place.partition("[?")[0]
            return Source(start, _label(book, start))
        case ("answer" | "late" as kind, str(question), _):
            return Source(kind, question)
        case ("begun", str(document)):
            return Source("begun", document)
        case _:
            return None


def _label(book: Rulebook, place: str) -> str:
    """Return how rule files call the list at a place of the plan: `legs`, `leg.boxes` for `legs[0].boxes`."""
    return lists(book)[re.sub(r"\[\d+\]", "[]", place)].label
