"""What a scenario expects: nodes below `expect` against the names of the rulebook.

Takes the rulebook, the node and the facts of the plan (None when they cannot be read), gives expectations;
mistakes go on record. Must not know what came out.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Names

from msgspec import Struct

from checker.findings import Message, Span, nearest, say
from checker.logic import COMPLIANCE, VERDICTS
from checker.logic.verdict import PRINCIPLES
from checker.plan import names
from checker.plan.facts import read_value
from checker.plan.mistakes import Mistakes, one_of, quoted, shown
from checker.plan.plan import NOBODY, Expectation
from checker.plan.tree import Mapping, Node, Scalar
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import Facts, Question, Rulebook, TextType, ValueType

PLAN = "plan"
KEYS = (
    "verdict",
    "answer",
    "winners",
    "principle",
    "compliance",
    "possible",
    "needs",
    "subject_to",
    "ruling_by",
    "left_to",
    "gap",
)
_RANGE = ("between ", "介于")

Parts = Names[str, Node]
Known = Callable[[Rulebook], Names[str, str]]


def read_expectations(book: Rulebook, node: Node, facts: Facts | None, mistakes: Mistakes) -> tuple[Expectation, ...]:
    """Read every expectation that can be read."""
    reader = _Reader(book, facts, mistakes)
    found: dict[tuple[str, str], Expectation] = {}
    if isinstance(node, Mapping) and not node.pairs:
        mistakes.misshapen(say("`expect` expects nothing"), node.span, say("write `QUESTION: VERDICT`"))
    for word, span, value in mistakes.keys(node, quoted("expect")):
        expectation = reader.expectation(word, span, value)
        if expectation is None:
            continue
        key = (expectation.question, expectation.subject)
        if key in found:
            mistakes.twice(say("`{subject}` is expected twice", subject=shown(word)), span, found[key].span)
        found.setdefault(key, expectation)
    return tuple(found.values())


class _Reader(Struct, frozen=True):
    """Reads the expectations of one plan."""

    book: Rulebook
    facts: Facts | None
    mistakes: Mistakes

    def expectation(self, word: str, span: Span, node: Node) -> Expectation | None:
        """Read one entry of `expect`; None when it is not known of what it speaks."""
        question, subject = self._about(word, span)
        parts = {"verdict": node} if isinstance(node, Scalar) else self._parts(node)
        expectation = Expectation(
            question="" if question is None else question.name,
            subject=subject or "",
            verdict=self._word(parts, "verdict", VERDICTS),
            answer=self._answer(question, parts),
            winners=self._named_set(parts, "winners", names.provision_names),
            principle=self._word(parts, "principle", (*PRINCIPLES, "none")),
            compliance=self._word(parts, "compliance", COMPLIANCE),
            possible=self._word_set(parts, "possible"),
            needs=self._named_set(parts, "needs", names.need_names),
            subject_to=self._named(parts, "subject_to", _roles_or_nobody),
            ruling_by=self._named(parts, "ruling_by", names.ruling_bodies),
            left_to=self._named(parts, "left_to", names.role_names),
            gap=self._named(parts, "gap", names.gap_names),
            span=span,
        )
        return None if question is None or subject is None else expectation

    def _parts(self, node: Node) -> dict[str, Node]:
        known = {key: key for key in KEYS}
        entries = self.mistakes.entries(node, say("an expectation"), _no_key, known)
        if isinstance(node, Mapping) and not node.pairs:
            self.mistakes.misshapen(say("nothing is expected here"), node.span, say("write a verdict word"))
        return {entry.name: entry.value for entry in reversed(entries)}

    def _about(self, word: str, span: Span) -> tuple[Question | None, str | None]:
        name, at, subject = (part.strip() for part in word.partition("@"))
        known = names.question_names(self.book)
        if name not in known:
            sentence = say("no {kind} is named `{name}`", kind=say("question"), name=shown(name))
            self.mistakes.unknown(sentence, name, known, span)
            return None, None
        question = self.book.questions[known[name]]
        return question, self._subject(question, subject if at else PLAN, span)

    def _subject(self, question: Question, subject: str, span: Span) -> str | None:
        if question.list is None:
            if subject == PLAN:
                return PLAN
            sentence = say("`{question}` is asked once, of the plan", question=question.name)
            self.mistakes.misshapen(sentence, span, say("write `{question}` alone", question=question.name))
            return None
        if subject == PLAN:
            sentence = say("`{question}` is asked for each of `{list}`", question=question.name, list=question.list)
            self.mistakes.misshapen(sentence, span, say("write `{question} @ ID`", question=question.name))
            return None
        return self._element(question.list, subject, span)

    def _element(self, list_: str, subject: str, span: Span) -> str | None:
        """Find the element meant by its id, by its place, or as the one open subject of a missing list."""
        if self.facts is None:
            return subject
        elements = self.facts.lists.get(list_)
        known = [f"{list_}[?]"] if elements is None else [element.id for element in elements]
        wanted = subject if subject in known else self._placed(subject)
        if wanted in known:
            return wanted
        like = nearest(subject, known)
        remedy = say("write `@ {guess}`", guess=like) if like else None
        sentence = say("the plan has no `{element}` in `{list}`", element=shown(subject), list=list_)
        self.mistakes.misshapen(sentence, span, remedy)
        return None

    def _placed(self, subject: str) -> str:
        """Write a place (`运段[0]`) with the list's canonical name."""
        head, bracket, tail = subject.partition("[")
        return names.list_names(self.book).get(head, head) + bracket + tail

    def _word(self, parts: Parts, key: str, words: tuple[str, ...]) -> str | None:
        node = parts.get(key)
        return None if node is None else self._one_of(node, key, words)

    def _one_of(self, node: Node, key: str, words: tuple[str, ...]) -> str | None:
        word = self.mistakes.text(node, quoted(key))
        if word is None or word in words:
            return word
        like = nearest(word, words)
        remedy = say("write `{guess}`", guess=like) if like else one_of(words)
        sentence = say("`{word}` is no word for `{key}`", word=shown(word), key=key)
        self.mistakes.misshapen(sentence, node.span, remedy)
        return None

    def _word_set(self, parts: Parts, key: str) -> frozenset[str] | None:
        items = self._items(parts, key)
        if items is None:
            return None
        return frozenset(word for item in items if (word := self._one_of(item, key, VERDICTS)) is not None)

    def _named(self, parts: Parts, key: str, known: Known) -> str | None:
        node = parts.get(key)
        return None if node is None else self._name(node, key, known)

    def _named_set(self, parts: Parts, key: str, known: Known) -> frozenset[str] | None:
        items = self._items(parts, key)
        if items is None:
            return None
        return frozenset(name for item in items if (name := self._name(item, key, known)) is not None)

    def _name(self, node: Node, key: str, known: Known) -> str | None:
        word = self.mistakes.text(node, quoted(key))
        if word is None:
            return None
        words = known(self.book)
        if word not in words:
            sentence = say("`{key}` knows no `{word}`", key=key, word=shown(word))
            self.mistakes.unknown(sentence, word, words, node.span)
        return words.get(word)

    def _items(self, parts: Parts, key: str) -> tuple[Node, ...] | None:
        node = parts.get(key)
        return None if node is None else self.mistakes.items(node, quoted(key))

    def _answer(self, question: Question | None, parts: Parts) -> tuple[str, ...] | None:
        node = parts.get("answer")
        if node is None or question is None:
            return None
        if question.answers is None:
            sentence = say("`{question}` has no value for an answer", question=question.name)
            self.mistakes.misshapen(sentence, node.span, say("expect a verdict word alone"))
            return None
        items = self.mistakes.items(node, quoted("answer")) if question.form == "collecting" else (node,)
        if items is None:
            return None
        values = (self._value(question.answers, item) for item in items)
        return tuple(value for value in values if value is not None)

    def _value(self, type_: ValueType, node: Node) -> str | None:
        text = self.mistakes.text(node, quoted("answer"))
        if text is None:
            return None
        if text.startswith(_RANGE) and not isinstance(type_, TextType):
            return " ".join(text.split())
        value = read_value(type_, False, text, node.span, self.mistakes)
        return None if value is None else write_scalar(type_, value)


def _roles_or_nobody(book: Rulebook) -> Names[str, str]:
    return {**names.role_names(book), NOBODY: NOBODY}


def _no_key(name: str) -> Message:
    return say("no key of an expectation is named `{name}`", name=name)
