"""The gate on figures cut from what they hang on: an epithet or a possessive for somebody, a pronoun without its noun,
a date or a second name left behind, a wrong amount that another figure gives away, a detail nobody need learn.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Mends nothing; what has its
noun, its day or its name in the question or the topic line passes.
"""

from __future__ import annotations

import re

from quiz.authoring.agreement import sure_gender
from quiz.authoring.candidate import Candidate
from quiz.authoring.cloze_worth import told_by_a_nation
from quiz.authoring.french import MONTHS, lower_first
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.gates.truth import fact_before
from quiz.authoring.scene import Scene
from quiz.authoring.spec_worth import in_title, mentions
from quiz.deck import BLANK, TRUE_FALSE
from quiz.facts.fact import Specification, Statistic
from quiz.facts.verbs import finite, is_noun, participle
from quiz.typography import fold

_MONTH = rf"(?:{'|'.join(MONTHS)})"


# ---- who


_SOMEBODYS = re.compile(
    r"\b(?:la troupe|les troupes|la bande|les? protégée?s?|les hommes|les joueu(?:rs|ses)|les ouailles) (?:de |d'|du )"
    r"(?P<whose>[A-ZÀ-Þ][\w-]+)(?![\w-]| [A-ZÀ-Þ])"
)
_OFFICE = re.compile(
    r"\b(?:le |la |l')(?P<who>maire|mairesse|préfet|préfète|curé|bourgmestre|édile)\b"
    r"(?! (?:de |d'|du |des |[A-ZÀ-Þ]))"
)
_PLACED = re.compile(r"(?:À |En )?[A-ZÀ-Þ][\w' -]{2,30} ?: ")
_IN_ORDER = re.compile(r"\b(?:du|de la|au|à la) (?:premi(?:er|ère)|deuxième|seconde?|troisième)(?= ?[?,]| ?$)")


def epithet(text: str, topic: str) -> str | None:
    """« Combien de noix le Breton de Vaugris a-t-il cassées ? », « la troupe de Roux », « le maire » under a title of
    another matter, « à la naissance du premier »: who, another sentence says."""
    nation = told_by_a_nation(text)
    if nation and fold(nation.split()[-1].split("'")[-1])[:5] not in fold(topic):
        return nation
    whose = _SOMEBODYS.search(text)
    if whose is not None and fold(whose["whose"]) not in fold(topic):
        return whose.group()
    office = _OFFICE.search(text)
    if office is not None and office["who"][:4] not in topic.lower() and not _PLACED.match(topic):
        return office.group() if not names_in(f"x {lower_first(text)}") else None
    order = _IN_ORDER.search(text)
    return order.group() if order is not None else None


_SOMEBODY = re.compile(
    r"\b(?:homme|femme|garçon|fille|patiente?|victime|malade|personne|médecin|enfant|habitante?|élève|suspecte?"
    r"|accusée?|maire|ministre|présidente?|chacun|\w{3,}(?:eur|euse|rice|iste|ien|ienne))s?\b",
    re.IGNORECASE,
)
_LIVES = re.compile(r"(?:habit|viv|vécu|résid|log|dorm|travaill)")
_PRONOUN = re.compile(
    r"(?:(?<=, )|(?<=où )|(?<=dont )|(?<=qu'))(?P<word>ils?|elles?) (?:[ns]')?"
    r"(?!y a|faut|s'agi|reste|est \w+ (?:de|que))"
)
_DAY = re.compile(rf"\b(?:[LlDd][eu]|[Aa]u|[Dd]ès le) (?:\w+di )?(?:1er|\d{{1,2}}) {_MONTH}|^L'an \w+|^L'année \w+")


def dangling_pronoun(text: str) -> str | None:
    """« L'immeuble de trois étages où elle habitait », « Le 1er mai, il a signé »: before the pronoun nobody stands for
    whom it could."""
    found = _PRONOUN.search(text)
    if found is None:
        return None
    before = _DAY.sub(" ", text[: found.start()])
    if names_in(f"x {lower_first(before)}") or re.search(r"\b(?:qui|chacun|on)\b", before):
        return None
    if _LIVES.match(text, found.end()):
        return None if _SOMEBODY.search(before) else found.group()
    gender = "f" if found["word"].startswith("elle") else "m"
    nouns = [sure_gender(noun) for noun in re.findall(r"[a-zà-ÿœ]{3,}", before.lower()) if is_noun(noun)]
    sure = {"f": r"\b(?:la|une|cette|sa)\b", "m": r"\b(?:le|un|ce|du|au)\b"}[gender]
    if gender in nouns or re.search(sure, before, re.IGNORECASE):
        return None
    return None if "" in nouns and re.search(r"\bl'|\b[Ll]es|\bdes", before) and not nouns.count("m") else found.group()


_HOME = re.compile(r"\b(?:son|sa) (?:domicile|logement|mari|épouse|belle-mère|avocate?)\b(?! et\b)")


def ownerless(text: str) -> str | None:
    """« Le filet sera tendu autour de son domicile »: whose?"""
    found = _HOME.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    return None if names_in(before) or _SOMEBODY.search(before) else found.group()


_LEFT_BARE = re.compile(
    r"^(?:[^,]{3,60}, )?(?:[Ll]e |[Ll]a |[Ll]')(?P<noun>document|texte|repli|recul|hausse|baisse|progression|chute"
    r"|augmentation|diminution|montant)(?P<mark>,)? (?P<next>[\w'-]+)"
)


def bare_matter(text: str, topic: str) -> str | None:
    """« À taux constants, le repli est limité à 2,9 % », « Le document, qui sera imprimé, prévoit »: of what?"""
    found = _LEFT_BARE.match(text)
    if found is None or fold(found["noun"])[:6] in fold(topic):
        return None
    verb = re.sub(r"^(?:s|n|l|y)'", "", found["next"])
    bare = found["mark"] or verb in ("se", "ne", "est") or (finite(verb) is not None and not is_noun(verb))
    return found["noun"] if bare else None


_THEN = re.compile(r", alors,|^Alors,|\b(?:avait|avaient|était|étaient|comptait|comptaient) alors\b")
_TIME = re.compile(rf"\b(?:1[5-9]|20)\d\d\b|\b{_MONTH}\b|\b(?:quand|lorsqu\w*)\b", re.IGNORECASE)


def some_time(text: str) -> bool:
    """« La scierie, alors, n'avait gardé que dix ouvriers »: when?"""
    return _THEN.search(text) is not None and _TIME.search(text) is None


# ---- what was left behind


_OPENING_DAY = re.compile(
    rf"^(?:[AÀ] (?:la )?(?:fin|mi-)|Fin|Mi-|Début|Au début|Au (?:1er|\d{{1,2}})) ?(?:de |d['’]|du mois d(?:e |['’]))?"
    rf"(?P<month>{_MONTH})\b",
    re.IGNORECASE,
)


def day_lost(text: str, sentence: str) -> bool:
    """« À fin mai, le taux s'établissait à 4 % » asked without its « fin mai »: of which time?"""
    found = _OPENING_DAY.match(sentence.strip())
    return found is not None and found["month"].lower() not in text.lower() and not _TIME.search(text)


_PUT_OFF = re.compile(
    r"\b(?:décal|repouss|prolong|report|retard|avanc|allong|raccourc|rédu|augment)(?:é|i|it)e?s?\b|\bréduite?s?\b"
)


def delay_for_length(construction: str, text: str) -> bool:
    """« De quelle durée était l'échéance que la neige a décalée ? »: the years told are those of the delay."""
    return construction == "stat-made-noun-of" and _PUT_OFF.search(text) is not None


_TURNED = re.compile(r"(?P<verb>[\w']+)-(?:t-)?(?:il|elle)s?\b")
_SEVERAL = re.compile(
    r"\b[Ll]es (?:[\w-]+s )(?P<name>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*) (?:[nsl]')?[\w']+-(?:t-)?(?:ils|elles)\b"
)
_SOURCE = re.compile(r"\b(?:[Ss]elon|[Dd]'après) (?P<name>[A-ZÀ-Þ][\w-]+)(?=,)")


def cut_subject(text: str, sentence: str) -> str | None:
    """« les Bretons Ada Roux ont-ils » of « les Bretons Ada Roux et Luc Petit », « Selon Courrier » of « le Grand
    Courrier », and an apposition asked where the sentence has « ça ferait »."""
    sentence = sentence.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    several = _SEVERAL.search(text)
    if several is not None and re.search(rf"{re.escape(several['name'])}(?:, | et )[A-ZÀ-Þ]", sentence):
        return several["name"]
    source = _SOURCE.search(text)
    if source is not None:
        paper = rf"\b(?:[Ll][ea]s?|[Dd]u|[Aa]u) (?:[A-ZÀ-Þ][\w-]+ )+{re.escape(source['name'])}\b"
        if re.search(paper, sentence):
            return source["name"]
    for turned in _TURNED.finditer(text):
        if re.search(rf"\b(?:ça|cela|ceci) {re.escape(turned['verb'])}\b", sentence):
            return turned.group()
    return None


# ---- what gives a wrong amount away


_ALSO_IN = re.compile(
    r"\((?:soit |environ |près de |plus de |quelque )*[\d ,.]+ ?(?:millions?|milliards?|mille)? ?"
    r"(?:d'|de )?(?:euros?|dollars?|francs?|livres?|yens?|€|\$)"
)
_INSTEAD_OF = re.compile(r"\b(?:contre|au lieu de) (?:les )?(?:environ |quelque )?\d")


def given_away(candidate: Candidate, text: str, topic: str) -> str | None:
    """« 12 milliards de francs (environ 175 millions d'euros) » where twenty were told, « 2 700 euros, contre 1 500 »
    under « hausse de 2,5 % »: the figure left right shows which is wrong."""
    if candidate.construction != "true-false-number" or candidate.answer.fr != TRUE_FALSE[1].fr:
        return None
    if _ALSO_IN.search(text):
        return "the amount stands in another currency too"
    return "the title has the change" if _INSTEAD_OF.search(text) and re.search(r"\d ?%", topic) else None


def others_year(text: str, key: str, sentence: str) -> bool:
    """« En quelle année les ventes ont-elles atteint 3,36 milliards ? » of « 3,36 milliards, contre 3,51 en 2022 »: the
    year is of the figure compared with."""
    if not re.search(r"\bquelle année\b", text) or not re.fullmatch(r"(?:19|20)\d\d", key.strip()):
        return False
    return re.search(rf"\b(?:contre|au lieu de) [^;:]{{1,40}}\ben {key.strip()}\b", sentence) is not None


# ---- details


_HOW_LATE = re.compile(r"\bretard\b(?! (?:sur|de|à)\b).*\b(?:arriv|venu)")
_ICE_TIME = re.compile(r"\b[Cc]ombien de temps\b.*\b(?:employée?|utilisée?)s? ?\?$")
_OF_THE_SPEAKER = re.compile(
    r"[»”\"],? (?:a |s'est )?[a-zà-ÿ]+ (?:[a-zà-ÿ' -]{0,40}, )?[A-ZÀ-Þ][^»,]*, (?:qui|dont) [^,»]*$"
)


def detail(construction: str, text: str, before: str) -> str | None:
    """How late somebody came, how long a player was on the ice, and what « …, dit Ada Roux, qui cultive | 90 ha » tells
    of a speaker on the way."""
    if not construction.startswith("stat-"):
        return None
    if _HOW_LATE.search(text) or _ICE_TIME.search(text):
        return "a matter of minutes"
    said = before.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return "told of a speaker on the way" if _OF_THE_SPEAKER.search(said) else None


_OF_AGE = re.compile(r"\b[Uu]ne? (?:[a-zà-ÿ]+ ){1,4}de (?:_____|\d{1,2}|[a-z-]+) ans(?:,| \()")
_OPENED = re.compile(r"^(?P<word>[A-ZÀ-Þ]\w+) [^,]*_____[^,]*, (?:les? |la |l'|[A-ZÀ-Þ])")


def aside_shown(text: str, hole: str) -> str | None:
    """« une gérante de _____ ans, Ada Roux, est », « Invaincues en _____ matchs, les Brumaises ont »: an aside. Without
    a hole any such age is meant."""
    age = _OF_AGE.search(text)
    if age is not None and hole in age.group():
        return "an age in passing"
    opened = _OPENED.match(text)
    told = opened is not None and (participle(opened["word"].lower()) is not None or opened["word"].startswith("Inv"))
    return "an apposition" if told else None


_WORKS = re.compile(r"\b(?:l'auteur|l'autrice|le réalisateur|la réalisatrice|le compositeur|la compositrice)\b")
_COMES_BACK = 4
"""Mentions from which an article is about somebody its title does not name."""


def in_passing(candidate: Candidate, scene: Scene, text: str) -> str | None:
    """The nationality of whom the article is not about; the author of a work it names once."""
    fact = candidate.fact
    if not isinstance(fact, Specification) or candidate.construction not in ("nationality-of", "role-holder"):
        return None
    article = scene.article
    if candidate.construction == "nationality-of":
        about = in_title(fact.entity, article) or mentions(fact.entity, article) >= _COMES_BACK
        return None if about else "a nationality in passing"
    who = candidate.answer.fr
    if not _WORKS.search(text) or in_title(who, article) or mentions(who, article) > 1:
        return None
    work = re.findall(r"[A-ZÀ-Þ][\w-]{3,}", text[4:])
    return None if any(fold(word) in fold(article.title or "") for word in work) else "a work in passing"


def bearings(candidate: Candidate, scene: Scene) -> str | None:
    """Whether a figure keeps what it hangs on: who and when are told, no other figure gives it away, and it is no
    detail. Nationalities and authors count as such details too."""
    text = own_words(candidate.question.fr)
    if passing := in_passing(candidate, scene, text):
        return passing
    if others_year(text, candidate.answer.fr, candidate.fact.evidence.text):
        return "the year of another figure"
    fact, above = candidate.fact, scene.topic(candidate)
    shown = candidate.form in ("cloze", "true-false")
    if not isinstance(fact, Statistic | Specification) or fact.quantity is None:
        return None
    if shown:
        loose = dangling_pronoun(text) or ownerless(text) or bare_matter(text, above)
        if loose:
            return f"unresolved: {loose}"
        if some_time(text):
            return "unresolved: alors"
        aside = aside_shown(text, BLANK if candidate.form == "cloze" else "")
        of_years = candidate.form == "cloze" or fact.quantity.unit == "year"
        return (aside if of_years else None) or given_away(candidate, text, above)
    if not candidate.construction.startswith("stat-"):
        return None
    if who := epithet(text, above):
        return f"unresolved: {who}"
    if day_lost(text, fact.evidence.text):
        return "the day is lost"
    if delay_for_length(candidate.construction, text):
        return "the delay for the length"
    if cut := cut_subject(text, fact.evidence.text):
        return f"cut: {cut}"
    return detail(candidate.construction, text, fact_before(fact))
