"""The mistakes of one plan, collected while its nodes are read.

Takes nodes and what is due in their place, gives their text, entries or items; what does not fit goes on
record. Must not know facts or questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct

from checker.findings import Finding, Related, Span, nearest
from checker.plan.tree import Mapping, Node, Refused, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Names

MERGE = "<<"
LONGEST = 60
LEAVE_OUT = "write a value, or leave the key out"


class Entry(Struct, frozen=True):
    """A key of a mapping by its canonical name and as written, where it stands, and its value."""

    name: str
    word: str
    span: Span
    value: Node


class Mistakes:
    """Collects findings; `shape` is the id of those for a node of the wrong form."""

    def __init__(self, shape: str) -> None:
        self._shape = shape
        self._found: list[Finding] = []

    @property
    def found(self) -> tuple[Finding, ...]:
        """What was found so far, in the order it was met."""
        return tuple(self._found)

    def add(self, finding_id: str, sentence: str, span: Span, remedy: str = "", label: str = "") -> None:
        """Put a finding on record."""
        self._found.append(Finding(finding_id, sentence, span, label, remedy))

    def misshapen(self, sentence: str, span: Span, remedy: str = "") -> None:
        """Put on record that a node has not the form that is due."""
        self.add(self._shape, sentence, span, remedy)

    def unknown(self, sentence: str, word: str, known: Iterable[str], span: Span) -> None:
        """Put on record a word that is not among the known ones, with the nearest of them."""
        like = nearest(word, sorted(known))
        self.add("F401", sentence, span, f"write `{like}`" if like else "", "not known")

    def twice(self, sentence: str, span: Span, first: Span) -> None:
        """Put on record that something is given again, and where it was given first."""
        before = (Related(first, "given here first"),)
        self._found.append(Finding("F403", sentence, span, "again", "leave one of them out", before))

    def text(self, node: Node, due: str, remedy: str = LEAVE_OUT) -> str | None:
        """Return the text of a scalar; an empty one, and YAML's null, are no text."""
        match node:
            case Scalar(text, plain, span):
                if plain and text in {"", "~", "null", "Null", "NULL"}:
                    self.misshapen(f"{due} has no value", span, remedy)
                    return None
                return text
            case Sequence() | Mapping():
                kind = "a list" if isinstance(node, Sequence) else "a mapping"
                self.misshapen(f"{due} takes one value, not {kind}", node.span)
            case Refused():
                pass
        return None

    def items(self, node: Node, due: str) -> tuple[Node, ...] | None:
        """Return the items of a sequence."""
        match node:
            case Sequence(items, _):
                return items
            case Scalar() | Mapping():
                self.misshapen(f"{due} takes a list", node.span, "write `[…]`, or a line with `- ` for each")
            case Refused():
                pass
        return None

    def keys(self, node: Node, due: str) -> Iterator[tuple[str, Span, Node]]:
        """Yield every key of a mapping that is one word, in Unicode normal form C, with place and value."""
        match node:
            case Mapping(pairs, _):
                for key, value in pairs:
                    if isinstance(key, Scalar) and key.text == MERGE:
                        self.add("F405", "merge key", key.span, "write the keys out", "not read in a plan")
                    elif isinstance(key, Scalar):
                        yield normalize("NFC", key.text.strip()), key.span, value
                    elif not isinstance(key, Refused):
                        self.misshapen("a key is one word", key.span)
            case Scalar() | Sequence():
                self.misshapen(f"{due} takes keys with values", node.span, "write `key: value`, or `{…}`")
            case Refused():
                pass

    def entries(self, node: Node, due: str, owner: str, names: Names[str, str]) -> tuple[Entry, ...]:
        """Read a mapping whose keys are among the given names, each standing for a canonical one.

        A key given twice comes twice. `due` names the mapping; `owner` begins the sentence on an unknown key, such
        as "no fact is".
        """
        found: dict[str, Span] = {}
        entries = []
        for word, span, value in self.keys(node, due):
            name = names.get(word, names.get(word.removeprefix("「").removesuffix("」")))
            if name is None:
                self.unknown(f"{owner} named `{shown(word)}`", word, names, span)
                continue
            if name in found:
                self.twice(f"`{name}` is given twice", span, found[name])
            found.setdefault(name, span)
            entries.append(Entry(name, word, span, value))
        return tuple(entries)


def shown(text: str, longest: int = LONGEST) -> str:
    """Cut text that holds words of the user to one line for a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
