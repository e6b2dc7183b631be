"""The transit page of the law a second time, in Chinese: the same nodes, the same rulebook, the same verdicts.

The page is `chinese/order-89.md`: glued and punctuated as a lawyer writes. Its strings are those of the English page,
since they are not translated; its names are aliases declared under `rules/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache

import pytest
from msgspec import Struct
from msgspec.structs import replace

from checker.answers.run import Laws, run_scenarios
from checker.findings import Span
from checker.plan import Plan, read_plans
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.model import CodeType, Conjunct, Element
from checker.shipped import shipped_folder
from checker.stored import names_of
from checker.syntax import SourceFile, nodes, parse_file
from tests.canonical_nodes import Aliases, Tree, aliases_of, canonical
from tests.literate_pages import ROOT

PAGE = "transit/order-89.md"
FURTHER_TRANSIT = (
    "transit/gacc-2017-48.md",
    "scenarios/direct-transit-zh.yaml",
    "scenarios/g1-last-leg.yaml",
    "scenarios/last-leg-zh.yaml",
    "scenarios/second-transit.yaml",
    "scenarios/transit-2018.yaml",
    "scenarios/transit-and-seals-cases.yaml",
)
FENCE = re.compile(r"^```(rules|scenario)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = re.compile(r"“[^”\n]*”")
NAME = re.compile(r"「([^」\n]*)」")
# Ranks, issuers, standings, readings and limbs have one name only.
UNTRANSLATED = {
    "departmental_rule",
    "gacc",
    "read_in_part",
    "translated",
    "interpretation",
    "own_transport_is_unregistered",
    "at_the_inland_end",
    "with_its_reservation",
    "second_transit",
    "allowed_by_order",
    "secondary",
    "applied",
    "supervised",
    "entry",
    "destination",
}


@cache
def shipped_texts() -> Mapping[str, str]:
    folder = shipped_folder("rules")
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".yaml"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def chinese_text() -> str:
    return (ROOT / "tests" / "chinese" / "order-89.md").read_text(encoding="utf-8")


def statements(text: str) -> tuple[nodes.Statement, ...]:
    """Parse a page in which nothing may be wrong."""
    parsed, findings = parse_file(SourceFile(PAGE, text))
    assert findings == ()
    return parsed.statements


@cache
def book(language: str) -> Rulebook:
    """Load the shipped rulebook, for `zh` with the Chinese page in place of the English one."""
    page = {PAGE: chinese_text()} if language == "zh" else {}
    loaded, findings = load_texts({**shipped_texts(), **page})
    assert findings == ()
    assert loaded is not None
    return loaded


@cache
def aliases() -> Aliases:
    return aliases_of([s for path, text in shipped_texts().items() if path.endswith(".md") for s in statements(text)])


def tree(text: str) -> Tree:
    return canonical(aliases(), statements(text))


def test_the_two_pages_are_equal_node_for_node() -> None:
    assert len(statements(chinese_text())) == 39
    assert tree(chinese_text()) == tree(shipped_texts()[PAGE])


def test_the_two_pages_have_the_same_blocks_in_one_order() -> None:
    kinds = [[kind for kind, _ in FENCE.findall(text)] for text in (shipped_texts()[PAGE], chinese_text())]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("「内支线」", "「公路」"),
        ("“W18”，\n　　当", "“W19”，\n　　当"),
        ("不得「", "准予「"),
        ("」第五条", "」第五条第一款"),
        ("，且「运段", "，或「运段"),
        ("由「海关」", "由「承运人」"),
        ("/「货物均可转关」", "/「货物可以转关」"),
        ("仅当同时符合", "仅当符合其一"),
        ("「applied」：", "「supervised」："),
        ("「直转转关」、「进口」", "「直转转关」、「出口」"),
        ("：「进境地」", "：「启运地」"),
        ("属于「运抵后申报」", ""),
        ("第二十四条，\n　　依据", "，\n　　依据"),
        ("限于14日之后", "限于15日之后"),
        ("之后「报关单.运输工具申报进境之日」", "之后「报关单.申报日期」"),
        ("为逾期", "为非逾期"),
        (">14日", ">13日"),
        ("当非「转关单", "当「转关单"),
        ("为非「提前报关转关」", "为「提前报关转关」"),
        ("为「运输工具抵达指运地之日」", "为「运输工具申报进境之日」"),
        ("48号」第一项", "48号」第二项"),
        ("、「滞报金」", ""),
    ],
)
def test_one_word_of_another_meaning_makes_other_nodes(written: str, instead: str) -> None:
    assert written in chinese_text()
    assert tree(chinese_text().replace(written, instead, 1)) != tree(shipped_texts()[PAGE])


def rules_of(text: str) -> Iterator[str]:
    return (body for kind, body in FENCE.findall(text) if kind == "rules")


def test_the_chinese_page_is_glued_and_in_full_width() -> None:
    for rules in rules_of(chinese_text()):
        assert re.search(r"\S[ \u3000]+\S", TEXT.sub("", rules)) is None
        left = NAME.sub("", TEXT.sub("", rules))
        assert re.fullmatch(r"(?:[\u4e00-\u9fff，、；：｛｝（）<>/\s-]|[0-9]+(?:-[0-9]+-[0-9]+)?|\.\.)*", left), left


def test_whatever_has_a_chinese_name_is_called_by_it() -> None:
    declared = {name for names in namings(statements(chinese_text())) for name in names if name.isascii()}
    used = {name for rules in rules_of(chinese_text()) for name in NAME.findall(TEXT.sub("", rules))}
    assert {name for name in used if name.isascii()} == declared | UNTRANSLATED


def namings(value: object) -> Iterator[tuple[str, ...]]:
    """Find all names that are declared in nodes."""
    if isinstance(value, nodes.Naming):
        yield tuple(name.text for name in value.names)
    elif isinstance(value, tuple):
        for part in value:
            yield from namings(part)
    elif isinstance(value, nodes.Node):
        for part in names_of(value):
            yield from namings(getattr(value, part))


def meaning(value: object) -> Tree:
    """Reduce a part of a rulebook to what it means: without places on disk and the words of its author."""
    if isinstance(value, Span):
        return None
    if isinstance(value, CodeType):  # its attributes may lead back to it
        return ("CodeType", value.name)
    if is_dataclass(value) or isinstance(value, Struct):
        kept = [name for name in names_of(value) if not (name == "text" and isinstance(value, Conjunct))]
        return (type(value).__name__, *((name, meaning(getattr(value, name))) for name in kept))
    if isinstance(value, Mapping):
        return tuple((key, meaning(one)) for key, one in value.items())
    return tuple(map(meaning, value)) if isinstance(value, tuple) else value


PARTS = [name for name in names_of(Rulebook) if name not in ("scenarios", "digest")]


@pytest.mark.parametrize("part", PARTS)
def test_both_pages_make_one_rulebook(part: str) -> None:
    english, chinese = (meaning(getattr(book(language), part)) for language in ("en", "zh"))
    assert english
    assert chinese == english


def plans(of: Rulebook, file: str, under: Rulebook) -> list[Plan]:
    """Read the scenarios of a file of one rulebook as plans under another."""
    blocks = [block for block in of.scenarios if block.file == file]
    return [plan for block in blocks for plan in read_plans(under, block.text, block.file, block.line)]


def placed(plan: Plan) -> Tree:
    """Give what a scenario says, its elements by their place instead of by the names it has for them."""
    assert plan.facts is not None
    names = {e.id: f"{list_}[{i}]" for list_, found in plan.facts.lists.items() for i, e in enumerate(found)}
    lists = {list_: tuple(renamed(e, names) for e in found) for list_, found in plan.facts.lists.items()}
    expected = [
        meaning(replace(expectation, subject=names.get(expectation.subject, expectation.subject)))
        for expectation in plan.expectations
    ]
    return plan.facts.values, lists, expected, plan.as_of, plan.turned, plan.because


def renamed(element: Element, names: Mapping[str, str]) -> Element:
    return replace(element, id=names[element.id], path=names[element.id])


def test_the_scenarios_of_both_pages_say_the_same() -> None:
    english, chinese = (plans(book(language), PAGE, book(language)) for language in ("en", "zh"))
    assert len(chinese) == 51
    assert [placed(plan) for plan in chinese] == [placed(plan) for plan in english]


@pytest.mark.parametrize(("language", "file"), [("zh", PAGE), *(("en", file) for file in FURTHER_TRANSIT)])
def test_every_scenario_of_transit_passes_under_the_chinese_page(language: str, file: str) -> None:
    read = plans(book(language), file, book("zh"))
    assert read
    run = run_scenarios(laws(), read)
    assert run.findings == ()
    assert [result for result in run.results if not result.passed] == []


@cache
def laws() -> Laws:
    return Laws(book("zh"))
