"""Paths: names joined by dots to what they name in the vocabulary.

Takes a path as written and what its variables stand for; gives a term, a record, a list, a definition, or the
finding at the very part that names nothing. Tests nothing and unfolds nothing. A path of one part that is no
variable, fact or definition may still be a value of a type: that is for whoever knows the type it meets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from checker.findings import Edit, Finding, either, say
from checker.rulebook.model import (
    CodeType,
    Fact,
    Listed,
    ListType,
    RecordField,
    RecordType,
    Term,
    presence_type,
)
from checker.rulebook.names import unknown_name
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes


class RecordPlace(Struct, frozen=True):
    """A record where it stands: in the plan, or in an element when `list` names a list.

    `path`, `label` and `binder` are what a fact in it begins with (see `Fact`); its facts may be absent when it is
    itself `optional`, and are decided by whom it is decided by.
    """

    record: str
    list: str | None
    path: tuple[str, ...]
    label: str
    optional: bool = False
    decided_by: str | None = None
    binder: int = 0

    @property
    def whole(self) -> Fact:
        """The fact that an optional record is there at all; its one value is `given`."""
        return Fact(self.path, self.list, self.label, presence_type(self.label), True, self.decided_by, self.binder)


class ListPlace(Struct, frozen=True):
    """A list where it stands: `legs`, `decl.items`; in an element of another list, `trucks[].loads`.

    `owner_binder` says whose element that is (see `Fact`).
    """

    name: str
    record: str
    label: str
    owner_binder: int = 0

    def listed(self, binder: int) -> Listed:
        """Look into the list; its elements are `binder`'s."""
        outer, _, path = self.name.rpartition("[].")
        return Listed(self.name, path, outer or None, self.owner_binder, binder, self.label)


class Binding(Struct, frozen=True):
    """What a variable, or a record's own name, stands for."""

    variable: str
    place: RecordPlace


class DefinitionPlace(Struct, frozen=True):
    """A definition, and the bindings under which its body is to be read there."""

    definition: nodes.Definition
    bindings: tuple[Binding, ...]


_MOST_PATHS = 4
Place = Term | RecordPlace | ListPlace | DefinitionPlace


class Unnamed(Struct, frozen=True):
    """A path that begins with nothing of the plan. It may yet be a value: so its finding is made when it is shown."""

    vocabulary: Vocabulary
    name: nodes.Name
    record: str | None
    variables: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        """What is wrong with it; the name of a record is meant for that of the fact that has it."""
        names, name = self.vocabulary.names, self.name
        message = names.no_such(name, ("fact",))
        places = () if self.record is None else record_places(self.vocabulary, self.record)
        if places:
            advice = say("write `{word}`", word=places[0].label)
            edits = tuple(Edit(name.span, place.label) for place in places if len(places) == 1 and not place.list)
            return Finding("N201", message, name.span, say("not a fact"), advice, edits=edits)
        if fields := self._fields():
            return Finding(
                "N201", message, name.span, say("a field, without its fact"), say("write {paths}", paths=either(fields))
            )
        if name.text in self.vocabulary.values:
            advice = say("write the whole comparison again, or `in {{ …, {word} }}`", word=name.text)
            return Finding("N201", message, name.span, say("a value, with nothing to compare"), advice)
        return unknown_name(name, message, self.known, names.place)

    def _fields(self) -> tuple[str, ...]:
        """List the paths to the fields of this name, a few at most."""
        vocabulary, text = self.vocabulary, self.name.text
        records = (r for r in vocabulary.records if vocabulary.field(r, text) is not None)
        places = (place for record in records for place in record_places(vocabulary, record) if place.list is None)
        paths = tuple(f"`{place.label}.{text}`" for place in places)
        return paths if len(paths) <= _MOST_PATHS else ()

    @property
    def known(self) -> tuple[str, ...]:
        """What a path may begin with here."""
        return (*self.variables, *self.vocabulary.known(None))


def bind(variable: str, place: ListPlace, binder: int = 0) -> Binding:
    """Let a variable stand for an element of a list: the one asked about, or that of the `binder`-th test on a list."""
    return Binding(variable, RecordPlace(place.record, place.name, (), place.record, binder=binder))


def own_name(place: RecordPlace) -> Binding:
    """Let a record's own name stand for it: in a definition on the record, and in `never`."""
    return Binding(place.record, place)


def resolve_path(vocabulary: Vocabulary, path: nodes.Path, bindings: tuple[Binding, ...] = ()) -> Place | Finding:
    """Return what a path names; of two variables of one name the last binding counts."""
    place = find_place(vocabulary, path, bindings)
    return place.finding if isinstance(place, Unnamed) else place


def find_place(
    vocabulary: Vocabulary, path: nodes.Path, bindings: tuple[Binding, ...] = ()
) -> Place | Unnamed | Finding:
    """Return what a path names, for who may still read one that begins with nothing of the plan as a value."""
    place = _start(vocabulary, path, bindings)
    for before, part in pairwise(path.parts):
        if isinstance(place, Finding | Unnamed):
            return place
        place = _step(vocabulary, place, before, part)
    return place


def record_places(vocabulary: Vocabulary, record: str) -> tuple[RecordPlace, ...]:
    """Find every place of a record, in the order of the facts: as a fact, within another, as element of a list."""
    tops = (_enter(None, fact) for fact in vocabulary.facts.values())
    places = (place for top in tops for place in _within(vocabulary, top))
    return tuple(dict.fromkeys(p for p in places if p.record == record))


def given_with(vocabulary: Vocabulary, place: RecordPlace) -> Iterator[tuple[str, ...]]:
    """Go through the keys of what is there whenever a record is: of all in it that may not be absent by itself."""
    yield place.whole.key
    for field in vocabulary.records[place.record].fields:
        if not field.optional:
            match _enter(place, field):
                case RecordPlace() as inner:
                    yield from given_with(vocabulary, inner)
                case Term(fact):
                    yield fact.key


def _start(vocabulary: Vocabulary, path: nodes.Path, bindings: tuple[Binding, ...]) -> Place | Unnamed | Finding:
    name = path.parts[0]
    record = vocabulary.names.find(name, "record")
    for binding in reversed(bindings):
        if binding.variable == name.text:
            return binding.place
        named_like_its_record = binding.variable in vocabulary.records[binding.place.record].names
        if named_like_its_record and binding.place.record == record:
            return binding.place
    return (
        _member(vocabulary, None, name)
        or _outside(vocabulary, path, record)
        or Unnamed(vocabulary, name, record, tuple(b.variable for b in bindings))
    )


def _step(vocabulary: Vocabulary, place: Place, before: nodes.Name, name: nodes.Name) -> Place | Finding:
    match place:
        case RecordPlace():
            known = vocabulary.known(place.record)
            return _member(vocabulary, place, name) or _no_field(vocabulary, place.record, known, before, name)
        case ListPlace():
            return Finding(
                "T304",
                say("`{list}` is a list: `{name}` belongs to each of its elements", list=place.label, name=name.text),
                name.span,
                help=say("test `any x in {list}: (x.{name} …)`", list=place.label, name=name.text),
            )
        case DefinitionPlace():
            return Finding("T301", say("`{name}` is a definition, and has no fields", name=before.text), name.span)
        case Term(fact, chain, CodeType(table)):
            attribute = table.attribute(name.text)
            if attribute is not None:
                return Term(fact, (*chain, attribute.name), attribute.type)
            if (finding := vocabulary.unread.get((table.names[0], name.text))) is not None:
                return finding
            known = {n: a.name for a in table.attributes for n in a.names}
            return _no_field(vocabulary, table.names[0], known, before, name)
        case Term():
            return Finding(
                "N201",
                say("`{fact}` is one value and has no field `{name}`", fact=before.text, name=name.text),
                name.span,
            )


def _member(vocabulary: Vocabulary, place: RecordPlace | None, name: nodes.Name) -> Place | Finding | None:
    """Return what a name means on a record, or at the top of a plan when there is no place."""
    record = None if place is None else place.record
    if (finding := vocabulary.unread.get((record, name.text))) is not None:
        return finding
    if (definition := vocabulary.definition(record, name.text)) is not None:
        return DefinitionPlace(definition, () if place is None else (own_name(place),))
    field = vocabulary.fact(name.text) if record is None else vocabulary.field(record, name.text)
    return None if field is None else _enter(place, field)


def _enter(place: RecordPlace | None, field: RecordField) -> Place:
    outer = None if place is None else place.list
    path = (field.name,) if place is None else (*place.path, field.name)
    label = field.name if place is None else f"{place.label}.{field.name}"
    optional = field.optional or (place is not None and place.optional)
    decided_by = field.decided_by or (None if place is None else place.decided_by)
    binder = 0 if place is None else place.binder
    if isinstance(field.type, RecordType):
        return RecordPlace(field.type.record, outer, path, label, optional, decided_by, binder)
    if isinstance(field.type, ListType):
        dotted = ".".join(path)
        return ListPlace(dotted if outer is None else f"{outer}[].{dotted}", field.type.record, label, binder)
    return Term(Fact(path, outer, label, field.type, optional, decided_by, binder), (), field.type)


def _within(vocabulary: Vocabulary, place: Place) -> Iterator[RecordPlace]:
    if isinstance(place, ListPlace):
        place = bind(place.record, place).place
    if not isinstance(place, RecordPlace):
        return
    yield place
    for field in vocabulary.records[place.record].fields:
        yield from _within(vocabulary, _enter(place, field))


def _outside(vocabulary: Vocabulary, path: nodes.Path, record: str | None) -> Finding | None:
    """Report the word for an element of a list where no element is spoken of."""
    name = path.parts[0]
    if record is not None:
        places = record_places(vocabulary, record)
        lists = tuple(dict.fromkeys(p.list for p in places if p.list is not None))
    else:
        lists = tuple(found for word, found in vocabulary.elements.items() if word == name.text)
    if not lists:
        return None
    message = say(
        "`{path}` belongs to an element of {lists}, and none is spoken of here",
        path=path.text,
        lists=either(f"`{found}`" for found in lists),
    )
    advice = say(
        "let the question be `for each {name} in {list}`, or test `any {name} in {list}: (…)`",
        name=name.text,
        list=lists[0],
    )
    return Finding("T304", message, name.span, say("outside its list"), advice)


def _no_field(
    vocabulary: Vocabulary, owner: str, known: Mapping[str, str], before: nodes.Name, name: nodes.Name
) -> Finding:
    return unknown_name(
        name,
        say("no field of `{owner}` is named `{name}`", owner=before.text, name=name.text),
        known,
        lambda alias: vocabulary.places.get((owner, known[alias])),
    )
