"""Which role somebody holds: « Quelle fonction occupait Odile Fortin au sein de Brumelle ? », with wrong
roles of the same rank and of the same sort of body.

Asks only where the body can be said. Refuses trades: nobody that read the article takes a cyclist for a notary.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import place_article
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, english, moment, words
from quiz.authoring.spec_nations import Nation, nation_of, without_nation
from quiz.authoring.spec_role_questions import OF_PLACES, askable, features, kept, only_a_place, role_text, target
from quiz.authoring.spec_worth import has_been, in_title, leaks, matters, mentions
from quiz.deck import Bilingual
from quiz.facts.event_words import known_bodies
from quiz.facts.fact import Specification
from quiz.facts.lexicon import phrases
from quiz.facts.roles import role_nouns, role_words
from quiz.facts.spec_words import kind_nouns
from quiz.facts.spec_words import words as facts_words
from quiz.typography import fold


def function_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """« Quelle fonction occupait Odile Fortin au sein de Brumelle en mai 2018 ? »: the post alone is the key."""
    frame = fact.frame
    name = frame.subject
    if not askable(fact, article) or " " not in name or fact.key != "role":
        return []
    if not matters(name, fact.evidence.text, article) or re.search(r"\bauprès\b", frame.rest):
        return []
    if frame.time == "past" and not has_been(name, article):
        return []
    kind = _sort(fact)
    when = moment(article)
    at_en = f" {when[1]}" if when and when[1] else ""
    nation = nation_of(fact, article) if kind == "minister" else None
    if nation is not None and nation.name == "Suisse":
        return []  # a member of its council has several fields, and the article names one
    if kind == "minister":
        answer = _portfolio(fact)
        inside = f"au sein du gouvernement {nation.masculine}" if nation else ""
    else:
        answer = post_alone(frame.lead)
        inside = in_town(frame.rest) if kind in ("town", "mayor") else _inside(fact)
    text = _tensed(name, inside, frame.time, when, frame.pronoun) if inside else ""
    if not kind or not text or len(answer.split()) > 9 or _dull(answer) or _told(answer, kind, article):
        return []
    noun = role_nouns().get(answer.lower())
    answer_en = english(answer, kept(fact)) or (noun.english if noun else None)
    gender = fact.entity_gender or frame.asked_gender or "m"
    wrong = _other_roles(fact, kind, gender, answer)
    if len(wrong) < 2:
        return []
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="role-function",
            question=asked(Worded(text, _english(fact, kind, name, at_en, nation))),
            answer=ruled(answer, answer_en),
            distractor_type=f"role:{gender}",
            suggested=wrong,
            focus=(name,),
            hint=0.4,
            features=features(fact)
            | {"mentions": float(min(5, mentions(name, article))), "titled": float(in_title(name, article))},
        )
    ]


def _told(answer: str, kind: str, article: Article) -> bool:
    """Does the topic line hold the key: « Le porte-parole de Brumelle s'explique », « Transports : le plan », « Les
    chauffeurs de taxi en grève » beside a minister of Transport?"""
    title = article.title or ""
    if kind != "minister":
        return leaks(answer, title)
    said = re.sub(r"^(?:vice-)?ministre |^secrétaire d'[Éé]tat ", "", answer)
    matters_of = next((row for portfolio, row in _MATTERS.items() if re.search(portfolio, said.lower())), None)
    return leaks(said, title) or (matters_of is not None and re.search(matters_of, fold(title)) is not None)


_MATTERS = {
    r"agricult": r"\b(?:agricult|elev(?:age|eur)|lait|paysan)",
    r"budget|comptes|économie|finances": r"\b(?:budget|croissance|deficit|fisc|impot)",
    r"défense|armée": r"\b(?:armee|militaire|missile|soldat)",
    r"écolog|environnement": r"\b(?:climat|ecolog|pollution)",
    r"éducation|enseignement": r"\b(?:college|eleve|enseignant|(?<!en )exam|lycee|professeur|scola)",
    r"justice": r"\b(?:condamn|detenu|juge|justice|magistrat|prison|proces|tribunal)",
    r"santé": r"\b(?:ebola|epidemi|hopita|malad|medecin|medic|sante|vaccin|virus)",
    r"transport": r"\b(?:aeroport|autoroute|avion|bus|chauffeur|collision|ferroviaire|rail|taxi|train|vols?)\b",
    r"travail|emploi": r"\b(?:chomage|emploi|greve|licenci|salari|travail)",
}
"""What a ministry is about, by words of a topic line (accents left out): the choice would be made without reading."""


_CAMPS = words("function_camps")


def post_alone(lead: str) -> str:
    """« ancien président républicain », « maire UDI » -> « président », « maire »: a key with its camp in it is told
    by it."""
    said = re.sub(r" (?:sortante?|intérimaire)$", "", without_nation(re.sub(r"^ex-", "", lead)))
    plain = [w for w in said.split() if w.lower() not in _CAMPS and not re.fullmatch(r"[A-ZÉ]{2,}|MoDem|LaREM|LReM", w)]
    post = said if not plain or said.isupper() else " ".join(plain)
    return post if re.match(r"[A-ZÉ]{2}", post) else post[:1].lower() + post[1:]


def _dull(answer: str) -> bool:
    """« responsable », « directeur », « directeur par intérim »: a post that tells nothing, or of a stopgap."""
    return answer.lower() in (
        "responsable",
        "directeur",
        "directrice",
        "chef",
        "cadre",
        "dirigeant",
        "dirigeante",
        "patron",
        "patronne",
        "leader",
    ) or ("intérim" in answer)


def _tensed(name: str, inside: str, time: str, when: tuple[str, str | None] | None, pronoun: str) -> str:
    """« quelle fonction occupe Odile Fortin au sein de Brumelle », dated where the article is, in the past where
    it says so."""
    if time == "past":
        return f"quelle fonction {name} a-t-{pronoun} occupée par le passé {inside}" if pronoun else ""
    return f"quelle fonction occupait {name} {inside} {when[0]}" if when else f"quelle fonction occupe {name} {inside}"


def _portfolio(fact: Specification) -> str:
    """« ministre iranien des Transports », « ministre de la Justice d'Odile Fortin »: the post alone, which no other
    choice could be told from by its country or its head."""
    words = [word for word in role_text(fact).split() if word.lower() not in role_words().nations]
    text = _SMALL_PORTFOLIO.sub(_raised, " ".join(words), count=1)
    return (
        re.sub(r"(?<=[a-zé])(?<! et) (?:de la |de l'|du |des |de |d')(?:[A-ZÉ][\w'-]+(?: |$)){1,3}$", "", text).strip()
        if len(words) > 4
        else text
    )


_SMALL_PORTFOLIO = re.compile(
    r"(?:(?<= de la )|(?<= du )|(?<= des )|(?<= de l['’])|(?<= à la )|(?<= à l['’])|(?<= aux )|(?<= au ))[a-zà-ÿ]"
)


def _raised(match: re.Match[str]) -> str:
    """« ministre des transports » as the other choices are written: ministre des Transports."""
    return match.group().upper()


def _english(fact: Specification, kind: str, name: str, at: str, nation: Nation | None) -> str | None:
    """The English of the question, where the body has one."""
    frame = fact.frame
    past = frame.time == "past"
    town = in_town(frame.rest) if kind in ("town", "mayor") else ""
    verb, tense = ("once hold", "did") if past else ("hold", "did" if at else "does")
    when = "" if past else at
    if kind == "minister":
        return f"What position {tense} {name} {verb} in the {nation.english} government{when}?" if nation else None
    if town:
        return f"What position {tense} {name} {verb} in {english(town[2:]) or town[2:]}{when}?"
    body = english(f"PDG {frame.rest}", kept(fact))
    if body is None or not body.startswith("CEO of "):
        return None
    return f"What position {tense} {name} {verb} at {body.removeprefix('CEO of ')}{when}?"


_TOWN = frozenset(("procureur", "préfet", "sous-préfet"))
_COACHES = frozenset(("entraîneur", "entraineur", "sélectionneur", "coach"))
_OUTSIDE = words("role_outside")
_BODIES = words("role_bodies")


def _sort(fact: Specification) -> str:
    """Which question on a function fits: "minister", "mayor", "town", "staff" (of a team), "press", or by the sort of
    body "party", "club", "parliament", "council", "service", "firm" and "head" (any other); "" for none: nobody takes
    a skier for a lawyer, so trades are not asked."""
    frame = fact.frame
    if frame.verb in ("ministre", "secrétaire d'État", "vice-ministre"):
        return "minister"
    if frame.verb == "maire":
        return "mayor"
    if frame.verb in _TOWN:
        return "town"
    if frame.verb in _COACHES:
        return "staff"
    outside = (
        frame.verb in _OUTSIDE
        or frame.verb == "membre"
        or frame.verb == "envoyé spécial"
        or (fact.rule == "role-copula" and frame.time == "past")
        or frame.verb in OF_PLACES - {"président", "vice-président"}
        or (
            frame.verb in ("professeur", "enseignant")
            and target(frame.rest)[:1].isupper()
            and " " not in target(frame.rest)
        )
    )
    if frame.population in ("maker", "trade") or outside:
        return ""
    press = re.search(r"\b(?:journal|quotidien|hebdomadaire|magazine|mensuel|rédaction)\b", frame.rest)
    if press or target(frame.rest) in phrases("media"):
        return "press"
    return _body_kind(frame.rest, frame.lead)


_FIRMS = re.compile(
    r"\b(?:société|entreprise|groupe|firme|compagnie|constructeur|éditeur|banque|start-up|filiale)\b", re.IGNORECASE
)
_SERVICES = re.compile(
    r"\b(?:institut|institute|services?|agence|centre|center|bureau|direction|département d'[ÉE]tat|observatoire|musée"
    r"|hôpital|université|university|école|laboratoire|office|commission|police|Maison[ -][Bb]lanche|Kremlin|Élysée"
    r"|Pentagone|CIA|FBI|NSA|NASA|ESA|OTAN|ONU|OMS|préfecture|ministère)\b",
    re.IGNORECASE,
)
_COUNCILS = re.compile(
    r"\b(?:communauté|région|conseil (?:départemental|régional|général)|métropole|agglomération)\b", re.IGNORECASE
)


_PARTIES = re.compile(
    r"\b(?:[Pp]arti|[Mm]ouvement|Rassemblement|Front|Les Républicains|La France insoumise)\b|\bgroupe (?:[A-ZÉ]{2,}"
    r"|\w+ (?:à|de|au) )"
)
_CLUBS = re.compile(r"\b(?:FC|AC|RC|SC|AS|HBC|Olympique|Stade|Racing|club|Club)\b")
_PARLIAMENTS = re.compile(r"\b(?:Assemblée|Sénat|Chambre des|Parlement|Congrès|Bundestag|Knesset|Douma)\b")


def _body_kind(body: str, lead: str) -> str:
    """Which posts somebody might be thought to hold in a body: nobody takes a treasurer for the head of a secret
    service, nor the White House for a firm with a chief financial officer."""
    name = target(body)
    known = known_bodies().get(name)
    if name in facts_words("relations_parties") or _PARTIES.search(body):
        return "party"
    if (known is not None and known.family.noun == "club") or _CLUBS.search(name):
        return "club"
    if _PARLIAMENTS.search(body):
        return "parliament"
    if _COUNCILS.search(body):
        return "council"
    if _SERVICES.search(body):
        return "service"
    if _FIRMS.search(body) or fold(lead).startswith(("pdg", "president-directeur", "presidente-direct")):
        return "firm"
    return "head"


def in_town(body: str) -> str:
    """« d'Avignon » -> « à Avignon »; "" for a place with an article or one that is no town."""
    plain = re.sub(r"\s+", " ", body).replace("’", "'").strip()
    match = re.fullmatch(r"(?:de |d' ?)(?P<town>[A-ZÉ][\w'-]+(?: [A-ZÉ][\w'-]+)*)", plain)
    return f"à {match['town']}" if match and place_article(match["town"]) is None else ""


def _inside(fact: Specification) -> str:
    """« de Brumelle » -> « au sein de Brumelle »; "" where the complement is no body (a person, a place, a subject)."""
    plain = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.frame.rest)).replace("’", "'").strip()
    if not re.match(r"(?:de |d'|du |des |de la |de l')", plain):
        return ""
    body = target(plain)
    first = body.split()[0] if body.split() else ""
    if only_a_place(fact) or re.match(r"(?:République|État)\b", body):
        return ""
    if re.match(r"(?:de |d')(?!la |l')[a-zà-ÿ]", plain):
        return ""  # « directeur de cabinet »: one post, no body
    if any(named.kind == "person" and named.name.split()[-1] == body.split()[-1] for named in fact.names):
        return ""
    if not first[:1].isupper():
        noun = kind_nouns().get(first.lower()) or kind_nouns().get(" ".join(body.split()[:2]).lower())
        if first.lower() not in _BODIES and (noun is None or noun.kind != "organisation"):
            return ""
    elif re.search(r"\s(?:à|au|aux|en)\s", body):
        return ""
    return f"au sein {plain}"


@cache
def _stock() -> dict[str, list[list[str]]]:
    roles: dict[str, list[list[str]]] = stock()["role"]
    return roles


def _other_roles(fact: Specification, kind: str, gender: str, answer: str) -> tuple[Bilingual, ...]:
    """Roles of the same sort that the article does not give this person, in an order the fact decides."""
    column = 1 if gender == "f" else 0
    head = fold(answer).split()[0]
    rows = _stock()["ministers" if kind == "minister" and " et " in answer else kind]
    if answer.lower().startswith(("vice-ministre", "secrétaire d'état")):
        rows = [[_of_rank(text, answer) for text in row[:2]] + [_english_rank(row[2], answer)] for row in rows]
    rows = [row for row in rows if _spelt(row[column]) != _spelt(answer)]
    if fold(answer).startswith(("pdg", "president-direct", "presidente-direct")):
        rows = [row for row in rows if row[0] not in ("président", "directeur général")]  # who is both
    if kind != "minister":
        rows = [row for row in rows if fold(row[column]).split()[0] != head and not _same(row[column], answer)]
    said = {fold(role) for role in re.findall(r"[\w'’ -]+", fact.evidence.text)}
    rows = [row for row in rows if not any(fold(row[column]) in text for text in said)]
    turn = hashlib.sha256(f"{fact.entity}/{answer}".encode()).digest()[0] % max(1, len(rows))
    turned = [*rows[turn:], *rows[:turn]]
    if kind == "minister":
        field = _field(answer)
        turned = [row for row in turned if not (_same(row[column], answer) or _within(row[column], answer))]
        turned.sort(key=lambda row: not field & _field(row[column]))
    return tuple(ruled(row[column], row[2]) for row in turned)


_FIELDS = (
    ("affaires étrangères", "défense", "immigration", "intérieur", "justice", "armée", "sécurité", "police"),
    ("agriculture", "budget", "commerce", "comptes", "économie", "emploi", "finances", "industrie", "travail"),
    (
        "culture",
        "éducation",
        "enfance",
        "enseignement",
        "famille",
        "jeunesse",
        "santé",
        "sociales",
        "sport",
        "recherche",
    ),
    ("agriculture", "aménagement", "écolog", "énergie", "environnement", "équipement", "logement", "transport", "mer"),
)
"""Portfolios in fields, by a word of each: beside a minister of the Interior one thinks of Justice, not of Culture."""


def _field(portfolio: str) -> frozenset[int]:
    return frozenset(i for i, row in enumerate(_FIELDS) if any(word in portfolio.lower() for word in row))


_SAME = (
    r"économie|finances|budget|comptes",
    r"écolog|environnement|climat",
    r"enfance|famille|jeunesse",
    r"entra[iî]neu|sélectionneu|coach",
)
"""What is often one minister's or one coach's, by any of its names."""


def _same(other: str, answer: str) -> bool:
    """« ministre de l'Économie » beside « ministre des Finances », « sélectionneur » beside « entraîneur »."""
    return any(re.search(row, other.lower()) and re.search(row, answer.lower()) for row in _SAME)


def _within(other: str, answer: str) -> bool:
    """« ministre de l'Éducation » is no wrong choice beside « ministre de l'Éducation nationale »."""
    return fold(other.split()[-1].split("'")[-1]) in fold(answer)


def _spelt(role: str) -> str:
    """« ministre des Transport » is « ministre des Transports » in a hurry: no wrong choice beside it."""
    return re.sub(r"[sx]\b|[^a-z]", "", fold(role))


def _of_rank(role: str, answer: str) -> str:
    """A ministry under the key's own head: « vice-ministre de la Santé », « secrétaire d'État à la Santé »."""
    rest = role.removeprefix("ministre ")
    if answer.startswith("vice-ministre"):
        return f"vice-ministre {rest}"
    joined = {"de l": "à l", "de la": "à la", "des": "aux", "du": "au"}
    head = next(head for head in ("de la", "de l", "des", "du") if rest.startswith(head))
    return f"secrétaire d'État {joined[head]}{rest[len(head) :]}"


def _english_rank(role: str, answer: str) -> str:
    """The same in English: Deputy Minister of Health, Secretary of State for Health."""
    if answer.startswith("vice-ministre"):
        return f"Deputy {role}"
    return role.replace("Minister of", "Secretary of State for")
