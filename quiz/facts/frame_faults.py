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
        )
    ) or _missing_from(m, frame, context)


def _no_finite_verb(m: Measure, frame: Frame) -> bool:
    """« – une marge d'exploitation ajusté supérieure à 21 % »: an adjective is no verb, whatever it ends in."""
    del m
    word = frame.finite.lower()
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
    listed = re.search(r"(?P<items>[^,;:]+(?:, [^,;:]+)+) et [^,;:]+$", f"{frame.rest} {frame.population}".strip())
    return listed is not None and listed["items"].count(",") + 2 == m.quantity.low


_FEW = 12


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


def _missing_from(m: Measure, frame: Frame, context: Context) -> bool:
    """« Luc Roux est suspendu. Il manquera cinq rencontres »: he will miss them; nothing lacks them."""
    if frame.construction != "there-are" or m.group is None or m.group.lemma != "manquer" or frame.pronoun != "il":
        return False
    at = m.shape.sentence.at(m.shape.tokens[m.group.first])
    somebody = context.reading.entities.focus_before(at, ("person",), "m")
    return somebody is not None
