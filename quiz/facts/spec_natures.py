"""What a named thing is and where it comes from: "X, un N…", "X est un N…", "le N de M X", "la société chinoise X".

A nature is a phrase that tells something beyond the bare noun, said of a name that stands right beside it. Refuses
phrases that hold another name or run into a clause, comparisons, and everything about people (`spec_roles`) and bare
places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.facts.fact import Frame
from quiz.facts.roles import role_words
from quiz.facts.spec_kinds import kind_ending, kind_starting
from quiz.facts.spec_scene import Found, Name, Scene
from quiz.facts.spec_words import KindNoun, morph, words

_INDEFINITE = frozenset(("un", "une"))
_DEFINITE = frozenset(("le", "la", "l'", "son", "sa", "leur"))
_BEFORE = words("natures_before")
_DROPPED = words("natures_dropped")
_COMPARING = words("natures_comparing")
_CLOSING = words("natures_closing")
_CLAUSE = words("natures_clause")
_ADJECTIVAL = words("natures_adjectival")
COMMON = words("natures_common")
"""Capital letters that name nothing in particular."""
_FAMILIAR = words("natures_familiar")
"""What a body of such a kind is, a reader knows by its name."""
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that says what something is: tokens `start` to `end` (exclusive), its kind noun from `noun_at`."""

    start: int
    end: int
    noun: KindNoun
    noun_end: int
    maker: Name | None
    nation: str
    nation_at: int


def nature_facts(scene: Scene) -> Iterator[Found]:
    """All natures and origins of a sentence, and the makers their phrases end in."""
    for name in scene.names:
        if name.text in COMMON:
            continue
        for rule in (_apposed, _being, _introducing, _standing_for):
            yield from rule(scene, name)


def _phrase(scene: Scene, at: int) -> Phrase | None:
    """The phrase after a determiner at `at - 1`: adjectives, a kind noun, and its complements up to a mark or a
    clause."""
    start = at
    comparing = False
    while scene.word(start) in _BEFORE or scene.word(start) in _COMPARING:
        comparing = comparing or scene.word(start) in _COMPARING
        start += 1
    found = kind_starting(scene.doc, start)
    if found is None or comparing:
        return None
    first = at
    while scene.word(first) in _DROPPED:
        first += 1
    noun, end = found
    noun_end = end
    nation, nation_at = "", -1
    maker: Name | None = None
    while end < len(scene.doc) and end - first < _LONGEST:
        token, word = scene.doc[end], scene.word(end)
        if word in role_words().nations and not nation and scene.word(end - 1) != "en":
            nation, nation_at = word, end
        elif word in _COMPARING or (token.pos_ == "PRON" and word not in ("se", "s'")):
            if word in _COMPARING:
                return None
            break
        elif word == "(":
            close = next((i for i in range(end, min(end + 5, len(scene.doc))) if scene.word(i) == ")"), None)
            if close is None or close - end > 2:
                break
            end = close
        elif word in _CLOSING or word in _CLAUSE or token.pos_ == "CCONJ":
            break
        elif (name := scene.name_from(end)) is not None:
            ends = scene.word(name.end) in _CLOSING or scene.word(name.end) in _CLAUSE or name.end >= len(scene.doc)
            if (
                scene.word(end - 1) in ("d'", "de", "du")
                and ends
                and name.kind in ("organisation", "product", "work", "other")
            ):
                maker = name
                break
            if name.kind not in ("place", "organisation") and name.text not in ("IA", "3D"):
                return None
            if (
                scene.word(end - 1) not in ("d'", "de", "du", "la", "l'", "en", "au", "à", "aux", "le")
                and name.text != "IA"
            ):
                return None
            end = name.end - 1
        elif token.pos_ == "ADV" or (token.pos_ in ("VERB", "AUX") and not _fits(scene, end, noun_end)):
            break
        end += 1
    if maker is not None:
        end -= 1
        while scene.word(end - 1) in ("d'", "de", "du", "la", "le", "l'"):
            end -= 1
    while end > noun_end and scene.doc[end - 1].pos_ in ("ADP", "DET", "PUNCT") and scene.word(end - 1) != ")":
        end -= 1
    return Phrase(first, end, noun, noun_end, maker, nation, nation_at)


def _fits(scene: Scene, at: int, noun_end: int) -> bool:
    """May a verb stand inside the phrase: « dédié à la création », « capable de générer », a word the parser
    mistook?"""
    token = scene.doc[at]
    if token.text.lower() in _ADJECTIVAL:
        return True
    if "Inf" in morph(token, "VerbForm"):
        return scene.word(at - 1) in ("de", "d'", "à") and any(
            scene.word(i) in _ADJECTIVAL for i in range(noun_end, at)
        )
    if "Part" in morph(token, "VerbForm"):
        return (
            "par" not in [scene.word(at + i) for i in (1, 2, 3)]
            and at <= noun_end + 1
            and scene.doc[at - 1].pos_ != "ADV"
        )
    return token.dep_ in ("amod", "nmod", "obj") and scene.word(at - 1) in ("de", "d'", "la", "le", "les", "l'")


def _apposed(scene: Scene, name: Name) -> Iterator[Found]:
    """« Volute, un jeu vidéo de stratégie, sort en mars », « Volute (un logiciel libre de dessin) ».

    After "le" or "la" the phrase has to be closed by a mark, else the clause begins there: « À Oslo, le parti a gagné
    ».
    """
    if scene.word(name.end) not in (",", "(", "–", "—", ":"):
        return
    word = scene.word(name.end + 1)
    if word not in _INDEFINITE | _DEFINITE or name.kind == "person":
        return
    if name.kind == "place" and scene.word(name.start - 1) in ("de", "d'", "du", "la", "l'"):
        return  # « le Claps de la Drôme, un site … »: of the whole, not of the place in it
    if scene.word(name.start - 1) in ("à", "en", "dans", "au", "aux", "chez") and name.kind in ("place", "other"):
        return
    phrase = _phrase(scene, name.end + 2)
    if phrase is None or scene.name_from(phrase.end) is not None or not _agrees(name, phrase):
        return
    if phrase.noun.kind == "place" and re.search(r" (?:de |d['’]|du |à )[A-ZÀ-Ý]", name.text):
        return  # « la mosquée Al-Zahra de Brume, un village proche … »: of the place in the name
    after = scene.word(phrase.maker.end if phrase.maker else phrase.end)
    closed = after in _CLOSING or after == "" or after in ("qui", "dont", "que", "qu'", "et")
    if not closed and not _participle(scene, phrase.end):
        return
    if scene.word(phrase.start - 1) in ("premier", "première") or scene.word(phrase.start) in ("premier", "première"):
        return  # « le premier quotidien à fermer »: a rank, not a nature
    yield from _facts(scene, name, phrase, "nature-apposed", 0.88)


def _participle(scene: Scene, at: int) -> bool:
    """« la technologie récemment dévoilée par … »: the phrase goes on, and no clause begins."""
    while at < len(scene.doc) and scene.doc[at].pos_ == "ADV":
        at += 1
    return at < len(scene.doc) and "Part" in morph(scene.doc[at], "VerbForm") and scene.word(at) not in ("a", "est")


def _being(scene: Scene, name: Name) -> Iterator[Found]:
    """« Volute est un jeu vidéo de stratégie », « Brisk était la filiale espagnole du groupe »."""
    at = name.end
    if scene.word(at) not in ("est", "était", "fut", "reste", "demeure") or name.kind == "person":
        return
    at += 1
    while scene.word(at) in ("aussi", "également", "désormais", "notamment", "aujourd'hui"):
        at += 1
    if scene.word(at) not in _INDEFINITE | {"le", "la", "l'"} or scene.word(name.start - 1) in (
        "de",
        "d'",
        "du",
        "et",
        "à",
        "par",
    ):
        return
    if any(scene.word(i) in ("comme", "si") for i in range(name.start)):
        return
    phrase = _phrase(scene, at + 1)
    if phrase is not None and scene.word(phrase.start) in (
        "premier",
        "première",
        "seul",
        "seule",
        "principal",
        "principale",
    ):
        return
    if phrase is not None and _agrees(name, phrase) and scene.name_from(phrase.end) is None:
        yield from _facts(scene, name, phrase, "nature-being", 0.88, past=scene.word(name.end) in ("était", "fut"))


def _agrees(name: Name, phrase: Phrase) -> bool:
    """Does the kind of the name allow the kind of the noun? A town is no application."""
    if name.kind in ("other", phrase.noun.kind):
        return True
    soft = {"product", "work", "other", "organisation"}
    return name.kind in soft and phrase.noun.kind in soft | {"event"}


def _introducing(scene: Scene, name: Name) -> Iterator[Found]:
    """« l'application de messages éphémères Volute », « le studio danois Brumelle »: the phrase before the name.

    The bare noun alone (« le logiciel Volute ») says too little.
    """
    last = name.start - 1
    begin = last
    while begin >= 0 and name.start - begin < 9 and _nominal(scene, begin):
        if scene.name_over(scene.doc[begin]) is not None or scene.word(begin) in (
            "à",
            "en",
            "dans",
            "par",
            "pour",
            "sur",
            "avec",
            "chez",
        ):
            break
        found = kind_starting(scene.doc, begin)
        if (
            found is not None
            and scene.doc[begin].pos_ != "ADP"
            and scene.word(begin - 1) in _INDEFINITE | _DEFINITE | {"du", "au", "d'", "cette", "ce"} | _BEFORE
        ):
            noun, end = found
            if end > name.start or scene.word(last) in ("de", "d'", "du", "la", "le", "l'"):
                return
            nations = [i for i in range(end, name.start) if scene.word(i) in role_words().nations]
            between = [i for i in range(end, name.start) if i not in nations]
            phrase = Phrase(
                begin,
                name.start,
                noun,
                end,
                None,
                scene.word(nations[0]) if nations else "",
                nations[0] if nations else -1,
            )
            if noun.noun in _FAMILIAR or _name_goes_on(scene, name) or name.kind not in (noun.kind, "other"):
                return
            if between and scene.word(end) in ("de", "d'") and scene.doc[last].pos_ in ("NOUN", "ADJ", "PROPN"):
                yield from _facts(scene, name, phrase, "nature-before", 0.85)
            elif nations and not between:
                yield from _origin(scene, name, phrase, "origin-before")
            return
        begin -= 1


def _nominal(scene: Scene, at: int) -> bool:
    """May the word stand between a kind noun and the name it introduces?"""
    return scene.doc[at].pos_ in ("NOUN", "ADJ", "ADP", "VERB", "PROPN") or scene.word(at) == "-"


def _name_goes_on(scene: Scene, name: Name) -> bool:
    """« l'émission Touche pas à tout »: small words behind the name that belong to it, for all one can see."""
    word = scene.word(name.end)
    return word in ("pas", "ou", "et", "sans", "avec", "contre", "pour") or (
        word in ("à", "de") and name.kind == "work"
    )


def _standing_for(scene: Scene, name: Name) -> Iterator[Found]:
    """« le syndicat Brisk, qui représente les dockers »: a body, what it is, and whom it stands for."""
    noun = kind_ending(scene.doc, name.start - 1)
    at = name.end + 1 if scene.word(name.end) == "," else name.end
    if noun is None or noun.kind != "organisation" or scene.word(at) != "qui":
        return
    verb = scene.word(at + 1)
    if verb not in ("représente", "regroupe", "rassemble", "réunit", "défend", "fédère"):
        return
    start, end = scene.span(name.start - len(noun.noun.split()), name.start)
    yield Found(
        attribute="nature",
        entity=name.entity.name,
        entity_kind="organisation",
        start=start,
        end=end,
        rule="nature-body",
        certainty=0.8,
        frame=Frame(
            construction="nature", subject=name.entity.name, lead=noun.noun, population=noun.gender, resolved=False
        ),
    )
    stop = at + 2
    if scene.word(stop) not in ("les", "des", "l'", "la", "le", "plus"):
        return
    while (
        stop < len(scene.doc)
        and scene.doc[stop].pos_ not in ("PRON", "SCONJ")
        and scene.word(stop) not in (".", ";", ":", "chaque", "qui")
    ):
        if scene.word(stop) == "," and not _list_goes_on(scene, stop):
            break
        stop += 1
    begin = at + 3 if scene.word(at + 2) in ("les", "des", "l'", "la", "le") else at + 2
    if stop - begin >= 1 and verb == "représente":
        yield stands_for(scene, name, begin, stop, lead=scene.word(at + 2), rule="represents")


def _list_goes_on(scene: Scene, comma: int) -> bool:
    """Is the comma one between the members of a list that ends in "et"?"""
    for i in range(comma + 1, min(comma + 6, len(scene.doc))):
        if scene.word(i) == "et":
            return True
        if scene.doc[i].is_punct or scene.doc[i].pos_ in ("VERB", "AUX"):
            return False
    return False


def _facts(
    scene: Scene, name: Name, phrase: Phrase, rule: str, certainty: float, past: bool = False
) -> Iterator[Found]:
    cut = scene.word(phrase.end) in ("et", "ou") and not phrase.maker
    if not cut and (
        phrase.end - phrase.noun_end >= 1 or phrase.start < phrase.noun_end - len(phrase.noun.noun.split())
    ):
        start, end = scene.span(phrase.start, phrase.end)
        if end - start > len(phrase.noun.noun) + 2:
            yield Found(
                attribute="nature",
                entity=name.entity.name,
                entity_kind=name.kind,
                start=start,
                end=end,
                rule=rule,
                certainty=certainty,
                past=past,
                frame=Frame(
                    construction="nature",
                    subject=name.entity.name,
                    lead=phrase.noun.noun,
                    population=phrase.noun.gender,
                    place=phrase.nation,
                    article=scene.article_of(name),
                ),
            )
    yield from _origin(scene, name, phrase, rule.replace("nature", "origin"))
    if phrase.maker is not None and phrase.noun.kind in ("product", "work") and phrase.maker.entity is not name.entity:
        start, end = scene.span(phrase.maker.start, phrase.maker.end)
        yield Found(
            attribute="maker",
            entity=name.entity.name,
            entity_kind=phrase.noun.kind,
            start=start,
            end=end,
            rule=rule.replace("nature", "maker"),
            certainty=0.85,
            frame=Frame(
                construction="maker",
                subject=name.entity.name,
                population=phrase.maker.kind,
                rest=phrase.maker.entity.name,
            ),
        )


def _origin(scene: Scene, name: Name, phrase: Phrase, rule: str) -> Iterator[Found]:
    """« un modèle d'IA chinois », « la société chinoise Brumelle »: a nationality said of a product, a body or a
    work."""
    if phrase.nation_at < 0 or phrase.noun.kind not in ("product", "organisation", "work"):
        return
    start, end = scene.span(phrase.nation_at, phrase.nation_at + 1)
    yield Found(
        attribute="origin",
        entity=name.entity.name,
        entity_kind=phrase.noun.kind,
        start=start,
        end=end,
        rule=rule,
        certainty=0.85,
        frame=Frame(
            construction="origin",
            subject=name.entity.name,
            lead=phrase.noun.noun,
            population=phrase.noun.gender,
            place=role_words().nations[phrase.nation],
        ),
    )


def stands_for(scene: Scene, name: Name, begin: int, stop: int, *, lead: str, rule: str) -> Found:
    """The fact that a body represents the group in tokens `begin` to `stop`, which takes the article `lead`."""
    start, end = scene.span(begin, stop)
    return Found(
        attribute="represents",
        entity=name.entity.name,
        entity_kind="organisation",
        start=start,
        end=end,
        rule=rule,
        certainty=0.8,
        frame=Frame(construction="represents", subject=name.entity.name, lead=lead),
    )
