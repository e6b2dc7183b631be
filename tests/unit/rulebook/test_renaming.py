"""Renaming: a rulebook under other names is the one that its author would have written with them."""

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from msgspec import Struct

from checker.findings import Span
from checker.rulebook import Rulebook, load
from checker.rulebook.model import All, CodeTable, CodeType, FieldType, FiniteType, Members, Same, Some, leaves
from checker.rulebook.model import Test as OneTest
from checker.rulebook.nameable import tables_of
from checker.rulebook.renaming import renamed
from tests.unit.rulebook.renamed_books import ALIKE, CODES, TEXT, loaded


def under(book: Rulebook, **names: str) -> Rulebook:
    """Rename things of a rulebook, two underscores for each dot, `|` between several new names."""
    found = renamed(book, {name.replace("__", "."): tuple(new.split("|")) for name, new in names.items()})
    assert isinstance(found, Rulebook), [str(finding.message) for finding in found]
    return found


def bare(value: Any) -> Any:
    """Return what a rulebook says without where and in which words its author wrote it."""
    match value:
        case Rulebook():
            parts = {name: bare(getattr(value, name)) for name in Rulebook.__slots__ if name != "digest"}
            return parts | {"tables": [bare(table) for table in tables_of(value)]}
        case CodeTable(names, _, closed, attributes, rows):
            return names, closed, bare(attributes), bare(tuple(rows.values()))
        case CodeType(table):
            return table.names
        case Span():
            return None
        case Struct():
            fields = {
                name: getattr(value, name)
                for name in value.__struct_fields__
                if name not in ("text", "title", "because")
            }
            return type(value).__name__, {name: bare(part) for name, part in fields.items()}
        case tuple():
            return [bare(part) for part in value]
        case frozenset():
            return sorted(value)
        case dict() | MappingProxyType():
            return [(name, bare(part)) for name, part in value.items()]
    return value


def written(**words: str) -> Rulebook:
    """Load the rulebook as an author writes it who uses other words; whole words are replaced in both files."""
    texts = [TEXT, CODES]
    for old, new in words.items():
        texts = [re.sub(rf"\b{old}\b", new, text) for text in texts]
    return loaded(*texts)


@pytest.mark.parametrize(
    ("label", "old", "new"),
    [
        ("decl", "decl", "zz_declaration"),
        ("decl.made", "made", "zz_lodged"),
        ("decl_record.due", "due", "a_late_day"),
        ("decl.risk", "risk", "risk"),
        ("decl.place", "place", "zz_place"),
        ("legs", "legs", "a_ways"),
        ("leg_record.fee", "fee", "zz_fee"),
        ("legs.seal", "seal", "zz_seal"),
        ("leg_record.seal.state", "state", "zz_state"),
        ("leg_record.cargo", "cargo", "zz_cargo"),
        ("legs.cargo.danger", "danger", "zz_danger"),
        ("total", "total", "a_total"),
        ("depot", "depot", "zz_depot"),
        ("place_kind.inland", "inland", "zz_inland"),
        ("risk.high", "high", "zz_high"),
        ("staffed", "staffed", "zz_staffed"),
        ("office.sort.unstaffed", "unstaffed", "zz_unstaffed"),
        ("decl.place.A1", "A1", "Z9"),
        ("office.B2", "B2", "Z9"),
        ("stay", "stay", "zz_stay"),
        ("price", "price", "zz_price"),
        ("price.dear", "dear", "zz_dear"),
        ("price.cheap", "cheap", "zz_cheap"),
        ("whole", "whole", "zz_whole"),
        ("legs.seal.state.broken", "broken", "zz_broken"),
    ],
)
def test_is_what_an_author_writes_who_uses_the_new_word(label: str, old: str, new: str) -> None:
    under_it = renamed(loaded(), {label: (new,)})
    assert isinstance(under_it, Rulebook)
    assert bare(under_it) == bare(written(**{old: new}))


def test_several_new_words_at_once() -> None:
    book = renamed(loaded(), {"decl": ("d",), "decl.mode": ("way_of",), "legs": ("zz",), "carry": ("c",), "A1": ("Q",)})
    newer = TEXT.replace("made : date  due : date optional  mode", "made : date  due : date optional  way_of")
    newer = re.sub(r"\bdecl\b", "d", newer)
    newer = re.sub(r"\bd\.mode\b", "d.way_of", newer)
    newer = re.sub(r"\blegs\b", "zz", re.sub(r"\bcarry\b", "c", newer)).replace("A1", "Q")
    again = loaded(newer, CODES.replace("A1", "Q"))
    assert bare(book) == bare(again)


def test_two_may_change_places() -> None:
    assert bare(renamed(loaded(), {"low": ("high",), "high": ("low",)})) == bare(
        loaded(TEXT.replace("low <", "1 <").replace("high", "low").replace("1 <", "high <"))
    )


def test_renaming_there_and_back_is_the_rulebook_itself() -> None:
    there = renamed(loaded(), {"decl.mode": ("way_of",), "decl.mode.rail": ("track",), "4": ("5",)} | {"C3": ("D4",)})
    assert isinstance(there, tuple), "no code is called 4"
    there = renamed(loaded(), {"decl.mode": ("way_of",), "decl.mode.rail": ("track",), "C3": ("D4",), "carry": ("c",)})
    assert isinstance(there, Rulebook)
    back = renamed(there, {"decl.way_of": ("mode",), "decl.way_of.track": ("rail",), "D4": ("C3",), "c": ("carry",)})
    assert bare(back) == bare(loaded())


def test_the_shipped_rulebook_under_no_other_names_is_built_again_as_it_was() -> None:
    book, _ = load(Path(__file__).parents[3] / "rules")
    assert book is not None
    again = renamed(book, {"carriage": ("carriage",)})
    assert again is not book
    assert bare(again) == bare(book)


def test_an_alias_that_becomes_the_name_stands_once_and_other_aliases_stay() -> None:
    book = under(loaded(), legs__mode="运输方式", legs__mode__sea="ocean")
    assert book.records["leg_record"].fields[0].names == ("运输方式",)
    assert finite(book.records["leg_record"].fields[0].type).names == {
        "ocean": "ocean",
        "海": "ocean",
        "rail": "rail",
        "铁路": "rail",
    }


def test_a_text_that_says_what_became_several_means_any_of_them() -> None:
    book = under(loaded(), decl__mode__rail="block|single")
    conditions = [book.provisions[name].condition for name in ("split", "moved")]
    said = [leaf.values for c in conditions for leaf in leaves(c) if isinstance(leaf, OneTest) and not leaf.term.chain]
    assert said[0] == said[-1] == Members(frozenset({"block", "single"}))
    declared = next(field.type for field in book.records["decl_record"].fields if field.name == "mode")
    assert finite(declared).domain == ("sea", "block", "single")
    other = next(field.type for field in book.records["leg_record"].fields if field.name == "mode")
    assert finite(other).domain == ("sea", "rail")


def test_of_a_code_that_became_several_each_has_what_it_had() -> None:
    book = under(loaded(), B2="B2|B3")
    asked = [leaf for leaf in leaves(book.provisions["split"].condition) if isinstance(leaf, OneTest)]
    assert asked[1].values == Members(frozenset({"A1", "B2", "B3"}))
    office = asked[1].term.type
    assert isinstance(office, CodeType)
    table = office.table
    assert [table.rows[code].value("kind", None) for code in ("B2", "B3")] == ["yard", "yard"]
    assert [table.rows[code].parent for code in ("B2", "B3", "C3")] == ["A1", "A1", "B2"]


def finite(declared: FieldType) -> FiniteType:
    """Return a type of listed values."""
    assert isinstance(declared, FiniteType)
    return declared


def named(test: OneTest) -> frozenset[str]:
    """Return the values that a test names."""
    assert isinstance(test.values, Members)
    return test.values.values


def compared(book: Rulebook) -> tuple[Any, list[tuple[frozenset[str], frozenset[str]]]]:
    """Return the first part of a comparison and the pairs of values that its other parts join."""
    condition = book.provisions["base"].condition
    assert isinstance(condition, Some)
    pairs = []
    for part in condition.parts:
        if isinstance(part, All):
            left, right = part.parts
            assert isinstance(left, OneTest)
            assert isinstance(right, OneTest)
            pairs.append((named(left), named(right)))
    return condition.parts[0], pairs


def test_any_two_of_what_became_several_are_alike_as_the_one_was() -> None:
    first, pairs = compared(under(loaded(ALIKE), one__rail="block|single", other__rail="block|single"))
    assert isinstance(first, Same)
    assert pairs == [(frozenset({"block", "single"}), frozenset({"block", "single"}))]


def test_two_facts_stay_alike_where_one_alone_has_another_word() -> None:
    _, pairs = compared(under(loaded(ALIKE), one__sea="ocean"))
    assert pairs == [(frozenset({"ocean"}), frozenset({"sea"})), (frozenset({"rail"}), frozenset({"rail"}))]


def test_no_names_leave_the_rulebook_as_it_is() -> None:
    book = loaded()
    assert renamed(book, {}) is book
