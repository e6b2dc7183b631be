"""A law in which something else is written: all that this does not bear on is taken over as it is.

Takes a law and a rulebook that differs from its own in what provisions, documents, repeals, questions and ranks say;
gives laws of that rulebook, one question compiled at a time. Must not know why it was altered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.findings import Finding
from checker.logic.compilation import Compilation
from checker.logic.law import Law
from checker.logic.precedence import Precedence
from checker.logic.question import answers_of, compile_question, gather
from checker.logic.windows import Timeline
from checker.rulebook.model import Rulebook


class Altered:
    """A rulebook in the place of a law's own; what cannot happen is the same in both.

    `known` is what is compiled of the law. `compares`: provisions may compare otherwise with one another, by their
    conditions or their ranks.
    """

    def __init__(self, law: Law, known: Compilation, book: Rulebook, *, compares: bool) -> None:
        self.book = book
        self._timeline = Timeline(book, law.as_of, law.timeline.turned)
        self._answers = answers_of(book)
        kept = not compares and self._answers == known.answers
        self._precedence = law.precedence if kept else Precedence(self._timeline, self._answers)
        self._known = known
        self._laws: dict[str, Law | tuple[Finding, ...]] = {}

    def law(self, question: str) -> Law | tuple[Finding, ...]:
        """Return a law that answers one question, or what keeps it from being answered."""
        if question not in self._laws:
            self._laws[question] = self._compiled(question)
        return self._laws[question]

    def _compiled(self, question: str) -> Law | tuple[Finding, ...]:
        timeline, known = self._timeline, self._known
        compiled, findings = compile_question(timeline, question, known.nevers, self._answers)
        if compiled is None or findings:
            return findings
        settled = Compilation(self._answers, known.nevers, known.world, {question: compiled}, self._precedence.included)
        return Law(self.book, timeline.as_of, timeline.turned, settled, precedence=self._precedence)


def bearing(laws: Iterable[Law]) -> Mapping[str, frozenset[str]]:
    """Say of each provision and question on which questions it may bear: those that it answers, or that test these."""
    found: dict[str, set[str]] = {}
    for law in laws:
        for question in law.book.questions:
            for layer in gather(law.timeline, question, apart=False)[0]:
                for name in (layer.question.name, *layer.network.members):
                    found.setdefault(name, set()).add(question)
    return {name: frozenset(questions) for name, questions in found.items()}
