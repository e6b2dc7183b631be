"""The page of an atlas that accounts for every item of every document, and for every fact of the sources.

Takes the account, gives Markdown whose sections are HTML. Needs no script. Whatever others wrote is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.reports.atlas_labels import atlas_words
from checker.reports.atlas_markup import Address, named, table
from checker.reports.atlas_question import written
from checker.reports.finding_html import escaped
from checker.reports.labels import Labels
from checker.rulebook.model import FATES, LEAD, STANDINGS, UNSTATED, Rulebook, SourceFact
from checker.uses.accounting import Account, Accounts, DocumentAccount

_STANDINGS = (*STANDINGS, LEAD, UNSTATED)


def accounts_page(book: Rulebook, accounts: Accounts, language: str, address: Address) -> str:
    """Write the account of a whole rulebook."""
    label = atlas_words(language)
    sections = (
        ("totals", _totals(accounts, label)),
        ("items", _items(accounts.documents, label, address)),
        ("sources", _sources(book, accounts, label, address)),
    )
    return written(label["page.accounts"], sections, label)


def _totals(accounts: Accounts, label: Labels) -> str:
    """Count facts of the sources by fate and standing."""
    totals = accounts.totals
    standings = [each for each in _STANDINGS if any(totals[fate, each] for fate in FATES)]
    if not standings:
        return ""
    heads = [label["column.fate"], *(label[f"standing.{each}"] for each in standings), label["column.total"]]
    rows = [_counted(label[f"fate.{fate}"], [totals[fate, each] for each in standings]) for fate in FATES]
    rows.append(_counted(label["column.total"], [sum(totals[fate, each] for fate in FATES) for each in standings]))
    return table(label["section.totals"], heads, [(None, rows)])


def _counted(head: str, counts: list[int]) -> list[str]:
    return [head, *(str(count) if count else "" for count in counts), str(sum(counts))]


def _items(documents: Iterable[DocumentAccount], label: Labels, address: Address) -> str:
    heads = [label[f"column.{name}"] for name in ("items", "fate", "account")]
    bodies = [
        (_titled(each, address), [_item(account, label, address) for account in each.accounts])
        for each in documents
        if each.accounts
    ]
    return table(label["section.items"], heads, bodies)


def _titled(each: DocumentAccount, address: Address) -> str:
    document = each.document
    return f"{named('document', document.name, address)} {escaped(document.title or '')}"


def _item(account: Account, label: Labels, address: Address) -> list[str]:
    if account.items is None:
        items = label["items.whole"]
    else:
        low, high = account.items
        items = f"{low}" if low == high else f"{low}–{high}"
    if account.because is not None:
        return [items, label["fate.not encoded"], escaped(account.because)]
    return [items, label["fate.encoded"], _names(account.names, label, address)]


def _sources(book: Rulebook, accounts: Accounts, label: Labels, address: Address) -> str:
    heads = [label[f"column.{name}"] for name in ("fact", "fate", "account")] + [label["card.standing"]]
    bodies = [
        (escaped(section), [_fact(book, fact, label, address) for fact in facts])
        for section, facts in accounts.sections.items()
    ]
    return table(label["section.sources"], heads, bodies) if bodies else ""


def _fact(book: Rulebook, fact: SourceFact, label: Labels, address: Address) -> list[str]:
    """Write a fact: its id, what became of it, where it is said or why it is not, and how sure the source is."""
    known = label["standing." + fact.standing] if fact.standing != UNSTATED else ""
    return [escaped(fact.id), label[f"fate.{fact.fate}"], "<br>".join(_account(book, fact, label, address)), known]


def _account(book: Rulebook, fact: SourceFact, label: Labels, address: Address) -> Iterator[str]:
    if fact.names:
        kinds = {name: "document" if name in book.documents else "declared" for name in fact.names}
        yield label["list"].join(named(kind, name, address) for name, kind in kinds.items())
    if fact.ends is not None:
        yield f"{label['column.ends']}: {label[f'ends.{fact.ends}']}"
    if fact.shown:
        yield f"{label['column.shown']}: {escaped(label['list'].join(fact.shown))}"
    if fact.reason is not None:
        yield f"{label[f'reason.{fact.reason}']}: {escaped(fact.because or '')}"
    elif fact.because is not None:
        yield escaped(fact.because)


def _names(names: Iterable[str], label: Labels, address: Address) -> str:
    return label["list"].join(named("declared", name, address) for name in names)
