"""Where things are and happen: head offices, places of events, of production, of birth, from verbs and from event
nouns.

The place must be named. Refuses a place that only sets the scene of a sentence about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.clauses import Shape, shape
from quiz.facts.fact import Frame
from quiz.facts.names import org_nouns
from quiz.facts.noun_phrases import subject_head
from quiz.facts.spec_phrases import Thing, resolve, thing_before, thing_of
from quiz.facts.spec_scene import Found, Name, Scene
from quiz.facts.spec_words import participle_forms, words

_IN = frozenset(("à", "au", "aux", "en"))
_ARTICLES = frozenset(("la", "le", "l'", "les"))
_LINKS = frozenset(("à", "en", "de", "d'", "du", "au"))

_PLACED_WORDS = {
    "basé": ("headquarters", "siège"),
    "implanté": ("headquarters", "siège"),
    "installé": ("headquarters", "siège"),
    "domicilié": ("headquarters", "siège"),
    "situé": ("place", "lieu"),
    "organisé": ("place", "lieu"),
    "fabriqué": ("place-made", "lieu de production"),
    "produit": ("place-made", "lieu de production"),
    "assemblé": ("place-made", "lieu de production"),
    "tourné": ("place-made", "lieu de tournage"),
    "né": ("birthplace", "lieu de naissance"),
    "mort": ("deathplace", "lieu de décès"),
    "décédé": ("deathplace", "lieu de décès"),
    "inhumé": ("place", "lieu d'inhumation"),
    "enterré": ("place", "lieu d'inhumation"),
    "incarcéré": ("place", "lieu de détention"),
    "détenu": ("place", "lieu de détention"),
}
_PLACED = {form: placed for participle, placed in _PLACED_WORDS.items() for form in participle_forms(participle)}
_HAPPENING = frozenset(("dérouler", "tenir", "produire", "ouvrir"))
_EVENTS = words("places_events")


def place_facts(scene: Scene) -> Iterator[Found]:
    """All places of a sentence."""
    seen = shape(scene.sentence)
    yield from _by_participle(scene, seen)
    yield from _by_happening(scene, seen)
    yield from _by_event_noun(scene, seen)


def place_from(scene: Scene, at: int, *, far: int = 0) -> tuple[int, int] | None:
    """The named place after a preposition at token `at` or up to `far` tokens on: tokens from its first word, the
    article left out, with what places it further ("Institut Brisk à Oslo")."""
    for start in range(at, min(at + far + 1, len(scene.doc))):
        if scene.word(start) in _IN:
            begin = start + 1
            if scene.word(begin) in _ARTICLES:
                begin += 1
            stop = _place_end(scene, begin)
            if stop is not None:
                return begin, stop
        if scene.word(start) in ("de", "d'", "du") and start == at:
            return None  # « de Brest à Lorient »: a way, not a place
        if scene.doc[start].pos_ in ("VERB", "AUX", "SCONJ", "PRON") or scene.word(start) in (
            ".",
            ";",
            ":",
            "que",
            "qui",
            "par",
        ):
            return None
    return None


def _place_end(scene: Scene, begin: int) -> int | None:
    name = scene.name_from(begin)
    if name is None:
        head = scene.doc[begin : begin + 1]
        if not head or head[0].pos_ not in ("NOUN", "PROPN") or scene.name_over(head[0]) is not None:
            return None
        name = next((n for n in scene.names if begin < n.start <= begin + 4), None)
        if name is None or any(
            scene.doc[i].pos_ not in ("NOUN", "ADJ", "ADP", "DET", "PROPN") for i in range(begin, name.start)
        ):
            return None
    if name.kind == "person" and " " in name.entity.name:
        return None
    stop = name.end
    while (further := _further(scene, stop)) is not None:
        stop = further
    return stop


def _further(scene: Scene, stop: int) -> int | None:
    """« Institut Brisk | à Oslo », « Festival | du film de Brême »."""
    if scene.word(stop) not in _LINKS:
        return None
    at = stop + 1
    while scene.word(at) in _ARTICLES:
        at += 1
    for step in range(3):
        name = scene.name_from(at + step)
        if name is not None:
            return name.end if name.kind in ("place", "organisation", "other", "event", "work") else None
        if at + step >= len(scene.doc) or scene.doc[at + step].pos_ not in ("NOUN", "ADP"):
            return None
    return None


def _by_participle(scene: Scene, seen: Shape) -> Iterator[Found]:
    """« Brumelle, basée à Oslo, », « Le vaccin est produit à Riom », « né à Dakar en 1980 »."""
    for token in scene.doc:
        entry = _PLACED.get(token.lower_)
        if entry is None or scene.word(token.i - 1) in ("le", "la", "un", "une", "les", "des", "du"):
            continue
        if {"se", "s'"} & {scene.word(i) for i in range(token.i - 3, token.i)}:
            continue  # « un séisme s'est produit à … »
        span = place_from(scene, token.i + 1, far=4)
        if span is None or _so_far_from(scene, token.i + 1, span[0]) or scene.word(span[1]) == "-":
            continue
        thing = _said_of(scene, seen, token.i)
        if thing is not None and entry[0] == "headquarters" and not thing.resolved:
            continue  # « les locaux installés à Brest »
        if thing is not None and entry[0] == "headquarters" and _no_body(thing):
            entry = ("place", "lieu")  # « L'instrument de mesure sera installé à l'observatoire de Brume »
        if thing is not None and not (
            thing.kind == "person"
            and entry[0] in ("place", "headquarters", "place-made")
            and entry[1] != "lieu d'inhumation"
        ):
            yield _found(scene, thing, span, entry[0], entry[1], 0.85, token.text.lower())


def _no_body(thing: Thing) -> bool:
    common = re.match(r"(?:[Ll][ea]s? |[Ll]['’] ?|[Uu]ne? )(?P<noun>[a-zà-ÿ][\w-]*)", thing.text)
    return common is not None and common["noun"] not in org_nouns()


def _so_far_from(scene: Scene, first: int, stop: int) -> bool:
    """« située à 80 kilomètres au sud de la capitale »: how far off is no place."""
    return any(scene.doc[i].pos_ == "NUM" or scene.word(i)[:1].isdigit() for i in range(first, stop))


def _said_of(scene: Scene, seen: Shape, at: int) -> Thing | None:
    """What the participle at a token is said of: the subject of its clause, or the phrase before it."""
    group = seen.group_of(at)
    if group is None and at and (being := seen.group_of(at - 1)) is not None and being.lemma == "être":
        group = being  # « est né »: the tables know no such participle
    if group is not None:
        if group.negated or group.mood == "cond" or group.auxiliary == "avoir":
            return None
        if scene.word(group.first - 1) == "qui":
            back = group.first - 2
            return thing_before(scene, seen, back - 1 if scene.word(back) == "," else back)
        head = subject_head(seen, group)
        if head is not None:
            return thing_of(scene, seen, head)
        name = scene.name_to(group.first)
        return resolve(scene, name.start, name.end) if name is not None else None
    before = at - 1
    if scene.word(before) == ",":
        before -= 1
    return thing_before(scene, seen, before)


def _by_happening(scene: Scene, seen: Shape) -> Iterator[Found]:
    """« La rencontre s'est déroulée à l'Institut Brisk à Oslo », « Le sommet aura lieu en Norvège »."""
    for group in seen.groups:
        reflexive = group.lemma in _HAPPENING and any(
            scene.word(i) in ("se", "s'") for i in range(group.first, group.main)
        )
        takes_place = group.lemma == "avoir" and "lieu" in (scene.word(group.stop), scene.word(group.stop + 1))
        if not (reflexive or takes_place) or group.negated or group.mood == "cond":
            continue
        span = place_from(scene, group.stop, far=6)
        head = subject_head(seen, group)
        if span is None:
            continue
        if head is None and scene.word(group.first - 1) == "qui":
            back = group.first - 2
            thing = thing_before(scene, seen, back - 1 if scene.word(back) == "," else back)
        else:
            thing = thing_of(scene, seen, head) if head is not None else None
        if thing is not None:
            whole = _with_parties(scene, seen, thing, group.first)
            yield _found(scene, whole, span, "place", "lieu", 0.88, "future" if group.tense == "fut" else "happens")


def _with_parties(scene: Scene, seen: Shape, thing: Thing, before: int) -> Thing:
    """« La conversation entre l'acteur et Paul Roux »: an event noun keeps all it is said to be between."""
    for name in scene.names:
        if name.end > before:
            break
    start = next((i for i in range(before) if scene.word(i) in _EVENTS), None)
    if start is None or any(seen.cats[i] in ("verb", "stop") for i in range(start, before)):
        return thing
    first = start - 1 if scene.word(start - 1) in _ARTICLES | {"une", "un", "cette", "ce"} else start
    text = scene.text(first, before).strip(" ,")
    people = [n for n in scene.names if start < n.start < before and n.kind == "person"]
    roles = [r for r in scene.roles if start < r.start < before and not r.named]
    for role in roles:
        holder = _only_holder(scene, role.noun.lemma)
        after = role.end + 1 if scene.word(role.end) == "," else role.end
        follows = any(n.start == after for n in people)
        if follows:
            continue
        if holder is None or not role.determiner:
            return Thing(text, "event", thing.agreement, False)
        phrase = scene.text(role.start - 1, role.end)
        text = text.replace(phrase, holder)
    return Thing(text[0].lower() + text[1:], "event", thing.agreement, bool(people))


def _only_holder(scene: Scene, lemma: str) -> str | None:
    """The one person of the article whom a role noun fits (« l'acteur »)."""
    holders = scene.known.holders.get(lemma, frozenset())
    return next(iter(holders)) if len(holders) == 1 else None


def _by_event_noun(scene: Scene, seen: Shape) -> Iterator[Found]:
    """« lors d'une conversation avec Paul Roux, au Salon Brisk d'Oslo », « une discussion sur l'eau au Festival de
    Brême »."""
    if _EVENTS.isdisjoint(scene.doc.words):
        return
    for token in scene.doc:
        if token.text.lower() not in _EVENTS or token.pos_ != "NOUN":
            continue
        at = token.i + 1
        while at < len(scene.doc) and seen.cats[at] not in ("verb", "inf", "rel", "sub", "stop", "clit", "neg"):
            if scene.word(at) in ("à", "au") and at > token.i + 1 and (span := place_from(scene, at)) is not None:
                name = next(n for n in scene.names if n.end > span[0])
                fits = name.kind in ("place", "organisation", "event", "work", "other")
                if fits and not _noun_wants(scene, at) and len(scene.text(token.i, at)) > len(token.text) + 3:
                    thing = Thing(scene.text(token.i, at).strip(" ,"), "event", "", False)
                    yield _found(scene, thing, span, "place", "lieu", 0.75)
                break
            at += 1


def _noun_wants(scene: Scene, at: int) -> bool:
    """Does the word before govern the preposition ("grâce à", "face à", "par rapport à")?"""
    return scene.word(at - 1) in (
        "grâce",
        "face",
        "rapport",
        "suite",
        "quant",
        "jusqu'",
        "due",
        "dû",
        "opposé",
        "contraire",
        "appel",
    )


def _found(
    scene: Scene, thing: Thing, span: tuple[int, int], key: str, label: str, certainty: float, verb: str = ""
) -> Found:
    start, end = scene.span(*span)
    preposition = scene.text(_preposition(scene, span[0]), span[0]).strip()
    return Found(
        attribute=key,
        label=label,
        entity=thing.text,
        entity_kind=thing.kind,
        start=start,
        end=end,
        rule="place-" + ("noun" if certainty < 0.8 else "verb"),
        certainty=certainty,
        frame=Frame(
            construction=key,
            subject=thing.text,
            population=thing.agreement,
            lead=preposition,
            verb=verb,
            rest=label,
            resolved=thing.resolved and certainty > 0.8,
        ),
    )


def _preposition(scene: Scene, begin: int) -> int:
    at = begin - 1
    if scene.word(at) in _ARTICLES:
        at -= 1
    return at


def names_in(scene: Scene, start: int, end: int) -> list[Name]:
    """The names inside tokens `start` to `end`."""
    return [n for n in scene.names if start <= n.start and n.end <= end]


__all__ = ["names_in", "place_facts", "place_from", "resolve"]
