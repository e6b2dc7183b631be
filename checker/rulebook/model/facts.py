"""What a plan says, after its scalars are read by their types: the input of the logic.

A fact that is not in a mapping is not known; a list that is not there is missing, which is not an empty list.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.rulebook.model.values import Value


class Element(Struct, frozen=True):
    """One element of a list: its `id` (its place, `legs[0]`, when it has none), its known facts and inner lists."""

    id: str
    path: str
    values: Mapping[tuple[str, ...], Value]
    lists: Mapping[str, tuple[Element, ...]]


class Facts(Struct, frozen=True):
    """The known facts of a plan by path (`("decl", "accepted_at")`), and its lists by name (`legs`, `decl.items`)."""

    values: Mapping[tuple[str, ...], Value]
    lists: Mapping[str, tuple[Element, ...]]
