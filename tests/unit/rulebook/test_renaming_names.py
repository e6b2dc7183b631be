"""Names for the older of two rulebooks: what is wrong with them, and which are found without being told."""

from collections.abc import Mapping

from checker.rulebook import Rulebook
from checker.rulebook.model import FiniteType
from checker.rulebook.renaming import matching, renamed
from tests.unit.rulebook.renamed_books import ALIKE, CODES, TEXT, loaded


def found(names: Mapping[str, tuple[str, ...]], book: Rulebook | None = None) -> list[tuple[str, str | None]]:
    """Return what is wrong with some names, and what is offered."""
    wrong = renamed(book or loaded(), names)
    assert isinstance(wrong, tuple)
    assert all(finding.id == "O101" and finding.message.in_language("zh") for finding in wrong)
    return [(str(finding.message), None if finding.help is None else str(finding.help)) for finding in wrong]


def test_unknown_names_are_reported_with_the_nearest_all_at_once() -> None:
    assert found(
        {"decl.moode": ("x",), "dcl.mode": ("x",), "totl": ("x",), "decl.mode.raill": ("x",), "q": ("x",)}
    ) == [
        ("nothing that could be renamed is called `decl.moode`", "write `decl.mode`"),
        ("nothing that could be renamed is called `dcl.mode`", "write `decl.mode`"),
        ("nothing that could be renamed is called `totl`", "write `total`"),
        ("nothing that could be renamed is called `decl.mode.raill`", "write `decl.mode.rail`"),
        ("nothing that could be renamed is called `q`", None),
    ]


def test_what_is_not_the_rulebooks_own_word_cannot_be_renamed() -> None:
    assert found({"true": ("yes",), "base": ("b",), "l": ("m",), "leg_record.seal.given": ("x",)}) == [
        ("nothing that could be renamed is called `true`", None),
        ("nothing that could be renamed is called `base`", None),
        ("nothing that could be renamed is called `l`", None),
        ("nothing that could be renamed is called `leg_record.seal.given`", None),
    ]


def test_a_name_of_several_things_is_to_be_written_out() -> None:
    assert found({"rail": ("track",), "mode": ("way_of",)}) == [
        ("`rail` names several things", "write one of `decl.mode.rail`, `leg_record.mode.rail`"),
        ("`mode` names several things", "write one of `decl.mode`, `leg_record.mode`"),
    ]


def test_a_name_that_something_else_has_is_refused() -> None:
    taken = "rename the other one too, or choose another name"
    assert found(
        {
            "decl.mode": ("risk",),
            "decl.mode.sea": ("铁路",),
            "A1": ("B2",),
            "total": ("base",),
            "stay": ("l",),
            "legs": ("carry",),
        }
    ) == [
        ("`decl.mode` cannot be called `risk`: something else is", taken),
        ("`decl.mode.sea` cannot be called `铁路`: something else is", taken),
        ("`office.A1` cannot be called `B2`: something else is", taken),
        ("`total` cannot be called `base`: something else is", taken),
        ("`legs` cannot be called `carry`: something else is", taken),
        ("`stay` cannot be called `l`: something else is", taken),
    ]


def test_two_that_get_one_name_are_refused_both() -> None:
    assert [message for message, _ in found({"low": ("x",), "high": ("x",)})] == [
        "`risk.low` cannot be called `x`: something else is",
        "`risk.high` cannot be called `x`: something else is",
    ]


def test_only_values_and_codes_become_several() -> None:
    assert [message for message, _ in found({"total": ("a", "b"), "decl.mode": ("a", "b"), "carry": ("a", "b")})] == [
        "`total` cannot become several: only a value or a code can",
        "`decl.mode` cannot become several: only a value or a code can",
        "`carry` cannot become several: only a value or a code can",
    ]


def test_what_must_be_said_alone_cannot_become_several() -> None:
    names = {name: (f"a_{name}", f"b_{name}") for name in ("depot", "A1", "staffed", "cheap", "dear", "high")}
    assert [message for message, _ in found(names)] == [
        "`depot` cannot become several: `A1` has it as its `kind`, and which is not said",
        "`A1` cannot become several: `B2` has it as its `above_it`, and which is not said",
        "`staffed` cannot become several: `A1` has it as its `sort`, and which is not said",
        "`cheap` cannot become several: silence of `price` means it, and which is not said",
        "`dear` cannot become several: `dear_at_night` decides it, and which is not said",
        "`high` cannot become several: `asked` decides it, and which is not said",
    ]


def test_a_thing_is_renamed_once_and_stays_where_it_is() -> None:
    assert found({"total": ("sum_total",), "decl.mode": ("leg.mode2",), "carry": (), "stay": ("",)}) == [
        (
            "`decl.mode` stays where it is, and `leg.mode2` stands elsewhere",
            "write the new name alone: `decl.mode=mode2`",
        ),
        ("`carry` needs a new name, or several that differ", None),
        ("`stay` needs a new name, or several that differ", None),
    ]
    assert [message for message, _ in found({"decl.mode": ("a",), "decl_record.mode": ("b",)})] == [
        "`decl_record.mode` is renamed twice"
    ]


def test_the_new_name_may_stand_behind_its_owner() -> None:
    book = renamed(loaded(), {"decl.mode": ("decl.way_of",), "decl.mode.sea": ("decl.mode.ocean",)})
    assert isinstance(book, Rulebook)
    field = next(field for field in book.records["decl_record"].fields if field.name == "way_of")
    assert isinstance(field.type, FiniteType)
    assert field.type.domain == ("ocean", "rail")


def test_what_keeps_its_old_name_as_an_alias_is_matched() -> None:
    newer = (
        TEXT.replace("risk : risk  place", "danger_level/risk : risk  place")
        .replace("decl.risk", "decl.danger_level")
        .replace("mode/运输方式 : one of { sea/海", "way_of/运输方式 : one of { ocean/海")
        .replace("leg.mode", "leg.way_of")
        .replace("leg_record.mode", "leg_record.way_of")
        .replace("way_of is sea", "way_of is ocean")
        .replace("x.mode", "x.way_of")
        .replace("question stay", "question may_stay/stay")
        .replace("A1", "A9")
    )
    after = loaded(newer, CODES.replace("A1", "A9"))
    found = matching(loaded(), after)
    assert found == {
        "stay": ("may_stay",),
        "leg_record.mode": ("way_of",),
        "decl.risk": ("danger_level",),
        "leg_record.mode.sea": ("ocean",),
    }
    assert isinstance(renamed(loaded(), found), Rulebook)


def test_nothing_is_matched_where_names_stay_or_an_alias_is_of_two() -> None:
    assert matching(loaded(), loaded()) == {}
    before = ALIKE.replace("fact one :", "fact one/x :")
    after = ALIKE.replace("fact one :", "fact uno/x/one :").replace("fact other :", "fact dos/other :")
    after = after.replace("one is other", "uno is dos")
    assert matching(loaded(before), loaded(after)) == {"one": ("uno",), "other": ("dos",)}
    twice = after.replace("fact uno/x/one :", "fact uno/x :") + "fact tres/one : boolean\n"
    assert matching(loaded(before), loaded(twice)) == {"other": ("dos",)}
