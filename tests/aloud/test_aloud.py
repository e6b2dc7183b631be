"""Rules read aloud: as it was written by hand, in both languages, whatever a rule may hold, and never the same for two.

The pages of this folder hold rules beside their readings; here they are held against the program, and against the
classes of the nodes, so that nothing a rule can say is without words.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from string import Formatter
from typing import get_args

import pytest

from checker.reports.aloud import naming
from checker.reports.aloud.entries import aloud_entries
from checker.reports.aloud.material import Material
from checker.reports.aloud.reading import aloud
from checker.reports.aloud.sentences_of_law import LAW
from checker.reports.aloud.sentences_of_tests import TESTS
from checker.reports.aloud.wording import TABLE, words
from checker.rulebook.files import read_folder
from checker.syntax import nodes
from tests.aloud.pages import Expected, expected_of, heard, material, material_of, pages
from tests.literate_pages import ROOT

PAGES = pages()
EXPECTED = [expected for page in PAGES for expected in expected_of(page)]
# Words to the linter, which are no law and bear no name.
WITHOUT_NAME = {nodes.Allowance}
QUOTED = re.compile(r"“[^“”]*(?:“[^”]*”[^“”]*)*”")
# A name in brackets, and the classes of credit, which have letters for names.
SPELLED = re.compile(r"（\w+）|[A-D]{1,2}类")


@pytest.fixture(scope="module")
def materials() -> dict[str, Material]:
    return {page.name: material(page) for page in PAGES}


@pytest.fixture(scope="module")
def shipped() -> Material:
    files, findings = read_folder(ROOT / "rules")
    assert findings == ()
    return material_of({file.below: file.text for file in files if not file.is_scenarios})


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda e: f"{e.page}-{e.language}-{e.name}")
def test_what_is_heard_is_what_was_written_by_hand(expected: Expected, materials: dict[str, Material]) -> None:
    assert heard(materials[expected.page], expected.name, expected.language) == expected.text


def test_the_reading_on_the_page_of_commands_is_a_reading(shipped: Material) -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    shown = page.partition("```text\nProvision “Goods diverted")[2].partition("```")[0]
    spoken = heard(shipped, "a47_4b", "en")
    assert f"Provision “Goods diverted{shown}".split() == spoken.split()


def test_at_least_twenty_five_provisions_are_heard_in_both_languages() -> None:
    languages: dict[tuple[str, str], set[str]] = {}
    for expected in EXPECTED:
        if expected.text.startswith(("Provision ", "条款")):
            languages.setdefault((expected.page, expected.name), set()).add(expected.language)
    assert sum(found == {"en", "zh"} for found in languages.values()) >= 25


def test_every_class_of_nodes_is_in_a_rule_whose_reading_is_written(materials: dict[str, Material]) -> None:
    expected = {(each.page, each.name) for each in EXPECTED}
    found = {type(node) for of in materials.values() for node in nodes.walk(of.statements)}
    heard_of = [
        *get_args(nodes.Condition), *get_args(nodes.Operand), *get_args(nodes.Effect), *get_args(nodes.HeaderClause),
        *get_args(nodes.QuestionClause), *get_args(nodes.DocumentClause), *get_args(nodes.Tail),
        *get_args(nodes.Cell), *get_args(nodes.Type), *get_args(nodes.Statement),
    ]  # fmt: skip
    assert expected
    assert {kind.__name__ for kind in heard_of if kind not in found | WITHOUT_NAME} == set()


def test_every_sentence_of_the_table_is_used(
    materials: dict[str, Material], shipped: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: set[str] = set()

    class Listening(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            used.add(key)
            return super().__getitem__(key)

    monkeypatch.setattr(naming, "words", lambda language: Listening(words(language)))
    for of in (*materials.values(), shipped):
        for kind, name in everything(of):
            aloud(of, kind, name, "en")
    readings(provisions(), "en")
    assert set(TABLE) - used == set()


def everything(of: Material) -> Iterator[tuple[str, str]]:
    for entry in aloud_entries(of, "en", None):
        yield entry.kind, entry.names[0]
    for index, _ in enumerate(s for s in of.statements if isinstance(s, nodes.Never)):
        yield "never", str(index)


def test_both_languages_fill_the_same_braces() -> None:
    def braces(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {key for key, (english, chinese) in TABLE.items() if braces(english) != braces(chinese)} == set()
    assert set(LAW) & set(TESTS) == set()


def test_nothing_is_left_untranslated(materials: dict[str, Material], shipped: Material) -> None:
    left: dict[str, set[str]] = {}
    for of in (*materials.values(), shipped):
        for kind, name in everything(of):
            bare = SPELLED.sub("", QUOTED.sub("", aloud(of, kind, name, "zh")))
            words = set(re.findall(r"[A-Za-z]+", bare))
            if words:
                left[name] = words
    assert left == {}


VOCABULARY = """
rulebook t { ranks r  governed by day  roles carrier, customs }
fact day : date optional
fact other_day : date
fact flag : boolean optional
fact sign : boolean
fact many : integer 0..99
fact few : integer 0..99
record thing { size : integer 0..99  good : boolean }
fact things : list of thing
define thing.twice = thing.size + thing.size
kinds place { zone { east  west }  outside }
levels grade { low < middle < high }
fact site : place
fact marks : grade
document d { rank r  issuer i  issued 2015-01-01  in force from 2015-02-01 }
question q "Q?"
question u "U?" done at other_day
question w "W?" about site
"""
CONDITIONS = """
flag; not flag; sign; flag is false; flag is absent; flag is given; not flag is absent
flag and sign; flag or sign; flag unless sign; sign unless flag; not (flag and sign); not (flag or sign)
flag and sign or many > 3; flag and (sign or many > 3); (flag unless sign) and many > 3; flag unless sign and many > 3
flag unless (sign unless many > 3); flag unless sign unless many > 3; not flag and not sign
many > 3; many >= 3; many < 3; many <= 3; not many > 3; many is 3; many is not 3; many in { 3, 4 }; not many in { 3, 4 }
many between 3 and 4; not many between 3 and 4; many > few; many + few > 3; many - few > 3; many > 3 - few
site is zone; site is east; site in { east, west }; site is not zone; site in { zone, outside }
marks >= middle; marks > middle; marks < middle; marks is middle; marks is not middle
day >= 2016-01-01; day > 2016-01-01; day < 2016-01-01; day <= 2016-01-01; day is other_day; day < other_day
day is within 3 days after other_day; day is within 3 days before other_day; day is at least 3 days after other_day
day is within 3 months after other_day; day is not within 3 days after other_day; day is within 4 days after other_day
any t in things: (t.good); every t in things: (t.good); no t in things: (t.good); any t in things: (not t.good)
not any t in things: (t.good); every t in things: (not t.good); count t in things where (t.good) > 3
count t in things where (not t.good) > 3; count t in things > 3; sum t.size of t in things > 3
any t in things: (t.good and t.size > 3); any t in things: (t.good) and many > 3
q is permitted; q is forbidden; q is not permitted; q in { permitted, required }; u is late; u is not late
true; not true; not (flag or sign or many > 3 or few > 3); not (flag and sign and many > 3 and few > 3)
any t in things: (t.twice > 3); any t in things: (t.size > 3)
count t in things where (t.good and (t.size > 3 or sign)) > 3
not any t in things: (t.good and (t.size > 3 or sign)); any t in things: (not (t.good and (t.size > 3 or sign)))
all of { flag: flag  sign: sign }; any of { flag: flag  sign: sign }; all of { flag: flag  other: sign }
"""
HEADERS = """
permit q; forbid q; require q; exempt q; leave q open; leave q to customs; leave q to carrier; permit q by carrier
require u within 3 days after other_day; require u at least 3 days after other_day; require u within 3 days before day
require u by carrier; require u by customs; require u note "a"; permit q note "a"; permit q only if flag
require q only if flag; permit q only if sign; permit w in { east }; permit w only in { east }; forbid w in { east }
require w is east; permit w in { zone }; permit w in { east, west }; permit q permit w in { east }; permit q forbid u
table q by sign { true : permit  false : forbid }; table q by sign { true : forbid  false : permit }
table q by sign in order { true : permit  * : forbid }; table q by sign { * : permit }; table q by sign { * : forbid }
table q by many { 0..3 : permit  4..9 : forbid }
unless otherwise provided permit q; unless otherwise provided by r permit q; from 2016-01-01 permit q
until 2016-01-01 permit q; exception to first permit q; exception to first in q permit q; proviso to first permit q
exception to second permit q permit u; overrides first because "a" forbid q; overrides first because "b" forbid q
replaces first by d permit q; replaces second by d permit q; reading a "b" permit q; reading a "c" permit q
apply first; apply second; cites d permit q; cites d standing read permit q; cites d standing translated permit q
"""


def readings(rules: list[str], language: str) -> list[str]:
    """Read a provision for each rule, but for its name."""
    written = [f"provision p{index} cites d {rule}" for index, rule in enumerate(rules)]
    found = []
    for name, text in zip((f"p{index}" for index in range(len(rules))), written, strict=True):
        fixed = "provision first cites d permit q\nprovision second cites d permit q permit u\n"
        of = material_of({"t.rules": f"{VOCABULARY}{fixed}{text}"})
        found.append(heard(of, name, language).replace(name, "p"))
    return found


def split(rows: str) -> list[str]:
    return [rule.strip() for row in rows.strip().splitlines() for rule in row.split(";")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_name_may_hold_what_sentences_are_filled_by(language: str) -> None:
    rules = """
fact 「a{b}」 : boolean
record 「r{condition}」 { 「f{0}」 : boolean }
fact 「l{list}」 : list of 「r{condition}」
provision 「p{}」 "A {title}" cites d
  when 「a{b}」 and any 「v{variable}」 in 「l{list}」: (「v{variable}」.「f{0}」)
  permit q note "{note}"
"""
    told = heard(material_of({"t.rules": VOCABULARY + rules}), "p{}", language)
    for name in ("p{}", "a{b}", "v{variable}", "l{list}", "f{0}", "{note}"):
        assert f"“{name}”" in told or f"({name})" in told


@pytest.mark.parametrize(
    ("condition", "inner"),
    [
        ("flag unless sign unless many > 3", "flag unless (sign unless many > 3)"),
        ("every t in things: (t.good unless sign)", "every t in things: (t.good) unless sign"),
        ("not (flag unless sign)", "(not flag) unless sign"),
    ],
)
def test_what_unless_belongs_to_is_heard(condition: str, inner: str) -> None:
    """What could be heard in either way is read as a list; so the two readings differ by more than a pause."""
    told = [re.sub(r"\W+", " ", text) for text in readings([f"when {c} permit q" for c in (condition, inner)], "en")]
    assert told[0] != told[1]


def provisions() -> list[str]:
    """List rules that differ from one another by a word."""
    return [f"when {condition} permit w in {{ east }}" for condition in split(CONDITIONS)] + split(HEADERS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_rules_that_differ_are_never_read_alike(language: str) -> None:
    rules = provisions()
    told = dict(zip(rules, readings(rules, language), strict=True))
    assert [(one, other) for one, other in combinations(told, 2) if told[one] == told[other]] == []
