"""Readings of random rulebooks: every rule has one, in both languages, and no two rules that differ have the same."""

import re
from collections.abc import Iterator
from itertools import combinations

from hypothesis import HealthCheck, Phase, given, settings
from msgspec import Struct

from checker.findings import LANGUAGES, Span
from checker.reports.aloud.entries import aloud_entries
from checker.rulebook import load_texts
from checker.rulebook.model import Provision
from tests.aloud.pages import material_of
from tests.strategies import Source, sources

QUOTED = re.compile(r"“[^“”]*”|（\w+）")

deterministic = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def meaning(provision: Provision) -> object:
    """Give all that a provision says, without where it was written and how it is called."""
    return tuple(
        bare(getattr(provision, field))
        for field in provision.__struct_fields__
        if field not in ("names", "title", "span", "conjuncts")
    )


def bare(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(bare(part) for part in value)
    if isinstance(value, Struct):
        fields = (getattr(value, field) for field in value.__struct_fields__)
        return (type(value).__name__, *(bare(field) for field in fields if not isinstance(field, Span)))
    return value


def readings(source: Source, language: str) -> Iterator[tuple[str, str, str]]:
    for entry in aloud_entries(material_of(dict(source.files)), language, None):
        yield entry.kind, entry.names[0], entry.card()


@deterministic
@given(sources())
def test_every_name_is_read_and_nothing_is_left_in_english(source: Source) -> None:
    for language in LANGUAGES:
        for kind, name, text in readings(source, language):
            assert text.endswith((".\n", "。\n")), (kind, name)
            if language == "zh":
                assert re.findall("[A-Za-z]+", QUOTED.sub("", text)) == [], (kind, name, text)


@deterministic
@given(sources())
def test_what_is_read_alike_says_the_same(source: Source) -> None:
    book, _ = load_texts(dict(source.files))
    assert book is not None
    for language in LANGUAGES:
        told = {
            name: text.partition("\n")[2].replace(f"“{name}”", "")
            for kind, name, text in readings(source, language)
            if kind == "provision"
        }
        for one, other in combinations(told, 2):
            if told[one] == told[other]:
                assert meaning(book.provisions[one]) == meaning(book.provisions[other])
