"""Small rulebooks linted, for the tests of what a linter finds: from text, with a header and facts to speak of."""

from collections.abc import Mapping

from checker.answers.lint import LintReport, lint
from checker.findings import Severity, is_fatal
from checker.logic import Law
from checker.rulebook import load_texts
from checker.syntax import parse_rules

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
fact far : boolean
fact mode : one of { sea, road, air }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document n { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question carry "May it be carried?"
question store "May it be stored?" within wet
"""
BASE = """provision base cites l when far permit carry by carrier permit store
provision other cites n when mode is sea or mode is road and wet forbid carry
"""
"""Something that uses the facts and names of the head, so that a test finds what it is about and nothing else."""
OF_THE_MAP: Mapping[str, None] = dict.fromkeys(
    (*(f"G10{n}" for n in range(1, 5)), *(f"C10{n}" for n in range(1, 6)), "U101", *(f"R10{n}" for n in range(2, 7)))
)
"""Weights that leave out what is found of the cases: the rules of the head are sketches, full of gaps and clashes."""


def linted(
    text: str,
    weights: Mapping[str, Severity | None] | None = None,
    *,
    head: str = HEAD,
    base: str = BASE,
    codes: str = "",
) -> LintReport:
    """Lint a rulebook without mistakes: a head, a base and a text; `codes` is the file `codes/offices.yaml`."""
    whole = head + base + text
    tables = {"codes/offices.yaml": codes} if codes else {}
    book, findings = load_texts({"t.rules": whole, **tables})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert not is_fatal(law.findings())
    statements, _ = parse_rules(whole, "t.rules")
    return lint(law, statements, findings, weights or {})


def found(text: str, id_: str, *, head: str = HEAD, base: str = BASE) -> list[str]:
    """Return the messages of the findings of an id, in their order."""
    report = linted(text, head=head, base=base)
    return [str(finding.message) for finding in report.findings if finding.id == id_]
