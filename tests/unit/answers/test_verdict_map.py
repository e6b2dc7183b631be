"""Maps of two facts, cell by cell, against maps made by hand; the facts that are chosen, and those that cannot be."""

import pytest

from checker.answers import verdict_map
from checker.answers.laid_out import Asked
from checker.answers.verdict_map import VerdictMap, draw
from checker.findings import Finding
from checker.logic.effort import Effort
from tests.unit.answers.tabled import YARD, law_of, map_of

HEAD = YARD[: YARD.index("question enter")].replace("items 1..3", "")


def cells(drawn: VerdictMap, panel: int = 0) -> list[list[str]]:
    """Write each cell by the verdicts in it and who decides them."""
    lines = drawn.panels[panel].cells
    return [[" ".join(_share(drawn, *share) for share in _shares(cell)) for cell in line] for line in lines]


def _shares(cell: verdict_map.Cell) -> list[tuple[int, tuple[str, ...]]]:
    return [(share.verdict, (*share.provisions, *share.gaps)) for share in cell.shares]


def _share(drawn: VerdictMap, verdict: int, by: tuple[str, ...]) -> str:
    shown = drawn.verdicts[verdict]
    return f"{','.join(shown.values) or shown.word}:{'+'.join(by)}"


def unfit(*facts: str, by: str | None = None, question: str = "enter") -> list[Finding]:
    drawn = draw(law_of(), Asked(question), facts, by)
    assert isinstance(drawn, tuple)
    return list(drawn)


def test_a_map_of_two_facts() -> None:
    drawn = map_of("enter", "way", "sealed")
    assert (drawn.across, drawn.down, drawn.by, drawn.chosen) == ("way", "sealed", None, False)
    assert drawn.columns == ("way is road", "way is rail", "way is ship")
    assert drawn.rows == ("sealed", "not sealed")
    assert cells(drawn) == [
        ["permitted:sealed_goods", "permitted:sealed_goods+by_rail", "permitted:sealed_goods"],
        ["gap: known-gap:light", "permitted:by_rail gap:", "discretion:by_ship"],
    ]


def test_a_third_fact_makes_a_map_for_each_of_its_classes() -> None:
    drawn = map_of("enter", "way", "sealed", by="tonnes")
    assert [panel.text for panel in drawn.panels] == ["tonnes <= 9", "tonnes >= 10"]
    assert [cells(drawn, panel)[1][0] for panel in (0, 1)] == ["known-gap:light", "gap:"]
    assert cells(drawn, 0)[0] == cells(drawn, 1)[0]


def test_classes_that_look_alike_are_one() -> None:
    rules = YARD.replace("when tonnes >= 50", "when tonnes between 50 and 60 and way is road")
    drawn = map_of("search", "tonnes", "way", text=rules)
    assert drawn.columns == ("tonnes <= 49", "tonnes between 50 and 60", "tonnes >= 61")
    assert drawn.rows == ("way is road", "way is not road")


def test_a_fact_on_which_nothing_hangs_in_a_map_has_one_class() -> None:
    law = HEAD + "question q within way is road\nprovision p cites act when sealed or way is ship permit q\n"
    drawn = map_of("q", "sealed", "way", text=law)
    assert (drawn.columns, drawn.rows) == (("sealed", "not sealed"), ("",))


def test_days_that_look_alike_are_joined_only_where_they_touch() -> None:
    rules = (
        "question q silence means permitted\n"
        "provision middle cites act when day between 2016-01-01 and 2016-12-31 forbid q\n"
        "provision spring cites act when sealed and day between 2016-02-01 and 2016-03-31 forbid q\n"
    )
    drawn = map_of("q", "day", "sealed", text=HEAD + rules)
    days = ["<= 2015-12-31", "between 2016-01-01 and 2016-01-31", "between 2016-02-01 and 2016-03-31"]
    days += ["between 2016-04-01 and 2016-12-31", ">= 2017-01-01"]
    assert drawn.columns == tuple(f"day {each}" for each in days)


def test_a_cell_that_cannot_happen_is_empty() -> None:
    """Where the first is below five, nothing can be five less: quantities hang together, which classes do not say."""
    rules = (
        "fact first : integer 0..9\nfact second : integer 0..9\nquestion q\n"
        "provision more cites act when first - second >= 5 permit q\n"
        "provision low cites act when first < 5 and first - second < 5 forbid q\n"
        "provision high cites act when first >= 5 and first - second < 5 forbid q\n"
    )
    drawn = map_of("q", "first", "first second", text=HEAD + rules)
    lines = zip(drawn.rows, cells(drawn), strict=True)
    at = {(column, row): cell for row, line in lines for column, cell in zip(drawn.columns, line, strict=True)}
    assert at == {
        ("first <= 4", "first - second <= 4"): "forbidden:low",
        ("first <= 4", "first - second >= 5"): "",
        ("first >= 5", "first - second <= 4"): "forbidden:high",
        ("first >= 5", "first - second >= 5"): "permitted:more",
    }


def test_values_are_verdicts_of_their_own() -> None:
    drawn = map_of("class", "day", "sealed")
    assert [verdict.values for verdict in drawn.verdicts] == [("high",), ("low",), ()]
    assert cells(drawn) == [["gap:", "high:high"], ["low:low", "low:low"]]


def test_without_facts_those_are_chosen_that_tell_most() -> None:
    """Of `class` all hangs on the day and the seal, and on nothing else."""
    drawn = map_of("class")
    assert drawn.chosen
    assert {drawn.across, drawn.down} == {"day", "sealed"}


def test_a_third_fact_is_not_chosen_again() -> None:
    drawn = map_of("enter", by="sealed")
    assert drawn.chosen
    assert "sealed" not in (drawn.across, drawn.down)


def test_facts_that_cannot_be_axes() -> None:
    (unknown,) = unfit("way", "seald")
    assert (unknown.id, str(unknown.message), str(unknown.help)) == (
        "N201",
        "no fact is named `seald`",
        "write `sealed`",
    )
    (idle,) = unfit("sealed", "day", question="search")[:1]
    assert (idle.id, str(idle.message)) == ("O101", "`sealed` makes no difference to `search`")
    (twice,) = unfit("way", "way")
    assert str(twice.message) == "a map needs different facts, and `way` is named twice"
    (again,) = unfit("way", "sealed", by="way")
    assert str(again.message) == "a map needs different facts, and `way` is named twice"


def test_a_fact_is_named_by_any_of_its_names() -> None:
    rules = (
        "record lot/批次 { kind/种类 : one of { dry, wet } heavy/重 : boolean }\n"
        "record pack/包装 { tight/紧 : boolean }\n"
        "record box/箱 { pack/包装 : pack  red/红 : boolean }\nfact lot/货 : lot\nfact boxes/箱列 : list of box\n"
        "question q/问 for each one in boxes\n"
        "provision p cites act when one.red and one.pack.tight and lot.kind is wet and lot.heavy permit q\n"
    )
    drawn = map_of("q", "货.种类", "lot.重", by="one.红", text=HEAD + rules)
    assert (drawn.across, drawn.down, drawn.by) == ("lot.kind", "lot.heavy", "one.red")
    assert map_of("q", "箱.包装.紧", "box.red", text=HEAD + rules).across == "one.pack.tight"
    found = draw(law_of(HEAD + rules), Asked("q"), ("货.种类", "lot.kind"))
    assert isinstance(found, tuple)
    assert str(found[0].message) == "a map needs different facts, and `lot.kind` is named twice"
    for typed in ("货.种", "货.种类.x", "箱列.红", "货"):
        found = draw(law_of(HEAD + rules), Asked("q"), (typed, "one.red"))
        assert isinstance(found, tuple)
        assert str(found[0].message) == f"no fact is named `{typed}`"


def test_all_wrong_facts_are_told_at_once() -> None:
    assert [str(finding.message) for finding in unfit("wey", "seald", by="waste_")] == [
        "no fact is named `wey`",
        "no fact is named `seald`",
        "no fact is named `waste_`",
    ]


def test_one_fact_makes_no_map() -> None:
    head = HEAD.replace("covers from 2015-01-01  reviewed until 2018-12-31", "")
    rules = "question q silence means permitted\nprovision p cites plain when sealed forbid q\n"
    plain = "document plain { rank law  issuer assembly  issued 2000-01-01  in force from 0001-01-01 }\n"
    drawn = draw(law_of(head + plain + rules), Asked("q"))
    assert isinstance(drawn, tuple)
    assert [str(finding.message) for finding in drawn] == ["`q` hangs on too few facts for a map"]


def test_too_many_cells_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_map, "MOST_CELLS", 5)
    (found,) = unfit("way", "sealed")
    assert str(found.message) == "the map would have 6 cells, and 5 are drawn at most"


def test_what_cannot_be_laid_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.logic.horizon.Effort", lambda: Effort(1))
    (found,) = unfit("way", "sealed")
    assert str(found.message) == "the map of `enter` has too many regions"


def test_where_nothing_is_asked_there_is_no_map() -> None:
    drawn = draw(law_of(), Asked("enter", day=1), ("way", "sealed"))
    assert isinstance(drawn, VerdictMap)
    assert (drawn.panels, drawn.columns) == ((), ())
