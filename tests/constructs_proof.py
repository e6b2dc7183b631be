"""Which scenario turns on a construct: found by changing the construct and running the scenario again.

Takes the key of a construct and the literate pages; gives the first proof. A key names a class of nodes and tests of
its fields: `field` (given), `field=word`, `field>1` (several), `field:Class` (what stands in it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from checker.answers.compose import check_plan
from checker.answers.dossier import PlanDossier
from checker.answers.expectations import compare
from checker.findings import is_fatal
from checker.logic import Law
from checker.plan import Plan, read_plans
from checker.rulebook.assemble import Material, assemble
from checker.rulebook.codes import TableFile
from checker.rulebook.model import Scenarios
from checker.syntax import SourceFile, nodes, parse_file
from tests.literate_pages import FILE_FENCE, Page

# Tuples a member of which may be left out of what is written.
REMOVABLE = {"clauses", "effects", "tails", "provisions", "limbs", "values", "roots", "below", "rows", "cites", "runs"}
# Where a construct stands in every rulebook, looking further than so many places finds nothing new.
TRIED = 60
DECIDES = {"wins", "beaten", "taken-out", "yields", "practice"}

Step = tuple[nodes.Node, str, int | None]
Above = tuple[Step, ...]
Statements = tuple[nodes.Statement, ...]


class Key(Struct, frozen=True):
    """What a construct is among the nodes: a class, and tests of its fields as (field, operator, word)."""

    of: type[nodes.Node]
    tests: tuple[tuple[str, str, str], ...]

    def fits(self, node: nodes.Node) -> bool:
        """Tell whether a node is this construct."""
        return isinstance(node, self.of) and all(_holds(_value(node, field), *test) for field, *test in self.tests)


class Proof(Struct, frozen=True):
    """Where a construct is proved, and how: `changed`, `negated`, `left out` or `used`."""

    page: str
    scenario: str
    how: str


def read_key(text: str) -> Key:
    """Read `Class field=word other:Class`."""
    name, *tests = text.split(" ")
    return Key(getattr(nodes, name), tuple(_read_test(test) for test in tests))


def _read_test(text: str) -> tuple[str, str, str]:
    for operator in ("=", ">", ":"):
        field, found, word = text.partition(operator)
        if found:
            return field, operator, word
    return text, "", ""


def _value(node: nodes.Node, field: str) -> Any:
    """Return a field, a field of a field with a dot, None where there is no such, or what `SHAPES` makes of a node."""
    try:
        return SHAPES[field](node) if field in SHAPES else attrgetter(field)(node)
    except AttributeError:
        return None


def _has_step(unit: str) -> Callable[[Any], bool]:
    return lambda node: unit in dict(node.steps)


def _orders_facts(node: Any) -> bool:
    """Tell whether two facts stand in order: of either side all that can be seen is that it is a path."""
    is_path = isinstance(node.left, nodes.Path) and isinstance(node.right, nodes.Path)
    return is_path and node.operator not in ("is", "is not") and node.right.text.islower()


def _asks(node: Any) -> bool:
    return isinstance(node.right, nodes.Path) and node.right.text in VERDICTS


def _decides_value(node: Any) -> bool:
    return not isinstance(node.answer, nodes.Path) or node.answer.text not in MODALITIES


# What no single field shows.
MODALITIES = {"permit", "forbid", "require", "exempt"}
VERDICTS = {"permitted", "forbidden", "required", "not-required"}
SHAPES: dict[str, Callable[[Any], bool]] = {
    "equal_ranks": lambda node: any(len(group) > 1 for group in node.groups),
    "article_step": _has_step("article"),
    "paragraph_step": _has_step("paragraph"),
    "item_step": _has_step("item"),
    "point_step": _has_step("point"),
    "not_required": lambda node: getattr(node.answer, "text", "") == "not-required",
    "answer_is_value": _decides_value,
    "answer_is_modality": lambda node: not _decides_value(node),
    "order_of_facts": _orders_facts,
    "asks_a_question": _asks,
    "several_citations": lambda node: sum(isinstance(clause, nodes.Citation) for clause in node.clauses) > 1,
}


def _holds(value: object, operator: str, word: str) -> bool:
    members = value if isinstance(value, tuple) else (value,)
    if operator == ":":
        return any(isinstance(member, getattr(nodes, word)) for member in members)
    if operator == ">":
        return len(members) > int(word)
    if operator == "=":
        return spelled(value) == word
    return value not in (None, (), False)


def spelled(value: object) -> str:
    """Spell the value of a field as keys do: lower case, with dashes for blanks."""
    return str(value).lower().replace(" ", "-")


class Bench:
    """A page taken apart: its statements, and its scenarios that hold as the page stands."""

    def __init__(self, page: Page, path: str) -> None:
        self.path = path
        files = {page.name: page.text, **dict(FILE_FENCE.findall(page.text))}
        rules = [SourceFile(name, text) for name, text in files.items() if name.endswith((".md", ".rules"))]
        parsed = [parse_file(source)[0] for source in rules]
        self.material = Material(
            tuple(statement for file in parsed for statement in file.statements),
            {name: TableFile(name, text) for name, text in files.items() if name.endswith(".yaml")},
            {source.path: tuple(source.text.split("\n")) for source in rules},
            tuple(Scenarios(block.file, block.line, block.text) for file in parsed for block in file.scenarios),
            "",
        )
        self.nodes = tuple(walk(self.material.statements))
        self.rules = re.findall(r"^```rules$.*?^```$", page.text, re.MULTILINE | re.DOTALL)

    @cached_property
    def held(self) -> dict[str, tuple[Plan, PlanDossier]]:
        """The scenarios that hold, by title, in their order."""
        return {plan.title: (plan, dossier) for plan, dossier, passed in self._run(self.material.statements) if passed}

    def _run(self, statements: Statements) -> Iterator[tuple[Plan, PlanDossier, bool]]:
        book, _ = assemble(replace(self.material, statements=statements))
        if book is None or is_fatal((law := Law(book)).findings()):
            return
        for block in book.scenarios:
            for plan in read_plans(book, block.text, block.file, block.line):
                dossier = check_plan(law if plan.as_of is None else law.again(plan.as_of, frozenset()), plan)
                yield plan, dossier, compare(plan, dossier).passed

    def fails(self, place: int, altered: nodes.Node | None) -> str | None:
        """Name the first scenario that no longer holds once a statement is altered, or left out with None.

        A rulebook that cannot be used any more shows nothing.
        """
        whole = self.material.statements
        between = () if altered is None else (cast("nodes.Statement", altered),)
        statements: Statements = (*whole[:place], *between, *whole[place + 1 :])
        if not self.held:
            return None
        return next((p.title for p, _, passed in self._run(statements) if not passed and p.title in self.held), None)

    @cached_property
    def reached(self) -> dict[str, frozenset[str]]:
        """What takes part in each scenario: names, from its answered questions and what decides them."""
        return {title: frozenset(self._reached(*run)) for title, run in self.held.items()}

    def _reached(self, plan: Plan, dossier: PlanDossier) -> set[str]:
        expected = {(expectation.question, expectation.subject) for expectation in plan.expectations}
        reached: set[str] = set()
        for verdict in dossier.verdicts:
            if (verdict.question, verdict.subject) in expected:
                decisive = {line.name for line in verdict.provisions if line.status in DECIDES}
                decisive |= {reason.name for reason in (*verdict.known_gaps, *verdict.open_points)}
                if decisive or verdict.by_silence:
                    reached |= {verdict.question, *decisive}
        done: set[tuple[str, ...]] = set()
        while True:
            new = [unit for unit in self._units if unit[0] not in done and reached.intersection(unit[0])]
            if not new:
                return reached
            for names, inside in new:
                done.add(names)
                reached |= {*names, *inside}

    @cached_property
    def _units(self) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
        """Everything that has a name, with the names written in it; those of a named part belong to the part."""
        inside: dict[tuple[str, ...], set[str]] = {}
        for _, node, above in self.nodes:
            for names in owners(node, above)[:1]:
                own = inside.setdefault(names, set())
                if isinstance(node, nodes.Name):
                    own.add(node.text)
        return tuple((names, frozenset(found)) for names, found in inside.items())

    def uses(self, key: Key) -> str | None:
        """Name the first scenario in which a construct takes part."""
        found = [(node, above) for _, node, above in self.nodes if key.fits(node)]
        return next(
            (title for title, names in self.reached.items() if any(_takes_part(*f, names) for f in found)), None
        )


def walk(statements: Statements) -> Iterator[tuple[int, nodes.Node, Above]]:
    """Yield every node with the number of its statement and what it stands in, outermost first."""
    for place, statement in enumerate(statements):
        for node, above in _walk(statement, ()):
            yield place, node, above


def _walk(node: nodes.Node, above: Above) -> Iterator[tuple[nodes.Node, Above]]:
    yield node, above
    for field in node.__struct_fields__:
        value = getattr(node, field)
        if isinstance(value, nodes.Node):
            yield from _walk(value, (*above, (node, field, None)))
        elif isinstance(value, tuple):
            for place, member in enumerate(value):
                if isinstance(member, nodes.Node):
                    yield from _walk(member, (*above, (node, field, place)))


def owners(node: nodes.Node, above: Above) -> list[tuple[str, ...]]:
    """List the names of what a node is or stands in, innermost first; for what `under` shares, those it covers."""
    chain = [node, *(step[0] for step in reversed(above))]
    namings = [naming for each in chain if isinstance(naming := getattr(each, "naming", None), nodes.Naming)]
    if not namings:
        shared = [n for each in chain if isinstance(each, nodes.Under) for n, _ in _walk(each, ())]
        namings = [each.naming for each in shared if isinstance(each, nodes.ProvisionDeclaration)]
    return [tuple(name.text for name in naming.names) for naming in namings]


def _takes_part(node: nodes.Node, above: Above, reached: frozenset[str]) -> bool:
    statement = above[0][0] if above else node
    if isinstance(statement, nodes.RulebookHeader):
        return True
    own = owners(node, above)
    if not own:
        return any(isinstance(n, nodes.Name) and n.text in reached for n, _ in _walk(statement, ()))
    if isinstance(statement, nodes.Under):
        return any(reached.intersection(names) for names in own)
    return bool(reached.intersection(own[0]))


def _with(node: Any, field: str, value: object) -> nodes.Node:
    """Replace one field of a node of whatever class."""
    return cast("nodes.Node", replace(node, **{field: value}))


def alterations(key: Key, words: dict[str, set[str]], node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield a node changed in what makes it this construct; `words` are those each field may hold."""
    for field, operator, word in key.tests:
        if field == "equal_ranks":
            yield _with(node, "groups", tuple((name,) for group in _value(node, "groups") for name in group))
        if field in SHAPES or "." in field or field == "unit":
            continue
        value = getattr(node, field)
        if isinstance(value, bool):
            yield _with(node, field, not value)
        elif operator == ">" and isinstance(value, tuple):
            yield from (_with(node, field, fewer) for fewer in (value[:1], value[::-1]))
        elif operator == "=" and isinstance(value, str):
            others = sorted(words[f"{key.of.__name__}.{field}"] - {word})
            yield from (_with(node, field, other.replace("-", " ")) for other in others)
        elif operator == "":
            yield _with(node, field, () if isinstance(value, tuple) and field != "values" else None)


def undone(node: nodes.Node, above: Above) -> tuple[str, nodes.Node | None]:
    """Negate the nearest condition a node is or stands in, or leave out the nearest clause, effect or statement."""
    if isinstance(node, nodes.Condition):
        return "negated", rebuilt(above, nodes.Not(node.span, node))
    if isinstance(node, nodes.Definition) and isinstance(node.body, nodes.Condition):
        return undone(node.body, (*above, (node, "body", None)))
    if not above:
        return "left out", None
    holder, field, place = above[-1]
    if place is not None and field in REMOVABLE:
        return "left out", rebuilt(above, None)
    return undone(holder, above[:-1])


def rebuilt(above: Above, new: nodes.Node | None) -> nodes.Node:
    """Put a node (None: nothing) where a path ends, and give the statement anew."""
    for holder, field, place in reversed(above):
        if place is None:
            new = _with(holder, field, new)
        else:
            old = getattr(holder, field)
            between = () if new is None else (new,)
            new = _with(holder, field, (*old[:place], *between, *old[place + 1 :]))
    assert new is not None, "a statement is left out as a whole"
    return new


def find_proof(key: Key, words: dict[str, set[str]], benches: tuple[Bench, ...], informs: bool) -> Proof | None:
    """Find the first scenario that fails when the construct is changed, else undone; else the first that uses it."""
    found = [(bench, *each) for bench in benches for each in bench.nodes if key.fits(each[1])]
    if not informs:
        for bench, place, node, above in found[:TRIED]:
            for altered in alterations(key, words, node):
                if title := bench.fails(place, rebuilt(above, altered) if above else altered):
                    return Proof(bench.path, title, "changed")
        for bench, place, node, above in found[:TRIED]:
            how, statement = undone(node, above)
            if title := bench.fails(place, statement):
                return Proof(bench.path, title, how)
    for bench in dict.fromkeys(each[0] for each in found):
        if title := bench.uses(key):
            return Proof(bench.path, title, "used")
    return None
