"""Skeletons: canonical, green where they are whole, and where they are not, asked for by name."""

from collections.abc import Iterator

import pytest

from checker.answers.compose import check_plan
from checker.answers.expectations import compare
from checker.authoring import skeletons_en, skeletons_zh
from checker.authoring.formatting import format_file
from checker.authoring.skeletons import (
    Skeleton,
    as_name,
    as_text,
    is_name,
    new_document,
    new_provision,
    new_rulebook,
    new_scenario,
)
from checker.findings import LANGUAGES
from checker.logic import Law
from checker.plan import read_plans
from checker.project import read_config
from checker.rulebook import load_texts
from checker.syntax import SourceFile, nodes, parse_rules

TO_FILL_IN = {
    "en": {"rank_to_fill_in", "standing_to_fill_in", "condition_to_fill_in", "effect_to_fill_in"},
    "zh": {"待填级别", "待填可信度", "待填条件", "待填效果"},
}
EXAMPLE = {"en": ("example_text", "sealing"), "zh": ("示例文本", "施封")}
NOTHING: dict[str, str | None] = {}


def rulebook(language: str) -> dict[str, str]:
    return {file.path: file.text for file in new_rulebook("mine", language)}


def skeletons(language: str) -> Iterator[Skeleton]:
    document, question = EXAMPLE[language]
    yield from new_rulebook("my own rules", language)
    yield new_document("d.md", "d", language, NOTHING)
    yield new_document("d.md", "公告 第9号", language, {"number": 'the "9th"', "issuer": "gacc", "items": "1..7"})
    yield new_provision("p.rules", "p", language, document, question, None)
    yield new_provision("p.md", "table", language, document, question, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_as_the_formatter_lays_them_out(language: str) -> None:
    for skeleton in skeletons(language):
        assert skeleton.findings == ()
        if skeleton.path.endswith((".md", ".rules")):
            assert format_file(SourceFile(skeleton.path, skeleton.text)).text == skeleton.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_written_in_the_keywords_asked_for(language: str) -> None:
    keyword = {"en": ("provision", "条款"), "zh": ("条款", "provision")}[language]
    text = new_provision("p.rules", "p", language, "d", "q", None).text
    assert text.startswith(f"{keyword[0]} p")
    assert keyword[1] not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_rulebook_is_green_and_says_what_is_an_example(language: str) -> None:
    book, findings = load_texts(rulebook(language))
    assert findings == ()
    assert book is not None
    plans = [plan for block in book.scenarios for plan in read_plans(book, block.text, block.file, block.line)]
    results = [compare(plan, check_plan(Law(book), plan)) for plan in plans]
    assert [result.mismatches for result in results] == [(), ()]
    (point,) = book.open_points
    assert point.subject in book.provisions
    settings, mistakes = read_config(rulebook(language)["lexport.yaml"], "lexport.yaml")
    assert (settings.rules, settings.language, mistakes) == ("rules", language, ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_left_to_fill_in_is_asked_for_by_name(language: str) -> None:
    document, question = EXAMPLE[language]
    page = new_document("d.md", "d", language, NOTHING)
    provision = new_provision("p.rules", "p", language, document, question, None)
    book, findings = load_texts({**rulebook(language), "d.md": page.text, "p.rules": provision.text})
    assert book is None
    said = " ".join(str(finding.message) for finding in findings)
    assert {word for word in TO_FILL_IN[language] if f"`{word}`" in said} == TO_FILL_IN[language]
    assert {finding.id for finding in findings} >= {"D101", "D102", "D103", "T302"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_asks_for_its_facts_and_its_verdict(language: str) -> None:
    book, _ = load_texts(rulebook(language))
    assert book is not None
    question = EXAMPLE[language][1]
    (plan,) = read_plans(book, new_scenario("s.yaml", 'A "new" plan: one', language, question).text, "s.yaml", 1)
    assert plan.title == 'A "new" plan: one'
    assert [finding.id for finding in plan.findings] == ["F401", "F406"]


def test_what_is_given_stands_where_it_belongs() -> None:
    given = {"title": "A title", "number": "No. 9", "issuer": "gacc", "rank": "law", "issued": "2024-01-05",
             "in_force": "2024-02-01", "items": "1..7"}  # fmt: skip
    text = new_document("d.md", "d", "en", given).text
    assert text.startswith("# A title\n")
    for clause in ("rank law", "issuer gacc", 'number "No. 9"', "issued 2024-01-05", "in force from 2024-02-01"):
        assert clause in text
    assert "items 1..7" in text
    assert "# issuer" not in text


def test_what_cannot_be_read_is_not_given_away() -> None:
    skeleton = new_document("d.md", "d", "en", {"issued": "2024/1/5"})
    assert [finding.span.line for finding in skeleton.findings if finding.span] == [9]


@pytest.mark.parametrize("name", ["plain", "公告第9号", "two words", "table", "1st", "当日", "provision", "且"])
def test_any_name_can_be_declared(name: str) -> None:
    statements, findings = parse_rules(f"fact {as_name(name)} : boolean")
    assert findings == ()
    assert isinstance(statements[0], nodes.FactDeclaration)
    assert statements[0].naming.text == name


@pytest.mark.parametrize("name", ["", " ", "a.b", "a「b", "a」", "two\nlines"])
def test_what_rules_cannot_spell_is_no_name(name: str) -> None:
    assert not is_name(name)


def test_a_text_is_spelled_so_that_it_is_read_back() -> None:
    statements, findings = parse_rules(
        f'fact f : boolean  known gap g in q because "{as_text(chr(92) + chr(34) + "x")}"'
    )
    assert findings == ()
    assert isinstance(statements[1], nodes.KnownGap)
    assert statements[1].because.value == '\\"x'


def test_both_languages_have_the_same_files_and_clauses() -> None:
    assert list(skeletons_en.RULEBOOK) == list(skeletons_zh.RULEBOOK)
    assert list(skeletons_en.DOCUMENT_CLAUSES) == list(skeletons_zh.DOCUMENT_CLAUSES)
