"""Gates on questions that answer themselves: by an adjective of the country, an office whose holder everybody knows, an
agreement that fits one sex; and on days and figures that nobody would remember.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows countries with their
adjectives and the few rulers whom any reader of a newspaper can name; refuses to know the articles.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from quiz.authoring.candidate import Candidate
from quiz.authoring.french import MONTHS
from quiz.authoring.gates.text import own_words
from quiz.authoring.scene import Scene
from quiz.deck import BLANK
from quiz.facts import roles
from quiz.facts.event import Event
from quiz.facts.fact import Quotation, Specification, Statistic
from quiz.facts.verbs import finite
from quiz.typography import fold

_ALSO = {
    "Royaume-Uni": frozenset({"anglais", "anglaise", "anglaises", "angleterre", "écosse", "londres", "londonien"}),
    "États-Unis": frozenset({"us", "usa", "washington"}),
}


@cache
def _adjectives() -> dict[str, frozenset[str]]:
    """By the name of a country, the words that say it: « afghan », « afghane »…"""
    path = Path(roles.__file__).parent / "data" / "nations.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["nations"]
    return {name: frozenset(forms.split()) | _ALSO.get(name, frozenset()) for name, forms, _ in rows}


def told_nation(candidate: Candidate, scene: Scene) -> str | None:
    """« Quel pays met en garde les ressortissants belges ? », « Dans quel pays le lynx recule-t-il ? » under « Les lynx
    suisses en danger »: the country's adjective tells it; and « … a battu l'équipe suédoise ? » rules Sweden out."""
    words = _adjectives().get(candidate.answer.fr)
    if words is None or candidate.form not in ("choice", "text") or isinstance(candidate.fact, Quotation):
        return None
    asked = own_words(candidate.question.fr).lower()
    told = set(re.findall(r"[\w-]+", f"{asked} {scene.topic(candidate)}".lower())) & words
    if told:
        return f"the country is told: {min(told)}"
    wrong = [choice.fr for choice in candidate.choices if choice.fr != candidate.answer.fr]
    beside = [name for name in wrong if _adjectives().get(name, frozenset()) & set(re.findall(r"[\w-]+", asked))]
    return f"a wrong choice stands in the question: {beside[0]}" if beside else None


_IN_ITS_PLACE = re.compile(r"\[…\] (?:ne |n'|se |s'|ont )?(?P<verb>[a-zà-ÿ]+)(?! (?:et|ou)\b)")
_SEVERAL = frozenset(
    [
        "États-Unis",
        "Pays-Bas",
        "Philippines",
        "Maldives",
        "Comores",
        "Seychelles",
        "Bahamas",
        "Émirats arabes unis",
        "Nations unies",
    ]
)


def told_number(candidate: Candidate, scene: Scene) -> str | None:
    """« Quel pays s'est incliné ? » under « Rio : […] s'inclinent face à la Suède », and of the choices only the
    États-Unis are several."""
    if candidate.form != "choice" or not candidate.choices:
        return None
    found = _IN_ITS_PLACE.search(scene.topic(candidate).replace("’", "'").replace("\u00a0", " "))
    verb = finite(found["verb"]) if found is not None else None
    if verb is None or verb.number not in ("s", "p"):
        return None
    plural = [choice.fr in _SEVERAL or choice.fr.startswith("les ") for choice in candidate.choices]
    key = candidate.answer.fr in _SEVERAL or candidate.answer.fr.startswith("les ")
    fits = [one for one in plural if one is (verb.number == "p")]
    return "the title's verb tells how many" if key is (verb.number == "p") and len(fits) == 1 else None


@cache
def _told_by() -> dict[str, re.Pattern[str]]:
    path = Path(__file__).parent.parent / "data" / "giveaways.toml"
    rows: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["told_by"]
    return {
        answer: re.compile(rf"\b(?:{'|'.join(re.escape(fold(said.strip())) for said in row.split('|'))})\b")
        for answer, row in rows.items()
    }


def goes_without_saying(candidate: Candidate, scene: Scene) -> str | None:
    """« Dans quel pays des talibans ont-ils attaqué une base ? », « Dans quel pays la course a-t-elle eu lieu ? » under
    « Yokohama : … »: a town, a seat or a spacecraft tells it."""
    known = _told_by().get(candidate.answer.fr)
    if (
        known is None
        or candidate.form not in ("choice", "text")
        or not isinstance(candidate.fact, Event | Specification)
    ):
        return None
    found = known.search(fold(f"{own_words(candidate.question.fr)} {scene.topic(candidate)}"))
    return f"told by {found.group()}" if found else None


_RULER = re.compile(
    r"\b(?:président (?:américain|chinois|français|nord-coréen|russe|syrien|turc)"
    r"|président (?:de la (?:Chine|France|Russie|Syrie|Turquie)|des États-Unis)"
    r"|président du gouvernement (?:espagnol|d'Espagne)|[Pp]remi(?:er|ère) ministre (?:britannique|du Royaume-Uni)"
    r"|[Pp]remier ministre (?:israélien|d'Israël)|chancelière allemande|(?<!du )pape)\b(?! de (?:la )?\w+e)"
)
_PASSED_OVER = re.compile(
    r"\b(?:du|de la|au|à la|ancienn?e?|future?|vice|élue?|par intérim) ?-?$|\bélu\b", re.IGNORECASE
)


def known_ruler(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui était, en mai 2017, le président russe ? » needs no article. The French president's clerk, or the prime
    minister of Slovakia, does."""
    del scene
    if candidate.construction != "role-holder":
        return None
    text = own_words(candidate.question.fr)
    found = _RULER.search(text)
    if found is None or _PASSED_OVER.search(text[: found.start()]):
        return None
    rest = text[found.end() :].strip(" ?")
    return f"everybody knows the {found.group()}" if not rest else None


def office_in_title(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui a dit : « Priez pour eux » ? » under « Visite du pape à Metz »: there is one pope at a time."""
    text = scene.article.text
    name = candidate.answer.fr
    if candidate.form not in ("choice", "text") or not re.search(r"\bpape\b", scene.topic(candidate)):
        return None
    return "there is one pope" if re.search(rf"\b[Pp]ape {re.escape(name.split()[0])}\b", text) else None


_AGREEING = re.compile(
    r"^Qui .*\b(?:devanc|talonn|suivi|précéd|battu|accompagn|secondé|aidé|épaul)(?:é?es?|e) par\b", re.IGNORECASE
)


def agreeing_participle(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui remporte une médaille d'argent devancée par Ada Morin ? »: set apart in the article, the word agrees with
    who is asked for and tells a woman."""
    del scene
    text = own_words(candidate.question.fr)
    found = _AGREEING.match(text)
    if not isinstance(candidate.fact, Event) or found is None:
        return None
    aux = re.search(r"\b(?:est|sont|était|étaient|été|a|ont|qui a|que) (?:\w+ )?\w+$", text[: found.end() - 4])
    return None if aux else "a word agrees with who is asked for"


_STUDIES = (
    r"(?:études?|rapport|enquête|sondage|communiqué|statistiques|chiffres|note|baromètre|bulletin|classement|article)"
)
_TOLD_DAY = re.compile(
    r"\b(?:publi(?:é|ée|e|ait|ent|ant)|paru(?:e|es|s)?|diffus(?:é|ée|e)|rendue?s? publique?s?|présent(?:é|ée|e)"
    rf"|dévoil(?:é|ée|e))\b[^?]{{0,40}}\b{_STUDIES}\b|\b{_STUDIES}\b[^?]{{0,60}}\b(?:a|ont|est|sont|été) "
    r"(?:-t-\w+ |été )?(?:publié|paru|diffusé|dévoilé|rendu)"
)
_ASKS_DAY = re.compile(r"^(?:Quel jour|À quelles? dates?|En quel mois)\b")
_SAYS_DAY = re.compile(r"^C'est (?:le |en )(?:\w+ )?\d")


def routine_day(candidate: Candidate, scene: Scene) -> str | None:
    """« Quel jour l'institut a-t-il publié son étude trimestrielle ? »: what it says matters, not when."""
    del scene
    text = own_words(candidate.question.fr)
    asked = _ASKS_DAY.match(text) or (candidate.form == "true-false" and _SAYS_DAY.match(text))
    return "the day of a publication" if asked and _TOLD_DAY.search(text) else None


_CODE_LOST = re.compile(
    r"\b(?:[Ee]n|[Dd]ans la|de la) (?:catégorie|classe|division|poule|série)(?=,| ?\?| (?:quel|combien))"
    r"(?! ?(?:reine|élite))"
)
_LIST_AS_OBJECT = re.compile(
    r"\b[Cc]ombien d.*\b(?:l'|la |le |une? )[a-zà-ÿ]{3,} l(?:es|e|a) [A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ]"
)
_BARE_STATE = re.compile(r"(?:^|, )quel(?:le)? est (?:le|la|l')(?: ?[a-zà-ÿ]{3,}){1,2} \?$", re.IGNORECASE)


_TORN = re.compile(
    r"^(?:De |Avec |Par )?[Cc]ombien d.*-(?:ils?|elles?) (?:\w+ )?\w+ée?s? (?:permettant|visant|comprenant|comptant"
    r"|donnant|regroupant|allant|concernant)\b"
)
"""« De combien de courses la série est-elle composée permettant de… »: what says which courses stands too far off."""
_THAN_WHAT = re.compile(r"(?:_____|\b\d[\d \u202f\u00a0]*\d) (?:[a-zà-ÿ]+ )?de (?:plus|moins)\.$")
_OF_SO_MANY = re.compile(
    r"^L(?:a ville|e village|a commune|a région|e pays) d(?:e |['’])[^.]{0,16}?(?:_____|\d) ?[^.]* habitants"
)
"""« La ville de près de _____ habitants »: which town?"""
_SINCE_THEN = re.compile(r"^Depuis [^.]*\b(?:furent|fut|[a-zà-ÿ]{2,}èrent)\b")
"""« Depuis mai, cent tuiles furent posées »: no French tense for it."""
_STILL_GOES_ON = re.compile(
    r"\b(?:contenant|transportant|comprenant) (?:_____|\S+) [^,.;]{3,40} (?:ont|sont) (?:été )?\w+é"
)
"""« Un pêcheur a trouvé un sac contenant douze pièces ont été vues »: two sentences run together."""
_LAST_WEEK = re.compile(
    r"\b(?:début|fin|milieu|cours) de (?:la )?(?:semaine|mois|année) (?:dernière?|passée?|prochaine?)\b"
)


_UNTIL_NOW = re.compile(r"\bjusqu['’](?:à présent|à maintenant|ici)\b")
_UNTIL_DAY = re.compile(r"\bjusqu['’]au \d")
"""« onze survivants ont été retrouvés jusqu'à présent »: a day later there are more."""


def shown_pieces(candidate: Candidate, scene: Scene) -> str | None:
    """A sentence shown that says less than it seems: « Ils sont _____ de plus. » than when, « La ville de près de _____
    habitants » which, « En milieu de semaine dernière » which week."""
    del scene
    if candidate.form not in ("cloze", "true-false"):
        return None
    text = candidate.question.fr
    if _UNTIL_NOW.search(candidate.fact.evidence.text) and _UNTIL_DAY.search(text):
        return "a count so far"
    for pattern, reason in (
        (_THAN_WHAT, "a comparison with nothing"),
        (_OF_SO_MANY, "a town by its people"),
        (_SINCE_THEN, "a wrong tense"),
        (_STILL_GOES_ON, "two sentences run together"),
        (_LAST_WEEK, "a week of no date"),
        (_THAT_MOMENT, "a moment not told"),
    ):
        if pattern.search(text):
            return reason
    return None


_THAT_MOMENT = re.compile(r"\bà ce (?:moment|stade)\b(?! (?:où|précis))(?=[,.]| de la)|\bvenai\w+ là d")
_ROUND = re.compile(r"(?P<number>\d+(?:[,.]\d+)?)[ \u00a0\u202f](?P<scale>millions?|milliards?)\b")
_NEAR_ROUND = 0.04


def rounded_in_title(candidate: Candidate, scene: Scene) -> str | None:
    """« 1 530 887 dollars » among three under « Une forge lève 1,5 million de dollars »: only one rounds to it."""
    quantity = getattr(candidate.fact, "quantity", None)
    if candidate.form not in ("choice", "true-false") or not isinstance(candidate.fact, Statistic) or quantity is None:
        return None
    for found in _ROUND.finditer(scene.topic(candidate)):
        told = float(found["number"].replace(",", ".")) * (1e9 if found["scale"].startswith("milliard") else 1e6)
        if quantity.low != told and abs(quantity.low - told) <= _NEAR_ROUND * told:
            return "the title has it rounded"
    return None


def off_the_podium(candidate: Candidate, scene: Scene) -> str | None:
    """« Sur quelle marche du podium… » has three answers, and « quatrième » is none."""
    del scene
    if candidate.form != "choice" or "podium" not in candidate.question.fr:
        return None
    far = [c.fr for c in candidate.choices if re.match(r"(?:quatri|cinqui|sixi|septi|huiti|[4-9]|\d\d)", c.fr)]
    return f"no step of a podium: {far[0]}" if far and candidate.answer.fr not in far else None


_DAY = re.compile(rf"(?P<day>\d{{1,2}}|1er)[ \u00a0](?P<month>{'|'.join(MONTHS)})(?:[ \u00a0](?P<year>\d{{4}}))?")
_FRESH, _STALE = 14, 25
"""Days within which a news article tells of a day, and from which no reader takes another for it."""


def _day_of(text: str, today: date) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        month = MONTHS.index(found["month"]) + 1
        return date(int(found["year"] or today.year), month, int(found["day"].removesuffix("er")))
    except ValueError:
        return None


def one_day_near(candidate: Candidate, scene: Scene) -> str | None:
    """« 6 mars » beside « 16 janvier » and « 7 janvier », under a title of March 11: only one of them is news."""
    today = scene.article.day
    if candidate.form != "choice" or today is None:
        return None
    key = _day_of(candidate.answer.fr, today)
    if key is None or abs((key - today).days) > _FRESH:
        return None
    wrong = [_day_of(choice.fr, today) for choice in candidate.choices if choice.fr != candidate.answer.fr]
    far = [day is not None and abs((day - today).days) > _STALE for day in wrong]
    return "one day is near the article's" if far and all(far) else None


_BROKEN_UNIT = re.compile(r"\b\d[\d ,.\u00a0\u202f]* ?[ckm]?m [23](?![\d%])|\b\d(?:[,.]\d)? M w\b")


def broken_units(candidate: Candidate, scene: Scene) -> str | None:
    """« 2 500 m 2 », « une magnitude de 6 M w »: the page's raised figures and letters, fallen down."""
    del scene
    shown = " ".join((candidate.question.fr, candidate.answer.fr)).replace("\u00a0", " ").replace("\u202f", " ")
    return "a broken unit" if _BROKEN_UNIT.search(shown) else None


def pieces_lost(candidate: Candidate, scene: Scene) -> str | None:
    """« En catégorie, quelle place… » has lost the category, « Combien de coureurs prennent la tête les Belges Luc Roy
    et… » takes a list for an object, and « Selon Ada Morin, quel est le déficit public ? » is of no country or year."""
    text = own_words(candidate.question.fr)
    if not isinstance(candidate.fact, Statistic):
        return None
    if _CODE_LOST.search(text):
        return "which category is lost"
    if _TORN.search(text):
        return "a participle torn from its noun"
    if _LIST_AS_OBJECT.search(text):
        return "a list in place of an object"
    state = _BARE_STATE.search(text)
    if state and fold(state.group().split()[-2])[:6] not in fold(scene.topic(candidate)):
        return "a measure of nothing"
    return None


_WHOLE_SET = re.compile(rf"\bsur (?:les|ses|leurs|un total de) {BLANK} ")
_LIKE_ELSEWHERE = re.compile(r"\bcomme c['’]est (?:déjà )?le cas\b[^.]*_____")


def beside_the_point(candidate: Candidate, scene: Scene) -> str | None:
    """« tombant à 27 sur les _____ sièges », « comme c'est déjà le cas dans _____ gares »: what is left out is what
    every reader knows, or is told in passing."""
    del scene
    if candidate.form != "cloze":
        return None
    text = candidate.question.fr
    if _WHOLE_SET.search(text):
        return "the whole of a part"
    return "a comparison in passing" if _LIKE_ELSEWHERE.search(text) else None


_HANGS_ON_CUT = re.compile(
    r"\[…\]\s?,?\s?(?:mais |et |car |or )?(?:c['’](?:est|était|étaient)|cela|ça|ce qui|ce n['’]|celle-ci|celui-ci)\b"
    r"|\[…\] (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)[.,]"
)


def cut_antecedent(candidate: Candidate, scene: Scene) -> str | None:
    """« Je pars demain […] mais c'était le moindre de mes succès »: what « c'était » means has been cut out."""
    del scene
    if not isinstance(candidate.fact, Quotation):
        return None
    return "the cut takes what follows from it" if _HANGS_ON_CUT.search(candidate.question.fr) else None


def a_word_for_somebody(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui constituait le clou du discours ? » for « Le mot « Sindo » »: no word is anybody."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Event) or not candidate.question.fr.startswith("Qui "):
        return None
    quoted = re.search(
        rf"[«“\"]\s?{re.escape(fact.value)}\s?[»”\"] (?:signifie|veut dire|désigne|constitu)", fact.evidence.text
    )
    return "a word is asked as somebody" if quoted else None
