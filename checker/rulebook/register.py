"""The register of the sources: every fact that was found in them, by its id, and what became of it in the rulebook.

Takes the text of the register and all names of the rulebook; gives the facts in their order, and findings at their
place in the file. A register is no law: no verdict rests on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import yaml

from checker.findings import Finding, Span, both, nearest, say
from checker.rulebook.codes import TableFile
from checker.rulebook.model import ENDS, FATES, LEAD, REASONS, STANDINGS, UNSTATED, SourceFact
from checker.rulebook.plain_yaml import compose
from checker.rulebook.yaml_nodes import NodeReader, unreadable_yaml

REGISTER = "sources.yaml"
"""The file of a rulebook's folder that holds its register."""

_ID = "D110"
_BESIDE = {"ends": "encoded", "shown": "encoded", "because": "not encoded"}
"""What may stand beside a fate, and beside which."""

_KEYS = ("standing", *FATES, *_BESIDE)
_STANDINGS = (*STANDINGS, LEAD)

Nodes = Mapping[str, yaml.Node]


def read_register(file: TableFile, known: Collection[str]) -> tuple[tuple[SourceFact, ...], tuple[Finding, ...]]:
    """Read a register; `known` are the names that rules give to anything, those of fields behind their record."""
    try:
        root = compose(file.text)
    except yaml.YAMLError as error:
        return (), (unreadable_yaml(file.path, _ID, say("this register cannot be read as YAML"), error),)
    reader = _Reader(file.path, known)
    facts = () if root is None else tuple(reader.facts(root))
    return facts, tuple(reader.findings)


class _Reader(NodeReader):
    """Walks the nodes of a register."""

    def __init__(self, path: str, known: Collection[str]) -> None:
        super().__init__(path, _ID)
        self._known = known
        self._seen: dict[str, Span] = {}

    def facts(self, root: yaml.Node) -> Iterator[SourceFact]:
        """Go through the facts of all sections; each id stands in one of them."""
        for section, _, facts in self.pairs(root, say("the register")):
            for fact_id, key, node in self.pairs(facts, say("the section `{section}`", section=section)):
                if fact_id in self._seen:
                    self.report(key, say("`{text}` is listed twice", text=fact_id))
                    continue
                self._seen[fact_id] = self.span(key)
                fact = self._fact(fact_id, section, key, node)
                if fact is not None:
                    yield fact

    def _fact(self, fact_id: str, section: str, key: yaml.Node, node: yaml.Node) -> SourceFact | None:
        parts: dict[str, yaml.Node] = {}
        for name, place, value in self.pairs(node, say("the fact `{id}`", id=fact_id)):
            if name in _KEYS:
                parts[name] = value
            else:
                self.report(place, say("a fact of the register has no `{key}`", key=name), nearest(name, _KEYS))
        fates = [fate for fate in FATES if fate in parts]
        if len(fates) != 1:
            words = both(f"`{fate}`" for fate in FATES)
            self.report(key, say("of {fates} a fact has one, and `{id}` does not", fates=words, id=fact_id))
            return None
        self._complain_of_strays(fact_id, fates[0], parts)
        return SourceFact(
            id=fact_id,
            section=section,
            standing=self._word("standing", parts, _STANDINGS) or UNSTATED,
            fate=fates[0],
            span=self.span(key),
            names=tuple(self._names(parts.get("encoded"))),
            ends=self._word("ends", parts, ENDS),
            shown=tuple(self._texts(parts.get("shown"))),
            reason=self._word("not encoded", parts, REASONS),
            because=self._because(fact_id, fates[0], parts),
        )

    def _complain_of_strays(self, fact_id: str, fate: str, parts: Nodes) -> None:
        """Report what does not go with the fate of a fact."""
        for name in (each for each in _BESIDE if each in parts and fate != _BESIDE[each]):
            self.report(parts[name], say("`{key}` does not go with `{fate}`", key=name, fate=fate))
        if fate == "not encoded" and "because" not in parts:
            self.report(parts[fate], say("`{id}` is not encoded, and no `because` says why", id=fact_id))

    def _because(self, fact_id: str, fate: str, parts: Nodes) -> str | None:
        node = parts.get("no rule" if fate == "no rule" else "because")
        text = None if node is None or fate == "encoded" else self.text(node)
        if text == "" and node is not None:
            self.report(node, say("`{id}` says why in no word", id=fact_id))
        return text or None

    def _word(self, key: str, parts: Nodes, words: tuple[str, ...]) -> str | None:
        """Read one word of a closed list."""
        text = self.text(parts[key]) if key in parts else None
        if text is None or text in words:
            return text
        named = both(f"`{word}`" for word in words)
        self.report(parts[key], say("`{word}` is none of {words}", word=text, words=named), nearest(text, words))
        return None

    def _names(self, node: yaml.Node | None) -> Iterator[str]:
        """Go through the names by which rules say a fact; there is at least one."""
        empty = node is not None
        for each, text in self._listed(node):
            empty = False
            if text in self._known:
                yield text
            else:
                self.report(
                    each, say("the rulebook gives the name `{name}` to nothing", name=text), nearest(text, self._known)
                )
        if empty and node is not None:
            self.report(node, say("what is encoded has the names of what says it: `[name, name]`"))

    def _texts(self, node: yaml.Node | None) -> Iterator[str]:
        for _, text in self._listed(node):
            yield text

    def _listed(self, node: yaml.Node | None) -> Iterator[tuple[yaml.Node, str]]:
        if node is None or (isinstance(node, yaml.ScalarNode) and node.value == ""):
            return
        if not isinstance(node, yaml.SequenceNode):
            self.report(node, say("a list is expected here: `[one, another]`"))
            return
        for each in node.value:
            text = self.text(each)
            if text is not None:
                yield each, text
