"""What a clause lost on its way into a question, or never had: its source, its second half, the film it is told of, a
name that says which.

Looks at one event and its sentence. What is worth asking of a whole clause is the business of `event_worth`.
"""

from __future__ import annotations

import re

from quiz.authoring.french import MONTHS
from quiz.facts.event import Event
from quiz.facts.lexicon import bag, is_first_name
from quiz.facts.within import between


def asked_of(fact: Event) -> str:
    """The words of the clause that a question on the event shows."""
    return f"{fact.frame.subject} {fact.frame.rest} {fact.frame.lead}"


OUTLET = re.compile(
    r"\b(?:AFP|AP|Anadolu|JDD|Mediapart|Médiapart|BBC|BFMTV|CNN|NBC|RTBF|Reuters|TRT|Xinhua|News|Press|Post|Times|Tribune|Radio|TV|FM|Journal|Presse|Monde|Figaro|Parisien"
    r"|Libération|Guardian|agence|chaîne|journal|quotidien|magazine|site|médias?|presse)\b"
)
"""Who passes the news on, and has no part in it."""


_CLEFT = re.compile(r"^(?P<before>.{6,}?)\bc['’](?:est|était) ")


def _reached_by_a_cleft(fact: Event) -> bool:
    """« Dans le dossier de la santé, c'est Awa Sow qui sera chargée … »: what stands before « c'est » is lost."""
    before = _CLEFT.match(fact.evidence.text.split(fact.written or fact.value)[0])
    return (
        fact.slot == "agent"
        and before is not None
        and not fact.frame.lead
        and re.search(r"\w{4}", before["before"]) is not None
    )


_STORY = re.compile(
    r"\b(?:[Dd]ans|de) (?:le|la|un|une|son|sa|ce|cette) (?:\w+ )?(?P<noun>film|roman|série|épisode|jeu vidéo"
    r"|dessin animé|manga|bande dessinée|nouvelle|conte|opéra|pièce de théâtre)\b"
)


def _in_fiction(fact: Event) -> bool:
    """« Dans le film, Mark Sow fait pousser des pommes de terre »: told of nobody real, where the film is not named."""
    story = _STORY.search(fact.evidence.text)
    present = bool(fact.features.get("present")) or fact.frame.finite.lower().endswith(("ait", "aient"))
    return story is not None and present and story["noun"] not in asked_of(fact)


_FUTURE = re.compile(r"\b(?:sera|seront|aura|auront|pourra|pourront|permettra|permettront)\b")


def _not_yet(fact: Event) -> bool:
    """« Il sera possible de la voir du ballon Volute, lancé du désert »: a participle beside a future is no past."""
    tail = fact.frame.tail
    return tail.startswith("été ") and tail not in fact.evidence.text and _FUTURE.search(fact.evidence.text) is not None


def _of_a_day_only(fact: Event) -> bool:
    """« Le sondage Volute, réalisé du 2 au 4 mai »: nothing but when."""
    tail = fact.frame.tail
    aside = fact.slot == "agent" and tail.startswith("été ") and tail not in fact.evidence.text
    return aside and bool(fact.frame.rest) and not re.search(r"(?!\d)\w{3,}", _WHEN.sub(" ", fact.frame.rest))


_WHEN = re.compile(rf"\b(?:du|le|les|au|en|entre|et|{'|'.join(MONTHS)})\b")
_BETWEEN = re.compile(r"\bentre (?![^,;]{0,60} et )(?!eux|elles|autres|temps|parenthèses)[A-ZÀ-Þ][^,;]*$")
"""« la frontière entre Couvin »: and what else was cut off."""
_HAS_FOR_AT = re.compile(
    r"\bà (?:annoncé|déclaré|dit|eu|fait|gagné|mis|perdu|permis|pris|remporté|reçu|tenu|été)"
    r" (?:l[ea]s?|son|sa|ses|une?|des|du)\b"
)
"""« se déroulait à Thiès à tenu ses promesses »: « a », and two sentences in one."""
_COUNTED = re.compile(r"\bles (?:deux|trois|quatre|cinq|six) \w+(?=$| (?:en|à|au|dans|pour|par|sur|lors)\b)")
"""« a signé les deux propositions »: those of which another sentence tells."""
_OF_A_COMMUNE = re.compile(r"\b(?:de la|d['’]une) (?:commune|ville|préfecture|localité)\b")
"""« le commissariat de la commune de quel département »."""
_SOURCE_FIRST = re.compile(r"^(?:[^,]{0,24},? )?(?:selon|d['’]après) (?P<source>[^,]+),", re.IGNORECASE)


def _source_lost(fact: Event) -> bool:
    """« Selon le sondage Volute, mené en mai, Awa Sow est la plus aimée »: true of that survey, which the clause does
    not name."""
    found = _SOURCE_FIRST.match(fact.evidence.text)
    if found is None or fact.attribution or OUTLET.search(found["source"]):
        return False
    return fact.value not in found["source"] and found["source"].split()[-1] not in asked_of(fact)


_APPOINTED = frozenset(("nommer", "désigner", "choisir", "élire", "proposer", "présenter"))


_TWO_VERBS = re.compile(r"\w+ées? et (?:l[ea]s? |l['’]|une? ).*\wées?$|\w+és? et (?:l[ea]s? |l['’]|une? ).*\wée?s?$")
_BESIDE = re.compile(
    r" ?\([^)]{1,40}\) ?(?:,|et|ou|ainsi que) (?:en |à |au |aux |dans l[ae]s? |l[ae]s? |l['’])?[A-ZÀ-Þ]"
)
_TO_DO = re.compile(
    r" ?,? (?:[A-ZÀ-Þ][\w'’-]+ ){1,3},? ?(?:de |d['’]|à )(?:l[ae]s? |ne pas |se |s['’])?[a-zà-ÿ]+(?:er|ir|re)\b"
)
_QUOTED = re.compile(r" ?[,:] ?[«\"]")
_THAT = re.compile(r" ?,? (?:que |qu['’])")
_TO_WHAT = re.compile(r" ?,(?:(?: [A-ZÀ-Þ][\w'’-]+){1,3} ?,)? (?:dans|à la|au|aux|comme|en tant|pour) ")


def _one_of_several(fact: Event) -> bool:
    """« en Bretagne (+3 %) et en Corse (+2 %) »: the first of two, behind what stands in brackets."""
    return between(None, fact.written or fact.value, _BESIDE, fact.evidence.text)


_SECOND_VERB = re.compile(r"\b(?:s['’]est|s['’]était|a été|ont été) \w+(?:é|i|u)e?s?\b")
_JOINS = re.compile(r"\b(?:qui|que|qu['’]|dont|où|et|lorsqu|quand|alors|car|puis|après|comme|si)\b|[,:;«(]")
_NEEDS_MORE = bag("faire mettre placer porter rendre")
_CHANGED = re.compile(r"\bde \d[\d,. ]*.{0,30}\bà \d")
_IN_A_TOWN = re.compile(r"(?:^|[ ,])à (?!l['’])[A-ZÀ-Þ][\w-]+")
_SOME_OF_THEM = re.compile(r"les (?:deux|trois|quatre|cinq) [\w-]+$", re.I)
_WHOLE = re.compile(r"^(?:l[ea]|l['’]) ?\w+ (?:tout )?entière?$", re.I)
_LISTED = re.compile(r", (?:plusieurs|\d[\d ]*)[^,]{0,40}? (?:à|au|aux|en) [A-ZÀ-Þ]")


def _two_clauses(fact: Event) -> bool:
    """« assurait le vol 661 s'est écrasé », « est passé de 1,54 à 1,60 » of which only one has the year, « ont
    manifesté, 300 à Tarbes et 200 à Foix », « a été placé »: two clauses in one, or half of one."""
    rest = fact.frame.rest
    second = _SECOND_VERB.search(rest)
    if second is not None and not _JOINS.search(rest[: second.start()]):
        return True
    if fact.slot == "place" and fact.family == "ville" and _IN_A_TOWN.search(f"{rest} {fact.frame.lead}"):
        return True  # « s'est tenue à Gitega … les partis représentés | à Bujumbura »
    if fact.slot != "agent" and (_WHOLE.search(fact.frame.subject) or _SOME_OF_THEM.match(fact.frame.subject)):
        return True  # « la ville entière est prise », « les deux Belges »: which?
    if (fact.slot == "date" and _CHANGED.search(rest)) or (fact.slot == "place" and _LISTED.search(rest)):
        return True
    return not rest and fact.frame.verb in _NEEDS_MORE


_THOUGHT = re.compile(
    r"\b(?:affirm|ajout|assur|avanc|consid[eè]r|crai?n|croi|déclar|estim|expliqu|indiqu|jug|pens|précis|prédi|soutien)"
    r"(?:e|t|ent|nt|ait|aient|é|er)?\b[^.;:]{0,30}? (?:que |qu['’])[^,.;:]{0,40}$"
)


def _only_thought(fact: Event) -> bool:
    """« La géographe estime que le risque est limité au Mali »: so she says, where nobody is named as saying so."""
    if fact.attribution or fact.modality != "asserted":
        return False
    first = fact.frame.subject or fact.written or fact.value
    before, found, _ = fact.evidence.text.lower().partition(first.lower())
    return bool(found) and _THOUGHT.search(before) is not None


_TAKES_IN = re.compile(r"\b(?:adhésion|admission|entrée|intégration|maintien|présence|retour)\b")
_OWN_LAND = re.compile(r"\b(?:du|le|au|ce) pays\b")
_EARLIER = ("avait", "avaient", "était", "étaient")


def _hung_on_another(fact: Event) -> bool:
    """« militait pour le maintien du pays dans l'Union »: what « dans » hangs on; « l'armée de quel pays peine dans le
    nord du pays ? »: of which; « qui a commencé par déposer une gerbe ? »: and then; « qui avait été enlevé par des
    hommes armés ? »: when and where, another sentence tells."""
    frame = fact.frame
    if fact.slot in ("with", "place") and frame.preposition == "dans" and _TAKES_IN.search(frame.rest):
        return True
    if fact.value_kind == "country" and fact.slot in ("of", "agent") and _OWN_LAND.search(frame.rest):
        return True
    if frame.verb == "commencer" and frame.rest.startswith("par "):
        return True
    told = f"{frame.rest} {frame.lead}"
    bare = not re.search(r"[A-ZÀ-Þ\d«]", told) and len(told.split()) < _FEW_WORDS
    return fact.slot == "agent" and frame.finite.lower() in _EARLIER and bool(frame.participle) and bare


_FEW_WORDS = 6
_TELLING = bag("affirmer annoncer confirmer déclarer dire écrire estimer indiquer préciser publier")
_THE_REST = re.compile(r"(?:le reste|le tout|l['’]autre|les autres|la moitié|une partie)\b(?! d)")
_NOTHING_WON = re.compile(r"^une? (?:\w+ )?(?:victoire|défaite|succès|revers|exploit|but|point)$")


def _cut_off(fact: Event) -> bool:
    """« a nommé l'ancienne ministre, Awa Sow, dans le dossier des finances »: named to what? « dénonce le refus du
    maire, Omar Ba, de recevoir la délégation »; « est caillassé et la boutique pillée »."""
    rest = fact.frame.rest
    if rest.startswith(("et ", "ou ")) or (fact.frame.verb == "être" and _TWO_VERBS.match(rest)):
        return True
    end, told = rest.split()[-1] if rest else "", fact.evidence.text
    if between(None, end, _TO_DO, told) or _NOTHING_WON.match(rest):
        return True
    if _THE_REST.match(rest) or between(None, end, _QUOTED, told):
        return True  # « avait reversé le reste », « a décidé de baptiser une place, « place du Port » »
    if fact.frame.verb in _TELLING and between(None, end, _THAT, told):
        return True  # « a publié sur le site de son parti, que … »
    if fact.frame.verb not in _APPOINTED or fact.slot not in ("agent", "object") or not fact.frame.rest:
        return False
    return between(None, end, _TO_WHAT, told)


_SOMEBODYS = re.compile(
    r"\b(?:de|à|en|par|après|pour|depuis) (?:son|sa|leur) (?:nom|honneur|mémoire|mort|décès|famille|encontre|égard)\b"
)


def _of_somebody_else(fact: Event) -> bool:
    """« En quelle année un astéroïde a-t-il été baptisé de son nom ? »: of whose?"""
    named = re.search(r"(?:^| )[A-ZÀ-Þ]", fact.frame.subject)
    return fact.slot != "agent" and named is None and _SOMEBODYS.search(fact.frame.rest) is not None


_NAMELESS_OTHER = re.compile(
    r"\b(?:son|sa|ses) (?:adversaires?|coéquipi(?:er|ère)s?|compatriotes?|homologues?|rivale?s?|successeure?)\b"
    r"(?! (?:[\w-]+ )?[A-ZÀ-Þ])"
)
"""« la décision de son homologue »: named in another sentence."""
_LEADING_TO = bag("amener appeler autoriser conduire contraindre encourager forcer inciter inviter obliger pousser")


def _no_name_for_it(fact: Event) -> bool:
    """« Qui Omar Ba intègre-t-il ? », a radio; « Quelle institution rendra son arrêt ? », the « Cour d'appel »; « Quel
    groupe », of its chairman; « a conduit l'Union à revoir son aide » without its second half."""
    if fact.slot == "by" and re.search(r"\bpar (?:l[ea]s? |l['’])?[A-ZÀ-Þ]", fact.frame.rest):
        return True  # « remporté par Awa Sow et la danse | par Omar Ba et Lise Fall »
    if _NAMELESS_OTHER.search(fact.frame.rest):
        return True
    if fact.slot == "agent" and fact.value_kind != "person" and re.search(r"\bà (?:son|sa|ses) \w+$", fact.frame.rest):
        return True  # « a servi d'inspiration à ses créateurs »: to whose?
    bare = fact.value_kind == "organisation" and not fact.family
    if fact.slot in ("object", "with") and (bare or (fact.slot == "object" and fact.frame.verb in _LEADING_TO)):
        return True
    if fact.value_kind == "person" and re.search(r"\b(?:AC|AS|CF|FC|HC|RC|SC|US)\b", fact.value):
        return True  # « pour Santos FC »: a club, and nobody
    if fact.slot == "of" and fact.family != "ville" and _OF_A_COMMUNE.search(fact.frame.preposition):
        return True
    if fact.slot == "agent" and between(_ONE, fact.value, _ENDS, fact.evidence.text):
        return True  # « un Renault Clio a foncé sur la foule »
    chairman = fact.family == "groupe" and " " in fact.value and is_first_name(fact.value.split()[0])
    return chairman or fact.value in _ANY_OF_ITS_KIND or _HEAD_ONLY.fullmatch(fact.value) is not None


_HEAD_ONLY = re.compile(
    r"(?:Agence|Comité|Conseil|Direction|Fédération|Ligue|Union|Académie|Association|Institut|Chambre|Office)"
    r" (?:départementale?|fédérale?|générale?|internationale?|locale?|municipale?|mondiale?|nationale?|régionale?)"
)
"""« la Fédération internationale »: of which sport, another sentence tells."""
_ONE = re.compile(r"\b[Uu]ne? \Z")
_ENDS = re.compile(r"\b")
_ANY_OF_ITS_KIND = (
    "Cour", "Cour d'appel", "Cour d'assises", "Commission", "Conseil", "Assemblée", "Tribunal", "Parquet", "Chambre",
    "Ministère", "Gouvernement", "Fédération", "Ligue", "Comité",
)  # fmt: skip


_PURPOSE = re.compile(r"\b(?:pour|afin de|afin d['’]) ?(?:se |s['’])?[a-zà-ÿ]+(?:er|ir|re) ")
_SOMEWHERE = re.compile(r"\b(?:à|en|au|aux|dans|sur) (?:la |le |l['’]|les )?[A-ZÀ-Þ]")


_BESIDE_AN_ACT = re.compile(r"\b(?:après|avant|depuis) (?:son|sa|leur) \w+ (?:à|en|au|aux|dans) (?:l[ae]s? |l['’])?$")


def _in_what_for(fact: Event) -> bool:
    """« est déployé en Méditerranée pour renforcer le dispositif en Syrie »: deployed where it is, and not in Syria;
    « a été retrouvée trois semaines après son enlèvement à Thiès »: she was found elsewhere."""
    if fact.slot != "place":
        return False
    aim = _PURPOSE.search(fact.frame.rest)
    before, found, _ = fact.evidence.text.partition(fact.written or fact.value)
    if found and _BESIDE_AN_ACT.search(before):
        return True
    if aim is None or not found or aim.group() not in before:
        return False
    return _SOMEWHERE.search(fact.frame.rest[: aim.start()]) is not None


_LOST = (
    _in_what_for,
    _reached_by_a_cleft,
    _of_somebody_else,
    _no_name_for_it,
    _of_a_day_only,
    _in_fiction,
    _not_yet,
    _cut_off,
    _one_of_several,
    _only_thought,
    _hung_on_another,
    _two_clauses,
    _source_lost,
)


def half_told(fact: Event) -> bool:
    """Whether the question would make another claim of the clause, or none."""
    said = asked_of(fact)
    return any(lost(fact) for lost in _LOST) or any(lost.search(said) for lost in (_BETWEEN, _HAS_FOR_AT, _COUNTED))
