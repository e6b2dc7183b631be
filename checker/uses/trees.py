"""The provisions of a question as a tree: each exception, proviso and override below what it is aimed at.

Takes a law, gives records of its own provisions and documents. Reads what the texts say and no map: whether two of them
ever meet is not asked here. Must not know how a tree is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from checker.logic import Law
from checker.rulebook.model import Document, Provision, Question, Rulebook

_UNRANKED = 1_000_000
"""Texts without a rank, such as practice, come after those of every rank."""


class TreeProvision(Struct, frozen=True):
    """A provision with what is aimed at it; `below` in the order of rank, then of time.

    `wording` is the document that brought its present wording. It may be in force from the day `since`, and from
    `until` on, where that is known, it no longer is. `speaks`: it says something on the question itself; without that
    it is here because what hangs on it does.
    """

    provision: Provision
    wording: Document
    since: int
    until: int | None
    speaks: bool
    below: tuple[TreeProvision, ...]

    def __len__(self) -> int:
        """How many provisions there are, with all that is below."""
        return 1 + sum(map(len, self.below))


def find_trees(law: Law, question: Question) -> tuple[TreeProvision, ...]:
    """Lay out the provisions of a question, those that are aimed at none of the others on top, by rank, then time."""
    named = _members(law.book, question.name)
    aimed: dict[str | None, list[Provision]] = {}
    for provision in law.book.provisions.values():
        if provision.name in named:
            aimed.setdefault(provision.relation.target if provision.relation else None, []).append(provision)
    return _laid_out(law, question.name, aimed, None)


def _members(book: Rulebook, question: str) -> frozenset[str]:
    """Name who speaks on a question, and whoever any of them is aimed at, directly or not."""
    found: set[str] = set()
    for provision in book.provisions.values():
        each: Provision | None = provision if question in provision.questions else None
        while each is not None and each.name not in found:
            found.add(each.name)
            each = book.provisions[each.relation.target] if each.relation else None
    return frozenset(found)


def _laid_out(
    law: Law, question: str, aimed: Mapping[str | None, Iterable[Provision]], target: str | None
) -> tuple[TreeProvision, ...]:
    rows = []
    for provision in aimed.get(target, ()):
        since, until = law.timeline.days(provision)
        below = _laid_out(law, question, aimed, provision.name)
        wording = law.timeline.wording(provision)
        rows.append(TreeProvision(provision, wording, since, until, question in provision.questions, below))
    return tuple(sorted(rows, key=lambda row: _place(law.book, row)))


def _place(book: Rulebook, row: TreeProvision) -> tuple[int, int, str]:
    rank = book.documents[row.provision.document].rank
    return _UNRANKED if rank is None else rank, row.since, row.provision.name
