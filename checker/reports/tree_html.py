"""The tree of a question as nested lists of HTML: each exception, proviso and override below what it is aimed at.

Lists rather than a drawing: read aloud they say how deep one is, on a phone they break where the line ends, and they
print. Takes trees, gives markup without a script.
"""

from __future__ import annotations

from checker.reports.atlas_labels import atlas_words
from checker.reports.atlas_markup import Address, dated, named, nowhere
from checker.reports.citations import DOT
from checker.reports.finding_html import escaped
from checker.reports.labels import Labels
from checker.reports.tree_words import days_words, form_words, said_words, source_words
from checker.rulebook.model import Question
from checker.uses.trees import TreeProvision


def tree_html(question: Question, trees: tuple[TreeProvision, ...], language: str, address: Address = nowhere) -> str:
    """Write the tree of a question."""
    label = atlas_words(language)
    items = "".join(_item(row, question.name, label, address) for row in trees)
    return f'<ul class="atlas-tree">{items}</ul>'


def _item(row: TreeProvision, question: str, label: Labels, address: Address) -> str:
    form, provision = form_words(row, label), row.provision
    relation = f'<span class="atlas-form">{escaped(form)}</span> ' if form else ""
    title = f" {escaped(provision.title)}" if provision.title else ""
    said = "".join(f"<p>{escaped(text)}</p>" for text in said_words(row, question, label))
    because = provision.relation.because if provision.relation else None
    why = f"<p>{escaped(label['because'])}: {escaped(because)}</p>" if because else ""
    source = f'<p class="atlas-source">{dated(DOT.join((source_words(row, label), days_words(row, label))))}</p>'
    below = "".join(_item(each, question, label, address) for each in row.below)
    inner = f"<ul>{below}</ul>" if below else ""
    name = named("declared", provision.name, address)
    return f"<li><p>{relation}{name}{title}</p>{said}{why}{source}{inner}</li>"
