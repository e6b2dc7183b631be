"""The linter's report as text: regions below a finding, totals, and the closing lines."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from checker.findings import Limit, say
from checker.reports.layout import display_width
from checker.reports.lint_text import lint_text
from checker.reports.region_words import condition
from checker.rulebook import load_texts
from tests.unit.reports.lint_records import (
    EVERYTHING,
    GAP,
    KNOWN,
    MOSTLY,
    REFUSED,
    SPARE,
    compared,
    gap,
    region,
    regions,
    run,
)

OVERLAP = "not counted, since too many boxes overlap"
PIECES = "not counted, since it falls apart into too many pieces"


def below(text: str) -> list[str]:
    """Give what stands below the excerpt, joined again where it was wrapped."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("  = "):
            lines.append(line[4:])
        elif lines and line.startswith("    "):
            lines[-1] += f" {line.strip()}"
    return lines


def test_a_region_says_what_the_facts_are_and_where_they_come_from() -> None:
    assert below(lint_text(run(GAP)))[:6] == [
        "region 1 (cases: 1,362): mode is transit and leg.to in {4905, 4908}",
        "  edges: `mode` from `a47_4a`",
        '  example: {day: 2015-10-12, legs: [{id: last, to: "4905"}]}, for `last`',
        "  replaced by `a47_4b`",
        "in all: 1,362 of 3,400 cases",
        "see: law/t.rules:2:10: it ends here",
    ]


def test_what_stands_behind_a_region_can_stand_behind_when() -> None:
    said = condition(region(limits=(Limit("a", "a <= 4"), Limit("b", "b in { x, y }"))))
    text = (
        "rulebook t { ranks law  governed by day }\nfact day : date\nfact a : integer 0..9\n"
        "fact b : one of { x, y, z }\nquestion q\n"
        "document d { rank law  issuer n  issued 2000-01-01  in force from 2000-01-01  items 1..1 }\n"
        f"provision p cites d item 1 when {said} permit q\n"
    )
    assert load_texts({"t.rules": text})[1] == ()


def test_a_written_example_is_named_by_its_file() -> None:
    told = replace(run(GAP), scenarios={("G101", GAP.regions[0].shown[0]): "s/G101-carriage-1.yaml"})
    assert "  example: s/G101-carriage-1.yaml, for `last`" in below(lint_text(told))


@pytest.mark.parametrize(
    ("shown", "parts", "totals"),
    [
        (1, {"cases": None, "of": None}, []),
        (1, {"cases": 5, "of": None}, ["in all: 5 cases"]),
        (
            1,
            {"total": 14, "share": 40, "cases": None},
            ["in all: 1 of 14 regions shown, with 40 % of the cases; `--most all` shows all"],
        ),
        (
            2,
            {"total": None, "share": 40, "bounds": ("pairs", "nodes")},
            [
                f"in all: 2 of an unknown number of regions shown, with 40 % of the cases; {OVERLAP}",
                "in all: 1,362 of 3,400 cases",
            ],
        ),
        (
            1,
            {"total": None, "share": None, "cases": None, "bounds": ("pieces",)},
            [
                f"in all: 1 of an unknown number of regions shown, with an unknown share of the cases; {PIECES}",
            ],
        ),
    ],
)
def test_the_totals(shown: int, parts: dict[str, Any], totals: list[str]) -> None:
    told = below(lint_text(run(gap(regions(*[region()] * shown, **parts)))))
    assert [line for line in told if line.startswith("in all")] == totals


def test_the_rest_is_told_as_the_answered_cases() -> None:
    told = below(lint_text(run(MOSTLY)))
    assert told[:8] == [
        "`carriage` is answered only where:",
        "region 1 (cases: 1,362): mode is transit and leg.to in {4905, 4908}",
        "  edges: `mode` from `a47_4a`",
        "without an answer, for instance (cases: 40): mode is integration",
        "  edges: `mode` from `own`",
        '  example: {day: 2015-10-12, legs: [{id: last, to: "4905"}]}, for `last`',
        "  replaced by `a47_4b`",
        "in all: 1,362 of 3,400 cases have no answer",
    ]


def test_all_cases_but_a_few_are_told_by_these() -> None:
    told = below(lint_text(run(replace(MOSTLY, id="C101"))))
    assert told[0] == "in `carriage` all cases but:"
    assert told[3] == "it is about, for instance (cases: 40): mode is integration"
    assert told[7] == "in all: 1,362 of 3,400 cases"


def test_what_is_said_of_every_region_is_said_once() -> None:
    here, there = region(), region(cases=7, remarks=(say("in all"), *region().remarks))
    told = below(lint_text(run(gap(regions(here, there), regions(here, there)))))
    assert [line for line in told if "replaced by" in line or "in all" in line[:8]] == [
        "  replaced by `a47_4b`",
        "  in all",
        "in all: 1,362 of 3,400 cases",
    ] * 2
    assert told.index("  replaced by `a47_4b`") == told.index("in `carriage`:") + 1
    assert below(lint_text(run(gap(regions(here, there)))))[0] == "replaced by `a47_4b`"


def test_facts_whose_edges_come_from_the_same_provisions_are_named_together() -> None:
    limits = (Limit("a", "a", ("p", "q")), Limit("b", "b", ("r",)), Limit("c", "c"), Limit("d", "d", ("p", "q")))
    found = gap(regions(region(limits=limits)))
    assert "  edges: `a` and `d` from `p` and `q`; `b` from `r`" in below(lint_text(run(found)))
    assert "界限来源: `a`和`d` 出自 `p`和`q`；`b` 出自 `r`" in lint_text(replace(run(found), asked="zh"))


def test_a_part_of_the_answered_cases_is_a_part_of_these() -> None:
    told = below(lint_text(run(gap(regions(region(), contrary=True, total=9, share=40)))))
    assert "in all: 1 of 9 regions shown, with 40 % of the cases with an answer; `--most all` shows all" in told


def test_a_region_without_limits_is_every_case() -> None:
    bare = region(limits=(), cases=None, witness=None, remarks=())
    assert below(lint_text(run(gap(regions(bare)))))[0] == "region 1: every case that is asked about"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 88])
def test_regions_keep_to_the_width(language: str, width: int) -> None:
    wide = region(limits=tuple(Limit("申报地点", "申报地点 in {上海, 南京}") for _ in range(9)))
    told = lint_text(replace(run(gap(regions(wide))), asked=language), width)
    lines = [line for line in told.splitlines() if line.startswith(("  =", "    ")) and "`" not in line]
    assert len(lines) > 3
    assert max(map(display_width, lines)) <= width


def test_the_same_in_chinese() -> None:
    told = lint_text(replace(compared(GAP, known=(KNOWN,), partly=(GAP,)), asked="zh"))
    assert "情形 1（计 1,362 种）: mode is transit" in told
    assert "界限来源: `mode` 出自 `a47_4a`" in told
    assert "合计: 3,400 种情形中的 1,362 种" in told
    assert "其中部分情形在基线中已知" in told
    assert "`b.json` 中已知 1 项（其中已不复存在的另有 2 项）" in told


def test_what_is_known_is_counted_and_not_listed() -> None:
    told = lint_text(compared(known=(GAP, SPARE)))
    assert told.startswith("nothing found that is new\nknown from `b.json`: 2 (no longer found: 2)\nlooked for")


def test_what_is_known_in_part_says_so() -> None:
    assert "some of its cases are known from the baseline" in below(lint_text(compared(GAP, partly=(GAP,))))
    assert "known from the baseline" not in lint_text(compared(GAP))


def test_what_is_told_on_request_is_counted() -> None:
    assert "told on request, with `--also ID`: 3 × C102\n" in lint_text(EVERYTHING)


def test_nothing_found_is_a_success() -> None:
    assert lint_text(run()).splitlines()[0] == "nothing found"


def test_without_a_rulebook_there_is_only_what_stands_in_the_way() -> None:
    assert lint_text(REFUSED).startswith("law/t.rules:1:1: error[S101]: leave it out\n")
    assert "looked for" not in lint_text(REFUSED)
