"""What is said of each provision of a tree, for every form a tree is shown in: its source, its window, what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.reports.card import window_words
from checker.reports.citations import DOT, place_words, titled
from checker.reports.effect_words import effect_words
from checker.reports.labels import Labels
from checker.rulebook.days import write_day
from checker.rulebook.model import Rulebook
from checker.uses.trees import TreeProvision


def head_words(row: TreeProvision, label: Labels) -> str:
    """Name a provision with its title, after what it is to the one above it."""
    name = titled(row.provision.name, row.provision.title, label)
    form = form_words(row, label)
    return label["titled"].format(name=form, title=name) if form else name


def form_words(row: TreeProvision, label: Labels) -> str | None:
    """Say what a provision is to the one above it; nothing of one on top."""
    relation = row.provision.relation
    return label[f"tree.{relation.form}"] if relation else None


def said_words(row: TreeProvision, question: str, label: Labels) -> list[str]:
    """Say what a provision says on the question, an effect each, or that it says nothing there."""
    if not row.speaks:
        return [label["tree.silent"]]
    return [effect_words(effect, label) for effect in row.provision.effects if effect.question == question]


def source_words(row: TreeProvision, label: Labels) -> str:
    """Say in which place of which document the present wording stands, and how well that is known."""
    cited = row.provision.cites[0]
    replaced = row.provision.replaces
    locator = replaced.locator if replaced else cited.locator
    standing = row.wording.standing if replaced else cited.standing
    return DOT.join(part for part in (row.wording.name, place_words(locator.text, standing, label)) if part)


def days_words(row: TreeProvision, label: Labels) -> str:
    """Say from when until when a provision is in force, as far as that is known."""
    latest = row.wording.in_force_latest
    if latest is None or row.since >= latest:
        return "".join(window_words(row.since, row.until, label))
    band = label["day.band"].format(day=write_day(row.since), latest=write_day(latest))
    return label["pause"].join([band, *window_words(None, row.until, label)])


def ranked(book: Rulebook, trees: Iterable[TreeProvision]) -> Iterator[tuple[str | None, list[TreeProvision]]]:
    """Go through the trees by the rank of whoever is on top; None for texts without rank, which come last."""
    found: dict[str | None, list[TreeProvision]] = {}
    for row in trees:
        found.setdefault(book.documents[row.provision.document].rank_name, []).append(row)
    yield from found.items()
