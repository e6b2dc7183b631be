"""A law of another day or another reading: it answers as one made on its own, and compiles what differs alone."""

from __future__ import annotations

from datetime import date

import pytest

from checker.answers.compose import check_plan
from checker.logic import Law, law
from checker.logic.question import compile_question
from checker.logic.space import Answers
from checker.logic.windows import Timeline
from checker.logic.world import Never
from checker.plan import Plan, read_plans
from checker.rulebook import Rulebook, load_texts
from tests.literate_pages import corpus, further_pages

RULES = """
rulebook t { ranks announcement  governed by day }
fact day : date
fact wet : boolean
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document b { rank announcement  issuer gacc  issued 2016-01-01  in force from 2016-02-01 }
question q
question tested
question apart
provision old cites a permit q
provision new replaces old by b cites a reading as_amended else "the amendment speaks of other goods" forbid q
provision narrow cites a reading as_amended "the amendment leaves these goods alone" permit q
provision hangs cites a when q is permitted permit tested
provision wet_goods cites a when wet permit apart
"""


def seen_otherwise() -> list[tuple[Rulebook, Plan]]:
    """List the scenarios of the corpus that are judged as of a day, or with a reading turned."""
    found: list[tuple[Rulebook, Plan]] = []
    for page in (*corpus(), *further_pages()):
        book, _ = page.load()
        if isinstance(book, Rulebook) and not page.expects_findings:
            plans = (plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line))
            found.extend((book, plan) for plan in plans if plan.as_of is not None or plan.turned)
    return found


def test_it_answers_as_a_law_made_on_its_own() -> None:
    scenarios = seen_otherwise()
    assert len(scenarios) > 10
    for book, plan in scenarios:
        own, again = Law(book, plan.as_of, plan.turned), Law(book).again(plan.as_of, plan.turned)
        assert again.findings() == own.findings()
        assert check_plan(again, plan) == check_plan(own, plan), plan.title


@pytest.mark.parametrize(
    ("as_of", "turned", "anew"),
    [
        ("2026-01-01", frozenset[str](), []),
        (None, frozenset({"as_amended"}), ["q", "tested"]),
        ("2014-12-31", frozenset[str](), ["apart", "q", "tested"]),
    ],
)
def test_what_is_the_same_in_both_is_compiled_once(
    monkeypatch: pytest.MonkeyPatch, as_of: str | None, turned: frozenset[str], anew: list[str]
) -> None:
    book, findings = load_texts({"a.rules": RULES})
    assert book is not None, findings
    first = Law(book)
    assert first.findings() == ()
    compiled: list[str] = []

    def counting(timeline: Timeline, name: str, nevers: tuple[Never, ...], answers: Answers, apart: bool) -> object:
        compiled.append(name)
        return compile_question(timeline, name, nevers, answers, apart)

    monkeypatch.setattr(law, "compile_question", counting)
    day = None if as_of is None else date.fromisoformat(as_of).toordinal()
    assert first.again(day, turned).findings() == ()
    assert sorted(compiled) == anew
