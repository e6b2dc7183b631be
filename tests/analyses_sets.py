"""The analyses by their definitions: from what the oracle says of every case, the sets of cases they are about.

Each function takes a rulebook of which every case was tried, and a question; it gives the same as the public set of
the analysis of that name, as sets of cases (their numbers among those that are asked), by nothing but looking at them
all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, permutations
from typing import TypeVar

from checker.rulebook.model import ABSENT, Asked, CodeType, Condition, Rulebook, Test
from tests.analyses_cases import Answered, Case, Told, Tried
from tests.oracle_lists import _bearing as of_question
from tests.oracle_vocabulary import singles
from tests.oracle_worlds import Thing, Unlisted

Cases = frozenset[int]
SILENT = ("gap", "known-gap")

_Claim = tuple[str, Hashable]
_Item = TypeVar("_Item")


def told(case: Case) -> Told:
    """Return what the oracle says of a case that is asked about."""
    assert case.told is not None
    return case.told


def where(cases: Iterable[Case], holds: Callable[[Case], bool]) -> Cases:
    """Return the numbers of the cases in which something holds."""
    return frozenset(number for number, case in enumerate(cases) if holds(case))


# Silence


def gaps(tried: Tried, question: str) -> Cases:
    """G101: no answer, and no silence on record; nor, where a tested question has none, whatever that might answer."""
    cases = tried.asked(question)
    words: dict[Hashable, set[str]] = defaultdict(set)
    for case in cases:
        words[case.facts_alone()].add(told(case).outcome.word)
    return where(cases, lambda case: words[case.facts_alone()] == {"gap"})


def _is_recorded(gap: str, case: Case) -> bool:
    return gap in told(case).recorded


def recorded(tried: Tried, question: str) -> dict[str, tuple[Cases, Cases]]:
    """G104: for each silence on record the cases that are answered all the same, and those that are not."""
    cases = tried.asked(question)
    silent = where(cases, lambda case: told(case).outcome.word in SILENT)
    found = {}
    for gap in tried.book.known_gaps:
        if question in gap.questions and tried.book.questions[question].silence is None:
            on_record = where(cases, partial(_is_recorded, gap.names[0]))
            found[gap.names[0]] = (on_record - silent, on_record & silent)
    return found


# Clashes and overlaps


def conflicts(tried: Tried, question: str) -> dict[frozenset[str], Cases]:
    """C101: for each largest set of provisions that clash in one case, the cases in which two of them do."""
    cases = [told(case).outcome.clashes for case in tried.asked(question)]
    return _within(cases, _largest({frozenset(name for pair in pairs for name in pair) for pairs in cases if pairs}))


def overlaps(tried: Tried, question: str) -> dict[frozenset[str], Cases]:
    """C103: for each largest set of provisions that win a case and agree, the cases in which two of them do.

    A provision that gives several answers is one for each of them until then.
    """
    cases = [_agreeing(tried, told(case)) for case in tried.asked(question)]
    areas = _within(cases, _largest({claims for pairs in cases for claims in _cliques(pairs)}))
    by = {claims: frozenset(name for name, _ in claims) for claims in areas}
    return {
        names: frozenset(number for claims, own in by.items() if own <= names for number in areas[claims])
        for names in _largest(set(by.values()))
    }


def settled(tried: Tried, question: str) -> dict[tuple[str, str], tuple[frozenset[str], Cases]]:
    """C102: for each winner and loser the principles by which the one beats the other, and where it does."""
    found: dict[tuple[str, str], tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, case in enumerate(tried.asked(question)):
        for winner, loser, principle in told(case).beaten:
            principles, cases = found[winner, loser]
            principles.add(principle)
            cases.add(number)
    return {pair: (frozenset(principles), frozenset(cases)) for pair, (principles, cases) in found.items()}


def ended_powers(tried: Tried, question: str) -> dict[tuple[str, str], Cases]:
    """C102: for each provision with a power and each lower one that answers all the same, where it does."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, case in enumerate(tried.asked(question)):
        for power in told(case).powers:
            for lower in told(case).winners:
                if _ends(tried, lower, power):
                    found[power, lower].add(number)
    return {pair: frozenset(cases) for pair, cases in found.items()}


def _ends(tried: Tried, lower: str, power: str) -> bool:
    """Tell whether a provision ranks below another that does not give way to it by its own words or a relation."""
    provisions = tried.book.provisions
    low, high = _rank(tried, lower), _rank(tried, power)
    reserved, relation = provisions[power].reserved, provisions[lower].relation
    prevails = relation is not None and relation.form == "override" and relation.target == power
    return low > high and not (reserved is not None and (not reserved or low in reserved)) and not prevails


def _agreeing(tried: Tried, case: Told) -> frozenset[frozenset[_Claim]]:
    """Return the pairs that win and agree; a proviso beside what it is a proviso to is one rule with it."""
    won = [name for name in sorted(case.winners) if not case.winners & set(_bases(tried, name))]
    pairs = (pair for pair in combinations(won, 2) if frozenset(pair) not in case.outcome.clashes)
    return frozenset(frozenset((name, tuple(case.answers[name].items())) for name in pair) for pair in pairs)


def _cliques(pairs: frozenset[frozenset[_Claim]]) -> Iterator[frozenset[_Claim]]:
    """Go through the sets of which every two are a pair."""
    claims = {claim for pair in pairs for claim in pair}
    for size in range(2, len(claims) + 1):
        for chosen in combinations(claims, size):
            if all(frozenset(pair) in pairs for pair in combinations(chosen, 2)):
                yield frozenset(chosen)


def _bases(tried: Tried, name: str) -> Iterable[str]:
    relation = tried.book.provisions[name].relation
    while relation is not None and relation.form == "proviso":
        yield relation.target
        relation = tried.book.provisions[relation.target].relation


def _largest(sets: set[frozenset[_Item]]) -> set[frozenset[_Item]]:
    """Return the sets that lie in no larger one."""
    return {each for each in sets if not any(each < other for other in sets)}


def _within(cases: Sequence[frozenset[frozenset[_Item]]], sets: set[frozenset[_Item]]) -> dict[frozenset[_Item], Cases]:
    """Return for each set the cases some pair of which lies in it."""
    return {each: frozenset(n for n, pairs in enumerate(cases) if any(p <= each for p in pairs)) for each in sets}


# Provisions that do nothing


def masked(tried: Tried, question: str) -> frozenset[str]:
    """R102: binding, gives an answer in some case, and wins none."""
    cases = tried.asked(question)
    answering = {name for case in cases for name in told(case).answers}
    return frozenset(answering - {name for case in cases for name in told(case).winners})


def changing(tried: Tried) -> frozenset[str]:
    """Return the provisions without whose effects some answer, value, duty, deadline or power would be another."""
    cases = [case for question in tried.cases for case in tried.asked(question)]
    return frozenset(
        name
        for case in cases
        for name, other in told(case).changed.items()
        if _seen(other) != _seen(told(case).outcome)
    )


def redundant(tried: Tried) -> frozenset[str]:
    """R103: binding, takes nothing out, speaks in some case, and changes nothing."""
    speaking = {name for question in tried.cases for case in tried.asked(question) for name in told(case).speaking}
    return frozenset(name for name in speaking - changing(tried) if not _strikes(tried, name))


def idle(tried: Tried) -> frozenset[str]:
    """R106: an exception or override that applies in some case, and changes nothing."""
    applying = {name for question in tried.cases for case in tried.asked(question) for name in told(case).applicable}
    return frozenset(name for name in applying - changing(tried) if _strikes(tried, name))


def swallowed(tried: Tried, question: str) -> frozenset[str]:
    """R106: exceptions that take out their rule wherever it applies, and it does somewhere."""
    cases = tried.asked(question)
    found = set()
    for name, provision in tried.book.provisions.items():
        relation = provision.relation
        if relation is not None and relation.form == "exception" and question in relation.questions:
            meant = [told(case) for case in cases if relation.target in told(case).applicable]
            if meant and all((name, relation.target) in case.taken_out for case in meant):
                found.add(name)
    return frozenset(found)


def _strikes(tried: Tried, name: str) -> bool:
    relation = tried.book.provisions[name].relation
    return relation is not None and relation.form != "proviso"


def _seen(answered: Answered) -> Hashable:
    """Return what counts as a change of an answer: not who clashes, where there is a conflict all the same."""
    duties = frozenset() if answered.word == "conflict" else answered.duties
    return answered.word, answered.values, duties, answered.roles


# Like cases


def nonuniform(tried: Tried, question: str, label: str) -> Cases:
    """U101: the cases with a like case of another outcome; alike are those that differ in one fact alone."""
    fact, _, attribute = label.partition(".")
    cases = tried.asked(question)
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        groups[case.rest(fact)].append(number)
    likeness = _Likeness(tried, question, fact, attribute)
    return frozenset(
        one
        for group in groups.values()
        for one in group
        if any(_differ(cases[one], cases[two]) and likeness.holds(cases[one], cases[two]) for two in group)
    )


class _Likeness:
    """Says which codes of a fact are like one another in all but an attribute; without one, any values are.

    Of a code that no table lists only that counts by which some rule around the question tells it from others.
    """

    def __init__(self, tried: Tried, question: str, fact: str, attribute: str) -> None:
        self._fact, self._attribute = fact, attribute
        self._kind = tried.book.facts[fact].type
        self._tests: dict[str, list[Test]] = defaultdict(list)
        deed = tried.book.questions[question].done_when  # whether it is done has no part in any outcome
        for condition in bearing(tried.book, question):
            for test in singles(condition) if condition is not deed else ():
                if isinstance(test, Test) and test.term.fact.key == (fact,) and test.term.chain:
                    self._tests[test.term.chain[0]].append(test)

    def holds(self, one: Case, two: Case) -> bool:
        """Tell whether two cases that differ in the fact alone are alike."""
        if not _may_stand_beside(one, two):
            return False
        codes = one.values[self._fact,], two.values[self._fact,]
        if not self._attribute or ABSENT in codes:
            return not self._attribute
        assert isinstance(self._kind, CodeType)
        exactly = not any(isinstance(code, Unlisted) for code in codes)
        names = [a.names[0] for a in self._kind.table.attributes if self._attribute not in a.names]
        return all(self._known(one, name, exactly) == self._known(two, name, exactly) for name in names)

    def _known(self, case: Case, name: str, exactly: bool) -> Hashable:
        """Return the value of an attribute, or what tests of it can tell."""
        value = self._value(case, name)
        if exactly:
            return value
        return tuple(case.world._among(value, test.values, test.term.type) for test in self._tests[name])

    def _value(self, case: Case, name: str) -> Thing:
        code = case.values[self._fact,]
        if isinstance(code, Unlisted):
            return case.hidden[self._fact, name]
        assert isinstance(self._kind, CodeType)
        found = self._kind.table.rows[str(code)].attributes.get(name, ())
        return next((entry.value for entry in found), ABSENT)


def bearing(book: Rulebook, question: str) -> Iterator[Condition]:
    """Go through the conditions that bear on a question: of what speaks on it, and on what it tests, and of all that
    cannot happen.
    """
    yield from (never.condition for never in book.impossibilities)
    todo, seen = [question], set[str]()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            found = list(of_question(book, name))
            yield from found
            todo += [test.question for condition in found for test in singles(condition) if isinstance(test, Asked)]


def _may_stand_beside(one: Case, two: Case) -> bool:
    """Tell whether what was chosen in two cases, a reading or an answer that nobody gives, is chosen alike."""
    return all(one.open[key] == two.open[key] for key in one.open.keys() & two.open.keys())


def _differ(one: Case, two: Case) -> bool:
    return (told(one).outcome.word, told(one).outcome.values) != (told(two).outcome.word, told(two).outcome.values)


# Time


def temporal_gaps(tried: Tried, question: str) -> dict[str, Cases]:
    """G102: the gaps in which there is an answer on other days, by when: before and after, only before, only after."""
    cases, silent = tried.asked(question), gaps(tried, question)
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        groups[case.rest("day")].append(number)
    found: dict[str, set[int]] = {"hole": set(), "expired": set(), "not yet": set()}
    for group in groups.values():
        for one in group:
            if one in silent:
                others = [cases[two] for two in group if _may_stand_beside(cases[one], cases[two])]
                days = [_day(other) for other in others if told(other).outcome.word not in SILENT]
                before, after = (any(sign * (day - _day(cases[one])) > 0 for day in days) for sign in (-1, 1))
                if before or after:
                    found["hole" if before and after else "expired" if before else "not yet"].add(one)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def _day(case: Case) -> int:
    day = case.values["day",]
    assert isinstance(day, int)
    return day


# Provisions that say what another says


def subsuming(tried: Tried, question: str) -> frozenset[tuple[str, str]]:
    """R104: the pairs of which the second says all that the first does, wherever that applies, and ranks no lower."""
    found = set()
    cases = [told(case) for case in tried.asked(question)]
    binding = {name for case in cases for name in case.speaking}
    for name, other in permutations(sorted(binding), 2):
        spoken = [case for case in cases if name in case.speaking]
        may_be = not _are_tied(tried, name, other) and _rank(tried, other) <= _rank(tried, name)
        if may_be and all(case.said[name] <= case.said.get(other, frozenset()) for case in spoken):
            found.add((name, other))
    return frozenset(found)


def _are_tied(tried: Tried, one: str, two: str) -> bool:
    relations = ((tried.book.provisions[a].relation, b) for a, b in ((one, two), (two, one)))
    return any(r is not None and r.form != "override" and r.target == b for r, b in relations)


def _rank(tried: Tried, name: str) -> int:
    rank = tried.book.documents[tried.book.provisions[name].cites[0].document].rank
    assert rank is not None
    return rank
