"""Tests on another question: `Q is W`, `Q in { W, … }`, `Q is late`.

Takes the heading of the question and what it is compared with; gives a test of the model or the finding that says why
there is none. Which questions may test one another is for `question_circles`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from checker.findings import Finding, Message, Span, row, say
from checker.rulebook import sets
from checker.rulebook.headings import Heading
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import Asked, Below, CodeType, Members, Runs, TextType, ValueSet, ValueType
from checker.rulebook.names import unknown_name
from checker.rulebook.paths import Binding
from checker.rulebook.sides import Constant, Part
from checker.syntax import nodes

VERDICT_WORDS = ("permitted", "forbidden", "required", "not-required")
"""What a question answers that asks what may or must be done."""

NO_ANSWERS = ("gap", "known-gap", "conflict", "discretion", "open", "not-applicable", "decided")


def asked(
    heading: Heading, others: Sequence[Part], braced: bool, bindings: tuple[Binding, ...], span: Span
) -> Asked | tuple[Finding, ...]:
    """Test a question for any of some answers; `braced`: they are answers, and not what lies above them."""
    unfit = _unfit(heading, bindings, span)
    if unfit is not None:
        return (unfit,)
    answers: set[str] = set()
    findings: list[Finding] = []
    for other in others:
        found = _word(other) if heading.form != "value" else _values(heading, other, braced)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            answers.update(found)
    return tuple(findings) or Asked(heading.name, frozenset(answers))


def late(heading: Heading, bindings: tuple[Binding, ...], span: Span) -> Asked | Finding:
    """Test whether the deed a question requires was done out of time."""
    if heading.form not in ("deontic", "choice"):
        message = say("`{question}` asks for a value: nothing is done there that could be late", question=heading.name)
        return Finding("T301", message, span)
    if not heading.dated:
        message = say("nothing says when what `{question}` requires was done", question=heading.name)
        return Finding(
            "T301", message, span, help=say("add `done at …` to the question `{question}`", question=heading.name)
        )
    return _unfit(heading, bindings, span) or Asked(heading.name, frozenset(), late=True)


def without_order(heading: Heading, span: Span) -> Finding:
    """Report a question that is compared by an order."""
    message = say("`{question}` is a question: what it answers is tested by `is` and `in`", question=heading.name)
    return Finding("T301", message, span, help=say("write `{question} in {{ … }}`", question=heading.name))


def _unfit(heading: Heading, bindings: tuple[Binding, ...], span: Span) -> Finding | None:
    """Report a question that cannot be tested, or not here: its element must be the one asked about."""
    if heading.form == "collecting":
        message = say("`{question}` collects answers, and what it collects cannot be tested", question=heading.name)
        return Finding("T301", message, span)
    if heading.list is None:
        return None
    same = [b.place for b in bindings if b.place.list == heading.list and not b.place.path]
    if same and same[-1].binder == 0:
        return None
    message = say(
        "`{question}` is asked for each of `{list}`, and none of them is asked about here",
        question=heading.name,
        list=heading.list,
    )
    advice = say("test it in a question `for each x in {list}`", list=heading.list)
    return Finding("T304", message, span, say("outside its list"), advice)


def _word(other: Part) -> tuple[str, ...] | Finding:
    path = other.node
    word = path.text if isinstance(path, nodes.Path) else ""
    if not isinstance(path, nodes.Path) or not other.names_nothing:
        if word in VERDICT_WORDS:
            return _two_names(other)
        message = say("`{word}` is no verdict", word=other.text)
        return Finding("T301", message, other.node.span, help=_offer(VERDICT_WORDS))
    if word in VERDICT_WORDS:
        return (word,)
    if word in NO_ANSWERS:
        message = say(
            "`{word}` is no answer that a condition could test: without an answer the test is open", word=word
        )
        return Finding("T301", message, other.node.span, help=_offer(VERDICT_WORDS))
    unknown = unknown_name(path.parts[0], say("no verdict is named `{word}`", word=word), VERDICT_WORDS, lambda _: None)
    return unknown if unknown.help else replace(unknown, label=None, help=_offer(VERDICT_WORDS))


def _values(heading: Heading, other: Part, braced: bool) -> tuple[str, ...] | Finding:
    """Read an answer of a question for a value."""
    declared = heading.answers
    if declared is None:
        return ()
    if isinstance(declared, TextType):
        message = say("`{question}` answers with text, which is carried and never tested", question=heading.name)
        return Finding("T301", message, other.node.span)
    node = other.node if isinstance(other.node, nodes.Path) and other.names_nothing else other.side
    if isinstance(node, Constant | nodes.Path):
        read = (sets.equal_to if braced else sets.below)(declared, node)
        return read if isinstance(read, Finding) else _spelled(declared, read, other)
    if sets.could_name(declared, other.node):
        return _two_names(other)
    message = say(
        "an answer of `{question}` is compared with constants, and `{name}` is none",
        question=heading.name,
        name=other.text,
    )
    return Finding("T301", message, other.node.span)


def _spelled(declared: ValueType, values: ValueSet, other: Part) -> tuple[str, ...] | Finding:
    """Spell out the answers a set of values stands for."""
    match values:
        case Members(names):
            return tuple(names)
        case Below(codes) if isinstance(declared, CodeType):
            return tuple(code for code in declared.table.rows if codes.intersection(declared.table.ancestors(code)))
        case Runs(((first, last),)) if first == last:
            return (write_scalar(declared, first),)
    message = say("`{day}` is a whole day, and the answers are moments: write one with its time", day=other.text)
    return Finding("T301", message, other.node.span)


def _two_names(other: Part) -> Finding:
    message = say("`{name}` is both an answer and a name of its own", name=other.text)
    return Finding("N203", message, other.node.span, help=say("write an alias that only one of the two has"))


def _offer(words: Sequence[str]) -> Message:
    return say("write one of: {words}", words=row(f"`{word}`" for word in words))
