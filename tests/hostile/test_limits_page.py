"""The page of limits against the program: every figure is the one in force, and no limit is missing."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import resolve_name, walk_packages

import checker
from tests.literate_pages import ROOT

PAGE = (ROOT / "docs" / "reference" / "limits.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([^|]+) \| ([0-9,]+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
NAME = re.compile(r"(?:MOST|DEEPEST|LONGEST)(?:_|$)")
LIMITS = {
    "texts.MOST_BYTES": "bytes of a page",
    "texts.MOST_TABLE_BYTES": "bytes of a code table",
    "texts.MOST_RULEBOOK_BYTES": "bytes of a rulebook in all",
    "project.baseline.MOST_BYTES": "bytes of a baseline",
    "project.admitted.MOST_BYTES": "bytes of an allow-list",
    "texts.MOST_FILES": "files and folders of a rulebook",
    "syntax.looks.LONGEST_LINE": "characters of a line of rules",
    "syntax.chinese.LONGEST_NAME": "characters of a name",
    "syntax.lexer._LONGEST_NUMBER": "digits of a number in rules",
    "rulebook.types.MOST_DIGITS": "decimals of a number",
    "rulebook.model.types.LIMIT": "the largest number a fact can be",
    "plan.tree.MOST_VALUES": "values, lists and mappings of one plan",
    "findings.message.LONGEST_VALUE": "characters of a user's own word",
    "plan.tree.DEEPEST": "lists and mappings in a plan",
    "rulebook.plain_yaml.DEEPEST": "lists and mappings in a code table",
    "rulebook.codes.DEEPEST": "codes above a code",
    "syntax.attempt._DEEPEST": "brackets, `not`, `under`, kinds",
    "syntax.attempt._LONGEST_CHAIN": "operators of one clause in a row",
    "rulebook.conditions.DEEPEST": "conditions, definitions unfolded",
    "rulebook.definitions.DEEPEST_UNFOLDED": "definitions in one another",
    "rulebook.definitions.MOST_UNFOLDED": "uses of definitions",
    "rulebook.lists.MOST_NESTED": "tests on lists in one another",
    "rulebook.sizes.DEEPEST_RECORDS": "records in one another",
    "rulebook.question_circles.DEEPEST_QUESTIONS": "questions that hang on one another",
    "texts.MOST_MISTAKES": "mistakes of one block of rules",
    "rulebook.sizes.MOST_FACTS": "facts of a rulebook",
    "rulebook.question_circles.MOST_PROVISIONS": "provisions that answer one question",
    "logic.trees.MOST_BRANCHES": "alternatives that a condition",
    "findings.nearest.MOST_KNOWN": "known words among which",
    "findings.nearest.LONGEST": "characters of a word for which",
    "answers.verdict_map.MOST_CELLS": "cells of a map",
    "regions.cover.CAPS.pieces": "disjoint pieces that a set of cases",
    "logic.effort.MOST_BOXES": "boxes that one search",
    "answers.lint.MOST_STATED": "findings of one id and question",
    "logic.merging.MOST_CLASSES": "classes of one code",
    "logic.together.MOST_STEPS": "sets of provisions that are tried",
    "uses.impossible_duties.MOST_WAYS": "lawful ways of doing a duty",
    "regions.integers.STEPS": "steps of a search",
}
INNER = {
    "logic.trees.MOST_COMPARED": "beyond it a shortcut is left out, and no answer changes",
    "logic.feasibility.MOST_POINTS": "beyond it a search is given up, and what it would exclude stays",
    "uses.overlapping.MOST_SETS": "beyond it what is left over is told as one finding",
    "logic.blame.MOST_PAIRED": "beyond it more provisions may be named than are needed",
    "regions.inside.MOST_STEPS": "beyond it fewer regions are shown, and their number is said to be unknown",
    "regions.joining.MOST_ROUNDS": "beyond it a set has more boxes than it might",
    "logic.witness.MOST_ELEMENTS": "which examples are looked for",
    "logic.witness.MOST_BOXES": "which examples are looked for",
    "answers.stating.MOST_OF_EXAMPLE": "which examples are looked for",
    "answers.stating.MOST_TRIED": "which examples are looked for",
    "uses.coverage.filling.MOST_OF_PLAN": "which plans are suggested",
    "uses.coverage.filling.MOST_TRIED": "which plans are suggested",
    "uses.unnoticed.MOST_DIFFERENCES": "which plans are suggested",
    "answers.mutant_scenarios.MOST_TRIED": "which plans are suggested",
    "rulebook.mutants.values.MOST_LEFT_OUT": "which slips are tried",
    "answers.diff_stating.MOST_OF_EXAMPLE": "which examples are looked for",
    "answers.diff_stating.MOST_TRIED": "which examples are looked for",
    "answers.stating.LONGEST_TITLE": "how much of the title of an example is shown",
    "answers.stating.MOST_SHOWN": "how many regions are shown; all are counted",
    "answers.stating.MOST_EDGES": "how many provisions are named at an edge",
    "answers.covering.MOST_IN_SHORT": "beyond it regions that are not shown are not worked out",
    "answers.covering.MOST_OF_REST": "which of two ways of telling a set is chosen",
    "uses.boundaries.MOST_NAMED": "how many values are named",
    "uses.gaps.MOST_WON": "how those who answer are told",
    "uses.closest.MOST_ANSWERS": "how many provisions are named as the nearest",
    "uses.closest.MOST_FACTS": "which provisions are named as the nearest",
    "reports.lint_markdown.MOST_FINDINGS": "how many findings are written out; all are counted",
    "answers.diff_vocabulary.MOST_NAMED": "how many names are told; all are counted",
    "reports.diff_markdown.MOST_CHANGES": "how many changes are written out; all are counted",
    "reports.diff_markdown.MOST_PLANS": "how many plans are named; all are counted",
    "answers.atlas.MOST_REGIONS": "how many regions are shown on a page; all are counted",
    "answers.atlas.MOST_OF_A_ROW": "how many regions are shown on a page; all are counted",
    "answers.atlas.MOST_SCENARIOS": "how many scenarios are shown on a page; all are counted",
    "reports.atlas_question.MOST_UNFOLDED": "from when on a table is folded",
    "reports.verdict_text.MOST_ALTERNATIVES": "how many values are named; all are counted",
    "plan.facts.LONGEST_VALUE": "how much of a value is shown",
    "plan.mistakes.LONGEST": "how much of a word is shown",
    "project.entries.MOST_ENTRIES": "how much the cache keeps",
    "project.entries.MOST_BYTES": "how much the cache keeps",
}
"""What keeps nothing from being read or answered."""


def figure(name: str) -> int:
    value = resolve_name(f"checker.{name}")
    assert isinstance(value, int)
    return value


def rows() -> dict[str, tuple[int, str]]:
    return {what: (int(most.replace(",", "")), ids) for what, most, ids in ROW.findall(PAGE)}


def test_every_figure_is_the_one_in_force() -> None:
    found = {
        name: [most for what, (most, _) in rows().items() if what.startswith(begins)] for name, begins in LIMITS.items()
    }
    assert found == {name: [figure(name)] for name in LIMITS}


def test_every_row_is_a_limit() -> None:
    assert len(rows()) == len(LIMITS)
    assert [what for what in rows() if not what.startswith(tuple(LIMITS.values()))] == []


def test_no_limit_is_missing() -> None:
    declared = {
        f"{found.name.removeprefix('checker.')}.{name}": value
        for found in walk_packages(checker.__path__, "checker.")
        for name, value in vars(import_module(found.name)).items()
        if NAME.match(name) and isinstance(value, int)
    }
    # A module that takes a limit from another has it by the same name, and is as strict.
    known = {(name.rpartition(".")[2], figure(name)) for name in LIMITS}
    missing = {name for name, value in declared.items() if (name.rpartition(".")[2], value) not in known}
    assert sorted(missing - LIMITS.keys() - INNER.keys()) == []
