"""How characters become words: what is a keyword, what a name, what a pause; Chinese with and without blanks."""

import unicodedata

import pytest

from checker.syntax import parse_rules, proposed_split
from checker.syntax.chinese import locator_steps
from checker.syntax.nodes import (
    Citation,
    Compare,
    FactDeclaration,
    Holds,
    In,
    Late,
    Path,
    Period,
    ProvisionDeclaration,
    RecordDeclaration,
    Rule,
    Text,
    When,
)
from tests.unit.syntax.trees import bare, complaints, only

GLUED = (
    "条款「自运入区」依据「公告2015年第47号」第4项，当「报关单.通关方式」为「区域通关一体化」"
    "且「运段.终点.类别」属于「海关特殊监管区域」，准予「承运方式」{「自运」}"
)
SPACED = (
    "条款 自运入区 依据 公告2015年第47号 第4项 当 报关单.通关方式 为 区域通关一体化 "
    "且 运段.终点.类别 属于 海关特殊监管区域 准予 承运方式 {自运}"
)
ENGLISH = (
    "provision 自运入区 cites 公告2015年第47号 item 4 when 报关单.通关方式 is 区域通关一体化 "
    "and 运段.终点.类别 in 海关特殊监管区域 permit 承运方式 in {自运}"
)


def condition(text: str) -> object:
    provision = only(f"provision p when {text} permit q")
    assert isinstance(provision, ProvisionDeclaration)
    (when,) = provision.clauses
    assert isinstance(when, When)
    return when.condition


def test_chinese_reads_the_same_with_and_without_blanks() -> None:
    assert bare(only(GLUED)) == bare(only(SPACED)) == bare(only(ENGLISH))


@pytest.mark.parametrize(
    "text",
    [
        "fact day : date",
        "fact case : one of { one, two }",
        "fact first : decimal(3) kg",
        "fact share : percent",
        "fact hs : hs",
        "fact at : office",
        "fact kind : text",
        "fact item : item",
        "fact level : one of { from, until, by, within, note, at, least, open, no, any, given }",
        "fact date : date",
        "fact 日 : date",
        "fact late : one of { late, early, earliest, within }",
        "record late { late : date  earliest : date  逾期/最早者 : date }",
        "question late done at late",
        "provision late when late and not earliest and late.late permit late by earliest",
        "provision p require late within 14 days after late by late",
        "provision p require q within 14 days after earliest of late, of, earliest",
        "provision p when earliest is late and of is late permit q",
        "provision p decide q is late require q is within within 3 days after f permit q in { late }",
        "question q silence means late",
        "provision else reading else else \"x\" permit q",
        "question days answers integer 0..9",
        "question list",
        "question try",
        "question store",
        "question total partial",
        "question silence silence means permitted",
        "question open_up done when opened",
        "provision open permit open",
        "provision one permit q leave r open",
        "provision unless_2 permit q",
        "provision known permit gap forbid open exempt point",
        "document l { }",
        "document not { }",
        "document new { standing read }",
        "record r { from/自 : date  to : date  number : text  when : date  document/文件 : date  optional : boolean }",
        "kinds site { port  open  point  known  gap }",
        "provision p when leg.from is leg.to and decl.number is leg.when permit q",
        "provision p when all of { note : a  within : b  document : c  provision : d } permit q",
        "provision p when count > 3 or count is 4 or not sum permit q",
        "provision p when no and any permit q",
        "repeal not, done by issued from 2015-01-01",
        "known gap gap in known, open because \"x\"",
        "open point point on open because \"x\"",
    ],
)  # fmt: skip
def test_what_is_not_reserved_is_a_name_where_a_name_fits(text: str) -> None:
    assert parse_rules(text)[1] == ()


@pytest.mark.parametrize("word", ["when", "provision", "permit", "cites", "question", "and", "当", "条款", "类别"])
def test_reserved_words_are_names_in_corner_brackets_only(word: str) -> None:
    assert complaints(f"fact {word} : date") == [("S121", 1, 6)]
    fact = only(f"fact 「{word}」 : date")
    assert isinstance(fact, FactDeclaration)
    assert fact.naming.text == word


def test_any_blank_parts_the_words_of_a_keyword() -> None:
    spread = "document d { in\n  force \t from 2015-01-01 }"
    assert bare(only(spread)) == bare(only("document d { in force from 2015-01-01 }"))


def test_a_unit_after_a_number_and_an_effect_after_it() -> None:
    with_unit, without = condition("kg > 100 kg"), condition("kg > 100")
    assert isinstance(with_unit, Compare)
    assert isinstance(without, Compare)
    assert bare(with_unit.right) == ("Number", ("text", "100"), ("unit", "kg"))
    assert bare(without.right) == ("Number", ("text", "100"), ("unit", None))


def test_not_required_is_one_word_and_no_name() -> None:
    assert bare(condition("seal is not-required")) == bare(condition("seal is 「not-required」"))
    assert complaints("fact not-required : date") == [("S101", 1, 6)]


@pytest.mark.parametrize(
    "paused",
    [
        "provision p, cites d item 1; when a, and b, or c, permit q, by r, forbid q",
        "provision p，cites d item 1；when a，and b；or c，permit q；by r；forbid q",
        "条款「p」，依据「d」第1项；当「a」，且「b」，或「c」，准予「q」，由「r」；禁止「q」",
    ],
)
def test_a_pause_before_a_clause_or_an_effect_says_nothing(paused: str) -> None:
    plain = "provision p cites d item 1 when a and b or c permit q by r forbid q"
    assert bare(only(paused)) == bare(only(plain))


@pytest.mark.parametrize(
    ("paused", "plain"),
    [
        ("require q within 1 day after earliest of f, g, by r", "require q within 1 day after earliest of f, g by r"),
        ("require q by r, within 1 day before f", "require q by r within 1 day before f"),
        (
            'require q at least 1 day before earliest of f, g，note "x"',
            'require q at least 1 day before earliest of f, g note "x"',
        ),
        ("exception to o in r, from 2015-01-01 permit q", "exception to o in r from 2015-01-01 permit q"),
    ],
)
def test_a_pause_behind_a_list_is_told_by_what_follows(paused: str, plain: str) -> None:
    assert bare(only(f"provision p {paused}")) == bare(only(f"provision p {plain}"))


@pytest.mark.parametrize("last", ["by", "note", "within", "from", "total"])
def test_a_lesser_word_behind_a_comma_is_a_name_where_it_cannot_be_the_keyword(last: str) -> None:
    provision = only(f"provision p require q within 1 day after earliest of f, {last} permit r")
    assert isinstance(provision, ProvisionDeclaration)
    duty = provision.effects[0]
    assert isinstance(duty, Rule)
    (period,) = duty.tails
    assert isinstance(period, Period)
    assert [anchor.text for anchor in period.anchors] == ["f", last]


def test_a_value_that_is_called_like_what_may_follow_is() -> None:
    value = condition("a is within and b is within.c or not d is late.e unless f is late - 1")
    bracketed = condition("a is 「within」 and b is 「within.c」 or not d is 「late.e」 unless f is 「late」 - 1")
    assert bare(value) == bare(bracketed)


def test_late_in_corner_brackets_is_a_name() -> None:
    assert isinstance(condition("a is late"), Late)
    assert isinstance(condition("a 为逾期"), Late)
    held = condition("a is not 「逾期」")
    assert isinstance(held, Compare)
    assert isinstance(held.right, Path)
    assert (held.operator, held.right.text) == ("is not", "逾期")


def test_a_semicolon_may_end_a_block_and_what_stands_in_braces() -> None:
    plain = "provision p cites a item 1 permit q"
    assert bare(only(f"{plain};")) == bare(only(f"{plain}；")) == bare(only(plain))
    assert bare(only("record r { x : boolean; }")) == bare(only("record r { x : boolean }"))


def test_a_comma_in_a_list_is_no_pause() -> None:
    held = condition("a in { b, by, within, note }")
    assert isinstance(held, In)
    assert [member.text for member in held.members if isinstance(member, Path)] == ["b", "by", "within", "note"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("provision p when a, b permit q", 19),
        ("provision p when a, in { b } permit q", 19),
        ("provision p when a; unless b permit q", 19),
        ("provision p,, permit q", 12),
        ("fact a : date, optional", 14),
    ],
)
def test_a_comma_anywhere_else_is_a_mistake(text: str, column: int) -> None:
    ((name, line, place),) = complaints(text)
    assert (name in ("S150", "S181"), line, place) == (True, 1, column)


def test_a_path_in_corner_brackets_has_the_columns_of_its_parts() -> None:
    held = condition("「报关单. 通关方式」")
    assert isinstance(held, Holds)
    assert isinstance(held.operand, Path)
    assert [(part.text, part.span.column, part.span.end_column) for part in held.operand.parts] == [
        ("报关单", 18, 22),
        ("通关方式", 24, 29),
    ]
    assert (held.span.column, held.span.end_column) == (18, 29)


def test_a_name_in_corner_brackets_holds_any_text() -> None:
    fact = only("fact 「 保税物流中心（B型）, # when」 : date")
    assert isinstance(fact, FactDeclaration)
    assert fact.naming.text == "保税物流中心（B型）, # when"


def test_names_are_normalised_and_columns_are_those_on_disk() -> None:
    name = unicodedata.normalize("NFD", "café")
    assert len(name) == 5
    fact = only(f"fact {name}_1 : date")
    assert isinstance(fact, FactDeclaration)
    assert fact.naming.text == "café_1"
    assert (fact.naming.span.column, fact.naming.span.end_column) == (6, 13)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"a"', "a"),
        ('""', ""),
        ('"say \\"no\\" # here"', 'say "no" # here'),
        ('"back \\\\ slash"', "back \\ slash"),
        ('"a \\n stays"', "a \\n stays"),
        ("“full “ width”", "full “ width"),
        ("“a \\” b”", "a ” b"),
    ],
)
def test_texts_and_their_escapes(written: str, meant: str) -> None:
    held = condition(f"a is {written}")
    assert isinstance(held, Compare)
    assert isinstance(held.right, Text)
    assert held.right.value == meant


def test_comments_and_ideographic_blanks_say_nothing() -> None:
    assert bare(only("fact\u3000a # : text\n: date # end")) == bare(only("fact a:date"))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("第4项", (("item", 4),)),
        ("第二十四条第一款", (("article", 24), ("paragraph", 1))),
        ("第一百零五条第3款第十目", (("article", 105), ("paragraph", 3), ("point", 10))),
        ("第十条", (("article", 10),)),
        ("第二百条", (("article", 200),)),
        ("第一千二百三十四条", (("article", 1234),)),
        ("第两条", (("article", 2),)),
    ],
)
def test_chinese_places(text: str, steps: tuple[tuple[str, int], ...]) -> None:
    provision = only(f"条款「p」依据「d」{text}当「a」准予「q」")
    assert isinstance(provision, ProvisionDeclaration)
    cites = provision.clauses[0]
    assert isinstance(cites, Citation)
    assert cites.locator is not None
    assert cites.locator.steps == steps == locator_steps(text)


def test_a_run_of_keywords_and_numbers_is_those_keywords() -> None:
    glued = "条款「p」当「a」为已填且「w」>30kg且非「b」应当「q」限于14日之后「f」"
    spaced = "provision p when a is given and w > 30 kg and not b require q within 14 days after f"
    assert bare(only(glued)) == bare(only(spaced))


def test_a_run_that_hides_keywords_is_one_name() -> None:
    held = condition("方式为海")
    assert isinstance(held, Holds)
    assert isinstance(held.operand, Path)
    assert held.operand.text == "方式为海"


@pytest.mark.parametrize(
    ("run", "names", "split"),
    [
        ("方式为海", (), "「方式」为「海」"),
        ("条款自运入区依据公告第4项", (), "条款「自运入区」依据「公告」第4项"),
        ("来源地为海", (), "「来源地」为「海」"),
        ("运段类别属于海或空", (), "「运段类别」属于「海」或「空」"),
        ("来源地", (), None),
        ("方式", (), None),
        ("方式为行为", ("方式", "行为"), "「方式」为「行为」"),
        ("当事人为自然人", ("当事人", "自然人"), "「当事人」为「自然人」"),
        ("缴税为逾期", (), "「缴税」为逾期"),
        ("缴税日为限于14日之后到货日", ("缴税日", "到货日"), "「缴税日」为限于14日之后「到货日」"),
    ],
)
def test_the_split_that_is_proposed(run: str, names: tuple[str, ...], split: str | None) -> None:
    assert proposed_split(run, names) == split


def test_a_word_in_a_declaration_of_a_field_is_a_name_though_a_keyword_fits() -> None:
    record = only("record r { optional : boolean optional  within/由 : date }")
    assert isinstance(record, RecordDeclaration)
    assert [(f.naming.text, f.optional) for f in record.fields] == [("optional", True), ("within", False)]


def test_an_effect_may_leave_out_in() -> None:
    provision = only("provision p permit q { a }")
    assert isinstance(provision, ProvisionDeclaration)
    (effect,) = provision.effects
    assert isinstance(effect, Rule)
    assert not effect.exclusive
    assert bare(effect) == bare(only_effect("provision p permit q in { a }"))


def only_effect(text: str) -> Rule:
    provision = only(text)
    assert isinstance(provision, ProvisionDeclaration)
    (effect,) = provision.effects
    assert isinstance(effect, Rule)
    return effect
