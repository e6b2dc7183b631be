"""Mistakes that have names: a table of texts in which they are made, and how each is known again.

Takes the place at which the parser cannot go on; gives what is said there and what was meant. The rows stand in the
modules below, by what they are about, the more exact before the more general. The table is put together when the
first mistake of a process is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.syntax.slips.places import Row, learnt
from checker.syntax.slips.slip import Slip
from checker.syntax.slips.stop import Seen, Stop
from checker.syntax.table import rule_table


def recognised(stop: Stop) -> tuple[Slip, Seen] | None:
    """Find the first row of the table that knows this place."""
    return next(_knowing(stop), None)


@cache
def slips() -> tuple[Slip, ...]:
    """List all rows, in the order in which they are asked."""
    from checker.syntax.slips import rows

    return rows.SLIPS


@cache
def _rows() -> tuple[Row, ...]:
    return learnt(slips(), rule_table())


def _knowing(stop: Stop) -> Iterator[tuple[Slip, Seen]]:
    for row in _rows():
        if row.applies(stop) and (seen := row.slip.sees(stop)) is not None:
            yield row.slip, seen
