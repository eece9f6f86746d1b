"""Where the French words of a page stand once it is laid out, what is said of one, and how it is shown lit.

Pure: lines in, words and lines out. It refuses to know what a word means and which key moves to the next.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quiz.gloss import Gloss, Lookup, kind_of, words_of
from quiz.language import Words
from quiz.study.direction import Side
from quiz.tui.layout import Line, Run, clip, run
from quiz.typography import cell_width

AROUND = 5
"""Words on each side that may belong to one expression with a word."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word on the page: the line it is on, its characters there, and the words around it with its own place among
    them. `cell` is the column its middle stands in, for going up and down."""

    line: int
    start: int
    end: int
    text: str
    cell: int
    around: tuple[str, ...]
    at: int


def french_looks(side: Side, words: Words, *, answered: bool, other: bool, mixed: bool = False) -> frozenset[str]:
    """The looks that are French where a card is shown this way: a question asked in English is not, its other side is,
    and an article always is. `mixed`: the question holds a French sentence whatever language it is asked in."""
    looks = {"evidence", "context", "mark"}
    if words.lang == "fr":
        looks.add("topic")
    if side.asked == "fr" or mixed:
        looks |= {"question", "asked"}
    elif other and not answered:
        looks.add("english")  # the other language is shown in this look
    if side.choices == "fr":
        looks |= {"choice", "struck"}
    if side.answer == "fr":
        looks |= {"answer", "filled"}
    return frozenset(looks)


def spots(lines: Sequence[Line], looks: Collection[str]) -> list[Spot]:
    """The words to stop at, in the order they are read."""
    passages: list[list[tuple[int, int, int, str, bool]]] = [[]]
    pick: int | None = None
    for number, line in enumerate(lines):
        if line.pick != pick or not line.runs:
            passages.append([])
        pick = line.pick
        for start, text in _stretches(line, looks):
            for word in words_of(text):
                passages[-1].append((number, start + word.start, start + word.end, word.text, word.bare))
    found: list[Spot] = []
    for passage in passages:
        said = [text for _, _, _, text, _ in passage]
        for place, (number, start, end, text, bare) in enumerate(passage):
            if not bare:
                first = max(0, place - AROUND)
                before = lines[number].text[:start]
                middle = cell_width(before) + cell_width(text) // 2
                around = tuple(said[first : place + AROUND + 1])
                found.append(Spot(number, start, end, text, middle, around, place - first))
    return found


def _stretches(line: Line, looks: Collection[str]) -> list[tuple[int, str]]:
    """The stretches of a line that are French, each with where it begins."""
    found: list[tuple[int, str]] = []
    at = 0
    for part in line.runs:
        if part.look in looks:
            if found and found[-1][0] + len(found[-1][1]) == at:
                found[-1] = (found[-1][0], found[-1][1] + part.text)
            else:
                found.append((at, part.text))
        at += len(part.text)
    return found


def beside(found: Sequence[Spot], at: int, step: int) -> int:
    """The place of the word nearest above (`step` -1) or below (1); the same where there is no such line."""
    here = found[at]
    lines = sorted({spot.line for spot in found if (spot.line - here.line) * step > 0})
    if not lines:
        return at
    wanted = lines[0] if step > 0 else lines[-1]
    on_it = [place for place, spot in enumerate(found) if spot.line == wanted]
    return min(on_it, key=lambda place: abs(found[place].cell - here.cell))


def lit(line: Line, start: int, end: int) -> Line:
    """The line with its characters `start` to `end` in the look of the word at hand."""
    runs: list[Run] = []
    at = 0
    for part in line.runs:
        first, last = max(0, min(len(part.text), start - at)), max(0, min(len(part.text), end - at))
        runs += [
            Run(part.text[:first], part.look),
            Run(part.text[first:last], "word"),
            Run(part.text[last:], part.look),
        ]
        at += len(part.text)
    return Line(tuple(part for part in runs if part.text), line.pick, line.ground, line.anchor)


def explained(spot: Spot, lookup: Lookup | None) -> Gloss | None:
    """What the word means where it stands."""
    return lookup(spot.around, spot.at) if lookup is not None else None


def said_of(spot: Spot, gloss: Gloss | None, words: Words, cells: int) -> Line:
    """One line on a word: the form a dictionary has it under, what it is, its English and whose that is; or that there
    is no entry. At most `cells` wide: the English is cut last."""
    if gloss is None:
        said = run(words.say("none", word=spot.text))
        return Line((Run(clip(said.text, cells), "dim"),))
    what, whose = kind_of(gloss, words), words.say(f"source-{gloss.source}")
    tail = f"  {whose}"
    head = run(gloss.lemma, "strong"), run(f"  {what}  " if what else "  ", "dim")
    left = cells - sum(cell_width(part.text) for part in head) - cell_width(tail)
    if left < 12:  # a narrow window: the meaning is worth more than where it is from
        head, tail = (run(clip(gloss.lemma, cells // 2), "strong"), Run("  ")), ""
        left = cells - sum(cell_width(part.text) for part in head)
    return Line((*head, Run(clip(run(gloss.english).text, left), "english"), Run(tail, "dim")))
