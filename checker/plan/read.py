"""Plan files read whole: every document of a text becomes a plan with all its mistakes.

Takes the rulebook and a text with its place on disk; gives plans. Opens no file, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, Message, Span, in_order, nearest, say
from checker.plan.expectations import read_expectations
from checker.plan.facts import read_facts, read_value
from checker.plan.mistakes import Entry, Mistakes, one_of, quoted, shown
from checker.plan.plan import Expectation, Plan
from checker.plan.tree import Mapping, Node, Scalar, Tree, read_trees
from checker.rulebook.model import FIRST_DAY, LAST_DAY, Facts, OrderedType, Rulebook

ERROR_KINDS = ("name", "type", "duplicate", "never")

_KEYS = {key: key for key in ("plan", "facts", "as_of", "readings", "expect", "expect_error", "because")}
# The words of a plan's own keys are English; who writes one of these is told which.
_MEANT = {
    "方案": "plan",
    "标题": "plan",
    "事实": "facts",
    "期望": "expect",
    "预期": "expect",
    "理由": "because",
    "解读": "readings",
}
_DATE = OrderedType("date", 0, None, FIRST_DAY, LAST_DAY)
_START = say("write `plan:` with a title, and `facts:` with the facts of the plan below it")


def read_plans(book: Rulebook, text: str, file: str, line: int = 1) -> tuple[Plan, ...]:
    """Read the plans of a text whose first line is the given line of the file on disk.

    Plans are divided by lines `---`; what is wrong with one leaves the others whole. Text without any plan
    gives one with the finding that says so.
    """
    trees = read_trees(text, file, line)
    if not trees:
        nothing = Finding("F405", say("no plan is written here"), Span(file, line, 1, line, 1), help=_START)
        trees = (Tree(None, line, (nothing,)),)
    return tuple(_Reader(book, file, tree).plan() for tree in trees)


class _Reader:
    """Reads one document; mistakes are kept apart by the part of the plan they lie in."""

    def __init__(self, book: Rulebook, file: str, tree: Tree) -> None:
        self._book, self._file, self._tree = book, file, tree
        self._frame, self._facts, self._expect = Mistakes("F405"), Mistakes("F402"), Mistakes("F406")
        self._entries: dict[str, Entry] = {}

    def plan(self) -> Plan:
        if self._tree.root is not None:
            self._split(self._tree.root)
        facts = self._read_facts()
        title, because, as_of = self._text("plan"), self._text("because"), self._as_of()
        turned = frozenset(self._turned())
        expect_error, expectations = self._expect_error(), self._expectations(facts)
        frame = self._spelled((*self._tree.findings, *self._frame.found, *self._expect.found))
        return Plan(
            title=" ".join((title or f"{self._file}:{self._tree.line}").split()),
            file=self._file,
            line=self._tree.line,
            facts=facts,
            as_of=as_of,
            turned=turned,
            expectations=expectations,
            expect_error=expect_error,
            because=because,
            findings=in_order((*frame, *self._spelled(self._facts.found))),
            frame=in_order(frame),
        )

    def _spelled(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        if not findings:
            return ()
        from checker.plan.spelled import spelled

        return spelled(self._book, findings)

    def _split(self, root: Node) -> None:
        """Divide the document by its keys; of a key given twice the first counts."""
        if isinstance(root, Scalar) and root.plain and not root.text:
            self._frame.misshapen(say("no plan is written here"), root.span, _START)
            return
        for entry in self._frame.entries(root, say("a plan"), _no_key, _KEYS, _MEANT):
            self._entries.setdefault(entry.name, entry)
        if isinstance(root, Mapping) and "facts" not in self._entries:
            first = root.pairs[0][0].span if root.pairs else root.span
            self._frame.misshapen(say("the plan has no `facts`"), first, _START)

    def _read_facts(self) -> Facts | None:
        entry = self._entries.get("facts")
        if entry is None:
            return None
        facts = read_facts(self._book, entry.value, self._facts)
        return None if self._facts.found or self._tree.findings else facts

    def _text(self, key: str) -> str | None:
        entry = self._entries.get(key)
        return None if entry is None else self._frame.text(entry.value, quoted(key))

    def _as_of(self) -> int | None:
        text = self._text("as_of")
        if text is None:
            return None
        value = read_value(_DATE, False, text, self._entries["as_of"].value.span, self._frame)
        return value if isinstance(value, int) else None

    def _turned(self) -> Iterator[str]:
        """Go through the readings that are to be taken the other way."""
        entry = self._entries.get("readings")
        items = None if entry is None else self._frame.items(entry.value, quoted("readings"))
        known = sorted({r.name for p in self._book.provisions.values() for r in p.readings})
        for item in items or ():
            name = self._frame.text(item, say("a reading"))
            if name in known:
                yield name
            elif name is not None:
                like = nearest(name, known)
                remedy = say("write `{guess}`", guess=like) if like else say("write names of readings in this rulebook")
                sentence = say("no {kind} is named `{name}`", kind=say("reading"), name=shown(name))
                self._frame.add("F401", sentence, item.span, remedy)

    def _expect_error(self) -> str | None:
        entry = self._entries.get("expect_error")
        word = None if entry is None else self._expect.text(entry.value, quoted("expect_error"))
        if entry is None or word is None:
            return None
        if "expect" in self._entries:
            sentence = say("a plan that is refused has no verdict to expect")
            self._expect.misshapen(sentence, entry.span, say("leave out `expect` or `expect_error`"))
        if word not in ERROR_KINDS:
            like = nearest(word, ERROR_KINDS)
            remedy = say("write `{guess}`", guess=like) if like else one_of(ERROR_KINDS)
            sentence = say("`{word}` is no kind of error", word=shown(word))
            self._expect.misshapen(sentence, entry.value.span, remedy)
            return None
        return word

    def _expectations(self, facts: Facts | None) -> tuple[Expectation, ...]:
        entry = self._entries.get("expect")
        return () if entry is None else read_expectations(self._book, entry.value, facts, self._expect)


def _no_key(name: str) -> Message:
    return say("no key of a plan is named `{name}`", name=name)
