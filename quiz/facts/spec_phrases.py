"""The noun phrase a specification is about, as a name or a phrase that can stand in a question. Knows no attribute.

A pronoun or "ce modèle" is resolved to what the text was last about, where that is beyond doubt; otherwise the phrase
says of itself that it is not resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.clauses import Shape
from quiz.facts.entities import Kind
from quiz.facts.noun_phrases import phrase_stop
from quiz.facts.parsing import Token
from quiz.facts.spec_kinds import kind_starting
from quiz.facts.spec_scene import Scene, gender_of
from quiz.facts.spec_words import morph, words
from quiz.facts.value_subjects import names_another, rivalled, subject_before

_THIRD = words("phrases_third")
_POINTING = frozenset(["ce", "cet", "cette", "ces"])
_OWNING = words("phrases_owning")
_CUT = words("phrases_cut")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a fact is said of. `agreement` is "ms", "fs", "mp" or "fp", "" where unknown; `resolved` False where a
    reader would ask which one is meant."""

    text: str
    kind: Kind
    agreement: str
    resolved: bool


def thing_of(scene: Scene, seen: Shape, head: Token) -> Thing | None:
    """The phrase around the noun or pronoun that heads it."""
    word = head.lower_
    if word in _THIRD or head.pos_ == "PRON":
        if word not in ("il", "elle", "ils", "elles"):
            return None
        return _antecedent(scene, seen, head)
    name = scene.name_over(head)
    if (
        name is not None
        and name.start <= head.i < name.end
        and (name.start == 0 or seen.cats[name.start - 1] not in ("noun", "adj"))
    ):
        start = name.start - 1 if name.start and scene.word(name.start - 1) in ("le", "la", "les", "l'") else name.start
        return resolve(
            scene,
            start,
            max(name.end, phrase_stop(seen, head.i, relatives=False) if name.kind != "person" else name.end),
        )
    start = head.i
    while start > 0 and seen.cats[start - 1] in ("adj", "num", "det") and scene.word(start - 1) not in _CUT:
        start -= 1
        if seen.cats[start] == "det":
            break
    return resolve(scene, start, phrase_stop(seen, head.i, relatives=False))


def _antecedent(scene: Scene, seen: Shape, pronoun: Token) -> Thing:
    """Whom "il" or "elle" stands for: the subject of the sentence before, or what the title names, where gender
    allows."""
    word = pronoun.lower_
    unknown = Thing(word, "other", _agreement(pronoun), False)
    if word.endswith("s"):
        return unknown
    gender = "f" if word == "elle" else "m"
    person = scene.reading.entities.focus_before(scene.sentence.start, kinds=("person",), gender=gender)
    focus = scene.focus(("person", "product", "work", "organisation", "event", "other"))
    if focus is None or (gender_of(focus) and gender_of(focus) != gender):
        return unknown
    before = subject_before(seen, pronoun.i, scene.reading)
    if before is not None and names_another(focus, before, scene.sentence.at(pronoun), scene.reading):
        return unknown
    if rivalled(focus, before, scene.sentence.at(pronoun), gender, scene.reading):
        return unknown
    kind = scene.kinds.get(focus.name, "other")
    if kind == "person":
        sure = person is focus and bool(gender_of(focus))
    else:
        sure = (
            person is None
            and kind in ("product", "work", "event")
            and focus.name in (scene.reading.article.title or "")
        )
    return Thing(focus.name, kind, _agreement(pronoun), True) if sure else unknown


def thing_before(scene: Scene, seen: Shape, last: int) -> Thing | None:
    """The noun phrase that ends at token `last`."""
    name = scene.name_to(last + 1)
    if last < 0 or (name is None and not _nominal(scene, seen, last)):
        return None
    start = name.start if name else last
    while start > 0:
        cat = seen.cats[start - 1]
        if cat not in ("noun", "name", "adj", "det", "adp", "num") or (
            cat == "adp" and scene.word(start - 1) not in ("de", "d'", "du", "des")
        ):
            break
        start -= 1
        if cat == "det" and scene.word(start - 1) not in ("de", "d'"):
            break
    while start <= last and seen.cats[start] == "adp":
        start += 1
    return resolve(scene, start, last + 1) if start <= last else None


def _nominal(scene: Scene, seen: Shape, last: int) -> bool:
    """May a noun phrase end here? A capital that opens the sentence is a name, though the tagger calls it an adverb."""
    opens = last == 0 and seen.cats[0] == "adv" and len(scene.word(0)) > 3 and scene.word(1) not in (",",)
    return opens or seen.cats[last] in ("noun", "adj", "close", "num", "name")


def resolve(scene: Scene, start: int, end: int) -> Thing | None:
    """Tokens `start` to `end` as a thing: the full name where they are a name, else the phrase with its names."""
    often = next((i for i in range(start + 2, end) if scene.word(i) == "fois"), None)
    end = often - 1 if often is not None else end  # « la finale | quatre fois de suite »
    while end > start and scene.doc[end - 1].is_punct:
        end -= 1
    if start >= end:
        return None
    text = re.sub(" {2,}", " ", scene.text(start, end))  # spaces left where markup was
    word = scene.word(start)
    bare = start + 1 if word in ("le", "la", "les", "l'") else start
    name = scene.name_from(bare)
    agreement = _agreement(scene.doc[bare])
    if name is not None and name.end >= end:
        whole = name.entity.name
        if word in ("le", "la", "les", "l'"):
            whole = scene.text(start, bare) + ("" if word == "l'" else " ") + whole
            own = start > 0 and whole[0].isupper() and not scene.doc[start - 1].is_punct  # « le groupe La Brisk »
            whole = whole if own else whole[0].lower() + whole[1:]
        return Thing(whole, name.kind, agreement, True)
    names = [n for n in scene.names if start <= n.start < end]
    if word in _POINTING or word in _OWNING or (word in ("le", "la", "les", "l'") and not names and end - bare <= 2):
        kinds = {noun[0].kind for i in range(start, end) if (noun := kind_starting(scene.doc, i))}
        focus = scene.focus(kinds) if word in _POINTING and kinds else None
        if focus is not None and scene.word(start) in _POINTING and len(text.split()) <= 4:
            return Thing(focus.name, scene.kinds.get(focus.name, "other"), agreement, True)
        return Thing(text, "other", agreement, False)
    kind: Kind = names[-1].kind if len(names) == 1 and names[0].end == end else "other"
    if kind == "person" and word not in ("le", "la", "l'"):
        kind = "other"
    closed = text.count("«") == text.count("»") and text.count("(") == text.count(")")
    return Thing(
        text, kind, agreement, closed and (bool(names) or (end - start >= 5 and word not in ("un", "une", "des")))
    )


def _agreement(token: Token) -> str:
    gender = "f" if "Fem" in morph(token, "Gender") else "m" if "Masc" in morph(token, "Gender") else ""
    number = "p" if "Plur" in morph(token, "Number") else "s"
    return gender + number if gender else ""
