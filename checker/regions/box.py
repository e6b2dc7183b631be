"""Boxes: products of class sets, the atoms every region is a union of.

A space has fields; each field has finitely many classes, numbered from 0. A set of classes of one field is
a mask, a Python int whose bit v says whether class v is admitted. A box is one mask per field and stands
for the product of those sets. A zero mask would make the product empty, so it never occurs: the empty set
is no box but the region without boxes. A space without fields has exactly one point and one box, `()`.

Holds the shape of a space and the two relations of boxes, intersection and inclusion; both are decided
field by field. Must not know what a field or a class means.
"""

from operator import and_

from msgspec import Struct

Box = tuple[int, ...]
Region = tuple[Box, ...]


class Space(Struct, frozen=True):
    """The shape of a space: how many classes each field has, and whether they stand in an order.

    An order changes no set; it only makes cuts, and so the pieces of a region, prefer runs of neighbouring
    classes.
    """

    widths: tuple[int, ...]
    ordered: tuple[bool, ...]

    def __post_init__(self) -> None:
        if len(self.widths) != len(self.ordered):
            raise ValueError("a space needs one width and one order flag per field")
        if any(width < 1 for width in self.widths):
            raise ValueError("a field needs at least one class")

    @property
    def full(self) -> Box:
        """Give the box that is the whole space."""
        return tuple((1 << width) - 1 for width in self.widths)


def meet(a: Box, b: Box) -> Box | None:
    """Intersect two boxes of one space; None when they share no point."""
    masks = tuple(map(and_, a, b))
    return masks if all(masks) else None


def put(box: Box, field: int, mask: int) -> Box:
    """Give a box with other classes of one field."""
    return (*box[:field], mask, *box[field + 1 :])


def contains(outer: Box, inner: Box) -> bool:
    """Say whether every point of the inner box lies in the outer one."""
    return tuple(map(and_, outer, inner)) == inner
