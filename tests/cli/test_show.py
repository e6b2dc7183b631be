"""`lexport show`: lists, cards, names that are not there."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.conftest import Lexport

CARDS = {
    "own": (
        "provision own\n"
        "  He may drive himself\n"
        "\n"
        "  cites       d_47\n"
        "                item 1 · translated\n"
        "  when        mode is integration\n"
        "  says        permit carriage, if carried_by is self_transport\n"
        "              forbid carriage, if carried_by is registered_carrier\n"
        "  written at  law/rules.md:23\n"
    ),
    "承运方式": (
        "question carriage (承运方式)\n"
        "  Who may carry the goods?\n"
        "\n"
        "  asks for     what may be chosen as carried_by\n"
        "  within       every case\n"
        "  governed by  day\n"
        "  provisions   own\n"
        "  known gaps   g1\n"
        "  written at   law/rules.md:14\n"
    ),
    "d_47": (
        "document d_47\n"
        "\n"
        "  rank        announcement\n"
        "  issuer      gacc\n"
        "  issued      2015-10-12\n"
        "  in force    from 2015-10-12\n"
        "  ended       item 1 by d_38 from 2017-08-22\n"
        "  items       1-2\n"
        "  standing    translated\n"
        "  provisions  own, sealed_always\n"
        "  written at  law/rules.md:17\n"
    ),
    "carried_by": (
        "fact carried_by\n\n  type    one of\n  values  self_transport / 自运\n          registered_carrier\n"
    ),
    "g1": (
        "known gap g1\n"
        "\n"
        "  in          carriage\n"
        "  when        mode is transit\n"
        "  because     no text speaks of it\n"
        "  written at  law/rules.md:28\n"
    ),
}


def test_everything_in_lists(lexport: Lexport) -> None:
    done = lexport("show")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "last_leg: The last leg\n"
        "\n"
        "Documents\n"
        "  d_38\n"
        "  d_47\n"
        "\n"
        "Questions\n"
        "  carriage  Who may carry the goods?\n"
        "  seal      Must there be a seal?\n"
        "\n"
        "Provisions, exceptions below what they are aimed at\n"
        "  own            He may drive himself\n"
        "  sealed_always\n"
        "\n"
        "Facts\n"
        "  carried_by  one of\n"
        "  day         date\n"
        "  mode        one of\n"
        "  sealed      boolean\n"
        "\n"
        "Known gaps and open points\n"
        "  g1  no text speaks of it\n"
    )


@pytest.mark.parametrize("name", CARDS)
def test_a_card(lexport: Lexport, name: str) -> None:
    done = lexport("show", name)
    assert (done.code, done.out) == (0, CARDS[name])


def test_a_name_that_is_not_there_is_offered_the_nearest(lexport: Lexport) -> None:
    done = lexport("show", "carrage")
    assert done.code == 2
    assert done.out == "error[N201]: nothing is named `carrage`\n   = help: write `carriage`\n"


def test_exceptions_hang_below_what_they_are_aimed_at(lexport: Lexport, project: Path) -> None:
    page = project / "law" / "rules.md"
    more = """
provision unsealed exception to sealed_always cites d_38 item 1 when mode is transit exempt seal
provision sealed_again exception to unsealed cites d_38 item 1 when day >= 2018-01-01 require seal
```
"""
    page.write_text(page.read_text().replace("```\n\n```scenario", f"{more}\n```scenario"))
    assert "\n  sealed_always\n    unsealed\n      sealed_again\n" in lexport("show").out
    assert (
        "  against it  unsealed: exception in seal\n                sealed_again: exception in seal\n"
        in lexport("show", "sealed_always").out
    )
    assert "  relation    exception to unsealed, in seal\n" in lexport("show", "sealed_again").out


def test_a_question_as_a_tree(lexport: Lexport) -> None:
    assert lexport("show", "--tree", "承运方式").out == (
        "carriage: Who may carry the goods?\n"
        "\n"
        "  announcement\n"
        "    own: He may drive himself\n"
        "        permit carriage, if carried_by is self_transport\n"
        "        forbid carriage, if carried_by is registered_carrier\n"
        "        d_47 · item 1 · translated · from 2015-10-12, until 2017-08-22, that day not\n"
        "            included\n"
    )


def test_all_questions_as_trees(lexport: Lexport) -> None:
    text = lexport("show", "--tree").out
    assert text.startswith("carriage: Who may carry the goods?\n")
    assert "\n\nseal: Must there be a seal?\n" in text
    entries = json.loads(lexport("show", "--tree", "--format", "json").out)["entries"]
    assert "\n".join(entry["tree"] for entry in entries) == text


@pytest.mark.parametrize("typed", list(combinations(("--specialty", "--aloud", "--tree"), 2)))
def test_it_is_shown_in_one_way(lexport: Lexport, typed: tuple[str, str]) -> None:
    done = lexport("show", *typed)
    assert (done.code, f"`{typed[0]}` and `{typed[1]}` are not given together" in done.out) == (2, True)


def test_a_tree_of_what_is_no_question(lexport: Lexport) -> None:
    done = lexport("show", "--tree", "carriag")
    assert done.code == 2
    assert done.out == "error[N201]: no question is named `carriag`\n   = help: write `carriage`\n"
    assert "`d_47`" in lexport("show", "--tree", "d_47").out


def test_special_before_general(lexport: Lexport, project: Path) -> None:
    """A duty on transit is special against freedom always; not so equals, nor an exception and its own base.

    `quiet` and `loud` speak of different carriers and cannot clash.
    """
    (project / "law" / "more.md").write_text("""```rules
provision never_sealed cites d_38 item 1 exempt seal
provision night cites d_38 item 1 when mode is transit require seal
provision other cites d_38 item 1 when mode is integration exempt seal
provision apart exception to never_sealed cites d_38 item 1 when mode is transit require seal
provision twin cites d_38 item 1 exempt seal
provision quiet cites d_38 item 1 permit carriage in { registered_carrier }
provision loud cites d_38 item 1 when mode is transit forbid carriage in { self_transport }
```
""")
    pairs = {("night", "never_sealed"), ("night", "twin"), ("other", "sealed_always"), ("apart", "twin")}
    pairs.add(("own", "quiet"))
    document = json.loads(lexport("show", "--specialty", "--format", "json").out)
    assert {(pair["special"], pair["general"]) for pair in document["specialty"]} == pairs
    text = lexport("show", "--specialty").out
    assert text.startswith("Special before general\n  apart is special, twin general\n")


def test_a_prefix_stands_for_all_facts_below_it(lexport: Lexport, project: Path) -> None:
    (project / "law" / "more.rules").write_text(
        "record leg/运段 { to/终点 : integer  from : text optional }\nfact legs : list of leg\n"
    )
    cards = "fact leg.to (leg/运段.to/终点)\n\n  type  integer\n\nfact leg.from (leg/运段.from)\n\n"
    for name in ("leg", "运段"):
        assert lexport("show", name).out.startswith(cards)
    assert lexport("show", "legs").out == "fact legs\n\n  type  list of leg\n"


def test_chinese_labels(lexport: Lexport) -> None:
    assert lexport("show", "own", "--lang", "zh").out.startswith("条款 own\n")


def test_json(lexport: Lexport) -> None:
    document = json.loads(lexport("show", "carriage", "--format", "json").out)
    assert document["schema"] == "lexport.show/1"
    (entry,) = document["entries"]
    assert (entry["kind"], entry["names"], entry["at"]) == ("question", ["carriage", "承运方式"], "law/rules.md:14")
    assert entry["card"] == CARDS["承运方式"]
    everything = json.loads(lexport("show", "--format", "json").out)["entries"]
    assert {entry["kind"] for entry in everything} == {"document", "question", "provision", "fact", "known-gap"}


def test_a_reader_without_a_rulebook_is_given_the_shipped_one_and_told(lexport: Lexport, project: Path) -> None:
    (project / "lexport.yaml").unlink()
    done = lexport("show", "carriage")
    assert done.code == 0
    assert done.err == "note: there is no rulebook here; the one that ships with lexport is used\n"
