"""Gates on whether a question is worth its place: what a thing is of a thing the article is about, a party among
parties, an act of the head of a state only beside another.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate.
"""

from __future__ import annotations

import re

from quiz.authoring.akin import heads
from quiz.authoring.candidate import Candidate
from quiz.authoring.fitting import may_act
from quiz.authoring.scene import Scene
from quiz.authoring.spec_worth import in_title, mentions
from quiz.facts.event import Event
from quiz.facts.fact import Quotation, Specification
from quiz.facts.within import stands_in
from quiz.typography import fold

_OFTEN = 3
"""Mentions from which an article is about a thing."""


def about_it(candidate: Candidate, scene: Scene) -> str | None:
    """« Qu'est-ce que Brumelle ? » of a firm named once on the way is nobody's question: the title names the thing, or
    the article three times."""
    fact = candidate.fact
    if candidate.construction != "nature-of" or not isinstance(fact, Specification):
        return None
    known = in_title(fact.entity, scene.article) or mentions(fact.entity, scene.article) >= _OFTEN
    return None if known else "a thing named in passing"


def among_parties(candidate: Candidate, scene: Scene) -> str | None:
    """« À quel parti appartenait Ada Morin ? » only where the article tells of two other parties."""
    if candidate.construction != "party-of":
        return None
    text = scene.article.text
    named = {other.fr for other in candidate.suggested if stands_in(other.fr, text, "-")}
    return None if len(named) > 1 else "a party in passing"


_RULERS_ACT = re.compile(
    r"\b(?:signée?|signait|signe|promulguée?|promulgue|pris|prend)\b.{0,30}\b(?:décrets?|ordonnances?|lois?)\b"
    r"|\bconvoqu\w+ un (?:conseil|sommet|cabinet)\b"
    r"|\b(?:présid|réuni|organis)\w+ une? (?:conseil (?:restreint )?de défense|réunion de crise)\b"
    r"|\bson prédécesseur\b|\b(?:dissous|dissout|gracié)\b|\bnommé .{0,40}[Pp]rem(?:ier|ière) ministre\b"
)


def acts_of_state(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui a signé un décret contre les péages ? »: the president, as always, unless the article has another one."""
    fact = candidate.fact
    if not isinstance(fact, Event) or candidate.construction not in ("event-agent", "event-by"):
        return None
    key, text = candidate.answer.fr, scene.article.text
    if not _RULERS_ACT.search(candidate.question.fr) or not heads(key, text):
        return None
    if re.search(r"\bconvoqu\w+ un conseil d(?:e |es )(?:défense|ministres)", candidate.question.fr):
        return "what only a president does"
    others = [n.name for n in fact.names if n.kind == "person" and n.name not in key and key not in n.name]
    rivals = any(heads(other, text) and may_act(key, other, text) for other in others)
    return None if rivals else "what only a president does"


_COUNTING = re.compile(
    r"\b(?:[Mm]inistère|[Ii]nstitut|[Oo]ffice|[Aa]gence|[Oo]bservatoire|[Dd]irection|[Ss]ecrétariat)\b"
)
_JUDGING = re.compile(
    r"\b(?:devrait|devraient|faut|doit|doivent|pourrait|pourraient|accus\w+|nie|menace|risque|craint|espère|scandal\w+"
    r"|illégal\w*|injust\w+|responsable|coupable)\b"
)


def a_stake(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui affirme que 695 candidats sont inscrits ? »: a ministry that passes on a plain count has no opinion."""
    del scene
    fact = candidate.fact
    claimed = candidate.construction in ("who-claimed", "true-false-claim")
    if not claimed or not isinstance(fact, Quotation) or fact.speaker_kind == "person":
        return None
    if not fact.rule.startswith("claim-source") or not _COUNTING.search(f"{fact.speaker} {fact.speaker_as_written}"):
        return None
    return None if _JUDGING.search(fact.words) else "a ministry tells a plain fact"


_FEWEST = 7


def own_saying(candidate: Candidate, scene: Scene) -> str | None:
    """« C'est sans aucun doute délibéré »: fewer than seven words without a name or a figure may be anybody's."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Quotation) or fact.quote_type != "direct":
        return None
    if candidate.construction not in ("who-said", "true-false-speaker"):
        return None
    shown = re.search(r"«\s?(.*)\s?»", candidate.question.fr.replace("\u00a0", " "), re.S)
    words = re.findall(r"[\w'’-]+", shown.group(1)) if shown else []
    if not words or len(words) >= _FEWEST or re.search(r"\d", " ".join(words)):
        return None
    named = any(re.split(r"['’]", word)[-1][:1].isupper() for word in words[1:])
    return None if named else "too few words of one's own"


def unnamed_by_the_words(candidate: Candidate, scene: Scene) -> str | None:
    """« Nous, les fondeurs, n'en pouvons plus », key « les fondeurs de Vaugris »: the words say who speaks."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Quotation) or fact.quote_type != "direct" or not fact.speaker:
        return None
    if candidate.construction not in ("who-said", "true-false-speaker") or fact.speaker[:1].isupper():
        return None
    head = re.search(r"^(?:les?|la|l['’]|des|une?) ?(?P<noun>\w{4,})", fact.speaker)
    told = head is not None and re.search(rf"\bnous,? (?:les )?(?:autres )?{fold(head['noun'])}\b", fold(fact.words))
    return "the words say who speaks" if told else None


_CUT_NAME = r"\w+(?:é|ée|és|ées|eur|euse|ique|ain|aine|al|ale|ois|oise|ien|ienne|aire|if|ive)"


def whole_name(candidate: Candidate, scene: Scene) -> str | None:
    """« Le Canard boiteux regrette »: a paper or a body whose name goes on in small letters is not « Canard »."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Quotation) or not fact.speaker or not fact.cue or " " in fact.speaker:
        return None
    if fact.speaker_kind == "person":
        return None
    name, cue = re.escape(fact.speaker), re.escape(fact.cue)
    cut = re.search(rf"\b(?:L[ea] |L['’]){name} {_CUT_NAME} (?:a |ont )?{cue}\b", fact.evidence.text, re.IGNORECASE)
    return "a name cut short" if cut else None


_CALLS = re.compile(
    r"\b(?:appell?|invit|incit|exhort|encourag|oblig|autoris|contrai|forc|pouss)(?:e|ent|ait|aient|é|ée|és|ées|t|nt|ns)\b"
)
_TO_DO = re.compile(r"\bà (?:\w+ ){0,2}?\w+(?:er|ir|re)\b")


def whole_call(candidate: Candidate, scene: Scene) -> str | None:
    """« Le maire appelle tout le monde »: to what, the rest of the sentence says (« … à prier »)."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Event):
        return None
    asked = _CALLS.search(candidate.question.fr)
    told = re.search(rf"\b{asked.group()}\b", fact.evidence.text) if asked is not None else None
    if asked is None or told is None:
        return None
    to_do = _TO_DO.search(fact.evidence.text, told.end())
    return None if to_do is None or _TO_DO.search(candidate.question.fr, asked.end()) else "a call cut short"
