"""Documents: rank, dates and standing, what ends them, what of them was left out, and the mistakes in it."""

from datetime import date

import pytest

from checker.findings import Finding, say
from checker.rulebook.documents import Documents, build_documents, read_citation, to_locator
from checker.rulebook.header import read_header
from checker.rulebook.model import ALWAYS, FIRST_DAY, Conjunct, Constant, Document, Locator, NotEncoded
from checker.rulebook.paths import Binding
from checker.rulebook.types import Findings
from checker.syntax import nodes
from tests.unit.rulebook.written import found, read_vocabulary, statements

HEADER = "rulebook t { ranks law > departmental_rule = local_regulation > announcement }\nfact zone : boolean\n"
ZONE = Constant(False)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def condition(node: nodes.Condition, bindings: tuple[Binding, ...]) -> tuple[Constant, tuple[Conjunct, ...], Findings]:
    """Stand for the reader of conditions: any will do, for documents do not look into them."""
    assert bindings == ()
    return ZONE, (), (Finding("T301", say("read here"), node.span),) if isinstance(node, nodes.Not) else ()


def read(text: str) -> tuple[Documents, tuple[Finding, ...]]:
    written = statements(HEADER + text)
    vocabulary, _ = read_vocabulary(HEADER + text)
    header, _ = read_header(written, vocabulary)
    assert header is not None
    return build_documents(written, vocabulary, header, condition)


def document(clauses: str) -> Document:
    documents, findings = read(f'document d/文 "Order" {{ {clauses} }}')
    assert findings == ()
    return documents.documents["d"]


MINIMAL = "rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01"


def test_a_document_with_everything() -> None:
    read_document = document("""rank local_regulation  issuer congress  number "No. 47"  issued by 2015-10-12
  in force from 2015-10-01 .. 2015-10-12  until 2020-01-01  items 1..3, 5  standing reported "press only"
  source "W1"  applies when zone  bind officers""")
    assert read_document == Document(
        names=("d", "文"),
        title="Order",
        rank=1,
        rank_name="local_regulation",
        issuer="congress",
        number="No. 47",
        issued=day("2015-10-12"),
        issued_exact=False,
        in_force=day("2015-10-01"),
        in_force_latest=day("2015-10-12"),
        until=day("2020-01-01"),
        items=((1, 3), (5, 5)),
        standing="reported",
        standing_reason="press only",
        source="W1",
        applies_when=ZONE,
        practice=False,
        binds_officers=True,
        span=read_document.span,
    )
    assert (read_document.span.line, read_document.binding) == (3, False)


def test_what_is_left_out_is_nothing() -> None:
    plain = document(MINIMAL)
    assert (plain.number, plain.source, plain.until, plain.in_force_latest, plain.items) == (None,) * 4 + ((),)
    assert (plain.issued_exact, plain.standing, plain.standing_reason) == (True, "unstated", None)
    assert plain.applies_when == ALWAYS
    assert (plain.practice, plain.binds_officers, plain.binding) == (False, False, True)


def test_a_band_of_one_day_is_no_band() -> None:
    clauses = "rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01 .. 2015-02-01"
    assert document(clauses).in_force_latest is None


def test_practice_needs_neither_rank_nor_issuer() -> None:
    habit = document("practice  issued 2016-01-01  in force from 2016-01-01")
    assert (habit.rank, habit.rank_name, habit.issuer, habit.practice) == (None, None, None, True)


@pytest.mark.parametrize(
    ("clauses", "finding"),
    [
        ("", ("D101", 3, "document `d` lacks `rank`, `issuer`, `issued` and `in force from`")),
        ("practice", ("D101", 3, "document `d` lacks `issued` and `in force from`")),
        (MINIMAL.replace("issuer npc", ""), ("D101", 3, "document `d` lacks `issuer`")),
        (MINIMAL.replace("law", "lawe"), ("N201", 3, "no rank is named `lawe`")),
        (MINIMAL + " standing redd", ("N201", 3, "no standing is named `redd`")),
        (MINIMAL + " until 2015-02-01", ("D105", 3, "the end does not lie after the beginning")),
        (
            MINIMAL + " .. 2015-01-31",
            ("D105", 3, "the last day on which it may have come into force lies before the first"),
        ),
        (MINIMAL + " until 2015-02-30", ("T302", 3, "the calendar has no day 2015-02-30")),
        (MINIMAL.replace("2015-01-01", "2015-13-01"), ("T302", 3, "the calendar has no day 2015-13-01")),
        (MINIMAL + " items 7..1", ("D102", 3, "items 7..1 run backwards")),
        (MINIMAL + " applies when not zone", ("T301", 3, "read here")),
    ],
)
def test_mistakes_of_a_document(clauses: str, finding: tuple[str, int, str]) -> None:
    documents, findings = read(f"document d {{ {clauses} }}")
    assert found(findings) == [finding]
    assert documents.documents["d"].name == "d"


def test_missing_clauses_are_offered_and_their_days_are_the_first_of_all() -> None:
    documents, (finding,) = read("document d { rank law  issuer npc }")
    assert str(finding.help) == "add `issued …` and `in force from …`"
    assert (documents.documents["d"].issued, documents.documents["d"].in_force) == (FIRST_DAY, FIRST_DAY)


TWO = f"document a/甲 {{ {MINIMAL} standing translated }}\ndocument b {{ {MINIMAL} }}\n"


def test_a_repeal_ends_each_of_its_targets() -> None:
    documents, findings = read(TWO + "repeal 甲 item 3, b by b item 4 from 2017-08-22")
    assert findings == ()
    four = Locator((("item", 4),))
    assert [(r.target, r.locator, r.by, r.by_locator, r.day) for r in documents.repeals] == [
        ("a", Locator((("item", 3),)), "b", four, day("2017-08-22")),
        ("b", Locator(()), "b", four, day("2017-08-22")),
    ]


def test_omissions_keep_their_reason() -> None:
    documents, findings = read(
        TWO + 'not encoded a items 5..7, 9 because "old"\nnot encoded b article 2 paragraph 1 because "x"'
    )
    assert findings == ()
    first, second = documents.not_encoded
    assert first == NotEncoded("a", ((5, 7), (9, 9)), "old", first.span)
    assert second.items == ((2, 2),)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("repeal c by b from 2017-08-22", ["no document is named `c`"]),
        ("repeal a by c from 2017-08-22", ["no document is named `c`"]),
        ("repeal c, d by e from 2017-08-22", [f"no document is named `{name}`" for name in "ecd"]),
        ('not encoded c item 1 because "x"', ["no document is named `c`"]),
    ],
)
def test_mistakes_of_repeals_and_omissions(text: str, messages: list[str]) -> None:
    documents, findings = read(TWO + text)
    assert [str(f.message) for f in findings] == messages
    assert (documents.repeals, documents.not_encoded) == ((), ())


def test_a_repeal_on_no_day_of_the_calendar_is_kept_so_that_its_items_are_checked() -> None:
    documents, findings = read(TWO + "repeal a item 9 by b from 2017-02-30")
    assert [str(f.message) for f in findings] == ["the calendar has no day 2017-02-30"]
    assert [(r.target, r.locator.steps) for r in documents.repeals] == [("a", (("item", 9),))]


def test_documents_are_in_the_order_of_their_names_and_the_rest_in_that_of_the_file() -> None:
    text = "repeal b by a from 2017-01-01\nrepeal a by b from 2016-01-01\n"
    documents, _ = read(f"document z {{ {MINIMAL} }}\n{text}{TWO}")
    assert list(documents.documents) == ["a", "b", "z"]
    assert [r.target for r in documents.repeals] == ["b", "a"]


def citations(text: str) -> list[nodes.Citation]:
    provisions = (s for s in statements(text) if isinstance(s, nodes.ProvisionDeclaration))
    return [c for p in provisions for c in p.clauses if isinstance(c, nodes.Citation)]


def test_a_citation_has_its_own_standing_or_its_documents() -> None:
    documents, _ = read(TWO)
    names = read_vocabulary(HEADER + TWO)[0].names
    plain, own, wrong, unknown = citations(
        'provision p cites 甲 item 1 cites a standing secondary "W2" cites b standing seccondary cites c permit q'
    )
    citation, findings = read_citation(names, documents.documents, plain)
    assert findings == ()
    assert citation is not None
    assert (citation.document, citation.locator.text) == ("a", "item 1")
    assert (citation.standing, citation.standing_reason) == ("translated", None)
    citation, _ = read_citation(names, documents.documents, own)
    assert citation is not None
    assert (citation.standing, citation.standing_reason) == ("secondary", "W2")
    citation, findings = read_citation(names, documents.documents, wrong)
    assert citation is not None
    assert [str(f.help) for f in findings] == ["write `secondary`"]
    citation, findings = read_citation(names, documents.documents, unknown)
    assert citation is None
    assert [str(f.message) for f in findings] == ["no document is named `c`"]


def test_no_locator_is_the_whole_document() -> None:
    assert to_locator(None) == Locator(())
