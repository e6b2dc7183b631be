"""Places in the law, in words: a locator, a document with its number. Shared by verdicts and cards."""

from __future__ import annotations

from collections.abc import Iterable

from checker.reports.labels import Labels

DOT = " · "


def locator_words(locator: str, label: Labels) -> str:
    """Write a locator, as `item 4` or `article 35 paragraph 1`, in the language of the labels."""
    steps = locator.split()
    places = zip(steps[::2], steps[1::2], strict=True)
    return label["unit.joint"].join(label[f"unit.{unit}"].format(number=number) for unit, number in places)


def document_words(name: str, title: str | None, number: str | None, label: Labels) -> str:
    """Write a document by its title, or its name without one, with the official number."""
    return label["numbered"].format(title=title or name, number=number) if number else title or name


def place_words(locator: str, standing: str, label: Labels) -> str:
    """Write where in a document, and how well its text is known."""
    return places_words((locator,), standing, label)


def places_words(locators: Iterable[str], standing: str, label: Labels) -> str:
    """Write in which places of a document, and how well its text is known there."""
    places = label["list"].join(filter(None, (locator_words(locator, label) for locator in locators)))
    known = label.get(f"standing.{standing}", standing)
    return DOT.join(part for part in (places, known) if part)


def titled(name: str, title: str | None, label: Labels) -> str:
    """Write a name with its title, where it has one."""
    return label["titled"].format(name=name, title=title) if title else name
