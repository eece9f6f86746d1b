"""How an article stands to what it says: asserted, attributed, conditional, denied, wished, forecast or supposed.

Read from the clause that holds a value outwards, and to the end of the sentence, since « selon X » and « avant de
démentir » may come last. A relative clause stands on its own: in « la société, qui compte 300 salariés, pourrait
fermer » nobody doubts the 300. Knows one sentence; who « il » is, it leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.cues import SOURCE, pronoun_of, source_phrase, speaker_like
from quiz.facts.cues_after import later_source
from quiz.facts.cues_verbs import is_verb
from quiz.facts.fact import Modality
from quiz.facts.frames import Frame
from quiz.facts.lexicon import bag, words
from quiz.facts.parsing import Token
from quiz.facts.sentences import Sentence
from quiz.facts.speech import speech_form
from quiz.facts.subjects import subject_of

_NEGATIONS = bag("pas jamais plus aucun aucune guère nullement point rien personne ni")
_OWN_CLAUSE = frozenset(("acl:relcl", "acl", "advcl", "parataxis"))
_IF = bag("si s'")
_RETRACTED = re.compile(
    r"\b(?:démenti(?:e?s?|r)?|infirmée?s?|rétractée?s?|erronée?s?|fausses?|était faux|annulée?s?|rejetée?s?"
    r"|contredite?s?)\b"
)
_DOING = re.compile(r"\b(?:ont|a|avait|avaient|avoir|ayant) (?!été )(?:(?!été )\S+ ){0,3}$")
"""« 59 % des votants ont rejeté la réforme »: they did it, and nobody takes the figure back."""
_SUPPOSED = re.compile(
    r"\b(?:à condition (?:que|de)|au cas où|en cas d[e']|supposons|imaginons|quand bien même|à supposer)\b",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(r"\b(?:d'ici (?:à )?(?:la fin|20\d\d|\w+ ans|l'an)|à l'horizon 20\d\d)\b")


def modality_of(sentence: Sentence, span: tuple[int, int]) -> tuple[Modality, str | None]:
    """The modality of what stands at `span` (article offsets) in a sentence, and who it is attributed to, as written.

    The second value is set with "attributed" where somebody is named by a phrase, and None where a pronoun is; it may
    also accompany "conditional" (« aurait coûté, selon la mairie »).
    """
    tokens = sentence.tokens(*span)
    if not tokens:
        return "asserted", None
    chain = [*_verbs_above(tokens[0]), *_verbs_of_infinitive(tokens[0])]
    source, whole = _attribution(sentence, tokens[0], chain)
    if _denied(sentence, chain, span):
        return "denied", source
    if _hypothetical(sentence, tokens[0], chain):
        return "hypothetical", source
    if any(_mood(verb, "Mood=Cnd") and not _due(verb) for verb in chain):
        return "conditional", source
    if any(_wish(verb, tokens[0]) for verb in chain):
        return "wished", source
    if _forecast(sentence, chain):
        return "forecast", source
    return ("attributed", source) if whole else ("asserted", None)


def _verbs_above(token: Token) -> Iterator[Token]:
    """The verbs whose claim the token is part of, nearest first: its clause's, then those that govern the clause."""
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        if token.pos_ in ("VERB", "AUX") or any(c.dep_ == "cop" for c in token.children):
            yield token
        if token.dep_ in _OWN_CLAUSE:
            return
        token = token.head


def _verbs_of_infinitive(token: Token) -> Iterator[Token]:
    """The verb before « de » and an infinitive, where the tree lost it: « prévoit de créer 300 postes »."""
    doc = token.doc
    infinitive = None
    for at in range(token.i - 1, max(-1, token.i - 9), -1):
        left = doc[at]
        if left.is_punct or left.text.lower() in ("que", "qu'", "qui"):
            return
        if "VerbForm=Inf" in str(left.morph):
            infinitive = left
        elif infinitive is not None and infinitive.i - at <= 3 and left.pos_ in ("VERB", "AUX"):
            yield left
            return


def _lemma(verb: Token) -> str:
    form = speech_form(verb.text)
    return form.lemma if form else verb.lemma_


def _group(verb: Token) -> list[Token]:
    """The verb and its auxiliaries, modals and copula."""
    return [verb, *(c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop")]


def _mood(verb: Token, mark: str) -> bool:
    return any(mark in str(token.morph) for token in _group(verb))


def _due(verb: Token) -> bool:
    """« devrait atteindre »: a forecast rather than a doubt."""
    return any(token.text.lower() in ("devrait", "devraient") for token in [*_group(verb), verb.head])


def _denied(sentence: Sentence, chain: list[Token], span: tuple[int, int]) -> bool:
    """« n'a pas coûté », « nie que », « …, une annonce démentie depuis »; « ne … que » is no denial."""
    for verb in chain:
        near = {c.text.lower() for token in _group(verb) for c in token.children if c.i < verb.i + 4}
        if near & {"ne", "n'"} and near & _NEGATIONS:
            return True
        if _lemma(verb) in ("nier", "démentir", "contester", "réfuter"):
            return True
    rest = sentence.doc.text[_index_after(sentence, span[1]) :]
    return any(not _DOING.search(rest[: said.start()]) for said in _RETRACTED.finditer(rest)) and not re.search(
        r"\b(?:pas|jamais) (?:été )?(?:démenti|infirmé|rejeté)", rest
    )


def _index_after(sentence: Sentence, offset: int) -> int:
    return next((i for i, at in enumerate(sentence.offsets) if at >= offset), len(sentence.doc.text))


def _hypothetical(sentence: Sentence, token: Token, chain: list[Token]) -> bool:
    """« si 300 postes étaient supprimés », « en cas de »."""
    for verb in chain:
        if any(c.text.lower() in _IF and c.dep_ == "mark" for c in verb.children):
            return True
    text = sentence.doc.text[: token.idx]
    found = _SUPPOSED.search(text)
    return bool(found) and "," not in text[found.end() if found else 0 :]


def _wish(verb: Token, token: Token) -> bool:
    """« souhaite créer 300 postes », « demande que »: what is wanted, not what is."""
    return (
        verb.i < token.i
        and _lemma(verb) in words("wish_verbs")
        and not any(c.dep_ == "nsubj:pass" for c in verb.children)
    )


def _forecast(sentence: Sentence, chain: list[Token]) -> bool:
    """A future, « va atteindre », « prévoit de », « devrait », « d'ici 2030 »."""
    for verb in chain:
        if _mood(verb, "Tense=Fut") or _due(verb) or _lemma(verb) in words("outlook_verbs"):
            return True
        governor = verb.head
        going = governor.lemma_ == "aller" and governor.i < verb.i and "Tense=Pres" in str(governor.morph)
        if going and "VerbForm=Inf" in str(verb.morph):
            return True
        if "VerbForm=Inf" in str(verb.morph) and any(c.lemma_ == "aller" and c.i == verb.i - 1 for c in verb.children):
            return True
    return bool(_OUTLOOK.search(sentence.doc.text)) and any("Tense=Past" not in str(v.morph) for v in chain[:1])


def _attribution(sentence: Sentence, token: Token, chain: list[Token]) -> tuple[str | None, bool]:
    """Who says so, as written (None for a pronoun), and whether anybody does."""
    frame = Frame(sentence, ())
    doc = sentence.doc
    for match in _ANY_SOURCE.finditer(doc.text):
        if match["c"].lower().endswith("pour") and match.start() > 0:
            continue
        cue = source_phrase(frame, match["c"], frame.token_at(match.end()), len(doc), 0, "source")
        if cue is None or cue.phrase is None or (cue.phrase.first <= token.i < cue.phrase.after):
            continue
        written = frame.words(cue.phrase)
        return (None if pronoun_of(written) else written), True
    for verb in chain:
        form = speech_form(verb.text)
        if form is None or form.strength == "weak" or verb.i > token.i or not is_verb(frame, verb.i, form):
            continue
        if not any(doc[i].text.lower() in ("que", "qu'", ":") for i in range(verb.i + 1, token.i)):
            continue
        subject = subject_of(frame, verb.i)
        if subject is None:
            continue
        if subject.phrase is None:
            return None, form.lemma not in words("report_verbs")
        if speaker_like(frame, subject.phrase):
            written = frame.words(subject.phrase)
            return (None if pronoun_of(written) else written), True
    closing = later_source(frame, token.i)
    if closing is not None:
        named = closing.phrase is not None and not closing.pronoun
        return (frame.words(closing.phrase) if closing.phrase is not None and named else None), True
    return None, False


_ANY_SOURCE = re.compile(
    rf"(?:^|[,;:(] ?|\b(?:et|que|mais|car|où|qu') ?| )(?P<c>{SOURCE})(?: |(?<='))(?=\w)", re.IGNORECASE
)
