"""Every sentence of the readers of a rulebook and of the logic: said by some mistake, and Chinese throughout.

The mistakes are those of the pages that other tests read, and one of each sort that they leave out: in
`tests/corpus/one-mistake-each`, a mistake a line, and below.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.findings import Finding, Message, Related, Series, Value
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load, load_texts
from checker.rulebook.mutants import mutants
from checker.rulebook.renaming import renamed, unknown
from checker.uses.lapses import find_temporal_gaps
from tests.literate_pages import ROOT, corpus, read_page
from tests.unit.logic import test_unproved
from tests.unit.rulebook import renamed_books

PAGES = (*corpus(), *map(read_page, sorted((ROOT / "tests" / "corpus" / "broken-rules").glob("[0-9]*.md"))))
FOLDER = ROOT / "tests" / "corpus" / "one-mistake-each"
HEAD = (FOLDER / "head.rules").read_text(encoding="utf-8")
OFFICES = {"office.yaml": '"1": {kind: a, size: 3}\n"2": {kind: b}\n'}
QUOTED = re.compile(r"`[^`]*`")
PLACE = re.compile(r"[^（\s]+:\d+:\d+")
PROPER = re.compile(r"\b(?:YAML|UTF-8)\b")
LATIN = re.compile(r"[A-Za-z]")

WHOLE = (
    {"t.rules": "fact f : boolean"},
    {"t.rules": "rulebook t { ranks law } question q answers text"},
    {"t.rules": "rulebook t { ranks law governed by day } rulebook u { ranks law } fact day : date"},
    {"t.rules": "rulebook t { ranks law covers from 2016-01-01 reviewed until 2015-01-01 ruling law, no by npc }"},
    {"t.rules": "rulebook t { ranks law governed by kg period counts from today rolls away } fact kg : integer"},
)
TABLES = (
    '"1": {kind: @a}',
    '"1": {kind: *a}',
    "1: a: b",
    '"1"\n"2": {}',
    '"1": {}\n "2": {}',
    '"1": {kind: a',
    '"1": {kind: "a',
    '"1": {}\n---\n"2": {}',
    "\t1: 2",
    '"1": {kind: "\x07"}',
    '"1": "%" %',
    "[" * 5000,
    "- 1",
    '"1": 5',
    '"1": {kind: [a]}',
    '"1": {size: x}',
    '"1": {kind: a, kind: b}',
    '"1": {kinds: a}',
    '"1": {flag: maybe, on: 2015-01-01 08:00, at: 2015-01-01}',
    '"1": {flag: Yes, on: 2015/1/5, at: noon}',
    '"1": {}\nkind\n"2": {}',
    '"1": {parent: "9"}',
    '"1": {parent: "1"}',
    '"1": {}\n"1": {}',
    '"1": {size: 1, volume: 2}',
    '"1": {past: 5}',
    '"1": {past: [5]}',
    '"1": {past: [{from: 2015-01-01}]}',
    '"1": {past: [{value: 1, form: 2015-01-01}]}',
    '"1": {past: [{value: 1, from: 2015-01-01, until: 2014-01-01}]}',
    '"1": {past: [{value: 1}, {value: 2, from: 2015-1-1}]}',
    '"1": {kind: "\\U99999999"}',
    '"1": {kind: "\\0"}',
    "".join(f'"{n}": {{parent: "{n + 1}"}}\n' for n in range(999)) + '"999": {}',
)
REGISTERS = (
    "a: b: c",
    "5",
    "part: 5",
    "part: {A-1: 5}",
    "part: {A-1: {fact: x}}",
    "part: {A-1: {}}\nother: {A-1: {}}",
    'part: {A-1: {encoded: [carry], because: "so"}}',
    "part: {A-1: {not encoded: read}}",
    'part: {A-1: {no rule: ""}}',
    "part: {A-1: {encoded: carry}}",
    "part: {A-1: {encoded: [cary]}}",
    "part: {A-1: {encoded: }}",
)
DATED = """rulebook t { ranks law }
codes office from "office.yaml" {
  kind : text  size/volume : integer  flag : boolean  on : date  at : datetime  past : integer dated
}
"""
DEEP = (
    "provision s cites l item 1 when "
    + "".join(f"any x{n} in legs: (" for n in range(21))
    + "rail"
    + ")" * 21
    + " permit carry",
    "".join(f"define d{n} = not (not (not d{n + 1}))\n" for n in range(49)) + "define d49 = rail",
    "".join(f"define d{n} = d{n + 1}\n" for n in range(51)) + "define d51 = rail",
    "".join(f"define d{n} = d{n + 1} and d{n + 1}\n" for n in range(11)) + "define d11 = rail",
)
# Sixteen pairs fall apart into 65 536 branches, more than are ever compared.
EACH_APART = "".join(f"fact f{n} : boolean  fact g{n} : boolean\n" for n in range(16))
BOTH = " and ".join(f"(f{n} or g{n})" for n in range(16))
COMPILED = (
    f"{EACH_APART}provision s cites l item 1 when {BOTH} permit carry",
    f"{EACH_APART}question wide within {BOTH}",
    f'{EACH_APART}allow G101 on carry when {BOTH} because "so"',
    "provision s cites l item 1 permit carry only if rail forbid carry",
)
# What comes and goes in time is told by the logic, to whoever looks for gaps.
CHANGING = """rulebook t { covers from 2010-01-01 reviewed until 2020-12-31 ranks law governed by day }
fact day : date
fact wet : boolean
document old { rank law issuer npc issued 2005-01-01 in force from 2005-01-01 }
document end { rank law issuer npc issued 2012-01-01 in force from 2012-01-01 }
document brief { rank law issuer x issued 2005-01-01 in force from 2005-01-01 until 2012-01-01 }
question carry
"""
CHANGES = (
    "repeal old by end item 1 from 2012-01-01 provision a cites old permit carry",
    "provision a cites old permit carry provision b replaces a by end cites end when wet permit carry",
    "provision a cites brief permit carry",
    "provision a cites end permit carry",
    "provision a cites old when day < 2012-01-01 permit carry",
    "provision a cites old from 2012-01-01 permit carry",
)
NEVER_REACHED = {
    "folder with more than {most} files and folders in it": "so many files are made in the tests of limits alone",
    "rulebook of more than {most} in all": "so large a rulebook is made in the tests of limits alone",
    "more than {most} facts, those in records counted": "so many facts are made in the tests of limits alone",
    "more than {most} questions hang on one another": "so many questions are made in the tests of limits alone",
    "more than {most} mistakes: what follows is not read": "so many mistakes are made in the tests of limits alone",
    "mend these first": "so many mistakes are made in the tests of limits alone",
    "more than {most} provisions answer `{question}`": "so many provisions are made in the tests of limits alone",
    "records stand in one another more than {most} deep": "records are nested so in the tests of limits alone",
    "it holds a character that no YAML file may hold": "what reads files refuses such characters before",
}


def mistakes(sort: str) -> list[str]:
    return (FOLDER / f"{sort}.txt").read_text(encoding="utf-8").splitlines()


def texts() -> Iterator[dict[str, str]]:
    """Give the files of every small rulebook with a mistake."""
    yield from WHOLE
    for each in mistakes("tests"):
        for question in ("carry", "halt"):
            yield {"t.rules": f"{HEAD}provision t_1 cites l item 1 when {each} permit {question}", **OFFICES}
    for each in (*mistakes("declarations"), *DEEP, *COMPILED):
        yield {"t.rules": f"{HEAD}{each}", **OFFICES}
    for each in mistakes("effects"):
        yield {"t.rules": f"{HEAD}provision t_1 cites l item 1 {each}", **OFFICES}
    for each in TABLES:
        yield {"t.rules": DATED, "office.yaml": each}
    for each in REGISTERS:
        yield {"t.rules": HEAD, "sources.yaml": each, **OFFICES}


@cache
def found() -> tuple[Finding, ...]:
    """Collect all that is said of the pages and the small rulebooks, by the readers and by the logic."""
    findings: list[Finding] = []
    for loaded in (*(page.load() for page in PAGES), *map(load_texts, texts())):
        book, wrong = loaded
        findings.extend(wrong)
        if book is not None:
            findings.extend(Law(book).findings())
    return (*findings, *lapses())


def lapses() -> Iterator[Finding]:
    """Go through gaps in time, each with what is said of its cases as something further."""
    for each in CHANGES:
        book, _ = load_texts({"t.rules": CHANGING + each})
        assert book is not None
        law = Law(book)
        for lapse in find_temporal_gaps(law, cache(partial(over_all_cases, law))):
            assert lapse.finding.span is not None
            remarks = (Related(lapse.finding.span, remark) for area in lapse.areas for remark in area.remarks)
            yield replace(lapse.finding, related=(*lapse.finding.related, *remarks))


RENAMED: tuple[dict[str, tuple[str, ...]], ...] = (
    {"decl.moode": ("x",), "decl.mode": ("leg.mode2",), "carry": (), "total": ("a", "b")},
    {"rail": ("track",), "total": ("base",)},
    {"depot": ("a", "b"), "cheap": ("c", "d"), "dear": ("e", "f")},
    {"decl.mode": ("a",), "decl_record.mode": ("b",)},
)
SLIPS = """provision base cites l when rail permit carry
provision carved exception to base cites l when not rail forbid carry
provision only proviso to base cites l forbid halt
"""


def of_two() -> Iterator[Message]:
    """Go through what is said of names for an older rulebook, of two that are compared, and of mutants."""
    for names in RENAMED:
        wrong = renamed(renamed_books.loaded(), names)
        assert isinstance(wrong, tuple)
        yield from messages(wrong)
    yield from messages(unknown(renamed_books.loaded(), {"decl.mode": ("moode",)}))
    yield from test_unproved.said()
    book, _ = load_texts({"t.rules": HEAD + SLIPS, **OFFICES})
    assert book is not None
    for mutant in mutants(book):
        yield from (words for words in (mutant.before, mutant.after) if isinstance(words, Message))


def messages(findings: Iterable[Finding]) -> Iterator[Message]:
    for finding in findings:
        said = (finding.message, finding.label, finding.help, *(related.message for related in finding.related))
        yield from (message for message in said if message is not None)


def templates(value: Value) -> Iterator[str]:
    """Go through the sentences a message is made of."""
    if isinstance(value, Message):
        yield value.template
        for _, part in value.values:
            yield from templates(part)
    elif isinstance(value, Series):
        for thing in value.things:
            yield from templates(thing)


def written_in(folder: Path) -> Iterator[str]:
    """Go through the sentences that are written in the modules of a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                sentence = node.args[0]
                assert isinstance(sentence, ast.Constant), f"{path.name}:{node.lineno}"
                assert isinstance(sentence.value, str)
                yield sentence.value


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    """Load a folder that is not there, and files that cannot be read."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "t.rules").write_bytes(b"\xff")
    (folder / "unseen\u200b.rules").touch()
    (folder / "linked.rules").symlink_to(folder / "t.rules")
    os.mkfifo(folder / "pipe.rules")
    return (*load(folder)[1], *load(folder / "gone")[1])


def test_every_sentence_is_said_by_some_mistake(unreadable: tuple[Finding, ...]) -> None:
    every = (*messages((*found(), *unreadable)), *of_two())
    said = {sentence for message in every for sentence in templates(message)}
    written = {sentence for folder in ("rulebook", "logic") for sentence in written_in(ROOT / "checker" / folder)}
    assert sorted(written - said - set(NEVER_REACHED)) == []
    assert [sentence for sentence in NEVER_REACHED if sentence in said] == []


def test_in_chinese_nothing_but_the_words_of_the_user_is_in_latin_letters(unreadable: tuple[Finding, ...]) -> None:
    own = {sentence for folder in ("rulebook", "logic") for sentence in written_in(ROOT / "checker" / folder)}
    mixed = []
    for message in dict.fromkeys((*messages((*found(), *unreadable)), *of_two())):
        if message.template in own:
            text = message.in_language("zh")
            if LATIN.search(PROPER.sub("", PLACE.sub("", QUOTED.sub("", text)))):
                mixed.append(text)
    assert mixed == []


def test_keywords_to_be_typed_are_chinese() -> None:
    text = HEAD + "provision s cites l item 1 when sent is not given permit carry\nquestion late done at rail"
    helps = [finding.help.in_language("zh") for finding in load_texts({"t.rules": text, **OFFICES})[1] if finding.help]
    assert "写作 `sent is absent`" in helps
    document = "document d { issuer npc  issued 2015-01-01 }"
    (finding,) = load_texts({"t.rules": HEAD + document, **OFFICES})[1]
    assert finding.help is not None
    assert finding.message.in_language("zh") == "文件 `d` 缺少 `效力级别`和`施行自`"
    assert finding.help.in_language("zh") == "补上 `效力级别 …`和`施行自 …`"
