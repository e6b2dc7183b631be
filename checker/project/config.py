"""`lexport.yaml`: where the rulebook lies and how the tool speaks.

Takes a folder to look from, or the text of the file; gives the settings, or findings at their place. It
configures the tool and is never law: nothing here can change a verdict.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from msgspec import Struct

from checker.findings import Finding, Related, Span, nearest

CONFIG_NAME = "lexport.yaml"
LANGUAGES = ("en", "zh")
_KEYS = ("rules", "language")
_EXAMPLE = "write `rules: rules`"


class Config(Struct, frozen=True):
    """What the file sets; None is a setting left out.

    `rules` is a path from the folder of the file; left out, that folder is the rulebook.
    """

    rules: str | None = None
    language: str | None = None


def find_config(folder: Path) -> Path | None:
    """Return the nearest `lexport.yaml` in a folder or above it."""
    return next((f for at in (folder, *folder.parents) if (f := at / CONFIG_NAME).is_file()), None)


def read_config(text: str, file: str) -> tuple[Config, tuple[Finding, ...]]:
    """Read the text of the file; what cannot be read is left out and has a finding."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        return Config(), (_unreadable(file, error),)
    if root is None:
        return Config(), ()
    if not isinstance(root, yaml.MappingNode):
        shape = "settings are written `key: value`"
        return Config(), (Finding("T301", shape, _span(file, root), help=_EXAMPLE),)
    findings: list[Finding] = []
    settings = _settings(root, file, findings)
    language = settings.get("language")
    return (
        Config(rules=settings.get("rules"), language=language if language in LANGUAGES else None),
        tuple(findings),
    )


def _settings(root: yaml.MappingNode, file: str, findings: list[Finding]) -> dict[str, str]:
    settings: dict[str, str] = {}
    places: dict[str, Span] = {}
    for key, value in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        place = _span(file, key)
        if name not in _KEYS:
            findings.append(_unknown("setting", name, _KEYS, place))
        elif name in settings:
            first = Related(places[name], "first here")
            findings.append(Finding("N202", f"`{name}` is set twice", place, related=(first,)))
        elif not isinstance(value, yaml.ScalarNode) or not value.value:
            findings.append(Finding("T302", f"`{name}` is one word or path", _span(file, value)))
        else:
            if name == "language" and value.value not in LANGUAGES:
                findings.append(_unknown("language", value.value, LANGUAGES, _span(file, value)))
            settings[name], places[name] = value.value, place
    return settings


def _unknown(what: str, word: str, known: tuple[str, ...], place: Span) -> Finding:
    guess = nearest(word, known)
    remedy = f"write `{guess}`" if guess else f"write one of {', '.join(f'`{k}`' for k in known)}"
    return Finding("N201", f"no {what} is named `{word}`", place, help=remedy)


def _unreadable(file: str, error: yaml.YAMLError | RecursionError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Finding("S105", "this is no YAML", Span(file, line, column, line, column), help=_EXAMPLE)


def _span(file: str, node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
