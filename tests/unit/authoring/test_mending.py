"""Edits are made as long as they leave fewer mistakes and no new one."""

from __future__ import annotations

import re

from checker.authoring.mending import Texts, edited, mend
from checker.findings import Edit, Finding, Span, in_order, say


def at(file: str, text: str, start: int, end: int) -> Span:
    line = text.count("\n", 0, start) + 1
    before = text.rfind("\n", 0, start) + 1
    return Span(file, line, start - before + 1, line, end - before + 1)


def wrong(file: str, text: str, word: str, instead: str | None) -> list[Finding]:
    """Report every such word, to be mended by another one if there is one."""
    found = []
    for match in re.finditer(rf"\b{word}\b", text):
        span = at(file, text, *match.span())
        edits = () if instead is None else (Edit(span, instead),)
        found.append(Finding("N201", say("nothing is named `{name}`", name=word), span, edits=edits))
    return found


def look(words: dict[str, str | None]) -> object:
    def found(texts: Texts) -> tuple[Finding, ...]:
        return in_order(f for file, text in texts.items() for w, i in words.items() for f in wrong(file, text, w, i))

    return found


def mended(texts: Texts, words: dict[str, str | None]) -> tuple[Texts, object]:
    looking = look(words)
    assert callable(looking)
    result = mend(texts, looking)
    return result.texts, result.gone


def test_all_edits_of_all_files_are_made_together() -> None:
    texts, gone = mended({"a": "Fact x\nfact Fact", "b": "Rank", "c": "right"}, {"Fact": "fact", "Rank": "rank"})
    assert texts == {"a": "fact x\nfact fact", "b": "rank", "c": "right"}
    assert gone == {"a": 2, "b": 1}


def test_what_comes_to_light_is_mended_too_or_nothing_is() -> None:
    def found(texts: Texts) -> tuple[Finding, ...]:
        """Report what is wrong in the first part of a text, and only without that what is wrong in the second."""
        text = texts["a"]
        first = wrong("a", text, "one", "1")
        return tuple(first or [*wrong("a", text, "Two", "two"), *wrong("a", text, "Three", None)])

    assert mend({"a": "one Two"}, found).texts == {"a": "1 two"}
    assert mend({"a": "one Three"}, found).texts == {"a": "one Three"}


def test_an_edit_that_brings_another_mistake_is_left_out_and_the_others_are_made() -> None:
    texts, gone = mended({"a": "bad worse good"}, {"bad": "evil", "evil": None, "worse": "fine"})
    assert texts == {"a": "bad fine good"}
    assert gone == {"a": 1}


def test_edits_that_change_nothing_for_the_better_come_to_an_end() -> None:
    assert mended({"a": "ping"}, {"ping": "pong", "pong": "ping"}) == ({"a": "ping"}, {})


def test_of_edits_that_meet_one_is_made_and_then_the_other_as_it_is_found_then() -> None:
    def found(texts: Texts) -> tuple[Finding, ...]:
        text = texts["a"]
        matches = [match for word in ("ab", "bc") for match in re.finditer(word, text)]
        spans = [at("a", text, *match.span()) for match in matches]
        return tuple(Finding("N201", say("one"), span, edits=(Edit(span, "-"),)) for span in spans)

    assert mend({"a": "abc abc"}, found).texts == {"a": "-c -c"}


def test_a_mistake_in_a_file_that_is_not_to_be_written_is_not_mended() -> None:
    def found(texts: Texts) -> tuple[Finding, ...]:
        return (*wrong("a", texts["a"], "bad", "good"), *wrong("other", "bad", "bad", "good"))

    assert mend({"a": "bad"}, found).texts == {"a": "good"}


def test_edits_count_lines_and_columns_as_findings_do() -> None:
    text = "海关 a\n  b\nc"
    spans = [Span("t", 1, 4, 1, 5), Span("t", 2, 3, 3, 2), Span("t", 1, 1, 1, 1)]
    assert (
        edited(text, [Edit(span, word) for span, word in zip(spans, ("A", "B", "# "), strict=True)]) == "# 海关 A\n  B"
    )


def test_few_edits_that_harm_among_many_cost_few_looks() -> None:
    words = [f"w{number}" for number in range(64)]
    known = {word: ("bad" if word == "w40" else "ok") for word in words} | {"bad": None}
    looking = look(known)
    assert callable(looking)
    seen: list[Texts] = []

    def counted(texts: Texts) -> tuple[Finding, ...]:
        seen.append(texts)
        found = looking(texts)
        assert isinstance(found, tuple)
        return found

    result = mend({"a": " ".join(words)}, counted)
    assert result.texts == {"a": " ".join("w40" if word == "w40" else "ok" for word in words)}
    assert result.gone == {"a": 63}
    assert len(seen) < 40


def test_patience_comes_to_an_end_and_what_was_mended_stays() -> None:
    words = [f"w{number}" for number in range(200)]
    known: dict[str, str | None] = {word: "ok" if word == "w0" else "bad" for word in words} | {"bad": None}
    looking = look(known)
    assert callable(looking)
    seen: list[Texts] = []

    def counted(texts: Texts) -> tuple[Finding, ...]:
        seen.append(texts)
        found = looking(texts)
        assert isinstance(found, tuple)
        return found

    result = mend({"a": " ".join(words)}, counted)
    assert result.texts == {"a": " ".join(["ok", *words[1:]])}
    assert len(seen) < 150
