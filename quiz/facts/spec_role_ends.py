"""Where a role ends and its holder's name begins: « le ministre de la Mer | Odile Fortin », « la directrice de l'OMX |
Odile Fortin ».

The parser often takes the name for the end of the body's. Knows names and what stands before them; refuses a name that
a body may bear (« la fondation Odile Fortin »).
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.entities import Entity
from quiz.facts.lexicon import bag, first_name_gender, is_first_name
from quiz.facts.names import org_nouns
from quiz.facts.roles import Role, role_words
from quiz.facts.spec_scene import Name, Scene

_NAMED_FOR = bag(
    "aéroport affaire avenue bibliothèque cabinet centre clan collège compagnie comité division famille fondation "
    "groupe hôpital institut lycée maison mission musée opération place plan prix projet rue stade studio théâtre "
    "université école équipe administration gouvernement liste campagne association"
)
"""Nouns of what is called after somebody."""
_OF_STATE = frozenset(("ministre", "secrétaire d'État", "vice-ministre"))
_ENGLISH_BODIES = bag(
    "agency association bank center centre club college committee council department foundation group institute "
    "international labs museum news press program project records research school service society studios team "
    "university"
)


def parted(scene: Scene, role: Role) -> tuple[Role, Name] | None:
    """The role without the person's name that its complement has swallowed, and that name; None where it has none."""
    for name in scene.names:
        if name.kind == "person" and name.end == role.end and name.start > role.start and " " in name.text.strip():
            return (_cut(scene, role, name.start), name) if _begins_here(scene, role, name.start) else None
        if name.kind != "person" and name.start < name.end and _touches(role, name):
            found = _glued(scene, role, name)
            if found is not None:
                return found
    return None


def whole(scene: Scene, role: Role) -> Role:
    """« la présidente de Projet | Brisk » with the whole name of the body, where the parser has cut it."""
    for name in scene.names:
        if name.kind in ("organisation", "work", "product") and role.start < name.start < role.end < name.end:
            text = scene.doc[role.start : name.end].text
            return replace(role, end=name.end, text=text, body=f"{role.body}{text[len(role.text) :]}", named=True)
    return role


def _touches(role: Role, name: Name) -> bool:
    return role.start < name.start < role.end <= name.end and name.end - name.start > 2


def _begins_here(scene: Scene, role: Role, at: int) -> bool:
    """Does a person's name begin here, and no name of a body: behind a ministry, an adjective or another name?"""
    before = scene.doc[at - 1]
    word = before.text.lower()
    if word in _NAMED_FOR or word in org_nouns() or not role.body or before.is_punct:
        return False
    if word in ("de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "et", "&", "of", "the"):
        return False
    known = before.text[:1].isupper() or before.pos_ == "ADJ" or word in role_words().nations
    return known or role.noun.lemma in _OF_STATE


def _glued(scene: Scene, role: Role, name: Name) -> tuple[Role, Name] | None:
    """« OMX Odile Fortin » read as one body: the letters are the body's, the rest is somebody's name."""
    words = [scene.doc[i].text for i in range(name.start, name.end)]
    letters = re.fullmatch(r"[A-ZÉ]{2,6}", words[0]) is not None
    state = role.noun.lemma in _OF_STATE and scene.word(name.start - 1) in ("la", "l'", "du", "des", "de", "d'")
    split = role.end if role.end < name.end else name.start + 1
    rest = scene.doc[split : name.end].text
    if not (letters or state or is_first_name(rest.split()[0])):
        return None
    parts = re.split(r"[ -]", rest)
    whole = len(parts) > 1 and all(part[:1].isupper() and not part.isupper() for part in parts)
    before = scene.word(split - 1)
    if not whole or before in _NAMED_FOR or before in org_nouns() or {p.lower() for p in parts} & _ENGLISH_BODIES:
        return None
    if role.determiner.lower() not in ("le", "la", "l'", "du", "au", "son", "sa"):
        return None
    return _cut(scene, role, split), _person(scene, name, split, rest)


def _person(scene: Scene, name: Name, split: int, text: str) -> Name:
    """Somebody whom the article names elsewhere too, or nobody that any list knows."""
    entities = scene.reading.entities.all
    known = next((e for e in entities if e.kind == "person" and (e.name == text or text in e.aliases)), None)
    gender = first_name_gender(text.split()[0])
    entity = known or Entity(text, "person", "f" if gender == "f" else "m" if gender == "m" else "")
    return replace(name, start=split, text=text, entity=entity, kind="person")


def _cut(scene: Scene, role: Role, end: int) -> Role:
    """The role up to a token."""
    body = role.body[: max(0, len(role.body) - (len(role.text) - len(scene.doc[role.start : end].text)))].strip()
    named = any(token.text[:1].isupper() for token in scene.doc[role.start + 1 : end])
    return replace(role, end=end, text=scene.doc[role.start : end].text, body=body, named=named)
