"""A timeline as text, as a page and as a picture: what is said, and that the markup holds together."""

import re
from functools import cache
from xml.etree import ElementTree

import pytest

from checker.answers.timeline import ToldTimeline, tell_summaries, tell_timeline
from checker.reports.timeline_html import summaries_html, timeline_html
from checker.reports.timeline_patterns import WORDS
from checker.reports.timeline_svg import timeline_svg
from checker.reports.timeline_text import summaries_text, timeline_text
from tests.unit.uses.regions_held import law_of

RULES = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
document old "The <old> \\"one\\" & more" { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-01-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-01-01 }
document vague { rank law  issuer npc  issued 2013-01-01  in force from 2013-01-01 .. 2013-07-01 }
question carry "May <it> be carried?"
question store
question bind
provision a cites old permit carry
provision b cites new when wet forbid carry
provision c cites new require bind by carrier within 2 days after day
provision d cites vague when not wet require bind
repeal old by new from 2015-01-01
"""
TEXT = """\
carry: May <it> be carried?

by `day`, from 2010-01-01 to 2020-12-31

2015-01-01
  `old` leaves, repealed by `new`: `a`
  `new` comes: `b`
  permitted → forbidden (less is lawful)
    before by `a`
    now by `b`
    region 1 (cases: 2,192): wet
      example: {day: 2015-01-01, wet: true}
    in all: 2,192 of 4,384 cases
  permitted → gap (a gap opens)
    before by `a`
    region 1 (cases: 2,192): not wet
      example: {day: 2015-01-01, wet: false}
    in all: 2,192 of 4,384 cases
"""
CHINESE = """\
carry：May <it> be carried?

按 `day`，自 2010-01-01 至 2020-12-31

2015-01-01
  `old` 失效，由 `new` 废止：`a`
  `new` 开始施行：`b`
  准许 → 禁止（合法范围缩小）
    此前依据 `a`
    现依据 `b`
"""
UNCHANGED = """\
store

by `day`, from 2010-01-01 to 2020-12-31
  always decided alike
"""
SUMMARIES = """\
  bind   decided otherwise on 3 dates, from 2013-01-01 to 2015-01-01
  carry  decided otherwise on 2015-01-01
  store  always decided alike
"""
SVG = "{http://www.w3.org/2000/svg}"


@cache
def told(question: str) -> ToldTimeline:
    return tell_timeline(law_of(RULES), question, shared=True)


def test_the_text_names_dates_texts_and_cases() -> None:
    """From 2015-01-01 to 2020-12-31 there are six years of days, two of them leap years: 2,192; each wet or not."""
    assert timeline_text(told("carry"), "en") == TEXT
    assert timeline_text(told("carry"), "zh").startswith(CHINESE)


def test_the_text_of_what_never_changes() -> None:
    assert timeline_text(told("store"), "en") == UNCHANGED


def test_a_duty_is_told_with_who_bears_it_and_when_and_a_band_with_both_ends() -> None:
    text = timeline_text(told("bind"), "en")
    assert "`vague` comes on this day or later, by 2013-07-01 at the latest: `d`" in text
    assert "`vague` has come by this day at the latest: `d`" in text
    assert "gap → required (carrier; within 2 days after day) (a gap closes)" in text


def test_every_question_has_its_line() -> None:
    assert summaries_text(tell_summaries(law_of(RULES)), "en") == SUMMARIES


@pytest.mark.parametrize("question", ["carry", "store", "bind"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_holds_together(question: str, language: str) -> None:
    """It is well formed, named and described; each id begins with the prefix and each fill is defined; no script."""
    drawn = timeline_svg(told(question), language, "q7")
    picture = ElementTree.fromstring(drawn)
    assert picture.get("role") == "img"
    ids = [each.get("id") for each in picture.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name is not None and name.startswith("q7-") for name in ids)
    assert set((picture.get("aria-labelledby") or "").split()) <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= set(ids)
    assert [each.tag for each in picture.iter() if each.tag in (f"{SVG}script", f"{SVG}foreignObject")] == []
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_nothing_stands_outside_the_picture() -> None:
    for question in ("carry", "store", "bind"):
        picture = ElementTree.fromstring(timeline_svg(told(question), "en"))
        high = float(picture.get("height") or 0)
        drawn = [each for each in picture.iter() if each.get("y") and each.tag in (f"{SVG}rect", f"{SVG}text")]
        assert all(float(each.get("y") or 0) + float(each.get("height") or 0) <= high for each in drawn)
        places = [each.get(name) or "" for each in picture.iter() for name in ("x", "x1", "x2")]
        assert all(0 <= float(place[:-1]) <= 100 for place in places if place.endswith("%"))


def test_the_description_says_what_the_picture_shows() -> None:
    (about,) = (e.text or "" for e in ElementTree.fromstring(timeline_svg(told("carry"), "en")).iter(f"{SVG}desc"))
    for said in ("old: from 2005-01-01 until 2015-01-01", "new: since 2015-01-01", "permitted → forbidden"):
        assert said in about


def test_verdicts_differ_by_pattern_and_not_by_colour_alone() -> None:
    drawn = timeline_svg(told("carry"), "en", "q")
    patterns = dict(re.findall(r'<pattern id="q-([\w-]+)"[^>]*>(.*?)</pattern>', drawn))
    assert {*WORDS, "doubt"} == patterns.keys()
    without_colour = [re.sub(r"#[0-9a-f]{6}", "", inner) for inner in patterns.values()]
    assert len(set(without_colour)) == len(patterns)


def test_the_page_has_the_picture_and_all_of_the_text() -> None:
    page = timeline_html(told("carry"), "en")
    assert page.count("<svg") == page.count("</svg>") == 1
    assert "<it>" not in page
    assert "May &lt;it&gt; be carried?" in page
    assert page.count("<details>") == page.count("</details>") == 2
    for tag in ("ul", "li"):
        assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>")
    assert "<script" not in page


def test_the_page_of_all_questions_has_a_row_for_each() -> None:
    page = summaries_html(tuple(tell_summaries(law_of(RULES))), "en")
    assert page.count("<tr>") == 4
