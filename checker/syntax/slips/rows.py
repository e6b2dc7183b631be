"""All rows of the table of slips, in the order in which they are asked: the first that knows a place is right."""

from __future__ import annotations

from checker.syntax.slips import (
    brackets,
    citations,
    clauses,
    conditions,
    dates,
    effects,
    fillers,
    lists,
    names,
    provisions,
    statements,
    texts,
    values,
    words,
)

SLIPS = (
    *texts.SLIPS,
    *statements.DOUBLED,
    *statements.SLIPS,
    *dates.SLIPS,
    *values.SLIPS,
    *effects.QUESTIONS,
    *fillers.SLIPS,
    *clauses.REASONS,
    *conditions.SLIPS,
    *lists.SLIPS,
    *citations.SLIPS,
    *effects.SLIPS,
    *names.SLIPS,
    *provisions.SLIPS,
    *words.SLIPS,
    *clauses.SLIPS,
    *brackets.SLIPS,
    *statements.ANYWHERE,
    *names.OF_SEVERAL_WORDS,
    *statements.LAST,
)
