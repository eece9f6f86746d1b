"""Wrong choices: of the key's type, from the article, then from the other articles of the deck, then computed.

`choices_for` takes from the pool of the deck the two best that are wrong for this question. Where two good ones cannot
be had, it gives none: a poor choice is worse than a typed answer. People are never invented.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from quiz.authoring.akin import akin, same_sort
from quiz.authoring.answers_in_english import english_of
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.dates import near_dates
from quiz.authoring.dice import chance
from quiz.authoring.figures import in_its_place, near, numeral_of, same_amount, with_number
from quiz.authoring.fitting import fits, out_of_rank
from quiz.authoring.french import of, place_article
from quiz.authoring.lands import beside
from quiz.authoring.likeness import alike, overlaps
from quiz.authoring.pool import NAMES, Entry, Pool
from quiz.authoring.quote_choices import is_voice, other_voices
from quiz.authoring.spec_list_questions import may_be_wrong
from quiz.authoring.well_known import one_body, ranked_posts, well_known
from quiz.deck import Bilingual
from quiz.facts.event import Event
from quiz.facts.fact import Quantity, Specification
from quiz.facts.lexicon import phrases
from quiz.facts.spec_schema import attribute as attribute_of
from quiz.typography import fold

WANTED = 2
"""Wrong choices beside the key: three choices suffice, and half of all distractors are never chosen."""


def choices_for(candidate: Candidate, pool: Pool, *, wanted: int = WANTED) -> tuple[Bilingual, ...]:
    """The choices of a candidate, its key among them at a place that its fact decides; () where too few are good."""
    if candidate.choices:
        return candidate.choices
    quantity = _asked_quantity(candidate)
    wrong: Iterable[Bilingual]
    if quantity is not None:
        wrong = (*candidate.suggested, *_amounts(candidate, quantity, pool))
    elif candidate.distractor_type in ("date", "quantity:date"):
        wrong = (*candidate.suggested, *_dates(candidate, pool))
    elif candidate.distractor_type.split(":")[0] in NAMES:
        # another maker of the article before whatever firm the builder thought of; of an event he knows who is likely
        like = list(_names(candidate, pool, like=True))
        true = _also_true(candidate, pool)
        suggested = (choice for choice in candidate.suggested if fold(choice.fr) not in true)
        first, then = (suggested, like) if isinstance(candidate.fact, Event) else (like, suggested)
        wrong = (*first, *then, *_names(candidate, pool))
    elif candidate.distractor_type.startswith("role"):
        wrong = (*ranked_posts(candidate), *_names(candidate, pool))
    else:
        wrong = (*candidate.suggested, *_names(candidate, pool))
    own = candidate.fact.evidence.source
    near = "\n".join(pool.texts.get(place, "") for place in pool.related(own) if akin(pool, own, place)).strip()
    published = pool.dates.get(candidate.fact.evidence.source)
    fit: Iterable[Bilingual] = (choice for choice in wrong if fits(candidate, choice.fr, near, published))
    before, after = well_known(candidate, published, pool.texts.get(own, ""), seed_of(candidate))
    if len(after) >= wanted:  # beside a president others in view, and not the head of a firm
        fit = [choice for choice in fit if not out_of_rank(candidate.answer.fr, choice.fr, near, published)]
    picked = _picked(candidate, chain(before, fit, after), wanted, pool.texts.get(own, "").partition("\n")[0])
    if len(picked) < wanted:
        return ()
    place = place_of(candidate, wanted + 1)
    return (*picked[:place], candidate.answer, *picked[place:])


def seed_of(candidate: Candidate) -> str:
    """What the dice of a candidate depend on: its fact and nothing of its wording."""
    fact = candidate.fact
    return f"{fact.evidence.source}/{fact.evidence.text}/{candidate.answer.fr}"


def place_of(candidate: Candidate, places: int) -> int:
    """Where the key stands among its choices: by the fact's own dice, so even over a deck and stable for a card."""
    return chance(f"place/{seed_of(candidate)}", places)


def _asked_quantity(candidate: Candidate) -> Quantity | None:
    quantity = getattr(candidate.fact, "quantity", None)
    if quantity is None or not candidate.distractor_type.startswith("quantity:"):
        return None
    if quantity.dimension == "date" or not isinstance(quantity, Quantity):
        return None
    return quantity


def _picked(candidate: Candidate, wrong: Iterable[Bilingual], wanted: int, title: str = "") -> list[Bilingual]:
    """The first that are alike to the key, unlike each other, and not true in other words."""
    key = candidate.answer.fr
    barred = [key, *candidate.also_true]
    question = f" {fold(_own_words(candidate))} "
    people = candidate.distractor_type.split(":")[0] in ("person", "speaker")
    title = "" if people else fold(title)
    picked: list[Bilingual] = []
    for choice in wrong:
        if any(
            overlaps(choice.fr, other) or one_body(choice.fr, other) for other in (*barred, *(p.fr for p in picked))
        ):
            continue
        if _named_in(choice.fr, question) or not alike(choice.fr, key):
            continue
        if title and _coordinated(title, key, choice.fr):
            continue  # « La Chine et les États-Unis ratifient un accord »: both have
        if people and _named_in(choice.fr.split()[-1], question):
            continue  # « Par qui Morin a-t-il été remplacé ? »: not by Luc Morin
        picked.append(choice)
        if len(picked) == wanted:
            break
    return picked


def _own_words(candidate: Candidate) -> str:
    return candidate.question.fr


def _named_in(choice: str, question: str) -> bool:
    """Whether a choice (or a person's surname) stands in the question: it would be refused at a glance."""
    words = fold(choice).split()
    if any(char.isdigit() for char in choice):
        return False
    return f" {' '.join(words)} " in re.sub(r"[^\w'-]+", " ", re.sub(r"\b(?:[dl]|qu)['’]", " ", question))


# ---- amounts


def _amounts(candidate: Candidate, quantity: Quantity, pool: Pool) -> Iterator[Bilingual]:
    """Amounts of the article in the same unit and notation, then computed ones.

    A bound takes its own side: after « plus de 300 », 200 would be true as well, so larger ones only.
    """
    upward = {"more-than": True, "at-least": True, "less-than": False, "at-most": None}.get(quantity.bound)
    if quantity.text not in candidate.answer.fr:
        return
    seed = seed_of(candidate)
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
        if not _of_a_ballot(candidate, quantity, text):
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


_WINNING = re.compile(r"\b(?:remport\w+|élue?s?|réélue?s?|vainqueurs?|majorité|emport\w+|gagn\w+)\b")


def _could_win(candidate: Candidate, quantity: Quantity, text: str) -> bool:
    """« Avec quel pourcentage des voix Ada Morin a-t-elle été élue ? » 54 %: nobody believes 42 % or 92 %."""
    if quantity.dimension != "share" or quantity.low <= _HALF or not _WINNING.search(candidate.question.fr):
        return True
    other = numeral_of(text)
    return other is None or _HALF < other.value <= max(_LANDSLIDE, quantity.low)


_BALLOT = re.compile(r"\b(?:voix|suffrages|votes)\b")
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
        if other is None or other.bound == "range" or other.unit != quantity.unit or len(given) > WANTED:
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
    return 4.0 if quantity.dimension in ("share", "duration") else 2.5


def _in_stock(quantity: Quantity, upward: bool | None) -> Iterator[str]:
    """Fractions in words, collectives and ordinals have a short stock of their own."""
    if quantity.dimension == "share":
        worth = quantity.low if quantity.unit == "percent" or quantity.low > 1 else quantity.low * 100
        fractions = [(row[0], float(row[2])) for row in _stock()["share"]["fractions"]]
        if any(_bare(quantity.text) == _bare(said) for said, _ in fractions):
            far_enough = sorted((abs(each - worth), said) for said, each in fractions if abs(each - worth) > 2)
            yield from (said for _, said in far_enough)
    elif (collective := _COLLECTIVE.search(quantity.text)) is not None:
        at = _COLLECTIVES.index(collective.group().lower())
        for i in (at + 1, at + 2, at - 1, at - 2):
            if 0 <= i < len(_COLLECTIVES) and upward in (None, i > at):
                yield quantity.text.replace(collective.group(), _COLLECTIVES[i])
    elif quantity.dimension == "rank":
        names = [row[0] for row in _stock()["rank"]["ordinals"]]
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


# ---- dates


def _dates(candidate: Candidate, pool: Pool) -> Iterator[Bilingual]:
    """Dates of the article in the key's notation, then other days, months or years, none after the article's own."""
    source = candidate.fact.evidence.source
    published = pool.dates.get(source)
    latest = int(published[:4]) if published and candidate.fact.modality != "forecast" else None
    for entry in pool.of_type(candidate.distractor_type, candidate.fact):
        if _shape(entry.text.fr) == _shape(candidate.answer.fr):
            yield ruled(entry.text.fr, english_of(entry.text.fr))
    for text in near_dates(candidate.answer.fr, seed_of(candidate), latest):
        yield ruled(text, english_of(text))


def _shape(text: str) -> str:
    """The notation of a date: "7 juin 2024" and "12 mai 2023" are both "9 a 9"."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text.replace("1er", "1")))


# ---- names


def _names(candidate: Candidate, pool: Pool, *, like: bool = False) -> Iterator[Bilingual]:
    """Names of the key's type: not true of this question, not coordinated with the key in the evidence.

    With `like`, only those the deck knows the same attribute of (other makers, other speakers).
    """
    wanted = candidate.distractor_type
    if not wanted or wanted == "words":
        return
    fact = candidate.fact
    true = _also_true(candidate, pool)
    if is_voice(candidate):
        yield from (entry.text for entry in other_voices(candidate, pool, seed_of(candidate)))
        return
    heard = False  # somebody who speaks or holds a post has been offered
    for entry in pool.of_type(wanted, fact, seed_of(candidate)):
        if like and (entry.attribute != getattr(fact, "attribute", "") or entry.weight < 0):
            continue
        if wanted.startswith("person") and not _of_its_people(candidate, entry, pool):
            continue
        if wanted.startswith("person") and entry.weight < 0 and not heard:
            continue  # people only mentioned (the dead, a rival's star) convince nobody unless one who speaks is there
        if wanted == "place" and (place_article(entry.text.fr) is None) != (place_article(candidate.answer.fr) is None):
            continue  # a town among countries gives itself away
        if fold(entry.text.fr) in true or _coordinated(fact.evidence.text, candidate.answer.fr, entry.text.fr):
            continue
        heard = heard or entry.weight >= 0
        yield entry.text
    if wanted == "country" and not like:
        yield from _countries(candidate)


def _of_its_people(candidate: Candidate, entry: Entry, pool: Pool) -> bool:
    """Whether somebody belongs to the matter: of the article and alive, or of one like it and of the key's sort."""
    own, name = candidate.fact.evidence.source, entry.text.fr
    text, elsewhere = pool.texts.get(own, ""), pool.texts.get(entry.source, "")
    if name in text or entry.source == own:
        return True
    return akin(pool, own, entry.source) and same_sort(candidate.answer.fr, text, name, elsewhere)


def _also_true(candidate: Candidate, pool: Pool) -> set[str]:
    """What the deck knows to be true of the same thing and attribute, in any article (folded)."""
    fact = candidate.fact
    if isinstance(fact, Specification):
        about, attribute = fold(fact.entity), fact.attribute
        true = set(pool.truths.get((about, attribute), ()))
        if fold(candidate.answer.fr) == about:
            true |= pool.holders.get((attribute, fold(fact.value)), set())
        if fact.key == "listed":  # what another list names may well belong to this one
            makers = (attribute, attribute_of("maker").fr)  # who makes something may make what the list makes
            true |= {fold(e.text.fr) for e in pool.entries if e.attribute in makers or not may_be_wrong(e.text.fr)}
            true |= {value for (_, known), values in pool.truths.items() if known in makers for value in values}
        elif candidate.distractor_type == "organisation" and candidate.answer.fr not in phrases("media"):
            true |= {fold(e.text.fr) for e in pool.entries if e.text.fr in phrases("media")}  # no newspaper made it
        return true
    return set()


def _coordinated(sentence: str, key: str, other: str) -> bool:
    """Whether the sentence puts two names on one footing: « Meta, Google et Pika développent… » makes both true."""
    flat, a, b = fold(sentence), fold(key), fold(other)
    first, second = flat.find(a), flat.find(b)
    if first < 0 or second < 0:
        return False
    between = flat[first + len(a) : second] if first < second else flat[second + len(b) : first]
    words = re.findall(r"\w+|[.;:()«»]", between)
    return all(w in ("et", "ou", "ainsi", "que", "avec", "comme", "le", "la", "les", "l") for w in words) or (
        len(words) <= 6 and "," in between and not re.search(r"[.;:()«»]", between) and "et" in words
    )


def _countries(candidate: Candidate) -> Iterator[Bilingual]:
    """Countries like the key, else those of its own region, the smallest that has it, in an order of its own."""
    if candidate.answer.fr in beside():
        english = {row[0]: row[1] for region in _stock()["country"].values() for row in region}
        for name in beside()[candidate.answer.fr]:
            yield ruled(name, english.get(name))
        return
    for region in sorted(_stock()["country"].values(), key=len):
        names = [row[0] for row in region]
        if candidate.answer.fr in names:
            start = chance(seed_of(candidate), len(region))
            for row in (*region[start:], *region[:start]):
                yield ruled(row[0], row[1])
            return


@cache
def _stock() -> dict[str, dict[str, list[list[str]]]]:
    path = Path(__file__).parent / "data" / "stock.toml"
    stock: dict[str, dict[str, list[list[str]]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return stock


def wrong_speaker(candidate: Candidate, pool: Pool) -> Bilingual | None:
    """Another speaker of the same gender, for a false statement; None where the articles have none."""
    heard = (entry.text for entry in other_voices(candidate, pool, seed_of(candidate), heard_only=True))
    return next(iter(_picked(candidate, heard, 1)), None)
