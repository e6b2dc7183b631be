"""Stored values: what comes back is the same, shared as it was, and nothing else is taken for a value."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from checker.stored import classes_in, from_json, to_json

ROOT = Path(__file__).resolve().parents[2]


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Pair(Struct, frozen=True):
    left: Any
    right: Any


class Nothing(Struct, frozen=True):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Knot:
    name: str
    ties: Mapping[str, Any]


class Foreign(Struct, frozen=True):
    pass


CLASSES = (Colour, Pair, Nothing, Knot)
SCALARS = st.none() | st.booleans() | st.integers() | st.integers(-(2**200), 2**200) | st.text()
LEAVES = SCALARS | st.sampled_from(Colour) | st.just(Nothing())


@st.composite
def parts(draw: st.DrawFn, depth: int = 3) -> object:
    """Build what may be a key."""
    shape = draw(st.sampled_from(("leaf", "tuple", "set", "pair"))) if depth else "leaf"
    inner = parts(depth - 1)
    match shape:
        case "tuple":
            return tuple(draw(st.lists(inner, max_size=4)))
        case "set":
            return draw(st.frozensets(inner, max_size=4))
        case "pair":
            return Pair(draw(inner), draw(inner))
    return draw(LEAVES)


@st.composite
def values(draw: st.DrawFn) -> object:
    """Build a value of everything but objects with an identity."""
    mapping = draw(st.dictionaries(parts(), parts(), max_size=4))
    part = draw(parts())
    return draw(st.sampled_from((part, mapping, MappingProxyType(mapping), Pair(mapping, part))))


def through(value: object) -> Any:
    return from_json(to_json(value, CLASSES), CLASSES)


def typed(value: object) -> object:
    """Spell a value with all its types, which equality does not see: `True` equals 1."""
    match value:
        case tuple():
            return ("tuple", *map(typed, value))
        case frozenset():
            return ("set", frozenset(map(typed, value)))
        case dict() | MappingProxyType():
            return (type(value), *((typed(k), typed(v)) for k, v in value.items()))
        case Pair(left, right):
            return (Pair, typed(left), typed(right))
    return (type(value), value)


@given(values())
def test_what_comes_back_is_the_same(value: object) -> None:
    assert typed(through(value)) == typed(value)


@given(values())
def test_it_is_written_alike_again(value: object) -> None:
    written = to_json(value, CLASSES)
    assert to_json(from_json(written, CLASSES), CLASSES) == written


@pytest.mark.parametrize("bits", [63, 64, 65, 100_000])
def test_no_integer_is_too_large(bits: int) -> None:
    numbers = (2**bits, 2**bits - 1, -(2**bits), 1 - 2**bits)
    assert through(numbers) == numbers


def test_one_and_true_and_the_like_are_told_apart() -> None:
    assert repr(through((1, True, 0, False, None, "1", (1,), (True,)))) == repr(
        (1, True, 0, False, None, "1", (1,), (True,))
    )


def test_what_is_equal_is_one_value_afterwards() -> None:
    left, right = through((Pair("a", (1, 2)), Pair("a", (1, 2))))
    assert left is right


def test_a_mapping_keeps_its_order() -> None:
    assert list(through({"b": 1, "a": 2})) == ["b", "a"]
    assert list(through(MappingProxyType({"b": 1, "a": 2}))) == ["b", "a"]


def test_objects_with_an_identity_stay_as_many_as_they_were() -> None:
    one, two = Knot("k", {}), Knot("k", {})
    first, second, third = through((one, two, one))
    assert first is third
    assert first is not second
    assert (first.name, second.name) == ("k", "k")


def test_such_objects_may_lie_in_a_circle() -> None:
    ties: dict[str, object] = {}
    knot = Knot("k", ties)
    ties["self"] = Pair(knot, 1)
    ties["other"] = Knot("l", {"back": knot})
    again = through((knot,))[0]
    assert again.ties["self"].left is again
    assert again.ties["other"].ties["back"] is again
    assert again.ties["self"].right == 1


def test_the_text_does_not_depend_on_hashes() -> None:
    program = """
from checker.stored import to_json
print(to_json((frozenset("abcdefgh"), frozenset({("a", 1), ("b", 2), ("c", 3)}), {"z": 1, "a": 2}), ()))
"""
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1


@pytest.mark.parametrize("value", [Foreign(), (Foreign(),), 1.5, b"b", [1], {1: {2}}, object()])
def test_nothing_else_can_be_stored(value: object) -> None:
    with pytest.raises(ValueError, match="cannot be stored"):
        to_json(value, CLASSES)


def test_what_is_too_deep_is_said_so() -> None:
    value: object = ()
    for _ in range(10_000):
        value = (value,)
    with pytest.raises(ValueError, match="cannot be stored"):
        to_json(value, CLASSES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "null",
        "{}",
        "[]",
        "[[],[],[],[],0]",
        "[[],[],[],[]]",
        '[["a"],[],[],[],"a"]',
        "[[],[[99,1]],[],[],0]",
        "[[],[],[[99,[[0]]]],[],0]",
        "[[],[],[[0,[[7]]]],[],0]",
        "[[],[],[[0,7]],[],0]",
        '[[],[],[[4,["x"]]],[],0]',
        '[[],[],[[5,["BLUE"]]],[],0]',
        '[["a"],[],[[2,[[0]]]],[],0]',
        "[[1],[],[[6,[[0]]]],[],0]",
        "[[1],[[9,1]],[],[[1,[0]]],0]",
        "[" * 100_000,
    ],
)
def test_no_other_text_is_a_value(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words of the error are nobody's business
        from_json(text, CLASSES)


@given(values())
def test_half_a_text_is_no_value(value: object) -> None:
    whole = to_json(value, CLASSES)
    for end in range(0, len(whole), 5):
        with pytest.raises(ValueError):  # noqa: PT011  # as above
            from_json(whole[:end], CLASSES)


@given(values())
def test_the_text_is_plain_json(value: object) -> None:
    text = to_json(value, CLASSES)
    assert text.isascii()
    assert len(json.loads(text)) == 5


def test_the_classes_of_a_module_are_those_it_declares() -> None:
    module = ModuleType("declaring")
    for name, value in {"Colour": Colour, "Pair": Pair, "plain": type("plain", (), {}), "number": 3}.items():
        setattr(module, name, value)
    assert classes_in(module) == ()
    module.__name__ = __name__
    assert classes_in(module) == (Colour, Pair)
