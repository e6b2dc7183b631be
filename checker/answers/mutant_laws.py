"""The laws that mutants are, as a plan may look at them, and the questions that a mutant bears on.

Takes a law without mistakes; gives laws that answer one question of a mutant each. What a mutant leaves as it is was
compiled once, for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.noticing import AS_IT_IS, Seen
from checker.logic import Law
from checker.logic.altered import Altered, bearing
from checker.logic.compilation import Compilation
from checker.rulebook.model import Provision, Rulebook
from checker.rulebook.mutants import Mutant, Replacement, changed


class Originals:
    """The laws of a rulebook by how they are looked at, each with what is compiled of it."""

    def __init__(self, law: Law) -> None:
        self.book = law.book
        self._laws = {AS_IT_IS: law}
        self._known: dict[Seen, Compilation | None] = {}
        self._bearing: dict[Seen, dict[str, frozenset[str]]] = {}

    def law(self, seen: Seen) -> Law:
        """Return the law as it is looked at."""
        if seen not in self._laws:
            self._laws[seen] = self._laws[AS_IT_IS].again(*seen)
        return self._laws[seen]

    def known(self, seen: Seen) -> Compilation | None:
        """Return what is compiled of a law; none of one that cannot be compiled whole."""
        if seen not in self._known:
            self._known[seen] = self.law(seen).compilation()
        return self._known[seen]

    def bearing(self, seen: Seen) -> dict[str, frozenset[str]]:
        """Say on which questions each provision and question bears."""
        if seen not in self._bearing:
            self._bearing[seen] = dict(bearing((self.law(seen),)))
        return self._bearing[seen]


class Mutated:
    """One mutant as a law."""

    def __init__(self, originals: Originals, mutant: Mutant) -> None:
        self.mutant = mutant
        self.book = changed(originals.book, mutant.change)
        self._originals = originals
        self._altered: dict[Seen, Altered | None] = {}
        self._questions: dict[Seen, tuple[str, ...]] = {}
        self.touched = frozenset(_touched(originals.book, mutant.change))
        """The provisions and questions that say something else, or are in force on other days."""

    @property
    def seen(self) -> Seen:
        """How the law is looked at where the mutant differs from it: with the readings turned that it goes by."""
        turned = {r.name for provision in self.mutant.change.provisions for r in provision.readings if not r.chosen}
        return None, frozenset(turned) if len(self.mutant.change.provisions) == 1 else frozenset()

    def questions(self, seen: Seen) -> tuple[str, ...]:
        """Name the questions it bears on, first those that a provision in it answers itself."""
        if seen not in self._questions:
            self._questions[seen] = self._found(seen)
        return self._questions[seen]

    def _found(self, seen: Seen) -> tuple[str, ...]:
        found = self._originals.bearing(seen)
        asked = {question for name in self.touched for question in found.get(name, ())}
        spoken = {q for name in self.touched & set(self.book.provisions) for q in self.book.provisions[name].questions}
        return tuple(sorted(asked, key=lambda question: (question not in spoken, question)))

    def law(self, question: str, seen: Seen) -> Law | None:
        """Return a law that answers a question; none where what it says cannot be compiled, or contradicts itself."""
        if seen not in self._altered:
            known = self._originals.known(seen)
            law = self._originals.law(seen)
            self._altered[seen] = (
                None if known is None else Altered(law, known, self.book, compares=self.mutant.compares)
            )
        altered = self._altered[seen]
        found = None if altered is None else altered.law(question)
        return found if isinstance(found, Law) else None


def _touched(book: Rulebook, change: Replacement) -> Iterator[str]:
    """Name what a change touches, and the wordings it ends on another day."""
    yield from (question.name for question in change.questions)
    documents = {document.name for document in change.documents}
    if change.repeals is not None:
        documents.update(one.target for one, other in zip(book.repeals, change.repeals, strict=True) if one != other)
    named = {provision.name for provision in change.provisions}
    for provision in book.provisions.values():
        if provision.name in named or documents & _texts(provision):
            yield provision.name
            if provision.replaces is not None:
                yield provision.replaces.target


def _texts(provision: Provision) -> set[str]:
    return {provision.document, *(() if provision.replaces is None else (provision.replaces.document,))}
