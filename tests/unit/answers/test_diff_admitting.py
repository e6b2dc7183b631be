"""Which changes an allow-list admits: those whose cases lie within its boxes, for the same change of one question."""

from __future__ import annotations

from msgspec.structs import replace

from checker.answers.diff import DiffReport
from checker.answers.diff_admitting import Admitting, to_admitted
from checker.project.admitted import Admitted, read_admitted, write_admitted
from tests.unit.answers.compared import ASKED, compared, of

PERMIT = ASKED + "provision p cites l permit carry\n"
WET = "provision f exception to p cites l when wet forbid carry\n"
WET_SEA = "provision f exception to p cites l when wet and mode is sea forbid carry\n"


def admitted(report: DiffReport) -> tuple[Admitted, ...]:
    """Write down what changed and give it reasons."""
    changes = [change for each in report.questions for change in each.changes]
    return tuple(replace(entry, because="as announced") for entry in to_admitted(changes))


def test_what_was_written_down_is_admitted() -> None:
    entries = admitted(compared(PERMIT, PERMIT + WET))
    report = compared(PERMIT, PERMIT + WET, admitting=Admitting(entries))
    assert report.is_admitted
    assert [change.admitted for change in of(report, "carry").changes] == ["as announced"]


def test_fewer_cases_are_admitted_and_more_are_not() -> None:
    less, more = PERMIT + WET_SEA, PERMIT + WET
    wide, narrow = (Admitting(admitted(compared(PERMIT, after))) for after in (more, less))
    assert compared(PERMIT, less, admitting=wide).is_admitted
    assert not compared(PERMIT, more, admitting=narrow).is_admitted


def test_another_change_of_the_same_cases_is_not_admitted() -> None:
    entries = admitted(compared(PERMIT, PERMIT + WET))
    required = PERMIT + "provision r cites l when wet require carry\n"
    assert not compared(PERMIT, required, admitting=Admitting(entries)).is_admitted
    assert not compared(PERMIT + WET, PERMIT, admitting=Admitting(entries)).is_admitted


def test_the_same_change_of_another_question_is_not_admitted() -> None:
    both = PERMIT + 'question store "May it be stored?"\nprovision s cites l permit store\n'
    entries = admitted(compared(both, both + WET))
    other = both + "provision g exception to s cites l when wet forbid store\n"
    report = compared(both, other, admitting=Admitting(entries))
    assert [(each.question, each.is_admitted) for each in report.questions] == [("carry", True), ("store", False)]


def test_no_list_admits_what_nothing_changed() -> None:
    assert compared(PERMIT, PERMIT, admitting=Admitting(())).is_admitted


def test_a_reason_is_kept_when_the_list_is_written_anew() -> None:
    entries = admitted(compared(PERMIT, PERMIT + WET))
    report = compared(PERMIT, PERMIT + WET, admitting=Admitting(entries))
    assert to_admitted(of(report, "carry").changes) == entries


def test_what_is_written_is_read_again() -> None:
    entries = admitted(compared(PERMIT, PERMIT + WET_SEA))
    assert read_admitted(write_admitted(entries), "a.json") == (entries, ())


def test_entries_are_written_in_one_order_each_once() -> None:
    one, other = (admitted(compared(PERMIT, PERMIT + text))[0] for text in (WET, WET_SEA))
    assert write_admitted((one, other, one)) == write_admitted((other, one))


def test_an_entry_without_a_reason_is_a_mistake_at_its_line() -> None:
    bare = to_admitted(of(compared(PERMIT, PERMIT + WET), "carry").changes)
    entries, (finding,) = read_admitted(write_admitted(bare), "a.json")
    assert entries == ()
    assert str(finding.message) == "`permitted -> forbidden` of `carry` is admitted without a reason"
    assert finding.span is not None
    assert (finding.span.file, finding.span.line) == ("a.json", 4)


def test_a_damaged_list_is_not_read() -> None:
    for text in ("", "{", "[]", '{"schema": "lexport.baseline/1", "changes": []}', '{"schema": "lexport.admitted/1"}'):
        entries, findings = read_admitted(text, "a.json")
        assert entries == ()
        assert [finding.id for finding in findings] == ["S105"]
