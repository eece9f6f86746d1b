"""What a subject that points backwards stands for, where it is a thing and the title speaks of it: « Elle a été adoptée
le 3 mai » after « La loi sur le lait … », « Cette fusillade » under a title on a fusillade.

Works on one clause and the sentence before. Gives nothing where a second noun could be meant; people are the business
of `event_whom`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.clause_pieces import Pronoun, gender_of, pronoun_of, text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_clause import Clause
from quiz.facts.event_rests import stands
from quiz.facts.event_shapes import with_names
from quiz.facts.event_subjects import subject_of
from quiz.facts.event_words import words
from quiz.facts.lexicon import countries
from quiz.facts.names import person_noun
from quiz.facts.reading import Sentence
from quiz.facts.spec_scene import Scene
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite

_LONGEST = 9
"""Tokens of a subject that a question can say over again."""
_FARTHEST = 3
"""Sentences between a pronoun and the noun it takes up."""
_POINTING = {"ce": "le ", "cet": "l'", "cette": "la ", "ces": "les "}
_SHOWN = {"un": "le ", "une": "la "}
_COUNTED = value_words("number_words") - {"un", "une", "zéro"}
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôœh]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject said in full: « la loi sur le lait ». `start` is where the sentence begins that says so."""

    text: str
    pronoun: Pronoun
    start: int


def topic_of(scene: Scene, clause: Clause) -> Topic | None:
    """What the subject of a clause points at; None where it points at nothing, or nobody can be sure."""
    first = clause.seen.tokens[clause.subject[0]].lower_
    if first in _POINTING:
        return _pointed(scene, clause, first)
    head = clause.seen.tokens[clause.head].lower_
    if head not in ("il", "elle", "ils", "elles") or clause.relative or _not_first(clause) or _impersonal(clause):
        return None
    return _taken_up(scene, head)


def in_title(scene: Scene, noun: str) -> bool:
    """Does the title have a noun, in any number?"""
    said = {word.rstrip("sx") for word in re.findall(r"[\w-]+", (scene.reading.article.title or "").lower())}
    return len(noun) > 3 and noun.lower().rstrip("sx") in said


def _pointed(scene: Scene, clause: Clause, first: str) -> Topic | None:
    """« Cette fusillade a fait dix morts »: the one of the title, if nothing more is said of it."""
    seen, subject = clause.seen, clause.subject
    if len(subject) != 2 or clause.head != subject[1] or seen.cats[clause.head] != "noun" or _not_first(clause):
        return None
    noun = seen.tokens[clause.head].lower_
    if not in_title(scene, noun) or noun in words("bare_places") or noun in value_words("time_words"):
        return None
    if person_noun(noun) is not None or _again(scene, noun):
        return None
    article = _POINTING[first]
    article = "l'" if article != "les " and _VOWEL.match(noun) else article
    pronoun = pronoun_of(seen, clause.head, clause.group, scene.reading)
    return Topic(article + noun, pronoun, scene.sentence.start)


def _again(scene: Scene, noun: str) -> bool:
    """« Cette explosion » where the article counts « une seconde explosion », « deux explosions »: which one?"""
    stem = re.escape(noun.rstrip("sx"))
    several = rf"\b(?:une? autre|autres|second[e]?|deuxième|troisième|première?s?|deux|trois|plusieurs) {stem}[sx]?\b"
    return re.search(several, scene.reading.flat.lower()) is not None


def _not_first(clause: Clause) -> bool:
    """Does another verb stand before that of the clause, whose subject may be meant?"""
    seen = clause.seen
    return any(
        group.stop <= clause.subject[0] and finite(seen.tokens[group.finite].text) is not None for group in seen.groups
    )


def _impersonal(clause: Clause) -> bool:
    """« Il est possible de », « il s'agit », « il reste deux jours »: nothing."""
    group, seen = clause.group, clause.seen
    if seen.tokens[clause.head].lower_ != "il":
        return False
    if group.lemma in ("agir", "avoir", "falloir", "rester", "suffire", "pleuvoir", "convenir", "être") and not (
        group.auxiliary.startswith("être") or group.passive
    ):
        return True
    if group.lemma in words("impersonal_passives"):
        return True
    after = [seen.tokens[i].lower_ for i in clause.rest[:4]]
    return any(word in ("que", "qu'") for word in after) or after[:1] in (["de"], ["d'"])


def _taken_up(scene: Scene, pronoun: str) -> Topic | None:
    """The subject of the sentence before, over one more pronoun or two, if it fits and the title speaks of it."""
    sentences, here = scene.reading.sentences, scene.sentence
    for number in range(here.number - 1, max(-1, here.number - 1 - _FARTHEST), -1):
        before = sentences[number]
        if before.passage != here.passage or before.kind not in ("prose", "list"):
            return None
        found = _subject(scene, before)
        if found is None:
            return None
        seen, group, head, tokens = found
        word = seen.tokens[head].lower_
        if word == pronoun:
            continue
        return _said(Scene(scene.reading, before, scene.known), seen, group, head, tokens, pronoun)
    return None


def _subject(scene: Scene, sentence: Sentence) -> tuple[Shape, VerbGroup, int, list[int]] | None:
    """The subject of the first verb of a sentence that is in no subordinate clause."""
    seen = with_names(Scene(scene.reading, sentence, scene.known))
    for group in seen.groups:
        if finite(seen.tokens[group.finite].text) is None:
            continue
        opened = [cat for cat in seen.cats[: group.first] if cat in ("rel", "sub")]
        found = subject_of(seen, group) if not opened or seen.cats[group.first - 1] == "comma" else None
        if found is None:
            if opened:
                continue
            return None
        return seen, group, found[0], found[1]
    return None


def _said(scene: Scene, seen: Shape, group: VerbGroup, head: int, tokens: list[int], pronoun: str) -> Topic | None:
    """The subject in full, where it is a thing, agrees with the pronoun and can be read alone."""
    word, first = seen.tokens[head].lower_, seen.tokens[tokens[0]].lower_
    if seen.cats[head] not in ("noun", "name") or len(tokens) > _LONGEST or group.inverted:
        return None
    name = next((n for n in scene.names if n.start <= head < n.end), None)
    if person_noun(seen.tokens[head].text) is not None or (name is not None and name.kind == "person"):
        return None
    if any(n.kind == "person" and n.start in tokens for n in scene.names) or not stands(seen, tokens):
        return None
    title = scene.reading.article.title or ""
    shown = in_title(scene, word) if name is None else name.entity.name in title
    if not shown or (name is not None and name.text in countries() and first not in ("le", "la", "l'", "les")):
        return None
    if _pronoun(scene, seen, group, head) != pronoun or _rivalled(scene, seen, tokens, pronoun):
        return None
    text = text_of(seen, tokens)
    if first in _SHOWN:
        if len(tokens) > 2 and not in_title(scene, word):
            return None
        rest = text_of(seen, tokens[1:])
        text = ("l'" if _VOWEL.match(rest) else _SHOWN[first]) + rest
    elif first in _COUNTED and in_title(scene, word):
        text = f"les {text[:1].lower()}{text[1:]}"
    elif first not in ("le", "la", "l'", "les") and seen.cats[tokens[0]] != "name":
        return None
    if tokens[0] == 0 and seen.cats[0] != "name":
        text = text[:1].lower() + text[1:]
    return Topic(text, pronoun, scene.sentence.start)  # type: ignore[arg-type]


def _pronoun(scene: Scene, seen: Shape, group: VerbGroup, head: int) -> str:
    return pronoun_of(seen, head, group, scene.reading)


def _rivalled(scene: Scene, seen: Shape, tokens: list[int], pronoun: str) -> bool:
    """Is there another noun after the subject that the title has too, and the pronoun fits?"""
    gender = "f" if pronoun.startswith("elle") else "m"
    for i, cat in enumerate(seen.cats):
        if i in tokens or cat != "noun" or not in_title(scene, seen.tokens[i].lower_):
            continue
        if gender_of(seen, i) in ("", gender):
            return True
    return False
