"""The hardest provisions of the law, each on a page of its own theme, with verdicts reasoned by hand.

The pages are those of the conformance corpus in form.
"""

from __future__ import annotations

import pytest

from checker.plan import read_plans
from checker.rulebook.model import LeftOpen, LeftTo, Provision
from tests.literate_pages import ROOT, mismatches, read_page

PAGES = {path.name: read_page(path) for path in sorted((ROOT / "tests" / "stress").glob("*.md"))}
ENCODED = {
    "between-zones.md": (
        "ia_83_3",
        "ia_86_2",
        "ia_86_2_as_transit",
        "ia_86_4",
        "ia_86_v",
        "ia_86_d_out",
        "ia_86_d_in",
        "ia_86_d_joint",
    ),
    "credit-schemes.md": ("cr_0", "cr_1", "cr_2", "cr_3", "ri_58a", "ri_28", "ts_3"),
    "declaration-clocks.md": ("cl_24a", "cl_24a_late", "cl_24b_lead", "cl_24b_arrival", "cl_30", "ad_2"),
    "local-regulation.md": ("ft_1", "ft_1_by_its_own_force", "bz_15", "tz_3a"),
    "local-release.md": ("ri_58a", "ri_58b", "ri_58b_of_level_a", "ri_58c", "ri_58c_of_level_a", "ri_28"),
    "penalties.md": ("pr_18_1", "pr_22_6", "pr_23_1"),
    "processing-zones.md": ("ep_35", "ep_37", "ep_37_refund", "ep_39a", "ep_39b"),
    "regions.md": ("ri_45_2", "ri_45_2_place", "ri_1201", "ri_1201_place"),
    "road-guarantee.md": ("gu_5", "gu_5_refusal", "gu_10"),
    "small-vessels.md": ("sv_139_3", "sv_139_3a_to_3e"),
    "special-areas-first.md": ("sz_3", "sz_9", "fe_1"),
    "transit-carriage.md": ("tz_3a", "tz_3b", "tz_3c", "tz_5a", "tz_5b"),
    "transit-goods.md": ("tz_2a", "tz_2a_seal", "tz_2b", "tz_2c", "a48_0", "a48_1", "a48_2", "a48_3", "a48_4"),
    "zones-under-integration.md": ("a47_3a", "a47_3b", "a47_4a", "a47_4b", "a47_4b_all"),
}
"""The provisions that must be encoded, by page, named as the register of sources names them."""


def never_wins(provision: Provision) -> bool:
    """Tell whether a provision only leaves its questions to somebody, or open."""
    return all(isinstance(effect.said, LeftTo | LeftOpen) for effect in provision.effects)


@pytest.mark.parametrize("name", PAGES)
def test_every_verdict_of_the_hard_law(name: str) -> None:
    assert list(mismatches(PAGES[name])) == []


def test_every_page_is_listed() -> None:
    assert sorted(ENCODED) == sorted(PAGES)


@pytest.mark.parametrize("name", ENCODED)
def test_every_provision_of_the_list_is_there_and_wins_somewhere(name: str) -> None:
    book, findings = PAGES[name].load()
    assert book is not None, [finding.message for finding in findings]
    plans = [plan for block in book.scenarios for plan in read_plans(book, block.text, block.file, block.line)]
    wins = {provision for plan in plans for each in plan.expectations for provision in each.winners or ()}
    silent = {provision.name for provision in book.provisions.values() if never_wins(provision)}
    assert [p for p in ENCODED[name] if p not in wins | silent] == []
