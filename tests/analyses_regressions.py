"""Small rulebooks that the analyses, or what is said of what they find, once had wrong; and some that faults must meet.

They are compared case by case like those that are drawn.
"""

from __future__ import annotations

from tests.strategies import Source

HEAD = """rulebook t { ranks law > rule = local > notice  governed by day  roles customs, carrier
  ruling rule, local by council  covers from 2015-01-01  reviewed until 2015-01-06 }
fact day : date
document d0 { rank law  issuer gacc  issued 2014-01-01  in force from 2014-02-01 }
document d1 { rank rule  issuer gacc  issued 2014-01-02  in force from 2015-01-03 }
document d2 { rank law  issuer mof  issued 2014-01-03  in force from 2014-02-01 }
"""
TEXTS = {
    "a silence on record beside one that is not": """
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet permit q0
known gap g in q0 when far because "nobody has spoken"
""",
    "a silence on record where the case is left to somebody": """
fact wet : boolean
question q0
provision p0 cites d0 item 1 when wet leave q0 to customs
known gap g in q0 because "nobody has spoken"
""",
    "a lower text that stands and never wins": """
fact wet : boolean
question q0
document d3 { rank rule  issuer gacc  issued 2014-01-02  in force from 2014-02-01 }
provision p0 cites d0 item 1 forbid q0
provision p1 cites d3 item 1 when wet permit q0
""",
    "a duty that one text lays on somebody": """
fact wet : boolean
question q0
provision p0 cites d0 item 1 require q0
provision p1 cites d0 item 2 when wet require q0 by carrier
""",
    "an exception that says what its rule says": """
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet permit q0
provision p1 exception to p0 in q0 cites d0 item 2 when far permit q0
""",
    "a boolean that may be absent": """
fact wet : boolean optional
fact far : boolean optional
question q0
provision p0 cites d0 item 1 when wet permit q0
provision p1 cites d0 item 2 when not far and far is given permit q0
provision p2 cites d0 item 3 when not far and far is given exempt q0
""",
    "an order of two numbers": """
fact load : integer 0..4
fact few : integer 0..2
question q0
provision p0 cites d0 item 1 when load > few permit q0
""",
    "a quantity of what may be absent": """
fact load : integer 0..4
fact few : integer 0..2 optional
question q0
provision p0 cites d0 item 1 when load is 2 permit q0 only if load > few
provision p1 cites d0 item 2 when load is 2 require q0
provision p2 cites d0 item 3 when load is 3 and load + few > 4 permit q0
""",
    "a list that may hold anything": """
fact load : integer 0..4
record leg { odd : boolean }
fact legs : list of leg
document d3 { rank rule  issuer mof  issued 2014-01-01  in force from 2015-01-01 .. 2015-01-02 }
question q0 within every x in legs: (x.odd)
provision p0 cites d3 item 1 when any x in legs: (x.odd) or load is 2 forbid q0
provision p1 cites d0 item 1 when not (any x in legs: (x.odd) or load is 2) exempt q0
provision p2 cites d3 item 1 when load between 1 and 3 and any x in legs: (x.odd) require q0 by carrier
provision p3 cites d3 item 1 when load > 2 exempt q0
""",
    "one answer that agrees with two which clash": """
fact load : integer 0..4
question q0
provision p0 cites d0 item 1 when load > 2 permit q0
provision p1 cites d0 item 2 when load >= 3 exempt q0
provision p2 cites d0 item 3 when load > 2 forbid q0
""",
    "two answers of one provision that agree with those of others": """
fact side : one of { sea, road, air }
question q0 about side
provision p0 cites d0 item 1 permit q0 only in { sea, air }
provision p1 cites d0 item 2 permit q0 only in { sea, air }
provision p2 cites d0 item 3 when side is sea permit q0
provision p3 cites d0 item 4 when side is road forbid q0
""",
    "a question answered otherwise on other days": """
fact load : integer 0..4
question q0
question q1
provision p0 cites d0 item 1 when load > 2 exempt q0
provision p1 cites d0 item 2 when q0 is forbidden permit q1 only if load between 1 and 3
provision p2 proviso to p0 cites d0 item 3 from 2015-01-03 when load between 1 and 3 forbid q0
""",
    "like cases in which a tested question is silent": """
fact wet : boolean
fact far : boolean
question q0
question q1 uniform across wet
provision p0 cites d0 item 1 when far forbid q0
provision p1 cites d0 item 2 when q0 is permitted permit q1
provision p2 cites d0 item 3 when q0 is not permitted forbid q1
provision p3 cites d0 item 4 when wet and far exempt q1
""",
    "the same in a higher text and in a lower one": """
fact wet : boolean
fact far : boolean
question q0
document d3 { rank rule  issuer gacc  issued 2014-01-02  in force from 2014-02-01 }
provision p0 cites d0 item 1 when wet permit q0
provision p1 cites d3 item 1 when wet or far permit q0
""",
    "ranges that touch where the value below cannot be": """
fact load : integer 0..4
fact side : one of { sea, road, air }
question q0
provision p0 cites d0 item 1 when load <= 2 permit q0
provision p1 cites d0 item 2 when load >= 2 permit q0
never load <= 1 and side is sea because "it cannot be"
""",
    "an override whose target says nothing any more": """
fact wet : boolean
fact far : boolean
question q0 answers one of { low, middle }
provision p0 cites d2 item 1 when wet decide q0 is low
provision p1 overrides p0 because "it prevails" cites d2 item 2 decide q0 is middle
provision p2 proviso to p0 cites d0 item 1 when far decide q0 is low
""",
}
REGRESSIONS = {story: Source((("t.rules", HEAD + text),)) for story, text in TEXTS.items()}
