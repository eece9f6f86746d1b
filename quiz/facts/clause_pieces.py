"""A clause cut into pieces that can be put together again: what leads in, who, the verb, what follows.

Cuts only at places where the claim stays whole, and says so where a piece cannot stand alone. Knows no question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.lexicon import is_first_name
from quiz.facts.noun_phrases import phrase_stop
from quiz.facts.reading import Reading
from quiz.facts.value_words import words

Pronoun = Literal["il", "elle", "ils", "elles", "on", ""]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some tokens as text. `whole` is False where something was left out that may matter, `stands` where it needs the
    article to be understood (a demonstrative, a possessive, a pronoun, a hidden quotation)."""

    text: str
    whole: bool = True
    stands: bool = True


class CutInside(Exception):
    """The clause could only be cut in the middle of something: nothing can be asked of it."""


def text_of(shape: Shape, indexes: Sequence[int]) -> str:
    """The tokens as the parser saw them, spaced as in the sentence, without outer commas."""
    out = ""
    for place, i in enumerate(indexes):
        parted = place + 1 < len(indexes) and indexes[place + 1] != i + 1
        out += shape.tokens[i].text + (" " if parted else shape.tokens[i].whitespace_)
    return re.sub(r"\s+([,.)])", r"\1", re.sub(r"\s{2,}", " ", out)).strip(" ,;:-–").removesuffix(".")


def piece(shape: Shape, indexes: Sequence[int], *, whole: bool = True, owner: Literal["s", "p", ""] = "") -> Piece:
    """Tokens as a piece. With `owner`, possessives of that number belong to a subject that will stand beside them."""
    stands = True
    for i in indexes:
        word = shape.tokens[i].lower_
        if (
            (word == "cela" and shape.sentence.masks(shape.tokens[i]))
            or (word in words("demonstratives") and not _of_time(shape, i))
            or (word in words("possessives") and not _owned(word, owner) and shape.cats[i] == "det")
            or (
                word in words("loose_pronouns")
                and shape.cats[i] in ("pron", "clit", "det", "adp")
                and shape.tokens[i].pos_ == "PRON"
            )
            or (word in words("ordinals") and shape.cats[i - 1 if i else 0] == "det" and not _known_by_rank(shape, i))
            or word in words("pointing_words")
            or (word == "lors" and i > 0 and shape.tokens[i - 1].lower_ in ("depuis", "dès"))
        ):
            stands = False
    return Piece(text_of(shape, indexes), whole, stands)


def _owned(word: str, owner: str) -> bool:
    return (owner == "s" and word in ("son", "sa", "ses")) or (owner == "p" and word in ("leur", "leurs"))


def _known_by_rank(shape: Shape, i: int) -> bool:
    """« la première fois », « le Premier ministre », « le premier tour de l'élection » need no list before them."""
    after = [shape.tokens[k].lower_ for k in range(i + 1, min(i + 3, len(shape.tokens)))]
    return bool(after) and (
        after[0] in words("ranked_nouns") or (len(after) > 1 and after[1] in ("de", "d'", "du", "des", "qui"))
    )


def _of_time(shape: Shape, i: int) -> bool:
    """« ce lundi », « cette année »: a date can be put in its place."""
    whose = i + 2 < len(shape.tokens) and shape.tokens[i + 2].lower_ in ("de", "d'", "du")  # « cette journée de deuil »
    return not whose and i + 1 < len(shape.tokens) and shape.tokens[i + 1].lower_ in words("time_words")


def following(shape: Shape, i: int) -> tuple[list[int], bool]:
    """The tokens from `i` to the end of the clause, brackets left out, and whether nothing of the claim was cut off.

    Ends at a comma (unless it parts the members of a list), at a coordinated verb or number, at « tandis que », «
    mais »,
    « dont 3 », « contre 23 % ». Raises `CutInside` where that would part two numbers of one noun.
    """
    cats, tokens = shape.cats, shape.tokens
    keep: list[int] = []
    j, whole = i, True
    while j < len(tokens):
        cat, word = cats[j], tokens[j].lower_
        if cat in ("stop", "close"):
            break
        if cat == "open":
            closing = next((k for k in range(j, len(cats)) if cats[k] == "close"), len(cats) - 1)
            j = closing + 1
            continue
        if cat == "mark" and word in ("-", "–", "—"):
            break
        if cat == "sub" and word in words("contrasts"):
            break
        if (
            word == "contre"
            and j + 1 < len(cats)
            and (cats[j + 1] == "num" or tokens[j + 1].lower_ in ("seulement", "environ"))
        ):
            break
        if (
            cat == "rel"
            and word == "dont"
            and j + 1 < len(cats)
            and (
                cats[j + 1] in ("num", "det") or cats[j - 1] == "comma" or tokens[j + 1].lower_ in words("number_words")
            )
        ):
            whole = False
            break
        if cat == "comma":
            stop = _list_stop(shape, j)
            aside = _aside_stop(shape, j) if stop is None else None
            if aside is not None:
                j = aside
                continue
            if stop is None:
                whole = _nothing_but_source(shape, j)
                break
            keep.extend(_outside_brackets(shape, j, stop))
            j = stop
            continue
        if cat == "and" and _ends_clause(shape, j):
            if keep and cats[keep[-1]] == "num":
                raise CutInside  # « les 4 et 5e places »
            whole = word in ("mais", "or", "car")
            keep.extend(_shared_complement(shape, keep, j))
            break
        keep.append(j)
        j += 1
    clause = next((n for n, k in enumerate(keep) if tokens[k].lower_ in ("que", "qu'") and cats[k] == "sub"), None)
    if clause is not None and not any(cats[k] == "verb" for k in keep[clause:]):
        raise CutInside  # « pensent que les soudeurs, les monteurs »
    while keep and cats[keep[-1]] in ("adp", "det", "and", "comma", "rel", "sub", "mark"):
        voted = tokens[keep[-1]].lower_ in ("pour", "contre") and (
            j >= len(cats) or cats[j] in ("and", "comma", "stop")
        )
        if voted:
            break  # « ont voté pour et 213 contre »
        keep.pop()
    return keep, whole


def _aside_stop(shape: Shape, comma: int) -> int | None:
    """« … ont été tués, *la plupart décapités,* dans la prison de Metz »: the token after a short aside that goes on
    with a place or a time; None where the comma opens none."""
    closing = next((k for k in range(comma + 2, min(comma + 8, len(shape.cats))) if shape.cats[k] == "comma"), None)
    if closing is None or closing + 1 >= len(shape.cats):
        return None
    inside = shape.cats[comma + 1 : closing]
    goes_on = shape.cats[closing + 1] == "adp" and shape.tokens[closing + 1].lower_ in ("dans", "à", "en", "au", "aux")
    after = shape.tokens[closing + 1].lower_
    if shape.tokens[comma + 1].lower_ == "soit" and after in ("sur", "en", "dans", "pour", "entre", "depuis", "par"):
        return closing + 1  # « 120 milliards de dirhams, soit 11 milliards d'euros, sur cinq ans »
    plain = inside[0] in ("det", "part", "adj") and not {"verb", "num", "and", "rel", "sub", "name", "clit"} & set(
        inside
    )
    return closing + 1 if goes_on and plain else None


def _outside_brackets(shape: Shape, start: int, stop: int) -> list[int]:
    out, depth = [], 0
    for i in range(start, stop):
        depth += (shape.cats[i] == "open") - (shape.cats[i - 1] == "close" if i > start else 0)
        if depth == 0:
            out.append(i)
    return out


def _shared_complement(shape: Shape, keep: list[int], i: int) -> list[int]:
    """« 21 serres sont en rupture partielle et dix en rupture totale *de terreau* »: what two numbers of one noun share
    at the end belongs to the first as well."""
    cats, tokens = shape.cats, shape.tokens
    said = {tokens[k].lower_ for k in keep if cats[k] == "noun"}
    if not said or i + 3 >= len(cats) or cats[i + 1] != "num" or cats[i + 2] != "adp":
        return []
    again = next((k for k in range(i + 3, min(len(cats), i + 6)) if tokens[k].lower_ in said), None)
    if again is None:
        return []
    start = again + 1
    while start < len(cats) and cats[start] in ("adj", "part"):
        start += 1
    if start >= len(cats) or tokens[start].lower_ not in ("de", "d'", "du", "des"):
        return []
    stop = next((k for k in range(start, len(cats)) if cats[k] in ("comma", "stop", "and", "rel", "sub")), len(cats))
    return list(range(start, stop))


def _nothing_but_source(shape: Shape, comma: int) -> bool:
    """Whether what follows the comma is only who says so, or another statement: nothing the claim needs."""
    ahead = next((g for g in shape.groups if g.first > comma), None)
    if ahead is not None and 1 < ahead.first - comma < 8:
        own = shape.cats[comma + 1 : ahead.first]
        if all(cat in ("det", "noun", "name", "adj", "pron") for cat in own):
            return True  # another clause with its own subject
    after = shape.tokens[comma + 1].lower_ if comma + 1 < len(shape.tokens) else "."
    if comma + 1 < len(shape.cats) and shape.cats[comma + 1] == "ger":
        return True
    return after in (
        "selon",
        "d'",
        "a",
        "passant",
        "tandis",
        "alors",
        "mais",
        "et",
        "soit",
        "contre",
    ) or after in words("relatives")


def _list_stop(shape: Shape, comma: int) -> int | None:
    """Where a list that the comma continues ends (« en France, en Italie et en Espagne »), or None where it is none."""
    cats = shape.cats
    j, joined = comma + 1, False
    while j < len(cats):
        if cats[j] == "open":
            j = next((k for k in range(j, len(cats)) if cats[k] == "close"), len(cats) - 1) + 1
            continue
        if cats[j] in ("stop", "sub", "rel", "verb", "clit", "neg", "ger", "mark", "num", "close"):
            break
        if cats[j] == "comma" and joined:
            break
        if cats[j] == "and":
            if shape.tokens[j].lower_ not in ("et", "ou") or (joined and "num" in cats[j + 1 : j + 3]):
                break
            joined = True
        j += 1
    return (
        j
        if joined and j - comma < 28 and (j >= len(cats) or cats[j] in ("stop", "comma", "close", "sub", "rel", "and"))
        else None
    )


def _ends_clause(shape: Shape, i: int) -> bool:
    """Whether « et », « mais » at `i` begins another statement: a verb, a number, a noun with its own verb."""
    cats = shape.cats
    if shape.tokens[i].lower_ in ("mais", "or", "car", "puis"):
        return True
    if i + 1 < len(cats) and shape.tokens[i + 1].lower_ in ("que", "qu'"):
        return True  # « a reçu 300 lettres et que le prix a baissé »
    part = next((k for k in (i + 1, i + 2) if k < len(cats) and cats[k] not in ("adv",)), None)
    if part is not None and cats[part] == "part" and any(g.auxiliary and g.stop <= i for g in shape.groups):
        return True  # « a supprimé 700 emplois et fortement réduit ses stocks »
    if any(shape.tokens[k].lower_ == "entre" for k in range(max(0, i - 8), i)):
        return False  # « entre le printemps et l'automne 2017 »
    for j in range(i + 1, min(len(cats), i + 12)):
        if cats[j] in ("verb", "clit", "neg"):
            return True
        number = cats[j] == "num" or shape.tokens[j].lower_ in words("number_words") - {"un", "une", "neuf"}
        if number and j - i <= 4:
            return True
        if cats[j] in ("comma", "stop", "close", "sub", "rel"):
            return False
    return False


def lowered(shape: Shape, i: int, text: str) -> str:
    """A phrase that began its sentence, fit for the middle of another: its article in small letters."""
    if i == 0 and shape.cats[i] in ("det", "adp", "pron", "adv"):
        return text[:1].lower() + text[1:]
    return text


def pronoun_of(shape: Shape, head: int, group: VerbGroup, reading: Reading) -> Pronoun:
    """The pronoun that would stand for a subject, from the form of its head; "" where its gender is not sure."""
    token = shape.tokens[head]
    if token.lower_ in ("il", "elle", "ils", "elles", "on"):
        return cast(Pronoun, str(token.lower_))
    gender = ""
    entity = reading.entities.at(shape.sentence.at(token), shape.sentence.end_of(token))
    determiner = next(
        (shape.tokens[k].lower_ for k in range(head - 1, max(-1, head - 4), -1) if shape.cats[k] == "det"), ""
    )
    if entity is not None and entity.kind == "person" and shape.cats[head] == "name":
        gender = entity.gender
    elif determiner in ("la", "une", "sa", "cette", "certaines", "toutes", "chacune", "aucune"):
        gender = "f"
    elif determiner in ("le", "un", "ce", "cet"):
        gender = "m"
    elif shape.cats[head] == "noun" and not (token.text[0].isupper() and (head > 0 or entity is not None)):
        gender = gender_of(shape, head)
    plural = group.number == "p"
    if plural and _coordinated(shape, head, group):
        return "ils"
    person = entity is not None and entity.kind == "person" and " " in entity.name
    if not gender and not person:
        gender = _gender_of_name(shape, head, determiner, sure=entity is not None)
    if not gender:
        return ""
    return ("elles" if plural else "elle") if gender == "f" else ("ils" if plural else "il")


def _gender_of_name(shape: Shape, head: int, determiner: str, *, sure: bool) -> Literal["m", "f", ""]:
    """The gender a name is taken up with: « Filou peut-il », « l'Irlande a-t-elle », « l'Iran a-t-il ».

    Names without an article are masculine but for people; after « l' » the ending tells, and a series of capitals
    tells nothing. `sure`: known as a name,
    and not somebody's first and last.
    """
    word = shape.tokens[head].text
    before = shape.tokens[head - 1].lower_ if head else ""
    if shape.cats[head] != "name" or (head and shape.cats[head - 1] in ("noun", "name")):
        return ""
    if not sure and is_first_name(word):
        return ""
    if word.lower() in words("masculine_acronyms"):
        return "m"
    if determiner == "l'" or before == "l'":
        return "" if word.isupper() else "f" if word.endswith(("e", "es")) else "m"
    return "m"


def _coordinated(shape: Shape, head: int, group: VerbGroup) -> bool:
    stop = min(phrase_stop(shape, head), group.first)
    return any(
        shape.cats[k] == "and" and shape.tokens[k + 1].lower_ not in ("de", "d'", "du")  # « d'engrais et de semences »
        for k in range(head, stop - 1)
    )


_FEMININE_ENDINGS = (
    "tion", "sion", "ance", "ence", "ette", "aille", "esse", "ude", "ité", "ée", "oupe", "elle", "enne", "onne", "euse",
    "trice", "aison", "prise", "ade", "ie", "ure",
)  # fmt: skip
"""Endings of feminine nouns but for those of the list `odd_genders`."""


_MAY_BE_FEMININE = ("e", "é", "ion", "son", "çon", "eur", "x", "s")
"""Endings, but for an s, outside of which only the nouns of the list `feminine_without_e` are feminine."""


def gender_of(shape: Shape, i: int) -> Literal["m", "f", ""]:
    """The gender of a noun: by a sure ending, else the one the model sees."""
    word = shape.tokens[i].lower_.removesuffix("s")
    if word in words("feminine_nouns"):
        return "f"
    if word in words("masculine_nouns"):
        return "m"
    if shape.tokens[i].text[:1].islower() and word not in words("odd_genders"):
        if word.endswith(_FEMININE_ENDINGS):
            return "f"
        if word.endswith(("ment", "isme", "eau", "age")):
            return "m"
    if word.endswith(("iste", "logue", "crate", "naute", "athlète", "naire")) and shape.tokens[i].text[:1].islower():
        return "m"  # « les secouristes »: of men and women
    if word in words("odd_genders"):
        if word.endswith(_FEMININE_ENDINGS):
            return "m"  # le trophée, le comité
        if word.endswith(("age", "eau", "ment")):
            return "f"  # la page, l'eau
    morph = str(shape.tokens[i].morph)
    if shape.tokens[i].text[:1].isupper():
        return "f" if shape.tokens[i].lower_.endswith(("euses", "trices", "aises", "iennes", "ines")) else "m"
    if "Gender=Fem" in morph and not word.endswith(_MAY_BE_FEMININE) and word not in words("feminine_without_e"):
        return "m"  # « 23 feuilletons », which the model takes for feminine
    return "f" if "Gender=Fem" in morph else "m" if "Gender=Masc" in morph else ""
