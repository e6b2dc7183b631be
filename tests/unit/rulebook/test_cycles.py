"""Circles in graphs: one for each knot, the same however the graph is written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.cycles import circles, reached

NAMES = "abcdef"
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(NAMES), max_size=3), max_size=len(NAMES))


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({}, ()),
        ({"a": ["b"], "b": ["c"], "c": []}, ()),
        ({"a": ["b"], "b": ["c"]}, ()),
        ({"a": ["a"]}, (("a",),)),
        ({"b": ["c"], "c": ["a"], "a": ["b"]}, (("a", "b", "c"),)),
        ({"x": ["b"], "b": ["a"], "a": ["b"], "y": ["x"]}, (("a", "b"),)),
        ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}, (("a", "b"), ("c", "d"))),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, (("a", "b"),)),
        ({"a": ["b"], "b": ["d"], "d": ["e"], "e": ["b"]}, (("b", "d", "e"),)),
    ],
)
def test_one_circle_of_each_knot(graph: dict[str, list[str]], expected: tuple[tuple[str, ...], ...]) -> None:
    assert circles(graph) == expected


@given(GRAPHS)
def test_what_is_found_is_a_circle_and_none_is_left(graph: dict[str, frozenset[str]]) -> None:
    found = circles(graph)
    for circle in found:
        assert circle[0] == min(circle)
        assert all(after in graph[name] for name, after in zip(circle, circle[1:] + circle[:1], strict=True))
    broken = {name for circle in found for name in circle}
    left = {name: after - broken for name, after in graph.items() if name not in broken}
    assert not any(name in reached(left, after) for name in left for after in left[name])
    assert bool(found) == any(name in reached(graph, after) for name in graph for after in graph[name])


@given(GRAPHS)
def test_the_order_of_the_names_does_not_matter(graph: dict[str, frozenset[str]]) -> None:
    assert circles(dict(reversed(graph.items()))) == circles(graph)


def test_reached_goes_nearest_first_and_ends_in_a_circle() -> None:
    assert reached({"a": ["c", "b"], "b": ["a"], "c": ["d"]}, "a") == ("a", "c", "b", "d")
    assert reached({}, "a") == ("a",)
