"""The logic against the oracle, on random rulebooks and plans; and that the random ones are rich enough."""

from __future__ import annotations

import ast
import re
from collections import Counter
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from checker.logic import Law
from tests.agreement import Experiment, Told, disagreements, experiments, load
from tests.oracle_specialty import TooManyPointsError, is_special
from tests.strategies import Source, sources

TESTS = Path(__file__).resolve().parents[1]
EXAMPLES = 500
LEAST = EXAMPLES // 100

WORDS = (
    "permitted",
    "forbidden",
    "required",
    "not-required",
    "decided",
    "discretion",
    "gap",
    "known-gap",
    "conflict",
    "open",
    "not-applicable",
)
PRINCIPLES = ("explicit", "rank", "specialty", "recency")
COMPLIANCE = ("met", "breached", "unknown")
CONSTRUCTS = {
    "kinds": r" (in|is) (area|zone)",
    "levels": r"credit (<|>|<=|>=|is|in|between) ",
    "numbers": r"(kg|load) (<|>|<=|>=|in|between) (\d|\{)",
    "optional": r" optional",
    "absent": r" is (given|absent)",
    "open table": r" open \{",
    "closed table": r" closed \{",
    "attribute": r"(home|entry|from)\.(kind|grade|district)",
    "attribute of an attribute": r"\.district\.kind",
    "dated attribute": r"\.region is",
    "parent": r' in "4900"',
    "fact against fact": r"(\w+) is (not )?(other_\1|leg\.\w+|decl\.\w+|entry|home|mode|site)\b",
    "codes compared": r"(home|entry|from) is (not )?(decl\.home|home|entry|leg\.from)\b",
    "dated value": r" (until|from) 2014-12-01[ ,}]",
    "record": r"fact decl : declaration",
    "list": r"fact legs : list of leg",
    "definition": r"define far",
    "definition of an element": r"define leg\.odd",
    "unless": r" unless (?!otherwise)",
    "limbs": r"(all|any) of \{",
    "never": r"\nnever .*?(?<!leg\.)\bbecause",
    "never of elements": r"\nnever .*leg\.",
    "ranks": r"rank (law|notice)",
    "issuers": r"issuer mof",
    "band": r"in force from \S+ \.\. ",
    "sunset": r"in force from .*until ",
    "applies when": r"applies when",
    "practice": r"practice  issued",
    "officers": r"bind officers",
    "repeal": r"\nrepeal d\d (item \d )?by",
    "repeal of an item": r"\nrepeal d\d item",
    "for each": r"for each leg in legs",
    "scope": r"question .* within ",
    "choice": r"about (leg\.|decl\.)?\w+",
    "value": r"answers integer",
    "collecting": r"collects text",
    "silence": r"silence means",
    "governing date": r"question .* governed by",
    "chain of governing dates": r"governed by .* else day",
    "deed": r"done when",
    "deed with a date": r"done at done",
    "deed of an element with a date": r"done at leg\.on",
    "exception": r"exception to",
    "exception in a question": r"exception to p\d in",
    "proviso": r"proviso to",
    "override": r"overrides",
    "authorised": r"authorised by",
    "reserved": r"unless otherwise provided  ",
    "reserved against ranks": r"unless otherwise provided by",
    "replaces": r"replaces p\d by",
    "from": r"item \d .*?  from ",
    "until": r"cites .*  until ",
    "only if": r"only if",
    "in": r"(permit|forbid) q\d in \{",
    "only in": r"only in",
    "require is": r"require q\d is",
    "bearer": r"require q\d by",
    "leave to": r"leave q\d to customs",
    "leave open": r"leave q\d open",
    "known gap": r"known gap",
    "apply": r"apply p\d",
    "under": r"under when",
    "any": r"any x in legs: ",
    "every": r"every x in legs: ",
    "no": r"\bno x in legs: ",
    "inner list": r"y in leg\.boxes",
    "list within a list": r"x in legs: \(\w+ y in x\.boxes: ",
    "element against the subject": r"\(x\.\w+ is (not )?(leg\.\w+|decl\.mode|(other_)?(mode|site)|wet|cold)\)",
    "count": r"count x in legs where",
    "count of all": r"count x in legs (>|is|<)",
    "count against a fact": r"count x in legs where \(.*?\) [<>]=? (extra\.pages|few)",
    "sum": r"sum x\.load of x in legs",
    "inner sum": r"sum y\.kilos of y in leg\.boxes",
    "order of numbers": r"(kg|few|load|pages) ([<>]=?|is|is not) (decl\.kg|few|leg\.load|extra\.pages)",
    "order of levels": r"\bcredit [<>]=? other_credit",
    "order of dates": r"(day|late|done|leg\.on) [<>]=? (day|late|done|leg\.on)",
    "arithmetic": r"(kg|few|load|pages) [+-] (decl\.kg|few|leg\.load|extra\.pages|kg) [<>]",
    "decimals": r"gross [+<>]=? |net [+<>]=? ",
    "definition of a number": r"define margin",
    "defined number": r"margin [<>]=? \d",
    "days between": r" - (day|late|done|leg\.on) [<>]=? \d+ days",
    "day moved": r" \+ 31 days [<>]",
    "within a period": r"is within \d",
    "not within a period": r"is not within \d",
    "at least a period": r"is (not )?at least \d",
    "hours": r"\d+ hours",
    "months": r"\d+ months",
    "before": r" before ",
    "earliest": r"earliest of",
    "question in a condition": r"q0 is (not )?(permitted|forbidden|required|not-required)",
    "value of a question": r"q0 is (not )?[123]\b",
    "late": r"q0 is late",
    "not late": r"q0 is not late",
    "duty with a period": r"require q\d (by \w+ )?(within|at least)",
    "permission with a period": r"permit q\d (within|at least)",
    "table": r"table q\d by [^{]*(?<!in order) \{",
    "table in order": r"table q\d by .*? in order \{",
    "reading": r'reading r\d "',
    "other reading": r"reading r\d else",
    "optional record": r"fact extra : note optional",
    "record given or absent": r"\bextra is (given|absent)",
    "field of an optional record": r"extra\.(urgent|pages)",
    "never in a list in a list": r"never .*box\.",
}
TRAITS = (
    "missing list",
    "missing inner list",
    "impossible plan",
    "as of",
    "turned",
    "split by anybody",
    "split by a role",
    "split by a list",
    "split by a question",
)
POINTS = 600
found: Counter[str] = Counter()


# Without shrinking, which takes minutes: what fails is printed whole.
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(experiments())
def agree(experiment: Experiment) -> None:
    assert list(disagreements(experiment)) == []
    seen = {construct for construct, pattern in CONSTRUCTS.items() if re.search(pattern, experiment.source.text)}
    for judged in experiment.judged:
        seen |= {"missing list"} if "legs" in experiment.source.text and not judged.facts.lists else set()
        inner = [leg.lists for legs in judged.facts.lists.values() for leg in legs]
        seen |= {"missing inner list"} if "list of box" in experiment.source.text and {} in inner else set()
        seen |= {"impossible plan"} if not judged.told else set()
        for told in judged.told:
            seen |= traits(told)
    seen |= {"as of"} if experiment.seen.as_of is not None else set()
    seen |= {"turned"} if experiment.seen.turned else set()
    found.update(seen)


@settings(
    max_examples=EXAMPLES // 5,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(sources())
def agree_on_specialty(source: Source) -> None:
    law = Law(load(source))
    for special, general in permutations(law.book.provisions, 2):
        try:
            right = is_special(law.book, special, general, POINTS)
        except TooManyPointsError:
            found["too many"] += 1
            continue
        assert law.precedence.is_special(special, general) is right, (source.text, special, general)
        found[str(right)] += 1


def traits(told: Told) -> set[str]:
    """Return the word, principles and compliance a verdict is an example of."""
    seen = {word for word, _, _ in told.ways} if told.grounds is not None else {"open"}
    seen |= set(told.grounds.principles) if told.grounds is not None else set()
    if told.needs is not None:
        seen |= {"split by anybody" if told.needs[1] is None else "split by a role"}
        seen |= {"split by a list"} if told.needs[0] & {"legs", "leg.boxes"} else set()
        seen |= {"split by a question"} if "q0" in told.needs[0] else set()
    return seen | ({told.compliance} if told.compliance is not None else set())


def test_the_logic_says_what_the_oracle_says() -> None:
    found.clear()
    agree()
    wanted = (*WORDS, *PRINCIPLES, *COMPLIANCE, *CONSTRUCTS, *TRAITS)
    rare = {trait: found[trait] for trait in wanted if found[trait] < LEAST}
    assert rare == {}


def test_special_is_what_every_point_shows_to_be() -> None:
    found.clear()
    agree_on_specialty()
    assert min(found["True"], found["False"]) >= EXAMPLES
    assert found["too many"] <= (found["True"] + found["False"]) // 25


def test_the_oracle_shares_nothing_with_the_logic() -> None:
    oracle = sorted(TESTS.glob("oracle*.py"))
    assert len(oracle) == 12
    named = {
        name
        for path in oracle
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
    }
    assert {name for name in named if name.startswith("checker")} == {"checker.rulebook.model"}
