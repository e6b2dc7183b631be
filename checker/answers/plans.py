"""Plan files of either kind: YAML, or a literate page whose scenario blocks are plans.

Takes the text of a file, gives the plans in it. Opens no file.
"""

from __future__ import annotations

from checker.findings import Finding, Span, say
from checker.plan import Plan, read_plans
from checker.rulebook.model import Rulebook

PAGE = ".md"


def read_plan_file(book: Rulebook, file: str, text: str) -> tuple[Plan, ...]:
    """Read all plans of a file; `file` is its path as it is shown.

    Of a page only the scenarios are read: its rules belong to the rulebook, or to another one. A page without a
    scenario has no plans.
    """
    if not file.endswith(PAGE):
        return read_plans(book, text, file)
    from checker.syntax import SourceFile, parse_file  # here alone: plans in YAML need no parser

    page, _ = parse_file(SourceFile(file, text))
    blocks = (read_plans(book, block.text, block.file, block.line) for block in page.scenarios)
    return tuple(plan for block in blocks for plan in block)


def missing_plan(file: str) -> Plan:
    """Stand in for the plan of a page that was named as one and has no scenario."""
    place = Span(file, 1, 1, 1, 1)
    nothing = Finding("F405", say("this page has no scenario"), place, help=say("begin one with the line ```scenario"))
    return Plan(file, file, 1, None, None, frozenset(), (), None, None, (nothing,), (nothing,))
