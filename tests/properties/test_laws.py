"""Laws of verdicts that need no second opinion: what one more fact does, what order and language do not do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from checker.logic import Law, Outcome, Subject, Verdict
from checker.rulebook import load_texts
from checker.rulebook.model import Facts, Rulebook
from checker.stored import names_of
from tests.agreement import load, subjects
from tests.literate_pages import CORPUS, FILE_FENCE, ROOT
from tests.strategies import Source, sources
from tests.strategies_plans import as_ofs, fuller, plans

EXAMPLES = 200
STEPS = 3

# Without shrinking, which takes minutes: what fails is printed whole.
deterministic = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
counted: Counter[str] = Counter()


def verdicts(law: Law, facts: Facts) -> dict[tuple[str, str], Verdict]:
    """Judge everything a plan is asked, by question and subject."""
    return {(q.name, name(s)): law.judge(q.name, facts, s) for q, s in subjects(law, facts)}


def name(subject: Subject) -> str:
    if subject.is_missing:
        return "[?]"
    return "plan" if subject.element is None else subject.element.id


def outcomes(verdict: Verdict) -> set[Outcome]:
    return {way.outcome for way in verdict.ways}


# One more fact


@deterministic
@given(st.data())
def shrink(data: st.DataObject) -> None:
    source = data.draw(sources())
    law = Law(load(source), data.draw(as_ofs))
    facts = data.draw(plans(law.book, incomplete=True))
    before = verdicts(law, facts)
    seen = set()
    for _ in range(STEPS):
        more = data.draw(fuller(law.book, facts))
        if more is None or not before:
            break
        after = verdicts(law, more)
        for key in before.keys() & after.keys():
            wider, narrower = outcomes(before[key]), outcomes(after[key])
            assert narrower <= wider, (source.text, key, facts, more)
            assert narrower or key[1] == "[?]"
            seen.add("narrower" if narrower < wider else "as wide")
        seen.add("impossible" if law.impossible(more) else "possible")
        facts, before = more, after
    counted.update(seen)


def test_one_more_fact_shrinks_the_set_and_never_empties_it() -> None:
    counted.clear()
    shrink()
    assert min(counted[seen] for seen in ("narrower", "as wide", "impossible", "possible")) >= EXAMPLES // 100


# Order


@deterministic
@given(st.data())
def reorder(data: st.DataObject) -> None:
    source = data.draw(sources())
    (_, text), *others = source.files
    lines = data.draw(st.permutations(text.splitlines()))
    cut = data.draw(st.integers(0, len(lines)))
    parts = [("z.rules", "\n".join(lines[:cut])), ("a/b.rules", "\n".join(lines[cut:]))]
    as_of = data.draw(as_ofs)
    one, two = Law(load(source), as_of), Law(load(Source((*parts, *others))), as_of)
    facts = data.draw(plans(one.book))
    assert {never.text for never in one.impossible(facts)} == {never.text for never in two.impossible(facts)}
    assert verdicts(one, facts) == verdicts(two, facts)


def test_order_of_files_and_of_statements_changes_nothing() -> None:
    reorder()


# Hash seeds

PAGES = ("07-code-tables.md", "21-choice.md", "40-subject-to-customs.md", "44-rank-specialty-recency.md")
COMMANDS = """
import sys
from pathlib import Path
from checker.cli.main import run
for page in sorted(Path(sys.argv[1]).glob("*/*.md")):
    for more in ([], ["--lang", "zh"], ["--format", "json"]):
        run(["check", str(page), "--rules", str(page.parent), *more])
    run(["test", str(page), "--rules", str(page.parent)])
    run(["show", "--rules", str(page.parent)])
"""


def test_output_is_the_same_to_the_byte_under_any_hash_seed(tmp_path: Path) -> None:
    for path in (*(CORPUS / name for name in PAGES), ROOT / "docs" / "explanation" / "verdict.md"):
        folder = tmp_path / path.stem
        (folder / "codes").mkdir(parents=True)
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text, encoding="utf-8")
        for name, table in FILE_FENCE.findall(text):
            (folder / name).write_text(table, encoding="utf-8")
    written = [
        subprocess.run(
            [sys.executable, "-c", COMMANDS, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert b"conflict" in written[0]
    assert written[0] == written[1]


# Languages

VOCABULARY = """
rulebook t { ranks law > notice  governed by 报关单.申报日期  roles 承运方, 海关 }
record declaration {
  申报日期 : date  通关方式 : one of { 转关, 一体化, 清关 }  已放行 : boolean  件数 : integer 0..9 optional
}
fact 报关单 : declaration
fact 备案 : boolean
document 「公告2015年第47号」 { rank notice  issuer 海关总署  issued 2015-01-01  in force from 2015-02-01 }
document 「海关法」 { rank law  issuer 人大  issued 2000-01-01  in force from 2000-02-01 }
question 自运 "May it be carried?"
question 施封 "Must it be sealed?"
provision 总则 cites 海关法 item 24 forbid 自运
"""
ENGLISH = """
provision 丙 exception to 总则 authorised by 海关法 item 24
  cites 公告2015年第47号 item 4 cites 海关法 article 24 paragraph 1
  from 2015-03-01 until 2017-08-22
  when 报关单.通关方式 in { 一体化, 清关 } and not 报关单.已放行
    and (报关单.件数 between 2 and 5 or 报关单.件数 is absent)
  permit 自运 only if 备案
  require 施封 by 承运方 note "in full"
"""
SPACED = """
条款 丙 例外于 总则 授权于 海关法 第24项 依据 公告2015年第47号 第4项 依据 海关法 第二十四条 第一款
  自 2015-03-01 至 2017-08-22
  当 报关单.通关方式 属于 { 一体化 , 清关 } 且 非 报关单.已放行 且 ( 报关单.件数 介于 2 且 5 或 报关单.件数 为 缺省 )
  准予 自运 仅当 备案
  应当 施封 由 承运方 附注 "in full"
"""
GLUED = (
    "条款「丙」例外于「总则」授权于「海关法」第24项依据「公告2015年第47号」第4项，依据「海关法」第二十四条第一款，"
    "自2015-03-01至2017-08-22，当「报关单.通关方式」属于｛「一体化」、「清关」｝且非「报关单.已放行」"
    "且（「报关单.件数」介于2且5或「报关单.件数」为缺省），"
    "准予「自运」仅当「备案」，应当「施封」由「承运方」附注“in full”\n"
)


def rulebook(provision: str) -> Rulebook:
    book, findings = load_texts({"t.rules": VOCABULARY + provision})
    assert book is not None, findings
    return book


def meaning(value: object) -> object:
    """Return a value of the model as plain tuples, without where it stands and how it was written."""
    if isinstance(value, Struct) or (is_dataclass(value) and not isinstance(value, type)):
        names = [name for name in names_of(value) if name not in ("span", "text", "digest")]
        return (type(value).__name__, *((name, meaning(getattr(value, name))) for name in names))
    if isinstance(value, Mapping):
        return tuple((key, meaning(inner)) for key, inner in value.items())
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    return value


@pytest.mark.parametrize("chinese", [SPACED, GLUED], ids=["spaced", "glued"])
def test_a_provision_in_english_and_in_chinese_is_one(chinese: str) -> None:
    english = rulebook(ENGLISH)
    assert len(english.provisions["丙"].effects) == 3
    assert meaning(rulebook(chinese)) == meaning(english)


def test_another_provision_is_another() -> None:
    assert meaning(rulebook(ENGLISH)) != meaning(rulebook(ENGLISH.replace("between 2", "between 3")))
