"""What is no node: ways of writing (LANGUAGE §1, §9), verdicts (§6) and plans (§8); rows as in `constructs_vocabulary`.

The key of a way of writing is `~` and what to look for in the rules of a page; the key of what a scenario says is a
field of what it expects, or of the plan, with a word where the field holds one of a few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logic import COMPLIANCE, PRINCIPLES, VERDICTS
from checker.plan import Expectation, Plan
from checker.plan.read import ERROR_KINDS
from tests.constructs_proof import Bench, Proof
from tests.constructs_vocabulary import Row

WRITING: tuple[Row, ...] = (
    ("~^```rules$", 1, "```rules", "code within a page of prose"),
    ("~ # .*$", 1, "# …", "a comment"),
    ("~「[^」]+」", 1, "「…」", "any text as a name"),
    (r"~「[^」.]+\.[^」]+」", 9, "「a.b」", "a path between corner brackets"),
    ("~^条款「[^ ]+$", 1, "条款「…」依据「…」…", "Chinese without blanks"),
    ("~」[，；：]|[（｛]「", 1, "（），：；“”", "full-width punctuation"),
    ("~第[0-9]+[条款项目]", 1, "第4项", "a place as one word, its number in digits"),
    ("~第[一二三四五六七八九十百]+[条款项目]", 1, "第三项", "its number in Chinese"),
    (
        "~[,;，；] *(?:permit|forbid|require|exempt|when|and|or|准予|禁止|应当|免予|当|且|或)",
        9,
        "C, permit Q",
        "a pause",
    ),
    (r"~\bpermit \w+ \{", 9, "permit Q { V }", "`in` left out before a brace"),
)

VERDICTS_AND_PLANS: tuple[Row, ...] = (
    ("verdict=permitted", 6, "permitted", "may be done"),
    ("verdict=forbidden", 6, "forbidden", "may not be done"),
    ("verdict=required", 6, "required", "must be done"),
    ("verdict=not-required", 6, "not-required", "may be left"),
    ("verdict=decided", 6, "decided", "a value, or values"),
    ("verdict=discretion", 6, "discretion", "left to somebody"),
    ("verdict=gap", 6, "gap", "nobody speaks"),
    ("verdict=known-gap", 6, "known-gap", "nobody speaks, and that is on record"),
    ("verdict=conflict", 6, "conflict", "winners clash"),
    ("verdict=open", 6, "open", "what is missing splits the verdict"),
    ("verdict=not-applicable", 6, "not-applicable", "out of scope"),
    ("principle=explicit", 6, "explicit", "an exception, override or reservation decides"),
    ("principle=rank", 6, "rank", "the higher text prevails"),
    ("principle=specialty", 6, "specialty", "the special provision prevails"),
    ("principle=recency", 6, "recency", "the later text prevails"),
    ("principle=none", 6, "principle: none", "nothing lost"),
    ("compliance=met", 6, "met", "the deed agrees with the duty"),
    ("compliance=breached", 6, "breached", "it does not"),
    ("compliance=unknown", 6, "unknown", "that cannot be said"),
    ("answer", 8, "answer: V", "the value of a decided question"),
    ("winners", 8, "winners: [P]", "the provisions that win"),
    ("possible", 8, "possible: [W, W]", "the verdicts that remain"),
    ("needs", 8, "needs: [F]", "the facts that split them"),
    ("subject_to", 8, "subject_to: ROLE", "open by somebody's decisions alone"),
    ("ruling_by", 8, "ruling_by: B", "who must rule"),
    ("left_to", 8, "left_to: ROLE", "whose discretion it is"),
    ("gap", 8, "gap: N", "the known gap"),
    ("as_of", 8, "as_of: DAY", "only texts issued by that day exist"),
    ("expect_error=name", 8, "expect_error: name", "an unknown name is refused"),
    ("expect_error=type", 8, "expect_error: type", "a value of another type is refused"),
    ("expect_error=duplicate", 8, "expect_error: duplicate", "what is said twice is refused"),
    ("expect_error=never", 8, "expect_error: never", "what cannot happen is refused"),
)


def demanded() -> Iterator[str]:
    """Name what a scenario can say: each word of the program's own lists, each key of an expectation."""
    lists = {
        "verdict": VERDICTS,
        "principle": (*PRINCIPLES, "none"),
        "compliance": COMPLIANCE,
        "expect_error": ERROR_KINDS,
    }
    for field, words in lists.items():
        yield from (f"{field}={word}" for word in words)
    said = set(Expectation.__struct_fields__) - {"question", "subject", "span", *lists}
    yield from (*sorted(said), "as_of")


def find_said(text: str, benches: tuple[Bench, ...]) -> Proof | None:
    """Find the first scenario that expects a thing, or the first of the first page that writes in a way."""
    for bench in benches:
        if text.startswith("~"):
            rules = "\n".join(bench.rules)
            titles = [*bench.held] if re.search(text[1:], rules, re.MULTILINE) else []
        else:
            titles = [title for title, (plan, _) in bench.held.items() if _says(plan, *text.split("="))]
        if titles:
            return Proof(bench.path, titles[0], "written" if text.startswith("~") else "expected")
    return None


def _says(plan: Plan, field: str, word: str | None = None) -> bool:
    where = (plan,) if field in ("as_of", "expect_error") else plan.expectations
    values = [getattr(each, field) for each in where]
    return any(value == word if word else value is not None for value in values)
