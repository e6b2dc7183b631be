"""`lexport diff`: against a folder, a revision, another day; formats, exit codes, what is admitted, plans it hits."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checker.cli.diff_formats import FORMS
from tests.cli.conftest import RULES, Lexport
from tests.cli.test_lint_baseline import git
from tests.cli.test_reference import keys

LATER = "provision closed exception to sealed_always cites d_38 when mode is transit exempt seal\n"
ALLOW = "allow.json"


def earlier(project: Path, text: str = RULES) -> None:
    """Lay the rulebook as it was beside the project's own."""
    (project / "was").mkdir()
    (project / "was" / "t.rules").write_text(text, encoding="utf-8")


def now(project: Path, text: str) -> None:
    """Let the project's rulebook be another."""
    (project / "law" / "rules.md").unlink(missing_ok=True)
    (project / "law" / "t.rules").write_text(text, encoding="utf-8")


def changes(lexport: Lexport, *arguments: str) -> dict[str, list[Any]]:
    document = json.loads(lexport("diff", "--format", "json", *arguments).out)
    return {question["question"]: question["changes"] for question in document["questions"]}


def test_an_equal_rulebook_is_equivalent_and_that_is_a_proof(lexport: Lexport, project: Path) -> None:
    earlier(project)
    done = lexport("diff", "--against", "was")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "equivalent, proved over all cases: `carriage`, `seal`\ncompared `was` with `law` (questions: 2, changed: 0)\n"
    )


def test_a_change_is_told_with_whose_doing_it_is(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    done = lexport("diff", "--against", "was")
    assert done.code == 1
    assert done.out == (
        "seal: wider\n"
        "warning[V101]: `seal` is decided otherwise: `required by carrier` → `not-required`\n"
        "   = wider: more conduct is lawful\n"
        "   = region 1 (cases: 6,758): day >= 2017-08-22 and mode is transit\n"
        "   =   example: {day: 2017-08-22, mode: transit}\n"
        "   =   `closed` (d_38): not there before, prevails now\n"
        "   =   `sealed_always` (d_47 item 2): prevails before, taken out by `closed` now\n"
        "   = in all: 6,758 of 2,959,764 cases\n"
        "\n"
        "new provisions: `closed`\n"
        "equivalent, proved over all cases: `carriage`\n"
        "compared `was` with `law` (questions: 2, changed: 1)\n"
    )


def test_a_question_is_compared_alone(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    done = lexport("diff", "--against", "was", "--question", "承运方式")
    assert (done.code, "compared `was` with `law` (questions: 1, changed: 0)\n" in done.out) == (0, True)
    done = lexport("diff", "--against", "was", "--question", "seel")
    assert done.code == 2
    assert "no question is named `seel`" in done.out
    assert "write `seal`" in done.out


def test_two_days_are_compared(lexport: Lexport) -> None:
    done = lexport("diff", "--at", "2017-08-21", "2017-08-22")
    assert done.code == 1
    assert "`carriage` is decided otherwise: `permitted` → `gap`\n" in done.out
    assert "`d_47` left on 2017-08-22 (repealed by `d_38 item 1`)\n" in done.out
    assert lexport("diff", "--at", "2017-08-22", "2018-01-01").code == 0


def test_all_formats_tell_it(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    for form in FORMS:
        done = lexport("diff", "--against", "was", "--format", form)
        assert (done.code, "closed" in done.out) == (1, True)


def test_the_document_says_what_was_and_what_is(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    document = json.loads(lexport("diff", "--against", "was", "--format", "json").out)
    assert (document["schema"], document["failed"], document["days"]) == ("lexport.diff/1", True, False)
    assert [(q["question"], q["verdict"]) for q in document["questions"]] == [
        ("carriage", "equivalent"),
        ("seal", "wider"),
    ]
    (change,) = document["questions"][1]["changes"]
    assert (change["before"], change["after"]) == (
        [{"verdict": "required", "answer": [], "by": ["carrier"], "due": [], "left_to": []}],
        [{"verdict": "not-required", "answer": [], "by": [], "due": [], "left_to": []}],
    )
    assert [party["name"] for party in change["provisions"]] == ["closed", "sealed_always"]
    assert change["provisions"][1]["after"] == [{"status": "taken-out", "principle": None, "by": ["closed"]}]
    assert change["regions"][0]["shown"][0]["when"] == "day >= 2017-08-22 and mode is transit"


def test_every_key_of_the_document_has_its_words(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    named = {word for code in re.findall(r"`([^`]+)`", page) for word in re.findall(r"\w+", code)}
    document = json.loads(lexport("diff", "--against", "was", "--over", "good.yaml", "--format", "json").out)
    assert document["plans"]["hit"] == []
    assert set(keys(document)) - named == set()


def test_markdown_has_a_row_for_each_question_that_changed(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    lines = lexport("diff", "--against", "was", "--format", "markdown").out.splitlines()
    assert lines[0].startswith("**lexport diff: failed**")
    rows = [line for line in lines if line.startswith("| ") and "seal" in line]
    assert rows == ["| <code>seal</code> | wider | <code>required by carrier</code> → <code>not-required</code> |"]


def test_chinese(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    done = lexport("diff", "--against", "was", "--lang", "zh")
    assert "seal：放宽\n" in done.out
    assert "`sealed_always`（d_47 item 2）：原先优先适用，现在被 `closed` 排除\n" in done.out


def test_what_is_admitted_fails_no_more(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    written = lexport("diff", "--against", "was", "--write-allow", ALLOW)
    assert (written.code, written.err) == (0, "note: changes written down: 1; each needs a reason\n")
    done = lexport("diff", "--against", "was", "--allow", ALLOW)
    assert done.code == 2
    assert "is admitted without a reason" in done.out
    text = (project / ALLOW).read_text(encoding="utf-8")
    (project / ALLOW).write_text(text.replace('"because": ""', '"because": "announced"'), encoding="utf-8")
    done = lexport("diff", "--against", "was", "--allow", ALLOW)
    assert done.code == 0
    assert "info[V101]: `seal` is decided otherwise" in done.out
    assert "= admitted: announced\n" in done.out
    assert "admitted: 1 of 1 changes\n" in done.out
    now(project, RULES + LATER.replace("mode is transit", "day > 2000-01-01"))
    assert lexport("diff", "--against", "was", "--allow", ALLOW).code == 1


def test_plans_that_get_another_verdict_are_named(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES + LATER)
    (project / "plans").mkdir()
    plan = "plan: {}\nfacts: {{day: {}, mode: transit, carried_by: self_transport, sealed: true}}\n"
    for name, day in (("old", "2016-01-01"), ("young", "2018-01-01")):
        (project / "plans" / f"{name}.yaml").write_text(plan.format(name, day))
    done = lexport("diff", "--against", "was", "--over", "plans")
    assert done.code == 1
    assert (
        "plans with another verdict: 1 of 2\n"
        "  plans/young.yaml:1: young\n"
        "    seal, plan: `required by carrier` → `not-required`\n"
    ) in done.out
    done = lexport("diff", "--against", "was", "--over", "broken.yaml", "--format", "json")
    document = json.loads(done.out)
    assert (done.code, document["plans"]["asked"], len(document["plans"]["findings"])) == (2, 0, 2)


def test_what_has_another_name_is_no_difference(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES.replace("self_transport/自运", "own_transport").replace("self_transport", "own_transport"))
    assert lexport("diff", "--against", "was").code == 1
    done = lexport("diff", "--against", "was", "--renamed", "self_transport=own_transport")
    assert done.code == 0
    assert "`self_transport` is `own_transport` now\n" in done.out
    assert lexport("diff", "--against", "was", "--renamed", "nothing=own_transport").code == 2


def test_a_name_that_both_have_needs_no_words(lexport: Lexport, project: Path) -> None:
    earlier(project)
    now(project, RULES.replace("self_transport", "own_transport"))  # still called 自运 as well
    done = lexport("diff", "--against", "was")
    assert done.code == 0
    assert "equivalent, proved over all cases: `carriage`, `seal`\n" in done.out


def test_against_a_revision(lexport: Lexport, project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "law")
    git(project, "commit", "-q", "-m", "first")
    git(project, "tag", "v1")
    now(project, RULES + LATER)
    assert list(changes(lexport, "--against", "rev:v1")) == ["carriage", "seal"]
    assert lexport("diff", "--against", "rev:v1").code == 1
    done = lexport("diff", "--against", "rev:v2")
    assert done.code == 2
    assert "the rules at `v2` cannot be read: there is no such revision" in done.out


def test_a_revision_that_a_shallow_clone_lacks_gets_a_hint(lexport: Lexport, project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "law", "lexport.yaml")
    git(project, "commit", "-q", "-m", "first")
    git(project, "tag", "v1")
    now(project, RULES + LATER)
    git(project, "add", "law")
    git(project, "commit", "-q", "-m", "second")
    place = ("--depth", "1", "--no-tags", f"file://{project}", str(project / "copy"))
    subprocess.run(["git", "clone", "-q", *place], check=True, capture_output=True)
    done = lexport("diff", "--against", "rev:v1", "--rules", "copy/law")
    assert done.code == 2
    assert "`fetch-depth: 0`" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "compares with another rulebook, or two days"),
        (("--against", "was", "--at", "2016-01-01", "2017-01-01"), "compares with another rulebook, or two days"),
        (("--at", "2017-01-01", "2016-01-01"), "has to lie before the second"),
        (("--at", "2017-01-01", "2027-01-01"), "`2027-01-01` lies outside what the rulebook covers"),
        (("--against", "nowhere"), "the folder `nowhere` is not there"),
        (("--against", "was", "--renamed", "a"), "`a` says not what is called how"),
        (("--against", "was", "--renamed", "mode=way=road"), "`mode=way=road` says not what is called how"),
        (("--against", "was", "--renamed", "mode=way", "--renamed", "mode=kind"), "`mode` is renamed twice"),
        (("--against", "was", "--renamed", "mode.transit=trasit"), "the later rulebook has nothing called `trasit`"),
        (("--against", "was", "--most", "0"), "`--most` cannot be `0`"),
        (("--against", "was", "--allow", "good.yaml"), "the allow-list cannot be read: this is no JSON"),
    ],
)
def test_what_cannot_be_meant_exits_2(lexport: Lexport, project: Path, arguments: tuple[str, ...], words: str) -> None:
    earlier(project)
    done = lexport("diff", *arguments)
    assert done.code == 2
    assert words in done.out
    document = json.loads(lexport("diff", "--format", "json", *arguments).out)
    assert (document["failed"], len(document["findings"])) == (None, 1)


def test_mistakes_of_the_other_rulebook_are_told_where_they_stand(lexport: Lexport, project: Path) -> None:
    earlier(project, RULES.replace("require seal", "require sael"))
    done = lexport("diff", "--against", "was")
    assert done.code == 2
    assert done.out.startswith("was/t.rules:")
    assert "provision sealed_always" in done.out  # the line itself
    markdown = lexport("diff", "--against", "was", "--format", "markdown")
    assert (markdown.code, markdown.out.startswith("**lexport diff: failed**")) == (2, True)


def test_without_a_rulebook_nothing_is_compared(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("diff", "--at", "2016-01-01", "2017-01-01")
    assert done.code == 2
    assert "there is no rulebook here" in done.out


def test_a_comment_says_what_is_wrong_with_plans(lexport: Lexport, project: Path) -> None:
    earlier(project)
    (project / "slip.yaml").write_text("plan: p\nfacts: {mode: trasit}\n", encoding="utf-8")
    done = lexport("diff", "--against", "was", "--over", "slip.yaml", "--format", "markdown")
    assert (done.code, done.out.startswith("**lexport diff: failed**")) == (2, True)
    assert "no value of <code>mode</code> is named <code>trasit</code>" in done.out
    assert "write <code>transit</code>" in done.out


def test_what_was_not_worked_out_is_not_said_to_be_without_a_difference(lexport: Lexport, project: Path) -> None:
    """A fact in grams after kilograms: the same number is another weight."""
    text = RULES.replace("fact mode", "fact weight : decimal(2) kg\nfact mode")
    asked = text.replace("require seal", "when weight > 10 kg require seal", 1)
    earlier(project, asked)
    now(project, asked.replace("decimal(2)", "decimal(3)").replace("10 kg", "1 kg"))
    done = lexport("diff", "--against", "was", "--question", "seal")
    assert done.code == 1
    assert done.out.startswith("`seal`: not worked out: the other rulebook measures `weight` otherwise\n")


def test_names_are_no_markdown(lexport: Lexport, project: Path) -> None:
    """Also where a comment is no block of HTML: in its table and in its last lines."""
    earlier(project)
    now(project, RULES + LATER.replace("closed", "「*[a](b)*`~」"))
    done = lexport("diff", "--against", "was", "--format", "markdown")
    (told,) = (line for line in done.out.splitlines() if line.startswith("<sub>new provisions"))
    assert not set("*[]`~") & set(told)
    assert html.unescape(told) == "<sub>new provisions: <code>*[a](b)*</code>~`</sub><br>"


def test_rulebooks_of_other_times_are_not_said_to_be_equivalent(lexport: Lexport, project: Path) -> None:
    """No case is asked of both: that nothing differs would be no proof of anything."""
    earlier(project, RULES.replace("reviewed until 2026-11-21", "covers from 2014-01-01  reviewed until 2018-12-31"))
    now(project, RULES.replace("reviewed until", "covers from 2019-01-01  reviewed until"))
    done = lexport("diff", "--against", "was")
    assert done.code == 2
    assert "the one ends on 2018-12-31, the other begins on 2019-01-01" in done.out
    now(project, RULES.replace("reviewed until", "covers from 2018-12-31  reviewed until"))
    assert lexport("diff", "--against", "was").code == 0
