"""The catalogue against the program: everything that is said has its Chinese, and nothing in it is never said."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest
from msgspec import Struct

from checker.findings import LANGUAGES, REGISTRY, Finding, Message, Series, both, catalogue, either, row, say
from checker.findings.catalogue import CHINESE, registered
from checker.plan import read_plans
from checker.rulebook import load_texts
from tests.literate_pages import ROOT

MODULES = [import_module(f"{catalogue.__name__}.{found.name}") for found in iter_modules(catalogue.__path__)]
# Names of things that mainland lawyers too write in Latin letters.
PROPER = ("YAML", "UTF-8", "JSON", "Markdown", "Unicode", "CRLF", "HS", "lexport")
# What stands between quotation marks, and places in files.
QUOTED = re.compile(r"```\w+|`[^`]*`|[\w./-]+:\d+:\d+")
HALF_WIDTH = re.compile(r"[,;:?!()]")
CORPUS = ROOT / "tests" / "corpus"


class Said(Struct, frozen=True):
    """One call of `say`: where, its text (None when that is not written out there), the names of its values."""

    place: str
    text: str | None
    values: frozenset[str]


def calls() -> Iterator[Said]:
    for path in sorted((ROOT / "checker").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                (first,) = node.args
                text = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
                values = frozenset(keyword.arg or "**" for keyword in node.keywords)
                yield Said(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", text, values)


SAID = tuple(calls())


def fields(template: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def spoken(text: str) -> str:
    """Take out of a Chinese text what may be in Latin letters: what is quoted, what is filled in, proper words."""
    bare = re.sub(r"\{\w+\}", "", QUOTED.sub("", text))
    for word in PROPER:
        bare = re.sub(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", "", bare)
    return bare


def test_every_text_is_written_out_where_it_is_said() -> None:
    assert len(SAID) > 200
    assert [said.place for said in SAID if said.text is None] == []


def test_everything_that_is_said_has_its_chinese() -> None:
    assert [f"{said.place}: {said.text}" for said in SAID if said.text is not None and said.text not in CHINESE] == []


def test_every_name_of_a_finding_has_its_chinese() -> None:
    assert [entry.id for entry in REGISTRY.values() if entry.name not in registered.CHINESE] == []


def test_nothing_in_the_catalogue_is_never_said() -> None:
    used = {said.text for said in SAID} | {entry.name for entry in REGISTRY.values()}
    assert sorted(CHINESE.keys() - used) == []


def test_no_sentence_is_in_two_modules() -> None:
    times = Counter(text for module in MODULES for text in module.CHINESE)
    assert [text for text, count in times.items() if count > 1] == []
    assert times.keys() == CHINESE.keys()


def test_a_text_is_said_with_the_values_it_has_places_for() -> None:
    """Those of a table have none: whoever takes a text out of it fills it in."""
    filled = [said for said in SAID if said.text is not None and said.values]
    assert [said for said in filled if said.values != fields(said.text or "").keys()] == []


def test_the_chinese_has_places_for_the_same_values() -> None:
    assert [text for text, chinese in CHINESE.items() if fields(chinese).keys() != fields(text).keys()] == []


def test_what_is_said_begins_small_and_has_no_full_stop() -> None:
    texts = [text for text in CHINESE if not text.startswith((*PROPER, "Chinese"))]
    assert [text for text in texts if text[0].isupper()] == []
    assert [text for text in CHINESE if text.endswith((".", "。")) and text != "."] == []
    assert [chinese for chinese in CHINESE.values() if chinese.endswith((".", "。"))] == []


def test_chinese_has_chinese_words_and_marks_alone() -> None:
    assert [chinese for chinese in CHINESE.values() if re.search(r"[A-Za-z]", spoken(chinese))] == []
    assert [chinese for chinese in CHINESE.values() if HALF_WIDTH.search(spoken(chinese))] == []


def test_a_message_is_written_in_both_languages() -> None:
    message = say("no {kind} is named `{name}`", kind=say("fact"), name="dekl {x}")
    assert str(message) == message.in_language("en") == "no fact is named `dekl {x}`"
    assert message.in_language("zh") == "没有名为 `dekl {x}` 的事实"


def test_a_literal_brace_stays_one() -> None:
    message = say("write `key: value`, or `{{…}}`")
    assert [message.in_language(language) for language in LANGUAGES] == [
        "write `key: value`, or `{…}`",
        "写作 `键: 值` 或 `{…}`",
    ]


@pytest.mark.parametrize(
    ("series", "english", "chinese"),
    [
        (either(["`a`", "`b`", "`c`"]), "`a`, `b` or `c`", "`a`、`b`或`c`"),
        (both(["`a`", say("fact")]), "`a` and fact", "`a`和事实"),
        (row(["`a`", "`b`"]), "`a`, `b`", "`a`、`b`"),
        (either(["`a`"]), "`a`", "`a`"),
        (row([]), "", ""),
    ],
)
def test_things_in_a_row(series: Series, english: str, chinese: str) -> None:
    assert (series.in_language("en"), series.in_language("zh")) == (english, chinese)


def broken_plans() -> tuple[Finding, ...]:
    page = (CORPUS / "broken-plans.md").read_text(encoding="utf-8")
    files = re.findall(r"^```file (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    book, _ = load_texts({"page.md": page} | dict(files))
    assert book is not None
    texts = re.findall(r"^```plan\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return tuple(finding for text in texts for plan in read_plans(book, text, "p.yaml") for finding in plan.findings)


def broken_rules(page: Path) -> tuple[Finding, ...]:
    text = page.read_text(encoding="utf-8")
    files = re.findall(r"^```file (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return load_texts({page.name: text} | dict(files))[1]


def in_chinese(finding: Finding) -> Iterator[str]:
    messages = (finding.message, finding.label, finding.help, *(related.message for related in finding.related))
    yield from (message.in_language("zh") for message in messages if message is not None)


def test_what_is_said_of_broken_plans_has_no_english_in_chinese() -> None:
    findings = broken_plans()
    assert len(findings) > 60
    told = {text for finding in findings for text in in_chinese(finding)}
    assert sorted(text for text in told if re.search("[A-Za-z]", spoken(text))) == []


@pytest.mark.parametrize("page", sorted((CORPUS / "broken-rules").glob("[0-9]*.md")), ids=lambda page: page.stem)
def test_what_is_said_of_broken_rules_has_no_english_in_chinese(page: Path) -> None:
    findings = broken_rules(page)
    assert findings
    told = {text for finding in findings for text in in_chinese(finding)}
    assert sorted(text for text in told if re.search("[A-Za-z]", spoken(text))) == []


def test_a_sentence_without_chinese_cannot_be_written_in_it() -> None:
    with pytest.raises(KeyError):
        Message("never said").in_language("zh")
