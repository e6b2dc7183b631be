"""From parse tree to nodes: one short method for each rule of the grammar, by families of rules.

The methods run while the parser reduces, each with what its rule covers; a statement comes out as `Built`.
"""

from __future__ import annotations

from checker.syntax.build.clauses import Built
from checker.syntax.build.conditions import ConditionRules
from checker.syntax.build.documents import DocumentRules
from checker.syntax.build.effects import EffectRules
from checker.syntax.build.names import NameRules
from checker.syntax.build.provisions import ProvisionRules
from checker.syntax.build.questions import QuestionRules
from checker.syntax.build.vocabulary import VocabularyRules


class Builder(NameRules, ConditionRules, VocabularyRules, DocumentRules, QuestionRules, ProvisionRules, EffectRules):
    """All rules of the grammar."""


__all__ = ["Builder", "Built"]
