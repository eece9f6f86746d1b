"""Wrong choices: of the key's type, from the article, then from the other articles of the deck, then computed.

`choices_for` takes from the pool of the deck the two best that are wrong for this question. Where two good ones cannot
be had, it gives none: a poor choice is worse than a typed answer. People are never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from quiz.authoring.akin import akin, heads, same_sort
from quiz.authoring.answers_in_english import english_of
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.cloze_worth import rounded_above
from quiz.authoring.dates import near_dates
from quiz.authoring.dice import chance
from quiz.authoring.figures import numeral_of
from quiz.authoring.fitting import fits, out_of_rank
from quiz.authoring.french import place_article
from quiz.authoring.lands import beside, places_and_parts
from quiz.authoring.likeness import alike, overlaps
from quiz.authoring.pool import NAMES, Entry, Pool
from quiz.authoring.public_people import in_office, leaves, year_of
from quiz.authoring.quote_choices import MINE, is_voice, other_voices
from quiz.authoring.spec_list_questions import may_be_wrong
from quiz.authoring.well_known import one_body, ranked_posts, well_known
from quiz.authoring.wrong_amounts import amounts
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
        wrong = (
            *map(partial(_as_hedged, candidate.answer.fr), candidate.suggested),
            *amounts(candidate, quantity, pool, seed_of(candidate)),
        )
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
    if quantity is not None and rounded_above(quantity, pool.texts.get(own, "").partition("\n")[0]):
        return ()
    picked = _picked(candidate, chain(before, fit, after), wanted, pool.texts.get(own, "").partition("\n")[0])
    if len(picked) < wanted:
        return ()
    place = place_of(candidate, wanted + 1)
    return (*picked[:place], candidate.answer, *picked[place:])


_HEDGE = re.compile(r"(?:quelque|environ|près de|presque|plus de|moins de|au moins|autour de) (?=\d)")


def _as_hedged(key: str, choice: Bilingual) -> Bilingual:
    """« 3 900 » beside « quelque 3 100 » is « quelque 3 900 »: the hedge would tell the key."""
    hedge = _HEDGE.match(key)
    if hedge is None or not choice.fr[:1].isdigit():
        return choice
    return ruled(f"{hedge.group()}{choice.fr}", None)


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
    counted = candidate.distractor_type.startswith("quantity:") and candidate.distractor_type != "quantity:date"
    title = (
        "" if people or title.rstrip().endswith(".") else fold(title)
    )  # a page without a title opens with a sentence
    picked: list[Bilingual] = []
    for choice in wrong:
        if any(
            overlaps(choice.fr, other) or one_body(choice.fr, other) for other in (*barred, *(p.fr for p in picked))
        ):
            continue
        if _named_in(choice.fr, question) or not alike(choice.fr, key):
            continue
        if title and (_coordinated(title, key, choice.fr) or (counted and _shown_in(title, choice.fr))):
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


def _shown_in(title: str, choice: str) -> bool:
    """« 53 blessés » above a question on the first count: nobody takes 53 for it."""
    number = numeral_of(choice)
    if number is None or not number.digits:
        return False
    shown = choice[number.start : number.end]
    return re.search(rf"(?<![\d,.]){re.escape(fold(shown))}(?![\d,.]\d|\d)", title) is not None


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
        english = {row[0]: row[1] for region in places_and_parts()["country"].values() for row in region}
        for name in beside()[candidate.answer.fr]:
            yield ruled(name, english.get(name))
        return
    for region in sorted(places_and_parts()["country"].values(), key=len):
        names = [row[0] for row in region]
        if candidate.answer.fr in names:
            start = chance(seed_of(candidate), len(region))
            for row in (*region[start:], *region[:start]):
                yield ruled(row[0], row[1])
            return


def wrong_speaker(candidate: Candidate, pool: Pool) -> Bilingual | None:
    """Another speaker of the same gender, for a false statement, else somebody in public life beside the right one;
    None where there is neither."""
    heard = (entry.text for entry in other_voices(candidate, pool, seed_of(candidate), heard_only=True))
    own = candidate.fact.evidence.source
    _, known = well_known(candidate, pool.dates.get(own), pool.texts.get(own, ""), seed_of(candidate))
    text = pool.texts.get(own, "")
    if MINE.search(getattr(candidate.fact, "words", "")):  # « J'ai ordonné une frappe »: no minister did
        key, year = candidate.answer.fr, year_of(pool.dates.get(own))
        known = tuple(
            it
            for it in known
            if heads(it.fr, text) == heads(key, text)
            and (in_office(it.fr, year), leaves(it.fr, year)) == (in_office(key, year), leaves(key, year))
        )
    people = known if not candidate.distractor_type.endswith(("body", "media")) else ()
    return next(iter(_picked(candidate, chain(heard, people), 1)), None)
