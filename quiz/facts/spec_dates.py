"""When things happened: dates that belong to a verb of the sentence, with what happened to what.

A date that only sets the scene is no fact: one that opens a sentence whose news is another figure, one inside a noun
phrase ("l'élection du 7 mai"), a bound ("avant 1970"), the date of saying something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.clauses import Shape, VerbGroup, shape
from quiz.facts.fact import Frame
from quiz.facts.noun_phrases import phrase_stop, subject_head
from quiz.facts.quantities import find_quantities
from quiz.facts.roles import role_words
from quiz.facts.spec_date_joints import (
    RENEWED,
    SMALL,
    Dated,
    agree,
    as_written,
    cut_short,
    far,
    in_the_air,
    is_the_date,
    its_own,
    joined,
    loose_object,
    of_form,
    on_the_way,
)
from quiz.facts.spec_phrases import Thing, resolve, thing_before, thing_of
from quiz.facts.spec_scene import Found, Scene
from quiz.facts.spec_words import EventVerb, event_verbs, participle_forms, participles, plain_participles, words
from quiz.facts.verbs import participle

_SAYING = words("dates_saying")
_STATES = words("dates_states")


_OF_PEOPLE = frozenset(("author", "director", "performer"))
"""What only people (and troupes) are to what they do."""


def date_facts(scene: Scene) -> Iterator[Found]:
    """All dates of a sentence that say when something happened."""
    article = scene.reading.article
    quantities = find_quantities(article.text, scene.sentence.start, scene.sentence.end, article.id)
    dates = [q for q in quantities if q.dimension == "date"]
    if not dates:
        return
    seen = shape(scene.sentence)
    others = any(q.dimension not in ("date", "time", "rank", "age") and q.high > 1 for q in quantities)
    told: set[int] = set()
    for quantity in dates:
        dated = joined(scene, quantity)
        if dated is None or scene.reading.quoted(quantity.span.start):
            continue
        waited = _waited_for(scene, seen, dated)
        if waited is not None:
            waited = replace(waited[0], aside=False), waited[1]
        found = waited or _after_a_verb(scene, seen, dated)
        if found is not None and found[0].rule == "date-other" and not its_own(scene, seen, dated):
            continue
        if found is not None and found[0].rule == "date-other" and on_the_way(dated, found[0]):
            continue
        if found is not None and dated.joint == "since" and RENEWED.match(found[0].entity):
            continue  # « un nouveau record du segment détenu depuis 1989 par Paul Roux »: the old one was
        if found is None and not others:
            found = _opening(scene, seen, dated)
        if found is not None and found[1] not in told:
            told.add(found[1])
            yield found[0]


Sought = tuple[Found, int]
"""A fact and the verb it belongs to."""


def _after_a_verb(scene: Scene, seen: Shape, dated: Dated) -> Sought | None:
    """« … a été publié le 15 août », « Volute, sorti en mars 2019, … », « … disponible depuis mai »: the verb before
    a date with nothing but its complements between."""
    at = dated.first - 1
    while at >= 0:
        cat = seen.cats[at]
        if (group := seen.group_of(at)) is not None:
            return _of_group(scene, seen, dated, group)
        if (
            (cat == "part" and _of_a_verb(scene, at))
            or _participle_by_form(seen, at)
            or (cat == "adj" and scene.word(at) in ("disponible", "effectif", "effective", "prévu", "prévue"))
        ):
            return _of_participle(scene, seen, dated, at)
        if cat in ("verb", "clit"):
            return None
        if cat in ("inf", "ger"):
            return _of_infinitive(scene, seen, dated, at)
        if cat in ("stop", "sub", "rel", "open"):
            return None
        if cat == "comma" and not _comma_pair(seen, at) and scene.word(at + 1) not in ("donc", "soit"):
            return None
        at -= 1
    return None


def _of_a_verb(scene: Scene, at: int) -> bool:
    """Is a participle one of the sentence and not of a name (« Nations unies ») or a nationality (« russe »)?"""
    word = scene.word(at)
    return (
        scene.name_over(scene.doc[at]) is None
        and word not in role_words().nations
        and word not in ("uni", "unis", "unie", "unies")
    )


def _participle_by_form(seen: Shape, at: int) -> bool:
    """« la station lancée le 30 », where the parser took the participle for a noun: no determiner before it."""
    word = seen.tokens[at].lower_
    return (word in participles() or (word, "être") in plain_participles()) and seen.cats[at - 1] not in ("det", "adp")


def _waited_for(scene: Scene, seen: Shape, dated: Dated) -> Sought | None:
    """« Il a fallu attendre mai 2017 pour que le procès soit ouvert »: the date of the clause of purpose."""
    if scene.word(dated.first - 1) != "attendre" or scene.word(dated.stop) != "pour":
        return None
    group = next((g for g in seen.groups if g.first >= dated.stop), None)
    if group is None or scene.word(dated.stop + 1) not in ("que", "qu'"):
        return None
    return _of_group(scene, seen, dated, group)


def _comma_pair(seen: Shape, comma: int) -> bool:
    """Is the comma the end of a short aside ("est né, selon l'état civil, en 1950")?"""
    return "comma" in seen.cats[max(0, comma - 7) : comma]


def _opening(scene: Scene, seen: Shape, dated: Dated) -> Sought | None:
    """« Le 2 août, Brumelle a lancé Volute »: a date that opens the sentence dates a verb of happening, where the
    sentence has no other figure to give."""
    if any(seen.cats[i] in ("noun", "name", "verb", "part") for i in range(dated.first)):
        return None
    group = next((g for g in seen.groups if g.first >= dated.stop), None)
    if group is None or _event(group.lemma, group, seen) is None or dated.joint != "on":
        return None
    return _of_group(scene, seen, dated, group)


def _event(lemma: str, group: VerbGroup | None, seen: Shape) -> EventVerb | None:
    """The verb of the table, in the use it has in the sentence."""
    for verb in event_verbs():
        if verb.infinitive != lemma:
            continue
        reflexive = group is not None and any(
            seen.tokens[i].lower_ in ("se", "s'") for i in range(group.first, group.finite)
        )
        if verb.auxiliary == "se":
            if reflexive:
                return verb
        elif not reflexive:
            return verb
    return None


def _of_group(scene: Scene, seen: Shape, dated: Dated, group: VerbGroup) -> Sought | None:
    """The fact of a finite verb: what it is said of is its object where it has one, else its subject."""
    if group.negated or group.mood == "cond" or group.lemma in _SAYING:
        return None
    if any(scene.word(i) in ("l'", "le", "la", "les", "lui", "en") for i in range(group.first, group.finite)):
        return None  # « Il l'a ensuite réglée le 20 mai »: what, another sentence says
    if re.fullmatch(r"premi(?:er|ère)s?|second(?:e|s|es)?|derni(?:er|ère)s?|\w+ièmes?", scene.word(group.stop)):
        return None  # « a fini troisième au Tournoi de Brume en 2015 »: a rank, and the date may be the event's
    takes_place = group.lemma == "avoir" and "lieu" in (scene.word(group.stop), scene.word(group.stop + 1))
    if group.lemma in _STATES and dated.joint == "on" and not takes_place and not _debut(scene, group.stop):
        return None
    event = _event(group.lemma, group, seen)
    subject = _subject(scene, seen, group)
    object_ = None
    if not takes_place and not group.passive and (event is None or event.auxiliary == "passive"):
        before = dated.first >= group.stop  # « Le 2 août, Brumelle a lancé Volute »: the object ends elsewhere
        object_ = _object(scene, seen, group.stop, dated.first if before else len(seen.tokens))
        if event is None and dated.joint == "on" and far(seen, group.stop, dated.first):
            return None
    own = object_ is not None and re.match(r"(?:[Ss](?:on|a|es)|[Ll]eurs?) ", object_.text) is not None
    thing = subject if own and event is None and subject is not None and subject.resolved else object_ or subject
    if (thing is None or not thing.resolved) and dated.joint == "until" and scene.word(group.first - 1) == "il":
        topic = scene.focus(("product", "work", "organisation", "event"))
        thing = Thing(topic.name if topic else scene.reading.article.title or "délai", "other", "", False)
    if thing is None or is_the_date(thing, dated) or cut_short(thing):
        return None
    if dated.joint == "since" and group.auxiliary and not group.passive:
        return None  # « 22 personnes ont trouvé la mort depuis 1890 »: since when it is counted
    if event is not None and event.auxiliary == "passive" and not group.passive and object_ is None and not takes_place:
        return None  # « le parlement a adopté sans bruit une loi »: what was adopted is out of reach
    voice = "passive" if group.passive else "active" if object_ else "plain"
    of_people = voice == "active" and event is not None and event.agent in _OF_PEOPLE
    if of_people and subject is not None and subject.kind in ("event", "place", "product", "work"):
        return None  # a film performs, writes and directs nothing: the subject is another
    if event is None and not takes_place and (not thing.text or thing.text in ("il", "elle", "ils", "elles")):
        return None
    frame = Frame(
        construction="date-of" if event is not None or takes_place else "date",
        subject=thing.text if voice != "active" or subject is None else subject.text,
        verb=event.infinitive if event else group.lemma,
        rest=thing.text if voice == "active" else seen.text(group.stop, dated.first),
        lead=voice,
        population=as_written(seen, group, thing) if voice != "active" or subject is None else subject.agreement,
        time=dated.joint,
        resolved=thing.resolved
        and (voice != "active" or (subject is not None and subject.resolved))
        and group.tense != "fut",
    )
    return _found(dated, thing, event, frame, _label(event, group.lemma, scene, group.stop), 0.85), group.main


def _debut(scene: Scene, at: int) -> bool:
    """« a fait ses débuts en 2009 », « a pris fin »."""
    return any(scene.word(at + i) in ("débuts", "surface", "fin", "feu", "escale") for i in range(3))


def _subject(scene: Scene, seen: Shape, group: VerbGroup) -> Thing | None:
    before = group.first - 1
    if before >= 0 and scene.word(before) == "qui":
        thing = thing_before(scene, seen, before - 1 if scene.word(before - 1) != "," else before - 2)
        twofold = thing is not None and re.search(r" d(?:e |es |u |['’])(?:s(?:on|a|es)|leurs?) ", thing.text)
        return None if twofold else thing  # « le but de son mandat, qui débutera en mai »: the aim, or the term?
    head = subject_head(seen, group)
    if head is not None:
        return thing_of(scene, seen, head)
    if scene.word(before) == ",":  # « Odile Fortin, 25 ans, a fait ses débuts »
        before = next((i for i in range(before - 1, max(-1, before - 9), -1) if scene.word(i) == ","), 0) - 1
    name = scene.name_to(before + 1)
    if name is not None:
        return resolve(scene, name.start, name.end)
    if scene.word(before) == "et":
        earlier = [g for g in seen.groups if g.stop <= before]
        return _subject(scene, seen, earlier[-1]) if earlier else None
    return None


def _object(scene: Scene, seen: Shape, start: int, stop: int) -> Thing | None:
    """The noun phrase right after a verb, before the date."""
    at = start
    if start >= stop - 4 and all(scene.word(i) in SMALL or seen.cats[i] in ("det", "adv") for i in range(start, stop)):
        return None
    while at < stop and seen.cats[at] in ("adv", "neg"):
        at += 1
    if at < len(seen.tokens) and scene.word(at) == "des":
        at += 1
    if at >= len(seen.tokens) or seen.cats[at] not in ("det", "noun", "name", "num", "adj"):
        return None
    head = next((i for i in range(at, min(at + 6, len(seen.tokens))) if seen.cats[i] in ("noun", "name")), None)
    if head is None or any(seen.cats[i] in ("verb", "stop", "comma", "adp") for i in range(at, head)):
        return None
    end = (
        min(phrase_stop(seen, head, relatives=False), stop) if head < stop else phrase_stop(seen, head, relatives=False)
    )
    return resolve(scene, at, end)


def _of_participle(scene: Scene, seen: Shape, dated: Dated, at: int) -> Sought | None:
    """« la station lancée en 2011 », « Volute, sorti le 3 mai », « Disponible depuis mai, le jeu … »."""
    word = seen.tokens[at].lower_
    event = next((v for v in event_verbs() if word in _forms(v)), None)
    if event is None and seen.cats[at] == "part" and participle(word) is None:
        return None  # « a été victime lundi d'une chute »
    opens = all(seen.cats[i] in ("adv", "comma") for i in range(at)) and not any(n.start < at for n in scene.names)
    before = at - 1
    while (
        before >= 0
        and scene.name_to(before + 1) is None
        and (seen.cats[before] == "adv" or scene.word(before) in (",", "("))
    ):
        before -= 1
    being = seen.group_of(at - 1) if at else None
    if being is not None and being.lemma == "être" and not being.negated and being.mood != "cond":
        thing = _subject(scene, seen, being)  # « est né le … »
    else:
        thing = _after_comma(scene, seen, dated.stop) if opens else thing_before(scene, seen, before)
    if thing is not None and cut_short(thing):
        return None  # « …, cofondatrice de la marque et défenseuse des forêts, morte en 2015 »: cut at « et »
    if thing is not None and thing.kind == "person" and event is None and not opens:
        return None  # « celui de Paul Roux obtenu en juin »
    if thing is not None and thing.kind == "person" and word.rstrip("es") in ("survenu", "intervenu", "commis", "tenu"):
        return None  # « la mort de Paul Roux, survenue en 1993 »
    if (
        thing is None
        or not agree(word, thing)
        or (event is None and seen.cats[at] != "adj" and thing.text.split()[0].islower() and not thing.resolved)
    ):
        return None
    frame = Frame(
        construction="date-of" if event is not None else "date",
        subject=thing.text,
        verb=event.infinitive if event else word,
        rest=seen.text(at + 1, dated.first),
        lead="passive" if event is None or event.auxiliary == "passive" else "plain",
        population=of_form(word) if not thing.text[:1].islower() and event is not None else thing.agreement,
        time=dated.joint,
        resolved=thing.resolved,
    )
    label = _label(event, word, scene, at + 1)
    return _found(dated, thing, event, frame, label, 0.85), at


def _forms(verb: EventVerb) -> tuple[str, ...]:
    return participle_forms(verb.participle) if verb.auxiliary in ("passive", "être") else ()


def _after_comma(scene: Scene, seen: Shape, start: int) -> Thing | None:
    """The subject that follows an opening participle: « Lancé en mai, | Volute … »."""
    comma = next((i for i in range(start, len(seen.cats)) if seen.cats[i] == "comma"), None)
    if comma is None or comma + 1 >= len(seen.cats):
        return None
    group = next((g for g in seen.groups if g.first > comma), None)
    if group is None:
        return None
    head = subject_head(seen, group)
    return thing_of(scene, seen, head) if head is not None and head.i > comma else None


def _of_infinitive(scene: Scene, seen: Shape, dated: Dated, at: int) -> Sought | None:
    """« vient de lancer Volute en mars », « après avoir lancé le 2 août … »: a named object makes it a fact."""
    if seen.cats[at] != "inf" or scene.word(at - 1) not in ("de",) or scene.word(at - 2) not in ("vient", "venait"):
        return None
    event = next((v for v in event_verbs() if v.infinitive == scene.word(at)), None)
    thing = _object(scene, seen, at + 1, dated.first)
    if event is None or thing is None:
        return None
    frame = Frame(construction="date", subject=thing.text, verb=event.infinitive, time=dated.joint, resolved=False)
    return _found(dated, thing, event, frame, _label(event, event.infinitive, scene, at), 0.75), at


def _label(event: EventVerb | None, lemma: str, scene: Scene, after: int) -> str:
    """What the date is of, for the attribute: « date de lancement », « date : signer un contrat »."""
    if event is not None and event.noun:
        return f"date de {event.noun}" if event.noun[0] not in "aeéiouh" else f"date d'{event.noun}"
    noun = next((scene.word(after + i) for i in range(3) if scene.word(after + i) in ("lieu", "débuts", "fin")), "")
    return f"date ({lemma} {noun})" if noun else f"date ({lemma})"


def _found(dated: Dated, thing: Thing, event: EventVerb | None, frame: Frame, label: str, certainty: float) -> Found:
    span = dated.quantity.span
    if dated.joint == "since":
        label = label.replace("date", "depuis", 1)
    elif dated.joint == "until":
        label = label.replace("date", "échéance", 1)
    return Found(
        attribute="date",
        label=label,
        entity=thing.text,
        entity_kind=thing.kind,
        start=span.start,
        end=span.end,
        rule="date-" + (frame.lead or "verb") if event else "date-other",
        certainty=certainty if event else 0.65,
        frame=frame,
        quantity=dated.quantity,
        aside=dated.joint != "until" and (in_the_air(thing, event) or loose_object(dated, event, frame, label)),
    )
