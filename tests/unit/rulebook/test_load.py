"""Loading: which files belong to a rulebook, what cannot be read, the digest, and that their order does not matter."""

from itertools import permutations
from pathlib import Path

import pytest

from checker.findings import Finding
from checker.rulebook import Rulebook, load, load_texts
from checker.rulebook.model import CodeType, Scenarios

HEADER = 'rulebook t "A book" { ranks announcement  governed by day }\nfact day : date\n'
PAGE = """# A page

Prose is no rule: provision x permit y.

```rules
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..2 }
question carry "May it be carried?"
provision p cites a item 1 when home in "4905" permit carry
```

1. An example

   ```scenario
   plan: one
   facts: {day: 2016-01-01}
   ```
"""
OFFICES = 'codes office from "codes/offices.yaml" { name : text }\nfact home : office\n'
TABLE = '"4905": {name: Changsha}\n'
OTHER = 'provision q cites a item 2 when home is "4905" forbid carry\nnever home is "4905" because "…"\n'
FILES = {
    "codes/offices.yaml": TABLE,
    "law/page.md": PAGE,
    "other.rules": OTHER,
    "scenarios/more.yaml": "plan: two\n",
    "vocabulary.rules": HEADER + OFFICES,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for below, text in files.items():
        path = folder / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def contents(book: Rulebook | None) -> tuple[object, ...]:
    """Return all that two loadings of one rulebook must have in common; code tables are compared by their rows."""
    assert book is not None
    home = book.facts["home"].type
    assert isinstance(home, CodeType)
    rows = dict(home.table.rows)
    provisions = [(name, p.cites, repr(p.condition), p.conjuncts[0].text) for name, p in book.provisions.items()]
    never = [(i.span, i.text) for i in book.impossibilities]
    return book.header, rows, list(book.documents.items()), provisions, never, book.scenarios, book.digest


def test_a_folder_is_read_whole_and_shown_from_where_it_lies(tmp_path: Path) -> None:
    book, findings = load(write(tmp_path / "rules", FILES))
    assert findings == ()
    assert book is not None
    assert (book.header.name, list(book.provisions)) == ("t", ["p", "q"])
    assert book.provisions["p"].span.file == "rules/law/page.md"
    assert book.provisions["p"].span.line == 8
    assert [(i.span.file, i.span.line) for i in book.impossibilities] == [("rules/other.rules", 2)]


def test_scenarios_come_from_pages_and_from_files_of_their_own(tmp_path: Path) -> None:
    book, _ = load(write(tmp_path / "rules", FILES))
    assert book is not None
    assert book.scenarios == (
        Scenarios("rules/law/page.md", 14, "   plan: one\n   facts: {day: 2016-01-01}\n"),
        Scenarios("rules/scenarios/more.yaml", 1, "plan: two\n"),
    )


def test_a_folder_and_texts_are_one_rulebook(tmp_path: Path) -> None:
    from_folder, _ = load(write(tmp_path / "rules", FILES))
    from_texts, findings = load_texts(FILES)
    assert findings == ()
    assert from_folder is not None
    assert from_texts is not None
    assert from_texts.digest == from_folder.digest
    assert from_texts.provisions.keys() == from_folder.provisions.keys()


def test_what_does_not_belong_is_left_alone(tmp_path: Path) -> None:
    more = {
        ".draft.rules": "provision",
        ".git/x.rules": "provision",
        "lexport.yaml": "[",
        "notes.txt": "provision",
        "codes/unused.yaml": "[",
        "README.md": "Nothing here.\n",
    }
    book, findings = load(write(tmp_path / "rules", FILES | more))
    assert findings == ()
    assert book is not None


def test_the_order_of_the_files_does_not_matter() -> None:
    orders = [dict(order) for order in permutations(FILES.items())]
    first, *others = [contents(load_texts(order)[0]) for order in orders[::7]]
    assert others
    assert all(other == first for other in others)


def test_the_order_of_the_files_does_not_matter_for_findings_either() -> None:
    wrong = FILES | {
        "a.rules": "provision q cites b permit cary\n",
        "z.rules": 'fact day : date\nnever wett because "…"\n',
    }
    found = [load_texts(dict(order))[1] for order in list(permutations(wrong.items()))[::503]]
    assert len(found) > 5
    assert all(findings == found[0] for findings in found)
    assert [(str(f.span), f.id) for f in found[0]] == [
        ("a.rules:1:19", "N201"),
        ("a.rules:1:28", "N201"),
        ("other.rules:1:11", "N202"),
        ("z.rules:1:6", "N202"),
        ("z.rules:2:7", "N201"),
    ]


def test_which_file_a_declaration_stands_in_does_not_matter() -> None:
    whole = FILES["vocabulary.rules"] + OTHER
    together = {**FILES, "vocabulary.rules": whole}
    del together["other.rules"]
    apart, joined = load_texts(FILES)[0], load_texts(together)[0]
    assert apart is not None
    assert joined is not None
    assert [(n, p.cites[0].document, repr(p.condition)) for n, p in apart.provisions.items()] == [
        (n, p.cites[0].document, repr(p.condition)) for n, p in joined.provisions.items()
    ]
    assert apart.digest != joined.digest


def test_the_digest_is_of_paths_and_texts_and_of_nothing_else(tmp_path: Path) -> None:
    digests = {load_texts(FILES)[0], load_texts(FILES | {"other.rules": OTHER + "\n"})[0]}
    assert None not in digests
    shown = {book.digest for book in digests if book is not None}
    assert len(shown) == 2
    assert all(digest.startswith("sha256:") and len(digest) == 71 for digest in shown)
    moved = {"moved.rules" if below == "other.rules" else below: text for below, text in FILES.items()}
    (moved_book, _), (same, _) = load_texts(moved), load(write(tmp_path / "elsewhere", FILES))
    assert moved_book is not None
    assert moved_book.digest not in shown
    assert same is not None
    assert same.digest in shown


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", FILES)
    expected, _ = load(folder)
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    book, findings = load(folder)
    assert findings == ()
    assert contents(book) == contents(expected)


def shown(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(f.id, str(f.span), str(f.message)) for f in findings]


def test_files_that_cannot_be_read_are_all_reported(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", FILES)
    (folder / "b.rules").write_bytes(b"fact \xff")
    (folder / "codes" / "c.yaml").write_bytes("关区".encode("gbk"))
    book, findings = load(folder)
    assert book is None
    assert shown(findings) == [
        ("S105", "rules/b.rules:1:1", "file cannot be read: it is not in UTF-8"),
        ("S105", "rules/codes/c.yaml:1:1", "file cannot be read: it is not in UTF-8"),
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert shown(load(tmp_path / "rules")[1]) == [("S105", "None", "there is no folder `rules`")]


def test_an_empty_folder_has_no_header(tmp_path: Path) -> None:
    book, findings = load(tmp_path)
    assert book is None
    assert [f.id for f in findings] == ["D107"]


def test_mistakes_of_syntax_come_first_and_from_all_files() -> None:
    book, findings = load_texts(
        FILES | {"a.rules": "provision permit", "z.rules": "fact : x", "m.rules": 'never wett because "…"'}
    )
    assert book is None
    assert {(f.span.file, f.kind) for f in findings if f.span is not None} == {
        ("a.rules", "syntax"),
        ("z.rules", "syntax"),
    }


@pytest.mark.parametrize("text", ["[", '"4905": {name: 1, name: 2}', '"4905": {nam: 1}'])
def test_mistakes_in_a_table_hide_none_in_the_rules_and_bring_none_along(text: str) -> None:
    """Once every later mistake waited for the table to be mended; before that, every code of it was unknown."""
    book, findings = load_texts(FILES | {"codes/offices.yaml": text, "z.rules": 'never wett because "…"'})
    assert book is None
    assert [(f.id, f.span.file) for f in findings if f.span] == [("D106", "codes/offices.yaml"), ("N201", "z.rules")]


def test_an_attribute_without_a_type_is_reported_once() -> None:
    wrong = {
        "vocabulary.rules": FILES["vocabulary.rules"].replace("name : text", "name : tekst  kind/类别 : knd"),
        "codes/offices.yaml": '"4905": {name: Changsha, 类别: zone}\n',
        "z.rules": 'never home.kind is zone or home in "4907" because "…"\n',
    }
    assert [(f.id, str(f.message)) for f in load_texts(FILES | wrong)[1]] == [
        ("N201", "no type or record is named `tekst`"),
        ("N201", "no type or record is named `knd`"),
        ("N201", "`office` lists no code `4907`"),
    ]


def test_a_missing_table_is_reported_once() -> None:
    files = {below: text for below, text in FILES.items() if below != "codes/offices.yaml"}
    assert [(f.id, str(f.span)) for f in load_texts(files)[1]] == [("D106", "vocabulary.rules:3:19")]


def test_mistakes_of_every_kind_are_found_in_one_run() -> None:
    text = """fact heavy : booleann
document c { rank kin  issuer x  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question store within wett
question when_due answers integer 0..9
provision r cites a item 9 permit carry
provision s exception to p forbid carry
provision t cites a decide carry is 5
provision u cites a exception to q permit store
define x = not x
known gap g in caary because "…"
"""
    findings = load_texts(FILES | {"z.rules": text})[1]
    kinds = {(f.span.line, f.kind) for f in findings if f.span is not None and f.span.file == "z.rules"}
    assert kinds == {
        (1, "name"), (2, "name"), (2, "document"), (3, "name"), (5, "document"), (6, "document"), (7, "type"),
        (8, "relation"), (9, "cycle"), (10, "name"),
    }  # fmt: skip


def test_nothing_loaded_can_be_changed() -> None:
    book, _ = load_texts(FILES)
    assert book is not None
    with pytest.raises(TypeError):
        book.provisions["x"] = book.provisions["p"]  # type: ignore[index]  # that it is no dict is what is tested
