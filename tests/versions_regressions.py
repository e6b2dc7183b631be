"""Pairs of small rulebooks whose differences were once wrong, or that faults in finding differences must meet.

They are compared case by case like those that are drawn. `===` parts the earlier from the later.
"""

from __future__ import annotations

from tests.strategies import Source

HEAD = """rulebook t { ranks law > rule = local > notice  governed by day  roles customs, carrier
  ruling rule, local by council  covers from 2015-01-01  reviewed until 2015-01-06 }
fact day : date
document d0 { rank law  issuer gacc  issued 2014-01-01  in force from 2014-02-01 }
document d1 { rank rule  issuer gacc  issued 2014-01-02  in force from 2015-01-03 }
"""
LATER = HEAD.replace("covers from 2015-01-01  reviewed until 2015-01-06", "covers from 2015-01-03")
TABLE = """\
"4900": {kind: inner}
"4905": {kind: outer}
"""
TEXTS = {
    "two collected answers that come in another order": """
question q0 collects text
provision a cites d0 item 1 decide q0 is "one"
provision b cites d0 item 2 decide q0 is "two"
===
question q0 collects text
provision a cites d0 item 1 decide q0 is "two"
provision b cites d0 item 2 decide q0 is "one"
""",
    "a value that comes with the first text that asks for its fact": """
fact side : one of { sea, road }
question q0
provision p0 cites d0 item 1 permit q0
===
fact side : one of { sea, road, rail }
question q0
provision p0 cites d0 item 1 permit q0
provision p1 exception to p0 cites d0 item 2 when side is rail forbid q0
""",
    "a fact that need no longer be said": """
fact wet : boolean
question q0
provision p0 cites d0 item 1 permit q0
===
fact wet : boolean optional
question q0
provision p0 cites d0 item 1 permit q0
provision p1 exception to p0 cites d0 item 2 when wet is absent forbid q0
""",
    "a new kind that a code may have that no table lists": """
codes office from "codes/offices.yaml" open { kind : one of { inner, outer } }
fact office : office
question q0
provision p0 cites d0 item 1 when office.kind is inner permit q0
===
codes office from "codes/offices.yaml" open { kind : one of { inner, outer, middle } }
fact office : office
question q0
provision p0 cites d0 item 1 when office.kind is inner permit q0
provision p1 cites d0 item 2 when office.kind is middle forbid q0
""",
    "something that cannot happen in the later rulebook alone": """
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet permit q0
===
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet permit q0
never wet and far because "it cannot be"
""",
    "something that cannot happen in either, of a fact that has more values in the later": """
fact wet : boolean
fact load : integer 0..4
question q0
provision p0 cites d0 item 1 when load > 3 permit q0
never wet and load between 1 and 3 because "it cannot be"
===
fact wet : boolean
fact load : integer 0..5
question q0
provision p0 cites d0 item 1 when load > 3 permit q0
never wet and load between 1 and 3 because "it cannot be"
""",
    "a silence that hangs on another": """
fact wet : boolean
fact far : boolean
question q0
question q1
question q2
provision p0 cites d0 item 1 when wet permit q0
provision p1 cites d0 item 2 when q0 is permitted and far permit q1
provision p2 cites d0 item 3 when q1 is permitted permit q2
===
fact wet : boolean
fact far : boolean
question q0
question q1
question q2
provision p0 cites d0 item 1 when wet permit q0
provision p1 cites d0 item 2 when q0 is permitted and far permit q1
provision p2 cites d0 item 3 when q1 is permitted permit q2
provision p3 cites d0 item 4 when q1 is not permitted forbid q2
""",
    "a tested question that is silent in another case": """
fact wet : boolean
fact far : boolean
question q0
question q1
provision p0 cites d0 item 1 when wet permit q0
provision p1 cites d0 item 2 when q0 is permitted forbid q1
provision p2 cites d0 item 3 when q0 is not permitted and far permit q1
===
fact wet : boolean
fact far : boolean
question q0
question q1
provision p0 cites d0 item 1 when wet and far permit q0
provision p1 cites d0 item 2 when q0 is permitted forbid q1
provision p2 cites d0 item 3 when q0 is not permitted and far permit q1
""",
    "a duty with another bearer, in some cases, and a power of another": """
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet require q0 by carrier
provision p1 cites d0 item 2 when not wet leave q0 to customs
===
fact wet : boolean
fact far : boolean
question q0
provision p0 cites d0 item 1 when wet require q0 by customs
provision p2 cites d0 item 3 when wet and far require q0 within 2 days after day
provision p1 cites d0 item 2 when not wet leave q0 to carrier
""",
    "texts that clash over who bears a duty": """
fact wet : boolean
question q0
provision p0 cites d0 item 1 require q0 by carrier
===
fact wet : boolean
question q0
provision p0 cites d0 item 1 require q0 by carrier
provision p1 cites d0 item 2 when wet require q0 by customs
""",
    "a band that is read alike in both": """
document d2 { rank law  issuer gacc  issued 2014-01-03  in force from 2015-01-02 .. 2015-01-05 }
question q0
provision p0 cites d2 item 1 permit q0
===
document d2 { rank law  issuer gacc  issued 2014-01-03  in force from 2015-01-02 .. 2015-01-05 }
question q0
provision p0 cites d2 item 1 forbid q0
""",
}


def _sources(text: str, later: str = HEAD) -> tuple[Source, Source]:
    before, after = text.split("===\n")
    tables = (("codes/offices.yaml", TABLE),) if "codes office" in text else ()
    return Source((("t.rules", HEAD + before), *tables)), Source((("t.rules", later + after), *tables))


DAYS = """question q0
provision p0 cites d1 item 1 permit q0
===
question q0
provision p0 cites d1 item 1 forbid q0
"""
REGRESSIONS = {
    **{story: _sources(text) for story, text in TEXTS.items()},
    "a later rulebook that covers other days": _sources(DAYS, LATER),
}
