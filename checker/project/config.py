"""`lexport.yaml`: where the rulebook lies, how the tool speaks, and how findings are weighed.

Takes a folder to look from, or the text of the file; gives the settings, or findings at their place. It
configures the tool and is never law: nothing here can change a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import yaml
from msgspec import Struct

from checker.findings import LANGUAGES, REGISTRY, Finding, Message, Related, Severity, Span, in_order, nearest, row, say
from checker.rulebook.plain_yaml import compose, why_unreadable
from checker.texts import unseen

CONFIG_NAME = "lexport.yaml"
OFF = "off"
ALLOWABLE = tuple(entry.id for entry in REGISTRY.values() if entry.allowable)
ALL = "all"
KEYS = ("rules", "language", "fail-on", "severity", "baseline", "most")
_EXAMPLE = say("write `{example}`", example="rules: rules")
_NOTHING: Mapping[str, Severity | None] = MappingProxyType({})


class Config(Struct, frozen=True):
    """What the file sets; None is a setting left out.

    `rules` is a path from the folder of the file; left out, that folder is the rulebook. `fail_on` is the severity
    from which on findings of the linter are a failure, `severity` what ids weigh instead of what the registry has:
    None for one that is not looked for. `baseline` is a path from the folder of the file, too. `most` is how many
    regions of a finding are shown, `all` or a number.
    """

    rules: str | None = None
    language: str | None = None
    fail_on: Severity | None = None
    severity: Mapping[str, Severity | None] = _NOTHING
    baseline: str | None = None
    most: str | None = None


def find_config(folder: Path) -> Path | None:
    """Return the nearest `lexport.yaml` in a folder or above it."""
    return next((f for at in (folder, *folder.parents) if (f := at / CONFIG_NAME).is_file()), None)


def read_config(text: str, file: str) -> tuple[Config, tuple[Finding, ...]]:
    """Read the text of the file; what cannot be read is left out and has a finding."""
    if hidden := unseen(text, file):
        return Config(), hidden
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        return Config(), (_unreadable(file, error),)
    if root is None:
        return Config(), ()
    if not isinstance(root, yaml.MappingNode):
        shape = say("settings are written `key: value`")
        return Config(), (Finding("T301", shape, _span(file, root), help=_EXAMPLE),)
    reader = _Reader(file)
    config = reader.config(root)
    return config, in_order(reader.findings)


@dataclass(slots=True)
class _Reader:
    """Reads settings one by one, and collects what is wrong with them."""

    file: str
    findings: list[Finding] = field(default_factory=list)

    def config(self, root: yaml.MappingNode) -> Config:
        nodes = dict(self._pairs(root, say("setting"), KEYS))
        severity = nodes.get("severity")
        return Config(
            rules=self._word(nodes, "rules"),
            language=self._one_of(nodes, "language", say("language"), LANGUAGES),
            fail_on=_severity(self._one_of(nodes, "fail-on", say("severity"), tuple(Severity))),
            severity=_NOTHING if severity is None else MappingProxyType(dict(self._weights(severity))),
            baseline=self._word(nodes, "baseline"),
            most=self._most(nodes),
        )

    def _pairs(
        self, mapping: yaml.MappingNode, kind: Message, known: Collection[str], advised: Collection[str] = ()
    ) -> Iterator[tuple[str, yaml.Node]]:
        """Go through the pairs of a mapping whose keys are known, each key once; advise all of these, or some."""
        places: dict[str, Span] = {}
        for key, value in mapping.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            place = _span(self.file, key)
            if name not in known:
                self.findings.append(_unknown(kind, name, advised or known, place))
            elif name in places:
                first = Related(places[name], say("first here"))
                message = say("`{name}` is set twice", name=name)
                self.findings.append(Finding("N202", message, place, related=(first,)))
            else:
                places[name] = place
                yield name, value

    def _word(self, nodes: Mapping[str, yaml.Node], name: str) -> str | None:
        node = nodes.get(name)
        if node is None:
            return None
        if isinstance(node, yaml.ScalarNode) and node.value:
            return str(node.value)
        message = say("`{name}` is one word or path", name=name)
        self.findings.append(Finding("T302", message, _span(self.file, node)))
        return None

    def _one_of(self, nodes: Mapping[str, yaml.Node], name: str, kind: Message, words: tuple[str, ...]) -> str | None:
        word = self._word(nodes, name)
        if word is None or word in words:
            return word
        self.findings.append(_unknown(kind, word, words, _span(self.file, nodes[name])))
        return None

    def _most(self, nodes: Mapping[str, yaml.Node]) -> str | None:
        word = self._word(nodes, "most")
        if word is None or is_most(word):
            return word
        message = say("`{option}` cannot be `{word}`", option="most", word=word)
        advice = say("write a number from 1 on, or `all`")
        self.findings.append(Finding("T302", message, _span(self.file, nodes["most"]), help=advice))
        return None

    def _weights(self, node: yaml.Node) -> Iterator[tuple[str, Severity | None]]:
        """Read what ids weigh; those of mistakes weigh what they weigh, and may only be said again."""
        if not isinstance(node, yaml.MappingNode):
            message = say("`severity` lists ids, each with what it weighs")
            advice = say("write `{example}`", example="severity: {R107: warning}")
            self.findings.append(Finding("T302", message, _span(self.file, node), help=advice))
            return
        nodes = dict(self._pairs(node, say("finding"), REGISTRY, ALLOWABLE))
        for id_, value in nodes.items():
            word = self._one_of(nodes, id_, say("severity"), (*Severity, OFF))
            if word is None:
                continue
            if not REGISTRY[id_].allowable and word != REGISTRY[id_].severity:
                message = say("`{id}` is no matter of judgement: it weighs what it weighs", id=id_)
                self.findings.append(Finding("T302", message, _span(self.file, value), help=say("leave it out")))
            else:
                yield id_, _severity(word)


def is_most(word: str) -> bool:
    """Tell whether a word says how many regions are shown: a number from 1 on, or `all`."""
    return word == ALL or re.fullmatch(r"[1-9][0-9]{0,5}", word) is not None


def _severity(word: str | None) -> Severity | None:
    return None if word is None or word == OFF else Severity(word)


def _unknown(kind: Message, word: str, known: Collection[str], place: Span) -> Finding:
    guess = nearest(word, known)
    remedy = (
        say("write `{guess}`", guess=guess)
        if guess
        else say("write one of {words}", words=row(f"`{one}`" for one in known))
    )
    return Finding("N201", say("no {kind} is named `{name}`", kind=kind, name=word), place, help=remedy)


def _unreadable(file: str, error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    reason = why_unreadable(error)
    message = say("this is no YAML") if reason is None else say("this is no YAML: {reason}", reason=reason)
    return Finding("S105", message, Span(file, line, column, line, column), help=_EXAMPLE)


def _span(file: str, node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
