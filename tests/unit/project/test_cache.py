"""The cache of parsed files: what is in it answers as the parser does, and nothing wrong in it ever shows."""

import os
from pathlib import Path

import pytest

from checker.findings import Finding
from checker.project import cache, entries
from checker.project.cache import Cache, cached_parse
from checker.project.entries import Entries, user_caches
from checker.rulebook import load
from checker.rulebook.load import Parse
from checker.syntax import ParsedFile, SourceFile, parse_file

DAY = SourceFile("law/day.rules", "fact day : date\n")
PAGE = SourceFile("law/page.md", "# Law\n\n```rules\nfact mode : text\n```\n\n```scenario\nplan: p\n```\n")
WRONG = SourceFile("law/wrong.rules", "fact day date\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "nodes"


def counted(folder: Path) -> tuple[Parse, list[str]]:
    """Give a cache of a new process, and the list of paths that its parser was asked about."""
    asked: list[str] = []

    def parse(source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
        asked.append(source.path)
        return parse_file(source)

    return Cache(Entries(folder), parse).parse, asked


def refuse(*_: object, **__: object) -> None:
    raise PermissionError


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_file_is_parsed_once(folder: Path) -> None:
    for expected in ([DAY.path, PAGE.path], []):
        parse, asked = counted(folder)
        assert [parse(DAY), parse(PAGE)] == [parse_file(DAY), parse_file(PAGE)]
        assert asked == expected


def test_only_a_changed_file_is_parsed_again(folder: Path) -> None:
    first, _ = counted(folder)
    first(DAY), first(PAGE)
    changed = SourceFile(DAY.path, DAY.text.replace("day", "days"))
    parse, asked = counted(folder)
    assert (parse(changed), parse(PAGE)) == (parse_file(changed), parse_file(PAGE))
    assert asked == [changed.path]


def test_a_file_that_was_moved_says_where_it_is_now(folder: Path) -> None:
    counted(folder)[0](PAGE)
    moved = SourceFile("elsewhere/other.md", PAGE.text)
    parse, _ = counted(folder)
    assert parse(moved) == parse_file(moved)


@pytest.mark.parametrize("path", ["law/page.rules", "md", "law/page"])
def test_a_text_that_is_no_page_is_not_taken_for_one(folder: Path, path: str) -> None:
    counted(folder)[0](PAGE)
    rules = SourceFile(path, PAGE.text)
    parse, asked = counted(folder)
    assert parse(rules) == parse_file(rules)
    assert asked == [path]


def test_a_file_with_findings_is_not_kept(folder: Path) -> None:
    for _ in range(2):
        parse, asked = counted(folder)
        assert parse(WRONG) == parse_file(WRONG)
        assert asked == [WRONG.path]
    assert not folder.exists()


def test_another_parser_knows_nothing_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted(folder)[0](DAY)
    monkeypatch.setattr(cache, "program_digest", lambda *_: "another")
    parse, asked = counted(folder)
    parse(DAY)
    assert asked == [DAY.path]


def test_nothing_is_kept_of_a_parser_that_cannot_be_told_from_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "program_digest", lambda *_: None)
    assert counted(folder)[0](DAY) == parse_file(DAY)
    assert not folder.exists()


def damages(entry: bytes, other: bytes) -> list[bytes]:
    """Spoil an entry: cut it short, change a byte, lengthen it, put something else in its place."""
    half = len(entry) // 2
    return [
        *(entry[:end] for end in range(0, len(entry), 7)),
        *(entry[:at] + bytes([entry[at] ^ 1]) + entry[at + 1 :] for at in range(len(entry))),
        entry + b" ",
        entry[:half] + b"\xff" + entry[half:],
        other,
        b"\n[[0],[]]",
        b"\x80\x04]\x94.",
    ]


def test_what_is_spoilt_is_parsed_anew_and_mended(folder: Path) -> None:
    counted(folder)[0](PAGE)
    (of_page,) = kept(folder)
    counted(folder)[0](DAY)
    (of_day,) = set(kept(folder)) - {of_page}
    whole = of_day.read_bytes()
    for spoilt in damages(whole, of_page.read_bytes()):
        of_day.write_bytes(spoilt)
        parse, asked = counted(folder)
        assert parse(DAY) == parse_file(DAY)
        assert asked == [DAY.path]
        assert of_day.read_bytes() == whole


@pytest.mark.parametrize("shape", ["a file", "a folder in the place of an entry", "nothing may be written"])
def test_a_folder_that_cannot_be_used_is_no_mistake(folder: Path, monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    if shape == "a file":
        folder.parent.write_text("not a folder")
    elif shape == "a folder in the place of an entry":
        counted(folder)[0](DAY)
        (entry,) = kept(folder)
        entry.unlink()
        (entry / "below").mkdir(parents=True)
    else:
        monkeypatch.setattr(Path, "write_text", refuse)
    for _ in range(2):
        parse, asked = counted(folder)
        assert parse(DAY) == parse_file(DAY)
        assert asked == [DAY.path]


def test_a_text_as_deep_as_the_parser_goes_is_kept(folder: Path) -> None:
    texts = [SourceFile("d.rules", f'never {"not " * depth} a because "…"\n') for depth in range(0, 400, 3)]
    deepest = max((text for text in texts if not parse_file(text)[1]), key=lambda text: len(text.text))
    assert deepest != texts[-1]
    for expected in ([deepest.path], []):
        parse, asked = counted(folder)
        assert parse(deepest) == parse_file(deepest)
        assert asked == expected


def test_an_entry_is_whole_and_nothing_else_is_left(folder: Path) -> None:
    counted(folder)[0](DAY)
    assert [entry.suffix for entry in kept(folder)] == [".json"]


def test_the_folder_does_not_grow_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_ENTRIES", 3)
    for number in range(10):
        counted(folder)[0](SourceFile("f.rules", f"fact f{number} : date\n"))
        for entry in kept(folder):  # a second passes
            os.utime(entry, ns=(0, entry.stat().st_mtime_ns - 10**9))
        assert len(kept(folder)) <= 4
    parse, asked = counted(folder)
    parse(SourceFile("f.rules", "fact f9 : date\n"))
    assert asked == []
    parse(SourceFile("f.rules", "fact f0 : date\n"))
    assert asked == ["f.rules"]


def test_large_entries_have_less_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_BYTES", 1)
    for number in range(5):
        counted(folder)[0](SourceFile("f.rules", f"fact f{number} : date\n"))
        assert len(kept(folder)) == 1


def test_loading_a_rulebook_leaves_its_folder_alone(tmp_path: Path, folder: Path) -> None:
    law = tmp_path / "law"
    law.mkdir()
    (law / "page.md").write_text(
        "```rules\nrulebook r { version 1 reviewed until 2026-01-01 governed by day }\nfact day : date\n```\n"
    )
    before = sorted(tmp_path.rglob("*"))
    cold = load(law, Cache(Entries(folder)).parse)
    warm = load(law, Cache(Entries(folder)).parse)
    assert sorted(p for p in tmp_path.rglob("*") if folder.parent not in (p, *p.parents)) == before
    assert len(kept(folder)) == 1
    assert repr(warm) == repr(cold) == repr(load(law))


def test_it_lies_among_the_caches_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.project.entries.user_caches", lambda *_: tmp_path)
    cached_parse()(DAY)
    assert len(kept(tmp_path / "lexport" / "nodes")) == 1


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("checker.project.entries.user_caches", lambda *_: Path("~"))
    assert cached_parse()(DAY) == parse_file(DAY)
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/home/u/.cache"),
        ("linux", {"XDG_CACHE_HOME": ""}, "/home/u/.cache"),
        ("linux", {"XDG_CACHE_HOME": "/var/caches"}, "/var/caches"),
        ("darwin", {"XDG_CACHE_HOME": "/var/caches"}, "/home/u/Library/Caches"),
        ("win32", {}, "/home/u/AppData/Local"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local"),
    ],
)
def test_caches_lie_where_a_platform_has_them(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], folder: str
) -> None:
    monkeypatch.setenv("HOME", "/home/u")
    assert user_caches(platform, environment) == Path(folder)
