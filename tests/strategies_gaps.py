"""Rule files written as untidily as the language allows: blanks, line ends and comments anywhere, names of every kind.

Takes the text of a file without mistakes; draws one that says the same, one whose names are odd, and one whose
provisions have their clauses in another order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from checker.authoring.reading import Block, Part, Tree, read_block
from checker.syntax.lines import Lines
from checker.syntax.nodes import Effect, HeaderClause, ProvisionDeclaration, Under
from checker.syntax.parse import parse_block

# Between two words, the likeliest first; where no blank is needed none may stand.
GAPS = (
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\n\n\n  ",
    "  # why\n",
    " #\n  # 二\n",
    "\n# apart\n\n",
    "\n\n# above\n",
    "  # one\n# two\n\n# three\n  # four\n",
    "　",
)
# Names that are keywords, or begin one, or hold what ends a name elsewhere.
NAMES = (
    "when", "done", "in", "within", "any", "is", "late", "true", "from", "number", "working", "not", "open",
    "permit", "day", "公布", "自", "当", "限于14日", "第3项", "且", "类别", "逾期", "海关同意", "A型（二）", "a b",
    "x-ray", "自运", "日", "to", "items", "percent", "none",
)  # fmt: skip


def block_of(text: str) -> Block:
    """Read a text of rules in which nothing may be wrong."""
    lines = Lines("t.rules", text)
    statements, findings = parse_block(lines, 0, len(text))
    assert findings == []
    return read_block(lines, 0, len(text), statements)


@st.composite
def untidy(draw: st.DrawFn, text: str) -> str:
    """Draw the same words with other gaps between them.

    What touches a dot goes on touching it; a keyword is known for a name by the colon behind it, so no comment comes
    between the two.
    """
    words = block_of(text).words
    written = [draw(st.sampled_from(("", *GAPS)))]
    for number, word in enumerate(words):
        raw = text[word.start : word.end]
        behind = words[number + 1].type if number < len(words) - 1 else ""
        written.append(raw)
        if not behind:
            written.append(draw(st.sampled_from(("", *GAPS))))
        elif behind in ("_COLON", "_SLASH") and not raw.startswith("「"):
            written.append(draw(st.sampled_from(("", " ", "\n"))))
        elif "_DOT" not in (word.type, behind):
            written.append(draw(st.sampled_from(GAPS)))
    return "".join(written)


@st.composite
def renamed(draw: st.DrawFn, text: str) -> str:
    """Draw the same statements with other names, all in corner brackets; each name keeps to one other."""
    others: dict[str, str] = {}
    written: list[str] = []
    end = 0
    for word in block_of(text).words:
        written.append(text[end : word.start])
        end = word.end
        if word.type not in ("NAME", "FIELD"):
            written.append(text[word.start : word.end])
            continue
        others.setdefault(str(word), str(word) if draw(st.booleans()) else draw(st.sampled_from(NAMES)))
        written.append(f"「{others[str(word)]}」")
    return "".join([*written, text[end:]])


@st.composite
def with_zeros(draw: st.DrawFn, text: str) -> str:
    """Draw the same statements with zeros before and behind their numbers that change no value."""
    written: list[str] = []
    end = 0
    for word in block_of(text).words:
        written.append(text[end : word.start])
        end = word.end
        if word.type in ("INTEGER", "FRACTION") and draw(st.booleans()):
            written.append(f"0{word}0" if word.type == "FRACTION" else f"00{word}")
        else:
            written.append(text[word.start : word.end])
    return "".join([*written, text[end:]])


@st.composite
def shuffled(draw: st.DrawFn, text: str) -> str:
    """Draw the same statements with the clauses and effects of provisions, and those of `under`, in another order.

    Those of one kind keep theirs, for the first citation counts; so do effects. No list ends with the fact `done`
    before `when`: a comma before `done when` is a pause, since that is a keyword.
    """
    block = block_of(text)
    written: list[str] = []
    for statement in block.statements:
        pieces = [(kind, text[block.words[a].start : block.words[b].end]) for kind, a, b in _pieces(statement)]
        end = 0
        while end < len(pieces):
            begin = end
            while end < len(pieces) and pieces[end][0]:
                end += 1
            written += draw(_in_another_order(pieces[begin:end]))
            written += [piece for _, piece in pieces[end : end + 1]]
            end += 1
    assume(not any(a.endswith(", done") and b.startswith("when ") for a, b in pairwise(written)))
    return "\n".join(written)


@st.composite
def _in_another_order(draw: st.DrawFn, clauses: list[tuple[str, str]]) -> list[str]:
    waiting: dict[str, list[str]] = {}
    for kind, clause in clauses:
        waiting.setdefault(kind, []).append(clause)
    return [waiting[kind].pop(0) for kind in draw(st.permutations([kind for kind, _ in clauses]))]


def _pieces(part: Part) -> Iterator[tuple[str, int, int]]:
    """Cut a statement where clauses begin and end: the kind of each, none for what may not be moved, and its words."""
    if not isinstance(part, Tree):
        yield "", part, part
    elif isinstance(part.node, Under | ProvisionDeclaration):
        for inner in part.parts:
            yield from _pieces(inner)
    elif isinstance(part.node, Effect):
        yield "effect", part.first, part.last
    else:
        kind = type(part.node).__name__ if isinstance(part.node, HeaderClause) else ""
        yield kind, part.first, part.last
