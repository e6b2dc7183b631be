"""Plans written as files: what is written is read again as the same facts."""

from checker.plan import read_plans
from checker.plan.write import write_plan
from checker.rulebook import load_texts
from checker.rulebook.model import ABSENT, Element, Facts, Rulebook, Value

RULES = """rulebook t { ranks law  governed by day }
codes office from "codes/offices.yaml" open { }
record note { text : text }
record item { value : decimal(2) CNY   marked : boolean }
record leg { from : office   at : datetime   items : list of item }
record decl { day : date   note : note optional   weight : decimal(1) kg }
fact day : date
fact decl : decl
fact wet : boolean
fact limit : duration
fact until : date optional
fact goods : hs
fact legs : list of leg
question q
"""


def book() -> Rulebook:
    loaded, findings = load_texts({"t.rules": RULES, "codes/offices.yaml": '"0101": {}\n'})
    assert loaded is not None, [str(f.message) for f in findings]
    return loaded


def facts() -> Facts:
    items = (Element("legs[0].items[0]", "legs[0].items[0]", {("value",): 1250, ("marked",): "true"}, {}),)
    leg = Element("x: 1", "legs[0]", {("from",): "0101", ("at",): 735599 * 1440 + 61}, {"items": items})
    values: dict[tuple[str, ...], Value] = {
        ("day",): 735599,
        ("decl", "weight"): 15,
        ("wet",): "false",
        ("limit",): 1441,
        ("until",): ABSENT,
        ("goods",): 101,
    }
    return Facts(values, {"legs": (leg,)})


def test_what_is_written_is_read_again() -> None:
    rulebook = book()
    (plan,) = read_plans(rulebook, write_plan(rulebook, 'a "title": with signs', facts(), ["said below"]), "p.yaml")
    assert plan.findings == ()
    assert plan.title == 'a "title": with signs'
    assert plan.facts is not None
    assert plan.facts.values == facts().values
    (leg,) = plan.facts.lists["legs"]
    assert (leg.id, leg.values) == ("x: 1", facts().lists["legs"][0].values)
    assert leg.lists["items"][0].values == {("value",): 1250, ("marked",): "true"}


def test_a_plan_of_which_nothing_is_stated_is_one() -> None:
    rulebook = book()
    (plan,) = read_plans(rulebook, write_plan(rulebook, "empty", Facts({}, {})), "p.yaml")
    assert plan.findings == ()
    assert plan.facts == Facts({}, {})


def test_remarks_stand_behind_the_plan_as_comments() -> None:
    text = write_plan(book(), "t", Facts({("wet",): "true"}, {}), ["to be filled in"])
    assert text == 'plan: "t"\nfacts:\n  wet: true\n# to be filled in\n'
