"""The tree of a question as text and as lists of HTML: what is said, how deep, in both languages."""

import re
from xml.etree import ElementTree

from checker.logic import Law
from checker.reports.tree_html import tree_html
from checker.reports.tree_text import tree_text
from checker.uses.trees import find_trees
from tests.atlas_rulebook import small_law

TEXT = """\
carry: May it be carried?

  law
    base
        forbid carry
        old · item 1 · read · from 2000-02-01
      proviso: noted
          require carry by officer
          old · item 2 · read · from 2000-02-01
      exception: dry: Dry goods
          permit carry
          one · item 2 · translated · from a day between 2015-02-01 and 2015-02-10, until 2016-02-01, that \
day not included
        exception: dry_far
            forbid carry
            one · item 3 · translated · from a day between 2015-02-01 and 2015-02-10, until 2016-02-01, that \
day not included
      overrides it: power
          permit carry
          two · item 2 · standing not stated · from 2016-02-01

  notice
    backed
        permit carry
        two · item 4 · standing not stated · from 2016-02-01

  without rank
    advice
        permit carry
        talk · standing not stated · from 2012-01-01
"""


def written(law: Law, question: str, language: str) -> str:
    asked = law.book.questions[question]
    return tree_text(law.book, asked, find_trees(law, asked), language, 200)


def test_a_tree_as_text() -> None:
    assert written(small_law(), "carry", "en") == TEXT


def test_a_tree_in_chinese_says_its_relations_in_chinese() -> None:
    text = written(small_law(), "carry", "zh")
    assert "      例外：dry：Dry goods\n          准予 carry\n" in text
    assert "      但书：noted\n" in text
    assert "      优先于上条：power\n" in text


def test_a_question_without_provisions_says_so() -> None:
    assert written(small_law(), "open_it", "en") == "open_it: May it be opened?\n\n  No provision speaks on it.\n"


def depths(element: ElementTree.Element, depth: int = 0) -> list[tuple[int, str]]:
    """List the names in nested lists, each with how many lists it lies in."""
    found = []
    for item in element.findall("li"):
        code = item.find("p/code")
        assert code is not None
        found.append((depth, "".join(code.itertext())))
        found += [each for inner in item.findall("ul") for each in depths(inner, depth + 1)]
    return found


def markup(law: Law, question: str) -> ElementTree.Element:
    asked = law.book.questions[question]
    return ElementTree.fromstring(tree_html(asked, find_trees(law, asked), "en").replace("<wbr>", "<wbr/>"))


def test_lists_of_html_lie_in_one_another_as_the_provisions_do() -> None:
    assert depths(markup(small_law(), "carry")) == [
        (0, "base"),
        (1, "noted"),
        (1, "dry"),
        (2, "dry_far"),
        (1, "power"),
        (0, "backed"),
        (0, "advice"),
    ]


def test_why_one_overrides_another_is_said() -> None:
    text = re.sub(r"\s+", " ", "".join(markup(small_law(), "carry").itertext()))
    assert "because: the notice goes before" in text


def test_a_title_is_text_whatever_is_in_it() -> None:
    more = 'provision odd "</li><script>x</script> & \\"quoted\\"" cites old item 1 when wet and far permit carry\n'
    text = "".join(markup(small_law(more), "carry").itertext())
    assert '</li><script>x</script> & "quoted"' in text
