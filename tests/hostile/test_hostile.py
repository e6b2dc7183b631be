"""Every hostile input is refused by the command itself: in time, in little memory, in a sentence, by its id."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.hostile import folders, plans_and_words, rule_files, tables_and_settings
from tests.hostile.inputs import Hostile, Legitimate, lay_out
from tests.hostile.runner import MOST_MEMORY, MOST_SECONDS, lexport

PARTS = (rule_files, tables_and_settings, folders, plans_and_words)
HOSTILE = [hostile for part in PARTS for hostile in part.HOSTILE]
LEGITIMATE = [legitimate for part in PARTS for legitimate in part.LEGITIMATE]
SLACK = 3  # the machine that runs the tests may be busy; `measure.py` tells what is true
TOLD = re.compile(r"(?:error|warning)\[([A-Z]\d{3})\]: (.*)")
INTERNAL = re.compile(r"Traceback|Error\b|Exception|<[a-z]+ object|\bNone\b|0x[0-9a-f]{6}")


def spoils_terminal(character: str) -> bool:
    turns = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return character in turns or (unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t")


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_it_is_refused_in_a_sentence(tmp_path: Path, hostile: Hostile) -> None:
    lay_out(tmp_path)
    hostile.write(tmp_path)
    done = lexport(tmp_path, hostile.command, hostile.stdin)
    told = TOLD.findall(done.text)
    assert done.code == 2, done.text[:2_000]
    ids = {found for found, _ in told}
    assert hostile.id in ids if not hostile.alone else ids == {hostile.id}, done.text[:2_000]
    assert hostile.says in done.text
    assert [text for _, text in told if INTERNAL.search(text)] == []
    assert [character for character in set(done.text) if spoils_terminal(character)] == []
    assert done.seconds < MOST_SECONDS * SLACK
    assert done.memory < MOST_MEMORY


@pytest.mark.parametrize("legitimate", LEGITIMATE, ids=lambda legitimate: legitimate.name)
def test_what_is_within_the_limits_is_read(tmp_path: Path, legitimate: Legitimate) -> None:
    lay_out(tmp_path)
    legitimate.write(tmp_path)
    done = lexport(tmp_path, legitimate.command, legitimate.stdin)
    assert (done.code, [found for found in TOLD.findall(done.text) if found[0] != "T305"]) == (0, []), done.text[:2_000]


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 100
    assert len({hostile.name for hostile in HOSTILE}) >= len(HOSTILE) - 5
