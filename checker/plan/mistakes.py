"""The mistakes of one plan, collected while its nodes are read.

Takes nodes and what is due in their place, gives their text, entries or items; what does not fit goes on
record. Must not know facts or questions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct

from checker.findings import Finding, Message, Related, Span, nearest, row, say
from checker.plan.tree import Mapping, Node, Refused, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Names

NotKnown = Callable[[str], Message]

MERGE = "<<"
NOTHING: Names[str, str] = MappingProxyType({})
LONGEST = 60
_WIDE_COLON = "："
HALF_WIDTH = say("write a half-width `:` and a blank behind it")
LEAVE_OUT = say("write a value, or leave the key out")


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

    def add(
        self,
        finding_id: str,
        sentence: Message,
        span: Span,
        remedy: Message | None = None,
        label: Message | None = None,
    ) -> None:
        """Put a finding on record."""
        self._found.append(Finding(finding_id, sentence, span, label, remedy))

    def misshapen(self, sentence: Message, span: Span, remedy: Message | None = None) -> None:
        """Put on record that a node has not the form that is due."""
        self.add(self._shape, sentence, span, remedy)

    def unknown(
        self, sentence: Message, word: str, known: Collection[str], span: Span, meant: Names[str, str] = NOTHING
    ) -> None:
        """Put on record a word that is not among the known ones, with what it means, or the nearest of them."""
        like = meant.get(word) or nearest(word, sorted(known))
        remedy = say("write `{guess}`", guess=like) if like else None
        if word.partition(_WIDE_COLON)[0].strip() in known:
            remedy = HALF_WIDTH
        self.add("F401", sentence, span, remedy, say("not known"))

    def twice(self, sentence: Message, span: Span, first: Span) -> None:
        """Put on record that something is given again, and where it was given first."""
        before = (Related(first, say("given here first")),)
        self._found.append(Finding("F403", sentence, span, say("again"), say("leave one of them out"), before))

    def text(self, node: Node, due: Message, remedy: Message = LEAVE_OUT) -> str | None:
        """Return the text of a scalar; an empty one, and YAML's null, are no text. `due` names what it is for."""
        match node:
            case Scalar(text, plain, span):
                if plain and text in {"", "~", "null", "Null", "NULL"}:
                    self.misshapen(say("{due} has no value", due=due), span, remedy)
                    return None
                return text
            case Sequence() | Mapping():
                kind = say("a list") if isinstance(node, Sequence) else say("a mapping")
                self.misshapen(say("{due} takes one value, not {kind}", due=due, kind=kind), node.span)
            case Refused():
                pass
        return None

    def items(self, node: Node, due: Message) -> tuple[Node, ...] | None:
        """Return the items of a sequence."""
        match node:
            case Sequence(items, _):
                return items
            case Scalar() | Mapping():
                remedy = say("write `[…]`, or a line with `- ` for each")
                self.misshapen(say("{due} takes a list", due=due), node.span, remedy)
            case Refused():
                pass
        return None

    def keys(self, node: Node, due: Message) -> Iterator[tuple[str, Span, Node]]:
        """Yield every key of a mapping that is one word, in Unicode normal form C, with place and value."""
        match node:
            case Mapping(pairs, _):
                for key, value in pairs:
                    if isinstance(key, Scalar) and key.text == MERGE:
                        label = say("not read in a plan")
                        self.add("F405", say("merge key"), key.span, say("write the keys out"), label)
                    elif isinstance(key, Scalar):
                        yield normalize("NFC", key.text.strip()), key.span, value
                    elif not isinstance(key, Refused):
                        self.misshapen(say("a key is one word"), key.span)
            case Scalar() | Sequence():
                wide = isinstance(node, Scalar) and _WIDE_COLON in node.text
                remedy = HALF_WIDTH if wide else say("write `key: value`, or `{{…}}`")
                self.misshapen(say("{due} takes keys with values", due=due), node.span, remedy)
            case Refused():
                pass

    def entries(
        self,
        node: Node,
        due: Message,
        unknown: Callable[[str], Message],
        names: Names[str, str],
        meant: Names[str, str] = NOTHING,
    ) -> tuple[Entry, ...]:
        """Read a mapping whose keys are among the given names, each standing for a canonical one.

        A key given twice comes twice. `due` names the mapping; `unknown` says of a key that it is not among them,
        and `meant` which of them some others stand for.
        """
        found: dict[str, Span] = {}
        entries = []
        for word, span, value in self.keys(node, due):
            name = names.get(word, names.get(word.removeprefix("「").removesuffix("」")))
            if name is None:
                self.unknown(unknown(shown(word)), word, names, span, meant)
                continue
            if name in found:
                self.twice(say("`{name}` is given twice", name=name), span, found[name])
            found.setdefault(name, span)
            entries.append(Entry(name, word, span, value))
        return tuple(entries)


def quoted(name: str) -> Message:
    """Name a key or a place of the plan, where a sentence begins with it."""
    return say("`{name}`", name=name)


def one_of(words: Iterable[str]) -> Message:
    """Say which words may be written."""
    return say("write one of {words}", words=row(f"`{word}`" for word in words))


def shortened(message: Message, longest: int) -> Message:
    """Cut the words of the user in a message, each to one line."""
    values = ((name, shown(value, longest) if isinstance(value, str) else value) for name, value in message.values)
    return Message(message.template, tuple(values))


def shown(text: str, longest: int = LONGEST) -> str:
    """Cut text that holds words of the user to one line for a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
