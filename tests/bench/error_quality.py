"""Measure what is said of mistakes on the rulebook that ships: is the first finding where the mistake was made?

Run `python -m tests.bench.error_quality`. Each kind of mistake is made until fifty of them have left a file invalid,
at places that a seed chooses; the table says how many of the first findings stood on the changed line or at the next
word, and for names misspelt where they are used, how often the original was suggested. For deletions there is no
target: what is missing is often noticed only where the next thing does not fit.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from checker.findings import Finding
from checker.rulebook.files import File, read_folder
from checker.rulebook.load import Findings, load_files
from checker.syntax import ParsedFile, SourceFile, nodes, parse_file

RULES = Path(__file__).resolve().parents[2] / "rules"
SEED = 20151012
WANTED = 50
TARGETS = {"misspelt": 95, "duplicated": 95, "swapped": 95, "name": 80}

_BLOCK = re.compile(r"^```rules\n(.*?)^```", re.MULTILINE | re.DOTALL)
_WORD = re.compile(
    r"(?P<skipped>#[^\n]*|\s+)|\"(?:\\.|[^\"\\\n])*\"|“[^”\n]*”|「[^」\n]*」|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|(?P<name>[^\W0-9]\w*)|[0-9]+(?:\.[0-9]+)?|<=|>=|\.\.|."
)


Thing = TypeVar("Thing")


class Choices:
    """A row of choices that a seed settles, the same on every machine."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._made = 0

    def below(self, limit: int) -> int:
        """Choose a number from 0 up to a limit."""
        self._made += 1
        return int.from_bytes(sha256(f"{self._seed} {self._made}".encode()).digest()[:8]) % limit

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Choose one of several things."""
        return things[self.below(len(things))]


class Word(Struct, frozen=True):
    """A word of a file, by the offsets of its characters."""

    start: int
    end: int
    text: str
    is_name: bool


class Change(Struct, frozen=True):
    """A file with one mistake made in it: the stretch of the new text that is wrong, and the word behind it."""

    file: File
    start: int
    end: int
    following: int
    original: str = ""


class Outcome(Struct, frozen=True):
    """What became of a change: whether it was told where it was made, and what was told first."""

    change: Change
    is_near: bool
    told: Finding


def rule_files() -> tuple[File, ...]:
    """Read the rulebook that ships."""
    files, findings = read_folder(RULES)
    assert findings == ()
    return files


def words_of(text: str) -> tuple[tuple[Word, ...], ...]:
    """List the words of each block of rules of a page."""
    return tuple(tuple(_words(text, block.start(1), block.end(1))) for block in _BLOCK.finditer(text))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        if found["skipped"] is None:
            yield Word(found.start(), found.end(), found[0], found["name"] is not None)


def misspelt(word: str, choose: Choices) -> str:
    """Leave a letter out, double one, put another in its place, or turn two round."""
    at = choose.below(len(word))
    match choose.below(4):
        case 0 if len(word) > 1:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2 if at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + choose.one_of("aeiorstln") + word[at + 1 :]


def _replaced(file: File, words: tuple[Word, ...], first: int, last: int, text: str) -> Change:
    """Write a text in place of the words from one to another."""
    start, end = words[first].start, words[last].end
    new = file.text[:start] + text + file.text[end:]
    behind = words[last + 1].start if last + 1 < len(words) else end
    shift = len(text) - (end - start)
    changed = File(file.below, file.shown, new)
    return Change(changed, start, start + len(text), behind + shift, words[first].text)


def misspell(file: File, words: tuple[Word, ...], at: int, choose: Choices) -> Change | None:
    """Misspell a word of three letters or more, or of two Chinese ones."""
    word = words[at]
    if not word.is_name or len(word.text) < (3 if word.text.isascii() else 2):
        return None
    return _replaced(file, words, at, at, misspelt(word.text, choose))


def duplicate(file: File, words: tuple[Word, ...], at: int, _choose: Choices) -> Change | None:
    """Write a word twice."""
    return _replaced(file, words, at, at, f"{words[at].text} {words[at].text}")


def swap(file: File, words: tuple[Word, ...], at: int, _choose: Choices) -> Change | None:
    """Turn two neighbouring words of a line round."""
    if at + 1 >= len(words) or "\n" in file.text[words[at].end : words[at + 1].start]:
        return None
    between = file.text[words[at].end : words[at + 1].start] or " "
    return _replaced(file, words, at, at + 1, words[at + 1].text + between + words[at].text)


def delete(file: File, words: tuple[Word, ...], at: int, _choose: Choices) -> Change | None:
    """Leave a word out."""
    return _replaced(file, words, at, at, "")


KINDS: dict[str, Callable[[File, tuple[Word, ...], int, Choices], Change | None]] = {
    "misspelt": misspell,
    "duplicated": duplicate,
    "swapped": swap,
    "deleted": delete,
}


def outcomes(kind: str, wanted: int = WANTED, seed: int = SEED) -> Iterator[Outcome]:
    """Make mistakes of one kind until so many have left a file invalid."""
    choose = Choices(f"{seed} {kind}")
    blocks = [(file, words) for file in rule_files() if file.is_rules for words in words_of(file.text)]
    places = [(file, words, at) for file, words in blocks for at in range(len(words))]
    made = 0
    while made < wanted:
        place = choose.one_of(places)
        change = KINDS[kind](*place, choose)
        if change is None or change.file.text == place[0].text:
            continue
        findings = parse_file(SourceFile(change.file.shown, change.file.text))[1]
        if findings:
            made += 1
            yield Outcome(change, is_near(change, findings[0]), findings[0])


def is_near(change: Change, finding: Finding) -> bool:
    """Tell whether a finding stands on a line that was changed, or at the word behind what was changed."""
    assert finding.span is not None
    text = change.file.text
    first, last = (text.count("\n", 0, offset) + 1 for offset in (change.start, change.end))
    line = text.count("\n", 0, change.following) + 1
    column = change.following - text.rfind("\n", 0, change.following)
    here = (finding.span.line, finding.span.column)
    return first <= finding.span.line <= last or here == (line, column)


def names_misspelt(wanted: int = WANTED, seed: int = SEED) -> Iterator[tuple[Outcome, bool]]:
    """Misspell declared names where they are used, and tell whether the original was suggested."""
    choose = Choices(f"{seed} name")
    files = rule_files()
    parsed = {file.shown: parse_file(SourceFile(file.shown, file.text)) for file in files if file.is_rules}
    declared = _declared(parsed)
    names = {text for _, _, text in declared}
    uses = [
        (file, words, at)
        for file in files
        if file.is_rules
        for words in words_of(file.text)
        for at, word in enumerate(words)
        if word.is_name and word.text in names and len(word.text) > 2 and _place(file, word) not in declared
    ]
    made = 0
    while made < wanted:
        change = misspell(*choose.one_of(uses), choose)
        if change is None or change.file.text[change.start : change.end] in names:
            continue
        findings = _findings_with(change.file, files, parsed)
        if findings:
            made += 1
            offered = [finding for finding in findings if f"`{change.original}`" in str(finding.help)]
            yield Outcome(change, is_near(change, findings[0]), findings[0]), bool(offered)


def _declared(parsed: dict[str, tuple[ParsedFile, Findings]]) -> set[tuple[str, str, str]]:
    """List the places at which names are declared."""
    return {
        (str(name.span), "", name.text)
        for page, _ in parsed.values()
        for statement in page.statements
        for naming in nodes.walk(statement)
        if isinstance(naming, nodes.Naming)
        for name in naming.names
    }


def _place(file: File, word: Word) -> tuple[str, str, str]:
    line = file.text.count("\n", 0, word.start) + 1
    column = word.start - file.text.rfind("\n", 0, word.start)
    return f"{file.shown}:{line}:{column}", "", word.text


def _findings_with(file: File, files: tuple[File, ...], parsed: dict[str, tuple[ParsedFile, Findings]]) -> Findings:
    """Load the rulebook with one file in place of its own."""

    def parse(source: SourceFile) -> tuple[ParsedFile, Findings]:
        return parse_file(source) if source.path == file.shown else parsed[source.path]

    return load_files(tuple(file if each.shown == file.shown else each for each in files), parse)[1]


def main() -> None:
    """Print the table, and with `-v` every mistake that was told elsewhere."""
    print(f"seed {SEED}, {WANTED} of each kind\n")
    print(f"{'kind':<12} {'near':>5} {'target':>7}")
    for kind in KINDS:
        found = list(outcomes(kind))
        _print(kind, [outcome.is_near for outcome in found])
        _print_others([outcome for outcome in found if not outcome.is_near])
    pairs = list(names_misspelt())
    _print("name", [is_offered for _, is_offered in pairs])
    _print_others([outcome for outcome, is_offered in pairs if not is_offered])


def _print(kind: str, hits: list[bool]) -> None:
    target = f"{TARGETS[kind]} %" if kind in TARGETS else "stated"
    print(f"{kind:<12} {100 * sum(hits) // len(hits):>3} % {target:>7}")


def _print_others(others: list[Outcome]) -> None:
    for outcome in others if "-v" in sys.argv else []:
        text, change = outcome.change.file.text, outcome.change
        line = text.count("\n", 0, change.start) + 1
        shown = text[text.rfind("\n", 0, change.start) + 1 : text.find("\n", change.end)]
        print(f"    {change.file.shown}:{line} `{change.original}` in: {shown}")
        print(f"      {outcome.told.span}: {outcome.told.id} {outcome.told.message} -> {outcome.told.help}")


if __name__ == "__main__":
    main()
