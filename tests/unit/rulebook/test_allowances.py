"""`allow`: what may be allowed, on what, until when; and that a mistake in one has its place."""

import pytest

from tests.unit.rulebook.books import book, findings_of, written_at


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
    from checker.rulebook import load_texts

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
