"""Who hangs on whom and who attacks whom around one question: the static part of resolution.

Holds no condition's meaning: it says which provisions have to be looked at to answer a question, and what each of
them claims there.
"""

from __future__ import annotations

from msgspec import Struct

from checker.rulebook.model import (
    Answer,
    Condition,
    Decided,
    Deontic,
    LeftTo,
    Provision,
    Question,
    Rulebook,
)


class Claim(Struct, frozen=True, cache_hash=True):
    """One joined answer of a provision to a question, and where (beside its own condition) it gives it.

    The claims of one provision on one question never hold together, but on a collecting question they may.
    """

    provision: str
    number: int
    answer: Answer
    condition: Condition


class Power(Struct, frozen=True):
    """A case left to a role, and where."""

    provision: str
    number: int
    role: str
    condition: Condition


class Network(Struct, frozen=True):
    """The provisions around one question.

    `speakers` have an effect on it, by name; `members` are all that must be compiled; `attackers` are, for a
    provision and a question, the exceptions and overrides against it there; `claims` the answers by the same key.
    `contradictions` are cases where a provision's own effects clash.
    """

    question: str
    speakers: tuple[str, ...]
    members: tuple[str, ...]
    attackers: dict[tuple[str, str], tuple[str, ...]]
    claims: dict[tuple[str, str], tuple[Claim, ...]]
    powers: tuple[Power, ...]
    contradictions: dict[str, tuple[Condition, ...]]


def build_network(book: Rulebook, question: str) -> Network:
    """Collect everything that bears on a question."""
    speakers = tuple(name for name, p in book.provisions.items() if question in p.questions)
    pairs: dict[tuple[str, str], tuple[str, ...]] = {}
    members: dict[str, None] = {}
    todo: list[tuple[str, str | None]] = [(name, question) for name in speakers]
    seen: set[tuple[str, str | None]] = set()
    while todo:
        entry = todo.pop()
        if entry in seen:
            continue
        seen.add(entry)
        name, asked = entry
        members[name] = None
        todo.extend(_bases(book, book.provisions[name]))
        if asked is not None:
            pairs[name, asked] = _attackers(book, name, asked)
            todo.extend((attacker, asked) for attacker in pairs[name, asked])
    claims = {(n, asked): claims_of(book.provisions[n], book.questions[asked]) for n, asked in sorted(pairs)}
    powers = [power for name in speakers for power in _powers(book.provisions[name], question)]
    return Network(
        question,
        speakers,
        tuple(sorted(members)),
        dict(sorted(pairs.items())),
        {key: found for key, (found, _) in claims.items()},
        tuple(powers),
        {name: claims[name, question][1] for name in speakers if claims[name, question][1]},
    )


def claims_of(provision: Provision, question: Question) -> tuple[tuple[Claim, ...], tuple[Condition, ...]]:
    """Join a provision's effects on a question into claims; beside them, where its own effects clash."""
    from checker.logic.joining import join_effects  # here alone: whoever has compiled questions joins nothing

    said = [
        (e.condition, e.said)
        for e in provision.effects
        if e.question == question.name and isinstance(e.said, Deontic | Decided)
    ]
    joined, clashing = (said, ()) if question.form == "collecting" else join_effects(said)
    return tuple(Claim(provision.name, i, a, c) for i, (c, a) in enumerate(joined)), tuple(clashing)


def _bases(book: Rulebook, provision: Provision) -> list[tuple[str, str | None]]:
    """Return what a provision hangs on; a proviso's base must stand on some question, so all of those are needed."""
    relation = provision.relation
    if relation is None or relation.form == "override":
        return []
    if relation.form == "exception":
        return [(relation.target, None)]
    return [(relation.target, question) for question in book.provisions[relation.target].questions]


def _attackers(book: Rulebook, name: str, question: str) -> tuple[str, ...]:
    return tuple(
        other.name
        for other in book.provisions.values()
        if other.relation is not None
        and other.relation.target == name
        and (
            (other.relation.form == "exception" and question in other.relation.questions)
            or (other.relation.form == "override" and question in other.questions)
        )
    )


def _powers(provision: Provision, question: str) -> list[Power]:
    left = [e for e in provision.effects if e.question == question and isinstance(e.said, LeftTo)]
    return [
        Power(provision.name, i, e.said.role, e.condition) for i, e in enumerate(left) if isinstance(e.said, LeftTo)
    ]
