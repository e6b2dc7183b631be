"""Layer 4: a legal question compiled once into an exact map from facts to verdicts, and read by every use.

The way through: `windows` and `world` add time and impossibility to the conditions; `lowering` (with `twins`, `days`)
turns them into trees over `fields`; `trees` and `space` into branches, boxes that are `sparse`, and the matrix;
`bounds` tells without compiling what is small enough to be compiled; `network` (with `joining`) says who bears on
whom and `precedence` who prevails; `question` puts these together. `scene` lays a plan in (with `reckoning` and
`others`), `case` makes a space of what is left open, `feasibility` (with `crowds`) says what of it can happen.
`resolution` is LANGUAGE §6, `judgement` (with `deeds`, `needs`) reads the verdict, `links` ties tested questions to
theirs, `law` keeps it all for one rulebook and day.

Two rulebooks: `versions` (with `widening`, `retelling`) lays a question of both into one case, `decisions` divides it
by what is decided, `differences` cuts the one by the other.

All cases at once: `horizon` asks a question over every case it may be asked of, with codes laid out by `merging`;
`effort` bounds what that may cost, and `searching` tells which searches were given up for it. Sets of these cases:
`silence`; by time `axis`, `lapsing`, `ends`, `changes`; at single values `seams`; of several claims `together`,
`blame`; without one provision `removal`; of like codes `likeness`. An `area` is such a set on its way to a report;
`limits` (with `code_words`) and `constants` say what is in a box of it, `witness` makes a plan.
"""

from checker.logic.case import Case
from checker.logic.judgement import Judgement
from checker.logic.law import Law
from checker.logic.lowering import UnitName
from checker.logic.resolution import Resolution
from checker.logic.scene import Subject
from checker.logic.verdict import COMPLIANCE, PRINCIPLES, VERDICTS, Clash, Loss, Outcome, Verdict, Way

__all__ = [
    "COMPLIANCE",
    "PRINCIPLES",
    "VERDICTS",
    "Case",
    "Clash",
    "Judgement",
    "Law",
    "Loss",
    "Outcome",
    "Resolution",
    "Subject",
    "UnitName",
    "Verdict",
    "Way",
]
