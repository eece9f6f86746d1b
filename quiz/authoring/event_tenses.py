"""The tense of a question on an event: what the article tells as long over, or as just done, is asked of its own day.

A past before another past needs the day or the year that tells it from the rest; without one it is background, and no
question. Works on the pieces of one clause, and names no date that the clause or its sentence has not.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.authoring.french import MONTHS
from quiz.facts.event import Event
from quiz.facts.fact import Frame
from quiz.facts.lexicon import bag
from quiz.facts.verbs import participle

_PAST = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}
_JUST_BEFORE = ("venait", "venaient")
"""« venait d'éliminer Omar Ba »: before what?"""
_OF_BEING = bag(
    "accourir aller apparaître arriver demeurer descendre devenir décéder entrer intervenir monter mourir naître partir"
    " parvenir passer redevenir remonter rentrer repartir ressortir rester retomber retourner revenir réapparaître"
    " sortir survenir tomber venir échoir éclore"
)
"""Verbs whose past is made with « être »."""
_DAY_OR_YEAR = re.compile(
    rf"\b(?:1[5-9]\d\d|20\d\d)\b|\b(?:1 ?er|\d{{1,2}}) (?:{'|'.join(MONTHS)})\b|\ben (?:{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)


def told_now(fact: Event, published: str | None) -> Event | None:
    """The event in the tense in which it is asked; None where it is background of no known day."""
    if _before_another(fact.frame) or fact.frame.finite.lower() in _JUST_BEFORE:
        return _plainly_past(fact) if _dated(fact) and fact.frame.finite.lower() in _PAST else None
    just = _just_done(fact)
    if just is not None:
        return just
    return _once_done(fact, published)


def _before_another(frame: Frame) -> bool:
    """« avait racheté », « était décédé », « s'était exilé »; « était recherché » goes on."""
    form = frame.finite.lower()
    first = frame.rest.partition(" ")[0]
    if form in ("avait", "avaient") and not frame.participle and participle(first) is not None:
        return True  # « avait alors | porté plainte »
    if form not in _PAST or not frame.participle:
        return False
    return form.startswith("avai") or frame.verb in _OF_BEING or bool(frame.clitics.strip())


def _dated(fact: Event) -> bool:
    said = f"{fact.frame.lead} {fact.frame.rest}"
    return fact.slot == "date" or _DAY_OR_YEAR.search(said) is not None


def _plainly_past(fact: Event) -> Event:
    """« avait racheté Volute en 2004 »: a racheté Volute en 2004."""
    return replace(fact, frame=replace(fact.frame, finite=_PAST[fact.frame.finite.lower()]))


_JUST = re.compile(r"d(?:e |['’])(?P<being>être )?(?P<verb>[a-zà-ÿ]+)$")
_MADE = {
    "recevoir": "reçu", "obtenir": "obtenu", "perdre": "perdu", "battre": "battu", "prendre": "pris", "rendre": "rendu",
    "mettre": "mis", "élire": "élu", "faire": "fait", "vendre": "vendu", "conclure": "conclu", "ouvrir": "ouvert",
    "découvrir": "découvert", "franchir": "franchi", "établir": "établi", "accueillir": "accueilli",
    "inscrire": "inscrit", "rejoindre": "rejoint", "subir": "subi", "définir": "défini", "offrir": "offert",
}  # fmt: skip
"""Participles that are not made of an infinitive in « -er »."""


def _just_done(fact: Event) -> Event | None:
    """« vient d'être condamné par la cour »: a été condamné par la cour; « vient de marquer »: a marqué. What has just
    been done on the article's day has been done for whoever reads it later."""
    frame = fact.frame
    now = {"vient": "a", "viennent": "ont"}.get(frame.finite.lower())
    said = _JUST.fullmatch(frame.tail)
    if now is None or said is None or frame.clitics.strip():
        return None
    if said["being"]:
        return replace(fact, frame=replace(frame, finite=now, tail=f"été {said['verb']}"))
    verb = said["verb"]
    done = verb[:-2] + "é" if verb.endswith("er") else _MADE.get(verb)
    if done is None or verb in _OF_BEING:
        return None
    return replace(fact, frame=replace(frame, finite=now, tail=done, participle=done))


_LASTING = bag(
    "appeler attendre baser composer connaître considérer constituer destiner diriger doter entourer estimer fixer"
    " prévoir relier rechercher situer soutenir"
)
"""Passives that tell how a thing is, and not what was done to it."""


def _once_done(fact: Event, published: str | None) -> Event:
    """« En 2014, Awa Sow est élue sénatrice », told in 2018: a été élue. What lies ahead of the article stays as it is
    (« est convoquée le 28 mars »), and so does what goes on."""
    frame = fact.frame
    now = {"est": "a", "sont": "ont"}.get(frame.finite.lower())
    plain = frame.tail == frame.participle and not frame.clitics.strip() and bool(fact.features.get("passive"))
    if now is None or not plain or frame.verb in _LASTING | _OF_BEING or not published:
        return fact
    said = f"{fact.value if fact.slot == 'date' else ''} {frame.lead} {frame.rest}"
    if "depuis" in said or "jusqu" in said or not _behind(said, published):
        return fact
    return replace(fact, frame=replace(frame, finite=now, tail=f"été {frame.tail}"))


_POINT = re.compile(
    rf"\b(?:(?P<day>1 ?er|\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?\b"
    r"|\b(?P<alone>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)


def _behind(said: str, published: str) -> bool:
    """Whether the first date of the words lies before the article's own month, or day where it has one."""
    found = _POINT.search(said)
    own = tuple(int(part) for part in published.split("-")[:3])
    if found is None or len(own) < 3:
        return False
    if found["alone"]:
        return int(found["alone"]) < own[0]
    if not found["year"]:
        return False  # « le 28 mars », told on the 22nd: this year's or last year's
    day = int(re.sub(r"\D", "", found["day"])) if found["day"] else 0
    return (int(found["year"]), MONTHS.index(found["month"].lower()) + 1, day) < own
