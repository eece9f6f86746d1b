"""Who said it: questions on quotations, from the rungs of the ladder that name a speaker surely enough to be asked.

The words are chosen in `quote_words` and weighed in `quote_worth`, the speaker is put into words in `quote_speakers`,
the occasion in `quote_occasions`. Knows nothing of how a speaker is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate
from quiz.authoring.claim_worth import comes_back, only_a_surname, out_of_sight, post_of_many_names, told_between
from quiz.authoring.french import quoted
from quiz.authoring.quote_occasions import about, occasion, written_online
from quiz.authoring.quote_speakers import (
    answer_of,
    asked_as,
    by_an_office,
    by_post,
    chance_witness,
    cut_name,
    distractor_type,
    gender_of,
    is_media,
    likes_of,
    names_of,
    part_of_a_name,
)
from quiz.authoring.quote_words import (
    ELLIPSIS,
    HANGS,
    count_words,
    done_with,
    goes_on,
    is_clause,
    is_fragment,
    shown_words,
    spoken_of,
    tells_by_itself,
    with_its_head,
)
from quiz.authoring.quote_worth import says_nothing, slips, somebody_s_first_name, telling_words
from quiz.authoring.topic import title_of
from quiz.deck import Bilingual
from quiz.facts.fact import Quotation
from quiz.facts.speech import participle_of, speech_form
from quiz.facts.within import everywhere, stands_in
from quiz.typography import fold

_OPINION = {
    "full-name": 0.3, "surname": 0.3, "role+name": 0.3, "role,name": 0.3, "signature": 0.2, "role": 0.1,
    "organisation": 0.15, "body-again": -0.1, "carried": 0.05, "continuation": -0.05, "next-incise": 0.1, "same": 0.0,
    "pronoun": -0.25, "epithet": -0.3, "document": -0.3, "previous-sentence": -0.6, "unnamed": -0.1, "body": 0.0,
    "as-written": -0.3,
}  # fmt: skip
"""What a rung of the ladder is worth to a question on the speaker, -1 to 1."""


_MOST_OF_A_POST = 20
"""Words shown behind « Quelle est la fonction de la personne qui a dit »."""


def candidates(fact: Quotation, article: Article) -> list[Candidate]:
    """« Qui a dit : … ? » as a choice and typed; empty where the speaker has no name.

    No blank is made in somebody's words: three readers in four threw such questions out as guessed or as having more
    than one right answer.
    """
    if fact.quote_type != "direct" or fact.modality != "asserted" or not asked_as(fact):
        return []
    if part_of_a_name(fact) or chance_witness(fact, article.text) or by_an_office(fact):
        return []
    if cut_name(fact, article.text) or only_a_surname(fact, article.text):
        return []
    if out_of_sight(fact, article.text) and not comes_back(fact, article.text):
        return []
    if by_post(fact, "Qui ") != "Qui " and post_of_many_names(fact):
        return []
    shown = shown_words(fact)
    shown = with_its_head(fact, shown) if shown is not None else None
    piece = shown is not None and is_fragment(shown) and not is_clause(shown)
    if shown is None or not _told_enough(fact, shown, piece) or (says_nothing(shown) and not piece):
        return []
    if told_between(shown) or slips(shown) or somebody_s_first_name(shown, title_of(article)):
        return []
    if piece and fact.features.get("within_claim"):
        return []  # « a condamné « les appels malveillants » »: who did is asked with the clause
    if is_fragment(shown) and not shown.endswith(ELLIPSIS) and goes_on(fact):
        return []
    if by_post(fact, "Qui ") != "Qui " and count_words(shown) > _MOST_OF_A_POST:
        return []  # « Quelle est la fonction de la personne qui … » before forty words is read by nobody
    return list(_who_said(fact, shown, article))


def _told_enough(fact: Quotation, shown: str, piece: bool) -> bool:
    """Is it a clause, or a piece that can be asked as what somebody spoke of, demanded or blamed, or a long one?"""
    if piece and shown.replace(ELLIPSIS, "").count("[") > 2:
        return False  # « [ne pas reconnaître] les faits, [ne] pas [avoir] … »: mended more than said
    return not piece or tells_by_itself(shown) or bool(spoken_of(fact, shown)) or bool(_act(fact))


def _act(fact: Quotation) -> str | None:
    """« Qui a promis de », for a piece behind « promettant de »."""
    done = done_with(fact)
    form = speech_form(done[0]) if done is not None else None
    if done is None or form is None:
        return None
    return f"Qui a {participle_of(form.lemma)} {done[1]}".strip()


def _who_said(fact: Quotation, shown: str, article: Article) -> Iterator[Candidate]:
    speaker = fact.speaker or ""
    title = title_of(article)
    stem = _stem(fact, shown)
    bare = " a parlé d" in stem or stem == _act(fact)
    colon = "" if stem.endswith(("d'", "l'", "’")) else " " if bare else "\u00a0: "
    question = Bilingual(f"{by_post(fact, stem)}{colon}{quoted(shown)}\u202f?")
    answer = answer_of(fact)
    other_names = names_of(fact)
    features = {
        "fragment": float(is_fragment(shown)),
        "no_clause": float(is_fragment(shown) and not is_clause(shown)),
        "cut": float(ELLIPSIS in shown),
        "gender": {"m": 1.0, "f": -1.0}.get(gender_of(fact), 0.0),
        "one_word_name": float(len(speaker.split()) == 1),
        "occasion": float(bool(_occasion(fact))),
        "telling": min(1.0, telling_words(shown, title) / 6),
        "phrase_speaker": float(asked_as(fact) == "phrase"),
        "far_speaker": far_speaker(fact),
        "speaker_in_title": float(_in_title(fact, title)),
        "we": float(_WE.search(shown) is not None),
        "it_is": float(_IT_IS.match(shown) is not None),
        "objects_before": float(min(2, len(_OBJECTS.findall(shown)))),
    }
    for form in ("choice", "text"):
        wanted = distractor_type(fact)
        if form == "choice" and not wanted:
            continue
        yield Candidate(
            fact=fact,
            form="choice" if form == "choice" else "text",
            construction="who-said",
            question=question,
            answer=answer,
            accept=other_names if form == "text" else (),
            also_true=other_names,
            distractor_type=wanted if form == "choice" else "",
            suggested=likes_of(fact, article.text) if form == "choice" else (),
            focus=(speaker,),
            hint=_hint(fact, shown),
            features=features,
        )


_WE = re.compile(r"\b(?:nous|notre|nos)\b", re.IGNORECASE)
"""Of whom, the words or the choices tell."""
_IT_IS = re.compile(r"(?:C['’](?:est|était)|Ce (?:sont|n['’]est|n['’]était)|Cela)\b")
_OBJECTS = re.compile(r"(?<=\b(?:je|il|on|tu) )(?:l[ae]s?|lui|leur|l['’])(?= ?[a-zà-ÿ]+)|\bnous les\b|\bvous les\b")
"""« je les encourage »: whom?"""


def _stem(fact: Quotation, shown: str) -> str:
    """A whole sentence is said, on its subject or its occasion where the article tells; a piece of a sentence is words
    that somebody used, so that the stem stays true of it."""
    media = is_media(fact)
    piece = is_fragment(shown) and not is_clause(shown)
    act = _act(fact) if piece and not media else None
    if act:
        return act
    link = spoken_of(fact, shown) if piece and not tells_by_itself(shown) else None
    if link:
        return f"{'Quel média' if media else 'Qui'} a parlé {link}"
    if is_fragment(shown):
        return "De quel média sont ces mots" if media else "De qui sont ces mots"
    who = "Quel média" if media else "Qui"
    online = written_online(fact)
    if online:
        return f"{who} a écrit {online}"
    when = about(fact) or occasion(fact)
    if when:
        return f"{who} a déclaré{', ' if occasion(fact) == when else ' '}{when}"
    return f"{who} a déclaré" if media or fact.speaker_kind == "organisation" else "Qui a dit"


def _occasion(fact: Quotation) -> str:
    return written_online(fact) or about(fact) or occasion(fact)


def far_speaker(fact: Quotation) -> float:
    """How far the speaker's name stands from the words, 0 (within 60 characters) to 1 (300 and more)."""
    if fact.place is None:
        return 0.0
    surname = fold(fact.speaker or "").split()[-1:]
    text, base = fold(fact.evidence.text), fact.evidence.start
    places = [base + at for at in everywhere(surname[0], text)] if surname else []
    outside = [at for at in places if not fact.place.start <= at < fact.place.end]
    if not outside:
        return 1.0
    gap = min(fact.place.start - at if at < fact.place.start else at - fact.place.end for at in outside)
    return round(min(1.0, max(0.0, (gap - 60) / 240)), 2)


def _in_title(fact: Quotation, title: str) -> bool:
    surname = fold(fact.speaker or "").split()[-1:]
    return bool(surname) and stands_in(surname[0], fold(title))


def _hint(fact: Quotation, shown: str) -> float:
    """The rung, less something for a fragment, for few words, for a start that hangs in the air."""
    hint = _OPINION.get(fact.step, -0.2)
    hint -= 0.15 if is_fragment(shown) else 0.0
    hint -= 0.15 if is_fragment(shown) and not is_clause(shown) else 0.0
    hint -= 0.1 if count_words(shown) < 10 else 0.0
    hint -= 0.15 if HANGS.match(shown) else 0.0
    return round(max(-1.0, min(1.0, hint)), 2)
