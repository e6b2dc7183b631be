"""Hostile plans, and hostile words on the command line and on standard input."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.inputs import PLAN, Hostile, Legitimate, nothing, plan

FACTS = "plan: x\nfacts: {day: 2016-03-20, mode: transit, sealed: true}\n"


def pipe(folder: Path) -> None:
    """Put a pipe that nobody writes into where the plan is due."""
    (folder / "plan.yaml").unlink()
    os.mkfifo(folder / "plan.yaml")


def folder_for_plan(folder: Path) -> None:
    """Put a folder with many files where plans are due."""
    (folder / "plans").mkdir()
    for n in range(2_500):
        (folder / "plans" / f"{n}.yaml").touch()


HOSTILE = (
    Hostile(
        "an alias bomb for a plan",
        plan("plan: x\nfacts: {day: &a 2016-03-20, mode: *a}\n"),
        "F405",
        "stands for text elsewhere",
    ),
    Hostile(
        "a tag in a plan", plan(FACTS.replace("facts: {", "facts: !!python/object {")), "F405", "tag before a value"
    ),
    Hostile("a merge key in a plan", plan(FACTS.replace("{day", "{<<: {number: 1}, day")), "F405", "merge key"),
    Hostile("brackets 100,000 deep in a plan", plan("facts: " + "[" * 100_000), "S190", "more than 40 deep"),
    Hostile("braces 100,000 deep in a plan", plan("facts: " + "{a: " * 100_000), "S190", "more than 40 deep"),
    Hostile(
        "100,000 legs",
        plan("plan: x\nfacts:\n  legs:\n" + "    - {}\n" * 100_000),
        "S190",
        "plan with more than 20000 values",
    ),
    Hostile(
        "20,000 facts nobody knows",
        plan("plan: x\nfacts:\n" + "".join(f"  k{n}: 1\n" for n in range(20_000))),
        "S190",
        "plan with more than",
    ),
    Hostile("a plan of 5 MB", plan("plan: " + "x" * 5_000_000), "S190", "file of more than 1 MB"),
    Hostile("a value of 100,000 digits", plan(FACTS.replace("true", "9" * 100_000)), "F402", "9…`"),
    Hostile(
        "a terminal escape in a title",
        plan(FACTS.replace("x", '"\\e[2J"', 1)),
        "F405",
        "a character that no text may hold",
    ),
    Hostile("a title that turns around", plan(FACTS.replace("x", "a\u202eb", 1)), "S192", "turns the direction"),
    Hostile(
        "a title that turns around by an escape", plan(FACTS.replace("x", '"\\u202e"', 1)), "F405", "no text may hold"
    ),
    Hostile("a control character in a plan", plan(FACTS.replace("x", "\x08", 1)), "S191", "U+0008"),
    Hostile("facts behind a line separator", plan(FACTS.replace("x", "x # \u2028", 1)), "S191", "U+2028 ends a line"),
    Hostile("a plan that is no text", plan(bytes(range(256))), "S105", "it is not in UTF-8"),
    Hostile("a plan in UTF-16", plan(PLAN.encode("utf-16")), "S105", "it is in UTF-16"),
    Hostile(
        "a fact given 5,000 times",
        plan("plan: x\nfacts:\n" + "  day: 2016-03-20\n" * 5_000),
        "F403",
        "`day` is given twice",
    ),
    Hostile("a day that is none", plan(FACTS.replace("2016-03-20", "2016-02-30")), "F402", "2016-02-30"),
    Hostile("a pipe that nobody writes into", pipe, "F405", "no plan is written here"),
    Hostile("2,500 files of plans", folder_for_plan, "S190", "more than 2000 files of plans", ("check", "plans")),
    Hostile("a device that never ends", nothing, "S190", "file of more than 1 MB", ("check", "/dev/zero")),
    Hostile("a file that is not there", nothing, "S105", "no\\u001b[2J.yaml:1:1", ("check", "no\x1b[2J.yaml")),
    Hostile("a file with a name of 5,000 characters", nothing, "S105", "it cannot be opened", ("check", "x" * 5_000)),
    Hostile("standard input that is no text", nothing, "S105", "-:1:1", ("check", "-"), b"\xff\xfe\x00"),
    Hostile("standard input of 3 MB", nothing, "S190", "file of more than 1 MB", ("check", "-"), b"#\n" * 1_500_000),
    Hostile(
        "a rulebook with a name of 5,000 characters",
        nothing,
        "S105",
        "there is no folder",
        ("check", "plan.yaml", "--lang", "en", "--rules", "x" * 5_000),
    ),
    Hostile(
        "a day with a terminal escape",
        nothing,
        "T302",
        "`\\u001b[2J` is no day",
        ("check", "plan.yaml", "--lang", "en", "--as-of", "\x1b[2J"),
    ),
    Hostile(
        "a question with a terminal escape",
        nothing,
        "N201",
        "`\\u001b[2J`",
        ("check", "plan.yaml", "--lang", "en", "--require", "\x1b[2J=x"),
    ),
    Hostile(
        "a question of 100,000 characters",
        nothing,
        "N201",
        "no question is named",
        ("check", "plan.yaml", "--lang", "en", "--require", "x" * 100_000 + "=x"),
    ),
    Hostile(
        "an option with a terminal escape",
        nothing,
        "N201",
        "`--\\u001b[2J`",
        ("check", "plan.yaml", "--lang", "en", "--\x1b[2J"),
    ),
    Hostile("a name nobody knows of 100,000 characters", nothing, "N201", "nothing is named", ("show", "x" * 100_000)),
)

LEGITIMATE = (
    Legitimate(
        "a plan on standard input, as Windows writes it",
        nothing,
        ("check", "-"),
        b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode(),
    ),
    Legitimate("a title in Arabic", plan(FACTS.replace("x", "\u0628\u0636\u0627\u0626\u0639", 1))),
    Legitimate("a title of 50,000 characters", plan(FACTS.replace("x", "y" * 50_000, 1))),
    Legitimate("300 plans in one file", plan((FACTS + "---\n") * 299 + FACTS)),
)
