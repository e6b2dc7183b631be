"""R109 and R110: names nothing uses, and values no rule tells apart."""

import pytest

from tests.unit.uses.linted import HEAD, OF_THE_MAP, found, linted

X = "document x { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 }\n"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("define odd = wet", ["nothing uses the definition `odd`"]),
        ("define odd = wet\nprovision p cites l when odd permit carry", []),
        ("define odd/奇 = wet\nprovision p cites l when 奇 permit carry", []),
        ("define odd = wet\ndefine even = not odd", ["nothing uses the definition `even`"]),
        ("define late = day - day\nprovision p cites l when late > 3 days permit carry", []),
        ('define odd = wet\nallow R109 on wet because "x"', ["nothing uses the definition `odd`"]),
        ('define odd = wet\nallow G101 on carry when odd because "x"', []),
        ("record box { red : boolean }", ["nothing uses the record `box`"]),
        ("record box { red : boolean }\nfact b : box", []),
        ("record box { red : boolean }\nfact b : list of box", []),
        ("kinds tree { a { b } }", ["nothing uses the type `tree`"]),
        ("levels grade { low < high }", ["nothing uses the type `grade`"]),
        ("kinds tree/树 { a { b } }\nfact t : 树", []),
        ("question ask answers tree kinds tree { a { b } }", []),
        (X, ["nothing cites the document `x`"]),
        (X.replace(" }", " items 1..1 }") + 'not encoded x item 1 because "not read"', []),
        (X + "repeal x by n item 4 from 2016-01-01", []),
        (X + "provision p replaces base by x cites l permit carry", []),
    ],
)
def test_names_nothing_uses(text: str, messages: list[str]) -> None:
    assert found(text, "R109") == messages


@pytest.mark.parametrize(
    ("clause", "messages"),
    [
        ("roles carrier, customs", ["nothing uses the role `customs`"]),
        ("ranks law > rule > notice", ["nothing uses the rank `rule`"]),
        ("ranks law > rule > notice ruling rule by congress", []),
    ],
)
def test_roles_and_ranks(clause: str, messages: list[str]) -> None:
    head = HEAD.replace("roles carrier" if clause.startswith("roles") else "ranks law > notice", clause)
    assert found("", "R109", head=head) == messages


@pytest.mark.parametrize(
    "rule",
    [
        "fact ok : boolean decided by customs",
        "provision p cites l require carry by customs",
        "provision p cites l leave carry to 海关",
        "record box { ok : boolean decided by customs }\nfact b : box",
    ],
)
def test_a_role_is_used(rule: str) -> None:
    head = HEAD.replace("roles carrier", "roles carrier, customs/海关")
    assert found(rule, "R109", head=head) == []


LEGS = """record leg { far_off : boolean }
record truck { far_off : boolean  loads : list of leg }
fact legs : list of leg
fact trucks : list of truck
question move for each l_ in legs
define leg.odd = leg.far_off
define truck.odd = truck.far_off
"""


@pytest.mark.parametrize(
    ("rule", "unused"),
    [
        ("", ["leg.odd", "truck.odd"]),
        ("provision p cites l when l_.odd permit move", ["truck.odd"]),
        ("define leg.even = not leg.odd", ["truck.odd", "leg.even"]),
        ("provision p cites l when any t in trucks: (t.odd) permit move", ["leg.odd"]),
        ("provision p cites l when any t in trucks: (any x in t.loads: (x.odd)) permit move", ["truck.odd"]),
        ('never truck.odd because "no"', ["leg.odd"]),
    ],
)
def test_a_definition_on_a_record_is_used_through_what_leads_to_it(rule: str, unused: list[str]) -> None:
    assert found(LEGS + rule, "R109") == [f"nothing uses the definition `{name}`" for name in unused]


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("when size is a", "`b` and `c`"),
        ("when size is not a", "`b` and `c`"),
        ("when size in { a, b }", None),
        ("when size is a and wet or size is c", None),
        ("when size is other_size", None),
        ("when wet", None),
    ],
)
def test_values_no_rule_tells_apart(rule: str, values: str | None) -> None:
    facts = "fact size : one of { a, b, c }\nfact other_size : one of { a, b, c }\n"
    expected = [] if values is None else [f"no rule tells {values} of `size` from one another"]
    assert found(f"{facts}provision p cites l {rule} permit carry", "R110") == expected


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("when place is inner", "`outer_two` and `apart`"),
        ("when place is outer", "`apart` and `alone`"),
        ("when place is outer_two", "`inner` and `apart`"),
        ("when place in { inner, apart }", "`outer_two` and `alone`"),
    ],
)
def test_a_node_is_named_with_all_below_and_above_it(rule: str, values: str) -> None:
    tree = "kinds site { outer { inner outer_two } apart alone }\nfact place : site\n"
    (message,) = found(f"{tree}provision p cites l {rule} permit carry", "R110")
    assert all(f"`{value}`" in message for value in values.replace("`", "").split(" and "))
    assert "`outer`" not in message


def test_levels_are_told_apart_by_comparing() -> None:
    levels = "levels grade { d < c < b < a }\nfact rating : grade\n"
    rule = "provision p cites l when rating >= b permit carry"
    assert found(levels + rule, "R110") == ["no rule tells `d` and `c` of `grade` from one another"]


def test_values_in_a_code_table_are_named() -> None:
    text = (
        'codes office from "codes/offices.yaml" { kind : site }\nkinds site { port zone store yard }\n'
        "fact home : office\nprovision p cites l when home.kind is port permit carry\n"
    )
    report = linted(text, OF_THE_MAP, codes='"1": {kind: zone}\n')
    assert [(f.id, str(f.message)) for f in report.findings] == [
        ("R110", "no rule tells `store` and `yard` of `site` from one another")
    ]


def test_answers_of_questions_are_named_by_what_decides_and_asks() -> None:
    text = (
        "question class answers one of { a, b, c, d, e, f } silence means a\n"
        "provision p cites l when wet decide class is b\nprovision q cites l when class is c permit carry"
    )
    assert found(text, "R110") == ["no rule tells `d`, `e` and `f` of `class` from one another"]
