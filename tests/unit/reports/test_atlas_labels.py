"""The words of an atlas: both languages say the same with the same blanks, and none is idle."""

import ast
import re
from pathlib import Path
from string import Formatter

from checker.answers.atlas import Atlas
from checker.reports import atlas_labels
from checker.reports.atlas_labels import TABLE, atlas_words
from checker.reports.labels import words
from checker.uses.citations import FORMS
from tests.atlas_rulebook import small_law

CHECKER = Path(atlas_labels.__file__).parents[1]


def blanks(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def test_both_languages_fill_in_the_same_parts_and_chinese_is_chinese() -> None:
    assert [key for key, (english, chinese) in TABLE.items() if blanks(english) != blanks(chinese)] == []
    foreign = [key for key, (_, text) in TABLE.items() if re.search("[a-z]{4}", re.sub(r"\{.*?\}", "", text))]
    assert foreign == []


def test_no_word_of_all_reports_is_written_over() -> None:
    assert set(TABLE) & set(words("en")) == set()
    assert set(atlas_words("zh")) == set(TABLE) | set(words("zh"))


def test_every_key_is_used() -> None:
    written = {
        node.value
        for path in (*(CHECKER / "reports").glob("*.py"), *(CHECKER / "site").glob("*.py"))
        if path.name != "atlas_labels.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [key for key in TABLE if key not in written and key.partition(".")[0] + "." not in written] == []


def test_every_word_of_the_closed_lists_has_its_label() -> None:
    assert [form for form in FORMS if f"graph.{form}" not in TABLE or f"reference.{form}" not in TABLE] == []
    atlas = Atlas(small_law("repeal old item 3 by two item 1 from 2017-01-01\n"))
    events = {event.form for name in atlas.book.documents for event in atlas.document(name).history}
    assert {"issued", "issued.by", "begins", "begins.early", "begins.late", "repealed", "repeals", "replaced"} < events
    assert [form for form in events if f"history.{form}" not in TABLE] == []
