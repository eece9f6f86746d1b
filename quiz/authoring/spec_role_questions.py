"""Who held a role, and which role somebody holds: the constructions that have made the best questions.

A role is asked only with its body named, whole, and where the answer is no common knowledge; with the article's month,
since roles change hands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import elide, place_article
from quiz.authoring.public_people import holders, year_of
from quiz.authoring.spec_forms import Worded, asked, choice_and_text, english, english_name, moment, others, words
from quiz.authoring.spec_list_questions import may_be_wrong
from quiz.authoring.spec_nations import Nation, nation_named, nation_of, without_nation
from quiz.authoring.spec_role_bodies import described, needs_its_country, runs_for_a_party
from quiz.authoring.spec_role_times import MINISTERS, of_another_time
from quiz.authoring.spec_worth import in_title, mentions, posted, rules
from quiz.facts.fact import Specification
from quiz.facts.roles import role_words
from quiz.facts.within import stands_in
from quiz.typography import fold

_RULERS = words("role_rulers")
_FAMOUS = words("role_famous")
OF_PLACES = words("role_of_places")
_NO_TRADE = words("role_no_trade")
_INSTITUTIONS = words("role_institutions")
"""Words that name a body only with more behind them, capital or not."""
_VAGUE = words("role_vague")


def role_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """Role -> name, as a choice and typed, or the body somebody is a member of."""
    if not askable(fact, article):
        return []
    if fact.frame.verb == "membre":
        return [] if in_title(target(fact.frame.rest), article) else _membership(fact)
    return _holder(fact, article)


def askable(fact: Specification, article: Article) -> bool:
    """Is the role one to ask about: its body named, of the article's day, and no common knowledge?"""
    frame = fact.frame
    if frame.construction != "role" or frame.time == "future" or not frame.lead:
        return False
    if not _body_is_named(fact, article) or _common_knowledge(fact, article) or of_another_time(fact, article):
        return False
    chief = frame.verb == "chef" and re.search(r"[RÉEé]publique|[ÉEé]tat\b", frame.rest) is not None
    placed = chief or frame.verb in OF_PLACES or frame.verb in MINISTERS or frame.verb == "membre"
    return placed or frame.population == "trade" or not only_a_place(fact)


def only_a_place(fact: Specification) -> bool:
    """« directeur de Los Angeles »: no body, and no office of a place either."""
    place = target(fact.frame.rest)
    if fact.frame.verb in _COACHES or re.match(r"[A-ZÉ]{2,} ", place):
        return False  # « l'entraîneur de Nantes »: of its team
    return (
        place_article(place) is not None
        or place_like(place)
        or any(n.name == place and n.kind == "place" for n in fact.names)
    )


def target(body: str) -> str:
    """What the complement names, its preposition and article left out."""
    plain = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", body)).replace("’", "'").strip()
    return re.sub(r"^(?:de la |de l'|du |des |de |d')", "", plain)


def _membership(fact: Specification) -> list[Candidate]:
    """« De quelle organisation Odile Fortin est-elle membre ? »."""
    frame = fact.frame
    body = re.sub(r" d['’]origine .*", "", target(frame.rest))
    if not body[:1].isupper() or not frame.pronoun or " " not in frame.subject or len(body.split()) > 8:
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
        answer=ruled(body, english_name(body)),
        distractor_type="words",  # nobody is a member of a firm
        suggested=tuple(name for name in others(fact, ("organisation",), barred=(body,)) if not may_be_wrong(name.fr)),
        focus=(frame.subject,),
        hint=0.3,
        features=features(fact),
    )
    return choice_and_text(base, "organisation")


def _body_is_named(fact: Specification, article: Article) -> bool:
    """Has the role a body that a reader knows by the question: a name, or a nationality for a minister?"""
    frame = fact.frame
    if frame.population == "trade":
        return frame.verb not in _NO_TRADE and bool(frame.rest or frame.place)
    if runs_for_a_party(fact):
        return True
    words = re.findall(r"[^\W\d_]+", frame.rest)
    capital = any(word[:1].isupper() for word in words)
    if frame.verb in MINISTERS:
        said = frame.verb not in ("ministre", "vice-ministre") or re.match(
            r"(?:de |du |des |d['’] ?|chargée? |déléguée? )", frame.rest
        )
        return bool(said) and nation_of(fact, article) is not None
    if needs_its_country(frame.rest):
        return False  # the Senate of which country?
    if re.search(r"\b(?:national|fédéral|central|royal)e?s?\b", frame.rest) and nation_of(fact, article) is None:
        return False  # the national agency of which country?
    if not words:
        return frame.verb in _RULERS and bool(frame.place)  # « le président malien »
    heads = [word for word in words if len(word) > 2]
    bare = bool(heads) and heads[0].lower() in _VAGUE and not capital
    body = target(frame.rest)
    if " " not in body and body.lower() in _INSTITUTIONS:
        return False
    if re.fullmatch(r"[A-ZÉ]{3,7}", body) and body not in _LETTERS_KNOWN:
        return False  # letters that neither the article nor the reader can spell out
    if _UNITS.match(body) and not re.search(r" (?:à|au|de|du|des|d') ?(?:l'|la )?(?:[a-zà-ÿ]+ )?[A-ZÉ]", body):
        return False  # « le chef du groupement Brume-Lorne », « du Département des sports »: of which house?
    return (capital and not bare) or described(body)


_UNITS = re.compile(r"(?:groupement|département|division|direction|section|pôle|cellule|unité|secteur|antenne)\b", re.I)
_LETTERS_KNOWN = words("letters_known")
_KNOWN_TO_ALL = ("Allemagne", "Chine", "France", "Russie", "Royaume-Uni", "États-Unis")
"""Countries whose rulers a reader knows."""


def _common_knowledge(fact: Specification, article: Article) -> bool:
    """« le président de la République française »: nobody learns that from an article."""
    frame = fact.frame
    if frame.verb not in _RULERS or frame.verb == "ministre":
        return False
    if frame.verb == "chef" and not re.search(r"[ÉEé]tat|gouvernement", frame.rest):
        return False
    if frame.subject in words("role_known_heads"):
        return True
    if not frame.rest:
        nation = nation_of(fact, article) if frame.verb in MINISTERS else None
        place = frame.place or (nation.name if nation is not None else "")
        if frame.verb == "premier ministre":
            return not place or frame.subject in words("role_known_heads")
        told_once = mentions(frame.subject, article) < 2 and not _about(place, article)
        return not place or place in _KNOWN_TO_ALL or told_once
    said = re.findall(r"[\wÉé-]+", frame.rest)
    own = [word for word in said if word[:1].isupper() and word not in _FAMOUS and word != "Amérique"]
    famous = [word for word in said if word in _FAMOUS]
    return frame.place in _FAMOUS or bool(famous and not own)


def _about(place: str, article: Article) -> bool:
    """Is a country what the title is about, by its name or its adjective?"""
    title = article.title or ""
    named = {nation_named(word) for word in re.findall(r"[\w-]+", title)}
    plain = fold(title).replace("-", " ")
    return fold(place).replace("-", " ") in plain or any(n is not None and n.name == place for n in named)


def role_text(fact: Specification, nation: Nation | None = None) -> str:
    """The role with its body, without "ancien": « PDG de Brumelle », its spaces mended.

    A minister has the country's adjective, put in where the article says it elsewhere; a post in a body has none
    (« le président qatarien du PSG » is the president of PSG).
    """
    frame = fact.frame
    lead = re.sub(r"^ex-", "", frame.lead, flags=re.IGNORECASE)
    lead = lead[:1].lower() + lead[1:] if re.match(r"[A-ZÉ][a-zà-ÿ]", lead) and frame.verb not in _CAPITAL else lead
    if frame.verb in MINISTERS and (placed := _nation_behind(frame.rest)) is not None:
        said, own = placed
        noun = next((n for n in sorted(MINISTERS, key=len, reverse=True) if lead.lower().startswith(n.lower())), "")
        adjective = own.feminine if frame.asked_gender == "f" else own.masculine
        frame = replace(frame, rest=said)
        lead = f"{lead[: len(noun)]} {adjective}{lead[len(noun) :]}" if noun else lead
    elif frame.verb in MINISTERS:
        known = f"{lead} {frame.rest}"
        if nation is not None and without_nation(known) == " ".join(known.split()) and nation.name not in frame.rest:
            noun = next((n for n in sorted(MINISTERS, key=len, reverse=True) if lead.lower().startswith(n.lower())), "")
            noun += " d'État" if re.match(r"ministre d['’] ?[EÉé]tat\b", lead, re.IGNORECASE) else ""
            adjective = nation.feminine if frame.asked_gender == "f" else nation.masculine
            lead = f"{lead[: len(noun)]} {adjective}{lead[len(noun) :]}" if noun else lead
    elif frame.verb not in OF_PLACES | _RULERS or (frame.verb == "président" and not only_a_place(fact)):
        lead = without_nation(lead) if target(frame.rest)[:1].isupper() else lead
    rest = _portfolio_mended(frame.rest) if frame.verb in MINISTERS else frame.rest
    rest = re.sub(r"^de Les (?=[A-ZÉ])", "des ", re.sub(r"^de Le (?=[A-ZÉ])", "du ", rest))
    text = re.sub(r"\bde (?=[AEIOUÉÈÎ][a-zà-ÿ]|[aeiouéèî])", "d'", f"{lead} {rest}".strip())
    text = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", text)).replace("’", "'")
    return re.sub(
        r"\b([Ss]ecrétaire|[Cc]hef|[Cc]heffe|[Mm]inistre|[Cc]onseill(?:er|ère)) d'[eé]tat\b", r"\1 d'État", text
    )


_CAPITAL = ("premier ministre", "première ministre")
"""Posts that newspapers write with a capital, as the article does."""


def _pleads(fact: Specification, article: Article) -> bool:
    """« Odile Fortin, l'avocate de Paul Roux »: the lawyer of somebody, where the article has no second one."""
    whom = target(fact.frame.rest)
    person = any(n.kind == "person" and n.name.split()[-1] == whom.split()[-1] for n in fact.names) if whom else False
    told = re.findall(r"\bavocate?s?\b|\bMe [A-Z]", article.text)
    return fact.frame.verb == "avocat" and person and whom[:1].isupper() and len(told) < 3


def _nation_behind(rest: str) -> tuple[str, Nation] | None:
    """« de l'Intérieur français », « des Finances françaises »: the portfolio, and the country said behind it."""
    said, _, last = rest.rpartition(" ")
    nation = nation_named(last) if last.islower() and role_words().nations.get(last) else None
    nation = nation or (nation_named(role_words().nations[last]) if last in role_words().nations else None)
    return (said, nation) if said and nation is not None and " " in said.replace("l'", "l' ") else None


def _portfolio_mended(rest: str) -> str:
    """« des transport » -> « des Transports », « de la justice » -> « de la Justice »: a ministry as it is written."""
    rest = re.sub(
        r"(?:^|(?<= et ))(?:de la |du |des |de l['’] ?|à la |à l['’] ?|aux )[a-zà-ÿ]",
        lambda m: m[0][:-1] + m[0][-1].upper(),
        rest,
    )
    return re.sub(r"^des ([a-zà-ÿA-ZÉ][a-zà-ÿ]+[^\Wsx])$", lambda m: f"des {m[1][0].upper()}{m[1][1:]}s", rest)


def _holder(fact: Specification, article: Article) -> list[Candidate]:
    """« Qui était, en mai 2018, le PDG de Brumelle ? » for roles that one person holds."""
    frame = fact.frame
    pleads = _pleads(fact, article)
    if (
        (frame.population not in ("head", "post", "maker") and not pleads)
        or frame.time != "present"
        or " " not in frame.subject
    ):
        return []
    alone = _only_one(frame.lead) or _sent(fact) or runs_for_a_party(fact)
    if (frame.population == "post" and not alone) or frame.verb in ("successeur", "prédécesseur"):
        return []
    if re.match(r"co-?(?:fondat|auteu|autric|créat|présid)", frame.lead, re.IGNORECASE) or _local(
        frame.lead, frame.rest
    ):
        return []
    if in_title(frame.subject, article) and fold(frame.verb) in fold(article.title or ""):
        return []  # « Brisk : le ministre Paul Roux démissionne »
    if frame.population == "maker" and not re.match(r"(?:de |du |des |d['’])", frame.rest):
        return []  # « le producteur à Lorne »: one of many, and of nothing named
    if frame.population == "maker" and in_title(frame.rest, article):
        return []  # who founded what everybody knows the founder of: the topic of the article itself
    role = role_text(fact, nation_of(fact, article))
    if not frame.asked_gender or "«" in role:
        return []
    the_role = elide("la" if frame.asked_gender == "f" else "le", role)
    when = moment(article) if frame.population != "maker" else None
    if when is None and frame.population != "maker" and not pleads:
        return []  # « Qui est la directrice de Brumelle ? », on a page of no date: when?
    role_en = english(role, kept(fact))
    if when is None:
        fr = f"qui est {the_role}"
        en = f"Who is the {role_en}?" if role_en else None
    else:
        fr = f"qui était, {when[0]}, {the_role}"
        en = f"Who was the {role_en} {when[1]}?" if role_en and when[1] else None
    gender = fact.entity_gender if fact.key == "role" else ""
    wrong = others(fact, ("person",), gender, (frame.subject,)) if gender else ()
    head = frame.verb in _RULERS and only_a_place(fact)
    wrong = tuple(other for other in wrong if _may_hold(other.fr, fr, article, head))
    base = Candidate(
        fact=fact,
        form="choice",
        construction="role-holder",
        question=asked(Worded(fr, en)),
        answer=ruled(frame.subject, frame.subject),
        distractor_type=f"person:{gender}" if gender else "person",
        suggested=wrong,
        also_true=_aliases(frame.subject),
        focus=(frame.subject,),
        hint=0.7,
        features=features(fact)
        | {
            "mentions": float(min(5, mentions(frame.subject, article))),
            "titled": float(in_title(frame.subject, article)),
        },
    )
    both = choice_and_text(base, "person")
    before = tuple(holders(base.question.fr, frame.subject, year_of(article.date)))
    return both if len(wrong) > 1 or len(before) > 1 else [card for card in both if card.form == "text"]


def _may_hold(name: str, question: str, article: Article, head: bool) -> bool:
    """May a reader take somebody for the holder: one with a post, no ruler for a firm, no name in the stem?"""
    if name in words("role_known_heads"):
        return False  # everybody knows that they hold another post
    return not stands_in(name.split()[-1], question) and posted(name, article) and (head or not rules(name, article))


_COACHES = ("entraîneur", "entraineur", "sélectionneur", "coach")

_SHARED = re.compile(r"co-?(?:fondat|auteu|autric|créat|présid)", re.IGNORECASE)
"""Posts that two people hold: « cofondateur », « coprésidente »."""


def _local(lead: str, rest: str) -> bool:
    """« le porte-parole départemental du Jura »: of which movement, the sentence does not say."""
    placed = re.search(r" (?:de |du |des |d['’]|en )", target(rest)) is not None
    return bool(re.search(r"\b(?:départemental|régional|local)e?\b", lead)) and not placed


_SEVERAL = re.compile(
    r"^(?:membre|chargée? |coordinat|animat|bénévole|cadre|employé|salarié|stagiaire|technicien|ingénieu|député|sénat"
    r"|conseill|professeur|candidat|joueu|attaquant|défenseur|milieu|chercheu|vice-|délégué|représentant|ambassad"
    r"|eurodéput|avocat|envoyé|fille|fils|partenaire|militant|élu|sociétaire|consultant|juge|adjoint|associé|observat"
    r"|champion|ailier|parlementaire)"
)


_THERE = re.compile(r"(?:^| )(?:à|au|aux|en|auprès de|auprès des|auprès du) (?:l['’] ?|la )?[A-ZÉ]")


def _sent(fact: Specification) -> bool:
    """« l'ambassadeur britannique à l'ONU », « la représentante du PAM en Haïti »: one for each place that is named."""
    lead = fact.frame.lead.lower()
    known = lead.startswith(("ambassad", "représentant")) and bool(fact.frame.place or re.match(r"d", fact.frame.rest))
    return known and _THERE.search(fact.frame.rest) is not None


def _only_one(role: str) -> bool:
    """A post that is one person's at a time, as far as its noun tells ("directeur sportif", "porte-parole")."""
    return _SEVERAL.match(role.lower()) is None


def place_like(name: str) -> bool:
    """A town by the looks of its name (« Saint-Denis », « Aix-les-Bains »)? Unknown names are taken for bodies."""
    from quiz.english import names

    return names.place(name) is not None or bool(re.search(r"-(?:sur|les|en|la|le|du|de|Saint|lès)-|^Saint", name))


def kept(fact: Specification) -> tuple[str, ...]:
    """Names that stay as they are in English: those in the role's complement."""
    body = fact.frame.rest.replace("’", "'")
    named_by = re.sub(r"^(?:de la |de l' ?|du |des |de |d' ?)", "", body).strip()
    inside = [named.name for named in fact.names if named.name in body]
    return tuple(
        dict.fromkeys([*inside, *([named_by] if fact.frame.verb not in MINISTERS and _a_name(named_by) else [])])
    )


def _a_name(body: str) -> bool:
    """« Brumelle », « Centre d'analyse du terrorisme »: what stays as it is in English."""
    whole = 1 < len(body.split()) < 7 and not re.search(r" (?:en|au|aux|à|chez) ", body)
    return body[:1].isupper() and (body.istitle() or whole)


def _aliases(name: str) -> tuple[str, ...]:
    words = name.split()
    return (words[-1],) if len(words) > 1 else ()


def features(fact: Specification) -> dict[str, float]:
    """What the ranker learns of a role: how much of it is said, of which class, by how sure a rule."""
    frame = fact.frame
    return {
        "resolved": float(frame.resolved),
        "role_words": float(len(role_text(fact).split())),
        "head": float(frame.population == "head"),
        "past": float(frame.time == "past"),
        "of_state": float(frame.verb in MINISTERS),
        "rule_certainty": fact.confidence,
    }
