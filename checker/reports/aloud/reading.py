"""Whole entries aloud: one name of a rulebook read back, and after it every definition that was named on the way.

Takes the material, a kind and a name; gives text. Kinds are those of `show`, with `definition`, and `never`, whose name
is its number in the rulebook from 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.reports.aloud.conditions import phrase
from checker.reports.aloud.documents import read_document
from checker.reports.aloud.facts import read_fact
from checker.reports.aloud.material import Key, Material, definition_key
from checker.reports.aloud.naming import Namer
from checker.reports.aloud.operands import Reader
from checker.reports.aloud.provisions import read_provision
from checker.reports.aloud.questions import read_known_gap, read_open_point, read_question
from checker.reports.aloud.sentences import Lines, fill, paragraph, say_phrase, written
from checker.rulebook.definitions import condition_of, is_value, operand_of
from checker.rulebook.paths import DefinitionPlace
from checker.syntax import nodes


def aloud(material: Material, kind: str, name: str, language: str) -> str:
    """Read what bears a canonical name; the lines are as long as they are, those of lists set in."""
    reader = Reader(Namer(material, language))
    paragraphs = list(_read(reader, kind, name))
    paragraphs += _definitions(reader, {definition_key(name)} if kind == "definition" else set())
    return written(paragraphs, language)


def definition_names(material: Material) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the definitions: the name each is asked for by, and all its spellings."""
    for (record, name), definition in material.definitions.items():
        owners = ("",) if record is None else tuple(f"{n}." for n in material.book.records[record].names)
        spelled = tuple(f"{owner}{alias.text}" for owner in owners for alias in definition.naming.names)
        yield (name if record is None else f"{record}.{name}"), spelled


def _read(reader: Reader, kind: str, name: str) -> Iterator[Lines]:
    book = reader.material.book
    match kind:
        case "document":
            return read_document(reader, name)
        case "question":
            return read_question(reader, name)
        case "provision":
            return read_provision(reader, name)
        case "fact":
            return read_fact(reader, name)
        case "known-gap":
            return read_known_gap(reader, next(gap for gap in book.known_gaps if gap.name == name))
        case "open-point":
            return read_open_point(reader, next(point for point in book.open_points if point.name == name))
        case "definition":
            return _definition(reader, definition_key(name))
        case _:
            return _never(reader, int(name))


def _definitions(reader: Reader, read: set[Key]) -> Iterator[Lines]:
    """Read the definitions that were named, and those that they name in turn, each once."""
    while left := [key for key in reader.used if key not in read]:
        for key in left:
            read.add(key)
            yield _meaning(reader, key)


def _definition(reader: Reader, key: Key) -> Iterator[Lines]:
    definition = reader.material.definitions[key]
    names = tuple(name.text for name in definition.naming.names)
    yield paragraph(reader.say("heading.definition", name=reader.namer.reference(names, None)))
    yield _meaning(reader, key)


def _meaning(reader: Reader, key: Key) -> Lines:
    """Read what a definition stands for."""
    definition = reader.material.definitions[key]
    record = key[0]
    bindings = () if record is None else reader.material.bindings_on(record)
    inner = reader.under(bindings)
    words = reader.namer.words
    name = reader.namer.bare(tuple(alias.text for alias in definition.naming.names))
    values = {"name": name}
    suffix = ""
    if record is not None:
        values["owner"] = reader.say("the", name=reader.namer.record(record))
        suffix = ".of"
    body = operand_of(definition)
    if body is not None and is_value(reader.material.vocabulary, DefinitionPlace(definition, bindings)):
        return fill(words[f"means.value{suffix}"], value=inner.operand(body), **values)
    condition = say_phrase(phrase(inner, condition_of(definition)), words)
    return fill(words[f"means.condition{suffix}"], condition=condition, **values)


def _never(reader: Reader, index: int) -> Iterator[Lines]:
    node = [s for s in reader.material.statements if isinstance(s, nodes.Never)][index]
    inner = reader.under(reader.material.bindings_everywhere())
    condition = say_phrase(phrase(inner, node.condition), reader.namer.words)
    yield fill(reader.namer.words["never"], condition=condition, because=reader.namer.quoted(node.because.value))
