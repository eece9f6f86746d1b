"""Smaller relations between names: parties, successors, winners, contributors to a work, where a study was published.

Each rule reads one narrow construction. Knows nothing of how a relation is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from quiz.facts.clauses import Shape, VerbGroup, shape
from quiz.facts.fact import Frame
from quiz.facts.noun_phrases import subject_head
from quiz.facts.spec_kinds import kind_starting
from quiz.facts.spec_phrases import Thing, resolve, thing_before
from quiz.facts.spec_scene import Found, Name, Scene, gender_of
from quiz.facts.spec_words import words

_OF = frozenset(("de", "d'", "du"))
_PARTIES = words("relations_parties")
_WON = words("relations_won")
_PARTS = words("relations_parts")


def relation_facts(scene: Scene) -> Iterator[Found]:
    """All the smaller relations of a sentence."""
    yield from _parties(scene)
    seen = shape(scene.sentence)
    for group in seen.groups:
        yield from _succession(scene, seen, group)
        yield from _victory(scene, seen, group)
        yield from _called_upon(scene, group)
    yield from _contributors(scene)
    yield from _published_in(scene, seen)


def _parties(scene: Scene) -> Iterator[Found]:
    """« Odile Fortin (PS) », « la sénatrice LR Odile Fortin »: letters that are a party's, beside a person."""
    for name in scene.names:
        if name.kind != "person" or len(name.entity.name.split()) < 2:
            continue
        at = -1
        if scene.word(name.end) == "(" and scene.word(name.end + 2) == ")":
            at = name.end + 1
        else:
            role = next((r for r in scene.roles if r.party and r.end in (name.start, name.start - 1)), None)
            if role is not None:
                at = next(i for i in range(role.start, role.end) if scene.doc[i].text == role.party)
        if at >= 0 and scene.doc[at].text in _PARTIES:
            yield _found(scene, "party", _person(name), (at, at + 1), "party", 0.9)


def _person(name: Name) -> Thing:
    return Thing(name.entity.name, "person", f"{gender_of(name.entity)}s" if gender_of(name.entity) else "", True)


def _succession(scene: Scene, seen: Shape, group: VerbGroup) -> Iterator[Found]:
    """« Odile Fortin succède à Paul Roux à la tête du musée », « Paul Roux est remplacé par Odile Fortin »."""
    if group.negated or group.mood == "cond" or group.lemma not in ("succéder", "remplacer"):
        return
    after = group.stop
    linked = scene.word(after) in ("à", "par")
    other = scene.name_from(after + 1 if linked else after)
    head = subject_head(seen, group)
    subject = scene.name_over(head) if head is not None else None
    if (
        other is None
        or subject is None
        or other.kind != "person"
        or subject.kind != "person"
        or other.entity is subject.entity
    ):
        return
    if group.lemma == "succéder" and scene.word(after) != "à":
        return
    new, old = (other, subject) if scene.word(after) == "par" else (subject, other)
    post = _post(scene, other.end)
    yield _found(scene, "predecessor", _person(new), (old.start, old.end), "succession", 0.85, rest=post, value_of=old)


def _post(scene: Scene, at: int) -> str:
    """« à la tête du musée », « au poste de directeur » after a succession."""
    if (
        scene.word(at) in ("à", "au")
        and scene.word(at + 1) in ("la", "poste")
        and scene.word(at + 2) in ("tête", "présidence", "de")
    ):
        stop = next(
            (i for i in range(at, len(scene.doc)) if scene.doc[i].is_punct or scene.doc[i].pos_ in ("VERB", "AUX")),
            len(scene.doc),
        )
        return scene.text(at, stop) if stop - at <= 12 else ""
    return ""


def _victory(scene: Scene, seen: Shape, group: VerbGroup) -> Iterator[Found]:
    """« Odile Fortin a remporté le marathon de Brême », « Brumelle gagne la Coupe du monde 2018 »: a named event
    won."""
    if (
        group.negated
        or group.mood == "cond"
        or group.lemma not in ("remporter", "gagner")
        or group.passive
        or group.tense == "fut"
    ):
        return
    head = subject_head(seen, group)
    winner = scene.name_over(head) if head is not None else None
    if winner is None or winner.kind not in ("person", "organisation", "other"):
        return
    at = group.stop
    while scene.word(at) in ("ainsi", "donc", "également", "finalement", "facilement"):
        at += 1
    event = _event_phrase(scene, at)
    if event is not None:
        yield _found(scene, "winner", event, (winner.start, winner.end), "victory", 0.82, value_of=winner)


def _event_phrase(scene: Scene, at: int) -> Thing | None:
    """« la Coupe du monde 2018 », « le Grand Prix de Monaco », « l'élection présidentielle au Ghana »: with a name
    in it."""
    if scene.word(at) not in ("le", "la", "l'"):
        return None
    noun = scene.word(at + 1)
    name = scene.name_from(at + 1)
    if noun not in _WON and not (name and name.kind == "event") and scene.word(at + 2) not in _WON:
        return None
    stop = at + 2
    while stop < len(scene.doc) and stop - at < 14:
        token, word = scene.doc[stop], scene.word(stop)
        over = scene.name_over(token)
        if (
            token.is_punct
            or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ")
            or word in ("et", "devant", "avec", "en", "pour", "face", "après", "qui", "ce", "par", "contre")
        ):
            break
        stop = over.end if over else stop + 1
    names = [n for n in scene.names if at < n.start < stop]
    if not names or any(n.kind == "person" for n in names):
        return None
    return resolve(scene, at, stop)


def _contributors(scene: Scene) -> Iterator[Found]:
    """« ce film a bénéficié des effets spéciaux de Brumelle », « la musique de Paul Roux »: one part of a work,
    one name."""
    if _PARTS.isdisjoint(scene.doc.words):
        return
    for token in scene.doc:
        if token.text.lower() not in _PARTS:
            continue
        at = token.i + 1
        while at < len(scene.doc) and (
            scene.doc[at].pos_ == "ADJ" or scene.word(at) in ("originale", "signés", "signée")
        ):
            at += 1
        name = scene.name_from(at + 1) if scene.word(at) in _OF or scene.word(at) == "par" else None
        if name is None or name.kind in ("place", "work"):
            continue
        work = _work_of(scene, token.i)
        if work is None:
            continue
        begin = token.i - 1 if scene.word(token.i - 1) in ("les", "la", "le", "l'", "des") else token.i
        if scene.word(begin - 1) in ("avec", "sur", "pour", "dans"):
            continue  # « des chansons pour le film, avec la musique de Paul Roux »: music of the songs
        part = scene.text(begin, at)
        yield _found(scene, "contributor", work, (name.start, name.end), "contributor", 0.8, rest=part, value_of=name)


def _work_of(scene: Scene, before: int) -> Thing | None:
    """The work the sentence is about: named in it before, pointed at ("ce long-métrage"), or what the text is about."""
    named = [n for n in scene.names if n.end <= before and n.kind == "work"]
    if named:
        return Thing(named[-1].entity.name, "work", "", True)
    for i in range(before):
        noun = kind_starting(scene.doc, i)
        if noun is not None and noun[0].kind == "work":
            focus = scene.focus(("work",))
            return Thing(focus.name, "work", "", True) if focus is not None else None
    return None


def _called_upon(scene: Scene, group: VerbGroup) -> Iterator[Found]:
    """« Odile Fortin a fait appel à Brumelle pour refaire le décor »: whom somebody called upon, and what for."""
    if group.lemma != "faire" or scene.word(group.stop) != "appel" or group.negated:
        return
    at = group.stop + 1
    name = scene.name_from(at + 1) if scene.word(at) in ("à", "au") else None
    if name is None or scene.word(name.end) != "pour":
        return
    subject = scene.name_to(group.first) or scene.name_to(group.first - 1)
    stop = next((i for i in range(name.end, len(scene.doc)) if scene.doc[i].is_punct), len(scene.doc))
    thing = Thing(subject.entity.name, subject.kind, "", len(subject.entity.name.split()) > 1) if subject else None
    if thing is not None:
        yield _found(
            scene,
            "called-upon",
            thing,
            (name.start, name.end),
            "called-upon",
            0.8,
            rest=scene.text(name.end, stop),
            value_of=name,
        )


_PUBLISHED = frozenset(("publié", "publiée", "publiés", "publiées", "parue", "paru", "parus", "parues"))


def _published_in(scene: Scene, seen: Shape) -> Iterator[Found]:
    """« une étude publiée dans la revue Brisk »: the journal of a study or an article."""
    if _PUBLISHED.isdisjoint(scene.doc.words):
        return
    for token in scene.doc:
        if token.text.lower() not in _PUBLISHED:
            continue
        at = next(
            (i for i in range(token.i + 1, min(token.i + 5, len(scene.doc))) if scene.word(i) in ("dans", "par")), None
        )
        if at is None or scene.word(at) != "dans":
            continue
        name = next((n for n in scene.names if at < n.start <= at + 4), None)
        if name is None or (
            name.kind in ("person", "place") and scene.word(name.start - 1) not in ("revue", "journal", "magazine")
        ):
            continue
        if any(scene.doc[i].pos_ not in ("DET", "NOUN", "ADJ", "ADP") for i in range(at, name.start)):
            continue
        group = seen.group_of(token.i)
        thing = thing_before(scene, seen, token.i - 1) if group is None else None
        if thing is None:
            thing = Thing(scene.reading.article.title or "étude", "other", "", False)
        yield _found(scene, "journal", thing, (name.start, name.end), "journal", 0.82)


def _found(
    scene: Scene,
    key: str,
    thing: Thing,
    span: tuple[int, int],
    rule: str,
    certainty: float,
    *,
    rest: str = "",
    value_of: Name | None = None,
) -> Found:
    start, end = scene.span(*span)
    return Found(
        attribute=key,
        entity=thing.text,
        entity_kind=thing.kind,
        start=start,
        end=end,
        rule=rule,
        certainty=certainty,
        frame=Frame(
            construction=key,
            subject=thing.text,
            population=value_of.kind if value_of else thing.agreement,
            lead=value_of.entity.name if value_of else "",
            rest=rest,
            resolved=thing.resolved,
        ),
    )
