"""Of which country somebody is: « la Danoise Odile Fortin », « le skieur suédois Paul Roux », « Odile Fortin,
représentant le Danemark ».

Takes only what stands right before or behind a full name. Refuses who holds an office: of « le ministre danois » the
country is the office's. Such facts serve questions only, and no list of facts prints them.
"""

from __future__ import annotations

from collections.abc import Iterator

from quiz.facts.fact import Frame
from quiz.facts.roles import role_nouns, role_words
from quiz.facts.spec_scene import Found, Name, Scene, gender_of

_BEFORE = frozenset(("le", "la", "l'", "un", "une", "du", "au"))
_OFFICES = frozenset(("head", "post"))


def nationality_facts(scene: Scene) -> Iterator[Found]:
    """The country of each person of a sentence whose sentence tells it, once."""
    for name in scene.names:
        if name.kind != "person" or " " not in name.entity.name or not gender_of(name.entity):
            continue
        at = _before(scene, name)
        if at is not None:
            yield _found(scene, name, at, role_words().nations[scene.word(at)], "nation-before")
            continue
        land = _represented(scene, name)
        if land is not None:
            yield _found(scene, name, land.start, land.entity.name, "nation-represented")


def _before(scene: Scene, name: Name) -> int | None:
    """« la Danoise | Odile Fortin », « le skieur suédois | Paul Roux »: the token that says it."""
    at = name.start - 1
    if at < 1 or scene.word(at) not in role_words().nations:
        return None
    if scene.word(at - 1) in _BEFORE:
        return at if scene.doc[at].text[:1].isupper() or scene.word(at - 1) in ("la", "le", "l'") else None
    noun = role_nouns().get(scene.word(at - 1))
    alone = scene.word(at - 2) in _BEFORE and scene.doc[at - 1].text.islower()
    office = noun is not None and noun.role_class in _OFFICES and noun.lemma not in ("champion", "joueur", "attaquant")
    return at if alone and noun is not None and not office else None


def _represented(scene: Scene, name: Name) -> Name | None:
    """« Odile Fortin, représentant le Danemark »: the country she stands for."""
    at = name.end + 1 if scene.word(name.end) == "," else name.end
    if scene.word(at) not in ("représentant", "représentante") or scene.word(at + 1) not in ("le", "la", "l'", "les"):
        return None
    land = scene.name_from(at + 2)
    return land if land is not None and land.entity.name in set(role_words().nations.values()) else None


def _found(scene: Scene, name: Name, at: int, country: str, rule: str) -> Found:
    start, end = scene.span(at, at + 1)
    return Found(
        attribute="nationality",
        entity=name.entity.name,
        entity_kind="person",
        entity_gender=gender_of(name.entity),
        start=start,
        end=end,
        rule=rule,
        certainty=0.88,
        frame=Frame(construction="nationality", subject=name.entity.name, place=country, lead=rule),
        aside=True,
    )
