"""`allow`: what may be allowed, on what, until when; and that a mistake in one has its place."""

import pytest

from checker.rulebook import load_texts
from tests.unit.rulebook.books import HEAD, book, findings_of, written_at


@pytest.mark.parametrize(
    ("on", "concerns"),
    [
        ("on wet", ("wet",)),
        ("on wet, carry, a, law, customs, 承运人", ("wet", "carry", "a", "law", "customs", "carrier")),
        ("on wet, wet", ("wet",)),
        ("on leg, leg.far", ("leg", "leg.far")),
        ("on legs.far, boxes.sealed", ("leg.far", "box.sealed")),
        ("on leg.deep", ("leg.deep",)),
        ("on dry, g, o", ("dry", "g", "o")),
        ("between l and r", ("l", "r")),
    ],
)
def test_what_they_concern_has_its_canonical_name(on: str, concerns: tuple[str, ...]) -> None:
    text = (
        "define dry = not wet\ndefine leg.deep = leg.far\n"
        'known gap g in carry because "no"\nopen point o on carry because "no"\n'
    )
    (allowance,) = book(f'{text}allow R109 {on} because "so"').allowances
    assert allowance.concerns == concerns
    assert allowance.together is on.startswith("between")
    assert (allowance.finding, allowance.because, allowance.until) == ("R109", "so", None)


def test_they_stand_by_place_whatever_follows_them() -> None:
    allowances = book(
        'allow R107 on wet because "one"\nallow R101 on carry because "two"\nfact spare : boolean'
    ).allowances
    assert [allowance.because for allowance in allowances] == ["one", "two"]


def test_an_attribute_is_named_by_its_table_or_by_a_fact() -> None:
    rules = """rulebook t { ranks law  governed by day }
    fact day : date
    codes office/关区 from "codes/o.yaml" { kind/类别 : one of { port, zone }  above : office }
    fact home/主管地 : office
    allow R107 on 关区.类别, home.above.kind, 主管地.above because "so" """
    loaded, findings = load_texts({"t.rules": rules, "codes/o.yaml": '"1": {kind: port}\n'})
    assert findings == ()
    assert loaded is not None
    assert loaded.allowances[0].concerns == ("office.kind", "office.above")


@pytest.mark.parametrize(
    ("text", "id_", "at", "message", "remedy"),
    [
        ("allow r107 on wet", "N201", "r107", "no finding has the id `r107`", "write `R107`"),
        ("allow N201 on wet", "D403", "N201", "`N201` cannot be allowed", "mend what it reports"),
        ("allow D401 on wet", "D403", "D401", "`D401` cannot be allowed", "mend what it reports"),
        ("allow R107 on wett", "N201", "wett", "nothing is named `wett`", "write `wet`"),
        ("allow R107 on leg.fra", "N201", "fra", "`leg` has nothing named `fra`", "write `far`"),
        ("allow R107 on legs.kind.sea", "N201", "sea", "`leg.kind` has nothing named `sea`", ""),
        ("allow R107 on carry.far", "N201", "far", "`carry` has nothing named `far`", ""),
        ("allow R107 on wet until 2021-02-30", "T302", "2021-02-30", "", ""),
        (
            "allow R107 on wet until 2021-01-01",
            "D403",
            "2021-01-01",
            "an `allow` ends with what has been reviewed, and the rulebook does not say until when that is",
            "add `reviewed until DATE` to the rulebook",
        ),
    ],
)
def test_a_mistake_has_its_place(text: str, id_: str, at: str, message: str, remedy: str) -> None:
    whole = f'{text} because "so"'
    finding = next(f for f in findings_of(whole) if f.id == id_)
    assert written_at(whole, finding) == at
    assert str(finding.message).startswith(message)
    assert str(finding.help or "").startswith(remedy)


def test_it_has_a_reason() -> None:
    (finding,) = findings_of("allow R107 on wet")
    assert (finding.id, str(finding.message)) == ("S106", "the finding `R107` is allowed without a reason")
    assert str(finding.help) == 'add `because "…"`'
    assert [f.id for f in findings_of('allow R107 on wet because "a" because "b"')] == ["S104"]


@pytest.mark.parametrize("reason", ["", " ", "…", "?!"])
def test_a_reason_has_a_word_in_it(reason: str) -> None:
    text = f'allow R107 on wet because "{reason}"'
    (finding,) = findings_of(text)
    assert (finding.id, str(finding.message)) == ("D403", "the finding `R107` is allowed without a reason")
    assert written_at(text, finding) == f'"{reason}"'


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("G101 on carry when wet", ("carry",)),
        ("C103 on store, carry when wet", ("store", "carry")),
        ("G101 on move, halt when leg.far", ("move", "halt")),
        ("C101 between open_box and l when box.sealed", ("open_box",)),
        ("R106 between l and carry when store is permitted", ("carry",)),
    ],
)
def test_a_condition_is_read_for_the_questions_among_the_names(text: str, questions: tuple[str, ...]) -> None:
    (allowance,) = book(f'allow {text} because "so"').allowances
    assert allowance.questions == questions
    assert allowance.condition is not None


def test_a_condition_is_that_of_a_known_gap() -> None:
    condition = "wet unless mode is sea and any leg in legs: (leg.far)"
    both = f'known gap g in carry when {condition} because "no" allow G101 on carry when {condition} because "so"'
    loaded = book(both)
    assert loaded.allowances[0].condition == loaded.known_gaps[0].condition


def test_without_a_condition_no_question_is_kept() -> None:
    (allowance,) = book('allow G101 on carry because "so"').allowances
    assert (allowance.condition, allowance.questions) == (None, ())


@pytest.mark.parametrize(
    ("text", "id_", "at", "message", "remedy"),
    [
        ("R107 on wet when rail", "D403", "rail", "`R107` is never about some cases alone", "leave out the `when`"),
        ("R101 on carry when wet", "D403", "wet", "`R101` is never about some cases alone", "leave out the `when`"),
        ("D108 between l and r when wet", "D403", "wet", "`D108` is never about some cases alone", ""),
        ("R102 on l when wet", "D403", "l", "a condition says which cases of a question", "name the question: `on QU"),
        ("R102 on carry, leg.far when wet", "D403", "leg.far", "a condition says which cases of a question", ""),
        ("C103 between l and r when wet", "D403", "l", "a condition says which cases of a question", ""),
        ("G101 on carry, move when leg.far", "D403", "leg", "the questions are not asked of one list", "write one"),
        ("G101 on move, open_box when leg.far", "D403", "leg", "the questions are not asked of one list", ""),
        ("G101 on carry when leg.far", "T304", "leg", "", ""),
        ("G101 on carry when wett", "N201", "wett", "", "write `wet`"),
        ("G101 on carry when wet when rail", "S104", "when rail", "`when` is allowed once here", ""),
        ("G101 on carry when carry is permitted", "D301", "", "questions test one another in a circle", ""),
    ],
)
def test_a_mistake_in_a_condition_has_its_place(text: str, id_: str, at: str, message: str, remedy: str) -> None:
    whole = f'allow {text} because "so"'
    findings = findings_of(whole)
    assert [finding.id for finding in findings] == [id_]
    assert not at or written_at(whole, findings[0]) == at
    assert str(findings[0].message).startswith(message)
    assert str(findings[0].help or "").startswith(remedy)


def test_questions_of_several_lists_are_shown() -> None:
    (finding,) = findings_of('allow G101 on carry, move when leg.far because "so"')
    shown = [str(related.message) for related in finding.related]
    assert sorted(shown) == ["`carry` is asked of the plan", "`move` is asked of each of `legs`"]


def test_an_optional_fact_that_is_not_guarded_is_a_warning() -> None:
    (finding,) = findings_of('fact late : date optional allow G101 on carry when late > day because "so"')
    assert finding.id == "T305"


@pytest.mark.parametrize("cited", ["C101", "N201", "D401"])
def test_only_what_can_be_allowed_can_be_allowed_in_part(cited: str) -> None:
    ids = [] if cited == "C101" else ["D403"]
    loaded, findings = load_texts({"t.rules": f'{HEAD}allow {cited} on carry when wet because "so"'})
    assert [finding.id for finding in findings] == ids
    assert (loaded is None) is bool(ids)
