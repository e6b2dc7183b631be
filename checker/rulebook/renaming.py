"""A rulebook in the words of another: the older one's facts, questions, values and codes under their newer names.

Takes a rulebook and what is called how; gives a whole rulebook, or what is wrong with the names. Must not know what
the rulebook is compared with. Scenarios are not yet read, so their text keeps the older words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Finding, Message, nearest, row, say
from checker.rulebook.model import CodeTable, Decided, Rulebook
from checker.rulebook.nameable import FACTS, QUESTIONS, Key, Space, key_of, spaces, tables_of
from checker.rulebook.rebuilding import rebuilt
from checker.rulebook.retyping import Renamings, names_after


def renamed(book: Rulebook, names: Mapping[str, tuple[str, ...]]) -> Rulebook | tuple[Finding, ...]:
    """Give a rulebook with other names, or every mistake in the names.

    A name is `decl.mode`, the same by its record's name, `decl.mode.sea` for a value, or alone where nothing else has
    it; aliases do too. The new one stands alone or behind the same owner. Where a value or a code gets several names
    it becomes several, and a text that says the one means any of them.
    """
    if not names:
        return book
    known = spaces(book)
    findings: list[Finding] = []
    found: dict[tuple[Key, str], tuple[str, ...]] = {}
    for text, new in names.items():
        wanted = _found(text, new, known, found)
        if isinstance(wanted, Finding):
            findings.append(wanted)
        else:
            found[wanted.space, wanted.name] = wanted.new
    renamings = _by_space(found)
    findings.extend(_clashes(book, known, renamings))
    findings.extend(_undivided(book, renamings))
    return tuple(findings) or rebuilt(book, renamings)


def unknown(after: Rulebook, names: Mapping[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """Report new names that nothing in the newer rulebook has: nothing would be the same for them."""
    words = dict.fromkeys(_words(spaces(after).values()))
    wanted = [each for new in names.values() for each in new]
    astray = [each for each in wanted if each not in words and each.rpartition(".")[2] not in words]
    return tuple(
        _wrong(say("the later rulebook has nothing called `{name}`", name=each), _near(each, words)) for each in astray
    )


def _near(name: str, words: Iterable[str]) -> Message | None:
    owner, dot, member = name.rpartition(".")
    near = nearest(member, dict.fromkeys(words))
    return None if near is None else say("write `{word}`", word=f"{owner}{dot}{near}")


def matching(before: Rulebook, after: Rulebook) -> dict[str, tuple[str, ...]]:
    """Find what the newer of two rulebooks calls otherwise and keeps a name of: by their common aliases, if one alone.

    The result is as `renamed` takes it.
    """
    known, later = spaces(before), spaces(after)
    found: dict[tuple[Key, str], tuple[str, ...]] = {}
    for key, space in sorted(known.items(), key=lambda each: each[1].divides):
        there = later.get(_key_after(key, found))
        for name, new in () if there is None else _alike(space, there):
            found[key, name] = (new,)
    return {_label(known[key], name, known): new for (key, name), new in found.items()}


def _key_after(key: Key, found: Mapping[tuple[Key, str], tuple[str, ...]]) -> Key:
    """Return the space that the newer rulebook has for one of the older: values follow their fact or question."""
    if key[0] != "values":
        return key
    owner = key[1:3] if key[1] == "field" else key[1:2]
    return *key[:-1], found.get((owner, key[-1]), (key[-1],))[0]


def _alike(space: Space, there: Space) -> Iterator[tuple[str, str]]:
    gone = {name: names for name, names in space.names.items() if name not in there.names}
    come = {name: names for name, names in there.names.items() if name not in space.names}
    pairs = [(name, new) for name, names in gone.items() for new, others in come.items() if {*names} & {*others}]
    olds, news = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    return ((name, new) for name, new in pairs if olds[name] == news[new] == 1)


class _Wanted(Struct, frozen=True):
    """One thing of a rulebook, and what it is to be called."""

    space: Key
    name: str
    new: tuple[str, ...]


def _found(
    text: str, new: tuple[str, ...], known: Mapping[Key, Space], before: Mapping[tuple[Key, str], tuple[str, ...]]
) -> _Wanted | Finding:
    """Find the one thing a text names, and check what it is to be called."""
    things = _things(text, known)
    if len(things) != 1:
        return _unclear(text, things, known)
    space, name = things[0]
    owner = next((f"{owner}." for owner in space.owners if text.startswith(f"{owner}.")), "")
    called = tuple(each.removeprefix(owner) for each in new)
    if (space.key, name) in before:
        return _wrong(say("`{name}` is renamed twice", name=text), say("leave one of the two out"))
    if not called or not all(each.strip() for each in called) or len(set(called)) < len(called):
        return _wrong(say("`{name}` needs a new name, or several that differ", name=text))
    if len(called) > 1 and not space.divides:
        return _wrong(
            say("`{name}` cannot become several: only a value or a code can", name=text),
            say("write one new name: `{name}={new}`", name=text, new=called[0]),
        )
    if not space.divides and (astray := next((each for each in called if "." in each), None)):
        message = say("`{name}` stays where it is, and `{new}` stands elsewhere", name=text, new=astray)
        return _wrong(message, say("write the new name alone: `{name}={new}`", name=text, new=astray.split(".")[-1]))
    return _Wanted(space.key, name, called)


def _things(text: str, known: Mapping[Key, Space]) -> list[tuple[Space, str]]:
    """List what a text may name: a fact or a question, what stands behind its owner, else what has that name alone."""
    found = [(space, name) for space in known.values() if (name := _member(space, text)) is not None]
    if found:
        return found
    alone = ((space, space.canonical(text)) for space in known.values())
    return [(space, name) for space, name in alone if name is not None]


def _member(space: Space, text: str) -> str | None:
    if not space.owners:
        return space.canonical(text)
    rests = (text[len(owner) + 1 :] for owner in space.owners if text.startswith(f"{owner}."))
    return next((name for rest in rests if (name := space.canonical(rest)) is not None), None)


def _unclear(text: str, things: list[tuple[Space, str]], known: Mapping[Key, Space]) -> Finding:
    if things:
        ways = row(f"`{label}`" for label in sorted(_label(space, name, known) for space, name in things))
        return _wrong(say("`{name}` names several things", name=text), say("write one of {words}", words=ways))
    near = _nearest(text, known)
    message = say("nothing that could be renamed is called `{name}`", name=text)
    return _wrong(message, None if near is None else say("write `{word}`", word=near))


def _label(space: Space, name: str, known: Mapping[Key, Space]) -> str:
    """Name a thing of a space so that nothing else is meant."""
    labels = [f"{owner}.{name}" for owner in space.owners] or [name]
    return next((label for label in labels if len(_things(label, known)) == 1), labels[0])


def _nearest(text: str, known: Mapping[Key, Space]) -> str | None:
    """Return what was most likely meant: the owner first, then what stands behind it."""
    owner, dot, name = text.rpartition(".")
    if dot and (near := nearest(owner, dict.fromkeys(each for space in known.values() for each in space.owners))):
        behind = [space for space in known.values() if near in space.owners]
        member = nearest(name, dict.fromkeys(_words(behind)))
        return None if member is None else f"{near}.{member}"
    return nearest(text, dict.fromkeys(_words(known.values())))


def _words(known: Iterable[Space]) -> Iterator[str]:
    return (name for space in known for names in space.names.values() for name in names)


def _by_space(found: Mapping[tuple[Key, str], tuple[str, ...]]) -> Renamings:
    by_space: dict[Key, dict[str, tuple[str, ...]]] = {}
    for (key, name), new in found.items():
        by_space.setdefault(key, {})[name] = new
    return by_space


def _clashes(book: Rulebook, known: Mapping[Key, Space], renamings: Renamings) -> Iterator[Finding]:
    """Report new names that something beside it has, or gets too."""
    shared = Counter(name for document in book.documents.values() for name in document.names)
    shared.update(name for provision in book.provisions.values() for name in provision.names)
    shared.update(name for gap in book.known_gaps for name in gap.names)
    shared.update(name for point in book.open_points for name in point.names)
    for whole in (FACTS, QUESTIONS):
        shared.update(_names_after(known[whole], renamings.get(whole, {})))
    for key, changed in renamings.items():
        taken = shared if key in (FACTS, QUESTIONS) else Counter(_names_after(known[key], changed))
        for name, new in changed.items():
            for each in new:
                if taken[each] > 1:
                    label = _label(known[key], name, known)
                    message = say("`{name}` cannot be called `{new}`: something else is", name=label, new=each)
                    yield _wrong(message, say("rename the other one too, or choose another name"))


def _names_after(space: Space, changed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for name, names in space.names.items():
        yield from names_after(names, changed[name]) if name in changed else names


def _undivided(book: Rulebook, renamings: Renamings) -> Iterator[Finding]:
    """Report a value that becomes several where one alone must be said: in a table of codes, or as an answer."""
    for key, changed in renamings.items():
        for name, new in changed.items():
            where = next(_said(book, key, name), None) if len(new) > 1 else None
            if where is not None:
                message = say("`{name}` cannot become several: {where}, and which is not said", name=name, where=where)
                yield _wrong(message)


def _said(book: Rulebook, key: Key, name: str) -> Iterator[Message]:
    for table in tables_of(book):
        for code, attribute in _having(table, key, name):
            yield say("`{code}` has it as its `{attribute}`", code=code, attribute=attribute)
    asked = {q.name for q in book.questions.values() if key_of(q.answers, ("question", q.name)) == key}
    for question in sorted(asked):
        if book.questions[question].silence == Decided(name):
            yield say("silence of `{question}` means it", question=question)
    for provision in book.provisions.values():
        if any(effect.question in asked and effect.said == Decided(name) for effect in provision.effects):
            yield say("`{provision}` decides it", provision=provision.name)


def _having(table: CodeTable, key: Key, name: str) -> Iterator[tuple[str, str]]:
    for attribute in table.attributes:
        if key_of(attribute.type, ("attribute", table.names[0], attribute.name)) == key:
            rows = table.rows.values()
            yield from (
                (row.code, attribute.name)
                for row in rows
                if any(dated.value == name for dated in row.attributes.get(attribute.name, ()))
            )


def _wrong(message: Message, remedy: Message | None = None) -> Finding:
    return Finding("O101", message, help=remedy)
