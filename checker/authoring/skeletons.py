"""Skeletons: a new rulebook that works at once, a page for a document, a provision, a scenario.

Takes names and what else is known; gives texts in the canonical layout. What is not known is left to fill in under
names that nothing has (`rank_to_fill_in`), so that the checker asks for each of them: no skeleton is law that somebody
forgot to write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Template

from msgspec import Struct

from checker.authoring import skeletons_en, skeletons_zh
from checker.authoring.formatting import format_file
from checker.findings import Finding
from checker.rulebook.files import RULES
from checker.syntax import SourceFile
from checker.syntax.keywords import keywords
from checker.texts import holds_unseen, unseen

_TEXTS = {"en": skeletons_en, "zh": skeletons_zh}
_PLAIN = re.compile(r"[^\W0-9]\w*")
_BROKEN = re.compile(r"[「」.\n\r]")
_FENCED = "```$info\n$text```\n"


class Skeleton(Struct, frozen=True):
    """A file to write: its path below where it is asked for, and its text; or why what was given makes none."""

    path: str
    text: str
    findings: tuple[Finding, ...] = ()


def new_rulebook(name: str, language: str) -> tuple[Skeleton, ...]:
    """Give the files of a rulebook with one example in it, whose scenarios pass."""
    values = {"name": as_name(name), "title": as_text(name)}
    return tuple(_laid_out(path, Template(text).substitute(values)) for path, text in _TEXTS[language].RULEBOOK.items())


def new_document(path: str, name: str, language: str, given: Mapping[str, str | None]) -> Skeleton:
    """Give a literate page for a document; `given` has title, number, issuer, rank, issued, in_force, items."""
    texts = _TEXTS[language]
    known = {key: value for key, value in given.items() if value}
    clauses = [
        Template(clause).substitute(value=_written(key, known[key])) if key in known else blank
        for key, (clause, blank) in texts.DOCUMENT_CLAUSES.items()
        if key in known or blank
    ]
    title = known.get("title") or known.get("number") or name
    values = {"name": as_name(name), "heading": _one_line(title), "title": as_text(title)}
    text = Template(texts.DOCUMENT).substitute(values, clauses="".join(f"  {clause}\n" for clause in clauses))
    return _laid_out(path, text)


def new_provision(path: str, name: str, language: str, document: str, question: str, item: int | None) -> Skeleton:
    """Give a provision of a document on a question; its condition and effect are left to fill in."""
    texts = _TEXTS[language]
    text = Template(texts.PROVISION).substitute(
        name=as_name(name),
        document=as_name(document),
        question=as_name(question),
        place=Template(texts.ITEM).substitute(item=item or 0),
    )
    return _laid_out(path, _fenced(text, "rules") if path.endswith(".md") else text)


def new_scenario(path: str, name: str, language: str, question: str | None) -> Skeleton:
    """Give a scenario; its facts and the verdict it expects are left to fill in."""
    texts = _TEXTS[language]
    text = Template(texts.SCENARIO).substitute(name=_scalar(name), question=_scalar(question or texts.QUESTION))
    text = _fenced(text, "scenario") if path.endswith(".md") else text
    return Skeleton(path, text, unseen(text, path))


def is_name(name: str) -> bool:
    """Tell whether something can be named so, between corner brackets if need be."""
    return bool(name.strip()) and _BROKEN.search(name) is None and not holds_unseen(name)


def as_name(name: str) -> str:
    """Spell a name as rules have to: between corner brackets where it would not be read as one word."""
    words = {spelling for keyword in keywords() for spelling in keyword.spellings}
    plain = _PLAIN.fullmatch(name) and not any(word in name for word in words if not word.isascii())
    return name if plain and name not in words else f"「{name}」"


def as_text(text: str) -> str:
    """Spell a text as it stands between quotes."""
    return _one_line(text).replace("\\", "\\\\").replace('"', '\\"')


def _laid_out(path: str, text: str) -> Skeleton:
    """Lay rules out as the formatter would; what is no file of rules stays as it is."""
    wrong = unseen(text, path)
    if wrong or not path.endswith(RULES):
        return Skeleton(path, text, wrong)
    formatted = format_file(SourceFile(path, text))
    return Skeleton(path, text if formatted.text is None else formatted.text, formatted.findings)


def _fenced(text: str, info: str) -> str:
    return Template(_FENCED).substitute(info=info, text=text)


def _written(key: str, value: str) -> str:
    return as_name(value) if key in ("rank", "issuer") else as_text(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _scalar(text: str) -> str:
    """Spell a text as YAML reads it, whatever stands in it."""
    line = _one_line(text)
    return line if re.fullmatch(r"[^\W\d_][\w ()]*", line) else f'"{as_text(line)}"'
