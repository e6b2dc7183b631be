"""The catalogue: the Chinese of every English sentence that is ever said, by the part of the program that says it."""

from __future__ import annotations

from types import MappingProxyType

from checker.findings.catalogue import (
    authoring,
    command_line,
    conflicts,
    coverage,
    differences,
    gaps,
    lint,
    mutation,
    plans,
    redundancy,
    regions,
    registered,
    renaming,
    rulebook,
    rulebook_norms,
    rulebook_tests,
    skeletons,
    syntax,
    tables,
    texts,
    timelines,
    uniformity,
)

CHINESE = MappingProxyType(
    {
        **registered.CHINESE,
        **texts.CHINESE,
        **syntax.CHINESE,
        **rulebook.CHINESE,
        **rulebook_norms.CHINESE,
        **rulebook_tests.CHINESE,
        **plans.CHINESE,
        **authoring.CHINESE,
        **skeletons.CHINESE,
        **lint.CHINESE,
        **mutation.CHINESE,
        **gaps.CHINESE,
        **conflicts.CHINESE,
        **redundancy.CHINESE,
        **uniformity.CHINESE,
        **coverage.CHINESE,
        **differences.CHINESE,
        **regions.CHINESE,
        **renaming.CHINESE,
        **tables.CHINESE,
        **timelines.CHINESE,
        **command_line.CHINESE,
    }
)
