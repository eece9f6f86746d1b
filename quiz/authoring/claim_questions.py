"""Who says so: questions on what the article reports of somebody's speech without marks.

« Qui a annoncé que le pont de Lorient fermera en mars ? » keeps the article's own clause, which must be clear by
itself; « Selon qui … ? » where a source stands beside a whole sentence. Knows nothing of how the clause was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate
from quiz.authoring.claim_acts import act_of
from quiz.authoring.claim_clauses import IMPERSONAL, THIRD, called_by, clause_of
from quiz.authoring.claim_worth import (
    its_own_name,
    of_another_body,
    of_the_land,
    of_what_it_is,
    only_a_scrap,
    only_a_surname,
    opens_on_a_noun,
    out_of_sight,
    overloaded,
    passed_on,
    post_of_many_names,
    title_tells,
)
from quiz.authoring.event_halves import OUTLET
from quiz.authoring.figures import counted
from quiz.authoring.french import elide
from quiz.authoring.quote_questions import far_speaker
from quiz.authoring.quote_speakers import (
    answer_of,
    asked_as,
    by_an_office,
    by_post,
    chance_witness,
    cut_name,
    distractor_type,
    is_media,
    likes_of,
    names_of,
    voiced_for_another,
)
from quiz.authoring.quote_worth import telling_words
from quiz.authoring.stat_events import with_country
from quiz.authoring.topic import title_of
from quiz.deck import Bilingual
from quiz.facts.event_words import known_places
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag, demonyms
from quiz.facts.speech import participle_of, speech_form
from quiz.facts.verbs import finite
from quiz.facts.within import everywhere, places
from quiz.typography import fold

_KEPT = bag(
    "estime juge pense considère croit trouve espère regrette déplore souhaite redoute constate reconnaît souligne"
    " craint exige conteste nie dément prétend prévoit"
)
"""Verbs whose present is kept: an opinion lasts longer than the moment it is told in."""
_TELLING = 2
"""Words of its own that a clause needs."""
_TELLING_ACT = 3
"""And an act: « a refusé les caméras » is nothing to remember."""
_OWN_WORDS = 4
"""Words between marks that make an act the speaker's own."""
_MOST_OF_A_POST = 16
"""Words of a clause behind « Quelle est la fonction de la personne qui »."""
_GOES_ON = bag("ajouter poursuivre compléter continuer conclure renchérir surenchérir reprendre enchaîner redire")
"""Verbs that hang on what was said before: the question has « a déclaré »."""
_OPINION = {
    "full-name": 0.3, "surname": 0.3, "role+name": 0.3, "role,name": 0.3, "role": 0.1, "organisation": 0.2,
    "body": 0.1, "unnamed": 0.0, "as-written": -0.3, "body-again": -0.1, "pronoun": -0.35, "epithet": -0.4,
    "document": -0.3,
}  # fmt: skip
"""What a rung of the ladder is worth to a question on who says so."""


def candidates(fact: Quotation, article: Article) -> list[Candidate]:
    """« Qui a annoncé que … ? » typed, and as a choice among others who speak; empty where the clause is not clear."""
    if fact.quote_type != "indirect" or fact.modality != "asserted" or not asked_as(fact):
        return []
    if fact.features.get("slip") or _part_of_a_name(fact):
        return []
    low = set(re.findall(r"[\w-]+", (fact.speaker or "").lower()))
    known = re.search(r"[A-ZÀ-Þ]", fact.speaker or "") or low & demonyms() or by_post(fact, "Qui ") != "Qui "
    if asked_as(fact) == "phrase" and not known:
        return []  # « les fonctionnaires de la caisse »: who says so is worth asking of those who have a name
    if hedged(fact) or voiced_for_another(fact) or chance_witness(fact, article.text) or by_an_office(fact):
        return []
    if cut_name(fact, article.text) or out_of_sight(fact, article.text) or only_a_surname(fact, article.text):
        return []
    act = fact.rule == "claim-act"
    called = None if act or asked_as(fact) != "name" else called_by(fact)
    clause = called or (act_of(fact) if act else clause_of(fact, title_of(article)))
    who = "Quel média" if is_media(fact) else "Qui"
    taken = act and clause is not None and re.match(r"(?:a |avait )?revendiqu", clause) is not None
    if taken and fact.speaker_kind == "organisation":
        who = "Quel groupe"
    stem = (f"{who} {clause}" if act or called else stem_of(fact, clause)) if clause else None
    if clause is None or stem is None or _told(fact, clause) or only_tells(fact) or _cut_short(fact) or _shared(fact):
        return []
    if opens_on_a_noun(clause) or overloaded(fact, clause) or re.match(r"(?:que|qui|dont|où) |qu['’]", clause):
        return []  # « une note, que nous avons lue, … »: an aside of the source, and no claim
    if only_a_scrap(clause) or of_what_it_is(clause) or its_own_name(fact, clause):
        return []
    if of_another_body(fact, article.text, title_of(article)):
        return []
    if title_tells(fact, clause, title_of(article)) or of_the_land(fact, clause):
        return []
    if by_post(fact, stem) != stem and post_of_many_names(fact):
        return []
    if THIRD.match(clause) and not IMPERSONAL.match(clause) and _another_in(title_of(article), fact):
        return []  # « Luc Roy estime qu'il peut gagner » under « Paul Petit à Vaugris »: who?
    if taken:
        return list(_who_claimed(fact, clause, with_country(stem, article.title), article))
    if asked_as(fact) == "phrase" and _told_above(clause, title_of(article)):
        return []
    own = act and max((len(words.split()) for words in re.findall(r"«([^»]*)»", clause)), default=0) >= _OWN_WORDS
    if telling_words(clause, title_of(article)) < (_TELLING_ACT if act and not own else _TELLING):
        return []
    if by_post(fact, stem) != stem and len(clause.split()) > _MOST_OF_A_POST:
        return []  # « Quelle est la fonction de la personne qui … » with a long clause is read by nobody
    return list(_who_claimed(fact, clause, with_country(stem, article.title), article))


_OUTLET = re.compile(
    r"\b(?:journal|quotidien|hebdomadaire|magazine|agence(?: de presse)?|chaîne|radio|télévision"
    r"|site(?: internet| web)?|média|revue|mensuel|tabloïd|blog)s?\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_OUTLET_BY_NAME = re.compile(r"\b(?:journal|quotidien|hebdomadaire|magazine|agence|chaîne|tabloïd)s? (?:[a-zà-ÿ]+ )?$")
_FORCE = re.compile(
    r"\b(?:police|gendarmerie|préfecture|préfet|pompiers|CRS|sapeurs-pompiers|secours|parquet|RAID|GIGN)\b"
)


_JUDGED = re.compile(
    r"\b(?:devrait|devraient|faut|faudra|doit|doivent|pourrait|pourraient|accus\w+|nie|menace|risque|craint|espère|illégal\w*"
    r"|injust\w+|responsable|coupable|interdit\w*|sera|seront|volontaire\w*|terroris\w+|criminel\w*)\b"
)


_MOST_TOLD = 0.7
_OF_SAYING = bag("annon avoir etre affir decla confi dans pour")


def _told_above(clause: str, title: str) -> bool:
    """« Qui a demandé le départ de Luc Roy ? » under « Mali : le pays demande le départ de Luc Roy »: the title leaves
    nothing to be asked but which of the country's bodies did."""
    words = {word[:5] for word in re.findall(r"\w{4,}", fold(clause))} - _OF_SAYING
    above = {word[:5] for word in re.findall(r"\w{4,}", fold(title))}
    return bool(words) and len(words & above) >= _MOST_TOLD * min(len(words), 6)


_STANCE = re.compile(
    r"(?:(?:dénonc|déplor|critiqu|regrett|fustig|condamn|jug|estim|considèr|conteste|salu|craint|redout|ironis)\w*"
    r"|a (?:dénoncé|déploré|critiqué|regretté|fustigé|condamné|jugé|estimé|contesté|salué))$"
)
"""What a newspaper thinks, and does not only pass on."""
_TELLERS = re.compile(
    r"\b(?:police|gendarmerie|préfecture|parquet|ministère|mairie|services?|autorités?|fonctionnaires|pompiers|secours"
    r"|organisateurs|météo\w*|armée|hôpital|agence|direction(?! d(?:e |['’])[A-ZÀ-Ý]))\b",
    re.IGNORECASE,
)
"""Bodies that say what has happened; a government or a party has a stake in it."""


def only_tells(fact: Quotation) -> bool:
    """Is the speaker one who passes the news on: « selon l'agence Nova », « a rapporté Le Matin », or, without a verb,
    the police, or a body that counts? Who said so is worth knowing of those with a stake."""
    if is_media(fact) and fact.rule in ("claim-act", "claim-that") and _STANCE.match(fact.cue or ""):
        return False
    if _reports(fact):
        return True
    speaker, text = fact.speaker or "", fact.evidence.text
    at = text.find(fact.speaker_as_written or speaker)
    near = _OUTLET.search(text[:at]) if at > 0 else None
    if at > 0 and _OUTLET_BY_NAME.search(text[:at]):
        return True
    if speaker in known_places():
        return True  # « Ankara a déclaré »: a government, by its town
    if OUTLET.search(speaker) and fact.speaker_kind != "person":
        return True
    if is_media(fact) or (near and (fact.speaker_kind != "person" or " " not in speaker)):
        return True
    if fact.speaker_kind != "person" and re.search(r"\brapport(?:e|ent|é|ait)$", fact.cue or ""):
        return True
    phrase = asked_as(fact) == "phrase" and fact.rule != "claim-act" and fact.speaker_kind == "organisation"
    plain = (fact.cue or "").lower() not in _KEPT and not _JUDGED.search(fact.words)
    if phrase and plain and _TELLERS.search(speaker):
        return True  # « la police du West Yorkshire précise qu'un homme est blessé »
    if not fact.rule.startswith("claim-source"):
        return False
    counts = fact.speaker_kind != "person" and bool(re.search(r"\d", fact.words) and counted(fact.words))
    return counts or _FORCE.search(f"{speaker} {fact.speaker_as_written or ''}") is not None


_REPORTER = re.compile(
    r"\b(?:journalistes?|reporters?|envoyée?s? spéciale?s?|correspondante?s?|présentat(?:eur|rice))\b", re.IGNORECASE
)


def _reports(fact: Quotation) -> bool:
    """« La journaliste Awa Diop a annoncé que la Loire monte »: it is her trade; what she thinks of it is hers."""
    name = fact.speaker or "-"
    at = fact.evidence.text.find(fact.speaker_as_written or name)
    near = fact.evidence.text[max(0, at - 30) : at + len(name) + 60] if at >= 0 else ""
    plain = (fact.cue or "").lower() not in _KEPT and not _STANCE.match(fact.cue or "")
    told = _REPORTER.search(f"{fact.role or ''} {fact.speaker_as_written or ''}") or _REPORTER.search(
        near.split("»")[-1]
    )
    return plain and fact.rule != "claim-act" and told is not None


def _part_of_a_name(fact: Quotation) -> bool:
    """« le comité Nobel » is not Nobel, nor is a team who leads it."""
    said, text = (fact.speaker or "-").split()[-1], fact.evidence.text
    if any(_LED.search(text, 0, at) for at in everywhere(said, text)):
        return True
    return any(_OF_BODY.search(text, 0, at) for at in places(said, text)) and not _BODY.match(fact.speaker or "")


_LED = re.compile(
    r"\b(?:équipe|groupe|commission)\b[^.;]{0,60}\b(?:dirigée?|menée?|conduite?|présidée?) par [^.;]{0,50}\Z"
)
_BODIES = (
    r"\b(?:centre|comité|fondation|institut|fonds|prix|cercle|observatoire|think tank|collectif|section|antenne"
    r"|cabinet|clan|camp)"
)
_BODY = re.compile(_BODIES, re.IGNORECASE)
_OF_BODY = re.compile(rf"{_BODIES} \Z", re.IGNORECASE)


def _cut_short(fact: Quotation) -> bool:
    """« … se réjouit d'une main-d'œuvre peu qualifiée | mais à très bas coût »: the claim goes on behind its clause."""
    text = fact.evidence.text
    rest = text[at + len(fact.words) :] if (at := text.find(fact.words)) >= 0 else ""
    if re.match(r",? ?mais (?:a|avait) (?:\w+ ){0,4}?\w+(?:é|i|u|it|is)\b", rest):
        return False  # « …, mais a précisé que »: another saying
    return re.match(r",? ?(?:mais|ce qui|tandis|alors que|sauf|sinon)\b", rest) is not None


_HEDGED = re.compile(r"\b(?:aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent))\b")
_CONDITIONAL = re.compile(r"\b[a-zà-ÿ]{2,}rai(?:t|ent)\b")
_MODALS = bag("devrait devraient pourrait pourraient faudrait vaudrait suffirait")
_HEARSAY = re.compile(r"\b(?:aurai(?:t|ent)|serai(?:t|ent))\b")
_PRESENT = re.compile(r"(?:(?:affirm|rapport|annonc|indiqu|précis|signal|révèl|not|confirm)e(?:nt)?|dit|disent)$")


def hedged(fact: Quotation) -> bool:
    """« Selon les Nations unies, la loi pourrait entrer en vigueur », « la chaîne affirme que l'usine serait vendue »:
    the article doubts it, and a question would ask who is sure of what nobody is. What a person thinks possible or due
    (« selon la ministre, il devrait … »), and what was announced in the past (« … que … serait »), is theirs."""
    if fact.rule.startswith("claim-source"):
        doubted = {form for form in _CONDITIONAL.findall(fact.words) if finite(form) is not None}
        return bool(doubted - (_MODALS if fact.speaker_kind == "person" else set()))
    doubt = _HEARSAY if fact.speaker_kind == "person" else _HEDGED
    if not doubt.search(fact.words):
        return False
    return fact.rule != "claim-act" and _PRESENT.match(fact.cue or "") is not None


def _shared(fact: Quotation) -> bool:
    """« d'après le maire et la préfète Ada Morin »: two say so."""
    said, text = fact.speaker_as_written or fact.speaker or "-", fact.evidence.text
    return any(
        _AND_ANOTHER.match(text, at + len(said)) or _ANOTHER_AND.search(text, 0, at) for at in everywhere(said, text)
    )


_AND_ANOTHER = re.compile(r" et (?:l[ea]s? |l['’])")
_ANOTHER_AND = re.compile(r"\bl[ea] \w+ et l[ea] [\w ]{1,40}\Z")


def _another_in(title: str, fact: Quotation) -> bool:
    """Does the title name somebody else of the speaker's sex?"""
    own = {fold(name) for name in (fact.speaker or "", *fact.aliases)}
    return any(
        n.kind == "person" and n.gender in (fact.gender, "") and fold(n.name) not in own and n.name in title
        for n in fact.names
    )


def stem_of(fact: Quotation, clause: str) -> str | None:
    """« Qui a annoncé que … », « Qui estime que … », « Qui affirme que … » (a source without a verb); None where the
    verb cannot be put into a question."""
    without = fact.rule.startswith("claim-source") or _NO_VERB.match(fact.cue or "") is not None
    verb = "affirme" if without else asking_verb(fact.cue or "")
    return f"{'Quel média' if is_media(fact) else 'Qui'} {verb} {elide('que', clause)}" if verb else None


_NO_VERB = re.compile(r"(?:selon|d['’]après|pour|à en croire|aux yeux|de l['’]avis|aux dires)\b", re.IGNORECASE)


def asking_verb(cue: str) -> str | None:
    """The verb of a question on who said something: « annoncent » -> « a annoncé », « estime » -> « estime »."""
    words = cue.split()
    if not words:
        return None
    if words[-1] == "savoir":
        return "a fait savoir"
    last = words[-1].lower()
    if last.startswith(("twitt", "tweet")):
        return "a écrit"
    if len(words) == 1 and last in _KEPT:
        return last
    if len(words) == 1 and last.endswith("ent") and last[:-2] in _KEPT:
        return last[:-2]
    form = speech_form(last)
    if form is None or last.startswith(("s'", "se ")):
        return None
    if form.lemma in ("craindre", "redouter"):
        return "craint" if form.lemma == "craindre" else "redoute"  # a fear lasts longer than « a craint »
    return "a déclaré" if form.lemma in _GOES_ON else f"a {participle_of(form.lemma)}"


def _told(fact: Quotation, clause: str) -> bool:
    """Does the clause name its speaker, by a name or by the first noun of a description?"""
    within = set(re.findall(r"\w+", fold(clause)))
    speaker = fact.speaker or ""
    names = [w for name in (speaker, *fact.aliases) for w in re.findall(r"\w{3,}", name)]
    own = {fold(w) for w in names if w[:1].isupper()}
    if asked_as(fact) == "phrase":
        own = {fold(w) for w in re.findall(r"\w{4,}", speaker)[:1]}
    return bool(own & within)


def _who_claimed(fact: Quotation, clause: str, stem: str, article: Article) -> Iterator[Candidate]:
    speaker = fact.speaker or ""
    title = title_of(article)
    other_names = names_of(fact)
    wanted = distractor_type(fact)
    for form in ("choice", "text"):
        if form == "choice" and not wanted:
            continue
        yield Candidate(
            fact=fact,
            form="choice" if form == "choice" else "text",
            construction="who-claimed",
            question=Bilingual(f"{by_post(fact, stem)}\u202f?"),
            answer=answer_of(fact),
            accept=other_names if form == "text" else (),
            also_true=other_names,
            distractor_type=wanted if form == "choice" else "",
            suggested=likes_of(fact, article.text) if form == "choice" else (),
            focus=(speaker,),
            hint=_OPINION.get(fact.step, -0.2) - (0.2 if passed_on(fact, clause) else 0.0),
            features={
                "telling": min(1.0, telling_words(clause, title) / 6),
                "clause_words": len(clause.split()) / 20,
                "quotes_inside": float("«" in clause),
                "phrase_speaker": float(asked_as(fact) == "phrase"),
                "far_speaker": far_speaker(fact),
                "passed_on": float(passed_on(fact, clause)),
                "act": float(fact.rule == "claim-act"),
                "source_without_verb": float(fact.rule.startswith("claim-source")),
                "possessives": float(len(re.findall(r"\b(?:son|sa|ses|leurs?)\b", clause))),
            },
        )
