"""Slips of French in a clause that a question would repeat, and words that no dictionary has.

Looks at single words and their neighbours. Names nothing and mends nothing; a word it does not know may well be right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quiz.facts.clause_pieces import Pronoun
from quiz.facts.clauses import Shape
from quiz.facts.event_clause import Clause
from quiz.facts.event_words import nations, words
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import is_adjective, is_noun, participle, verb_forms

_TWICE = re.compile(r"(\w)\1\1|[^g]ii(?!ons$|ez$)")
_MASCULINE = re.compile(r"(?:ain|ais|and|ien|ois|on)$")
_PLURAL = frozenset(("les", "des", "ces", "ses", "aux", "leurs", "nos"))
_ENDINGS = (
    ("s", ""), ("x", ""), ("es", ""), ("e", ""), ("aux", "al"), ("aux", "ail"), ("elle", "el"), ("elles", "el"),
    ("euse", "eux"), ("euses", "eux"), ("euse", "eur"), ("euses", "eur"), ("trice", "teur"), ("trices", "teur"),
    ("ive", "if"), ("ives", "if"), ("enne", "en"), ("ennes", "en"), ("onne", "on"), ("onnes", "on"), ("ère", "er"),
    ("ères", "er"),
)  # fmt: skip
"""Endings of feminines and plurals with those of the form that a dictionary lists."""


def misspelt(seen: Shape, tokens: Sequence[int]) -> bool:
    """Does a slip stand among the tokens: « avait travaiillé », « dans les trois discipline », « prend des le premier
    kilomètre », « La course c'est tenue »?"""
    for i in tokens:
        word = seen.tokens[i].lower_
        before = seen.tokens[i - 1].lower_ if i else ""
        if seen.tokens[i].text.islower() and word.isalpha() and _TWICE.search(word) and not is_noun(word):
            return True
        if before == "de" and word.isdigit() and i > 1 and seen.tokens[i - 2].lower_ == "nuit":
            return True  # « dans la nuit de 26 à 27 mai »
        if before in ("premier", "première", "second", "seconde", "deuxième") and word.startswith("suivi"):
            return True  # « est premier suivi de », where a comma is wanting
        if before == "à" and seen.cats[i] == "part" and participle(word) is not None and not is_noun(word):
            return True  # « à tenu ses promesses »
        if before in ("avoir", "ayant") and seen.cats[i] == "inf" and word.endswith("er"):
            return True  # « après avoir passer la ligne »
        if before == "la" and seen.tokens[i].text[:1].isupper() and word in nations() and _MASCULINE.search(word):
            return True  # « la Français Awa Sow »
        if before == "des" and word in ("le", "la", "les", "l'"):
            return True  # « dès le premier kilomètre » without its accent
        if before.isdigit() and int(before) > 1 and word in ("an", "heure", "jour", "minute", "seconde"):
            return True
        if before in ("c'", "c’") and word == "est" and i > 1 and seen.cats[i - 2] in ("noun", "name"):
            return True
        numbered = before in value_words("number_words") and before not in ("un", "une", "zéro")
        if numbered and i > 1 and seen.cats[i] == "noun" and seen.tokens[i - 2].lower_ in _PLURAL and _singular(word):
            return True
    return False


def _singular(word: str) -> bool:
    plain = word.isalpha() and len(word) > 3 and not word.endswith(("s", "x", "z"))
    return plain and is_noun(word) and word not in value_words("singular_after_numbers")


def odd_words(seen: Shape, tokens: Sequence[int]) -> int:
    """How many common words among the tokens no dictionary has: slips mostly, and technical terms."""
    said = [seen.tokens[i].text for i in tokens if seen.cats[i] in ("noun", "adj", "verb", "part", "inf")]
    return sum(len(word) > 3 and word.isalpha() and word.islower() and not _known(word) for word in said)


@cache
def _known(word: str) -> bool:
    if is_noun(word) or is_adjective(word) or verb_forms(word) or word.endswith("ment") or "œ" in word:
        return True
    stems = {word[: -len(ending)] + whole for ending, whole in _ENDINGS if word.endswith(ending)}
    return any(is_noun(stem) or is_adjective(stem) or verb_forms(stem) for stem in stems if len(stem) > 2)


# ---- of the whole clause


def agreeing(clause: Clause) -> Pronoun:
    """The pronoun of the subject as a participle after « être » shows it: « ont été arrêtées » is elles."""
    group, seen = clause.group, clause.seen
    if group.auxiliary not in ("être", "être+été") or group.main == group.finite:
        return ""
    owned = bool(clause.rest) and seen.cats[clause.rest[0]] in ("det", "num")
    if clause.clitics and owned:
        return ""  # « s'est offert | le titre » agrees with nobody
    word = seen.tokens[group.main].lower_
    plural = group.number == "p"
    feminine = word.endswith("es" if plural else "e")
    if plural:
        return "elles" if feminine else "ils"
    return "elle" if feminine else "il"


def unagreed(clause: Clause) -> bool:
    """« La course s'est tenu », « ont été formulée »: a slip of the article's that a question would repeat."""
    pronoun, word = agreeing(clause), clause.seen.tokens[clause.group.main].lower_
    if not pronoun:
        return False
    if pronoun in ("ils", "elles") and not word.endswith(("s", "x")):
        return True
    if pronoun == "ils" and clause.seen.tokens[clause.head].lower_ in ("femmes", "filles", "personnes", "victimes"):
        return True  # « trois personnes ont été interpellés »
    return clause.seen.tokens[clause.subject[0]].lower_ in ("la", "une") and pronoun == "il"


def half_a_subject(clause: Clause) -> bool:
    """« les routes de Thiès et | le reste du Mali sont coupés »: half a subject, which its verb does not fit."""
    first, head = (clause.seen.tokens[i].lower_ for i in (clause.subject[0], clause.head))
    one = first in ("le", "la", "l'", "un", "une", "ce", "cette") and not head.endswith(("s", "x", "aine"))
    return one and clause.group.number == "p" and head not in words("collectives")
