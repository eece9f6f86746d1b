"""Whose post: a body that the sentence only points at (« le maire de la ville », « la cheffe de l'opposition ») said so
that a reader knows it, from the topic line and from the one name that the article gives such a body.

Knows the text and the names of the article. Refuses to guess: of two bodies that fit it takes none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from quiz.articles.article import Article
from quiz.authoring.french import place_article
from quiz.authoring.spec_forms import words
from quiz.authoring.spec_nations import nation_named, nation_of
from quiz.facts.fact import Specification
from quiz.facts.roles import role_words
from quiz.facts.spec_acronyms import start_of_letters
from quiz.facts.within import between, stands_in

_TOWNS = frozenset(("ville", "commune", "municipalité", "localité", "village"))
_LANDS = frozenset(("région", "département", "province", "métropole", "agglomération", "canton", "archipel"))
_POINTED = re.compile(r"(?P<to>du |de la |de l['’] ?)(?P<noun>[a-zà-ÿ-]+)(?P<rest>| en question| concernée?)$")
_NAME = r"(?P<name>[A-ZÉÈÎ][\w'’&.-]*(?:[ -](?:de |du |d['’]|des |la |le |les )?[A-ZÉÈÎ\d][\w'’&.-]*)*)"


def whole_role(fact: Specification, article: Article) -> Specification:
    """The fact with the body of its role said in full, where the article tells it; else the fact as it is.

    « le maire de la ville » under « Brest : un quai s'effondre » is the mayor of Brest; « la présidente du groupe »
    the one of the only group that the article calls so; « le chef de l'opposition » that of the country it is about.
    """
    rest = re.sub(r" (?:du pays|de l['’]État)$", "", _plain(fact.frame.rest))
    if rest != _plain(fact.frame.rest) and fact.frame.verb.endswith("ministre"):
        fact = replace(fact, frame=replace(fact.frame, rest=rest))  # « ministre de la Justice du pays »: of which one
    full = (
        _of_the_letters(rest, article)
        or _of_the_place(fact, rest, article)
        or _of_the_body(fact, rest, article)
        or _of_the_state(fact, rest, article)
    )
    alone = described(re.sub(r"^(?:du |de la |de l')", "", rest)) or runs_for_a_party(fact)
    if (not full or full == rest) and alone:
        return replace(fact, frame=replace(fact.frame, resolved=True))
    if not full or full == rest:
        return fact
    return replace(fact, frame=replace(fact.frame, rest=full, resolved=True))


def runs_for_a_party(fact: Specification) -> bool:
    """« la candidate EELV à la présidentielle française »: a party has one for a post that one person holds."""
    party = re.fullmatch(r"[Cc]andidate? [A-ZÉ][A-Za-zÉé]{1,5}", fact.frame.lead) is not None
    return party and re.match(r"à la (?:présidentielle|mairie|présidence)\b", fact.frame.rest) is not None


def cut_name(name: str, article: Article) -> bool:
    """« Marc Brume » of whom the article says « Marc Brume de Lorne »: half a name."""
    return between(None, name, _GOES_ON, article.text)


_GOES_ON = re.compile(r" (?:de |du |d['’] ?|von |van |ben |bin )[A-ZÉ]")


def _plain(text: str) -> str:
    return re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", text)).replace("’", "'").strip()


_LETTERS = re.compile(r"(?P<to>du |de la |de l'|de |d')(?P<letters>[A-ZÉ]{3,7})")


def _of_the_letters(rest: str, article: Article) -> str:
    """« du CML » -> « du Conseil des mers libres »: the name behind which the article puts the letters in brackets."""
    said = _LETTERS.fullmatch(rest)
    name = full_name(said["letters"], article.text) if said is not None else ""
    if said is None or not name:
        return ""
    vowel = re.match(r"[AEIOUYÉÈÊÎÔaeiouéèê]", name) is not None
    if said["to"] in ("de la ", "du ") and not vowel:
        return f"{said['to']}{name}"
    return f"de l'{name}" if said["to"] != "de " and vowel else ""


@lru_cache(256)
def full_name(letters: str, text: str) -> str:
    """The name that the article's text puts before letters in brackets; "" where it has none whose words make them."""
    for found in re.finditer(rf" ?\( ?{re.escape(letters)}\b[^()]{{0,20}}\)", text):
        before = re.sub(r"\s+", " ", text[max(0, found.start() - _FAR) : found.start()]).replace("’", "'")
        start = start_of_letters(before, letters)
        if start is None:  # « la Brigade des sapeurs-pompiers de Lorne (BSPL) »
            start = start_of_letters(before.replace("-", " "), letters)
        if start is not None and before[start:][:1].isupper():
            return before[start:].strip()
    return ""


_FAR = 120
"""Characters before the brackets in which a name begins."""


def _of_the_place(fact: Specification, rest: str, article: Article) -> str:
    """« de la ville » -> « de Brest »: the one town that the topic line names."""
    pointed = _POINTED.fullmatch(rest)
    if pointed is None or pointed["noun"] not in _TOWNS:
        return ""
    towns = {n.name for n in fact.names if n.kind == "place" and _holds(article.title or "", n.name)}
    lead = (article.title or "").split(" : ")[0].strip()
    towns = {name for name in towns if place_article(name) is None}
    if lead in towns or (re.fullmatch(_NAME, lead) and place_article(lead) is None and nation_named(lead) is None):
        towns = {lead}
    town = next(iter(towns)) if len(towns) == 1 else ""
    if (
        not town
        or re.search(r"\d", town)
        or not re.search(rf"\b(?:à|d['’]|de) ?{re.escape(town)}(?![\w-])", article.text)
    ):
        return ""
    return f"d'{town}" if re.match(r"[AEIOUYÉÈÎ]", town) else f"de {town}"


def _of_the_body(fact: Specification, rest: str, article: Article) -> str:
    """« du groupe » -> « du groupe Brisk »: the one name that the article puts behind that noun, before the role."""
    pointed = _POINTED.search(rest)
    if pointed is None or pointed["rest"] or pointed["noun"] not in words("role_vague") | _LANDS:
        return ""
    told = f"{article.title or ''}\n{article.text[: fact.evidence.end]}"
    found = {
        match["name"]
        for match in re.finditer(
            rf"\b(?:[Ll]e |[Ll]a |[Ll]['’] ?|du |au |[Uu]ne? |nouvelle ){pointed['noun']} {_NAME}", told
        )
    }
    people = {named.name for named in fact.names if named.kind == "person"}
    found = {name for name in found if name not in people and len(name) > 2}
    if len(found) != 1:
        return ""
    return f"{rest} {next(iter(found))}"


def _of_the_state(fact: Specification, rest: str, article: Article) -> str:
    """« de l'opposition travailliste » -> « de l'opposition travailliste australienne »: what every country has."""
    ministry = re.fullmatch(r"du (?:ministère (?:de |du |des ).+|département d'[ÉE]tat)", rest)
    party = re.fullmatch(r"du Parti (?P<sort>[a-zà-ÿ-]+)", rest)
    if (ministry or party) and not fact.frame.place:
        nation = nation_of(fact, article)
        known = nation is None or nation.masculine in rest or nation.name in rest or rest.endswith("d'État")
        return "" if known or nation is None else f"{rest} {nation.masculine}"
    match = re.match(r"(?:du |de la |de l')(?P<noun>[\wà-ÿÉ-]+)(?P<more>(?: [a-zà-ÿ]+)?)$", rest)
    if match is None:
        return ""
    whole = f"{match['noun']}{match['more']}".lower()
    gender = _STATE.get(whole) or _STATE.get(match["noun"].lower() if match["noun"] == "opposition" else "")
    if gender is None or fact.frame.place:
        return ""
    nation = nation_of(fact, article)
    if nation is None or nation.masculine in rest or nation.feminine in rest:
        return ""
    return f"{rest} {nation.feminine if gender == 'f' else nation.masculine}"


_STATE = {
    "armée": "f", "armée de terre": "f", "assemblée nationale": "f", "banque centrale": "f", "cour suprême": "f",
    "cour constitutionnelle": "f", "croissant-rouge": "m", "croix-rouge": "f", "diplomatie": "f",
    "gendarmerie nationale": "f", "gouvernement": "m",
    "opposition": "f", "parlement": "m", "police nationale": "f", "sénat": "m", "conseil constitutionnel": "m",
}  # fmt: skip
"""What every country has one of, in small letters, with its gender."""


def needs_its_country(rest: str) -> bool:
    """Is the body one that every country has, and none said with it: « du Sénat », « du Parti socialiste »?"""
    body = re.sub(r"^(?:du |de la |de l')", "", _plain(rest)).lower()
    return body in _STATE or re.fullmatch(r"parti [a-zà-ÿ-]+|ministère (?:de |du |des ).+", body) is not None


def _of_a_state(body: str) -> bool:
    """Does the body begin with what every country has: « police nationale française »?"""
    small = body.lower()
    return any(small == name or small.startswith(f"{name} ") for name in _STATE)


def described(body: str) -> bool:
    """« l'association des joueurs de tennis professionnels », « la police nationale française »: small letters only,
    and yet one body alone."""
    first, *more = body.split() or [""]
    known = [word for word in more if len(word) > 3 and word not in words("role_vague")]
    nation = any(word in role_words().nations for word in more)
    if first in _ASSOCIATIONS and len(known) > 1 and _WORLDWIDE.intersection(more):
        return True
    of_one = nation and (_of_a_state(body) or first in _ORGANS)
    return (first in _ASSOCIATIONS and len(known) > 2) or of_one


_WORLDWIDE = frozenset(("internationale", "international", "mondiale", "mondial", "européenne", "africaine"))
_ORGANS = frozenset(
    (
        "agence", "armée", "aviation", "comité", "conseil", "croissant-rouge", "croix-rouge", "diplomatie",
        "fédération",
        "gouvernement", "marine", "police", "présidence", "programme", "protection", "service", "services", "équipe",
    )
)  # fmt: skip
"""What with a country's adjective is one alone: « la protection civile danoise »."""


_ASSOCIATIONS = frozenset(("association", "fédération", "confédération", "syndicat", "union", "ligue", "ordre"))


def _holds(text: str, name: str) -> bool:
    return stands_in(name, text, "-")
