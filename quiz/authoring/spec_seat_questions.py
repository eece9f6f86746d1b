"""Where somebody holds a post: « De quelle ville Odile Fortin était-elle maire en mars 2018 ? », « De quelle entreprise
Paul Roux était-il PDG … ? », « De quel pays Odile Fortin a-t-elle été ministre de la Défense ? ».

The post is told, its town, country or body is the key. Refuses a key that the topic line tells, and somebody whom the
article names in passing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.event_choices import region_of
from quiz.authoring.french import agree, place_article, the_place
from quiz.authoring.spec_forms import Worded, asked, english, english_name, moment, short_names, words
from quiz.authoring.spec_function_questions import in_town, post_alone
from quiz.authoring.spec_nations import nation_named, told_most, without_nation
from quiz.authoring.spec_origin_questions import near_countries
from quiz.authoring.spec_role_questions import askable, features, kept, role_text, target
from quiz.authoring.spec_role_times import MINISTERS, of_another_time
from quiz.authoring.spec_worth import has_been, in_title, matters, mentions
from quiz.deck import Bilingual
from quiz.facts.event_words import families, known_bodies, known_places
from quiz.facts.fact import Specification
from quiz.facts.lexicon import phrases
from quiz.facts.roles import role_nouns
from quiz.facts.within import stands_in
from quiz.typography import fold


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a post is held: `ask` ("de quelle ville") and its English noun, the key, what it is, wrong choices, and the
    post as the question says it."""

    ask: str
    noun_en: str
    key: str
    kind: str
    wrong: tuple[str, ...]
    post: str


def seat_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The town, country or body of a post, as a choice where it has likes, and typed."""
    frame = fact.frame
    if (
        fact.key != "role"
        or " " not in frame.subject
        or not frame.pronoun
        or not matters(frame.subject, fact.evidence.text, article)
    ):
        return []
    if frame.time == "future" or re.search(r"intérim|honoraire|sortant", frame.lead):
        return []
    if frame.population == "trade" or frame.verb in _SCHOLARS:
        return _attached(fact, article)
    if not askable(fact, article) or (frame.time == "past" and not has_been(frame.subject, article)):
        return []
    seat = _country(fact, article) or _town(fact, article) or _body(fact, article)
    when = moment(article)
    if seat is None or when is None or _told(seat.key, article):
        return []
    name, past = frame.subject, frame.time == "past"
    held = f"{name} a-t-{frame.pronoun} été" if past else f"{name} était-{frame.pronoun}"
    date = "" if past else f" {when[0]}"
    noun = role_nouns().get(seat.post.lower())
    post_en = english(seat.post, kept(fact)) or (noun.english if noun is not None else None)
    date_en = "" if past else f" {when[1]}" if when[1] else None
    en = None
    if date_en is not None and frame.verb in ("député", "sénateur"):
        en = f"Which {seat.noun_en} did {name}{' once' if past else ''} represent in parliament{date_en}?"
    elif post_en and date_en is not None:
        link = "for" if frame.verb == "porte-parole" else "of"
        en = f"Which {seat.noun_en} was {name}{' once' if past else ''} {post_en} {link}{date_en}?"
    shown = the_place(seat.key) if seat.kind == "country" else seat.key
    key = ruled(shown, english(seat.key) or english_name(seat.key))
    typed = Candidate(
        fact=fact,
        form="text",
        construction="role-seat",
        question=asked(Worded(f"{seat.ask} {held} {seat.post}{date}", en)),
        answer=key,
        accept=tuple(dict.fromkeys((seat.key, *short_names(seat.key, "organisation")))) if shown != seat.key else (),
        focus=(name,),
        hint=0.3,
        features=features(fact)
        | {
            "mentions": float(min(5, mentions(name, article))),
            "titled": float(in_title(name, article)),
            f"seat_{seat.kind}": 1.0,
        },
    )
    if len(seat.wrong) < 2:
        return [typed]
    turn = hashlib.sha256(name.encode()).digest()[0] % len(seat.wrong)
    near = [_said(place, seat.kind) for place in (*seat.wrong[turn:], *seat.wrong[:turn])]
    kind = {"country": "country", "town": "place", "department": "place"}.get(seat.kind, "words")
    return [replace(typed, form="choice", accept=(), distractor_type=kind, suggested=tuple(near), hint=0.4), typed]


_SCHOLARS = frozenset(("analyste", "chercheur", "enseignant", "professeur", "scientifique", "spécialiste"))
_HOUSES = {
    "université": ("à quelle université", "university"), "university": ("à quelle université", "university"),
    "institut": ("à quel institut", "institute"), "observatoire": ("à quel observatoire", "observatory"),
    "école": ("à quelle école", "school"), "laboratoire": ("à quel laboratoire", "laboratory"),
}  # fmt: skip


def house_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """« Paul Roux, de l'université de Lorne »: the house said beside somebody's name."""
    pronoun = {"m": "il", "f": "elle"}.get(fact.entity_gender, "")
    if " " not in fact.entity or not pronoun or not matters(fact.entity, fact.evidence.text, article):
        return []
    return _at_home(fact, article, fact.entity, pronoun, fact.value)


def _attached(fact: Specification, article: Article) -> list[Candidate]:
    """« Paul Roux, astronome de l'Observatoire de Lorne »: which house somebody works for."""
    frame = fact.frame
    match = re.fullmatch(r"(?:de |du |de la |de l['’] ?|à l['’] ?|à la |au |chez )(?P<body>[A-ZÉ].+)", frame.rest)
    if match is None or frame.time != "present":
        return []
    return _at_home(fact, article, frame.subject, frame.pronoun, match["body"])


def _at_home(fact: Specification, article: Article, name: str, pronoun: str, said: str) -> list[Candidate]:
    """« À quel observatoire Paul Roux était-il rattaché en mars 2018 ? », a choice among agencies."""
    when = moment(article)
    if when is None or of_another_time(fact, article):
        return []
    body = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", said))
    known = known_bodies().get(body)
    house = _HOUSES.get(body.split()[0].lower())
    if house is None and (known is None or known.family.noun not in ("agence", "organisation", "institution")):
        return []
    if _told(body, article) or len(body.split()) > 7:
        return []
    ask, noun_en = house or ("à quelle organisation", "organization")
    attached = agree("rattaché", "f" if pronoun == "elle" else "m", False)
    en = f"Which {noun_en} was {name} attached to {when[1]}?" if when[1] else None
    typed = Candidate(
        fact=replace(fact, frame=replace(fact.frame, resolved=True)),
        form="text",
        construction="role-seat",
        question=asked(Worded(f"{ask} {name} était-{pronoun} {attached} {when[0]}", en)),
        answer=ruled(body, english(body) or english_name(body)),
        focus=(name,),
        hint=0.2,
        features={
            "rule_certainty": fact.confidence,
            "mentions": float(min(5, mentions(name, article))),
            "seat_house": 1.0,
        },
    )
    near = tuple(n for n in known.neighbours if n != body and n not in article.text) if known is not None else ()
    if len(near) < 2:
        return [typed]
    return [replace(typed, form="choice", distractor_type="words", suggested=tuple(_said(n, "") for n in near)), typed]


def _said(name: str, kind: str) -> Bilingual:
    return ruled(the_place(name) if kind == "country" else name, english(name) or english_name(name))


def _told(key: str, article: Article) -> bool:
    """Does the topic line tell the key, by its name, its people or a part of it?"""
    title = fold(article.title or "")
    nation = nation_named(key)
    forms = [key, *((nation.masculine, nation.feminine) if nation is not None else ())]
    if any(fold(form) in title for form in forms):
        return True
    own = re.findall(r"[^\W\d_]{4,}", fold(key))
    return any(word[:6] in title for word in own if len(word) > 4 and word not in ("groupe", "parti", "institut"))


def _country(fact: Specification, article: Article) -> _Seat | None:
    """« l'ancien président de la Tanzanie »: the country, not where the whole article tells of it."""
    frame = fact.frame
    place = target(frame.rest)
    former = frame.time == "past" and frame.verb in words("role_rulers")  # who rules today is known to many
    head = former and (place_article(place) is not None or not frame.rest)
    if frame.verb in MINISTERS and frame.verb != "premier ministre":
        nation = nation_named(frame.place) if frame.place else None
    elif head:
        nation = nation_named(frame.place or place)
    else:
        return None
    if nation is None or told_most(article.text) == nation or frame.subject in words("role_known_heads"):
        return None
    near = tuple(name for name in near_countries(nation.name) if name not in fact.evidence.text)
    return _Seat("de quel pays", "country", nation.name, "country", near, _office(fact))


def _office(fact: Specification) -> str:
    """« ministre belge de la Mer » -> « ministre de la Mer », « président de la Tanzanie » -> « président »."""
    if fact.frame.verb not in MINISTERS:
        return without_nation(post_alone(fact.frame.lead))
    return " ".join(without_nation(role_text(fact)).split())


def _town(fact: Specification, article: Article) -> _Seat | None:
    """The town of a mayor, the department of a prefect or of a member of parliament."""
    frame = fact.frame
    place = target(frame.rest)
    region = region_of(place)
    post = post_alone(frame.lead)
    if frame.verb in ("maire", "bourgmestre") and (town := in_town(frame.rest).removeprefix("à ")):
        known = known_places().get(town)
        row = known.neighbours if known is not None and known.family.noun == "ville" else ()
        at = row.index(town) if town in row else 0  # rows go from big to small: towns of the key's size are beside it
        beside = sorted(row, key=lambda name: abs(row.index(name) - at))
        near = tuple(name for name in beside if name != town and name not in article.text)[:5]
        if not near and mentions(frame.subject, article) < 2:
            return None  # a witness from a village
        noun, noun_en = ("ville", "city") if near else ("commune", "town")
        return _Seat(f"de quelle {noun}", noun_en, town, "town", near, post)
    if frame.verb in ("préfet", "député", "sénateur") and region is not None:
        near = tuple(name for name in region[1] if name != place and name not in article.text)
        return _Seat("de quel département", "department", place, "department", near, post)
    return None


_HEADS = frozenset(
    (
        "PDG", "chef", "coprésident", "dirigeant", "directeur", "directeur exécutif", "directeur général",
        "directeur général adjoint", "entraîneur", "fondateur", "leader", "patron", "porte-parole",
        "premier secrétaire",
        "président", "président-directeur général", "rédacteur en chef", "secrétaire", "secrétaire général",
        "secrétaire national", "trésorier", "vice-président",
    )
)  # fmt: skip
_NOUNS_EN = {
    "agence": "agency", "association": "association", "banque": "bank", "chaîne": "channel", "club": "club",
    "entreprise": "company", "groupe": "group", "journal": "newspaper", "organisation": "organization",
    "parti": "party", "syndicat": "union", "université": "university", "équipe": "team", "média": "media outlet",
    "fédération": "federation",
}  # fmt: skip
_NAME = r"(?P<name>[A-ZÉ][\w'’&.+-]*(?: (?:de |du |des |d'|la |le |en |of |for )?[A-ZÉ][\w'’&.+-]*){0,4})"
_NOUN_AND_NAME = re.compile(
    rf"(?P<noun>[a-zà-ÿ-]+)(?: [a-zà-ÿ]+(?:iste|ique|ais|aise|ien|ienne|aire|al|ale|ain|aine))? {_NAME}"
)


def _body(fact: Specification, article: Article) -> _Seat | None:
    """The firm, party, union or club of its head: by the noun that the article or the table has for it."""
    frame = fact.frame
    if frame.verb not in _HEADS or not re.match(r"(?:de |du |des |d['’])", frame.rest):
        return None
    body = re.sub(r" (?:en|au|aux|à) [A-ZÉ][\w'’-]+$", "", target(frame.rest))
    plain = re.fullmatch(_NAME, body)
    noun_and_name = _NOUN_AND_NAME.fullmatch(body)
    name = plain["name"] if plain else noun_and_name["name"] if noun_and_name else ""
    if not name or not _a_body(name, fact):
        return None
    noun = _noun(name, noun_and_name["noun"] if noun_and_name else "", frame.verb)
    if not noun:
        return None
    known = known_bodies().get(name)
    near = tuple(n for n in known.neighbours if n != name and n not in article.text) if known is not None else ()
    feminine = noun in (
        "agence",
        "association",
        "banque",
        "chaîne",
        "entreprise",
        "organisation",
        "université",
        "équipe",
    )
    feminine = feminine or noun == "fédération"
    ask = f"de quelle {noun}" if feminine else f"de quel {noun}"
    return _Seat(ask, _NOUNS_EN.get(noun, noun), name, "body", near, without_nation(post_alone(frame.lead)))


_COMMON = re.compile(
    r"(?:Conseil|Assemblée|Sénat|Parlement|Maison|Élysée|République|État|Commission|Cour|Comité|Ville|Chambre)\b"
)


def _a_body(name: str, fact: Specification) -> bool:
    """A body by its own name: no place, nobody's name, no organ of a state."""
    if _COMMON.match(name) or place_article(name) is not None or len(name) < 3:
        return False
    if any(n.kind in ("person", "place") and (n.name == name or stands_in(n.name, name)) for n in fact.names):
        return False
    return not known_places().get(name)


def _noun(name: str, said: str, verb: str) -> str:
    """What to ask a body by: the article's noun for it, the table's, what its head's title or its own name tells."""
    family = families().get(said)
    if said == "fédération":
        return said
    if family is not None and family.noun != "institution":
        return family.noun
    if said:
        return ""
    known = known_bodies().get(name)
    if known is not None:
        return known.family.noun if known.family.noun != "institution" else ""
    if name in phrases("media"):
        return "média"
    first = fold(name.split()[0])
    own = {"parti": "parti", "mouvement": "parti", "syndicat": "syndicat", "federation": "fédération",
           "association": "association", "universite": "université", "groupe": "groupe"}.get(first)  # fmt: skip
    if own:
        return own
    if verb in ("PDG", "président-directeur général"):
        return "entreprise"
    return "organisation" if re.fullmatch(r"[A-ZÉ]{3,6}", name) else ""
