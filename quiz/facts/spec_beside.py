"""What is told of a name right beside it: the maker of another thing, the body somebody is of, whom a union is for.

Each rule reads one narrow construction between commas or in a relative clause. Refuses what is not closed by a mark: in
« Selon Paul Roux, de Brumelle à Oslo tout change » nobody is of Brumelle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.fact import Frame
from quiz.facts.spec_makers import made, verb_at
from quiz.facts.spec_natures import stands_for
from quiz.facts.spec_roles import maker_attribute
from quiz.facts.spec_scene import Found, Name, Scene, gender_of
from quiz.facts.spec_words import words

_MAKES = words("beside_makes")
_OWNS = words("beside_owns")
_UNIONS = words("beside_unions")
_COMES = words("beside_comes")
_OF = frozenset(("de", "d'", "du"))
_ARTICLES = frozenset(("le", "la", "l'"))
_AFTER = frozenset((",", ".", ";", ")", ":", "–", "—", "", "et"))
_THINGS = ("product", "work", "other")


def beside_facts(scene: Scene) -> Iterator[Found]:
    """All that is told of the names of a sentence right beside them."""
    for name in scene.names:
        for rule in (_maker_of, _speaks_for, _stands_for, _comes_from, _shown_by):
            yield from rule(scene, name)
    yield from _its_maker(scene)


def _maker_of(scene: Scene, name: Name) -> Iterator[Found]:
    """« Brumelle, l'éditeur de Volute, », « Brumelle (propriétaire de Brisk) »: who makes or owns something else."""
    if name.kind in ("place", "event") or _somebody(name) or scene.word(name.end) not in (",", "("):
        return
    at = name.end + 2 if scene.word(name.end + 1) in _ARTICLES else name.end + 1
    noun, joint = scene.word(at), scene.word(at + 1)
    if noun not in _MAKES | _OWNS or joint not in _OF:
        return
    start = at + 3 if scene.word(at + 2) in _ARTICLES else at + 2
    thing = scene.name_from(start)
    if thing is None or thing.entity is name.entity or thing.kind == "person" or scene.word(thing.end) not in _AFTER:
        return
    if noun in _MAKES and thing.kind not in (*_THINGS, "organisation"):
        return
    kind = "product" if noun in _MAKES and thing.kind in ("other", "organisation") else thing.kind
    attribute = "owner" if noun in _OWNS else "maker"
    maker = _as_body(name)
    yield made(scene, (thing.entity.name, kind, True), attribute, maker, "maker-of-beside", 0.85, None)


def _somebody(name: Name) -> bool:
    """A person by full name; a single word may as well be a firm that nothing in the article calls one."""
    return name.kind == "person" and " " in name.entity.name


def _as_body(name: Name) -> Name:
    """What makes or owns a thing and is nobody by full name is a body."""
    return replace(name, kind="organisation") if name.kind == "person" else name


def _speaks_for(scene: Scene, name: Name) -> Iterator[Found]:
    """« Odile Fortin, de la Ligue nautique, répond »: the body whose voice somebody is."""
    if name.kind != "person" or " " not in name.entity.name or scene.word(name.end) != ",":
        return
    if scene.word(name.end + 1) not in _OF:
        return
    at = name.end + 3 if scene.word(name.end + 2) in _ARTICLES else name.end + 2
    body = scene.name_from(at)
    if body is None or body.kind != "organisation" or scene.word(body.end) not in (",", ")", "."):
        return
    start, end = scene.span(body.start, body.end)
    yield Found(
        attribute="body",
        entity=name.entity.name,
        entity_kind="person",
        entity_gender=gender_of(name.entity),
        start=start,
        end=end,
        rule="body-beside",
        certainty=0.85,
        frame=Frame(construction="body", subject=name.entity.name, rest=body.entity.name),
    )


def _stands_for(scene: Scene, name: Name) -> Iterator[Found]:
    """« la Brisk, le syndicat des dockers, des mousses et des grutiers, »: whom a body stands for."""
    if name.kind in ("person", "place") or scene.word(name.end) != "," or scene.word(name.end + 1) not in _ARTICLES:
        return
    if scene.word(name.end + 2) not in _UNIONS or scene.word(name.end + 3) != "des":
        return
    begin = stop = name.end + 4
    while stop < len(scene.doc) and not (scene.doc[stop].is_punct and scene.word(stop + 1) not in ("des", "de")):
        if scene.doc[stop].pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return
        stop += 1
    if not 2 <= stop - begin <= 16:
        return
    yield stands_for(scene, name, begin, stop, lead="les", rule="represents-beside")


def _comes_from(scene: Scene, name: Name) -> Iterator[Found]:
    """« Volute vient de chez Brumelle », « il sort de chez Brumelle »: who made it."""
    if (
        _somebody(name)
        or name.kind == "place"
        or scene.word(name.start - 1) != "chez"
        or scene.word(name.start - 2) != "de"
    ):
        return
    verb = name.start - 3
    if scene.word(verb) not in _COMES:
        return
    subject = scene.name_to(verb)
    opening = scene.reading.entities.lookup(scene.doc[0].text) if verb == 1 and subject is None else None
    if opening is not None and scene.kinds.get(opening.name) in _THINGS:
        thing = opening  # a first word that the parser took for a verb, and the article elsewhere for a name
    elif subject is not None and subject.kind in _THINGS and scene.word(subject.start - 1) not in _OF:
        thing = subject.entity
    elif scene.word(verb - 1) in ("il", "elle"):
        focus = scene.focus(("product", "work"))
        if focus is None:
            return
        thing = focus
    else:
        return
    yield made(scene, (thing.name, "product", True), "maker", _as_body(name), "comes-from", 0.8, None)


def _shown_by(scene: Scene, name: Name) -> Iterator[Found]:
    """« Volute, que la société danoise Brumelle vient de présenter, »: the subject of the relative made the thing."""
    at = name.end + 1 if scene.word(name.end) == "," else name.end
    loose = name.kind == "place" and scene.doc[max(0, name.start - 1)].pos_ not in ("ADP", "DET")
    if (name.kind not in _THINGS and not loose) or scene.word(at) not in ("que", "qu'"):
        return
    maker = next((n for n in scene.names if at < n.start <= at + 5), None)
    if maker is None or maker.kind in ("place", "event") or maker.entity is name.entity or _somebody(maker):
        return
    if any(scene.doc[i].pos_ not in ("DET", "NOUN", "ADJ") for i in range(at + 1, maker.start)):
        return
    for step in range(3):
        verb = verb_at(scene, maker.end + step)
        if verb is not None and (verb.agent == "maker" or verb.infinitive == "présenter"):
            yield made(scene, (name.entity.name, "product", True), "maker", maker, "makes-relative", 0.8, verb)
            return


def _its_maker(scene: Scene) -> Iterator[Found]:
    """« Odile Fortin, son autrice, a pris dix ans »: the maker of what the text is about."""
    for role in scene.roles:
        start = role.start - 2
        if role.noun.role_class != "maker" or role.determiner.lower() not in ("son", "sa") or role.body:
            continue
        name = scene.name_to(start) if scene.word(start) == "," else None
        thing = scene.focus(("work", "product", "organisation"))
        if name is None or name.kind != "person" or thing is None or scene.word(role.end) not in (",", "."):
            continue
        kind = scene.kinds.get(thing.name, "other")
        yield made(scene, (thing.name, kind, True), maker_attribute(role.noun.lemma), name, "its-maker", 0.8, None)
