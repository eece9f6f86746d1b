"""Questions about figures: each construction of a frame has one way to be asked, in natural French that keeps the whole
claim. Where the frame is empty nothing is asked here (the sentence may still make a cloze).

The pieces come cut and resolved from the extraction; this module only puts them together: elision, inversion,
agreement, order. It refuses to judge: gates and ranker do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.clozes import grouped, mended, spellings
from quiz.authoring.dice import chance
from quiz.authoring.figures import counted, in_words, near, numeral_of
from quiz.authoring.french import (
    capitalised,
    french_date,
    lower_first,
    on_date,
)
from quiz.authoring.race_times import near_times
from quiz.authoring.ranks import near_ranks, tidy_rank
from quiz.authoring.scores import near_scores
from quiz.authoring.stat_asked import asks_for_most
from quiz.authoring.stat_dates import with_the_year, with_today, with_years
from quiz.authoring.stat_events import made_definite, once_placed, pointed, with_bilan, with_country, with_event
from quiz.authoring.stat_stems import stem_of
from quiz.authoring.stat_worth import TIMED, counted_off, petty, worth_asking
from quiz.english.rules import english
from quiz.facts.fact import Frame, Quantity, Specification, Statistic
from quiz.facts.lexicon import demonyms
from quiz.facts.verbs import finite, is_noun

_OPINION = {
    "count-subject": 0.5, "share-of": 0.5, "age": 0.3, "age-at": 0.4, "rank": 0.0, "score": 0.3, "object": 0.6,
    "there-are": 0.3, "amounts-to": 0.5, "amounts-by": 0.3, "noun-of": 0.5, "made-noun-of": 0.2, "change": 0.3,
    "measure-of": 0.4,
    "gerund": 0.1, "picture": 0.4,
    "adjunct": 0.2, "held": 0.2, "part-of": 0.5, "out-of": 0.3, "one-in": 0.3, "passes-to": 0.2,
}  # fmt: skip
"""How good the questions of a construction have been on the whole, -1 to 1."""


def candidates(fact: Statistic | Specification, article: Article) -> list[Candidate]:
    """The questions a figure allows: the same stem with choices and typed. Empty where no natural question is safe."""
    quantity = fact.quantity
    if quantity is None or not fact.frame.construction or not worth_asking(fact, quantity):
        return []
    if quantity.dimension == "count" and not quantity.digits and quantity.low in counted(article.title or ""):
        return []  # « une fusillade fait trois morts »: the title tells how many
    stem = question(fact, article)
    if stem is None:
        return []
    if fact.frame.construction == "one-in":
        return [_one_in(fact, quantity, stem)]
    dotted = grouped(quantity.text) != quantity.text
    other = near(replace(quantity, text=grouped(quantity.text)), fact.evidence.text) if dotted else []
    quantity = replace(quantity, text=grouped(quantity.text))
    if quantity.dimension == "score":
        other = near_scores(quantity.text, fact.evidence.text)
    clocked = quantity.dimension == "duration" and len(re.findall(r"\d+", quantity.text)) > 1
    if clocked:
        other = near_times(quantity.text, fact.evidence.text)
    if quantity.dimension == "rank":
        quantity = replace(quantity, text=tidy_rank(quantity.text))
        other = near_ranks(quantity.text, fact.evidence.text)
    answer = _answer(quantity) if fact.frame.construction != "out-of" else quantity.text.split()[0]
    numeral = numeral_of(quantity.text)
    bent = answer.removesuffix(quantity.text) if fact.frame.construction != "out-of" else ""
    if bent and answer.endswith(quantity.text):  # « quelque 3 100 » among « quelque 2 400 », not among bare numbers
        other = [f"{bent}{said}" for said in other]
    features = {
        "stem_words": float(len(stem.fr.split())),
        "resolved": float(fact.frame.resolved),
        "cut": float(fact.frame.time == "cut"),
        "with_lead": float(bool(fact.frame.lead)),
        "hedged": float(bool(quantity.hedge)),
        "counted_off": float(counted_off(fact, quantity)),
        "foretold": float(fact.modality == "forecast"),
        "petty": float(petty(fact.frame)),
    } | dict(fact.features)
    base = Candidate(
        fact=fact,
        form="choice",
        construction=f"stat-{fact.frame.construction}",
        question=ruled(stem.fr, stem.en),
        answer=ruled(answer, None),
        suggested=tuple(ruled(said, None) for said in other[:3]),
        distractor_type=f"quantity:{quantity.dimension}",
        focus=(fact.entity,) if fact.entity else (),
        hint=_OPINION.get(fact.frame.construction, 0.0),
        features=features,
    )
    out = [base] if fact.frame.construction != "out-of" else []
    if clocked:
        return out  # « 3 h 18 min 40 s » is one answer in three numbers
    if numeral is not None and quantity.bound != "range" and quantity.dimension not in ("score", "rank"):
        key = quantity.text[numeral.start : numeral.end]
        accept = tuple(dict.fromkeys((quantity.text, *spellings(key, numeral))))
        out.append(_typed(base, accept))
    elif numeral is None and quantity.dimension == "count" and quantity.low == quantity.high >= _COLLECTIVE:
        whole = int(quantity.low)  # « une quarantaine » may be typed as 40
        said = in_words(whole)
        out.append(_typed(base, (quantity.text, str(whole), *((said,) if said else ()))))
    return out


_COLLECTIVE = 10
"""What the smallest collective, « une dizaine », stands for."""


def _one_in(fact: Statistic | Specification, quantity: Quantity, stem: Stem) -> Candidate:
    """« un Malien sur trois » among one of five and one of ten."""
    answer = lower(_answer(quantity))
    base = re.search(r"(?<=sur )\S+$", answer)
    others = [] if base is None else [f"{answer[: base.start()]}{n}" for n in _BASES if n != base.group()]
    near_by = sorted(others, key=lambda said: chance(f"{fact.evidence.text}/{said}", 97))
    return Candidate(
        fact=fact,
        form="choice",
        construction="stat-one-in",
        question=ruled(stem.fr, stem.en),
        answer=ruled(answer, None),
        suggested=tuple(ruled(said, None) for said in near_by[:4]),
        distractor_type="words",
        focus=(fact.entity,) if fact.entity else (),
        hint=_OPINION["one-in"],
        features=dict(fact.features),
    )


_BASES = ("trois", "quatre", "cinq", "six", "huit", "dix")


def _typed(base: Candidate, accept: tuple[str, ...]) -> Candidate:
    return replace(base, form="number", accept=tuple(a for a in accept if a != base.answer.fr), distractor_type="")


def _answer(quantity: Quantity) -> str:
    """The figure with what bends it, as the article writes it; what bends it stands in the stem for « jusqu'à »."""
    if not quantity.hedge or asks_for_most(quantity):
        return quantity.text
    lead = quantity.span.start - quantity.outer[0]
    hedge = quantity.hedge
    return (
        f"{lower(hedge)} {quantity.text}".replace("' ", "'").replace("’ ", "’")
        if lead > 0
        else f"{quantity.text} {hedge}"
    )


def lower(text: str) -> str:
    """The first letter in small, as inside a sentence."""
    return text[:1].lower() + text[1:]


# Stems --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stem:
    """A question in French and, where every word of it is known, in English."""

    fr: str
    en: str | None = None


def question(fact: Statistic | Specification, article: Article) -> Stem | None:
    """The stem of a fact's frame, or None where the pieces make none."""
    frame, quantity = fact.frame, fact.quantity
    assert quantity is not None
    if frame.construction == "age":
        return _age(frame, article)
    if _only_demonym(frame.subject):
        return None
    frame = replace(frame, subject=made_definite(frame.subject, article.title))
    frame = pointed(frame, article.title)
    said = stem_of(frame, quantity)
    if (
        said is None
        or _NOW.search(f"{frame.lead} {said}")
        or re.search(r"\bven(?:ait|aient) (?:de |d['’])\w+re?\b", said)
    ):
        return None
    if _another_clause(frame.rest) or (_NAMING.match(frame.lead) and not TIMED.search(frame.lead)):
        return None
    lead = frame.lead
    sourced = re.search(r"\b(?:selon|d['’]après|pour)\b", lead.lower()) is not None
    source = fact.attribution or ""
    if fact.modality == "conditional" and not (sourced or source):
        return None
    if source and fact.modality in ("attributed", "conditional") and not sourced and not _shares_word(source, said):
        whole = _with_article(re.sub(r"^(?:selon|d['’]après)\s+", "", source, flags=re.IGNORECASE), fact.evidence.text)
        if _NO_SOURCE.match(source) or _NO_SOURCE.match(whole):
            return None
        lead = f"selon {whole}" + (f", {lower_first(lead)}" if lead else "")
    if source and fact.modality == "attributed" and sourced and not _shares_word(source, f"{lead} {said}"):
        lead = _with_name(lead, source, fact.evidence.text)
    lead = _without_apposition(lead) if not lead.endswith(source or "\0") else lead
    if frame.subject and lead.endswith(frame.subject):
        lead = lead.removesuffix(frame.subject).rpartition(",")[0].strip()
    lead = re.sub(r"^[Aa] (?=[A-ZÀ-Þ])", "à ", lead)
    text = once_placed(f"{lead}, {said}" if lead else said)
    if _THIS_MONTH.search(text) and _of_another_month(article):
        return None
    text = _SAME_DAY.sub(_one_day, text)
    text = with_country(_EMPTY_ADVERBS.sub(" ", text), article.title)
    text = _with_first_day(text, article)
    text = _THIS_DAY.sub("le ", _OF_THIS_DAY.sub("du ", text))
    text = mended(with_the_year(with_years(text, article.date), article.date))
    text = with_today(lower_first(text), article.date, opens=False)
    if re.search(r"\bdepuis\b.*\d{4}", text):
        text = re.sub(r" (?:actuellement|aujourd['’]hui)\b", "", text)  # « depuis le début de l'année 2018 » says it
    text = with_event(with_bilan(re.sub(r"\s+", " ", text).strip(), article.title), article.title)
    if (own := _OBJECT_BEFORE.search(text)) and not is_noun(own[1]):
        return None  # « Quel pourcentage des voix sont nécessaires pour l'obtenir ? »
    if re.search(r",? à savoir\b", text):
        return None  # « sont élus, à savoir, Morin, Roux et Petit »: who is counted is told
    if re.search(r"\b(?:toujours|encore)\b", text) and not re.search(r"\d| [A-ZÀ-Þ]|['’][A-ZÀ-Þ]", text):
        return None  # « Combien de foyers sont encore privés d'eau ? »: when?
    dated = (article.date or "").count("-") == 2 and _TODAY.search(text)
    if _HOUR.search(text) and not dated and not _DAY.search(f"{text} {article.title or ''}"):
        text = _HOUR_LEAD.sub("", text)  # « À 20 heures, à Metz, combien de foyers… »: on the day of the article
        if _HOUR.search(text):
            return None
    return Stem(f"{capitalised(text)} ?")


_THIS_MONTH = re.compile(r"\bce mois\b")
_MONTHS = re.compile(
    r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b", re.IGNORECASE
)


def _of_another_month(article: Article) -> bool:
    """« Le chômage monte en août », of 27 September: what the article calls « ce mois-ci » is no September."""
    titled = _MONTHS.findall(article.title or "")
    if not titled or not article.date or article.date.count("-") < 1:
        return False
    month = french_date("-".join(article.date.split("-")[:2]))
    return all(name.lower() not in month.lower() for name in titled)


def _only_demonym(subject: str) -> bool:
    """« la Française », « l'Espagnol »: somebody whom the sentence before has named."""
    said = re.fullmatch(r"(?:le |la |l['’] ?)(?P<who>[A-ZÀ-Þ]\w+)", subject)
    return said is not None and said["who"].lower() in demonyms()


_NO_SOURCE = re.compile(r"(?:pour|chez|dans|en) ", re.IGNORECASE)
"""« Pour les firmes d'au moins 11 salariés » is no one who says so."""


_NAMING = re.compile(r"(?:l[ae]s? |l['’]|une? )\w", re.IGNORECASE)
"""« Le banquier Luc Roy, à quel âge le dernier fils est-il mort ? »: what leads in is the subject in other words."""


def _without_apposition(lead: str) -> str:
    """« Chez les espoirs, le jeune coureur français » before « Luc Roux gagne » keeps what is no other word for him."""
    head, comma, last = lead.rpartition(", ")
    told = comma and re.match(r"(?:l[ae] |l['’]|une? )[a-zà-ÿ]", last) and not TIMED.search(last)
    return head if told else lead


def _another_clause(rest: str) -> bool:
    """« … à bord et la compagnie annonce une recherche »: what follows the figure goes on to another subject."""
    found = re.search(r"\bet (?:l[ae]s? |l['’] ?|une? |des )(?P<words>\w+(?: \w+){1,3})", rest)
    if _SECOND_CLAUSE.search(rest):
        return True
    return found is not None and any(finite(w) is not None and not is_noun(w) for w in found["words"].split()[1:])


_SECOND_CLAUSE = re.compile(
    r"\bet (?:l[ae]s? |l['’] ?|une? |des )\w+(?: \w+){0,2} \w+(?:e|ent|t)"
    r" (?:avoir|être|que |qu['’]|(?:de |d['’])\w+[ei]r\b)"
)
"""« … à bord et la compagnie aérienne annonce avoir lancé une recherche »: « annonce » may be a noun elsewhere."""


_NOW = re.compile(
    r"\b(?:ensuite|d['’]abord|dans un premier temps|maintenant|désormais|à présent|pour le moment|précédemment"
    r"|auparavant|pour l['’]instant)\b"
)
"""« Le front se situe maintenant à… »: on no day that a learner knows."""


_TODAY = re.compile(
    r"\b(?:ce (?:matin|soir|midi)|hier|aujourd['’]hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
"""Words that the repairs make a day of, where the article has one."""
_A_DAY = r"(?=(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2} [a-zà-ÿ]{3,})"
_OF_THIS_DAY = re.compile(rf"\bde ce {_A_DAY}")
_THIS_DAY = re.compile(rf"\bce {_A_DAY}")
"""« ce dimanche 4 juin » is a day like any other when the page is old."""


_OBJECT_BEFORE = re.compile(r"\b(?:pour|de|à|afin de|sans) (?:l['’]|les |en |y )(\w+(?:[eio]r|re))\b")
_HOUR = re.compile(r"\b(?:à|vers|dès|avant) \d{1,2} ?h(?:eures?)?\b", re.IGNORECASE)
_HOUR_LEAD = re.compile(
    r"^(?:à|vers|dès|peu (?:après|avant)) \d{1,2} ?h(?:eures?)?(?: ?\d\d)?(?: (?:UTC|EDT|EST|GMT)\S*)?(?: \([^()]*\))?"
    r", ",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:1er|\d{1,2}) (?:janv|févr|mars|avril|mai|juin|juil|août|sept|octo|nove|déce)",
    re.IGNORECASE,
)


_SAME_DAY = re.compile(
    r"\b(?:ce |le )?(?P<day>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?P<part>matin|soir|après-midi))?, "
    r"(?:le )?(?P<date>(?:1er|\d{1,2}) [a-zà-ÿ]{3,}(?: \d{4})?)"
)
_PARTS = {"matin": " au matin", "soir": " au soir", "après-midi": " dans l'après-midi"}


def _one_day(found: re.Match[str]) -> str:
    """« ce lundi matin, 13 février » is one day, said once: « le lundi 13 février au matin »."""
    return f"le {found['day']} {found['date']}{_PARTS.get(found['part'] or '', '')}"


_EMPTY_ADVERBS = re.compile(
    r"\s(?:également|en effet|tout de même|malgré tout|en revanche|en comparaison|quant à (?:lui|elle|eux|elles)"
    r"|pour (?:sa|leur) part|notamment|par ailleurs|aussi(?! (?:bien|longtemps|vite))|ainsi(?! que)|toutefois"
    r"|cependant|pourtant|néanmoins|donc|même(?= \w+(?:é|i|u|it|is|inte?)e?s?\b))(?=\s|$)"
)
"""Words that only tie a sentence to the one before it."""


_COMING = re.compile(
    r"\b(au cours|lors|d['’]ici|dans|durant|pendant) (des|les|aux)? ?(\w+ )?prochain(?:e?s) (années|mois|décennies)\b"
)


def _with_first_day(text: str, article: Article) -> str:
    """« au cours des deux prochaines années » in an article of June 2024 is « au cours des deux années suivant
    juin 2024 »."""
    if not article.date or article.date.count("-") < 1:
        return text
    month = french_date("-".join(article.date.split("-")[:2]))
    return _COMING.sub(lambda m: f"{m[1]} {m[2]} {m[3] or ''}{m[4]} suivant {month}", text)


def _with_name(lead: str, name: str, evidence: str) -> str:
    """« selon le chef de police de Metz » with the name that the sentence sets beside it, « Luc Roux »."""
    told = re.match(r"(?:selon|d['’]après) (?P<who>[^,]+)$", lead)
    flat = re.sub(r"\s+([,.])", r"\1", evidence)
    beside = told is not None and f"{told['who']}, {name}".lower() in re.sub(r"\s+", " ", flat).lower()
    return f"{lead}, {name}" if beside else lead


def _with_article(source: str, evidence: str) -> str:
    """The source with the article and the whole name it has in the sentence: « mairie » after « de la mairie » is la
    mairie, « Libre » after « le Midi » is le Midi Libre."""
    determiner = r"(?P<det>les |le |la |l['’] ?|des |du |aux |au )?"
    found = re.search(rf"{determiner}(?P<name>(?:[A-ZÀ-Þ][\w-]+ )*){re.escape(source)}", evidence)
    if found is None:
        return source
    article = (found["det"] or "").strip()
    if article and not re.search(r"(?:^|[\s(«])$", evidence[: found.start()]):
        article = ""
    article = {"du": "le", "au": "le", "des": "les", "aux": "les"}.get(article, article)
    return (article + ("" if article.endswith(("'", "’")) else " ") + found["name"] + source).strip()


def _shares_word(attribution: str, text: str) -> bool:
    known = set(re.findall(r"\w{4,}", text.lower()))
    return any(w in known for w in re.findall(r"\w{4,}", attribution.lower()))


def _age(frame: Frame, article: Article) -> Stem | None:
    """« Quel âge a Ada Morin en août 2017 ? »: the age is the one of the article's day."""
    if not article.date or article.date.count("-") < 1:
        return None
    dead = re.search(
        r"\b(?:mort|meurt|meurent|décès|décédé|tué|assassin|obsèques|dispar|suicid)", (article.title or "").lower()
    )
    month = "-".join(article.date.split("-")[:2])
    when = english(french_date(month))
    asked_in_english = f"How old was {frame.subject} in {when}?" if when is not None else None
    if dead:
        return None  # whether who has the age is the one who died, the title does not say
    return Stem(f"Quel âge a {frame.subject} {on_date(month)} ?", asked_in_english)
