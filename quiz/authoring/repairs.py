"""What is mended before the gates look: relative dates, days without their month, slips with one cure, typography.

Repairs never touch what stands between quotation marks, nor the evidence: those are the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from quiz.authoring.adverbs import counted_so_far, untied, with_their_day
from quiz.authoring.agreement import mended_slips
from quiz.authoring.callings import named
from quiz.authoring.candidate import Candidate
from quiz.authoring.carried import with_the_day
from quiz.authoring.dates import with_months
from quiz.authoring.french import capitalised, lower_first
from quiz.authoring.full_names import in_full
from quiz.authoring.gates.text import QUOTED
from quiz.authoring.gates.times import mended_dates
from quiz.authoring.own_names import own_particles, with_its_gender
from quiz.authoring.scene import Scene
from quiz.authoring.tenses import plain_past
from quiz.authoring.topic import neighbours
from quiz.deck import Bilingual
from quiz.facts.fact import Quotation, Statistic
from quiz.typography import french, safe_text


def repaired(candidate: Candidate, scene: Scene) -> Candidate:
    """The candidate with every repair made; English whose French changed its meaning (a date) is dropped."""
    question = " ".join(safe_text(candidate.question.fr).split(" ")).strip()
    dated = question
    if candidate.form in ("choice", "number", "text", "cloze", "true-false"):
        sound = unquoted(question, lambda own: _sound(own, scene))
        dated = mended_dates(_told_in_full(_standing(sound, candidate, scene), candidate, scene), scene.article.date)
    english = candidate.question.en if dated == question else None
    verbatim = isinstance(candidate.fact, Quotation) and candidate.distractor_type == "words"
    return replace(
        candidate,
        question=Bilingual(
            typeset(capitalised(lowered(dated))), english, candidate.question.origin if english is not None else "none"
        ),
        answer=candidate.answer if verbatim else _value(candidate, candidate.answer),
        choices=tuple(choice if verbatim else _value(candidate, choice) for choice in candidate.choices),
    )


def _sound(own: str, scene: Scene) -> str:
    """Our own words without slips that have one cure, with names and months as the article has them."""
    text = scene.article.text
    return with_its_gender(own_particles(with_months(mended_slips(own), scene.article.date), text), text)


def _standing(text: str, candidate: Candidate, scene: Scene) -> str:
    """The question without what ties it to its neighbours in the article: adverbs, a past before another past, things
    that the article calls by name. What quotes or retells somebody keeps its words."""
    if isinstance(candidate.fact, Quotation):
        return text
    if not QUOTED.search(text):
        text = with_their_day(untied(text), scene.article.date)
    text = plain_past(text.replace("’", "'")) if "«" not in text[:12] else text
    if isinstance(candidate.fact, Statistic) and not QUOTED.search(text):
        evidence = candidate.fact.evidence
        text = with_the_day(text, neighbours(scene.article, evidence.start, evidence.end)[0])
        text = counted_so_far(text, scene.article.date)
    return named(text, scene.article.text, scene.topic(candidate), candidate.answer.fr)


def _told_in_full(text: str, candidate: Candidate, scene: Scene) -> str:
    """The question with the full name of whom it tells by a surname that the topic line has not."""
    fact, above = candidate.fact, scene.topic(candidate)
    keys = " ".join([candidate.answer.fr, *(choice.fr for choice in candidate.choices)])
    return unquoted(text, lambda own: in_full(own, fact.names, scene.article.text, above, keys))


def lowered(text: str) -> str:
    """Determiners that kept the capital of a sentence's start, put in lower case: « l'objectif que L'usine… »."""
    return _CAPITAL_INSIDE.sub(lambda match: match.group().lower(), text)


_CAPITAL_INSIDE = re.compile(r"(?<=[a-zà-ÿ,] )(?:L['’]|(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces) )(?=[a-zà-ÿ])")


def _value(candidate: Candidate, text: Bilingual) -> Bilingual:
    """An answer or choice as it reads outside its sentence: « Cinq » that began one is « cinq »."""
    if candidate.distractor_type.startswith("quantity") or candidate.form in ("number", "cloze"):
        lower = lower_first(text.fr)
        if lower != text.fr:
            text = replace(text, fr=lower, en=text.en and text.en[0].lower() + text.en[1:])
    return _typeset(text)


@lru_cache(4096)  # a name stands in many questions and among many choices
def typeset(text: str) -> str:
    """Our own French with its spaces and curly apostrophes; quotations keep theirs, but for the spaces of the marks."""
    return french(unquoted(text, curled))


def unquoted(text: str, mend: Callable[[str], str]) -> str:
    """The text with what stands outside its quotation marks mended."""
    out, at = [], 0
    for match in QUOTED.finditer(text):
        out += [mend(text[at : match.start()]), match.group()]
        at = match.end()
    return "".join([*out, mend(text[at:])])


_ORDINAL_APART = re.compile(r"(?<![\d,])(\d{1,3}) (er|re|e|es|ème|ère)(?![\w'’-])")
_STRAIGHT = re.compile(r"(?<=\w)'(?=[\w«“\"])")


def curled(text: str) -> str:
    """Straight apostrophes between letters made curly, ordinals in one word (« la 5 e place », « le 1 er mai »)."""
    text = _ORDINAL_APART.sub(r"\1\2", text)
    return _STRAIGHT.sub("’", text) if "'" in text else text


def _typeset(text: Bilingual) -> Bilingual:
    return replace(text, fr=typeset(text.fr.strip()))
