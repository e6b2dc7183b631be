"""The cache of laws: what is in it answers as a law just made does, and nothing wrong in it ever shows."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import Struct

from checker.answers.compose import check_plan
from checker.findings import Finding, is_fatal
from checker.logic import Law
from checker.plan import read_plans
from checker.project import laws
from checker.project.entries import Entries
from checker.project.laws import (
    beside_from_json,
    beside_to_json,
    from_json,
    keep_what_was_learnt,
    laws_of_user,
    open_law,
    to_json,
)
from checker.rulebook import Rulebook, load
from checker.rulebook.files import File
from checker.rulebook.load import Parse, load_files
from checker.rulebook.model import CodeType, conditions
from checker.shipped import shipped_folder
from checker.stored import names_of
from tests.agreement import load as load_source
from tests.literate_pages import ROOT, Page, corpus, further_pages, read_page
from tests.strategies import Source, sources

RULES = """\
rulebook t { version 1  reviewed until 2026-01-01  ranks law  governed by day }
codes office from "codes/offices.yaml" closed { above : office  kind : one of { port, inland } }
fact day : date
fact at : office
fact sealed : boolean
document a { rank law  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1  standing read }
question seal done when sealed
provision a1 cites a item 1 when at.above.kind is port require seal
"""
OFFICES = '"5300": {kind: port}\n"5301": {kind: inland, above: "5300"}\n'
PLAN = "plan: p\nfacts: {day: 2016-01-01, at: 5301, sealed: false}\n"
PAGES = (
    *(page for page in corpus() if not page.expects_findings),
    *further_pages(),
    *(read_page(path) for path in sorted((ROOT / "tests" / "stress").glob("*.md"))),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    law = tmp_path / "law"
    (law / "codes").mkdir(parents=True)
    (law / "t.rules").write_text(RULES)
    (law / "codes" / "offices.yaml").write_text(OFFICES)
    return law


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "laws"


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often a rulebook is made of its files."""
    times: list[int] = []

    def counting(files: tuple[File, ...], parse: Parse | None) -> tuple[Rulebook | None, tuple[Finding, ...]]:
        times.append(1)
        return load_files(files, parse)

    monkeypatch.setattr(laws, "load_files", counting)
    return times


def opened(folder: Path, cache: Path) -> Law:
    """Open a law as a new process does."""
    law, findings = open_law(folder, Entries(cache))
    assert findings == ()
    assert law is not None
    return law


def plain(folder: Path) -> Law:
    book, findings = load(folder)
    assert book is not None, findings
    return Law(book)


def through(law: Law) -> Law:
    return from_json(to_json(law), beside_from_json(beside_to_json(law)))


def alike(left: object, right: object, met: dict[int, int]) -> bool:
    """Compare two values through and through, objects with an identity too: those are met in pairs."""
    if type(left) is not type(right):
        return False
    if is_dataclass(left) or isinstance(left, Struct):
        if id(left) in met:
            return met[id(left)] == id(right)
        if type(left).__eq__ is object.__eq__:
            met[id(left)] = id(right)
        return all(alike(getattr(left, f), getattr(right, f), met) for f in names_of(left))
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(alike(a, b, met) for a, b in zip(left, right, strict=True))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return alike(tuple(left.items()), tuple(right.items()), met)
    return left == right


def same(one: Law, other: Law) -> bool:
    return alike((one.book, one.compilation()), (other.book, other.compilation()), {})


def compared(law: Law, again: Law, every: int = 1) -> int:
    """Compare all that is told of the scenarios of a rulebook, or every n-th; return how many were."""
    plans = [p for s in law.book.scenarios for p in read_plans(law.book, s.text, s.file, s.line)][::every]
    for plan in plans:
        as_of_no_day = plan.as_of is None and not plan.turned
        one = law if as_of_no_day else Law(law.book, plan.as_of, plan.turned)
        other = again if as_of_no_day else Law(again.book, plan.as_of, plan.turned)
        assert check_plan(other, plan) == check_plan(one, plan)
    return len(plans)


# What comes back


def test_the_shipped_law_comes_back() -> None:
    law = plain(shipped_folder("rules"))
    assert law.findings() == ()
    again = through(law)
    assert same(again, law)
    assert to_json(again) == to_json(law)
    assert compared(law, again, every=121) > 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_law_of_every_page_comes_back(page: Page) -> None:
    book, _ = page.load()
    assert isinstance(book, Rulebook)
    law = Law(book)
    again = through(law)
    assert same(again, law)
    assert compared(law, again) > 0


def test_any_law_comes_back() -> None:
    kept = []

    @settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(sources())
    def compare(source: Source) -> None:
        law = Law(load_source(source))
        if not law.findings():
            kept.append(source)
            assert same(through(law), law)

    compare()
    assert len(kept) >= 30


def test_tables_stay_one_where_they_were_one(folder: Path) -> None:
    book = through(plain(folder)).book
    condition = book.provisions["a1"].condition
    assert isinstance(condition, conditions.Test)
    types = (book.facts["at"].type, condition.term.fact.type)
    (table, other) = (of.table for of in types if isinstance(of, CodeType))
    assert other is table
    above = table.attributes[0].type
    assert isinstance(above, CodeType)
    assert above.table is table


# When it is taken from the cache


def test_a_law_is_made_once(folder: Path, cache: Path, loaded: list[int]) -> None:
    first, second = opened(folder, cache), opened(folder, cache)
    assert loaded == [1]
    assert same(second, first)
    (plan,) = read_plans(first.book, PLAN, "p.yaml")
    dossier = check_plan(second, plan)
    assert [v.verdict for v in dossier.verdicts] == ["required"]
    assert dossier == check_plan(plain(folder), plan)


def learnt(law: Law) -> bool:
    return law.precedence.has_learnt


def test_which_provision_is_special_is_found_out_once(tmp_path: Path, cache: Path) -> None:
    book = tmp_path / "clashing"
    book.mkdir()
    (book / "t.rules").write_text(
        """rulebook t { ranks law  governed by day }
fact day : date
fact wet : boolean
document l { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 }
question carry
provision general cites l permit carry
provision special cites l when wet forbid carry
""",
        encoding="utf-8",
    )
    entries = Entries(cache)
    first, _ = open_law(book, entries)
    assert first is not None
    assert not learnt(first)
    (plan,) = read_plans(first.book, "plan: p\nfacts: {day: 2010-01-01, wet: true}\n", "p.yaml")
    dossier = check_plan(first, plan)
    assert [v.verdict for v in dossier.verdicts] == ["forbidden"]
    assert learnt(first)
    keep_what_was_learnt(book, entries, first)
    second, _ = open_law(book, entries)
    assert second is not None
    assert second.precedence.included == first.precedence.included != {}
    assert check_plan(second, plan) == dossier
    assert not learnt(second)


@pytest.mark.parametrize("change", ["a rule", "a code", "a scenario", "another file", "one file less", "a name"])
def test_whatever_changes_it_is_made_again(folder: Path, cache: Path, loaded: list[int], change: str) -> None:
    (folder / "more.rules").write_text("fact more : date\n")
    opened(folder, cache)
    match change:
        case "a rule":
            (folder / "t.rules").write_text(RULES.replace("require seal", "forbid seal"))
        case "a code":
            (folder / "codes" / "offices.yaml").write_text(OFFICES.replace("inland", "port"))
        case "a scenario":
            (folder / "scenarios").mkdir()
            (folder / "scenarios" / "s.yaml").write_text(PLAN)
        case "another file":
            (folder / "other.rules").write_text("")
        case "one file less":
            (folder / "more.rules").unlink()
        case _:
            (folder / "more.rules").rename(folder / "most.rules")
    again = opened(folder, cache)
    assert loaded == [1, 1]
    assert same(again, plain(folder))


def test_places_are_told_by_the_folder_that_was_opened(folder: Path, cache: Path, loaded: list[int]) -> None:
    opened(folder, cache)
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)
    assert opened(copy, cache).book.provisions["a1"].span.file == "copy/t.rules"
    elsewhere = folder.parent / "deeper" / "law"
    shutil.copytree(folder, elsewhere)
    assert opened(elsewhere, cache).book.provisions["a1"].span.file == "law/t.rules"
    assert loaded == [1, 1]


def test_a_file_that_belongs_to_no_rulebook_changes_nothing(folder: Path, cache: Path, loaded: list[int]) -> None:
    opened(folder, cache)
    for name in ("lexport.yaml", "notes.txt", ".hidden.rules"):
        (folder / name).write_text("fact")
    opened(folder, cache)
    assert loaded == [1]


@pytest.mark.parametrize("program", ["another", None])
def test_another_program_knows_nothing_of_it(
    folder: Path, cache: Path, loaded: list[int], monkeypatch: pytest.MonkeyPatch, program: str | None
) -> None:
    opened(folder, cache)
    monkeypatch.setattr(laws, "program_digest", lambda *_: program)
    opened(folder, cache)
    assert loaded == [1, 1]
    assert len(list(cache.iterdir())) == (2 if program is None else 4)


# What is not kept


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        (RULES.replace("fact sealed : boolean", "fact sealed boolean"), {"S118"}),
        (RULES.replace("require seal", "require sael"), {"N201"}),
        (RULES.replace("items 1..1", "items 1..2"), {"D103"}),
    ],
)
def test_a_rulebook_with_findings_is_not_kept(folder: Path, cache: Path, rules: str, found: set[str]) -> None:
    (folder / "t.rules").write_text(rules)
    for _ in range(2):
        law, findings = open_law(folder, Entries(cache))
        assert {finding.id for finding in findings} == found
        assert findings == load(folder)[1]
        assert (law is None) == any(is_fatal([finding]) for finding in findings)
        assert not cache.exists()


def test_a_law_with_findings_is_not_kept(folder: Path, cache: Path) -> None:
    (folder / "t.rules").write_text(RULES.replace("require seal", "require seal forbid seal"))
    for _ in range(2):
        law, _ = open_law(folder, Entries(cache))
        assert law is not None
        assert [finding.id for finding in law.findings()] == ["D206"]
        assert not cache.exists()
        with pytest.raises(ValueError, match="findings"):
            to_json(law)


def test_a_folder_that_cannot_be_read_is_a_finding(tmp_path: Path, cache: Path) -> None:
    assert open_law(tmp_path / "none", Entries(cache)) == load(tmp_path / "none")
    (tmp_path / "t.rules").write_bytes(b"\xff")
    assert open_law(tmp_path, Entries(cache)) == load(tmp_path)


# What is wrong with an entry


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_spoilt_is_made_anew_and_mended(folder: Path, cache: Path, loaded: list[int], place: int) -> None:
    opened(folder, cache)
    entry = sorted(cache.iterdir())[place]
    whole = entry.read_bytes()
    third = len(whole) // 3
    spoilt = [b"", whole[:third], whole[: 2 * third] + b"0" + whole[2 * third :], whole + b" ", b"\x80\x04]\x94."]
    for count, data in enumerate(spoilt, start=2):
        entry.write_bytes(data)
        assert same(opened(folder, cache), plain(folder))
        assert sum(loaded) == count
        assert entry.read_bytes() == whole


def test_for_asking_only_what_stands_beside_the_rules_is_left_out(folder: Path, cache: Path, loaded: list[int]) -> None:
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "s.yaml").write_text(PLAN)
    whole = opened(folder, cache)
    law, findings = open_law(folder, Entries(cache), asking_only=True)
    assert law is not None
    assert (loaded, findings, law.book.scenarios) == ([1], (), ())
    (plan,) = read_plans(law.book, PLAN, "s.yaml")
    assert check_plan(law, plan) == check_plan(whole, plan)
    assert same(opened(folder, cache), whole)
    assert len(whole.book.scenarios) == 1


@pytest.mark.parametrize("text", ["", "[]", "3", '[["a"],[],[],[],0]', "[[],[],[[0,[[]]]],[],0]"])
def test_no_other_text_is_a_law(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words of the error are nobody's business
        from_json(text)


def test_half_a_text_is_no_law(folder: Path) -> None:
    whole = to_json(plain(folder))
    for end in range(0, len(whole), 101):
        with pytest.raises(ValueError):  # noqa: PT011  # as above
            from_json(whole[:end])


def test_a_cache_that_cannot_be_used_is_no_mistake(folder: Path, cache: Path, loaded: list[int]) -> None:
    cache.parent.write_text("not a folder")
    opened(folder, cache), opened(folder, cache)
    assert loaded == [1, 1]


def test_without_a_cache_a_law_is_made_each_time(folder: Path, loaded: list[int]) -> None:
    for _ in range(2):
        law, findings = open_law(folder, None)
        assert (law is not None, findings) == (True, ())
    assert loaded == [1, 1]


def test_it_lies_among_the_caches_of_the_user(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.project.entries.user_caches", lambda *_: tmp_path)
    open_law(folder, laws_of_user())
    assert len(list((tmp_path / "lexport" / "laws").iterdir())) == 2
    monkeypatch.setattr("checker.project.entries.user_caches", lambda *_: Path("~"))
    assert laws_of_user() is None
