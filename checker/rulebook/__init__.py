"""Layer 3: the rulebook. Takes a folder of rule files; gives the law in it, resolved, typed and immutable.

`load` is the way in, `model` what comes out. Knows no plan and no verdict.
"""

from __future__ import annotations

from checker.rulebook.load import load, load_texts
from checker.rulebook.model import Document, Header, Provision, Question, Rulebook, Scenarios

__all__ = ["Document", "Header", "Provision", "Question", "Rulebook", "Scenarios", "load", "load_texts"]
