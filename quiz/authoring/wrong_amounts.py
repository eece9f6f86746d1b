"""Wrong amounts beside an amount: of the article in the same unit and notation, then computed ones near it, and only
those that could be true of what is asked.

Knows quantities and the words of a question. Refuses to know names and days.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from quiz.authoring.answers_in_english import english_of
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.figures import in_its_place, near, numeral_of, same_amount, with_number
from quiz.authoring.french import of
from quiz.authoring.lands import places_and_parts
from quiz.authoring.pool import Pool
from quiz.deck import Bilingual
from quiz.facts.fact import Quantity
from quiz.typography import fold

_WANTED = 2


def amounts(candidate: Candidate, quantity: Quantity, pool: Pool, seed: str) -> Iterator[Bilingual]:
    """Amounts of the article in the same unit and notation, then computed ones.

    A bound takes its own side: after « plus de 300 », 200 would be true as well, so larger ones only.
    """
    upward = {"more-than": True, "at-least": True, "less-than": False, "at-most": None}.get(quantity.bound)
    if quantity.text not in candidate.answer.fr:
        return
    own = list(_known_amounts(candidate, quantity, pool, upward))
    computed = near(quantity, seed, upward=upward)
    if not computed:
        computed = list(_in_stock(quantity, upward))
    if candidate.construction == "stat-passes-to":
        computed = list(_other_steps(quantity, candidate.question.fr)) or computed
        own = []
    if quantity.dimension == "share" and quantity.low > _HALF and _WINNING.search(candidate.question.fr):
        beside = (with_number(quantity.text, quantity.low + step) for step in (7.6, 4.3, 11.8, -3.7))
        computed = [text for text in beside if text] + computed
    for text in (*own, *computed):
        if not in_its_place(quantity, text, candidate.question.fr) or not _could_win(candidate, quantity, text):
            continue
        if not _of_a_ballot(candidate, quantity, text) or _beyond_the_whole(quantity, text):
            continue
        shown = instead(candidate.answer.fr, quantity.text, text)
        if shown != candidate.answer.fr:
            yield ruled(shown, english_of(shown, quantity.dimension))


def _other_steps(quantity: Quantity, question: str) -> Iterator[str]:
    """« passé de 10,2 % à 10,3 % » might have been to 10,6 % or 10,9 %, and hardly to 16 %."""
    key, told = numeral_of(quantity.text), numeral_of(question.rpartition(" alors qu")[2])
    if key is None or told is None or told.value == key.value:
        return
    step = key.value - told.value
    least = 0.03 * abs(key.value)
    step = step if abs(step) >= least else math.copysign(least, step)
    for times in (1.0, 2.0, 3.0):
        value = round(key.value + times * step, key.decimals)
        value = value if key.decimals else round(value / _roundness(key.value)) * float(_roundness(key.value))
        other = with_number(quantity.text, value) if value > 0 else None
        if other:
            yield other


_WINNING = re.compile(
    r"\b(?:remport\w+|élue?s?|réélue?s?|vainqueurs?|majorité|emport\w+|gagn\w+"
    r"|adopt\w+|approuv\w+|accept\w+|rejet\w+|refus\w+|balay\w+|dit (?:oui|non))\b"
)


def _could_win(candidate: Candidate, quantity: Quantity, text: str) -> bool:
    """« Avec quel pourcentage des voix Ada Morin a-t-elle été élue ? » 54 %: nobody believes 42 % or 92 %."""
    if quantity.dimension != "share" or quantity.low <= _HALF or not _WINNING.search(candidate.question.fr):
        return True
    if not (_BALLOT.search(candidate.question.fr) or _ELECTED.search(candidate.question.fr)):
        return True
    other = numeral_of(text)
    return other is None or _HALF < other.value <= max(_LANDSLIDE, quantity.low)


def _beyond_the_whole(quantity: Quantity, text: str) -> bool:
    """« de 100 à 110 % » beside « de 60 à 70 % »: no part is more than the whole."""
    if quantity.dimension != "share" or quantity.unit != "percent" or quantity.high > _ALL:
        return False
    return any(float(number.replace(",", ".")) >= _ALL for number in re.findall(r"\d+(?:,\d+)?", text))


_ALL = 100
"""Per cent of anything."""
_BALLOT = re.compile(r"\b(?:voix|suffrages|votes|votants|non|oui|électeurs)\b")
_ELECTED = re.compile(r"\b(?:remport\w+|élue?s?|réélue?s?|vainqueurs?|majorité|emport\w+|gagn\w+)\b")
_TRAILS, _LEADS = 0.55, 1.7


def _of_a_ballot(candidate: Candidate, quantity: Quantity, text: str) -> bool:
    """« 23,8 % des voix »: beside it 17 % or 31 %, and no 6 % for somebody whom everybody reads about."""
    if quantity.dimension != "share" or quantity.low > _HALF or not _BALLOT.search(candidate.question.fr):
        return True
    other = numeral_of(text)
    return other is None or _TRAILS <= other.value / quantity.low <= _LEADS


_HALF, _LANDSLIDE = 50, 75
"""Per cent: what wins a ballot, and what still sounds like one."""


def instead(answer: str, said: str, other: str) -> str:
    """The answer with another amount in it, its « de » elided or contracted anew: plus d'un million, plus de trois
    millions; près de la moitié, près des deux tiers."""
    head, _, tail = answer.partition(said)
    if not head.strip():
        return f"{head}{other}{tail}"
    bare = re.sub(r"(?:\bde |\bd['’])$", "", head)
    return f"{bare}{of(other)}{tail}" if bare != head else f"{head}{other}{tail}"


def _known_amounts(candidate: Candidate, quantity: Quantity, pool: Pool, upward: bool | None) -> Iterator[str]:
    fact = candidate.fact
    entity, attribute = fold(getattr(fact, "entity", "")), getattr(fact, "attribute", "")
    mine = numeral_of(quantity.text)
    if mine is None or quantity.bound == "range":
        return
    given: list[Quantity] = [quantity]
    for entry in pool.of_type(f"quantity:{quantity.dimension}", fact):
        other = entry.quantity
        if other is None or other.bound == "range" or other.unit != quantity.unit or len(given) > _WANTED:
            continue
        if quantity.dimension == "count" and other.unit is None:
            continue
        if entry.about == entity and (entry.attribute == attribute or quantity.dimension not in ("share", "count")):
            continue
        if any(same_amount(other, known) or _close(other, known) for known in given):
            continue
        if not 1 / _reach(quantity) <= other.low / quantity.low <= _reach(quantity):
            continue
        if upward is not None and (other.low > quantity.low) != upward:
            continue
        if _AGE.search(candidate.question.fr) and abs(other.low - quantity.low) > _YEARS:
            continue  # who died at 86 had retired at 49, and nobody mistakes the one for the other
        theirs = numeral_of(other.text)
        if theirs is None or (theirs.digits, theirs.decimals) != (mine.digits, mine.decimals):
            continue  # 55,14 % beside 44,8 % is another poll's
        if quantity.dimension == "rank" and re.match(r"premi|second", other.text.lower()):
            continue  # « premier » among « deuxième » and « troisième » bends to another noun
        if quantity.hedge and theirs.digits and _roundness(theirs.value) < min(100, _roundness(mine.value)):
            continue  # « environ 1 800 » beside 1 347 gives itself away
        if other.text[theirs.end :].strip() != quantity.text[mine.end :].strip():
            continue
        given.append(other)
        yield quantity.text[: mine.start] + other.text[theirs.start : theirs.end] + quantity.text[mine.end :]


_AGE = re.compile(r"\bquel âge\b")
_YEARS = 12
"""By how much a wrong age may be off."""


def _roundness(value: float) -> int:
    """The largest power of ten that divides a whole number, 1 for any other."""
    step = 1
    while value and value == int(value) and int(value) % (step * 10) == 0:
        step *= 10
    return step


def _close(one: Quantity, other: Quantity) -> bool:
    """Too near to be fair: an approximation of one could be the other."""
    if one.dimension == "share":
        return abs(one.low - other.low) < 3
    return abs(one.low - other.low) < 0.12 * max(abs(one.low), abs(other.low))


def _reach(quantity: Quantity) -> float:
    """How far an amount of the same article may be from the key and still be believed."""
    return 4.0 if quantity.dimension == "duration" else 2.5


def _in_stock(quantity: Quantity, upward: bool | None) -> Iterator[str]:
    """Fractions in words, collectives and ordinals have a short stock of their own."""
    if quantity.dimension == "share":
        worth = quantity.low if quantity.unit == "percent" or quantity.low > 1 else quantity.low * 100
        fractions = [(row[0], float(row[2])) for row in places_and_parts()["share"]["fractions"]]
        if any(_bare(quantity.text) == _bare(said) for said, _ in fractions):
            far_enough = sorted((abs(each - worth), said) for said, each in fractions if abs(each - worth) > 2)
            yield from (said for _, said in far_enough)
    elif (collective := _COLLECTIVE.search(quantity.text)) is not None:
        at = _COLLECTIVES.index(collective.group().lower())
        for i in (at + 1, at + 2, at - 1, at - 2):
            if 0 <= i < len(_COLLECTIVES) and upward in (None, i > at):
                yield quantity.text.replace(collective.group(), _COLLECTIVES[i])
    elif quantity.dimension == "rank":
        names = [row[0] for row in places_and_parts()["rank"]["ordinals"]]
        lower = quantity.text.lower()
        if lower in names:
            at = names.index(lower)
            first = 0 if at == 0 else 1  # « premier » or « première »: its gender would tell
            yield from (names[i] for i in (at + 1, at - 1, at + 2, at - 2, at + 3) if first <= i < len(names))


def _bare(fraction: str) -> str:
    return re.sub(r"^(?:les?|la|une?) ", "", fold(fraction))


_COLLECTIVES = (
    "dizaine",
    "quinzaine",
    "vingtaine",
    "trentaine",
    "quarantaine",
    "cinquantaine",
    "soixantaine",
    "centaine",
)
_COLLECTIVE = re.compile("|".join(_COLLECTIVES), re.IGNORECASE)
