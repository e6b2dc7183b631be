"""Regions that may meet one, found all at once: held against looking at each."""

from hypothesis import given
from hypothesis import strategies as st

from checker.logic.encounters import Encounters
from checker.regions import Region, meet

BOX = st.tuples(st.integers(1, 15), st.integers(1, 7))
REGION = st.lists(BOX, max_size=3).map(tuple)


@given(st.lists(REGION, max_size=12), REGION)
def test_all_that_have_a_point_in_common_are_found(regions: list[Region], one: Region) -> None:
    sharing = [n for n, other in enumerate(regions) if any(meet(a, b) is not None for a in one for b in other)]
    found = list(Encounters(regions).meeting(one))
    assert found == sorted(found)
    assert set(sharing) <= set(found)
    assert all(regions[n] for n in found)
