"""Whether an event is worth a question: told by the title already, said of nobody, dated by another sentence, or the
news of a web site.

Knows one event and its article's title; the words of the question are the business of `event_stems`.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.event_choices import SEATS
from quiz.authoring.event_halves import OUTLET, asked_of, half_told
from quiz.authoring.topic import mentions, title_of
from quiz.facts.event import Event
from quiz.facts.event_words import known_places, nations
from quiz.facts.lexicon import bag
from quiz.facts.names import person_noun
from quiz.facts.within import stands_in
from quiz.typography import fold


def told_by_title(fact: Event, title: str) -> bool:
    """« L'armée de quel pays » under « L'armée malienne avance », « la mairie de quelle ville » under « Thiès : … »;
    and France is where most of our articles are at home."""
    if at_home(fact, title) or _by_its_letters(fact, title) or _by_its_people(fact):
        return True
    if (
        fact.slot != "agent"
        and fact.value_kind == "country"
        and any(nations().get(word.lower()) == fact.value for word in title.split())
    ):
        return True
    if fact.slot == "place":
        return _place_told(fact, title)
    if fact.value_kind == "organisation" and fact.family and not mentions(title, fact.value):
        parts = set(re.findall(r"\b[A-ZÀ-Þ]\w{4,}", fact.value))
        if parts & set(re.findall(r"\w+", title)):
            return True  # « Quelle institution … », the Conseil constitutionnel, under « Un Conseil trop lent ? »
    if fact.slot in ("of", "with") and fact.value == "Paris":
        return True
    if _GAMES.search(title) and _DISTANCE.search(asked_of(fact)) and not _SEX.search(f"{asked_of(fact)} {title}"):
        return True  # « Qui a gagné la finale du 100 m dos ? »: of men or of women?
    town = fact.slot == "of" and fact.family == "ville" and mentions(title, fact.value)
    return town or (fact.slot in ("of", "with", "object") and fact.value == "France")


def _by_its_letters(fact: Event, title: str) -> bool:
    """« Quelle organisation », the UE, under a title that says « l'UE »: too short to be left out of the topic line."""
    letters = [name for name in (fact.value, *fact.aliases) if name.isupper() and len(name) < 6]
    shown = any(stands_in(name, title, "-") for name in letters)
    return shown and not mentions(title, fact.value)


def _by_its_people(fact: Event) -> bool:
    """« Dans quel pays des marcheurs belges occupent-ils la frontière ? »"""
    told = {nations().get(word) for word in re.findall(r"[\w-]+", asked_of(fact).lower())}
    return fact.value_kind == "country" and fact.slot in ("place", "of", "with") and fact.value in told


def of_nothing_named(fact: Event, title: str) -> bool:
    """« Qui a tiré en quatre lieux du centre ? », « Qui s'est avancé jusqu'à la ligne ? »: no name, no figure, no day,
    no object and no word of the title by which to know what is told."""
    said = f"{fact.frame.lead} {fact.frame.tail} {fact.frame.rest}"
    if _won(fact, title, said):
        return True
    if fact.slot != "agent" or fact.features.get("object") or re.search(rf"[A-ZÀ-Þ\d«]|\b{_NUMBER}\b", said):
        return False
    return not ({word[:6] for word in _long_words(said)} & {word[:6] for word in _long_words(title)})


_SPORT = re.compile(r"\b(?:[DT](?:u|ri)athlon|Ironman|[Hh]andball|[Ff]ootball|[Rr]ugby|[Tt]ennis|[Cc]yclisme|WTS)\b")
_ANY_RACE = re.compile(
    r"^(?:une nouvelle fois )?(?:l[ea] |l['’]|sa |son |ses )(?:\w+ )?"
    r"(?:titre|victoire|étape|épreuve|course|compétition|place|positionnement)\b"
)


def _won(fact: Event, title: str, said: str) -> bool:
    """« Qui remporte le titre ? », « Qui conforte sa place de leader ? » of a day with many races: which of them?"""
    sports = _SPORT.search(title) is not None or _GAMES.search(title) is not None
    bare = len(fact.frame.rest.split()) <= _FEW_OF_A_RACE and not re.search(r"[A-ZÀ-Þ\d«]", said)
    return fact.slot == "agent" and sports and bare and _ANY_RACE.search(fact.frame.rest) is not None


_FEW_OF_A_RACE = 6
_NUMBER = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|cent|mille|premi(?:er|ère)(?! fois)"
    r"|[a-z]+ième)"
)


def _long_words(text: str) -> list[str]:
    return re.findall(r"\w{4,}", fold(text))


_GOES_ON = frozenset(("continuer", "persister"))


def goes_on(fact: Event) -> bool:
    """« Quel pays a continué à encaisser trois buts ? »: before and after what, another sentence tells."""
    return (
        fact.slot in ("agent", "of")
        and fact.frame.verb in _GOES_ON
        and re.match(r"(?:à|de|d['’])", fact.frame.rest) is not None
    )


_WHEN_IT = re.compile(r"\b(?:lorsqu|quand|après qu|avant qu|alors qu|tandis qu)(?:['’]| ?e )(?:il|elle) (?:s['’]|y )?$")


def in_a_time_clause(fact: Event) -> bool:
    """« a démissionné lorsqu'elle a atteint l'âge de 75 ans »: when, and no news of its own."""
    verb = f"{fact.frame.finite} {fact.frame.tail}".strip()
    before = fact.evidence.text.partition(verb)[0] if verb in fact.evidence.text else ""
    return fact.slot == "agent" and _WHEN_IT.search(before) is not None


def a_moment(fact: Event, title: str) -> bool:
    """« Qui cède du terrain ? »: a moment of the race that the title is about."""
    told = fact.slot == "agent" and fact.value_kind == "person" and bool(fact.features.get("present"))
    return told and _GAMES.search(title) is not None and not _WON.search(asked_of(fact))


def told_of_a_race(fact: Event, title: str) -> bool:
    """« Awa Sow sera finalement disqualifiée » of a race that is over: the future of a story, and not of a plan."""
    planned = fact.frame.verb in ("avoir", "dérouler", "tenir", "débuter", "commencer", "disputer", "participer")
    return "finalement" in fact.evidence.text or (_GAMES.search(title) is not None and not planned)


_WON = re.compile(
    r"\b(?:titres?|médailles?|records?|victoires?|maillots?|étapes?|finales?|championnats?|coupe|tournoi|vainqueur|or|argent"
    r"|bronze|champion(?:ne)?s?|épreuve|fois|podium)\b"
)
_DISTANCE = re.compile(r"\b(?:finale|épreuve|titre|médaille|or)\b[^?]{0,25}\b\d+ ?(?:m|mètres)\b")
_SEX = re.compile(
    r"\b(?:hommes?|femmes?|messieurs|dames|masculine?s?|féminine?s?|champion(?:ne)?s?|nageu(?:r|se)s?|coureu(?:r|se)s?)\b"
)
_SPREAD = frozenset(("avoir", "dérouler", "défiler", "manifester", "produire", "tenir", "éclater"))
"""What many do in many places: « des manifestations ont eu lieu »."""
_SOME = re.compile(r"(?:des|plusieurs|quelques) ", re.IGNORECASE)
_GAMES = re.compile(r"\b(?:Jeux|[Cc]hampionnats?|[Tt]ournoi|Tour|Coupe|Open|Grand Prix|Ironman|WTS)\b")


def _place_told(fact: Event, title: str) -> bool:
    if set(re.findall(r"[A-ZÀ-Þ]\w{4,}", fact.value)) & set(re.findall(r"\w+", asked_of(fact))):
        return True  # « dans quelle ville … le centre du Val-de-Fontenay », Fontenay-sous-Bois
    if mentions(title, fact.value) and re.search(r"\bJeux\b", title):
        return True  # « Jeux olympiques de Rio »
    if fact.family == "ville" and re.search(r"\bla ville\b", fact.frame.rest):
        return True
    if _SOME.match(fact.frame.subject) and fact.frame.verb in _SPREAD:
        return True
    return fact.value == "France" or _known_within(fact) or _beside_its_town(fact)


_WIDE = ("département", "État américain", "province", "région française", "région")


def _known_within(fact: Event) -> bool:
    """« Dans quel pays se sont-ils réunis à Rome »: a town that everybody knows gives its country away."""
    if fact.value_kind != "country" and fact.family not in _WIDE:
        return False
    named = re.findall(
        r"\b(?:à|de|d['’]) ?([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)", f"{fact.frame.lead} {fact.frame.rest}"
    )
    return any(name in known_places() and known_places()[name].family.noun == "ville" for name in named)


def _beside_its_town(fact: Event) -> bool:
    """« Dans quel pays le signal est-il arrivé à Darmstadt ? », told as « à Darmstadt, en Allemagne »: who knows the
    town has the country, who does not can only guess."""
    if fact.value_kind != "country" and fact.family != "État américain":
        return False
    named = r"(?P<town>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)"
    value = re.escape(fact.value)
    before = rf"\b(?:à|de|d['’]) ?{named} ?(?:, |\(|, ?)?(?:en|au|aux|dans l[ea]s?)? ?{value}\b"
    behind = rf"\b{value}(?: ?,)? (?:à|dans la (?:ville|station)[\w' ]{{0,16}} d(?:e |['’])) ?{named}"
    towns = [found["town"] for pattern in (before, behind) for found in re.finditer(pattern, fact.evidence.text)]
    return any(town.split()[-1] in asked_of(fact) for town in towns)


def in_its_town(fact: Event, article: Article) -> bool:
    """« Le gouverneur de quel État américain … » under a title on a town of which the article says « à Orlando, en
    Floride »; « dans le nord de quel pays … la province de Semnan », told as « Semnan, dans le nord de l'Iran »."""
    wide = fact.value_kind == "country" or fact.family in ("État américain", "province")
    if (
        fact.slot not in ("of", "place", "with")
        or not wide
        or (fact.slot == "with" and fact.frame.preposition in _PARTS)
    ):
        return False
    value = re.escape(fact.value)
    named = r"(?P<town>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)"
    side = r"(?:(?:nord|sud|est|ouest|centre)\b[\w-]* d(?:e |u )(?:la |l['’] ?)?)?"
    inside = rf"(?:\(|en |au |aux |dans l(?:a |e |es |['’]){side})"
    shown = f"{title_of(article)} {asked_of(fact)}"
    towns = {found["town"] for found in re.finditer(rf"{named} ?,? ?{inside} ?{value}\b", article.text)}
    return any(stands_in(town, shown, "-") for town in towns)


_PARTS = ("avec", "contre", "face", "pour")
"""Before a country that has a part in what is told, and is not where it happens."""


def dead_long_ago(fact: Event, article: Article) -> bool:
    """« Qui est décédé en 1951 à 95 ans ? », of somebody named on the way: when he died is an aside."""
    year = re.search(r"\b(1[89]\d\d|20\d\d)\b", f"{fact.frame.rest} {fact.frame.lead} {fact.value}")
    if fact.frame.verb not in ("décéder", "mourir", "éteindre", "naître") or year is None or not article.date:
        return False
    somebody = fact.value if fact.slot == "agent" else fact.entity
    return int(year[1]) < int(article.date[:4]) - 2 and not mentions(title_of(article), somebody)


_MANY_DEAD = re.compile(
    r"\b(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|dizaines?(?: de)?|centaines?(?: de)?)"
    r" (?:autres )?(?:(?:personnes|civils|policiers|soldats|passagers) (?:\w+ ){0,2}(?:tué|mort|décéd)"
    r"|(?:morts|tués|victimes|décès)\b)"
)
_DIED = re.compile(r"\b(?:tuée?|mort|décédée?|péri|assassinée?|abattue?)\b")


def one_of_the_dead(fact: Event, article: Article) -> bool:
    """« Qui a trouvé la mort lors de l'attaque ? », of which the article counts many dead."""
    told = f"{fact.frame.tail} {fact.frame.rest}"
    if fact.slot != "agent" or fact.value_kind != "person" or not _DIED.search(told) or re.search(r"\d", told):
        return False
    return _MANY_DEAD.search(f"{title_of(article)} {article.text}") is not None


def at_home(fact: Event, title: str) -> bool:
    """« L'armée de quel pays a été chassée de Palmyre ? »: of the one in which Palmyra lies."""
    seat = SEATS.get(fact.value)
    if fact.slot not in ("of", "by") or fact.value_kind != "country" or seat is None:
        return False
    towns, shown = known_places()[seat].neighbours, f"{title} {asked_of(fact)}"
    return any(stands_in(town, shown, "-") for town in towns)


def usable(fact: Event) -> bool:
    """May the event be asked about: in sound French, said to be so, of one person or thing?"""
    if fact.features.get("slip") or fact.features.get("odd_words", 0) > 1:
        return False  # a question repeats the sentence's words, its slips with them
    named = fact.frame.subject.split()[-1:]
    if fact.features.get("bare_subject") and named and named[0].islower() and person_noun(named[0]) is None:
        return False  # « Dans quelle ville la décision a-t-elle été prise ? »
    if fact.features.get("bare_place") and fact.slot != "date":
        return False  # « Qui a fait une percée dans la ville ? »
    if fact.slot != "agent" and _SOMEBODY.match(fact.frame.subject):
        return False
    if _COUNTED_OFF.search(asked_of(fact)) or _MANY_OF_WHAT.search(fact.frame.subject):
        return False
    if (fact.slot == "agent" and _ordinary(fact)) or half_told(fact) or goes_on(fact) or in_a_time_clause(fact):
        return False
    if fact.slot == "agent" and fact.features.get("stance") and not _own_stance(fact):
        return False
    if fact.slot == "date" and fact.frame.verb in _SPREAD and _SOME.match(fact.frame.subject):
        return False  # « En quelle année plusieurs incidents se sont-ils produits ? »
    if (
        _cried_or_passed_on(fact)
        or _a_former_post(fact)
        or _published(fact)
        or _SHORT.search(f"{fact.frame.subject} {fact.frame.rest}")
    ):
        return False
    if fact.modality == "attributed" and fact.evidence.text.startswith(f"Pour {fact.attribution}"):
        return False  # « Pour les usines de plus de dix ouvriers, la Volute a gagné des voix »
    if fact.modality == "attributed":
        return bool(fact.attribution) and _SOURCE.match(fact.attribution or "") is not None
    return fact.modality in ("asserted", "past")


_MANY_OF_WHAT = re.compile(r"\b(?:milliers|centaines|dizaines|millions|majorité|plupart|moitié|partie)$")
"""« Les centaines de milliers accueillent »: of whom was cut off."""
_KIND_WORDS = re.compile(
    r"\b(?:émotion|tristesse|soutien|solidarité|compassion|condoléances|vœux|sympathies?|prières|pensées|félicitations"
    r"|affliction|colère|consternation|douleur|effroi|horreur|peine|stupeur|hommage|indignation|inquiétude|joie"
    r"|satisfaction|regrets?)\b"
)


def _ordinary(fact: Event) -> bool:
    """« a fait part de sa vive émotion », « a félicité le vainqueur », « a observé une minute de silence »: as many
    others did."""
    verb, rest = fact.frame.verb, fact.frame.rest
    if verb == "féliciter" and not re.search(r"\bpour (?:l[ea]s? |l['’])", rest):
        return True
    if verb in ("observer", "respecter") and "minute de silence" in rest:
        return True
    near = " ".join(rest.split()[:8])
    return verb in _TOKENS and _KIND_WORDS.search(near) is not None and re.search(r"\d", rest) is None


_TOKENS = bag("adresser apporter confier dire envoyer exprimer faire présenter rendre témoigner")


_SOMEBODY = re.compile(
    r"(?:(?:l['’]homme|la femme|l['’]individu|le jeune homme|la jeune femme|le suspect)\b(?! politique)"
    r"|(?:l[ea] |l['’])(?-i:[A-ZÀ-Þ])\w+"
    r"(?:ais|aise|ois|oise|ien|ienne|ain|aine|ard|arde|(?<!Bén)(?<!Kreml)in|(?<!Ch)ine)\b(?: de \d+ ans)?$)",
    re.I,
)
"""« L'homme de 70 ans », « la Lyonnaise de 28 ans »: somebody whom another sentence names."""
_COUNTED_OFF = re.compile(r"\bles (?:deux|trois|quatre|cinq|six) (?:premi|derni|autre|second)\w*(?=$|[ ,.]*$)")
"""« les quatre premières » of a list that another sentence gives."""


def _own_stance(fact: Event) -> bool:
    """« Qui soutient le mouvement ? »: many do; « Qui a demandé 30 millions à Brumelle ? » is one's own."""
    if fact.frame.verb in _DEMANDS:
        return len(fact.frame.rest.split()) > 3
    return not fact.features.get("present") and bool(fact.features.get("names") or re.search(r"[«\d]", fact.frame.rest))


_DEMANDS = frozenset(("accuser", "appeler", "demander", "défendre", "dénoncer", "exiger", "rejeter", "réclamer"))
"""Stances with an object of their own."""


_SAYING = bag("annoncer confirmer communiquer déclarer démentir indiquer préciser refuser")


def _cried_or_passed_on(fact: Event) -> bool:
    """« a crié « Volute Akbar » »: nobody was; « le porte-parole de la NASA, Omar Ba, a annoncé »: so did the NASA."""
    if fact.slot == "object" and re.search(rf"[«\"“] ?{re.escape(fact.written or fact.value)}", fact.evidence.text):
        return True
    return fact.slot == "agent" and fact.frame.verb in _SAYING and "porte-parole" in fact.evidence.text


_SHORT = re.compile(r"\bG[Jj]s?\b")
"""What only the pages of one affair call its people."""
_SOURCE = re.compile(r"[A-ZÀ-Þ]|l[ea]s? |l['’]|une? (?:étude|enquête|sondage|rapport|communiqué|baromètre)")
"""Who may be said to say so: not « selon un mode sans échec », nor « selon sa famille »."""


def _a_former_post(fact: Event) -> bool:
    """« Qui avait été maire de la capitale ? »: others were as well, unless the clause says when."""
    frame = fact.frame
    posts = fact.slot == "agent" and frame.verb in ("être", "devenir", "rester")
    first = re.match(r"(?:ancien |ancienne |ex-)?([\w-]+)", frame.rest)
    post = posts and first is not None and person_noun(first.group(1)) is not None
    return post and not re.search(r"\d", f"{frame.lead} {frame.rest}")


_ON_A_SITE = re.compile(
    r"\b(?:sur|dans) (?:le|la|son|sa|l['’]|les|leur|une?) ?(?:site|page|compte|blog|édition|colonnes|communiqué)\b"
)


_OUTLETS = ("agence de presse", "chaîne", "journal", "magazine", "média", "radio", "site")
_PASSED_ON = bag(
    "annoncer citer diffuser évoquer indiquer mentionner préciser publier rapporter relater relayer titrer"
)


def _published(fact: Event) -> bool:
    """« L'annonce a été publiée sur le site du journal le 11 août »: where or when news came out is no news."""
    outlet = fact.slot == "agent" and (fact.family in _OUTLETS or OUTLET.search(fact.value) is not None)
    if outlet and fact.frame.verb in _PASSED_ON:
        return True
    telling = fact.frame.verb in ("publier", "annoncer", "communiquer", "diffuser", "paraître", "révéler", "relayer")
    return fact.slot != "agent" and telling and _ON_A_SITE.search(f"{fact.frame.lead} {fact.frame.rest}") is not None


_SUFFERED = bag(
    "abattre agresser assassiner blesser disparaître décéder enlever frapper mourir naître noyer poignarder périr"
    " siffler succomber tuer violer éteindre"
)


_HIT = re.compile(
    r"\b(?:addiction|agressée?|balles?|blessée?|blessures?|cancer|cardiaque|coups?|décès|frappée?|maladie|mort|sifflée?"
    r"|tirs|tuée?|victime|perdu la vie|en prison|écrouée?|incarcérée?)\b"
)


def suffered(fact: Event) -> bool:
    """« Qui a été tué par les gardes ? »: whoever else the article names stands on another side of it, so that no
    choice is fair; the name is typed."""
    if fact.slot != "agent" or fact.value_kind != "person":
        return False
    told = f"{fact.frame.tail} {fact.frame.rest}"
    return fact.frame.verb in _SUFFERED or fact.frame.verb in _CRIMES or _HIT.search(told) is not None


_CRIMES = bag(
    "braquer cambrioler détourner dérober escroquer gifler incendier pirater saccager séquestrer usurper vandaliser"
    " voler"
)
"""« Qui a volé cinq toiles ? »: neither the director of the museum nor the mayor."""
