"""A decision table in words that every format uses: verdicts, cells, what was asked, what was not worked out.

Takes rows and their boxes; gives sentences and texts, each format lays them out in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.answers.laid_out import Asked
from checker.answers.table import Cited, Row, Speaker, Table
from checker.findings import Message, StatedRegion, both, row, say
from checker.logic.decisions import Decision, Held
from checker.reports.citations import DOT, document_words, place_words
from checker.reports.labels import Labels, words
from checker.reports.region_words import grouped, total_words
from checker.rulebook.days import write_day


class Line(Struct, frozen=True):
    """One line of a table: a row's number, its verdict, who says so, a cell for each column, cases, notes.

    `place` is where it stands in its row of so many `lines`, all of which repeat verdict and provisions.
    """

    number: int
    verdict: str
    word: str
    because: str
    cells: tuple[str, ...]
    cases: str
    notes: tuple[str, ...]
    place: int
    lines: int

    @property
    def is_first(self) -> bool:
        """Whether its row begins with it."""
        return self.place == 0

    @property
    def is_last(self) -> bool:
        """Whether its row ends with it."""
        return self.place == self.lines - 1


def lines(table: Table, language: str) -> Iterator[Line]:
    """Go through the boxes of all rows, one line each; a row whose boxes were not worked out has a line of its own."""
    for number, each in enumerate(table.rows, 1):
        verdict, because = verdict_words(each.held, language), because_words(each, language)
        boxes: tuple[StatedRegion | None, ...] = each.regions.shown or (None,)
        for place, box in enumerate(boxes):
            yield Line(
                number,
                verdict,
                each.decision.word,
                because,
                tuple(cell(box, column, language) for column in table.columns),
                "" if box is None or box.cases is None else grouped(box.cases),
                () if box is None else tuple(remark.in_language(language) for remark in box.remarks),
                place,
                len(boxes),
            )


def cell(box: StatedRegion | None, column: str, language: str) -> str:
    """Say what one fact must be in a box; nothing where it may be anything."""
    return "; ".join(
        short(limit.text, column, language) for limit in (box.limits if box else ()) if limit.label == column
    )


def short(text: str, label: str, language: str) -> str:
    """Say of a condition that stands under the name of its fact what follows the name, where that reads alike."""
    if text == label:
        return say("yes").in_language(language)
    if text == f"not {label}":
        return say("no").in_language(language)
    named = len(re.findall(rf"(?<![\w.]){re.escape(label)}(?!\w)", text))
    if named > 1:
        bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
        parts = bare.split(" or ")
        if len(parts) == named and all(part.startswith(f"{label} ") for part in parts):
            return " or ".join(part.removeprefix(f"{label} ") for part in parts)
        return re.sub(rf"(?<![\w.]){re.escape(label)}\.", "", text)
    for word, shown in (("in", "not in"), ("is", "is not")):
        found = re.fullmatch(rf"not {re.escape(label)}(?:\.([\w.]+))? {word} (.+)", text)
        if found is not None:
            return " ".join(part for part in (found[1], shown, found[2]) if part)
    return text[len(label) + 1 :] if text.startswith((f"{label} ", f"{label}.")) else text


def verdict_words(held: Held, language: str) -> str:
    """Say what is decided: the verdict, its values, who bears a duty, when it is due, to whom the case is left."""
    label = words(language)
    said = [_decision(decision, label) for decision in held]
    if len(said) > 1:
        return say("{verdict}: {values}", verdict=label["verdict.open"], values=row(said)).in_language(language)
    return said[0] if isinstance(said[0], str) else said[0].in_language(language)


def _decision(decision: Decision, label: Labels) -> Message | str:
    said: Message | str = label[f"verdict.{decision.word}"]
    if decision.values:
        said = say("{verdict}: {values}", verdict=said, values=row(decision.values))
    if decision.by:
        said = say("{verdict}, by {bearers}", verdict=said, bearers=both(decision.by))
    if decision.due:
        said = say("{verdict}, {periods}", verdict=said, periods=both(decision.due))
    if decision.left_to:
        said = say("{verdict}, left to {roles}", verdict=said, roles=both(decision.left_to))
    return said


def because_words(each: Row, language: str) -> str:
    """Name who decides a row, or why nobody does."""
    if each.provisions or each.gaps:
        return words(language)["list"].join((*each.provisions, *each.gaps))
    if each.decision.word == "gap":
        return say("no provision").in_language(language)
    if each.decision.word == "open":
        return ""
    return say("by silence").in_language(language)


def heading(asked: Asked, title: str | None) -> str:
    """Give the question with its title."""
    return f"{asked.question}: {title}" if title else asked.question


def asked_words(table: Table) -> Iterator[Message]:
    """Say what the table is limited to, how many rows there are, and what is not known."""
    yield from narrowed_words(table.asked)
    if table.bounds:
        yield say("the rows were not worked out: there are too many regions")
    elif not table.rows:
        yield say("no case is asked about")
    elif table.cases is None:
        yield say("rows: {rows}", rows=len(table.rows))
    else:
        yield say("rows: {rows}; cases: {cases}", rows=len(table.rows), cases=grouped(table.cases))


def narrowed_words(asked: Asked) -> Iterator[Message]:
    """Say where a condition or a day limits what is asked."""
    if asked.words is not None:
        yield say("where `{condition}`", condition=asked.words)
    if asked.day is not None:
        yield say("under the law of {day}", day=write_day(asked.day))


def partial_words(table: Table) -> Iterator[tuple[int, Message]]:
    """Say of each row whose boxes are not all shown how many there are, or by which bound that is not known."""
    for number, each in enumerate(table.rows, 1):
        regions = each.regions
        if regions.total is None or len(regions.shown) < regions.total:
            yield number, next(iter(total_words("", regions)))


def speaker_words(speaker: Speaker, language: str) -> str:
    """Say of a provision or a known gap what it is called and what it cites."""
    label = words(language)
    cites = (cited_words(cite, label) for cite in speaker.cites)
    return DOT.join(part for part in (speaker.title or "", *cites) if part)


def cited_words(cite: Cited, label: Labels) -> str:
    """Say where in which document."""
    document = document_words(cite.document, cite.title, cite.number, label)
    return (
        label["pause"].join((document, place))
        if (place := place_words(cite.locator, cite.standing, label))
        else document
    )


def rulebook_words(name: str, version: str | None, language: str) -> str:
    """Name a rulebook with its version, where it has one."""
    label = words(language)
    said = (("book", name), ("book.version", version))
    return label["pause"].join(label[key].format(word) for key, word in said if word is not None)
