"""Roles that a verb or a noun gives: « Odile Fortin est la présidente du port », « Paul Roux a été élu maire », « la
nomination d'Odile Fortin au poste de préfète ».

Knows who stands before a verb. Refuses denials, conditionals and what is to come.
"""

from __future__ import annotations

from quiz.facts.roles import Role
from quiz.facts.spec_scene import Name, Scene
from quiz.facts.spec_words import morph

_APPOINTED = frozenset(("nommer", "élire", "réélire", "désigner", "promouvoir", "introniser"))
_BEING = frozenset(("être", "devenir", "rester", "demeurer"))
_PAST_TENSES = frozenset(("Imp", "Past"))
Held = tuple[Name, str, bool]
"""The holder, the rule's name, whether the role is past by its verb."""
_POSTS = frozenset(("poste", "titre", "postes", "fonctions", "fonction", "rang"))
_NOMINATIONS = frozenset(("nomination", "élection", "réélection", "désignation", "promotion", "investiture"))


def somebody(name: Name) -> bool:
    """A person by full name."""
    return name.kind == "person" and full(name)


def full(name: Name) -> bool:
    """Known by more than one word somewhere in the article, as people are introduced."""
    return len(name.entity.name.split()) >= 2


def over_an_aside(scene: Scene, comma: int) -> Name | None:
    """« Paul Roux, basé à Lyon, spécialiste des miniatures »: the name before a short aside that says no other role."""
    for back in range(comma - 1, max(-1, comma - 9), -1):
        token = scene.doc[back]
        if token.text == ",":
            opens = scene.doc[back + 1]
            aside = "Part" in morph(opens, "VerbForm") or opens.pos_ in ("NUM", "ADJ")
            inside = any(back < role.start < comma for role in scene.roles)
            return scene.name_to(back) if aside and not inside else None
        if token.pos_ == "PRON" or (token.pos_ in ("VERB", "AUX") and "Fin" in morph(token, "VerbForm")):
            return None
    return None


def copula(scene: Scene, role: Role) -> Held | None:
    """« Odile Fortin est la présidente du club », « Paul Roux, qui était alors maire de Lyon, »: a verb of being.

    Denials and conditionals say nothing; an imperfect or a compound past makes it past.
    """
    at = role.start - (2 if role.determiner else 1)
    while at >= 0 and scene.word(at) in (
        "alors",
        "aussi",
        "également",
        "désormais",
        "toujours",
        "aujourd'hui",
        "ainsi",
        "actuellement",
    ):
        at -= 1
    if at < 0:
        return None
    verb = scene.doc[at]
    if scene.word(role.end) == "par" and scene.doc[min(role.end + 1, len(scene.doc) - 1)].pos_ == "NOUN":
        return None  # « est leader du classement | par points »: a role cut short
    if verb.lemma_ not in _BEING and verb.text.lower() not in (
        "est",
        "était",
        "fut",
        "devient",
        "été",
        "devenu",
        "devenue",
        "devint",
    ):
        return None
    return _holder_of_verb(scene, role, at, "role-copula")


def appointed(scene: Scene, role: Role) -> Held | None:
    """« Odile Fortin a été élue présidente de la région », « Paul Roux est nommé directeur du musée »."""
    if role.determiner or role.start == 0:
        return None
    verb = scene.doc[role.start - 1]
    if verb.lemma_ not in _APPOINTED or verb.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    return _holder_of_verb(scene, role, role.start - 1, "role-appointed")


def nominated(scene: Scene, role: Role) -> Held | None:
    """« Odile Fortin, dont la nomination à titre de directrice du port a été annoncée », « l'élection de Paul Roux
    comme président du club », « la nomination de Paul Roux au poste de préfet »: the noun, and for whom."""
    at = role.start - (2 if role.determiner else 1)
    while scene.word(at) in ("premier", "première", "nouveau", "nouvel", "nouvelle"):
        at -= 1
    if scene.word(at) in ("de", "d'") and scene.word(at - 1) in _POSTS and scene.word(at - 2) in ("à", "au", "aux"):
        at -= 2
    elif scene.word(at) not in ("comme", "en"):
        return None
    name = scene.name_to(at)
    if name is not None:
        link = next((i for i in range(name.start - 1, max(-1, name.start - 3), -1) if scene.word(i) in ("de", "d'")), 0)
        known = name.kind == "person" and full(name) and scene.word(link - 1) in _NOMINATIONS
        return (name, "role-nominated", False) if known else None
    if scene.word(at - 1) not in _NOMINATIONS or scene.word(at - 3) != "dont":
        return None
    name = scene.name_to(at - 4 if scene.word(at - 4) == "," else at - 3)
    return (name, "role-nominated", False) if name is not None and name.kind == "person" and full(name) else None


def _holder_of_verb(scene: Scene, role: Role, at: int, rule: str) -> Held | None:
    """The person a clause with its verb at `at` is about: the name right before the verb group, or before its
    relative."""
    first, past = at, False
    while first >= 0 and (
        scene.doc[first].pos_ in ("AUX", "VERB") or scene.word(first) in ("a", "est", "été", "était", "avait", "fut")
    ):
        mood, tense = morph(scene.doc[first], "Mood"), morph(scene.doc[first], "Tense")
        if "Cnd" in mood or "Fut" in tense or "Sub" in mood:
            return None
        past = past or (bool(_PAST_TENSES & tense) and scene.doc[first].pos_ == "AUX") or scene.word(first) == "était"
        first -= 1
    clause = {scene.word(i) for i in range(max(0, first - 1), role.start)}
    if clause & {"pas", "plus", "jamais", "si", "peut-être"} or scene.word(first) in ("n'", "ne", "s'"):
        return None
    if scene.word(first) == "qui":
        first -= 1
        if scene.word(first) == ",":
            first -= 1
    name = scene.name_to(first + 1)
    if scene.word(first) == ",":
        name = over_an_aside(scene, first)  # « Odile Fortin, 42 ans, est présidente du port »
    if name is None or name.kind != "person" or not full(name):
        return None
    before = scene.word(name.start - 1)
    if before in ("de", "d'", "du", "à", "par", "avec", "pour", "et", "contre", "chez"):
        return None
    elected = rule == "role-appointed"
    return name, rule, past and not elected
