"""Lines are broken where they do not fit and nowhere else, by what a terminal shows."""

from __future__ import annotations

from checker.authoring.fitting import Break, Layout, Line, Nest, Remark, fit, group, width_of


def call(*words: str) -> Layout:
    content = tuple(part for word in words for part in (Line(), word))
    return group("a {", Nest(content), Line(), "}")


def test_a_group_stays_on_one_line_up_to_the_width_and_not_beyond() -> None:
    assert fit(call("bb", "cc"), 11) == "a { bb cc }"
    assert fit(call("bb", "cc"), 10) == "a {\n  bb\n  cc\n}"


def test_an_inner_group_is_broken_only_if_it_does_not_fit_by_itself() -> None:
    outer = group("x", Nest((Line(), call("bb"), Line(), call("cc" * 4))))
    assert fit(outer, 12) == "x\n  a { bb }\n  a {\n    cccccccc\n  }"


def test_what_stands_behind_a_group_counts_up_to_where_a_line_may_end() -> None:
    assert fit((call("bb"), "!!!"), 10) == "a {\n  bb\n}!!!"
    assert fit((call("bb"), group(Line(), "!!!")), 10) == "a { bb }\n!!!"


def test_a_chinese_character_is_two_columns_wide_and_a_combining_one_none() -> None:
    assert (width_of("海关"), width_of("（二）"), width_of("e\u0301"), width_of("“a”")) == (4, 6, 1, 3)
    assert fit(call("海关"), 10) == "a { 海关 }"
    assert fit(call("海关"), 9) == "a {\n  海关\n}"


def test_a_break_breaks_every_group_around_it() -> None:
    assert fit(group("a", Nest((Line(), group("b", Nest((Break(), "c")))))), 80) == "a\n  b\n    c"


def test_the_width_of_a_remark_never_counts() -> None:
    assert fit((call("bb"), Remark("  # " + "x" * 80), Break(), "c"), 10) == "a { bb }  # " + "x" * 80 + "\nc"


def test_no_line_ends_in_blanks() -> None:
    assert fit(("a ", Nest((Break(blank=True), "b ", Break())), "c"), 80) == "a\n\n  b\n  c"
