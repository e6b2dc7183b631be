"""How tables and maps look, light or dark as their reader has it: one colour for a verdict, told by no colour alone.

The colours are after Okabe and Ito, whom people who see fewer colours can tell apart; every pair of text and ground
stands at least 4.5 to 1 apart. Beside its colour a verdict has a letter, and what is no answer a pattern.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.logic.decisions import Decision
from checker.reports.labels import LANGUAGES

# verdict: its colour on a light ground, and on a dark one
COLOURS: dict[str, tuple[str, str]] = {
    "permitted": ("#9ad9c1", "#0b5c45"),
    "forbidden": ("#f5ab85", "#7d3106"),
    "required": ("#9cc9ee", "#164f82"),
    "not-required": ("#e3eff9", "#33475a"),
    "discretion": ("#e8bdd7", "#6d3459"),
    "gap": ("#ffffff", "#15181c"),
    "known-gap": ("#dde0e3", "#41474e"),
    "conflict": ("#f6e45e", "#665800"),
    "open": ("#f3dfb2", "#57430f"),
}
VALUES: tuple[tuple[str, str], ...] = (
    ("#9ad9c1", "#0b5c45"),
    ("#9cc9ee", "#164f82"),
    ("#f6e45e", "#665800"),
    ("#e8bdd7", "#6d3459"),
    ("#f5ab85", "#7d3106"),
    ("#c9d3dc", "#44505c"),
)
"""The colours of values, one after the other, from the first again where they are more."""

FONTS = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

PATTERNED = ("gap", "known-gap", "conflict")
LIGHT = {"ground": "#ffffff", "text": "#1b1f23", "faint": "#575e66", "line": "#6f7780", "code": "#f1f3f5"}
DARK = {"ground": "#15181c", "text": "#eef1f3", "faint": "#a3abb3", "line": "#8a929b", "code": "#22272e"}

# verdict: its letter in English and in Chinese
LETTERS: dict[str, tuple[str, str]] = {
    "permitted": ("P", "准"),
    "forbidden": ("F", "禁"),
    "required": ("R", "应"),
    "not-required": ("N", "免"),
    "discretion": ("D", "裁"),
    "gap": ("G", "空"),
    "known-gap": ("K", "知"),
    "conflict": ("C", "冲"),
    "open": ("O", "未"),
}


def letters(verdicts: Sequence[Decision], language: str) -> tuple[str, ...]:
    """Give each verdict of a map its letter; values are numbered."""
    values = [verdict for verdict in verdicts if verdict.word == "decided"]
    return tuple(
        str(values.index(verdict) + 1)
        if verdict.word == "decided"
        else LETTERS[verdict.word][LANGUAGES.index(language)]
        for verdict in verdicts
    )


def colours(verdicts: Sequence[Decision]) -> tuple[tuple[str, str], ...]:
    """Give each verdict of a map its colour, light and dark."""
    values = [verdict for verdict in verdicts if verdict.word == "decided"]
    return tuple(
        VALUES[values.index(verdict) % len(VALUES)] if verdict.word == "decided" else COLOURS[verdict.word]
        for verdict in verdicts
    )


def _variables(colours_: dict[str, str]) -> str:
    return " ".join(f"--lx-{name}: {colour};" for name, colour in colours_.items())


def _grounds(shade: int) -> str:
    decided = VALUES[0][shade]
    every = {**{word: pair[shade] for word, pair in COLOURS.items()}, "decided": decided}
    return " ".join(f".lx .lx-{word} {{ background: {colour}; }}" for word, colour in every.items())


STYLE = f"""
.lx {{ {_variables(LIGHT)} color: var(--lx-text); background: var(--lx-ground);
  font: 1rem/1.5 {FONTS}; }}
.lx-scroll {{ overflow-x: auto; max-width: 100%; border: 1px solid var(--lx-line); border-radius: .3rem; }}
.lx-scroll:focus-visible {{ outline: 3px solid var(--lx-line); outline-offset: 2px; }}
.lx table {{ border-collapse: collapse; margin: 0; width: 100%; font-size: .9rem; }}
.lx caption {{ text-align: left; padding: .5rem .6rem; font-weight: 600; }}
.lx th, .lx td {{ text-align: left; vertical-align: top; padding: .35rem .6rem; border: 1px solid var(--lx-line);
  min-width: 5rem; max-width: 22rem; overflow-wrap: break-word; color: var(--lx-text); }}
.lx thead th {{ background: var(--lx-code); overflow-wrap: normal; }}
.lx td.lx-number, .lx th.lx-number {{ text-align: right; white-space: nowrap; min-width: 2rem; }}
.lx tbody + tbody {{ border-top: 3px double var(--lx-line); }}
.lx code {{ font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .92em;
  background: none; color: inherit; }}
.lx dl {{ margin: 1rem 0; font-size: .9rem; }}
.lx dt {{ font-weight: 600; overflow-wrap: anywhere; }}
.lx dd {{ margin: 0 0 .5rem 1rem; color: var(--lx-faint); overflow-wrap: anywhere; }}
.lx p {{ margin: .5rem 0; }}
.lx details {{ margin: .75rem 0; }}
.lx summary {{ cursor: pointer; }}
.lx figure {{ margin: 0; }}
.lx svg {{ display: block; }}
{_grounds(0)}
@media (prefers-color-scheme: dark) {{
  .lx {{ {_variables(DARK)} }}
  {_grounds(1)}
}}
@media print {{
  .lx-scroll {{ overflow: visible; border: 0; }}
  .lx tr {{ break-inside: avoid; }}
  .lx details::details-content {{ content-visibility: visible; block-size: auto; }}
}}
"""
"""The style of every fragment; it touches nothing outside an element of the class `lx`."""

PAGE_STYLE = f"""
:root {{ {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; padding: 1rem; max-width: 90rem; background: var(--lx-ground); color: var(--lx-text);
  font: 1rem/1.5 {FONTS}; }}
h1 {{ font-size: 1.4rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }}
footer {{ margin-top: 2rem; color: var(--lx-faint); font-size: .9rem; overflow-wrap: anywhere; }}
@media print {{ body {{ max-width: none; font-size: 10pt; }} }}
"""
