"""Who held a role, and which role somebody holds: the constructions that have made the best questions.

A role is asked only with its body named, whole, and where the answer is no common knowledge; with the article's month,
since roles change hands.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import elide, place_article
from quiz.authoring.spec_forms import Worded, asked, choice_and_text, english, english_name, moment, others, words
from quiz.authoring.spec_list_questions import may_be_wrong
from quiz.authoring.spec_nations import Nation, nation_of, without_nation
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.roles import role_nouns, role_words
from quiz.facts.spec_words import kind_nouns
from quiz.typography import fold

_RULERS = words("role_rulers")
_FAMOUS = words("role_famous")
_OF_PLACES = words("role_of_places")
_NO_TRADE = words("role_no_trade")
_INSTITUTIONS = words("role_institutions")
"""Words that name a body only with more behind them, capital or not."""
_VAGUE = words("role_vague")


def role_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """Role -> name and name -> role, each as a choice and typed."""
    frame = fact.frame
    if frame.construction != "role" or frame.time == "future" or not frame.lead:
        return []
    if not _body_is_named(fact, article) or _common_knowledge(fact) or _of_another_time(fact, article):
        return []
    if frame.verb == "membre":
        return _membership(fact)
    if frame.verb not in _OF_PLACES and frame.population != "trade" and _only_a_place(fact):
        return []
    return [*_holder(fact, article), *_function(fact, article)]


def _of_another_time(fact: Specification, article: Article) -> bool:
    """« ministre de la Culture de l'époque », or a sentence dated years before its article: no role of the
    article's day."""
    if re.search(r"époque|d'alors|à vie\b", fact.frame.rest):
        return True
    if fact.frame.time == "past" or not article.date:
        return False
    years = [int(year) for year in re.findall(r"\b(1[89]\d\d|20\d\d)\b", fact.evidence.text)]
    return any(year < int(article.date[:4]) - 1 for year in years)


def _only_a_place(fact: Specification) -> bool:
    """« directeur de Los Angeles »: no body, and no office of a place either."""
    target = _target(fact.frame.rest)
    return (
        place_article(target) is not None
        or place_like(target)
        or any(n.name == target and n.kind == "place" for n in fact.names)
    )


def _target(body: str) -> str:
    """What the complement names, its preposition and article left out."""
    plain = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", body)).replace("’", "'").strip()
    return re.sub(r"^(?:de la |de l'|du |des |de |d')", "", plain)


def _membership(fact: Specification) -> list[Candidate]:
    """« De quelle organisation Odile Fortin est-elle membre ? »."""
    frame = fact.frame
    target = _target(frame.rest)
    if not target[:1].isupper() or not frame.pronoun or " " not in frame.subject or len(target.split()) > 8:
        return []
    base = Candidate(
        fact=fact,
        form="choice",
        construction="member-of",
        question=asked(
            Worded(
                f"de quelle organisation {frame.subject} est-{frame.pronoun} membre",
                f"Which organization is {frame.subject} a member of?",
            )
        ),
        answer=ruled(target, english_name(target)),
        distractor_type="words",  # nobody is a member of a firm
        suggested=tuple(
            name for name in others(fact, ("organisation",), barred=(target,)) if not may_be_wrong(name.fr)
        ),
        focus=(frame.subject,),
        hint=0.3,
        features=_features(fact),
    )
    return choice_and_text(base, "organisation")


def _body_is_named(fact: Specification, article: Article) -> bool:
    """Has the role a body that a reader knows by the question: a name, or a nationality for a minister?"""
    frame = fact.frame
    if frame.population == "trade":
        return frame.verb not in _NO_TRADE and bool(frame.rest or frame.place)
    words = re.findall(r"[^\W\d_]+", frame.rest)
    capital = any(word[:1].isupper() for word in words)
    if frame.verb in _MINISTERS:
        said = frame.verb != "ministre" or re.match(r"(?:de |du |des |d['’] ?|chargée? |déléguée? |$)", frame.rest)
        return bool(said) and nation_of(fact, article) is not None
    if re.search(r"\b(?:national|fédéral|central|royal)e?s?\b", frame.rest) and nation_of(fact, article) is None:
        return False  # the national agency of which country?
    if not words:
        return False
    heads = [word for word in words if len(word) > 2]
    bare = bool(heads) and heads[0].lower() in _VAGUE and not capital
    target = _target(frame.rest)
    if " " not in target and target.lower() in _INSTITUTIONS:
        return False
    return capital and not bare


def _common_knowledge(fact: Specification) -> bool:
    """« le président de la République française »: nobody learns that from an article."""
    frame = fact.frame
    if frame.verb not in _RULERS or frame.verb == "ministre":
        return False
    if frame.verb == "chef" and not re.search(r"[ÉEé]tat|gouvernement", frame.rest):
        return False
    return (
        frame.place in _FAMOUS or any(word in _FAMOUS for word in re.findall(r"[\wÉé-]+", frame.rest)) or not frame.rest
    )


_MINISTERS = ("ministre", "premier ministre", "première ministre", "secrétaire d'État", "vice-ministre")


def _role_text(fact: Specification, nation: Nation | None = None) -> str:
    """The role with its body, without "ancien": « PDG de Brumelle », its spaces mended.

    A minister has the country's adjective, put in where the article says it elsewhere; a post in a body has none
    (« le président qatarien du PSG » is the president of PSG).
    """
    frame = fact.frame
    lead = re.sub(r"^ex-", "", frame.lead, flags=re.IGNORECASE)
    if frame.verb in _MINISTERS:
        known = f"{lead} {frame.rest}"
        if nation is not None and without_nation(known) == " ".join(known.split()) and nation.name not in frame.rest:
            noun = next((n for n in sorted(_MINISTERS, key=len, reverse=True) if lead.lower().startswith(n)), "")
            adjective = nation.feminine if frame.asked_gender == "f" else nation.masculine
            lead = f"{lead[: len(noun)]} {adjective}{lead[len(noun) :]}" if noun else lead
    elif frame.verb not in _OF_PLACES | _RULERS or (frame.verb == "président" and not _only_a_place(fact)):
        lead = without_nation(lead) if _target(frame.rest)[:1].isupper() else lead
    text = f"{lead} {frame.rest}".strip()
    return re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", text)).replace("’", "'")


def _holder(fact: Specification, article: Article) -> list[Candidate]:
    """« Qui était, en mai 2018, le PDG de Brumelle ? » for roles that one person holds."""
    frame = fact.frame
    if frame.population not in ("head", "post", "maker") or frame.time != "present" or " " not in frame.subject:
        return []
    if frame.population == "post" and not _only_one(frame.lead):
        return []
    role = _role_text(fact, nation_of(fact, article))
    if not frame.asked_gender or "«" in role:
        return []
    the_role = elide("la" if frame.asked_gender == "f" else "le", role)
    when = moment(article) if frame.population != "maker" else None
    role_en = english(role, _kept(fact))
    if when is None:
        fr = f"qui est {the_role}"
        en = f"Who is the {role_en}?" if role_en else None
    else:
        fr = f"qui était, {when[0]}, {the_role}"
        en = f"Who was the {role_en} {when[1]}?" if role_en and when[1] else None
    gender = fact.entity_gender if fact.key == "role" else ""
    base = Candidate(
        fact=fact,
        form="choice",
        construction="role-holder",
        question=asked(Worded(fr, en)),
        answer=ruled(frame.subject, frame.subject),
        distractor_type=f"person:{gender}" if gender else "person",
        suggested=others(fact, ("person",), gender, (frame.subject,)) if gender else (),
        also_true=_aliases(frame.subject),
        focus=(frame.subject,),
        hint=0.7,
        features=_features(fact),
    )
    return choice_and_text(base, "person")


_SEVERAL = re.compile(
    r"^(?:membre|député|sénat|conseill|professeur|candidat|joueu|attaquant|défenseur|milieu|chercheu|vice-|délégué|représentant"
    r"|ambassad|eurodéput|avocat|envoyé|fille|fils|partenaire|militant|élu|sociétaire|consultant|juge|adjoint|associé|observat|champion|ailier|parlementaire)"
)


def _only_one(role: str) -> bool:
    """A post that is one person's at a time, as far as its noun tells ("directeur sportif", "porte-parole")."""
    return _SEVERAL.match(role.lower()) is None


def _function(fact: Specification, article: Article) -> list[Candidate]:
    """« Quelle fonction occupait Odile Fortin au sein de Brumelle en mai 2018 ? », or « Quelle est la profession
    de … ? »."""
    frame = fact.frame
    name = frame.subject
    if " " not in name or fact.key != "role":
        return []
    kind = _sort(fact)
    when = moment(article)
    at_en = f" {when[1]}" if when and when[1] else ""
    answer, inside = without_nation(re.sub(r"^ex-", "", frame.lead)), ""
    if kind == "trade":
        text, answer = _trade(fact)
    elif kind == "minister":
        answer, nation = _portfolio(fact), nation_of(fact, article)
        inside = f"au sein du gouvernement {nation.masculine}" if nation else ""
        text = _tensed(name, inside, frame.time, when, frame.pronoun) if inside else ""
    else:
        inside = _in_town(frame.rest) if kind == "town" else _inside(fact)
        text = _tensed(name, inside, frame.time, when, frame.pronoun) if inside else ""
    if not kind or not text or len(answer.split()) > 9:
        return []
    noun = role_nouns().get(answer.lower())
    answer_en = english(answer, _kept(fact)) or (noun.english if noun else None)
    en = _english(fact, kind, name, at_en, nation_of(fact, article))
    gender = fact.entity_gender or frame.asked_gender or "m"
    base = Candidate(
        fact=fact,
        form="choice",
        construction="role-function",
        question=asked(Worded(text, en)),
        answer=ruled(answer, answer_en),
        distractor_type=f"role:{gender}",
        suggested=_other_roles(fact, kind, gender, answer),
        focus=(name,),
        hint=0.4 if kind != "trade" else 0.0,
        features=_features(fact),
    )
    return [base]


def _tensed(name: str, inside: str, time: str, when: tuple[str, str | None] | None, pronoun: str) -> str:
    """« quelle fonction occupe Odile Fortin au sein de Brumelle », dated where the article is, in the past where
    it says so."""
    if time == "past":
        return f"quelle fonction {name} a-t-{pronoun} occupée par le passé {inside}" if pronoun else ""
    return f"quelle fonction occupait {name} {inside} {when[0]}" if when else f"quelle fonction occupe {name} {inside}"


def _portfolio(fact: Specification) -> str:
    """« ministre iranien des Transports », « ministre de la Justice d'Odile Fortin »: the post alone, which no other
    choice could be told from by its country or its head."""
    words = [word for word in _role_text(fact).split() if word.lower() not in role_words().nations]
    text = " ".join(words)
    return (
        re.sub(r"(?<=[a-zé])(?<! et) (?:de la |de l'|du |des |de |d')(?:[A-ZÉ][\w'-]+(?: |$)){1,3}$", "", text).strip()
        if len(words) > 4
        else text
    )


def _english(fact: Specification, kind: str, name: str, at: str, nation: Nation | None) -> str | None:
    """The English of the question, where the body has one."""
    frame = fact.frame
    if kind == "trade":
        return f"What does {name} do for a living?"
    past = frame.time == "past"
    town = _in_town(frame.rest) if kind == "town" else ""
    verb, tense = ("once hold", "did") if past else ("hold", "did" if at else "does")
    when = "" if past else at
    if kind == "minister":
        return f"What position {tense} {name} {verb} in the {nation.english} government{when}?" if nation else None
    if town:
        return f"What position {tense} {name} {verb} in {english(town[2:]) or town[2:]}{when}?"
    body = english(f"PDG {frame.rest}", _kept(fact))
    if body is None or not body.startswith("CEO of "):
        return None
    return f"What position {tense} {name} {verb} at {body.removeprefix('CEO of ')}{when}?"


_TOWN = frozenset(("maire", "procureur", "préfet", "évêque", "archevêque", "bourgmestre", "gouverneur"))
_OUTSIDE = words("role_outside")
_BODIES = words("role_bodies")


def _sort(fact: Specification) -> str:
    """Which question on a function fits: "minister", "town", "trade", "head" (a post in a body), or "" for none."""
    frame = fact.frame
    if frame.verb in ("ministre", "secrétaire d'État", "vice-ministre"):
        return "minister"
    if frame.population == "trade":
        return "trade" if fact.rule in ("role-after", "role-title", "role-before") else ""
    if frame.verb in _TOWN:
        return "town"
    outside = (
        frame.verb in _OUTSIDE
        or frame.verb == "envoyé spécial"
        or (fact.rule == "role-copula" and frame.time == "past")
        or frame.verb in _OF_PLACES - {"président", "vice-président"}
        or (
            frame.verb in ("professeur", "enseignant")
            and _target(frame.rest)[:1].isupper()
            and " " not in _target(frame.rest)
        )
    )
    return "" if frame.population == "maker" or outside else "head"


def _in_town(body: str) -> str:
    """« d'Avignon » -> « à Avignon »; "" for a place with an article or one that is no town."""
    plain = re.sub(r"\s+", " ", body).replace("’", "'").strip()
    match = re.fullmatch(r"(?:de |d' ?)(?P<town>[A-ZÉ][\w'-]+(?: [A-ZÉ][\w'-]+)*)", plain)
    return f"à {match['town']}" if match and place_article(match["town"]) is None else ""


def _inside(fact: Specification) -> str:
    """« de Brumelle » -> « au sein de Brumelle »; "" where the complement is no body (a person, a place, a subject)."""
    plain = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.frame.rest)).replace("’", "'").strip()
    if not re.match(r"(?:de |d'|du |des |de la |de l')", plain):
        return ""
    target = _target(plain)
    first = target.split()[0] if target.split() else ""
    if _only_a_place(fact) or re.match(r"(?:République|État)\b", target):
        return ""
    if any(named.kind == "person" and named.name.split()[-1] == target.split()[-1] for named in fact.names):
        return ""
    if not first[:1].isupper():
        noun = kind_nouns().get(first.lower()) or kind_nouns().get(" ".join(target.split()[:2]).lower())
        if first.lower() not in _BODIES and (noun is None or noun.kind != "organisation"):
            return ""
    elif re.search(r"\s(?:à|au|aux|en)\s", target):
        return ""
    return f"au sein {plain}"


def place_like(name: str) -> bool:
    """A town by the looks of its name (« Saint-Denis », « Aix-les-Bains »)? Unknown names are taken for bodies."""
    from quiz.english import names

    return names.place(name) is not None or bool(re.search(r"-(?:sur|les|en|la|le|du|de|Saint|lès)-|^Saint", name))


def _trade(fact: Specification) -> tuple[str, str]:
    """What somebody does: the noun alone; nationality and speciality stay out of the key."""
    lead = fact.frame.lead
    words = lead.split()
    key = lead if fact.frame.place == "" else " ".join(w for w in words if w != words[-1]) or lead
    return f"quelle est la profession {elide('de', fact.frame.subject)}", key


def _kept(fact: Specification) -> tuple[str, ...]:
    """Names that stay as they are in English: those in the role's complement."""
    body = fact.frame.rest.replace("’", "'")
    target = re.sub(r"^(?:de la |de l' ?|du |des |de |d' ?)", "", body).strip()
    inside = [named.name for named in fact.names if named.name in body]
    return tuple(dict.fromkeys([*inside, *([target] if target[:1].isupper() and target.istitle() else [])]))


@cache
def _stock() -> dict[str, list[list[str]]]:
    path = Path(__file__).parent / "data" / "spec_stock.toml"
    stock: dict[str, list[list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))["role"]
    return stock


def _other_roles(fact: Specification, kind: str, gender: str, answer: str) -> tuple[Bilingual, ...]:
    """Roles of the same sort that the article does not give this person, in an order the fact decides."""
    column = 1 if gender == "f" else 0
    head = fold(answer).split()[0]
    rows = [row for row in _stock()[kind] if fold(row[column]) != fold(answer)]
    if kind != "minister":
        rows = [row for row in rows if fold(row[column]).split()[0] != head]
    said = {fold(role) for role in re.findall(r"[\w'’ -]+", fact.evidence.text)}
    rows = [row for row in rows if not any(fold(row[column]) in text for text in said)]
    turn = hashlib.sha256(f"{fact.entity}/{answer}".encode()).digest()[0] % max(1, len(rows))
    return tuple(ruled(row[column], row[2]) for row in (*rows[turn:], *rows[:turn]))


def _aliases(name: str) -> tuple[str, ...]:
    words = name.split()
    return (words[-1],) if len(words) > 1 else ()


def _features(fact: Specification) -> dict[str, float]:
    frame = fact.frame
    return {
        "resolved": float(frame.resolved),
        "role_words": float(len(_role_text(fact).split())),
        "head": float(frame.population == "head"),
        "past": float(frame.time == "past"),
        "rule_certainty": fact.confidence,
    }
