"""Questions of which a plan does not say whether they arise: told together, by the facts that would say so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.answers.dossier import PlanDossier, Unasked
from checker.answers.run import Laws, check_under
from checker.plan import read_plans
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook
from tests.cli.conftest import Lexport

RULES = """rulebook t { ranks law  governed by day }
fact day : date
fact wet : boolean
fact cold : boolean
record leg { mode : one of { road, rail }  sealed : boolean }
fact legs : list of leg
document l { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 }
question carry "May it be carried?" for each leg in legs within leg.mode is rail
question store "May it be stored?" within wet and cold
question weigh "Must it be weighed?" within wet or not wet
question open_it "May it be opened?" within wet
question shut "Must it be shut?" within open_it is permitted
provision a cites l when leg.sealed permit carry
provision b cites l permit store permit open_it
provision c cites l require weigh
provision d cites l require shut
never cold and not wet because "what is cold is wet"
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    loaded, findings = load_texts({"t.rules": RULES})
    assert loaded is not None, findings
    return loaded


@pytest.fixture(scope="module")
def checked(book: Rulebook) -> Callable[..., PlanDossier]:
    def check(facts: str, *, apart: bool = True) -> PlanDossier:
        plans = read_plans(book, f"plan: p\nfacts: {facts}\n", "p.yaml")
        (dossier,) = check_under(Laws(book), plans, apart=apart).plans
        return dossier

    return check


def words(dossier: PlanDossier) -> dict[str, str]:
    return {f"{verdict.question}{verdict.path}": verdict.verdict for verdict in dossier.verdicts}


def test_the_facts_that_would_say_are_named(checked: Callable[..., PlanDossier]) -> None:
    dossier = checked("{day: 2010-01-01, legs: [{id: a, sealed: true}]}")
    assert dossier.unasked == (
        Unasked("carry", "a", "legs[0]", ("leg.mode",)),
        Unasked("open_it", "plan", "", ("wet",)),
        Unasked("store", "plan", "", ("cold",)),
    )
    assert words(dossier) == {"shut": "open", "weigh": "required"}


def test_what_is_known_leaves_nothing_apart(checked: Callable[..., PlanDossier]) -> None:
    dossier = checked("{day: 2010-01-01, wet: false, legs: [{id: a, mode: road}]}")
    assert dossier.unasked == ()
    assert words(dossier) == {
        "carrylegs[0]": "not-applicable",
        "open_it": "not-applicable",
        "shut": "open",  # it hangs on a question that has no answer here
        "store": "not-applicable",
        "weigh": "required",
    }


def test_a_list_that_is_not_there_is_the_fact(checked: Callable[..., PlanDossier]) -> None:
    assert Unasked("carry", "legs[?]", "legs[?]", ("legs",)) in checked("{day: 2010-01-01}").unasked


def test_asked_for_together_they_are_open(checked: Callable[..., PlanDossier]) -> None:
    dossier = checked("{day: 2010-01-01, legs: [{id: a, sealed: true}]}", apart=False)
    assert dossier.unasked == ()
    assert {name for name, word in words(dossier).items() if word == "open"} == {
        "carrylegs[0]",
        "open_it",
        "shut",
        "store",
    }


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "t.rules").write_text(RULES, encoding="utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text("plan: p\nfacts: {day: 2010-01-01, legs: [{id: a, sealed: true}]}\n", encoding="utf-8")
    return path


def test_the_report_names_them_behind_the_verdicts(lexport: Lexport, plan: Path) -> None:
    done = lexport("check", str(plan), "--rules", str(plan.parent / "book"))
    assert done.code == 0
    assert (
        "Of 3 questions the plan does not say whether they arise (--all answers them in full):\n"
        "  cold: store\n"
        "  leg.mode: carry @ a\n"
        "  wet: open_it\n"
    ) in done.out
    assert "May it be stored?" not in done.out
    chinese = lexport("check", str(plan), "--rules", str(plan.parent / "book"), "--lang", "zh")
    assert "方案未写明以下 3 个问题是否出现（--all 列出全部结论）：\n  cold：store\n" in chinese.out


@pytest.mark.parametrize("option", [("--all",), ("--require", "weigh=required"), ("--format", "json")])
def test_whoever_asks_for_all_is_answered(lexport: Lexport, plan: Path, option: tuple[str, ...]) -> None:
    done = lexport("check", str(plan), "--rules", str(plan.parent / "book"), *option)
    assert done.code == 0
    assert "May it be stored?" in done.out
    assert "does not say whether" not in done.out
