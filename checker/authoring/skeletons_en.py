"""The texts of skeletons in English, with places for names. See `skeletons`."""

from __future__ import annotations

_VOCABULARY = """\
# Vocabulary

The words in which plans are written and provisions speak. Declare here what your texts ask for. A name may have
others after a slash, such as its Chinese one: `direction/进出口方向`. Ranks are written from the highest down:
`law > regulation > announcement`.

```rules
rulebook $name "$title" {
  version 1
  covers from 2020-01-01
  reviewed until 2020-12-31
  ranks announcement
  governed by decl.accepted_at
  roles declarant
}

record declaration {
  accepted_at : date
  direction : one of { import, export }
  sealed : boolean
}
fact decl : declaration
```
"""

_QUESTIONS = """\
# Questions

What these pages answer, and where an answer is demanded. The scope of a question follows from the legal issue, not from
the answers there happen to be: where the issue arises and no text speaks, the verdict is a gap.

```rules
question sealing "Must the goods be sealed?"
  within decl.direction is import
  done when decl.sealed
```
"""

_EXAMPLE = """\
# An example, to be replaced

This text does not exist. It shows how a page is made: prose that explains the text in your own words, the rules, and
scenarios whose verdicts you wrote down yourself. Where no text speaks and you have looked, `known gap` says so; where
you have not, `lexport lint` asks. The open point travels with every verdict that rests on the example,
so that none is taken for law. Write your first page with `lexport new document`, then delete this one.

```rules
document example_text "An example, not law" {
  rank announcement
  issuer nobody
  issued 2020-01-01
  in force from 2020-02-01
  items 1..1
  standing interpretation "an example"
}

provision example_seal "Imports are sealed"
  cites example_text item 1
  when decl.direction is import
  require sealing by declarant

known gap before_the_example in sealing
  when decl.accepted_at < 2020-02-01
  because "no text speaks before 2020-02-01"

open point replace_the_example on example_seal
  because "this is an example and not law: put a text you have read in its place"
```

```scenario
plan: An import that is not sealed
facts:
  decl: {accepted_at: 2020-06-01, direction: import, sealed: false}
expect:
  sealing: {verdict: required, winners: [example_seal], compliance: breached}
because: item 1 of the example
```

```scenario
plan: An import before the text was in force
facts:
  decl: {accepted_at: 2020-01-15, direction: import, sealed: false}
expect:
  sealing: {verdict: known-gap, gap: before_the_example}
because: no text speaks before 2020-02-01
```
"""

RULEBOOK = {
    "lexport.yaml": "# Configuration of the tool, never law.\nrules: rules\nlanguage: en\n",
    "rules/vocabulary.md": _VOCABULARY,
    "rules/questions.md": _QUESTIONS,
    "rules/example.md": _EXAMPLE,
}

DOCUMENT = """\
# $heading

What the text is about, when it was published, and where it was read: in your own words, never copied.

```rules
document $name "$title" {
$clauses}
```
"""

# Each clause of a document with its value, and what stands there without one: nothing, or something to fill in.
DOCUMENT_CLAUSES = {
    "rank": ("rank $value", "rank rank_to_fill_in"),
    "issuer": ("issuer $value", "# issuer ISSUER"),
    "number": ('number "$value"', ""),
    "issued": ("issued $value", "issued 0000-00-00"),
    "in_force": ("in force from $value", "in force from 0000-00-00"),
    "items": ("items $value", "items 1..1"),
    "standing": (
        "standing $value",
        "standing standing_to_fill_in  # read, read_in_part, translated, reported, secondary, interpretation",
    ),
}

ITEM = "item $item"

PROVISION = """\
provision $name
  cites $document $place
  when condition_to_fill_in
  leave $question to effect_to_fill_in  # or permit, forbid, require, exempt, decide
"""

QUESTION = "question_to_fill_in"

SCENARIO = """\
plan: $name
facts:
  fact_to_fill_in: value_to_fill_in
expect:
  $question: verdict_to_fill_in
because: the place of the text that says so
"""
