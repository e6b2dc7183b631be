"""The single values between two ranges of a text (G103), by definition: from the cases right beside each case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from checker.rulebook.model import OrderedType, Reckoned
from tests.analyses_cases import Case, Tried
from tests.analyses_sets import Cases, bearing, told
from tests.oracle_vocabulary import declarations, singles

Found = frozenset[tuple[frozenset[str], Cases]]
_Key = tuple[str, str]


def gaps(tried: Tried, question: str) -> Found:
    """Return the gaps at one value, right below and above which a text answers: its provisions, and the cases."""
    found: dict[_Key, tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, fact, (below, here, above) in _rows(tried, question):
        if told(here).outcome.word == "gap" and below.told is not None and above.told is not None:
            sides = [[p for p in told(side).winners if not _holds(p, side, here)] for side in (below, above)]
            for document in set.intersection(*({_document(tried, p) for p in side} for side in sides)):
                names, cases = found[fact, document]
                names.update(p for side in sides for p in side if _document(tried, p) == document)
                cases.add(number)
    return frozenset((frozenset(names), frozenset(cases)) for names, cases in found.values())


def overlaps(tried: Tried, question: str) -> Found:
    """Return the cases at one value that ends one range and begins another of a text, and where both stand.

    Whether the question is asked beside the value is no matter.
    """
    found: dict[_Key, tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, fact, (below, here, above) in _rows(tried, question):
        standing = [p for p in told(here).stands if p in told(here).answers]
        ending = [p for p in standing if _holds(p, here, below) and not _holds(p, here, above)]
        beginning = [p for p in standing if _holds(p, here, above) and not _holds(p, here, below)]
        for one in ending:
            for two in beginning:
                if _document(tried, one) == _document(tried, two):
                    names, cases = found[fact, _document(tried, one)]
                    names.update((one, two))
                    cases.add(number)
    return frozenset((frozenset(names), frozenset(cases)) for names, cases in found.values())


def is_meant(tried: Tried, question: str) -> bool:
    """Tell whether nothing is reckoned around a question: of quantities the cases beside one are not looked for."""
    return not any(isinstance(test, Reckoned) for each in bearing(tried.book, question) for test in singles(each))


def _rows(tried: Tried, question: str) -> Iterator[tuple[int, str, tuple[Case, Case, Case]]]:
    """Go through the cases asked about, with those that have a number one less and one more and are else the same."""
    for key, declared in declarations(tried.book).items():
        if not isinstance(declared.fact.type, OrderedType):
            continue
        (fact,) = key
        places = {(_rest(tried, case, fact), case.values[key]): case for case in tried.cases[question]}
        for number, case in enumerate(tried.asked(question)):
            value = case.values[key]
            if isinstance(value, int):
                below, above = (places.get((_rest(tried, case, fact), value + step)) for step in (-1, 1))
                if below is not None and above is not None:
                    yield number, fact, (below, case, above)


def _rest(tried: Tried, case: Case, fact: str) -> Hashable:
    """Return all about a case but one number: what tests of other questions find must be the same as well."""
    begun = tuple(sorted((key, value) for key, value in case.open.items() if key[0] == "begun"))
    answers = {key[1]: value for key, value in case.open.items() if key[0] == "answer"}
    answers |= {name: reply for name, reply in case.replies.items() if reply is not None}
    asked = tuple(answers.get(test.question) in test.answers for test in tried.tests)
    return case.rest(fact), begun, asked


def _holds(provision: str, here: Case, beside: Case) -> bool:
    """Tell whether a provision would say beside a case what it says here."""
    return beside.ranges.get(provision) == here.ranges[provision]


def _document(tried: Tried, name: str) -> str:
    return tried.book.provisions[name].cites[0].document
