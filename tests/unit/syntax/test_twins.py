"""Every construct in English and in Chinese: the trees are equal but for their places."""

import pytest

from checker.syntax import keywords
from tests.unit.syntax.trees import bare, parsed

PAIRS = {
    "rulebook": (
        """rulebook t "A title" {
             version 3   covers from 2001-01-01   reviewed until 2026-11-21
             ranks law > departmental_rule = local_regulation > announcement
             ruling departmental_rule, local_regulation by state_council
             governed by decl.accepted_at else day   roles carrier/承运人, customs
             timezone "+08:00"   calendar "CN"   period counts from next_day rolls over_holidays }""",
        """规则集「t」“A title”｛版本3 覆盖自2001-01-01 复核至2026-11-21
             位阶「law」>「departmental_rule」=「local_regulation」>「announcement」
             裁决「departmental_rule」、「local_regulation」由「state_council」
             适用时点「decl.accepted_at」否则「day」，角色「carrier」/「承运人」，「customs」
             时区“+08:00”日历“CN”期间起算自「next_day」顺延「over_holidays」｝""",
    ),
    "codes": (
        'codes office/关区 from "codes/o.yaml" open { kind/类别 : site_kind  region : region dated  district: office }',
        """代码表「office」/「关区」自“codes/o.yaml”开放｛「kind」/类别：「site_kind」「region」：「region」分时
             「district」：「office」｝""",
    ),
    "closed codes": (
        'codes seal from "s.yaml" closed { electronic : boolean }',
        "代码表「seal」自“s.yaml”封闭｛「electronic」：boolean｝",
    ),
    "kinds": (
        """kinds site { bonded until 2020-01-01 { area/区 { zone from 2015-01-01 until 2017-01-01  port } }
             outside }""",
        """类别「site」｛「bonded」至2020-01-01｛「area」/「区」｛「zone」自2015-01-01至2017-01-01「port」｝｝
             「outside」｝""",
    ),
    "levels": (
        "levels credit { D < C < B from 2008-04-01 < AA until 2014-12-01 }",
        "等级「credit」｛「D」<「C」<「B」自2008-04-01<「AA」至2014-12-01｝",
    ),
    "record": (
        """record leg/运段 { from/起点 : office  kind : one of { sea, road/公路 from 2015-01-01 } optional
             weight : decimal(3) kg optional decided by customs  value : money CNY  parts : list of part
             sure : boolean decided by customs  n : integer 0..5000 }""",
        """记录「leg」/「运段」｛「from」/「起点」：「office」「kind」：枚举｛「sea」，「road」/「公路」自2015-01-01｝可缺
             「weight」：小数（3）kg可缺决定于「customs」「value」：金额CNY「parts」：列表「part」
             「sure」：boolean 决定于「customs」「n」：整数0..5000｝""",
    ),
    "fact": (
        "fact consent/同意 : boolean optional decided by customs",
        "事实「consent」/「同意」：boolean 可缺决定于「customs」",
    ),
    "define": ("define leg.far = leg.km > 300", "定义「leg.far」=「leg.km」>300"),
    "define arithmetic": ("define lead = a.b - c + 2 days", "定义「lead」=「a.b」-「c」+2日"),
    "never": ('never a and not b because "no" cites d item 1', "不可能「a」且非「b」理由“no”依据「d」第1项"),
    "document": (
        """document d/「公告2015年第47号」 "Title" { rank announcement  issuer gacc  number "No. 47"
             issued by 2015-10-12  in force from 2015-10-01 .. 2015-10-12  until 2018-01-01
             items 1..7, 9  standing translated "two renderings"  source "W1"
             applies when leg.to.kind in area  practice  bind officers }""",
        """文件「d」/「公告2015年第47号」“Title”｛效力级别「announcement」制定机关「gacc」文号“No. 47”
             公布不晚于2015-10-12 施行自2015-10-01..2015-10-12 至2018-01-01
             各项1..7，9；可信度「translated」“two renderings”来源“W1”
             适用于「leg.to.kind」属于「area」，惯例 仅约束关员｝""",
    ),
    "document issued": ("document d { issued 2015-01-01 }", "文件「d」｛公布2015-01-01｝"),
    "repeal": (
        "repeal a, b item 3 by c article 4 paragraph 2 point 1 from 2017-08-22",
        "废止「a」，「b」第3项由「c」第四条第二款第1目自2017-08-22",
    ),
    "not encoded": (
        'not encoded d item 7 because "not read"\nnot encoded d items 5..6, 8 because "not read"',
        "未编码「d」第七项理由“not read”\n未编码「d」各项5..6、8理由“not read”",
    ),
    "question": (
        """question carriage/承运方式 "Who?" for each leg in legs
             within leg.to.kind in { place } or leg.far   about leg.arrangement
             governed by leg.departed_at else decl.accepted_at   choices leg.arrangement, leg.kind
             uniform across leg.to.district   done when leg.sealed   done at leg.sealed_at
             silence means permitted   cites d item 2   total""",
        """问题「carriage」/「承运方式」“Who?”逐一「leg」属于「legs」
             限于「leg.to.kind」属于｛「place」｝或「leg.far」，关于「leg.arrangement」，
             适用时点「leg.departed_at」否则「decl.accepted_at」可选「leg.arrangement」，「leg.kind」
             一致于「leg.to.district」，视为履行「leg.sealed」，履行于「leg.sealed_at」，
             无规定视为「permitted」，依据「d」第2项，全覆盖""",
    ),
    "valued questions": (
        "question days answers integer 0..100 silence means 30 partial\nquestion penalty collects text",
        "问题「days」答案为整数0..100无规定视为30部分覆盖\n问题「penalty」汇总 text",
    ),
    "silence": (
        "question q silence means not-required\nquestion r silence means true",
        "问题「q」无规定视为 not-required\n问题「r」无规定视为是",
    ),
    "header": (
        """provision p/条 "Title" cites d article 35 paragraph 1 point 2 standing secondary "W18" cites e
             from 2012-01-01 until 2016-01-01 replaces o by f item 2
             unless otherwise provided by law, announcement exception to g in q, r
             authorised by h item 3 reading far "chosen: a; else: b" when x permit q""",
        """条款「p」/「条」“Title”依据「d」第三十五条第1款第2目可信度「secondary」“W18”，依据「e」，
             自2012-01-01至2016-01-01，取代「o」由「f」第2项，
             另有规定的除外由「law」，「announcement」，例外于「g」属于「q」，「r」，
             授权于「h」第3项，解读「far」“chosen: a; else: b”，当「x」，准予「q」""",
    ),
    "relations": (
        """provision a unless otherwise provided proviso to b permit q
           provision c overrides d because "newer" forbid q""",
        "条款「a」另有规定的除外但书于「b」准予「q」\n条款「c」优先于「d」理由“newer”不得「q」",
    ),
    "effects": (
        """provision p permit q permit q in { a, b } permit q { a } permit q only in { a } forbid q in { a }
             require q is v permit q only if c and d exempt q require q only if c
             leave q to customs leave q open apply r decide q is 14 decide q is "fine" """,
        """条款「p」准予「q」准予「q」属于｛「a」，「b」｝准予「q」｛「a」｝准予「q」仅限｛「a」｝禁止「q」属于｛「a」｝
             应当「q」为「v」准予「q」仅当「c」且「d」免予「q」应当「q」仅当「c」
             交由「q」予「customs」交由「q」开放 适用「r」认定「q」为14认定「q」为“fine”""",
    ),
    "range of an answer": (
        "provision p decide q between 5 and 30 percent of goods.value",
        "条款「p」认定「q」介于5且30 percent的「goods.value」",
    ),
    "tails": (
        """provision p require q by carrier within 14 days after f note "in full"
             require q within 3 months after leg.f require q within 10 working days after f
             require q within 30 minutes after f require q at least 24 hours before f
             require q within 6 months after earliest of f, leg.f by carrier
             require q within 2 days before f require q at least 1 hour after earliest of f""",
        """条款「p」应当「q」由「carrier」限于14日之后「f」附注“in full”
             应当「q」限于3个月之后「leg.f」，应当「q」限于10个工作日之后「f」，
             应当「q」限于30分钟之后「f」，应当「q」至少24小时之前「f」，
             应当「q」限于6个月之后最早者「f」、「leg.f」，由「carrier」，
             应当「q」限于2天之前「f」，应当「q」至少1小时之后最早者「f」""",
    ),
    "table": (
        """provision p table q by leg.mode, leg.to in order { rail, "4905" : required {road, air}, * : exempt
             1 .. 5, x : permit  -3, y : forbid 2015-01-01 .. 2016-01-01, z : 14 days
             true, false : require  1.5 CNY .. 2 CNY, false : not-required }""",
        """条款「p」表「q」由「leg.mode」，「leg.to」依次｛「rail」，“4905”：「required」｛「road」，「air」｝，*：免予
             1..5，「x」：准予 -3，「y」：禁止 2015-01-01..2016-01-01，「z」：14天
             是，否：应当 1.5 CNY..2 CNY，否：not-required｝""",
    ),
    "known gap": (
        'known gap g1 in carry, store when transit cites d item 4 because "no text"',
        "已知空白「g1」属于「carry」，「store」，当「transit」，依据「d」第4项，理由“no text”",
    ),
    "open point": ('open point far on l1 because "no distance"', "未决点「far」在「l1」理由“no distance”"),
    "allowance": (
        'allow D103 on l1, d.b because "not read" until 2027-01-01',
        "容许「D103」在「l1」、「d.b」理由“not read”至2027-01-01",
    ),
    "allowance of cases": (
        'allow G101 between c and l1 when a or leg.b because "not read" until 2027-01-01',
        "容许「G101」介于「c」且「l1」当「a」或「leg」.「b」理由“not read”至2027-01-01",
    ),
    "under": (
        "under cites a item 1 when import { provision u when rail permit c  under when b { provision v exempt c } }",
        "依照依据「a」第1项当「import」｛条款「u」当「rail」准予「c」依照当「b」｛条款「v」免予「c」｝｝",
    ),
    "connectives": (
        "provision p when a and b or not c and (d or e) unless f unless g permit q",
        "条款「p」当「a」并且「b」或非「c」且（「d」或「e」）除非「f」除非「g」准予「q」",
    ),
    "comparisons": (
        """provision p when a is b and a is not b and a < 1 and a <= 2.5 and a > -3 and a >= 10 percent
             and a between 1 and 5 and a in { b, "4905" } and a in area and a in "4900" and a.hs starts with "36"
             and a is given and b is absent and d >= 2015-01-01 and t <= 2015-01-01 12:30 and a is true and b is false
             and a is c.d permit q""",
        """条款「p」当「a」为「b」且「a」为非「b」且「a」<1且「a」<=2.5且「a」>-3且「a」>=10%
             且「a」介于1且5且「a」属于｛「b」，“4905”｝且「a」属于「area」且「a」属于“4900”且「a.hs」前缀“36”
             且「a」为已填且「b」为缺省且「d」>=2015-01-01且「t」<=2015-01-01 12:30且「a」为是且「b」为否
             且「a」为「c.d」准予「q」""",
    ),
    "periods in conditions": (
        """provision p when x is within 14 days after f and x is not within 6 months after earliest of f, leg.g
             or leg.x is at least 24 hours before f or x is not at least 1 working day after f
             unless x is within 3 days before earliest of f, g, permit q""",
        """条款「p」当「x」为限于14日之后「f」且「x」为非限于6个月之后最早者「f」、「leg.g」
             或「leg.x」为至少24小时之前「f」，或「x」为非至少1个工作日之后「f」
             除非「x」为限于3天之前最早者「f」、「g」，准予「q」""",
    ),
    "late": (
        "provision p when pay is late and leg.seal is not late or (a - b is late) permit q",
        "条款「p」当「pay」为逾期且「leg.seal」为非逾期或（「a」-「b」为「late」）准予「q」",
    ),
    "readings": (
        'provision a reading near "chosen" permit q provision b reading near else "the other" forbid q',
        "条款「a」解读「near」“chosen”准予「q」条款「b」解读「near」否则“the other”禁止「q」",
    ),
    "limbs": (
        "provision p when all of { level: a  broker: b or c } or any of { x: not d } permit q",
        "条款「p」当同时符合｛「level」：「a」「broker」：「b」或「c」｝或符合其一｛「x」：非「d」｝准予「q」",
    ),
    "quantifiers": (
        """provision p when any g in goods: (g.a) and every g in goods: (g.a) and no g in goods: (g.a)
             and count g in goods where (g.a) > 1 and count g in goods < 3 and sum g.value of g in goods >= 30 CNY
             permit q""",
        """条款「p」当任一「g」属于「goods」：（「g.a」）且所有「g」属于「goods」：（「g.a」）
             且无「g」属于「goods」：（「g.a」）且计数「g」属于「goods」其中（「g.a」）>1且计数「g」属于「goods」<3
             且合计「g.value」的「g」属于「goods」>=30 CNY
             准予「q」""",
    ),
}


@pytest.mark.parametrize("construct", PAIRS)
def test_both_languages_give_one_tree(construct: str) -> None:
    english, chinese = PAIRS[construct]
    trees = bare(parsed(english))
    assert trees
    assert bare(parsed(chinese)) == trees


def test_the_pairs_leave_no_keyword_out() -> None:
    english = " ".join(" ".join(pair[0].split()) for pair in PAIRS.values())
    chinese = " ".join(pair[1] for pair in PAIRS.values())
    unsaid = [k.english[0] for k in keywords() if k.english[0] not in english]
    assert set(unsaid) <= {"kg", "date", "datetime", "duration", "hs"}
    assert [spelling for k in keywords() for spelling in k.chinese if spelling not in chinese] == []


def test_english_and_chinese_may_stand_in_one_statement() -> None:
    mixed = "provision p 依据 d 第4项 when a 为 b, 准予 q"
    assert bare(parsed(mixed)) == bare(parsed("条款「p」cites d item 4，当「a」is「b」permit q"))
