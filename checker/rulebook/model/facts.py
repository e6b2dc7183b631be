"""What a plan says, after its scalars are read by their types: the input of the logic.

A fact that is not in a mapping is not known; a list that is not there is missing, which is not an empty list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.rulebook.model.values import Value


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a list: its `id` (its place, `legs[0]`, when it has none), its known facts and inner lists."""

    id: str
    path: str
    values: Mapping[tuple[str, ...], Value]
    lists: Mapping[str, tuple[Element, ...]]


@dataclass(frozen=True, slots=True)
class Facts:
    """The known facts of a plan by path (`("decl", "accepted_at")`), and its lists by name (`legs`, `decl.items`)."""

    values: Mapping[tuple[str, ...], Value]
    lists: Mapping[str, tuple[Element, ...]]
