"""Two questions of the shipped law: the tables of the program against tables made by hand, cell by cell.

Both are read off SOURCES. The seal of a leg on transit: TZ-2a, always sealed; TZ-2c, from 2018-02-01 none by feeder or
rail with an intact commercial seal; before 2001-10-15 no text (R09, R10, K8). The mid-way station of a small vessel:
SV-139-3 with its five routes and the exception of Shenzhen (R32).
"""

import re
from pathlib import Path

import pytest

from checker.answers.laid_out import Asked
from checker.answers.verdict_map import Cell, VerdictMap, draw
from checker.logic import Law
from checker.project.laws import open_law
from checker.rulebook.days import read_day
from checker.shipped import shipped_folder

SEAL = """
            road      rail          water     feeder        air
2001-10-14
  intact    silent    silent        silent    silent        silent
  broken    silent    silent        silent    silent        silent
2001-10-15
  intact    required  required      required  required      required
  broken    required  required      required  required      required
2018-01-31
  intact    required  required      required  required      required
  broken    required  required      required  required      required
2018-02-01
  intact    required  not-required  required  not-required  required
  broken    required  required      required  required      required
2026-11-21
  intact    required  not-required  required  not-required  required
  broken    required  required      required  required      required
"""
STATION = """
            pearl_river    modaomen  west_coast      east_coast       shenzhen_harbour
2021-01-01
  hong_kong dachan_island  wanzai    guishan_island  dasanmen_island  none
  macao     dachan_island  wanzai    guishan_island  dasanmen_island  wanzai
2026-11-21
  hong_kong dachan_island  wanzai    guishan_island  dasanmen_island  none
  macao     dachan_island  wanzai    guishan_island  dasanmen_island  wanzai
"""
WORDS = {"known-gap": "silent"}


@pytest.fixture(scope="module")
def law() -> Law:
    made, findings = open_law(Path(shipped_folder("rules")), None)
    assert made is not None, findings
    return made


def cells(written: str) -> dict[tuple[str, str, str], str]:
    """Read a table made by hand: what stands on a date, in a row and a column."""
    head, *lines = written.strip("\n").split("\n")
    day, found = "", {}
    for line in lines:
        row, *values = line.split()
        if values:
            found.update({(day, row, column): value for column, value in zip(head.split(), values, strict=True)})
        else:
            day = row
    return found


def classes(label: str, fact: str, values: dict[str, str]) -> list[str]:
    """Say which values of a fact a column or row of a map stands for; `values` are by their words in the rulebook."""
    if label == "":
        return list(values.values())
    inside = re.fullmatch(rf"{re.escape(fact)} (?:is|in) (?:{{ (.*) }}|(\w+))", label)
    if inside is None:
        return [values[label]]
    return [values[word] for word in (inside[1] or inside[2]).split(", ")]


def said(drawn: VerdictMap, cell: Cell) -> str:
    (share,) = cell.shares
    held = drawn.verdicts[share.verdict]
    return WORDS.get(held.word, held.word) if not held.values else held.values[0]


def drawn_cells(
    law: Law, asked: str, day: str, across: dict[str, str], down: dict[str, str]
) -> dict[tuple[str, str, str], str]:
    """Draw the map of a day by two facts, and spread its cells over all values."""
    ordinal = read_day(day)
    assert isinstance(ordinal, int)
    facts = (across["fact"], down["fact"])
    drawn = draw(law, Asked(asked, day=ordinal), facts, None)
    assert isinstance(drawn, VerdictMap)
    (panel,) = drawn.panels
    return {
        (day, row, column): said(drawn, cell)
        for lower, line in zip(drawn.rows, panel.cells, strict=True)
        for upper, cell in zip(drawn.columns, line, strict=True)
        for row in classes(lower, down["fact"], {k: v for k, v in down.items() if k != "fact"})
        for column in classes(upper, across["fact"], {k: v for k, v in across.items() if k != "fact"})
    }


def named(fact: str, *values: str) -> dict[str, str]:
    return {"fact": fact, **{value: value for value in values}}


INTACT = "leg.commercial_seal_intact"
TABLES = {
    "customs_seal": (
        SEAL,
        named("leg.mode", "road", "rail", "water", "feeder", "air"),
        {"fact": INTACT, INTACT: "intact", f"not {INTACT}": "broken"},
    ),
    "midway_station": (
        STATION,
        named("ship.waters", "pearl_river", "modaomen", "west_coast", "east_coast", "shenzhen_harbour"),
        named("ship.abroad", "hong_kong", "macao"),
    ),
}


@pytest.mark.parametrize("question", TABLES)
def test_the_table_is_the_one_made_by_hand(law: Law, question: str) -> None:
    written, across, down = TABLES[question]
    by_hand = cells(written)
    days = dict.fromkeys(day for day, _, _ in by_hand)
    made = {key: word for day in days for key, word in drawn_cells(law, question, day, across, down).items()}
    assert made == by_hand
