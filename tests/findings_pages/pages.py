"""Pages of findings taken apart: title, sections, and the examples of a section.

Takes the text of `docs/findings/ID.md`; knows neither rulebooks nor what an example gives. The fences are those that
`docs/findings/index.md` tells its readers of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "findings"
INDEX = FOLDER / "index.md"
CHINESE = "中文"
SECTIONS = ("Why it matters", "Wrong", "Right", "How to mend it", CHINESE)
RULES, SCENARIO, YAML, CONSOLE = "rules", "scenario", "yaml", "console"

_TITLE = re.compile(r"^# (.+)\n")
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FILE, _ALONE = re.compile(r"In `([^`]+)`:"), "The whole rulebook:"
_FENCE = re.compile(r"^(?P<drawn>`{3,}|~{3,})(?P<word>[^`\n]*)\n(?P<text>.*?)^(?P=drawn)$", re.MULTILINE | re.DOTALL)


class Block(Struct, frozen=True):
    """A fenced block: the word after the fence, the file that the line before it names, and what it holds."""

    word: str
    text: str
    file: str | None = None
    is_alone: bool = False

    @property
    def role(self) -> str:
        """What the block is in its example; of one role an example has one."""
        return self.file or self.word


Example = tuple[Block, ...]


class Page(Struct, frozen=True):
    """A page: its title, what stands before the first section, and its sections in order."""

    name: str
    text: str
    title: str
    opening: str
    sections: tuple[tuple[str, str], ...]

    def section(self, heading: str) -> str:
        """Give the text of a section, empty when there is none."""
        return dict(self.sections).get(heading, "")


def read_page(path: Path) -> Page:
    """Read one page from disk."""
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    # A line within a fence may begin with `## `; it is no heading.
    bare = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), text)
    heads = [(found.start(), found.end(), found[1]) for found in _SECTION.finditer(bare)]
    ends = [*(start for start, _, _ in heads[1:]), len(text)]
    sections = tuple((name, text[begin:end]) for (_, begin, name), end in zip(heads, ends, strict=True))
    first = heads[0][0] if heads else len(text)
    opening = text[title.end() if title else 0 : first]
    return Page(path.stem, text, title[1] if title else "", opening, sections)


def pages() -> tuple[Page, ...]:
    """Read every page of a finding."""
    return tuple(read_page(path) for path in sorted(FOLDER.glob("*.md")) if path != INDEX)


def blocks(text: str) -> tuple[Block, ...]:
    """Read the fenced blocks of a text that belong to examples, each with what the line before it says of it."""
    found: list[Block] = []
    for fence in _FENCE.finditer(text):
        before = text[: fence.start()].rstrip().rpartition("\n")[2]
        file = _FILE.fullmatch(before)
        block = Block(fence["word"], fence["text"], file[1] if file else None, before == _ALONE)
        assert block.word != YAML or block.file, f"the line before a block of {YAML} names its file"
        if block.word in (RULES, SCENARIO, CONSOLE) or block.file:
            found.append(block)
    return tuple(found)


def examples(text: str) -> tuple[Example, ...]:
    """Gather blocks into examples: a block begins another one when the one before has such a block."""
    found: list[list[Block]] = []
    for block in blocks(text):
        if not found or block.role in [other.role for other in found[-1]]:
            found.append([])
        found[-1].append(block)
    return tuple(tuple(example) for example in found)


def prelude() -> str:
    """Give the rulebook that every example adds to: the one block of rules of the index."""
    (block,) = blocks(INDEX.read_text(encoding="utf-8").partition("\n## ")[0])
    assert block.word == RULES
    return block.text


def prose(page: Page) -> Iterator[str]:
    """Go through the lines of a page that a terminal of 80 columns shows as they stand: all but the Chinese ones."""
    return iter(page.text.partition(f"\n## {CHINESE}\n")[0].splitlines())
