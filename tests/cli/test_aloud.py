"""`lexport show NAME --aloud`: readings on the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Lexport

OWN = (
    "Provision “He may drive himself” (own).\n"
    "Under item 1 of d_47, in force from 12 October 2015, up to and including 21 August 2017: if the mode is "
    "integration, then the following is said:\n"
    "  (a) in the question “Who may carry the goods?” (carriage), it is permitted to choose self transport as the "
    "“carried by”; and\n"
    "  (b) in the question “Who may carry the goods?” (carriage), it is forbidden to choose registered carrier as the "
    "“carried by”.\n"
)
SEAL = "条款“sealed_always”。\n依据“d_47”第2项，自2015年10月12日起施行：就问题“seal”，应当为之，由“carrier”承担。\n"


def test_a_provision_is_read_in_full_sentences(lexport: Lexport) -> None:
    done = lexport("show", "own", "--aloud", "--format", "json")
    assert done.code == 0
    (entry,) = json.loads(done.out)["entries"]
    assert entry["aloud"] == OWN
    assert entry["card"] is None


def test_on_a_terminal_it_is_wrapped_and_items_are_set_in(lexport: Lexport) -> None:
    lines = lexport("show", "own", "--aloud").out.splitlines()
    assert " ".join(line.strip() for line in lines) == " ".join(line.strip() for line in OWN.splitlines())
    assert max(map(len, lines)) <= 88
    assert [line for line in lines if line.startswith("  (")] == [
        "  (a) in the question “Who may carry the goods?” (carriage), it is permitted to choose",
        "  (b) in the question “Who may carry the goods?” (carriage), it is forbidden to choose",
    ]


def test_it_is_read_in_chinese_where_that_is_asked_for(lexport: Lexport) -> None:
    assert lexport("show", "sealed_always", "--aloud", "--lang", "zh").out == SEAL


def test_a_definition_is_found_only_aloud(lexport: Lexport, project: Path) -> None:
    with (project / "law" / "rules.md").open("a", encoding="utf-8") as page:
        page.write("```rules\ndefine sea/海运 = mode is transit\n```\n")
    done = lexport("show", "海运", "--aloud")
    assert done.out == "Definition “sea”.\nThe definition “sea” is met where the mode is transit.\n"
    assert lexport("show", "海运").code == 2


def test_everything_is_read_without_a_name(lexport: Lexport) -> None:
    out = lexport("show", "--aloud").out
    assert [out.count(f"{kind} “") for kind in ("Question", "Provision", "Known gap")] == [2, 2, 1]
    assert out.startswith("Document d_38.\n")


def test_an_unknown_name_is_refused_as_without_aloud(lexport: Lexport) -> None:
    spoken, shown = lexport("show", "onw", "--aloud"), lexport("show", "onw")
    assert (spoken.code, spoken.out) == (shown.code, shown.out) == (2, spoken.out)
    assert "write `own`" in spoken.out
