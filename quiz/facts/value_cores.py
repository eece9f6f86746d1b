"""What is counted with all that cannot leave it, and where that ends: adjectives, complements, participles, names.

Knows the shape of the sentence and nothing of what is asked.
"""

from __future__ import annotations

import re
from typing import Literal

from quiz.facts.clause_pieces import Piece, following, gender_of, piece
from quiz.facts.clauses import Shape
from quiz.facts.measures import Measure
from quiz.facts.noun_phrases import word_stop
from quiz.facts.value_who import noun_start, without_brackets
from quiz.facts.value_words import words


def counted_core(m: Measure) -> tuple[Piece, int]:
    """The counted noun with what cannot leave it (adjectives, « de » complements, participles, relatives), and its end.

    « 40 buts en 90 matchs »: the goals are asked, « en 90 matchs » stays with the verb. For a measure, its own
    complement: « deux minutes *de vidéo* », « 20 ans *de recherche* ».
    """
    shape = m.shape
    timed = m.noun is not None and shape.tokens[m.noun].lower_ in words("weekdays")
    if m.noun is None or timed:  # « a gagné 1,2 % lundi »
        start = m.stop
        if m.quantity.dimension in ("speed", "temperature", "age", "rank", "score", "factor", "share", "change"):
            return Piece(""), start
        linked = start + 1 < len(shape.cats) and shape.tokens[start].lower_ in ("de", "d'")
        if linked and shape.cats[start + 1] in ("noun", "name", "adj"):
            stop = core_stop(shape, start + 1)
            return piece(shape, range(start + 1, stop)), stop
        return Piece(""), start
    start = m.stop if m.quantity.dimension == "share" else noun_start(m)
    stop = core_stop(shape, m.noun)
    return piece(shape, without_brackets(shape, start, stop)), stop


def core_stop(shape: Shape, noun: int) -> int:
    """Where a noun ends with what cannot leave it: adjectives, names, « de » complements, participles, relatives."""
    cats, i = shape.cats, word_stop(shape.tokens, noun)
    while i < len(cats):
        spanned = _from_to(shape, i)
        if spanned:
            i = spanned
            continue
        if _tied_to_noun(shape, i) or _compound(shape, i):
            i += 2
            continue
        if cats[i] == "part":
            tokens, _ = following(shape, i)
            aside = next((k for k in tokens if shape.tokens[k].lower_ == "dont"), None)
            if aside is not None:
                return aside  # « 18 personnes arrêtées dont un homme qui a jeté… »
            return tokens[-1] + 1 if tokens else i + 1
        if cats[i] in ("adj", "name") or _in_name(shape, i):
            i += 1
        elif (
            shape.tokens[i].lower_ in ("de", "d'", "du", "des")
            and i + 1 < len(cats)
            and cats[i + 1] in ("noun", "name", "adj", "det", "num")
        ) or _more_complements(shape, noun, i):
            i += 2
        elif cats[i] == "noun" and (cats[i - 1] in ("det", "adp", "adj") or shape.tokens[i].text[0].isupper()):
            i += 1
        elif cats[i] == "rel" and shape.tokens[i].lower_ in ("qui", "que", "qu'"):
            tokens, _ = following(shape, i)
            return tokens[-1] + 1 if tokens else i
        else:
            break
    return i


def _from_to(shape: Shape, i: int) -> int:
    """« 1 842 cueilleurs *de 18 à 75 ans* »: where a range after « de » ends; 0 where none begins."""
    said = re.match(
        r"(?:(?:de|d') [\d ,.]+ (?:ans )?à|entre [\d ,.]+ (?:ans )?et) [\d ,.]+ "
        r"(?:ans|mois|mètres|kilomètres|hectares|euros|places)\b",
        " ".join(t.lower_ for t in shape.tokens[i : i + 10]),
    )
    return i + len(said.group().split(" ")) if said is not None else 0


def _more_complements(shape: Shape, noun: int, i: int) -> bool:
    """« 85 vergers des cantons de la Saulx*, du Barrois et du Haut-Ornain* »: a list of what « de »
    ties to the noun."""
    cats, tokens = shape.cats, shape.tokens
    if cats[i] not in ("comma", "and") or i + 2 >= len(cats) or not _called(shape, i - 1):
        return False
    tied = any(tokens[k].lower_ in ("de", "d'", "du", "des") for k in range(noun + 1, i))
    if not tied or tokens[i].lower_ not in (",", "et") or tokens[i + 1].lower_ not in ("de", "d'", "du", "des"):
        return False
    after = i + 2
    while after < len(cats) and (cats[after] == "det" or _called(shape, after)):
        after += 1
    if not _called(shape, after - 1) or "verb" in cats[noun:i]:
        return False
    if cats[i] == "and":
        return True
    joins = after < len(cats) and (cats[after] == "and" or cats[after] == "comma")
    return joins and any(
        cats[k] == "and" and tokens[k + 1].lower_ in ("de", "d'", "du", "des")
        for k in range(after, min(after + 12, len(cats) - 1))
    )


def _called(shape: Shape, i: int) -> bool:
    return shape.cats[i] == "name" or (shape.cats[i] == "noun" and shape.tokens[i].text[:1].isupper())


def with_second_place(shape: Shape, tokens: list[int], whole: bool) -> tuple[list[int], bool]:
    """« … sont privés de courant en Gironde *et dans les deux Charentes* », « au cours des mois de mars *et de mai
    2016* »: what is coordinated with the last complement, number or not, belongs to the claim.

    (the tokens, whether nothing was cut off).
    """
    if not tokens or tokens[-1] + 3 >= len(shape.cats):
        return tokens, whole
    i = tokens[-1] + 1
    if shape.tokens[i].lower_ != "et" or shape.cats[i + 1] != "adp" or shape.cats[i + 2] == "num":
        return tokens, whole
    if shape.tokens[i + 1].lower_ not in ("dans", "en", "à", "au", "aux", "sur", "de", "du", "des", "d'"):
        return tokens, whole
    stop = next(
        (k for k in range(i + 2, len(shape.cats)) if shape.cats[k] in ("comma", "stop", "close", "open", "mark")),
        len(shape.cats),
    )
    added = shape.cats[i + 1 : stop]
    if stop - i > 9 or {"verb", "clit", "neg", "inf", "sub", "rel", "and", "part"} & set(added):
        return tokens, whole
    return [*tokens, *range(i, stop)], True


def _compound(shape: Shape, i: int) -> bool:
    """« 59 gardes *à vue* », « 12 armes *à feu* », « 40 machines *à laver* »: a bare noun or an infinitive after « à »
    makes one thing of both; « à bord », « à pied » say how or where."""
    if shape.tokens[i].lower_ != "à" or i + 1 >= len(shape.cats):
        return False
    after = shape.tokens[i + 1]
    bare = shape.cats[i + 1] in ("noun", "inf") and after.text.islower()
    return bare and after.lower_ not in words("free_after_a") | words("time_words") and shape.cats[i - 1] == "noun"


def counted_gender(m: Measure) -> Literal["m", "f", ""]:
    """The gender of the counted noun: « gardes à vue » are no guards."""
    if m.noun is None:
        return ""
    word = m.shape.tokens[m.noun].lower_
    return "f" if word.startswith("garde") and _compound(m.shape, m.noun + 1) else gender_of(m.shape, m.noun)


def _in_name(shape: Shape, i: int) -> bool:
    """« trois trophées Copa del Rey »: a name's words, whatever they are taken for."""
    word = shape.tokens[i].text
    before = shape.tokens[i - 1].text[:1].isupper()
    after = i + 1 < len(shape.tokens) and shape.tokens[i + 1].text[:1].isupper()
    return (word[:1].isupper() and shape.cats[i] in ("pron", "other", "noun")) or (
        before and after and word in ("del", "de", "la", "of", "the", "di", "y")
    )


def _tied_to_noun(shape: Shape, i: int) -> bool:
    """« des demandes de placement *en chômage partiel* », « les Justes *parmi les Nations* »: what says which, and no
    time or place of what is done."""
    if i + 1 >= len(shape.cats):
        return False
    word, after = shape.tokens[i].lower_, shape.tokens[i + 1]
    if word == "en" and after.lower_ in ("plein", "pleine"):
        return False  # « a emporté une soixantaine de personnes en pleine nuit »
    if word in ("parmi", "contre") and shape.cats[i + 1] in ("det", "name"):
        return True
    bare = shape.cats[i + 1] == "noun" and after.text.islower() and after.lower_ not in words("time_words")
    return word == "en" and bare and after.lower_ not in words("free_after_en")
