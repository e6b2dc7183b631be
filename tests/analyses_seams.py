"""The single values between two ranges of a text (G103), by definition: from the cases right beside each case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from checker.rulebook.model import OrderedType, Reckoned
from tests.analyses_cases import Case, Told, Tried
from tests.analyses_sets import Cases, bearing, told
from tests.oracle_vocabulary import declarations, singles

Found = frozenset[tuple[frozenset[str], Cases]]
_Key = tuple[str, int, str]


def gaps(tried: Tried, question: str) -> Found:
    """Return the gaps at one value, right below and above which a text answers: its provisions, and the cases."""
    found: dict[_Key, tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, fact, value, (below, here, above) in _rows(tried, question):
        if here.outcome.word == "gap":
            sides = [[p for p in side.winners if side.ranges[p] != here.ranges.get(p)] for side in (below, above)]
            for document in set.intersection(*({_document(tried, p) for p in side} for side in sides)):
                names, cases = found[fact, value, document]
                names.update(p for side in sides for p in side if _document(tried, p) == document)
                cases.add(number)
    return frozenset((frozenset(names), frozenset(cases)) for names, cases in found.values())


def overlaps(tried: Tried, question: str) -> Found:
    """Return the cases at one value that ends one range and begins another of a text, and where both stand."""
    found: dict[_Key, tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, fact, value, (below, here, above) in _rows(tried, question):
        standing = [p for p in here.stands if p in here.answers]
        ending = [p for p in standing if _holds(p, here, below) and not _holds(p, here, above)]
        beginning = [p for p in standing if _holds(p, here, above) and not _holds(p, here, below)]
        for one in ending:
            for two in beginning:
                if _document(tried, one) == _document(tried, two):
                    names, cases = found[fact, value, _document(tried, one)]
                    names.update((one, two))
                    cases.add(number)
    return frozenset((frozenset(names), frozenset(cases)) for names, cases in found.values())


def is_meant(tried: Tried, question: str) -> bool:
    """Tell whether nothing is reckoned around a question: of quantities the cases beside one are not looked for."""
    return not any(isinstance(test, Reckoned) for each in bearing(tried.book, question) for test in singles(each))


def _rows(tried: Tried, question: str) -> Iterator[tuple[int, str, int, tuple[Told, Told, Told]]]:
    """Go through the cases with those that have a number one less and one more and are the same in all else."""
    cases = tried.asked(question)
    for key, declared in declarations(tried.book).items():
        if not isinstance(declared.fact.type, OrderedType):
            continue
        (fact,) = key
        places = {(_rest(case, fact), case.values[key]): number for number, case in enumerate(cases)}
        for number, case in enumerate(cases):
            value = case.values[key]
            if isinstance(value, int):
                beside = [places.get((_rest(case, fact), value + step)) for step in (-1, 1)]
                if None not in beside:
                    below, above = (told(cases[other]) for other in beside if other is not None)
                    yield number, fact, value, (below, told(case), above)


def _rest(case: Case, fact: str) -> Hashable:
    """Return all about a case but one number: what other questions answer must be the same as well."""
    chosen = {str(key[:2]): str(value) for key, value in case.open.items()}
    chosen |= {str(("answer", name)): str(reply) for name, reply in case.replies.items() if reply is not None}
    return case.rest(fact), tuple(sorted(chosen.items()))


def _holds(provision: str, here: Told, beside: Told) -> bool:
    return beside.ranges.get(provision) == here.ranges[provision]


def _document(tried: Tried, name: str) -> str:
    return tried.book.provisions[name].cites[0].document
