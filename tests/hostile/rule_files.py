"""Hostile files of rules: characters nobody sees, and more than can be read of anything."""

from __future__ import annotations

from tests.hostile.inputs import RULES, Hostile, Legitimate, file, rules

FIRST = "provision p cites d item 1 when "
LAST = " require seal by carrier\n"


def lines(count: int, template: str) -> str:
    """Write a line so many times, each with its number."""
    return "".join(template.format(n=n, before=n - 1, after=(n + 1) % count) + "\n" for n in range(count))


def records(count: int, fields: str) -> str:
    """Write records each of which has the next in some fields."""
    written = (f"record r{n} {{ {'  '.join(f'{field} : r{n + 1}' for field in fields)} }}\n" for n in range(count))
    return "".join(written) + f"record r{count} {{ x : date }}\n"


def definitions(count: int, body: str = "{before}") -> str:
    """Write definitions each of which stands on the one before."""
    return "define d0 = sealed\n" + "".join(
        f"define d{n} = {body.format(before=f'd{n - 1}')}\n" for n in range(1, count)
    )


def questions(count: int) -> str:
    """Write questions each of which tests the one before."""
    asked = lines(count, 'question q{n} "?"') + "provision p0 cites d item 1 permit q0\n"
    hanging = "provision p{n} cites d item 1 when q{before} is permitted permit q{n}\n"
    return asked + "".join(hanging.format(n=n, before=n - 1) for n in range(1, count))


def pairs(count: int) -> str:
    """Write a condition that falls apart into two to the power of so many alternatives."""
    facts = lines(count, "fact a{n} : boolean  fact b{n} : boolean")
    return facts + FIRST + " and ".join(f"(a{n} or b{n})" for n in range(count)) + LAST


HOSTILE = (
    Hostile("no text at all", rules(b"fact \x00\x01\x02 : boolean\n"), "S105", "it is no text"),
    Hostile("UTF-16", rules(RULES.encode("utf-16")), "S105", "it is in UTF-16"),
    Hostile("another encoding", rules("fact 重量 : boolean\n".encode("gbk")), "S105", "it is not in UTF-8"),
    Hostile("a terminal escape in a title", rules('question q "\x1b[2J?"\n'), "S191", "U+001B is a control character"),
    Hostile("a bell in a comment", rules("# \x07\n"), "S191", "U+0007 is a control character"),
    Hostile(
        "lines that end in a carriage return alone", rules("# a\rfact x : boolean\r"), "S191", "U+000D ends a line"
    ),
    Hostile("rules behind a line separator in a comment", rules("# a\u2028fact x : boolean\n"), "S191", "U+2028 ends"),
    Hostile("a comment that turns the rules around", rules("# \u202e } \u2066\n"), "S192", "turns the direction"),
    Hostile("a zero-width blank in a name", rules("fact se\u200baled : boolean\n"), "S192", "U+200B is invisible"),
    Hostile("a byte-order mark in the middle", rules("fact a : boolean\n\ufeff\n"), "S192", "U+FEFF is invisible"),
    Hostile("tags that nobody sees", rules('question q "a\U000e0041?"\n'), "S192", "U+E0041 is invisible"),
    Hostile(
        "a Cyrillic letter in a Latin name", rules("fact se\u0430led : boolean\n"), "S193", "CYRILLIC SMALL LETTER A"
    ),
    Hostile(
        "a Greek letter in a Latin name", rules("fact m\u03bfde : boolean\n"), "S193", "GREEK SMALL LETTER OMICRON"
    ),
    Hostile("a radical for a Chinese character", rules("fact 「\u2f00般」 : boolean\n"), "S193", "KANGXI RADICAL ONE"),
    Hostile("a joiner in a name", rules("fact 「a\u200db」 : boolean\n"), "S193", "U+200D in a name is invisible"),
    Hostile(
        "a selector behind a name", rules("fact sealed\ufe0f : boolean\n"), "S193", "U+FE0F in a name is invisible"
    ),
    Hostile("a file of 2 MB", rules("# far too long\n" * 140_000), "S190", "file of more than 1 MB"),
    Hostile("a line of 300,000 characters", rules("#" + "x" * 300_000), "S190", "line of more than 10000 characters"),
    Hostile("a name of 9,000 characters", rules(f"fact {'n' * 9_000} : boolean\n"), "S190", "name of more than 200"),
    Hostile("Chinese without any blank", rules(f"条款 {'第' * 9_000}\n"), "S190", "name of more than 200"),
    Hostile(
        "keywords without any blank",
        rules(f"条款 甲 依据 d 当 {'方式为海且' * 1_500}\n"),
        "S190",
        "name of more than 200",
    ),
    Hostile(
        "20,000 mistakes", rules("provision p cites when\n" * 20_000), "S190", "more than 1000 mistakes", alone=False
    ),
    Hostile(
        "unknown names in 1,500 provisions",
        rules(lines(1_500, "provision p{n} cites d item 1 when nothing_{n} require seal by carrier")),
        "S190",
        "more than 1000 mistakes",
        alone=False,
    ),
    Hostile("brackets 4,000 deep", rules(f"{FIRST}{'(' * 4_000}sealed{')' * 4_000}{LAST}"), "S190", "nests too deeply"),
    Hostile("brackets that never close", rules(f"{FIRST}{'(' * 9_000}sealed\n"), "S190", "nests too deeply"),
    Hostile("not not not …", rules(f"{FIRST}{'not ' * 2_000}sealed{LAST}"), "S190", "nests too deeply"),
    Hostile(
        "a sum of 2,000 parts", rules(f"fact n : integer 0..9\n{FIRST}n{' + n' * 2_000} > 3{LAST}"), "S190", "nests too"
    ),
    Hostile("under 300 deep", rules("under cites d item 1 {\n" * 300 + "}" * 300), "S190", "nests too deeply"),
    Hostile("kinds 500 deep", rules("kinds k {\n" + lines(500, "k{n} {{") + "}" * 501), "S190", "nests too deeply"),
    Hostile("a number of 5,000 digits", rules(f"fact n : integer 0..{'9' * 5_000}\n"), "S190", "number of more than"),
    Hostile("records 300 deep", rules(records(300, "x")), "S190", "records stand in one another more than 20 deep"),
    Hostile("a billion facts by records of records", rules(records(19, "abc")), "S190", "more than 10000 facts"),
    Hostile("definitions 300 deep", rules(definitions(300)), "A101", "definitions stand in one another more than 50"),
    Hostile("definitions that double", rules(definitions(40, "{before} and {before}")), "A101", "uses of definitions"),
    Hostile("definitions in a circle", rules(lines(30, "define d{n} = d{after}")), "D301", "is defined by itself"),
    Hostile(
        "exceptions in a circle",
        rules(lines(300, "provision e{n} cites d item 1 exception to e{after} forbid seal")),
        "D301",
        "run in a circle",
    ),
    Hostile(
        "questions in a circle",
        rules(lines(30, 'question q{n} "?"  provision p{n} cites d item 1 when q{after} is permitted permit q{n}')),
        "D301",
        "questions test one another",
    ),
    Hostile("questions 300 deep", rules(questions(300)), "S190", "more than 50 questions hang on one another"),
    Hostile(
        "2,000 provisions on one question",
        rules(lines(2_000, "provision p{n} cites d item 1 permit seal")),
        "S190",
        "provisions answer `seal`",
    ),
    Hostile("a condition of a billion alternatives", rules(pairs(30)), "A101", "falls apart into more than"),
)

LEGITIMATE = (
    Legitimate(
        "a byte-order mark and the line ends of Windows",
        file("law/rules.rules", b"\xef\xbb\xbf" + RULES.replace("\n", "\r\n").encode()),
    ),
    Legitimate("a comment of 9,999 characters", rules("#" + "x" * 9_998 + "\n")),
    Legitimate("a name of 200 characters", rules(f"fact {'n' * 200} : boolean\n")),
    Legitimate("Chinese and Latin letters in one name", rules("fact A类企业 : boolean\nfact B2B出口 : boolean\n")),
    Legitimate("a name in Cyrillic letters alone", rules("fact \u0433\u0440\u0443\u0437 : boolean\n")),
    Legitimate("an accent written as two characters", rules("fact cafe\u0301 : boolean\ndefine c = caf\u00e9\n")),
    Legitimate("a joiner in a title", rules('question q "\U0001f469\u200d\u2696\ufe0f?"\n')),
    Legitimate("brackets 40 deep", rules(f"{FIRST}{'(' * 40}sealed{')' * 40}{LAST}")),
    Legitimate("definitions 40 deep", rules(definitions(40))),
    Legitimate("records 20 deep", rules(records(19, "x") + "fact top : r0\n")),
    Legitimate("6,000 facts by records of records", rules(records(7, "abc") + "fact top : r0\nfact other : r0\n")),
    Legitimate("questions 40 deep", rules(questions(40))),
    Legitimate("half a megabyte of prose", file("law/page.md", "Long live the law.\n" * 26_000)),
    Legitimate("300 provisions on one question", rules(lines(300, "provision p{n} cites d item 1 permit seal"))),
)
