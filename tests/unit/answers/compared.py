"""Small rulebooks compared, for the tests of what another version decides otherwise: two texts behind one head."""

from collections.abc import Sequence
from datetime import date

from checker.answers.diff import DiffReport, QuestionDiff, diff
from checker.answers.diff_admitting import Admitting
from checker.answers.diff_sides import Pair
from checker.answers.diff_stating import Change, changed_text
from checker.answers.stating import Wanted
from checker.findings import is_fatal
from checker.logic import Law
from checker.rulebook import load_texts

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier, owner, customs }
fact day : date
fact wet : boolean
fact mode : one of { sea, road, air }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document n { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
"""
ASKED = 'question carry "May it be carried?"\n'
ALL = Wanted(None, constants=True)


def law(text: str, head: str = HEAD) -> Law:
    book, findings = load_texts({"t.rules": head + text})
    assert book is not None, [str(finding.message) for finding in findings]
    made = Law(book)
    assert not is_fatal(made.findings())
    return made


def compared(
    before: str,
    after: str,
    *,
    heads: tuple[str, str] = (HEAD, HEAD),
    questions: Sequence[str] = (),
    admitting: Admitting | None = None,
) -> DiffReport:
    """Compare two rulebooks without mistakes, each a head and a text."""
    pair = Pair(law(before, heads[0]), law(after, heads[1]))
    return diff(pair, ("before", "after"), frozenset(questions), ALL, admitting)


def on_days(text: str, one: str, other: str, head: str = HEAD) -> DiffReport:
    """Compare a rulebook with itself on two days."""
    made = law(text, head)
    first, second = (date.fromisoformat(day).toordinal() for day in (one, other))
    return diff(Pair(made, made, (first, second)), (one, other), frozenset(), ALL)


def of(report: DiffReport, question: str) -> QuestionDiff:
    (found,) = (each for each in report.questions if each.question == question)
    return found


def told(change: Change) -> tuple[str, list[str]]:
    """Return what turned into what, and the conditions of the regions."""
    conditions = [
        " and ".join(limit.text for limit in stated.limits)
        for regions in change.finding.regions
        for stated in regions.shown
    ]
    return changed_text(change.before, change.after), conditions


def remarks(change: Change) -> list[str]:
    """Return what is said of the regions of a change, each sentence once."""
    shown = (stated for regions in change.finding.regions for stated in regions.shown)
    return list(dict.fromkeys(str(remark) for stated in shown for remark in stated.remarks))


def examples(change: Change) -> list[str]:
    shown = [stated for regions in change.finding.regions for stated in regions.shown]
    assert all(stated.witness is not None for stated in shown)
    return [stated.witness.text for stated in shown if stated.witness is not None]
