"""Events told of a thing that another sentence names: the sales of what, tonnes of what, the version of what, a day of
no year.

Looks at the words of one event and its article's title. What a clause lost on its way is the business of
`event_halves`.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.event_halves import asked_of
from quiz.authoring.french import MONTHS
from quiz.authoring.topic import title_of
from quiz.facts.event import Event
from quiz.facts.event_words import known_places
from quiz.facts.lexicon import bag
from quiz.facts.verbs import participle
from quiz.typography import fold

_OF_SOMETHING = (
    r"adaptation|annulation|commercialisation|cession|conseil d['’]administration|diffusion|droits|étude|fabrication"
    r"|fermeture|inauguration|limite(?: maximale)?"
    r"|livraisons?|ouverture|parution|première pierre|production|publication|reprise|retrait|sortie|suppression"
    r"|tournage|transfert|tribune|ventes?|version(?: \w+)?"
)
"""Nouns that say little without what they are of."""
_BARE = re.compile(
    rf"(?:\b(?:la|le|les|du|des|aux?|de la) |\bl['’])(?P<noun>{_OF_SOMETHING})\b"
    r"(?! ?(?:(?:\w+ )?(?:d(?:e|u|es) |d['’])|dans l|à la |au |aux |à l|par |qu[ei]|qu['’]"
    r"|[a-zà-ÿ]+(?:ale|elle|ique|aise|ienne)s?\b))"
)
_MEASURED = re.compile(
    r"\d (?:(?:millions?|milliards?) de )?(?:tonnes|barils|litres|hectolitres|hectares|exemplaires|unités)\b"
    r"(?! (?:d(?:e|u|es) |d['’]))"
)
_OF_MONEY = re.compile(r"\d (?:millions?|milliards?)\b(?! (?:d(?:e|u|es) |d['’]|\$|€))")
"""« a écopé de 5,5 millions en janvier »: of euros, which another sentence tells."""
_RESOLVED = re.compile(r"^une? (?:amendement|loi|motion|résolution|texte)(?=$|,| (?:à|en|le|par)\b)")
"""« a adopté une résolution par 306 voix »: on what?"""
_IN_SUPPORT = re.compile(r"\ben (?:soutien|renfort|représailles|appui)(?=$|[,?.]| (?:depuis|en|dans|le|ce|lors)\b)")
_OWN = re.compile(
    r"^(?:son|sa|ses) (?:conclusions|décision|poste|rapport|travail|verdict)(?=$|,| (?:en|le|à|dans|lors)\b)"
)
"""« a remis son rapport en avril »: on what?"""


def of_what(fact: Event, title: str) -> bool:
    """« affirme avoir suspendu les ventes », « a récolté 2 millions de tonnes »: of what, another sentence tells."""
    said = asked_of(fact)
    if fact.slot in ("agent", "of") and _MEASURED.search(f"{fact.frame.lead} {fact.frame.rest}"):
        return True
    if _OF_MONEY.search(said) or _RESOLVED.search(fact.frame.rest):
        return True
    if _IN_SUPPORT.search(said) or (fact.slot == "agent" and _OWN.search(fact.frame.rest)):
        return True
    return any(
        fold(found["noun"]).removeprefix("premiere ").split()[0][:6] not in fold(title)
        for found in _BARE.finditer(said)
    )


_DAY = re.compile(r"(?:le |du |les )?(?:\w+di |dimanche )?(?:1er|\d{1,2})\b", re.IGNORECASE)
_ITS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def of_no_year(fact: Event, article: Article) -> bool:
    """« C'est le 22 décembre que le dernier chapitre sera diffusé », of an article without a date: of what year?"""
    if fact.slot != "date" or article.date or _DAY.match(fact.value) is None:
        return False
    return not _ITS_YEAR.search(f"{fact.value} {title_of(article)} {asked_of(fact)}")


_FIXTURES = bag("accueillir affronter défier déplacer disputer jouer recevoir rencontrer retrouver")
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
_SOME_DAY = re.compile(rf"\b{_WEEKDAY}\b(?! (?:1er|\d))")


def of_a_coming_day(fact: Event) -> bool:
    """« le club reçoit Brumelle dimanche »: the one to come, though the verb is in the present of what is over."""
    now = not fact.frame.participle and bool(fact.features.get("present"))
    return fact.frame.verb in _FIXTURES and now and _SOME_DAY.search(fact.evidence.text) is not None


_MISSED = bag("manquer rater déclarer_forfait")


def no_day_for_it(fact: Event) -> bool:
    """« Quel jour Omar Ba devait-il manquer la réception de Thiès ? »: that he does is the news, and not when."""
    return fact.slot == "date" and fact.frame.verb in _MISSED


_STATES = bag(
    "abriter compter comprendre comporter disposer détenir employer exploiter gérer posséder recenser regrouper"
    " rassembler totaliser"
)


def a_state(fact: Event) -> bool:
    """« Qui gère 21 400 logements ? », « Quel pays dispose d'une capacité … ? », « Qui faisait courir des rumeurs ? »:
    how things are, told on the way; a figure is asked for itself."""
    frame = fact.frame
    if fact.slot != "agent" or frame.participle or frame.tail:
        return False
    form = frame.finite.lower()
    if frame.verb in _STATES and not form.endswith(("a", "ont")):
        return True
    return form in ("faisait", "faisaient") and not _ITS_YEAR.search(asked_of(fact))


_TAKES_AN_OBJECT = bag(
    "abolir abroger accorder acheter acquérir adopter approuver atteindre attribuer autoriser battre condamner confier"
    " conquérir construire créer découvrir décrocher définir dépasser désigner dévoiler effectuer élaborer entamer"
    " établir fixer fonder franchir inaugurer infliger instaurer lancer nommer obtenir octroyer percuter présenter"
    " promulguer racheter ratifier recevoir réaliser rejeter remporter signer soumettre subir suspendre verser"
)
_TIME_ONLY = re.compile(
    rf"\b(?:le |ce |du |au |en )?(?:{_WEEKDAY} )?(?:(?:1er|\d{{1,2}}) )?(?:{'|'.join(MONTHS)})(?: \d{{4}})?"
    rf"|\b(?:le |ce )?{_WEEKDAY}\b(?: (?:matin|soir|après-midi))?|\b(?:en|de) \d{{4}}\b"
)
_SOMETHING = re.compile(
    r"^(?:une?|l[ea]s?|l['’]|des|du|de la|de l['’]|d['’]|de|son|sa|ses|leurs?|ces?|cet|cette|plusieurs|quelques|deux"
    r"|trois|quatre|cinq|six|sept|huit|neuf|dix|près d|plus d|moins d|environ|quelque|[A-ZÀ-Þ«\d]|comment|pourquoi|tous"
    r"|toutes|que|qu['’]|ce|à (?:une?|l['’]|la) (?:réforme|loi|projet))"
)


def without_its_object(fact: Event) -> bool:
    """« La commission de quelle institution a adopté le 16 octobre, à l'unanimité ? »: what it adopted was cut off."""
    frame = fact.frame
    active = frame.verb in _TAKES_AN_OBJECT and not fact.features.get("passive") and not frame.clitics.strip()
    if not active or fact.slot == "object" or frame.tail.split()[-1:] != [frame.participle]:
        return False
    if not frame.participle or frame.finite.lower() not in ("a", "ont", "avait", "avaient"):
        return False
    pieces = [piece.strip() for piece in re.split(r",|\ben (?=[a-z]+ant\b)", _TIME_ONLY.sub(",", frame.rest))]
    return not any(_SOMETHING.match(re.sub(r"^(?:\w+ment|aussi|enfin) ", "", piece)) for piece in pieces if piece)


_TO_WHAT_END = re.compile(
    r"\b(?:ferm|ouvr|laiss)\w* (?:définitivement )?la (?:porte|voie)\b(?! (?:à|au|aux|d[eu]|de|ouverte)\b)"
    r"|\b(?:donn|tourn|tir|jet|pass)\w+ (?:la page|la main|la sonnette d['’]alarme|le ton|le feu vert|l['’]éponge)\b"
    r"(?! (?:à|au|aux|d[eu]|pour|après)\b)"
    r"|\b(?:mis|met|mettait) (?:fin|un terme)\b(?! (?:à|au|aux)\b)|\bpris la tête\b(?! d)"
)
"""« se garde de fermer la porte », « a passé la main »: to what, another sentence tells."""
_ONLY_ANSWERS = bag("débattre répondre rétorquer répliquer réagir")
_FEW = 5


def _a_mere_answer(fact: Event) -> bool:
    """« Qui a répondu à Awa Sow ? »: what, and to what?"""
    short = len(fact.frame.rest.split()) < _FEW and not re.search(r"[«\d]", fact.frame.rest)
    return fact.slot == "agent" and fact.frame.verb in _ONLY_ANSWERS and short


def an_idiom_alone(fact: Event) -> bool:
    """Whether the clause is an idiom without what it is about, or an answer to somebody on nothing."""
    said = f"{fact.frame.finite} {fact.frame.tail} {fact.frame.rest}"
    return _TO_WHAT_END.search(said) is not None or _a_mere_answer(fact)


_AND_AFTER = re.compile(r"\bet (?:après|avant(?!-)|devant|face à|grâce à|malgré|suite à)\b")
_OF_THOUGHTS = bag("exprimer évoquer formuler livrer partager")
_THOUGHTS = re.compile(
    r"\b(?:réflexions?|craintes?|doutes?|espoirs?|opinions?|avis|idées?|préoccupations?|sentiments?)\b"
)


def of_thoughts_or_half(fact: Event) -> bool:
    """« Qui exprime des réflexions sur les machines ? »: which, nobody can tell; « est revenu à la charge et après une
    offre d'un an »: and then what?"""
    if _AND_AFTER.search(fact.frame.rest):
        return True
    return fact.slot == "agent" and fact.frame.verb in _OF_THOUGHTS and _THOUGHTS.search(fact.frame.rest) is not None


_TRUE_OF_MANY = re.compile(
    r"^(?:causée?|composée?|connue?|considérée?|constituée?|destinée?|dotée?|entourée?|réputée?|située?|transmise?)s?\b"
)


def true_of_many(fact: Event) -> bool:
    """« Quel virus est transmis par un moustique ? », « Quel pays est situé sur des failles ? »: others as well."""
    now = fact.frame.finite.lower() in ("est", "sont")
    said = f"{fact.frame.tail} {fact.frame.rest}".strip()
    return fact.slot == "agent" and now and _TRUE_OF_MANY.match(said) is not None


_OBJECT = re.compile(
    r"^(?:l[ea]s? |l['’])(?P<noun>[a-zà-ÿ]+)(?=$|,| (?:[A-ZÀ-Þ]|lors|en|dans|depuis|pour|après|avant|le|à|sur|par)\b)"
)


def names_no_object(fact: Event, title: str) -> bool:
    """« Qui a franchi le fleuve lors de l'offensive ? »: a thing that neither the question nor the title tells more of;
    not always a fault (« Qui a reçu les délégués ? »)."""
    found = _OBJECT.match(fact.frame.rest)
    return fact.slot == "agent" and found is not None and fold(found["noun"])[:5] not in fold(title)


_OF_A_WATER = bag("chavirer couler naviguer noyer plonger pêcher remonter repêcher sombrer tomber")
_ASKS_FOR = bag(
    "attendre citer comptabiliser craindre demander dénoncer déplorer envisager espérer évoquer exiger plaider pointer"
    " prédire prévoir promettre proposer rappeler recenser réclamer relever souhaiter viser"
)
_GIVES_TO = bag(
    "accorder acheter adresser appartenir attribuer céder commander confier demander donner fournir imposer infliger"
    " interdire livrer louer octroyer offrir opposer payer permettre prêter promettre proposer racheter réclamer"
    " refuser remettre renoncer répondre reprocher retirer succéder vendre verser"
)
_CALLED_AFTER = re.compile(
    r"\b(?:accords?|batailles?|conférence|convention|critérium|jury|lois?|pacte|procès|protocole|régime|salon|sommet"
    r"|tournoi|traité) d"
)


def of_another_sort(fact: Event) -> bool:
    """« Dans quelle ville a-t-elle infligé une amende ? », to « Brumelle », which is a firm; « Dans quel département le
    cargo a-t-il coulé ? », told of the sea; « En quel mois a-t-il plaidé pour une
    hausse ? », for one « en juillet »; « le jury de quelle ville », of a festival called after it."""
    if fact.slot == "place" and fact.family == "département":
        at_sea = fact.value == "Manche" and _AT_SEA.search(fact.evidence.text) is not None
        return at_sea or fact.frame.verb in _OF_A_WATER
    if fact.slot == "place" and fact.family == "ville" and fact.frame.verb in _GIVES_TO:
        return fact.value not in known_places()
    if fact.slot == "date" and fact.frame.verb in _ASKS_FOR:
        return not re.search(r"\b(?:1 ?er|\d{1,2}) ", fact.value)
    return fact.slot in ("of", "with", "by") and _CALLED_AFTER.search(fact.frame.preposition) is not None


_AT_SEA = re.compile(
    r"\b(?:bateaux?|canots?|cargos?|embarcations?|ferrys?|milles|naufrages?|navires?|traversées?|voiliers?)\b"
)


_STANDING = bag("administrer contrôler diriger gérer présider")
_HELD = re.compile(
    r"\b(?:assemblée|cérémonie|débats?|délégation|enquête|équipe|expédition|fouilles|jury|messe|mission|obsèques|opération"
    r"|procès|rencontre|réunion|séance|sommet|table ronde)\b",
    re.IGNORECASE,
)


def still_so(fact: Event) -> bool:
    """« la province Sud, présidée par Awa Sow »: it is, and « a été présidée » would be of a time that is over; « la
    cérémonie, présidée par Awa Sow » was."""
    aside = fact.frame.tail.startswith("été ") and bool(fact.features.get("participial"))
    of_what = f"{fact.frame.subject} {fact.family}"
    return aside and fact.frame.verb in _STANDING and not _HELD.search(of_what)


_BEHIND_A_PARTICIPLE = re.compile(
    r"(?P<part>[a-zà-ÿ]+(?:ée?s?|i[est]?e?s?|ue?s?)) (?:à|au|aux|en|dans|sur|près de)(?: l[ae]s?| l['’])?"
    r"(?: ?[a-zà-ÿ-]+)? ?$"
)


def where_another_was(fact: Event) -> bool:
    """« ont volé cinq tableaux exposés au musée Volute », « a arrêté un homme né à Thiès »: the place is that of the
    participle and not of what is told."""
    if fact.slot not in ("place", "with"):
        return False
    before = fact.evidence.text.partition(fact.written or fact.value)[0]
    found = _BEHIND_A_PARTICIPLE.search(before.rstrip(" \u00a0"))
    if (
        found is None
        or participle(found["part"]) is None
        or found["part"] in (fact.frame.participle, fact.frame.finite)
    ):
        return False
    noun = r"(?<!\bles )(?<!\bdes )(?<!\bla )(?<!\ble )(?<!\bune )(?<!\bun )"  # « a visité les blessés à l'hôpital »
    return re.search(rf"(?<=\w ){noun}{found['part']}(?=$|,| )", fact.frame.rest) is not None


_ONLY_DECIDED = bag("céder décider délibérer plaider réagir répondre statuer trancher voter")


def of_no_matter(fact: Event) -> bool:
    """« Quel jour le comité a-t-il tranché ? »: what?"""
    bare = not fact.frame.rest and not fact.frame.lead
    return fact.slot in ("date", "place") and bare and fact.frame.verb in _ONLY_DECIDED


_A_TEXT = re.compile(r"\ben (?:vigueur|application)\b|^(?:été )?(?:abrogé|adopté|promulgué|ratifié|transposé)e?s?\b")
_TEXTS = bag("APL CSG DMA DSA Gafam PACS PIB RGPD RSA RTT Smic SMIC TVA")


def of_a_text(fact: Event) -> bool:
    """« Qui devait entrer en application le 25 août ? », « Qui impose de détruire ces données ? »: a law."""
    unsorted = fact.slot == "agent" and fact.value_kind in ("organisation", "person") and not fact.family
    return unsorted and (fact.value in _TEXTS or _A_TEXT.search(f"{fact.frame.tail} {fact.frame.rest}") is not None)


_ONE_OF_A_TOWN = re.compile(
    r"(?:[Ll][ea] |[Ll]['’])(?P<word>[A-ZÀ-Þ][a-zà-ÿ]+"
    r"(?:an|ane|eau|éen|éenne|ier|ière|in|ine|ite|ois|oise|ol|ole|on|onne|ot|ote))"
)
_NEXT = re.compile(r"(?:le prochain|la prochaine)\b", re.IGNORECASE)


def told_by_a_town(fact: Event, article: Article) -> bool:
    """« En quelle année le Groisillon a-t-il cédé son affaire ? »: somebody of Groix, whom another sentence names; « le
    prochain conseil », after which one?"""
    if _NEXT.match(fact.frame.subject):
        return True
    found = _ONE_OF_A_TOWN.fullmatch(fact.frame.subject)
    if found is None or fact.slot in ("agent", "of"):
        return False
    stem = found["word"][:3]
    towns = re.findall(rf"\b(?:à|de|en|au|aux) (?:la |le |les )?({stem}[a-zà-ÿ]+)", article.text)
    return any(town != found["word"] for town in towns)
