"""`lexport coverage --mutate`: what is told of slips in the rules, what is written, and what the exit code says."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport

QUAY = """\
rulebook quay "Quay" { ranks announcement  governed by day  covers from 2015-01-01  reviewed until 2019-12-31 }
fact day : date
fact sealed : boolean
fact perishable : boolean
document notice { rank announcement  issuer port  issued 2014-01-01  in force from 2014-02-01  items 1..2 }
question leave_quay "May the goods leave the quay at night?"
provision when_sealed cites notice item 1 when sealed permit leave_quay
provision not_perishable exception to when_sealed cites notice item 2 when perishable forbid leave_quay
"""
SEALED = """plan: Sealed goods
facts: {day: 2016-03-20, sealed: true, perishable: false}
expect: {leave_quay: permitted}
"""


@pytest.fixture
def quay(project: Path) -> Path:
    """Give a project with a rulebook of two provisions and one scenario."""
    for path in (project / "law").iterdir():
        path.unlink()
    (project / "law" / "quay.rules").write_text(QUAY, encoding="utf-8")
    (project / "law" / "scenarios").mkdir()
    (project / "law" / "scenarios" / "sealed.yaml").write_text(SEALED, encoding="utf-8")
    return project


def figures(out: str) -> dict[str, list[int]]:
    """Read the table: of each kind of slip noticed, not noticed, not known, no other law, beyond, refused, all."""
    return {m[1]: [int(n) for n in m[2].split()] for m in re.finditer(r"^  (\w.*?)  +((?:\d+ *){7})$", out, re.M)}


def test_the_table_counts_every_kind_of_slip(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    done = lexport("coverage", "--mutate", "--jobs", "1")
    assert done.code == 0
    found = {name: numbers for name, numbers in figures(done.out).items() if numbers[-1]}
    assert found == {
        "an exception left out": [0, 1, 0, 0, 0, 0, 1],
        # Without `perishable` nothing could leave; that unsealed goods could, is not noticed.
        "one of several conditions left out": [1, 1, 0, 0, 0, 0, 2],
        "the contrary of a condition": [2, 0, 0, 0, 0, 0, 2],
        # The announcement was in force long before the first day that is covered.
        "a date a day off": [0, 0, 0, 2, 0, 0, 2],
        "another answer": [1, 1, 0, 0, 0, 0, 2],
    }
    assert "4 of 7, 57.1 %" in done.out


def test_what_goes_unnoticed_is_told_with_its_place(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    out = " ".join(lexport("coverage", "--operator", "flip-effect").out.split())
    assert "law/quay.rules:8:87: `permit leave_quay` for `forbid leave_quay` in `not_perishable`" in out
    assert "[flip-effect:not_perishable:8:87]: suggestion 1, `leave_quay`" in out
    assert "`--suggest DIR` writes each to a file, the first as `mutant-001-…`." in out
    assert "--suggest" not in lexport("coverage", "--operator", "swap-ranks").out


def test_in_chinese(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    out = lexport("coverage", "--operator", "flip-effect", "--lang", "zh").out
    assert "没有场景识别：" in out
    assert "`准予 leave_quay`" in out


def test_what_is_suggested_is_noticed_once_it_is_filled_in(lexport: Lexport, quay: Path) -> None:
    lexport("coverage", "--mutate", "--suggest", "law/scenarios")
    written = [path for path in (quay / "law" / "scenarios").iterdir() if path.name != "sealed.yaml"]
    assert written
    for path in written:
        text = path.read_text(encoding="utf-8")
        now = re.findall(r"^# it is `(.+)` now$", text, re.M)[0]
        path.write_text(text.replace("# expect:", "expect:").replace("VERDICT", now), encoding="utf-8")
    found = json.loads(lexport("coverage", "--mutate", "--format", "json").out)["mutation"]
    assert found["score"] == {"reached": 7, "all": 7, "percent": 100.0}
    assert (found["survivors"], found["suggestions"]) == ([], [])


def test_the_json_document(lexport: Lexport, quay: Path) -> None:
    assert quay.is_dir()
    found = json.loads(lexport("coverage", "--operator", "drop-exception", "--format", "json").out)["mutation"]
    assert found["operators"] == [
        {
            "operator": "drop-exception",
            "killed": 0,
            "survived": 1,
            "undecided": 0,
            "equivalent": 0,
            "beyond": 0,
            "refused": 0,
            "all": 1,
        }
    ]
    (survivor,) = found["survivors"]
    assert (survivor["name"], survivor["question"], survivor["suggestion"]) == ("not_perishable", "leave_quay", 0)
    (suggestion,) = found["suggestions"]
    assert suggestion["notices"] == ["the exception `not_perishable` left out"]
    assert json.loads(lexport("coverage", "--format", "json").out)["mutation"] is None


@pytest.mark.parametrize(("line", "code"), [("50", 1), ("0", 0)])
def test_the_line_is_drawn_for_slips_too(lexport: Lexport, quay: Path, line: str, code: int) -> None:
    """Nothing of what is left out is noticed, whatever is reached."""
    assert quay.is_dir()
    assert lexport("coverage", "--operator", "drop-exception", "--fail-under", line).code == code


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--operator", "drop-exeption"), "write `drop-exception`"),
        (("--operator", "zzz"), "write one of `change-set`, `drop-conjunct`"),
        (("--mutate", "--jobs", "0"), "write a number from 1 to 999"),
        (("--mutate", "--jobs", "many"), "write a number from 1 to 999"),
    ],
)
def test_what_cannot_be_meant_is_told(lexport: Lexport, quay: Path, typed: tuple[str, ...], told: str) -> None:
    assert quay.is_dir()
    done = lexport("coverage", *typed)
    assert (done.code, told in done.out) == (2, True)
