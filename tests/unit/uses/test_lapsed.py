"""D108 and D109: texts out of force."""

import pytest

from tests.unit.uses.linted import OF_THE_MAP, found, linted

OLD = "document old { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }\n"
NEW = "document new { rank law  issuer npc  issued 2011-01-01  in force from 2012-01-01 }\n"


def repealed(what: str, day: str) -> str:
    return f"{OLD}{NEW}repeal {what} by new item 1 from {day}\n"


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("provision p cites n until 2015-01-15", "2015-02-01", "2015-01-15"),
        (repealed("old", "2012-01-01") + "provision p cites old from 2013-01-01", "2013-01-01", "2012-01-01"),
        (
            repealed("old item 2", "2012-01-01") + "provision p cites old item 2 from 2012-01-01",
            "2012-01-01",
            "2012-01-01",
        ),
        (NEW + "provision q replaces p by l cites new permit carry\nprovision p cites new", "2012-01-01", "2000-02-01"),
    ],
)
def test_a_provision_that_ends_before_it_begins(text: str, first: str, until: str) -> None:
    message = f"`p` is never in force: it would begin on {first} and ends on {until}"
    assert found(f"{text} permit carry", "D109") == [message]


@pytest.mark.parametrize(
    "text",
    [
        "provision p cites n until 2015-02-02 permit carry",
        repealed("old", "2012-01-01") + "provision p cites old permit carry",
        repealed("old item 3", "2012-01-01") + "provision p cites old item 2 from 2013-01-01 permit carry",
    ],
)
def test_a_provision_that_is_in_force_for_a_time(text: str) -> None:
    assert found(text, "D109") == []


def test_what_ends_it_is_shown() -> None:
    text = repealed("old", "2012-01-01") + "provision p cites old from 2013-01-01 permit carry"
    (finding,) = linted(text, OF_THE_MAP).findings
    assert [str(related.message) for related in finding.related] == ["repealed here"]
    assert finding.concerns == ("p",)


CITED = "`p` cites what had ended in `old` on 2009-06-01, before it begins"


@pytest.mark.parametrize(
    ("what", "cites", "expected"),
    [
        ("old", "cites l cites old item 4", [CITED]),
        ("old item 4", "cites l cites old item 4", [CITED]),
        ("old item 4", "cites l cites old item 4 from 2012-01-01", [CITED]),
        ("old item 5", "cites l cites old item 4", []),
        ("old item 4", "cites l cites old", []),
    ],
)
def test_a_further_citation_of_what_was_repealed(what: str, cites: str, expected: list[str]) -> None:
    text = repealed(what, "2009-06-01") + f"provision p {cites} permit carry"
    assert found(text, "D108") == expected


def test_a_text_repealed_while_the_provision_is_looked_at_may_be_cited() -> None:
    text = repealed("old", "2012-06-01") + "provision p cites l cites old"
    assert found(f"{text} permit carry", "D108") == []
    assert found(f"{text} from 2012-05-31 permit carry", "D108") == []
    assert len(found(f"{text} from 2012-06-01 permit carry", "D108")) == 1


def test_a_text_that_ended_by_its_own_words() -> None:
    text = OLD.replace("2000-02-01 }", "2000-02-01 until 2005-01-01 }") + "provision p cites l cites old permit carry"
    (finding,) = linted(text, OF_THE_MAP).findings
    assert finding.id == "D108"
    assert finding.concerns == ("p", "old")
    assert str(finding.help) == 'if it is right as it stands, write `allow D108 between p and old because "…"`'
