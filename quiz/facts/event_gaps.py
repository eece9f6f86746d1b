"""What a clause leaves to be said: half a claim, somebody unnamed, an object that says nothing, a noun that another
sentence tells of.

Looks at one clause and its sentence, and at what else was told of the same; what follows from it is decided in
`event_telling`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.event import Event
from quiz.facts.event_clause import Clause
from quiz.facts.event_words import nations, words
from quiz.facts.lexicon import countries
from quiz.facts.spec_scene import Scene
from quiz.facts.value_words import words as value_words


def half_told(scene: Scene, clause: Clause) -> bool:
    """« a versé un million | pour que son nom reste », « a démissionné en reconnaissant, dans sa lettre, | avoir
    menti », « reste bien aux commandes »: without what was cut off, or what went before, another claim."""
    rest, seen = clause.rest, clause.seen
    if not rest:
        return False
    behind = [token.lower_ for token in seen.tokens[rest[-1] + 1 : rest[-1] + 4]] + ["", "", ""]
    behind = behind[1:] if behind[0] == "," else behind
    if behind[0] in ("sauf", "hormis", "excepté", "si", "s'") or behind[:2] in (["pour", "que"], ["pour", "qu'"]):
        return True
    if seen.tokens[rest[-1]].lower_ in ("suivant", "suivante", "suivants", "suivantes"):
        return True  # « a affiché le message suivant : … »
    if any(_distance_from_nowhere(scene, i) for i in (*clause.lead, *rest)):
        return True  # « s'est retrouvé à 300 mètres, dans la cour »
    firsts = [i for i in rest if seen.tokens[i].lower_ in ("premier", "première", "seul", "seule")]
    if clause.cut and firsts and rest[-1] - firsts[-1] < 4 and not any(scene.word(i).isdigit() for i in rest):
        return True  # « fut le premier président, | depuis le coup d'État, à … »
    if any(seen.cats[i] == "ger" and seen.cats[i + 1 : i + 2] == ("comma",) for i in rest):
        return True
    return scene.word(rest[0]) == "bien" and clause.group.tense == "pres"


def _distance_from_nowhere(scene: Scene, i: int) -> bool:
    """« à 300 mètres, »: from where? « à 300 mètres du port », « à 300 mètres d'altitude » say it."""
    measured = scene.word(i) in ("kilomètres", "km", "mètres") and "à" in (scene.word(i - 2), scene.word(i - 3))
    return measured and scene.word(i + 1) in (",", ".", "", "et", "dans", "sur", "en")


def somebody_unnamed(clause: Clause) -> bool:
    """« résiste à la pression du Sud-Africain »: one of a nation, whom another sentence names."""
    seen = clause.seen
    for i in (*clause.lead, *clause.subject, *clause.rest):
        token, before = seen.tokens[i], seen.tokens[i - 1].lower_ if i else ""
        if before == "-" and i > 2:
            before = seen.tokens[i - 3].lower_  # « du Sud-Africain »
        one = before in ("le", "la", "l'", "du", "au") and token.text[:1].isupper() and token.lower_ in nations()
        if one and i in clause.subject and any(seen.cats[k] == "name" for k in clause.subject if k > i):
            continue  # « Le Brésilien de 22 ans Omar Ba »
        after = seen.tokens[i + 1] if i + 1 < len(seen.tokens) else token
        if one and not after.text[:1].isupper() and token.text not in countries():
            return True
    return False


def of_nothing(scene: Scene, clause: Clause) -> bool:
    """« a donné des précisions sur l'enquête », « conserve la seconde place », « s'impose avec une marge
    confortable »: an object that says nothing, a rank in a race that is not named."""
    seen, rest = clause.seen, clause.rest
    nouns = [i for i in rest if seen.cats[i] == "noun" and not of_time(scene, i)]
    named = any(seen.cats[i] == "name" for i in (*rest, *clause.lead))
    if any(seen.tokens[i].lower_ == "emporter" for i in rest) and not named:
        return True  # « a fini par l'emporter »
    if clause.group.lemma == "rester" and rest and seen.cats[rest[0]] in ("adv", "adj"):
        return True  # « reste très populaire »
    if clause.group.lemma in ("continuer", "tenter") and clause.group.tense == "pres" and not clause.group.auxiliary:
        return True  # « tente de doubler son titre »: and did he?
    if not nouns:
        return False
    direct = nouns[0] - clause.group.stop < 2 and seen.cats[nouns[0] - 1] in ("det", "part", "verb")
    if direct and scene.word(nouns[0]) in words("empty_objects"):
        return True
    if not any(name.kind == "person" for name in scene.names if name.start in clause.subject):
        return False  # « Le Canada se classe en septième position »: countries run once
    ranked = {scene.word(i) for i in nouns} & words("ranks")
    named = named or any(seen.cats[i] == "num" and len(seen.tokens[i].text) == 4 for i in rest)
    of = {"de", "du", "d'", "des"}
    whose = any(of & {scene.word(i - 1), scene.word(i - 2)} for i in nouns[1:])
    return bool(ranked) and not named and (not whose or bool(ranked & words("bare_ranks")))


def bare(scene: Scene, clause: Clause, i: int) -> bool:
    """Is a token a noun behind « le » with nothing that says which: not « le maire de Thiès », « le pont rouvert »,
    nor what the title speaks of, nor what there is one of?"""
    seen = clause.seen
    noun = seen.tokens[i].lower_
    if seen.cats[i] != "noun" or not i or of_time(scene, i) or noun in words("one_of_its_kind"):
        return False
    if seen.tokens[i - 1].lower_ not in ("le", "la", "les", "l'", "du", "au", "aux"):
        return False
    after = seen.cats[i + 1] if i + 1 < len(seen.cats) else "stop"
    if after in ("adj", "part", "name", "num", "rel", "ger", "noun") or scene.word(i + 1) in (
        "de", "d'", "du", "des", "à", "au", "en", "pour", "sur", "contre", "entre", "-",
    ):  # fmt: skip
        return False
    title = (scene.reading.article.title or "").lower()
    return noun.rstrip("sx") not in title and noun not in words("happenings")


def of_time(scene: Scene, i: int) -> bool:
    """Is the token a word of time: « mai », « jeudi »?"""
    return scene.word(i) in value_words("time_words") or scene.word(i) in words("months")


_SMALL = 4
"""Letters of the longest word that says nothing of an event."""


def said_of_others(event: Event, told: Sequence[Event]) -> bool:
    """« À Thiès, les gendarmes ont expulsé les manifestants » where they did so « du rond-point » at Dakar too: whoever
    is asked where cannot tell which."""
    if event.slot != "place":
        return False
    own = _content(event)
    return any(
        other.slot == "place"
        and other.value != event.value
        and other.evidence != event.evidence
        and other.frame.verb == event.frame.verb
        and own <= _content(other)
        for other in told
    )


def _content(event: Event) -> frozenset[str]:
    said = re.findall(r"[\w-]+", f"{event.frame.subject} {event.frame.rest}".lower())
    return frozenset(word.rstrip("sx") for word in said if len(word) > _SMALL)
