"""Whose a figure is, as a label: the subject of its verb, where the parse sees none the phrase before the verb; what
« ce dernier » and a second « il » stand for; whom a phrase in a clause belongs to.

Refuses what nothing supports: an empty label.
"""

from __future__ import annotations

import re

from quiz.facts.clause_pieces import gender_of
from quiz.facts.clauses import VerbGroup
from quiz.facts.clauses import shape as shape_of
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, subject_span
from quiz.facts.value_phrases import bare, phrase_before, said
from quiz.facts.value_subjects import subject_text as _said_subject
from quiz.facts.value_words import words
from quiz.facts.verbs import finite


def subject_of(m: Measure, group: VerbGroup, context: Context) -> tuple[str, tuple[int, int] | None, str | None, bool]:
    """The subject of a verb as a label: what the parse sees, else the noun phrase right before the verb; « ce dernier »
    by the name said last."""
    subject, span, resolved, sure = _said_subject(m, group, context)
    shape = m.shape
    nothing = span is not None and not {"noun", "name", "pron", "other"} & set(shape.cats[slice(*span)])
    if nothing and span is not None and shape.tokens[span[0]].lower_ not in words("pronouns"):
        subject, span, sure = "", None, False
    if span is None and resolved is None and not sure and group.first > 0:
        before = group.first - 1
        if shape.cats[before] in ("noun", "name", "adj") and not group.inverted:
            return bare(said(shape, phrase_before(shape, before))), None, None, False
    if subject.lower() in ("dernier", "dernière") and span is not None:
        return _said_last(m, subject.lower(), context), span, None, False
    if subject.lower() in words("relatives") or subject.lower().startswith(("auquel", "duquel", "laquelle", "lequel")):
        return "", None, None, False
    pronoun = shape.tokens[span[0]].lower_ if span is not None and span[1] - span[0] == 1 else ""
    if pronoun in ("il", "elle") and resolved is None and (near := _subject_before(m, group, pronoun)):
        return near, span, None, False
    if pronoun in ("il", "elle", "ils", "elles") and resolved is None and subject in (context.scope, pronoun):
        return "", span, None, False
    if subject in ("il", "elle"):
        return _subject_before(m, group, subject) or context.scope or "", span, None, False
    if _ADVERBIAL.match(subject):  # « En deuxième position se trouve Chypre »
        after = list(range(group.stop, m.first - bool(m.preposition)))
        inverted = bool(after) and shape.cats[after[0]] in ("name", "det") and len(after) < 8
        return (bare(said(shape, after)) if inverted else ""), None, None, False
    return subject, span, resolved, sure


_ADVERBIAL = re.compile(r"(?:En|Dans|Selon|À|Au|Aux|Sur|Avec|Chez|Lors|Après|Avant|Depuis|Pendant|Parmi)\s")


def _said_last(m: Measure, word: str, context: Context) -> str:
    """« … et le chômage. Ce dernier s'élève à 21 % »: the last thing of that gender said in the sentence before."""
    number = m.shape.sentence.number - 1
    before = context.reading.sentences[number] if number >= 0 else None
    if before is None or before.passage != m.shape.sentence.passage:
        return ""
    other, gender = shape_of(before), "m" if word == "dernier" else "f"
    for i in range(len(other.tokens) - 1, -1, -1):
        if other.cats[i] not in ("noun", "name"):
            continue
        end = other.sentence.end_of(other.tokens[i])
        named = next((x for x in context.reading.entities.within(end - 80, end) if x.end == end), None)
        if named is not None:
            if named.entity.kind != "person" or named.entity.gender in (gender, ""):
                return named.entity.name
            continue
        opens = other.tokens[i - 1].lower_ if i else ""
        own = {"le": "m", "un": "m", "du": "m", "au": "m", "la": "f", "une": "f"}.get(opens) or gender_of(other, i)
        if own == gender and not other.tokens[i].lower_.endswith("s") and opens not in ("de", "d'"):
            return str(other.tokens[i].text)
    return ""


def _subject_before(m: Measure, group: VerbGroup, pronoun: str) -> str:
    """« Le chômage baisse, il était à 10 %… »: the subject of the clause before in the sentence, where it agrees."""
    shape = m.shape
    for other in reversed([g for g in shape.groups if g.stop <= group.first and g.number == "s"]):
        span = subject_span(shape, other)
        if span is None or shape.tokens[span[0]].lower_ in words("pronouns") | words("relatives"):
            continue
        head = next((i for i in range(*span) if shape.cats[i] in ("noun", "name")), None)
        opens = shape.tokens[span[0]].lower_
        known = {"le": "m", "un": "m", "la": "f", "une": "f"}.get(opens) or (gender_of(shape, head) if head else "")
        return bare(said(shape, range(*span))) if known == ("m" if pronoun == "il" else "f") else ""
    return ""


def owner(m: Measure, tokens: list[int], context: Context) -> str:
    """« la catégorie A montre une baisse significative (- 2,8 %) », « le total est en hausse (+ 1,3 %) »: whose."""
    shape, first = m.shape, tokens[0]
    group = next((g for g in reversed(shape.groups) if g.stop <= first), None)
    if group is not None and not {"comma", "sub", "rel", "and", "stop"} & set(shape.cats[group.stop : first]):
        return subject_of(m, group, context)[0]
    verb = first > 2 and shape.cats[first - 1] == "noun" and finite(shape.tokens[first - 1].lower_) is not None
    return bare(said(shape, phrase_before(shape, first - 2))) if verb else ""
