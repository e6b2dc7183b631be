"""Tests on lists: `any`, `every`, `no`, `count`, and the elements that variables stand for in them.

Takes a list as written with what the variables around it stand for; gives the list of the model and the bindings
under which something is read of each element. What is read there is read by whoever passes the reader in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.findings import Finding, say
from checker.rulebook.account import Account
from checker.rulebook.model import ALWAYS, LIMIT, Condition, Count, Listed, Negation, Reckoned, Runs
from checker.rulebook.paths import Binding, ListPlace, bind, resolve_path
from checker.rulebook.vocabulary import Vocabulary
from checker.syntax import nodes

Bindings = tuple[Binding, ...]

MOST_NESTED = 20
"""How many tests on lists may stand in one another: each looks at every element of the one around it."""

_HOW_MANY = {"any": (1, LIMIT), "every": (0, 0), "no": (0, 0)}


@dataclass(slots=True)
class ListReader:
    """Reads tests on lists; `depth` counts those around what is being read."""

    vocabulary: Vocabulary
    account: Account
    read: Callable[[nodes.Condition, Bindings], Condition]
    depth: int = 0

    def element(self, variable: nodes.Name, path: nodes.Path, bindings: Bindings) -> tuple[Listed, Bindings] | None:
        """Let a variable stand for each element of a list; report what is none."""
        place = resolve_path(self.vocabulary, path, bindings)
        if not isinstance(place, ListPlace):
            no_list = Finding("T301", say("`{path}` is no list", path=path.text), path.span)
            self.account.report(place if isinstance(place, Finding) else no_list)
            return None
        if self.depth == MOST_NESTED:
            self.account.report(
                Finding(
                    "A101",
                    say("tests on lists stand in one another more than {most} deep here", most=MOST_NESTED),
                    path.span,
                )
            )
            return None
        binder = self.depth + 1
        return place.listed(binder), (*bindings, bind(variable.text, place, binder))

    def count(
        self, variable: nodes.Name, path: nodes.Path, where: nodes.Condition | None, bindings: Bindings
    ) -> Count | None:
        """Read how many elements fulfil a condition; without one all do."""
        found = self.element(variable, path, bindings)
        if found is None:
            return None
        listed, inner = found
        if where is None:
            return Count(listed, ALWAYS)
        self.depth += 1
        condition = self.read(where, inner)
        self.depth -= 1
        return Count(listed, condition)

    def quantified(self, node: nodes.Quantified, bindings: Bindings) -> Condition:
        """Read `any`, `every` or `no` as a test on a count: `every` of those that do not fulfil the condition."""
        counted = self.count(node.variable, node.list, node.condition, bindings)
        if counted is None:
            return ALWAYS
        if node.quantifier == "every":
            counted = Count(counted.list, Negation(counted.where))
        return Reckoned(((1, counted),), Runs((_HOW_MANY[node.quantifier],)), "count")
