"""What somebody does by speaking: « la maire a demandé la fermeture du pont », « Awa Diop promet de ne pas vendre ».

Finds the verb, its subject and all that follows it, so that a question can ask who. Takes plain statements of a main
clause only; what is said with « que » is the business of `indirect`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quiz.facts.cues_after import later_source
from quiz.facts.cues_before import cue_of_verb
from quiz.facts.cues_verbs import Verb, is_verb
from quiz.facts.frames import Frame
from quiz.facts.lexicon import bag, lines
from quiz.facts.speech import Form
from quiz.facts.speech_clauses import Claim, clause_end
from quiz.facts.verbs import finite, is_noun, participle

_WITH_QUE = bag("accepter demander proposer recommander refuser suggérer préconiser")
"""Verbs whose « que » opens what is wanted, which nobody says: « a demandé que les bureaux ferment »."""
_HAVE = bag("a ont avait avaient")
_LOWER = bag("qui que qu' dont où si s'il quand lorsque lorsqu' comme puisque alors bien afin pour")
_ALONE = bag("se s'")
_OPENS = ("DET", "PROPN", "NUM", "NOUN", "ADJ", "ADV", "ADP", "VERB", "X", "AUX")
_NO_OBJECT = bag("en y il elle on qui dont où comme lors selon d'après pour pendant depuis après avant vers chez dans")
_FEWEST = 4
"""Words after the verb: « demande la paix » is nothing to ask for."""
_BETWEEN = re.compile(
    r"(?:(?:également|aussi|ensuite|notamment|ainsi|toutefois|cependant|donc|enfin|par ailleurs|en outre|d'ailleurs"
    r"|à nouveau|de nouveau|encore|quant à (?:lui|elle)|pour sa part|de son côté|récemment|déjà|même"
    r"|publiquement|officiellement|ouvertement) )*$"
)


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Infinitive -> how what follows may be joined."""
    table: dict[str, set[str]] = {}
    for row in lines("act_verbs"):
        group, _, verbs = row.partition(":")
        for verb in verbs.split():
            table.setdefault(verb, set()).add(group.strip())
    return {verb: frozenset(groups) for verb, groups in table.items()}


def is_act(infinitive: str) -> bool:
    """Is it a verb by which one demands, promises, blames or takes a stand?"""
    return infinitive in _groups()


def acts(frame: Frame) -> Iterator[Claim]:
    """La ministre Awa Diop a demandé la fermeture de la centrale: from the verb to where something else begins."""
    text = frame.doc.text
    if re.search(r"\b(?:selon|d'après|aurai(?:t|ent)|seraient)\b", text.lower()) or text.rstrip().endswith("?"):
        return
    for token in frame.doc[1:-1]:
        found = _act(frame, token.i) if _may_act(token.text) and not frame.within(token.i) else None
        if found is not None:
            yield found


@lru_cache(20_000)
def _may_act(word: str) -> bool:
    """Whether the word is a form of one of these verbs at all: nearly none is, and no more is asked of it."""
    return any(form is not None and form.lemma in _groups() for form in (finite(word), participle(word)))


def _act(frame: Frame, at: int) -> Claim | None:
    """The claim whose verb stands at token `at`."""
    doc = frame.doc
    first, kind = at, "finite"
    have = _auxiliary(frame, at) if participle(doc[at].text) is not None else None
    form = finite(doc[at].text) if have is None else participle(doc[at].text)
    if have is not None:
        first, kind = have, "participle"
    elif form is not None and form.tense != "pres":
        return None
    if form is None or form.lemma not in _groups():
        return None
    reflexive = first > 0 and doc[first - 1].text.lower() in _ALONE
    if reflexive:
        first -= 1
    groups = _groups()[form.lemma]
    if reflexive is not ("self" in groups and (reflexive or groups == {"self"})):
        return None
    said = Form(form.lemma, "finite" if kind == "finite" else "participle", "strong")
    if not (reflexive or is_verb(frame, at, said)) or not _main(frame, at) or _leant_on(frame, first):
        return None
    if not _followed(frame, at, form.lemma, groups, reflexive):
        return None
    told = later_source(frame, 0)
    if told is not None and first <= told.at <= at:
        return None  # « Douze postes sont menacés, a annoncé la mairie »
    cue = cue_of_verb(frame, Verb(at, said, "that"))
    after = _end(frame, at)
    if cue is None or cue.hearsay or cue.pronoun in ("ils", "elles", "on") or after is None:
        return None
    if _words(frame, at, after) <= _FEWEST:
        return None
    if cue.phrase is not None and not cue.phrase.after <= first:
        return None
    plural = form.number == "p" or frame.doc[first].text.lower() in ("ont", "avaient")
    if plural and (cue.phrase is None or frame.doc[cue.phrase.first].text.lower() != "les"):
        return None  # « la Ligue, le syndicat et l'archevêque ont dénoncé »: more than one
    return Claim(first, after, cue, "act")


def _words(frame: Frame, first: int, after: int) -> int:
    """How many words of the article some tokens stand for: a quotation is one token here."""
    sentence = frame.sentence
    start, end = sentence.at(frame.doc[first]), sentence.end_of(frame.doc[after - 1])
    return len(sentence.text[start - sentence.start : end - sentence.start].split())


_BESIDE = re.compile(
    r", ?(?:qui|dont|où|ce qu[ie']|ce que|sans|alors|tandis|avec|notamment) "
    r"|,? (?:mais|même si|bien que|puisque|car) |,? : "
    r"|, (?:tout )?(?:en |y |se |s'|l[ea]s? |l')?\w+ant\b"
    r"|, (?:mise?s?|prise?s?|\w+ées?|\w+és?) (?:par|à|de|en|dans|le|depuis) "
)
"""What follows the act as a remark: « …, qui suscite des questions », « …, confirmant les soupçons »."""


def _end(frame: Frame, at: int) -> int | None:
    """Where the act ends: before what only goes with it, and before a second verb of the same subject."""
    doc = frame.doc
    after = clause_end(frame, at)
    if after is None:
        return None
    for match in _BESIDE.finditer(doc.text, doc[at].idx + len(doc[at].text)):
        token = frame.token_at(match.start() + 1)
        if frame.within(token) is None and at < token < after:
            after = token
            break
    for i in range(at + 2, after):
        if doc[i].text == "," and frame.within(i - 1) and i + 1 < after and frame.within(i + 1):
            return i  # « demande « le calme », « nous savons … » »: another saying
        verb = i if doc[i].text.lower() not in ("s'", "se", "l'", "le", "la", "les", "y", "en", "n'", "ne") else i + 1
        if doc[i - 1].text != "et" or verb >= after or frame.within(verb):
            continue
        word = doc[verb].text
        sure = "VerbForm=Fin" in str(doc[verb].morph) or (
            not is_noun(word) and verb + 1 < after and doc[verb + 1].pos_ in ("DET", "ADP", "SCONJ")
        )
        if finite(word) is not None and sure:
            return i - 1
    return after


def _auxiliary(frame: Frame, at: int) -> int | None:
    """The « a » of « a également demandé », the « est » of « s'est engagé »; None where there is none."""
    doc = frame.doc
    for have in range(at - 1, max(-1, at - 5), -1):
        word = doc[have].text.lower()
        alone = word in ("est", "était") and have > 0 and doc[have - 1].text.lower() in _ALONE
        if word in _HAVE or alone:
            between = doc.text[doc[have].idx + len(word) : doc[at].idx].strip()
            return have if _BETWEEN.match(f"{between} " if between else "") else None
    return None


def _main(frame: Frame, at: int) -> bool:
    """Is it the verb of a main clause, or of one coordinated with it? Where the tree does not say so, it is the first
    verb of its sentence, with nothing before it that opens another clause."""
    token, seen = frame.doc[at], 0
    while token.dep_ == "conj" and seen < 3:
        token, seen = token.head, seen + 1
    marked = any(c.dep_ == "mark" or c.text.lower() in _LOWER for c in token.children)
    if token.dep_ == "ROOT" and not marked and token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
        return token.i == at or token.pos_ in ("VERB", "AUX")
    before = [t for t in frame.doc[:at] if frame.within(t.i) is None]
    verbs = [t for t in before if "VerbForm=Fin" in str(t.morph) and t.text.lower() not in _HAVE | {"est", "était"}]
    return not verbs and not any(t.text.lower() in _LOWER for t in before)


def _leant_on(frame: Frame, first: int) -> bool:
    """« l'a accusé », « lui demande », « ne promet »: a pronoun or a negation stands before the verb."""
    before = frame.doc[first - 1].text.lower() if first else ""
    return before in ("le", "la", "l'", "les", "lui", "leur", "y", "en", "ne", "n'", "me", "m'", "nous", "vous", "qui")


_TIED = re.compile(
    r"(?:,? (?:également|aussi|ainsi|alors|notamment|désormais|toutefois|cependant|par ailleurs|en outre|d'ailleurs"
    r"|officiellement|publiquement|fermement|vivement|clairement"
    r"|(?:quant à )?(?:lui|elle)(?=,| (?:même )?[a-zà-ÿ]+[ei]r )|pour sa part|de son côté|à nouveau|de nouveau|hier"
    r"|aujourd'hui|(?:ce |cet )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|après-midi))?"
    r"|dans un (?:communiqué|message|tweet)|sur Twitter)\b,?)*"
    r"(?= )"
)
"""What may stand between such a verb and what follows: « estime, lui, être victime », « a demandé mardi la paix »."""


def _followed(frame: Frame, at: int, lemma: str, groups: frozenset[str], reflexive: bool) -> bool:
    """Does what is demanded, promised or blamed follow the verb, as the verb wants it?"""
    doc = frame.doc
    tied = _TIED.match(doc.text, doc[at].idx + len(doc[at].text))
    if tied is not None and tied.end() > tied.start():
        at = max(at, frame.token_at(tied.end()) - 1)
    if at + 1 >= len(doc):
        return False
    token = doc[at + 1]
    word = token.text.lower()
    if frame.within(at + 1):
        return not reflexive and "bare" not in groups
    if word in ("que", "qu'"):
        end = _end(frame, at) or at
        return lemma in _WITH_QUE and any("VerbForm=Fin" in str(t.morph) for t in doc[at + 2 : end])
    infinitive = "VerbForm=Inf" in str(token.morph) or re.search(r"[eio]i?r$|re$", word) is not None
    if "bare" in groups and not reflexive:
        return token.pos_ in ("VERB", "AUX") and infinitive
    if word in _NO_OBJECT or token.is_punct:
        return reflexive and word in ("pour", "en")
    return token.pos_ in _OPENS
