"""Statements on who said it, to be judged: « C'est Ada Morin qui a annoncé que le pont fermera », true, or with the
name of another who speaks in the article.

Takes the typed question on a speaker and turns it; where nobody else speaks, the statement is true. Refuses words that
are cut or that no clause holds together, and verbs that would have to agree with the name. Chooses no name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.authoring.akin import heads
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.cloze_worth import bare_opening
from quiz.authoring.dice import chance
from quiz.authoring.distractors import seed_of, wrong_speaker
from quiz.authoring.french import capitalised, of
from quiz.authoring.likeness import overlaps
from quiz.authoring.pool import Pool
from quiz.authoring.quote_choices import MINE, has_a_post, other_voices
from quiz.authoring.quote_speakers import asked_as, distractor_type, gender_of
from quiz.deck import TRUE_FALSE, Bilingual
from quiz.facts.event_words import known_places
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import demonyms, is_first_name

TRUE, FALSE = TRUE_FALSE
_THIRDS = 3
"""Of three statements that might be false, two are; of three that can only be true, one is made."""
_BENT = re.compile(r"^Qui (?:s['’]est|s['’]était|est|était|se dit|se déclare)\b")


def statements(candidate: Candidate, pool: Pool) -> Iterator[Candidate]:
    """The statement of a typed question on a speaker; nothing for other questions."""
    fact = candidate.fact
    typed = candidate.form == "text" and candidate.construction in ("who-said", "who-claimed")
    if not typed or not isinstance(fact, Quotation) or not fact.speaker or not _fit(candidate):
        return
    if asked_as(fact) == "phrase" and fact.speaker.lower().startswith("les "):
        return  # « Ce sont les autorités qui ont dit »
    own = {word for word in re.findall(r"\w{4,}", fact.speaker) if word[:1].isupper()}
    if own & set(re.findall(r"\w{4,}", candidate.question.fr)):
        return  # « l'équipe de Luc Roy a annoncé que Luc Roy … »
    if _BENT.match(candidate.question.fr) and (fact.speaker_kind != "person" or gender_of(fact) != "m"):
        return
    if _misread(fact.speaker):
        return
    title = pool.texts.get(fact.evidence.source, "").partition("\n")[0]
    wrong = None
    wanted = distractor_type(fact)
    if wanted and fact.speaker_kind == "person" and fact.rule != "claim-act":  # many may have done the same
        as_choice = replace(candidate, form="choice", distractor_type=wanted)
        wrong = wrong_speaker(as_choice, pool) or _named_there(as_choice, pool)
    text = pool.texts.get(fact.evidence.source, "")
    if (
        fact.speaker_kind == "person"
        and " " not in fact.speaker
        and (is_first_name(fact.speaker) or re.search(rf"\b(?:M\.|Mme|Mlle) {re.escape(fact.speaker)}\b", text))
    ):
        return  # « C'est François qui », « C'est Petit qui »: the pope, or anybody; Mrs Petit, and no more told
    thrown = chance(f"true/{fact.evidence.source}/{fact.words}", _THIRDS)
    if wrong is None and thrown:
        return  # one in three of those that can only be true: a pupil who always answers « Vrai » would be right
    false = wrong is not None and thrown > 0
    if false and _OWN.search(candidate.question.fr):
        return  # « C'est Luc Roy qui a dit qu'il reviendrait »: whoever comes back
    name = wrong.fr if false and wrong is not None else _named(fact, candidate.answer.fr)
    told = turned(candidate.question.fr, name) if name else None
    if told is None or hanging(candidate.question.fr, title):
        return
    indirect = fact.quote_type != "direct"
    if not false and indirect and (fact.speaker.split()[-1] in title or heads(fact.speaker, text)):
        return  # « C'est Volute qui a annoncé une hausse », under « Volute relève ses prix »; the head of a state
    said = fact.quote_type == "direct"
    yield Candidate(
        fact=fact,
        form="true-false",
        construction="true-false-speaker" if said else "true-false-claim",
        question=ruled(told, None),
        answer=FALSE if false else TRUE,
        choices=(TRUE, FALSE),
        focus=(fact.speaker,),
        hint=candidate.hint,
        features=candidate.features | {"false": float(false), "alone_speaking": float(wrong is None)},
    )


def _misread(speaker: str) -> bool:
    """« le Bordelais », « Isère Anne-Lise Morin »: no name of anybody."""
    first, _, rest = speaker.partition(" ")
    if first.lower() in ("le", "la") and rest.lower() in demonyms():
        return True
    then = rest.split()[:1]
    return bool(then) and not is_first_name(first) and is_first_name(then[0]) and first in known_places()


_STILL = re.compile(r"^Qui (?:\w+ ){1,2}(?:toujours|encore|déjà|désormais|également|aussi|finalement|par ailleurs)\b")
_THAT = re.compile(r"^Qui [^«]{2,40}? (?:que |qu['’])(?P<clause>[^?]+)")


def hanging(question: str, title: str) -> bool:
    """« Qui demande toujours la liste des navires ? », « Qui a dit que la baisse n'est pas due au froid ? »: since
    when, and what baisse, only the sentences before tell."""
    if _STILL.match(question):
        return True
    found = _THAT.match(question)
    clause = re.sub(r"[«»] ?", "", found["clause"]) if found is not None else ""
    return bool(clause) and bare_opening(capitalised(clause), title)


_OWN = re.compile(r"^Qui [^«]{2,40}? qu['’](?:il|elle)\b(?! (?:faut|y a|s['’]agi|est (?:temps|possible|important)))")
_LONGEST = 36
"""Words that are kept in mind while a statement is judged."""


def _fit(candidate: Candidate) -> bool:
    """Whole words of one clause, and not too many."""
    told = candidate.features
    short = len(getattr(candidate.fact, "words", "").split()) <= _LONGEST
    return short and not told.get("no_clause") and not told.get("cut")


def _named_there(candidate: Candidate, pool: Pool) -> Bilingual | None:
    """Somebody else whom its article names and who might have said it."""
    text = pool.texts.get(candidate.fact.evidence.source, "")
    right = (candidate.answer.fr, *candidate.also_true)
    personal = MINE.search(getattr(candidate.fact, "words", "")) is not None
    for entry in other_voices(candidate, pool, seed_of(candidate)):
        name = entry.text.fr
        if name not in text or any(overlaps(name, own) for own in right):
            continue
        if heads(name, text) == heads(right[0], text) and not (
            personal and has_a_post(name, text) and not has_a_post(right[0], text)
        ):
            return entry.text
    return None


def _named(fact: Quotation, name: str) -> str | None:
    """The speaker as a sentence names them: « la NASA », « l'Insee », where the article has the name with its article;
    None for « les Nations unies », whose verb is a plural, and for a body's name that never stands alone."""
    if fact.speaker_kind != "organisation" or not name[:1].isupper() or asked_as(fact) == "phrase":
        return name
    text = fact.evidence.text
    found = re.search(rf"(?<!\w)(?P<the>[Ll]es|[Ll][ae]|[Ll]['’]) ?{re.escape(name)}\b", text)
    if found is not None:
        the = found["the"].lower()
        return None if the == "les" else f"{the}{'' if the[-1] in chr(39) + '’' else ' '}{name}"
    alone = re.search(rf"(?:^|[.!?] |\b(?:selon|que|par) |['’]){re.escape(name)}\b", text)
    return name if alone is not None and " " in name else None


def turned(question: str, name: str) -> str | None:
    """« Qui a dit : « … » ? » with a name is « C'est Ada Morin qui a dit : « … ». »; « De qui sont ces mots : « … » ? »
    is « Ces mots sont d'Ada Morin : « … ». »; None for other questions."""
    asked = re.sub(r"[\s\u00a0\u202f]*\?$", "", question)
    if asked.startswith("Qui "):
        told = f"C'est {name} qui {asked.removeprefix('Qui ')}"
    elif asked.startswith(("De qui sont ces mots", "De quel média sont ces mots")):
        told = f"Ces mots sont {of(name)}{asked[asked.index('ces mots') + len('ces mots') :]}"
    elif asked.startswith(("Quel média ", "Quel groupe ")):
        told = f"C'est {name} qui {asked.split(' ', 2)[2]}"
    else:
        return None
    closed = re.search(r"[.!?…][\s\u00a0]*»$", told) is not None
    return told if closed else f"{told}."
