"""What scenarios notice of mutants, in words: a line for each kind of slip, then each that goes unnoticed.

Takes the record of the mutants; gives text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.answers.mutant_words import mutant_words
from checker.answers.mutation import Mutation, Survivor
from checker.reports.labels import DEFAULT_LANGUAGE
from checker.reports.layout import INDENT, WIDTH, display_width, padded, to_the_right, wrapped
from checker.reports.mutation_labels import NUMBERS, mutation_words
from checker.rulebook.mutants import Mutant


def mutation_text(mutation: Mutation, language: str | None = None, width: int = WIDTH) -> str:
    """Write the score, the figures by kind of slip, and what no scenario notices."""
    language = language or DEFAULT_LANGUAGE
    return "\n".join((_figures(mutation, language, width), *_lists(mutation, language, width)))


def _figures(mutation: Mutation, language: str, width: int) -> str:
    label, score = mutation_words(language), mutation.score
    title = label["mutation.title"].format(
        rulebook=mutation.rulebook,
        scenarios=mutation.scenarios,
        reached=score.reached,
        all=score.all,
        percent=score.percent,
    )
    head = (label["mutation.operator"], *(label[f"mutation.{number}"] for number in NUMBERS))
    rows = [
        (label[f"mutation.{tally.operator}"], *(str(getattr(tally, number)) for number in NUMBERS))
        for tally in mutation.tallies
    ]
    sums = tuple(str(sum(getattr(tally, number) for tally in mutation.tallies)) for number in NUMBERS)
    table = [head, *rows, ("", *sums)]
    widths = [max(display_width(cell) for cell in column) for column in zip(*table, strict=True)]
    lines = [*wrapped(title, width), *(_row(row, widths) for row in table), *wrapped(label["mutation.note"], width)]
    return "".join(line + "\n" for line in lines)


def _row(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (to_the_right(cell, width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return INDENT.join((f"{INDENT}{padded(row[0], widths[0])}", *cells))


def _lists(mutation: Mutation, language: str, width: int) -> Iterator[str]:
    label = mutation_words(language)
    if mutation.survivors:
        lines = (_placed(each.mutant, _survivor(each, language)) for each in mutation.survivors)
        listed = _listed(label["mutation.survivors"], lines, width)
        said = wrapped(label["mutation.suggested"], width) if mutation.suggestions else ()
        yield listed + "".join(line + "\n" for line in said)
    if mutation.undecided:
        whys = ((each.mutant, each.because.in_language(language)) for each in mutation.undecided)
        lines = (_placed(mutant, _told("mutation.why", mutant, language, because=why)) for mutant, why in whys)
        yield _listed(label["mutation.undecided-ones"], lines, width)


def _survivor(survivor: Survivor, language: str) -> str:
    mutant = survivor.mutant
    if survivor.suggestion is not None:
        number = survivor.suggestion + 1
        return _told("mutation.by", mutant, language, number=number, question=survivor.question)
    if survivor.because is not None:
        return _told("mutation.why", mutant, language, because=survivor.because.in_language(language))
    return _told("mutation.what", mutant, language)


def _told(key: str, mutant: Mutant, language: str, **values: str | int) -> str:
    what = mutant_words(mutant).in_language(language)
    return mutation_words(language)[key].format(what=what, id=mutant.id, **values)


def _placed(mutant: Mutant, words: str) -> str:
    return words if mutant.span is None else f"{mutant.span}: {words}"


def _listed(title: str, texts: Iterable[str], width: int) -> str:
    lines = [INDENT + line for text in texts for line in wrapped(text, width - len(INDENT), INDENT)]
    return "".join(line + "\n" for line in (title, *lines))
