"""All rows of the table of slips, in the order in which they are asked: the first that knows a place is right."""

from __future__ import annotations

from checker.syntax.slips import brackets, clauses, conditions, dates, names, provisions, statements, texts, values

SLIPS = (
    *texts.SLIPS,
    *statements.DOUBLED,
    *statements.SLIPS,
    *dates.SLIPS,
    *values.SLIPS,
    *clauses.REASONS,
    *conditions.SLIPS,
    *names.SLIPS,
    *provisions.SLIPS,
    *clauses.SLIPS,
    *brackets.SLIPS,
    *statements.ANYWHERE,
    *names.OF_SEVERAL_WORDS,
    *statements.LAST,
)
