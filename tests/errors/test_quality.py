"""How good what is said of mistakes is, measured on the rules that ship; `tests/bench/error_quality.py` in short."""

from __future__ import annotations

import pytest

from tests.bench.error_quality import TARGETS, names_misspelt, outcomes


@pytest.mark.parametrize("kind", ["misspelt", "duplicated", "swapped"])
def test_the_first_finding_stands_where_the_mistake_was_made(kind: str) -> None:
    found = list(outcomes(kind))
    others = [(str(outcome.told.span), str(outcome.told.message)) for outcome in found if not outcome.is_near]
    assert 100 * len(others) <= (100 - TARGETS[kind]) * len(found), others


def test_a_mistake_is_found_whatever_was_left_out() -> None:
    assert all(outcome.told.span is not None for outcome in outcomes("deleted", wanted=20))


def test_the_name_that_was_meant_is_suggested() -> None:
    offered = [is_offered for _, is_offered in names_misspelt(wanted=20)]
    assert 100 * sum(offered) >= TARGETS["name"] * len(offered)
