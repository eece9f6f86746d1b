"""Words that no dictionary has and that one letter parts from one it has: slips of the article's that a question would
repeat (« principlement »).

Knows the word lists of the French model and how adverbs and feminines are made of adjectives; a word it does not know
may well be a term, so one that is far from all others, or stands in the article twice, is let through.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quiz.facts.lexicon import bag
from quiz.facts.verbs import is_adjective, is_noun, participle, verb_forms

_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùû"
_ENDINGS = (
    ("s", ""), ("x", ""), ("es", ""), ("e", ""), ("aux", "al"), ("aux", "ail"), ("elle", "el"), ("elles", "el"),
    ("euse", "eux"), ("euses", "eux"), ("euse", "eur"), ("euses", "eur"), ("trice", "teur"), ("trices", "teur"),
    ("ive", "if"), ("ives", "if"), ("enne", "en"), ("ennes", "en"), ("onne", "on"), ("onnes", "on"), ("ère", "er"),
    ("ères", "er"), ("ette", "et"), ("ettes", "et"), ("che", "c"), ("ches", "c"), ("que", "c"), ("ques", "c"),
)  # fmt: skip
_SHORTEST = 7
"""Letters below which half the words are one letter from another."""


@lru_cache(8192)
def is_word(word: str) -> bool:
    """Is a common word in small letters in the lists, in any of its forms, or an adverb of an adjective there?"""
    if is_noun(word) or is_adjective(word) or verb_forms(word) or participle(word) is not None or "œ" in word:
        return True
    stems = {word[: -len(ending)] + whole for ending, whole in _ENDINGS if word.endswith(ending)}
    if any(is_noun(stem) or is_adjective(stem) or verb_forms(stem) for stem in stems if len(stem) > 2):
        return True
    return word.endswith("ment") and _adverb(word.removesuffix("ment"))


def _adverb(stem: str) -> bool:
    """« fraîche-ment », « consta-mment », « évide-mment », « profondé-ment », « absolu-ment »."""
    if stem.endswith(("am", "em")):
        return is_adjective(f"{stem[:-2]}{stem[-2]}nt")
    plain = stem.removesuffix("é") + "e" if stem.endswith("é") else stem
    return any(
        is_adjective(form) or participle(form) is not None or is_word(form)
        for form in (stem, plain, plain.removesuffix("e"))
        if not form.endswith("ment")
    )


_PERSONS = re.compile(r"(?:ons|ez|rai|rais|ions|enne|ennent|isse|issent|oive|oivent|eille|aille|ille|illent|quis)$")
"""Endings of first and second persons and of subjunctives, which the lists lack."""
_SOUND = bag(
    "antiballes auparavant blogueur blogueurs blogueuse brièvement burkinabè caillassé caillassée caillassés chacun "
    "chacune combattivité déontologue émirati émiratie extrasolaire extrasolaires finisher gentilé grièvement indûment "
    "interpelé interpelée interpelées interpelés judokate judokates mitterrandiste mushers notamment optogénétique "
    "parfois pourtant quelles régolithe sitôt souffre souvent"
)
"""Words that the lists lack and that one letter parts from another. Written for this project."""


def _with_its_hat(word: str) -> bool:
    """« maitrise », « connait », « couteux »: as the reform of 1990 spells them."""
    spots = [at for at, letter in enumerate(word) if letter in "iu"]
    return any(is_word(word[:at] + {"i": "î", "u": "û"}[word[at]] + word[at + 1 :]) for at in spots)


@cache
def misspelt(word: str) -> str:
    """The known word that one letter parts from this unknown one, "" where there is none: "principlement" is
    "principalement", "dificile" is "difficile"."""
    if len(word) < _SHORTEST or word in _SOUND or _PERSONS.search(word):
        return ""
    if is_word(word) or _with_its_hat(word):
        return ""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    edits = [
        *(a + c + b for a, b in cuts[1:] for c in _LETTERS),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts[1:] if len(b) > 1),
        *(a + b[1:] for a, b in cuts[1:-1] if b),
        *(a + c + b[1:] for a, b in cuts[1:-1] if b for c in _LETTERS),
    ]
    return next((edit for edit in edits if is_word(edit)), "")


_WORD = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{7,}(?![\w-])")


def slip_of(text: str, article: str) -> str:
    """The first misspelt word of a text that its article has only once, "" where there is none."""
    for found in _WORD.finditer(text):
        word = found.group()
        if misspelt(word) and len(re.findall(rf"\b{re.escape(word)}", article.lower())) < _AGAIN:
            return word
    return ""


_AGAIN = 2
"""Places from which a word is the article's own term."""
