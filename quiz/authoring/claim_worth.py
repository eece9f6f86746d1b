"""What makes a question on who said something not worth asking: a speaker whom nobody reading the place can name, a
stem full of figures, a title that tells who.

Reads the fact, the clause of the question and the article's text. Words no question.
"""

from __future__ import annotations

import re

from quiz.authoring.public_people import lands_of
from quiz.authoring.quote_speakers import asked_as
from quiz.facts.event_words import nations
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag, countries
from quiz.facts.verbs import is_adjective, is_noun, participle
from quiz.facts.within import places, stands_in
from quiz.typography import fold

_SENTENCE_END = re.compile(r"(?<=[.!?…»”\"]) +(?=[A-ZÀ-Ý«“\"])|\n+")
_NEAR_ENOUGH = 60
"""A sentence before shorter than this (« Un record. ») is read with the one before it."""
_FIGURES = 3
"""So many figures in a clause, and who passed them on is nothing to ask."""
_MOST_OF_A_SOURCE = 26
"""Words of a whole sentence behind « Qui affirme que »."""
_SHARED = 2
_DATELINE = 130
"""Characters that may stand between a title and the article's first sentence."""
_SMALL = bag("annon avoir etre affir decla confi dans pour plus selon leurs leur cette sont tout apres avec contre")
_OF_STATE = re.compile(
    r"(?:président|présidente|premier ministre|première ministre|chancelier|chancelière|roi|reine)"
    r"(?: (?:[a-zà-ÿ]+ien(?:ne)?|[a-zà-ÿ]+ais[e]?|[a-zà-ÿ]+ain[e]?|de la République.*))?$",
    re.IGNORECASE,
)
_CHIEF = re.compile(r"(?:le chef|la cheffe|le leader|la leader|la dirigeante|le dirigeant) ")


_AGAIN = 4
"""Mentions from which an article is somebody's."""


def out_of_sight(fact: Quotation, text: str) -> bool:
    """« …, a-t-il regretté » three sentences below « le maire sortant, Luc Roy »: does the name stand neither in the
    evidence nor in the sentence before or after it, nor in the title, so that a reader sent there cannot tell who?"""
    if asked_as(fact) != "name":
        return False
    last = fold(fact.speaker or "").replace("(", " ").replace(")", " ").split()[-1:]
    names = {*last, *(word for name in fact.aliases for word in fold(name).split()[-1:])}
    before = _SENTENCE_END.split(text[: fact.evidence.start].rstrip())
    near = before[-1] if len(before[-1]) >= _NEAR_ENOUGH else " ".join(before[-2:])
    after = _SENTENCE_END.split(text[fact.evidence.end :].lstrip())[0]
    seen = fold(f"{text.partition(chr(10))[0]} {near} {text[fact.evidence.start : fact.evidence.end]} {after}")
    return bool(names) and not any(stands_in(name, seen) for name in names)


def comes_back(fact: Quotation, text: str) -> bool:
    """Does the article name the speaker again and again, so that « il » far from the name is still nobody else?"""
    surname = (fact.speaker or "").split()[-1:]
    return fact.speaker_kind == "person" and bool(surname) and len(list(places(surname[0], text))) >= _AGAIN


def only_a_surname(fact: Quotation, text: str) -> bool:
    """« Mme Blanchet » of whom no more is told: « Blanchet » alone is nobody to name."""
    name = fact.speaker or ""
    if fact.speaker_kind != "person" or " " in name or not name or fact.role:
        return False
    return any(re.search(r"\b(?:M\.|Mme|Mlle|MM\.) $", text[max(0, at - 5) : at]) for at in places(name, text))


def opens_on_a_noun(clause: str) -> bool:
    """« Institutrice à 19 ans, elle débarque à Paris »: a trade or a participle with the capital of its sentence, which
    no « que » can stand before."""
    first = re.match(r"(?P<word>[^\W\d_][\w-]+)(?: [^,]{1,50})?, (?:il|elle)s? ", clause)
    if first is None:
        return False
    word = first["word"].lower()
    return is_noun(word) or is_adjective(word) or participle(word) is not None


def overloaded(fact: Quotation, clause: str) -> bool:
    """« la secousse s'est produite à 9h17 (6h17 GMT), à 10 km de profondeur, à 23 km d'Arquenay »: more facts in the
    stem than anybody asks for their source; or a whole long sentence with a source beside it."""
    figures = len(re.findall(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?", clause))
    whole = fact.rule.startswith("claim-source") and len(clause.split()) > _MOST_OF_A_SOURCE
    return figures >= _FIGURES or whole or (figures >= _SHARED and "(" in clause)


def title_tells(fact: Quotation, clause: str, title: str) -> bool:
    """« Qui a annoncé une hausse de ses prix ? » under « Cinéstar augmente ses prix », « Qui affirme avoir abattu 41
    drones ? » under « L'armée ukrainienne dit avoir abattu 41 drones »: key and deed both stand in the title."""
    words = [word for word in re.findall(r"\w{4,}", fold(fact.speaker or "")) if word not in ("groupe", "president")]
    above = fold(title)
    if not words or not all(stands_in(word, above) for word in words[-1:]):
        return False
    if fact.speaker_kind != "person" and fact.evidence.start < len(title) + _DATELINE:
        return True  # the first sentence says the title again
    told = {word[:5] for word in re.findall(r"\w{4,}|\d{2,}", above)} - {word[:5] for word in words} - _SMALL
    said = {word[:5] for word in re.findall(r"\w{4,}|\d{2,}", fold(clause))} - _SMALL
    return len(told & said) >= _SHARED


def of_the_land(fact: Quotation, clause: str) -> bool:
    """« Qui a appelé les alliés de la Vallonie à lui livrer des armes ? »: a land's own president, or a body called
    after it, is anybody's guess where the clause names the land."""
    told = {nations().get(word) for word in re.findall(r"[\w-]+", clause.lower())} - {None}
    told |= {land for land in countries() if re.search(rf"\b{re.escape(land)}\b", clause)}
    if not told:
        return False
    own = {nations().get(word) for word in re.findall(r"[\w-]+", f"{fact.speaker} {fact.role or ''}".lower())} - {None}
    if fact.speaker_kind == "person":
        own |= lands_of(fact.speaker or "")
        if not _OF_STATE.match(fact.role or ""):
            return False
        return not own or bool(own & told)
    return bool(own & told)


def post_of_many_names(fact: Quotation) -> bool:
    """« Quelle est la fonction de la personne qui … » -> « le conseiller d'État Luc Roy », « le chef de l'Union
    républicaine »: a key with a name in it, or the head of a party, who mostly holds another office too."""
    speaker = fact.speaker or ""
    people = [named.name.split()[-1] for named in fact.names if named.kind == "person"]
    return _CHIEF.match(speaker) is not None or any(stands_in(name, speaker) for name in people if len(name) > 2)


def passed_on(fact: Quotation, clause: str) -> bool:
    """« selon Luc Roy, 40 maisons ont brûlé »: a plain figure, and a source that only happens to tell it."""
    return fact.rule.startswith("claim-source") and re.search(r"\d", clause) is not None


_SCRAP = 6
"""Words between marks from which a quotation is a claim of its own."""
_ONLY_A_SCRAP = re.compile(r"(?:que |qu['’] ?)?(?:ils?|elles?|on|c['’]est|ce) ?«\s?(?P<words>[^»]*?)\s?»\W*$")
_TO_WHAT = re.compile(
    r"se (?:dit|dise|disait) (?:preneu(?:r|se)|partante?|favorable|prête?|intéressée?|candidate?|demandeu(?:r|se))s?"
    r"(?:,|$| «)"
)
_APPOSED = re.compile(r"(?:l[ea] |l['’])(?P<said>[^,]{8,90}), (?:l[ea]s? |l['’]|une? |des |\d)")
_ANY_CLUB = re.compile(r"(?:le club|l['’]équipe|la formation|la troupe|la franchise)$", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:contrôlé|créé|détenu|dirigé|fondé|mené|piloté|possédé|présidé|racheté)e?s? par [^.;]{0,60}\Z"
)
_GOES_ON_ABOUT = re.compile(r"\[…\] (?:dont|qui|lequel|laquelle|auquel|à qui|chez qui) ")


def only_a_scrap(clause: str) -> bool:
    """« qu'il « finirait par en placer une » »: a few words that nobody understands without the rest."""
    found = _ONLY_A_SCRAP.match(clause)
    return found is not None and len(found["words"].split()) < _SCRAP


def of_what_it_is(clause: str) -> bool:
    """« se dit preneuse, « si le bois arrive » »: of what, another sentence tells."""
    return _TO_WHAT.match(clause) is not None


def its_own_name(fact: Quotation, clause: str) -> bool:
    """« Selon la FPB, la fédération des pêcheurs bretons, la sole est rare »: the letters spelt out, and no claim."""
    if not fact.rule.startswith("claim-source") or not re.search(r"\b[A-ZÀ-Þ]{2,}\b", fact.speaker or ""):
        return False
    found = _APPOSED.match(clause)
    letters = re.findall(r"[A-ZÀ-Þ]", (fact.speaker or "").split()[-1])
    words = {word[0] for word in re.findall(r"\w+", fold(found["said"]))} if found is not None else set()
    return bool(words) and sum(fold(letter) in words for letter in letters) * 3 >= len(letters) * 2


def of_another_body(fact: Quotation, text: str, title: str) -> bool:
    """« à égalité avec les Volutes de Thiès. Le club a annoncé »: the club the article is about; « Le groupe, présidé
    par Luc Roy, se tait. Il dit vouloir … »: the group, and not its chairman."""
    speaker = fact.speaker or "-"
    if _ANY_CLUB.match(fact.speaker_as_written or ""):
        above = fold(title)
        return not any(stands_in(word, above) for word in re.findall(r"\w{4,}", fold(speaker)))
    if fact.step != "pronoun" or fact.speaker_kind != "person":
        return False
    last = speaker.split()[-1]
    near = text[max(0, fact.evidence.start - _NEAR_BEFORE) : fact.evidence.end]
    return any(_LED_BY.search(near[:at]) is not None for at in places(last, near))


_NEAR_BEFORE = 200


def told_between(shown: str) -> bool:
    """« J'ai eu peur […] dont le toit s'est envolé. »: what the article tells, among the speaker's words."""
    return _GOES_ON_ABOUT.search(shown) is not None
