"""The table of the language's constructs, each beside the page and the scenario that prove it.

Run as `python -m tests.constructs` it writes `docs/reference/constructs.md`. The constructs are held against the node
classes and the keywords themselves: what has no row is named by `missing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template
from types import NoneType
from typing import get_args, get_type_hints

from msgspec import Struct

from checker.syntax import keywords, nodes
from tests import constructs_law as law
from tests import constructs_scenarios as scenarios
from tests import constructs_vocabulary as vocabulary
from tests.constructs_proof import Bench, Key, Proof, find_proof, read_key
from tests.literate_pages import CORPUS, ROOT, read_page

PAGE = ROOT / "docs" / "reference" / "constructs.md"
LANGUAGE = ROOT / "docs" / "reference" / "language.md"

FAMILIES = (
    ("Ways of writing", scenarios.WRITING),
    ("Names and places", vocabulary.NAMES),
    ("The rulebook", vocabulary.HEADER),
    ("Vocabulary", vocabulary.VOCABULARY),
    ("Documents", vocabulary.DOCUMENTS),
    ("Questions", law.QUESTIONS),
    ("Provisions and what hangs on them", law.PROVISIONS),
    ("Effects and their tails", law.EFFECTS),
    ("Conditions", law.CONDITIONS),
    ("Verdicts and plans", scenarios.VERDICTS_AND_PLANS),
)
INFORMS = vocabulary.INFORMS | law.INFORMS

STEPS = {"article": "条", "paragraph": "款", "item": "项", "point": "目"}

# What is false where a word is not written, and so no construct.
UNWRITTEN = {"FactDeclaration optional", "FieldDeclaration optional", "FieldDeclaration dated", "Table in_order"}

INTRODUCTION = """\
# The constructs of the language

Every construct of [the rule language](language.md) beside the page of the tests whose rules use it, and the scenario
of that page that turns on it: the first one, in the order of the pages, whose expectations fail when the construct is
changed or undone. Where that would leave no rulebook to ask, or the construct informs and changes no verdict, it is the
first scenario in which a provision, question, document or fact that holds the construct takes part in an expected
verdict.

The last column says which. *Changed*: the word was exchanged for one of its kind, or what was given was left away.
*Negated*: the nearest condition was turned round. *Left out*: the nearest clause, effect or statement was taken away.
*Used*: it takes part. *Informs*: so it does, and decides nothing. *Written*: the rules of the page are written so.
*Expected*: the scenario expects it.

This page is made by `python -m tests.constructs` from the classes of the nodes and the keywords of the grammar; a test
compares.
"""


class Construct(Struct, frozen=True):
    """A row of the table; `spelling` has `$TERMINAL` for each keyword."""

    family: str
    text: str
    section: int
    spelling: str
    says: str

    @property
    def key(self) -> Key | None:
        """What it is among the nodes; None for what is no node."""
        return read_key(self.text) if self.text[0].isupper() else None

    @property
    def english(self) -> str:
        """Its spelling in English."""
        return Template(self.spelling).substitute(
            {k.terminal: (k.english or k.chinese)[0] for k in keywords()},
        )

    @property
    def chinese(self) -> str:
        """Its spelling in Chinese, every way of it; words that have none stay English."""
        words = {k.terminal: "/".join(k.chinese) or k.english[0] for k in keywords()}
        written = Template(self.spelling).substitute(words)
        return re.sub(rf" ?({'|'.join(STEPS)}) ([0-9]+)", lambda step: f"第{step[2]}{STEPS[step[1]]}", written)


def constructs() -> tuple[Construct, ...]:
    """List all rows, in the order of the table."""
    return tuple(Construct(family, *row) for family, rows in FAMILIES for row in rows)


def classes() -> tuple[type[nodes.Node], ...]:
    """List every class of nodes that is written."""
    found = (getattr(nodes, name) for name in nodes.__all__)
    return tuple(c for c in found if isinstance(c, type) and issubclass(c, nodes.Node) and c is not nodes.Node)


def demanded() -> Iterator[str]:
    """Name what must have a row: each class, each thing that may be given, each yes and no, each keyword."""
    for each in classes():
        yield each.__name__
        for field, hint in get_type_hints(each).items():
            kinds = set(get_args(hint)) or {hint}
            if f"{each.__name__} {field}" in UNWRITTEN:
                yield f"{each.__name__} {field}=true"
            elif bool in kinds:
                yield from (f"{each.__name__} {field}={word}" for word in ("true", "false"))
            elif NoneType in kinds:
                yield f"{each.__name__} {field}"
    yield from (f"${keyword.terminal}" for keyword in keywords())


def missing() -> list[str]:
    """List what must have a row and has none."""
    rows = constructs()
    had = {row.text for row in rows}
    had |= {f"${word}" for row in rows for word in re.findall(r"\$([A-Z_]+)", row.spelling)}
    for key in _keys():
        had.add(key.of.__name__)
        for field, operator, word in key.tests:
            had.add(f"{key.of.__name__} {field}" + (f"={word}" if word in ("true", "false") else ""))
            if operator == "" or word not in ("none", "true", "false"):
                had.add(f"{key.of.__name__} {field}")
    return [name for name in (*demanded(), *scenarios.demanded()) if name not in had]


def _keys() -> Iterator[Key]:
    yield from (key for row in constructs() if (key := row.key) is not None)


@cache
def proofs() -> dict[str, Proof | None]:
    """Find the proof of every construct, by the text of its key."""
    words: dict[str, set[str]] = {}
    for key in _keys():
        for field, operator, word in key.tests:
            if operator == "=":
                words.setdefault(f"{key.of.__name__}.{field}", set()).add(word)
    pages = benches()
    return {row.text: _prove(row, words, pages) for row in constructs()}


def _prove(row: Construct, words: dict[str, set[str]], pages: tuple[Bench, ...]) -> Proof | None:
    key = row.key
    if key is None:
        return scenarios.find_said(row.text, pages)
    return find_proof(key, words, pages, row.text in INFORMS)


def benches() -> tuple[Bench, ...]:
    """Take apart the pages that have scenarios: the conformance corpus by number, then the provisions of real texts."""
    paths = (*sorted(CORPUS.glob("[0-9]*.md")), *sorted((ROOT / "tests" / "stress").glob("*.md")))
    pages = ((read_page(path), path.relative_to(ROOT).as_posix()) for path in paths)
    return tuple(Bench(page, path) for page, path in pages if not page.expects_findings)


def anchors() -> dict[int, str]:
    """Find the anchor of each section in the page of the language, as the site makes it from the heading."""
    headings = re.findall(r"^## (([0-9]+)\. .*)$", LANGUAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {int(n): re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower()) for title, n in headings}


def render() -> str:
    """Write the page."""
    sections = anchors()
    lines = [INTRODUCTION]
    for family, _ in FAMILIES:
        lines += [
            f"## {family}",
            "",
            "| construct | Chinese | § | says | page | scenario | |",
            "|---|---|---|---|---|---|---|",
        ]
        for row in constructs():
            if row.family == family:
                section = f"[{row.section}](language.md#{sections[row.section]})"
                chinese = _code(row.chinese) if row.chinese != row.english else ""
                lines.append(f"| {_code(row.english)} | {chinese} | {section} | {row.says} | {_shown(row)} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _shown(row: Construct) -> str:
    proof = proofs()[row.text]
    if proof is None:
        return "| none |"
    how = "informs" if row.text in INFORMS else proof.how
    return f"`{proof.page.removeprefix('tests/')}` | {proof.scenario.replace('|', chr(92) + '|')} | {how}"


if __name__ == "__main__":
    Path(PAGE).write_text(render(), encoding="utf-8")
