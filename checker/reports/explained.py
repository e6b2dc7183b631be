"""What a finding is, at length: its page in one language, the list of all ids, and both as JSON.

Takes the text of `docs/findings/ID.md`; gives the part of it that is in one language. Must not open files. A page is
English up to its last section, which is Chinese and borrows the examples of the English part, with the lines that say
of which file each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checker.findings import REGISTRY, Entry, Finding, Message
from checker.reports.findings_json import NO_TEXTS, Texts, findings_json
from checker.reports.json_document import json_document
from checker.reports.labels import DEFAULT_LANGUAGE, Labels, words

SCHEMA = "lexport.explain/1"

_CHINESE = "中文"
_EXAMPLES = (("Wrong", "explain.wrong"), ("Right", "explain.right"))
_FILE, _WHOLE = re.compile(r"In `([^`]+)`:"), "The whole rulebook:"
_FENCE = re.compile(r"^(?P<drawn>`{3,}|~{3,})[^\n]*\n.*?^(?P=drawn)$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)


def page_in(page: str, language: str) -> str:
    """Give the part of a page that is in a language; a page without a Chinese part is given whole."""
    sections = _sections(page)
    if _CHINESE not in sections:
        return page
    if language != "zh":
        return page[: sections[_CHINESE][0]].rstrip() + "\n"
    label = words(language)
    parts = [_text(page, sections[_CHINESE])]
    for heading, key in _EXAMPLES:
        blocks = list(_blocks(_text(page, sections[heading]), label)) if heading in sections else []
        parts += [f"## {label[key]}", *blocks] if blocks else []
    return "\n\n".join(parts) + "\n"


def contents_text(language: str) -> str:
    """List every id with its severity and its name."""
    return "".join(f"{entry.id}  {entry.severity:<7}  {name_of(entry, language)}\n" for entry in REGISTRY.values())


def name_of(entry: Entry, language: str) -> str:
    """Give the name of a finding in a language."""
    return Message(entry.name).in_language(language)


def explain_json(
    pages: Mapping[str, str | None],
    findings: Iterable[Finding] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document: each id with its page, or with none where the ids are only listed."""
    spoken = language or DEFAULT_LANGUAGE
    contents = {
        "entries": [
            {
                "id": id_,
                "name": name_of(REGISTRY[id_], spoken),
                "severity": REGISTRY[id_].severity,
                "page": None if page is None else page_in(page, spoken),
            }
            for id_, page in pages.items()
        ],
        "findings": findings_json(findings, texts, language),
    }
    return json_document(SCHEMA, contents)


def _sections(page: str) -> dict[str, tuple[int, int, int]]:
    """Map each heading to where its section, its text and the next section begin; fences hold no headings."""
    bare = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), page)
    heads = list(_SECTION.finditer(bare))
    ends = [*(head.start() for head in heads), len(page)][1:]
    return {head[1]: (head.start(), head.end(), end) for head, end in zip(heads, ends, strict=True)}


def _blocks(section: str, label: Labels) -> Iterator[str]:
    """Go through the examples of a section, each with the line that says of which file it is."""
    end = 0
    for fence in _FENCE.finditer(section):
        for line in section[end : fence.start()].splitlines():
            if (file := _FILE.fullmatch(line)) is not None:
                yield label["explain.file"].format(file=file[1])
            elif line == _WHOLE:
                yield label["explain.whole"]
        yield fence[0]
        end = fence.end()


def _text(page: str, section: tuple[int, int, int]) -> str:
    return page[section[1] : section[2]].strip()
