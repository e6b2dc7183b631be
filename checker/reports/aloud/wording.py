"""Every sentence in which rules are read aloud, in English and in Chinese: the one table of them.

Takes a language and gives its sentences by key; what stands in braces is filled by the reader. The words of an author
(titles, reasons, notes) are not here: they are read as they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.reports.aloud.sentences_of_law import LAW
from checker.reports.aloud.sentences_of_tests import TESTS
from checker.reports.labels import words_of

Words = Mapping[str, str]

TABLE: Mapping[str, tuple[str, str]] = MappingProxyType(TESTS | LAW)


def words(language: str) -> Words:
    """Give all sentences in one of LANGUAGES."""
    return words_of(TABLE, language)
