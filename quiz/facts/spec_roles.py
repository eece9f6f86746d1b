"""Who is what: roles of people in bodies, from appositions, titles before names, copulas and appointments.

A role belongs to the nearest *compatible* name: gender agrees, and no other phrase claims it. Refuses a role whose
phrase is cut, denied or wished for, and leaves it to the questions whether the body is named well enough to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from quiz.facts.fact import Frame
from quiz.facts.lexicon import bag
from quiz.facts.roles import Role
from quiz.facts.spec_role_ends import parted, whole
from quiz.facts.spec_role_verbs import Held, appointed, copula, full, nominated, over_an_aside, somebody
from quiz.facts.spec_scene import Found, Name, Scene, gender_of
from quiz.facts.spec_words import words

_DEFINITE = frozenset(("le", "la", "l'", "du", "au"))
_OPENING = frozenset((",", "(", "–", "—", "-"))
_CLOSING = words("roles_closing")
_CRAFTS = frozenset(("architecte", "cinéaste", "compositeur", "producteur", "réalisateur", "scénariste"))
"""Trades among the nouns for makers: « le réalisateur Paul Roux » tells what he does, whatever he made."""
_EMPTY = bag(
    "auteur candidat chef dirigeant entraîneur leader membre organisateur partenaire prédécesseur représentant "
    "responsable sélectionneur successeur"
)
"""Nouns that say nothing without what somebody heads, stands for or belongs to."""
_OF_STATE = frozenset(("ministre", "secrétaire d'État", "vice-ministre"))
"""Posts that say enough with a portfolio in small letters: « le ministre de la pêche Paul Roux »."""


def role_facts(scene: Scene) -> Iterator[Found]:
    """All roles of a sentence, each said of somebody by the first rule that can tell who."""
    inside: list[tuple[int, int]] = []
    taken: set[int] = set()
    for role in scene.roles:
        nested = any(start < role.start < end for start, end in inside)
        inside.append((role.start, role.end))
        if not role.whole or role.start in taken or _plural(scene, role):
            continue
        found = None if nested else parted(scene, role)
        if found is not None and _entitled(*found) and _compatible(*found):
            yield from _facts(scene, *found, "role-title", False, found[0].end)
            continue
        role = whole(scene, role)
        for rule in (_before_a_name, _title_of_a_name, _after_a_name, copula, appointed, nominated):
            if nested and rule is not _title_of_a_name:
                continue
            holder = rule(scene, role)
            if holder is not None and rule is _after_a_name:
                role = _with_its_name(scene, role)
            if holder is not None and _compatible(role, holder[0]):
                end = _list_end(scene, role, taken) if rule is _after_a_name else role.end
                yield from _facts(scene, role, holder[0], holder[1], holder[2], end)
                break


def _with_its_name(scene: Scene, role: Role) -> Role:
    """« Odile Fortin, présidente du parti politique | Gaveline Tull, »: what looks like somebody's name right behind a
    body is the body's, where the holder stands before the role."""
    name = scene.name_from(role.end)
    if name is None or not role.body or role.named or scene.word(name.end) not in _CLOSING:
        return role
    text, body = scene.doc[role.start : name.end].text, f"{role.body} {scene.doc[name.start : name.end].text}"
    return replace(role, end=name.end, text=text, body=body, named=True)


def _plural(scene: Scene, role: Role) -> bool:
    return scene.word(role.start - 1) in ("les", "des", "ces", "aux", "leurs", "ses", "deux", "trois", "plusieurs")


def _compatible(role: Role, name: Name) -> bool:
    """« la maire de Paris, Stéphane Troussel »: a woman's role is no man's."""
    return not (role.gender and gender_of(name.entity) and role.gender != gender_of(name.entity))


def _person_from(scene: Scene, at: int) -> Name | None:
    """The person whose name begins at a token, a title (« M. », « Me ») looked through."""
    for start in (at, at + 1):
        name = scene.name_from(start)
        if name is not None:
            return name if name.kind == "person" and full(name) else None
        if scene.word(at) not in ("m.", "mme", "mlle", "me", "dr", "pr", "mgr", "sir", "monsieur", "madame", "maître"):
            return None
    return None


def _before_a_name(scene: Scene, role: Role) -> Held | None:
    """« Le patron de Brumelle, Odile Fortin, », « un économiste de Brisk, Paul Roux, »: a role, a comma, a name.

    Not where a list of names follows, nor where the role itself stands after another name (« Paul Roux, l'adjoint au
    maire, Jean Petit »): then who is meant is open.
    """
    if role.noun.lemma == "arrière" and role.body:
        return None  # « en percutant l'arrière d'une moto, Paul Roux … »
    one_of_many = role.determiner.lower() in ("un", "une") and bool(role.body) and _no_maker(role)
    fronted = not role.determiner and role.named and (role.start == 0 or _follows_a_role(scene, role))
    if role.determiner.lower() not in _DEFINITE | {"son", "sa", "leur"} and not one_of_many and not fronted:
        return None
    end = _over_letters(scene, role)
    if scene.word(end) != ",":
        return None
    name = _person_from(scene, end + 1)
    if name is None:
        return None
    start = role.start - bool(role.determiner)
    if scene.word(start - 1) == "," and (before := scene.name_to(start - 1)) is not None and somebody(before):
        return None
    if (scene.word(name.end) == "et" and "et" in (scene.word(start), scene.word(start - 1))) or _said_of_another(
        scene, role
    ):
        return None
    other = scene.name_from(name.end + 1) if scene.word(name.end) == "," else None
    if other is not None and other.kind == "person" and scene.word(other.end) in (",", "et", "ou", ")"):
        return None
    return name, "role-before", False


def _over_letters(scene: Scene, role: Role) -> int:
    """« le directeur de l'Agence des ports (ADP) | Paul Roux »: where a role ends with the letters behind its body."""
    end = role.end
    lettered = scene.word(end) == "(" and scene.word(end + 2) == ")" and scene.doc[end + 1].text.isupper()
    return end + 3 if lettered and role.body else end


def _follows_a_role(scene: Scene, role: Role) -> bool:
    """« La présidente du port, | ancienne ministre de Brisk, Odile Fortin, »: the second of two roles before a name."""
    return scene.word(role.start - 1) == "," and any(role.start - 4 < other.end < role.start for other in scene.roles)


def _no_maker(role: Role) -> bool:
    """« un auteur de chansons, Paul Roux » may be the author of these; « un réalisateur d'Oslo » has a trade."""
    return role.noun.role_class != "maker" or role.noun.lemma in _CRAFTS


def _said_of_another(scene: Scene, role: Role) -> bool:
    """« Il est aussi l'auteur de chansons pour Odile Fortin, Paul Roux, … »: behind a verb of being the role is the
    subject's, and the names in its complement are a list."""
    at = role.start - 2 if role.determiner else role.start - 1
    while at > 0 and scene.doc[at].pos_ == "ADV":
        at -= 1
    return scene.word(at) in ("est", "était", "fut", "devient", "reste", "demeure", "été")


def _title_of_a_name(scene: Scene, role: Role) -> Held | None:
    """« le maire de Nantes Johanna Rolland », « l'ancien président Alberto Perez »: a role and at once the name."""
    name = _person_from(scene, _over_letters(scene, role))
    if name is None or (role.determiner.lower() in ("un", "une") and role.noun.role_class == "head"):
        return None
    if not _entitled(role, name):
        return None
    if not role.determiner and scene.word(role.start - 1) not in ("", ",", "et", "par", "avec", "de", "(", "comme"):
        return None
    return name, "role-title", False


def _entitled(role: Role, name: Name) -> bool:
    """Does the title right before a name tell what somebody is: no « président Trump », no « page du pianiste X »?"""
    of_state = role.noun.lemma == "premier ministre" or (role.noun.lemma in _OF_STATE and bool(role.body))
    if role.named or role.nation or role.party or of_state:
        return full(name)
    trade = role.noun.role_class == "trade" or role.noun.lemma in _CRAFTS
    return trade and role.determiner.lower() in ("le", "la", "l'")


def _after_a_name(scene: Scene, role: Role) -> Held | None:
    """« Odile Fortin, directrice générale de Brumelle, », « Odile Fortin (ministre des Transports) ».

    With an article the role must close the apposition: in « Selon Paul Roux, le maire a menti » it begins the clause.
    """
    start = role.start - 1 if role.determiner else role.start
    mark = scene.word(start - 1)
    if mark not in _OPENING:
        return _without_a_comma(scene, role, start)
    name = scene.name_to(start - 1)
    somebody = name is not None and name.kind == "person" and full(name)
    placed = name is not None and not somebody and scene.word(name.start - 1) in ("à", "en", "dans", "près")
    if name is None or name.kind == "place" or placed:
        name = over_an_aside(scene, start - 1)
    if name is None or name.kind != "person" or not full(name):
        return None
    after = scene.word(role.end)
    if role.noun.role_class == "maker" and role.body and not role.named:
        return None  # « auteur de l'étude », « auteure d'un bel effort »: which one is open
    if role.determiner:
        closed = (
            after in _CLOSING
            or after in ("qui", "dont", "")
            or (role.determiner.lower() in ("un", "une") and after in ("et",))
        )
        if not closed or role.determiner.lower() not in ("le", "la", "l'", "un", "une"):
            return None
        if after == "," and role.determiner.lower() in _DEFINITE and _person_from(scene, role.end + 1) is not None:
            return None
    return name, "role-after", False


def _without_a_comma(scene: Scene, role: Role, start: int) -> Held | None:
    """« a dit Paul Roux porte-parole de Brisk. », « a dit Paul Roux le ministre de la Mer. »: behind a verb of saying,
    the comma forgotten."""
    name = scene.name_to(start)
    if name is None or not somebody(name) or role.determiner.lower() not in ("", "le", "la", "l'"):
        return None
    says = scene.doc[name.start - 1] if name.start else None
    said = says is not None and says.pos_ in ("VERB", "AUX") and says.text.lower().endswith(("é", "dit", "e"))
    known = role.named or role.noun.lemma in _OF_STATE
    return (name, "role-after", False) if said and known and scene.word(role.end) in _CLOSING else None


def _list_end(scene: Scene, role: Role, taken: set[int]) -> int:
    """Where a list of roles in one apposition ends: « acteur, réalisateur et amateur de technologie, »."""
    if role.determiner or role.noun.role_class not in ("trade", "maker"):
        return role.end
    end = role.end
    for other in scene.roles:
        if (
            other.start >= end
            and not other.determiner
            and other.noun.role_class in ("trade", "maker")
            and _joins(scene, end, other.start)
        ):
            end = other.end
            taken.add(other.start)
    if scene.word(end) == "et" and end + 1 < len(scene.doc):
        after = end + 1
        while (
            after < len(scene.doc)
            and scene.doc[after].pos_ in ("NOUN", "ADJ", "ADP", "DET", "PROPN")
            and after - end < 7
        ):
            after += 1
        if scene.word(after) == "," and scene.doc[end + 1].pos_ == "NOUN":
            end = after
    return end


def _joins(scene: Scene, end: int, start: int) -> bool:
    between = [scene.word(i) for i in range(end, start)]
    return between in ([","], ["et"], [",", "et"])


def _facts(scene: Scene, role: Role, name: Name, rule: str, past: bool, end: int) -> Iterator[Found]:
    entity = name.entity
    when = "past" if past or role.when == "past" or _years_ago(scene, role, name, rule) else role.when
    frame = Frame(
        construction="role",
        lead=role.head,
        subject=entity.name,
        verb=role.noun.lemma,
        rest=role.body,
        population=role.noun.role_class,
        time=when,
        place=role.nation,
        resolved=role.named
        or bool(role.nation)
        or role.noun.lemma in ("ministre", "secrétaire d'État", "premier ministre"),
        asked_gender=_said_gender(role, name),
        pronoun="elle" if gender_of(entity) == "f" else "il" if gender_of(entity) == "m" else "",
    )
    certainty = {
        "role-before": 0.92,
        "role-title": 0.88,
        "role-after": 0.93,
        "role-copula": 0.85,
        "role-appointed": 0.85,
        "role-nominated": 0.85,
    }[rule]
    if when == "future":
        return
    start_at, end_at = scene.span(role.start, end)
    if (
        role.noun.role_class == "maker"
        and rule in ("role-before", "role-title")
        and (body := _body_name(scene, role)) is not None
        and body.kind != "place"  # « un réalisateur d'Oslo » made no Oslo
    ):
        start_at, end_at = scene.span(name.start, name.end)
        yield Found(
            attribute=maker_attribute(role.noun.lemma),
            entity=body.entity.name,
            entity_kind=body.kind,
            start=start_at,
            end=end_at,
            value=name.text,
            rule=rule + "-of",
            certainty=certainty,
            frame=frame,
            past=when == "past",
        )
        return
    empty = role.noun.lemma in _EMPTY and not (role.body or role.nation or role.party)
    yield Found(
        attribute="role",
        entity=entity.name,
        entity_kind="person",
        entity_gender=gender_of(entity),
        start=start_at,
        end=end_at,
        rule=rule,
        certainty=certainty,
        frame=frame,
        past=when == "past",
        aside=empty,  # « Paul Roux, le dirigeant actuel »: of what?
    )


def _years_ago(scene: Scene, role: Role, name: Name, rule: str) -> bool:
    """« En 1969, Odile Fortin est la directrice du port »: a present that tells of years before the article's, where
    the sentence opens with one. « Exclu en 2015 par Odile Fortin, qui est la présidente actuelle » is of today."""
    date = scene.reading.article.date
    relative = any(scene.word(i) in ("qui", "dont", "où") for i in range(role.start))
    if rule not in ("role-copula", "role-appointed") or not date or relative or "actuel" in role.text.lower():
        return False
    opening = scene.sentence.text[: max(0, scene.span(name.start, name.end)[0] - scene.sentence.start)]
    years = [int(year) for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", opening)]
    return bool(years) and max(years) < int(date[:4])


_SHARED_FORMS = frozenset(("chef", "juge", "maire", "ministre", "procureur"))
"""Nouns whose masculine form is a woman's too, whatever feminine there is beside it."""


def _said_gender(role: Role, name: Name) -> Literal["m", "f", ""]:
    """The gender of the article the role takes: as written, else of its form, else of the person."""
    if role.determiner.lower() in ("la", "une", "sa"):
        return "f"
    if role.determiner.lower() in ("le", "un", "du", "au"):
        return "m"
    if role.noun.lemma in _SHARED_FORMS:  # « Odile Fortin, maire de Brest »: la maire
        return gender_of(name.entity) or role.noun.gender
    return role.noun.gender or gender_of(name.entity)


def _body_name(scene: Scene, role: Role) -> Name | None:
    """The one name in the complement of a role, where there is one."""
    names = [name for name in scene.names if role.start <= name.start and name.end <= role.end]
    return names[-1] if names else None


_MAKERS = {
    "architecte": "architect", "auteur": "author", "cinéaste": "director", "coauteur": "author",
    "cocréateur": "creator",
    "cofondateur": "founder", "compositeur": "author", "concepteur": "creator", "créateur": "creator",
    "fondateur": "founder", "producteur": "producer", "réalisateur": "director", "scénariste": "author",
}  # fmt: skip


def maker_attribute(lemma: str) -> str:
    """What a maker's noun makes somebody of a thing: its author, its director, its founder."""
    return _MAKERS.get(lemma, "creator")
