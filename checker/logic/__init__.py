"""Layer 4: a legal question compiled once into an exact map from facts to verdicts, and read by every use.

The way through: `windows` and `world` add time and impossibility to the conditions; `lowering` (with `twins`, `days`)
turns them into trees over `fields`; `trees` and `space` into branches and the matrix; `network` says who bears on
whom and `precedence` who prevails; `question` puts these together. `case` lays a plan in, `resolution` is LANGUAGE
§6, `judgement` reads the verdict, `law` keeps it all for one rulebook and day.
"""

from checker.logic.case import Case, Subject
from checker.logic.law import Law
from checker.logic.resolution import Resolution
from checker.logic.space import UnitName
from checker.logic.verdict import COMPLIANCE, PRINCIPLES, VERDICTS, Clash, Loss, Outcome, Verdict, Way

__all__ = [
    "COMPLIANCE",
    "PRINCIPLES",
    "VERDICTS",
    "Case",
    "Clash",
    "Law",
    "Loss",
    "Outcome",
    "Resolution",
    "Subject",
    "UnitName",
    "Verdict",
    "Way",
]
