"""How a date is joined to its sentence, and whether it surely belongs to what a rule would date by it.

Reads the words around a date and the thing found for it, and refuses: bounds, dates of nouns, of halves of phrases, of
what the sentence does not name. Knows no attribute and makes no fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame, Quantity
from quiz.facts.spec_phrases import Thing
from quiz.facts.spec_scene import Found, Scene
from quiz.facts.spec_words import EventVerb, participles, words

SMALL = words("dates_small")
_WHOLE = frozenset(("fin", "début", "courant", "mi", "mi-"))
_SINCE = frozenset(("depuis", "dès"))
_UNTIL = frozenset(("jusqu'", "jusque", "jusqu'en", "jusqu'au"))
_BOUNDS = frozenset(("avant", "après", "vers", "d'ici", "ici", "durant", "pendant"))
_OF = frozenset(("de", "d'", "des"))
_SEASONS = frozenset(["printemps", "été", "automne", "hiver", "saison", "saisons", "exercice", "édition"])
_SET = frozenset(
    f"{stem}{end}"
    for stem in ("prévu", "programmé", "fixé", "remis", "reporté", "annoncé")
    for end in ("", "e", "s", "es")
)
"""What is set for a day: « la sortie est prévue pour mars »."""
_DETERMINED = re.compile(
    r"(?:l[ea]s?|l['’]|une?|des?|d['’]|du|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|il|elle|ils|elles)(?:\b|(?<=['’]))"
)
RENEWED = re.compile(r"(?:[Uu]n|[Ll]e) nouvel? |(?:[Uu]n|[Ll]e) nouveau |(?:[Uu]ne|[Ll]a) nouvelle ")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its sentence: its tokens `first` to `stop`, how it is joined ("on", "since", "until"), and whether it
    opens the clause."""

    quantity: Quantity
    first: int
    stop: int
    joint: str


def joined(scene: Scene, quantity: Quantity) -> Dated | None:
    """The date with its preposition read; None where it bounds, belongs to a noun, or stands in brackets."""
    tokens = scene.sentence.tokens(quantity.span.start, quantity.span.end)
    if not tokens or scene.sentence.masks(tokens[0]):
        return None
    first, stop = tokens[0].i, tokens[-1].i + 1
    if re.fullmatch(r"\d{4}", quantity.text.strip()) and (
        scene.name_over(tokens[0]) is not None or scene.name_to(first) is not None
    ):
        return None  # « le Trophée Brisk 2018 »: the year is the name's
    at = first - 1
    while at >= 0 and (scene.word(at) in SMALL or scene.word(at) in _SEASONS):
        at -= 1
    word = scene.word(at)
    inner = {scene.word(i) for i in range(at + 1, first)}
    if word in _BOUNDS or (word in ("à", "au") and scene.word(at - 1) == "d'ici"):
        return None
    if word in _OF and not (
        inner & {"mois"} and scene.word(at - 1) in ("au", "à", "début", "fin", "depuis", "courant")
    ):
        return None
    if "du" in inner and "mois" not in inner:
        return None
    if word == "pour" and scene.word(at - 1) not in _SET:
        return None  # « abaisse sa prévision pour 2018 »
    if "comme" in (scene.word(at - 1), scene.word(at)):
        return None  # « Comme en 2013, … »: another time
    follows = scene.word(stop), scene.word(stop + 1)
    if (word in ("et", "ou", "-", "entre") and scene.word(at - 1)[:1].isdigit()) or word == "entre":
        return None
    if (
        follows[0] in ("et", "ou")
        and (follows[1][:1].isdigit() or follows[1] in ("en", "le"))
        and quantity.low == quantity.high
    ):
        return None  # « en 2003 et 2007 »: one of several
    if word == "(" or inner & _SEASONS or word in _SEASONS:
        return None
    joint = "since" if word in _SINCE else "until" if word in _UNTIL or scene.word(at - 1) in _UNTIL else "on"
    if inner & _WHOLE:
        joint = "around" if joint == "on" else joint
    return Dated(quantity, at + 1 if word not in ("en", "à", "au", *_SINCE, *_UNTIL) else at, stop, joint)


def as_written(seen: Shape, group: VerbGroup, thing: Thing) -> str:
    """The agreement of a subject; for a bare name, what the participle beside it shows (« Volute a été lancée »)."""
    word = seen.tokens[group.main].lower_
    if group.auxiliary in ("être", "être+été") and not thing.text[:1].islower() and word in participles():
        return ("f" if word.rstrip("s").endswith("e") else "m") + ("p" if group.number == "p" else "s")
    return thing.agreement


def is_the_date(thing: Thing, dated: Dated) -> bool:
    """Did the parser take the date itself for the subject (« Le 12 mai se tiendra … »)?"""
    return dated.quantity.text in thing.text


def far(seen: Shape, start: int, stop: int) -> bool:
    """Is the date so far behind a verb of no known event that it may belong to a noun ("suit celle de la Ligue en
    avril")?"""
    links = sum(
        1 for i in range(start, stop) if seen.cats[i] == "adp" and seen.tokens[i].lower_ not in ("de", "d'", "du")
    )
    return (
        stop - start > 8
        or links > 2
        or any(seen.tokens[i].lower_ in ("celle", "celui", "ceux", "alliance") for i in range(start, stop))
    )


def of_form(participle: str) -> str:
    """What a participle shows of what it is said of: lancée is "fs"."""
    return ("f" if participle.rstrip("s").endswith("e") else "m") + ("p" if participle.endswith("s") else "s")


def agree(participle: str, thing: Thing) -> bool:
    """« Lancée en 2011, les équipes … » dangles: number and gender of a common noun have to be the participle's."""
    if re.match(r"(?:[Ll]es|[Dd]es|[Cc]es) ", thing.text) and re.search(r"(?:é|i|u|t)e?$", participle):
        return False  # « des séquences du troisième essai, effectué en mai »
    if re.match(r"(?:[Ll]a|[Uu]ne|[Cc]ette) ", thing.text) and re.search(r"[éiu]s?$", participle):
        return False
    if len(thing.agreement) < 2 or not thing.text[:1].islower() or participle not in participles():
        return True
    feminine = participle.rstrip("s").endswith("e")
    plural = participle.endswith("s")
    return (thing.agreement[1] == "p") == plural and (thing.agreement[0] == "f") == feminine


def its_own(scene: Scene, seen: Shape, dated: Dated) -> bool:
    """Does a date surely belong to a verb that the schema does not know?

    Not in « connaît une année 2016 difficile », « passe de 66 % en 2006 à 40 % », « est peu connu depuis l'apparition
    du mot dans les années 1960 ».
    """
    before = [scene.word(i) for i in range(max(0, dated.first - 3), dated.first + 2)]
    if "année" in before and {"une", "l'", "cette"} & set(before) and dated.joint == "on":
        return False
    group = next((g for g in reversed(seen.groups) if g.stop <= dated.first), None)
    start = group.stop if group is not None else 0
    inner = {scene.word(i) for i in range(start, dated.first)}
    counted = any(word[:1].isdigit() or word in ("%", "euros", "dollars") for word in inner)
    return dated.joint == "until" or not (counted or inner & (_SINCE | _BOUNDS | {"lors", "suite"}))


def cut_short(thing: Thing) -> bool:
    """« en | vue du débat », « La 4e | étape du tour », « a prêté | allégeance »: a noun without its determiner; and
    « deux rôles dans « A » et un autre », where the date may be of either."""
    bare = re.match(r"[a-zà-ÿ]", thing.text) is not None and _DETERMINED.match(thing.text) is None
    return bare or (" dans " in thing.text and " et " in thing.text)


def in_the_air(thing: Thing, event: EventVerb | None) -> bool:
    """« Le départ a été donné le 9 mai », « un second essai effectué en mai », « le pays est miné depuis 2003 »: which
    one, the sentence does not say. An event that the schema knows tells enough, and « il » was named before."""
    if re.match(r"(?:[Ss](?:on|a|es)|[Ll]eurs?) ", thing.text):
        return True  # « Son successeur, nommé en 2013 »
    return event is None and not thing.resolved and thing.text not in ("il", "elle")


def loose_object(dated: Dated, event: EventVerb | None, frame: Frame, label: str) -> bool:
    """« a claqué la porte du club en 1984 », « ont coûté la vie à quatre marins le 16 mai »: the object of a verb that
    the schema does not know is too often half an idiom; « a fait ses débuts » is not."""
    whole = re.search(r" (?:débuts|fin|lieu)\)$", label) is not None
    return event is None and frame.lead == "active" and dated.joint == "on" and not whole


def on_the_way(dated: Dated, found: Found) -> bool:
    """« sa visite à Brême prévue pour le 31 mai », « le sommet entre la Vallonie et la Sarmie, qui était prévu pour
    juin »: a country or a town is not what was planned; it may suffer something since a year."""
    return found.entity_kind == "place" and dated.joint != "since"
