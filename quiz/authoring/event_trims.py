"""What a question on an event leaves out of its clause: the hour, the words that tie it to another sentence, a slip of
style; and the clauses of which too little is left then.

Works on the pieces of one clause. Whether the event is worth a question is the business of `event_worth`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.articles.article import full_day
from quiz.authoring.dates import DAYS, day_near, resolved_dates
from quiz.authoring.french import MONTHS
from quiz.facts.event import Event
from quiz.facts.verbs import verb_forms

_SPAN = (
    r"(?:quelques|deux|trois|quatre|cinq|six|dix|plusieurs|une?|\d+) (?:secondes|minutes|heures?|jours?|semaines?|mois"
    r"|ans|années?)"
)
_ANCHOR = re.compile(
    r",? ?\b(?:(?:moins|plus|près) d(?:e |['’])|environ |à peine )?"
    rf"(?:{_SPAN} (?:plus tard|plus tôt|auparavant)\b"
    r"|(?:peu (?:après|avant|de temps après)|(?:le (?:sur)?lendemain|la veille)(?: (?:matin|soir))?|ce jour-là"
    rf"|{_SPAN} (?:après|avant))\b"
    r"(?! ?(?:l[ea]s?|l['’]|une?|son|sa|ses|leurs?|avoir|être|que|qu['’]|des?|du|d['’]|ces?|cette|\d+|\w+er)\b))"
)


def unanchored(fact: Event) -> Event | None:
    """The event without « peu après », « deux heures plus tard », « le lendemain »: after what, another sentence says.
    None where they are all that is told."""
    return _without(fact, _ANCHOR)


_HOUR = re.compile(
    r",? ?\b(?:(?:vers|à|dès|peu (?:après|avant)|aux alentours de) )"
    r"(?:\d{1,2} ?h(?: ?\d{1,2})?\b|\d{1,2} heures(?: \d{1,2})?(?! d(?!u (?:matin|soir)))|midi\b|minuit\b)"
    r"(?: UTC(?:[+\-−]\d+)?)?(?: du (?:matin|soir)| le matin| le soir)?(?: ?\(heures? [^)]*\))?"
    r"(?: heure (?:locale|de \w+))?"
)
_AFTER_HOUR = re.compile(r"^(?:,? ?)du (?=\d{1,2} )")


def without_hour(fact: Event) -> Event | None:
    """The event without « à 11 h 52 », « vers midi »: nobody learns the minute. None where too little is left: « Qui a
    prêté serment ? »."""
    frame = fact.frame
    if not _HOUR.search(frame.rest) and not _HOUR.search(frame.lead):
        return fact
    rest = frame.rest
    found = _HOUR.search(rest)
    if found is not None:
        after = rest[found.end() :].lstrip(" ,")
        rest = f"{rest[: found.start()]} {_AFTER_HOUR.sub('le ', after)}".strip()
    lead = _HOUR.sub("", frame.lead).strip(" ,")
    if fact.slot == "agent" and len(rest.split()) < _FEWEST:
        return None
    return replace(fact, frame=replace(frame, rest=rest, lead=lead), features=fact.features | {"hour": 1.0})


_FEWEST = 5
"""Words that have to be left of what somebody did at an hour."""
_TIE = re.compile(
    r"(?<![\w-])(?:(?:d['’]ailleurs|par ailleurs|par exemple|évidemment|également|en outre|précédemment"
    r"|auparavant|quant à (?:lui|elle)|(?:lui|elle|eux|elles) aussi|pour (?:sa|leur) part|de (?:son|leur) côté"
    r"|à (?:son|leur) tour|toutefois|cependant|néanmoins|pourtant|malgré tout|tout de même|quand même|en revanche"
    r"|en effet|au contraire(?! d)|par contre|finalement|actuellement|donc|(?:ainsi|déjà)(?! que)"
    r"|bel et bien|(?:à|de) nouveau|(?<!pour )une nouvelle fois|d['’]ores et déjà|paradoxalement)(?![\w-]),? ?)"
)
_REALLY = re.compile(r"^bien (?=été |\w+(?:é|i|u|is|it)e?s?$)")
_STILL = re.compile(
    r"^(?:encore|alors|probablement|peut-être|sans doute|là)\b|^(?:depuis|entre-temps)(?! (?:\d|l[ea]s? |l['’]|\w+ ))"
)


def left_hanging(fact: Event) -> bool:
    """« est encore en lice », « était alors sénatrice », « a depuis remporté la primaire », « a probablement été
    touché »: without its adverb the clause says another thing, and with it nobody knows since when."""
    frame = fact.frame
    return any(_STILL.search(text) is not None for text in (frame.tail, frame.rest))


def untied(fact: Event) -> Event:
    """« a évidemment trouvé la mort », « s'est par exemple rendu »: without the words that tie the clause to others."""
    frame = fact.frame
    tail, rest = (re.sub(r"\s+", " ", _TIE.sub("", text)).strip() for text in (frame.tail, frame.rest))
    tail = _REALLY.sub("", tail)  # « a bien réglé les deux costumes »: who doubted it, another sentence tells
    rest = _OWN_TWICE.sub(r"\1", rest)
    if not re.search(rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b", rest):
        rest = re.sub(r"(?:^| )au (?:soir|matin|petit matin)(?= |$)", "", rest).strip()  # « hier | au soir »
    apposed = fact.slot == "agent" and _APPOSED.match(frame.lead) and not _OF_TIME.search(frame.lead)
    lead = "" if _POINTS_BACK.search(frame.lead) or apposed else frame.lead
    return replace(fact, frame=replace(frame, tail=tail, rest=rest, lead=lead))


_POINTS_BACK = re.compile(
    r"\b(?:précédente?s?|suivante?s?|à l['’]époque|entre-temps|dans la foulée|au passage"
    r"|(?:le|du) reste de l['’]actualité|autres? (?:actualités?|informations?|nouvelles?)|en bref|voilà)\b",
    re.I,
)
"""« Dès la journée précédente, … », « À l'époque, … », « Dans le reste de l'actualité, … »."""
_APPOSED = re.compile(r"(?:l[ea] |l['’])(?=\w)", re.I)
_OF_TIME = re.compile(
    rf"^(?:l[ea] |l['’])(?:\d|{'|'.join(DAYS)}|matin|soir|nuit|jour|semaine|mois|année|an|été|hiver|automne"
    r"|printemps)",
    re.I,
)
"""« Le champion du monde, l'Allemand Omar Ba établit … »: what he is called, and no time like « Le 3 mai »."""
_OWN_TWICE = re.compile(r"(\b(?:son|sa|leur)\b [^,]{3,40}?) de (?:son|sa|leur) histoire\b")
"""« son onzième titre de son histoire »."""


_DAY_OF_WHAT = re.compile(
    rf"(?P<open>\b(?:le |ce |du |au |de |et ))?\b(?P<name>{'|'.join(DAYS)}) (?P<day>\d{{1,2}})"
    rf"(?!\d|[-–/:]\d| ?(?:er\b|{'|'.join(MONTHS)}|h\b|heures|(?:au|à|et) (?:\d|{'|'.join(DAYS)})))"
)


def with_month(fact: Event, published: str | None) -> Event:
    """« s'est tenue samedi 3 », told on 4 September 2016: le samedi 3 septembre 2016; as it stands where no
    such day lies within a month of the article's own."""
    today = full_day(published)
    if today is None:
        return fact

    def whole(found: re.Match[str]) -> str:
        day = day_near(found["name"], int(found["day"]), today)
        if day is None:
            return found.group()
        opening = "le " if found["open"] in (None, "ce ") else found["open"]
        return f"{opening}{found['name']} {day.day} {MONTHS[day.month - 1]} {day.year}"

    frame = fact.frame
    rest, lead = (_DAY_OF_WHAT.sub(whole, text) for text in (frame.rest, frame.lead))
    return replace(fact, frame=replace(frame, rest=rest, lead=lead))


_TO_COME = "Il sera "
"""Said before a piece of a plan, so that its weekdays are taken for those to come."""


def with_coming_day(fact: Event, published: str | None) -> Event:
    """« arrivera jeudi à Thiès », asked as « devait-il arriver … »: le jeudi that follows the article's own day."""
    if not fact.features.get("planned"):
        return fact
    frame = fact.frame
    rest, lead = (
        resolved_dates(f"{_TO_COME}{text}", published).removeprefix(_TO_COME) if text else ""
        for text in (frame.rest, frame.lead)
    )
    return replace(fact, frame=replace(frame, rest=rest, lead=lead))


_MONTH_AND_YEAR = re.compile(rf"(?:en )?(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})", re.IGNORECASE)


def month_of_its_year(fact: Event, published: str | None) -> Event:
    """« en janvier 2017 », told in 2017: the month alone is asked (« en quel mois de 2017 »), for the topic line has
    the year."""
    said = _MONTH_AND_YEAR.fullmatch(fact.value) if fact.slot == "date" else None
    if said is None or not published or said["year"] != published[:4]:
        return fact
    return replace(fact, value=said["month"].lower(), frame=replace(fact.frame, time=said["year"]))


def without_its_town(fact: Event) -> Event:
    """« s'est tenue samedi à Volmont, en Guinée »: asked for the country, the town that gives it away is left out."""
    if fact.slot != "place" or (fact.value_kind != "country" and fact.family not in _LANDS):
        return fact
    behind = rf",? ?(?:,|\(|en|au|aux|dans l(?:a |e |es |['’]))+ ?(?={re.escape(fact.written or fact.value)}\b)"
    found = re.search(rf"\bà (?P<town>{_TOWN}){behind}", fact.evidence.text)
    if found is None:
        return fact
    rest = re.sub(rf"(?:^|,? )à {re.escape(found['town'])}(?=$|[ ,.])", "", fact.frame.rest).strip(" ,")
    return replace(fact, frame=replace(fact.frame, rest=rest))


_LANDS = ("État américain", "province", "région française", "département")
_TOWN = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*"


_LONG_STEM = 22
"""Words of a clause from which a question is hard to read."""
_FEW_LEFT = 4
_WHAT_FOR = re.compile(r",? (?:pour|afin de|afin d['’]) ?(?:se |s['’]|en |y )?(?P<act>[a-zà-ÿ]+(?:er|ir|re))\b.*$")
_PIECES = (
    re.compile(r",? (?:(?:dans|sur|avec|pour|par|à) (?:lequel|laquelle|lesquels|lesquelles)|auquel|auxquels?) .*$"),
    re.compile(r"(?<=[A-ZÀ-Þ\d»]) (?:qui|que|qu['’]|dont|où) .*$"),
    re.compile(r"(?<=[A-ZÀ-Þ])(?P<name>[\w'’-]+) (?:qui|qu['’]|dont|où) .*$"),
    re.compile(r",? avant (?:de |d['’])[a-zà-ÿ]+(?:er|ir|re)\b.*$"),
    re.compile(r",? (?:en raison d|à la suite d|du fait d|en vue d)(?:e |es |u |['’]).*$"),
    _WHAT_FOR,
    re.compile(r", (?:lors|avec|à|à peu près|après|au|aux|dans|en|sur|près) ?(?:d['’]|de |du )?[^,]*$"),
)
"""What may be left out of a long clause and leaves it true: what for, why, what else is said of a name at its end."""
_RELATIVE_ONLY = re.compile(r"\b(?:lequel|laquelle|lesquels|lesquelles|auquel|auxquels?)\b")


def within_reach(fact: Event) -> Event | None:
    """The event without the tail of a long clause: « a proposé la suppression de l'article 49 de la Constitution | qui
    permet … », « sont sortis sur la plage | pour afficher … ». A figure asked for by its day keeps all it has.

    None where a relative clause that is only half told would be all that is left.
    """
    frame = fact.frame
    rest = frame.rest
    for pattern in _PIECES:
        told = len(f"{frame.lead} {frame.subject} {rest}".split())
        if told <= _LONG_STEM and not _RELATIVE_ONLY.search(rest):
            break
        act = _WHAT_FOR.search(rest) if pattern is _WHAT_FOR else None
        if act is not None and not any(form.mood == "inf" for form in verb_forms(act["act"])):
            continue  # « en direction pour | Dakar », « pour | votre père »
        shorter = pattern.sub(lambda found: found.groupdict().get("name") or "", rest).strip(" ,")
        if len(shorter.split()) >= _FEW_LEFT and shorter.count("«") == shorter.count("»"):
            rest = shorter
    if _RELATIVE_ONLY.search(rest):
        return None
    return replace(fact, frame=replace(frame, rest=rest))


def _without(fact: Event, pattern: re.Pattern[str]) -> Event | None:
    frame = fact.frame
    rest, lead = (re.sub(r"^,? ?", "", pattern.sub("", text)).strip() for text in (frame.rest, frame.lead))
    if (rest, lead) == (frame.rest, frame.lead):
        return fact
    if fact.slot in ("agent", "of") and len(rest.split()) < 2:
        return None
    return replace(fact, frame=replace(frame, rest=rest, lead=lead))
