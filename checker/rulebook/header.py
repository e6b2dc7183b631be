"""The header of a rulebook: its ranks, who rules, which date governs.

Takes the statements and the vocabulary, gives the model's header. Roles are read with the vocabulary, for facts name
them. Knows no documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from checker.findings import Edit, Finding, Message, Related, say
from checker.rulebook.model import Fact, Header, Ruling, Term, is_point
from checker.rulebook.names import member_names, unknown_name
from checker.rulebook.paths import Binding, resolve_path
from checker.rulebook.types import Findings, names_of, read_day_or_report
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

Clause = TypeVar("Clause")

COUNTS_FROM, ROLLS_OVER = "next_day", "over_holidays"
"""Where a period begins and over what its end rolls: the only words there are."""


def read_header(statements: Iterable[nodes.Statement], vocabulary: Vocabulary) -> tuple[Header | None, Findings]:
    """Read the one header; none at all, or another one, is reported."""
    statements = tuple(statements)
    headers = [s for s in statements if isinstance(s, nodes.RulebookHeader)]
    if not headers:
        start = min((s.span for s in statements), default=None)
        return None, (Finding("D107", say("no file has the header `rulebook NAME {{ … }}`"), start),)
    node, *others = headers
    first = Related(node.name.span, say("the first header"))
    findings = tuple(
        Finding("D107", say("a rulebook has one header"), other.name.span, say("another one"), related=(first,))
        for other in others
    )
    header, wrong = _read(node, vocabulary)
    return header, findings + wrong


def rank_index(header: Header, name: str) -> int | None:
    """Return the place of a rank's group, 0 the highest."""
    return next((i for i, group in enumerate(header.ranks) if name in group), None)


def unknown_rank(header: Header, name: nodes.Name) -> Finding:
    """Report a rank that the header does not name."""
    known = [rank for group in header.ranks for rank in group]
    return unknown_name(name, say("no rank is named `{name}`", name=name.text), known, lambda _: None)


def governing_dates(
    vocabulary: Vocabulary, node: nodes.GovernedBy, bindings: tuple[Binding, ...] = ()
) -> tuple[tuple[Fact, ...], Findings]:
    """Read the facts that say which texts are in force, the first choice first."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    for path in node.paths:
        fact = date_fact(vocabulary, path, bindings, say("which texts are in force"))
        if isinstance(fact, Finding):
            findings.append(fact)
        else:
            facts.append(fact)
    return tuple(facts), tuple(findings)


def date_fact(vocabulary: Vocabulary, path: nodes.Path, bindings: tuple[Binding, ...], use: Message) -> Fact | Finding:
    """Read a fact that has a day or a time; `use` is what it would say, as the end of a sentence."""
    place = resolve_path(vocabulary, path, bindings)
    if isinstance(place, Finding):
        return place
    if isinstance(place, Term) and not place.chain and is_point(place.type):
        return place.fact
    message = say("`{path}` is no fact with a day or a time: it cannot say {use}", path=path.text, use=use)
    return Finding("T301", message, path.span)


def clause_of(clauses: Iterable[object], kind: type[Clause]) -> Clause | None:
    """Return the first clause of a kind."""
    return next((c for c in clauses if isinstance(c, kind)), None)


def _read(node: nodes.RulebookHeader, vocabulary: Vocabulary) -> tuple[Header, Findings]:
    version = clause_of(node.clauses, nodes.Version)
    covers = clause_of(node.clauses, nodes.CoversFrom)
    reviewed = clause_of(node.clauses, nodes.ReviewedUntil)
    timezone = clause_of(node.clauses, nodes.Timezone)
    calendar = clause_of(node.clauses, nodes.Calendar)
    covers_from, findings = read_day_or_report(None if covers is None else covers.day)
    reviewed_until, wrong = read_day_or_report(None if reviewed is None else reviewed.day)
    findings += wrong
    if covers_from is not None and reviewed_until is not None and reviewed_until < covers_from:
        span = node.span if reviewed is None else reviewed.span
        findings += (Finding("D105", say("`reviewed until` lies before `covers from`"), span),)
    ranks, wrong_ranks = _ranks(node)
    governed = clause_of(node.clauses, nodes.GovernedBy)
    dates, wrong_dates = ((), ()) if governed is None else governing_dates(vocabulary, governed)
    rolls, wrong_periods = _rolls(clause_of(node.clauses, nodes.PeriodCounts))
    header = Header(
        name=node.name.text,
        title=None if node.title is None else node.title.value,
        version=None if version is None else version.text,
        covers_from=covers_from,
        reviewed_until=reviewed_until,
        ranks=ranks,
        rulings=(),
        governed_by=dates,
        roles=_roles(node),
        timezone=None if timezone is None else timezone.value.value,
        calendar=None if calendar is None else calendar.value.value,
        rolls=rolls,
    )
    rulings, wrong_rulings = _rulings(node, header)
    findings += wrong_ranks + wrong_rulings + wrong_dates + wrong_periods
    return replace(header, rulings=rulings), findings


def _ranks(node: nodes.RulebookHeader) -> tuple[tuple[tuple[str, ...], ...], Findings]:
    groups = [group for c in node.clauses if isinstance(c, nodes.Ranks) for group in c.groups]
    _, findings = member_names(nodes.Naming(name.span, (name,)) for group in groups for name in group)
    return tuple(tuple(dict.fromkeys(name.text for name in group)) for group in groups), findings


def _rulings(node: nodes.RulebookHeader, header: Header) -> tuple[tuple[Ruling, ...], Findings]:
    clauses = [c for c in node.clauses if isinstance(c, nodes.Ruling)]
    unknown = (name for c in clauses for name in c.ranks if rank_index(header, name.text) is None)
    rulings = tuple(Ruling(tuple(name.text for name in c.ranks), c.by.text) for c in clauses)
    return rulings, tuple(unknown_rank(header, name) for name in unknown)


def _roles(node: nodes.RulebookHeader) -> tuple[tuple[str, ...], ...]:
    return tuple(names_of(role) for c in node.clauses if isinstance(c, nodes.Roles) for role in c.roles)


def _rolls(node: nodes.PeriodCounts | None) -> tuple[bool, Findings]:
    """Read how periods are counted: whether a last day that is not worked moves the end."""
    if node is None:
        return False, ()
    findings: list[Finding] = []
    if node.start.text != COUNTS_FROM:
        message = say("periods do not count from `{word}`", word=node.start.text)
        findings.append(_only_word(node.start, message, COUNTS_FROM))
    if node.rolls is not None and node.rolls.text != ROLLS_OVER:
        message = say("the end of a period does not roll `{word}`", word=node.rolls.text)
        findings.append(_only_word(node.rolls, message, ROLLS_OVER))
    return node.rolls is not None, tuple(findings)


def _only_word(name: nodes.Name, message: Message, word: str) -> Finding:
    """Report a word where only one is known."""
    advice = say("write `{word}`", word=word)
    return Finding("N201", message, name.span, say("no such word"), advice, edits=(Edit(name.span, word),))
