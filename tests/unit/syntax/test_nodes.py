"""What constructs are built into, written out by hand."""

import pytest

from checker.syntax.nodes import DecideBetween, Definition, ProvisionDeclaration, Statement
from tests.unit.syntax.trees import Tree, bare, condition, effect, holds, name, naming, number, only, parsed, path, rule


def test_unless_binds_loosest_then_or_then_and_then_not() -> None:
    either = ("Or", ("parts", (holds("a"), ("And", ("parts", (("Not", ("part", holds("b"))), holds("c")))))))
    assert condition("a or not b and c unless d") == ("Unless", ("condition", either), ("excluded", holds("d")))


def test_brackets_keep_what_they_hold_together() -> None:
    both = ("And", ("parts", (holds("a"), holds("b"))))
    assert condition("(a and b) and c") == ("And", ("parts", (both, holds("c"))))
    assert condition("a and b and c") == ("And", ("parts", (holds("a"), holds("b"), holds("c"))))


@pytest.mark.parametrize("operator", ["is", "is not", "<", "<=", ">", ">="])
def test_a_comparison_keeps_its_operator(operator: str) -> None:
    wanted = ("Compare", ("operator", operator), ("left", path("a", "b")), ("right", number("-3")))
    assert condition(f"a.b {operator} -3") == wanted


def test_membership_says_whether_it_was_braced() -> None:
    members = (path("x"), ("Text", ("value", "4905")))
    assert condition('a in { x, "4905" }') == (
        "In", ("left", path("a")), ("members", members), ("braced", True),
    )  # fmt: skip
    assert condition("a in x") == ("In", ("left", path("a")), ("members", (path("x"),)), ("braced", False))


def test_arithmetic_groups_to_the_left() -> None:
    first = ("Arithmetic", ("operator", "-"), ("left", path("a")), ("right", path("b")))
    both = ("Arithmetic", ("operator", "+"), ("left", first), ("right", number("2", "days")))
    assert condition("a - b + 2 days >= c") == (
        "Compare", ("operator", ">="), ("left", both), ("right", path("c")),
    )  # fmt: skip


def test_quantifiers_counts_and_sums() -> None:
    assert condition("no g in t.goods: (g.a)") == (
        "Quantified", ("quantifier", "no"), ("variable", name("g")), ("list", path("t", "goods")),
        ("condition", holds("g", "a")),
    )  # fmt: skip
    count = ("Count", ("variable", name("g")), ("list", path("goods")), ("where", holds("g", "a")))
    assert condition("count g in goods where (g.a) > 1") == (
        "Compare", ("operator", ">"), ("left", count), ("right", number("1")),
    )  # fmt: skip
    total = ("Sum", ("summand", path("g", "v")), ("variable", name("g")), ("list", path("goods")))
    assert condition("sum g.v of g in goods < 3.5 CNY") == (
        "Compare", ("operator", "<"), ("left", total), ("right", number("3.5", "CNY")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("a.b", "Holds"),
        ("true", "Holds"),
        ("a > 3", "Compare"),
        ("a - b", "Arithmetic"),
        ("14 days", "Number"),
        ("count g in goods", "Count"),
        ("(a - b)", "Arithmetic"),
    ],
)
def test_the_body_of_a_definition_is_a_condition_or_a_number(body: str, kind: str) -> None:
    definition = only(f"define x = {body}")
    assert isinstance(definition, Definition)
    assert type(definition.body).__name__ == kind


def test_a_definition_on_a_record() -> None:
    definition = only("define leg.far/「远」 = leg.km > 300")
    assert isinstance(definition, Definition)
    assert definition.record is not None
    assert (definition.record.text, [n.text for n in definition.naming.names]) == ("leg", ["far", "远"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("permit q", rule("permit")),
        ("require q only if a", rule("require", only_if=holds("a"))),
        ("forbid q in { a }", rule("forbid", values=(path("a"),))),
        ("permit q only in { a }", rule("permit", values=(path("a"),), exclusive=True)),
        ("require q is v", rule("require", value=path("v"))),
        ("exempt q by r", rule("exempt", tails=(("By", ("role", name("r"))),))),
        ("leave q open", ("Leave", ("question", name("q")), ("role", None), ("tails", ()))),
        ("leave q to r", ("Leave", ("question", name("q")), ("role", name("r")), ("tails", ()))),
        ("apply b", ("Apply", ("provision", name("b")))),
        ("decide q is 14", ("Decide", ("question", name("q")), ("value", number("14")), ("tails", ()))),
    ],
)  # fmt: skip
def test_effects(text: str, wanted: Tree) -> None:
    assert effect(text) == wanted


@pytest.mark.parametrize(("text", "chosen"), [('far "why"', True), ('far else "why"', False)])
def test_a_reading_is_the_chosen_one_or_the_other(text: str, chosen: bool) -> None:
    provision = only(f"provision p reading {text} permit q")
    assert isinstance(provision, ProvisionDeclaration)
    assert bare(provision.clauses) == (
        ("Reading", ("name", name("far")), ("value", ("Text", ("value", "why"))), ("chosen", chosen)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "decide q between  5 and\n30 percent of goods.value",
        "认定「q」介于5且30%的「goods.value」",
    ],
)
def test_a_range_of_answers_is_labelled_in_one_spelling(text: str) -> None:
    provision = only(f"provision p {text}")
    assert isinstance(provision, ProvisionDeclaration)
    (found,) = provision.effects
    assert isinstance(found, DecideBetween)
    assert found.text == "between 5 and 30 percent of goods.value"


def test_clauses_and_effects_are_kept_apart_in_their_order() -> None:
    (mixed,) = parsed("provision p cites d permit q when a forbid r")
    assert isinstance(mixed, ProvisionDeclaration)
    assert [type(c).__name__ for c in mixed.clauses] == ["Citation", "When"]
    assert [type(e).__name__ for e in mixed.effects] == ["Rule", "Rule"]


def builtin(kind: str, digits: Tree = None, unit: str | None = None, low: Tree = None, high: Tree = None) -> Tree:
    return ("BuiltinType", ("kind", kind), ("digits", digits), ("unit", unit), ("low", low), ("high", high))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("boolean", builtin("boolean")),
        ("datetime", builtin("datetime")),
        ("integer", builtin("integer")),
        ("integer -5..10", builtin("integer", low=number("-5"), high=number("10"))),
        ("percent 0..100", builtin("percent", low=number("0"), high=number("100"))),
        ("decimal(3) kg", builtin("decimal", number("3"), "kg")),
        ("money CNY -1..1", builtin("money", unit="CNY", low=number("-1"), high=number("1"))),
        ("office", ("NamedType", ("name", name("office")))),
        ("list of leg", ("ListType", ("record", name("leg")))),
    ],
)
def test_types(text: str, wanted: Tree) -> None:
    assert bare(only(f"fact x : {text}")) == (
        "FactDeclaration", ("naming", naming("x")), ("type", wanted), ("optional", False), ("decided_by", None),
    )  # fmt: skip


def test_values_of_a_tree_and_their_windows() -> None:
    def value(of: str, since: str | None = None, until: str | None = None) -> Tree:
        first = ("Day", ("text", since)) if since else None
        end = ("Day", ("text", until)) if until else None
        return ("ValueDeclaration", ("naming", naming(of)), ("since", first), ("until", end))

    assert bare(only("kinds k { a from 2015-01-01 { b until 2016-01-01 } c }")) == (
        "KindsDeclaration", ("naming", naming("k")),
        ("roots", (
            ("KindNode", ("value", value("a", since="2015-01-01")),
             ("below", (("KindNode", ("value", value("b", until="2016-01-01")), ("below", ())),))),
            ("KindNode", ("value", value("c")), ("below", ())),
        )),
    )  # fmt: skip


def test_ranks_in_groups() -> None:
    groups = ((name("a"),), (name("b"), name("c"), name("d")), (name("e"),))
    header = bare(only("rulebook t { ranks a > b = c = d > e }"))
    assert header == (
        "RulebookHeader", ("name", naming("t")), ("title", None), ("clauses", (("Ranks", ("groups", groups)),)),
    )  # fmt: skip


def test_items_are_runs_of_numbers() -> None:
    items = ("Items", ("runs", ((1, 7), (9, 9))))
    assert bare(only("document d { items 1..7, 9 }")) == (
        "DocumentDeclaration", ("naming", naming("d")), ("title", None), ("clauses", (items,)),
    )  # fmt: skip


def test_every_kind_of_statement_can_be_built() -> None:
    text = """rulebook t { } codes c from "c.yaml" { } kinds k { } levels l { a } record r { } fact f : date
      define x = f never f because "x" document d { } repeal d by e from 2015-01-01 not encoded d item 1 because "x"
      question q provision p permit q under { } known gap g in q because "x" open point o on p because "x"
      allow D103 on p because "x" """
    assert [type(statement) for statement in parsed(text)] == list(Statement.__args__)
