"""`lexport explain`: the page of a finding in either language, the list of all, and an id that there is not."""

from __future__ import annotations

import json
import re
import sys

import pytest

from checker.findings import REGISTRY
from checker.reports.explained import page_in
from checker.shipped import shipped_folder
from tests.cli.conftest import Lexport

PAGE = """\
# X000: a slip

Error. What it is.

## Wrong

It is so, and not `## so`.

In `page.md`:

```rules
## no heading
wrong
```

And elsewhere so:

~~~yaml
also: wrong
~~~

## Right

```rules
right
```

## How to mend it

Write `right`.

## 中文

**X000 笔误**

说明。
"""


def test_the_english_part_is_all_but_the_chinese_section() -> None:
    assert page_in(PAGE, "en") == PAGE.partition("\n## 中文")[0]


def test_the_chinese_part_borrows_the_examples() -> None:
    assert page_in(PAGE, "zh") == (
        "**X000 笔误**\n\n说明。\n\n"
        "## 错误示例\n\n`page.md` 的内容：\n\n```rules\n## no heading\nwrong\n```\n\n~~~yaml\nalso: wrong\n~~~\n\n"
        "## 正确示例\n\n```rules\nright\n```\n"
    )


@pytest.mark.parametrize("id_", REGISTRY)
def test_what_is_said_of_an_example_is_said_in_chinese_too(id_: str) -> None:
    page = (shipped_folder("findings") / f"{id_}.md").read_text(encoding="utf-8")
    english = re.sub(r"(?s)^(`{3,}|~{3,}).*?^\1$", "", page_in(page, "en"), flags=re.MULTILINE)
    shown = english[english.index("## Wrong") : english.index("## How to mend it")] if "## Wrong" in english else ""
    paragraphs = [each for each in re.split(r"\n\s*\n", shown) if each.strip() and not each.startswith("## ")]
    files = [each for each in paragraphs if re.fullmatch(r"In `[^`]+`:|The whole rulebook:", each.strip())]
    chinese = page_in(page, "zh")
    assert chinese.count(" 的内容：\n") + chinese.count("规则集全文：\n") == len(files)
    assert ("没有示例：" in chinese or "示例中，" in chinese) == (len(paragraphs) > len(files))


def test_what_nobody_sees_does_nothing_to_a_terminal(lexport: Lexport) -> None:
    for language in ("en", "zh"):
        done = lexport("explain", "S191", "--lang", language)
        assert "when mode is transit\\u000c\n" in done.out
        assert "\f" not in done.out


def test_a_page_in_one_language_is_given_whole() -> None:
    assert page_in("# X000: a slip\n\nError.\n", "zh") == "# X000: a slip\n\nError.\n"


@pytest.mark.parametrize("id_", ["N201", "n201"])
def test_the_page_of_a_finding(lexport: Lexport, id_: str) -> None:
    done = lexport("explain", id_)
    page = (shipped_folder("findings") / "N201.md").read_text(encoding="utf-8")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# N201: unknown name\n")
    assert page.startswith(done.out)
    assert "中文" not in done.out


def test_the_page_in_chinese(lexport: Lexport) -> None:
    done = lexport("explain", "N201", "--lang", "zh")
    assert done.out.startswith("**N201 未知名称**\n")
    assert "```rules\n" in done.out
    assert "Why it matters" not in done.out


def test_an_id_that_there_is_not(lexport: Lexport) -> None:
    done = lexport("explain", "F40")
    assert (done.code, done.out) == (2, "error[N201]: no finding is named `F40`\n   = help: write `F401`\n")
    assert "列出全部编号" in lexport("explain", "nonsense", "--lang", "zh").out


def test_without_an_id_all_are_listed(lexport: Lexport) -> None:
    lines = lexport("explain").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[entry.id, entry.severity] for entry in REGISTRY.values()]
    assert "N201  error    unknown name" in lines
    assert "N201  error    未知名称" in lexport("explain", "--lang", "zh").out.splitlines()


def test_as_json(lexport: Lexport) -> None:
    one = json.loads(lexport("explain", "N201", "--format", "json").out)
    assert one["schema"] == "lexport.explain/1"
    assert [(entry["id"], entry["severity"], entry["name"]) for entry in one["entries"]] == [
        ("N201", "error", "unknown name")
    ]
    assert one["entries"][0]["page"].startswith("# N201: unknown name\n")
    every = json.loads(lexport("explain", "--format", "json", "--lang", "zh").out)
    assert [(entry["id"], entry["page"]) for entry in every["entries"]] == [(id_, None) for id_ in REGISTRY]
    assert {entry["id"]: entry["name"] for entry in every["entries"]}["N201"] == "未知名称"
    none = lexport("explain", "N2O1", "--format", "json")
    assert none.code == 2
    assert json.loads(none.out)["findings"][0]["id"] == "N201"


def test_on_a_terminal_the_page_is_laid_out(lexport: Lexport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    done = lexport("explain", "N201")
    assert "unknown name" in done.out
    assert "## Wrong" not in done.out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "## Wrong" in lexport("explain", "N201").out
