"""Who made what: developers, founders, authors, directors, owners, from participles, verbs and names joined by "de".

A maker is asked for, so both ends must be named: the thing by a name that the article treats as such a thing, the
maker by a body's or a person's name. Refuses "X de Y" without a noun that says what X is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quiz.facts.entities import Kind
from quiz.facts.fact import Frame
from quiz.facts.parsing import Token
from quiz.facts.roles import role_nouns, role_words
from quiz.facts.spec_kinds import kind_before, kind_starting
from quiz.facts.spec_scene import Found, Name, Scene
from quiz.facts.spec_words import EventVerb, KindNoun, infinitives, morph, participles, present_forms, words

_BE = frozenset(["est", "sont", "était", "étaient", "fut", "furent", "été", "être"])
_HAVE = frozenset(["a", "ont", "avait", "avaient", "ayant", "eu"])
_ARTICLES = words("makers_articles")
_OF = frozenset(["de", "d'", "du"])
_THINGS: tuple[Kind, ...] = ("product", "work", "organisation")


def maker_facts(scene: Scene) -> Iterator[Found]:
    """All makers of a sentence."""
    for rule in (_made_by, _makes, _thing_of_maker, _own_thing):
        yield from rule(scene)


def _made_by(scene: Scene) -> Iterator[Found]:
    """« Volute, développé par Brumelle », « Le jeu a été conçu par Odile Fortin », « Développé par Brumelle,
    Volute … »."""
    if participles().keys().isdisjoint(scene.doc.words):
        return
    for token in scene.doc:
        verb = participles().get(token.text.lower())
        if verb is None or not verb.agent:
            continue
        by = _by(scene, token.i + 1)
        if by is None:
            continue
        agent = _agent(scene, by + 1)
        thing = (
            _subject_of_passive(scene, token.i, verb)
            or _thing_before(scene, token.i, verb)
            or _thing_after(scene, token.i, agent)
        )
        if agent is None or thing is None or thing[0] == agent.entity.name:
            continue
        yield made(scene, thing, verb.agent, agent, "made-by", 0.9, verb)
        if agent.kind == "person" and verb.agent == "maker" and scene.word(agent.end) in _OF:
            body = scene.name_from(agent.end + 1)  # « dévoilé par Odile Fortin, de Brumelle »
            if body is not None and body.kind not in ("person", "place"):
                yield made(scene, thing, "maker", body, "made-by-one-of", 0.8, None)


def _by(scene: Scene, at: int) -> int | None:
    """The "par" after a participle, a few words between ("développé en 2010 par")."""
    for step in range(4):
        word = scene.word(at + step)
        if word == "par":
            return at + step
        if not word or word in (",", ".", ";", ":", "(", "et", "que", "qui") or scene.doc[at + step].pos_ == "VERB":
            return None
    return None


def _agent(scene: Scene, at: int) -> Name | None:
    """The name of who did it: « Brumelle », « la société chinoise Brumelle », « le cinéaste Paul Roux », « M. Roux
    »."""
    for step in range(7):
        name = scene.name_from(at + step)
        if name is not None:
            bare = step == 0 or scene.word(at + step - 1) not in _OF
            return name if bare and name.kind != "place" else None
        if at + step >= len(scene.doc):
            return None
        token = scene.doc[at + step]
        known = (
            scene.word(at + step) in _ARTICLES
            or token.pos_ in ("NOUN", "ADJ", "ADP")
            or scene.word(at + step) in role_nouns()
        )
        if not known or token.is_punct:
            return None
    return None


Thing = tuple[str, Kind, bool]
"""What was made: its name, its kind, whether the name says enough to be asked."""


def _thing_before(scene: Scene, at: int, verb: EventVerb) -> Thing | None:
    """What the participle at `at` is said of: the name before it, before its auxiliaries, or before its apposition."""
    start = at
    while start > 0 and (scene.doc[start - 1].pos_ == "ADV" or scene.word(start - 1) in _BE | {"a", "avait", "ont"}):
        start -= 1
    if start > 0 and any(scene.word(i) in ("n'", "ne", "pas", "jamais") for i in range(max(0, start - 1), at)):
        return None
    if scene.word(start - 1) == "qui":
        start -= 1
    if scene.word(start - 1) == ",":
        if scene.word(at - 1) in _BE:
            return None
        start -= 1
    name = scene.name_to(start)
    if name is not None:
        if scene.word(name.start - 1) in _OF:
            return _phrase_with(scene, name)
        if scene.word(name.start - 1) in ("la", "l'", "les") and scene.word(name.start - 2) in _OF:
            return None
        return _as_thing(scene, name, verb)
    begin = start
    while (
        begin > 0
        and scene.doc[begin - 1].pos_ not in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ")
        and start - begin < 9
    ):
        begin -= 1
    if begin < start and scene.word(begin) in _ARTICLES and scene.word(begin - 1) == ",":
        name = scene.name_to(begin - 1)
        if name is not None and not any(begin <= other.start < start for other in scene.names):
            return _as_thing(scene, name, verb)
    return None


def _subject_of_passive(scene: Scene, at: int, verb: EventVerb) -> Thing | None:
    """« Volute, un jeu né à Oslo, a été conçu par … »: over an aside, the parser's subject where it is a name."""
    if scene.word(at - 1) not in _BE:
        return None
    for child in scene.doc[at].children:
        if child.dep_ in ("nsubj:pass", "nsubj") and child.i < at:
            name = scene.name_over(child)
            return _as_thing(scene, name, verb) if name is not None else None
    return None


def _as_thing(scene: Scene, name: Name, verb: EventVerb) -> Thing | None:
    if name.kind in ("person", "place") and verb.objects and not _introduced(scene, name):
        return None
    return name.entity.name, name.kind, True


def _introduced(scene: Scene, name: Name) -> KindNoun | None:
    """The kind noun right before a name: « le logiciel Volute », « l'application chinoise Volute »."""
    return kind_before(scene.doc, name.start)


def _phrase_with(scene: Scene, name: Name) -> Thing | None:
    """« celui de Brumelle interprété par … »: the thing is a phrase around the name, not fit to be asked."""
    at = name.start - 1
    while at > 0 and scene.doc[at - 1].pos_ in ("NOUN", "ADJ", "ADP", "PRON", "DET") and name.start - at < 6:
        at -= 1
        if scene.doc[at].pos_ in ("DET", "PRON"):
            break
    if at >= name.start - 1 or scene.word(at - 1) in _OF:
        return None  # « un groupe | de l'université de Brême dirigé par … »: the group is
    return scene.text(at, name.end), "other", False


def _thing_after(scene: Scene, at: int, agent: Name | None) -> Thing | None:
    """« Développé par Brumelle, Volute … », « Conçu par Odile Fortin, ce logiciel … »: a participle that opens the
    sentence."""
    if agent is None or any(scene.doc[i].pos_ not in ("ADV", "PUNCT", "SPACE") for i in range(at)):
        return None
    comma = next((i for i in range(agent.end, len(scene.doc)) if scene.word(i) == "," and not _goes_on(scene, i)), None)
    if comma is None:
        return None
    name = scene.name_from(comma + 1)
    if name is None and scene.word(comma + 1) in _ARTICLES:
        name = next((n for n in scene.names if comma + 1 < n.start <= comma + 5 and _introduced(scene, n)), None)
    if name is not None:
        return name.entity.name, name.kind, True
    if scene.word(comma + 1) in ("ce", "cet", "cette", "il", "elle", "le", "la", "l'"):
        focus = scene.focus(_THINGS[:2])
        if focus is not None:
            return focus.name, scene.kinds[focus.name], True
    return None


def _goes_on(scene: Scene, comma: int) -> bool:
    """Does an aside of the agent follow the comma (« Brumelle, spécialisée dans les jeux, »)?"""
    follows = scene.doc[comma + 1] if comma + 1 < len(scene.doc) else None
    if follows is None or scene.name_from(comma + 1) is not None:
        return False
    return follows.pos_ in ("VERB", "ADJ", "PRON") and follows.text.lower() not in ("il", "elle", "ce", "cet", "cette")


def made(
    scene: Scene, thing: Thing, attribute: str, agent: Name, rule: str, certainty: float, verb: EventVerb | None
) -> Found:
    """The fact that `agent` made, wrote, founded … the thing; a person who only showed it is its presenter."""
    start, end = scene.span(agent.start, agent.end)
    noun = scene.known.nouns.get(thing[0])
    if agent.kind == "person" and attribute == "maker":
        attribute = "presenter" if verb and verb.infinitive in ("dévoiler", "lancer") else "creator"
    return Found(
        attribute=attribute,
        entity=thing[0],
        entity_kind=thing[1],
        start=start,
        end=end,
        value="",
        rule=rule,
        certainty=certainty,
        frame=Frame(
            construction="maker",
            subject=thing[0],
            verb=verb.infinitive if verb else "",
            population=agent.kind,
            rest=agent.entity.name,
            lead=noun.noun if noun else "",
            asked_gender=noun.gender if noun else "",
            resolved=thing[2],
            article=_article(scene, thing[0]),
            preposition=scene.article_of(agent),
        ),
    )


def _article(scene: Scene, thing: str) -> str:
    """The article the thing's name takes in this sentence."""
    name = next((n for n in scene.names if n.entity.name == thing), None)
    return scene.article_of(name) if name is not None and kind_before(scene.doc, name.start) is None else ""


def _makes(scene: Scene) -> Iterator[Found]:
    """« Brumelle a lancé Volute », « Brumelle vient de lancer l'application Volute », « la Suède lance la sonde
    Volute »."""
    for token in scene.doc:
        verb = verb_at(scene, token.i) if token.lower_ in _forms() else None
        if verb is None or not verb.agent or verb.agent == "performer":
            continue
        after = token.i + 1
        while scene.doc[after : after + 1] and scene.doc[after].pos_ == "ADV":
            after += 1
        thing = _named_thing(scene, after, verb)
        subject = _subject(scene, token.i)
        if thing is None or subject is None or subject.entity.name == thing.entity.name:
            continue
        if _negated_or_hedged(scene, subject.end, token.i):
            continue
        if subject.kind == "place":
            if verb.agent == "maker" and _country(subject) and verb.infinitive in ("lancer", "dévoiler", "développer"):
                start, end = scene.span(
                    subject.start - 1 if scene.word(subject.start - 1) in _ARTICLES else subject.start, subject.end
                )
                yield Found(
                    attribute="origin",
                    entity=thing.entity.name,
                    entity_kind=thing.kind,
                    start=start,
                    end=end,
                    rule="country-makes",
                    certainty=0.8,
                    frame=Frame(construction="origin", subject=thing.entity.name, place=subject.entity.name),
                )
            continue
        yield made(scene, (thing.entity.name, thing.kind, True), verb.agent, subject, "makes", 0.85, verb)


def _country(name: Name) -> bool:
    return name.text in set(role_words().nations.values())


@cache
def _forms() -> frozenset[str]:
    """Every form of the verbs of making that `verb_at` knows."""
    return frozenset().union(participles(), infinitives(), present_forms())


def verb_at(scene: Scene, at: int) -> EventVerb | None:
    """The verb of making at a token, where it is active: « a lancé », « lance », « vient de lancer »."""
    word = scene.word(at)
    if (verb := participles().get(word)) is not None:
        back = at - 1
        while back >= 0 and scene.doc[back].pos_ == "ADV":
            back -= 1
        return verb if scene.word(back) in _HAVE else None
    if (verb := infinitives().get(word)) is not None:
        return verb if scene.word(at - 1) == "de" and scene.word(at - 2) in ("vient", "viennent", "venait") else None
    verb = present_forms().get(word)
    return verb if verb is not None and scene.doc[at].pos_ == "VERB" else None


def _named_thing(scene: Scene, at: int, verb: EventVerb) -> Name | None:
    """The named thing that begins right after a verb: « Volute », « le jeu vidéo Volute », « sa nouvelle console
    Volute »."""
    for step in range(7):
        name = scene.name_from(at + step)
        if name is not None:
            kind = _introduced(scene, name)
            fits = (kind.kind if kind else name.kind) in verb.objects
            joined = scene.word(name.start - 1) in _OF or (step > 0 and kind is None)
            return name if fits and not joined else None
        if at + step >= len(scene.doc):
            return None
        noun = kind_starting(scene.doc, at + step)
        if noun is None and scene.doc[at + step].pos_ not in ("DET", "ADJ", "NOUN", "ADP"):
            return None
    return None


def _subject(scene: Scene, at: int) -> Name | None:
    """The name that is the subject of the verb at a token, or stands at its head (« les dirigeants de Brumelle »
    is not)."""
    verb = scene.doc[at]
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubj:caus"):
                if child.lower_ == "qui":  # « Odile Fortin, qui a fondé Brumelle »
                    return scene.name_to(child.i - 1 if scene.word(child.i - 1) == "," else child.i)
                return scene.name_over(child) or _named_by(scene, child)
        if verb.dep_ not in ("xcomp", "conj") or verb.head is verb:
            break
        verb = verb.head
    return None


def _named_by(scene: Scene, noun: Token) -> Name | None:
    """« le groupe Brumelle », « la société danoise Brumelle »: the name right behind a subject that is a kind of
    body."""
    found = kind_starting(scene.doc, noun.i)
    if found is None or found[0].kind != "organisation":
        return None
    at = found[1] + 1 if scene.word(found[1]) in role_words().nations else found[1]
    return scene.name_from(at)


def _negated_or_hedged(scene: Scene, start: int, end: int) -> bool:
    words = {scene.word(i) for i in range(start, end)}
    moods = {mood for i in range(start, end + 1) for mood in morph(scene.doc[i], "Mood")}
    return bool(words & {"ne", "n'", "pas", "jamais", "si", "veut", "souhaite", "voudrait", "devait"}) or "Cnd" in moods


_DIRECTED = frozenset(("film", "court-métrage", "long-métrage", "long métrage", "documentaire", "comédie", "thriller"))
_WRITTEN = frozenset(("roman", "livre", "essai", "pièce", "poème", "bande dessinée", "manga", "opéra"))


def _thing_of_maker(scene: Scene) -> Iterator[Found]:
    """« le logiciel Volute de Brumelle », « le film Marées d'Odile Fortin », « le roman Marées de Paul Roux ».

    Without the kind noun, only where the article elsewhere treats the first as a product and the second as a body.
    """
    for thing in scene.names:
        if scene.word(thing.end) not in _OF:
            continue
        after = thing.end + 1
        maker = scene.name_from(after + 1) if scene.word(after) in ("la", "le", "l'") else scene.name_from(after)
        if maker is None or maker.entity is thing.entity:
            continue
        if maker.end < len(scene.doc) and scene.doc[maker.end].pos_ == "ADJ":
            continue  # « l'Observatoire européen | austral »: the name goes on
        noun = _introduced(scene, thing)
        attribute = ""
        if noun is None:
            if thing.kind == "product" and maker.kind in ("organisation", "product") and len(thing.text) > 2:
                attribute = "maker"
        elif noun.kind == "product" and maker.kind in ("organisation", "product", "work", "other"):
            attribute = "maker"
        elif noun.kind == "work" and maker.kind == "person":
            attribute = "director" if noun.noun in _DIRECTED else "author" if noun.noun in _WRITTEN else ""
        if attribute:
            kind = noun.kind if noun else thing.kind
            yield made(
                scene, (thing.entity.name, kind, True), attribute, maker, "thing-of", 0.85 if noun else 0.75, None
            )


def _own_thing(scene: Scene) -> Iterator[Found]:
    """« Brumelle avec son modèle Volute », « via sa filiale Brisk, Brumelle … »: one body in the sentence before, and
    "son".

    A subsidiary tells the owner; a product, its maker.
    """
    for name in scene.names:
        noun = _introduced(scene, name)
        if noun is None or (noun.kind != "product" and noun.noun not in ("filiale", "marque")):
            continue
        at = name.start - 1
        while at > 0 and scene.word(at) not in ("son", "sa", "leur", "ses"):
            if scene.doc[at].pos_ not in ("NOUN", "ADJ", "ADP") or name.start - at > 4:
                break
            at -= 1
        if scene.word(at) not in ("son", "sa", "leur"):
            continue
        before = [n for n in scene.names if n.end <= at and n.kind not in ("place", "event")]
        close = (
            before[-1] if before and scene.word(before[-1].end) in ("avec", "et") and before[-1].end >= at - 1 else None
        )
        bodies = {n.entity.name: n for n in before if n.kind == "organisation"}
        owner = close or (
            next(iter(bodies.values())) if len(bodies) == 1 and len({n.entity.name for n in before}) <= 2 else None
        )
        if owner is None or owner.kind == "person" or owner.entity is name.entity:
            continue
        attribute = "owner" if noun.kind == "organisation" else "maker"
        yield made(scene, (name.entity.name, noun.kind, True), attribute, owner, "own-thing", 0.85, None)
