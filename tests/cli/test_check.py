"""`lexport check`: exit codes, plans good and bad side by side, requirements, formats, languages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, PERMITTED, Lexport

ROOT = Path(__file__).resolve().parents[2]


def test_a_permitted_plan(lexport: Lexport) -> None:
    done = lexport("check", "good.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "He drives himself\n"
        "good.yaml:1\n"
        "\n"
        "seal: required (law of 2016-03-20)\n"
        "  Must there be a seal?\n"
        "  The law demands this.\n"
        "\n"
        "  rests on    sealed_always\n"
        "                d_47\n"
        "                item 2 · translated · law/rules.md:26\n"
        "  duty        on carrier: met\n"
        "\n"
        "carriage: permitted (law of 2016-03-20)\n"
        "  Who may carry the goods?\n"
        "  The law allows what the plan chooses.\n"
        "\n"
        "  rests on    own: He may drive himself\n"
        "                d_47\n"
        "                item 1 · translated · law/rules.md:23\n"
        "  if instead  forbidden: registered_carrier\n"
        "  compliance  met\n"
        "\n"
        "\n"
        "Rulebook last_leg, version 3, reviewed until 2026-11-21\n"
    )


def test_a_forbidden_plan_is_a_result(lexport: Lexport, project: Path) -> None:
    (project / "forbidden.yaml").write_text(PERMITTED.replace("self_transport", "registered_carrier"))
    done = lexport("check", "forbidden.yaml")
    assert done.code == 0
    assert "carriage: forbidden" in done.out


def test_good_plans_get_verdicts_and_bad_ones_their_findings(lexport: Lexport) -> None:
    done = lexport("check", "broken.yaml", "gone.yaml", "good.yaml")
    assert done.code == 2
    assert "broken.yaml:2:14: error[F402]" in done.out
    assert "broken.yaml:2:32: error[F401]" in done.out
    assert "write `transit`" in done.out
    assert "gone.yaml:1:1: error[S105]: file cannot be read" in done.out
    assert "carriage: permitted" in done.out


def test_several_plans_of_one_file_and_one_named_twice(lexport: Lexport, project: Path) -> None:
    (project / "two.yaml").write_text(f"{PERMITTED}---\n{BROKEN}")
    done = lexport("check", "two.yaml", "two.yaml", "--format", "json")
    assert done.code == 2
    first, second = json.loads(done.out)["plans"]
    assert (first["line"], len(first["verdicts"]), first["findings"]) == (1, 2, [])
    assert (len(second["verdicts"]), len(second["findings"])) == (0, 2)


def test_a_page_and_a_folder_hold_plans_too(lexport: Lexport) -> None:
    page = lexport("check", "law/rules.md")
    assert (page.code, lexport("check", "law")) == (0, page)
    assert page.out.startswith("on the page\nlaw/rules.md:32\n")


def test_a_page_without_a_scenario_is_a_mistake(lexport: Lexport, project: Path) -> None:
    (project / "empty.md").write_text("# Nothing\n")
    done = lexport("check", "empty.md")
    assert done.code == 2
    assert "empty.md:1:1: error[F405]: this page has no scenario" in done.out


def test_standard_input(lexport: Lexport) -> None:
    done = lexport("check", "-", stdin=BROKEN)
    assert done.code == 2
    assert "-:2:32: error[F401]" in done.out
    assert lexport("check", "-", stdin=PERMITTED).code == 0


def test_text_that_is_not_utf_8_is_a_finding(lexport: Lexport, project: Path) -> None:
    (project / "latin.yaml").write_bytes(b"plan: x\nfacts: \xff\n")
    assert "latin.yaml:2:1: error[S105]: file cannot be read: it is not in UTF-8" in lexport("check", "latin.yaml").out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--require", "carriage=permitted"], 0),
        (["--require", "carriage=permitted,compliance=met"], 0),
        (["--require", "carriage=permitted", "--require", "seal=forbidden"], 1),
        (["--require", "carriage=forbidden"], 1),
        (["--require", "carrage=permitted"], 2),
        (["--min-standing", "translated"], 0),
        (["--min-standing", "read"], 1),
        (["--min-standing", "raed"], 2),
    ],
)
def test_requirements(lexport: Lexport, options: list[str], code: int) -> None:
    assert lexport("check", "good.yaml", *options).code == code


def test_what_is_not_met_is_named(lexport: Lexport) -> None:
    done = lexport("check", "good.yaml", "--require", "carriage=forbidden")
    assert done.out.endswith("not met: carriage=forbidden\n  carriage: permitted (He drives himself)\n")
    document = json.loads(lexport("check", "good.yaml", "--require", "seal=permitted", "--format=json").out)
    assert document["unmet"][0]["misses"][0]["found"] == "required"


def test_open_and_gap_never_meet(lexport: Lexport, project: Path) -> None:
    (project / "open.yaml").write_text(PERMITTED.replace("mode: integration, ", ""))
    (project / "gap.yaml").write_text(PERMITTED.replace("integration", "transit"))
    for plan in ("open.yaml", "gap.yaml"):
        assert lexport("check", plan).code == 0
        assert lexport("check", plan, "--require", "carriage=permitted").code == 1


def test_a_requirement_is_not_met_where_a_plan_cannot_be_read(lexport: Lexport) -> None:
    assert lexport("check", "broken.yaml", "good.yaml", "--require", "carriage=permitted").code == 2


def test_as_of_takes_hindsight_away(lexport: Lexport, project: Path) -> None:
    (project / "late.yaml").write_text(PERMITTED.replace("2016-03-20", "2017-09-01"))
    assert "carriage: gap" in lexport("check", "late.yaml").out
    before = lexport("check", "late.yaml", "--as-of", "2017-08-01")
    assert "carriage: permitted" in before.out
    assert before.out.endswith("as known on 2017-08-01\n")


def test_language_comes_from_the_option_before_the_configuration(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").write_text("rules: law\nlanguage: zh\n")
    assert "承运方式：准许" in lexport("check", "good.yaml").out
    assert "carriage: permitted" in lexport("check", "good.yaml", "--lang", "en").out


def test_rules_that_cannot_be_used(lexport: Lexport, project: Path) -> None:
    page = project / "law" / "rules.md"
    page.write_text(page.read_text().replace("forbid carriage in", "forbid carrage in").replace("items 1..2", ""))
    done = lexport("check", "good.yaml")
    assert done.code == 2
    assert "law/rules.md:25:49: error[N201]" in done.out
    assert "^^^^^^^" in done.out
    document = json.loads(lexport("check", "good.yaml", "--format", "json").out)
    assert document["rulebook"] is None
    assert {"N201"} <= {finding["id"] for finding in document["findings"]}


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json", "--require", "nobody=permitted"],
        ["--format", "json", "--nonsense"],
        ["--format=json", "--as-of", "yesterday"],
        ["--format=json", "--rules", "nowhere"],
    ],
)
def test_a_wrong_option_still_gives_a_document(lexport: Lexport, options: list[str]) -> None:
    done = lexport("check", "good.yaml", *options)
    assert done.code == 2
    document = json.loads(done.out)
    assert document["schema"] == "lexport.check/1"
    assert len(document["findings"]) == 1


def test_a_configuration_with_a_mistake_stops_everything(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").write_text("ruels: law\n")
    done = lexport("check", "good.yaml")
    assert done.code == 2
    assert done.out == (
        "lexport.yaml:1:1: error[N201]: no setting is named `ruels`\n"
        "  |\n"
        "1 | ruels: law\n"
        "  | ^^^^^\n"
        "  = help: write `rules`\n"
    )


def test_from_a_folder_below_nothing_tells_where_the_project_lies(
    lexport: Lexport, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    done = lexport("check", "../good.yaml")
    assert done.code == 0
    assert done.out.startswith("He drives himself\n../good.yaml:1\n")
    (project / "lexport.yaml").write_text("rules: law\nlangage: zh\n")
    assert lexport("check", "../good.yaml").out.startswith("../lexport.yaml:2:1: error[N201]")


def test_without_a_folder_the_configuration_lies_in_the_rulebook(
    lexport: Lexport, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "law" / "lexport.yaml").write_text("language: zh\n")
    monkeypatch.chdir(project / "law")
    done = lexport("check", "rules.md")
    assert (done.code, done.err) == (0, "")
    assert "承运方式：已知空白" in done.out


def test_a_configuration_whose_rulebook_is_gone(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").write_text("rules: lost\n")
    done = lexport("check", "good.yaml")
    assert done.code == 2
    assert "lexport.yaml:1:1: error[S105]: the folder of the rulebook, `lost`, is not there" in done.out


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_whatever_the_order_of_hashing(project: Path, form: str) -> None:
    start = "from checker.cli.main import main; main()"
    command = [sys.executable, "-c", start, "check", "good.yaml", "broken.yaml", "law", "--format", form]
    printed = {
        subprocess.run(
            command,
            cwd=project,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert str(project).encode() not in printed.pop()


def test_without_a_language_findings_speak_that_of_their_file_and_the_report_english(
    lexport: Lexport, project: Path
) -> None:
    (project / "zh.yaml").write_text("plan: 一\nfacts: {日期: 2016-03-20, 承运: 自运}\n", encoding="utf-8")
    done = lexport("check", "zh.yaml", "broken.yaml")
    assert "This plan was not checked:" in done.out
    assert "zh.yaml:2:25: error[F401]: 没有名为 `承运` 的事实\n" in done.out
    assert "broken.yaml:2:32: error[F401]: no value of `mode` is named `transti`\n" in done.out
    document = json.loads(lexport("check", "zh.yaml", "--format", "json").out)
    assert [finding["message"] for plan in document["plans"] for finding in plan["findings"]] == [
        "没有名为 `承运` 的事实"
    ]


@pytest.mark.parametrize("asked", [("--lang", "en"), ()])
def test_the_language_asked_for_goes_before_that_of_the_file(
    lexport: Lexport, project: Path, asked: tuple[str, ...]
) -> None:
    (project / "zh.yaml").write_text("plan: 一\nfacts: {日期: 2016-03-20, 承运: 自运}\n", encoding="utf-8")
    if not asked:
        (project / "lexport.yaml").write_text("rules: law\nlanguage: en\n", encoding="utf-8")
    assert "error[F401]: no fact is named `承运`\n" in lexport("check", "zh.yaml", *asked).out
