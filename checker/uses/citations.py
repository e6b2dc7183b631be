"""Which document names which, and why: what repeals, replaces, empowers, excepts or supports what.

Takes a law, gives its documents in the order of time and the references between them. Reads what the texts say and no
map. Must not know how a graph is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from checker.logic import Law
from checker.rulebook.model import Document, Locator, Provision, Rulebook

FORMS = ("repeals", "replaces", "authorised", "exception", "proviso", "override", "supported")
"""What one document may be to another, the order in which references of one pair are listed."""


class Reference(Struct, frozen=True):
    """`source` names `target` in one of FORMS, at `place` of the target, which is empty for the whole of it.

    `day` is that from which it counts, for what repeals or replaces. `provisions` are those of the source that name it;
    a repeal is named by none.
    """

    form: str
    source: str
    target: str
    place: Locator
    day: int | None
    provisions: tuple[str, ...]


class Citations(Struct, frozen=True):
    """Documents, the earliest in force first, and what they are to one another, the later document first."""

    documents: tuple[str, ...]
    references: tuple[Reference, ...]

    def around(self, document: str) -> Citations:
        """Keep a document, those that are tied to it, and what ties them to it."""
        kept = tuple(r for r in self.references if document in (r.source, r.target))
        near = {document, *(r.source for r in kept), *(r.target for r in kept)}
        return Citations(tuple(name for name in self.documents if name in near), kept)


def find_citations(law: Law) -> Citations:
    """Find all references between two documents; those alike but for the provision are one."""
    documents = sorted(law.book.documents.values(), key=lambda each: (each.in_force, each.issued, each.name))
    order = {document.name: number for number, document in enumerate(documents)}
    found: dict[tuple[str, str, str, Locator, int | None], list[str]] = {}
    for reference in _all(law):
        if reference.source != reference.target:
            key = (reference.form, reference.source, reference.target, reference.place, reference.day)
            found.setdefault(key, []).extend(reference.provisions)
    references = [Reference(*key, tuple(dict.fromkeys(names))) for key, names in found.items()]
    references.sort(
        key=lambda r: (order[r.source], order[r.target], FORMS.index(r.form), r.place.steps, r.day or 0, r.provisions)
    )
    return Citations(tuple(order), tuple(references))


def ended_on(book: Rulebook, document: Document) -> int | None:
    """Return the first day on which nothing of a document is in force any more, by itself or by a repeal of it all."""
    repeals = [r.day for r in book.repeals if r.target == document.name and not r.locator.steps]
    ends = [*repeals, *([] if document.until is None else [document.until])]
    return min(ends, default=None)


def _all(law: Law) -> Iterator[Reference]:
    for repeal in law.book.repeals:
        yield Reference("repeals", repeal.by, repeal.target, repeal.locator, repeal.day, ())
    for provision in law.book.provisions.values():
        yield from _of(law, provision)


def _of(law: Law, provision: Provision) -> Iterable[Reference]:
    """Go through what a provision names besides its own document."""
    provisions, own, names = law.book.provisions, provision.document, (provision.name,)
    if provision.replaces is not None:
        cited = provisions[provision.replaces.target].cites[0]
        day = law.timeline.days(provision)[0]
        yield Reference("replaces", provision.replaces.document, cited.document, cited.locator, day, names)
    if provision.power is not None:
        yield Reference("authorised", own, provision.power.document, provision.power.locator, None, names)
    if provision.relation is not None:
        cited = provisions[provision.relation.target].cites[0]
        yield Reference(provision.relation.form, own, cited.document, cited.locator, None, names)
    for cited in provision.cites[1:]:
        yield Reference("supported", own, cited.document, cited.locator, None, names)
