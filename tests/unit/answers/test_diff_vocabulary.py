"""What two small rulebooks have other words for: names, values, codes; nothing of it is refused."""

from __future__ import annotations

from datetime import date

from checker.answers.diff_vocabulary import MOST_NAMED, comparable, other_words, words_of_days
from checker.rulebook import Rulebook, load_texts
from tests.unit.answers.compared import ASKED, HEAD

PLACE = 'codes office from "codes/offices.yaml" { north : boolean  inner : boolean dated }\nfact place : office\n'


def book(text: str, head: str = HEAD, codes: str = "") -> Rulebook:
    made, findings = load_texts({"t.rules": head + text, **({"codes/offices.yaml": codes} if codes else {})})
    assert made is not None, [str(finding.message) for finding in findings]
    return made


def said(before: Rulebook, after: Rulebook) -> list[str]:
    return [str(each) for each in other_words(before, after)]


def test_equal_rulebooks_have_no_other_words() -> None:
    assert said(book(ASKED), book(ASKED)) == []


def test_facts_and_values_that_come_and_go() -> None:
    later = HEAD.replace("fact wet : boolean", "fact dry : boolean").replace("{ sea, road, air }", "{ sea, rail, air }")
    assert said(book(ASKED), book(ASKED, later)) == [
        "facts that are gone: `wet`",
        "new facts: `dry`",
        "values of `mode` that are gone: `road`",
        "new values of `mode`: `rail`",
    ]


def test_a_fact_of_another_type_has_other_values() -> None:
    assert said(book(ASKED), book(ASKED, HEAD.replace("fact wet : boolean", "fact wet : integer 0..9"))) == [
        "`wet` has other values"
    ]


def test_codes_that_come_and_go_and_are_otherwise() -> None:
    before = '"1": {north: true}\n"2": {north: true}\n"3": {north: true}\n'
    after = '"1": {north: true}\n"2": {north: false}\n"4": {north: true}\n'
    head = HEAD + PLACE
    assert said(book(ASKED, head, before), book(ASKED, head, after)) == [
        "codes of `office` that are gone: `3`",
        "new codes of `office`: `4`",
        "codes of `office` with other attributes: `2`",
    ]


def test_codes_whose_attributes_change_between_two_days() -> None:
    codes = '"1": {inner: [{value: true, from: 2015-01-01}]}\n"2": {inner: [{value: true, from: 2018-01-01}]}\n'
    days = date(2014, 6, 1).toordinal(), date(2016, 6, 1).toordinal()
    told = [str(each) for each in words_of_days(book(ASKED, HEAD + PLACE, codes), days)]
    assert told == ["codes of `office` with other attributes: `1`"]


def test_documents_and_provisions_that_come_and_go() -> None:
    new = ASKED + "document m { rank law  issuer npc  issued 2016-01-01  in force from 2016-02-01 }\n"
    assert said(
        book(ASKED + "provision p cites l permit carry\n"), book(new + "provision q cites m permit carry\n")
    ) == [
        "provisions that are gone: `p`",
        "new provisions: `q`",
        "new documents: `m`",
    ]


def test_of_many_names_some_are_told_and_all_are_counted() -> None:
    many = "".join(f"fact f{number:02} : boolean\n" for number in range(MOST_NAMED + 3))
    (line,) = said(book(ASKED), book(ASKED, HEAD + many))
    assert line.startswith("new facts: `f00`, ")
    assert line.endswith(f"`f{MOST_NAMED - 1:02}`, 3 more")


def test_only_questions_asked_in_the_same_way_are_compared() -> None:
    before = book(ASKED + 'question a "A?" answers integer 0..1\nquestion b "B?"\nquestion c "C?"\n')
    after = book(ASKED + 'question a "A?"\nquestion b "B, in other words?"\nquestion d "D?"\n')
    assert comparable(before, after) == ("b", "carry")
    assert said(before, after) == [
        "questions that are gone: `c`",
        "new questions: `d`",
        "`a` has answers of another kind, and is not compared",
    ]
