"""Direct questions on specifications, from the stems of the schema: who made it, what it is, where, when, who holds it.

Each construction asks what its fact says and no more; both languages come from one template. Over-generates within
reason: what hangs in the air is left out here, what is dull or too easy is for the gates and the ranker.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import agree, of
from quiz.authoring.spec_acronym_questions import acronym_candidates
from quiz.authoring.spec_charge_questions import charge_candidates
from quiz.authoring.spec_death_questions import death_candidates
from quiz.authoring.spec_forms import (
    Worded,
    as_thing,
    asked,
    attributed,
    choice_and_text,
    de,
    english_name,
    others,
    que,
    usable,
)
from quiz.authoring.spec_function_questions import function_candidates
from quiz.authoring.spec_list_questions import list_candidates, may_be_wrong
from quiz.authoring.spec_nation_questions import nation_candidates
from quiz.authoring.spec_nature_questions import nature_candidates
from quiz.authoring.spec_origin_questions import origin_candidates, party_candidates
from quiz.authoring.spec_role_bodies import cut_name, whole_role
from quiz.authoring.spec_role_questions import role_candidates
from quiz.authoring.spec_seat_questions import house_candidates, seat_candidates
from quiz.authoring.spec_time_questions import date_candidates, place_candidates
from quiz.authoring.spec_trade_questions import trade_candidates
from quiz.authoring.spec_worth import central, in_title, stands_as_place
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.spec_schema import Stem, schema
from quiz.facts.spec_words import EventVerb, event_verbs, kind_nouns
from quiz.typography import fold

_STOCK = Path(__file__).parent / "data" / "spec_stock.toml"

_OPINION = {
    "maker": 0.5, "nature": 0.3, "origin": 0.2, "founder": 0.6, "author": 0.5, "director": 0.5, "owner": 0.4,
    "winner": 0.4, "party": 0.2, "predecessor": 0.4, "leader": 0.3, "organiser": 0.2, "contributor": 0.4, "used": 0.2,
    "represents": 0.2, "presenter": 0.2, "creator": 0.3, "called-upon": 0.2,
}  # fmt: skip


def candidates(fact: Specification, article: Article) -> list[Candidate]:
    """All direct questions on a fact; empty where none is safe."""
    if fact.rule == "date-told" and fact.modality == "forecast":
        fact = replace(fact, modality="asserted")  # what was to come is asked as that: « devait-elle rencontrer »
    if not usable(fact):
        return []
    key = fact.key
    if fact.frame.construction == "role":
        if cut_name(fact.entity, article):
            return []
        fact = whole_role(fact, article)
        return [
            *role_candidates(fact, article),
            *function_candidates(fact, article),
            *trade_candidates(fact, article),
            *seat_candidates(fact, article),
        ]
    if _passer_by(fact, article):
        return []
    if key == "date":
        return date_candidates(fact, article)
    if fact.frame.construction in ("place", "birthplace", "deathplace", "place-made", "headquarters"):
        return place_candidates(fact, article)
    if key == "cause-of-death":
        return death_candidates(fact, article)
    if key == "acronym":
        return acronym_candidates(fact, article)
    if key == "charge":
        return charge_candidates(fact, article)
    if key == "nationality":
        return nation_candidates(fact, article)
    if key == "body":
        return house_candidates(fact, article)
    if key == "listed":
        return list_candidates(fact)
    if key not in schema() or not fact.frame.resolved or not _named(fact):
        return []
    if fact.frame.construction == "maker" and not schema()[key].allows(fact.entity_kind, fact.frame.population):
        return []
    if key == "nature":
        return nature_candidates(fact, article, _thing(fact), _features(fact))
    if key == "origin":
        return origin_candidates(fact, _thing(fact), article, _features(fact))
    if key == "party":
        return party_candidates(fact, article, _features(fact))
    if key == "represents":
        return _represents(fact)
    if key == "winner" and (re.search(r"\bfois\b", fact.evidence.text) or in_title(_value(fact), article)):
        return []  # « a remporté la finale quatre fois de suite »
    return _by_stems(fact, article)


def _passer_by(fact: Specification, article: Article) -> bool:
    """« Nommée professeure en 1971, elle … » taken for the historian whom one sentence before names in passing: of whom
    « il » and « elle » tell, the article speaks more than once."""
    last = fact.entity.split()[-1] if fact.entity.split() else ""
    pointed = fact.entity_kind == "person" and bool(last) and last not in fact.evidence.text
    return pointed and not central(fact.entity, article)


def _named(fact: Specification) -> bool:
    """Is the thing a name that can be asked about: a capital, no pronoun, no long phrase?"""
    words = fact.entity.split()
    return bool(words) and len(words) <= 10 and any(c.isupper() for c in fact.entity) and len(fact.entity) > 2


def _thing(fact: Specification) -> str:
    frame = fact.frame
    known = kind_nouns().get(frame.lead) if frame.construction == "nature" else None
    kind = known.kind if known is not None else fact.entity_kind
    text = as_thing(fact.entity, kind, frame.lead if frame.construction == "maker" else "", frame.asked_gender)
    if frame.article and text == fact.entity:
        return f"l'{text}" if frame.article == "l'" else f"{frame.article} {text}"
    return text[0].lower() + text[1:] if re.match(r"(?:Le|La|Les|L['’])\s?(?=[a-zà-ÿ])", text) else text


def _value(fact: Specification) -> str:
    """The value as an answer: the resolved name where it is one."""
    name = fact.frame.rest if fact.frame.construction == "maker" and fact.frame.rest else fact.frame.lead
    if fact.frame.construction in ("maker",) and name:
        return name
    if fact.frame.construction in ("winner", "predecessor", "contributor", "called-upon", "used") and fact.frame.lead:
        return fact.frame.lead
    return re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value))


def _value_kind(fact: Specification) -> str:
    kind = fact.frame.population
    if fact.key in ("maker", "organiser", "owner") and kind != "person":
        return "organisation"
    if kind in ("person", "organisation", "product", "work", "place"):
        return kind
    return schema()[fact.key].value


def _verb_of(fact: Specification) -> EventVerb | None:
    name = fact.frame.verb
    if fact.frame.construction != "maker" or name in ("mettre au point", "proposer", "détenir", "posséder", ""):
        return None
    return next((verb for verb in event_verbs() if verb.infinitive == name and verb.auxiliary == "passive"), None)


_BODIES = re.compile(
    r"universit|agence|observatoire|centre\b|institut|minist|fédération|association|organisation|gouvernement|armée|nasa|laborato|comité|union\b",
    re.I,
)


def _is_company(name: str) -> bool:
    """Is a body likely a firm, so that « Quelle entreprise » fits it?"""
    return not _BODIES.search(name) and not (name.isupper() and len(name) <= 5)


_SEVERAL = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:et|ou|&) (?:l['’] ?|la |le |les |par )?[A-ZÉ]"
    r"|\s*,\s*(?:l['’] ?|la |le |les )?[A-ZÉ][\w .'’-]{0,40}?(?:,| et | ou )"
)


def _one_of_several(fact: Specification) -> bool:
    """« Volute, détenue par Brumelle, Brisk et Lorne »: the first of those who own it is not who owns it."""
    after = fact.evidence.text[fact.answer.end - fact.evidence.start :]
    return _SEVERAL.match(after) is not None


def _by_stems(fact: Specification, article: Article) -> list[Candidate]:
    """The stems of the schema that fit how the article says it."""
    attribute = schema()[fact.key]
    verb = _verb_of(fact)
    value, kind = _value(fact), _value_kind(fact)
    if not value or fold(value) == fold(fact.entity) or _one_of_several(fact):
        return []
    if fact.frame.construction == "maker" and stands_as_place(fact.entity, article):
        return []  # « à Quimper, le film a réuni 9 000 spectateurs. Produit par Paul Roux, il … »
    if fact.key == "owner" and not central(fact.entity, article):
        return []  # « le groupe Brisk, propriétaire du Progrès, »: of a paper that the article is not about
    out: list[Candidate] = []
    wanted = "verb" if verb is not None else "plain"
    unsure = fact.frame.construction == "maker" and fact.frame.population == "other"
    firm = kind == "organisation" and _is_company(value) and not (unsure and " " in value)
    body = fact.key == "maker" and not firm
    for stem in attribute.stems:
        use = f"body-{wanted}" if body and stem.ask == "value" else wanted
        if stem.use not in ("", use):
            continue
        worded = _filled(fact, stem, value, verb)
        if worded is None:
            continue
        if stem.ask == "value" and fact.key == "maker" and in_title(value, article):
            continue  # « Valve : … »: the topic line is the key
        if stem.ask == "value":
            out += choice_and_text(_ask_value(fact, worded, value, kind), kind)
        elif attribute.swap and fact.entity_kind == attribute.swap and not body:
            out.append(_ask_thing(fact, worded, value))
    return out


def _filled(fact: Specification, stem: Stem, value: str, verb: EventVerb | None) -> Worded | None:
    """A stem with its blanks filled, attributed where somebody says so; None where a blank stays empty."""
    thing = _thing(fact)
    pronoun = "elle" if fact.entity_gender == "f" else "il" if fact.entity_gender == "m" else ""
    post = _post(fact)
    if ("{il}" in stem.fr and not pronoun) or ("{pp}" in stem.fr and verb is None):
        return None
    if "{post}" in stem.fr and post is None:
        return None
    said = _with_article(fact, value)
    blanks = {
        "e": thing, "de_e": of(thing), "que_e": que(thing), "v": said, "de_v": de(said), "il": pronoun,
        "pp": (agree(verb.participle, "m", False) if verb else ""), "post": post or "",
    }  # fmt: skip
    fr = stem.fr.format(**blanks)
    en = None
    thing_en, value_en = english_name(fact.entity), english_name(value)
    whole = "{en_post}" not in (stem.en or "") and not ("{post}" in stem.fr and post)  # the English says all or nothing
    if stem.en and thing_en and (value_en or "{v}" not in stem.en) and whole:
        en = stem.en.format(e=thing_en, v=value_en or "", en_pp=verb.english if verb else "")
    return attributed(fact, Worded(fr, en))


def _with_article(fact: Specification, value: str) -> str:
    """The maker's name with the article it takes: la NASA, l'Observatoire."""
    article = fact.frame.preposition if fact.frame.construction == "maker" else ""
    return f"l'{value}" if article == "l'" else f"{article} {value}".strip()


def _post(fact: Specification) -> str | None:
    rest = fact.frame.rest
    if fact.key == "contributor":
        return f"les {rest[4:]}" if rest.startswith("des ") else rest
    if fact.key == "called-upon":
        return rest if 2 <= len(rest.split()) <= 14 else None
    if fact.key == "predecessor":
        return f" {rest}" if rest else ""
    if fact.key == "used":
        return f" {rest}" if rest else ""
    return None


def _ask_value(fact: Specification, worded: Worded, value: str, kind: str) -> Candidate:
    wanted = kind if kind in ("person", "organisation", "product", "work", "place") else "organisation"
    suggested = others(fact, (wanted,), barred=(value,))
    gender = next((named.gender for named in fact.names if named.name == value), "")
    return Candidate(
        fact=fact,
        form="choice",
        construction=f"{fact.key}-of",
        question=asked(worded),
        answer=ruled(value, english_name(value)),
        distractor_type=f"person:{gender}" if wanted == "person" and gender else wanted,
        suggested=suggested if wanted != "person" else others(fact, ("person",), gender, (value,)) if gender else (),
        focus=(fact.entity, value),
        hint=_OPINION.get(fact.key, 0.0),
        features=_features(fact),
    )


def _ask_thing(fact: Specification, worded: Worded, value: str) -> Candidate:
    kind = fact.entity_kind
    return Candidate(
        fact=fact,
        form="choice",
        construction=f"{fact.key}-thing",
        question=asked(worded),
        answer=ruled(fact.entity, english_name(fact.entity)),
        distractor_type=kind,
        suggested=others(fact, (kind,), barred=(value,)),
        focus=(fact.entity, value),
        hint=_OPINION.get(fact.key, 0.0) - 0.1,
        features=_features(fact),
    )


def _features(fact: Specification) -> dict[str, float]:
    return {
        "resolved": float(fact.frame.resolved),
        "rule_certainty": fact.confidence,
        "thing_words": float(len(fact.entity.split())),
    }


def _represents(fact: Specification) -> list[Candidate]:
    """« Quelle organisation représente les acteurs, figurants et … ? »: the body is the key."""
    group = re.sub(r"(?<=, )des (?=\w)|(?<= et )des (?=\w)", "les ", re.sub(r"\s+", " ", fact.value))
    if not 2 <= len(group.split()) <= 16 or fact.frame.lead not in ("les", "la", "le", "l'"):
        return []
    article = "l'" if fact.frame.lead == "l'" else f"{fact.frame.lead} "
    base = Candidate(
        fact=fact,
        form="choice",
        construction="represents",
        question=asked(Worded(f"quelle organisation représente {article}{group}")),
        answer=Bilingual(fact.entity, english_name(fact.entity), "rule"),
        distractor_type="words",  # a firm represents nobody: other unions and guilds of the article, or typed
        suggested=tuple(name for name in others(fact, ("organisation",)) if not may_be_wrong(name.fr)),
        focus=(fact.entity,),
        hint=_OPINION["represents"],
        features=_features(fact),
    )
    return choice_and_text(base, "organisation")
