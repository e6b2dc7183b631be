"""Hostile code tables and settings: YAML that stands for more than is written, or for what lies elsewhere."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.inputs import CODES, Hostile, Legitimate, bomb, put, settings, table

NUMBERS = "{number: 1}"


def tower(count: int) -> str:
    """Write codes each of which lies below the one before."""
    return f"c0: {NUMBERS}\n" + "".join(f"c{n}: {{parent: c{n - 1}}}\n" for n in range(1, count))


def elsewhere(path: str) -> str:
    """Declare a table whose file lies elsewhere."""
    return CODES.replace("codes/office.yaml", path)


def linked(folder: Path) -> None:
    """Put a link to a file outside the rulebook where a code table is due."""
    table("a: {}")(folder)
    put(folder / "secret.yaml", "root: {number: 1}\n")
    (folder / "law" / "codes" / "office.yaml").unlink()
    (folder / "law" / "codes" / "office.yaml").symlink_to(folder / "secret.yaml")


def declared(path: str) -> Hostile:
    """Make the input of a table that is declared to lie somewhere outside."""
    return Hostile(
        f"a code table at {path}",
        lambda folder: put(folder / "law" / "codes.rules", elsewhere(path)),
        "D106",
        "there is no code table",
    )


HOSTILE = (
    declared("../secret.yaml"),
    declared("../../../../etc/passwd"),
    declared("/etc/passwd"),
    Hostile("a code table behind a link", linked, "S105", "it is a link"),
    Hostile("an alias bomb for a code table", table(bomb()), "D106", "a text that begins with `&` goes between quotes"),
    Hostile("a table that holds itself", table("a: &a {number: *a}\n"), "D106", "begins with `&`"),
    Hostile(
        "a tag that makes an object", table('a: !!python/object/apply:os.system ["id"]\n'), "D106", "begins with `!`"
    ),
    Hostile("a merge key in a code table", table("a: {number: 1}\nb: {<<: {number: 2}}\n"), "D106", "is named `<<`"),
    Hostile("a code listed twice", table(f"a: {NUMBERS}\na: {NUMBERS}\n"), "D106", "`a` is listed twice"),
    Hostile("brackets 100,000 deep in a code table", table("a: " + "[" * 100_000), "D106", "more than 40 deep"),
    Hostile(
        "blocks 500 deep in a code table", table("".join(" " * n + "a:\n" for n in range(500))), "D106", "more than 40"
    ),
    Hostile("50,000 documents in a code table", table("--- {}\n" * 50_000), "D106", "it holds more than one document"),
    Hostile("a code table of 6 MB", table("# much too long\n" * 400_000), "S190", "file of more than 4 MB"),
    Hostile(
        "a number of 10,000 digits in a code table", table(f"a: {{number: {'9' * 10_000}}}\n"), "D106", "whole number"
    ),
    Hostile("an escape that is no character", table('a: "\\UFFFFFFFF"\n'), "D106", "means nothing"),
    Hostile(
        "a terminal escape as a code", table(f'"\\e[2J": {NUMBERS}\n'), "D106", "a character that no text may hold"
    ),
    Hostile("codes 300 above one another", table(tower(300)), "S190", "has more than 40 codes above it"),
    Hostile(
        "codes in a circle",
        table("".join(f"c{n}: {{parent: c{(n + 1) % 30}}}\n" for n in range(30))),
        "D106",
        "above itself",
    ),
    Hostile("an alias bomb for settings", settings(bomb()), "S105", "begins with `&`"),
    Hostile(
        "a tag in the settings", settings('rules: !!python/object/apply:os.system ["id"]\n'), "S105", "begins with `!`"
    ),
    Hostile("brackets 100,000 deep in the settings", settings("rules: " + "[" * 100_000), "S105", "more than 40 deep"),
    Hostile("settings of 50 MB", settings("#" * 50_000_000), "S190", "file of more than 1 MB"),
    Hostile("settings that are no text", settings(bytes(range(256))), "S105", "it is not in UTF-8"),
    Hostile("settings that turn around", settings("rules: law\u202e\n"), "S192", "turns the direction"),
    Hostile(
        "a rulebook named by a terminal escape",
        settings('rules: "\\e[2Jlaw"\n'),
        "S105",
        "`\\u001b[2Jlaw`, is not there",
    ),
    Hostile("a rulebook named by a zero byte", settings('rules: "\\0"\n'), "S105", "`\\u0000`, is not there"),
    Hostile("a rulebook with a name of 5,000 characters", settings(f"rules: {'x' * 5_000}\n"), "S105", "is not there"),
    Hostile("a rulebook that is a file", settings("rules: plan.yaml\n"), "S105", "is not there"),
    Hostile("settings twice", settings("rules: law\nrules: law\n"), "N202", "`rules` is set twice"),
    Hostile("settings nobody knows", settings("rules: law\nrun: rm -rf /\n"), "N201", "no setting is named `run`"),
)

LEGITIMATE = (
    Legitimate("codes 40 above one another", table(tower(41))),
    Legitimate("3,000 codes", table("".join(f"c{n}: {{number: {n}}}\n" for n in range(3_000)))),
)
