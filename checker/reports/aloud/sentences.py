"""Phrases and how they are laid out: short ones within the sentence, others as a list (a), (b) below it.

Takes phrases and templates with braces, gives lines set in by depth; numbers the items of a list when all is said.
Must not know what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import Formatter

from msgspec import Struct
from msgspec.structs import replace

from checker.reports.aloud.wording import Words
from checker.reports.layout import INDENT, display_width, wrapped

_LONGEST_IN_LINE = 110
_MOST_IN_LINE = 3
_CLOSING = ",.;:)，。；：）"
_CHINESE_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Leaf(Struct, frozen=True):
    """One test, and what its denial is; `several` when it names several things, joined by `and` or `or` already."""

    text: str
    denied: str
    several: bool = False


class Joined(Struct, frozen=True):
    """All of some phrases, or any of them; limbs have a name each."""

    every: bool
    parts: tuple[Phrase, ...]
    names: tuple[str, ...] = ()
    denied: bool = False


class Framed(Struct, frozen=True):
    """A sentence with a place `{condition}` for a phrase, and places for `values`."""

    template: str
    inner: Phrase
    values: tuple[tuple[str, str], ...] = ()


class Excepted(Struct, frozen=True):
    """A phrase unless another holds."""

    condition: Phrase
    excluded: Phrase


class Denied(Struct, frozen=True):
    """A phrase that does not hold."""

    part: Phrase


Phrase = Leaf | Joined | Framed | Excepted | Denied


class Line(Struct, frozen=True):
    """A line of a paragraph, set in by depth; an item of a list is numbered."""

    text: str
    depth: int = 0
    numbered: bool = False


Lines = tuple[Line, ...]


def deny(phrase: Phrase) -> Phrase:
    """Turn a phrase round, without changing what its author tested."""
    match phrase:
        case Leaf(text=text, denied=denied):
            return replace(phrase, text=denied, denied=text)
        case Joined(denied=denied):
            return replace(phrase, denied=not denied)
        case _:
            return Denied(phrase)


def say_phrase(phrase: Phrase, words: Words) -> Lines:
    """Lay a phrase out: in one line, or with a list below its first."""
    text = _in_line(phrase, words)
    if text is not None:
        return (Line(text),)
    match phrase:
        case Joined(every=every, parts=parts, names=names, denied=denied):
            joint = "all" if every else "any"
            said = [say_phrase(part, words) for part in parts]
            if names:
                named = zip(names, said, strict=True)
                said = [fill(words["limb"], name=name, condition=lines) for name, lines in named]
            lead = words[f"lead.{joint}.not" if denied else f"lead.{joint}"]
            return listed(lead, said, words, words["item-and" if every else "item-or"])
        case Excepted():
            return _apart(phrase, words)
        case Framed(template=template, inner=inner, values=values):
            within = _apart(inner, words) if isinstance(inner, Excepted) else say_phrase(inner, words)
            return fill(template, condition=within, **dict(values))
        case Denied(part=part):
            return listed(words["lead.not"], [say_phrase(part, words)], words)
        case Leaf(text=said_so):
            return (Line(said_so),)


def _apart(phrase: Excepted, words: Words) -> Lines:
    """Lay out what holds and what it holds unless as a list of two."""
    return listed(
        words["lead.unless"], [say_phrase(each, words) for each in (phrase.condition, phrase.excluded)], words
    )


def in_one_line(phrase: Phrase, words: Words) -> str:
    """Write a phrase without any list; what is joined within it stands in brackets."""
    match phrase:
        case Leaf(text=text):
            return text
        case Joined(every=every, parts=parts, denied=denied):
            joint = _joint(every, words)
            text = joint.join(_bracketed(part, words) for part in parts)
            return words["not"].format(condition=text) if denied else text
        case Framed(template=template, inner=inner, values=values):
            return template.format(condition=in_one_line(inner, words), **dict(values))
        case Excepted(condition=condition, excluded=excluded):
            first, second = _bracketed(condition, words), _bracketed(excluded, words)
            return words["unless"].format(condition=first, excluded=second)
        case Denied(part=part):
            return words["not"].format(condition=in_one_line(part, words))


def listed(lead: str, items: Sequence[Lines], words: Words, joint: str | None = None) -> Lines:
    """Put lines below a lead as numbered items; `joint` ends the last but one."""
    lines = [Line(lead)]
    for index, item in enumerate(items):
        end = "" if index == len(items) - 1 else words["item-end"]
        if joint is not None and index == len(items) - 2:
            end = joint
        first, *rest = _ended(item, end)
        lines.append(Line(first.text, first.depth + 1, numbered=True))
        lines.extend(replace(line, depth=line.depth + 1) for line in rest)
    return tuple(lines)


def fill(template: str, **values: str | Lines) -> Lines:
    """Fill a template; where a value has a list, the sentence goes on below it."""
    lines: list[Line] = [Line("")]
    for literal, name, _, _ in Formatter().parse(template):
        _append(lines, literal)
        if name is not None:
            value = values[name]
            if isinstance(value, str):
                _append(lines, value)
            else:
                _append(lines, value[0].text)
                lines.extend(value[1:])
    return tuple(lines)


def written(paragraphs: Iterable[Lines], language: str) -> str:
    """Write paragraphs as a text whose lines are as long as they are."""
    return "".join(f"{line}\n" for lines in paragraphs for line in _numbered(_begun(lines), language))


def wrapped_text(text: str, width: int) -> str:
    """Wrap what was written to a width; what is set in stays so."""
    lines: list[str] = []
    for line in text.splitlines():
        bare = line.lstrip(" ")
        lead = line[: len(line) - len(bare)]
        lines += [lead + piece for piece in wrapped(bare, width - len(lead), INDENT * 2 if lead else "")]
    return "".join(line + "\n" for line in lines)


def _in_line(phrase: Phrase, words: Words) -> str | None:
    """Write a phrase in one line where that is short and can be read in one way only."""
    match phrase:
        case Leaf(text=text):
            return text
        case Joined(names=(), parts=parts, denied=denied) if len(parts) <= _MOST_IN_LINE:
            if any(not isinstance(part, Leaf) or part.several for part in parts):
                return None
            text = in_one_line(replace(phrase, denied=False), words)
            text = words["not"].format(condition=text) if denied else text
            return text if display_width(text) <= _LONGEST_IN_LINE else None
        case Framed(template=template, inner=inner, values=values) if not isinstance(inner, Excepted):
            within = _in_line(inner, words)
            return None if within is None else template.format(condition=within, **dict(values))
        case Excepted(condition=Leaf() | Joined() as condition, excluded=Leaf(text=excluded)):
            within = _in_line(condition, words)
            return None if within is None else words["unless"].format(condition=within, excluded=excluded)
        case Denied(part=part):
            within = _in_line(part, words)
            return None if within is None else words["not"].format(condition=within)
    return None


def _bracketed(phrase: Phrase, words: Words) -> str:
    text = in_one_line(phrase, words)
    return text if isinstance(phrase, Leaf) and not phrase.several else words["in-brackets"].format(text=text)


def _joint(every: bool, words: Words) -> str:
    word = words["joined.all" if every else "joined.any"]
    return f" {word} " if word.isascii() else f"，{word}"


def _append(lines: list[Line], text: str) -> None:
    """Go on with a sentence: behind a list on a new line, but for the mark that ends the last item."""
    last = lines[-1]
    if last.depth == 0:
        lines[-1] = replace(last, text=last.text + text)
        return
    rest = text.lstrip(_CLOSING)
    lines[-1] = replace(last, text=last.text + text[: len(text) - len(rest)])
    if rest.strip():
        lines.append(Line(rest.lstrip()))


def _ended(lines: Lines, end: str) -> Lines:
    return (*lines[:-1], replace(lines[-1], text=lines[-1].text + end))


def _numbered(lines: Lines, language: str) -> Iterator[str]:
    counts: dict[int, int] = {}
    for line in lines:
        for deeper in [depth for depth in counts if depth > line.depth]:
            del counts[deeper]
        marker = ""
        if line.numbered:
            counts[line.depth] = counts.get(line.depth, 0) + 1
            marker = _marker(counts[line.depth], line.depth, language)
        yield (INDENT * line.depth + marker + line.text).rstrip()


def _begun(lines: Lines) -> Lines:
    """Begin a sentence with a capital where its first word is one of ours."""
    first = lines[0]
    return (replace(first, text="T" + first.text[1:]), *lines[1:]) if first.text.startswith("the ") else lines


def _marker(number: int, depth: int, language: str) -> str:
    """Give the mark of an item, as laws number theirs."""
    kind = (depth - 1) % 3
    if language == "zh":
        return (f"（{_chinese(number)}）", f"{number}. ", f"（{number}）")[kind]
    return (f"({_letters(number)}) ", f"({_roman(number)}) ", f"({number}) ")[kind]


def _letters(number: int) -> str:
    above, index = divmod(number - 1, 26)
    return (_letters(above) if above else "") + chr(ord("a") + index)


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        text += digits * count
    return text


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number >= 100:
        return "".join(_CHINESE_DIGITS[int(digit)] for digit in str(number))
    ten = ("" if tens == 1 else _CHINESE_DIGITS[tens]) + "十" if tens else ""
    return ten + (_CHINESE_DIGITS[ones] if ones or not tens else "")


def paragraph(text: str) -> Lines:
    """Make a paragraph of one line."""
    return (Line(text),)
