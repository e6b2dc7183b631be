"""`lexport fmt [PATH…]`: rule files in the one canonical layout."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec import Struct

from checker.cli.files import STDIN, excerpts, shown
from checker.cli.output import remark, write
from checker.cli.rulebook_option import (
    Opened,
    format_option,
    no_rulebook,
    open_rulebook,
    refuse,
    rulebook_folder,
    rulebook_options,
)
from checker.findings import LANGUAGES, Finding, in_order, is_fatal, say
from checker.texts import is_folder, on_one_line, read_stream

if TYPE_CHECKING:
    from checker.authoring.tidying import Tidied, Wish
    from checker.rulebook.files import File

_STDIN_PAGE = "-.md"
_RULES_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[`~]*[ \t]*rules\b", re.MULTILINE)


class _Asked(Struct, frozen=True):
    """What was asked for beside the layout: only to be told, the difference to be shown, a format, a language."""

    check: bool
    diff: bool
    form: str
    opened: Opened

    @property
    def writes(self) -> bool:
        """Whether files are written."""
        return not (self.check or self.diff)


class _Source(Struct, frozen=True):
    """A file as it was read; no path for standard input."""

    path: Path | None
    text: str


@click.command("fmt")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@rulebook_options
@format_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change, and name it.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, and exit as --check does.")
@click.option("--fix", is_flag=True, help="First mend the mistakes that have only one right answer.")
@click.option("--keywords", type=click.Choice(LANGUAGES), help="Turn keywords and marks into this language.")
@click.option("--names", is_flag=True, help="With --keywords: turn names into their alias of that language too.")
def command(
    paths: tuple[str, ...],
    rules: str | None,
    lang: str | None,
    form: str,
    keywords: str | None,
    **flags: bool,
) -> None:
    """Lay rule files out in the one canonical layout, and say nothing else in them.

    PATH is a file of rules, a literate page, a folder of them, or - for stdin to stdout. Without PATH it is the
    rulebook. A file with mistakes of syntax is left as it is, and they are shown.

    Exit code 0: done. 1: with --check or --diff, something would change. 2: a file could not be laid out.
    """
    from checker.authoring.tidying import Wish, tidy

    asked = _Asked(flags["check"], flags["diff"], form, no_rulebook(lang))
    if asked.opened.findings:
        _refuse(asked.opened.findings, asked)
    wish = Wish(keywords, flags["names"], flags["fix"])
    _sense(paths, wish, asked)
    folder = _folder(rules, lang, asked, needed=not paths or wish.names)
    book = _rulebook_of(folder) if folder is not None and (wish.fix or wish.keywords is not None) else ()
    sources, findings = _read(paths or [folder or Path()], to_write=asked.writes)
    tidied, refused = tidy({file: source.text for file, source in sources.items()}, wish, book)
    if refused:
        _refuse(refused, asked)
    if asked.writes:
        tidied, failed = _save(sources, tidied)
        findings += failed
    findings += tuple(finding for each in tidied for finding in each.findings)
    _report(tidied, in_order(findings), asked)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was laid out."""
    from checker.reports.fmt_json import fmt_json

    return fmt_json((), findings, texts, language)


def _sense(paths: Sequence[str], wish: Wish, asked: _Asked) -> None:
    """Refuse what makes no sense together."""
    if wish.names and wish.keywords is None:
        missing = say("`--names` turns names into the language of `--keywords`, which is not given")
        _refuse((Finding("O101", missing, help=say("write `--keywords en` or `--keywords zh`")),), asked)
    if STDIN in paths and len(paths) > 1:
        message = say("`-` stands for standard input and goes with no other path")
        _refuse((Finding("O101", message, help=say("lay out the files in a run of their own")),), asked)


def _folder(rules: str | None, lang: str | None, asked: _Asked, *, needed: bool) -> Path | None:
    """Find the folder of the rulebook, without reading it."""
    folder = rulebook_folder(rules)
    if folder is None and needed:
        opened = open_rulebook(rules, lang, authoring=True)
        refuse(opened, opened.findings, asked.form, refusal)
    return folder


def _rulebook_of(folder: Path) -> tuple[File, ...]:
    """Read all files of a rulebook, by the paths they are shown under here."""
    from msgspec.structs import replace

    from checker.rulebook.files import read_folder

    files, _ = read_folder(folder)
    return tuple(replace(file, shown=shown(folder / file.below)) for file in files)


def _read(paths: Iterable[Path | str], *, to_write: bool) -> tuple[dict[str, _Source], tuple[Finding, ...]]:
    """Read the files named and those in folders named, each once; what cannot be read has a finding."""
    from checker.authoring.saving import read_exactly

    sources: dict[str, _Source] = {}
    findings: list[Finding] = []
    for path in (each for named in paths for each in _listed(named)):
        name = _name(path)
        text = _stdin() if isinstance(path, str) else read_exactly(path, name, to_write=to_write)
        if isinstance(text, Finding):
            findings.append(text)
        elif isinstance(path, str):
            sources[_STDIN_PAGE if _RULES_FENCE.search(text) else STDIN] = _Source(None, text)
        else:
            sources[name] = _Source(path, text)
    return sources, tuple(findings)


def _listed(path: Path | str) -> Iterator[Path | str]:
    from checker.rulebook.files import RULES

    if path == STDIN:
        yield STDIN
    elif not is_folder(Path(path)):
        yield Path(path)
    else:
        found = (file for file in sorted(Path(path).rglob("*")) if file.suffix in RULES and not file.is_symlink())
        yield from (file for file in found if not any(p.startswith(".") for p in file.relative_to(path).parts))


def _name(path: Path | str) -> str:
    """Name a file as reports do; a link by its own name, not by that of the file it leads to."""
    return path if isinstance(path, str) else (Path(shown(path.parent)) / on_one_line(path.name)).as_posix()


def _stdin() -> str | Finding:
    data = sys.stdin.buffer.read()
    checked = read_stream(BytesIO(data), STDIN)
    return checked if isinstance(checked, Finding) else data.decode("utf-8")


def _save(sources: Mapping[str, _Source], tidied: Iterable[Tidied]) -> tuple[tuple[Tidied, ...], tuple[Finding, ...]]:
    """Write what changes; give what became of each file then, and why some could not be written."""
    from msgspec.structs import replace

    from checker.authoring.saving import save

    done: list[Tidied] = []
    findings: list[Finding] = []
    for each in tidied:
        path = sources[each.file].path
        failed = None
        if path is not None and each.new is not None and each.changes:
            failed = save(path, each.file, each.old, each.new)
        findings += [] if failed is None else [failed]
        done.append(each if failed is None else replace(each, new=None, mended=0))
    return tuple(done), tuple(findings)


def _report(tidied: Sequence[Tidied], findings: tuple[Finding, ...], asked: _Asked) -> NoReturn:
    """Write what was done, or would be, and leave with the exit code."""
    texts = {**excerpts(findings, Path()), **{each.file: each.old for each in tidied}}
    piped = any(each.file in (STDIN, _STDIN_PAGE) for each in tidied)
    if asked.form == "json":
        from checker.reports.fmt_json import fmt_json

        write(fmt_json(tidied, findings, texts, asked.opened.asked, with_texts=piped))
    else:
        _tell_findings(findings, texts, asked, aside=piped)
        if piped and asked.writes:
            click.echo((tidied[0].new or "").encode("utf-8"), nl=False)
        else:
            _tell(tidied, asked)
    would_change = not asked.writes and any(each.changes for each in tidied)
    raise click.exceptions.Exit(2 if is_fatal(findings) else 1 if would_change else 0)


def _tell_findings(findings: Sequence[Finding], texts: Mapping[str, str], asked: _Asked, *, aside: bool) -> None:
    """Write findings where results go; aside, where the result is a text that is handed on."""
    from checker.reports.findings_text import findings_text

    told = findings_text(findings, texts, asked.opened.asked)
    if told and aside:
        remark(told.rstrip("\n"))
    elif told:
        write(told)


def _tell(tidied: Sequence[Tidied], asked: _Asked) -> None:
    from checker.reports.fmt_text import diff_text, lines_of, total_of

    language = asked.opened.language
    if asked.diff:
        write("".join(diff_text(each) for each in tidied if each.changes))
    lines = lines_of(tidied, written=asked.writes, shown=asked.diff and not asked.check)
    write("".join(line.in_language(language) + "\n" for line in lines))
    remark(total_of(tidied, written=asked.writes).in_language(language))


def _refuse(findings: tuple[Finding, ...], asked: _Asked) -> NoReturn:
    refuse(asked.opened, findings, asked.form, refusal)
