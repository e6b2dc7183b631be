"""Whatever a plan file holds, reading it ends in plans and findings; and what can be written is read back."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import Finding
from checker.plan import Plan, read_plans
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.literals import write_scalar
from checker.rulebook.model import (
    ABSENT,
    CodeType,
    Element,
    Facts,
    FiniteType,
    ListType,
    OrderedType,
    RecordField,
    RecordType,
    Value,
    ValueType,
)

SCALARS = """
  sealed/已施封 : boolean optional
  mode/方式 : one of { no/不, nothing/空, 「12:30」 } optional
  office/关区 : office optional
  day/日期 : date optional
  moment : datetime optional
  lasts : duration optional
  hs : hs optional
  kilos : decimal(3) kg optional
  amount : money CNY optional
  count : integer -5..5 optional
"""
RULES = """
rulebook t { ranks announcement  governed by day }
codes office from "offices.yaml" { }
record inner { SCALARS }
record outer { SCALARS parts/部分 : list of inner }
fact sealed/已施封 : boolean optional
fact mode/方式 : one of { no/不, nothing/空, 「12:30」 } optional
fact day/日期 : date optional
fact decl/报关单 : outer
fact legs/运段 : list of outer
question carriage/承运 "May it be carried?" for each leg in legs
"""


def load() -> Rulebook:
    book, findings = load_texts(
        {"t.rules": RULES.replace("SCALARS", SCALARS), "offices.yaml": '{"0900": {}, "4905": {}, "2248": {}}'}
    )
    assert book is not None, findings
    return book


BOOK = load()
TOP = tuple(one for one in BOOK.facts.values() if not isinstance(one.type, RecordType | ListType))
FIELDS = BOOK.records["inner"].fields
WORDS = sorted({alias for one in FIELDS for alias in one.names} | {"decl", "legs", "运段", "部分", "id", "<<"})
FRAME = [
    "plan",
    "facts",
    "as_of",
    "expect",
    "expect_error",
    "because",
    "carriage",
    "carriage @ a",
    "verdict",
    "winners",
]


def check(text: str, plans: tuple[Plan, ...]) -> tuple[Finding, ...]:
    """Hold what is true of every reading; give the findings."""
    assert plans
    lines = text.split("\n")
    for plan in plans:
        assert plan.facts is not None or plan.findings
        assert set(plan.frame) <= set(plan.findings)
        for finding in plan.findings:
            span = finding.span
            assert span is not None
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert len(str(finding.message).splitlines()) == 1
    return tuple(finding for plan in plans for finding in plan.findings)


@given(st.text(max_size=80))
def test_any_text_ends_in_plans_and_findings(text: str) -> None:
    check(text, read_plans(BOOK, text, "p.yaml"))


SIGNS = ["{", "}", "[", "]", ", ", ": ", ":", '"', "'", "|\n", ">", "? ", "\\", "&a ", "*a", "!!str ", "# x\n"]
BREAKS = ["\n", "\n  ", "\n- ", "---\n", "...\n", "%YAML 1.2\n", "\t", "\x85", "\u2028", "\ufeff"]
PIECES = st.sampled_from([*WORDS, *FRAME, *SIGNS, *BREAKS, "absent", "true", "4905"])


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_that_looks_like_a_plan_ends_in_plans_and_findings(text: str) -> None:
    check(text, read_plans(BOOK, text, "p.yaml"))


KEYS = st.sampled_from([*WORDS, *FRAME]) | st.text(max_size=3)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=5) | st.sampled_from(WORDS)
)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@settings(max_examples=200)
@given(facts=TREES, expect=TREES, rest=TREES)
def test_any_tree_ends_in_plans_and_findings(facts: Any, expect: Any, rest: Any) -> None:
    trees = [{"plan": "p", "facts": facts, "expect": expect}, rest]
    text = yaml.dump_all(trees, allow_unicode=True)
    check(text, read_plans(BOOK, text, "p.yaml"))


@st.composite
def values(draw: st.DrawFn, kind: ValueType) -> Value:
    match kind:
        case FiniteType():
            return draw(st.sampled_from(kind.domain))
        case CodeType(table):
            return draw(st.sampled_from(sorted(table.rows)))
        case OrderedType():
            return draw(st.integers(kind.low, kind.high))
        case _:
            raise TypeError(kind)


Written = dict[str, Any]


@st.composite
def records(
    draw: st.DrawFn, inner: bool, fields: tuple[RecordField, ...] = FIELDS
) -> tuple[Written, dict[tuple[str, ...], Value], dict[str, tuple[Element, ...]]]:
    """Make a record both as it is written, under any of its names, and as it must be read."""
    written: Written = {}
    known: dict[tuple[str, ...], Value] = {}
    for one in draw(st.lists(st.sampled_from(fields), unique=True)):
        assert not isinstance(one.type, RecordType | ListType)
        value = ABSENT if draw(st.integers(0, 9)) == 0 else draw(values(one.type))
        known[(one.name,)] = value
        spelling = write_scalar(one.type, value)
        if isinstance(one.type, FiniteType) and value is not ABSENT:
            spelling = draw(st.sampled_from(one.type.value(spelling).names))
        written[draw(st.sampled_from(one.names))] = spelling
    lists: dict[str, tuple[Element, ...]] = {}
    if not inner and draw(st.booleans()):
        written["部分"], lists["parts"] = draw(elements("parts", True))
    return written, known, lists


@st.composite
def elements(draw: st.DrawFn, place: str, inner: bool) -> tuple[list[Written], tuple[Element, ...]]:
    made = draw(st.lists(records(inner), max_size=3))
    named = draw(st.booleans())
    written = [{**record, **({"id": f"e{n}"} if named else {})} for n, (record, _, _) in enumerate(made)]
    read = (
        Element(f"e{n}" if named else f"{place}[{n}]", f"{place}[{n}]", known, placed(lists, f"{place}[{n}]"))
        for n, (_, known, lists) in enumerate(made)
    )
    return written, tuple(read)


def placed(lists: Mapping[str, tuple[Element, ...]], place: str) -> dict[str, tuple[Element, ...]]:
    """Put lists that were made by themselves at their place in an element."""
    return {
        name: tuple(
            Element(
                e.id if e.id != e.path else f"{place}.{e.path}", f"{place}.{e.path}", e.values, placed(e.lists, e.path)
            )
            for e in elements_
        )
        for name, elements_ in lists.items()
    }


@st.composite
def plans(draw: st.DrawFn) -> tuple[Written, Facts]:
    top, known, _ = draw(records(True, TOP))
    decl, within, lists = draw(records(False))
    legs, read = draw(elements("legs", False))
    written = {**top, "报关单": decl, "legs": legs}
    known |= {("decl", *path): value for path, value in within.items()}
    return written, Facts(known, {**{f"decl.{name}": placed_in_decl(of) for name, of in lists.items()}, "legs": read})


def placed_in_decl(elements_: tuple[Element, ...]) -> tuple[Element, ...]:
    return placed({"": elements_}, "decl")[""]


@settings(max_examples=200)
@given(plan=plans(), style=st.sampled_from(["json", "flow", "block", "quoted"]))
def test_what_is_written_is_read_back(plan: tuple[Written, Facts], style: str) -> None:
    written, facts = plan
    whole = {"plan": "p", "facts": written}
    if style == "json":
        text = json.dumps(whole, ensure_ascii=False)
    else:
        quotes = "'" if style == "quoted" else None
        text = yaml.dump(whole, allow_unicode=True, default_flow_style=style == "flow", default_style=quotes)
    (read,) = read_plans(BOOK, text, "p.yaml")
    assert read.findings == ()
    assert read.facts == facts


def test_days_are_ordinals() -> None:
    (read,) = read_plans(BOOK, "facts: {day: 2016-03-20}", "p.yaml")
    assert read.facts is not None
    assert read.facts.values == {("day",): date(2016, 3, 20).toordinal()}
