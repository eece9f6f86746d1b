"""Vocabulary cards: the words of an article that are most worth learning, each asked from French to English among
choices, and later typed from English to French, with its sentence as context.

Meanings come from the reviewed glossary or from FreeDict and are only taken where the sense is safe: one entry, one
sense, one part of speech. Nothing is translated; a word that is not safe gives no card. The same articles and the same
dictionary give the same cards.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.topic import neighbours, topic_of
from quiz.authoring.vocabulary_senses import (
    ASKED,
    HYPHEN,
    MOST_GLOSSES,
    Books,
    Sense,
    english_of,
    safe_sense,
    transparent,
)
from quiz.authoring.vocabulary_words import Occurrence, occurrences
from quiz.deck import Bilingual, Card, Evidence
from quiz.english.freedict import Entry
from quiz.english.glossary import Glossary
from quiz.english.lemmas import gender_of_ending
from quiz.facts.reading import read_many
from quiz.gloss import PartOfSpeech
from quiz.typography import fold, french

CHOICES = 4
SHORTEST, LONGEST = 6, 34
"""Words of a sentence that can be shown as context."""


@dataclass(slots=True)
class Found:
    """A word of the folder: what it means and where it stands, article by article."""

    sense: Sense
    places: dict[str, list[Occurrence]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The cards, and how many words each gate dropped."""

    cards: tuple[Card, ...]
    dropped: dict[str, int]


def vocabulary(articles: Sequence[Article], count: int, glossary: Glossary, books: Books | None) -> Vocabulary:
    """Two cards for each of the `count` most useful words of every article; a word is asked once in a deck, in the
    article that has most of it."""
    dropped: Counter[str] = Counter()
    found = _found(articles, glossary, books, dropped)
    picked: list[tuple[Article, Found, Occurrence, float]] = []
    taken: set[str] = set()
    for article in sorted(articles, key=lambda article: article.id):
        rows = []
        for word in found:
            places = _contexts(word, article)
            if not places:
                dropped["vocabulary_sentence"] += article.id in word.places
            elif word.sense.lemma not in taken:
                rows.append((useful(word, article), word, places))
        rows.sort(key=lambda row: (-row[0], row[2][0].start))
        shown: set[int] = set()
        for score, word, places in rows[:count]:
            place = next((place for place in places if place.sentence.start not in shown), places[0])
            shown.add(place.sentence.start)
            taken.add(word.sense.lemma)
            picked.append((article, word, place, score))
    cards: list[Card] = []
    senses = [word.sense for _, word, _, _ in picked] + [word.sense for word in found]
    for article, word, place, score in picked:
        wrong = wrong_choices(word.sense, senses, books)
        if len(wrong) < 2:
            dropped["vocabulary_choices"] += 1
            continue
        cards += _cards(article, word, place, score, wrong, books)
    cards.sort(key=lambda card: card.form != "choice")  # each word is recognised before it is written
    return Vocabulary(tuple(cards), dict(dropped))


# Which words


def _found(articles: Sequence[Article], glossary: Glossary, books: Books | None, dropped: Counter[str]) -> list[Found]:
    """Every word of the articles with a safe meaning, in the order it first stands."""
    words: dict[tuple[str, PartOfSpeech], Found] = {}
    refused: set[tuple[str, PartOfSpeech]] = set()
    for reading in read_many(sorted(articles, key=lambda article: article.id)):
        article = reading.article
        for place in occurrences(reading):
            key = (place.lemma, place.pos)
            if key in refused:
                continue
            if key not in words:
                sense = safe_sense(place, glossary, books)
                if isinstance(sense, str):
                    dropped[sense] += 1
                    refused.add(key)
                    continue
                words[key] = Found(sense)
            words[key].places[article.id].append(place)
    kept = [word for word in words.values() if word.sense.pos != "noun" or _gender_shown(word)]
    dropped["vocabulary_gender"] += len(words) - len(kept)
    return kept


def _gender_shown(word: Found) -> bool:
    """Whether the articles show the gender the dictionary has, or none of them does and the ending speaks for it:
    a noun learnt with the wrong article is learnt twice."""
    shown = {place.gender for places in word.places.values() for place in places if place.gender}
    return shown == {word.sense.gender} or (not shown and gender_of_ending(word.sense.lemma) == word.sense.gender)


def useful(word: Found, article: Article) -> float:
    """How much a word is worth learning, 0 to 1: it comes again in the article, stands in several of the folder's
    articles or in the title; nouns and verbs carry more than adverbs."""
    here, wide = len(word.places[article.id]), len(word.places)
    title = any(place.in_title for place in word.places[article.id])
    kind = {"noun": 0.15, "verb": 0.12, "adjective": 0.06}.get(word.sense.pos, 0.0)
    long = min(0.06, 0.01 * max(0, len(word.sense.lemma) - 4))
    return round(min(1.0, 0.3 + 0.14 * min(here - 1, 3) + 0.08 * min(wide - 1, 3) + 0.12 * title + kind + long), 3)


def _contexts(word: Found, article: Article) -> list[Occurrence]:
    """The occurrences whose sentences show the word, best first: short enough to read, long enough to understand,
    without the answer in them, or a word beside it that is made of the same (« le lancement » beside « lancer »)."""
    fitting = []
    answers, stem = {fold(gloss) for gloss in word.sense.glosses}, fold(word.sense.lemma)[:5]
    for place in word.places.get(article.id, ()):
        said = re.findall(r"\w+", fold(place.sentence.text))
        told = answers & set(said) or sum(one.startswith(stem) for one in said) > 1
        size = len(place.sentence.text.split())
        if SHORTEST <= size <= LONGEST and not place.in_title and not told:
            fitting.append((abs(size - 16), place.start, place))
    return [place for _, _, place in sorted(fitting, key=lambda row: row[:2])]


# Choices


def wrong_choices(sense: Sense, others: Iterable[Sense], books: Books | None) -> list[str]:
    """English for the wrong choices: of words of the same part of speech and gender, first those of the same articles,
    then of the dictionary, none of which means the same."""
    mine = {word for gloss in sense.glosses for word in re.findall(r"[a-z]+", gloss.lower())}
    chosen: list[str] = []

    def fits(english: str, glosses: Sequence[str]) -> bool:
        theirs = {word for gloss in glosses for word in re.findall(r"[a-z]+", gloss.lower())}
        near = any(
            SequenceMatcher(None, english.lower(), one.lower()).ratio() > 0.8 for one in (*chosen, sense.english)
        )
        return not theirs & mine and not near and not transparent(sense.lemma, english)

    same = [other for other in others if (other.pos, other.gender) == (sense.pos, sense.gender) and other != sense]
    for other in sorted(dict.fromkeys(same), key=lambda other: _draw(sense.lemma, other.lemma)):
        if len(chosen) < CHOICES - 1 and fits(other.english, other.glosses):
            chosen.append(other.english)
    if books is not None and len(chosen) < CHOICES - 1:
        for entry in sorted(_plain_entries(books), key=lambda entry: _draw(sense.lemma, entry.headword)):
            english = english_of(entry.pos, books.agreed(entry))
            if (entry.pos, entry.gender) == (sense.pos, sense.gender) and fits(english, entry.senses[0]):
                chosen.append(english)
                if len(chosen) == CHOICES - 1:
                    break
    return chosen


@cache
def _plain_entries(books: Books) -> tuple[Entry, ...]:
    """Entries both dictionaries agree on, for wrong choices."""
    return tuple(
        entry
        for entry in books.forth
        if entry.pos in ASKED
        and len(entry.senses) == 1
        and len(entry.senses[0]) <= MOST_GLOSSES
        and books.agreed(entry)
    )


def _draw(*seeds: str) -> str:
    return hashlib.sha256("\x1f".join(seeds).encode()).hexdigest()


# Cards


def _cards(
    article: Article, word: Found, place: Occurrence, score: float, wrong: Sequence[str], books: Books | None
) -> Iterator[Card]:
    sense, sentence = word.sense, place.sentence
    before, after = neighbours(article, sentence.start, sentence.end)
    evidence = Evidence(sentence.source, sentence.start, sentence.end, sentence.text, before, after)
    said = " ".join(sentence.text.split())
    topic = Bilingual(topic_of(article, sentence.start))
    key = _draw(sentence.source, "vocabulary", sense.lemma, sense.pos)
    fact = {
        "id": key[:12],
        "construction": "vocabulary",
        "lemma": sense.lemma,
        "written": place.text,
        "pos": sense.pos,
        "gender": sense.gender,
        "english": sense.english,
        "source": sense.source,
        "start": place.start,
        "end": place.end,
    }
    english = Bilingual(sense.english, sense.english, sense.origin)
    choices = [english, *(Bilingual(text, text, "rule") for text in wrong)]
    shift = int(key[12:16], 16) % len(choices)
    yield Card(
        id=_draw(key, "fr-en")[:12],
        kind="vocabulary",
        form="choice",
        topic=topic,
        question=Bilingual(
            french(f"« {_inner(said)} » Que veut dire en anglais « {sense.shown} » ?"),
            f"“{_inner(said)}” What does “{sense.shown}” mean?",
            "rule",
        ),
        choices=tuple(choices[-shift:] + choices[:-shift] if shift else choices),
        answer=english,
        accept=(sense.lemma, place.text) if place.text != sense.lemma else (sense.lemma,),
        evidence=evidence,
        fact=fact,
        score=score,
    )
    start, end = place.start - sentence.start, place.end - sentence.start
    hidden = " ".join(f"{sentence.text[:start]}[…]{sentence.text[end:]}".split())
    clue_fr, clue_en = _clues(sense, books)
    yield Card(
        id=_draw(key, "en-fr")[:12],
        kind="vocabulary",
        form="text",
        topic=topic,
        question=Bilingual(
            french(f"« {_inner(hidden)} » Comment dit-on en français « {sense.english} » ({clue_fr}) ?"),
            f"“{_inner(hidden)}” How do you say “{sense.english}” in French ({clue_en})?",
            "rule",
        ),
        choices=(),
        answer=Bilingual(sense.shown, sense.shown, "rule"),
        accept=tuple(dict.fromkeys((sense.shown, *_accepted(sense, place)))),
        evidence=evidence,
        fact=fact,
        score=max(0.0, round(score - 0.05, 3)),
    )


def _inner(text: str) -> str:
    """A sentence to stand between quotation marks: its own become simple ones."""
    return re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", text)).strip()


_THE = {"m": "le ", "f": "la "}


def _accepted(sense: Sense, place: Occurrence) -> Iterator[str]:
    """Other ways to type it: without the article or with the definite one, and as the article has it."""
    yield sense.lemma
    if sense.pos == "noun":
        yield "l’" + sense.lemma if fold(sense.lemma)[0] in "aeiouyh" else _THE[sense.gender] + sense.lemma
    if sense.pos in ("noun", "adjective"):
        yield place.text.lower()


def _clues(sense: Sense, books: Books | None) -> tuple[str, str]:
    """What helps to find this word and no other: what it is, and how it begins where other words mean the same."""
    fr = {"noun": "nom", "verb": "verbe à l’infinitif", "adjective": "adjectif", "adverb": "adverbe"}[sense.pos]
    en = {"noun": "noun", "verb": "infinitive", "adjective": "adjective", "adverb": "adverb"}[sense.pos]
    if sense.pos == "noun":
        fr, en = f"{fr}, avec un ou une", f"{en}, with un or une"
    others = () if books is None else [text for gloss in sense.glosses for text in books.also(gloss)]
    if any(fold(HYPHEN.sub("-", text)) != fold(sense.lemma) for text in others):
        first = sense.lemma[:2] if len(sense.lemma) > 5 else sense.lemma[:1]
        fr, en = f"{fr}, {first}…", f"{en}, {first}…"
    return fr, en
