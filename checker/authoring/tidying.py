"""Several files at once: mended, their names in the other language, laid out anew, in this order.

Takes the texts of files, and the rulebook they may belong to; gives for each what it is to be, or why it is left as
it is. Opens and writes no files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker.authoring.formatting import Formatted, Renamed, format_file
from checker.authoring.mending import mend
from checker.authoring.translation import find_aliases, misread_names, says_the_same
from checker.authoring.vocabulary import names_of_values
from checker.findings import Finding, Span, in_order, is_fatal, say
from checker.rulebook.files import File
from checker.rulebook.load import load_files
from checker.syntax import SourceFile, parse_file
from checker.syntax import keywords as every_keyword
from checker.texts import unseen

_BYTE_ORDER_MARK = "\ufeff"
_MOST_ROUNDS = 5
_LATE = "LATE"
Rulebook = tuple[File, ...]
Texts = Mapping[str, str]


class Wish(Struct, frozen=True):
    """What is to be done beside the layout: a language for keywords, for names too; mistakes to be mended."""

    keywords: str | None = None
    names: bool = False
    fix: bool = False


class Tidied(Struct, frozen=True):
    """A file as it was and as it is to be; None where it cannot be laid out. `mended` mistakes are gone from it."""

    file: str
    old: str
    new: str | None
    mended: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the file is to be another."""
        return self.new is not None and self.new != self.old


def tidy(texts: Texts, wish: Wish, rulebook: Rulebook = ()) -> tuple[tuple[Tidied, ...], tuple[Finding, ...]]:
    """Tidy files, by the path they are shown under, as they lie on disk; `rulebook` has these paths too.

    The findings given beside are about no single file and leave all as they are.
    """
    plain: Texts = {file: _plain(text) for file, text in texts.items()}
    gone: Mapping[str, int] = {}
    if wish.fix:
        plain, gone = _mended(plain, rulebook)
    given = {file: _as_on_disk(text, texts[file]) for file, text in plain.items()}
    aliases: Mapping[str, Renamed] = {}
    kept = _kept(plain, rulebook) if wish.keywords is not None else frozenset()
    if wish.names and wish.keywords is not None:
        aliases, findings = _aliases(given, plain, wish.keywords, kept, rulebook)
        if findings:
            return (), findings
    formatted = {file: _formatted(file, text, wish.keywords, kept, aliases) for file, text in given.items()}
    return tuple(_tidied(file, texts[file], given[file], gone.get(file, 0), formatted[file]) for file in texts), ()


def _tidied(file: str, old: str, mended: str, gone: int, formatted: Formatted) -> Tidied:
    new = mended if formatted.text is None and gone else formatted.text
    return Tidied(file, old, new, gone, formatted.findings)


def _formatted(
    file: str, text: str, keywords: str | None, kept: frozenset[str], aliases: Mapping[str, Renamed]
) -> Formatted:
    hidden = unseen(_plain(text), file)
    if is_fatal(hidden):
        return Formatted(None, hidden)
    return format_file(SourceFile(file, text), keywords, aliases.get(file), kept)


def _kept(texts: Texts, rulebook: Rulebook) -> frozenset[str]:
    """Find the keywords that must not be turned: `late`, where it may be the name of a value as well.

    Which of the two `x is late` means is told by the word, and the parser does not know.
    """
    spellings = frozenset(next(k.english + k.chinese for k in every_keyword() if k.terminal == _LATE))
    if not any(spelling in text for spelling in spellings for text in texts.values()):
        return frozenset()
    others = {file.shown: file.text for file in rulebook if file.is_rules}
    parsed = (parse_file(SourceFile(file, text))[0] for file, text in {**others, **texts}.items())
    named = (name for each in parsed for name in names_of_values(each.statements))
    return frozenset({_LATE}) if not spellings.isdisjoint(named) else frozenset()


def _mended(texts: Texts, rulebook: Rulebook) -> tuple[Texts, Mapping[str, int]]:
    """Mend what the parser finds; then, where the files are part of a rulebook, what its readers find."""

    def by_parser(each: Texts) -> tuple[Finding, ...]:
        return in_order(finding for file, text in each.items() for finding in _mistakes(file, text))

    def by_readers(each: Texts) -> tuple[Finding, ...]:
        return load_files(_with_texts(rulebook, each))[1]

    first = mend(texts, by_parser)
    second = mend(first.texts, by_readers) if rulebook else first
    gone = {file: first.gone.get(file, 0) + (second.gone.get(file, 0) if rulebook else 0) for file in texts}
    return second.texts, gone


@lru_cache(maxsize=1024)  # of many files few change from one look to the next
def _mistakes(file: str, text: str) -> tuple[Finding, ...]:
    return unseen(text, file) or parse_file(SourceFile(file, text))[1]


def _aliases(
    given: Texts, plain: Texts, language: str, kept: frozenset[str], rulebook: Rulebook
) -> tuple[Mapping[str, Renamed], tuple[Finding, ...]]:
    """Find aliases that leave the rulebook meaning what it means; one that would be read otherwise is left out."""
    belonging = {file.shown for file in rulebook}
    if strangers := [file for file in given if file not in belonging]:
        return {}, tuple(map(_stranger, strangers))
    files = _with_texts(rulebook, plain)
    found, findings = find_aliases(files, language)
    if is_fatal(findings):
        return {}, findings
    aliases = {file: found[file] for file in given}
    for _ in range(_MOST_ROUNDS):
        formatted = {file: _formatted(file, given[file], language, kept, aliases) for file in given}
        texts = {file: _plain(each.text) for file, each in formatted.items() if each.text is not None}
        if len(texts) < len(given):
            return {}, tuple(finding for each in formatted.values() for finding in each.findings)
        misread = misread_names(files, texts)
        if not misread and says_the_same(files, texts):
            return aliases, ()
        fewer = {file: _without(each, {word for at, word in misread if at == file}) for file, each in aliases.items()}
        if fewer == aliases:
            break
        aliases = fewer
    return {}, (_our_fault(next(iter(given))),)


def _without(renamed: Renamed, words: Iterable[str]) -> Renamed:
    parts = {part for word in words for part in (word, *word.split("."))}
    return {place: name for place, name in renamed.items() if name not in parts}


def _with_texts(rulebook: Rulebook, texts: Texts) -> Rulebook:
    return tuple(replace(file, text=texts.get(file.shown, file.text)) for file in rulebook)


def _plain(text: str) -> str:
    """Give a text as the readers of rules have it: without a byte-order mark, its lines ended by line feeds."""
    return text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")


def _as_on_disk(plain: str, old: str) -> str:
    """Give a text the byte-order mark and the line ends of the file it comes from."""
    mark = _BYTE_ORDER_MARK if old.startswith(_BYTE_ORDER_MARK) else ""
    lines, ends = plain.split("\n"), [line.endswith("\r") for line in old.split("\n")]
    if len(lines) != len(ends):
        ends = [ends[0] and len(ends) > 1] * (len(lines) - 1) + [False]
    return mark + "\n".join(line + "\r" * end for line, end in zip(lines, ends, strict=True))


def _stranger(file: str) -> Finding:
    return Finding(
        "O101",
        say("the file does not belong to the rulebook, so nothing says what its names are called otherwise"),
        Span(file, 1, 1, 1, 1),
        help=say("leave `--names` out, or name the rulebook with `--rules DIR`"),
    )


def _our_fault(file: str) -> Finding:
    return Finding(
        "X901",
        say("with names in the other language the rulebook would not mean what it means, so all is left as it was"),
        Span(file, 1, 1, 1, 1),
        help=say("this is a fault of lexport, not of the file; please report it with the file"),
    )
