"""Masks of classes: their numbers one by one, whether a mask is one run of neighbours, and the runs of any mask.

Must not know what a class means.
"""

from collections.abc import Iterator


def lowest_bit(mask: int) -> int:
    """Give the mask of the lowest class of a mask."""
    return mask & -mask


def runs(mask: int) -> Iterator[int]:
    """Split a mask into its runs of neighbouring classes, lowest first."""
    while mask:
        above_run = ~mask & -lowest_bit(mask)
        run = mask & (lowest_bit(above_run) - 1)
        yield run
        mask ^= run


def is_run(mask: int) -> bool:
    """Say whether a mask has no hole."""
    return not mask & (mask + lowest_bit(mask))


def classes_in(mask: int) -> list[int]:
    """List the numbers of the classes in a mask, lowest first."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]
