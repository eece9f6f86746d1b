"""Frames that would ask nonsense: a verb that is none, a figure told by the way, a count that leans on what was left
out.

The last look at a frame before it is handed on. Each fault is a named rule; refuses to mend anything.
"""

from __future__ import annotations

import re

from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.numerals import COLLECTIVES, NUMBER_WORDS
from quiz.facts.value_context import Context
from quiz.facts.verbs import participle, verb_forms


def faulty(m: Measure, frame: Frame, context: Context) -> bool:
    """Whether any rule finds fault with a frame."""
    return any(
        rule(m, frame)
        for rule in (
            _no_finite_verb,
            _owned_by_another,
            _counted_twice,
            _told_in_full,
            _leans_on_what_was_dropped,
            _on_the_same_day,
            _torn_unit,
            _kept_for_years,
            _energy,
            _participle_for_a_verb,
            _in_a_place_told_by_the_way,
            _not_of_us,
            _part_of_a_thing,
            _votes_of_nobody,
            _number_of_nothing,
            _apposed,
            _between_two,
            _more_than_what,
            _unfinished,
            _endless_subject,
            _one_with_a_verb_of_many,
            _one_of_many,
            _object_further_on,
        )
    ) or _missing_from(m, frame, context)


def _no_finite_verb(m: Measure, frame: Frame) -> bool:
    """« – une marge d'exploitation ajusté supérieure à 21 % »: an adjective is no verb, whatever it ends in."""
    del m
    word = frame.finite.lower()
    if word == "soit":
        return True  # « a débloqué 120 milliards de dirhams, soit 11 milliards d'euros »: that is, in other money
    if not word or not word.endswith(("é", "ée", "és", "ées")):
        return False
    return participle(word) is not None and not any(f.mood in ("ind", "cond") for f in verb_forms(word))


_BEING = frozenset({"être", "constituer", "représenter", "rester", "demeurer", "devenir", "former"})
_OWNED = re.compile(r"\b(?:son|sa|ses|leurs?)\b", re.IGNORECASE)


def _owned_by_another(m: Measure, frame: Frame) -> bool:
    """« La pomme constitue depuis dix ans son premier poste d'exportation »: what something is belongs to another."""
    active = m.group is not None and m.group.lemma in _BEING and not m.group.passive
    return active and bool(_OWNED.search(f"{frame.rest} {frame.population}"))


_COUNT = re.compile(r"(?:(?:plus|moins|près|environ|quelque|au moins|pas moins)(?: d[e'’])? ?)?(?P<word>[\w-]+)")


def _counted_twice(m: Measure, frame: Frame) -> bool:
    """« Plus de 35 000 voyageurs sont bloqués dans une centaine de trains »: the trains are told by the way."""
    del m
    said = _COUNT.match(frame.subject.lower())
    if frame.construction != "object" or frame.preposition not in ("dans", "sur", "à", "en", "avec") or said is None:
        return False
    word = said["word"]
    gathered = re.match(r"une? ([\w-]+) d", frame.subject.lower())
    return (
        word[:1].isdigit()
        or word in NUMBER_WORDS - {"un", "une"}
        or (gathered is not None and gathered[1] in COLLECTIVES)
    )


def _told_in_full(m: Measure, frame: Frame) -> bool:
    """« s'est rendue sur quatre sites, dans les Vosges, le Gard, la Creuse et en Ardèche »: who reads can count."""
    if m.quantity.dimension != "count" or not 2 <= m.quantity.low <= _FEW:
        return False
    if _AGES.search(frame.population):
        return True
    listed = re.search(r"(?P<items>[^,;:]+(?:, [^,;:]+)+) et [^,;:]+$", f"{frame.rest} {frame.population}".strip())
    return listed is not None and listed["items"].count(",") + 2 == m.quantity.low


_FEW = 12
_AGES = re.compile(r"\b(?:de|âgée?s de) \d{1,2}(?:, \d{1,2})*(?: et \d{1,2}(?: ans)?|,? et)?$")
"""« trois enfants de 3, 5 et 8 ans »: as many ages as children."""


def _leans_on_what_was_dropped(m: Measure, frame: Frame) -> bool:
    """« vingt-trois jeunes ont été libérés depuis lors »: since when is what makes the count true."""
    if m.group is None or frame.construction not in ("count-subject", "object", "there-are", "part-of", "share-of"):
        return False
    after = " ".join(t.lower_ for t in m.shape.tokens[m.group.stop :]).split(" ; ")[0]
    return re.search(r"\b(?:depuis|dès) lors\b", after) is not None


_SAME = re.compile(
    r"^(?:(?:dans|au|en) )?(?:le |la |les )?même(?:s)? (?:jour|journée|soir|soirée|nuit|matin|semaine|mois|année|an"
    r"|temps|moment|période|instant|époque)\b",
    re.IGNORECASE,
)


def _on_the_same_day(m: Measure, frame: Frame) -> bool:
    """« Le même jour, l'initiative a été balayée par 74 % de non »: the same as what?"""
    del m
    return _SAME.match(frame.lead) is not None or _SAME.match(frame.rest) is not None


_RANGE = re.compile(r"\b(?:de|d['’]|entre) ?\d[\d,.  ]*$")


def _torn_unit(m: Measure, frame: Frame) -> bool:
    """« indiquée à 60 g/mol » without its « /mol », « cueilleurs de 18 » without « à 75 ans »."""
    del m
    rest = frame.rest.lstrip()
    return rest.startswith(("/", "à /")) or (
        _RANGE.search(frame.population) is not None and rest.startswith(("à ", "et "))
    )


def _kept_for_years(m: Measure, frame: Frame) -> bool:
    """« Ada Morin a, en ce printemps, 91 ans »: nobody is asked how long somebody has."""
    years = m.quantity.dimension == "duration" and m.group is not None and m.group.lemma == "avoir"
    return years and frame.construction == "object" and not frame.population and m.group is not None


def _energy(m: Measure, frame: Frame) -> bool:
    """« consomme 1,2 kWh »: an energy, for which we have no question."""
    del frame
    return m.quantity.dimension == "power" and (m.quantity.unit or "").endswith("-hour")


def _participle_for_a_verb(m: Measure, frame: Frame) -> bool:
    """« devançant d'un souffle le peloton réduit à vingt coureurs »: who is ahead reduces nothing."""
    group, shape = m.group, m.shape
    if group is None or group.auxiliary or group.stop != group.first + 1 or frame.construction == "count-subject":
        return False
    forms = verb_forms(shape.tokens[group.main].text)
    if participle(shape.tokens[group.main].text) is None and not any(f.mood == "part" for f in forms):
        return False
    i = group.first - 1
    while i > 0 and shape.cats[i] in ("noun", "name", "adj", "det", "adp", "num"):
        i -= 1
    return i >= 0 and shape.cats[i] in ("ger", "inf", "verb") and i < group.first - 1


def _in_a_place_told_by_the_way(m: Measure, frame: Frame) -> bool:
    """« le chapitre de la marée, où trois sœurs attendent un père qui ne rentrera pas »: in a book, on the way."""
    return frame.construction == "count-subject" and m.first > 0 and m.shape.tokens[m.first - 1].lower_ == "où"


_OURS = re.compile(r"\b(?:me|m['’]|te|t['’]|nous|vous)\b", re.IGNORECASE)


def _not_of_us(m: Measure, frame: Frame) -> bool:
    """« Il me restait 23 000 euros à rembourser », « Il lui reste un quart du réservoir »: to whom?"""
    del m
    if _OURS.search(frame.clitics):
        return True
    return frame.construction == "there-are" and re.search(r"\b(?:lui|leur)\b", frame.clitics) is not None


_SHOWING = frozenset({"arborer", "avoir", "comporter", "compter", "être", "montrer", "porter", "posséder", "présenter"})


def _part_of_a_thing(m: Measure, frame: Frame) -> bool:
    """« le drapeau comporte une étoile à six branches »: the points are the star's, and nobody is asked for them."""
    active = m.group is not None and m.group.lemma in _SHOWING and not m.group.passive
    return active and frame.construction == "object" and frame.preposition == "à" and m.quantity.dimension == "count"


def _votes_of_nobody(m: Measure, frame: Frame) -> bool:
    """« adoptée par 20 voix pour et 2 abstentions »: nothing is adopted by those who abstain."""
    del m
    return frame.preposition == "par" and frame.population.lower().startswith(("abstention", "bulletins blancs"))


_BARE_NUMBER = re.compile(r"\b(?:les|des|aux) \d[\d.,  ]*(?=$|,| (?:que|qui|dont)\b)")


def _number_of_nothing(m: Measure, frame: Frame) -> bool:
    """« a ravagé 4 500 m2 sur les 7 200 que compte le bâtiment »: a number that has lost its unit."""
    del m
    return _BARE_NUMBER.search(frame.rest) is not None


def _apposed(m: Measure, frame: Frame) -> bool:
    """« Les archives, soit 41 000 numéros, ont été confiées au musée »: the archives were, and agree with the verb."""
    return frame.construction == "count-subject" and m.first > 0 and m.shape.tokens[m.first - 1].lower_ == "soit"


def _between_two(m: Measure, frame: Frame) -> bool:
    """« oscille entre 5 et 15 m3 par seconde »: what it lies between is not what it oscillates."""
    spanning = m.group is not None and m.group.lemma in ("osciller", "varier", "fluctuer", "situer", "naviguer")
    return spanning and frame.construction == "object" and not frame.preposition


def _more_than_what(m: Measure, frame: Frame) -> bool:
    """« promet une consommation inférieure de 45 % à celle d'un rival »: lower by so much, not of so much."""
    del m
    held = frame.construction in ("noun-of", "made-noun-of", "held", "measure-of", "adjunct")
    return held and re.search(r"\b(?:inf|sup)érieure?s?\b", frame.population) is not None


_CUT_SHORT = re.compile(r"\bété(?: (?:encore|\w+ment))*$|\bmise?s? examen\b")
_HALF = re.compile(r"\brespectivement\b|\b(?:comptant|ayant|mesurant|pesant) [\w ]*(?:deux|trois|quatre|cinq|\d)$")


def _unfinished(m: Measure, frame: Frame) -> bool:
    """« trois routes ont été partiellement | ou complètement fermées », « deux maisons comptant respectivement trois |
    et cinq étages »: cut in the middle."""
    del m
    said = f"{frame.verb} {frame.rest}".strip()
    return bool(
        _CUT_SHORT.search(said if frame.construction == "count-subject" else "") or _HALF.search(frame.population)
    )


def _endless_subject(m: Measure, frame: Frame) -> bool:
    """A subject of so many words that nobody reads to its verb."""
    del m
    return len(frame.subject.split()) > _MANY_WORDS


_MANY_WORDS = 15


_ONE = re.compile(
    r"(?:l[ea] |l['’]|une? )(?!plupart|majorité|moitié|quart|tiers|dizaine|douzaine|centaine|millier|poignée)", re.I
)


def _one_with_a_verb_of_many(m: Measure, frame: Frame) -> bool:
    """« L'hôpital de Metz, dont les urgences ont fermé 42 nuits »: what closed is not the hospital."""
    many = m.group is not None and m.group.number == "p" and frame.pronoun in ("ils", "elles")
    return many and _ONE.match(frame.subject) is not None and " et " not in frame.subject


def _one_of_many(m: Measure, frame: Frame) -> bool:
    """« a tué 36 personne »: a slip of the article's, which the question would repeat."""
    word = frame.population.split(" ")[0]
    several = m.quantity.dimension == "count" and m.quantity.low >= _MANY and frame.construction != "one-in"
    plain = word.isalpha() and word.islower() and len(word) > _ABBREVIATED
    return several and plain and m.noun is not None and not word.endswith(("s", "x", "z", "a", "i"))


_MANY, _ABBREVIATED = 2, 3


_ASIDE = re.compile(
    r"^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|aussi|ainsi| )*, ?"
    r"(?:pendant|durant|en|à|dans|avec|sans|après|pour|malgré|par) [^,;:.]+, "
    r"(?P<object>(?:les?|la|l'|une?|plusieurs) ?[^,;:.]*)"
)


def _object_further_on(m: Measure, frame: Frame) -> bool:
    """« 600 éleveurs ont bloqué mardi, pendant cinq heures, l'autoroute »: blocked what? « ont défilé mardi, à Metz, le
    maire a fait appel au préfet » has another verb there."""
    if m.group is None or m.group.passive or frame.construction not in ("count-subject", "part-of", "share-of"):
        return False
    after = " ".join(t.lower_ for t in m.shape.tokens[m.group.stop :]).replace("' ", "'").replace(" ,", ",")
    said = _ASIDE.match(f"{after} ".lstrip() if not after.startswith(",") else after)
    if said is None:
        return False
    start = len(m.shape.tokens) - len(m.shape.tokens[m.group.stop :])
    words_before = after[: said.start("object")].count(" ")
    near = range(start + words_before, min(start + words_before + 8, len(m.shape.cats)))
    return "verb" not in {m.shape.cats[i] for i in near}


def _missing_from(m: Measure, frame: Frame, context: Context) -> bool:
    """« Luc Roux est suspendu. Il manquera cinq rencontres »: he will miss them; nothing lacks them."""
    if frame.construction != "there-are" or m.group is None or m.group.lemma != "manquer" or frame.pronoun != "il":
        return False
    at = m.shape.sentence.at(m.shape.tokens[m.group.first])
    somebody = context.reading.entities.focus_before(at, ("person",), "m")
    return somebody is not None
