"""What the pages of an atlas show: silence and what is known of it, scenarios, the history of a document."""

from datetime import date

import pytest

from checker.answers.atlas import MOST_SCENARIOS, Atlas
from tests.atlas_rulebook import small_law


def test_silence_is_proved_partial_meant_or_found() -> None:
    """The base forbids all carrying and the exceptions permit: nothing is left; a question nobody answers is a gap."""
    atlas = Atlas(
        small_law('question weigh "Must it be weighed?"\nprovision w cites old item 3 when wet require weigh\n')
    )
    told = {name: atlas.question(name).silence for name in atlas.book.questions}
    assert told == {"carry": "proved", "store": "partial", "open_it": "meant", "weigh": "found"}
    gap = atlas.question("weigh").gap
    assert gap is not None
    assert [stated.limits[0].text for regions in gap.regions for stated in regions.shown] == ["not wet"]


def test_open_points_are_those_of_the_question_and_of_its_provisions() -> None:
    atlas = Atlas(small_law())
    assert [point.name for point in atlas.question("carry").points] == ["vague", "asked"]
    assert atlas.question("store").points == ()


def test_known_gaps_stand_with_their_question_and_with_the_document_they_name() -> None:
    atlas = Atlas(small_law())
    assert [gap.name for gap in atlas.question("store").known_gaps] == ["g1"]
    named = {name: [gap.name for gap in atlas.document(name).known_gaps] for name in atlas.book.documents}
    assert named == {"old": [], "one": [], "two": ["g1"], "talk": []}


def test_scenarios_stand_with_what_they_expect() -> None:
    (one,) = Atlas(small_law()).question("carry").scenarios
    assert (one.plan, one.subject, one.words, one.file) == ("far", "plan", ("conflict",), "scenarios/far.yaml")
    assert Atlas(small_law()).question("store").scenarios == ()


def test_no_more_scenarios_than_anybody_reads_and_the_rest_is_counted() -> None:
    block = "plan: p{n}\nfacts: {{day: 2016-03-01}}\nexpect: {{store: not-applicable}}\n"
    many = "---\n".join(block.format(n=n) for n in range(MOST_SCENARIOS + 3))
    page = Atlas(small_law(scenarios=many)).question("store")
    assert (len(page.scenarios), page.further) == (MOST_SCENARIOS, 3)


def test_which_questions_a_question_tests() -> None:
    atlas = Atlas(small_law("provision after cites old item 3 when store is permitted and wet permit carry\n"))
    assert atlas.question("carry").tests == ("store",)
    assert atlas.question("store").tests == ()


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


@pytest.mark.parametrize(
    ("document", "history"),
    [
        (
            "old",
            [
                (day(2000, 1, 1), "issued", None, ""),
                (day(2000, 2, 1), "begins", None, ""),
                (day(2016, 2, 1), "replaced", "two", "item 3"),
            ],
        ),
        (
            "one",
            [
                (day(2015, 1, 1), "issued", None, ""),
                (day(2015, 2, 1), "begins.early", None, ""),
                (day(2015, 2, 10), "begins.late", None, ""),
                (day(2016, 2, 1), "repealed", "two", ""),
            ],
        ),
        (
            "two",
            [
                (day(2016, 1, 1), "issued", None, ""),
                (day(2016, 2, 1), "begins", None, ""),
                (day(2016, 2, 1), "replaces", "old", "item 3"),
                (day(2016, 2, 1), "repeals", "one", ""),
            ],
        ),
        ("talk", [(day(2012, 1, 1), "issued.by", None, ""), (day(2012, 1, 1), "begins", None, "")]),
    ],
)
def test_the_history_of_a_document_in_order(document: str, history: list[tuple[int, str, str | None, str]]) -> None:
    events = Atlas(small_law()).document(document).history
    assert [(event.day, event.form, event.other, event.place.text) for event in events] == history


def test_what_begins_or_ends_by_days_of_its_own_is_in_the_history() -> None:
    more = "provision late cites two item 3 from 2017-01-01 until 2018-01-01 when wet permit carry\n"
    events = Atlas(small_law(more)).document("two").history
    own = [(event.day, event.form, event.provision) for event in events if event.provision == "late"]
    assert own == [(day(2017, 1, 1), "starts", "late"), (day(2018, 1, 1), "stops", "late")]


def test_a_document_provides_what_it_brought_and_what_cites_it_first() -> None:
    atlas = Atlas(small_law())

    def provided(name: str) -> dict[str, list[str]]:
        return {q.name: [row.provision.name for row in rows] for q, rows in atlas.document(name).provides}

    assert provided("two") == {"carry": ["power", "backed"], "store": ["ruled_anew"]}
    assert provided("old") == {"carry": ["base", "noted"], "store": ["base", "ruled", "ruled_anew"]}
