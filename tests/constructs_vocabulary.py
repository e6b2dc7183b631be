"""The constructs of vocabulary and documents (LANGUAGE §1–3): one row each, in the order of the language.

A row is a key (`constructs_proof.read_key`), the section, the spelling with `$TERMINAL` for each keyword, and what the
construct says. `INFORMS` holds the keys of those that change no verdict.
"""

from __future__ import annotations

Row = tuple[str, int, str, str]

NAMES: tuple[Row, ...] = (
    ("Name", 1, "x, 「x y」", "a name: a word, or any text between corner brackets"),
    ("Naming names>1", 1, "x/y", "aliases: all are the same name everywhere, in plans too"),
    ("Path parts>1", 1, "F.x, 「F.x」", "a field of a fact, an attribute of a code"),
    ("Locator", 3, "$ARTICLE 35 $PARAGRAPH 1", "a place in a document, outermost step first"),
)

HEADER: tuple[Row, ...] = (
    ("RulebookHeader", 2, "$RULEBOOK N { … }", "what holds for the whole rulebook"),
    ("RulebookHeader title", 2, '$RULEBOOK N "…"', "its title"),
    ("Version", 2, "$VERSION 1", "its version"),
    ("CoversFrom", 2, "$COVERS_FROM DAY", "the first day it speaks of"),
    ("ReviewedUntil", 2, "$REVIEWED_UNTIL DAY", "the last day looked at"),
    ("Ranks groups>1", 2, "$RANKS R > S", "the ranks of texts; the higher prevails"),
    ("Ranks equal_ranks", 9, "$RANKS R = S", "two ranks that are one"),
    ("Ruling", 2, "$RULING R, S $BY B", "who rules between texts of these ranks"),
    ("GovernedBy", 2, "$GOVERNED_BY F", "the date that decides which text is in force"),
    ("GovernedBy paths>1", 4, "$GOVERNED_BY F $ELSE G", "the next date where the first is absent"),
    ("Roles", 2, "$ROLES N, M", "who may bear a duty or decide a fact"),
    ("Timezone", 2, '$TIMEZONE "+08:00"', "the zone in which days begin"),
    ("Calendar", 2, '$CALENDAR "CN"', "whose holidays count"),
    ("PeriodCounts", 2, "$PERIOD_COUNTS $FROM next_day", "on which day a period begins to run"),
    ("PeriodCounts rolls", 2, "$ROLLS over_holidays", "an end on a holiday moves to the next working day"),
)

VOCABULARY: tuple[Row, ...] = (
    ("CodesDeclaration", 2, '$CODES N $FROM "FILE" { A : T }', "a table of codes and their attributes"),
    ("CodesDeclaration closed=false", 2, "$OPEN", "other codes exist, with any attributes"),
    ("CodesDeclaration closed=true", 9, "$CLOSED", "no other codes exist"),
    ("FieldDeclaration dated=true", 2, "A : T $DATED", "an attribute that changes with time"),
    ("KindsDeclaration", 2, "$KINDS N { … }", "a tree of kinds"),
    ("KindNode below", 2, "V { V … }", "a node that covers all below"),
    ("LevelsDeclaration", 2, "$LEVELS N { V < V }", "ordered values"),
    ("ValueDeclaration since", 2, "V $FROM DAY", "a value that exists from a day"),
    ("ValueDeclaration until", 2, "V $UNTIL DAY", "a value that exists until a day"),
    ("FieldDeclaration", 2, "x : T", "a field of a record, or an attribute of a table"),
    ("RecordDeclaration", 2, "$RECORD N { x : T }", "fields that belong together"),
    ("FactDeclaration", 2, "$FACT N : T", "what a plan says"),
    ("FactDeclaration optional=true", 2, "$FACT N : T $OPTIONAL", "a fact that may be absent"),
    ("FactDeclaration decided_by", 2, "$FACT N : T $DECIDED_BY ROLE", "a fact that only somebody can make true"),
    ("FieldDeclaration optional=true", 2, "x : T $OPTIONAL", "a field that may be absent"),
    ("FieldDeclaration decided_by", 2, "x : T $DECIDED_BY ROLE", "a field that only somebody can make true"),
    (
        "FieldDeclaration optional=true type:NamedType",
        2,
        "x : RECORD $OPTIONAL",
        "a record that may be absent as a whole",
    ),
    ("BuiltinType kind=boolean", 2, "$BOOLEAN", "yes or no"),
    ("BuiltinType kind=integer", 2, "$WHOLE", "a whole number"),
    ("BuiltinType low", 2, "$WHOLE 0..N", "the least value"),
    ("BuiltinType high", 2, "$WHOLE 0..N", "the greatest value"),
    ("BuiltinType kind=decimal", 2, "$DECIMAL(3) UNIT", "an exact number with a unit"),
    ("BuiltinType digits", 9, "$DECIMAL(3)", "how many decimals it has"),
    ("BuiltinType kind=decimal unit=kg", 9, "$DECIMAL(3) $MEASURE", "the unit it is counted in"),
    ("BuiltinType kind=money unit", 2, "$MONEY $CURRENCY", "an amount in one currency"),
    ("BuiltinType kind=percent", 9, "$PERCENT", "a share, with two decimals"),
    ("BuiltinType kind=date", 2, "$DATE", "a day"),
    ("BuiltinType kind=datetime", 2, "$DATETIME", "a day and a minute"),
    ("BuiltinType kind=duration", 2, "$DURATION", "days, hours, minutes"),
    ("BuiltinType kind=hs", 2, "$HS", "a goods code of ten digits"),
    ("BuiltinType kind=text", 2, "$TEXT", "words that are carried and never tested"),
    ("EnumerationType", 2, "$ONE_OF { V, V }", "one of a few values"),
    ("NamedType", 2, "x : N", "a type with a name of its own"),
    ("ListType", 2, "$LIST_OF RECORD", "any number of records"),
    ("FieldDeclaration type:ListType", 2, "x : $LIST_OF RECORD", "a list within a list"),
    ("Definition", 2, "$DEFINE N = C", "a name for a condition"),
    ("Definition record", 2, "$DEFINE R.x = C", "a condition of each element"),
    ("Definition body:Arithmetic", 2, "$DEFINE N = F - G", "a name for a number"),
    ("Never", 2, '$NEVER C $BECAUSE "…"', "what cannot happen in the world"),
    ("Never cites", 2, "$NEVER C $CITES D", "the text that says so"),
)

DOCUMENTS: tuple[Row, ...] = (
    ("DocumentDeclaration", 3, "$DOCUMENT D { … }", "a text of law"),
    ("DocumentDeclaration title", 3, '$DOCUMENT D "…"', "its title"),
    ("Rank", 3, "$RANK R", "its rank"),
    ("Issuer", 3, "$ISSUER B", "who made it"),
    ("NumberClause", 3, '$NUMBER "…"', "its official number"),
    ("Issued exact=true", 3, "$ISSUED DAY", "the day it was issued"),
    ("Issued exact=false", 3, "$ISSUED_BY DAY", "issued on or before a day"),
    ("InForce", 3, "$IN_FORCE_FROM DAY", "its first day in force"),
    ("InForce latest", 3, "$IN_FORCE_FROM DAY .. DAY", "a band: the first day is not known better"),
    ("Until", 3, "$UNTIL DAY", "a sunset that the text itself states"),
    ("Items", 3, "$ITEMS 1..7", "the items that are to be encoded"),
    ("Standing", 3, "$STANDING W", "how well the text is known"),
    ("Standing reason", 9, '$STANDING W "…"', "why"),
    ("Source", 3, '$SOURCE "…"', "where it was found"),
    ("AppliesWhen", 3, "$APPLIES_WHEN C", "a condition of all its provisions"),
    ("Practice", 3, "$PRACTICE", "shown beside verdicts, never a candidate"),
    ("BindOfficers", 3, "$BIND_OFFICERS", "binds officers only, never a candidate"),
    ("Repeal", 3, "$REPEAL D $BY E $FROM DAY", "the end of a text"),
    ("Repeal locator", 3, "$REPEAL D $BY E $ITEM 4", "the place that ends it"),
    ("Repeal targets>1", 3, "$REPEAL D, E $BY F", "several ended at once"),
    ("Repealed", 3, "$REPEAL D", "what is ended"),
    ("Repealed locator", 3, "$REPEAL D $ITEM 2", "the end of one place of a text"),
    ("NotEncoded items:Locator", 3, '$NOT_ENCODED D $ITEM 7 $BECAUSE "…"', "a place that was left out, and why"),
    ("NotEncoded items:Items", 3, '$NOT_ENCODED D $ITEMS 5..7 $BECAUSE "…"', "several places that were left out"),
    ("Citation", 3, "$CITES D", "the text a provision rests on"),
    ("Citation locator", 3, "$CITES D $ITEM 4", "its place"),
    ("Citation standing", 3, "$CITES D $STANDING W", "how well this place is known"),
    ("Locator article_step", 3, "$ARTICLE 35", "an article"),
    ("Locator paragraph_step", 3, "$PARAGRAPH 1", "a paragraph"),
    ("Locator item_step", 3, "$ITEM 4", "an item"),
    ("Locator point_step", 3, "$POINT 2", "a point"),
)

INFORMS = {
    "RulebookHeader title", "Version", "CoversFrom", "ReviewedUntil", "Timezone", "DocumentDeclaration title",
    "NumberClause", "Items", "Standing", "Standing reason", "Source", "NotEncoded items:Locator",
    "NotEncoded items:Items", "Citation locator", "Citation standing", "Locator", "Locator article_step",
    "Locator paragraph_step", "Locator item_step", "Locator point_step", "Never cites", "Repeal locator",
}  # fmt: skip
