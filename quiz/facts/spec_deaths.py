"""What somebody died of: « Odile Fortin est morte d'un cancer », « Il a succombé à une crise cardiaque ».

Only of the one person whom the title names, and where the sentence names nobody else. Refuses wounds and what is only
supposed. Such facts serve questions only, and no list of facts prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.entities import Entity
from quiz.facts.fact import Frame
from quiz.facts.modality import modality_of
from quiz.facts.spec_scene import Found, Scene, gender_of

_DIED = re.compile(
    r"\b(?:(?:est|était) (?:mort|décédé)e?\b|s['’](?:est|était) éteinte?\b|a succombé|avait succombé|meurt\b|décède\b"
    r"|a été emportée? par)"
)
_OF = re.compile(
    r"(?:\bsuccombé (?:à |au )|\bemportée? par |\bdes suites d['’]|\bà la suite d['’]|\bvictime d['’]|\b(?:suite à )"
    r"|\b(?:mort|décédé|éteint|meurt|décède)e?\b[^.;]{0,60}? d['’](?=une? ))(?P<cause>une? [a-zà-ÿ][^,.;:()«»]{3,60})"
)
_ENDS = re.compile(
    r" (?:à l['’]âge|à \d|dans|sur|chez|détectée?|survenue?|après|quelques|le \d|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|hier|ce|cette|en|qui|que|dont|contractée?|lors|selon|et)\b.*"
)
_NO_CAUSE = re.compile(r"\b(?:blessures?|coups?|balles?|âge|année|mois|jours?|fois|mètres?|accord|lutte|combat)\b")


def death_facts(scene: Scene) -> Iterator[Found]:
    """The cause of death of the person an article is about."""
    text = scene.sentence.text
    if not _DIED.search(text):
        return
    match = _OF.search(text)
    cause = _ENDS.sub("", match["cause"]).strip() if match else ""
    who = _who(scene)
    if match is None or not 2 <= len(cause.split()) <= 6 or _NO_CAUSE.search(cause) or who is None:
        return
    start = scene.sentence.start + match.start("cause")
    if scene.reading.quoted(start) or modality_of(scene.sentence, (start, start + len(cause)))[0] != "asserted":
        return
    yield Found(
        attribute="cause-of-death",
        entity=who.name,
        entity_kind="person",
        entity_gender=gender_of(who),
        start=start,
        end=start + len(cause),
        rule="cause-of-death",
        certainty=0.88,
        frame=Frame(construction="cause-of-death", subject=who.name, lead=cause),
        aside=True,
    )


def _who(scene: Scene) -> Entity | None:
    """The one person of the title, where the sentence names nobody else."""
    reading = scene.reading
    titled = [e for e in reading.entities.people() if e.name in (reading.article.title or "")]
    named = {name.entity.name for name in scene.names if name.kind == "person"}
    if len(titled) != 1 or not gender_of(titled[0]) or " " not in titled[0].name:
        return None
    return titled[0] if named <= {titled[0].name} else None
