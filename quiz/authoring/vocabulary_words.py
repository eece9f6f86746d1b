"""Where the words of an article stand, with the form a dictionary has them under and what they are, as the parser reads
them. Names, figures and words in headings' furniture are left out. Knows no meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.articles.article import Span
from quiz.english.lemmas import gender_after
from quiz.facts.parsing import Token
from quiz.facts.reading import Reading, Sentence
from quiz.gloss import Gender, PartOfSpeech

_POS: dict[str, PartOfSpeech] = {"NOUN": "noun", "VERB": "verb", "ADJ": "adjective", "ADV": "adverb"}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word in its sentence: `article.text[start:end] == text`."""

    text: str
    lemma: str
    pos: PartOfSpeech
    gender: Gender
    start: int
    end: int
    sentence: Span
    in_title: bool


def occurrences(reading: Reading) -> Iterator[Occurrence]:
    """The words of an article that may be worth a card, in order, those that are quoted too."""
    found = {place.start: place for sentence in reading.sentences for place in _of_sentence(reading, sentence)}
    for mark in reading.marked:
        if len(reading.flat[mark.start : mark.end].split()) >= _QUOTED:
            for sentence in reading.inside(mark):
                for place in _of_sentence(reading, sentence):
                    found.setdefault(place.start, place)
    for start in sorted(found):
        yield found[start]


_QUOTED = 5
"""Words from which a quotation is left out of the sentence around it, and has to be read by itself."""


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Occurrence]:
    text = reading.article.text
    span = Span(reading.article.id, sentence.start, sentence.end, sentence.text)
    for token in sentence.doc:
        if not _is_word(token) or sentence.masks(token):
            continue
        start, end = sentence.at(token), sentence.end_of(token)
        if not reading.entities.within(start, end) and not _frozen(token):
            yield Occurrence(
                text[start:end],
                token.lemma_.lower(),
                _POS[token.pos_],
                _gender(token),
                start,
                end,
                span,
                sentence.kind in ("title", "heading"),
            )


def _is_word(token: Token) -> bool:
    """« port » is; « Nérac », « 44 » and « l’ » are not."""
    return (
        token.pos_ in _POS
        and token.is_alpha
        and len(token.text) >= _SHORTEST
        and not token.ent_type_
        and (token.text.islower() or (token.i == 0 and token.text[1:].islower()))
    )


_PREPOSITIONS = frozenset(("à", "au", "aux", "en", "par", "sans", "de", "d'"))
_OF = frozenset(("de", "du", "des", "d'"))


def _frozen(token: Token) -> bool:
    """Whether the word is worn down in an expression, or a verb is another one with its pronoun.

    « au sein de », « en raison de », « se rendre compte » say something else than their nouns and verbs.
    """
    if token.pos_ == "VERB":
        return any(child.dep_.startswith("expl") for child in token.children)
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.pos_ == "NOUN" and before in _PREPOSITIONS and after in _OF


def _gender(token: Token) -> Gender:
    """The gender that the article right before a word shows; of « l’heure » and « douze navires » nothing shows it, and
    the parser only guesses."""
    shown = gender_after(token.doc[token.i - 1].text) if token.i else ""
    return "m" if shown == "m" else "f" if shown == "f" else ""
