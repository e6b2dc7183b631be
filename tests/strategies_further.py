"""Random tests of more than one fact, as source text: on lists, on sums and differences, on periods, on questions."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tests.strategies_pen import Drawer, Ground, Known, KnownList

Inner = Callable[[tuple[Known, ...]], str]

ORDERS = (">=", ">", "<", "<=")
LENGTHS = ("1 days", "31 days", "600 days", "1 months", "18 months")


def further_test(pen: Drawer, ground: Ground, inner: Inner) -> str | None:
    """Draw such a test; None where there is nothing to speak of, or no budget left for it."""
    kinds = [
        *(["asked"] * 6 if ground.asked else []),
        *(["list"] * 6 if ground.lists else []),
        *(["numbers"] * 3),
        *(["dates"] * 2 if len(ground.dates) > 1 else []),
    ]
    match pen.pick(*kinds):
        case "asked":
            return _on_a_question(pen, ground)
        case "list":
            return _on_a_list(pen, pen.pick(*ground.lists), ground, inner)
        case "dates":
            return _on_dates(pen, ground.dates)
        case _:
            return _on_numbers(pen, ground)


def _on_a_question(pen: Drawer, ground: Ground) -> str:
    asked = pen.pick(*ground.asked)
    if asked.timed and pen.chance(70):
        return f"{asked.name} is {pen.pick('', 'not ', 'not ')}late"
    return f"{asked.name} is {pen.pick('', '', 'not ')}{pen.pick(*asked.answers)}"


# Lists


def _on_a_list(pen: Drawer, listed: KnownList, ground: Ground, inner: Inner) -> str | None:
    variable = "y" if listed.name == "boxes" else "x"
    own = _called(listed.fields, variable)
    numbers = [known for known in own if known.kind in ("number", "few")]
    costs = {listed.name: 1}
    where = inner(own)
    sums = ["sum"] * (6 if listed.name == "boxes" else 2)
    match pen.pick(
        "any", "any", "and", "nested", "nested", "same", "same", "count", "all", "against", "against", *sums
    ):
        case "and":
            where = f"{where} and {pen.pick(inner(own), inner(_booleans(ground) or own))}"
        case "nested" if listed.inner:
            nested = listed.inner[0]
            where = f"{_quantifier(pen)} y in {variable}.{nested.name}: ({inner(_called(nested.fields, 'y'))})"
            costs[nested.name] = 1
        case "same":
            pairs = [
                (mine, other)
                for mine in own
                for other in ground.facts
                if mine.kind == other.kind and mine.kind in ("boolean", "way", "site")
            ]
            if pairs:
                mine, other = pen.pick(*pairs)
                where = f"{mine.label} is {pen.pick('', 'not ')}{other.label}"
        case "count":
            text = f"count {variable} in {listed.label} where ({where}) {pen.pick('> 1', '>= 2', 'is 1', '<= 1')}"
            return pen.pay(text, **{listed.name: 2})
        case "all":
            return pen.pay(f"count {variable} in {listed.label} {pen.pick('> 1', 'is 1', '< 1')}", **{listed.name: 2})
        case "against":
            few = [known for known in ground.facts if known.kind == "few"]
            if few:
                text = f"count {variable} in {listed.label} where ({where}) {pen.pick(*ORDERS)} {pen.pick(*few).label}"
                return pen.pay(text, **{listed.name: 3})
        case "sum" if numbers:
            summand, least = pen.pick(*numbers), pen.pick(1, 2, 2)
            text = f"sum {summand.label} of {variable} in {listed.label} {pen.pick('>=', '<')} {least}"
            return pen.pay(text, **{listed.name: least + summand.optional})
    return pen.pay(f"{_quantifier(pen)} {variable} in {listed.label}: ({where})", **costs)


def _quantifier(pen: Drawer) -> str:
    return pen.pick("any", "any", "every", "no")


def _called(fields: tuple[Known, ...], variable: str) -> tuple[Known, ...]:
    return tuple(replace(known, label=f"{variable}.{known.label}") for known in fields if known.kind != "office")


def _booleans(ground: Ground) -> tuple[Known, ...]:
    return tuple(known for known in ground.facts if known.kind == "boolean")


# Numbers and dates


def _on_numbers(pen: Drawer, ground: Ground) -> str | None:
    numbers = [known.label for known in ground.facts if known.kind in ("number", "few")]
    masses = [known.label for known in ground.facts if known.kind == "mass"]
    if ground.sums and pen.chance(65):
        return f"{pen.pick(*ground.sums)} {pen.pick(*ORDERS)} {pen.pick(1, 2)}"
    if len(set(masses)) > 1 and pen.chance(50):
        one, two = pen.some(sorted(set(masses)), 2, 2)
        return pen.pick(f"{one} {pen.pick(*ORDERS)} {two}", f"{one} + {two} {pen.pick(*ORDERS)} 0.25 kg")
    levels = sorted({known.label for known in ground.facts if known.kind == "credit"})
    if len(levels) > 1 and pen.chance(70):
        return f"{levels[0]} {pen.pick(*ORDERS)} {levels[1]}"
    if len(set(numbers)) < 2:
        return None
    one, two = pen.some(sorted(set(numbers)), 2, 2)
    return pen.pick(
        f"{one} {pen.pick(*ORDERS)} {two}",
        f"{one} is {pen.pick('', 'not ')}{two}",
        f"{one} + {two} {pen.pick(*ORDERS)} {pen.pick(2, 3)}",
        f"{one} - {two} {pen.pick(*ORDERS)} {pen.pick(1, 2)}",
        f"{one} + 1 {pen.pick(*ORDERS)} {two}",
    )


def _on_dates(pen: Drawer, dates: tuple[Known, ...]) -> str:
    one, two = pen.some(dates, 2, 2)
    if pen.chance(50):
        one, two = two, one
    kind = pen.pick("order", "order", "period", "period", "period", "difference", "moved")
    if kind == "difference" and one.kind == two.kind:
        return f"{one.label} - {two.label} {pen.pick(*ORDERS)} {pen.pick(1, 31, 600)} days"
    if kind == "moved" and one.kind == two.kind:
        return f"{one.label} + 31 days {pen.pick(*ORDERS)} {two.label}"
    if kind == "period":
        others = tuple(known for known in dates if known != one)
        return f"{one.label} is {pen.pick('', 'not ')}{period(pen, others, one)}"
    return f"{one.label} {pen.pick(*ORDERS)} {two.label}"


def period(pen: Drawer, dates: tuple[Known, ...], done: Known | None) -> str:
    """Draw a period from some dates; in hours between moments only."""
    exact = tuple(known for known in dates if known.kind == "datetime")
    if exact and done is not None and done.kind == "datetime" and pen.chance(85):
        dates = exact
    anchors = pen.some(dates, 2, 2) if len(dates) > 1 and pen.chance(25) else [pen.pick(*dates)]
    moments = all(known is not None and known.kind == "datetime" for known in (*anchors, done))
    lengths = ("36 hours", "14400 hours") if moments and pen.chance(75) else LENGTHS
    labels = ", ".join(known.label for known in anchors)
    start = f"earliest of {labels}" if len(anchors) > 1 else labels
    direction = pen.pick("after", "after", "before")
    return f"{pen.pick('within', 'within', 'at least')} {pen.pick(*lengths)} {direction} {start}"
